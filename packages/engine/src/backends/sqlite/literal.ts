/** Constants as SQLite literals, where the text is exactly the physical value. */

import type { Constant } from '../../bind/tree.ts';
import { encodePhysical } from './physical.ts';

const LONGEST_LITERAL = 2000;

/** The literal, or undefined where the value is better bound as a parameter (floats, long or unusual strings). */
export function literal(constant: Constant): string | undefined {
  const value = encodePhysical(constant.value, constant.type);
  if (value === null) return 'NULL';
  if (typeof value === 'bigint') return signed(value.toString());
  if (typeof value === 'number')
    return Number.isSafeInteger(value) && constant.type.name !== 'float' && constant.type.name !== 'real'
      ? signed(String(value))
      : undefined;
  if (typeof value === 'string')
    return value.length <= LONGEST_LITERAL && !value.includes('\0') ? `'${value.replaceAll("'", "''")}'` : undefined;
  return value.length <= LONGEST_LITERAL ? `x'${Buffer.from(value).toString('hex')}'` : undefined;
}

const signed = (text: string): string => (text.startsWith('-') ? `(${text})` : text);
