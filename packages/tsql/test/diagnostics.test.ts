/** What SQL Server says about wrong texts: number, line and words. Rows without a source are from its documentation of messages. */
import { describe, expect, test } from 'vitest';
import { parse } from '../src/index.ts';
import { mistakes } from './support.ts';

const near = (line: number, text: string) => `102 line ${line}: Incorrect syntax near '${text}'.`;
const keyword = (line: number, text: string) => `156 line ${line}: Incorrect syntax near the keyword '${text}'.`;
const condition = (line: number, text: string) =>
  `4145 line ${line}: An expression of non-boolean type specified in a context where a condition is expected, near '${text}'.`;
const cte = (line: number) =>
  `319 line ${line}: Incorrect syntax near the keyword 'with'. If this statement is a common table expression, an xmlnamespaces clause or a change tracking context clause, the previous statement must be terminated with a semicolon.`;
const unclosed = (line: number, text: string) => `105 line ${line}: Unclosed quotation mark after the character string '${text}'.`;
const merge = (line: number) => `10713 line ${line}: A MERGE statement must be terminated by a semi-colon (;).`;

type Case = readonly [text: string, expected: readonly string[]];

function cases(title: string, rows: readonly Case[]): void {
  describe(title, () => {
    test.for(rows)('%s', ([text, expected]) => {
      expect(mistakes(text)).toEqual(expected);
    });
  });
}

cases('102 and 156: the token that does not fit, on its line', [
  ['SELECT FROM t', [keyword(1, 'FROM')]],
  ['SELECT 1, from t', [keyword(1, 'from')]],
  ['SELECT\n\n1 xyz 2', [near(3, '2')]],
  ["SELECT 'p' y 'q'", [near(1, 'q')]],
  ["SELECT 1 a N'it''s'", [near(1, "it's")]],
  ['SELECT 1 a [b]]c]', [near(1, 'b]c')]],
  ['SELECT 1 a 0xABC', [near(1, '0x0abc')]],
  ['SELECT 1 a $00005', [near(1, '$00005')]],
  ['SELECT 1 a @v', [near(1, '@v')]],
  ['SELECT * FROM t LIMIT 5', [near(1, '5')]],
  ['SELECT a FROM t WHERE a = = 1', [near(1, '=')]],
  ['SELECT a FROM t WHERE a = 1 = 2', [near(1, '=')]],
  ['SELECT (a = 1)', [near(1, '=')]],
  ['SELECT a AND b', [keyword(1, 'AND')]],
  ['SELECT 1 AS from', [keyword(1, 'from')]],
  ["SELECT dbo.user('a')", [keyword(1, 'user')]],
  ['SELECT CASE END', [keyword(1, 'END')]],
  ['SELECT * FROM t WHERE x IN ()', [near(1, ')')]],
  ['SELECT * FROM a JOIN b WHERE 1 = 1', [keyword(1, 'WHERE')]],
  ['SELECT * FROM (SELECT 1 AS a) WHERE 1 = 1', [keyword(1, 'WHERE')]],
  ['INSERT INTO t (a b) VALUES (1)', [near(1, 'b')]],
  ['UPDATE t SET WHERE a = 1', [keyword(1, 'WHERE')]],
  ['DELETE FROM WHERE 1 = 1', [keyword(1, 'WHERE')]],
  ['VALUES (1)', [keyword(1, 'VALUES')]],
  ['SET @v + = 5', [near(1, '+')]],
  ["RAISERROR 50001 'x'", [near(1, '50001')]],
  ["SELECT 1 throw 50000, 'm', 1", [near(1, '50000')]],
  ["EXEC ('a' + CAST(1 AS varchar))", [near(1, 'CAST')]],
  ['CREATE TABLE t (a int,, b int)', [near(1, ',')]],
  ['DECLARE @t TABLE (a int,)', [near(1, ')')]],
  ['ALTER TABLE t ADD COLUMN c int', [keyword(1, 'COLUMN')]],
  ['IF 1 = 1 CREATE PROC p AS SELECT 1', [keyword(1, 'PROC')]],
  ['CREATE VIEW v AS SELECT 1 AS a SELECT 2', [keyword(1, 'SELECT')]],
  ['SELECT 1; sp_who', [near(1, 'sp_who')]],
  ['; sp_who', [near(1, 'sp_who')]],
  ['SELECT ?', [near(1, '?')]],
]);

cases('at the end of the text the last token is named, always with 102', [
  ['SELECT', [near(1, 'SELECT')]],
  ['SELECT 1,', [near(1, ',')]],
  ['SELECT * FROM', [near(1, 'FROM')]],
  ['SELECT 1 ORDER BY\n\n', [near(1, 'BY')]],
  ['SELECT abs(-1', [near(1, '1')]],
  ['SELECT (1', [near(1, '1')]],
  ['SELECT 1 WHERE 1 IN (1', [near(1, '1')]],
  ['SELECT * FROM (SELECT 1 AS a', [near(1, 'a')]],
  ['SELECT * FROM (SELECT 1 AS a)', [near(1, ')')]],
  ['BEGIN\nSELECT 1', [near(2, '1')]],
  ['BEGIN BEGIN SELECT 1', [near(1, '1')]],
  ['BEGIN TRY SELECT 1 END TRY', [near(1, 'TRY')]],
]);

cases('END is named as a plain token where a statement is expected', [
  ['BEGIN END', [near(1, 'END')]],
  ['BEGIN ; end', [near(1, 'end')]],
  ['SELECT 1 END', [near(1, 'END')]],
  ['BEGIN TRY END TRY BEGIN CATCH END CATCH', [near(1, 'TRY')]],
]);

cases('4145: a value where a condition belongs; the token after it is named', [
  ["IF 'abc'", [condition(1, 'abc')]],
  ["IF ((1)) PRINT 'x'", [condition(1, 'PRINT')]],
  ['SELECT 1 WHERE (1)', [condition(1, ')')]],
  ['SELECT * FROM t WHERE a AND b = 1', [condition(1, 'AND')]],
  ['SELECT * FROM t WHERE a = 1 OR\nb ORDER BY 1', [condition(2, 'ORDER')]],
  ['WHILE @x BREAK', [condition(1, 'BREAK')]],
  ['SELECT CASE WHEN a THEN 1 END', [condition(1, 'THEN')]],
  ['SELECT IIF(a, 1, 2)', [condition(1, ',')]],
  ['SELECT * FROM a JOIN b ON a.x WHERE 1 = 1', [condition(1, 'WHERE')]],
]);

cases('quotes, comments and names', [
  ["PRINT 1\nSELECT 'abc\ndef", [unclosed(2, 'abc\ndef'), near(2, 'abc\ndef')]],
  ['SELECT "abc', [unclosed(1, 'abc'), near(1, 'abc')]],
  ['SELECT [abc', [unclosed(1, 'abc'), near(1, 'abc')]],
  ['SELECT 1 /* a\nb /* c */\n', ["113 line 3: Missing end comment mark '*/'."]],
  ['SELECT [] FROM t', [expect.stringMatching(/^1038 line 1: An object or column name is missing or empty\./) as unknown as string]],
  ['SELECT 1 AS ""', [expect.stringMatching(/^1038 line 1: /) as unknown as string]],
  [
    `SELECT 1 AS ${'a'.repeat(129)}`,
    [`103 line 1: The identifier that starts with '${'a'.repeat(128)}' is too long. Maximum length is 128.`],
  ],
  [`SELECT 1 AS [${'a'.repeat(128)}]`, []],
]);

cases('319 and 10713: semicolons that are needed', [
  ['SELECT 1\nWITH c AS (SELECT 1 AS a) SELECT * FROM c', [cte(2)]],
  ['SELECT * FROM t WITH c AS (SELECT 1 AS a) SELECT * FROM c', [cte(1)]],
  ['DECLARE @x int WITH c AS (SELECT 1 AS a) SELECT * FROM c', [cte(1)]],
  ['MERGE t USING s ON t.a = s.a WHEN MATCHED THEN DELETE', [merge(1)]],
  ['MERGE t USING s ON t.a = s.a\nWHEN MATCHED THEN DELETE\nSELECT 1', [merge(2)]],
]);

cases('what the place does not allow', [
  ["PRINT 'x'\nCREATE PROCEDURE p AS SELECT 1", ["111 line 2: 'CREATE/ALTER PROCEDURE' must be the first statement in a query batch."]],
  ['SELECT 1 CREATE VIEW v AS SELECT 1', ["111 line 1: 'CREATE VIEW' must be the first statement in a query batch."]],
  [
    'SELECT 1; ALTER FUNCTION f () RETURNS int AS BEGIN RETURN 1 END',
    ["111 line 1: 'ALTER FUNCTION' must be the first statement in a query batch."],
  ],
  ['SELECT 1 CREATE TRIGGER r ON t FOR INSERT AS RETURN', ["111 line 1: 'CREATE TRIGGER' must be the first statement in a query batch."]],
  ['SELECT 1 CREATE SCHEMA s', ["111 line 1: 'CREATE SCHEMA' must be the first statement in a query batch."]],
  ['RETURN 1', ['178 line 1: A RETURN statement with a return value cannot be used in this context.']],
  ['CREATE TRIGGER r ON t FOR INSERT AS RETURN 1', ['178 line 1: A RETURN statement with a return value cannot be used in this context.']],
  ['CREATE PROC p AS RETURN 1', []],
  ['IF 1 = 1\n  BREAK', ['135 line 2: Cannot use a BREAK statement outside the scope of a WHILE statement.']],
  ['CONTINUE', ['136 line 1: Cannot use a CONTINUE statement outside the scope of a WHILE statement.']],
  ['WHILE 1 = 1 BEGIN IF 1 = 1 BREAK CONTINUE END', []],
  ['\nGOTO x', ["133 line 2: A GOTO statement references the label 'x' but the label has not been declared."]],
  [
    "a:\nA: PRINT 'x'",
    ["132 line 2: The label 'A' has already been declared. Label names must be unique within a query batch or stored procedure."],
  ],
  [
    'THROW',
    [
      expect.stringMatching(
        /^10704 line 1: To rethrow an error, a THROW statement must be used inside a CATCH block\./,
      ) as unknown as string,
    ],
  ],
  ['BEGIN TRY SELECT 1 END TRY BEGIN CATCH IF 1 = 1 THROW END CATCH', []],
]);

cases('names that are not known', [
  ['CREATE FOO x', ["343 line 1: Unknown object type 'FOO' used in a CREATE, DROP, or ALTER statement."]],
  ['SET FOO ON', ["195 line 1: 'FOO' is not a recognized SET option."]],
  [
    'SELECT * FROM t WITH (FOO)',
    [expect.stringMatching(/^321 line 1: "FOO" is not a recognized table hints option\./) as unknown as string],
  ],
]);

cases('special messages of single constructs', [
  ['SELECT CAST(a int)', ["1035 line 1: Incorrect syntax near 'CAST', expected 'AS'."]],
  ["SELECT Try_Cast('1')", ["1035 line 1: Incorrect syntax near 'Try_Cast', expected 'AS'."]],
  ['CREATE TABLE t (a, b int)', ["173 line 1: The definition for column 'a' must include a data type."]],
  ['SELECT a FROM t GROUP BY ROLLUP (a) WITH CUBE', [expect.stringMatching(/^10702 line 1: /) as unknown as string]],
  [
    'MERGE t USING s ON t.a = s.a WHEN MATCHED THEN INSERT (a) VALUES (1);',
    ["10711 line 1: An action of type 'INSERT' is not allowed in the 'WHEN MATCHED' clause of a MERGE statement."],
  ],
  [`SELECT ${'CASE WHEN 1 = 1 THEN '.repeat(11)}1${' END'.repeat(11)}`, ['125 line 1: Case expressions may only be nested to level 10.']],
  [`SELECT ${'CASE WHEN 1 = 1 THEN '.repeat(10)}1${' END'.repeat(10)}`, []],
  [
    `SELECT ${'('.repeat(2000)}1${')'.repeat(2000)}`,
    ['191 line 1: Some part of your SQL statement is nested too deeply. Rewrite the query or break it up into smaller queries.'],
  ],
]);

describe('after a mistake', () => {
  test('reading goes on at the next statement', () => {
    const { statements, diagnostics } = parse('SELECT * FRM x y\nPRINT 1\nSELEC 2; PRINT 3\nUPDATE t SET\nDELETE FROM t');
    expect(diagnostics.map(({ number, line }) => [number, line])).toEqual([
      [102, 1],
      [102, 3],
      [156, 5],
    ]);
    // `SELECT *` is whole; the word after it begins nothing.
    expect(statements.map(({ kind }) => kind)).toEqual(['select', 'print', 'print', 'delete']);
  });

  test('a broken statement in a block leaves the others', () => {
    const { statements, diagnostics } = parse('IF 1 = 1\nBEGIN\n  PRINT 1\n  SELECT FROM\n  PRINT 2\nEND\nPRINT 3');
    expect(diagnostics.map(({ number, line }) => [number, line])).toEqual([[156, 4]]);
    expect(statements).toMatchObject([{ kind: 'if', then: { statements: [{ kind: 'print' }, { kind: 'print' }] } }, { kind: 'print' }]);
  });

  test('the END of a CASE does not close a block', () => {
    const text = 'BEGIN SELECT CASE WHEN a THEN 1 ELSE ) END FROM t; PRINT 1 END';
    expect(parse(text).statements).toMatchObject([{ kind: 'block', statements: [{ kind: 'print' }] }]);
  });

  test('parentheses that were open are skipped to their end', () => {
    const { statements, diagnostics } = parse('CREATE TABLE t (a int foo, b int DEFAULT (1), CHECK (b > 0))\nSELECT 1');
    expect(diagnostics.map(({ near: token }) => token)).toEqual(['foo']);
    expect(statements.map(({ kind }) => kind)).toEqual(['select']);
  });

  test('mistakes come in the order of the text, with the place of their token', () => {
    const { diagnostics } = parse("SELECT FROM t; SELECT 'x");
    expect(diagnostics.map(({ number, severity, state, span }) => [number, severity, state, span.start, span.end])).toEqual([
      [156, 15, 1, 7, 11],
      [105, 15, 1, 22, 24],
      [102, 15, 1, 22, 24],
    ]);
  });
});
