/**
 * ERROR and INFO. [MS-TDS] 2.2.7.10 and 2.2.7.13. They differ in the number only. The line number has four bytes
 * since TDS 7.2 and two before.
 */
import type { ByteReader } from '../bytes/byte-reader.ts';
import type { TokenWriter } from '../bytes/token-writer.ts';
import type { Protocol } from '../protocol.ts';
import { readSized, type TokenCodec, writeSized } from './codec.ts';
import type { ServerMessage } from './token.ts';
import { TokenType } from './token-type.ts';

/** A longer text would not fit the token's length; SQL Server's own messages end at 2,047 characters. */
const MAX_MESSAGE = 30_000;

export const errorCodec: TokenCodec<ServerMessage> = {
  encode: writeServerMessage,
  decode: (r, protocol) => readMessage(r, protocol, 'ERROR'),
};
export const infoCodec: TokenCodec<ServerMessage> = {
  encode: writeServerMessage,
  decode: (r, protocol) => readMessage(r, protocol, 'INFO'),
};

/** Writes an ERROR or INFO. */
export function writeServerMessage(w: TokenWriter, token: ServerMessage, protocol: Protocol): void {
  writeSized(w, TokenType[token.kind], () => {
    w.long(token.number);
    w.byte(token.state);
    w.byte(token.class);
    w.usVarChar(token.message.slice(0, MAX_MESSAGE));
    w.bVarChar(token.serverName);
    w.bVarChar(token.procName);
    if (protocol.tds72) w.long(token.lineNumber);
    else w.ushort(token.lineNumber);
  });
}

function readMessage(r: ByteReader, protocol: Protocol, kind: 'ERROR' | 'INFO'): ServerMessage {
  return readSized(r, kind, (section) => ({
    kind,
    number: section.long(),
    state: section.byte(),
    class: section.byte(),
    message: section.usVarChar(),
    serverName: section.bVarChar(),
    procName: section.bVarChar(),
    lineNumber: protocol.tds72 ? section.ulong() : section.ushort(),
  }));
}
