import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Session } from '../../src/session/api.ts';
import { batch, startServer, type TestServer } from './support.ts';

const folder = mkdtempSync(join(tmpdir(), 'sprocket-procedures-'));
let server: TestServer;
let session: Session;

function write(name: string, text: string): void {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), text);
}

async function until(condition: () => boolean): Promise<void> {
  for (let i = 0; i < 200 && !condition(); i += 1) await new Promise((resolve) => setTimeout(resolve, 20));
  expect(condition()).toBe(true);
}

const events = (event: string): unknown[] => server.logged.filter((line) => line.event === event).map((line) => line.fields['file']);

beforeAll(async () => {
  write(
    'shop/dbo/Hello.sql',
    "-- Greets.\n-- @sprocket:timeout=5s\nCREATE PROCEDURE Hello @name nvarchar(20) = N'you' AS\nSELECT N'hello ' + @name AS greeting;\n",
  );
  write('shop/sales/Total.sql', 'CREATE OR ALTER PROCEDURE sales.Total AS SELECT SUM(n) AS total FROM dbo.numbers;\nGO\n');
  write('shop/sales/Wrong.sql', 'SET ANSI_NULLS ON\nGO\nCREATE PROCEDURE dbo.Wrong AS SELECT 1;');
  write('shop/dbo/Broken.sql', 'CREATE PROCEDURE dbo.Broken AS\n\nSELECT FROM;');
  write('shop/dbo/Lines.sql', '-- first\nGO\n\nCREATE PROCEDURE dbo.Lines AS\nSELECT 1 / 0 AS x;\n');
  write('_global/dbo/Where.sql', 'CREATE PROCEDURE dbo.[Where] AS SELECT DB_NAME() AS db;');
  write('shop/manifest.yaml', 'version: 1.2');
  server = await startServer({ proceduresDirectory: folder, parseManifest: (text) => Object.fromEntries([text.split(': ')]) });
  session = await server.login();
  await batch(session, 'CREATE DATABASE shop');
  await batch(session, 'USE shop; CREATE TABLE numbers(n int); INSERT numbers VALUES (40), (2)');
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('procedures from files', () => {
  test('run in the database of their folder', async () => {
    expect((await batch(session, "EXEC Hello N'there'")).rows).toEqual([['hello there']]);
    expect((await batch(session, 'EXEC sales.Total')).rows).toEqual([[42]]);
    expect((await batch(session, 'USE master; EXEC shop.sales.Total')).rows).toEqual([[42]]);
    await batch(session, 'USE shop');
  });

  test('are procedures of the database like any other', async () => {
    expect((await batch(session, "SELECT name FROM sys.procedures WHERE name = 'Hello'")).rows).toEqual([['Hello']]);
    expect((await batch(session, "SELECT OBJECT_ID('sales.Total', 'P') AS id")).rows[0]?.[0]).not.toBeNull();
  });

  test('of _global run in the caller’s database', async () => {
    expect((await batch(session, 'EXEC [Where]')).rows).toEqual([['shop']]);
    expect((await batch(session, 'USE master; EXEC dbo.[Where]; USE shop')).sets[0]?.rows).toEqual([['master']]);
  });

  test('errors name the file’s lines', async () => {
    expect((await batch(session, 'EXEC Lines')).messages).toMatchObject([{ number: 8134, line: 5, procedure: 'Lines' }]);
  });

  test('broken files do not stop the others; a call tells what is wrong', async () => {
    const result = await batch(session, 'EXEC dbo.Broken');
    expect(result.errors).toEqual([40512]);
    expect(result.messages[0]?.message).toContain("its file 'shop/dbo/Broken.sql' has");
    expect(result.messages[0]?.message).toContain('line 3');
    const problems = server.engine.problems().map(({ file, line, message }) => [file.slice(folder.length + 1), line, message]);
    expect(problems).toContainEqual(['shop/sales/Wrong.sql', 3, "The declared schema 'dbo' differs from the folder's, 'sales'."]);
    expect(problems).toContainEqual(['shop/dbo/Broken.sql', 3, "Incorrect syntax near the keyword 'FROM'."]);
  });

  test('cannot be changed by statements', async () => {
    expect((await batch(session, 'DROP PROCEDURE dbo.Hello')).errors).toEqual([40511]);
    const { errors, messages } = await batch(session, 'CREATE OR ALTER PROCEDURE dbo.Hello AS SELECT 1');
    expect(errors).toEqual([40511]);
    expect(messages[0]?.message).toBe(
      "The object 'dbo.Hello' is defined by the file 'shop/dbo/Hello.sql' of the procedures folder and cannot be changed by a statement. Change or delete the file.",
    );
  });

  test('follow their files: added, changed, removed', async () => {
    write('shop/dbo/New.sql', 'CREATE PROCEDURE dbo.New AS SELECT 1 AS v;');
    await until(() => events('procedure added').includes('shop/dbo/New.sql'));
    expect((await batch(session, 'EXEC New')).rows).toEqual([[1]]);
    write('shop/dbo/New.sql', 'CREATE PROCEDURE dbo.New AS SELECT 2 AS v;');
    await until(() => events('procedure changed').includes('shop/dbo/New.sql'));
    expect((await batch(session, 'EXEC New')).rows).toEqual([[2]]);
    rmSync(join(folder, 'shop/dbo/New.sql'));
    await until(() => events('procedure removed').includes('shop/dbo/New.sql'));
    expect((await batch(session, 'EXEC New')).errors).toEqual([2812]);
  });

  test('carry what the manifest says', () => {
    const added = server.logged.filter((line) => line.event === 'procedure added');
    expect(added.find((line) => line.fields['file'] === 'shop/dbo/Hello.sql')?.fields['version']).toBe('1.2');
  });
});
