/**
 * The one shape of every error of the API, and the one shape of a mistake in SQL.
 *
 * `code` is what programs look at; `message` is for people. A mistake in SQL is a value, not an exception: validation answers 200 with a list of them,
 * publishing answers 422 with the same list.
 */
import { z } from 'zod';

/** A mistake in a procedure's text. Lines and columns count from 1 in the text of the draft, whatever was really sent to the environment. */
export const SqlDiagnostic = z.object({
  message: z.string(),
  line: z.int().optional(),
  column: z.int().optional(),
  endLine: z.int().optional(),
  endColumn: z.int().optional(),
  /** The token at fault, as written. */
  near: z.string().optional(),
  /** SQL Server's error number as text ("208"), or the id of a lint rule or of a check ("select-star", "unknown-table"). */
  code: z.string().optional(),
});
export type SqlDiagnostic = z.infer<typeof SqlDiagnostic>;

/** A warning carries its severity beside it: lint rules may be informational. */
export const SqlWarning = SqlDiagnostic.extend({ severity: z.enum(['warning', 'info']) });
export type SqlWarning = z.infer<typeof SqlWarning>;

export const problemCodes = [
  'bad-request', // 400: a field is missing or wrong; `fields` names each
  'unauthenticated', // 401: log in (again)
  'bad-credentials', // 401: email or password wrong
  'csrf', // 403: the token of the session is missing or old
  'forbidden', // 403: the role does not allow it; `needs` names the role
  'not-found', // 404: also for whatever belongs to another workspace
  'name-taken', // 409
  'stale-draft', // 409: somebody saved in between; `current` has the newer draft
  'published', // 409: the procedure has no draft; move it to draft first
  'not-published', // 409: only a published version is executed
  'in-use', // 409: something else still refers to it
  'last-owner', // 409: a workspace keeps an owner
  'too-large', // 413
  'sql-invalid', // 422: `errors` says where
  'no-environment', // 409: the workspace has no environment yet
  'environment-unreachable', // 502: `reason` says why: unreachable, login-failed, unknown-database, tls-refused, timeout
  'environment-refused', // 502: the environment answered with an error; `errors` has it
  'too-many-requests', // 429
  'feature-off', // 404: FEATURE_SQL_EDITOR is off
  'internal', // 500
] as const;

export const Problem = z.object({
  code: z.enum(problemCodes),
  message: z.string(),
  /** The id of the request, also in the log and in the header x-request-id. */
  requestId: z.string(),
  needs: z.string().optional(),
  reason: z.enum(['unreachable', 'login-failed', 'unknown-database', 'tls-refused', 'timeout']).optional(),
  fields: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  errors: z.array(SqlDiagnostic).optional(),
  warnings: z.array(SqlWarning).optional(),
  current: z.object({ text: z.string(), revision: z.int(), savedAt: z.iso.datetime(), savedBy: z.string() }).optional(),
});
export type Problem = z.infer<typeof Problem>;
