import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { connectClient, type TdsClient } from '@sprocket/server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openClient, runScript, type ServerProcess, startServer, tokensOf } from './fixture.ts';

const ANN = { user: 'ann', password: 'An0ther!pass' };
const BOB = { user: 'bob', password: 'B0bs-own!pass' };

const SCRIPT = `
CREATE DATABASE shop
CREATE DATABASE vault
CREATE LOGIN ann WITH PASSWORD = '${ANN.password}', DEFAULT_DATABASE = shop
CREATE LOGIN bob WITH PASSWORD = '${BOB.password}'
CREATE LOGIN absent WITH PASSWORD = 'Switched!0ff'
ALTER LOGIN absent DISABLE
GO
USE shop
GO
CREATE TABLE item (id int PRIMARY KEY, price int)
INSERT item VALUES (1, 10), (2, 20)
CREATE USER ann FOR LOGIN ann
CREATE USER bob FOR LOGIN bob
GO
CREATE PROCEDURE cheapest AS SELECT MIN(price) AS price FROM item
GO
CREATE PROCEDURE raise_price @id int, @by int AS UPDATE item SET price += @by WHERE id = @id
GO
GRANT EXECUTE ON cheapest TO ann
GRANT EXECUTE ON raise_price TO bob
ALTER ROLE db_datareader ADD MEMBER bob`;

const CARL = { user: 'carl', password: 'C4rls-own!pass' };

const CONTAINED = `
EXEC sp_configure 'contained database authentication', 1
RECONFIGURE
GO
CREATE DATABASE island CONTAINMENT = PARTIAL
GO
USE island
GO
CREATE USER carl WITH PASSWORD = '${CARL.password}'
CREATE TABLE t (id int)
INSERT t VALUES (1)
GRANT SELECT ON t TO carl`;

const LOGON_TRIGGER = `
CREATE TRIGGER entry ON ALL SERVER WITH EXECUTE AS 'sa' FOR LOGON AS
PRINT 'nobody reads this'
IF ORIGINAL_LOGIN() = 'bob' ROLLBACK
ELSE INSERT entries VALUES (EVENTDATA())`;

interface Credentials {
  readonly user: string;
  readonly password: string;
}

function loginTo({ host, port }: ServerProcess, who: Credentials, database = ''): Promise<TdsClient> {
  return connectClient({ host, port, ...who, database, encryption: 'off', trustCertificate: true, applicationName: 'tests' });
}

/** Rows and errors of a batch, in order. */
async function answer(client: TdsClient, text: string): Promise<unknown[]> {
  return (await tokensOf(client, text)).flatMap((token): unknown[] => {
    if (token.kind === 'ERROR') return [token.number];
    return token.kind === 'ROW' || token.kind === 'NBCROW' ? [token.values] : [];
  });
}

describe('logins', () => {
  let server: ServerProcess;
  beforeAll(async () => {
    server = await startServer();
    await runScript(server, SCRIPT);
  });
  afterAll(() => server.stop());

  const login = (who: Credentials, database = ''): Promise<TdsClient> => loginTo(server, who, database);

  it('start in their own databases, as their users', async () => {
    const [ann, bob] = await Promise.all([login(ANN), login(BOB, 'shop')]);
    expect([ann.database, bob.database]).toEqual(['shop', 'shop']);
    const who = "SELECT SUSER_SNAME(), USER_NAME(), ORIGINAL_LOGIN(), IS_SRVROLEMEMBER('sysadmin')";
    expect(await answer(ann, who)).toEqual([['ann', 'ann', 'ann', 0]]);
    expect(await answer(bob, who)).toEqual([['bob', 'bob', 'bob', 0]]);
    ann.close();
    bob.close();
  });

  it('may do what was granted to each, on the same texts at the same time', async () => {
    const [ann, bob] = await Promise.all([login(ANN), login(BOB, 'shop')]);
    for (let round = 0; round < 3; round++) {
      expect(await answer(ann, 'SELECT price FROM item WHERE id = 1')).toEqual([229]);
      expect(await answer(bob, 'SELECT price FROM item WHERE id = 1')).toEqual([[10]]);
      expect(await answer(ann, 'EXEC cheapest')).toEqual([[10]]);
      expect(await answer(bob, 'EXEC cheapest')).toEqual([229]);
      expect(await answer(ann, 'EXEC raise_price 2, 1')).toEqual([229]);
      expect(await answer(bob, 'EXEC raise_price 2, 1')).toEqual([]);
      expect(await answer(bob, 'UPDATE item SET price = 0')).toEqual([229]);
      expect(await answer(ann, 'CREATE TABLE mine (id int)')).toEqual([262]);
    }
    ann.close();
    bob.close();
  });

  it('feel a change of permissions at once', async () => {
    const [sa, ann] = await Promise.all([openClient(server, 'shop'), login(ANN)]);
    const read = 'SELECT price FROM item WHERE id = 1';
    expect(await answer(ann, read)).toEqual([229]);
    await answer(sa, 'GRANT SELECT ON item TO ann');
    expect(await answer(ann, read)).toEqual([[10]]);
    await answer(sa, 'DENY SELECT ON item TO ann');
    expect(await answer(ann, read)).toEqual([229]);
    await answer(sa, 'REVOKE SELECT ON item FROM ann');
    sa.close();
    ann.close();
  });

  it('see and enter only their databases', async () => {
    await expect(login(ANN, 'vault')).rejects.toThrow('Cannot open database "vault" requested by the login. The login failed.');
    await expect(login(ANN, 'nowhere')).rejects.toThrow('Cannot open database "nowhere"');
    const ann = await login(ANN);
    expect(await answer(ann, 'USE vault')).toEqual([916]);
    expect(await answer(ann, 'SELECT name FROM sys.procedures')).toEqual([['cheapest']]);
    expect(await answer(ann, 'SELECT name FROM sys.tables')).toEqual([]);
    ann.close();
  });

  it('are refused by password and state', async () => {
    await expect(login({ ...ANN, password: 'wrong' })).rejects.toThrow("Login failed for user 'ann'.");
    await expect(login({ user: 'absent', password: 'Switched!0ff' })).rejects.toThrow('The account is disabled.');
    await expect(login({ user: 'absent', password: 'wrong' })).rejects.toThrow("Login failed for user 'absent'.");
  });

  it('change their own passwords, and no others', async () => {
    const bob = await login(BOB);
    const change = (user: string, text: string): Promise<unknown[]> =>
      answer(bob, `ALTER LOGIN ${user} WITH PASSWORD = 'N3w!password'${text}`);
    expect(await change('ann', '')).toEqual([15151]);
    expect(await change('bob', '')).toEqual([15151]);
    expect(await change('bob', ` OLD_PASSWORD = '${BOB.password}'`)).toEqual([]);
    await expect(login(BOB)).rejects.toThrow("Login failed for user 'bob'.");
    const again = await login({ user: 'bob', password: 'N3w!password' });
    expect(await answer(again, `ALTER LOGIN bob WITH PASSWORD = '${BOB.password}' OLD_PASSWORD = 'N3w!password'`)).toEqual([]);
    bob.close();
    again.close();
  });

  it('of a contained database have their passwords there', async () => {
    await runScript(server, CONTAINED);
    const carl = await login(CARL, 'island');
    expect(await answer(carl, 'SELECT SUSER_SNAME(), USER_NAME(), DB_NAME(), ORIGINAL_LOGIN()')).toEqual([
      ['carl', 'carl', 'island', 'carl'],
    ]);
    expect(await answer(carl, 'SELECT id FROM t')).toEqual([[1]]);
    expect(await answer(carl, 'USE shop')).toEqual([916]);
    expect(await answer(carl, "ALTER USER carl WITH PASSWORD = 'N3w!password' OLD_PASSWORD = 'C4rls-own!pass'")).toEqual([]);
    carl.close();
    await expect(login(CARL, 'island')).rejects.toThrow("Login failed for user 'carl'.");
    await expect(login({ ...CARL, password: 'N3w!password' })).rejects.toThrow("Login failed for user 'carl'.");
  });

  it('must change a password that is not meant to stay, and come in by a hash', async () => {
    const sa = await openClient(server, 'master');
    await answer(sa, "CREATE LOGIN dora WITH PASSWORD = 'F1rst!pass' MUST_CHANGE, CHECK_EXPIRATION = ON");
    await expect(login({ user: 'dora', password: 'F1rst!pass' })).rejects.toThrow('The password of the account must be changed.');
    await answer(
      sa,
      "DECLARE @s nvarchar(400) = N'ALTER LOGIN dora WITH PASSWORD = ' + CONVERT(nvarchar(300), PWDENCRYPT(N'H4shed!pass'), 1) + N' HASHED' EXEC (@s)",
    );
    (await login({ user: 'dora', password: 'H4shed!pass' })).close();
    sa.close();
  });

  it('are refused by a LOGON trigger that rolls back', async () => {
    const sa = await openClient(server, 'master');
    await answer(sa, 'CREATE TABLE entries (document xml)');
    await answer(sa, LOGON_TRIGGER);
    await expect(login(BOB, 'shop')).rejects.toThrow("Logon failed for login 'bob' due to trigger execution.");
    (await login(ANN)).close();
    const read =
      "SELECT document.value('(/*/EventType)[1]', 'varchar(20)'), document.value('(/*/LoginName)[1]', 'varchar(20)'), document.value('(/*/LoginType)[1]', 'varchar(20)'), document.value('(/*/ClientHost)[1]', 'varchar(20)'), document.value('(/*/IsPooled)[1]', 'int') FROM entries";
    expect(await answer(sa, read)).toEqual([['LOGON', 'ann', 'SQL Login', '127.0.0.1', 0]]);
    await answer(sa, 'DISABLE TRIGGER entry ON ALL SERVER');
    (await login(BOB, 'shop')).close();
    await answer(sa, 'DROP TRIGGER entry ON ALL SERVER');
    sa.close();
  });

  it('cannot kill each other, and are gone when an administrator kills them', async () => {
    const [sa, ann, bob] = await Promise.all([openClient(server, 'shop'), login(ANN), login(BOB, 'shop')]);
    const [[spid]] = (await answer(ann, 'SELECT @@SPID')) as [[number]];
    expect(await answer(bob, `KILL ${spid}`)).toEqual([6102]);
    expect(await answer(sa, 'DROP LOGIN ann')).toEqual([15434]);
    expect(await answer(sa, `KILL ${spid}`)).toEqual([]);
    await expect(answer(ann, 'SELECT 1')).rejects.toThrow();
    expect(await answer(sa, `SELECT COUNT(*) FROM sys.dm_exec_sessions WHERE session_id = ${spid}`)).toEqual([[0]]);
    sa.close();
    bob.close();
  });

  it('lose what a killed request has done', async () => {
    const [sa, victim] = await Promise.all([openClient(server, 'shop'), openClient(server, 'shop')]);
    const [[spid]] = (await answer(victim, 'SELECT @@SPID')) as [[number]];
    const running = answer(victim, "BEGIN TRAN UPDATE item SET price = 99 WAITFOR DELAY '00:01'");
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(await answer(sa, `KILL ${spid}`)).toEqual([]);
    expect(await running).toEqual([596]);
    expect(await answer(sa, 'SELECT price FROM item WHERE id = 1')).toEqual([[10]]);
    await expect(answer(victim, 'SELECT 1')).rejects.toThrow();
    sa.close();
  });

  it('lose their connection by an error of severity 20', async () => {
    const [sa, ann] = await Promise.all([openClient(server), login(ANN)]);
    expect(await answer(ann, "RAISERROR('out', 20, 1) WITH LOG")).toEqual([2778]);
    expect(await answer(sa, "RAISERROR('out', 20, 1) WITH LOG SELECT 1")).toEqual([50000]);
    await expect(answer(sa, 'SELECT 1')).rejects.toThrow();
    ann.close();
  });
});

it('keeps permissions on procedures of files over a restart', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'sprocket-logins-'));
  const [dataDir, proceduresDir] = [path.join(folder, 'data'), path.join(folder, 'procedures')];
  const place = (name: string, text: string): void => {
    mkdirSync(path.dirname(path.join(proceduresDir, name)), { recursive: true });
    writeFileSync(path.join(proceduresDir, name), text);
  };
  place('shop/dbo/one.sql', 'CREATE PROCEDURE dbo.one AS SELECT 1 AS n');
  place('shop/dbo/who.sql', 'CREATE PROCEDURE dbo.who WITH EXECUTE AS OWNER AS SELECT USER_NAME() AS u');
  place('_global/dbo/everywhere.sql', 'CREATE PROCEDURE dbo.everywhere AS SELECT 3 AS n');
  const tries = async (server: ServerProcess): Promise<unknown[]> => {
    const ann = await loginTo(server, ANN);
    const answers = [await answer(ann, 'EXEC one'), await answer(ann, 'EXEC who'), await answer(ann, 'EXEC everywhere')];
    ann.close();
    return answers;
  };
  const first = await startServer({ dataDir, proceduresDir });
  await runScript(
    first,
    `CREATE DATABASE shop\nCREATE LOGIN ann WITH PASSWORD = '${ANN.password}', DEFAULT_DATABASE = shop\nGO\nUSE shop\nCREATE USER ann FOR LOGIN ann`,
  );
  expect(await tries(first)).toEqual([[229], [229], [229]]);
  await runScript(first, 'GRANT EXECUTE ON who TO ann', 'shop');
  expect(await tries(first)).toEqual([[229], [['dbo']], [229]]);
  await first.stop();
  // One procedure more, and in front of the others.
  place('shop/dbo/a_new_one.sql', 'CREATE PROCEDURE dbo.a_new_one AS SELECT 0 AS n');
  const second = await startServer({ dataDir, proceduresDir });
  expect(await tries(second)).toEqual([[229], [['dbo']], [229]]);
  await runScript(second, 'GRANT EXECUTE ON SCHEMA::dbo TO ann', 'shop');
  expect(await tries(second)).toEqual([[[1]], [['dbo']], [[3]]]);
  await second.stop();
  rmSync(folder, { recursive: true, force: true });
});
