import { operations } from '@sprocket/studio-contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startApi, type TestApi } from './support/api.ts';
import type { Client } from './support/client.ts';
import { type IdentityProvider, startIdentityProvider } from './support/identity-provider.ts';
import { tokenOf } from './support/people.ts';

let provider: IdentityProvider;
let api: TestApi;
beforeAll(async () => {
  provider = await startIdentityProvider();
  api = await startApi({ oidc: { issuer: provider.issuer, clientId: 'studio', clientSecret: 'secret', name: 'Company' } });
});
afterAll(async () => {
  await api?.close();
  await provider?.close();
});

const claims = (email: string, verified = true) => ({ sub: `subject of ${email}`, email, email_verified: verified, name: 'Nadja New' });

/** Through the provider and back; returns where the browser ends up. */
async function logIn(client: Client, who: ReturnType<typeof claims>, invitation?: string): Promise<string | null> {
  const start = await client.send(operations.oidcStart, { query: invitation === undefined ? {} : { invitation } });
  expect(start.status).toBe(302);
  const back = new URL(provider.logIn(start.headers.get('location') ?? '', who));
  const end = await client.fetch(`${back.pathname}${back.search}`);
  expect(end.status).toBe(302);
  return end.headers.get('location');
}

test('the provider is offered by its name', async () => {
  expect((await api.client().session()).oidc).toBe('Company');
});

test('an account joins by its verified email, and is recognised by its subject afterwards', async () => {
  await api.owner();
  const browser = api.client();
  expect(await logIn(browser, claims('Owner@Example.org'))).toBe('/');
  expect((await browser.session()).user?.email).toBe('owner@example.org');
  const again = api.client();
  expect(await logIn(again, { ...claims('Owner@Example.org'), email: 'moved@example.org' })).toBe('/');
  expect((await again.session()).user?.email).toBe('owner@example.org');
});

test('an email that is not verified, or belongs to another subject, opens nothing', async () => {
  const browser = api.client();
  expect(await logIn(browser, claims('fresh@example.org', false))).toBe('/login?oidc=email-not-verified');
  expect(await logIn(browser, { ...claims('owner@example.org'), sub: 'somebody else' })).toBe('/login?oidc=failed');
  expect((await browser.session()).user).toBeNull();
});

test('a new account needs an invitation', async () => {
  const owner = await api.owner();
  const browser = api.client();
  expect(await logIn(browser, claims('nadja@example.org'))).toBe('/login?oidc=invitation-needed');
  const body = { email: 'nadja@example.org', role: 'author' } as const;
  const { link } = await owner.call(operations.invite, { params: { workspace: 'demo' }, body });
  expect(await logIn(browser, claims('nadja@example.org'), tokenOf(link))).toBe('/');
  expect(await browser.call(operations.listWorkspaces)).toMatchObject([{ slug: 'demo', role: 'author' }]);
});

test('an answer for another state, or for no attempt at all, is refused', async () => {
  const browser = api.client();
  const start = await browser.send(operations.oidcStart);
  const back = new URL(provider.logIn(start.headers.get('location') ?? '', claims('owner@example.org')));
  back.searchParams.set('state', 'forged');
  const forged = await browser.fetch(`${back.pathname}${back.search}`);
  expect(forged.headers.get('location')).toBe('/login?oidc=failed');
  const unasked = await api.client().fetch(`${back.pathname}${back.search}`);
  expect(unasked.headers.get('location')).toBe('/login?oidc=failed');
});
