/** One result set: its counts, its grid, and what can be done with the selected values. */
import { operations } from '@sprocket/studio-contract';
import { ClipboardCopy, Download, Expand } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import { addressOf, call } from '../../../api/index.ts';
import { formatCount, formatPlural } from '../../../lib/format.ts';
import { ContextMenu, DropdownMenu, IconButton, type MenuItem, toast, toastError } from '../../../ui/index.ts';
import { useWorkbench } from '../state/workbench.ts';
import { firstWidths } from './column-widths.ts';
import { type CopyFormat, copyFormats, copyLabels, copyText } from './copy-formats.ts';
import type { ResultSet, Run } from './execution.ts';
import { Grid } from './grid.tsx';
import { createRowWindows, type RowWindows } from './row-windows.ts';
import { selectedTable } from './selected-rows.ts';
import { noSelection, type Position, type Selection, selectAll } from './selection.ts';
import { SelectionSummary } from './selection-summary.tsx';
import { ValueDialog } from './value-dialog.tsx';

export interface ResultSetProps {
  readonly run: Run;
  readonly set: ResultSet;
}

export function ResultSetView({ run, set }: ResultSetProps) {
  const windows = useRowWindows(run.executionId, set);
  const [selection, setSelection] = useState<Selection>(noSelection);
  const [viewed, setViewed] = useState<Position>();
  const [widths, setWidths] = useState<readonly number[]>();
  const fetchCell = useFetchCell(run.executionId, set.index);
  const estimated = useMemo(() => firstWidths(set.columns, set.first), [set.columns, set.first]);
  const shownWidths = widths ?? estimated;
  const size = { rows: set.rowsReady, columns: set.columns.length };

  const copy = async (format: CopyFormat, headers: boolean, what = selection) => {
    try {
      const table = await selectedTable(what, { columns: set.columns, windows, fetchCell }, new AbortController().signal);
      await navigator.clipboard.writeText(copyText(format, table, { headers, table: 'dbo.TableName' }));
      toast(`Copied ${formatPlural(table.rows.length, 'row')} as ${copyLabels[format]}`);
    } catch (error) {
      toastError('Could not copy', error);
    }
  };
  const menu: readonly MenuItem[] = [
    { kind: 'action', label: 'Copy', icon: ClipboardCopy, shortcut: 'Ctrl+C', onSelect: () => void copy('tsv', false) },
    { kind: 'action', label: 'Copy with headers', onSelect: () => void copy('tsv', true) },
    ...copyFormats
      .filter((format) => format !== 'tsv')
      .map((format): MenuItem => ({ kind: 'action', label: `Copy as ${copyLabels[format]}`, onSelect: () => void copy(format, true) })),
    { kind: 'separator' },
    { kind: 'action', label: 'View value', icon: Expand, shortcut: 'Enter', onSelect: () => setViewed(selection.at(-1)?.focus) },
    { kind: 'action', label: 'Select all', shortcut: 'Ctrl+A', onSelect: () => setSelection(selectAll(size)) },
  ];
  return (
    <section aria-label={`Result ${set.index + 1}`} className="flex h-full min-h-0 flex-col border-b border-border">
      <Bar
        run={run}
        set={set}
        selection={selection}
        windows={windows}
        copy={(format) => void copy(format, true, selection.length > 0 ? selection : selectAll(size))}
      />
      <ContextMenu items={menu}>
        <div className="min-h-0 flex-1">
          <Grid
            label={`Rows of result ${set.index + 1}`}
            columns={set.columns}
            rows={set.rowsReady}
            windows={windows}
            widths={shownWidths}
            onWidth={(column, width) => setWidths(shownWidths.with(column, width))}
            selection={selection}
            onSelection={setSelection}
            onView={setViewed}
            onCopy={() => void copy('tsv', false)}
          />
        </div>
      </ContextMenu>
      {viewed !== undefined && (
        <ValueDialog
          column={set.columns[viewed.column]}
          row={viewed.row}
          load={(signal) => fetchCell(viewed.row, viewed.column, signal)}
          onClose={() => setViewed(undefined)}
        />
      )}
    </section>
  );
}

interface BarProps extends ResultSetProps {
  readonly selection: Selection;
  readonly windows: RowWindows;
  readonly copy: (format: CopyFormat) => void;
}

function Bar({ run, set, selection, windows, copy }: BarProps) {
  return (
    <div className="flex h-8 shrink-0 items-center gap-3 border-b border-border px-3 text-xs">
      <h3 className="font-semibold">Result {set.index + 1}</h3>
      <span role="status" className="text-muted tabular-nums">
        {formatPlural(set.rowsReady, 'row')}
        {!set.complete && '…'} · {formatPlural(set.columns.length, 'column')}
      </span>
      {set.limited && (
        <span className="rounded bg-warning-subtle px-1.5 py-0.5 text-warning">
          Row limit reached: the first {formatCount(set.rowsReady)} rows
        </span>
      )}
      <span className="ml-auto" />
      <SelectionSummary selection={selection} windows={windows} />
      <DropdownMenu
        align="end"
        items={copyFormats.map((format) => ({
          kind: 'action',
          label: `Copy ${selection.length > 0 ? 'selection' : 'all'} as ${copyLabels[format]}`,
          onSelect: () => copy(format),
        }))}
        trigger={<IconButton icon={ClipboardCopy} label="Copy" />}
      />
      <DropdownMenu align="end" items={useExports(run, set)} trigger={<IconButton icon={Download} label="Export every row" />} />
    </div>
  );
}

const EXPORTS = { csv: 'CSV', json: 'JSON', xlsx: 'Excel (XLSX)', sql: 'INSERT statements' } as const;

/** Files come from the API with every row and every value whole; the browser saves them as they stream. */
function useExports(run: Run, set: ResultSet): readonly MenuItem[] {
  const { workspace } = useWorkbench();
  const { executionId } = run;
  return (['csv', 'json', 'xlsx', 'sql'] as const).map((format) => ({
    kind: 'action',
    label: EXPORTS[format],
    disabled: executionId === undefined || !set.complete,
    onSelect: () => {
      const link = document.createElement('a');
      const path = { workspace, execution: executionId ?? '', set: set.index };
      link.href = addressOf(operations.exportResult, { path, query: { format } });
      link.download = '';
      link.click();
    },
  }));
}

function useRowWindows(executionId: string | undefined, set: ResultSet): RowWindows {
  const { workspace } = useWorkbench();
  const [windows] = useState(() =>
    createRowWindows(async (offset, limit, signal) => {
      const path = { workspace, execution: executionId ?? '', set: set.index };
      return (await call(operations.resultRows, { path, query: { offset, limit }, signal })).rows;
    }),
  );
  useEffect(() => windows.update(set.first, set.rowsReady), [windows, set.first, set.rowsReady]);
  useEffect(() => windows.dispose, [windows]);
  return windows;
}

function useFetchCell(executionId: string | undefined, index: number) {
  const { workspace } = useWorkbench();
  return async (row: number, column: number, signal: AbortSignal) => {
    const path = { workspace, execution: executionId ?? '', set: index };
    return (await call(operations.resultCell, { path, query: { row, column }, signal })).value;
  };
}
