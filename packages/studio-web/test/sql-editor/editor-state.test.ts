import type { Parameter } from '@sprocket/studio-contract';
import { describe, expect, it } from 'vitest';
import { type DraftEvent, hasUnsavedText, loadedDraft, nextDraft } from '../../src/features/sql-editor/drafts/draft-machine.ts';
import { createUnsavedTexts } from '../../src/features/sql-editor/drafts/unsaved.ts';
import { treeKey, treeRows, UNCATEGORISED } from '../../src/features/sql-editor/explorer/tree.ts';
import { defaultSizes, loadSizes, restoredSizes, storeSizes } from '../../src/features/sql-editor/layout/sizes.ts';
import {
  fromParameterValues,
  initialValues,
  pastedRows,
  toParameterValues,
  valueProblem,
} from '../../src/features/sql-editor/parameters/values.ts';
import { commandOf } from '../../src/features/sql-editor/state/shortcuts.ts';

describe('the draft machine', () => {
  const newer = { text: 'theirs', revision: 9, savedAt: '', savedBy: 'Ann' };
  const play = (...events: DraftEvent[]) => events.reduce(nextDraft, loadedDraft(4, 1));
  it('becomes dirty by an edit, clean by its undo', () => {
    expect(play({ type: 'edited', edit: 2 }).kind).toBe('dirty');
    expect(play({ type: 'edited', edit: 2 }, { type: 'edited', edit: 1 }).kind).toBe('clean');
  });
  it('saves over the revision it was made from', () => {
    expect(play({ type: 'edited', edit: 2 }, { type: 'save' })).toMatchObject({ kind: 'saving', revision: 4, sentEdit: 2 });
    expect(play({ type: 'edited', edit: 2 }, { type: 'save' }, { type: 'saved', revision: 5 })).toMatchObject({
      kind: 'clean',
      revision: 5,
    });
  });
  it('stays dirty when it was edited while saving', () => {
    const state = play({ type: 'edited', edit: 2 }, { type: 'save' }, { type: 'edited', edit: 3 }, { type: 'saved', revision: 5 });
    expect(state).toMatchObject({ kind: 'dirty', revision: 5, savedEdit: 2 });
  });
  it('waits in a conflict, and saves over the newer one only when told', () => {
    const conflict = play({ type: 'edited', edit: 2 }, { type: 'save' }, { type: 'stale', newer });
    expect(conflict).toMatchObject({ kind: 'conflict', newer });
    expect(nextDraft(conflict, { type: 'save' })).toBe(conflict);
    expect(nextDraft(conflict, { type: 'edited', edit: 7 })).toMatchObject({ kind: 'conflict', edit: 7 });
    expect(nextDraft(conflict, { type: 'keep-mine' })).toMatchObject({ kind: 'dirty', revision: 9 });
    expect(nextDraft(conflict, { type: 'reloaded', edit: 8 })).toMatchObject({ kind: 'clean', revision: 9, edit: 8 });
  });
  it('retries after a failure and does not save what is clean', () => {
    const failed = play({ type: 'edited', edit: 2 }, { type: 'save' }, { type: 'failed', message: 'offline', passing: true });
    expect(failed).toMatchObject({ kind: 'failed', message: 'offline' });
    expect(hasUnsavedText(failed)).toBe(true);
    expect(nextDraft(failed, { type: 'save' })).toMatchObject({ kind: 'saving', failure: 'offline' });
    expect(play({ type: 'save' }).kind).toBe('clean');
  });
});

describe('unsaved texts', () => {
  it('are kept apart by owner and survive a full storage', () => {
    const ann = createUnsavedTexts(sessionStorage, 'ann');
    const unsaved = { text: 'SELECT 1', revision: 3, at: '2026-01-01T00:00:00.000Z' };
    expect(ann.put('p', unsaved)).toBe(true);
    expect(ann.get('p')).toEqual(unsaved);
    expect(createUnsavedTexts(sessionStorage, 'bob').get('p')).toBeUndefined();
    ann.remove('p');
    expect(ann.get('p')).toBeUndefined();
    const full = {
      ...sessionStorage,
      getItem: () => '{"text":1}',
      setItem: () => {
        throw new Error('full');
      },
      removeItem: () => undefined,
    };
    expect(createUnsavedTexts(full, 'ann').put('p', unsaved)).toBe(false);
    expect(createUnsavedTexts(full, 'ann').get('p')).toBeUndefined();
  });
});

describe('the tree', () => {
  const person = { id: 'u', name: 'U' };
  const procedure = (name: string, categoryId: string | null) => ({
    id: name,
    schema: 'dbo',
    name,
    status: 'draft' as const,
    badge: 'draft' as const,
    categoryId,
    publishedVersion: null,
    publishedAt: null,
    createdBy: person,
    updatedAt: '',
  });
  const categories = [
    { id: 'b', name: 'Billing', position: 1 },
    { id: 'a', name: 'Stock', position: 0 },
  ];
  const procedures = [procedure('PayOrder', 'b'), procedure('AddItem', 'a'), procedure('Lost', 'gone'), procedure('AddBill', 'b')];
  const ids = (filter: string, closed: string[] = []) =>
    treeRows({ categories, procedures, filter, closed: new Set(closed) }).map(({ id }) => id);
  it('groups by category in their order, those without one last', () => {
    expect(ids('')).toEqual(['a', 'AddItem', 'b', 'AddBill', 'PayOrder', UNCATEGORISED, 'Lost']);
    expect(ids('', ['b'])).toEqual(['a', 'AddItem', 'b', UNCATEGORISED, 'Lost']);
  });
  it('filters by every word and opens what it finds', () => {
    expect(ids('dbo add', ['a', 'b'])).toEqual(['a', 'AddItem', 'b', 'AddBill']);
    expect(ids('nothing')).toEqual([]);
  });
  it('is walked by keys', () => {
    const rows = treeRows({ categories, procedures, filter: '', closed: new Set(['b']) });
    expect(treeKey('ArrowDown', rows, 'a')).toEqual({ focus: 'AddItem' });
    expect(treeKey('ArrowLeft', rows, 'AddItem')).toEqual({ focus: 'a' });
    expect(treeKey('ArrowLeft', rows, 'a')).toEqual({ toggle: 'a' });
    expect(treeKey('ArrowRight', rows, 'b')).toEqual({ toggle: 'b' });
    expect(treeKey('Enter', rows, 'AddItem')).toEqual({ open: 'AddItem' });
    expect(treeKey('l', rows, 'a')).toEqual({ focus: 'Lost' });
    expect(treeKey('End', rows, undefined)).toEqual({ focus: 'Lost' });
    expect(treeKey('Tab', rows, 'a')).toBeUndefined();
    expect(treeKey('ArrowDown', [], undefined)).toBeUndefined();
  });
});

describe('sizes', () => {
  it('are clamped and never make a pane vanish', () => {
    expect(restoredSizes({ explorer: 2, panel: 99, parameters: 'x', panelOpen: false })).toEqual({
      explorer: 12,
      panel: 80,
      parameters: defaultSizes.parameters,
      panelOpen: false,
    });
    expect(restoredSizes(null)).toEqual(defaultSizes);
  });
  it('are remembered per workspace', () => {
    storeSizes(localStorage, 'one', { ...defaultSizes, explorer: 30 });
    expect(loadSizes(localStorage, 'one').explorer).toBe(30);
    expect(loadSizes(localStorage, 'two')).toEqual(defaultSizes);
    localStorage.setItem('sprocket.sql-editor.sizes.one', '{broken');
    expect(loadSizes(localStorage, 'one')).toEqual(defaultSizes);
  });
});

describe('parameters', () => {
  const parameter = (name: string, baseType: string, more: Partial<Parameter> = {}): Parameter => ({
    name,
    type: baseType,
    baseType,
    output: false,
    hasDefault: false,
    defaultText: null,
    ...more,
  });
  const all = [parameter('@a', 'int'), parameter('@b', 'nvarchar', { hasDefault: true, defaultText: "N'x'" }), parameter('@t', 'table')];
  it('begin with their defaults and are sent as typed', () => {
    const values = initialValues(all, undefined);
    expect(values).toEqual({ '@a': { kind: 'null' }, '@b': { kind: 'default' }, '@t': { kind: 'table', rows: [] } });
    expect(toParameterValues(all, { ...values, '@a': { kind: 'text', text: '007' } })).toEqual({ '@a': '007', '@t': [] });
  });
  it('take stored values of parameters that still exist', () => {
    const stored = { '@a': '5', '@gone': 'x', '@t': [['1', null]] };
    expect(fromParameterValues(all, stored)).toEqual({
      '@a': { kind: 'text', text: '5' },
      '@b': { kind: 'default' },
      '@t': { kind: 'table', rows: [['1', null]] },
    });
    expect(initialValues(all, { '@b': null })['@b']).toEqual({ kind: 'null' });
  });
  it.each([
    ['int', '2147483648', 'int goes from -2147483648 to 2147483647'],
    ['int', '-5', undefined],
    ['tinyint', '1.5', 'not a whole number; tinyint is expected'],
    ['decimal', '1,5', 'not a number; decimal is expected'],
    ['float', '1e5', undefined],
    ['bit', 'yes', 'a bit is 0 or 1'],
    ['varbinary', '0xABC', 'binary values are written 0x…, two digits a byte'],
    ['nvarchar', '', undefined],
  ])('%s %s', (baseType, text, problem) => {
    expect(valueProblem({ baseType, type: baseType }, { kind: 'text', text })).toBe(problem);
  });
  it('rows are pasted from a spreadsheet', () => {
    expect(pastedRows('1\ta\r\n2\t"b\t""c""\nd"\r\n3\tNULL\r\n', 2)).toEqual([
      ['1', 'a'],
      ['2', 'b\t"c"\nd'],
      ['3', null],
    ]);
    expect(pastedRows('x', 2)).toEqual([['x', null]]);
    expect(pastedRows('"half', 1)).toEqual([['"half']]);
    expect(pastedRows('a\t', 2)).toEqual([['a', '']]);
  });
});

describe('shortcuts', () => {
  const press = (key: string, held: string[] = []) =>
    commandOf({
      key,
      ctrlKey: held.includes('ctrl'),
      metaKey: held.includes('meta'),
      shiftKey: held.includes('shift'),
      altKey: held.includes('alt'),
    });
  it('are looked up with their modifiers', () => {
    expect(press('F5')).toBe('execute');
    expect(press('F5', ['ctrl'])).toBe('validate');
    expect(press('S', ['meta'])).toBe('save');
    expect(press('Enter', ['ctrl', 'shift'])).toBe('publish');
    expect(press('Cancel', ['alt'])).toBe('cancel');
    expect(press('F', ['shift', 'alt'])).toBe('format');
    expect(press('Enter')).toBeUndefined();
    expect(press('s', ['ctrl', 'alt'])).toBeUndefined();
  });
});
