import { operations, type Role } from '@sprocket/studio-contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startApi, type TestApi } from './support/api.ts';
import type { Client } from './support/client.ts';
import { join, stranger, tokenOf } from './support/people.ts';

let api: TestApi;
let owner: Client;
beforeAll(async () => {
  api = await startApi();
  owner = await api.owner();
});
afterAll(() => api?.close());

const idOf = async (client: Client) => (await client.session()).user?.id ?? '';
const demo = { workspace: 'demo' };
let counter = 0;

/** A workspace of its own for a test. */
async function workspace(): Promise<{ workspace: string }> {
  counter += 1;
  const slug = `test-${counter}`;
  await owner.call(operations.createWorkspace, { body: { name: `Test ${counter}`, slug } });
  return { workspace: slug };
}

describe('workspaces', () => {
  test('a slug comes from the name, without accents, and a number when it is taken', async () => {
    const slugs = [];
    for (const name of ['Größe & Maß', 'Grosse Mass', 'Été 2026', '!!!']) {
      slugs.push((await owner.call(operations.createWorkspace, { body: { name } })).slug);
    }
    expect(slugs).toEqual(['grosse-mass', 'grosse-mass-2', 'ete-2026', 'workspace']);
  });

  test('a wanted slug that is taken is a conflict', async () => {
    expect(await owner.refused(operations.createWorkspace, { body: { name: 'Demo', slug: 'demo' } })).toMatchObject({
      status: 409,
      code: 'name-taken',
    });
  });

  test('ten of one name at the same time get ten slugs', async () => {
    const made = await Promise.all(Array.from({ length: 10 }, () => owner.call(operations.createWorkspace, { body: { name: 'Rush' } })));
    expect(new Set(made.map(({ slug }) => slug)).size).toBe(10);
  });

  test('renaming is recorded; an environment of nowhere is a wrong field', async () => {
    const params = await workspace();
    expect(await owner.call(operations.updateWorkspace, { params, body: { name: 'Renamed' } })).toMatchObject({ name: 'Renamed' });
    const { items } = await owner.call(operations.listActivity, { params });
    expect(items).toMatchObject([
      { kind: 'workspace-changed', subject: expect.any(String), detail: expect.stringContaining('to Renamed') },
    ]);
    const body = { environmentId: '00000000-0000-4000-8000-000000000000' };
    expect(await owner.refused(operations.updateWorkspace, { params, body })).toMatchObject({
      status: 400,
      fields: [{ path: 'environmentId' }],
    });
  });

  test('deleting takes everything with it', async () => {
    const params = await workspace();
    await owner.call(operations.createCategory, { params, body: { name: 'C' } });
    await owner.call(operations.deleteWorkspace, { params });
    expect(await owner.refused(operations.getWorkspace, { params })).toMatchObject({ status: 404, code: 'not-found' });
  });

  test('one that somebody does not belong to does not exist, not even as a slug', async () => {
    const other = await stranger(api);
    const [absent, foreign] = await Promise.all(
      ['no-such-workspace', 'demo'].map((slug) => other.refused(operations.getWorkspace, { params: { workspace: slug } })),
    );
    expect({ ...foreign, requestId: '' }).toEqual({ ...absent, requestId: '' });
  });
});

describe('members', () => {
  test('an admin changes everybody but owners, and makes none', async () => {
    const params = await workspace();
    const admin = await join(api, owner, params.workspace, 'admin');
    const member = await join(api, owner, params.workspace, 'member');
    const user = await idOf(member);
    const change = (who: string, role: Role) => ({ params: { ...params, user: who }, body: { role } });
    expect(await admin.call(operations.updateMember, change(user, 'author'))).toMatchObject({ role: 'author' });
    for (const [who, role] of [
      [user, 'owner'],
      [await idOf(owner), 'member'],
    ] as const) {
      expect(await admin.refused(operations.updateMember, change(who, role))).toMatchObject({ status: 403, needs: 'owner' });
    }
    const removeOwner = { params: { ...params, user: await idOf(owner) } };
    expect(await admin.refused(operations.removeMember, removeOwner)).toMatchObject({ status: 403, needs: 'owner' });
    await admin.call(operations.removeMember, { params: { ...params, user } });
    expect(await member.refused(operations.getWorkspace, { params })).toMatchObject({ status: 404 });
    const { items } = await owner.call(operations.listActivity, { params });
    expect(items.map(({ kind }) => kind)).toEqual(['member-removed', 'member-role-changed', 'member-joined', 'member-joined']);
  });

  test('the last owner stays', async () => {
    const params = await workspace();
    const user = await idOf(owner);
    const expected = { status: 409, code: 'last-owner' };
    expect(await owner.refused(operations.leaveWorkspace, { params })).toMatchObject(expected);
    expect(await owner.refused(operations.updateMember, { params: { ...params, user }, body: { role: 'admin' } })).toMatchObject(expected);
    expect(await owner.refused(operations.removeMember, { params: { ...params, user } })).toMatchObject(expected);
  });

  test('of two owners who leave at the same time one stays', async () => {
    for (let round = 0; round < 3; round += 1) {
      const params = await workspace();
      const second = await join(api, owner, params.workspace, 'owner');
      const answers = await Promise.all([owner, second].map((client) => client.send(operations.leaveWorkspace, { params })));
      expect(answers.map(({ status }) => status).sort()).toEqual([204, 409]);
    }
  });

  test('are listed by name with their roles', async () => {
    const params = await workspace();
    await join(api, owner, params.workspace, 'author');
    expect(await owner.call(operations.listMembers, { params })).toMatchObject([
      { role: 'author' },
      { name: 'Olive Owner', role: 'owner' },
    ]);
  });
});

describe('invitations', () => {
  const invite = (email: string, role: 'member' | 'author' | 'admin' = 'member') =>
    owner.call(operations.invite, { params: demo, body: { email, role } });

  test('the link says what it is for; the list does not have it', async () => {
    const { link } = await invite('peek@example.org', 'author');
    expect(link).toBe(`${api.address}/invite/${tokenOf(link)}`);
    expect(await api.client().call(operations.peekInvitation, { params: { token: tokenOf(link) } })).toMatchObject({
      workspace: 'Demo',
      email: 'peek@example.org',
      role: 'author',
      invitedBy: 'Olive Owner',
      accountExists: false,
    });
    expect(JSON.stringify(await owner.call(operations.listInvitations, { params: demo }))).not.toContain(tokenOf(link));
  });

  test('a second one for the same email replaces the first; a withdrawn one is gone', async () => {
    const first = await invite('twice@example.org');
    const second = await invite('twice@example.org', 'admin');
    const peek = (link: string) => api.client().send(operations.peekInvitation, { params: { token: tokenOf(link) } });
    expect([(await peek(first.link)).status, (await peek(second.link)).status]).toEqual([404, 200]);
    await owner.call(operations.revokeInvitation, { params: { ...demo, invitation: second.id } });
    expect((await peek(second.link)).status).toBe(404);
    expect(await owner.refused(operations.revokeInvitation, { params: { ...demo, invitation: second.id } })).toMatchObject({ status: 404 });
  });

  test('somebody with an account joins with it, once; somebody else cannot', async () => {
    const params = await workspace();
    const ann = await join(api, owner, 'demo', 'member');
    const eve = await join(api, owner, 'demo', 'member');
    const { email } = (await ann.session()).user ?? { email: '' };
    const { link } = await owner.call(operations.invite, { params, body: { email, role: 'author' } });
    const token = { params: { token: tokenOf(link) } };
    expect(await eve.refused(operations.acceptInvitation, token)).toMatchObject({ status: 403, code: 'forbidden' });
    const answers = await Promise.all([ann, ann].map((client) => client.send(operations.acceptInvitation, token)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 404]);
    expect(await ann.call(operations.getWorkspace, { params })).toMatchObject({ role: 'author', memberCount: 2 });
  });

  test('a member is not invited again, and nobody is invited as owner', async () => {
    expect(await owner.refused(operations.invite, { params: demo, body: { email: 'owner@example.org', role: 'member' } })).toMatchObject({
      status: 409,
      code: 'name-taken',
    });
    const body = { email: 'new@example.org', role: 'owner' as 'admin' };
    expect(await owner.refused(operations.invite, { params: demo, body })).toMatchObject({ status: 400, fields: [{ path: 'role' }] });
  });
});
