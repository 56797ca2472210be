/**
 * SQLBatch, a batch of T-SQL text. [MS-TDS] 2.2.6.7: ALL_HEADERS since TDS 7.2, then the text in UTF-16 up to the
 * end of the message.
 */
import { type ByteReader, wholeReader } from '../bytes/byte-reader.ts';
import { TokenWriter } from '../bytes/token-writer.ts';
import type { Protocol } from '../protocol.ts';
import { type AllHeaders, NO_HEADERS, readAllHeaders, writeAllHeaders } from './all-headers.ts';

export interface SqlBatch {
  readonly headers: AllHeaders;
  readonly text: string;
}

/** Writes the payload of an SQLBatch message. */
export function encodeSqlBatch(batch: SqlBatch, protocol: Protocol): Uint8Array {
  const w = new TokenWriter(batch.text.length * 2 + 64);
  if (protocol.tds72) writeAllHeaders(w, batch.headers);
  w.unicode(batch.text);
  return w.toBytes();
}

/** Reads the payload of an SQLBatch message. */
export function decodeSqlBatch(payload: Uint8Array, protocol: Protocol): SqlBatch {
  const r = wholeReader(payload, 'SQLBatch');
  const headers = readRequestHeaders(r, protocol);
  return { headers, text: r.unicodeBytes(r.remaining) };
}

/** The headers of a request of a version that has them. */
export function readRequestHeaders(r: ByteReader, protocol: Protocol): AllHeaders {
  return protocol.tds72 ? readAllHeaders(r) : NO_HEADERS;
}
