/** How printed text looks. */
import { expect, test } from 'vitest';
import { parseExpression, print } from '../src/index.ts';
import { roundTrip } from './support.ts';

test('short statements stay on one line', () => {
  expect(roundTrip('select a,b from t where x=1 order by a')).toBe('SELECT a, b FROM t WHERE x = 1 ORDER BY a;\n');
});

test('long ones take a line per clause, and per item where a list is long', () => {
  const text = `select o.OrderID, c.CompanyName, sum(d.UnitPrice*d.Quantity*(1-d.Discount)) as Subtotal, max(o.ShippedDate) as Shipped
from Orders o inner join Customers c on c.CustomerID=o.CustomerID left join [Order Details] d on d.OrderID=o.OrderID
where o.ShippedDate is not null and o.OrderDate between @from and @to group by o.OrderID, c.CompanyName`;
  expect(roundTrip(text)).toBe(`SELECT
  o.OrderID,
  c.CompanyName,
  sum(d.UnitPrice * d.Quantity * (1 - d.Discount)) AS Subtotal,
  max(o.ShippedDate) AS Shipped
FROM Orders AS o
INNER JOIN Customers AS c ON c.CustomerID = o.CustomerID
LEFT JOIN [Order Details] AS d ON d.OrderID = o.OrderID
WHERE o.ShippedDate IS NOT NULL AND o.OrderDate BETWEEN @from AND @to
GROUP BY o.OrderID, c.CompanyName;
`);
});

test('procedures', () => {
  const text = `create proc dbo.p @a int,@b varchar(10)='x' output with recompile as begin
if @a>1 begin print 'a' end else if @a=0 print 'b' else print 'c'
while 1=1 break
begin try exec q @a end try begin catch throw end catch end`;
  expect(roundTrip(text)).toBe(`CREATE PROCEDURE dbo.p
  @a int,
  @b varchar(10) = 'x' OUTPUT
WITH RECOMPILE
AS
BEGIN
  IF @a > 1
  BEGIN
    PRINT 'a';
  END;
  ELSE IF @a = 0
    PRINT 'b';
  ELSE
    PRINT 'c';
  WHILE 1 = 1
    BREAK;
  BEGIN TRY
    EXEC q @a;
  END TRY
  BEGIN CATCH
    THROW;
  END CATCH;
END;
`);
});

test.for([
  ['((a))', 'a'],
  ['(a+b)*(c)', '(a + b) * c'],
  ['a-(b-c)', 'a - (b - c)'],
  ['(a-b)-c', 'a - b - c'],
  ['(-a)*b', '(-a) * b'],
  ['-(a*b)', '-a * b'],
  ['-(-a)', '- -a'],
  ['(a=1 or b=2) and not (c=3 and d=4)', '(a = 1 OR b = 2) AND NOT (c = 3 AND d = 4)'],
  ['(a+b) collate x', '(a + b) COLLATE x'],
  ['[plain].[two words]', '[plain].[two words]'],
  ["'it''s'", "'it''s'"],
  ['(select 1)', '(SELECT 1)'],
  ['a != b', 'a <> b'],
] as const)('%s is printed as %s', ([text, expected]) => {
  const { expression } = parseExpression(text);
  expect(print(expression!)).toBe(expected);
});

test('names get brackets when they need them, even when the tree says they had none', () => {
  const span = { start: 0, end: 0, line: 1 };
  const name = (value: string) => print({ kind: 'identifier', value, quoted: false, span });
  expect(['a', 'order', 'two words', 'a]b', '1a', '@a', '#t'].map(name)).toEqual([
    'a',
    '[order]',
    '[two words]',
    '[a]]b]',
    '[1a]',
    '[@a]',
    '#t',
  ]);
});

test('an ELSE never changes the IF that it belongs to', () => {
  const span = { start: 0, end: 0, line: 1 };
  const condition = parseExpression('1 = 1').expression!;
  const stop = { kind: 'return', value: null, span } as const;
  const inner = { kind: 'if', condition, then: stop, otherwise: null, span } as const;
  expect(roundTrip(print([{ kind: 'if', condition, then: inner, otherwise: stop, span }]))).toBe(`IF 1 = 1
BEGIN
  IF 1 = 1
    RETURN;
END;
ELSE
  RETURN;
`);
});
