/**
 * The interpreter and SQLite agree. A random expression is evaluated twice: over variables, where it never leaves the interpreter, and over the
 * columns of a one-row table with the same values, where SQLite computes what it can say exactly. Type, value and error must be the same.
 */

import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openSession, type TestSession } from './session.ts';

/** What expressions are made of: a name, its type and values as constants. */
const LEAVES: Readonly<Record<string, { readonly type: string; readonly values: readonly string[] }>> = {
  b: { type: 'bit', values: ['0', '1'] },
  t: { type: 'tinyint', values: ['0', '7', '255'] },
  i: { type: 'int', values: ['0', '1', '-1', '3', '42', '-2147483648', '2147483647'] },
  j: { type: 'int', values: ['0', '2', '-7', '100'] },
  g: { type: 'bigint', values: ['0', '-5', '9223372036854775807', '-9223372036854775808', '4294967296'] },
  d: { type: 'decimal(9,2)', values: ['0', '1.5', '-12.25', '9999999.99', '0.01'] },
  n: { type: 'numeric(30,10)', values: ['0', '1.0000000001', '-99999999999999999999.5', '3'] },
  m: { type: 'money', values: ['0', '1.2345', '-922337203685477.5808', '10'] },
  f: { type: 'float', values: ['0', '1.5', '-2.25', '1e300', '1e-300', '3'] },
  r: { type: 'real', values: ['0', '1.5', '0.1', '3e38'] },
  s: { type: 'varchar(20)', values: ["''", "'abc'", "'ABC  '", "'12'", "' 1.5'", "'a%b_c'", "'2024-02-29'", "'é'"] },
  u: { type: 'nvarchar(20)', values: ["N''", "N'abc'", "N'日本語'", "N'-7'", "N'x  y'", "N'B'"] },
  c: { type: 'char(5)', values: ["''", "'ab'", "'abcde'", "'3'"] },
  a: { type: 'date', values: ["'0001-01-01'", "'2024-02-29'", "'9999-12-31'", "'1999-12-31'"] },
  e: { type: 'datetime', values: ["'1753-01-01'", "'2024-02-29T12:34:56.997'", "'9999-12-31T23:59:59.997'", "'1900-01-01'"] },
  h: { type: 'datetime2(3)', values: ["'0001-01-01'", "'2024-02-29T12:34:56.789'", "'9999-12-31T23:59:59.999'"] },
  k: { type: 'time(2)', values: ["'00:00'", "'12:34:56.78'", "'23:59:59.99'"] },
  o: { type: 'datetimeoffset(0)', values: ["'2024-02-29T12:00:00+02:00'", "'1999-12-31T23:30:00-05:00'"] },
  q: { type: 'uniqueidentifier', values: ["'00000000-0000-0000-0000-000000000000'", "'6F9619FF-8B86-D011-B42D-00C04FC964FF'"] },
  v: { type: 'varbinary(8)', values: ['0x', '0x01', '0xFF00', '0x0102030405060708'] },
};

type Tree = string;

const call =
  (name: string) =>
  (...args: readonly Tree[]): Tree =>
    `${name}(${args.join(', ')})`;

/** Leaves are marked with a tilde, which becomes @ for variables and nothing for columns. */
const leaf = (...names: readonly string[]) => fc.constantFrom(...names.map((name) => `«${name}»`));
const word = (...words: readonly string[]) => fc.constantFrom(...words);

const trees = fc.letrec<{ number: Tree; text: Tree; moment: Tree; truth: Tree; any: Tree }>((tie) => {
  const [number, text, moment, truth, any] = [tie('number'), tie('text'), tie('moment'), tie('truth'), tie('any')] as const;
  const of = (name: string, ...args: readonly fc.Arbitrary<Tree>[]) => fc.tuple(...args).map((list) => call(name)(...list));
  const choice = (value: fc.Arbitrary<Tree>) =>
    fc.oneof(
      fc.tuple(truth, value, value).map(([p, x, y]) => `CASE WHEN ${p} THEN ${x} ELSE ${y} END`),
      of('COALESCE', value, value),
      of('NULLIF', value, value),
      of('ISNULL', value, value),
      of('IIF', truth, value, value),
    );
  const cast = (value: fc.Arbitrary<Tree>, ...types: readonly string[]) =>
    fc.tuple(word('CAST', 'TRY_CAST'), value, word(...types)).map(([name, x, type]) => `${name}(${x} AS ${type})`);
  const small = word('-1', '0', '1', '2', '3');
  const part = word('year', 'month', 'day', 'hour', 'minute', 'second', 'quarter', 'week');
  const compare = (value: fc.Arbitrary<Tree>) =>
    fc.oneof(
      fc.tuple(value, word('=', '<>', '<', '<=', '>', '>='), value).map((parts) => `(${parts.join(' ')})`),
      fc.tuple(value, value, value).map(([x, low, high]) => `(${x} BETWEEN ${low} AND ${high})`),
      fc.tuple(value, word('', ' NOT'), value, value).map(([x, not, y, z]) => `(${x}${not} IN (${y}, ${z}))`),
      fc.tuple(value, word('', ' NOT')).map(([x, not]) => `(${x} IS${not} NULL)`),
      fc.tuple(value, word('', ' NOT'), value).map(([x, not, y]) => `(${x} IS${not} DISTINCT FROM ${y})`),
    );
  const deep = { maxDepth: 4, depthSize: 'small', withCrossShrink: true } as const;
  return {
    number: fc.oneof(
      deep,
      fc.oneof(leaf('i', 'j', 'g', 't', 'd', 'n', 'm', 'f', 'r'), word('0', '1', '7', '2.5', '1e1', '$3', '-4', 'NULL')),
      fc.tuple(number, word('+', '-', '*', '/', '%'), number).map((parts) => `(${parts.join(' ')})`),
      fc.tuple(leaf('i', 'j', 't', 'g'), word('&', '|', '^'), leaf('i', 'j', 't')).map((parts) => `(${parts.join(' ')})`),
      number.map((x) => `(- ${x})`),
      of('ABS', number),
      of('SIGN', number),
      of('FLOOR', number),
      of('CEILING', number),
      of('ROUND', number, small),
      of('LEN', text),
      of('DATALENGTH', any),
      of('CHARINDEX', text, text),
      of('ASCII', text),
      of('DATEPART', part, moment),
      of('DATEDIFF', part, moment, moment),
      cast(any, 'int', 'bigint', 'tinyint', 'bit', 'decimal(10,3)', 'numeric(38,5)', 'money', 'float', 'real'),
      choice(number),
    ),
    text: fc.oneof(
      deep,
      fc.oneof(leaf('s', 'u', 'c'), word("''", "'abc'", "N'abc  '", "'1'", "'%b%'", 'NULL')),
      fc.tuple(text, text).map(([x, y]) => `(${x} + ${y})`),
      of('CONCAT', any, any),
      of('UPPER', text),
      of('LOWER', text),
      of('LTRIM', text),
      of('RTRIM', text),
      of('REVERSE', text),
      of('LEFT', text, small),
      of('RIGHT', text, small),
      of('SUBSTRING', text, small, small),
      of('STUFF', text, small, small, text),
      of('REPLACE', text, text, text),
      of('REPLICATE', text, small),
      cast(any, 'varchar(10)', 'nvarchar(30)', 'char(8)', 'varchar(max)'),
      fc.tuple(moment, word('0', '101', '112', '120', '121', '126', '108')).map(([x, style]) => `CONVERT(varchar(40), ${x}, ${style})`),
      choice(text),
    ),
    moment: fc.oneof(
      deep,
      leaf('a', 'e', 'h', 'o'),
      fc.tuple(part, word('-1', '0', '1', '12', '400', '«i»'), moment).map(([p, n, x]) => `DATEADD(${p}, ${n}, ${x})`),
      of('EOMONTH', moment),
      cast(fc.oneof(moment, text), 'date', 'datetime', 'datetime2(3)', 'smalldatetime', 'datetimeoffset(0)'),
      choice(moment),
    ),
    truth: fc.oneof(
      deep,
      compare(number),
      compare(text),
      compare(moment),
      compare(leaf('q')),
      compare(leaf('v')),
      fc.tuple(text, word('', ' NOT'), text).map(([x, not, pattern]) => `(${x}${not} LIKE ${pattern})`),
      fc.tuple(truth, word('AND', 'OR'), truth).map((parts) => `(${parts.join(' ')})`),
      truth.map((x) => `(NOT ${x})`),
    ),
    any: fc.oneof(number, text, moment, leaf('b', 'k', 'q', 'v')),
  };
});

const values = fc.record(
  Object.fromEntries(Object.entries(LEAVES).map(([name, leafOf]) => [name, fc.constantFrom('NULL', ...leafOf.values, ...leafOf.values)])),
);

const names = Object.keys(LEAVES);
const over = (tree: Tree, before: string): string => tree.replaceAll(/«(\w)»/g, `${before}$1`);

/** The header, and the row or the error: whether the header was sent before an error is not compared. */
function outcome(lines: readonly string[]): string {
  const error = lines.find((line) => line.startsWith('Msg'));
  return error ?? lines.join('\n');
}

describe('the interpreter and SQLite agree', () => {
  let session: TestSession;
  beforeAll(async () => {
    session = await openSession();
    await session.run(`CREATE TABLE #one (${names.map((name) => `${name} ${LEAVES[name]?.type} NULL`).join(', ')})`);
  });
  afterAll(() => session.close());

  async function check(expression: Tree, row: Readonly<Record<string, string>>, select: (tree: Tree) => string): Promise<void> {
    await session.run(`DELETE #one; INSERT #one (${names.join(', ')}) VALUES (${names.map((name) => row[name]).join(', ')})`);
    const declare = `DECLARE ${names.map((name) => `@${name} ${LEAVES[name]?.type} = ${row[name]}`).join(', ')};`;
    const interpreted = await session.run(`${declare} ${select(over(expression, '@'))}`);
    const stored = await session.run(`${declare} ${select(over(expression, ''))} FROM #one`);
    expect(outcome(stored), over(expression, '@')).toBe(outcome(interpreted));
  }

  const runs = { numRuns: Number(process.env['PROPERTY_RUNS'] ?? 180), seed: Number(process.env['PROPERTY_SEED'] ?? 1) };

  test('on values', async () => {
    await fc.assert(
      fc.asyncProperty(trees.any, values, (tree, row) => check(tree, row, (text) => `SELECT ${text} AS x`)),
      runs,
    );
  });

  test('on truth', async () => {
    const select = (text: string) => `SELECT CASE WHEN ${text} THEN 1 WHEN NOT ${text} THEN 0 END AS x`;
    await fc.assert(
      fc.asyncProperty(trees.truth, values, (tree, row) => check(tree, row, select)),
      runs,
    );
  });
});
