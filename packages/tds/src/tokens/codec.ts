/**
 * The shape that every token's file fills in. A codec writes a token with its number and reads what follows the
 * number.
 */
import type { ByteReader } from '../bytes/byte-reader.ts';
import type { TokenWriter } from '../bytes/token-writer.ts';
import type { Protocol } from '../protocol.ts';
import type { Token } from './token.ts';

/** Encoding and decoding of one kind of token. */
export interface TokenCodec<T extends Token> {
  readonly encode: (w: TokenWriter, token: T, protocol: Protocol) => void;
  readonly decode: (r: ByteReader, protocol: Protocol) => T;
}

/** Writes a token number and, before what `write` writes, its length in a USHORT. */
export function writeSized(w: TokenWriter, token: number, write: () => void): void {
  w.byte(token);
  const at = w.claim(2);
  write();
  w.patchLength(at, 2);
}

/** Reads a USHORT length and then, from exactly that many bytes, what `read` reads. */
export function readSized<T>(r: ByteReader, what: string, read: (section: ByteReader) => T): T {
  const section = r.section(r.ushort(), what);
  const result = read(section);
  section.finish();
  return result;
}
