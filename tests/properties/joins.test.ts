/**
 * Random joins against what their condition says of each pair of rows. However a join is executed (rows looked up by an index that is made for it, computed
 * keys, a FULL join in two parts), its rows are those for which the condition holds among all pairs, with the rows that an outer join keeps. The pairs are asked
 * for in a cross join that shows the condition as a value, which is computed pair by pair.
 */

import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSession, type TestSession } from './session.ts';

let session: TestSession;

const COLUMNS =
  'id int, s varchar(10), cs varchar(10) COLLATE Latin1_General_CS_AS, n nvarchar(10), x int, b bigint, d decimal(10, 2), t varchar(10), dt datetime, v sql_variant';

/** NULLs, repeated values, values that are equal under one collation alone, numbers as text, and no pair of types without equal values. */
const ROWS = `
  (1, 'a', 'a', N'A', 1, 1, 1.00, '1', '20240101', 1), (2, 'A', 'A', N'a', 1, 2, 2.50, '2', '20240101 12:00', CAST('a' AS varchar(5))),
  (3, 'b ', 'b ', N'b', 2, 3, 3.00, ' 3', '20240102', 2), (4, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
  (5, NULL, 'c', NULL, 5, NULL, 5.00, '5', NULL, CAST(5 AS bigint)), (6, '', '', N'', 0, 0, 0, '0', '19000101', 0),
  (7, 'C', 'c', N'ç', 2, 7, -1.00, '-1', '20240103', CAST('C' AS varchar(5)))`;

beforeAll(async () => {
  session = await openSession();
  await session.run(`CREATE TABLE l (${COLUMNS}); INSERT l VALUES ${ROWS}`);
  await session.run(
    `CREATE TABLE r (${COLUMNS}); INSERT r SELECT * FROM l WHERE id <> 2; INSERT r SELECT 20 + id, s, cs, n, x, b, d, t, dt, v FROM l WHERE id IN (1, 4, 7)`,
  );
  await session.run('CREATE TABLE k (id int PRIMARY KEY, s varchar(10), x int, INDEX ks (s)); INSERT k SELECT id, s, x FROM r');
  await session.run('CREATE TABLE m (x int, id int, s varchar(10), PRIMARY KEY (x, id)); INSERT m SELECT ISNULL(x, 2), id, s FROM r');
});

afterAll(() => session.close());

const JSON_ROWS = '(SELECT id, s, n, x, d, dt FROM r FOR JSON PATH)';

/** Right sides that have the columns id, s and x. */
const right = fc.constantFrom(
  'r',
  'k AS r',
  'm AS r',
  'm AS r',
  '(SELECT id, s, x FROM r) AS r',
  '(SELECT id, UPPER(s) AS s, x + 0 AS x FROM r) AS r',
  '(SELECT MAX(id) AS id, s, x FROM r GROUP BY s, x) AS r',
  '(SELECT id, s, x FROM r WHERE id < 20 UNION ALL SELECT id, s, x FROM r WHERE id >= 20) AS r',
  '(SELECT TOP (6) id, s, x FROM r ORDER BY id) AS r',
  '(SELECT *, ROW_NUMBER() OVER (PARTITION BY s ORDER BY id) AS rn FROM r) AS r',
  `OPENJSON(@j) WITH (id int, s varchar(10), x int) AS r`,
  `(SELECT id, s, x FROM OPENJSON(@j) WITH (id int, s varchar(10), x int) WHERE x IS NOT NULL) AS r`,
  "(SELECT CAST(value AS int) AS id, value AS s, CAST(value AS int) + 1 AS x FROM STRING_SPLIT('1,1,2,5,40', ',')) AS r",
  '(SELECT value AS id, CAST(value AS varchar(10)) AS s, value AS x FROM GENERATE_SERIES(0, 5)) AS r',
  "(VALUES (1, 'A', 1), (2, NULL, NULL), (3, 'x', 2)) AS r (id, s, x)",
  'steps AS r',
  '(SELECT p.id, q.s, p.x FROM r AS p JOIN r AS q ON q.id = p.id) AS r',
);

const left = fc.constantFrom('l', '(SELECT id, s, x FROM l WHERE id < 7) AS l', 'l AS l', '@v AS l');

/** Operands by what they may be compared with. */
const TEXTS = ['l.s', 'UPPER(l.s)', "ISNULL(l.s, '')", 'LTRIM(RTRIM(l.s))', "l.s + '!'", 'l.s COLLATE Latin1_General_BIN2'] as const;
const NUMBERS = [
  'l.x',
  'ISNULL(l.x, 0)',
  'l.x + 1',
  'CAST(l.x AS bigint)',
  'CAST(l.x AS decimal(9, 2))',
  'ABS(l.x)',
  'CAST(l.x AS varchar(5))',
  'CASE WHEN l.x = 1 THEN 2 ELSE l.x END',
  'l.id',
  'COALESCE(l.x, l.id)',
] as const;

const other = (operand: string): string => operand.replaceAll('l.', 'r.');
const pairOf = (operands: readonly string[]) => fc.tuple(fc.constantFrom(...operands), fc.constantFrom(...operands).map(other));

const equality = fc
  .tuple(
    fc.oneof(
      pairOf(TEXTS).filter(([a, b]) => !(a.includes('COLLATE') && b.includes('COLLATE'))),
      pairOf(NUMBERS),
    ),
    fc.constantFrom('=', '=', 'is', 'or', 'intersect', 'except'),
  )
  .map(([[a, b], form]) => {
    switch (form) {
      case 'is':
        return `${a} IS NOT DISTINCT FROM ${b}`;
      case 'or':
        return `(${a} = ${b} OR (${a} IS NULL AND ${b} IS NULL))`;
      case 'intersect':
        return `EXISTS (SELECT ${a} INTERSECT SELECT ${b})`;
      case 'except':
        return `NOT EXISTS (SELECT ${a} EXCEPT SELECT ${b})`;
      default:
        return `${a} = ${b}`;
    }
  });

const alternatives = fc.tuple(equality, equality).map(([a, b]) => `(${a} OR ${b})`);
const single = fc.constantFrom(
  'l.id <> 3',
  "r.s <> 'x'",
  'r.id < 25',
  'l.x < r.id',
  'l.x IS NULL',
  '1 = 1',
  'l.x = 2',
  'r.x = 2',
  'l.x = r.x AND l.x = 2',
);
const condition = fc
  .tuple(
    fc.oneof({ weight: 4, arbitrary: equality }, { weight: 1, arbitrary: alternatives }),
    fc.array(fc.oneof(equality, single), { maxLength: 2 }),
  )
  .map(([first, rest]) => [first, ...rest].join(' AND '));

const DECLARED = `DECLARE @j nvarchar(max) = ${JSON_ROWS}; DECLARE @v TABLE (id int, s varchar(10), x int); INSERT @v SELECT id, s, x FROM l WHERE id > 1; `;
const WITH =
  "WITH steps AS (SELECT 1 AS id, CAST('a' AS varchar(10)) AS s, 0 AS x UNION ALL SELECT id + 1, CAST(CHAR(64 + id) AS varchar(10)), x + 1 FROM steps WHERE id < 5) ";

const asValue = (on: string): string => `CASE WHEN ${on} THEN 1 ELSE 0 END = 1`;

/** The join's rows, from the pairs and the rows of each side. */
const byPairs = (type: string, l: string, r: string, on: string): string => {
  const pairs = `SELECT l.id, l.s, r.id, r.s, r.x FROM ${l} CROSS JOIN ${r} WHERE ${asValue(on)}`;
  const lonelyLeft = `SELECT l.id, l.s, NULL, NULL, NULL FROM ${l} WHERE NOT EXISTS (SELECT 1 FROM ${r} WHERE ${asValue(on)})`;
  const lonelyRight = `SELECT NULL, NULL, r.id, r.s, r.x FROM ${r} WHERE NOT EXISTS (SELECT 1 FROM ${l} WHERE ${asValue(on)})`;
  const parts = [
    pairs,
    ...(type === 'LEFT' || type === 'FULL' ? [lonelyLeft] : []),
    ...(type === 'RIGHT' || type === 'FULL' ? [lonelyRight] : []),
  ];
  return parts.join(' UNION ALL ');
};

/** The rows in an order of their own. */
async function rowsOf(query: string): Promise<readonly string[]> {
  const lines = await session.run(`SET NOCOUNT ON; ${DECLARED}${WITH}${query}`);
  const [columns, ...rows] = lines;
  expect(columns).toMatch(/^(id|-) int/);
  return rows.toSorted();
}

test('a join yields the pairs for which its condition holds', async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom('INNER', 'LEFT', 'RIGHT', 'FULL'), left, right, condition, async (type, l, r, on) => {
      const joined = await rowsOf(`SELECT l.id, l.s, r.id, r.s, r.x FROM ${l} ${type} JOIN ${r} ON ${on}`);
      expect(joined).toEqual(await rowsOf(byPairs(type, l, r, on)));
    }),
    { numRuns: 120 },
  );
});

const lookup = fc.constantFrom(
  (r: string, on: string) => `SELECT l.id FROM l WHERE EXISTS (SELECT 1 FROM ${r} WHERE ${on})`,
  (r: string, on: string) => `SELECT l.id FROM l WHERE NOT EXISTS (SELECT 1 FROM ${r} WHERE ${on})`,
  (r: string, on: string) => `SELECT l.id, (SELECT COUNT(*) FROM ${r} WHERE ${on}) FROM l`,
  (r: string, on: string) => `SELECT l.id, a.id FROM l CROSS APPLY (SELECT r.id FROM ${r} WHERE ${on}) AS a`,
  (r: string, on: string) => `SELECT l.id, a.n FROM l OUTER APPLY (SELECT MIN(r.id) AS n FROM ${r} WHERE ${on}) AS a`,
  (r: string, on: string) => `SELECT l.id, (SELECT COUNT(*) FROM k AS m JOIN ${r} ON r.id = m.id WHERE ${on}) FROM l`,
  (r: string, on: string) => `SELECT l.id, r.id FROM l, ${r} WHERE ${on}`,
  (r: string, on: string) => `SELECT l.id, r.id, m.id FROM l LEFT JOIN (k AS m JOIN ${r} ON r.id = m.id) ON ${on}`,
);

test('a correlated query finds the pairs for which its condition holds', async () => {
  await fc.assert(
    fc.asyncProperty(lookup, right, condition, async (query, r, on) => {
      expect(await rowsOf(query(r, on))).toEqual(await rowsOf(query(r, asValue(on))));
    }),
    { numRuns: 80 },
  );
});
