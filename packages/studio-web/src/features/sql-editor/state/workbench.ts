/**
 * What the panes of one SQL Editor hold in common: the workspace, the shared state, the query cache, and the documents once Monaco has arrived.
 *
 * It lives as long as the screen. Commands (`executing.ts`, `validating.ts`, `changing.ts`) are functions that take it.
 */
import { type Draft, operations, type Procedure } from '@sprocket/studio-contract';
import type { QueryClient } from '@tanstack/react-query';
import { createContext, useContext } from 'react';
import { keyBelow, keyOf } from '../../../api/index.ts';
import { readStored, writeStored } from '../../../lib/stored.ts';
import {
  type EditorDialog,
  type EditorState,
  initialState,
  type TabRef,
  withMessages,
  withoutTab,
  withPanelTab,
  withTab,
} from './editor-state.ts';
import { createStore, type Store, useStore } from './store.ts';
import { StoredTabs } from './stored-tabs.ts';

/** The open texts, as the panes that do not know Monaco see them. */
export interface Documents {
  text(id: string): string | undefined;
  /** Saves the draft; true when the server has the whole text (also when there was nothing to save). */
  save(id: string): Promise<boolean>;
  saveAll(): Promise<void>;
  hasUnsaved(): boolean;
  /** Replaces the text of a draft as an edit of the user. */
  replace(id: string, text: string): void;
  takeNewer(id: string): void;
  keepMine(id: string): void;
  /** Puts the caret there and the focus into the editor; lines and columns count from 1. */
  reveal(id: string, line: number, column: number): void;
  /** Marks the findings of a validation on the environment. */
  mark(id: string): void;
  format(): void;
  focus(): void;
  close(id: string): void;
}

export interface Workbench {
  readonly workspace: string;
  readonly userId: string;
  readonly queryClient: QueryClient;
  readonly store: Store<EditorState>;
  documents: Documents | undefined;
  /** What has to be given back when the screen is left. */
  readonly leave: Set<() => void>;
  /** Cancels the run of a procedure, while there is one. */
  readonly running: Map<string, AbortController>;
}

export function createWorkbench(of: Pick<Workbench, 'workspace' | 'userId' | 'queryClient'>): Workbench {
  const stored = readStored(tabsKey(of.workspace), StoredTabs) ?? [];
  const store = createStore(initialState(stored));
  store.subscribe(() => writeStored(tabsKey(of.workspace), store.get().tabs));
  return { ...of, store, documents: undefined, leave: new Set(), running: new Map() };
}

export const WorkbenchContext = createContext<Workbench | undefined>(undefined);

export function useWorkbench(): Workbench {
  const workbench = useContext(WorkbenchContext);
  if (workbench === undefined) throw new Error('this pane belongs to no SQL Editor');
  return workbench;
}

/** A part of the shared state. */
export function useEditorState<Part>(part: (state: EditorState) => Part): Part {
  return useStore(useWorkbench().store, part);
}

/** A line for the Messages tab. */
export function tell(workbench: Workbench, severity: 'info' | 'warning' | 'error', text: string): void {
  workbench.store.update((state) => withMessages(state, [{ at: new Date().toISOString(), severity, text }]));
}

export function showPanelTab(workbench: Workbench, tab: EditorState['panelTab']): void {
  workbench.store.update((state) => withPanelTab(state, tab));
}

export function openDialog(workbench: Workbench, dialog: EditorDialog): void {
  workbench.store.update((state) => ({ ...state, dialog }));
}

export function closeDialog(workbench: Workbench): void {
  workbench.store.update((state) => ({ ...state, dialog: undefined }));
}

export function openTab(workbench: Workbench, tab: TabRef): void {
  workbench.store.update((state) => ({ ...withTab(state, tab), peeked: tab.kind === 'routine' ? tab.id : undefined }));
}

/** Closes a tab; its unsaved text is saved first, and stays in the browser should that fail. */
export function closeTab(workbench: Workbench, id: string): void {
  void workbench.documents?.save(id).finally(() => workbench.documents?.close(id));
  workbench.running.get(id)?.abort();
  workbench.store.update((state) => withoutTab(state, id));
}

/** Puts a newer procedure into the cache, and lets lists catch up. */
export function adoptProcedure(workbench: Workbench, procedure: Procedure): void {
  const path = { workspace: workbench.workspace, procedure: procedure.id };
  workbench.queryClient.setQueryData(keyOf(operations.getProcedure, { path }), procedure);
  refreshProcedures(workbench);
}

/** Puts a saved draft into the cache. Nothing that a list shows changes by it, so nothing is asked for again. */
export function adoptDraft(workbench: Workbench, procedureId: string, draft: Draft): void {
  const path = { workspace: workbench.workspace, procedure: procedureId };
  workbench.queryClient.setQueryData<Procedure>(keyOf(operations.getProcedure, { path }), (known) => known && { ...known, draft });
}

/** Lists, versions and histories of procedures are asked for again. */
export function refreshProcedures(workbench: Workbench): void {
  void workbench.queryClient.invalidateQueries({ queryKey: keyBelow('workspaces', workbench.workspace, 'procedures') });
  void workbench.queryClient.invalidateQueries({ queryKey: keyBelow('workspaces', workbench.workspace, 'categories') });
}

function tabsKey(workspace: string): string {
  return `sql-editor.tabs.${workspace}`;
}
