/** The frame around every screen after login: sidebar and screen, each behind a boundary of its own, so that one may fail and the other stays. */
import { operations } from '@sprocket/studio-contract';
import { useQuery } from '@tanstack/react-query';
import { Outlet, useLocation, useParams } from '@tanstack/react-router';
import { useEffect, useReducer } from 'react';
import { z } from 'zod';
import { queryOf } from '../api/index.ts';
import { useHotkey } from '../lib/hotkey.ts';
import { readStored, writeStored } from '../lib/stored.ts';
import { UserContext, useSession } from '../session/session.ts';
import { ErrorBoundary } from '../ui/index.ts';
import { lastWorkspace } from './last-workspace.ts';
import { Sidebar } from './sidebar.tsx';
import { initialSidebar, isSidebarOpen, reduceSidebar } from './sidebar-state.ts';

export function AppShell() {
  const { user } = useSession();
  // Between the end of the session and the login screen there is nobody to draw it for.
  return user === null ? null : (
    <UserContext value={user}>
      <Frame />
    </UserContext>
  );
}

function Frame() {
  const { slug = lastWorkspace() } = useParams({ strict: false });
  const location = useLocation();
  const { data: workspaces = [] } = useQuery(queryOf(operations.listWorkspaces));
  const focus = /^\/c\/[^/]+\/sql-editor/.test(location.pathname);
  const sidebar = useSidebar(focus);
  const workspace = workspaces.find((each) => each.slug === slug) ?? workspaces[0];
  return (
    <div className="flex h-full">
      <ErrorBoundary resetKey={location.pathname}>
        <Sidebar open={sidebar.open} onToggle={sidebar.toggle} workspace={workspace} workspaces={workspaces} />
      </ErrorBoundary>
      <div className="h-full min-w-0 flex-1">
        <ErrorBoundary resetKey={location.pathname}>
          <Outlet />
        </ErrorBoundary>
      </div>
    </div>
  );
}

function useSidebar(focus: boolean) {
  const [state, dispatch] = useReducer(reduceSidebar, undefined, () => initialSidebar(readStored('sidebar', z.boolean()) ?? true, focus));
  useEffect(() => dispatch({ kind: 'route', focus }), [focus]);
  useEffect(() => writeStored('sidebar', state.open), [state.open]);
  const toggle = () => dispatch({ kind: 'toggle' });
  useHotkey('Ctrl+B', toggle);
  // The route is known one render before the effect: without this the sidebar would flash open on entering the focus mode.
  return { open: isSidebarOpen(reduceSidebar(state, { kind: 'route', focus })), toggle };
}
