/** The bar below the editor: how the text stands, where the caret is, what the last run gave, where it all happens, and the actions. */
import type { Procedure } from '@sprocket/studio-contract';
import {
  Check,
  CircleAlert,
  CircleCheck,
  FilePen,
  History,
  ListRestart,
  LoaderCircle,
  Play,
  Rocket,
  Save,
  ShieldCheck,
  Square,
  TriangleAlert,
  Undo2,
} from 'lucide-react';
import { formatDuration, formatPlural } from '../../../lib/format.ts';
import { useLacking } from '../../../session/workspace.tsx';
import { Button, ColourDot, IconButton, Tooltip } from '../../../ui/index.ts';
import { draftLabels } from '../drafts/draft-machine.ts';
import { totalRows } from '../results/execution.ts';
import { useActiveProcedure, useEnvironment } from '../state/active.ts';
import { moveToDraft } from '../state/changing.ts';
import { type ProcedureCommand, useCommands } from '../state/commands.ts';
import { endTransaction } from '../state/executing.ts';
import { shortcutLabels } from '../state/shortcuts.ts';
import { openDialog, useEditorState, useWorkbench } from '../state/workbench.ts';

export function StatusBar() {
  const procedure = useActiveProcedure();
  return (
    <section
      aria-label="Status"
      data-pane="status"
      className="flex min-h-8 shrink-0 flex-wrap items-center gap-x-3 gap-y-0.5 border-t border-border bg-surface px-2 text-xs text-muted"
    >
      {procedure !== undefined && (
        <>
          <Actions procedure={procedure} />
          <Validity procedure={procedure} />
          <DraftStatus id={procedure.id} />
        </>
      )}
      <span className="ml-auto" />
      {procedure !== undefined && <TransactionChip id={procedure.id} />}
      {procedure !== undefined && <LastRun id={procedure.id} />}
      {procedure !== undefined && <Caret />}
      <EnvironmentName />
    </section>
  );
}

function Actions({ procedure }: { readonly procedure: Procedure }) {
  const workbench = useWorkbench();
  const needsAuthor = useLacking('author');
  const commands = useCommands();
  const running = useEditorState((state) => state.runs[procedure.id]?.status === 'running');
  const validating = useEditorState((state) => state.validations[procedure.id] === 'running');
  const saving = useEditorState((state) => state.drafts[procedure.id]?.kind === 'saving');
  const button = (id: ProcedureCommand) => {
    const { label, unavailable, run } = commands[id];
    return { label, unavailable, onClick: run, shortcut: shortcutLabels[id], side: 'top' as const };
  };
  const dialog = (kind: 'versions' | 'history' | 'discard') => () => openDialog(workbench, { kind, procedureId: procedure.id });
  return (
    <div role="toolbar" aria-label="Actions" className="flex items-center gap-0.5 text-foreground">
      {running ? (
        <IconButton icon={Square} {...button('cancel')} className="text-danger" />
      ) : (
        (procedure.published !== null || procedure.draft === null) && (
          <IconButton icon={Play} {...button('execute')} className="text-success" />
        )
      )}
      {procedure.draft === null ? (
        <IconButton
          icon={FilePen}
          label="Move to Draft"
          side="top"
          unavailable={needsAuthor}
          onClick={() => void moveToDraft(workbench, procedure)}
        />
      ) : (
        <>
          <IconButton icon={Save} {...button('save')} busy={saving} />
          <IconButton icon={Rocket} {...button('publish')} />
        </>
      )}
      <IconButton icon={ShieldCheck} {...button('validate')} busy={validating} />
      <IconButton
        icon={History}
        label="Version history"
        side="top"
        unavailable={procedure.publishedVersion === null ? 'No versions yet: publishing makes the first' : undefined}
        onClick={dialog('versions')}
      />
      {procedure.draft !== null && (
        <IconButton icon={ListRestart} label="Draft history" side="top" unavailable={needsAuthor} onClick={dialog('history')} />
      )}
      {procedure.draft !== null && procedure.published !== null && (
        <IconButton icon={Undo2} label="Discard draft…" side="top" unavailable={needsAuthor} onClick={dialog('discard')} />
      )}
    </div>
  );
}

/** Validating… / Valid / N errors. A press goes to the first finding. */
function Validity({ procedure: { id } }: { readonly procedure: Procedure }) {
  const workbench = useWorkbench();
  const live = useEditorState((state) => state.problems[id]);
  const validation = useEditorState((state) => state.validations[id]);
  if (validation === 'running' || live === undefined) {
    return (
      <span role="status" className="flex items-center gap-1">
        <LoaderCircle aria-hidden className="size-3.5 animate-spin" /> Validating…
      </span>
    );
  }
  const errors = Math.max(live.errors, validation?.errors.length ?? 0);
  const warnings = Math.max(live.warnings, validation?.warnings.length ?? 0);
  const found = validation?.errors.find(({ line }) => line !== undefined);
  const first = live.errors > 0 || found?.line === undefined ? live.first : { line: found.line, column: found.column ?? 1 };
  const goThere = () => first !== undefined && workbench.documents?.reveal(id, first.line, first.column);
  const Icon = errors > 0 ? CircleAlert : CircleCheck;
  return (
    <button
      type="button"
      onClick={goThere}
      aria-live="polite"
      title={first === undefined ? 'No findings' : 'Go to the first finding'}
      className={`flex items-center gap-1 rounded px-1 hover:bg-surface-hover ${errors > 0 ? 'text-danger' : 'text-success'}`}
    >
      <Icon aria-hidden className="size-3.5" />
      {errors > 0 ? formatPlural(errors, 'error') : 'Valid'}
      {warnings > 0 && (
        <span className="flex items-center gap-1 text-warning">
          <TriangleAlert aria-hidden className="ml-1 size-3.5" />
          {formatPlural(warnings, 'warning')}
        </span>
      )}
    </button>
  );
}

function DraftStatus({ id }: { readonly id: string }) {
  const kind = useEditorState((state) => state.drafts[id]?.kind);
  if (kind === undefined) return null;
  const alarming = kind === 'failed' || kind === 'conflict';
  return (
    <span role="status" className={alarming ? 'font-medium text-danger' : 'flex items-center gap-1'}>
      {kind === 'clean' && <Check aria-hidden className="size-3.5" />}
      {draftLabels[kind]}
    </span>
  );
}

function TransactionChip({ id }: { readonly id: string }) {
  const workbench = useWorkbench();
  const run = useEditorState((state) => state.runs[id]);
  if (run === undefined || run.openTransactions === 0 || run.status === 'running') return null;
  return (
    <span className="flex items-center gap-1.5 rounded bg-warning-subtle px-1.5 py-0.5 font-medium text-warning">
      <TriangleAlert aria-hidden className="size-3.5" />
      {formatPlural(run.openTransactions, 'open transaction')}
      <Button size="sm" className="h-5.5 px-1.5 text-xs" onClick={() => void endTransaction(workbench, run, 'commit')}>
        Commit
      </Button>
      <Button size="sm" className="h-5.5 px-1.5 text-xs" onClick={() => void endTransaction(workbench, run, 'rollback')}>
        Rollback
      </Button>
    </span>
  );
}

function LastRun({ id }: { readonly id: string }) {
  const run = useEditorState((state) => state.runs[id]);
  if (run === undefined) return null;
  const time = run.milliseconds === undefined ? 'running…' : formatDuration(run.milliseconds);
  return (
    <span className="tabular-nums">
      {run.version !== undefined && `v${run.version} · `}
      {formatPlural(totalRows(run), 'row')} · {time}
    </span>
  );
}

function Caret() {
  const { line, column } = useEditorState((state) => state.caret);
  return (
    <span className="tabular-nums">
      Ln {line}, Col {column}
    </span>
  );
}

function EnvironmentName() {
  const environment = useEnvironment();
  if (environment === undefined) return null;
  if (environment === null) return <span className="text-warning">No environment</span>;
  return (
    <Tooltip
      content={`Everything is validated, published and executed on the database ${environment.database} of this environment.`}
      side="top"
    >
      <span className="flex items-center gap-1.5 text-foreground">
        <ColourDot colour={environment.colour} />
        {environment.name}
      </span>
    </Tooltip>
  );
}
