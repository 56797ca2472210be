/** A row for what each rule finds, and rows for what it must leave alone. */
import { describe, expect, test } from 'vitest';
import { applyEdits, lint, lintRules, parse } from '../../src/index.ts';

const ALL = Object.fromEntries(lintRules.map(({ id }) => [id, 'warning' as const]));

/** What one rule finds: the text it marks. */
function marks(rule: string, text: string): readonly string[] {
  const off = Object.fromEntries(lintRules.map(({ id }) => [id, 'off' as const]));
  return lint(text, null, { ...off, [rule]: 'warning' }).map(({ span }) => text.slice(span.start, span.end));
}

const CASES: readonly (readonly [rule: string, text: string, marked: readonly string[]])[] = [
  ['select-star', 'SELECT *, t.* FROM t', ['*', 't.*']],
  ['select-star', 'IF EXISTS (SELECT * FROM t) SELECT COUNT(*) FROM t', []],
  ['null-comparison', 'SELECT 1 WHERE @a = NULL OR NULL <> @b', ['@a = NULL', 'NULL <> @b']],
  ['null-comparison', 'SET @a = NULL; UPDATE t SET a = NULL WHERE b IS NULL', []],
  ['change-without-where', 'UPDATE t SET a = 1; DELETE FROM t', ['UPDATE t', 'DELETE FROM t']],
  [
    'change-without-where',
    'UPDATE t SET a = 1 WHERE b = 2; DELETE @t; DELETE #t; DELETE TOP (5) FROM t; DELETE a FROM t a JOIN u ON 1 = 1',
    [],
  ],
  ['global-identity', 'SELECT @@IDENTITY, SCOPE_IDENTITY()', ['@@IDENTITY']],
  ['insert-without-columns', 'INSERT INTO t VALUES (1); INSERT t (a) VALUES (1); INSERT @t VALUES (1)', ['t']],
  ['type-without-length', 'DECLARE @a varchar, @b varchar(10), @c int; SELECT CAST(@b AS nvarchar)', ['varchar', 'nvarchar']],
  ['order-by-ordinal', 'SELECT a, b FROM t ORDER BY 1, b', ['1']],
  ['top-without-order-by', 'SELECT TOP (5) a FROM t', ['TOP (5)']],
  ['top-without-order-by', 'SELECT TOP (5) a FROM t ORDER BY a; SELECT TOP (1) 1 FROM t; IF EXISTS (SELECT TOP 1 a FROM t) RETURN', []],
  ['deprecated-type', 'DECLARE @t TABLE (a text, b varchar(5))', ['text']],
  ['missing-nocount', 'CREATE PROC p AS SELECT 1', ['p']],
  ['missing-nocount', 'CREATE PROC p AS BEGIN SET NOCOUNT ON; SELECT 1 END', []],
  ['unused-parameter', 'CREATE PROC p @a int, @b int AS SELECT @a', ['@b']],
  ['unused-parameter', 'CREATE PROC p @a int, @b int AS EXEC q @b = @a', ['@b']],
  ['unused-variable', 'DECLARE @a int, @b int = 1; DECLARE @t TABLE (x int); SELECT @a', ['@b', '@t']],
  ['cursor-not-closed', 'DECLARE c CURSOR FOR SELECT 1; OPEN c; FETCH NEXT FROM c', ['OPEN c']],
  ['cursor-not-closed', 'DECLARE c CURSOR FOR SELECT 1; OPEN c; CLOSE c; DEALLOCATE c', []],
  ['open-transaction', 'BEGIN TRAN; UPDATE t SET a = 1', ['BEGIN TRAN']],
  ['open-transaction', 'BEGIN TRAN; COMMIT', ['BEGIN TRAN']],
  ['open-transaction', 'SET XACT_ABORT ON; BEGIN TRAN; COMMIT', []],
  ['dynamic-sql-parameter', "CREATE PROC p @n sysname AS DECLARE @s nvarchar(max) = N'SELECT * FROM ' + @n; EXEC (@s)", ['@s']],
  [
    'dynamic-sql-parameter',
    "CREATE PROC p @n sysname AS DECLARE @s nvarchar(max) = N'SELECT * FROM ' + QUOTENAME(@n); EXEC sp_executesql @s",
    [],
  ],
  ['sp-prefix', 'CREATE PROC dbo.sp_mine AS SELECT 1', ['dbo.sp_mine']],
];

describe('rules', () => {
  test.for(CASES)('%s: %s', ([rule, text, marked]) => expect(marks(rule, text)).toEqual(marked));

  test('every rule is found by some case', () => {
    expect([...new Set(CASES.filter(([, , marked]) => marked.length > 0).map(([rule]) => rule))].sort()).toEqual(
      lintRules.map(({ id }) => id).sort(),
    );
  });

  test('what is on by default', () => {
    expect(lintRules.filter(({ severity }) => severity !== 'off').map(({ id }) => id)).toEqual([
      'select-star',
      'null-comparison',
      'change-without-where',
      'global-identity',
      'type-without-length',
      'missing-nocount',
    ]);
  });
});

const FIXES: readonly (readonly [text: string, fixed: string])[] = [
  ['SET NOCOUNT ON; SELECT 1 WHERE @a <> NULL', 'SET NOCOUNT ON; SELECT 1 WHERE @a IS NOT NULL'],
  ['CREATE PROC p AS\nBEGIN\n    SELECT 1\nEND', 'CREATE PROC p AS\nBEGIN\n    SET NOCOUNT ON;\n    SELECT 1\nEND'],
  ['SET NOCOUNT ON; SELECT @@IDENTITY', 'SET NOCOUNT ON; SELECT SCOPE_IDENTITY()'],
];

test.for(FIXES)('a fix removes the finding: %j', ([text, fixed]) => {
  const fixes = lint(text).flatMap(({ fix }) => (fix === undefined ? [] : [fix]));
  const result = applyEdits(text, fixes);
  expect(result).toBe(fixed);
  expect(parse(result).diagnostics).toEqual([]);
  expect(lint(result)).toEqual([]);
});

test('severities are the workspace’s choice', () => {
  const [finding] = lint('SET NOCOUNT ON; SELECT a FROM t ORDER BY 1', null, { ...ALL, 'order-by-ordinal': 'error' });
  expect(finding).toMatchObject({
    ruleId: 'order-by-ordinal',
    code: 'order-by-ordinal',
    severity: 'error',
    line: 1,
    column: 42,
    near: '1',
  });
});
