/** Completion, signature help, hover and definition at a `|`, also where the statement is not finished. */
import { describe, expect, test } from 'vitest';
import { applyEdits, complete, definition, hover, signatureHelp } from '../../src/index.ts';
import { caret, SHOP } from './small.ts';

function labels(marked: string): readonly string[] {
  const { text, offset } = caret(marked);
  return complete(text, offset, SHOP).map(({ label }) => label);
}

const COLUMNS: readonly (readonly [marked: string, expected: readonly string[]])[] = [
  ['SELECT c.| FROM dbo.Customers AS c', ['Id', 'Name', 'Mail']],
  ['SELECT c.N| FROM dbo.Customers c WHERE 1 = 1', ['Name']],
  ['SELECT * FROM dbo.Customers AS c JOIN sales.Orders AS o ON o.|', ['OrderId', 'CustomerId', 'Total']],
  ['SELECT * FROM dbo.Customers AS c JOIN sales.Orders AS o ON o.CustomerId = c.|\nDECLARE @x int', ['Id', 'Name', 'Mail']],
  ['SELECT Customers.| FROM Customers', ['Id', 'Name', 'Mail']],
  ['UPDATE c SET c.| FROM dbo.Customers AS c', ['Id', 'Name', 'Mail']],
  ['DELETE o FROM sales.Orders o WHERE o.|', ['OrderId', 'CustomerId', 'Total']],
  ['SELECT t.| FROM (SELECT Id AS Key1, Name FROM dbo.Customers) AS t', ['Key1', 'Name']],
  ['SELECT t.| FROM (VALUES (1, 2)) AS t (a, b)', ['a', 'b']],
  ['WITH x AS (SELECT OrderId, Total FROM sales.Orders), y (a) AS (SELECT OrderId FROM x) SELECT y.| FROM y', ['a']],
  ['WITH x AS (SELECT o.* FROM sales.Orders AS o) SELECT x.| FROM x', ['OrderId', 'CustomerId', 'Total']],
  ['CREATE TABLE #t (a int, b int); SELECT t.| FROM #t AS t', ['a', 'b']],
  ['SELECT Id, Name AS n INTO #t FROM dbo.Customers; SELECT #t.| FROM #t', ['Id', 'n']],
  ['DECLARE @t TABLE (k int, v int); SELECT t.| FROM @t t', ['k', 'v']],
  ['CREATE PROC p @ids dbo.IdList READONLY AS SELECT i.| FROM @ids AS i', ['Id']],
  ['SELECT f.| FROM sales.OrdersOf(1) AS f', ['OrderId', 'Total']],
  ['SELECT * FROM dbo.Customers c CROSS APPLY (SELECT o.Total FROM sales.Orders o WHERE o.CustomerId = c.|) x', ['Id', 'Name', 'Mail']],
  ['SELECT * FROM dbo.Customers c WHERE EXISTS (SELECT 1 FROM sales.Orders o WHERE o.|', ['OrderId', 'CustomerId', 'Total']],
  ['MERGE sales.Orders AS t USING dbo.Customers AS s ON t.CustomerId = s.| WHEN MATCHED THEN DELETE;', ['Id', 'Name', 'Mail']],
  ['INSERT INTO dbo.Customers (Name) OUTPUT inserted.| VALUES (1)', ['Id', 'Name', 'Mail']],
  ['SELECT 1 FROM sales.|', ['Orders', 'OrderTotals', 'OrdersOf']],
  ['EXEC dbo.|', ['AddCustomer']],
  ["SELECT 'c.|' FROM dbo.Customers AS c", []],
  ['SELECT 1 -- c.|\nFROM dbo.Customers AS c', []],
  ['/* c.| */ SELECT 1', []],
];

describe('columns and members after a dot', () => {
  test.for(COLUMNS)('%s', ([marked, expected]) => expect(labels(marked)).toEqual(expected));
});

const CONTAINED: readonly (readonly [marked: string, expected: readonly string[], absent: readonly string[]])[] = [
  [
    'SELECT * FROM |',
    ['Customers', 'sales.Orders', 'sales.OrderTotals', 'sales.OrdersOf', 'STRING_SPLIT', 'sales'],
    ['SELECT', 'AddCustomer'],
  ],
  ['SELECT * FROM Cu|', ['Customers'], ['sales.Orders']],
  ['WITH q AS (SELECT 1 AS a) SELECT * FROM |', ['q', 'Customers'], []],
  ['CREATE TABLE #t (a int); INSERT INTO |', ['#t', 'Customers'], []],
  ['SELECT | FROM dbo.Customers', ['Id', 'Name', 'Mail', 'CASE', 'GETDATE', 'Customers'], ['OrderId']],
  ['SELECT Id FROM dbo.Customers WHERE |', ['Id', 'Name', 'EXISTS'], ['OrderId']],
  ['CREATE PROC p @a int, @b int AS SELECT @|', ['@a', '@b', '@@ROWCOUNT'], ['Id']],
  ['DECLARE @x int; SET @x = |', ['@x', 'DATEADD'], []],
  ['EXEC |', ['AddCustomer', 'dbo'], ['Customers', 'SELECT']],
  ['EXEC dbo.AddCustomer |', ['@Name =', '@Mail =', '@Id ='], ['SELECT']],
  ["DECLARE @v int; EXEC dbo.AddCustomer @Name = 'x', |", ['@Mail =', '@v'], []],
  ['DECLARE @x |', ['int', 'nvarchar(max)', 'dbo.IdList'], ['SELECT']],
  ['SELECT CAST(Id AS |', ['int', 'decimal'], ['Customers']],
  ['CREATE PROCEDURE dbo.p @a |', ['int', 'dbo.IdList'], ['SELECT']],
  ['SELECT @@ROW|', ['@@ROWCOUNT'], ['@@ERROR']],
  ['SEL|', ['SELECT'], ['FROM']],
];

describe('what may stand at a place', () => {
  test.for(CONTAINED)('%s', ([marked, expected, absent]) => {
    const found = labels(marked);
    expect(found).toEqual(expect.arrayContaining([...expected]));
    for (const label of absent) expect(found).not.toContain(label);
  });
});

test('an item replaces the word that is being typed', () => {
  const { text, offset } = caret('SELECT c.Na| FROM dbo.Customers AS c');
  const [item] = complete(text, offset, SHOP);
  expect(applyEdits(text, [{ ...item!.replace, text: item!.insertText }])).toBe('SELECT c.Name FROM dbo.Customers AS c');
  expect(item).toMatchObject({ kind: 'column', detail: 'nvarchar(40)' });
});

const HELP: readonly (readonly [marked: string, label: string | null, active: number])[] = [
  ['SELECT DATEADD(|', 'DATEADD(datepart, number, date)', 0],
  ['SELECT DATEADD(day, |', 'DATEADD(datepart, number, date)', 1],
  ['SELECT DATEADD(day, (1 + 2), LEN(|', 'LEN(string)', 0],
  ['SELECT DATEADD(day, LEN(1), |)', 'DATEADD(datepart, number, date)', 2],
  ['SELECT CONCAT(1, 2, 3, |', 'CONCAT(value, value, …)', 1],
  ['SELECT dbo.Tax(|', 'dbo.Tax(@net money)', 0],
  ['EXEC dbo.AddCustomer |', 'dbo.AddCustomer @Name nvarchar(40), @Mail varchar(80) = NULL, @Id int = NULL OUTPUT', 0],
  ["EXEC AddCustomer 'x', |", 'dbo.AddCustomer @Name nvarchar(40), @Mail varchar(80) = NULL, @Id int = NULL OUTPUT', 1],
  ['EXEC AddCustomer @Id = |', 'dbo.AddCustomer @Name nvarchar(40), @Mail varchar(80) = NULL, @Id int = NULL OUTPUT', 2],
  ['SELECT | FROM dbo.Customers', null, 0],
];

describe('signature help', () => {
  test.for(HELP)('%s', ([marked, label, active]) => {
    const { text, offset } = caret(marked);
    const help = signatureHelp(text, offset, SHOP);
    expect(help?.label ?? null).toBe(label);
    if (help !== null) expect(help.activeParameter).toBe(active);
  });
});

const DEFINITIONS: readonly (readonly [marked: string, kind: string | null, text: string | null])[] = [
  ['CREATE PROC p @a int AS SELECT @a| + 1', 'parameter', '@a'],
  ['DECLARE @b int; SET @b| = 1', 'variable', '@b'],
  ['WITH q AS (SELECT 1 AS a) SELECT a FROM q|', 'cte', 'q'],
  ['CREATE TABLE #t (a int); SELECT a FROM #t|', 'temp-table', '#t'],
  ['SELECT c|.Name FROM dbo.Customers AS c', 'alias', 'c'],
  ['SELECT c.Na|me FROM dbo.Customers AS c', 'column', null],
  ['SELECT 1 FROM sales.Ord|ers', 'table', null],
  ["EXEC dbo.AddCus|tomer 'x'", 'procedure', null],
  ['GOTO do|ne; done: RETURN', 'label', 'done'],
  ['SELECT 1| + 2', null, null],
];

describe('definition', () => {
  test.for(DEFINITIONS)('%s', ([marked, kind, defined]) => {
    const { text, offset } = caret(marked);
    const found = definition(text, offset, SHOP);
    expect(found?.kind ?? null).toBe(kind);
    expect(found?.span === undefined ? null : text.slice(found.span.start, found.span.end)).toBe(defined);
  });
});

const HOVERS: readonly (readonly [marked: string, code: string | null])[] = [
  ['SELECT c.Na|me FROM dbo.Customers AS c', 'Name nvarchar(40) NOT NULL'],
  ['DECLARE @b decimal(9, 2); SET @b| = 1', '@b decimal(9, 2)'],
  ['SELECT LEN|(1)', 'LEN(string) → int'],
  ["EXEC AddCust|omer 'x'", 'PROCEDURE dbo.AddCustomer\n  @Name nvarchar(40),\n  @Mail varchar(80) = NULL,\n  @Id int = NULL OUTPUT'],
  ['SELECT 1 FROM sales.OrderTot|als', 'VIEW sales.OrderTotals (\n  OrderId int NOT NULL,\n  Sum money NOT NULL\n)'],
  ['SELECT 1 +| 2', null],
];

describe('hover', () => {
  test.for(HOVERS)('%s', ([marked, code]) => {
    const { text, offset } = caret(marked);
    expect(hover(text, offset, SHOP)?.code ?? null).toBe(code);
  });
});
