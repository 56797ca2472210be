/**
 * What must hold for every text and every tree: reading ends and never throws, whatever the text; printing a tree and reading the print gives
 * the tree back. Trees are generated kind by kind, texts from the words of the grammar and by damaging good ones.
 */
import { readdirSync, readFileSync } from 'node:fs';
import type { DataType, Expression, Identifier, Query, Statement, TableSource } from '@sprocket/tsql';
import { parse, parseExpression, print, RESERVED_WORDS, splitBatches, withoutSpans } from '@sprocket/tsql';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const span = { start: 0, end: 0, line: 1 };

/** Names of all kinds: plain, reserved, in need of brackets, with brackets and quotes in them. */
const identifier: fc.Arbitrary<Identifier> = fc.oneof(
  fc.constantFrom('a', 'b', 'Order_2', '#t', 'x$y', 'größe').map((value) => ({ kind: 'identifier', value, quoted: false, span }) as const),
  fc
    .oneof(fc.constantFrom('select', 'two words', 'a]b', "it's", '"', '1a', '@v'), fc.string({ minLength: 1, maxLength: 8 }))
    .map((value) => ({ kind: 'identifier', value, quoted: true, span }) as const),
);
const name = fc.array(identifier, { minLength: 1, maxLength: 3 }).map((parts) => ({ kind: 'name', parts, span }) as const);
const variable = fc.constantFrom('@a', '@b2', '@#c').map((value) => ({ kind: 'variable', name: value, span }) as const);
const type: fc.Arbitrary<DataType> = fc
  .tuple(fc.constantFrom('int', 'varchar', 'decimal'), fc.array(fc.integer({ min: 0, max: 38 }), { maxLength: 2 }))
  .map(([value, args]) => {
    const part = { kind: 'identifier', value, quoted: false, span } as const;
    return { kind: 'dataType', name: { kind: 'name', parts: [part], span }, args, xmlSchema: null, span };
  });

const text = fc.oneof(fc.string({ maxLength: 6 }), fc.constantFrom("'", "''", '\\\n', '\\\\\r\n', '--', '/*', '\n', '日本'));
const literal: fc.Arbitrary<Expression> = fc.oneof(
  fc.nat().map((value) => ({ kind: 'integer', text: String(value), span }) as const),
  fc.constantFrom('1.5', '.5', '1.').map((value) => ({ kind: 'decimal', text: value, span }) as const),
  fc.constantFrom('1e3', '1.5E-3').map((value) => ({ kind: 'float', text: value, span }) as const),
  fc.constantFrom('1', '1.25', '').map((value) => ({ kind: 'money', text: value, span }) as const),
  fc.tuple(text, fc.boolean()).map(([value, unicode]) => ({ kind: 'string', value, unicode, span }) as const),
  fc.constantFrom('', 'AB', '0').map((hex) => ({ kind: 'binary', hex, span }) as const),
  fc.constant({ kind: 'null', span } as const),
);

/** A chain of AND or OR: its operands are anything else, or a chain in parentheses. */
const chain = (operand: fc.Arbitrary<Expression>) =>
  fc
    .tuple(fc.constantFrom('and', 'or'), fc.array(operand, { minLength: 2, maxLength: 3 }))
    .map(([kind, operands]) => ({ kind, operands, span }) as const);

const trees = fc.letrec<{ value: Expression; predicate: Expression; query: Query; source: TableSource }>((tie) => {
  const { value, predicate, query } = { value: tie('value'), predicate: tie('predicate'), query: tie('query') };
  const not = fc.boolean();
  const order = fc.array(
    fc.tuple(value, fc.boolean()).map(([expression, descending]) => ({ kind: 'orderItem', expression, descending, span }) as const),
    { maxLength: 2 },
  );
  const over = fc
    .tuple(fc.array(value, { maxLength: 2 }), order)
    .map(([partitionBy, orderBy]) => ({ kind: 'over', window: null, partitionBy, orderBy, frame: null, span }) as const);
  return {
    value: fc.oneof(
      { maxDepth: 4, depthSize: 'small', withCrossShrink: true },
      literal,
      variable,
      name.map((column) => ({ kind: 'column', name: column, span }) as const),
      fc
        .tuple(fc.constantFrom('+', '-', '*', '/', '%', '&', '|', '^', '||'), value, value)
        .map(([op, left, right]) => ({ kind: 'arithmetic', op, left, right, span }) as const),
      fc.tuple(fc.constantFrom('+', '-', '~'), value).map(([op, operand]) => ({ kind: 'unary', op, operand, span }) as const),
      fc.tuple(value, identifier).map(([operand, collation]) => ({ kind: 'collate', operand, collation, span }) as const),
      fc.tuple(value, value).map(([operand, zone]) => ({ kind: 'atTimeZone', operand, zone, span }) as const),
      fc.tuple(value, type, fc.boolean()).map(([operand, to, isTry]) => ({ kind: 'cast', try: isTry, operand, type: to, span }) as const),
      fc.tuple(predicate, value, value).map(([condition, then, otherwise]) => ({ kind: 'iif', condition, then, otherwise, span }) as const),
      fc.tuple(fc.array(fc.tuple(predicate, value), { minLength: 1, maxLength: 2 }), fc.option(value)).map(([pairs, otherwise]) => {
        const branches = pairs.map(([when, then]) => ({ kind: 'caseBranch', when, then, span }) as const);
        return { kind: 'searchedCase', branches, otherwise, span } as const;
      }),
      fc
        .tuple(fc.constantFrom('f', 'LEFT', 'SUM'), fc.array(value, { maxLength: 2 }), fc.option(over))
        .map(([functionName, args, window]) => {
          const parts = [{ kind: 'identifier', value: functionName, quoted: false, span } as const];
          const called = { kind: 'name', parts, span } as const;
          return { kind: 'call', name: called, args, distinct: false, withinGroup: null, nulls: null, over: window, span } as const;
        }),
      fc.tuple(value, identifier, fc.array(value, { maxLength: 1 })).map(([target, method, args]) => {
        return { kind: 'methodCall', target, method, args, span } as const;
      }),
      query.map((body) => ({ kind: 'subquery', query: body, span }) as const),
    ),
    predicate: fc.oneof(
      { maxDepth: 4, depthSize: 'small', withCrossShrink: true },
      fc
        .tuple(fc.constantFrom('=', '<>', '<', '>', '<=', '>='), value, value)
        .map(([op, left, right]) => ({ kind: 'comparison', op, left, right, span }) as const),
      fc.tuple(not, value).map(([negated, operand]) => ({ kind: 'isNull', not: negated, operand, span }) as const),
      chain(predicate),
      predicate.map((operand) => ({ kind: 'not', operand, span }) as const),
      fc
        .tuple(not, value, value, value)
        .map(([negated, operand, low, high]) => ({ kind: 'between', not: negated, operand, low, high, span }) as const),
      fc
        .tuple(not, value, fc.array(literal, { minLength: 1, maxLength: 3 }))
        .map(([negated, operand, list]) => ({ kind: 'in', not: negated, operand, list, span }) as const),
      fc
        .tuple(not, value, value, fc.option(value))
        .map(
          ([negated, operand, pattern, character]) => ({ kind: 'like', not: negated, operand, pattern, escape: character, span }) as const,
        ),
      fc
        .tuple(not, value, query)
        .map(([negated, operand, body]) => ({ kind: 'inSubquery', not: negated, operand, query: body, span }) as const),
      query.map((body) => ({ kind: 'exists', query: body, span }) as const),
    ),
    query: fc
      .record({
        distinct: fc.boolean(),
        items: fc.array(fc.tuple(value, fc.option(identifier)), { minLength: 1, maxLength: 3 }),
        from: fc.array(tie('source'), { maxLength: 2 }),
        where: fc.option(predicate),
        orderBy: order,
      })
      .map(({ distinct, items, from, where, orderBy }) => {
        const list = items.map(([expression, alias]) => ({ kind: 'selectExpression', expression, alias, span }) as const);
        const body = {
          kind: 'querySpecification',
          distinct,
          top: null,
          items: list,
          into: null,
          intoFilegroup: null,
          from,
          where,
          groupBy: null,
          having: null,
          windows: [],
          span,
        } as const;
        return { kind: 'query', body, orderBy, offset: null, fetch: null, for: null, span };
      }),
    source: fc.oneof(
      { maxDepth: 4, depthSize: 'small', withCrossShrink: true },
      fc.tuple(name, fc.option(identifier)).map(([table, alias]) => {
        return { kind: 'table', name: table, alias, systemTime: null, sample: null, hints: [], forPath: false, span } as const;
      }),
      fc.tuple(query, identifier).map(([body, alias]) => ({ kind: 'derivedTable', query: body, alias, columns: [], span }) as const),
      fc.tuple(fc.constantFrom('inner', 'left', 'full'), tie('source'), tie('source'), predicate).map(([join, left, right, on]) => {
        return { kind: 'join', type: join, hint: null, left, right, on, span } as const;
      }),
      fc.tuple(tie('source'), tie('source')).map(([left, right]) => ({ kind: 'crossJoin', left, right, span }) as const),
    ),
  };
});

const statement = fc.letrec<{ statement: Statement }>((tie) => ({
  statement: fc.oneof(
    { maxDepth: 4, depthSize: 'small', withCrossShrink: true },
    trees.query.map((query) => ({ kind: 'select', with: null, query, hints: [], span }) as const),
    trees.value.map((value) => ({ kind: 'print', value, span }) as const),
    fc.tuple(variable, trees.value).map(([target, value]) => ({ kind: 'setVariable', variable: target, op: '=', value, span }) as const),
    fc.array(tie('statement'), { minLength: 1, maxLength: 3 }).map((statements) => ({ kind: 'block', statements, span }) as const),
    fc.tuple(trees.predicate, tie('statement')).map(([condition, body]) => ({ kind: 'while', condition, body, span }) as const),
    fc.tuple(trees.predicate, tie('statement'), fc.option(tie('statement'))).map(([condition, then, otherwise]) => {
      // An ELSE after an IF without one would belong to it; the printer then adds a block, which is a different tree.
      const first = otherwise === null || then.kind === 'print' ? then : ({ kind: 'block', statements: [then], span } as const);
      return { kind: 'if', condition, then: first, otherwise, span } as const;
    }),
  ),
})).statement;

/** Whether CASE and IIF nest deeper than T-SQL allows, which the generators do not know. */
const tooDeep = (diagnostics: readonly { readonly number: number }[]) => diagnostics.some(({ number }) => number === 125 || number === 191);

describe('trees', () => {
  const run = { numRuns: 200 };

  test.for([
    ['values', trees.value],
    ['predicates', trees.predicate],
  ] as const)('%s read back as they were printed', ([, arbitrary]) => {
    fc.assert(
      fc.property(arbitrary, (tree) => {
        const printed = print(tree);
        const { expression, diagnostics } = parseExpression(printed);
        fc.pre(!tooDeep(diagnostics));
        expect(diagnostics, printed).toEqual([]);
        expect(withoutSpans(expression), printed).toEqual(withoutSpans(tree));
      }),
      run,
    );
  });

  test('statements read back as they were printed', () => {
    fc.assert(
      fc.property(fc.array(statement, { minLength: 1, maxLength: 3 }), (list) => {
        const printed = print(list);
        const { statements, diagnostics } = parse(printed);
        fc.pre(!tooDeep(diagnostics));
        expect(diagnostics, printed).toEqual([]);
        expect(withoutSpans(statements), printed).toEqual(withoutSpans(list));
        expect(print(statements)).toBe(printed);
      }),
      { numRuns: 60 },
    );
  });
});

/** Reading a text ends, its findings lie inside it, and what is right prints to the same tree. */
function check(source: string): void {
  const { statements, diagnostics } = parse(source);
  for (const { span: place, line } of diagnostics) {
    expect(place.start).toBeGreaterThanOrEqual(0);
    expect(place.end).toBeLessThanOrEqual(source.length);
    expect(line).toBeLessThanOrEqual(source.split('\n').length);
  }
  if (diagnostics.length > 0) return;
  const printed = print(statements);
  const again = parse(printed);
  expect(again.diagnostics, printed).toEqual([]);
  expect(withoutSpans(again.statements), printed).toEqual(withoutSpans(statements));
}

const folder = new URL('../../packages/tsql/test/corpus/', import.meta.url);
const corpus = readdirSync(folder).flatMap((file) => splitBatches(readFileSync(new URL(file, folder), 'utf8')).map((batch) => batch.text));

/** Cuts a text at blanks and around signs, so that pieces can be taken out, doubled and moved. */
const pieces = (source: string) => source.split(/(\s+|[(),;=.@]|'[^']*')/).filter((piece) => piece !== '');

describe('texts', () => {
  const SIGNS = [
    '(',
    ')',
    ',',
    ';',
    '=',
    '+',
    '-',
    '*',
    '.',
    '<',
    '>',
    '@a',
    '#t',
    '1',
    '1.5',
    "'s'",
    'N',
    '[x]',
    '"y"',
    '{',
    '}',
    ':',
    '::',
    '$',
    '0x',
  ];
  const words = fc.constantFrom(
    ...RESERVED_WORDS,
    ...SIGNS,
    'a',
    'b',
    'TRY',
    'CATCH',
    'THROW',
    'OFFSET',
    'ROWS',
    'MATCHED',
    'USING',
    'OUTPUT',
    'XML',
    'PATH',
  );

  test('any words in any order', () => {
    fc.assert(
      fc.property(fc.array(words, { maxLength: 40 }), (list) => {
        check(list.join(' '));
      }),
      { numRuns: 2000 },
    );
  });

  test('any characters', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 60 }), check), { numRuns: 600 });
  });

  test('good texts with pieces missing, doubled or moved', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...corpus),
        fc.array(fc.tuple(fc.nat(), fc.nat(), fc.constantFrom('cut', 'double', 'move')), { minLength: 1, maxLength: 3 }),
        (source, edits) => {
          const list = pieces(source);
          for (const [from, to, edit] of edits) {
            const piece = list[from % list.length]!;
            if (edit !== 'double') list.splice(from % list.length, 1);
            if (edit !== 'cut') list.splice(to % (list.length + 1), 0, piece);
            if (list.length === 0) return;
          }
          check(list.join(''));
        },
      ),
      { numRuns: 2500 },
    );
  });

  test.for([
    '(',
    'BEGIN ',
    'NOT ',
    '- ',
    'SELECT (',
    'CASE WHEN ',
    'IF 1 = 1 ',
    'a JOIN ',
    'f(',
    '{fn f(',
    'BEGIN TRY ',
    "'",
    '/*',
    '[',
    'x.',
    '1+',
    'a,',
  ])('ten thousand times %s', (piece) => {
    check(`SELECT ${piece.repeat(10_000)}`);
    check(piece.repeat(10_000));
  });
});
