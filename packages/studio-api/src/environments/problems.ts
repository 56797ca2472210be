/** Failures of an environment as the API reports them. */
import type { SqlDiagnostic } from '@sprocket/studio-contract';
import { type ProblemError, problem } from '../http/problem.ts';
import { EnvironmentRefused, EnvironmentUnreachable, type SqlMessage } from './failures.ts';

/** Runs `work`; its failures of the environment become problems, everything else passes. */
export async function reporting<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw environmentProblem(error) ?? error;
  }
}

export function environmentProblem(error: unknown): ProblemError | undefined {
  if (error instanceof EnvironmentUnreachable) return problem('environment-unreachable', error.message, { reason: error.reason });
  if (error instanceof EnvironmentRefused)
    return problem('environment-refused', error.message, { errors: error.errors.map(messageDiagnostic) });
  return undefined;
}

/** An error of the server in the shape of every mistake in SQL; the line counts in the batch that was sent. */
export function messageDiagnostic({ text, number, line }: SqlMessage): SqlDiagnostic {
  return { message: text, code: String(number), ...(line > 0 ? { line } : {}) };
}
