/**
 * The bytes of values, as conversions to and from binary show them: integers and money big-endian, floats IEEE 754 big-endian, decimals with their
 * precision, scale and sign before a little-endian magnitude, the later date types little-endian, uniqueidentifier in the mixed order of a GUID.
 */

/** A signed big-endian number from the last `width` bytes; shorter input is taken as if zeros stood before it. */
export function readBig(bytes: Uint8Array, width: number): bigint {
  const used = bytes.length > width ? bytes.subarray(bytes.length - width) : bytes;
  let value = 0n;
  for (const byte of used) value = (value << 8n) | BigInt(byte);
  return used.length === width && width > 1 ? BigInt.asIntN(width * 8, value) : value;
}

/** The big-endian two's complement in `width` bytes. */
export function writeBig(value: bigint, width: number): Uint8Array {
  const bytes = new Uint8Array(width);
  let rest = BigInt.asUintN(width * 8, value);
  for (let at = width - 1; at >= 0; at -= 1) {
    bytes[at] = Number(rest & 0xffn);
    rest >>= 8n;
  }
  return bytes;
}

/** An unsigned little-endian number. */
export function readLittle(bytes: Uint8Array): bigint {
  let value = 0n;
  for (let at = bytes.length - 1; at >= 0; at -= 1) value = (value << 8n) | BigInt(bytes[at]!);
  return value;
}

/** The little-endian two's complement in `width` bytes. */
export function writeLittle(value: bigint, width: number): Uint8Array {
  return writeBig(value, width).reverse();
}

/** One array after another. */
export function joinBytes(...parts: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0').toUpperCase());

/** Upper-case hexadecimal digits, without a prefix. */
export function toHex(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += HEX[byte];
  return text;
}

/** The bytes of an even number of hexadecimal digits; undefined when the text is something else. */
export function fromHex(digits: string): Uint8Array | undefined {
  if (digits.length % 2 !== 0 || !/^[0-9a-fA-F]*$/.test(digits)) return undefined;
  const bytes = new Uint8Array(digits.length / 2);
  for (let at = 0; at < bytes.length; at += 1) bytes[at] = Number.parseInt(digits.slice(at * 2, at * 2 + 2), 16);
  return bytes;
}

/** A GUID's first three groups are stored least significant byte first. */
export function guidToBytes(guid: string): Uint8Array {
  const bytes = fromHex(guid.replaceAll('-', ''))!;
  return swapGuid(bytes);
}

/** The text of 16 stored bytes. */
export function bytesToGuid(bytes: Uint8Array): string {
  const hex = toHex(swapGuid(bytes));
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

const GUID_ORDER = [3, 2, 1, 0, 5, 4, 7, 6, 8, 9, 10, 11, 12, 13, 14, 15];

function swapGuid(bytes: Uint8Array): Uint8Array {
  return Uint8Array.from(GUID_ORDER, (index) => bytes[index] ?? 0);
}

/** UTF-16 little-endian, as nchar and nvarchar are stored. */
export function utf16Bytes(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    bytes[at * 2] = unit & 0xff;
    bytes[at * 2 + 1] = unit >> 8;
  }
  return bytes;
}

/** The text of UTF-16 little-endian bytes; an odd byte at the end is dropped. */
export function utf16Text(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at + 1 < bytes.length; at += 2) text += String.fromCharCode(bytes[at]! | (bytes[at + 1]! << 8));
  return text;
}
