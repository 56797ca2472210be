/**
 * Which cells of a grid are selected: rectangles in rows and columns, the last of which grows from its anchor to its focus.
 *
 * Plain arithmetic, without the grid: a click, a drag, Shift and Ctrl, whole rows, whole columns and the arrow keys are each a function from one
 * selection to the next. Rows and columns count from 0, and both ends of a rectangle belong to it.
 */

export interface Position {
  readonly row: number;
  readonly column: number;
}

export interface Rectangle {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

export interface Range {
  readonly anchor: Position;
  readonly focus: Position;
}

/** Never empty once something was selected; the last range is the one that Shift extends. */
export type Selection = readonly Range[];

export interface GridSize {
  readonly rows: number;
  readonly columns: number;
}

export interface Modifiers {
  readonly extend: boolean;
  readonly add: boolean;
}

export const noSelection: Selection = [];

/** What a press on a cell selects. */
export function pressCell(selection: Selection, at: Position, { extend, add }: Modifiers): Selection {
  if (extend && selection.length > 0) return extendTo(selection, at);
  const range = { anchor: at, focus: at };
  return add ? [...selection, range] : [range];
}

/** The last range reaches to `at` now. */
export function extendTo(selection: Selection, at: Position): Selection {
  const last = selection.at(-1);
  return last === undefined ? [{ anchor: at, focus: at }] : [...selection.slice(0, -1), { anchor: last.anchor, focus: at }];
}

/** What a press on a row's number selects: the whole row, or with Shift every row from the anchor's. */
export function pressRow(selection: Selection, row: number, size: GridSize, { extend, add }: Modifiers): Selection {
  const from = extend ? (selection.at(-1)?.anchor.row ?? row) : row;
  const range = { anchor: { row: from, column: 0 }, focus: { row, column: size.columns - 1 } };
  return place(selection, range, { extend, add });
}

/** What a press on a column's header selects. */
export function pressColumn(selection: Selection, column: number, size: GridSize, { extend, add }: Modifiers): Selection {
  if (size.rows === 0) return selection;
  const from = extend ? (selection.at(-1)?.anchor.column ?? column) : column;
  const range = { anchor: { row: 0, column: from }, focus: { row: size.rows - 1, column } };
  return place(selection, range, { extend, add });
}

export function selectAll(size: GridSize): Selection {
  if (size.rows === 0 || size.columns === 0) return noSelection;
  return [{ anchor: { row: 0, column: 0 }, focus: { row: size.rows - 1, column: size.columns - 1 } }];
}

/** Where a key moves the focus to, or undefined for a key that does not move. `page` is the number of rows in view. */
export function movedFocus(key: string, focus: Position, size: GridSize, options: { page: number; jump: boolean }): Position | undefined {
  const last = { row: size.rows - 1, column: size.columns - 1 };
  const { page, jump } = options;
  const moves: Record<string, Position> = {
    ArrowUp: { ...focus, row: jump ? 0 : focus.row - 1 },
    ArrowDown: { ...focus, row: jump ? last.row : focus.row + 1 },
    ArrowLeft: { ...focus, column: jump ? 0 : focus.column - 1 },
    ArrowRight: { ...focus, column: jump ? last.column : focus.column + 1 },
    PageUp: { ...focus, row: focus.row - page },
    PageDown: { ...focus, row: focus.row + page },
    Home: { row: jump ? 0 : focus.row, column: 0 },
    End: { row: jump ? last.row : focus.row, column: last.column },
  };
  const target = moves[key];
  return target && { row: clamp(target.row, last.row), column: clamp(target.column, last.column) };
}

export function rectangleOf({ anchor, focus }: Range): Rectangle {
  return {
    top: Math.min(anchor.row, focus.row),
    bottom: Math.max(anchor.row, focus.row),
    left: Math.min(anchor.column, focus.column),
    right: Math.max(anchor.column, focus.column),
  };
}

export function isSelected(rectangles: readonly Rectangle[], row: number, column: number): boolean {
  return rectangles.some((one) => row >= one.top && row <= one.bottom && column >= one.left && column <= one.right);
}

/** Rows and columns that any rectangle touches, each once and in order: a copy takes exactly these rows, and these columns of them. */
export function touched(selection: Selection): { rows: readonly number[]; columns: readonly number[] } {
  const rectangles = selection.map(rectangleOf);
  const spread = (from: (one: Rectangle) => number, to: (one: Rectangle) => number) => {
    const all = new Set<number>();
    for (const one of rectangles) for (let at = from(one); at <= to(one); at++) all.add(at);
    return [...all].sort((a, b) => a - b);
  };
  return {
    rows: spread(
      (one) => one.top,
      (one) => one.bottom,
    ),
    columns: spread(
      (one) => one.left,
      (one) => one.right,
    ),
  };
}

/** How many cells are selected, overlaps counted once. Few ranges: inclusion of each row band is cheap enough. */
export function selectedCells(selection: Selection): number {
  if (selection.length === 1) return area(rectangleOf(selection[0]!));
  const rectangles = selection.map(rectangleOf);
  const edges = [...new Set(rectangles.flatMap((one) => [one.top, one.bottom + 1]))].sort((a, b) => a - b);
  let cells = 0;
  for (let band = 0; band + 1 < edges.length; band++) {
    const top = edges[band]!;
    const across = new Set<number>();
    for (const one of rectangles) if (one.top <= top && one.bottom >= top) for (let at = one.left; at <= one.right; at++) across.add(at);
    cells += across.size * (edges[band + 1]! - top);
  }
  return cells;
}

function place(selection: Selection, range: Range, { extend, add }: Modifiers): Selection {
  if (extend && selection.length > 0) return [...selection.slice(0, -1), range];
  return add ? [...selection, range] : [range];
}

function area(one: Rectangle): number {
  return (one.bottom - one.top + 1) * (one.right - one.left + 1);
}

function clamp(value: number, last: number): number {
  return Math.max(0, Math.min(last, value));
}
