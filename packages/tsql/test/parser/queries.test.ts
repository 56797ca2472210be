/** The trees of queries and of data changes, as far as their shape is not obvious. */
import { describe, expect, test } from 'vitest';
import { tree } from '../support.ts';

const named = (...parts: string[]) => ({ parts: parts.map((value) => ({ value })) });
const source = (text: string) => {
  const statement = tree(`SELECT * FROM ${text}`) as { query: { body: { from: unknown[] } } };
  return statement.query.body.from;
};
const body = (text: string) => (tree(text) as { query: { body: unknown } }).query.body;

describe('select lists', () => {
  test.for([
    ['a x', { expression: { kind: 'column' }, alias: { value: 'x', quoted: false } }],
    ["a 'x y'", { alias: { value: 'x y', quoted: true } }],
    ['x = a', { expression: { kind: 'column', name: named('a') }, alias: { value: 'x' } }],
    ["'x' = a", { expression: { kind: 'column' }, alias: { value: 'x', quoted: true } }],
    ['t.*', { expression: { kind: 'star', qualifier: named('t') }, alias: null }],
    ['@v += a', { kind: 'selectAssignment', variable: { name: '@v' }, op: '+=' }],
    ['@v', { kind: 'selectExpression', expression: { kind: 'variable' } }],
  ] as const)('%s', ([item, node]) => {
    expect(body(`SELECT ${item}`)).toMatchObject({ items: [node] });
  });

  test('a word before a colon is a label, not an alias', () => {
    expect(() => tree('SELECT a lbl: SELECT b')).toThrow();
    expect(body('SELECT a')).toMatchObject({ items: [{ alias: null }] });
  });

  test('TOP', () => {
    expect(body('SELECT TOP 5 PERCENT a')).toMatchObject({ top: { count: { text: '5' }, percent: true, withTies: false } });
    expect(body('SELECT DISTINCT TOP (@n) WITH TIES a')).toMatchObject({
      distinct: true,
      top: { count: { kind: 'variable' }, withTies: true },
    });
  });
});

describe('set operators', () => {
  test('INTERSECT binds tighter, the others group from the left', () => {
    expect(body('SELECT 1 UNION SELECT 2 EXCEPT SELECT 3 INTERSECT SELECT 4')).toMatchObject({
      op: 'except',
      left: { op: 'union' },
      right: { op: 'intersect' },
    });
  });

  test('ORDER BY belongs to the whole', () => {
    expect(tree('SELECT 1 UNION ALL SELECT 2 ORDER BY 1')).toMatchObject({
      query: { body: { op: 'unionAll' }, orderBy: [{ descending: false }] },
    });
  });
});

describe('sources', () => {
  test('commas make a list, joins a tree', () => {
    expect(source('a, b JOIN c ON 1 = 1 LEFT JOIN d ON 1 = 1')).toMatchObject([
      { kind: 'table' },
      { kind: 'join', type: 'left', left: { kind: 'join', type: 'inner' }, right: { name: named('d') } },
    ]);
  });

  test('a join whose ON comes later is the right side', () => {
    expect(source('a LEFT JOIN b JOIN c ON 1 = 1 ON 2 = 2')).toMatchObject([
      {
        kind: 'join',
        type: 'left',
        left: { name: named('a') },
        right: { kind: 'join', left: { name: named('b') }, right: { name: named('c') } },
      },
    ]);
  });

  test.for([
    ['t (NOLOCK)', { kind: 'table', hints: [{ name: 'NOLOCK' }] }],
    [
      't AS x WITH (INDEX = i, ROWLOCK)',
      { alias: { value: 'x' }, hints: [{ name: 'INDEX', indexes: [{ value: 'i' }] }, { name: 'ROWLOCK' }] },
    ],
    ['f(1) AS t (a)', { kind: 'tableFunction', args: [{ text: '1' }], alias: { value: 't' }, columns: [{ value: 'a' }] }],
    ['@t x', { kind: 'tableVariable', name: '@t', alias: { value: 'x' } }],
    ["@x.nodes('/a') AS n (c)", { kind: 'methodTable', target: { kind: 'variable' }, columns: [{ value: 'c' }] }],
    ["t.x.nodes('/a') AS n (c)", { kind: 'methodTable', target: { kind: 'column', name: named('t', 'x') } }],
    ['(SELECT 1) t (a)', { kind: 'derivedTable', alias: { value: 't' }, columns: [{ value: 'a' }] }],
    [
      '(VALUES (1, 2), (3, 4)) v (a, b)',
      {
        kind: 'valuesTable',
        rows: [
          [{ text: '1' }, { text: '2' }],
          [{}, {}],
        ],
      },
    ],
    ['((SELECT 1) UNION (SELECT 2)) u', { kind: 'derivedTable', query: { body: { op: 'union' } } }],
    ['a CROSS APPLY f(a.x) y', { kind: 'apply', outer: false, right: { kind: 'tableFunction' } }],
    [
      "OPENJSON(@j) WITH (a int '$.b' AS JSON)",
      { kind: 'openJson', schema: [{ name: { value: 'a' }, path: { value: '$.b' }, asJson: true }] },
    ],
    ['OPENJSON(@j)', { kind: 'openJson', schema: null }],
    ['t PIVOT (SUM(x) FOR c IN ([1], [2])) p', { kind: 'pivot', values: [{ value: '1' }, { value: '2' }], alias: { value: 'p' } }],
    ['t FOR SYSTEM_TIME AS OF @d x', { kind: 'table', systemTime: { type: 'asOf', end: null }, alias: { value: 'x' } }],
    ['t TABLESAMPLE (5)', { sample: { size: { text: '5' }, unit: 'percent' } }],
    ['{oj a LEFT OUTER JOIN b ON 1 = 1}', { kind: 'join', type: 'left' }],
  ] as const)('%s', ([text, node]) => {
    expect(source(text)).toMatchObject([node]);
  });
});

describe('clauses', () => {
  test('grouping sets', () => {
    expect(body('SELECT 1 FROM t GROUP BY ROLLUP (a, (b, c)), GROUPING SETS ((), CUBE (d), e)')).toMatchObject({
      groupBy: {
        items: [
          { kind: 'rollup', items: [{ kind: 'column' }, { kind: 'groupingList', items: [{}, {}] }] },
          { kind: 'groupingSets', items: [{ kind: 'groupingList', items: [] }, { kind: 'cube' }, { kind: 'column' }] },
        ],
        with: null,
      },
    });
    expect(body('SELECT 1 FROM t GROUP BY (a) WITH CUBE')).toMatchObject({ groupBy: { items: [{ kind: 'column' }], with: 'cube' } });
  });

  test('paging, FOR and OPTION', () => {
    expect(
      tree("SELECT a FROM t ORDER BY a OFFSET 1 ROWS FETCH NEXT 2 ROWS ONLY FOR XML PATH(''), TYPE OPTION (MAXDOP 1, RECOMPILE)"),
    ).toMatchObject({
      query: { offset: { text: '1' }, fetch: { text: '2' }, for: { kind: 'forXml', mode: 'path', element: '', type: true, root: null } },
      hints: [
        { kind: 'hint', name: 'MAXDOP', value: { text: '1' } },
        { kind: 'hint', name: 'RECOMPILE', value: null },
      ],
    });
  });

  test('a FETCH of a cursor after a query without OFFSET is a statement', () => {
    expect(() => tree('SELECT 1 FETCH NEXT FROM c')).toThrow(/length/);
  });

  test('common tables', () => {
    expect(tree('WITH a (x) AS (SELECT 1), b AS (SELECT 2) SELECT * FROM a')).toMatchObject({
      with: {
        tables: [
          { name: { value: 'a' }, columns: [{ value: 'x' }] },
          { name: { value: 'b' }, columns: [] },
        ],
      },
    });
  });
});

describe('data changes', () => {
  test.for([
    ['INSERT t VALUES (1, DEFAULT)', { columns: null, source: { kind: 'insertValues', rows: [[{ text: '1' }, { kind: 'default' }]] } }],
    ['INSERT INTO t (t.a) SELECT 1', { columns: [{ value: 'a' }], source: { kind: 'insertQuery' } }],
    ['INSERT t (SELECT 1)', { columns: null, source: { kind: 'insertQuery' } }],
    ['INSERT t EXEC p', { source: { kind: 'insertExecute', execute: { kind: 'executeProcedure' } } }],
    ['INSERT t DEFAULT VALUES', { source: { kind: 'insertDefaults' } }],
    ['INSERT t OUTPUT inserted.a INTO @x OUTPUT inserted.b VALUES (1)', { output: [{ into: { name: '@x' } }, { into: null }] }],
    ['DELETE t', { kind: 'delete', target: { name: named('t') }, from: [], where: null }],
    ['DELETE x FROM t x', { target: { name: named('x') }, from: [{ alias: { value: 'x' } }] }],
    ['DELETE t WHERE CURRENT OF c', { where: { kind: 'currentOf', cursor: { name: { value: 'c' }, global: false } } }],
    ['TRUNCATE TABLE t WITH (PARTITIONS (2 TO 3))', { partitions: [{ from: { text: '2' }, to: { text: '3' } }] }],
  ] as const)('%s', ([text, node]) => {
    expect(tree(text)).toMatchObject(node);
  });

  test('assignments', () => {
    expect(tree("UPDATE t SET a = 1, @v = 2, @w = b += 3, c.WRITE('x', 0, 1)")).toMatchObject({
      set: [
        { kind: 'assignColumn', column: named('a'), op: '=' },
        { kind: 'assignVariable', variable: { name: '@v' } },
        { kind: 'assignVariableAndColumn', variable: { name: '@w' }, column: named('b'), op: '+=' },
        { kind: 'assignMethod', column: named('c'), method: { value: 'WRITE' }, args: [{}, {}, {}] },
      ],
    });
  });

  test('MERGE', () => {
    expect(
      tree(
        'MERGE t AS d USING s ON d.a = s.a WHEN MATCHED AND d.b = 1 THEN DELETE WHEN NOT MATCHED THEN INSERT VALUES (1) WHEN NOT MATCHED BY SOURCE THEN UPDATE SET a = 1;',
      ),
    ).toMatchObject({
      target: { name: named('t'), alias: { value: 'd' } },
      whens: [
        { match: 'matched', condition: { kind: 'comparison' }, action: { kind: 'mergeDelete' } },
        { match: 'notMatchedByTarget', condition: null, action: { kind: 'mergeInsert', columns: null, values: [{ text: '1' }] } },
        { match: 'notMatchedBySource', action: { kind: 'mergeUpdate', set: [{}] } },
      ],
    });
  });
});
