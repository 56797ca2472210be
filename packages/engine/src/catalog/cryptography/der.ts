/** A writer for DER (X.690), as much of it as a certificate needs: each function makes one element of its contents. */

const LONG_FORM = 0x80;

/** Tag, length, contents. */
function element(tag: number, ...contents: readonly Uint8Array[]): Uint8Array {
  const body = Buffer.concat(contents);
  return Buffer.concat([Uint8Array.of(tag, ...lengthOf(body.length)), body]);
}

function lengthOf(length: number): readonly number[] {
  if (length < LONG_FORM) return [length];
  const bytes: number[] = [];
  for (let rest = length; rest > 0; rest >>= 8) bytes.unshift(rest & 0xff);
  return [LONG_FORM | bytes.length, ...bytes];
}

export const sequence = (...items: readonly Uint8Array[]): Uint8Array => element(0x30, ...items);
export const set = (...items: readonly Uint8Array[]): Uint8Array => element(0x31, ...items);
export const nothing = (): Uint8Array => element(0x05);
export const utf8String = (text: string): Uint8Array => element(0x0c, Buffer.from(text, 'utf8'));
/** `[n]` around an element. */
export const tagged = (n: number, item: Uint8Array): Uint8Array => element(0xa0 | n, item);
/** Whole bytes. */
export const bitString = (bytes: Uint8Array): Uint8Array => element(0x03, Uint8Array.of(0), bytes);

/** A number that is not negative, from its highest byte. */
export function integer(bytes: Uint8Array): Uint8Array {
  const first = bytes.findIndex((byte) => byte !== 0);
  const digits = first < 0 ? Uint8Array.of(0) : bytes.subarray(first);
  return element(0x02, digits[0]! >= 0x80 ? Uint8Array.of(0) : new Uint8Array(0), digits);
}

/** `1.2.840…`: the first two arcs in one byte, the rest in base 128. */
export function objectIdentifier(dotted: string): Uint8Array {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  return element(0x06, Uint8Array.of(first * 40 + second, ...rest.flatMap(base128)));
}

function base128(arc: number): readonly number[] {
  const digits = [arc & 0x7f];
  for (let rest = Math.floor(arc / 128); rest > 0; rest = Math.floor(rest / 128)) digits.unshift((rest & 0x7f) | 0x80);
  return digits;
}

/** UTCTime until 2049, GeneralizedTime from 2050 (RFC 5280). */
export function time(moment: Date): Uint8Array {
  const year = moment.getUTCFullYear();
  const digits = moment.toISOString().replaceAll(/[-:T]/g, '').slice(0, 14);
  return year < 2050 ? element(0x17, Buffer.from(`${digits.slice(2)}Z`)) : element(0x18, Buffer.from(`${digits}Z`));
}
