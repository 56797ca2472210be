import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { operations } from '@sprocket/studio-contract';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../src/database/database.ts';
import { DATABASE } from '../src/tokens.ts';
import { startApi, type TestApi } from './support/api.ts';

let api: TestApi;
let web: string;
beforeAll(async () => {
  web = mkdtempSync(path.join(tmpdir(), 'studio-web-'));
  mkdirSync(path.join(web, 'assets'));
  writeFileSync(path.join(web, 'index.html'), '<title>workbench</title>');
  writeFileSync(path.join(web, 'assets/app-1a2b.js'), 'export {};');
  api = await startApi({ webRoot: web });
});
afterAll(async () => {
  await api?.close();
  rmSync(web, { recursive: true, force: true });
});

const get = (address: string, init?: RequestInit) => fetch(`${api.address}${address}`, init);

describe('refusals', () => {
  test('an unknown address of the API is a problem, with the id of the request', async () => {
    const response = await get('/api/nothing/here', { headers: { 'x-request-id': 'from-a-proxy-1' } });
    expect(response.status).toBe(404);
    expect(response.headers.get('x-request-id')).toBe('from-a-proxy-1');
    expect(await response.json()).toEqual({ code: 'not-found', message: 'There is nothing at this address.', requestId: 'from-a-proxy-1' });
  });

  test('a request id that does not look like one is replaced', async () => {
    const response = await get('/api/nothing', { headers: { 'x-request-id': 'a b' } });
    expect(response.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  });

  test('a body that is not JSON is a bad request without a word of ours', async () => {
    const client = api.client();
    await client.session();
    const response = await client.fetch('/api/auth/login', {
      method: 'POST',
      body: '{"email":',
      headers: { 'content-type': 'application/json' },
    });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ code: 'bad-request', message: 'The request could not be read.' });
    const xml = await client.fetch('/api/auth/login', { method: 'POST', body: '<a/>', headers: { 'content-type': 'text/xml' } });
    expect(await xml.json()).toMatchObject({ code: 'bad-request', message: 'The request must be JSON.' });
  });

  test.each(['not-a-uuid', "' OR 1=1 --", '../../etc/passwd', '%00'])('an id that cannot be one does not exist: %s', async (category) => {
    const owner = await api.owner();
    const asked = { params: { workspace: 'demo', category } };
    expect(await owner.refused(operations.deleteCategory, asked)).toMatchObject({ status: 404, code: 'not-found' });
  });

  test('a large body of nobody is not even read', async () => {
    const client = api.client();
    await client.session();
    const body = { email: 'a@example.org', password: 'x'.repeat(100_000) };
    expect(await client.refused(operations.login, { body })).toMatchObject({ status: 413, code: 'too-large' });
  });

  test('a text with NUL is refused', async () => {
    const owner = await api.owner();
    const asked = { params: { workspace: 'demo' }, body: { name: 'a\u0000b' } };
    expect(await owner.refused(operations.createCategory, asked)).toMatchObject({ status: 400, code: 'bad-request' });
  });

  test('a mistake of ours does not tell its text', async () => {
    const broken = await startApi();
    const client = await broken.owner();
    await broken.app.nest.get<Database>(DATABASE).execute(sql`DROP TABLE categories CASCADE`);
    const refusal = await client.refused(operations.listCategories, { params: { workspace: 'demo' } });
    expect(refusal).toEqual({
      status: 500,
      code: 'internal',
      message: 'Something went wrong here. It was logged under the id of this request.',
      requestId: expect.any(String),
    });
    await broken.close();
  });
});

describe('the web application', () => {
  test('every address that is not a file is the page, which is asked for anew', async () => {
    for (const address of ['/', '/c/demo/sql-editor', '/login']) {
      const response = await get(address);
      expect(await response.text()).toBe('<title>workbench</title>');
      expect(response.headers.get('cache-control')).toBe('no-cache');
    }
  });

  test('assets never change, and a missing one is not the page', async () => {
    expect((await get('/assets/app-1a2b.js')).headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect((await get('/assets/old.js')).status).toBe(404);
  });

  test('pages load from their own origin alone', async () => {
    const policy = (await get('/')).headers.get('content-security-policy') ?? '';
    expect(policy).toContain("script-src 'self'");
    expect(policy).toContain("worker-src 'self' blob:");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('upgrade-insecure-requests');
  });
});

describe('for machines', () => {
  test('health answers without a login', async () => {
    expect(await (await get('/api/health/live')).json()).toEqual({ status: 'ok' });
    expect(await (await get('/api/health/ready')).json()).toEqual({ status: 'ok' });
  });

  test('metrics count requests by route', async () => {
    await get('/api/auth/session');
    const text = await (await get('/api/metrics')).text();
    expect(text).toMatch(/sprocket_studio_http_request_seconds_count\{method="GET",route="\/api\/auth\/session",status="200"\} \d+/);
    expect(text).toContain('sprocket_studio_sql_failures_total{action="publish"} 0');
  });

  test('the OpenAPI document has every operation, and a page shows it', async () => {
    const document = (await (await get('/api/docs-json')).json()) as { paths: Record<string, Record<string, { operationId: string }>> };
    const ids = Object.values(document.paths).flatMap((methods) => Object.values(methods).map(({ operationId }) => operationId));
    expect(ids).toHaveLength(Object.keys(operations).length);
    expect(new Set(ids)).toEqual(new Set(Object.keys(operations)));
    expect((await get('/api/docs')).headers.get('content-type')).toContain('text/html');
  });
});

test('with FEATURE_SQL_EDITOR off the SQL of a workspace is gone and the rest stays', async () => {
  const off = await startApi({ sqlEditor: false });
  try {
    const owner = await off.owner();
    expect((await owner.session()).features).toEqual({ sqlEditor: false });
    expect(await owner.call(operations.listMembers, { params: { workspace: 'demo' } })).toHaveLength(1);
    for (const row of [operations.listCategories, operations.listActivity, operations.lintSettings]) {
      expect(await owner.refused(row, { params: { workspace: 'demo' } })).toMatchObject({ status: 404, code: 'feature-off' });
    }
  } finally {
    await off.close();
  }
});

test('an address that asks too often waits', async () => {
  const small = await startApi({ requestsPerMinute: 20 });
  try {
    const answers = await Promise.all(Array.from({ length: 30 }, () => small.client().send(operations.session)));
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused).toHaveLength(10);
    expect(await refused[0]?.json()).toMatchObject({ code: 'too-many-requests' });
    expect((await small.client().fetch('/api/health/live')).status).toBe(200);
  } finally {
    await small.close();
  }
});

test('behind a proxy with HTTPS the cookie is secure, and the address of links is the one that people type', async () => {
  const secure = await startApi({ secureCookies: true });
  try {
    const headers = { 'x-forwarded-proto': 'https', 'x-forwarded-host': 'studio.example.org' };
    const response = await secure.client().fetch('/api/auth/session', { headers });
    expect(response.headers.get('set-cookie')).toContain('Secure');
    expect(response.headers.get('strict-transport-security')).toContain('max-age=31536000');
  } finally {
    await secure.close();
  }
});
