/** The explorer pane: a filter, the tree of procedures, and the ways to get new ones. */
import { Database, FilePlus2, Import, Search } from 'lucide-react';
import { type ReactNode, useMemo, useState } from 'react';
import { useLacking } from '../../../session/workspace.tsx';
import { Button, EmptyState, ErrorState, IconButton, Input, Loading } from '../../../ui/index.ts';
import { useEnvironment } from '../state/active.ts';
import { openDialog, useWorkbench } from '../state/workbench.ts';
import { ProcedureTree } from './procedure-tree.tsx';
import { treeRows } from './tree.ts';
import { useClosedCategories } from './use-closed-categories.ts';
import { useCategories, useProcedures } from './use-procedures.ts';

export function Explorer() {
  const workbench = useWorkbench();
  const needsAuthor = useLacking('author');
  const noEnvironment = useEnvironment() === null ? 'The workspace has no environment yet' : undefined;
  const [filter, setFilter] = useState('');
  return (
    <nav aria-label="Procedures" data-pane="explorer" className="@container flex h-full min-h-0 flex-col bg-surface">
      <div className="flex h-9 shrink-0 items-center gap-0.5 pr-1 pl-3">
        <h2 className="flex-1 truncate text-xs font-semibold tracking-wide text-muted uppercase">Procedures</h2>
        <IconButton
          icon={FilePlus2}
          label="New procedure"
          unavailable={needsAuthor}
          onClick={() => openDialog(workbench, { kind: 'new' })}
        />
        <IconButton
          icon={Import}
          label="Import from the environment"
          unavailable={needsAuthor ?? noEnvironment}
          onClick={() => openDialog(workbench, { kind: 'import' })}
        />
      </div>
      <div className="relative shrink-0 px-2 pb-2">
        <Search aria-hidden className="absolute top-2 left-4 size-3.5 text-muted" />
        <Input
          type="search"
          aria-label="Filter procedures"
          placeholder="Filter"
          value={filter}
          onChange={({ target }) => setFilter(target.value)}
          className="h-7.5 pl-7"
        />
      </div>
      <Tree filter={filter} clearFilter={() => setFilter('')} canCreate={needsAuthor === undefined} />
    </nav>
  );
}

function Tree({
  filter,
  clearFilter,
  canCreate,
}: {
  readonly filter: string;
  readonly clearFilter: () => void;
  readonly canCreate: boolean;
}) {
  const procedures = useProcedures();
  const categories = useCategories();
  const [closed, toggle] = useClosedCategories();
  const rows = useMemo(
    () => treeRows({ categories: categories.data ?? [], procedures: procedures.data?.items ?? [], filter, closed }),
    [categories.data, procedures.data, filter, closed],
  );
  if (procedures.isError) return <ErrorState error={procedures.error} onRetry={() => void procedures.refetch()} />;
  if (procedures.data === undefined) return <Loading label="Loading procedures…" />;
  if (procedures.data.items.length === 0) return <NothingYet canCreate={canCreate} />;
  if (rows.length === 0) return <NothingFound filter={filter} clearFilter={clearFilter} />;
  // A filter shows everything that it finds, so folding waits until it is gone.
  const fold = filter.trim() === '' ? toggle : () => undefined;
  return <ProcedureTree rows={rows} categories={categories.data ?? []} onToggle={fold} />;
}

function NothingYet({ canCreate }: { readonly canCreate: boolean }): ReactNode {
  const workbench = useWorkbench();
  if (!canCreate) return <EmptyState title="No procedures yet">An author of the workspace can create them.</EmptyState>;
  return (
    <EmptyState
      icon={Database}
      title="No procedures yet"
      action={
        <div className="flex flex-col gap-2">
          <Button variant="primary" onClick={() => openDialog(workbench, { kind: 'new' })}>
            New procedure
          </Button>
          <Button onClick={() => openDialog(workbench, { kind: 'import' })}>Import</Button>
        </div>
      }
    >
      Write a new one, or take over those that the environment already has.
    </EmptyState>
  );
}

function NothingFound({ filter, clearFilter }: { readonly filter: string; readonly clearFilter: () => void }) {
  return (
    <EmptyState title="Nothing found" action={<Button onClick={clearFilter}>Clear the filter</Button>}>
      No procedure's name contains “{filter.trim()}”.
    </EmptyState>
  );
}
