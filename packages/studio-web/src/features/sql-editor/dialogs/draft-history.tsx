/** The last saves of a draft, each beside the text as it is now; one can be put back, as an edit that can be undone. */
import { operations, type Procedure } from '@sprocket/studio-contract';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { queryOf } from '../../../api/index.ts';
import { formatCount, formatDateTime } from '../../../lib/format.ts';
import { Button, Dialog, EmptyState, ErrorState, Loading } from '../../../ui/index.ts';
import { DiffView } from '../editor/lazy.tsx';
import { procedureTitle } from '../explorer/tree.ts';
import { tell, useWorkbench } from '../state/workbench.ts';

export function DraftHistoryDialog({ procedure, onClose }: { readonly procedure: Procedure; readonly onClose: () => void }) {
  const workbench = useWorkbench();
  const path = { workspace: workbench.workspace, procedure: procedure.id };
  const saves = useQuery({ ...queryOf(operations.draftHistory, { path }), staleTime: 0 });
  const [chosen, setChosen] = useState<number>();
  const revision = chosen ?? saves.data?.[0]?.revision;
  const save = useQuery({
    ...queryOf(operations.draftSave, { path: { ...path, revision: revision ?? 0 } }),
    enabled: revision !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const now = workbench.documents?.text(procedure.id) ?? '';
  const restore = () => {
    if (save.data === undefined) return;
    workbench.documents?.replace(procedure.id, save.data.text);
    tell(
      workbench,
      'info',
      `The save of ${formatDateTime(save.data.savedAt)} was put back into the draft of ${procedureTitle(procedure)}.`,
    );
    onClose();
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      width="full"
      title={`Saves of the draft of ${procedureTitle(procedure)}`}
      description="The last 50 saves. They are not versions: versions are made by publishing."
      bodyClassName="flex min-h-0"
      footer={
        <>
          <Button onClick={onClose}>Close</Button>
          <Button variant="primary" disabled={save.data === undefined || save.data.text === now} onClick={restore}>
            Restore this save
          </Button>
        </>
      }
    >
      <ul aria-label="Saves" className="w-72 shrink-0 overflow-y-auto border-r border-border bg-surface p-1">
        {saves.data?.map((each) => (
          <li key={each.revision}>
            <button
              type="button"
              aria-pressed={each.revision === revision}
              onClick={() => setChosen(each.revision)}
              className={`w-full rounded px-2 py-1 text-left ${each.revision === revision ? 'bg-accent-subtle' : 'hover:bg-surface-hover'}`}
            >
              <span className="block">{formatDateTime(each.savedAt)}</span>
              <span className="block text-xs text-muted">
                {each.savedBy.name} · {formatCount(each.length)} characters
              </span>
            </button>
          </li>
        ))}
      </ul>
      <div className="min-h-0 min-w-0 flex-1">
        {saves.isError ? (
          <ErrorState error={saves.error} onRetry={() => void saves.refetch()} />
        ) : saves.data?.length === 0 ? (
          <EmptyState title="No saves yet">Every save of the draft is listed here.</EmptyState>
        ) : save.data === undefined ? (
          <Loading />
        ) : (
          <DiffView original={save.data.text} modified={now} label="The save and the draft as it is now" />
        )}
      </div>
    </Dialog>
  );
}
