/**
 * Everything of one SQL Editor that needs Monaco: the open documents, the language worker, and the editor that shows one of them.
 *
 * The panes outside this chunk reach it through `workbench.documents`. It is made when the first text is opened and lives as long as the screen.
 */
import type { Documents, Workbench } from '../state/workbench.ts';
import { createDocuments, type OpenDocument, type OpenDocuments } from './documents.ts';
import { type Language, startLanguage } from './language.ts';
import { editor } from './monaco.ts';
import { routineOf } from './providers.ts';
import type { RoutineName } from './use-go-to-routine.ts';

export interface MonacoSide {
  readonly documents: OpenDocuments;
  readonly language: Language;
  /** The editor on the screen shows this document now. */
  bring(document: OpenDocument): void;
  setEditor(shown: editor.IStandaloneCodeEditor | undefined): void;
  /** What go to definition does with a routine that is not in the text. */
  onRoutineWanted(open: (routine: RoutineName) => void): void;
}

const sides = new WeakMap<Workbench, MonacoSide>();

export function monacoSide(workbench: Workbench): MonacoSide {
  const known = sides.get(workbench);
  if (known !== undefined) return known;
  const made = createSide(workbench);
  sides.set(workbench, made);
  return made;
}

function createSide(workbench: Workbench): MonacoSide {
  const language = startLanguage(workbench);
  const documents = createDocuments(workbench, language);
  let shown: editor.IStandaloneCodeEditor | undefined;
  let front: OpenDocument | undefined;
  let openRoutine: (routine: RoutineName) => void = () => undefined;
  let waiting: { readonly id: string; readonly line: number; readonly column: number } | undefined;

  const revealWaiting = () => {
    if (waiting === undefined || front?.id !== waiting.id || shown?.getModel() !== front.model) return;
    const position = { lineNumber: waiting.line, column: waiting.column };
    waiting = undefined;
    shown.setPosition(position);
    shown.revealPositionInCenterIfOutsideViewport(position);
    shown.focus();
  };
  const side: MonacoSide = {
    documents,
    language,
    bring(document) {
      if (shown === undefined) return;
      if (front !== undefined && front !== document && shown.getModel() === front.model) front.viewState = shown.saveViewState();
      front = document;
      if (shown.getModel() !== document.model) {
        shown.setModel(document.model);
        if (document.viewState !== null) shown.restoreViewState(document.viewState);
      }
      shown.updateOptions({ readOnly: document.readOnly, domReadOnly: document.readOnly });
      revealWaiting();
    },
    setEditor(next) {
      if (next === undefined && front !== undefined && shown !== undefined) front.viewState = shown.saveViewState();
      shown = next;
    },
    onRoutineWanted(open) {
      openRoutine = open;
    },
  };
  workbench.documents = port(documents, {
    editor: () => shown,
    reveal: (place) => {
      waiting = place;
      revealWaiting();
    },
  });
  const opener = editor.registerEditorOpener({
    openCodeEditor(_source, resource) {
      const routine = routineOf(resource);
      if (routine !== undefined) openRoutine(routine);
      return routine !== undefined;
    },
  });
  window.addEventListener('pagehide', documents.keepAll);
  workbench.leave.add(() => {
    window.removeEventListener('pagehide', documents.keepAll);
    opener.dispose();
    workbench.documents = undefined;
    sides.delete(workbench);
    documents.dispose();
    language.dispose();
  });
  return side;
}

interface Shown {
  readonly editor: () => editor.IStandaloneCodeEditor | undefined;
  readonly reveal: (place: { readonly id: string; readonly line: number; readonly column: number }) => void;
}

function port(documents: OpenDocuments, shown: Shown): Documents {
  const session = (id: string) => documents.get(id)?.session;
  return {
    text: (id) => documents.get(id)?.model.getValue(),
    save: (id) => session(id)?.save() ?? Promise.resolve(true),
    async saveAll() {
      await Promise.all([...documents.all()].map((document) => document.session?.save()));
    },
    hasUnsaved: () => [...documents.all()].some((document) => document.session !== undefined && document.session.state().kind !== 'clean'),
    replace: documents.replace,
    takeNewer: (id) => session(id)?.takeNewer(),
    keepMine: (id) => void session(id)?.keepMine(),
    reveal: (id, line, column) => shown.reveal({ id, line, column }),
    mark: documents.mark,
    format: () => void shown.editor()?.getAction('editor.action.formatDocument')?.run(),
    focus: () => shown.editor()?.focus(),
    close: documents.close,
  };
}
