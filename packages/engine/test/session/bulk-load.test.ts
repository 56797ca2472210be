import { DATETIME, INT, nvarchar, type Type } from '@sprocket/tsql';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Session } from '../../src/session/api.ts';
import type { Value } from '../../src/values/value.ts';
import { batch, LOGIN, Recorder, startServer, type TestServer } from './support.ts';

let server: TestServer;
let session: Session;

const SETUP = `
CREATE TABLE parent (id int PRIMARY KEY);
CREATE TABLE child (
  id int NOT NULL PRIMARY KEY,
  parent int NULL CONSTRAINT fk REFERENCES parent (id),
  amount int NOT NULL CONSTRAINT positive CHECK (amount > 0),
  word nvarchar(10) NULL CONSTRAINT default_word DEFAULT N'none'
);
CREATE TABLE numbered (id int IDENTITY(10, 5) PRIMARY KEY, word nvarchar(10) NOT NULL, stamp rowversion, twice AS id * 2);
CREATE TABLE heard (what nvarchar(50));
`;

beforeAll(async () => {
  server = await startServer();
  session = await server.login();
  await batch(session, 'CREATE DATABASE loads');
  await batch(session, 'USE loads');
  await batch(session, SETUP);
  await batch(session, "CREATE TRIGGER told ON child AFTER INSERT AS INSERT heard SELECT CONCAT('child ', COUNT(*)) FROM inserted");
  await batch(session, 'CREATE VIEW big AS SELECT id, amount, word FROM child WHERE amount >= 100 WITH CHECK OPTION');
});
afterAll(() => server.close());

beforeEach(async () => {
  await batch(session, 'DELETE child; DELETE heard; DELETE numbered; INSERT parent SELECT 1 WHERE NOT EXISTS (SELECT * FROM parent)');
  await batch(session, 'ALTER TABLE child WITH CHECK CHECK CONSTRAINT ALL');
});

interface Load {
  readonly errors: readonly number[];
  readonly counts: readonly (number | undefined)[];
}

async function load(text: string, types: readonly Type[], rows: readonly (readonly Value[])[], as: Session = session): Promise<Load> {
  const announced = await batch(as, text);
  if (announced.errors.length > 0) return { errors: announced.errors, counts: [] };
  const recorder = new Recorder();
  await as.bulk({ columns: types.map((type, i) => ({ name: `c${i}`, type })), rows }, recorder);
  return { errors: recorder.errors, counts: recorder.counts };
}

const CHILD = 'INSERT BULK child (id int, parent int, amount int, word nvarchar(10))';
const CHILD_TYPES = [INT, INT, INT, nvarchar(10)];
const rowsOf = async (text: string): Promise<readonly unknown[]> => (await batch(session, text)).rows;
const untrusted =
  'SELECT name FROM sys.check_constraints WHERE is_not_trusted = 1 UNION ALL SELECT name FROM sys.foreign_keys WHERE is_not_trusted = 1';

describe('INSERT BULK without options', () => {
  test('passes over checks, foreign keys and triggers, and the constraints are no longer trusted', async () => {
    expect(await load(CHILD, CHILD_TYPES, [[1, 99, -5, 'a']])).toEqual({ errors: [], counts: [1] });
    expect(await rowsOf('SELECT id, parent, amount FROM child')).toEqual([[1, 99, -5]]);
    expect(await rowsOf(untrusted)).toEqual([['positive'], ['fk']]);
    expect(await rowsOf('SELECT * FROM heard')).toEqual([]);
  });

  test('trusts the constraints on when no row came', async () => {
    expect(await load(CHILD, CHILD_TYPES, [])).toEqual({ errors: [], counts: [0] });
    expect(await rowsOf(untrusted)).toEqual([]);
  });

  test('gives NULL the default, where there is one', async () => {
    await load(CHILD, CHILD_TYPES, [[1, null, 5, null]]);
    expect(await rowsOf('SELECT parent, word FROM child')).toEqual([[null, 'none']]);
  });

  test('holds keys and NOT NULL', async () => {
    const twice = [
      [1, 1, 1, 'a'],
      [1, 1, 2, 'b'],
    ];
    expect((await load(CHILD, CHILD_TYPES, twice)).errors).toEqual([2627]);
    expect((await load(CHILD, CHILD_TYPES, [[1, 1, null, 'a']])).errors).toEqual([515]);
    expect(await rowsOf('SELECT COUNT(*) FROM child')).toEqual([[0]]);
    await batch(session, CHILD);
    const recorder = new Recorder();
    await session.bulk({ columns: CHILD_TYPES.map((type) => ({ name: '', type })), rows: twice }, recorder);
    expect(recorder.messages.map(({ number }) => number)).toEqual([2627, 3621]);
  });

  test('is undone with its transaction', async () => {
    await batch(session, 'BEGIN TRAN');
    await load(CHILD, CHILD_TYPES, [[1, 99, 1, 'a']]);
    await batch(session, 'ROLLBACK');
    expect(await rowsOf('SELECT COUNT(*) FROM child')).toEqual([[0]]);
    expect(await rowsOf(untrusted)).toEqual([]);
  });
});

describe('INSERT BULK with', () => {
  test('CHECK_CONSTRAINTS', async () => {
    expect((await load(`${CHILD} WITH (CHECK_CONSTRAINTS)`, CHILD_TYPES, [[1, 1, -5, 'a']])).errors).toEqual([547]);
    expect((await load(`${CHILD} WITH (CHECK_CONSTRAINTS)`, CHILD_TYPES, [[1, 99, 5, 'a']])).errors).toEqual([547]);
    expect(await load(`${CHILD} WITH (CHECK_CONSTRAINTS)`, CHILD_TYPES, [[1, 1, 5, 'a']])).toEqual({ errors: [], counts: [1] });
    expect(await rowsOf(untrusted)).toEqual([]);
  });

  test('FIRE_TRIGGERS', async () => {
    const rows = [
      [1, 1, 1, 'a'],
      [2, 1, 2, 'b'],
    ];
    await load(`${CHILD} WITH (FIRE_TRIGGERS, TABLOCK)`, CHILD_TYPES, rows);
    expect(await rowsOf('SELECT what FROM heard')).toEqual([['child 2']]);
  });

  test('KEEP_NULLS, which leaves columns that are not given to their default', async () => {
    await load(`${CHILD} WITH (KEEP_NULLS)`, CHILD_TYPES, [[1, null, 5, null]]);
    await load('INSERT BULK child (id int, amount int) WITH (KEEP_NULLS)', [INT, INT], [[2, 5]]);
    expect(await rowsOf('SELECT word FROM child ORDER BY id')).toEqual([[null], ['none']]);
  });

  test('hints about storage, which change nothing', async () => {
    const text = `${CHILD} WITH (ORDER (id ASC), ROWS_PER_BATCH = 100, KILOBYTES_PER_BATCH = 8)`;
    expect(await load(text, CHILD_TYPES, [[1, 1, 1, 'a']])).toEqual({ errors: [], counts: [1] });
    expect((await load(`${CHILD} WITH (NOTHING)`, CHILD_TYPES, [])).errors).toEqual([40510]);
  });
});

describe('INSERT BULK and identity', () => {
  test('values are drawn when the column is not announced', async () => {
    await batch(session, "DBCC CHECKIDENT('numbered', RESEED, 100) WITH NO_INFOMSGS");
    await load('INSERT BULK numbered (word nvarchar(10))', [nvarchar(10)], [['a'], ['b']]);
    expect(await rowsOf('SELECT id, word, twice FROM numbered')).toEqual([
      [100, 'a', 200],
      [105, 'b', 210],
    ]);
  });

  test('values are kept when it is, and the counter goes on behind them', async () => {
    await load('INSERT BULK numbered (id int, word nvarchar(10))', [INT, nvarchar(10)], [[500, 'kept']]);
    await batch(session, "INSERT numbered (word) VALUES (N'next')");
    expect(await rowsOf('SELECT id, word FROM numbered')).toEqual([
      [500, 'kept'],
      [505, 'next'],
    ]);
  });
});

describe('INSERT BULK says at once', () => {
  test('that there is no such table or column, or that the column is computed', async () => {
    expect((await load('INSERT BULK nowhere (id int)', [INT], [])).errors).toEqual([208]);
    expect((await load('INSERT BULK child (nothing int)', [INT], [])).errors).toEqual([207]);
    expect((await load('INSERT BULK numbered (twice int)', [INT], [])).errors).toEqual([271]);
  });

  test('that the user may not pass over constraints', async () => {
    await batch(
      session,
      "CREATE LOGIN loader WITH PASSWORD = 'Load-Pa55word'; CREATE USER loader FOR LOGIN loader; GRANT INSERT, SELECT ON child TO loader",
    );
    const loader = await server.engine.login({ ...LOGIN, user: 'loader', password: 'Load-Pa55word', database: 'loads' });
    expect((await load(CHILD, CHILD_TYPES, [[1, 1, 1, 'a']], loader)).errors).toEqual([1088]);
    expect((await load(`${CHILD} WITH (CHECK_CONSTRAINTS, FIRE_TRIGGERS)`, CHILD_TYPES, [[1, 1, 1, 'a']], loader)).errors).toEqual([]);
    expect((await load('INSERT BULK heard (what nvarchar(50))', [nvarchar(50)], [['x']], loader)).errors).toEqual([229]);
    loader.close();
  });
});

describe('INSERT BULK into', () => {
  test('a view goes to its table, and its check holds', async () => {
    const text = 'INSERT BULK big (id int, amount int)';
    expect(await load(text, [INT, INT], [[1, 100]])).toEqual({ errors: [], counts: [1] });
    expect((await load(text, [INT, INT], [[2, 5]])).errors).toEqual([550]);
    expect(await rowsOf('SELECT id, amount, word FROM child')).toEqual([[1, 100, 'none']]);
  });

  test('a temporary table', async () => {
    await batch(session, 'CREATE TABLE #t (id int, moment datetime)');
    await load('INSERT BULK #t (id int, moment datetime)', [INT, DATETIME], [[1, null]]);
    expect(await rowsOf('SELECT * FROM #t')).toEqual([[1, null]]);
  });
});
