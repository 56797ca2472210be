/** From a draft to the environment and back, through HTTP, on a real server. */
import { operations } from '@sprocket/studio-contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startApi, type TestApi } from '../support/api.ts';
import type { Client } from '../support/client.ts';
import { type SqlServer, startSqlServer } from '../support/sql-server.ts';

let sql: SqlServer;
let api: TestApi;
let owner: Client;
const workspace = 'demo';
const DATABASE = 'shop';

beforeAll(async () => {
  sql = await startSqlServer();
  await sql.database(DATABASE);
  await sql.run(
    DATABASE,
    'CREATE TABLE dbo.Item (Id int NOT NULL PRIMARY KEY, Name nvarchar(40) NULL)',
    'CREATE TYPE dbo.IdList AS TABLE (Id int NOT NULL, Note nvarchar(20) NULL)',
    'CREATE PROCEDURE dbo.Old @a int AS SELECT @a AS a',
  );
  api = await startApi({ managed: sql.settings(DATABASE) });
  owner = await api.owner();
});

afterAll(async () => {
  await api?.close();
  await sql?.stop();
});

const create = (name: string, sqlText: string) =>
  owner.call(operations.createProcedure, { params: { workspace }, body: { name, sqlText } });
const publish = (procedure: string, revision: number) =>
  owner.call(operations.publish, { params: { workspace, procedure }, body: { revision } });

test('a draft is published, published unchanged, changed and published again', async () => {
  const { id } = await create(
    'Greet',
    "CREATE PROC Greet @name nvarchar(20) = N'you' AS\nSET NOCOUNT ON;\nSELECT N'Hello ' + @name AS Greeting",
  );
  const first = await publish(id, 1);
  expect(first).toMatchObject({ outcome: 'published', version: 1, procedure: { badge: 'published', status: 'published', draft: null } });
  expect(first.procedure.published?.parameters).toEqual([
    { name: '@name', type: 'nvarchar(20)', baseType: 'nvarchar', output: false, hasDefault: true, defaultText: "N'you'" },
  ]);
  expect(await sql.run(DATABASE, 'EXEC dbo.Greet')).toEqual([['Hello you']]);

  const params = { workspace, procedure: id };
  const moved = await owner.call(operations.moveToDraft, { params });
  expect(moved).toMatchObject({ badge: 'published-draft-pending', status: 'draft', published: { version: 1 } });
  expect(await publish(id, moved.draft?.revision ?? 0)).toMatchObject({ outcome: 'unchanged', version: 1, warnings: [] });

  const again = await owner.call(operations.moveToDraft, { params });
  const text = again.draft?.text.replace('Hello', 'Good day') ?? '';
  const saved = await owner.call(operations.saveDraft, { params, body: { text, revision: again.draft?.revision ?? 0 } });
  expect(await publish(id, saved.revision)).toMatchObject({ outcome: 'published', version: 2 });
  expect(await sql.run(DATABASE, 'EXEC dbo.Greet')).toEqual([['Good day you']]);
  const list = await owner.call(operations.listVersions, { params });
  expect(list.map(({ version, isCurrent }) => [version, isCurrent])).toEqual([
    [2, true],
    [1, false],
  ]);
});

test('a body alone is wrapped, and the version holds exactly what was sent', async () => {
  const { id } = await create('Bare', 'SET NOCOUNT ON;\nSELECT COUNT(*) AS n FROM dbo.Item;');
  await publish(id, 1);
  const version = await owner.call(operations.getVersion, { params: { workspace, procedure: id, version: 1 } });
  expect(version.sqlText).toBe('CREATE OR ALTER PROCEDURE [dbo].[Bare]\nAS\nSET NOCOUNT ON;\nSELECT COUNT(*) AS n FROM dbo.Item;');
  const [row] = await sql.run(DATABASE, "SELECT definition FROM sys.sql_modules WHERE object_id = OBJECT_ID('dbo.Bare')");
  expect(row?.[0]).toContain('SELECT COUNT(*) AS n FROM dbo.Item;');
});

test('errors of the environment stand at the lines of the draft; nothing is left behind, nothing is published', async () => {
  const { id } = await create('Broken', '-- a comment\n\nSET NOCOUNT ON;\nSELECT Nope FROM dbo.Item;');
  const params = { workspace, procedure: id };
  const validation = await owner.call(operations.validate, { params, body: {} });
  expect(validation).toMatchObject({ valid: false, environment: null });
  expect(validation.errors).toEqual([
    { message: "Invalid column name 'Nope'.", code: '207', line: 4, column: 8, endLine: 4, endColumn: 12, near: 'Nope' },
  ]);
  const refusal = await owner.refused(operations.publish, { params, body: { revision: 1 } });
  expect(refusal).toMatchObject({ status: 422, code: 'sql-invalid', errors: validation.errors });
  expect(await sql.run(DATABASE, "SELECT name FROM sys.procedures WHERE name LIKE '[_][_]check%' OR name = 'Broken'")).toEqual([]);
  expect(await owner.call(operations.listVersions, { params })).toEqual([]);
});

test.each([
  ['two procedures', 'CREATE PROC dbo.Two AS SELECT 1\nGO\nCREATE PROC dbo.Three AS SELECT 2', 3],
  ['another name', '\nCREATE PROC dbo.Other AS SELECT 1', 2],
  ['a syntax error', 'SELECT 1\nFROM WHERE', 2],
])('%s is refused with its line', async (_case, text, line) => {
  const { id } = await create(`Bad${line}${text.length}`, text);
  const validation = await owner.call(operations.validate, { params: { workspace, procedure: id }, body: {} });
  expect(validation.errors[0]?.line).toBe(line);
  expect(validation.steps.map(({ step }) => step)).toEqual(['parse']);
});

test('what changed outside is shown before publishing, and named when unchanged text is deployed again', async () => {
  const { id } = await create('Drift', 'SET NOCOUNT ON; SELECT 1 AS one');
  await publish(id, 1);
  await sql.run(DATABASE, 'ALTER PROCEDURE dbo.Drift AS SELECT 2 AS two', 'CREATE OR ALTER PROCEDURE dbo.CallsDrift AS EXEC dbo.Drift');
  const params = { workspace, procedure: id };
  const { draft } = await owner.call(operations.moveToDraft, { params });
  const preview = await owner.call(operations.publishPreview, { params });
  expect(preview).toMatchObject({ changedOutside: true, unchanged: false, callers: [{ schema: 'dbo', name: 'CallsDrift' }] });
  expect(preview.liveText).toContain('SELECT 2 AS two');
  const result = await publish(id, draft?.revision ?? 0);
  expect(result).toMatchObject({ outcome: 'unchanged', version: 1, warnings: [{ code: 'changed-outside' }] });
  expect(await sql.run(DATABASE, 'EXEC dbo.Drift')).toEqual([['1']]);
});

test('an older version is brought back as the draft, and only then published', async () => {
  const { id } = await create('Back', 'SET NOCOUNT ON; SELECT 1 AS v');
  const params = { workspace, procedure: id };
  await publish(id, 1);
  await owner.call(operations.moveToDraft, { params });
  await owner.call(operations.saveDraft, { params, body: { text: 'SET NOCOUNT ON; SELECT 2 AS v', revision: 2 } });
  await publish(id, 3);
  expect(await owner.refused(operations.rollback, { params: { ...params, version: 2 } })).toMatchObject({ status: 409 });
  const rolled = await owner.call(operations.rollback, { params: { ...params, version: 1 } });
  expect(rolled).toMatchObject({ badge: 'published-draft-pending', published: { version: 2 } });
  expect(await sql.run(DATABASE, 'EXEC dbo.Back')).toEqual([['2']]);
  expect(await publish(id, rolled.draft?.revision ?? 0)).toMatchObject({ outcome: 'published', version: 3 });
  expect(await sql.run(DATABASE, 'EXEC dbo.Back')).toEqual([['1']]);
  const { items } = await owner.call(operations.listActivity, { params: { workspace }, query: { procedureId: id } });
  expect(items.map(({ kind }) => kind)).toEqual([
    'published',
    'rolled-back',
    'published',
    'moved-to-draft',
    'published',
    'procedure-created',
  ]);
});

test('procedures of the environment are imported as published, once', async () => {
  const candidates = await owner.call(operations.importCandidates, { params: { workspace } });
  expect(candidates.map(({ name }) => name)).toContain('Old');
  const body = {
    procedures: [
      { schema: 'dbo', name: 'Old' },
      { schema: 'dbo', name: 'Nothing' },
    ],
  };
  const result = await owner.call(operations.importProcedures, { params: { workspace }, body });
  expect(result.imported).toMatchObject([{ name: 'Old', badge: 'published', publishedVersion: 1 }]);
  expect(result.refused).toMatchObject([{ name: 'Nothing' }]);
  const id = result.imported[0]?.id ?? '';
  const { draft } = await owner.call(operations.moveToDraft, { params: { workspace, procedure: id } });
  expect(await publish(id, draft?.revision ?? 0)).toMatchObject({ outcome: 'unchanged', warnings: [] });
});

test('the signature knows the columns of a table type', async () => {
  const { id } = await create(
    'Tvp',
    'CREATE PROC dbo.Tvp @ids dbo.IdList READONLY, @total decimal(19, 4) OUTPUT AS\nSET NOCOUNT ON;\nSET @total = 1; SELECT Id FROM @ids',
  );
  const { procedure } = await publish(id, 1);
  expect(procedure.published?.parameters).toMatchObject([
    {
      name: '@ids',
      baseType: 'table',
      columns: [
        { name: 'Id', type: 'int', nullable: false },
        { name: 'Note', type: 'nvarchar(20)', nullable: true },
      ],
    },
    { name: '@total', type: 'decimal(19, 4)', output: true },
  ]);
});

test('deleting drops in the environment only when asked to; what the environment refuses deletes nothing', async () => {
  const kept = await create('Kept', 'SELECT 1 AS a');
  const dropped = await create('Dropped', 'SELECT 1 AS a');
  for (const { id } of [kept, dropped]) await publish(id, 1);
  await owner.call(operations.deleteProcedure, { params: { workspace, procedure: kept.id } });
  await owner.call(operations.deleteProcedure, { params: { workspace, procedure: dropped.id }, query: { drop: 'true' } });
  expect(await sql.run(DATABASE, "SELECT name FROM sys.procedures WHERE name IN ('Kept', 'Dropped')")).toEqual([['Kept']]);
  expect(await owner.refused(operations.getProcedure, { params: { workspace, procedure: kept.id } })).toMatchObject({ status: 404 });
});

test('unknown names are warnings with their place; rules follow the workspace', async () => {
  const { id } = await create('Warned', 'SET NOCOUNT ON;\nSELECT * FROM dbo.NotThere;');
  const params = { workspace, procedure: id };
  const first = await owner.call(operations.validate, { params, body: {} });
  expect(first).toMatchObject({ valid: true, errors: [] });
  expect(first.warnings.map(({ code, line, column }) => [code, line, column])).toEqual([
    ['unknown-table', 2, 15],
    ['select-star', 2, 8],
  ]);
  expect(first.steps.map(({ step }) => step)).toEqual(['parse', 'bind', 'compile', 'lint']);
  await owner.call(operations.setLintSeverity, { params: { workspace, rule: 'select-star' }, body: { severity: 'error' } });
  expect(await owner.refused(operations.publish, { params, body: { revision: 1 } })).toMatchObject({
    status: 422,
    errors: [{ code: 'select-star' }],
  });
});
