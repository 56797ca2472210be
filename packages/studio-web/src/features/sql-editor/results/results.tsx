/**
 * The Results tab: every result set of the last run of the procedure in front, stacked, then return code and OUTPUT values.
 *
 * One set fills the pane. Several sets each get a height for their rows (at most a fixed part of the pane), and each grid scrolls in itself only as far
 * as it has to: the pane is what scrolls.
 */
import { Play, Table2 } from 'lucide-react';
import { cn } from '../../../lib/cn.ts';
import { formatCount, formatPlural } from '../../../lib/format.ts';
import { Button, EmptyState, ErrorBoundary, Loading, Shortcut } from '../../../ui/index.ts';
import { useCommands } from '../state/commands.ts';
import { cancelRun } from '../state/executing.ts';
import { useEditorState, useWorkbench } from '../state/workbench.ts';
import type { ResultSet, Run } from './execution.ts';
import { GRID_HEAD, GRID_ROW } from './grid.tsx';
import { ResultSetView } from './result-set.tsx';

export function Results({ procedureId }: { readonly procedureId: string | undefined }) {
  const run = useEditorState((state) => (procedureId === undefined ? undefined : state.runs[procedureId]));
  if (run === undefined) return <NotRun />;
  if (run.sets.length === 0 && run.outputs.length === 0 && run.returnCode === null) return <NoSets run={run} />;
  const alone = run.sets.length === 1;
  return (
    <div className="flex h-full flex-col">
      <div data-pane-focus tabIndex={-1} className={cn('min-h-0 flex-1', !alone && 'overflow-y-auto')}>
        {run.sets.map((set) => (
          <ErrorBoundary key={`${run.executionId} ${set.index}`}>
            <div style={{ height: alone ? '100%' : stackedHeight(set) }}>
              <ResultSetView run={run} set={set} />
            </div>
          </ErrorBoundary>
        ))}
      </div>
      {(run.returnCode !== null || run.outputs.length > 0) && <Outputs run={run} />}
    </div>
  );
}

/** Head, rows and the bar of a set among others: as high as its rows, up to ten of them. */
function stackedHeight(set: ResultSet): number {
  return 32 + GRID_HEAD + Math.max(1, Math.min(10, set.rowsReady)) * GRID_ROW + 18;
}

function NotRun() {
  const { execute } = useCommands();
  return (
    <EmptyState
      icon={Table2}
      title="No results yet"
      action={
        execute.unavailable === undefined && (
          <Button onClick={execute.run}>
            <Play aria-hidden /> Execute
          </Button>
        )
      }
    >
      {execute.unavailable ?? (
        <>
          Press <Shortcut keys="F5" /> to execute the published version.
        </>
      )}
    </EmptyState>
  );
}

function NoSets({ run }: { readonly run: Run }) {
  const workbench = useWorkbench();
  if (run.status === 'running') {
    return (
      <div className="flex h-full flex-col items-center justify-center gap-2">
        <div>
          <Loading label={`${run.procedure} is running…`} />
        </div>
        <Button onClick={() => void cancelRun(workbench, run.procedureId)}>
          Cancel <Shortcut keys="Esc" />
        </Button>
      </div>
    );
  }
  const affected = run.rowsAffected.map((rows) => formatPlural(rows, 'row')).join(', ');
  return (
    <EmptyState icon={Table2} title="No result sets">
      {affected === '' ? 'The procedure returned no rows.' : `Rows affected: ${affected}.`}
    </EmptyState>
  );
}

function Outputs({ run }: { readonly run: Run }) {
  return (
    <dl
      aria-label="Return code and OUTPUT values"
      className="flex max-h-24 shrink-0 flex-wrap gap-x-6 gap-y-0.5 overflow-y-auto border-t border-border bg-surface px-3 py-1 text-xs"
    >
      {run.returnCode !== null && (
        <div className="flex gap-2">
          <dt className="text-muted">Return code</dt>
          <dd className="font-mono tabular-nums">{formatCount(run.returnCode)}</dd>
        </div>
      )}
      {run.outputs.map(({ name, type, value }) => (
        <div key={name} className="flex min-w-0 gap-2">
          <dt className="text-muted" title={type}>
            {name}
          </dt>
          <dd className="max-w-96 truncate font-mono">
            {value === null ? <span className="text-muted italic">NULL</span> : typeof value === 'string' ? value : `${value.cut}…`}
          </dd>
        </div>
      ))}
    </dl>
  );
}
