/**
 * A cursor over received bytes with the data units of [MS-TDS] 2.2.5.1 as methods. Every read is checked. What
 * happens at the end depends on the reader: over a whole message a missing byte is a ProtocolError; over a
 * stream it is an Incomplete, which the incremental parsers catch to wait for more. Views returned by `take`
 * share memory with the input; `copy` does not.
 */
import { ProtocolError } from '../protocol-error.ts';

/** Raised by a streaming reader when the bytes received so far are not enough. Never leaves this package. */
export class Incomplete extends Error {
  override readonly name = 'Incomplete';
  /** How many more bytes are needed at least. */
  readonly missing: number;

  constructor(missing: number) {
    super(`${missing} more bytes are needed`);
    this.missing = missing;
  }
}

/** Reads a whole message or token: running out of bytes is an error of the sender. `what` names it in messages. */
export function wholeReader(bytes: Uint8Array, what: string): ByteReader {
  return new ByteReader(bytes, 0, bytes.length, what);
}

/** Reads from a stream: running out of bytes throws Incomplete. */
export function streamReader(bytes: Uint8Array, start: number, end: number): ByteReader {
  return new ByteReader(bytes, start, end, null);
}

/** How far the chunks of a partially length-prefixed value were scanned before the bytes ran out. */
export interface ChunkScan {
  /** Bytes from the first chunk's length to the first one that is not complete. */
  offset: number;
  length: number;
  chunks: number;
}

export class ByteReader {
  position: number;
  /**
   * The scan of the value that ran out of bytes. Reading starts again at that value, so it is the first one to be
   * scanned; a value of many chunks would take quadratic time otherwise.
   */
  interrupted: ChunkScan | null = null;
  readonly end: number;
  readonly #bytes: Buffer;
  readonly #view: DataView;
  readonly #what: string | null;

  constructor(bytes: Uint8Array, start: number, end: number, what: string | null) {
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.position = start;
    this.end = end;
    this.#what = what;
  }

  get remaining(): number {
    return this.end - this.position;
  }

  /** Checks that `count` bytes are there, without reading them. */
  require(count: number): void {
    if (count > this.end - this.position) throw this.#shortage(count);
  }

  skip(count: number): void {
    this.require(count);
    this.position += count;
  }

  byte(): number {
    return this.#bytes[this.#advance(1)]!;
  }

  /** The next byte without moving on. */
  peek(): number {
    this.require(1);
    return this.#bytes[this.position]!;
  }

  ushort(): number {
    return this.#view.getUint16(this.#advance(2), true);
  }

  /** USHORT in network order, used by PRELOGIN. */
  ushortBigEndian(): number {
    return this.#view.getUint16(this.#advance(2), false);
  }

  short(): number {
    return this.#view.getInt16(this.#advance(2), true);
  }

  ulong(): number {
    return this.#view.getUint32(this.#advance(4), true);
  }

  ulongBigEndian(): number {
    return this.#view.getUint32(this.#advance(4), false);
  }

  long(): number {
    return this.#view.getInt32(this.#advance(4), true);
  }

  longlong(): bigint {
    return this.#view.getBigInt64(this.#advance(8), true);
  }

  ulonglong(): bigint {
    return this.#view.getBigUint64(this.#advance(8), true);
  }

  float(): number {
    return this.#view.getFloat32(this.#advance(4), true);
  }

  double(): number {
    return this.#view.getFloat64(this.#advance(8), true);
  }

  /** An unsigned little-endian integer, exact up to 6 bytes, as time values use. */
  unsigned(size: number): number {
    const at = this.#advance(size);
    let value = 0;
    for (let i = size - 1; i >= 0; i--) value = value * 256 + this.#bytes[at + i]!;
    return value;
  }

  /** An unsigned little-endian integer of any size, as decimal magnitudes use. */
  unsignedBig(size: number): bigint {
    if (size === 4) return BigInt(this.ulong());
    if (size < 7) return BigInt(this.unsigned(size));
    if (size === 7) return BigInt(this.unsigned(4)) | (BigInt(this.unsigned(3)) << 32n);
    const low = this.ulonglong();
    return size === 8 ? low : low | (this.unsignedBig(size - 8) << 64n);
  }

  /** The next `count` bytes as a view into the input. */
  take(count: number): Uint8Array {
    const at = this.#advance(count);
    return this.#bytes.subarray(at, at + count);
  }

  /** The next `count` bytes in memory of their own. */
  copy(count: number): Uint8Array {
    const result = new Uint8Array(count <= this.remaining ? count : 0);
    result.set(this.take(count));
    return result;
  }

  /** `characters` UTF-16 code units. */
  unicode(characters: number): string {
    const at = this.#advance(characters * 2);
    return this.#bytes.toString('utf16le', at, at + characters * 2);
  }

  /** UTF-16 text whose length is given in bytes, which must be even. */
  unicodeBytes(count: number): string {
    if (count % 2 !== 0) throw new ProtocolError(`Unicode text of ${count} bytes: the length must be even`);
    return this.unicode(count / 2);
  }

  // [MS-TDS] 2.2.5.1.2: a length in characters (CHAR) or bytes (BYTE) of one, two or four bytes before the data.
  bVarChar(): string {
    return this.unicode(this.byte());
  }

  usVarChar(): string {
    return this.unicode(this.ushort());
  }

  bVarByte(): Uint8Array {
    return this.copy(this.byte());
  }

  usVarByte(): Uint8Array {
    return this.copy(this.ushort());
  }

  lVarByte(): Uint8Array {
    return this.copy(this.ulong());
  }

  /** A reader over the next `count` bytes alone, which must be used up: see `finish`. */
  section(count: number, what: string): ByteReader {
    const at = this.#advance(count);
    return new ByteReader(this.#bytes, at, at + count, what);
  }

  /** Checks that nothing is left over. */
  finish(): void {
    if (this.position !== this.end) throw new ProtocolError(`${this.#what ?? 'Data'}: ${this.remaining} bytes too many`);
  }

  #advance(count: number): number {
    const at = this.position;
    if (count > this.end - at) throw this.#shortage(count);
    this.position = at + count;
    return at;
  }

  #shortage(count: number): Error {
    if (this.#what === null) return new Incomplete(count - this.remaining);
    return new ProtocolError(`${this.#what} ends too early: ${count} bytes expected, ${this.remaining} left`);
  }
}
