/** The stored text of defaults, checks and computed columns is SQL Server's. */

import { parseExpression } from '@sprocket/tsql';
import { describe, expect, test } from 'vitest';
import { definitionText } from '../../src/catalog/definition.ts';

const stored = (text: string): string => {
  const { expression } = parseExpression(text);
  if (expression === null) throw new Error(text);
  return definitionText(expression, { text });
};

describe('definitions', () => {
  test.each([
    ['0', '((0))'],
    ['(0)', '((0))'],
    ['-1', '((-1))'],
    ['1.50', '((1.50))'],
    ["'UNKNOWN'", "('UNKNOWN')"],
    ["N'it''s'", "(N'it''s')"],
    ['NULL', '(NULL)'],
    ['0x1f', '(0x1F)'],
    ['$1.5', '(($1.5000))'],
    ['GETDATE()', '(getdate())'],
    ['CURRENT_TIMESTAMP', '(getdate())'],
    ['newid()', '(newid())'],
    ['a>0', '([a]>(0))'],
    ['a > 0 AND b <= 10', '([a]>(0) AND [b]<=(10))'],
    ['a > 0 and (b <= 10 or c = 1)', '([a]>(0) AND ([b]<=(10) OR [c]=(1)))'],
    ['a BETWEEN 1 AND 5', '([a]>=(1) AND [a]<=(5))'],
    ['a NOT BETWEEN 1 AND 5', '(NOT ([a]>=(1) AND [a]<=(5)))'],
    ["a IN ('x', 'y', 'z')", "([a]='z' OR [a]='y' OR [a]='x')"],
    ["a NOT IN ('x', 'y')", "(NOT ([a]='y' OR [a]='x'))"],
    ["a IN ('x') AND b = 1", "([a]='x' AND [b]=(1))"],
    ["a IN ('x', 'y') AND b = 1", "(([a]='y' OR [a]='x') AND [b]=(1))"],
    ["zip LIKE '[0-9]%'", "([zip] like '[0-9]%')"],
    ["zip NOT LIKE 'a!%' ESCAPE '!'", "(NOT [zip] like 'a!%' escape '!')"],
    ['a IS NOT NULL', '([a] IS NOT NULL)'],
    ['price * quantity', '([price]*[quantity])'],
    ['(a + b) * c', '(([a]+[b])*[c])'],
    ['a + b * c', '([a]+[b]*[c])'],
    ['a - (b - c)', '([a]-([b]-[c]))'],
    ["first + ' ' + last", "([first]+' '+[last])"],
    ['LEN(name) > 3', '(len([name])>(3))'],
    ['dbo.f(a)', '([dbo].[f]([a]))'],
    ['DATEADD(dd, 1, made)', '(dateadd(day,(1),[made]))'],
    ['CAST(a AS varchar(10))', '(CONVERT([varchar](10),[a]))'],
    ['CONVERT(decimal(10,2), a)', '(CONVERT([decimal](10,2),[a]))'],
    ['CONVERT(varchar(10), d, 120)', '(CONVERT([varchar](10),[d],(120)))'],
    ["CASE WHEN a = 1 THEN 'x' ELSE 'y' END", "(case when [a]=(1) then 'x' else 'y' end)"],
    ["CASE a WHEN 1 THEN 'x' END", "(case [a] when (1) then 'x' end)"],
    ['ISNULL(a, 0)', '(isnull([a],(0)))'],
    ['NEXT VALUE FOR dbo.s', '(NEXT VALUE FOR [dbo].[s])'],
    ['[odd ]]name] = 1', '([odd ]]name]=(1))'],
  ])('%s', (text, expected) => {
    expect(stored(text)).toBe(expected);
  });

  test('the stored form is a fixed point', () => {
    for (const text of [
      "a IN (1, 2) AND NOT b LIKE '%x'",
      'a NOT BETWEEN 1 AND b * 2',
      '-a + 1',
      'CASE WHEN a > 1 OR b = 2 THEN 1 ELSE 0 END',
    ]) {
      const once = stored(text);
      expect(stored(once)).toBe(once);
    }
  });
});
