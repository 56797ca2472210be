/**
 * Publishing: what the environment runs now beside what it will run, the findings, who calls it, and where it goes.
 *
 * The draft is saved first, so that what is compared is what is typed. A refused publish shows its errors here and in the editor; nothing was changed then.
 */
import { operations, type Procedure, type PublishPreview, type SqlDiagnostic } from '@sprocket/studio-contract';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { call, isProblem, messageOf } from '../../../api/index.ts';
import { formatPlural } from '../../../lib/format.ts';
import { Button, ColourDot, Dialog, ErrorState, Loading, Notice, Switch, toast } from '../../../ui/index.ts';
import { DiffView } from '../editor/lazy.tsx';
import { procedureTitle } from '../explorer/tree.ts';
import { validationEntries } from '../results/log.ts';
import { withMessages, withProcedure } from '../state/editor-state.ts';
import { adoptProcedure, tell, useWorkbench, type Workbench } from '../state/workbench.ts';

export function PublishDialog({ procedure, onClose }: { readonly procedure: Procedure; readonly onClose: () => void }) {
  const workbench = useWorkbench();
  const preview = usePreview(workbench, procedure);
  const [wordWrap, setWordWrap] = useState(true);
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  const publish = async () => {
    setBusy(true);
    setProblem(undefined);
    const refused = await publishNow(workbench, procedure.id, savedRevision(workbench, procedure));
    setBusy(false);
    if (refused === undefined) onClose();
    else setProblem(refused);
  };
  const shown = preview.data;
  const held = shown === undefined || !shown.validation.valid;
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      width="full"
      title={`Publish ${procedureTitle(procedure)}`}
      description={shown === undefined ? 'Looking at the environment…' : <Target preview={shown} />}
      bodyClassName="flex min-h-0 flex-col"
      footer={
        <>
          <Switch label="Word wrap" checked={wordWrap} onCheckedChange={setWordWrap} className="mr-auto self-center" />
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" disabled={held} busy={busy} onClick={() => void publish()}>
            Publish
          </Button>
        </>
      }
    >
      {preview.isError ? (
        <ErrorState error={preview.error} onRetry={() => void preview.refetch()} />
      ) : shown === undefined ? (
        <Loading label="Validating and comparing…" />
      ) : (
        <>
          <div className="flex shrink-0 flex-col gap-1.5 p-3 empty:hidden">
            {problem !== undefined && <Notice tone="danger">{problem}</Notice>}
            <PreviewNotices preview={shown} />
          </div>
          <div className="grid shrink-0 grid-cols-2 border-y border-border bg-surface text-xs text-muted">
            <span className="px-3 py-1">{shown.liveText === null ? 'The environment has no such procedure yet' : 'Live now'}</span>
            <span className="border-l border-border px-3 py-1">After publishing</span>
          </div>
          <div className="min-h-0 flex-1">
            <DiffView
              original={shown.liveText ?? ''}
              modified={shown.deployText}
              wordWrap={wordWrap}
              label="Live text and text to publish"
            />
          </div>
        </>
      )}
    </Dialog>
  );
}

function usePreview(workbench: Workbench, procedure: Procedure) {
  return useQuery({
    queryKey: ['publish-preview', procedure.id],
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async ({ signal }) => {
      const saved = (await workbench.documents?.save(procedure.id)) ?? true;
      if (!saved) throw new Error('The draft could not be saved, so it cannot be published.');
      return call(operations.publishPreview, { path: { workspace: workbench.workspace, procedure: procedure.id }, signal });
    },
  });
}

function Target({ preview: { environment } }: { readonly preview: PublishPreview }) {
  return (
    <span className="flex items-center gap-1.5">
      to <ColourDot colour={environment.colour} />
      <strong className="font-medium text-foreground">{environment.name}</strong> (database {environment.database})
    </span>
  );
}

function PreviewNotices({ preview }: { readonly preview: PublishPreview }) {
  const { validation, callers } = preview;
  return (
    <>
      {preview.unchanged && <Notice>This text is already live: publishing deploys nothing and makes no new version.</Notice>}
      {preview.changedOutside && (
        <Notice tone="warning">
          The live text is not the last published version: somebody changed it outside the workbench. Publishing replaces it.
        </Notice>
      )}
      {validation.errors.length > 0 && (
        <Findings tone="danger" title={formatPlural(validation.errors.length, 'error')} findings={validation.errors} />
      )}
      {validation.warnings.length > 0 && (
        <Findings tone="warning" title={formatPlural(validation.warnings.length, 'warning')} findings={validation.warnings} />
      )}
      {callers.length > 0 && (
        <Notice>
          {formatPlural(callers.length, 'routine')} of the environment {callers.length === 1 ? 'calls' : 'call'} it:{' '}
          {callers.slice(0, 8).map(procedureTitle).join(', ')}
          {callers.length > 8 && ' …'}
        </Notice>
      )}
    </>
  );
}

interface FindingsProps {
  readonly tone: 'danger' | 'warning';
  readonly title: string;
  readonly findings: readonly SqlDiagnostic[];
}

function Findings({ tone, title, findings }: FindingsProps) {
  return (
    <Notice tone={tone}>
      <details open={tone === 'danger' || findings.length < 3}>
        <summary className="cursor-pointer font-medium">{title}</summary>
        <ul className="mt-1 max-h-28 overflow-y-auto">
          {findings.map(({ message, line, column, code }) => (
            <li key={`${line} ${column} ${code} ${message}`}>
              {line !== undefined && (
                <span className="font-mono text-xs">
                  L{line}:C{column ?? 1}{' '}
                </span>
              )}
              {message}
            </li>
          ))}
        </ul>
      </details>
    </Notice>
  );
}

/** The revision that the preview looked at: the one of the save before it. */
function savedRevision(workbench: Workbench, procedure: Procedure): number {
  return workbench.store.get().drafts[procedure.id]?.revision ?? procedure.draft?.revision ?? 0;
}

/** Publishes the draft; returns why it was refused. */
export async function publishNow(workbench: Workbench, id: string, revision: number): Promise<string | undefined> {
  try {
    const result = await call(operations.publish, { path: { workspace: workbench.workspace, procedure: id }, body: { revision } });
    adoptProcedure(workbench, result.procedure);
    void workbench.queryClient.invalidateQueries({ queryKey: ['workspaces', workbench.workspace, 'environment', 'catalog'] });
    const title = procedureTitle(result.procedure);
    const told =
      result.outcome === 'published'
        ? `${title} was published as version ${result.version}.`
        : `${title} is unchanged: version ${result.version} is already live, nothing was deployed.`;
    tell(workbench, 'info', told);
    toast(result.outcome === 'published' ? `Published version ${result.version}` : 'Nothing to publish', told);
    return undefined;
  } catch (error) {
    tell(workbench, 'error', `Publishing was refused: ${messageOf(error)}`);
    showErrors(workbench, id, error);
    return messageOf(error);
  }
}

/** Errors of a refused publish are the findings of a validation that failed. */
function showErrors(workbench: Workbench, id: string, error: unknown): void {
  if (!isProblem(error, 'sql-invalid') && !isProblem(error, 'environment-refused')) return;
  const { errors = [], warnings = [] } = error.problem;
  const validation = { valid: false, errors, warnings, steps: [], environment: null };
  const title = workbench.store.get().tabs.find((tab) => tab.id === id)?.title ?? 'The procedure';
  const entries = validationEntries(validation, { procedureId: id, procedure: title });
  workbench.store.update((state) => withMessages(withProcedure(state, 'validations', id, validation), entries));
  workbench.documents?.mark(id);
}
