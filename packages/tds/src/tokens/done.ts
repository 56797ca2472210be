/**
 * DONE, DONEPROC and DONEINPROC. [MS-TDS] 2.2.7.6 to 2.2.7.8. They differ in the number only. The row count has
 * eight bytes since TDS 7.2 and four before.
 */
import type { ByteReader } from '../bytes/byte-reader.ts';
import type { TokenWriter } from '../bytes/token-writer.ts';
import type { Protocol } from '../protocol.ts';
import { ProtocolError } from '../protocol-error.ts';
import type { TokenCodec } from './codec.ts';
import type { Done } from './token.ts';
import { TokenType } from './token-type.ts';

export const doneCodec: TokenCodec<Done> = { encode: writeDone, decode: (r, protocol) => readDone(r, protocol, 'DONE') };
export const doneProcCodec: TokenCodec<Done> = { encode: writeDone, decode: (r, protocol) => readDone(r, protocol, 'DONEPROC') };
export const doneInProcCodec: TokenCodec<Done> = { encode: writeDone, decode: (r, protocol) => readDone(r, protocol, 'DONEINPROC') };

/** Writes a DONE, DONEPROC or DONEINPROC. */
export function writeDone(w: TokenWriter, token: Done, protocol: Protocol): void {
  w.byte(TokenType[token.kind]);
  w.ushort(token.status);
  w.ushort(token.curCmd);
  w.long(token.rowCount);
  if (protocol.tds72) w.long(token.rowCount / 0x1_0000_0000);
}

function readDone(r: ByteReader, protocol: Protocol, kind: Done['kind']): Done {
  return { kind, status: r.ushort(), curCmd: r.ushort(), rowCount: readRowCount(r, protocol) };
}

function readRowCount(r: ByteReader, protocol: Protocol): number {
  const low = r.ulong();
  const high = protocol.tds72 ? r.ulong() : 0;
  if (high >= 0x20_0000) throw new ProtocolError('A row count beyond 2^53');
  return high * 0x1_0000_0000 + low;
}
