/**
 * A growing output buffer with the data units of [MS-TDS] 2.2.5.1 as methods. Rows are its hot path: value
 * encoders claim the bytes they need once and fill them by index, so that a row costs no allocation. Lengths that
 * are known only afterwards are reserved and patched. The bytes are handed over with `take` as a view; the
 * writer reuses the memory, so whoever keeps them must copy (framing into packets does).
 */

const INITIAL_CAPACITY = 16 * 1024;
/** Memory above this size is given back once a large value has been sent. */
const KEEP_CAPACITY = 1024 * 1024;
/** Up to this length a loop over the characters is faster than a call into Node's string writers. */
export const SHORT_STRING = 40;

/** The bytes of a message under construction. */
export class TokenWriter {
  /** The memory; only the first `length` bytes are written. It changes when the writer grows. */
  buffer: Buffer;
  view: DataView;
  length = 0;

  constructor(capacity = INITIAL_CAPACITY) {
    this.buffer = Buffer.allocUnsafeSlow(capacity);
    this.view = new DataView(this.buffer.buffer);
  }

  /** Makes room for `count` bytes and returns their position; the caller fills them. */
  claim(count: number): number {
    const at = this.length;
    if (at + count > this.buffer.length) this.#grow(at + count);
    this.length = at + count;
    return at;
  }

  /** The bytes written so far, valid until the next write. */
  take(): Uint8Array {
    const taken = this.buffer.subarray(0, this.length);
    this.length = 0;
    if (this.buffer.length > KEEP_CAPACITY) this.#replace(INITIAL_CAPACITY);
    return taken;
  }

  /** The bytes written so far in memory of their own. */
  toBytes(): Uint8Array {
    return Uint8Array.prototype.slice.call(this.buffer, 0, this.length);
  }

  /** Drops the first `count` bytes and moves the rest to the front. */
  discard(count: number): void {
    this.buffer.copyWithin(0, count, this.length);
    this.length -= count;
    if (this.buffer.length > KEEP_CAPACITY && this.length < INITIAL_CAPACITY) this.#replace(INITIAL_CAPACITY);
  }

  byte(value: number): void {
    const at = this.claim(1);
    this.buffer[at] = value;
  }

  ushort(value: number): void {
    const at = this.claim(2);
    this.buffer[at] = value;
    this.buffer[at + 1] = value >>> 8;
  }

  ushortBigEndian(value: number): void {
    const at = this.claim(2);
    this.view.setUint16(at, value, false);
  }

  /** LONG and ULONG: the low 32 bits. */
  long(value: number): void {
    const at = this.claim(4);
    this.view.setInt32(at, value, true);
  }

  ulongBigEndian(value: number): void {
    const at = this.claim(4);
    this.view.setUint32(at, value, false);
  }

  /** LONGLONG and ULONGLONG: the low 64 bits. */
  longlong(value: bigint): void {
    const at = this.claim(8);
    this.view.setBigInt64(at, value, true);
  }

  float(value: number): void {
    const at = this.claim(4);
    this.view.setFloat32(at, value, true);
  }

  double(value: number): void {
    const at = this.claim(8);
    this.view.setFloat64(at, value, true);
  }

  bytes(value: Uint8Array): void {
    const at = this.claim(value.length);
    this.buffer.set(value, at);
  }

  /** UTF-16 code units without a length. */
  unicode(text: string): void {
    const length = text.length;
    const at = this.claim(length * 2);
    if (length > SHORT_STRING) {
      this.buffer.write(text, at, length * 2, 'utf16le');
      return;
    }
    const buffer = this.buffer;
    for (let i = 0, to = at; i < length; i++, to += 2) {
      const unit = text.charCodeAt(i);
      buffer[to] = unit;
      buffer[to + 1] = unit >>> 8;
    }
  }

  // [MS-TDS] 2.2.5.1.2: a length in characters (CHAR) or bytes (BYTE) of one, two or four bytes before the data.
  bVarChar(text: string): void {
    checkLength(text.length, 0xff);
    this.byte(text.length);
    this.unicode(text);
  }

  usVarChar(text: string): void {
    checkLength(text.length, 0xffff);
    this.ushort(text.length);
    this.unicode(text);
  }

  bVarByte(value: Uint8Array): void {
    checkLength(value.length, 0xff);
    this.byte(value.length);
    this.bytes(value);
  }

  usVarByte(value: Uint8Array): void {
    checkLength(value.length, 0xffff);
    this.ushort(value.length);
    this.bytes(value);
  }

  lVarByte(value: Uint8Array): void {
    this.long(value.length);
    this.bytes(value);
  }

  /** Writes into a length of one, two or four bytes at `at` how many bytes have followed it. */
  patchLength(at: number, size: 1 | 2 | 4): void {
    const length = this.length - at - size;
    if (size < 4) checkLength(length, size === 1 ? 0xff : 0xffff);
    this.buffer.writeUIntLE(length, at, size);
  }

  #grow(needed: number): void {
    this.#replace(Math.max(needed, this.buffer.length * 2));
  }

  #replace(capacity: number): void {
    const larger = Buffer.allocUnsafeSlow(capacity);
    larger.set(this.buffer.subarray(0, Math.min(this.length, capacity)));
    this.buffer = larger;
    this.view = new DataView(larger.buffer);
  }
}

/** A length that its field cannot hold is a mistake of the caller: the limits are the types' own. */
function checkLength(length: number, limit: number): void {
  if (length > limit) throw new RangeError(`A length of ${length} does not fit a field of at most ${limit}`);
}
