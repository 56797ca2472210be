/** Environments over HTTP: passwords go in and never come out, tests say what is wrong, the catalog is read once. */
import { operations, pathOf } from '@sprocket/studio-contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startApi, type TestApi } from '../support/api.ts';
import type { Client } from '../support/client.ts';
import { type SqlServer, startSqlServer } from '../support/sql-server.ts';

const DATABASE = 'envs';
const workspace = 'demo';
let sql: SqlServer;
let api: TestApi;
let owner: Client;

beforeAll(async () => {
  sql = await startSqlServer();
  await sql.database(DATABASE);
  await sql.run(
    DATABASE,
    'CREATE TABLE dbo.Item (Id int IDENTITY NOT NULL PRIMARY KEY, Price decimal(19, 4) NULL, Twice AS Price * 2)',
    'CREATE VIEW dbo.Items AS SELECT Id FROM dbo.Item',
    'CREATE TYPE dbo.Code FROM varchar(12) NOT NULL',
    'CREATE TYPE dbo.Ids AS TABLE (Id bigint NOT NULL)',
    "CREATE PROCEDURE dbo.P @code dbo.Code = 'x', @ids dbo.Ids READONLY, @n nvarchar(max) OUTPUT AS SELECT 1",
    'CREATE FUNCTION dbo.F (@a int) RETURNS decimal(10, 2) AS BEGIN RETURN @a END',
    'CREATE FUNCTION dbo.T (@a int) RETURNS TABLE AS RETURN SELECT @a AS a',
  );
  api = await startApi();
  owner = await api.owner();
});

afterAll(async () => {
  await api?.close();
  await sql?.stop();
});

const settings = () => {
  const { host, port, login, password, database } = sql.settings(DATABASE);
  return { name: 'Main', host, port, database, login, password, trustServerCertificate: true };
};
const list = () => owner.call(operations.listEnvironments, { params: { workspace } });

test('the first environment becomes the current one; its password is nowhere in an answer', async () => {
  expect(await owner.call(operations.currentEnvironment, { params: { workspace } })).toBeNull();
  const response = await owner.send(operations.createEnvironment, { params: { workspace }, body: settings() });
  const text = await response.text();
  expect(text).not.toContain(settings().password);
  expect(JSON.parse(text)).toMatchObject({ isCurrent: true, managed: false, encrypt: true, timeoutSeconds: 60 });
  expect(await owner.call(operations.currentEnvironment, { params: { workspace } })).toMatchObject({ name: 'Main', database: DATABASE });
  const clash = await owner.refused(operations.createEnvironment, { params: { workspace }, body: { ...settings(), name: 'MAIN' } });
  expect(clash).toMatchObject({ status: 409, code: 'name-taken' });
});

test('a change leaves alone what it does not name, and another server needs the password again', async () => {
  const [before] = await list();
  const params = { workspace, environment: before?.id ?? '' };
  const changed = await owner.call(operations.updateEnvironment, { params, body: { colour: 'red', rowLimit: 5000 } });
  expect(changed).toEqual({ ...before, colour: 'red', rowLimit: 5000, updatedAt: changed.updatedAt });
  const moved = await owner.refused(operations.updateEnvironment, { params, body: { host: 'elsewhere.example' } });
  expect(moved).toMatchObject({ status: 400, fields: [{ path: 'password' }] });
  expect(await owner.call(operations.testEnvironment, { params })).toMatchObject({ ok: true, reason: null });
  expect(await owner.refused(operations.deleteEnvironment, { params })).toMatchObject({ status: 409, code: 'in-use' });
});

test.each([
  [{}, { ok: true, reason: null }],
  [{ port: 1 }, { ok: false, reason: 'unreachable' }],
  [{ password: 'wrong' }, { ok: false, reason: 'login-failed' }],
  [{ database: 'nowhere' }, { ok: false, reason: 'unknown-database' }],
  [{ trustServerCertificate: false }, { ok: false, reason: 'tls-refused' }],
])('settings %o are tested before they are stored', async (change, result) => {
  const check = await owner.call(operations.testSettings, { params: { workspace }, body: { ...settings(), ...change } });
  expect(check).toMatchObject(result);
  expect(check.message ?? '').not.toContain(settings().password);
  if (check.ok) expect(check.serverVersion).toMatch(/SQL Server/);
});

test('the catalog tells types as T-SQL writes them, and is not sent twice', async () => {
  const address = pathOf(operations.catalog, { workspace });
  const first = await owner.fetch(address);
  const etag = first.headers.get('etag') ?? '';
  const catalog = (await first.json()) as object;
  expect(catalog).toMatchObject({
    database: DATABASE,
    defaultSchema: 'dbo',
    tables: [
      {
        name: 'Item',
        kind: 'table',
        columns: [
          { name: 'Id', type: 'int', nullable: false, identity: true, primaryKey: true },
          { name: 'Price', type: 'decimal(19, 4)', nullable: true },
          { name: 'Twice', computed: true },
        ],
      },
      { name: 'Items', kind: 'view', columns: [{ name: 'Id', type: 'int' }] },
    ],
    types: [
      { name: 'Code', base: 'varchar(12)' },
      { name: 'Ids', columns: [{ name: 'Id', type: 'bigint', nullable: false }] },
    ],
  });
  const { routines } = catalog as { routines: { name: string }[] };
  expect(Object.fromEntries(routines.map((routine) => [routine.name, routine]))).toMatchObject({
    P: {
      kind: 'procedure',
      parameters: [
        { name: '@code', type: 'dbo.Code', output: false, hasDefault: true, default: "'x'" },
        { name: '@ids', type: 'dbo.Ids', readonly: true },
        { name: '@n', type: 'nvarchar(max)', output: true, hasDefault: false },
      ],
    },
    F: { kind: 'scalar-function', returns: 'decimal(10, 2)', parameters: [{ name: '@a', type: 'int' }] },
    T: { kind: 'table-function', columns: [{ name: 'a', type: 'int' }] },
  });
  const again = await owner.fetch(address, { headers: { 'if-none-match': etag } });
  expect([again.status, await again.text()]).toEqual([304, '']);
  await sql.run(DATABASE, 'CREATE TABLE dbo.Later (a int)');
  const refreshed = await owner.fetch(`${address}?refresh=true`, { headers: { 'if-none-match': etag } });
  expect(refreshed.status).toBe(200);
  expect(await refreshed.text()).toContain('Later');
});

test('the text of a routine is shown; one that is not there has none', async () => {
  const read = (name: string) => owner.call(operations.routineText, { params: { workspace }, query: { schema: 'dbo', name } });
  expect((await read('F')).text).toContain('RETURNS decimal(10, 2)');
  expect((await read('Nothing')).text).toBeNull();
});

test('an environment of another workspace does not exist', async () => {
  const [environment] = await list();
  const { slug } = await owner.call(operations.createWorkspace, { body: { name: 'Elsewhere' } });
  const params = { workspace: slug, environment: environment?.id ?? '' };
  expect(await owner.refused(operations.testEnvironment, { params })).toMatchObject({ status: 404 });
  expect(await owner.refused(operations.updateEnvironment, { params, body: { name: 'x' } })).toMatchObject({ status: 404 });
  expect(await owner.refused(operations.deleteEnvironment, { params })).toMatchObject({ status: 404 });
  const body = { ...settings(), password: undefined, environmentId: params.environment };
  expect(await owner.refused(operations.testSettings, { params: { workspace: slug }, body })).toMatchObject({ status: 404 });
  expect(await owner.refused(operations.catalog, { params: { workspace: slug } })).toMatchObject({ status: 409, code: 'no-environment' });
});
