/**
 * Every operation of the contract with everybody who may or may not call it: nobody, the owner of another workspace, and the four roles. The
 * expectation comes from the operation's row alone, so that an operation whose controller is missing or whose guard is wrong fails here.
 */
import { type Operation, operations, type Role, roleAllows, roles } from '@sprocket/studio-contract';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startApi, type TestApi } from './support/api.ts';
import type { Client } from './support/client.ts';
import { join, stranger } from './support/people.ts';

const PARAMETERS: Readonly<Record<string, string | number>> = {
  workspace: 'demo',
  token: 'no-such-token',
  rule: 'no-such-rule',
  revision: 1,
  version: 1,
  set: 0,
};
const NO_SUCH_ID = '00000000-0000-4000-8000-000000000000';

/** What would take the ground away from the calls that follow is called in a workspace, or by an account, of its own. */
const ENDS_THE_WORKSPACE = new Set<Operation>([operations.deleteWorkspace, operations.leaveWorkspace]);

let api: TestApi;
let other: Client;
const people = new Map<Role, Client>();

beforeAll(async () => {
  api = await startApi();
  const owner = await api.owner();
  people.set('owner', owner);
  for (const role of ['member', 'author', 'admin'] as const) people.set(role, await join(api, owner, 'demo', role));
  other = await stranger(api);
});
afterAll(() => api?.close());

const rows = Object.entries(operations) as [string, Operation][];

describe.each(rows)('%s', (_name, row) => {
  test('has a route', () => {
    const server = api.app.nest.getHttpAdapter().getInstance() as unknown as FastifyInstance;
    expect(server.hasRoute({ method: row.method, url: `/api${row.path}` })).toBe(true);
  });
  if (row.access !== 'public') needsALogin(row);
  if (isRole(row.access)) needsARole(row, row.access);
});

function needsALogin(row: Operation): void {
  test('needs a login', async () => {
    expect(await ask(api.client(), row)).toMatchObject({ status: 401, code: 'unauthenticated' });
  });
  if (row.method === 'GET') return;
  test('needs the token of the session', async () => {
    const without = api.client().takeSessionOf(await api.owner());
    without.csrf = 'wrong';
    expect(await ask(without, row)).toMatchObject({ status: 403, code: 'csrf' });
  });
}

function needsARole(row: Operation, needed: Role): void {
  test('does not exist for the owner of another workspace', async () => {
    expect(await ask(other, row)).toMatchObject({ status: 404, code: 'not-found' });
  });
  test.each(roles)('as %s', async (role) => {
    if (roleAllows(role, needed)) {
      const { status } = await askAllowed(role, row);
      expect([401, 403, 500]).not.toContain(status);
    } else {
      expect(await ask(people.get(role)!, row)).toMatchObject({ status: 403, code: 'forbidden', needs: needed });
    }
  });
}

function isRole(access: Operation['access']): access is Role {
  return access !== 'public' && access !== 'user';
}

async function askAllowed(role: Role, row: Operation) {
  if (!ENDS_THE_WORKSPACE.has(row)) return ask(people.get(role)!, row);
  const workspace = `short-lived-${row.method.toLowerCase()}-${role}`;
  const owner = await api.owner();
  await owner.call(operations.createWorkspace, { body: { name: 'Short-lived', slug: workspace } });
  return ask(role === 'owner' ? owner : await join(api, owner, workspace, role), row, workspace);
}

/** The status, and the problem if there is one. Bodies are empty: what is wrong with them is looked at after who may call. */
async function ask(client: Client, row: Operation, workspace = 'demo') {
  const params = {
    ...Object.fromEntries([...row.path.matchAll(/:(\w+)/g)].map(([, name]) => [name, NO_SUCH_ID])),
    ...PARAMETERS,
    workspace,
  };
  const response = await client.send(row, { params, ...(row.method === 'GET' ? {} : { body: {} as never }) });
  const text = await response.text();
  const problem = response.headers.get('content-type')?.startsWith('application/json') === true && !response.ok ? JSON.parse(text) : {};
  return { ...problem, status: response.status };
}
