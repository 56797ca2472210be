/** A list that comes in pages, newest first, fetched as far as the person went. */
import type { ResponseOf } from '@sprocket/studio-contract';
import { operations } from '@sprocket/studio-contract';
import { type UseInfiniteQueryResult, useInfiniteQuery } from '@tanstack/react-query';
import { call, keyOf } from '../../api/index.ts';
import type { ActivitySearch, AuditSearch } from './search.ts';

type Page<Item> = { readonly items: readonly Item[]; readonly next: string | null };
export type Pages<Item> = UseInfiniteQueryResult<readonly Item[], Error>;

type AuditItem = ResponseOf<typeof operations.listAudit>['items'][number];
type ActivityItem = ResponseOf<typeof operations.listActivity>['items'][number];

export function useAudit(workspace: string, { procedure, actor, ...filter }: AuditSearch): Pages<AuditItem> {
  const query = { ...filter, procedureId: procedure, actorId: actor };
  return usePages(keyOf(operations.listAudit, { path: { workspace }, query: { ...query, pages: true } }), (cursor, signal) =>
    call(operations.listAudit, { path: { workspace }, query: { ...query, cursor }, signal }),
  );
}

export function useActivity(workspace: string, { procedure, actor, ...filter }: ActivitySearch): Pages<ActivityItem> {
  const query = { ...filter, procedureId: procedure, actorId: actor };
  return usePages(keyOf(operations.listActivity, { path: { workspace }, query: { ...query, pages: true } }), (cursor, signal) =>
    call(operations.listActivity, { path: { workspace }, query: { ...query, cursor }, signal }),
  );
}

function usePages<Item>(
  queryKey: readonly unknown[],
  fetchPage: (cursor: string | undefined, signal: AbortSignal) => Promise<Page<Item>>,
): Pages<Item> {
  return useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam, signal }) => fetchPage(pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
    select: (data) => data.pages.flatMap((page) => page.items),
  });
}
