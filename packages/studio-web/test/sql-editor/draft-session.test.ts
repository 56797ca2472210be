import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openDraft, type SaveOutcome } from '../../src/features/sql-editor/drafts/draft-session.ts';
import { createUnsavedTexts } from '../../src/features/sql-editor/drafts/unsaved.ts';

/** A text as the editor keeps it: every change has a new number. */
function fakeText(text: string) {
  const state = { text, edit: 1 };
  return {
    state,
    port: {
      text: () => state.text,
      edit: () => state.edit,
      replace(next: string) {
        state.text = next;
        state.edit++;
      },
    },
  };
}

function open(save: (text: string, revision: number) => Promise<SaveOutcome>, draft = { text: 'a', revision: 1 }) {
  const text = fakeText(draft.text);
  const unsaved = createUnsavedTexts(sessionStorage, 'u');
  const restored = vi.fn();
  const session = openDraft({
    procedureId: 'p',
    draft,
    port: text.port,
    unsaved,
    save,
    onState: () => undefined,
    onRestored: restored,
    messageOf: String,
    mayPass: (error) => String(error).includes('offline'),
  });
  const type = (next: string) => {
    text.port.replace(next);
    session.edited();
  };
  return { session, text, unsaved, type, restored };
}

beforeEach(() => {
  sessionStorage.clear();
  vi.useFakeTimers();
});
afterEach(() => vi.useRealTimers());

const saved = (revision: number): Promise<SaveOutcome> => Promise.resolve({ kind: 'saved', revision });
const newer = { text: 'theirs', revision: 9, savedAt: '', savedBy: 'Ann' };

describe('a draft session', () => {
  it('saves by itself after a pause in typing', async () => {
    const save = vi.fn((_text: string, revision: number) => saved(revision + 1));
    const { session, type, unsaved } = open(save);
    type('ab');
    await vi.advanceTimersByTimeAsync(1000);
    type('abc');
    await vi.advanceTimersByTimeAsync(1400);
    expect(save).not.toHaveBeenCalled();
    expect(unsaved.get('p')).toMatchObject({ text: 'abc', revision: 1 });
    await vi.advanceTimersByTimeAsync(200);
    expect(save.mock.calls).toEqual([['abc', 1]]);
    expect(session.state()).toMatchObject({ kind: 'clean', revision: 2 });
    expect(unsaved.get('p')).toBeUndefined();
  });
  it('sends what was typed while a save was on its way', async () => {
    const replies: ((outcome: SaveOutcome) => void)[] = [];
    const { session, type } = open(() => new Promise((resolve) => replies.push(resolve)));
    type('ab');
    const first = session.save();
    type('abc');
    const second = session.save();
    replies[0]!({ kind: 'saved', revision: 2 });
    expect(await first).toBe(false);
    await vi.advanceTimersByTimeAsync(0);
    replies[1]!({ kind: 'saved', revision: 3 });
    expect(await second).toBe(true);
    expect(session.state()).toMatchObject({ kind: 'clean', revision: 3 });
  });
  it('stops at a conflict until the user decides', async () => {
    const save = vi.fn((_text: string, revision: number) =>
      revision === 9 ? saved(10) : Promise.resolve<SaveOutcome>({ kind: 'stale', newer }),
    );
    const { session, type, text, unsaved } = open(save);
    type('mine');
    expect(await session.save()).toBe(false);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(save).toHaveBeenCalledTimes(1);
    expect(text.state.text).toBe('mine');
    expect(unsaved.get('p')?.text).toBe('mine');
    expect(await session.keepMine()).toBe(true);
    expect(save.mock.calls.at(-1)).toEqual(['mine', 9]);
  });
  it('takes the newer text when told', async () => {
    const { session, type, text, unsaved } = open(() => Promise.resolve({ kind: 'stale', newer }));
    type('mine');
    await session.save();
    session.takeNewer();
    expect(text.state.text).toBe('theirs');
    expect(session.state()).toMatchObject({ kind: 'clean', revision: 9 });
    expect(unsaved.get('p')).toBeUndefined();
  });
  it('keeps the text over a failure and a reload, and brings it back', async () => {
    const before = open(() => Promise.reject(new Error('offline')));
    before.type('typed');
    expect(await before.session.save()).toBe(false);
    expect(before.session.state()).toMatchObject({ kind: 'failed', message: 'Error: offline' });
    before.session.dispose();
    const save = vi.fn((_text: string, revision: number) => saved(revision + 1));
    const after = open(save, { text: 'a', revision: 1 });
    expect(after.text.state.text).toBe('typed');
    expect(after.restored).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(1600);
    expect(save.mock.calls).toEqual([['typed', 1]]);
  });
  it('tries again by itself while the server is away, with pauses that grow to half a minute', async () => {
    const times: number[] = [];
    const begin = Date.now();
    let away = true;
    const { session, type } = open((_text, revision) => {
      times.push(Date.now() - begin);
      return away ? Promise.reject(new Error('offline')) : saved(revision + 1);
    });
    type('typed');
    await vi.advanceTimersByTimeAsync(95_000);
    expect(times).toEqual([1500, 3500, 7500, 15_500, 31_500, 61_500, 91_500]);
    type('typed more');
    expect(session.state()).toMatchObject({ kind: 'failed', message: 'Error: offline', passing: true });
    away = false;
    session.retry();
    await vi.advanceTimersByTimeAsync(0);
    expect(session.state()).toMatchObject({ kind: 'clean', revision: 2 });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(times).toHaveLength(8);
  });
  it('does not repeat a text that was refused, and saves the next edit', async () => {
    const save = vi.fn((text: string, revision: number) => (text === 'bad' ? Promise.reject(new Error('too long')) : saved(revision + 1)));
    const { session, type } = open(save);
    type('bad');
    await vi.advanceTimersByTimeAsync(60_000);
    session.retry();
    expect(save).toHaveBeenCalledTimes(1);
    type('good');
    await vi.advanceTimersByTimeAsync(1600);
    expect(session.state()).toMatchObject({ kind: 'clean', revision: 2 });
  });
  it('knows its own save again when the answer was lost', async () => {
    const { session, type } = open((text) => Promise.resolve({ kind: 'stale', newer: { ...newer, text } }));
    type('mine');
    expect(await session.save()).toBe(true);
    expect(session.state()).toMatchObject({ kind: 'clean', revision: 9 });
  });
  it('follows the server while nothing is unsaved, and only then', () => {
    const { session, text, type } = open(() => saved(2));
    session.serverHas({ text: 'b', revision: 3 });
    expect([text.state.text, session.state().revision]).toEqual(['b', 3]);
    type('mine');
    session.serverHas({ text: 'c', revision: 4 });
    expect([text.state.text, session.state().revision]).toEqual(['mine', 3]);
  });
});
