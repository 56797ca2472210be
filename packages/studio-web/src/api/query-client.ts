/** The cache of server state. Refusals are final; only an unreachable or failing server is asked again, once. */
import { QueryClient } from '@tanstack/react-query';
import { ProblemError } from './problem-error.ts';

export const createQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: { staleTime: 15_000, refetchOnWindowFocus: true, retry: (failures, error) => failures < 1 && isTransient(error) },
      mutations: { retry: false },
    },
  });

function isTransient(error: unknown): boolean {
  return error instanceof ProblemError && (error.status === 0 || error.status >= 502);
}
