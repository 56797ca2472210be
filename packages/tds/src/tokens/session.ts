/**
 * FEATUREEXTACK, SESSIONSTATE and SSPI, which concern the session as a whole. [MS-TDS] 2.2.7.11, 2.2.7.22 and
 * 2.2.7.23.
 */
import type { ByteReader } from '../bytes/byte-reader.ts';
import type { TokenWriter } from '../bytes/token-writer.ts';
import { readFeatures, writeFeatures } from '../messages/features.ts';
import type { TokenCodec } from './codec.ts';
import type { FeatureExtAck, SessionState, Sspi } from './token.ts';
import { TokenType } from './token-type.ts';

const RECOVERABLE = 0x01;
/** A state length of one byte with this value is followed by one of four. */
const LONG_STATE = 0xff;

export const featureExtAckCodec: TokenCodec<FeatureExtAck> = {
  encode: (w, token) => {
    w.byte(TokenType.FEATUREEXTACK);
    writeFeatures(w, token.features);
  },
  decode: (r) => ({ kind: 'FEATUREEXTACK', features: readFeatures(r) }),
};

export const sessionStateCodec: TokenCodec<SessionState> = { encode: writeSessionState, decode: readSessionState };

export const sspiCodec: TokenCodec<Sspi> = {
  encode: (w, token) => {
    w.byte(TokenType.SSPI);
    w.usVarByte(token.data);
  },
  decode: (r) => ({ kind: 'SSPI', data: r.usVarByte() }),
};

function writeSessionState(w: TokenWriter, token: SessionState): void {
  w.byte(TokenType.SESSIONSTATE);
  const at = w.claim(4);
  w.long(token.sequence);
  w.byte(token.recoverable ? RECOVERABLE : 0);
  for (const { id, value } of token.states) {
    w.byte(id);
    w.byte(Math.min(value.length, LONG_STATE));
    if (value.length >= LONG_STATE) w.long(value.length);
    w.bytes(value);
  }
  w.patchLength(at, 4);
}

function readSessionState(r: ByteReader): SessionState {
  const section = r.section(r.ulong(), 'SESSIONSTATE');
  const sequence = section.ulong();
  const recoverable = (section.byte() & RECOVERABLE) !== 0;
  const states: { id: number; value: Uint8Array }[] = [];
  while (section.remaining > 0) states.push({ id: section.byte(), value: readState(section) });
  return { kind: 'SESSIONSTATE', sequence, recoverable, states };
}

function readState(section: ByteReader): Uint8Array {
  const length = section.byte();
  return section.copy(length === LONG_STATE ? section.ulong() : length);
}
