/** The answer to a login that is refused: its errors and a DONE. The session does not exist, so the gateway writes it. */

import { DoneStatus, frameMessage, PacketType, protocolFor, TokenWriter, writeDone, writeServerMessage } from '@sprocket/tds';
import type { LoginError, WireTerms } from '../gateway/login.ts';

/** A framed message in the client's version. */
export function loginRefusal(
  errors: readonly LoginError[],
  terms: Pick<WireTerms, 'tdsVersion' | 'packetSize'>,
  serverName: string,
): Uint8Array {
  const protocol = protocolFor(terms.tdsVersion);
  const w = new TokenWriter(512);
  for (const { number, severity, state, message } of errors) {
    // Clients do not learn why a password was refused: the true state is for the log.
    const shown = number === 18456 ? 1 : state;
    const token = { kind: 'ERROR', number, state: shown, class: severity, message, serverName, procName: '', lineNumber: 1 } as const;
    writeServerMessage(w, token, protocol);
  }
  writeDone(w, { kind: 'DONE', status: DoneStatus.ERROR, curCmd: 0, rowCount: 0 }, protocol);
  return frameMessage(w.take(), { type: PacketType.TABULAR_RESULT, packetSize: terms.packetSize });
}
