/**
 * The open texts as Monaco's models: one a tab, with its view state, its draft session when it may be edited, and its markers.
 *
 * `show` makes a model fit what the server says of a procedure: a draft is editable, a published text is read-only, and a change from one to the other
 * (publish, move to draft, rollback) replaces the text in place, so that the tab stays where it is.
 */
import { operations, type Procedure } from '@sprocket/studio-contract';
import { call, isProblem, mayPass, messageOf } from '../../../api/index.ts';
import type { NewerDraft } from '../drafts/draft-machine.ts';
import { type DraftSession, openDraft, type SaveOutcome } from '../drafts/draft-session.ts';
import { createUnsavedTexts } from '../drafts/unsaved.ts';
import { withProcedure } from '../state/editor-state.ts';
import { adoptDraft, type Workbench } from '../state/workbench.ts';
import type { Language } from './language.ts';
import { diagnosticMarker } from './markers.ts';
import { editor, LANGUAGE_ID, Uri } from './monaco.ts';

export interface OpenDocument {
  readonly id: string;
  readonly model: editor.ITextModel;
  session: DraftSession | undefined;
  readOnly: boolean;
  viewState: editor.ICodeEditorViewState | null;
}

export interface OpenDocuments {
  get(id: string): OpenDocument | undefined;
  /** The document of a procedure, made or brought up to date. */
  show(procedure: Procedure): OpenDocument;
  /** The document of a text that can only be looked at. */
  showText(id: string, text: string): OpenDocument;
  /** Replaces the text of a draft as one edit. */
  replace(id: string, text: string): void;
  /** Markers of the last validation on the environment. */
  mark(id: string): void;
  close(id: string): void;
  /** Writes every unsaved text into the browser's storage now. */
  keepAll(): void;
  all(): Iterable<OpenDocument>;
  dispose(): void;
}

export const SERVER_MARKERS = 'environment';
/** Moments at which a server that was away is likely back, or its user waits for it. */
const RETRY_EVENTS = ['online', 'focus'] as const;

export function createDocuments(workbench: Workbench, language: Language): OpenDocuments {
  const documents = new Map<string, OpenDocument>();
  const unsaved = createUnsavedTexts(sessionStorage, workbench.userId);
  const { store } = workbench;

  const open = (id: string, text: string): OpenDocument => {
    const uri = Uri.from({ scheme: 'sprocket', path: `/${workbench.workspace}/${id}.sql` });
    editor.getModel(uri)?.dispose();
    const model = editor.createModel(text, LANGUAGE_ID, uri);
    const document: OpenDocument = { id, model, session: undefined, readOnly: true, viewState: null };
    model.onDidChangeContent(() => {
      document.session?.edited();
      forgetValidation(id);
    });
    language.attach(document);
    documents.set(id, document);
    return document;
  };

  const forgetValidation = (id: string) => {
    if (store.get().validations[id] === undefined || store.get().validations[id] === 'running') return;
    store.update((state) => withProcedure(state, 'validations', id, undefined));
    const model = documents.get(id)?.model;
    if (model !== undefined) editor.setModelMarkers(model, SERVER_MARKERS, []);
  };

  const beginDraft = (document: OpenDocument, procedure: Procedure, draft: NonNullable<Procedure['draft']>) => {
    const { model, id } = document;
    replaceText(model, draft.text);
    document.readOnly = false;
    document.session = openDraft({
      procedureId: id,
      draft,
      unsaved,
      port: { text: () => model.getValue(), edit: () => model.getAlternativeVersionId(), replace: (text) => replaceText(model, text) },
      save: (text, revision) => saveDraft(workbench, procedure, text, revision),
      onState: (state) => store.update((before) => withProcedure(before, 'drafts', id, state)),
      onRestored: (at) => store.update((before) => withProcedure(before, 'restored', id, at)),
      messageOf,
      mayPass,
    });
  };

  const endDraft = (document: OpenDocument) => {
    document.session?.dispose();
    document.session = undefined;
    document.readOnly = true;
    store.update((state) => withProcedure(withProcedure(state, 'drafts', document.id, undefined), 'restored', document.id, undefined));
  };

  const close = (id: string) => {
    const document = documents.get(id);
    if (document === undefined) return;
    documents.delete(id);
    language.detach(document);
    document.session?.dispose();
    document.model.dispose();
  };

  const retryAll = () => {
    for (const { session } of documents.values()) session?.retry();
  };
  for (const event of RETRY_EVENTS) window.addEventListener(event, retryAll);

  return {
    get: (id) => documents.get(id),
    show(procedure) {
      const document = documents.get(procedure.id) ?? open(procedure.id, shownText(procedure));
      const { draft } = procedure;
      if (draft !== null && procedure.can.edit) {
        if (document.session === undefined) beginDraft(document, procedure, draft);
        else document.session.serverHas(draft);
        return document;
      }
      if (document.session !== undefined) endDraft(document);
      replaceText(document.model, shownText(procedure));
      return document;
    },
    showText(id, text) {
      const document = documents.get(id) ?? open(id, text);
      replaceText(document.model, text);
      return document;
    },
    replace(id, text) {
      const document = documents.get(id);
      if (document !== undefined && !document.readOnly) replaceText(document.model, text);
    },
    mark(id) {
      const model = documents.get(id)?.model;
      const validation = store.get().validations[id];
      if (model === undefined || validation === undefined || validation === 'running') return;
      const errors = validation.errors.map((error) => diagnosticMarker(model, error, 'error'));
      const warnings = validation.warnings.map((warning) => diagnosticMarker(model, warning, warning.severity));
      editor.setModelMarkers(model, SERVER_MARKERS, [...errors, ...warnings]);
    },
    close,
    keepAll() {
      for (const { session } of documents.values()) session?.keep();
    },
    all: () => documents.values(),
    dispose() {
      for (const event of RETRY_EVENTS) window.removeEventListener(event, retryAll);
      for (const id of [...documents.keys()]) close(id);
    },
  };
}

/** What a tab shows of a procedure: its draft, else what is published. */
function shownText(procedure: Procedure): string {
  return procedure.draft?.text ?? procedure.published?.text ?? '';
}

/** As one undoable step, and only when something changes. */
function replaceText(model: editor.ITextModel, text: string): void {
  if (model.getValue() === text) return;
  model.pushStackElement();
  model.pushEditOperations([], [{ range: model.getFullModelRange(), text }], () => null);
  model.pushStackElement();
}

async function saveDraft(workbench: Workbench, procedure: Procedure, text: string, revision: number): Promise<SaveOutcome> {
  const path = { workspace: workbench.workspace, procedure: procedure.id };
  try {
    const saved = await call(operations.saveDraft, { path, body: { text, revision } });
    adoptDraft(workbench, procedure.id, saved);
    return { kind: 'saved', revision: saved.revision };
  } catch (error) {
    const newer = isProblem(error, 'stale-draft') ? error.problem.current : undefined;
    if (newer === undefined) throw error;
    return { kind: 'stale', newer: newer satisfies NewerDraft };
  }
}
