/** One row of the grid. A row that is on its way shows its number and empty cells. */
import type { Cell, Column } from '@sprocket/studio-contract';
import { cn } from '../../../lib/cn.ts';
import { isLong, shownText } from './cell.ts';
import { familyOf } from './copy-formats.ts';
import { GRID_ROW } from './grid.tsx';
import type { Row } from './row-windows.ts';
import { isSelected, type Rectangle } from './selection.ts';

export interface GridRowProps {
  readonly row: number;
  readonly cells: Row | undefined;
  readonly top: number;
  readonly columns: readonly Column[];
  readonly edges: readonly number[];
  readonly shown: { readonly first: number; readonly last: number };
  readonly gutter: number;
  readonly rectangles: readonly Rectangle[];
  /** The column of the focused cell, when it is in this row. */
  readonly focus: number | undefined;
  readonly prefix: string;
}

export function GridRow({ row, cells, top, columns, edges, shown, gutter, rectangles, focus, prefix }: GridRowProps) {
  const drawn = columns.slice(shown.first, shown.last + 1);
  return (
    <div
      role="row"
      aria-rowindex={row + 2}
      style={{ top, height: GRID_ROW, minWidth: '100%' }}
      className="absolute left-0 w-full border-b border-border/60 hover:bg-surface"
    >
      <div
        role="rowheader"
        aria-colindex={1}
        data-row={row}
        style={{ width: gutter, height: GRID_ROW - 1 }}
        className="sticky left-0 z-10 flex items-center justify-end border-r border-border bg-surface px-1.5 text-muted tabular-nums"
      >
        {row + 1}
      </div>
      {drawn.map((column, offset) => {
        const at = shown.first + offset;
        const left = gutter + (edges[at] ?? 0);
        const width = (edges[at + 1] ?? 0) - (edges[at] ?? 0);
        const selected = isSelected(rectangles, row, at);
        return (
          <div
            key={at}
            id={`${prefix}${row}-${at}`}
            role="gridcell"
            aria-colindex={at + 2}
            aria-selected={selected}
            style={{ left, width, height: GRID_ROW - 1 }}
            className={cn(
              'absolute top-0 truncate border-r border-border/60 px-2 leading-[23px] whitespace-pre',
              familyOf(column.type) === 'number' && 'text-right tabular-nums',
              selected && 'bg-accent-subtle',
              focus === at && 'outline-2 -outline-offset-2 outline-accent',
            )}
          >
            <CellText cell={cells?.[at]} />
          </div>
        );
      })}
    </div>
  );
}

function CellText({ cell }: { readonly cell: Cell | undefined }) {
  if (cell === undefined) return null;
  if (cell === null) return <span className="text-muted italic">NULL</span>;
  return isLong(cell) ? <span title="Double-click to see it whole">{shownText(cell)}</span> : shownText(cell);
}
