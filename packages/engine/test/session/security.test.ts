import { afterAll, beforeAll, expect, test } from 'vitest';
import { batch, PASSWORD, startServer, type TestServer } from './support.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server?.close());

const numbers = async (text: string, database = 'guarded'): Promise<readonly number[]> => {
  const session = await server.login(database);
  const { messages } = await batch(session, text);
  session.close();
  return messages.filter(({ severity }) => severity > 10).map(({ number }) => number);
};

const rows = async (text: string): Promise<readonly unknown[]> => {
  const session = await server.login('guarded');
  const recorder = await batch(session, text);
  session.close();
  return recorder.rows;
};

test('policies, masks, grantors and application roles outlive the server', async () => {
  expect(await numbers('CREATE DATABASE guarded', '')).toEqual([]);
  const setup = [
    "CREATE TABLE t (id int, secret varchar(10) MASKED WITH (FUNCTION = 'default()'), owner sysname)",
    "INSERT t VALUES (1, 'mine', 'ann'), (2, 'yours', 'bob') CREATE USER ann WITHOUT LOGIN CREATE USER bob WITHOUT LOGIN",
    'CREATE FUNCTION dbo.own (@owner sysname) RETURNS TABLE WITH SCHEMABINDING AS RETURN SELECT 1 AS yes WHERE @owner = USER_NAME()',
    'CREATE SECURITY POLICY own_rows ADD FILTER PREDICATE dbo.own(owner) ON dbo.t',
    "CREATE APPLICATION ROLE app WITH PASSWORD = 'Appl!cation1'",
    "GRANT SELECT ON t TO ann WITH GRANT OPTION EXECUTE AS USER = 'ann' GRANT SELECT ON t TO bob REVERT",
  ];
  for (const text of setup) expect(await numbers(text)).toEqual([]);
  const look = "EXECUTE AS USER = 'ann' SELECT id, secret FROM t REVERT";
  const grantor =
    "SELECT USER_NAME(grantor_principal_id) FROM sys.database_permissions WHERE class = 1 AND grantee_principal_id = USER_ID('bob')";
  expect(await rows(look)).toEqual([[1, 'xxxx']]);
  await server.restart();
  expect(await rows(look)).toEqual([[1, 'xxxx']]);
  expect(await rows(grantor)).toEqual([['ann']]);
  expect(await rows("EXEC sp_setapprole 'app', 'Appl!cation1' SELECT USER_NAME()")).toEqual([['app']]);
});

test('the connection of an application role is not lent again', async () => {
  const session = await server.login('guarded');
  await batch(session, "EXEC sp_setapprole 'app', 'Appl!cation1'");
  session.reset(false);
  const { messages, rows: shown } = await batch(session, 'SELECT USER_NAME()');
  expect(messages.map(({ number }) => number)).toEqual([18059]);
  expect(shown).toEqual([]);
  session.close();
});

test('a login whose permissions were taken leaves none to a later one of its name', async () => {
  expect(
    await numbers(`CREATE LOGIN later WITH PASSWORD = '${PASSWORD}' GRANT VIEW SERVER STATE TO later DROP LOGIN later`, 'master'),
  ).toEqual([]);
  expect(await numbers(`CREATE LOGIN later WITH PASSWORD = '${PASSWORD}'`, 'master')).toEqual([]);
  const left = "SELECT permission_name FROM sys.server_permissions WHERE grantee_principal_id = SUSER_ID('later')";
  expect(await rows(left)).toEqual([['CONNECT SQL']]);
});
