/** Indexes and statistics: CREATE, ALTER, DROP, and the inline form of tables. */
import type {
  AlterIndex,
  CreateIndex,
  CreateStatistics,
  DropIndex,
  DropIndexItem,
  Expression,
  Identifier,
  IndexColumn,
  InlineIndex,
  UpdateStatistics,
} from '../ast/index.ts';
import type { Token } from '../lexer/token.ts';
import { identifier, nameList, objectName } from './names.ts';
import { optionsInParentheses, storage, withOptions } from './options.ts';
import type { Parser } from './state.ts';
import {
  accept,
  acceptWords,
  at,
  atWords,
  expect,
  expectOne,
  expectWords,
  list,
  optionalParenthesized,
  parenthesized,
  spanFrom,
  syntaxError,
} from './state.ts';

/** `a DESC` */
export function indexColumn(p: Parser): IndexColumn {
  const start = p.token;
  const name = identifier(p);
  const descending = accept(p, 'DESC');
  if (!descending) accept(p, 'ASC');
  return { kind: 'indexColumn', name, descending, span: spanFrom(p, start) };
}

function clusteredWord(p: Parser): boolean | null {
  if (accept(p, 'CLUSTERED')) return true;
  return accept(p, 'NONCLUSTERED') ? false : null;
}

/** `INDEX name …` inside a table definition. */
export function inlineIndex(p: Parser): InlineIndex {
  const start = expect(p, 'INDEX');
  const name = identifier(p);
  const unique = accept(p, 'UNIQUE');
  const clustered = clusteredWord(p);
  const columnStore = accept(p, 'COLUMNSTORE');
  const hash = accept(p, 'HASH');
  const columns = optionalParenthesized(p, indexColumn);
  const include = accept(p, 'INCLUDE') ? nameList(p) : [];
  const where = accept(p, 'WHERE') ? p.rules.condition(p) : null;
  const options = withOptions(p);
  const on = accept(p, 'ON') ? storage(p) : null;
  const fileStreamOn = accept(p, 'FILESTREAM_ON') ? storage(p) : null;
  const span = spanFrom(p, start);
  return { kind: 'inlineIndex', name, unique, clustered, columnStore, hash, columns, include, where, options, on, fileStreamOn, span };
}

/** Whether CREATE is followed by an index that has a node of its own. */
export function atCreateIndex(p: Parser): boolean {
  return ['UNIQUE', 'CLUSTERED', 'NONCLUSTERED', 'COLUMNSTORE', 'INDEX'].includes(p.token.key) || atWords(p, 'SPATIAL', 'INDEX');
}

export function createIndex(p: Parser, start: Token): CreateIndex {
  const isSpatial = accept(p, 'SPATIAL');
  const unique = accept(p, 'UNIQUE');
  const clustered = clusteredWord(p);
  const columnStore = accept(p, 'COLUMNSTORE');
  expect(p, 'INDEX');
  const name = identifier(p);
  expect(p, 'ON');
  const table = objectName(p);
  const columns = columnStore ? optionalParenthesized(p, indexColumn) : parenthesized(p, indexColumn);
  const include = accept(p, 'INCLUDE') ? nameList(p) : [];
  const order = accept(p, 'ORDER') ? nameList(p) : [];
  const where = accept(p, 'WHERE') ? p.rules.condition(p) : null;
  const spatial = isSpatial ? { using: accept(p, 'USING') ? identifier(p) : null } : null;
  const options = withOptions(p);
  const on = accept(p, 'ON') ? storage(p) : null;
  const fileStreamOn = accept(p, 'FILESTREAM_ON') ? storage(p) : null;
  const span = spanFrom(p, start);
  return {
    kind: 'createIndex',
    name,
    table,
    unique,
    clustered,
    columnStore,
    spatial,
    columns,
    include,
    order,
    where,
    options,
    on,
    fileStreamOn,
    span,
  };
}

const INDEX_ACTIONS = {
  REBUILD: 'rebuild',
  REORGANIZE: 'reorganize',
  DISABLE: 'disable',
  SET: 'set',
  RESUME: 'resume',
  PAUSE: 'pause',
  ABORT: 'abort',
} as const satisfies Record<string, AlterIndex['action']>;

export function alterIndex(p: Parser, start: Token): AlterIndex {
  expect(p, 'INDEX');
  const index = accept(p, 'ALL') ? null : identifier(p);
  expect(p, 'ON');
  const table = objectName(p);
  const word = expectOne(p, ['REBUILD', 'REORGANIZE', 'DISABLE', 'SET', 'RESUME', 'PAUSE', 'ABORT']);
  const partition = accept(p, 'PARTITION') ? partitionNumber(p) : null;
  const options = word === 'SET' ? optionsInParentheses(p) : withOptions(p);
  return { kind: 'alterIndex', index, table, action: INDEX_ACTIONS[word], partition, options, span: spanFrom(p, start) };
}

/** `= ALL`, `= 3` */
export function partitionNumber(p: Parser): Expression | 'all' {
  expect(p, '=');
  return accept(p, 'ALL') ? 'all' : p.rules.value(p);
}

/** `DROP INDEX a ON t WITH (…), b ON u`, `DROP INDEX t.a` */
export function dropIndex(p: Parser, start: Token): DropIndex {
  expect(p, 'INDEX');
  const ifExists = acceptWords(p, 'IF', 'EXISTS');
  return { kind: 'dropIndex', ifExists, items: list(p, dropIndexItem), span: spanFrom(p, start) };
}

function dropIndexItem(p: Parser): DropIndexItem {
  const start = p.token;
  const name = objectName(p);
  const index: Identifier = name.parts[name.parts.length - 1]!;
  if (accept(p, 'ON')) {
    const table = objectName(p);
    return { kind: 'dropIndexItem', index, table, options: withOptions(p), span: spanFrom(p, start) };
  }
  if (name.parts.length < 2 || name.parts[name.parts.length - 2]!.value === '') syntaxError(p);
  const parts = name.parts.slice(0, -1);
  const table = { kind: 'name', parts, span: { ...name.span, end: parts[parts.length - 1]!.span.end } } as const;
  return { kind: 'dropIndexItem', index, table, options: [], span: spanFrom(p, start) };
}

export function createStatistics(p: Parser, start: Token): CreateStatistics {
  expect(p, 'STATISTICS');
  const name = identifier(p);
  expect(p, 'ON');
  const table = objectName(p);
  const columns = nameList(p);
  const where = accept(p, 'WHERE') ? p.rules.condition(p) : null;
  return { kind: 'createStatistics', name, table, columns, where, options: withOptions(p), span: spanFrom(p, start) };
}

export function updateStatistics(p: Parser): UpdateStatistics {
  const start = p.token;
  expectWords(p, 'UPDATE', 'STATISTICS');
  const table = objectName(p);
  const names = at(p, '(') ? nameList(p) : optionalName(p);
  return { kind: 'updateStatistics', table, names, options: withOptions(p), span: spanFrom(p, start) };
}

/** A single statistic may stand without parentheses. */
function optionalName(p: Parser): Identifier[] {
  return p.token.type === 'word' || p.token.type === 'quotedName' ? [identifier(p)] : [];
}
