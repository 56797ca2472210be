/**
 * One open draft: the text in the editor, the machine that says how it stands, and the saving of it.
 *
 * An edit is kept in the browser at once and sent to the server after a pause. A save that is asked for while one is on its way waits for it and then
 * sends the rest. A save that failed because the server was away is tried again after pauses that grow, and at once when `retry` is called. The text is
 * never set from outside while it has unsaved edits; what the server has newer shows up as a conflict instead.
 */
import { type DraftEvent, type DraftState, hasUnsavedText, loadedDraft, type NewerDraft, nextDraft } from './draft-machine.ts';
import type { UnsavedTexts } from './unsaved.ts';

/** The text in the editor. An edit has a number, and undoing it brings the earlier number back. */
export interface TextPort {
  text(): string;
  edit(): number;
  /** Replaces the text as one undoable step. */
  replace(text: string): void;
}

export type SaveOutcome = { readonly kind: 'saved'; readonly revision: number } | { readonly kind: 'stale'; readonly newer: NewerDraft };

export interface DraftSessionOptions {
  readonly procedureId: string;
  readonly draft: { readonly text: string; readonly revision: number };
  readonly port: TextPort;
  readonly unsaved: UnsavedTexts;
  readonly save: (text: string, revision: number) => Promise<SaveOutcome>;
  readonly onState: (state: DraftState) => void;
  /** Text of an earlier visit was put back. */
  readonly onRestored: (at: string) => void;
  readonly messageOf: (error: unknown) => string;
  /** Whether a failure may pass by itself, so that the same text is worth another try. */
  readonly mayPass: (error: unknown) => boolean;
}

export interface DraftSession {
  state(): DraftState;
  /** To be called after every change of the text. */
  edited(): void;
  /** Saves what is not saved; true when the server has the whole text afterwards. */
  save(): Promise<boolean>;
  /** Repeats a save that failed for a passing reason now instead of after its pause: the connection may be back. */
  retry(): void;
  /** Takes the newer text of a conflict; the own one stays in the undo history. */
  takeNewer(): void;
  /** Saves the own text over the newer one of a conflict. */
  keepMine(): Promise<boolean>;
  /** What the server says now, e.g. after a refetch or a rollback: shown when nothing unsaved is in the way. */
  serverHas(draft: { readonly text: string; readonly revision: number }): void;
  /** Writes what is unsaved into the browser's storage now, as happens by itself a moment after every edit. */
  keep(): void;
  dispose(): void;
}

const AUTOSAVE_PAUSE = 1500;
const KEEP_PAUSE = 400;
const FIRST_RETRY = 2000;
const LONGEST_RETRY = 30_000;

export function openDraft(options: DraftSessionOptions): DraftSession {
  const { port, unsaved, procedureId } = options;
  let state = loadedDraft(options.draft.revision, port.edit());
  let saving: Promise<boolean> | undefined;
  let autosave: ReturnType<typeof setTimeout> | undefined;
  let keeping: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;
  let disposed = false;

  const dispatch = (event: DraftEvent) => {
    state = nextDraft(state, event);
    if (!disposed) options.onState(state);
  };
  const keep = () => {
    clearTimeout(keeping);
    if (!hasUnsavedText(state)) return unsaved.remove(procedureId);
    unsaved.put(procedureId, { text: port.text(), revision: state.revision, at: new Date().toISOString() });
  };
  const plan = (pause: number) => {
    clearTimeout(autosave);
    if (!disposed) autosave = setTimeout(() => void save(), pause);
  };
  /** After a save: the rest that was typed meanwhile, or the next try. A conflict waits for the user, a refused text for an edit. */
  const goOn = () => {
    failures = state.kind === 'failed' ? failures + 1 : 0;
    if (state.kind === 'dirty') plan(AUTOSAVE_PAUSE);
    if (state.kind === 'failed' && state.passing) plan(Math.min(LONGEST_RETRY, FIRST_RETRY * 2 ** (failures - 1)));
  };
  const saveOnce = async (): Promise<boolean> => {
    dispatch({ type: 'save' });
    const text = port.text();
    try {
      dispatch(eventOf(await options.save(text, state.revision), text));
    } catch (error) {
      dispatch({ type: 'failed', message: options.messageOf(error), passing: options.mayPass(error) });
    }
    keep();
    goOn();
    return state.kind === 'clean';
  };
  const save = async (): Promise<boolean> => {
    clearTimeout(autosave);
    if (saving !== undefined) await saving;
    if (state.kind === 'clean') return true;
    if (state.kind === 'conflict') return false;
    saving = saveOnce().finally(() => {
      saving = undefined;
    });
    return await saving;
  };

  restore();
  options.onState(state);

  return {
    state: () => state,
    edited() {
      dispatch({ type: 'edited', edit: port.edit() });
      clearTimeout(keeping);
      keeping = setTimeout(keep, KEEP_PAUSE);
      if (state.kind === 'clean') clearTimeout(autosave);
      if (state.kind === 'dirty' || (state.kind === 'failed' && !state.passing)) plan(AUTOSAVE_PAUSE);
    },
    save,
    retry() {
      if (state.kind === 'failed' && state.passing) void save();
    },
    keep,
    takeNewer() {
      if (state.kind !== 'conflict') return;
      port.replace(state.newer.text);
      dispatch({ type: 'reloaded', edit: port.edit() });
      keep();
    },
    async keepMine() {
      dispatch({ type: 'keep-mine' });
      return await save();
    },
    serverHas(draft) {
      if (draft.revision <= state.revision || state.kind !== 'clean') return;
      if (port.text() !== draft.text) port.replace(draft.text);
      dispatch({ type: 'loaded', revision: draft.revision, edit: port.edit() });
    },
    dispose() {
      clearTimeout(autosave);
      clearTimeout(keeping);
      keep();
      disposed = true;
    },
  };

  /** Text that an earlier visit could not save comes back as an unsaved edit over the revision that it was made from. */
  function restore(): void {
    const left = unsaved.get(procedureId);
    if (left === undefined) return;
    if (left.text === options.draft.text) return unsaved.remove(procedureId);
    port.replace(left.text);
    state = { ...loadedDraft(left.revision, -1), kind: 'dirty', edit: port.edit() };
    options.onRestored(left.at);
    plan(AUTOSAVE_PAUSE);
  }
}

/** A newer draft with the very text that was sent is the own save whose answer was lost. */
function eventOf(outcome: SaveOutcome, sent: string): DraftEvent {
  if (outcome.kind === 'saved') return { type: 'saved', revision: outcome.revision };
  const { newer } = outcome;
  return newer.text === sent ? { type: 'saved', revision: newer.revision } : { type: 'stale', newer };
}
