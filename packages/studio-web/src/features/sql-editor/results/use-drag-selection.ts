/** Selecting with the pointer: a press on a cell, a row's number or a column's head, and dragging on from there. */
import { type PointerEvent, type RefObject, useRef } from 'react';
import { logicalOffset, type Viewport } from './scroll.ts';
import {
  extendTo,
  type GridSize,
  type Modifiers,
  type Position,
  pressCell,
  pressColumn,
  pressRow,
  type Selection,
  selectAll,
} from './selection.ts';

export interface DragOptions {
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly gutter: number;
  readonly edges: readonly number[];
  readonly view: Viewport;
  readonly size: GridSize;
  readonly selection: Selection;
  readonly onSelection: (selection: Selection) => void;
}

type Dragging = 'cells' | 'rows' | 'columns';
const EDGE = 24;

export function useDragSelection(options: DragOptions) {
  const dragging = useRef<Dragging>(undefined);
  const { selection, onSelection, size, scroller } = options;
  return {
    onPointerDown(event: PointerEvent<HTMLDivElement>) {
      if (size.rows === 0 || isScrollbar(event)) return;
      const target = event.target instanceof Element ? event.target : undefined;
      const modifiers: Modifiers = { extend: event.shiftKey, add: event.ctrlKey || event.metaKey };
      const column = target?.closest<HTMLElement>('[data-column]')?.dataset.column;
      const row = target?.closest<HTMLElement>('[data-row]')?.dataset.row;
      if (event.button !== 0) return keepOrPress(pointAt(event, options));
      if (target?.closest('[data-corner]')) return onSelection(selectAll(size));
      dragging.current = column !== undefined ? 'columns' : row !== undefined ? 'rows' : 'cells';
      event.currentTarget.setPointerCapture(event.pointerId);
      if (column !== undefined) return onSelection(pressColumn(selection, Number(column), size, modifiers));
      if (row !== undefined) return onSelection(pressRow(selection, Number(row), size, modifiers));
      onSelection(pressCell(selection, pointAt(event, options), modifiers));
    },
    onPointerMove(event: PointerEvent<HTMLDivElement>) {
      if (dragging.current === undefined) return;
      scrollAtEdges(event, scroller.current);
      const at = pointAt(event, options);
      const onward = { extend: true, add: false };
      if (dragging.current === 'columns') onSelection(pressColumn(selection, at.column, size, onward));
      else if (dragging.current === 'rows') onSelection(pressRow(selection, at.row, size, onward));
      else onSelection(extendTo(selection, at));
    },
    onLostPointerCapture() {
      dragging.current = undefined;
    },
  };

  /** The right button opens the menu about the selection, or about the cell under it when that is not selected. */
  function keepOrPress(at: Position): void {
    const inside = selection.some(
      ({ anchor, focus }) => between(at.row, anchor.row, focus.row) && between(at.column, anchor.column, focus.column),
    );
    if (!inside) onSelection(pressCell(selection, at, { extend: false, add: false }));
  }
}

function between(value: number, a: number, b: number): boolean {
  return value >= Math.min(a, b) && value <= Math.max(a, b);
}

/** The cell under the pointer; outside the cells, the nearest. */
function pointAt(event: PointerEvent, { scroller, gutter, edges, view, size }: DragOptions): Position {
  const element = scroller.current;
  if (element === null) return { row: 0, column: 0 };
  const box = element.getBoundingClientRect();
  const head = element.clientHeight - view.height;
  const y = event.clientY - box.top - head + logicalOffset({ ...view, scrollTop: element.scrollTop });
  const x = event.clientX - box.left - gutter + element.scrollLeft;
  const column = edges.findIndex((edge) => edge > x) - 1;
  return {
    row: Math.max(0, Math.min(size.rows - 1, Math.floor(y / view.rowHeight))),
    column: x < 0 ? 0 : column < 0 ? size.columns - 1 : column,
  };
}

function scrollAtEdges(event: PointerEvent, element: HTMLElement | null): void {
  if (element === null) return;
  const box = element.getBoundingClientRect();
  if (event.clientY > box.bottom - EDGE) element.scrollTop += EDGE;
  else if (event.clientY < box.top + EDGE * 2) element.scrollTop -= EDGE;
  if (event.clientX > box.right - EDGE) element.scrollLeft += EDGE;
  else if (event.clientX < box.left + EDGE * 2) element.scrollLeft -= EDGE;
}

function isScrollbar(event: PointerEvent<HTMLDivElement>): boolean {
  const { currentTarget } = event;
  const box = currentTarget.getBoundingClientRect();
  return event.clientX - box.left >= currentTarget.clientWidth || event.clientY - box.top >= currentTarget.clientHeight;
}
