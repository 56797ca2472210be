import { createHash } from 'node:crypto';
import { operations } from '@sprocket/studio-contract';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { removeExpiredSessions } from '../src/accounts/session.store.ts';
import { type Database } from '../src/database/database.ts';
import { sessions } from '../src/database/schema/schema.ts';
import { DATABASE } from '../src/tokens.ts';
import { startApi, type TestApi } from './support/api.ts';
import { PASSWORD } from './support/client.ts';
import { join, tokenOf } from './support/people.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api?.close());

describe('the first account', () => {
  test('is free, and of two at the same time one is first', async () => {
    const fresh = await startApi();
    expect(await fresh.client().session()).toMatchObject({ user: null, firstRun: true, features: { sqlEditor: true }, oidc: null });
    const answers = await Promise.allSettled(['a', 'b'].map((name) => fresh.client().register(`${name}@example.org`, name)));
    const refused = answers.filter(({ status }) => status === 'rejected');
    expect(refused).toMatchObject([{ reason: { message: expect.stringContaining('needs an invitation') } }]);
    await fresh.close();
  });

  test('finds the workspace Demo', async () => {
    const owner = await api.owner();
    expect((await owner.session()).user).toMatchObject({ email: 'owner@example.org', name: 'Olive Owner' });
    const workspaces = await owner.call(operations.listWorkspaces);
    expect(workspaces).toMatchObject([{ slug: 'demo', name: 'Demo', role: 'owner', memberCount: 1, environmentId: null }]);
    expect((await api.client().session()).firstRun).toBe(false);
  });
});

describe('registering', () => {
  test('needs a name, an email and a password of ten characters', async () => {
    const body = { email: 'no email', name: ' ', password: 'short' };
    const { status, code, fields } = await api.client().refused(operations.register, { body });
    expect({ status, code }).toEqual({ status: 400, code: 'bad-request' });
    expect(fields?.map(({ path }) => path).sort()).toEqual(['email', 'name', 'password']);
  });

  test('with an invitation makes a member; the invitation is good once and for its email', async () => {
    const owner = await api.owner();
    const { link } = await owner.call(operations.invite, {
      params: { workspace: 'demo' },
      body: { email: 'Ina@Example.org', role: 'author' },
    });
    const invitation = tokenOf(link);
    const body = { email: 'ina@example.org', name: 'Ina', password: PASSWORD, invitation };
    expect(await api.client().refused(operations.register, { body: { ...body, email: 'eve@example.org' } })).toMatchObject({
      status: 400,
      fields: [{ path: 'email', message: 'the invitation is for ina@example.org' }],
    });
    const ina = await api.client().register('INA@example.org', 'Ina', invitation);
    expect(await ina.call(operations.listWorkspaces)).toMatchObject([{ slug: 'demo', role: 'author' }]);
    expect(await api.client().refused(operations.register, { body: { ...body, email: 'ina@example.org' } })).toMatchObject({ status: 404 });
  });

  test('an email that has an account is a conflict', async () => {
    const owner = await api.owner();
    await owner.call(operations.createWorkspace, { body: { name: 'Second', slug: 'second' } });
    const { link } = await owner.call(operations.invite, {
      params: { workspace: 'second' },
      body: { email: 'ina@example.org', role: 'member' },
    });
    const body = { email: 'ina@example.org', name: 'Ina', password: PASSWORD, invitation: tokenOf(link) };
    expect(await api.client().refused(operations.register, { body })).toMatchObject({ status: 409, code: 'name-taken' });
  });
});

describe('logging in', () => {
  test('wrong password and unknown email get the same answer', async () => {
    const refusals = await Promise.all(
      ['owner@example.org', 'nobody@example.org'].map((email) =>
        api.client().refused(operations.login, { body: { email, password: 'wrong' } }),
      ),
    );
    const [first, second] = refusals.map(({ requestId, ...rest }) => rest);
    expect(first).toMatchObject({ status: 401, code: 'bad-credentials' });
    expect(second).toEqual(first);
  });

  test('renews the session: the cookie that was there before is worth nothing', async () => {
    const planted = api.client();
    await planted.session();
    const before = planted.cookie('sprocket_studio');
    const copy = api.client().takeSessionOf(planted);
    await planted.login('owner@example.org');
    expect(planted.cookie('sprocket_studio')).not.toBe(before);
    expect((await copy.session()).user).toBeNull();
  });

  test('the cookie is for the API alone, out of reach of scripts, and the database keeps its hash', async () => {
    const client = api.client();
    const response = await client.send(operations.session);
    const cookie = response.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/^sprocket_studio=[^;]+; .*Path=\/api; .*HttpOnly; SameSite=Lax/);
    expect(cookie).not.toContain('Secure');
    const id = decodeURIComponent(client.cookie('sprocket_studio') ?? '').split('.')[0] ?? '';
    const stored = await api.app.nest.get<Database>(DATABASE).select().from(sessions);
    expect(JSON.stringify(stored)).not.toContain(id);
  });

  test('two logins of one account live side by side', async () => {
    const [one, two] = await Promise.all([api.client().login('owner@example.org'), api.client().login('owner@example.org')]);
    expect(one.cookie('sprocket_studio')).not.toBe(two.cookie('sprocket_studio'));
    await one.call(operations.logout);
    expect((await one.session()).user).toBeNull();
    expect((await two.session()).user?.email).toBe('owner@example.org');
  });

  test('ends with the time of its session, which is then removed', async () => {
    const client = await api.client().login('owner@example.org');
    const database = api.app.nest.get<Database>(DATABASE);
    const kept = await database.$count(sessions);
    const id = createHash('sha256')
      .update(decodeURIComponent(client.cookie('sprocket_studio') ?? '').split('.')[0] ?? '')
      .digest('base64url');
    await database
      .update(sessions)
      .set({ expiresAt: new Date(Date.now() - 1000) })
      .where(eq(sessions.idHash, id));
    expect((await client.session()).user).toBeNull();
    await removeExpiredSessions(database);
    // The visit after the end made an anonymous one.
    expect(await database.$count(sessions)).toBe(kept);
    expect(await database.$count(sessions, eq(sessions.idHash, id))).toBe(0);
  });

  test('a cookie that was changed is nobody', async () => {
    const client = await api.client().login('owner@example.org');
    const forged = `${client.cookie('sprocket_studio')}x`;
    const response = await api.client().fetch('/api/auth/session', { headers: { cookie: `sprocket_studio=${forged}` } });
    expect(await response.json()).toMatchObject({ user: null });
  });

  test('after eight failures the email waits, from this address', async () => {
    const body = { email: 'guessed@example.org', password: 'wrong' };
    const client = api.client();
    for (let attempt = 0; attempt < 8; attempt += 1)
      expect(await client.refused(operations.login, { body })).toMatchObject({ status: 401 });
    expect(await client.refused(operations.login, { body })).toMatchObject({ status: 429, code: 'too-many-requests' });
    await client.login('owner@example.org');
  });
});

describe('the own account', () => {
  test('changes its name', async () => {
    const somebody = await join(api, await api.owner(), 'demo', 'member');
    expect(await somebody.call(operations.updateAccount, { body: { name: 'New Name' } })).toMatchObject({ name: 'New Name' });
    expect((await somebody.session()).user?.name).toBe('New Name');
  });

  test('changes its password, and every other session ends', async () => {
    const somebody = await join(api, await api.owner(), 'demo', 'member');
    const email = (await somebody.session()).user?.email ?? '';
    const elsewhere = await api.client().login(email);
    const next = 'another long password';
    expect(await somebody.refused(operations.changePassword, { body: { current: 'wrong', next } })).toMatchObject({
      status: 400,
      fields: [{ path: 'current' }],
    });
    await somebody.call(operations.changePassword, { body: { current: PASSWORD, next } });
    expect((await somebody.session()).user?.email).toBe(email);
    expect((await elsewhere.session()).user).toBeNull();
    await api.client().login(email, next);
    expect(await api.client().refused(operations.login, { body: { email, password: PASSWORD } })).toMatchObject({ status: 401 });
  });
});
