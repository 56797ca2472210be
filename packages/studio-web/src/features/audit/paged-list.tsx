/** Draws a list in pages: loading, failure, nothing found, the rows, and the button for the next page. */
import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { formatPlural } from '../../lib/format.ts';
import { Button, EmptyState, ErrorState, Loading } from '../../ui/index.ts';
import type { Pages } from './pages.ts';

export interface PagedListProps<Item> {
  readonly pages: Pages<Item>;
  readonly icon: LucideIcon;
  readonly empty: string;
  readonly children: (items: readonly Item[]) => ReactNode;
}

export function PagedList<Item>({ pages, icon, empty, children }: PagedListProps<Item>) {
  if (pages.isPending) return <Loading />;
  if (pages.isError) return <ErrorState error={pages.error} onRetry={() => void pages.refetch()} />;
  if (pages.data.length === 0) return <EmptyState icon={icon} title={empty} />;
  return (
    <>
      {children(pages.data)}
      <div className="flex items-center gap-3 px-4 py-3 text-muted" role="status">
        {formatPlural(pages.data.length, 'entry', 'entries')}
        {pages.hasNextPage && (
          <Button size="sm" busy={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
            Show more
          </Button>
        )}
      </div>
    </>
  );
}
