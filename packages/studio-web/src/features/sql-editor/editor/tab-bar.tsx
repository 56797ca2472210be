/** The open texts, side by side. Arrow keys walk them, Delete, the middle button or the cross closes one; a dot stands for unsaved changes. */
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
  const close = useCloseTab();
  const onKeyDown = (tab: TabRef) => (event: KeyboardEvent) => {
    if (event.key === 'Delete') return close(tab.id);
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    const next = tabs[(tabs.indexOf(tab) + step + tabs.length) % tabs.length];
    if (next === undefined) return;
    event.preventDefault();
    activate(next);
    document.getElementById(tabId(next.id))?.focus();
  };
  return (
    <nav aria-label="Open procedures" className="shrink-0 border-b border-border bg-surface">
      <ul className="flex h-9 overflow-x-auto overflow-y-hidden [scrollbar-width:thin]">
        {tabs.map((tab) => (
          <EditorTab key={tab.id} tab={tab} active={tab.id === active} onActivate={() => activate(tab)} onKeyDown={onKeyDown(tab)} />
        ))}
      </ul>
    </nav>
  );
}

const tabId = (id: string): string => `editor-tab-${id}`;

function useActivate(): (tab: TabRef) => void {
  const workbench = useWorkbench();
  const openProcedure = useOpenProcedure();
  return (tab) => (tab.kind === 'procedure' ? openProcedure(tab.id, tab.title) : openTab(workbench, tab));
}

interface EditorTabProps {
  readonly tab: TabRef;
  readonly active: boolean;
  readonly onActivate: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

function EditorTab({ tab, active, onActivate, onKeyDown }: EditorTabProps) {
  const close = useCloseTab();
  const unsaved = useEditorState((state) => (state.drafts[tab.id]?.kind ?? 'clean') !== 'clean');
  const Icon = tab.kind === 'routine' ? Eye : FileCode;
  return (
    <li
      className={cn(
        'group relative flex max-w-64 shrink-0 items-center border-r border-border',
        active ? 'bg-background' : 'text-muted hover:bg-surface-hover',
      )}
    >
      <button
        type="button"
        id={tabId(tab.id)}
        aria-current={active ? 'page' : undefined}
        title={tab.kind === 'routine' ? `${tab.title}, as the environment has it` : tab.title}
        onClick={onActivate}
        onAuxClick={(event) => event.button === 1 && close(tab.id)}
        onKeyDown={onKeyDown}
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
    </li>
  );
}
