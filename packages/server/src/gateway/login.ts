/**
 * What is settled before a session exists: encryption by PRELOGIN, and version, packet size and features by LOGIN7. Pure decisions over decoded
 * messages; the connection carries them out.
 */

import { type LoginRequest, SqlError } from '@sprocket/engine';
import {
  DEFAULT_PACKET_SIZE,
  Encryption,
  encodePrelogin,
  type Feature,
  FeatureId,
  type Login7,
  MAX_PACKET_SIZE,
  MIN_PACKET_SIZE,
  negotiateVersion,
  type Prelogin,
  ProtocolError,
  prelogin,
} from '@sprocket/tds';
import type { Config } from '../config/settings.ts';
import { PROGRAM_VERSION } from '../version.ts';
import type { Encryption as Transported } from './transport.ts';

/** How the two ends of a connection agreed to talk. */
export interface WireTerms {
  readonly tdsVersion: number;
  readonly packetSize: number;
  readonly utf8: boolean;
  /** FEATUREEXTACK items to acknowledge. */
  readonly features: readonly Feature[];
}

/** An error that a refused login answers with. */
export interface LoginError {
  readonly number: number;
  readonly severity: number;
  readonly state: number;
  readonly message: string;
}

/** What follows the answer to a PRELOGIN. */
export type AfterPrelogin = 'plain login' | 'encrypted login' | 'encrypted connection' | 'refusal';

export interface PreloginDecision {
  /** The Encryption to answer with. */
  readonly answer: number;
  readonly next: AfterPrelogin;
}

/** [MS-TDS] 3.3.5.1, the table of what the client sends and what the server is set to. */
export function decideEncryption(mode: Config['tlsMode'], transported: Transported, asked: number): PreloginDecision {
  if (transported === 'strict') return { answer: asked === Encryption.ON ? Encryption.ON : Encryption.NOT_SUPPORTED, next: 'plain login' };
  if (mode === 'strict') return { answer: Encryption.REQUIRED, next: 'refusal' };
  if (mode === 'off') return { answer: Encryption.NOT_SUPPORTED, next: 'plain login' };
  switch (asked) {
    case Encryption.ON:
    case Encryption.REQUIRED:
      return { answer: Encryption.ON, next: 'encrypted connection' };
    case Encryption.OFF:
      return mode === 'required'
        ? { answer: Encryption.REQUIRED, next: 'encrypted connection' }
        : { answer: Encryption.OFF, next: 'encrypted login' };
    default:
      return mode === 'required'
        ? { answer: Encryption.REQUIRED, next: 'refusal' }
        : { answer: Encryption.NOT_SUPPORTED, next: 'plain login' };
  }
}

/** The payload of the answer to a PRELOGIN. */
export function preloginAnswer(asked: Prelogin, encryption: number): Uint8Array {
  const [major, minor, build] = PROGRAM_VERSION;
  return encodePrelogin({
    ...prelogin({ major, minor, build, subBuild: 0 }, encryption),
    instance: asked.instance === null ? null : '',
    threadId: asked.threadId === null ? null : 0,
    mars: asked.mars === null ? null : false,
  });
}

/** What both sides will use. Throws a ProtocolError for a client older than TDS 7.0. */
export function wireTerms(login: Login7): WireTerms {
  const tdsVersion = negotiateVersion(login.tdsVersion);
  if (tdsVersion === undefined) throw new ProtocolError(`TDS version 0x${login.tdsVersion.toString(16)} is too old`);
  const utf8 = login.features.some((feature) => feature.id === FeatureId.UTF8_SUPPORT);
  return {
    tdsVersion,
    packetSize: packetSizeFor(login.packetSize),
    utf8,
    features: utf8 ? [{ id: FeatureId.UTF8_SUPPORT, data: Uint8Array.of(1) }] : [],
  };
}

export interface ClientFacts {
  readonly address: string;
  readonly encrypted: boolean;
  /** Asked often by a running request. */
  readonly interrupted: () => boolean;
  /** The session was ended by somebody else. */
  readonly ended: () => void;
}

export function loginRequest(login: Login7, client: ClientFacts): LoginRequest {
  return {
    user: login.userName,
    password: login.password,
    database: login.database,
    language: login.language,
    hostName: login.hostName,
    applicationName: login.appName,
    clientInterface: login.interfaceName,
    clientAddress: client.address,
    hostProcessId: login.clientPid,
    packetSize: packetSizeFor(login.packetSize),
    encrypted: client.encrypted,
    ansiDefaults: login.flags.odbc || login.flags.oleDb,
    interrupted: client.interrupted,
    ended: client.ended,
  };
}

/** Why a login is refused without asking the engine; undefined when it is not. */
export function unsupportedLogin(login: Login7): LoginError | undefined {
  if (login.flags.integratedSecurity || login.sspi.length > 0) return REFUSALS.integrated;
  if (login.flags.changePassword || login.newPassword !== '') return REFUSALS.changePassword;
  return undefined;
}

/** The errors to answer with when the engine refused a login, or failed at it. */
export function loginErrors(error: unknown, user: string): readonly LoginError[] {
  const failed = { number: 18456, severity: 14, state: 1, message: `Login failed for user '${user}'.` };
  if (!(error instanceof SqlError)) return [failed];
  const { number, severity, state, message } = error;
  // A database that cannot be used (4060) comes before the failure of the login itself.
  return severity < failed.severity ? [{ number, severity, state, message }, failed] : [{ number, severity, state, message }];
}

/** A name that failed too often. */
export function lockedOut(user: string): LoginError {
  return {
    number: 18486,
    severity: 14,
    state: 1,
    message: `Login failed for user '${user}' because the account is currently locked out. The system administrator can unlock it.`,
  };
}

const REFUSALS = {
  integrated: {
    number: 18452,
    severity: 14,
    state: 1,
    message: 'Login failed. The login is from an untrusted domain and cannot be used with Integrated authentication.',
  },
  changePassword: {
    number: 18456,
    severity: 14,
    state: 1,
    message: 'Login failed. A password cannot be changed at login: use ALTER LOGIN.',
  },
} as const;

function packetSizeFor(asked: number): number {
  return asked === 0 ? DEFAULT_PACKET_SIZE : Math.min(Math.max(asked, MIN_PACKET_SIZE), MAX_PACKET_SIZE);
}
