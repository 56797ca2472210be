/**
 * Where rows of a very long grid lie.
 *
 * A browser cuts elements at some 17 to 33 million pixels, and a million rows are 26 million. A longer grid therefore gets a scroll height below that
 * limit, and scroll positions are stretched onto the rows: at the top and the bottom exactly, between them proportionally. Rows have one height,
 * so the window of rows in view is arithmetic.
 */

/** Firefox stops at 17.8 million pixels, Chromium at 33.5 million. */
export const MAX_SCROLL_HEIGHT = 15_000_000;

export interface RowWindow {
  /** First and last row to draw; `last` is below `first` for an empty grid. */
  readonly first: number;
  readonly last: number;
  /** Where the first row's top lies in the scrolled element. */
  readonly top: number;
}

export interface Viewport {
  readonly scrollTop: number;
  /** The height in which rows show, without the header. */
  readonly height: number;
  readonly rows: number;
  readonly rowHeight: number;
}

/** The height of the scrolled element. */
export function scrollHeight(rows: number, rowHeight: number): number {
  return Math.min(rows * rowHeight, MAX_SCROLL_HEIGHT);
}

/** The rows in view, with some more above and below so that a fast scroll shows few blanks. */
export function rowWindow(view: Viewport, overscan: number): RowWindow {
  const offset = logicalOffset(view);
  const first = Math.max(0, Math.floor(offset / view.rowHeight) - overscan);
  const last = Math.min(view.rows - 1, Math.ceil((offset + view.height) / view.rowHeight) - 1 + overscan);
  return { first, last, top: view.scrollTop + (first * view.rowHeight - offset) };
}

/** How far the rows are scrolled, were the element as high as all of them. */
export function logicalOffset(view: Viewport): number {
  return clamp(view.scrollTop * stretch(view), 0, Math.max(0, view.rows * view.rowHeight - view.height));
}

/** The scroll position that puts a logical offset at the top. */
export function scrollTopFor(offset: number, view: Viewport): number {
  return clamp(offset, 0, Math.max(0, view.rows * view.rowHeight - view.height)) / stretch(view);
}

/** The scroll position that brings a row wholly into view with the least movement; the present one when it is in view. */
export function revealRow(row: number, view: Viewport): number {
  const offset = logicalOffset(view);
  const top = row * view.rowHeight;
  if (top < offset) return scrollTopFor(top, view);
  if (top + view.rowHeight > offset + view.height) return scrollTopFor(top + view.rowHeight - view.height, view);
  return view.scrollTop;
}

function stretch({ rows, rowHeight, height }: Viewport): number {
  const physical = scrollHeight(rows, rowHeight) - height;
  return physical <= 0 || rows * rowHeight <= MAX_SCROLL_HEIGHT ? 1 : (rows * rowHeight - height) / physical;
}

/** The columns that a horizontal scroll shows, from the left edge of each (one more edge than columns: the last is the whole width). */
export function columnWindow(edges: readonly number[], left: number, width: number, overscan: number): { first: number; last: number } {
  const columns = edges.length - 1;
  const first = Math.max(0, lastEdgeAtOrBefore(edges, left) - overscan);
  const last = Math.min(columns - 1, lastEdgeAtOrBefore(edges, left + width) + overscan);
  return { first, last };
}

/** The left edge of each column, and the right edge of the last. */
export function columnEdges(widths: readonly number[]): readonly number[] {
  const edges = [0];
  for (const width of widths) edges.push(edges.at(-1)! + width);
  return edges;
}

function lastEdgeAtOrBefore(edges: readonly number[], position: number): number {
  let [low, high] = [0, edges.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (edges[middle]! <= position) low = middle;
    else high = middle - 1;
  }
  return low;
}

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(high, value));
}
