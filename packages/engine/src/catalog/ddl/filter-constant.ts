/** Constants in the conditions of filtered indexes, as values of the column that they are compared with. What the column's type cannot hold is no value. */

import { type Expression, familyOf, type Type, varchar } from '@sprocket/tsql';
import { converter } from '../../values/convert.ts';
import { parseDecimal, powerOfTen } from '../../values/decimal.ts';
import { NEUTRAL } from '../../values/neutral.ts';
import type { Value } from '../../values/value.ts';

export function filterConstant(expression: Expression, type: Type): Value | undefined {
  switch (expression.kind) {
    case 'string':
      return fromText(expression.value, type);
    case 'cast':
    case 'convert':
      return isSame(expression, type) ? filterConstant(expression.operand, type) : undefined;
    case 'binary':
      return familyOf(type) === 'binary' ? Uint8Array.from(Buffer.from(expression.hex, 'hex')) : undefined;
    case 'integer':
    case 'decimal':
    case 'float':
    case 'money':
      return fromNumber(expression.text, type);
    case 'unary':
      return expression.op === '-' && 'text' in expression.operand ? fromNumber(`-${expression.operand.text}`, type) : undefined;
    default:
      return undefined;
  }
}

/** An explicit conversion to the column's own type, with nothing that could make it another. */
function isSame(node: Extract<Expression, { kind: 'cast' | 'convert' }>, type: Type): boolean {
  const style = 'style' in node ? node.style : null;
  return style === null && node.type.name.parts.length === 1 && node.type.name.parts[0]?.value.toLowerCase() === type.name;
}

const FROM_TEXT: ReadonlySet<string> = new Set(['datetime', 'guid']);

/** Dates are read as us_english, whatever the session that makes the index speaks. */
function fromText(text: string, type: Type): Value | undefined {
  if (!FROM_TEXT.has(familyOf(type))) return undefined;
  try {
    return converter(varchar(Math.max(text.length, 1)), type)(text, NEUTRAL);
  } catch {
    return undefined;
  }
}

/** Exact: a number with more digits after the point than the column has equals none of its values. */
function fromNumber(text: string, type: Type): Value | undefined {
  if (familyOf(type) === 'float') return Number(text);
  const parsed = parseDecimal(text.replaceAll(/[$,]/g, ''));
  if (parsed === undefined) return undefined;
  switch (familyOf(type)) {
    case 'decimal':
      return parsed.scale > type.scale ? undefined : parsed.unscaled * powerOfTen(type.scale - parsed.scale);
    case 'money':
      return parsed.scale > 4 ? undefined : parsed.unscaled * powerOfTen(4 - parsed.scale);
    default:
      return undefined;
  }
}
