import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { LEAST_WIDTH, widthAfterKey } from '../../src/features/sql-editor/results/column-widths.ts';
import { BLOCK_ROWS, createRowWindows, type Row } from '../../src/features/sql-editor/results/row-windows.ts';
import {
  columnEdges,
  columnWindow,
  logicalOffset,
  MAX_SCROLL_HEIGHT,
  revealRow,
  rowWindow,
  scrollHeight,
} from '../../src/features/sql-editor/results/scroll.ts';
import {
  extendTo,
  isSelected,
  movedFocus,
  noSelection,
  pressCell,
  pressColumn,
  pressRow,
  rectangleOf,
  type Selection,
  selectAll,
  selectedCells,
  touched,
} from '../../src/features/sql-editor/results/selection.ts';

const size = { rows: 10, columns: 4 };
const plain = { extend: false, add: false };
const at = (row: number, column: number) => ({ row, column });

describe('widths by keys', () => {
  it('grow and shrink in steps, never below the least', () => {
    expect(widthAfterKey(100, 'ArrowRight')).toBe(116);
    expect(widthAfterKey(100, 'ArrowLeft')).toBe(84);
    expect(widthAfterKey(LEAST_WIDTH + 3, 'ArrowLeft')).toBe(LEAST_WIDTH);
    expect(widthAfterKey(100, 'ArrowUp')).toBeUndefined();
  });
});

describe('selection', () => {
  it('begins, extends and adds', () => {
    const one = pressCell(noSelection, at(2, 1), plain);
    expect(one.map(rectangleOf)).toEqual([{ top: 2, bottom: 2, left: 1, right: 1 }]);
    const larger = pressCell(one, at(0, 3), { extend: true, add: false });
    expect(larger.map(rectangleOf)).toEqual([{ top: 0, bottom: 2, left: 1, right: 3 }]);
    expect(pressCell(larger, at(5, 0), { extend: false, add: true })).toHaveLength(2);
    expect(extendTo(noSelection, at(1, 1)).map(rectangleOf)).toEqual([{ top: 1, bottom: 1, left: 1, right: 1 }]);
  });
  it('takes whole rows and columns', () => {
    const row = pressRow(noSelection, 3, size, plain);
    expect(row.map(rectangleOf)).toEqual([{ top: 3, bottom: 3, left: 0, right: 3 }]);
    expect(pressRow(row, 6, size, { extend: true, add: false }).map(rectangleOf)).toEqual([{ top: 3, bottom: 6, left: 0, right: 3 }]);
    expect(pressColumn(noSelection, 2, size, plain).map(rectangleOf)).toEqual([{ top: 0, bottom: 9, left: 2, right: 2 }]);
    expect(pressColumn(noSelection, 2, { rows: 0, columns: 4 }, plain)).toBe(noSelection);
    expect(selectAll({ rows: 0, columns: 4 })).toBe(noSelection);
    expect(selectedCells(selectAll(size))).toBe(40);
  });
  it.each([
    ['ArrowDown', false, at(6, 1)],
    ['ArrowUp', true, at(0, 1)],
    ['ArrowRight', true, at(5, 3)],
    ['PageDown', false, at(9, 1)],
    ['Home', false, at(5, 0)],
    ['End', true, at(9, 3)],
    ['x', false, undefined],
  ])('moves by %s (jump %s)', (key, jump, expected) => {
    expect(movedFocus(key, at(5, 1), size, { page: 8, jump })).toEqual(expected);
  });
  it('counts overlapping ranges once', () => {
    const ranges = fc.array(
      fc.record({
        anchor: fc.record({ row: fc.nat(9), column: fc.nat(3) }),
        focus: fc.record({ row: fc.nat(9), column: fc.nat(3) }),
      }),
      { minLength: 1, maxLength: 5 },
    );
    fc.assert(
      fc.property(ranges, (selection: Selection) => {
        const rectangles = selection.map(rectangleOf);
        let cells = 0;
        for (let row = 0; row < 10; row++) for (let column = 0; column < 4; column++) if (isSelected(rectangles, row, column)) cells++;
        expect(selectedCells(selection)).toBe(cells);
        const { rows, columns } = touched(selection);
        expect(rows).toEqual([...new Set(rows)].sort((a, b) => a - b));
        expect(rows.every((row) => columns.some((column) => isSelected(rectangles, row, column)))).toBe(true);
      }),
    );
  });
});

describe('scrolling', () => {
  const view = (rows: number, scrollTop: number) => ({ rows, rowHeight: 26, height: 400, scrollTop });
  it('draws what is in view', () => {
    expect(rowWindow(view(100, 260), 0)).toEqual({ first: 10, last: 25, top: 260 });
    expect(rowWindow(view(3, 0), 5)).toEqual({ first: 0, last: 2, top: 0 });
    expect(rowWindow(view(0, 0), 5)).toMatchObject({ first: 0, last: -1 });
  });
  it('reaches the last of ten million rows below the limit of browsers', () => {
    const rows = 10_000_000;
    expect(scrollHeight(rows, 26)).toBe(MAX_SCROLL_HEIGHT);
    const bottom = view(rows, MAX_SCROLL_HEIGHT - 400);
    expect(rowWindow(bottom, 0).last).toBe(rows - 1);
    expect(logicalOffset(bottom)).toBeCloseTo(rows * 26 - 400, 0);
  });
  it('reveals any row from anywhere', () => {
    fc.assert(
      fc.property(fc.integer({ min: 20, max: 5_000_000 }), fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(), (rows, part, pick) => {
        const start = view(rows, part * Math.max(0, scrollHeight(rows, 26) - 400));
        const row = pick % rows;
        const revealed = { ...start, scrollTop: revealRow(row, start) };
        const offset = logicalOffset(revealed);
        expect(offset).toBeLessThanOrEqual(row * 26 + 0.01);
        expect(offset + 400).toBeGreaterThanOrEqual(row * 26 + 26 - 0.01);
      }),
    );
  });
  it('finds the columns in view', () => {
    const edges = columnEdges([100, 50, 200, 100]);
    expect(edges).toEqual([0, 100, 150, 350, 450]);
    expect(columnWindow(edges, 120, 40, 0)).toEqual({ first: 1, last: 2 });
    expect(columnWindow(edges, 0, 1000, 1)).toEqual({ first: 0, last: 3 });
  });
});

describe('row windows', () => {
  const numbered = (offset: number, limit: number): Row[] => Array.from({ length: limit }, (_, i) => [String(offset + i)]);
  it('shows the first rows at once and fetches the others in blocks', async () => {
    const fetchRows = vi.fn((offset: number, limit: number) => Promise.resolve(numbered(offset, limit)));
    const windows = createRowWindows(fetchRows);
    windows.update(numbered(0, 200), 5000);
    expect(windows.row(199)).toEqual(['199']);
    expect(windows.row(700)).toBeUndefined();
    const before = windows.version();
    windows.show(700, 720);
    await vi.waitFor(() => expect(windows.row(700)).toEqual(['700']));
    expect(windows.version()).toBeGreaterThan(before);
    windows.show(710, 730);
    expect(fetchRows).toHaveBeenCalledTimes(1);
    expect(fetchRows.mock.calls[0]?.slice(0, 2)).toEqual([BLOCK_ROWS, BLOCK_ROWS]);
  });
  it('drops the replies of blocks that are not shown any more', async () => {
    const resolvers = new Map<number, () => void>();
    const windows = createRowWindows(
      (offset, limit) => new Promise((resolve) => resolvers.set(offset, () => resolve(numbered(offset, limit)))),
    );
    windows.update([], 5000);
    windows.show(0, 10);
    windows.show(2000, 2010);
    resolvers.get(0)!();
    resolvers.get(2000)!();
    await vi.waitFor(() => expect(windows.row(2000)).toEqual(['2000']));
    expect(windows.row(0)).toBeUndefined();
  });
  it('loads a range across blocks for a copy, from what it has where it can', async () => {
    const fetchRows = vi.fn((offset: number, limit: number) => Promise.resolve(numbered(offset, Math.min(limit, 1100 - offset))));
    const windows = createRowWindows(fetchRows);
    windows.update(numbered(0, 200), 1100);
    const rows = await windows.load(490, 1099, new AbortController().signal);
    expect([rows.length, rows[0], rows.at(-1)]).toEqual([610, ['490'], ['1099']]);
  });
  it('reports a failure and recovers', async () => {
    let broken = true;
    const windows = createRowWindows((offset, limit) =>
      broken ? Promise.reject(new Error('gone')) : Promise.resolve(numbered(offset, limit)),
    );
    windows.update([], 1000);
    windows.show(0, 1);
    await vi.waitFor(() => expect(windows.failure()).toBe('gone'));
    broken = false;
    windows.show(0, 1);
    await vi.waitFor(() => expect(windows.failure()).toBeUndefined());
  });
  it('fetches a block again when more of it is ready', async () => {
    let ready = 300;
    const windows = createRowWindows((offset, limit) => Promise.resolve(numbered(offset, Math.min(limit, ready - offset))));
    windows.update([], 300);
    windows.show(0, 10);
    await vi.waitFor(() => expect(windows.row(299)).toEqual(['299']));
    ready = 450;
    windows.update([], 450);
    windows.show(290, 310);
    await vi.waitFor(() => expect(windows.row(449)).toEqual(['449']));
  });
});
