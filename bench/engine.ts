/**
 * What a request costs inside the process, without wire and sockets: calls, reads, cursors, and the statements that must not be quadratic, each with
 * 10,000 and 100,000 rows. Prints a table; a slope near 10 is linear.
 *
 *     node --conditions=@sprocket/source bench/engine.ts
 */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openEngine, type ProcedureCall, type ResultSink, type Session } from '@sprocket/engine';

const folder = mkdtempSync(path.join(tmpdir(), 'sprocket-bench-'));
const engine = await openEngine({
  dataDirectory: folder,
  proceduresDirectory: undefined,
  saPassword: 'Bench-Pa55word!',
  log: () => undefined,
  serverName: 'BENCH',
});
const LOGIN = {
  database: '',
  language: '',
  hostName: '',
  applicationName: 'bench',
  clientInterface: '',
  clientAddress: '127.0.0.1',
  hostProcessId: 0,
  packetSize: 4096,
  encrypted: false,
  ansiDefaults: true,
};
const session = await engine.login({ user: 'sa', password: 'Bench-Pa55word!', ...LOGIN });

let rows = 0;
const sink: ResultSink = {
  columns: () => undefined,
  row: () => {
    rows += 1;
    return false;
  },
  drained: async () => undefined,
  done: () => undefined,
  message: (message) => {
    if (message.severity > 10) throw new Error(`${message.number} ${message.message}`);
  },
  returnStatus: () => undefined,
  returnValue: () => undefined,
  environment: () => undefined,
};

async function prepare(on: Session): Promise<void> {
  await on.batch('CREATE TABLE t (id int PRIMARY KEY, n nvarchar(30), p decimal(10,2), d datetime, b bigint, f float)', sink);
  await on.batch(
    `WITH n AS (SELECT 0 AS i UNION ALL SELECT i + 1 FROM n WHERE i < 99999)
     INSERT t SELECT i, CONCAT('name ', i), i * 1.5, DATEADD(minute, i, '2020-01-01'), i, i / 3.0 FROM n OPTION (MAXRECURSION 0)`,
    sink,
  );
  await on.batch('CREATE PROCEDURE add_one @a int AS SELECT @a + 1', sink);
  await on.batch('CREATE PROCEDURE read_one @a int AS SET NOCOUNT ON; SELECT n, p FROM t WHERE id = @a', sink);
  await on.batch(TEMPORARY, sink);
}

/** Makes a temporary table, fills it with ten rows, changes and reads them. */
const TEMPORARY = `CREATE PROCEDURE temporary @a int AS
  SET NOCOUNT ON;
  CREATE TABLE #t (id int NOT NULL PRIMARY KEY, n nvarchar(30) NULL, p decimal(12, 2) NULL);
  INSERT #t (id, n) SELECT id, n FROM t WHERE id BETWEEN @a AND @a + 9;
  UPDATE w SET p = t.p * 2 FROM #t AS w JOIN t ON t.id = w.id;
  SELECT id, n, p FROM #t ORDER BY id;
  DROP TABLE #t`;

function call(procedure: string, value: number): ProcedureCall {
  const type = { name: 'int', length: 0, precision: 0, scale: 0 } as const;
  return { procedure, parameters: [{ name: '@a', output: false, isDefault: false, value: { kind: 'scalar', type, value } }] };
}

async function calls(on: Session): Promise<void> {
  const count = 20_000;
  const microseconds = async (what: string, run: (i: number) => Promise<void> | undefined): Promise<void> => {
    for (let i = 0; i < 2_000; i++) await run(i);
    const start = performance.now();
    for (let i = 0; i < count; i++) {
      const running = run(i);
      if (running !== undefined) await running;
    }
    console.log(`${what.padEnd(44)} ${(((performance.now() - start) * 1000) / count).toFixed(1)} µs`);
  };
  await microseconds('call of SELECT @a + 1 (goal ≤ 20 µs)', (i) => on.call(call('add_one', i), sink));
  await microseconds('call of a read by key in 100,000 rows', (i) => on.call(call('read_one', i), sink));
  await microseconds('a temporary table of ten rows', (i) => on.call(call('temporary', i), sink));
  const plain = await plainUser(on);
  await microseconds('the same call by a plain user', (i) => plain.call(call('add_one', i), sink));
  await microseconds('the same read by a plain user', (i) => plain.call(call('read_one', i), sink));
  plain.close();
  rows = 0;
  const start = performance.now();
  await on.batch('SELECT * FROM t', sink);
  console.log(
    `${'rows of six columns, a second'.padEnd(44)} ${Math.round((rows / (performance.now() - start)) * 1000).toLocaleString('en')}`,
  );
}

/** As a driver or an editor lists them: all procedures of a database with their parameters. */
async function listing(on: Session): Promise<void> {
  await on.batch('CREATE DATABASE listed', sink);
  await on.batch('USE listed', sink);
  for (let i = 0; i < 2_000; i++) await on.batch(`CREATE PROCEDURE p${i} @a int, @b nvarchar(50) AS RETURN`, sink);
  const milliseconds = async (): Promise<string> => {
    const start = performance.now();
    await on.batch(
      'SELECT p.name, a.name, TYPE_NAME(a.user_type_id) FROM sys.procedures AS p JOIN sys.parameters AS a ON a.object_id = p.object_id ORDER BY p.name, a.parameter_id',
      sink,
    );
    return (performance.now() - start).toFixed(0);
  };
  const [first, again] = [await milliseconds(), await milliseconds()];
  console.log(`${'2,000 procedures with parameters (< 200 ms)'.padEnd(44)} ${first} ms, again ${again} ms`);
  await on.batch('USE master', sink);
}

/** Somebody who may execute the two procedures and nothing else: his permissions are looked at once. */
async function plainUser(on: Session): Promise<Session> {
  await on.batch("CREATE LOGIN plain WITH PASSWORD = 'Bench-Pa55word!'; CREATE USER plain FOR LOGIN plain", sink);
  await on.batch('GRANT EXECUTE ON add_one TO plain; GRANT EXECUTE ON read_one TO plain', sink);
  return engine.login({ user: 'plain', password: 'Bench-Pa55word!', ...LOGIN });
}

const CURSOR = 'cursor';

/** Statements over n rows of a fresh table `w`; the second number of rows is ten times the first. */
const STATEMENTS: readonly (readonly [what: string, statement: string])[] = [
  ['INSERT … SELECT', 'INSERT w2 SELECT id, n, v FROM w'],
  ['UPDATE … FROM', 'UPDATE w SET v = w2.v + 1 FROM w JOIN w2 ON w2.id = w.id'],
  ['UPDATE … FROM over strings without index', 'UPDATE w SET v = w2.v + 1 FROM w JOIN w2 ON w2.n = w.n'],
  [
    'MERGE',
    'MERGE w USING w2 ON w.id = w2.id WHEN MATCHED THEN UPDATE SET v = w2.v WHEN NOT MATCHED THEN INSERT VALUES (w2.id, w2.n, w2.v);',
  ],
  ['OUTPUT INTO', 'DECLARE @o TABLE (id int, v int); UPDATE w SET v = v + 1 OUTPUT inserted.id, deleted.v INTO @o'],
  ['APPLY with TOP', 'SELECT COUNT(*) FROM w CROSS APPLY (SELECT TOP 1 x.v FROM w2 AS x WHERE x.id = w.id ORDER BY x.v DESC) AS a'],
  [
    'recursive CTE of depth 1,000',
    'WITH r AS (SELECT id, 1 AS depth FROM w WHERE id = 1 UNION ALL SELECT w.id, r.depth + 1 FROM r JOIN w ON w.id = r.id + 1 WHERE r.depth < 1000) SELECT COUNT(*) FROM r OPTION (MAXRECURSION 1000)',
  ],
  ['join by UPPER(a) = UPPER(b)', 'SELECT COUNT(*) FROM w LEFT JOIN w2 ON UPPER(w2.n) = UPPER(w.n)'],
  ['join by a conversion and a default', 'SELECT COUNT(*) FROM w JOIN w2 ON ISNULL(CAST(w2.v AS varchar(20)), 0) = w.id'],
  ['FULL join by an expression', 'SELECT COUNT(*) FROM w FULL JOIN w2 ON w2.id + 1 = w.v'],
  ['null-safe join', 'SELECT COUNT(*) FROM w JOIN w2 ON EXISTS (SELECT w.v, w.n INTERSECT SELECT w2.v, w2.n)'],
  ['join by one of two columns', 'SELECT COUNT(*) FROM w LEFT JOIN w2 ON w2.v = w.v OR w2.n = w.n'],
  ['NOT EXISTS by an expression', 'SELECT COUNT(*) FROM w WHERE NOT EXISTS (SELECT 1 FROM w2 WHERE LTRIM(w2.n) = w.n)'],
  [
    'join with a table variable with a key',
    'DECLARE @w TABLE (id int PRIMARY KEY, v int); INSERT @w SELECT id, v FROM w; SELECT COUNT(*) FROM w LEFT JOIN @w AS t ON t.v = w.v',
  ],
  [
    'LEFT JOIN to OPENJSON',
    'DECLARE @j nvarchar(max) = (SELECT id, n FROM w FOR JSON PATH); SELECT COUNT(*) FROM w LEFT JOIN OPENJSON(@j) WITH (id int) AS j ON j.id = w.id',
  ],
  [
    'MERGE from OPENJSON with all clauses',
    'DECLARE @j nvarchar(max) = (SELECT id, n, v FROM w FOR JSON PATH); MERGE w2 USING OPENJSON(@j) WITH (id int, n nvarchar(30), v int) AS j ON w2.id = j.id WHEN MATCHED THEN UPDATE SET v = j.v WHEN NOT MATCHED THEN INSERT VALUES (j.id, j.n, j.v) WHEN NOT MATCHED BY SOURCE THEN DELETE;',
  ],
  [
    'IN a list of STRING_SPLIT',
    "DECLARE @l varchar(max) = (SELECT STRING_AGG(CAST(id AS varchar(max)), ',') FROM w); SELECT COUNT(*) FROM w2 WHERE id IN (SELECT value FROM STRING_SPLIT(@l, ','))",
  ],
  ['STRING_AGG', "SELECT LEN(STRING_AGG(CAST(n AS nvarchar(max)), ',')) FROM w"],
  ['FOR JSON PATH', 'SELECT id, n, v FROM w FOR JSON PATH'],
  [
    CURSOR,
    'DECLARE @i int; DECLARE c CURSOR FAST_FORWARD FOR SELECT id FROM w; OPEN c; FETCH NEXT FROM c INTO @i; WHILE @@FETCH_STATUS = 0 FETCH NEXT FROM c INTO @i; CLOSE c; DEALLOCATE c',
  ],
];

async function slopes(on: Session): Promise<void> {
  const measured = new Map<string, number[]>();
  for (const count of [10_000, 100_000]) {
    await on.batch(
      'DROP TABLE IF EXISTS w, w2; CREATE TABLE w (id int PRIMARY KEY, n nvarchar(30), v int); CREATE TABLE w2 (id int PRIMARY KEY, n nvarchar(30), v int)',
      sink,
    );
    await on.batch(`INSERT w SELECT id, n, id FROM t WHERE id < ${count}`, sink);
    for (const [what, statement] of STATEMENTS) {
      const start = performance.now();
      await on.batch(statement, sink);
      measured.set(what, [...(measured.get(what) ?? []), performance.now() - start]);
    }
  }
  for (const [what, [small = 0, large = 0]] of measured) {
    console.log(
      `${what.padEnd(44)} ${small.toFixed(0).padStart(6)} ms ${large.toFixed(0).padStart(7)} ms, slope ${(large / small).toFixed(1)}`,
    );
    if (what === CURSOR)
      console.log(`${'fetches, a second (goal ≥ 200,000)'.padEnd(44)} ${Math.round(100_000 / (large / 1000)).toLocaleString('en')}`);
  }
}

try {
  await prepare(session);
  await calls(session);
  await slopes(session);
  await listing(session);
} finally {
  session.close();
  await engine.close(1000);
  rmSync(folder, { recursive: true, force: true });
}
