/** The values of a selection, whole: rows are fetched where the grid does not have them, and cut values one by one. */
import type { Cell, Column } from '@sprocket/studio-contract';
import type { Table } from './copy-formats.ts';
import type { Row, RowWindows } from './row-windows.ts';
import { isSelected, rectangleOf, type Selection, touched } from './selection.ts';

export type FetchCell = (row: number, column: number, signal: AbortSignal) => Promise<string | null>;

/** More than this is what the export is for. */
export const MOST_COPIED_CELLS = 500_000;
const MOST_WHOLE_VALUES = 500;
const AT_ONCE = 6;

export class TooMuchToCopy extends Error {
  override readonly name = 'TooMuchToCopy';
}

/** A table of the selected rows and columns. */
export async function selectedTable(
  selection: Selection,
  from: { readonly columns: readonly Column[]; readonly windows: RowWindows; readonly fetchCell: FetchCell },
  signal: AbortSignal,
): Promise<Table> {
  const { rows, columns } = touched(selection);
  if (rows.length * columns.length > MOST_COPIED_CELLS)
    throw new TooMuchToCopy('That is too much for the clipboard. Export it to a file instead.');
  const loaded = await loadRows(rows, from.windows, signal);
  const cut: { readonly row: number; readonly column: number; readonly at: readonly [number, number] }[] = [];
  const values = loaded.map((cells, i) =>
    columns.map((column, j) => {
      const cell = cells[column] ?? null;
      if (isCut(cell)) cut.push({ row: rows[i]!, column, at: [i, j] });
      return isCut(cell) ? cell.cut : cell;
    }),
  );
  if (cut.length > MOST_WHOLE_VALUES) throw new TooMuchToCopy('Too many of these values are long ones. Export them to a file instead.');
  for (let next = 0; next < cut.length; next += AT_ONCE) {
    const group = cut.slice(next, next + AT_ONCE);
    const whole = await Promise.all(group.map(({ row, column }) => from.fetchCell(row, column, signal)));
    for (const [index, { at }] of group.entries()) values[at[0]]![at[1]] = whole[index] ?? null;
  }
  return { columns: columns.map((column) => from.columns[column]!), rows: values };
}

/** Every selected value, for sums; long texts by their beginning, since they are no numbers. */
export async function selectedValues(selection: Selection, windows: RowWindows, signal: AbortSignal): Promise<(string | null)[]> {
  const { rows, columns } = touched(selection);
  const rectangles = selection.map(rectangleOf);
  const loaded = await loadRows(rows, windows, signal);
  return loaded.flatMap((cells, i) =>
    columns.flatMap((column) => {
      if (!isSelected(rectangles, rows[i]!, column)) return [];
      const cell = cells[column] ?? null;
      return [isCut(cell) ? cell.cut : cell];
    }),
  );
}

async function loadRows(rows: readonly number[], windows: RowWindows, signal: AbortSignal): Promise<readonly Row[]> {
  const loaded: Row[] = [];
  for (const [first, last] of runsOf(rows)) loaded.push(...(await windows.load(first, last, signal)));
  return loaded;
}

/** Rows in order as stretches without a gap. */
function runsOf(rows: readonly number[]): [number, number][] {
  const runs: [number, number][] = [];
  for (const row of rows) {
    const last = runs.at(-1);
    if (last !== undefined && last[1] === row - 1) last[1] = row;
    else runs.push([row, row]);
  }
  return runs;
}

function isCut(cell: Cell): cell is Extract<Cell, { cut: string }> {
  return cell !== null && typeof cell !== 'string';
}
