import { describe, expect, it } from 'vitest';
import { compared, pick } from '../../src/features/sql-editor/dialogs/version-choice.ts';
import { createRowWindows } from '../../src/features/sql-editor/results/row-windows.ts';
import { selectedTable, selectedValues, TooMuchToCopy } from '../../src/features/sql-editor/results/selected-rows.ts';
import { selectAll } from '../../src/features/sql-editor/results/selection.ts';
import {
  initialState,
  neighbour,
  withMessages,
  withoutTab,
  withPanelTab,
  withProcedure,
  withTab,
} from '../../src/features/sql-editor/state/editor-state.ts';
import { createStore } from '../../src/features/sql-editor/state/store.ts';

const tab = (id: string, title = id) => ({ kind: 'procedure' as const, id, title });

describe('tabs', () => {
  it('are opened once and renamed in place', () => {
    const state = withTab(withTab(withTab(initialState([]), tab('a')), tab('b')), tab('a', 'renamed'));
    expect(state.tabs).toEqual([tab('a', 'renamed'), tab('b')]);
    expect(withTab(state, tab('b'))).toBe(state);
  });
  it('leave nothing behind when they are closed, and their neighbour comes to the front', () => {
    const open = withProcedure(initialState([tab('a'), tab('b'), tab('c')]), 'parametersOpen', 'b', true);
    expect(neighbour(open.tabs, 'b')?.id).toBe('c');
    expect(neighbour(open.tabs, 'c')?.id).toBe('b');
    expect(neighbour([tab('a')], 'a')).toBeUndefined();
    const closed = withoutTab(open, 'b');
    expect([closed.tabs.map(({ id }) => id), closed.parametersOpen]).toEqual([['a', 'c'], {}]);
  });
});

describe('messages', () => {
  const line = { at: '', severity: 'info' as const, text: 'x' };
  it('count as unread until they are looked at', () => {
    const state = withMessages(withMessages(initialState([]), [line]), [line, line]);
    expect(state.unread).toBe(3);
    const read = withPanelTab(state, 'messages');
    expect([read.unread, withMessages(read, [line]).unread]).toEqual([0, 0]);
    expect(withMessages(read, [])).toBe(read);
  });
});

describe('a store', () => {
  it('tells its listeners of changes alone', () => {
    const store = createStore({ n: 0 });
    let told = 0;
    const stop = store.subscribe(() => told++);
    store.update((state) => state);
    store.update(({ n }) => ({ n: n + 1 }));
    stop();
    store.update(({ n }) => ({ n: n + 1 }));
    expect([told, store.get().n]).toEqual([1, 2]);
  });
});

describe('choosing versions', () => {
  it('is one to view and exactly two to compare', () => {
    expect(pick('view', [3], 2)).toEqual([2]);
    expect(pick('compare', [3], 2)).toEqual([3, 2]);
    expect(pick('compare', [3, 2], 1)).toEqual([2, 1]);
    expect(pick('compare', [3, 2], 3)).toEqual([2]);
    expect(pick('compare', [2], 2)).toEqual([2]);
    expect(compared([3])).toBeUndefined();
    expect(compared([3, 1])).toEqual([1, 3]);
  });
});

describe('selected values', () => {
  const columns = [
    { name: 'n', type: 'int', nullable: false },
    { name: 't', type: 'nvarchar(max)', nullable: true },
  ];
  const windows = createRowWindows(() => Promise.reject(new Error('not needed')));
  windows.update(
    [
      ['1', 'short'],
      ['2', { cut: 'lo', length: 4 }],
      ['3', null],
    ],
    3,
  );
  const { signal } = new AbortController();
  it('come whole, whatever the grid shows of them', async () => {
    const fetchCell = (row: number, column: number) => Promise.resolve(`whole ${row} ${column}`);
    const table = await selectedTable(selectAll({ rows: 3, columns: 2 }), { columns, windows, fetchCell }, signal);
    expect(table.rows).toEqual([
      ['1', 'short'],
      ['2', 'whole 1 1'],
      ['3', null],
    ]);
  });
  it('are refused where an export is meant', async () => {
    const all = selectAll({ rows: 1_000_000, columns: 2 });
    const refused = selectedTable(all, { columns, windows, fetchCell: () => Promise.resolve(null) }, signal);
    await expect(refused).rejects.toBeInstanceOf(TooMuchToCopy);
  });
  it('are summed cell by cell, without those between two ranges', async () => {
    const at = (row: number, column: number) => ({ anchor: { row, column }, focus: { row, column } });
    expect(await selectedValues([at(0, 0), at(2, 1)], windows, signal)).toEqual(['1', null]);
  });
});
