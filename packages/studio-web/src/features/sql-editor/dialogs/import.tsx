/** Taking procedures over that the environment has and the workspace does not: as published, with version 1. */
import { operations } from '@sprocket/studio-contract';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { call, messageOf, queryOf } from '../../../api/index.ts';
import { formatDateTime, formatPlural } from '../../../lib/format.ts';
import {
  BodyCell,
  Button,
  Checkbox,
  Dialog,
  EmptyState,
  ErrorState,
  Field,
  HeadCell,
  Input,
  Loading,
  Notice,
  Row,
  Select,
  Table,
  toast,
} from '../../../ui/index.ts';
import { procedureTitle } from '../explorer/tree.ts';
import { useCategories } from '../explorer/use-procedures.ts';
import { refreshProcedures, tell, useWorkbench } from '../state/workbench.ts';

export function ImportDialog({ onClose }: { readonly onClose: () => void }) {
  const workbench = useWorkbench();
  const { workspace } = workbench;
  const candidates = useQuery({ ...queryOf(operations.importCandidates, { path: { workspace } }), staleTime: 0 });
  const [filter, setFilter] = useState('');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [categoryId, setCategoryId] = useState<string>('');
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  const { data: categories = [] } = useCategories();
  const shown = useMemo(
    () => (candidates.data ?? []).filter((each) => procedureTitle(each).toLowerCase().includes(filter.trim().toLowerCase())),
    [candidates.data, filter],
  );
  const importable = shown.filter(({ encrypted }) => !encrypted).map(procedureTitle);
  const all = importable.length > 0 && importable.every((title) => chosen.has(title));
  const toggle = (titles: readonly string[], on: boolean) => {
    const next = new Set(chosen);
    for (const title of titles)
      if (on) next.add(title);
      else next.delete(title);
    setChosen(next);
  };
  const run = async () => {
    setBusy(true);
    const procedures = (candidates.data ?? [])
      .filter((each) => chosen.has(procedureTitle(each)))
      .map(({ schema, name }) => ({ schema, name }));
    try {
      const { imported, refused } = await call(operations.importProcedures, {
        path: { workspace },
        body: { procedures, categoryId: categoryId === '' ? null : categoryId },
      });
      refreshProcedures(workbench);
      for (const each of refused) tell(workbench, 'warning', `${procedureTitle(each)} was not imported: ${each.message}`);
      tell(workbench, 'info', `${formatPlural(imported.length, 'procedure')} imported.`);
      toast(`Imported ${formatPlural(imported.length, 'procedure')}`);
      if (refused.length === 0) return onClose();
      setProblem(`${formatPlural(refused.length, 'procedure')} could not be imported; Messages says why. ${refused[0]?.message}`);
      setChosen(new Set());
      await candidates.refetch();
    } catch (error) {
      setProblem(messageOf(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      width="lg"
      title="Import procedures"
      description="Procedures of the environment that the workspace does not have. They come as published, with version 1; nothing is deployed."
      bodyClassName="flex min-h-0 flex-col gap-3 p-4"
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" disabled={chosen.size === 0} busy={busy} onClick={() => void run()}>
            Import {chosen.size > 0 && formatPlural(chosen.size, 'procedure')}
          </Button>
        </>
      }
    >
      {problem !== undefined && <Notice tone="danger">{problem}</Notice>}
      {candidates.isError ? (
        <ErrorState error={candidates.error} onRetry={() => void candidates.refetch()} />
      ) : candidates.data === undefined ? (
        <Loading label="Asking the environment…" />
      ) : candidates.data.length === 0 ? (
        <EmptyState title="Nothing to import">The workspace already has every procedure of the environment.</EmptyState>
      ) : (
        <>
          <div className="flex gap-3">
            <Field label="Filter" className="flex-1">
              {(control) => <Input {...control} type="search" value={filter} onChange={({ target }) => setFilter(target.value)} />}
            </Field>
            <Field label="Into category" className="w-56">
              {(control) => (
                <Select {...control} value={categoryId} onChange={({ target }) => setCategoryId(target.value)}>
                  <option value="">No category</option>
                  {categories.map(({ id, name }) => (
                    <option key={id} value={id}>
                      {name}
                    </option>
                  ))}
                </Select>
              )}
            </Field>
          </div>
          <section aria-label="Procedures to import" className="min-h-0 flex-1 overflow-y-auto rounded-md border border-border">
            <Table>
              <thead>
                <tr>
                  <HeadCell>
                    <Checkbox label="Name" checked={all} onCheckedChange={(on) => toggle(importable, on)} />
                  </HeadCell>
                  <HeadCell>Changed</HeadCell>
                </tr>
              </thead>
              <tbody>
                {shown.map((each) => (
                  <Row key={procedureTitle(each)}>
                    <BodyCell>
                      <Checkbox
                        label={procedureTitle(each)}
                        hint={each.encrypted ? 'Encrypted: its text cannot be read' : undefined}
                        disabled={each.encrypted}
                        checked={chosen.has(procedureTitle(each))}
                        onCheckedChange={(on) => toggle([procedureTitle(each)], on)}
                      />
                    </BodyCell>
                    <BodyCell className="text-muted">{each.modifiedAt === null ? '' : formatDateTime(each.modifiedAt)}</BodyCell>
                  </Row>
                ))}
              </tbody>
            </Table>
          </section>
        </>
      )}
    </Dialog>
  );
}
