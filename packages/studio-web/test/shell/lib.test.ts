import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { plainMessage } from '../../src/forms/messages.ts';
import { formatDuration, formatPlural } from '../../src/lib/format.ts';
import { matchesShortcut } from '../../src/lib/hotkey.ts';
import { readStored, writeStored } from '../../src/lib/stored.ts';
import { resolveTheme } from '../../src/lib/theme.ts';
import { shortcutText } from '../../src/ui/shortcut.tsx';
import { createToastStore } from '../../src/ui/toast-store.ts';

describe('formatting', () => {
  it.each([
    [0.4, '0 ms'],
    [999, '999 ms'],
    [1234, '1.23 s'],
    [125_000, '2 min 5 s'],
  ])('writes %d milliseconds as %s', (milliseconds, text) => expect(formatDuration(milliseconds)).toBe(text));

  it('chooses the plural', () => {
    expect([formatPlural(1, 'row'), formatPlural(0, 'row'), formatPlural(2, 'entry', 'entries')]).toEqual(['1 row', '0 rows', '2 entries']);
  });
});

describe('shortcuts', () => {
  const press = (key: string, modifiers: KeyboardEventInit = {}) => new KeyboardEvent('keydown', { key, ...modifiers });

  it('match with exactly their modifiers; Command stands for Ctrl', () => {
    expect(matchesShortcut(press('s', { ctrlKey: true }), 'Ctrl+S')).toBe(true);
    expect(matchesShortcut(press('s', { metaKey: true }), 'Ctrl+S')).toBe(true);
    expect(matchesShortcut(press('S', { ctrlKey: true, shiftKey: true }), 'Ctrl+S')).toBe(false);
    expect(matchesShortcut(press('s'), 'Ctrl+S')).toBe(false);
    expect(matchesShortcut(press('F5'), 'F5')).toBe(true);
  });

  it('are written as the computer does', () => {
    expect(shortcutText('Ctrl+Shift+Enter', false)).toBe('Ctrl+Shift+Enter');
    expect(shortcutText('Ctrl+Shift+Enter', true)).toBe('⌘⇧↵');
  });
});

describe('stored settings', () => {
  it('come back, and are forgotten when their shape has changed', () => {
    writeStored('test', { width: 5 });
    expect(readStored('test', z.object({ width: z.number() }))).toEqual({ width: 5 });
    expect(readStored('test', z.string())).toBeUndefined();
    localStorage.setItem('sprocket.test', '{broken');
    expect(readStored('test', z.string())).toBeUndefined();
  });
});

describe('the theme', () => {
  it('follows the system only when asked to', () => {
    expect([resolveTheme('light', true), resolveTheme('dark', false), resolveTheme('system', true), resolveTheme('system', false)]).toEqual(
      ['light', 'dark', 'dark', 'light'],
    );
  });
});

describe('notifications', () => {
  it('keep the newest four', () => {
    const store = createToastStore();
    for (const title of ['1', '2', '3', '4', '5']) store.add({ tone: 'success', title });
    expect(store.entries().map(({ title }) => title)).toEqual(['2', '3', '4', '5']);
    store.remove(store.entries()[0]?.id ?? 0);
    expect(store.entries().map(({ title }) => title)).toEqual(['3', '4', '5']);
  });
});

describe('plain messages', () => {
  const messageFor = (schema: z.ZodType, value: unknown) => schema.safeParse(value, { error: plainMessage }).error?.issues[0]?.message;

  it.each([
    [z.string().min(1), '', 'must not be empty'],
    [z.string().min(3), 'a', 'at least 3 characters'],
    [z.string().max(2), 'abc', 'at most 2 characters'],
    [z.int().max(5), 6, 'at most 5'],
    [z.int(), Number.NaN, 'must be a whole number'],
    [z.email(), 'x', 'is not an email address'],
    [z.string().min(10, 'a sentence of its own'), 'x', 'a sentence of its own'],
  ])('%#', (schema, value, message) => expect(messageFor(schema, value)).toBe(message));
});
