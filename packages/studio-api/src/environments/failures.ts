/**
 * What can go wrong with an environment, in two kinds that callers treat differently: it could not be reached (`EnvironmentUnreachable`, with one of
 * five reasons that a user can act on), or it answered with errors, which are data (`SqlMessage`).
 *
 * The driver reports login errors by message alone; their numbers are collected from the connection while it logs in.
 */

export type UnreachableReason = 'unreachable' | 'login-failed' | 'unknown-database' | 'tls-refused' | 'timeout';

/** A message of the server: an error above level 10, information below. */
export interface SqlMessage {
  readonly number: number;
  readonly level: number;
  readonly state: number;
  readonly line: number;
  readonly procedure: string | undefined;
  readonly text: string;
}

/** The environment cannot be used now. The message is for people and names neither login nor password. */
export class EnvironmentUnreachable extends Error {
  readonly reason: UnreachableReason;
  constructor(reason: UnreachableReason, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'EnvironmentUnreachable';
    this.reason = reason;
  }
}

/** The environment refused a statement of ours that should have worked; the errors are its own. */
export class EnvironmentRefused extends Error {
  readonly errors: readonly SqlMessage[];
  constructor(errors: readonly SqlMessage[]) {
    super(errors[0]?.text ?? 'the environment refused the statement');
    this.name = 'EnvironmentRefused';
    this.errors = errors;
  }
}

interface DriverError {
  readonly code?: string | undefined;
  readonly message: string;
}

/** Errors of a login: which reason they stand for. Every other number of a login counts as login-failed. */
const LOGIN_REASONS: Readonly<Record<number, UnreachableReason>> = {
  4060: 'unknown-database', // Cannot open database "%.*ls" requested by the login.
  4063: 'unknown-database', // … requested by the login; the default database was used instead.
  911: 'unknown-database', // Database '%.*ls' does not exist.
  18456: 'login-failed', // Login failed for user '%.*ls'.
};

const EXPLANATIONS: Readonly<Record<UnreachableReason, (address: string) => string>> = {
  unreachable: (address) => `The server at ${address} cannot be reached.`,
  'login-failed': (address) => `The server at ${address} refused the login.`,
  'unknown-database': (address) => `The server at ${address} has no such database, or the login may not use it.`,
  'tls-refused': (address) => `No encrypted connection to ${address} could be agreed on.`,
  timeout: (address) => `The server at ${address} did not answer in time.`,
};

/** What the failure of connecting or of a broken connection means. `logins` are the errors that arrived while logging in. */
export function unreachable(error: unknown, address: string, logins: readonly SqlMessage[] = []): EnvironmentUnreachable {
  if (error instanceof EnvironmentUnreachable) return error;
  const reason = reasonOf(driverErrors(error), logins);
  return new EnvironmentUnreachable(reason, EXPLANATIONS[reason](address), { cause: error });
}

function reasonOf(errors: readonly DriverError[], logins: readonly SqlMessage[]): UnreachableReason {
  const known = logins.map(({ number }) => LOGIN_REASONS[number]).find((reason) => reason !== undefined);
  if (known === 'unknown-database') return known;
  const codes = new Set(errors.map(({ code }) => code));
  if (codes.has('ELOGIN')) return known ?? 'login-failed';
  if (codes.has('EENCRYPT') || errors.some(isTls)) return 'tls-refused';
  return codes.has('ETIMEOUT') || codes.has('ETIMEDOUT') ? 'timeout' : 'unreachable';
}

/** The codes of Node's TLS and of OpenSSL are many; all name what they are about. */
function isTls({ code = '', message }: DriverError): boolean {
  return /CERT|TLS|SSL|SELF_SIGNED|UNABLE_TO_VERIFY|ALTNAME/.test(code) || /certificate|TLS|SSL/.test(message);
}

/** An error with everything it was caused by. */
function driverErrors(error: unknown): readonly DriverError[] {
  if (!(error instanceof Error)) return [];
  const own: DriverError = { code: 'code' in error ? String(error.code) : undefined, message: error.message };
  const inner = [error.cause, 'originalError' in error ? error.originalError : undefined];
  const nested = error instanceof AggregateError ? error.errors : [];
  return [own, ...[...inner, ...nested].filter((each) => each !== error).flatMap(driverErrors)];
}
