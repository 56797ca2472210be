/**
 * Reading operations as TanStack queries.
 *
 * A key is the segments of the address and then the query, so that everything below an address is invalidated by its beginning:
 * `keyBelow('workspaces', slug, 'procedures')` covers the list in every filter, each procedure and its versions.
 */
import { type Operation, pathOf, type ResponseOf } from '@sprocket/studio-contract';
import type { AnyOperation, CallInput, InputArgument } from './client.ts';
import { call } from './instance.ts';

type Key = readonly unknown[];
type ReadInput<O> = Pick<CallInput<O>, 'path' | 'query'>;

/** The key of one answer. */
export function keyOf(
  row: Pick<Operation, 'path'>,
  input: { readonly path?: ReadInput<Operation>['path']; readonly query?: unknown } = {},
): Key {
  const segments = pathOf(row, input.path ?? {})
    .split('/')
    .slice(2);
  return input.query === undefined ? segments : [...segments, input.query];
}

/** The beginning that the keys of everything below an address share. */
export const keyBelow = (...segments: readonly string[]): Key => segments;

export interface ReadOptions<Answer> {
  readonly queryKey: Key;
  readonly queryFn: (context: { readonly signal: AbortSignal }) => Promise<Answer>;
}

/** Options for useQuery, ensureQueryData and friends: `useQuery(queryOf(operations.listMembers, { path: { workspace } }))`. */
export function queryOf<O extends AnyOperation>(row: O, input: ReadInput<O> = {} as ReadInput<O>): ReadOptions<ResponseOf<O>> {
  return {
    queryKey: keyOf(row, input),
    queryFn: ({ signal }) => call(row, ...([{ ...input, signal }] as unknown as InputArgument<O>)),
  };
}
