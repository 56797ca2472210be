/** The trees of expressions. Helpers build the expected nodes without spans. */
import { describe, expect, test } from 'vitest';
import { parseDataType, parseExpression, withoutSpans } from '../../src/index.ts';

const expression = (text: string) => {
  const { expression: node, diagnostics } = parseExpression(text);
  expect(diagnostics, text).toEqual([]);
  return withoutSpans(node);
};

const int = (text: string) => ({ kind: 'integer', text });
const id = (value: string, quoted = false) => ({ kind: 'identifier', value, quoted });
const name = (...parts: string[]) => ({ kind: 'name', parts: parts.map((part) => id(part)) });
const col = (...parts: string[]) => ({ kind: 'column', name: name(...parts) });
const op = (operator: string, left: unknown, right: unknown) => ({ kind: 'arithmetic', op: operator, left, right });
const minus = (operand: unknown) => ({ kind: 'unary', op: '-', operand });
const compare = (operator: string, left: unknown, right: unknown) => ({ kind: 'comparison', op: operator, left, right });
const call = (functionName: string, ...args: unknown[]) => ({
  kind: 'call',
  name: name(functionName),
  args,
  distinct: false,
  withinGroup: null,
  nulls: null,
  over: null,
});
const a = col('a');
const b = col('b');
const c = col('c');

describe('constants', () => {
  test.for([
    ['42', int('42')],
    ['1.50', { kind: 'decimal', text: '1.50' }],
    ['1e3', { kind: 'float', text: '1e3' }],
    ['$1.5', { kind: 'money', text: '1.5' }],
    ["'it''s'", { kind: 'string', value: "it's", unicode: false }],
    ["N'ü'", { kind: 'string', value: 'ü', unicode: true }],
    ['0xAB', { kind: 'binary', hex: 'AB' }],
    ['NULL', { kind: 'null' }],
    ["{d '2024-01-31'}", { kind: 'odbcLiteral', type: 'd', value: { kind: 'string', value: '2024-01-31', unicode: false } }],
  ] as const)('%s', ([text, node]) => {
    expect(expression(text)).toEqual(node);
  });
});

describe('precedence', () => {
  test.for([
    ['a + b * c', op('+', a, op('*', b, c))],
    ['(a + b) * c', op('*', op('+', a, b), c)],
    ['a - b - c', op('-', op('-', a, b), c)],
    ['a & b + c | a', op('|', op('+', op('&', a, b), c), a)],
    ['-a * b', minus(op('*', a, b))],
    ['-a + b', op('+', minus(a), b)],
    ['a * -b * c', op('*', a, minus(op('*', b, c)))],
    ['- -a', minus(minus(a))],
    ['~a * b', op('*', { kind: 'unary', op: '~', operand: a }, b)],
    [
      'a = b AND b = c OR NOT a = c',
      {
        kind: 'or',
        operands: [
          { kind: 'and', operands: [compare('=', a, b), compare('=', b, c)] },
          { kind: 'not', operand: compare('=', a, c) },
        ],
      },
    ],
    [
      'a = b AND (b = c OR a = c)',
      { kind: 'and', operands: [compare('=', a, b), { kind: 'or', operands: [compare('=', b, c), compare('=', a, c)] }] },
    ],
    ['a + b = c', compare('=', op('+', a, b), c)],
    ['(a + b) * c > (b)', compare('>', op('*', op('+', a, b), c), b)],
  ] as const)('%s', ([text, node]) => {
    expect(expression(text)).toEqual(node);
  });

  test('the sign binds looser than multiplication: -100.0 / -100.0 * 10.0 is 0.1', () => {
    const number = (text: string) => ({ kind: 'decimal', text });
    expect(expression('-100.0 / -100.0 * 10.0')).toEqual(minus(op('/', number('100.0'), minus(op('*', number('100.0'), number('10.0'))))));
  });
});

describe('predicates', () => {
  test.for([
    ['a != b', compare('<>', a, b)],
    ['a !< b', compare('>=', a, b)],
    ['a !> b', compare('<=', a, b)],
    ['a < > b', compare('<>', a, b)],
    ['a IS NOT NULL', { kind: 'isNull', not: true, operand: a }],
    ['a IS DISTINCT FROM b', { kind: 'isDistinctFrom', not: false, left: a, right: b }],
    ['a NOT BETWEEN b AND c', { kind: 'between', not: true, operand: a, low: b, high: c }],
    ['a NOT IN (b, c)', { kind: 'in', not: true, operand: a, list: [b, c] }],
    ["a LIKE b ESCAPE '!'", { kind: 'like', not: false, operand: a, pattern: b, escape: { kind: 'string', value: '!', unicode: false } }],
    ['UPDATE(a)', { kind: 'updatedColumn', column: id('a') }],
  ] as const)('%s', ([text, node]) => {
    expect(expression(text)).toEqual(node);
  });

  test.for([
    ['a IN (SELECT 1)', { kind: 'inSubquery', not: false }],
    ['a IN ((SELECT 1))', { kind: 'inSubquery', not: false }],
    ['a IN ((SELECT 1), 2)', { kind: 'in', list: [{ kind: 'subquery' }, { kind: 'integer' }] }],
    ['EXISTS (SELECT 1)', { kind: 'exists', query: { kind: 'query' } }],
    ['a = SOME (SELECT 1)', { kind: 'quantified', quantifier: 'any', op: '=' }],
    ['a <> ALL (SELECT 1)', { kind: 'quantified', quantifier: 'all', op: '<>' }],
    [
      "CONTAINS((a, b), 'x', LANGUAGE 1033)",
      { kind: 'fullTextPredicate', function: 'contains', columns: { names: [{}, {}] }, language: { text: '1033' } },
    ],
  ] as const)('%s', ([text, node]) => {
    expect(expression(text)).toMatchObject(node);
  });
});

describe('names and calls', () => {
  test.for([
    ['db..t.a', { kind: 'column', name: name('db', '', 't', 'a') }],
    ['[a b].["c]', { kind: 'column', name: { kind: 'name', parts: [id('a b', true), id('"c', true)] } }],
    ['t.$identity', { kind: 'pseudoColumn', qualifier: name('t'), name: '$identity' }],
    ['IDENTITYCOL', { kind: 'pseudoColumn', qualifier: null, name: '$identity' }],
    ['@a', { kind: 'variable', name: '@a' }],
    ['@@rowcount', { kind: 'globalVariable', name: '@@ROWCOUNT' }],
    ['@@mine', { kind: 'variable', name: '@@mine' }],
    ['CURRENT_TIMESTAMP', { kind: 'niladic', name: 'CURRENT_TIMESTAMP' }],
    ['f(a, DEFAULT)', call('f', a, { kind: 'default' })],
    ['LEFT(a, 1)', call('LEFT', a, int('1'))],
    ['COUNT(*)', call('COUNT', { kind: 'star', qualifier: null })],
    ['COUNT(DISTINCT a)', { ...call('COUNT', a), distinct: true }],
    ['{fn UCASE(a)}', { kind: 'odbcFunction', name: id('UCASE'), args: [a] }],
    ['hierarchyid::GetRoot()', { kind: 'staticCall', type: name('hierarchyid'), method: id('GetRoot'), args: [] }],
    ['geometry::x', { kind: 'staticCall', type: name('geometry'), method: id('x'), args: null }],
    [
      "t.x.value('.', 'int')",
      {
        kind: 'methodCall',
        target: col('t', 'x'),
        method: id('value'),
        args: [
          { kind: 'string', value: '.', unicode: false },
          { kind: 'string', value: 'int', unicode: false },
        ],
      },
    ],
    ['@h.ToString()', { kind: 'methodCall', target: { kind: 'variable', name: '@h' }, method: id('ToString'), args: [] }],
    ['@p.X', { kind: 'property', target: { kind: 'variable', name: '@p' }, name: id('X') }],
  ] as const)('%s', ([text, node]) => {
    expect(expression(text)).toEqual(node);
  });

  test('a function may have the name of an xml method when its arguments differ', () => {
    expect(expression('dbo.value(a)')).toMatchObject({ kind: 'call', name: name('dbo', 'value') });
  });

  test('windows', () => {
    expect(expression('SUM(a) OVER (w PARTITION BY b ORDER BY c DESC ROWS BETWEEN 1 PRECEDING AND CURRENT ROW)')).toEqual({
      ...call('SUM', a),
      over: {
        kind: 'over',
        window: id('w'),
        partitionBy: [b],
        orderBy: [{ kind: 'orderItem', expression: c, descending: true }],
        frame: { kind: 'frame', unit: 'rows', start: { kind: 'preceding', offset: int('1') }, end: { kind: 'currentRow' } },
      },
    });
  });
});

describe('functions with a grammar of their own', () => {
  test.for([
    [
      'CASE a WHEN 1 THEN b END',
      { kind: 'simpleCase', operand: a, branches: [{ kind: 'caseBranch', when: int('1'), then: b }], otherwise: null },
    ],
    [
      'CASE WHEN a = b THEN 1 ELSE 2 END',
      { kind: 'searchedCase', branches: [{ kind: 'caseBranch', when: compare('=', a, b), then: int('1') }], otherwise: int('2') },
    ],
    ['IIF(a = b, 1, 2)', { kind: 'iif', condition: compare('=', a, b), then: int('1'), otherwise: int('2') }],
    ['COALESCE(a, b)', { kind: 'coalesce', args: [a, b] }],
    ['NULLIF(a, b)', { kind: 'nullIf', left: a, right: b }],
    [
      "JSON_OBJECT('k':a NULL ON NULL)",
      {
        kind: 'jsonObject',
        entries: [{ kind: 'jsonEntry', key: { kind: 'string', value: 'k', unicode: false }, value: a }],
        onNull: 'null',
      },
    ],
    ['JSON_ARRAY(a ABSENT ON NULL)', { kind: 'jsonArray', items: [a], onNull: 'absent' }],
    ['TRIM(TRAILING a FROM b)', { kind: 'trim', side: 'trailing', characters: a, operand: b }],
    ['TRIM(a)', call('TRIM', a)],
    ['a COLLATE x', { kind: 'collate', operand: a, collation: id('x') }],
    ['a AT TIME ZONE b', { kind: 'atTimeZone', operand: a, zone: b }],
    ['NEXT VALUE FOR dbo.s', { kind: 'nextValue', sequence: name('dbo', 's'), over: null }],
  ] as const)('%s', ([text, node]) => {
    expect(expression(text)).toEqual(node);
  });

  test.for([
    ['CAST(a AS int)', { kind: 'cast', try: false, type: { name: name('int'), args: [] } }],
    ['TRY_CONVERT(decimal(10, 2), a, 1)', { kind: 'convert', try: true, type: { args: [10, 2] }, style: int('1') }],
    ["TRY_PARSE(a AS date USING 'de-DE')", { kind: 'parse', try: true, culture: { value: 'de-DE' } }],
  ] as const)('%s', ([text, node]) => {
    expect(expression(text)).toMatchObject(node);
  });
});

describe('data types', () => {
  test.for([
    ['nvarchar(max)', name('nvarchar'), ['max']],
    ['decimal(10, 2)', name('decimal'), [10, 2]],
    ['dbo.Name', name('dbo', 'Name'), []],
    ['double precision', name('float'), []],
    ['national character varying(10)', name('nvarchar'), [10]],
    ['char varying(3)', name('varchar'), [3]],
    ['binary varying(5)', name('varbinary'), [5]],
    ['national text', name('ntext'), []],
    ['CURSOR', name('CURSOR'), []],
  ] as const)('%s', ([text, typeName, args]) => {
    const { type, diagnostics } = parseDataType(text);
    expect(diagnostics).toEqual([]);
    expect(withoutSpans(type)).toEqual({ kind: 'dataType', name: typeName, args, xmlSchema: null });
  });

  test('a typed xml names its schema collection', () => {
    expect(withoutSpans(parseDataType('xml(DOCUMENT dbo.c)').type)).toMatchObject({
      xmlSchema: { document: true, collection: name('dbo', 'c') },
    });
    expect(withoutSpans(parseDataType('xml(content)').type)).toMatchObject({ xmlSchema: { document: false, collection: name('content') } });
  });

  test('anything after the type is a mistake', () => {
    expect(parseDataType('int x')).toMatchObject({ type: null, diagnostics: [{ number: 102, near: 'x' }] });
  });
});

describe('QUOTED_IDENTIFIER', () => {
  test('decides whether double quotes hold a name or a string', () => {
    expect(withoutSpans(parseExpression('"a""b"').expression)).toEqual({
      kind: 'column',
      name: { kind: 'name', parts: [id('a"b', true)] },
    });
    expect(withoutSpans(parseExpression('"a""b"', { quotedIdentifier: false }).expression)).toEqual({
      kind: 'string',
      value: 'a"b',
      unicode: false,
    });
  });
});

describe('spans', () => {
  test('cover exactly the text of a node, parentheses around it included only for what is inside', () => {
    const text = ' (a + b)\n * c';
    const { expression: node } = parseExpression(text);
    if (node?.kind !== 'arithmetic') throw new Error('not arithmetic');
    expect(text.slice(node.right.span.start, node.right.span.end)).toBe('c');
    expect(node.right.span.line).toBe(2);
    expect(text.slice(node.left.span.start, node.left.span.end)).toBe('a + b');
  });
});
