/** The pane in the middle: tabs, what there is to say about the text, and the editor. */

import { useQuery } from '@tanstack/react-query';
import { FileCode } from 'lucide-react';
import { type ReactNode, useMemo } from 'react';
import { isProblem } from '../../../api/index.ts';
import { useLacking } from '../../../session/workspace.tsx';
import { Button, EmptyState, ErrorState, Loading, Shortcut } from '../../../ui/index.ts';
import { useActiveTab, useCloseTab, useProcedure } from '../state/active.ts';
import type { TabRef } from '../state/editor-state.ts';
import { openDialog, useEditorState, useWorkbench } from '../state/workbench.ts';
import { Banners } from './banners.tsx';
import { EditorArea } from './lazy.tsx';
import { TabBar } from './tab-bar.tsx';
import { routineQuery } from './use-go-to-routine.ts';

export function EditorPane() {
  const tab = useActiveTab();
  const hasTabs = useEditorState((state) => state.tabs.length > 0);
  return (
    <div data-pane="editor" className="flex h-full min-h-0 flex-col bg-background">
      {hasTabs && <TabBar />}
      {tab === undefined ? (
        <NothingOpen />
      ) : (
        <div className="flex min-h-0 flex-1 flex-col">
          {tab.kind === 'procedure' ? <ProcedureText id={tab.id} title={tab.title} /> : <RoutineText tab={tab} />}
        </div>
      )}
    </div>
  );
}

function ProcedureText({ id, title }: { readonly id: string; readonly title: string }) {
  const { data: procedure, error, refetch } = useProcedure(id);
  const closeTab = useCloseTab();
  const shows = useMemo(() => procedure && { procedure }, [procedure]);
  if (isProblem(error, 'not-found')) {
    return (
      <EmptyState title="This procedure is not there any more" action={<Button onClick={() => closeTab(id)}>Close the tab</Button>}>
        Somebody may have deleted it.
      </EmptyState>
    );
  }
  if (shows === undefined) return error === null ? <Loading /> : <ErrorState error={error} onRetry={() => void refetch()} />;
  return (
    <>
      <Banners procedure={shows.procedure} />
      <Fill>
        <EditorArea title={title} shows={shows} />
      </Fill>
    </>
  );
}

function RoutineText({ tab }: { readonly tab: Extract<TabRef, { kind: 'routine' }> }) {
  const { workspace } = useWorkbench();
  const { data, error, refetch } = useQuery(routineQuery(workspace, tab));
  const text = data?.text ?? `-- The environment does not show the text of ${tab.title}.`;
  const shows = useMemo(() => ({ id: tab.id, text }), [tab.id, text]);
  if (data === undefined) return error === null ? <Loading /> : <ErrorState error={error} onRetry={() => void refetch()} />;
  return (
    <>
      <p className="shrink-0 border-b border-border bg-surface px-3 py-1.5 text-muted">
        {tab.title} as the environment has it, to look at.
      </p>
      <Fill>
        <EditorArea title={tab.title} shows={shows} />
      </Fill>
    </>
  );
}

const Fill = ({ children }: { readonly children: ReactNode }) => <div className="min-h-0 flex-1">{children}</div>;

function NothingOpen() {
  const workbench = useWorkbench();
  const needsAuthor = useLacking('author');
  return (
    <EmptyState
      icon={FileCode}
      title="Open a procedure"
      action={needsAuthor === undefined && <Button onClick={() => openDialog(workbench, { kind: 'new' })}>New procedure</Button>}
    >
      Choose one in the explorer, or press <Shortcut keys="Ctrl+K" /> to find one by name.
    </EmptyState>
  );
}
