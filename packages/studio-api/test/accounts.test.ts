import { operations } from '@sprocket/studio-contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startApi, type TestApi } from './support/api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api?.close());

test('the first account is free and finds the workspace Demo', async () => {
  expect(await api.client().session()).toMatchObject({ user: null, firstRun: true, features: { sqlEditor: true }, oidc: null });
  const owner = await api.owner();
  expect((await owner.session()).user).toMatchObject({ email: 'owner@example.org', name: 'Olive Owner' });
  const workspaces = await owner.call(operations.listWorkspaces);
  expect(workspaces).toMatchObject([{ slug: 'demo', name: 'Demo', role: 'owner', memberCount: 1, environmentId: null }]);
});
