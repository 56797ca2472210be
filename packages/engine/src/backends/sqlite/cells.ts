/**
 * Rows that travel as JSON arrays between a correlated query (or a JavaScript row function) and `json_each`: what JSON cannot carry exactly
 * is wrapped, so that decoding gives back the physical value bit by bit. Reals go as hexadecimal digits, blobs likewise.
 */

import { isBinary, isClr, isFloat, type Type } from '@sprocket/tsql';
import type { PhysicalValue } from '../../run/contracts.ts';

/** SQL that puts a physical value into a JSON array. SQLite's hex() makes an empty text of NULL. */
export function encodeCell(sql: string, type: Type): string {
  if (isFloat(type)) return `real_to_hex(${sql})`;
  if (isBinary(type) || isClr(type)) return `iif(${sql} IS NULL, NULL, hex(${sql}))`;
  return sql;
}

/** SQL that takes cell `index` out of the JSON array `array`. */
export function decodeCell(array: string, index: number, type: Type): string {
  const cell = `(${array} ->> ${index})`;
  if (isFloat(type)) return `real_from_hex${cell}`;
  if (isBinary(type) || isClr(type)) return `unhex${cell}`;
  return cell;
}

/** The JSON text of a cell made in JavaScript. */
export function cellText(value: PhysicalValue, type: Type): string {
  if (value === null) return 'null';
  if (isFloat(type)) return `"${realToHex(value as number)}"`;
  if (value instanceof Uint8Array) return `"${Buffer.from(value).toString('hex')}"`;
  if (typeof value === 'string') return JSON.stringify(value);
  return String(value);
}

const buffer = Buffer.alloc(8);

export function realToHex(value: number): string {
  buffer.writeDoubleBE(value);
  return buffer.toString('hex');
}

export function realFromHex(hex: string): number {
  buffer.write(hex, 'hex');
  return buffer.readDoubleBE();
}
