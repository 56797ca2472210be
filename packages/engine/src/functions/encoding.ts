/** The bytes behind strings, for the functions to which they matter: ASCII, CHAR, HASHBYTES, COMPRESS, BINARY_CHECKSUM. */

import { isUnicode, type Type } from '@sprocket/tsql';
import { decodeBytes, encodeBytes } from '../values/collation/code-page.ts';
import { collationOf } from '../values/collation.ts';

/** The bytes that SQL Server stores for a string of a type: UTF-16 for national types, the code page of the collation otherwise. */
export function encodeAs(text: string, type: Type): Uint8Array {
  if (isUnicode(type)) return new Uint8Array(Buffer.from(text, 'utf16le'));
  return encodeBytes(text, collationOf(type).codePage);
}

/** The first byte of text in the code page of a string type, also of a national one. */
export function firstByte(text: string, type: Type): number | null {
  return encodeBytes([...text][0] ?? '', collationOf(type).codePage)[0] ?? null;
}

/** The character of one byte under the server's code page. */
export function characterOf(byte: number): string {
  return decodeBytes(Uint8Array.of(byte), 1252);
}
