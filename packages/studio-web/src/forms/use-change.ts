/**
 * A change at the API as a mutation: what it made stale is fetched again before it counts as done, and a refusal is told in the corner unless the screen
 * shows it itself.
 */
import { type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query';
import { toastError } from '../ui/index.ts';

export interface ChangeOptions<Input, Output> {
  readonly change: (input: Input) => Promise<Output>;
  /** Beginnings of the keys that are stale afterwards, e.g. `['workspaces', slug, 'members']`. */
  readonly stale: readonly (readonly unknown[])[];
  /** What failed, as a headline: `The member could not be removed`. Without it the screen shows the error. */
  readonly failure?: string;
  readonly onDone?: (output: Output, input: Input) => void;
}

export function useChange<Input, Output>(options: ChangeOptions<Input, Output>): UseMutationResult<Output, Error, Input> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: options.change,
    onSuccess: async (output, input) => {
      await Promise.all(options.stale.map((queryKey) => client.invalidateQueries({ queryKey })));
      options.onDone?.(output, input);
    },
    onError: (error) => {
      if (options.failure !== undefined) toastError(options.failure, error);
    },
  });
}
