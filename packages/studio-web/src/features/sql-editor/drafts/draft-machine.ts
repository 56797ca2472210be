/**
 * The saving of one draft as a state machine: clean, dirty, saving, conflict, failed.
 *
 * The text itself lives in the editor; the machine knows only numbers of edits (the editor's alternative version id, which undo takes back) and the
 * revision that the server knows. Saving happens over the revision that the text was made from; when somebody saved in between, nothing is
 * overwritten: the machine waits in `conflict` until the user reloads or keeps the own text.
 */

/** What somebody else saved in between. */
export interface NewerDraft {
  readonly text: string;
  readonly revision: number;
  readonly savedAt: string;
  readonly savedBy: string;
}

interface Known {
  /** The revision on the server that the text is based on. */
  readonly revision: number;
  /** The edit that the server has. */
  readonly savedEdit: number;
  /** The edit that the editor shows. */
  readonly edit: number;
}

export type DraftState =
  | (Known & { readonly kind: 'clean' })
  | (Known & { readonly kind: 'dirty' })
  | (Known & {
      readonly kind: 'saving';
      readonly sentEdit: number;
      /** What the last try said, when this one repeats it. */
      readonly failure: string | undefined;
    })
  | (Known & { readonly kind: 'conflict'; readonly newer: NewerDraft })
  | (Known & {
      readonly kind: 'failed';
      readonly message: string;
      /** It may pass by itself (the server was away): the same text is tried again. Otherwise only an edit can help. */
      readonly passing: boolean;
    });

export type DraftEvent =
  | { readonly type: 'loaded'; readonly revision: number; readonly edit: number }
  | { readonly type: 'edited'; readonly edit: number }
  | { readonly type: 'save' }
  | { readonly type: 'saved'; readonly revision: number }
  | { readonly type: 'stale'; readonly newer: NewerDraft }
  | { readonly type: 'failed'; readonly message: string; readonly passing: boolean }
  /** The user took the newer text; the editor shows it as this edit. */
  | { readonly type: 'reloaded'; readonly edit: number }
  /** The user's text shall replace the newer one with the next save. */
  | { readonly type: 'keep-mine' };

export function loadedDraft(revision: number, edit: number): DraftState {
  return { kind: 'clean', revision, savedEdit: edit, edit };
}

/** The state after an event. An event that means nothing in a state leaves it as it is. */
export function nextDraft(state: DraftState, event: DraftEvent): DraftState {
  const { revision, savedEdit, edit } = state;
  switch (event.type) {
    case 'loaded':
      return loadedDraft(event.revision, event.edit);
    case 'edited':
      return edited(state, event.edit);
    case 'save':
      return canSave(state) ? { kind: 'saving', revision, savedEdit, edit, sentEdit: edit, failure: failureOf(state) } : state;
    case 'saved':
      return state.kind === 'saving' ? settled({ revision: event.revision, savedEdit: state.sentEdit, edit }) : state;
    case 'stale':
      return state.kind === 'saving' ? { kind: 'conflict', revision, savedEdit, edit, newer: event.newer } : state;
    case 'failed':
      if (state.kind !== 'saving') return state;
      return { kind: 'failed', revision, savedEdit, edit, message: event.message, passing: event.passing };
    case 'reloaded':
      return state.kind === 'conflict' ? loadedDraft(state.newer.revision, event.edit) : state;
    case 'keep-mine':
      return state.kind === 'conflict' ? { kind: 'dirty', revision: state.newer.revision, savedEdit: -1, edit } : state;
  }
}

/** Whether a save would do something now. */
export function canSave(state: DraftState): boolean {
  return state.kind === 'dirty' || state.kind === 'failed';
}

/** Whether closing now would lose text that the server does not have. */
export function hasUnsavedText(state: DraftState): boolean {
  return state.kind !== 'clean';
}

/** What the last save failed with, also while it is tried again; undefined when it did not. */
export function failureOf(state: DraftState): string | undefined {
  if (state.kind === 'saving') return state.failure;
  return state.kind === 'failed' ? state.message : undefined;
}

export const draftLabels: Readonly<Record<DraftState['kind'], string>> = {
  clean: 'Saved',
  dirty: 'Unsaved changes',
  saving: 'Saving…',
  conflict: 'Conflict',
  failed: 'Not saved',
};

function edited(state: DraftState, edit: number): DraftState {
  if (state.kind === 'saving' || state.kind === 'conflict') return { ...state, edit };
  if (state.kind === 'failed' && edit !== state.savedEdit) return { ...state, edit };
  return settled({ revision: state.revision, savedEdit: state.savedEdit, edit });
}

function settled(known: Known): DraftState {
  return { ...known, kind: known.edit === known.savedEdit ? 'clean' : 'dirty' };
}
