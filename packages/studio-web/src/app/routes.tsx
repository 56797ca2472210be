/**
 * Every address of the application. A screen's code is fetched when its address is first opened.
 *
 * The root loads the session; the layout `app` needs a login and draws the shell; the layout `/c/$slug` loads the workspace.
 */
import { operations } from '@sprocket/studio-contract';
import { type QueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { createRootRouteWithContext, createRoute, lazyRouteComponent, notFound, Outlet, redirect } from '@tanstack/react-router';
import { isProblem, queryOf } from '../api/index.ts';
import { ActivitySearch, AuditSearch } from '../features/audit/search.ts';
import { sessionQuery } from '../session/session.ts';
import { WorkspaceProvider } from '../session/workspace.tsx';
import { AppShell } from '../shell/app-shell.tsx';
import { lastWorkspace, rememberWorkspace } from '../shell/last-workspace.ts';
import { LogInAgainDialog } from '../shell/log-in-again-dialog.tsx';
import { EditorSearch, RedirectSearch } from './search.ts';

interface Context {
  readonly queryClient: QueryClient;
}

const root = createRootRouteWithContext<Context>()({
  beforeLoad: async ({ context }) => ({ session: await context.queryClient.ensureQueryData(sessionQuery) }),
  component: () => (
    <>
      <Outlet />
      <LogInAgainDialog />
    </>
  ),
});

const login = createRoute({
  getParentRoute: () => root,
  path: '/login',
  validateSearch: RedirectSearch,
  beforeLoad: ({ context, search }) => {
    if (context.session.user !== null) throw redirect({ href: search.redirect ?? '/' });
    if (context.session.firstRun) throw redirect({ to: '/register' });
  },
  component: lazyRouteComponent(() => import('../features/auth/login-screen.tsx'), 'LoginScreen'),
});

const register = createRoute({
  getParentRoute: () => root,
  path: '/register',
  beforeLoad: ({ context }) => {
    if (context.session.user !== null) throw redirect({ to: '/' });
  },
  component: lazyRouteComponent(() => import('../features/auth/register-screen.tsx'), 'RegisterScreen'),
});

const invite = createRoute({
  getParentRoute: () => root,
  path: '/invite/$token',
  component: lazyRouteComponent(() => import('../features/auth/invite-screen.tsx'), 'InviteScreen'),
});

const app = createRoute({
  getParentRoute: () => root,
  id: 'app',
  beforeLoad: ({ context, location }) => {
    if (context.session.user !== null) return;
    throw context.session.firstRun ? redirect({ to: '/register' }) : redirect({ to: '/login', search: { redirect: location.href } });
  },
  component: AppShell,
});

const start = createRoute({
  getParentRoute: () => app,
  path: '/',
  beforeLoad: async ({ context }) => {
    const workspaces = await context.queryClient.ensureQueryData(queryOf(operations.listWorkspaces));
    const workspace = workspaces.find((each) => each.slug === lastWorkspace()) ?? workspaces[0];
    throw workspace === undefined ? redirect({ to: '/workspaces/new' }) : redirect({ to: '/c/$slug', params: { slug: workspace.slug } });
  },
});

const newWorkspace = createRoute({
  getParentRoute: () => app,
  path: '/workspaces/new',
  component: lazyRouteComponent(() => import('../features/settings/new-workspace-screen.tsx'), 'NewWorkspaceScreen'),
});

const account = createRoute({
  getParentRoute: () => app,
  path: '/account',
  component: lazyRouteComponent(() => import('../features/account/account-screen.tsx'), 'AccountScreen'),
});

const workspace = createRoute({
  getParentRoute: () => app,
  path: '/c/$slug',
  loader: async ({ context, params }) => {
    try {
      await context.queryClient.ensureQueryData(queryOf(operations.getWorkspace, { path: { workspace: params.slug } }));
    } catch (error) {
      throw isProblem(error, 'not-found') ? notFound() : error;
    }
    rememberWorkspace(params.slug);
  },
  component: function WorkspaceLayout() {
    const { slug } = workspace.useParams();
    const { data } = useSuspenseQuery(queryOf(operations.getWorkspace, { path: { workspace: slug } }));
    return (
      <WorkspaceProvider workspace={data}>
        <Outlet />
      </WorkspaceProvider>
    );
  },
});

const workspaceStart = createRoute({
  getParentRoute: () => workspace,
  path: '/',
  beforeLoad: ({ context, params }) => {
    throw redirect({ to: context.session.features.sqlEditor ? '/c/$slug/sql-editor' : '/c/$slug/members', params });
  },
});

const sqlEditor = createRoute({
  getParentRoute: () => workspace,
  path: '/sql-editor',
  validateSearch: EditorSearch,
  beforeLoad: ({ context }) => {
    if (!context.session.features.sqlEditor) throw notFound();
  },
  component: lazyRouteComponent(() => import('../features/sql-editor/sql-editor-screen.tsx'), 'SqlEditorScreen'),
});

const members = createRoute({
  getParentRoute: () => workspace,
  path: '/members',
  component: lazyRouteComponent(() => import('../features/members/members-screen.tsx'), 'MembersScreen'),
});
const environments = createRoute({
  getParentRoute: () => workspace,
  path: '/environments',
  component: lazyRouteComponent(() => import('../features/environments/environments-screen.tsx'), 'EnvironmentsScreen'),
});
const categories = createRoute({
  getParentRoute: () => workspace,
  path: '/categories',
  component: lazyRouteComponent(() => import('../features/categories/categories-screen.tsx'), 'CategoriesScreen'),
});
const templates = createRoute({
  getParentRoute: () => workspace,
  path: '/templates',
  component: lazyRouteComponent(() => import('../features/templates/templates-screen.tsx'), 'TemplatesScreen'),
});
const lintRules = createRoute({
  getParentRoute: () => workspace,
  path: '/lint-rules',
  component: lazyRouteComponent(() => import('../features/lint-rules/lint-rules-screen.tsx'), 'LintRulesScreen'),
});
const audit = createRoute({
  getParentRoute: () => workspace,
  path: '/audit',
  validateSearch: AuditSearch,
  component: lazyRouteComponent(() => import('../features/audit/audit-screen.tsx'), 'AuditScreen'),
});
const activity = createRoute({
  getParentRoute: () => workspace,
  path: '/activity',
  validateSearch: ActivitySearch,
  component: lazyRouteComponent(() => import('../features/audit/activity-screen.tsx'), 'ActivityScreen'),
});
const settings = createRoute({
  getParentRoute: () => workspace,
  path: '/settings',
  component: lazyRouteComponent(() => import('../features/settings/settings-screen.tsx'), 'SettingsScreen'),
});

export const routeTree = root.addChildren([
  login,
  register,
  invite,
  app.addChildren([
    start,
    newWorkspace,
    account,
    workspace.addChildren([workspaceStart, sqlEditor, members, environments, categories, templates, lintRules, audit, activity, settings]),
  ]),
]);
