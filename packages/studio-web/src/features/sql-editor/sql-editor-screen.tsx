/**
 * The SQL Editor of a workspace: explorer, editor, panel and parameters around one workbench, which lives as long as this screen.
 */
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTitle } from '../../lib/title.ts';
import { useUser } from '../../session/session.ts';
import { useWorkspace } from '../../session/workspace.tsx';
import { ErrorBoundary } from '../../ui/index.ts';
import { Dialogs } from './dialogs/dialogs.tsx';
import { EditorPane } from './editor/editor-pane.tsx';
import { Explorer } from './explorer/explorer.tsx';
import { procedureTitle } from './explorer/tree.ts';
import { Panes, usePaneSizes } from './layout/panes.tsx';
import { ParametersPane } from './parameters/parameters-pane.tsx';
import { BottomPanel } from './results/panel.tsx';
import { useActiveId, useActiveProcedure, useActiveTab } from './state/active.ts';
import { useShortcuts } from './state/use-shortcuts.ts';
import { createWorkbench, openTab, useEditorState, useWorkbench, type Workbench, WorkbenchContext } from './state/workbench.ts';
import { StatusBar } from './status/status-bar.tsx';

export function SqlEditorScreen() {
  const { slug } = useWorkspace();
  const { id: userId } = useUser();
  return <EditorOf key={`${slug} ${userId}`} workspace={slug} userId={userId} />;
}

function EditorOf({ workspace, userId }: Pick<Workbench, 'workspace' | 'userId'>) {
  const queryClient = useQueryClient();
  const [workbench] = useState(() => createWorkbench({ workspace, userId, queryClient }));
  useLeaving(workbench);
  return (
    <WorkbenchContext value={workbench}>
      <EditorScreen />
    </WorkbenchContext>
  );
}

function EditorScreen() {
  const workspace = useWorkspace();
  const tab = useActiveTab();
  const procedure = useActiveProcedure();
  const [sizes, changeSizes] = usePaneSizes();
  const parametersOpen = useEditorState((state) => procedure !== undefined && state.parametersOpen[procedure.id] === true);
  const takesParameters = (procedure?.published?.parameters.length ?? 0) > 0;
  const togglePanel = () => changeSizes({ panelOpen: !sizes.panelOpen });
  useTitle(tab?.title, 'SQL Editor', workspace.name);
  useShortcuts(togglePanel);
  useTabOfAddress();
  usePanelShows(() => changeSizes({ panelOpen: true }));
  return (
    <main className="flex h-full min-h-0 min-w-0 flex-col overflow-hidden">
      <h1 className="sr-only">SQL Editor</h1>
      <Panes
        sizes={sizes}
        onSizes={changeSizes}
        explorer={
          <ErrorBoundary>
            <Explorer />
          </ErrorBoundary>
        }
        editor={
          <ErrorBoundary>
            <EditorPane />
          </ErrorBoundary>
        }
        panel={
          sizes.panelOpen ? (
            <ErrorBoundary>
              <BottomPanel onHide={togglePanel} />
            </ErrorBoundary>
          ) : undefined
        }
        parameters={
          procedure !== undefined && parametersOpen && takesParameters ? (
            <ErrorBoundary resetKey={procedure.id}>
              <ParametersPane key={procedure.id} procedure={procedure} />
            </ErrorBoundary>
          ) : undefined
        }
      />
      <StatusBar />
      <Dialogs onTogglePanel={togglePanel} />
    </main>
  );
}

/** An address that names a procedure opens its tab, also one that came from a link or from the Back button. */
function useTabOfAddress(): void {
  const workbench = useWorkbench();
  const id = useActiveId();
  const known = useEditorState((state) => state.tabs.some((tab) => tab.id === id));
  const procedure = useActiveProcedure();
  useEffect(() => {
    if (id !== undefined && !known) openTab(workbench, { kind: 'procedure', id, title: '…' });
  }, [workbench, id, known]);
  const title = procedure === undefined ? undefined : procedureTitle(procedure);
  useEffect(() => {
    if (procedure !== undefined && title !== undefined && known) openTab(workbench, { kind: 'procedure', id: procedure.id, title });
  }, [workbench, procedure, title, known]);
}

/** A run that begins, and a validation that has findings, bring a hidden panel back. */
function usePanelShows(show: () => void): void {
  const { store } = useWorkbench();
  useEffect(() => {
    let runs = store.get().runs;
    return store.subscribe(() => {
      const next = store.get().runs;
      const started = Object.entries(next).some(([id, run]) => runs[id]?.startedAt !== run.startedAt);
      runs = next;
      if (started) show();
    });
  });
}

/** Leaving saves what is unsaved; closing the page with unsaved text is asked about. */
function useLeaving(workbench: Workbench): void {
  useEffect(() => {
    const onBeforeUnload = (event: BeforeUnloadEvent) => {
      if (workbench.documents?.hasUnsaved() === true) event.preventDefault();
    };
    window.addEventListener('beforeunload', onBeforeUnload);
    return () => window.removeEventListener('beforeunload', onBeforeUnload);
  }, [workbench]);
  useEffect(() => {
    return () => {
      for (const controller of workbench.running.values()) controller.abort();
      void (workbench.documents?.saveAll() ?? Promise.resolve()).finally(() => {
        for (const leave of workbench.leave) leave();
        workbench.leave.clear();
      });
    };
  }, [workbench]);
}
