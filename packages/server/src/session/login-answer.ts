/** The answer to an accepted login, in the order in which SQL Server writes it. [MS-TDS] 3.3.5.5 */

import {
  DEFAULT_COLLATION,
  DEFAULT_PACKET_SIZE,
  DoneStatus,
  encodeTokens,
  frameMessage,
  PacketType,
  type Protocol,
  type Token,
  TokenWriter,
} from '@sprocket/tds';
import type { WireTerms } from '../gateway/login.ts';
import { PROGRAM_NAME, PROGRAM_VERSION } from '../version.ts';

export interface LoginFacts {
  readonly terms: WireTerms;
  readonly protocol: Protocol;
  readonly spid: number;
  readonly serverName: string;
  readonly database: string;
  /** Empty for the default. */
  readonly language: string;
}

const DEFAULT_LANGUAGE = 'us_english';

/** A framed message. */
export function loginAnswer(facts: LoginFacts): Uint8Array {
  const w = new TokenWriter(1024);
  encodeTokens(w, loginTokens(facts), facts.protocol);
  return frameMessage(w.take(), { type: PacketType.TABULAR_RESULT, packetSize: facts.terms.packetSize, spid: facts.spid });
}

function loginTokens({ terms, database, language, serverName }: LoginFacts): Token[] {
  const spoken = language === '' ? DEFAULT_LANGUAGE : language;
  const features: Token[] = terms.features.length === 0 ? [] : [{ kind: 'FEATUREEXTACK', features: terms.features }];
  return [
    { kind: 'ENVCHANGE', type: 'database', newValue: database, oldValue: 'master' },
    info(5701, 2, `Changed database context to '${database}'.`, serverName),
    { kind: 'ENVCHANGE', type: 'collation', newValue: DEFAULT_COLLATION, oldValue: null },
    { kind: 'ENVCHANGE', type: 'language', newValue: spoken, oldValue: '' },
    info(5703, 1, `Changed language setting to ${spoken}.`, serverName),
    { kind: 'LOGINACK', tdsVersion: terms.tdsVersion, progName: PROGRAM_NAME, progVersion: PROGRAM_VERSION },
    ...features,
    { kind: 'ENVCHANGE', type: 'packetSize', newValue: String(terms.packetSize), oldValue: String(DEFAULT_PACKET_SIZE) },
    { kind: 'DONE', status: DoneStatus.FINAL, curCmd: 0, rowCount: 0 },
  ];
}

function info(number: number, state: number, message: string, serverName: string): Token {
  return { kind: 'INFO', number, state, class: 0, message, serverName, procName: '', lineNumber: 1 };
}
