/** Count, sum and average of the selected values, once the selection rests. */
import { useEffect, useState } from 'react';
import { formatCount } from '../../../lib/format.ts';
import type { RowWindows } from './row-windows.ts';
import { selectedValues } from './selected-rows.ts';
import { type Selection, selectedCells } from './selection.ts';
import { type Summary, summarise } from './sums.ts';

/** Sums of more cells would fetch too many rows for a look. */
const MOST_SUMMED = 200_000;
const REST = 120;

export function SelectionSummary({ selection, windows }: { readonly selection: Selection; readonly windows: RowWindows }) {
  const cells = selection.length === 0 ? 0 : selectedCells(selection);
  const [summary, setSummary] = useState<Summary>();
  useEffect(() => {
    setSummary(undefined);
    if (cells < 2 || cells > MOST_SUMMED) return;
    const controller = new AbortController();
    const timer = setTimeout(() => {
      selectedValues(selection, windows, controller.signal).then(
        (values) => !controller.signal.aborted && setSummary(summarise(values)),
        () => undefined,
      );
    }, REST);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [selection, windows, cells]);
  if (cells < 2) return null;
  const parts = [
    `Count ${formatCount(cells)}`,
    ...(summary !== undefined && summary.nulls > 0 ? [`NULL ${formatCount(summary.nulls)}`] : []),
    ...(summary?.sum === undefined ? [] : [`Sum ${summary.sum}`, `Avg ${summary.average}`]),
  ];
  return (
    <span role="status" className="truncate text-muted tabular-nums">
      {parts.join('  ·  ')}
    </span>
  );
}
