/**
 * One open draft: the text in the editor, the machine that says how it stands, and the saving of it.
 *
 * An edit is kept in the browser at once and sent to the server after a pause. A save that is asked for while one is on its way waits for it and then
 * sends the rest. The text is never set from outside while it has unsaved edits; what the server has newer shows up as a conflict instead.
 */
import {
  type DraftEvent,
  type DraftState,
  hasUnsavedText,
  loadedDraft,
  type NewerDraft,
  nextDraft,
  wantsAutosave,
} from './draft-machine.ts';
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
}

export interface DraftSession {
  state(): DraftState;
  /** To be called after every change of the text. */
  edited(): void;
  /** Saves what is not saved; true when the server has the whole text afterwards. */
  save(): Promise<boolean>;
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

export function openDraft(options: DraftSessionOptions): DraftSession {
  const { port, unsaved, procedureId } = options;
  let state = loadedDraft(options.draft.revision, port.edit());
  let saving: Promise<boolean> | undefined;
  let autosave: ReturnType<typeof setTimeout> | undefined;
  let keeping: ReturnType<typeof setTimeout> | undefined;
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
  const plan = () => {
    clearTimeout(autosave);
    if (wantsAutosave(state) && !disposed) autosave = setTimeout(() => void save(), AUTOSAVE_PAUSE);
  };
  const saveOnce = async (): Promise<boolean> => {
    dispatch({ type: 'save' });
    try {
      const outcome = await options.save(port.text(), state.revision);
      dispatch(outcome.kind === 'saved' ? { type: 'saved', revision: outcome.revision } : { type: 'stale', newer: outcome.newer });
    } catch (error) {
      dispatch({ type: 'failed', message: options.messageOf(error) });
    }
    keep();
    plan();
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
      const before = state;
      dispatch({ type: 'edited', edit: port.edit() });
      clearTimeout(keeping);
      keeping = setTimeout(keep, KEEP_PAUSE);
      if (wantsAutosave(state) || before.kind !== state.kind) plan();
    },
    save,
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
    plan();
  }
}
