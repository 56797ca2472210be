/** Publishing while the way to the environment breaks: whatever happens, the next publish brings the records in line and says so. */
import { operations } from '@sprocket/studio-contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startApi, type TestApi } from '../support/api.ts';
import type { Client } from '../support/client.ts';
import { startProxy, type Wire } from '../support/proxy.ts';
import { type SqlServer, startSqlServer } from '../support/sql-server.ts';

const DATABASE = 'failures';
const workspace = 'demo';
let sql: SqlServer;
let proxy: Wire;
let api: TestApi;
let owner: Client;

beforeAll(async () => {
  sql = await startSqlServer();
  await sql.database(DATABASE);
  const { host, port, login, password, database } = sql.settings(DATABASE);
  proxy = await startProxy({ host, port });
  api = await startApi();
  owner = await api.owner();
  const body = { name: 'behind a proxy', host: '127.0.0.1', port: proxy.port, database, login, password, encrypt: false };
  await owner.call(operations.createEnvironment, { params: { workspace }, body });
});

afterAll(async () => {
  await api?.close();
  await proxy?.close();
  await sql?.stop();
});

async function draft(name: string, value: number): Promise<{ workspace: string; procedure: string }> {
  const sqlText = `SET NOCOUNT ON; SELECT ${value} AS v`;
  const { id } = await owner.call(operations.createProcedure, { params: { workspace }, body: { name, sqlText } });
  return { workspace, procedure: id };
}

const live = (name: string) => sql.run(DATABASE, `SELECT CASE WHEN OBJECT_ID('dbo.${name}') IS NULL THEN 0 ELSE 1 END`);
const versionsOf = async (params: { workspace: string; procedure: string }) =>
  (await owner.call(operations.listVersions, { params })).map(({ version }) => version);

test('cut before the environment got it: nothing changed, the retry publishes', async () => {
  const params = await draft('Before', 1);
  proxy.cutOn('CREATE OR ALTER PROCEDURE [dbo].[Before]', 'before');
  const refusal = await owner.refused(operations.publish, { params, body: { revision: 1 } });
  expect(refusal).toMatchObject({ status: 502, code: 'environment-unreachable' });
  expect(refusal.message).toContain('publish again');
  expect(await live('Before')).toEqual([['0']]);
  expect(await owner.call(operations.getProcedure, { params })).toMatchObject({ badge: 'draft', draft: { revision: 1 } });
  expect(await owner.call(operations.publish, { params, body: { revision: 1 } })).toMatchObject({
    outcome: 'published',
    version: 1,
    warnings: [],
  });
  expect(await versionsOf(params)).toEqual([1]);
});

test('cut after the environment did it: the retry finds out, records it once and says so', async () => {
  const params = await draft('After', 1);
  proxy.cutOn('CREATE OR ALTER PROCEDURE [dbo].[After]', 'after');
  expect(await owner.refused(operations.publish, { params, body: { revision: 1 } })).toMatchObject({ status: 502 });
  expect(await live('After')).toEqual([['1']]);
  expect(await versionsOf(params)).toEqual([]);
  const result = await owner.call(operations.publish, { params, body: { revision: 1 } });
  expect(result).toMatchObject({
    outcome: 'published',
    version: 1,
    warnings: [{ code: 'publish-repaired' }],
    procedure: { badge: 'published' },
  });
  expect(await versionsOf(params)).toEqual([1]);
});

test('what was deployed and then edited becomes two versions', async () => {
  const params = await draft('Edited', 1);
  proxy.cutOn('CREATE OR ALTER PROCEDURE [dbo].[Edited]', 'after');
  await owner.refused(operations.publish, { params, body: { revision: 1 } });
  await owner.call(operations.saveDraft, { params, body: { text: 'SET NOCOUNT ON; SELECT 2 AS v', revision: 1 } });
  const result = await owner.call(operations.publish, { params, body: { revision: 2 } });
  expect(result).toMatchObject({ outcome: 'published', version: 2 });
  expect(result.warnings.map(({ code }) => code)).toEqual(['publish-repaired']);
  expect(await versionsOf(params)).toEqual([2, 1]);
  expect(await sql.run(DATABASE, 'EXEC dbo.Edited')).toEqual([['2']]);
});

test('an environment that is down says why; validation still does what it can', async () => {
  const params = await draft('Down', 1);
  proxy.down();
  expect(await owner.refused(operations.publish, { params, body: { revision: 1 } })).toMatchObject({
    code: 'environment-unreachable',
    reason: 'unreachable',
  });
  const validation = await owner.call(operations.validate, { params, body: { text: 'SELECT * FROM dbo.T' } });
  expect(validation.environment).toContain('cannot be reached');
  expect(validation.steps.map(({ step }) => step)).not.toContain('compile');
  expect(await owner.call(operations.environmentHealth, { params: { workspace } })).toMatchObject({ ok: false, reason: 'unreachable' });
  proxy.up();
  expect(await owner.call(operations.publish, { params, body: { revision: 1 } })).toMatchObject({ outcome: 'published', version: 1 });
});

test('a refusal of the environment leaves no trace, and is told', async () => {
  const params = await draft('Refused', 1);
  // A name that something else has: compiling under another name cannot see it.
  await sql.run(DATABASE, 'CREATE TABLE dbo.Refused (a int)');
  const refusal = await owner.refused(operations.publish, { params, body: { revision: 1 } });
  expect(refusal).toMatchObject({ status: 502, code: 'environment-refused' });
  expect(refusal.errors?.[0]?.code).toBeDefined();
  await sql.run(DATABASE, 'DROP TABLE dbo.Refused');
  expect(await owner.call(operations.publish, { params, body: { revision: 1 } })).toMatchObject({ version: 1, warnings: [] });
  const { items } = await owner.call(operations.listActivity, { params: { workspace }, query: { procedureId: params.procedure } });
  expect(items.map(({ kind }) => kind)).toEqual(['published', 'publish-failed', 'procedure-created']);
});

test('two publishes at once make one version', async () => {
  const params = await draft('Twice', 1);
  const responses = await Promise.all([1, 2].map(() => owner.send(operations.publish, { params, body: { revision: 1 } })));
  expect(responses.map(({ status }) => status).sort()).toEqual([200, 409]);
  expect(await versionsOf(params)).toEqual([1]);
});
