/**
 * The grid of a result set: only the rows and columns in view exist, whatever there are, and cells are text.
 *
 * Rows come from `RowWindows` as they are shown. The pointer and the keys change a `Selection` (see `selection.ts`); focus stays on the grid, and
 * `aria-activedescendant` names the cell.
 */
import type { Column } from '@sprocket/studio-contract';
import { type KeyboardEvent, useEffect, useId, useLayoutEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { widthAfterKey } from './column-widths.ts';
import { GridHead } from './grid-head.tsx';
import { GridRow } from './grid-row.tsx';
import type { RowWindows } from './row-windows.ts';
import { columnEdges, columnWindow, logicalOffset, revealRow, rowWindow, scrollHeight, scrollTopFor, type Viewport } from './scroll.ts';
import { extendTo, movedFocus, type Position, pressCell, rectangleOf, type Selection, selectAll } from './selection.ts';
import { useDragSelection } from './use-drag-selection.ts';

export const GRID_ROW = 24;
export const GRID_HEAD = 26;

export interface GridProps {
  readonly label: string;
  readonly columns: readonly Column[];
  readonly rows: number;
  readonly windows: RowWindows;
  readonly widths: readonly number[];
  readonly onWidth: (column: number, width: number) => void;
  readonly selection: Selection;
  readonly onSelection: (selection: Selection) => void;
  /** Look at one value whole. */
  readonly onView: (at: Position) => void;
  readonly onCopy: () => void;
}

export function Grid(props: GridProps) {
  const { columns, rows, windows, widths, selection, onSelection } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const prefix = useId();
  const [scroll, setScroll] = useState({ top: 0, left: 0 });
  const size = useSize(scroller);
  useSyncExternalStore(windows.subscribe, windows.version);

  const gutter = 22 + String(rows).length * 7.5;
  const edges = useMemo(() => columnEdges(widths), [widths]);
  const view: Viewport = { rows, rowHeight: GRID_ROW, height: Math.max(0, size.height - GRID_HEAD), scrollTop: scroll.top };
  const shownRows = rowWindow(view, 8);
  const shownColumns = columnWindow(edges, scroll.left, Math.max(0, size.width - gutter), 2);
  const rectangles = useMemo(() => selection.map(rectangleOf), [selection]);
  const focus = selection.at(-1)?.focus;

  useEffect(() => {
    if (shownRows.last >= shownRows.first) windows.show(shownRows.first, shownRows.last);
  }, [windows, shownRows.first, shownRows.last]);

  const reveal = ({ row, column }: Position) => {
    const element = scroller.current;
    if (element === null) return;
    element.scrollTop = revealRow(row, view);
    const [left, right] = [edges[column] ?? 0, edges[column + 1] ?? 0];
    if (left < element.scrollLeft) element.scrollLeft = left;
    else if (right + gutter > element.scrollLeft + size.width) element.scrollLeft = right + gutter - size.width;
  };
  const drag = useDragSelection({ scroller, gutter, edges, view, selection, onSelection, size: { rows, columns: columns.length } });
  const onKeyDown = (event: KeyboardEvent) => {
    if (gridKey(event, { ...props, page: Math.max(1, Math.floor(view.height / GRID_ROW) - 1), reveal })) event.preventDefault();
  };
  useWheel(scroller, view);

  const drawn = Array.from({ length: Math.max(0, shownRows.last - shownRows.first + 1) }, (_, at) => shownRows.first + at);
  const width = gutter + (edges.at(-1) ?? 0);
  return (
    <div
      ref={scroller}
      role="grid"
      aria-label={props.label}
      aria-rowcount={rows + 1}
      aria-colcount={columns.length + 1}
      aria-multiselectable
      aria-activedescendant={focus === undefined ? undefined : `${prefix}${focus.row}-${focus.column}`}
      tabIndex={0}
      data-pane-focus
      onScroll={({ currentTarget }) => setScroll({ top: currentTarget.scrollTop, left: currentTarget.scrollLeft })}
      onKeyDown={onKeyDown}
      {...drag}
      onDoubleClick={() => focus !== undefined && props.onView(focus)}
      className="relative h-full overflow-auto font-mono text-xs select-none focus-visible:-outline-offset-2"
    >
      <div role="presentation" style={{ height: GRID_HEAD + scrollHeight(rows, GRID_ROW), width, minWidth: '100%' }} className="relative">
        <GridHead {...props} gutter={gutter} edges={edges} shown={shownColumns} />
        {drawn.map((row, at) => (
          <GridRow
            key={row}
            row={row}
            cells={windows.row(row)}
            top={GRID_HEAD + shownRows.top + at * GRID_ROW}
            columns={columns}
            edges={edges}
            shown={shownColumns}
            gutter={gutter}
            rectangles={rectangles}
            focus={focus?.row === row ? focus.column : undefined}
            prefix={prefix}
          />
        ))}
      </div>
    </div>
  );
}

interface KeyContext extends GridProps {
  readonly page: number;
  readonly reveal: (at: Position) => void;
}

/** What a key does in the grid; false for a key that is not the grid's. */
function gridKey(event: KeyboardEvent, grid: KeyContext): boolean {
  const { selection, onSelection, columns, rows } = grid;
  const size = { rows, columns: columns.length };
  const jump = event.ctrlKey || event.metaKey;
  if (rows === 0 || columns.length === 0) return false;
  if (event.altKey) return resizeKey(event.key, grid);
  if (jump && event.key.toLowerCase() === 'a') onSelection(selectAll(size));
  else if (jump && event.key.toLowerCase() === 'c') grid.onCopy();
  else if (event.key === 'Enter' && selection.length > 0) grid.onView(selection.at(-1)!.focus);
  else {
    const from = selection.at(-1)?.focus;
    const to = from === undefined ? firstMove(event.key) : movedFocus(event.key, from, size, { page: grid.page, jump });
    if (to === undefined) return false;
    onSelection(event.shiftKey ? extendTo(selection, to) : pressCell(selection, to, { extend: false, add: false }));
    grid.reveal(to);
  }
  return true;
}

/** Alt with an arrow key changes the width of the column that the focus is in. */
function resizeKey(key: string, { selection, widths, onWidth, reveal }: KeyContext): boolean {
  const focus = selection.at(-1)?.focus ?? { row: 0, column: 0 };
  const width = widthAfterKey(widths[focus.column] ?? 0, key);
  if (width === undefined) return false;
  onWidth(focus.column, width);
  reveal(focus);
  return true;
}

function firstMove(key: string): Position | undefined {
  return key.startsWith('Arrow') || key === 'Home' ? { row: 0, column: 0 } : undefined;
}

function useSize(element: React.RefObject<HTMLElement | null>): { readonly width: number; readonly height: number } {
  const [size, setSize] = useState({ width: 0, height: 0 });
  useLayoutEffect(() => {
    const target = element.current;
    if (target === null) return;
    const measure = () => setSize({ width: target.clientWidth, height: target.clientHeight });
    const observer = new ResizeObserver(measure);
    observer.observe(target);
    measure();
    return () => observer.disconnect();
  }, [element]);
  return size;
}

/** In a grid whose positions are stretched, a turn of the wheel still moves as many rows as anywhere. */
function useWheel(scroller: React.RefObject<HTMLDivElement | null>, view: Viewport): void {
  const latest = useRef(view);
  latest.current = view;
  useEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const onWheel = (event: WheelEvent) => {
      const now = { ...latest.current, scrollTop: element.scrollTop };
      if (now.rows * now.rowHeight === scrollHeight(now.rows, now.rowHeight) || event.deltaY === 0 || event.ctrlKey) return;
      event.preventDefault();
      const pixels = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? event.deltaY * now.rowHeight : event.deltaY;
      element.scrollTop = scrollTopFor(logicalOffset(now) + pixels, now);
    };
    element.addEventListener('wheel', onWheel, { passive: false });
    return () => element.removeEventListener('wheel', onWheel);
  }, [scroller]);
}
