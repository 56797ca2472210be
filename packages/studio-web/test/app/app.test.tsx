import type { Role } from '@sprocket/studio-contract';
import { QueryClientProvider } from '@tanstack/react-query';
import { createMemoryHistory, RouterProvider } from '@tanstack/react-router';
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createQueryClient } from '../../src/api/query-client.ts';
import { createAppRouter } from '../../src/app/router.tsx';
import { TooltipProvider } from '../../src/ui/index.ts';
import { type Answer, fakeServer, json, problem, session } from '../support/server.ts';

const USER = { id: '4b0c5f3e-9a52-4d57-8f0e-0a3a0a7c7c11', email: 'a@example.org', name: 'Ann' };

const workspace = (role: Role) => ({
  id: '4b0c5f3e-9a52-4d57-8f0e-0a3a0a7c7c12',
  slug: 'demo',
  name: 'Demo',
  role,
  environmentId: null,
  memberCount: 1,
  createdAt: '2026-11-21T05:00:00.000Z',
});

interface Setting {
  readonly role?: Role;
  readonly session?: object;
  readonly answers?: Readonly<Record<string, readonly Answer[]>>;
}

/** The whole application at an address, in front of a server that answers from a table. */
function openAt(address: string, { role = 'owner', session: more = {}, answers = {} }: Setting = {}) {
  const server = fakeServer({
    'GET /api/auth/session': [() => json({ ...session('t'), user: USER, ...more })],
    'GET /api/workspaces': [() => json([workspace(role)])],
    'GET /api/workspaces/demo': [() => json(workspace(role))],
    'GET /api/workspaces/demo/members': [() => json([])],
    'GET /api/workspaces/demo/invitations': [() => json([])],
    ...answers,
  });
  vi.stubGlobal('fetch', server.fetch);
  const queryClient = createQueryClient();
  const router = createAppRouter(queryClient, createMemoryHistory({ initialEntries: [address] }));
  render(
    <QueryClientProvider client={queryClient}>
      <TooltipProvider>
        <RouterProvider router={router} />
      </TooltipProvider>
    </QueryClientProvider>,
  );
  return { router, server };
}

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  localStorage.clear();
});

describe('addresses', () => {
  it('lead to the login and back when nobody is logged in', async () => {
    const { router } = openAt('/c/demo/members?x=1', {
      session: { user: null },
      answers: { 'POST /api/auth/login': [() => json({ ...session('t2'), user: USER })] },
    });
    fireEvent.change(await screen.findByLabelText('Email'), { target: { value: USER.email } });
    fireEvent.change(screen.getByLabelText('Password'), { target: { value: 'p' } });
    fireEvent.click(screen.getByRole('button', { name: 'Log in' }));
    expect(await screen.findByRole('heading', { name: 'Members' })).toBeDefined();
    expect(router.state.location.href).toBe('/c/demo/members?x=1');
  });

  it('lead to the registration while there is no account', async () => {
    openAt('/', { session: { user: null, firstRun: true } });
    expect(await screen.findByRole('heading', { name: 'Create the first account' })).toBeDefined();
  });

  it('that belong to nobody or to somebody else are answered in words', async () => {
    openAt('/c/other/members', { answers: { 'GET /api/workspaces/other': [() => problem('not-found', 404)] } });
    expect(await screen.findByText('There is nothing at this address')).toBeDefined();
  });

  it('say why a screen failed, and try again', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    openAt('/c/demo/members', {
      answers: { 'GET /api/workspaces/demo': [() => problem('internal', 500), () => json(workspace('owner'))] },
    });
    expect((await screen.findByRole('alert')).textContent).toContain('the message of internal');
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('heading', { name: 'Members' })).toBeDefined();
    log.mockRestore();
  });
});

describe('the sidebar', () => {
  const entries = async (group: string) => {
    const list = await screen.findByRole('list', { name: group });
    return within(list)
      .getAllByRole('link')
      .map((link) => link.textContent);
  };

  it.each([
    ['member', ['Members', 'Settings']],
    ['author', ['Members', 'Categories', 'Templates', 'Lint rules', 'Audit', 'Activity', 'Settings']],
    ['admin', ['Members', 'Environments', 'Categories', 'Templates', 'Lint rules', 'Audit', 'Activity', 'Settings']],
  ] as const)('shows a %s what the role may open', async (role, expected) => {
    openAt('/c/demo/members', { role });
    expect(await entries('Workspace')).toEqual(expected);
    expect(await entries('SQL Tools')).toEqual(['SQL Editor']);
  });

  it('has no SQL Tools where the feature is off, and its address leads nowhere', async () => {
    const { router } = openAt('/c/demo', { session: { features: { sqlEditor: false } } });
    await entries('Workspace');
    expect(router.state.location.pathname).toBe('/c/demo/members');
    expect(screen.queryByText('SQL Tools')).toBeNull();
    await router.navigate({ to: '/c/$slug/sql-editor', params: { slug: 'demo' } });
    expect(await screen.findByText('There is nothing at this address')).toBeDefined();
  });
});

describe('a screen that is not open to a role', () => {
  it('names the role and offers none of its actions', async () => {
    openAt('/c/demo/environments', { role: 'author' });
    expect(await screen.findByText(/Needs the role Admin or a higher one/)).toBeDefined();
    expect(screen.queryByRole('button', { name: 'Add environment' })).toBeNull();
  });
});

describe('an expired session', () => {
  it('is renewed in place, and what was being done goes on', async () => {
    const { server } = openAt('/account', {
      answers: {
        'PATCH /api/auth/me': [() => problem('unauthenticated', 401), () => json({ ...USER, name: 'Anna' })],
        'POST /api/auth/login': [() => json({ ...session('t2'), user: USER })],
      },
    });
    fireEvent.change(await screen.findByLabelText('Name'), { target: { value: 'Anna' } });
    fireEvent.click(screen.getByRole('button', { name: 'Save name' }));
    const dialog = await screen.findByRole('dialog', { name: 'Log in again' });
    expect((within(dialog).getByLabelText('Email') as HTMLInputElement).value).toBe(USER.email);
    fireEvent.change(within(dialog).getByLabelText('Password'), { target: { value: 'p' } });
    fireEvent.click(within(dialog).getByRole('button', { name: 'Log in' }));
    await waitFor(() => expect(server.requests.filter((request) => request.method === 'PATCH')).toHaveLength(2));
    const repeated = server.requests.findLast((request) => request.method === 'PATCH');
    expect([repeated?.body, repeated?.headers['x-csrf-token']]).toEqual([{ name: 'Anna' }, 't2']);
    expect((screen.getByLabelText('Name') as HTMLInputElement).value).toBe('Anna');
  });
});
