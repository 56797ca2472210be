/** What is in front: the tab, its procedure as the server knows it, and how to bring another one there. The address names the procedure. */
import { type EnvironmentBadge, operations, type Procedure } from '@sprocket/studio-contract';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';
import { queryOf } from '../../../api/index.ts';
import { neighbour, type TabRef } from './editor-state.ts';
import { closeTab, openTab, useEditorState, useWorkbench } from './workbench.ts';

/** The id of the tab in front. */
export function useActiveId(): string | undefined {
  const { procedure } = useSearch({ from: '/app/c/$slug/sql-editor' });
  return useEditorState((state) => state.peeked) ?? procedure;
}

export function useActiveTab(): TabRef | undefined {
  const id = useActiveId();
  return useEditorState((state) => state.tabs.find((tab) => tab.id === id));
}

/** One procedure with its texts. */
export function useProcedure(id: string | undefined) {
  const { workspace } = useWorkbench();
  return useQuery({
    ...queryOf(operations.getProcedure, { path: { workspace, procedure: id ?? '' } }),
    enabled: id !== undefined,
  });
}

/** The procedure in front, when it is one and has been loaded. */
export function useActiveProcedure(): Procedure | undefined {
  const tab = useActiveTab();
  const { data } = useProcedure(tab?.kind === 'procedure' ? tab.id : undefined);
  return tab?.kind === 'procedure' ? data : undefined;
}

/** The environment in use; null when the workspace has none, undefined while that is not known. */
export function useEnvironment(): EnvironmentBadge | null | undefined {
  const { workspace } = useWorkbench();
  return useQuery(queryOf(operations.currentEnvironment, { path: { workspace } })).data;
}

/** Opens a procedure in a tab and brings it to the front. */
export function useOpenProcedure(): (id: string, title: string) => void {
  const workbench = useWorkbench();
  const navigate = useNavigate();
  return useCallback(
    (id, title) => {
      openTab(workbench, { kind: 'procedure', id, title });
      void navigate({ to: '/c/$slug/sql-editor', params: { slug: workbench.workspace }, search: { procedure: id } });
    },
    [workbench, navigate],
  );
}

/** Closes a tab; the neighbour of the one in front comes there. */
export function useCloseTab(): (id: string) => void {
  const workbench = useWorkbench();
  const active = useActiveId();
  const navigate = useNavigate();
  return useCallback(
    (id) => {
      const next = neighbour(workbench.store.get().tabs, id);
      closeTab(workbench, id);
      if (id !== active) return;
      const procedure = next?.kind === 'procedure' ? next.id : undefined;
      void navigate({ to: '/c/$slug/sql-editor', params: { slug: workbench.workspace }, search: { procedure }, replace: true });
      if (next?.kind === 'routine') openTab(workbench, next);
    },
    [workbench, active, navigate],
  );
}
