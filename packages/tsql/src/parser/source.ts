/**
 * The FROM clause: joins, and the table sources that they join. Functions that look like tables have their rules in `rowset.ts`.
 */
import type { Join, Table, TableSource } from '../ast/index.ts';
import { aliasAndColumns, optionalAlias, requiredAlias } from './alias.ts';
import { callArguments } from './call.ts';
import { hintsFollow, tableHints } from './hints.ts';
import { closing, startsQuery } from './lookahead.ts';
import { identifier, objectName, toIdentifier, variable } from './names.ts';
import { pivotOrUnpivot } from './pivot.ts';
import { asXmlMethod } from './primary.ts';
import { ROWSET_FUNCTIONS } from './rowset.ts';
import type { Parser } from './state.ts';
import {
  accept,
  acceptWords,
  advance,
  at,
  atWords,
  checkChain,
  expect,
  expectOne,
  list,
  nested,
  peek,
  spanFrom,
  syntaxError,
  tokenAt,
} from './state.ts';
import { systemTime, tableSample } from './temporal.ts';

/** The sources after FROM. */
export function fromClause(p: Parser): TableSource[] {
  return list(p, tableSource);
}

/** One source with its joins. */
export function tableSource(p: Parser): TableSource {
  return nested(p, joinedSource);
}

function joinedSource(p: Parser): TableSource {
  let left = sourceElement(p);
  let links = 0;
  for (let joined = join(p, left); joined !== null; joined = join(p, left)) {
    checkChain(p, ++links);
    left = joined;
  }
  return left;
}

/** Extends a source by one join, apply or pivot; null when none follows. */
function join(p: Parser, left: TableSource): TableSource | null {
  if (acceptWords(p, 'CROSS', 'JOIN')) {
    const right = sourceElement(p);
    return { kind: 'crossJoin', left, right, span: spanFrom(p, left.span) };
  }
  if (atWords(p, 'CROSS', 'APPLY') || atWords(p, 'OUTER', 'APPLY')) {
    const outer = advance(p).key === 'OUTER';
    expect(p, 'APPLY');
    const right = sourceElement(p);
    return { kind: 'apply', outer, left, right, span: spanFrom(p, left.span) };
  }
  return pivotOrUnpivot(p, left) ?? qualifiedJoin(p, left);
}

const JOIN_TYPES = { INNER: 'inner', LEFT: 'left', RIGHT: 'right', FULL: 'full' } as const;
const JOIN_HINTS: Readonly<Record<string, Join['hint'] | undefined>> = { LOOP: 'loop', HASH: 'hash', MERGE: 'merge', REMOTE: 'remote' };

function qualifiedJoin(p: Parser, left: TableSource): TableSource | null {
  if (!(p.token.key in JOIN_TYPES) && !at(p, 'JOIN')) return null;
  const type = at(p, 'JOIN') ? 'inner' : JOIN_TYPES[expectOne(p, ['INNER', 'LEFT', 'RIGHT', 'FULL'])];
  if (type !== 'inner') accept(p, 'OUTER');
  const hint = JOIN_HINTS[p.token.key] ?? null;
  if (hint !== null) advance(p);
  expect(p, 'JOIN');
  // In `a JOIN b JOIN c ON … ON …` the second join is the right side of the first.
  let right = sourceElement(p);
  while (!at(p, 'ON')) right = nested(p, () => join(p, right) ?? syntaxError(p));
  expect(p, 'ON');
  const on = p.rules.condition(p);
  return { kind: 'join', type, hint, left, right, on, span: spanFrom(p, left.span) };
}

function sourceElement(p: Parser): TableSource {
  const token = p.token;
  if (token.key === '(') return parenthesizedSource(p);
  if (token.key === '{') return odbcJoin(p);
  if (token.type === 'variable') return variableSource(p);
  const rowset = ROWSET_FUNCTIONS[token.key];
  if (rowset !== undefined && peek(p, 1) === '(') return rowset(p);
  return namedSource(p);
}

/** A derived table, or joins in parentheses. */
function parenthesizedSource(p: Parser): TableSource {
  if (startsQuery(p, 1) || isWrappedQuery(p)) return derivedTable(p);
  switch (peek(p, 1)) {
    case 'VALUES':
      return valuesTable(p);
    case 'INSERT':
    case 'UPDATE':
    case 'DELETE':
    case 'MERGE':
      return dmlTable(p);
    default: {
      expect(p, '(');
      const inner = tableSource(p);
      expect(p, ')');
      return inner;
    }
  }
}

/** `((SELECT …)) AS t`: parentheses around a query alone; a derived table inside would have an alias before the outer one closes. */
function isWrappedQuery(p: Parser): boolean {
  let distance = 0;
  while (peek(p, distance) === '(') distance++;
  return distance > 1 && peek(p, distance) === 'SELECT' && peek(p, closing(p, 1) + 1) === ')';
}

function derivedTable(p: Parser): TableSource {
  const start = expect(p, '(');
  const query = p.rules.query(p);
  expect(p, ')');
  return { kind: 'derivedTable', query, ...requiredAlias(p), span: spanFrom(p, start) };
}

function valuesTable(p: Parser): TableSource {
  const start = expect(p, '(');
  expect(p, 'VALUES');
  const rows = list(p, valueRow);
  expect(p, ')');
  return { kind: 'valuesTable', rows, ...requiredAlias(p), span: spanFrom(p, start) };
}

/** `(a, DEFAULT, b)` */
export function valueRow(p: Parser): ReturnType<typeof callArguments>['args'] {
  if (peek(p, 1) === ')') syntaxError(p, tokenAt(p, 1));
  return callArguments(p).args;
}

function dmlTable(p: Parser): TableSource {
  const start = expect(p, '(');
  const statement = p.rules.dataChange(p);
  expect(p, ')');
  return { kind: 'dmlTable', statement, ...requiredAlias(p), span: spanFrom(p, start) };
}

/** `{oj a LEFT OUTER JOIN b ON …}` */
function odbcJoin(p: Parser): TableSource {
  expect(p, '{');
  expect(p, 'OJ');
  const source = tableSource(p);
  expect(p, '}');
  return source;
}

function variableSource(p: Parser): TableSource {
  const start = p.token;
  const target = variable(p);
  if (!accept(p, '.')) {
    const alias = optionalAlias(p);
    const hints = hintsFollow(p) ? tableHints(p) : [];
    return { kind: 'tableVariable', name: target.name, alias, hints, span: spanFrom(p, start) };
  }
  const method = identifier(p);
  const { args } = callArguments(p);
  return { kind: 'methodTable', target, method, args, ...aliasAndColumns(p), span: spanFrom(p, start) };
}

/** A table, or a function or method in place of one. */
function namedSource(p: Parser): TableSource {
  const start = p.token;
  // `::fn_listextendedproperty(…)`: system functions were once called so.
  if (at(p, '::') && peek(p, 2) === '(') advance(p);
  const name = start.key.startsWith('SEMANTIC') ? functionName(p) : objectName(p);
  if (!at(p, '(') || hintsFollow(p)) return table(p, start, name);
  const { args } = callArguments(p);
  const method = asXmlMethod(name, args);
  if (method !== null) {
    const target = { kind: 'column', name: method.target, span: method.target.span } as const;
    return { kind: 'methodTable', target, method: method.method, args, ...aliasAndColumns(p), span: spanFrom(p, start) };
  }
  const alias = aliasAndColumns(p);
  const hints = hintsFollow(p) ? tableHints(p) : [];
  return { kind: 'tableFunction', name, args, ...alias, hints, span: spanFrom(p, start) };
}

/** The semantic search functions are reserved words. */
function functionName(p: Parser): Table['name'] {
  const part = toIdentifier(advance(p));
  return { kind: 'name', parts: [part], span: part.span };
}

function table(p: Parser, start: ReturnType<typeof advance>, name: Table['name']): TableSource {
  // Hints without WITH may stand before the alias.
  const early = at(p, '(') ? tableHints(p) : [];
  const forPath = acceptWords(p, 'FOR', 'PATH');
  const time = atWords(p, 'FOR', 'SYSTEM_TIME') ? systemTime(p) : null;
  const alias = optionalAlias(p);
  const sample = at(p, 'TABLESAMPLE') ? tableSample(p) : null;
  const hints = hintsFollow(p) ? tableHints(p) : early;
  return { kind: 'table', name, alias, systemTime: time, sample, hints, forPath, span: spanFrom(p, start) };
}
