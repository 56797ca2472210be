/** Names against a catalog: nothing is said about the sample procedures, and what is wrong is named. */
import { describe, expect, test } from 'vitest';
import { bindAgainst } from '../../src/index.ts';
import { SHOP } from './small.ts';
import { sampleCatalog, sampleProcedures } from './snapshot.ts';

const catalog = sampleCatalog();

describe('no false alarms', () => {
  test('there are samples', () => expect(sampleProcedures.length).toBeGreaterThan(40));

  test.for(sampleProcedures.map(({ name, text }) => [name, text] as const))('%s', ([, text]) => {
    expect(bindAgainst(text, catalog).map(({ line, message }) => `${line}: ${message}`)).toEqual([]);
  });
});

const WRONG: readonly (readonly [text: string, expected: readonly string[]])[] = [
  ['SELECT Nam FROM dbo.Customers', ["unknown-column: Invalid column name 'Nam'."]],
  [
    'SELECT c.Nam, d.Id FROM dbo.Customers AS c',
    ["unknown-column: Invalid column name 'Nam'.", 'unknown-qualifier: The multi-part identifier "d.Id" could not be bound.'],
  ],
  ['SELECT 1 FROM dbo.Custmers', ["unknown-table: Invalid object name 'dbo.Custmers'."]],
  ['EXEC dbo.AddCustmer', ["unknown-procedure: Could not find stored procedure 'dbo.AddCustmer'."]],
  ["EXEC dbo.AddCustomer @Nme = 'x', @Name = 'x'", ['unknown-parameter: @Nme is not a parameter for procedure dbo.AddCustomer.']],
  [
    'EXEC dbo.AddCustomer',
    ["missing-parameter: Procedure or function 'dbo.AddCustomer' expects parameter '@Name', which was not supplied."],
  ],
  ['EXEC dbo.AddCustomer 1, 2, 3, 4', ['too-many-arguments: Procedure or function dbo.AddCustomer has too many arguments specified.']],
  ['SELECT dbo.Tex(1)', ['unknown-function: Cannot find the user-defined function "dbo.Tex".']],
  ['SELECT @a', ['undeclared-variable: Must declare the scalar variable "@a".']],
  ['SELECT 1 FROM @t', ['undeclared-variable: Must declare the table variable "@t".']],
  ['CREATE TABLE #t (a int); SELECT b FROM #t', ["unknown-column: Invalid column name 'b'."]],
  ['WITH q (a) AS (SELECT Id FROM Customers) SELECT b FROM q', ["unknown-column: Invalid column name 'b'."]],
  ['UPDATE c SET Nope = 1 FROM dbo.Customers c WHERE c.Id = 1', ["unknown-column: Invalid column name 'Nope'."]],
  [
    'DECLARE @h uniqueidentifier; RECEIVE TOP (1) @h = conversation_handle, @b = message_bod FROM dbo.q',
    ['undeclared-variable: Must declare the scalar variable "@b".', "unknown-column: Invalid column name 'message_bod'."],
  ],
  ['RECEIVE message_type_name, CAST(message_body AS xml) AS body FROM dbo.q WHERE conversation_handle = NULL', []],
  ['INSERT INTO dbo.Customers (Name, Nope) VALUES (1, 2)', ["unknown-column: Invalid column name 'Nope'."]],
];

test('methods and properties of CLR types are no columns', () => {
  const text =
    'CREATE TABLE #p (place geography, node hierarchyid); SELECT place.Lat, p.place.Long, node.GetLevel(), p.node.ToString() FROM #p AS p';
  expect(bindAgainst(text, SHOP)).toEqual([]);
  expect(bindAgainst(text.replace('place.Lat', 'plac.Lat'), SHOP)).toHaveLength(1);
});

describe('what is wrong', () => {
  test.for(WRONG)('%s', ([text, expected]) => {
    expect(bindAgainst(text, SHOP).map(({ code, message }) => `${code}: ${message}`)).toEqual(expected);
  });
});

const RIGHT: readonly string[] = [
  'SELECT a FROM #outside; SELECT name FROM sys.objects; SELECT a FROM other.dbo.t; SELECT * FROM tempdb..#x',
  'SELECT Name AS n, COUNT(*) AS c FROM Customers GROUP BY Name HAVING COUNT(*) > 1 ORDER BY n, c',
  'SELECT Id FROM Customers UNION ALL SELECT OrderId FROM sales.Orders ORDER BY Id',
  'SELECT Id, Name INTO #t FROM Customers; ALTER TABLE #t ADD x int; SELECT t.Id, t.x FROM #t t; CREATE INDEX i ON #t (Name)',
  'WITH r AS (SELECT 1 AS n UNION ALL SELECT n + 1 FROM r WHERE n < 5) SELECT n FROM r OPTION (MAXRECURSION 5)',
  'SELECT c.Name, x.Total FROM Customers c CROSS APPLY (SELECT SUM(o.Total) AS Total FROM sales.Orders o WHERE o.CustomerId = c.Id) AS x',
  'SELECT DATEADD(day, 1, GETDATE()), DATEPART(weekday, SYSDATETIME()), DATETRUNC(month, GETDATE()), CONVERT(date, GETDATE(), 112)',
  "MERGE Customers AS t USING (SELECT 1 AS k) AS s ON t.Id = s.k WHEN MATCHED THEN UPDATE SET Name = 'x' OUTPUT $action, inserted.Id, deleted.Name, s.k;",
  'DELETE c OUTPUT deleted.Id FROM Customers c JOIN sales.Orders o ON o.CustomerId = c.Id',
  'SELECT p.[1] FROM (SELECT Id, Name FROM Customers) s PIVOT (COUNT(Name) FOR Id IN ([1], [2])) AS p',
  "SELECT j.[key], j.value FROM OPENJSON('[]') j; SELECT value FROM STRING_SPLIT('a', ',') WHERE ordinal = 1",
  "CREATE PROC p @x xml AS SELECT n.c.value('@a', 'int') FROM @x.nodes('/a') AS n (c)",
  "EXEC sp_executesql N'SELECT 1'; EXEC master.dbo.xp_something; EXEC #temporary",
  'SELECT COUNT(*) OVER (PARTITION BY Name ORDER BY Id) FROM Customers; SELECT STRING_AGG(Name, 1) WITHIN GROUP (ORDER BY Id) FROM Customers',
  'CREATE TRIGGER t ON Customers AFTER INSERT AS SELECT i.Id, d.Name FROM inserted i JOIN deleted d ON d.Id = i.Id',
  'DECLARE @t dbo.IdList; INSERT @t (Id) SELECT Id FROM Customers; SELECT t.Id FROM @t t; SELECT f.Total FROM sales.OrdersOf(1) f',
  'CREATE TABLE dbo.Brand (a int); SELECT a FROM dbo.Brand; SELECT dbo.Customers.Name FROM dbo.Customers',
];

describe('what is right', () => {
  test.for(RIGHT)('%s', (text) => expect(bindAgainst(text, SHOP)).toEqual([]));
});
