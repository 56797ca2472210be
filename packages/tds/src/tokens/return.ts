/**
 * RETURNSTATUS and RETURNVALUE, what a procedure gives back besides rows. [MS-TDS] 2.2.7.18 and 2.2.7.19. The user
 * type has four bytes since TDS 7.2 and two before.
 */
import type { ByteReader } from '../bytes/byte-reader.ts';
import type { TokenWriter } from '../bytes/token-writer.ts';
import type { Protocol } from '../protocol.ts';
import { readTypeInfo, valueEncoder, writeTypeInfo } from '../types/registry.ts';
import type { TokenCodec } from './codec.ts';
import type { ReturnStatus, ReturnValue } from './token.ts';
import { TokenType } from './token-type.ts';

/** Status of RETURNVALUE. */
const OUTPUT_PARAMETER = 0x01;
const USER_DEFINED_FUNCTION = 0x02;

export const returnStatusCodec: TokenCodec<ReturnStatus> = {
  encode: (w, token) => writeReturnStatus(w, token.value),
  decode: (r) => ({ kind: 'RETURNSTATUS', value: r.long() }),
};

export const returnValueCodec: TokenCodec<ReturnValue> = { encode: writeReturnValue, decode: readReturnValue };

/** Writes a RETURNSTATUS. */
export function writeReturnStatus(w: TokenWriter, value: number): void {
  w.byte(TokenType.RETURNSTATUS);
  w.long(value);
}

/** Writes a RETURNVALUE. */
export function writeReturnValue(w: TokenWriter, token: ReturnValue, protocol: Protocol): void {
  w.byte(TokenType.RETURNVALUE);
  w.ushort(token.ordinal);
  w.bVarChar(token.name);
  w.byte(token.origin === 'parameter' ? OUTPUT_PARAMETER : USER_DEFINED_FUNCTION);
  if (protocol.tds72) w.long(token.userType);
  else w.ushort(token.userType);
  w.ushort(token.flags);
  writeTypeInfo(w, token.type, protocol, 'column');
  valueEncoder(token.type, protocol, 'column')(w, token.value);
}

function readReturnValue(r: ByteReader, protocol: Protocol): ReturnValue {
  const ordinal = r.ushort();
  const name = r.bVarChar();
  const origin = r.byte() === USER_DEFINED_FUNCTION ? 'function' : 'parameter';
  const userType = protocol.tds72 ? r.ulong() : r.ushort();
  const flags = r.ushort();
  const { type, decode } = readTypeInfo(r, protocol, 'column');
  return { kind: 'RETURNVALUE', ordinal, name, origin, userType, flags, type, value: decode(r) };
}
