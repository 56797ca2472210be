/**
 * Every failed call as one error: what the API said (a Problem), or that it could not be reached.
 *
 * Programs look at `problem.code`; `message` is written for people and may be shown as it is.
 */
import { Problem } from '@sprocket/studio-contract';

export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly problem: Problem;
  /** The HTTP status; 0 when no answer came. */
  readonly status: number;

  constructor(problem: Problem, status: number) {
    super(problem.message);
    this.problem = problem;
    this.status = status;
  }
}

/** Whether an error is a problem with this code. */
export function isProblem(error: unknown, code: Problem['code']): error is ProblemError {
  return error instanceof ProblemError && error.problem.code === code;
}

/** Whether the same call may succeed later without any change: no answer came, the server was not well, or it asked for patience. */
export function mayPass(error: unknown): boolean {
  return error instanceof ProblemError && (error.status === 0 || error.status === 429 || error.status >= 500);
}

/** What to tell people about any error. */
export function messageOf(error: unknown): string {
  if (error instanceof ProblemError) return error.message;
  return error instanceof Error && error.message !== '' ? error.message : 'Something went wrong.';
}

/** The problem in an answer that is not a success. A proxy may answer with something else: then the status has to do. */
export async function problemOf(response: Response): Promise<ProblemError> {
  const document: unknown = await response.json().catch(() => undefined);
  const parsed = Problem.safeParse(document);
  const requestId = response.headers.get('x-request-id') ?? '';
  const problem = parsed.data ?? { code: 'internal', message: `The server answered with status ${response.status}.`, requestId };
  return new ProblemError(problem, response.status);
}

export const unreachable = (): ProblemError =>
  new ProblemError({ code: 'internal', message: 'The server cannot be reached. Check the connection and try again.', requestId: '' }, 0);

export const notUnderstood = (response: Response): ProblemError =>
  new ProblemError(
    {
      code: 'internal',
      message: 'The answer of the server was not understood. Reload the page: it may have been updated.',
      requestId: response.headers.get('x-request-id') ?? '',
    },
    response.status,
  );
