/** The open texts as tabs. Arrow keys walk them, the middle button or the cross closes one; a dot stands for unsaved changes. */
import { Eye, FileCode, X } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { cn } from '../../../lib/cn.ts';
import { useActiveId, useCloseTab, useOpenProcedure } from '../state/active.ts';
import type { TabRef } from '../state/editor-state.ts';
import { openTab, useEditorState, useWorkbench } from '../state/workbench.ts';

export function TabBar() {
  const tabs = useEditorState((state) => state.tabs);
  const active = useActiveId();
  const activate = useActivate();
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    const at = tabs.findIndex(({ id }) => id === active);
    const next = tabs[(at + step + tabs.length) % tabs.length];
    if (next === undefined) return;
    event.preventDefault();
    activate(next);
    document.getElementById(tabId(next.id))?.focus();
  };
  return (
    <div
      role="tablist"
      aria-label="Open procedures"
      onKeyDown={onKeyDown}
      className="flex h-9 shrink-0 overflow-x-auto overflow-y-hidden border-b border-border bg-surface [scrollbar-width:thin]"
    >
      {tabs.map((tab) => (
        <EditorTab key={tab.id} tab={tab} active={tab.id === active} onActivate={() => activate(tab)} />
      ))}
    </div>
  );
}

/** The id of a tab's element, which labels the panel below. */
export const tabId = (id: string): string => `editor-tab-${id}`;

function useActivate(): (tab: TabRef) => void {
  const workbench = useWorkbench();
  const openProcedure = useOpenProcedure();
  return (tab) => (tab.kind === 'procedure' ? openProcedure(tab.id, tab.title) : openTab(workbench, tab));
}

function EditorTab({ tab, active, onActivate }: { readonly tab: TabRef; readonly active: boolean; readonly onActivate: () => void }) {
  const close = useCloseTab();
  const unsaved = useEditorState((state) => (state.drafts[tab.id]?.kind ?? 'clean') !== 'clean');
  const Icon = tab.kind === 'routine' ? Eye : FileCode;
  return (
    <div
      role="presentation"
      className={cn(
        'group relative flex max-w-64 shrink-0 items-center border-r border-border',
        active ? 'bg-background' : 'text-muted hover:bg-surface-hover',
      )}
      onAuxClick={(event) => event.button === 1 && close(tab.id)}
    >
      <button
        type="button"
        role="tab"
        id={tabId(tab.id)}
        aria-selected={active}
        aria-controls="editor-panel"
        tabIndex={active ? 0 : -1}
        title={tab.kind === 'routine' ? `${tab.title}, as the environment has it` : tab.title}
        onClick={onActivate}
        onKeyDown={(event) => event.key === 'Delete' && close(tab.id)}
        className="flex h-full min-w-0 items-center gap-1.5 pr-1 pl-3 focus-visible:-outline-offset-2"
      >
        <Icon aria-hidden className="size-4 shrink-0 text-muted" />
        <span className="truncate">{tab.title}</span>
        {unsaved && <span className="sr-only">, unsaved changes</span>}
      </button>
      <button
        type="button"
        tabIndex={-1}
        aria-label={`Close ${tab.title}`}
        onClick={() => close(tab.id)}
        className="mr-1 flex size-5 shrink-0 items-center justify-center rounded hover:bg-surface-active"
      >
        {unsaved && <span aria-hidden className="size-2 rounded-full bg-current group-hover:hidden" />}
        <X aria-hidden className={cn('size-3.5', unsaved ? 'hidden group-hover:block' : !active && 'opacity-0 group-hover:opacity-100')} />
      </button>
      {active && <span aria-hidden className="absolute inset-x-0 top-0 h-0.5 bg-accent" />}
    </div>
  );
}
