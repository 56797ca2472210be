/**
 * Refusals as the contract names them. A feature throws one with the sentence that the user reads; everything else that is thrown is a mistake of
 * ours and becomes `internal` without its text.
 */
import type { Problem } from '@sprocket/studio-contract';

export type ProblemCode = Problem['code'];
export type ProblemDetails = Omit<Problem, 'code' | 'message' | 'requestId'>;

/** The status of each code. */
export const problemStatus: Readonly<Record<ProblemCode, number>> = {
  'bad-request': 400,
  unauthenticated: 401,
  'bad-credentials': 401,
  csrf: 403,
  forbidden: 403,
  'not-found': 404,
  'name-taken': 409,
  'stale-draft': 409,
  published: 409,
  'not-published': 409,
  'in-use': 409,
  'last-owner': 409,
  'too-large': 413,
  'sql-invalid': 422,
  'no-environment': 409,
  'environment-unreachable': 502,
  'environment-refused': 502,
  'too-many-requests': 429,
  'feature-off': 404,
  internal: 500,
};

export class ProblemError extends Error {
  readonly code: ProblemCode;
  readonly details: ProblemDetails;

  constructor(code: ProblemCode, message: string, details: ProblemDetails = {}) {
    super(message);
    this.code = code;
    this.details = details;
  }
}

/** `throw problem('name-taken', 'A procedure dbo.p exists already.')` */
export function problem(code: ProblemCode, message: string, details?: ProblemDetails): ProblemError {
  return new ProblemError(code, message, details);
}

/** Also for whatever belongs to another workspace. */
export function notFound(what = 'This does not exist, or you have no access to it.'): ProblemError {
  return problem('not-found', what);
}

/** One field of the request is wrong; `path` as the body names it, with dots. */
export function badField(path: string, message: string): ProblemError {
  return problem('bad-request', `${path}: ${message}`, { fields: [{ path, message }] });
}
