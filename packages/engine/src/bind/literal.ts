/** Constants and their types: SQL Server types a literal by how it is written. */

import { decimal, FLOAT, INT, type Literal, MAX, MONEY, numeric, nvarchar, type Type, varbinary, varchar } from '@sprocket/tsql';
import { parseDecimal } from '../values/decimal.ts';
import type { Value } from '../values/value.ts';
import type { Constant } from './tree.ts';

export function bindLiteral(literal: Literal): Constant {
  switch (literal.kind) {
    case 'integer':
      return integerConstant(literal.text);
    case 'decimal':
      return decimalConstant(literal.text);
    case 'float':
      return constant(Number.parseFloat(literal.text), FLOAT);
    case 'money': {
      const parsed = parseDecimal(literal.text.replaceAll(',', ''));
      return constant(parsed === undefined ? 0n : toScale(parsed.unscaled, parsed.scale, 4), MONEY);
    }
    case 'string':
      return stringConstant(literal.value, literal.unicode);
    case 'binary': {
      const bytes = hexBytes(literal.hex);
      return constant(bytes, varbinary(bytes.length > 8000 ? MAX : Math.max(bytes.length, 1)));
    }
    case 'null':
      return NULL_CONSTANT;
  }
}

export const NULL_CONSTANT: Constant = { kind: 'constant', value: null, type: INT, nullable: true, untyped: true };

export function constant(value: Value, type: Type): Constant {
  return { kind: 'constant', value, type, nullable: value === null };
}

export function stringConstant(value: string, unicode: boolean): Constant {
  const limit = unicode ? 4000 : 8000;
  const length = value.length > limit ? MAX : Math.max(value.length, 1);
  return constant(value, unicode ? nvarchar(length) : varchar(length));
}

function integerConstant(text: string): Constant {
  const digits = text.replace(/^0+(?=\d)/, '');
  const value = BigInt(digits);
  return value <= 2147483647n ? constant(Number(value), INT) : constant(value, numeric(digits.length, 0));
}

function decimalConstant(text: string): Constant {
  const parsed = parseDecimal(text) ?? { unscaled: 0n, scale: 0 };
  const digits = parsed.unscaled.toString().length;
  const precision = Math.max(digits, parsed.scale, 1);
  return constant(parsed.unscaled, { ...decimal(Math.min(precision, 38), parsed.scale), name: 'numeric' });
}

function toScale(unscaled: bigint, from: number, to: number): bigint {
  if (from <= to) return unscaled * 10n ** BigInt(to - from);
  const divisor = 10n ** BigInt(from - to);
  const half = divisor / 2n;
  return (unscaled + half) / divisor;
}

function hexBytes(hex: string): Uint8Array {
  const even = hex.length % 2 === 1 ? `0${hex}` : hex;
  const bytes = new Uint8Array(even.length / 2);
  for (let i = 0; i < bytes.length; i++) bytes[i] = Number.parseInt(even.slice(i * 2, i * 2 + 2), 16);
  return bytes;
}
