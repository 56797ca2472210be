/** Which conversions change nothing in SQLite's physical form, so that columns under them keep their indexes. */

import { familyOf, isDecimal, isFixedLength, isInteger, isString, isUnicode, MAX, type Type } from '@sprocket/tsql';
import type { ConvertExpr } from '../../bind/tree.ts';

/** The physical value stays as it is, for every value of the operand's type. */
export function isNoOperation(expr: ConvertExpr): boolean {
  const from = expr.operand.type;
  const to = expr.type;
  if (isInteger(from) && isInteger(to))
    return from.name !== 'bigint' && rank(to) >= rank(from) && (to.name !== 'bit' || from.name === 'bit');
  if (isInteger(from) && isDecimal(to)) return to.scale === 0 && to.precision <= 18 && to.precision >= digits(from);
  if (isDecimal(from) && isDecimal(to))
    return from.scale === to.scale && to.precision >= from.precision && from.precision > 18 === to.precision > 18;
  if (isString(from) && isString(to)) return isWiderString(from, to);
  return (
    from.name === to.name &&
    familyOf(from) !== 'string' &&
    from.scale === to.scale &&
    from.length === to.length &&
    from.precision === to.precision
  );
}

const RANKS = ['bit', 'tinyint', 'smallint', 'int', 'bigint'];
const rank = (type: Type): number => RANKS.indexOf(type.name);

const DIGITS: Readonly<Record<string, number>> = { bit: 1, tinyint: 3, smallint: 5, int: 10, bigint: 19 };
const digits = (type: Type): number => DIGITS[type.name] ?? 38;

function isWiderString(from: Type, to: Type): boolean {
  if (isUnicode(from) && !isUnicode(to)) return false;
  if (isFixedLength(to)) return isFixedLength(from) && from.length === to.length;
  if (to.length === MAX || to.name === 'text' || to.name === 'ntext') return true;
  return from.length !== MAX && from.name !== 'text' && from.name !== 'ntext' && to.length >= from.length;
}
