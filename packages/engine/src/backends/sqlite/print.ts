/**
 * Bound queries as SQLite SQL. What SQLite evaluates exactly (comparisons through keys, logic, CASE, joins, grouping, windows) is printed natively;
 * every other expression becomes one call of a registered JavaScript function that computes the whole subtree (`registered.ts`). Values from outside
 * are numbered parameters. Sources are aliased `s1`, `s2` …, output columns `c0`, `c1` ….
 */

import { isString, isUnicode, type Type } from '@sprocket/tsql';
import { sameExpr } from '../../bind/call.ts';
import { SERVER_COLLATION } from '../../bind/from.ts';
import type { CompareOperator, Expr, From, Limit, OrderKey, Query, SelectQuery, SetQuery, Source, ValuesQuery } from '../../bind/tree.ts';
import { hasAggregate, hasWindow, some } from '../../bind/walk.ts';
import type { Table } from '../../catalog/model.ts';
import { unsupported } from '../../errors.ts';
import type { PrintedQuery, QueryParameter, RegisteredFunction, SystemTable } from '../../run/contracts.ts';
import { collationOf } from '../../run/evaluate.ts';
import { decodeCell, encodeCell } from './cells.ts';
import { isNoOperation } from './conversion.ts';
import { joinKeys, outerLookup } from './join-keys.ts';
import { literal } from './literal.ts';
import { type SplitJoin, splitJoin, withLeftJoins } from './outer-joins.ts';
import { comparisonKey, equalityKey, orderKey, quoteName } from './physical.ts';
import { pushDown } from './push-down.ts';
import {
  documentAggregate,
  FETCH_COUNT,
  keyFunctions,
  NULL_ELIMINATED,
  OFFSET_COUNT,
  ONLY_ROW,
  REAL_FROM_HEX,
  REAL_TO_HEX,
  recursionGuard,
  registeredAggregate,
  registeredRows,
  registeredScalar,
  TICK,
  TOP_COUNT,
  TOP_PERCENT,
} from './registered.ts';

/** Names a database's file in SQL. */
export type AliasOf = (databaseId: number) => string;

export interface Printer {
  readonly alias: AliasOf;
  readonly params: QueryParameter[];
  readonly functions: Map<string, RegisteredFunction>;
  readonly systemTables: Map<string, SystemTable>;
  /** Columns of sources that are not plain tables in SQL: rows that travel as JSON. */
  readonly columns: Map<number, (index: number) => string>;
  /** String columns whose comparison key is a column of its own, by source. */
  readonly keys: Map<number, ReadonlySet<number>>;
}

export function createPrinter(alias: AliasOf): Printer {
  return { alias, params: [], functions: new Map(), systemTables: new Map(), columns: new Map(), keys: new Map() };
}

export function finish(p: Printer, sql: string): PrintedQuery {
  return { sql, params: p.params, functions: [...p.functions.values()], systemTables: [...p.systemTables.values()] };
}

export function printQuery(query: Query, alias: AliasOf): PrintedQuery {
  const p = createPrinter(alias);
  return finish(p, queryText(pushDown(query), p));
}

export function use(p: Printer, fn: RegisteredFunction): string {
  p.functions.set(fn.name, fn);
  return fn.name;
}

/** A parameter for the expression; a variable is bound once however often it is named. */
export function parameter(expr: Expr, p: Printer): string {
  const known =
    expr.kind !== 'variable'
      ? -1
      : p.params.findIndex(
          (q) => q.kind === 'expr' && q.expr.kind === 'variable' && q.expr.slot === expr.slot && q.expr.type === expr.type,
        );
  if (known >= 0) return `?${known + 1}`;
  p.params.push({ kind: 'expr', expr });
  return `?${p.params.length}`;
}

function frameParameter(p: Printer): string {
  p.params.push({ kind: 'frame' });
  return `?${p.params.length}`;
}

// Queries

export function queryText(query: Query, p: Printer): string {
  switch (query.kind) {
    case 'select':
      return selectText(query, p, []);
    case 'set':
      return setText(query, p);
    case 'values':
      return valuesText(query, p);
    case 'document': {
      const inner = queryText(query.query, p);
      const columns = query.query.columns.map((_c, i) => `d.c${i}`).join(', ');
      return `SELECT ${use(p, documentAggregate(query))}(${columns}) AS c0 FROM (${inner}) AS d`;
    }
  }
}

/** A table with one row on every connection; SQLite plans for many. */
const ONE_ROW = 'main.one_row';

function selectText(written: SelectQuery, p: Printer, extra: readonly ((p: Printer) => string)[]): string {
  const query = written.from?.kind === 'join' ? { ...written, from: withLeftJoins(written.from) } : written;
  if (query.limit?.kind === 'top' && query.limit.withTies) return tiesText(query, query.limit, p);
  if (query.distinct && needsKeys(query)) return distinctText(query, p);
  for (const [source, columns] of joinKeys(query)) p.keys.set(source, columns);
  const from = query.from === null ? '' : ` FROM ${outerLookup(query) === null ? '' : `${ONE_ROW} CROSS JOIN `}${fromText(query.from, p)}`;
  const items = [...query.items.map((item, i) => `${itemText(query, item, i, p)} AS c${i}`), ...extra.map((print) => print(p))];
  const conditions = [...(query.where === null ? [] : [scalar(query.where, p)]), ...interruptible(query.from, p)];
  const where = conditions.length === 0 ? '' : ` WHERE ${conditions.join(' AND ')}`;
  const order = orderText(query.orderBy, query, p);
  return `SELECT ${query.distinct ? 'DISTINCT ' : ''}${items.join(', ')}${from}${where}${groupText(query, p)}${order}${limitText(query, p)}`;
}

/** SQLite sees one group of all rows only by an aggregate among the items, so without one the first item gets it. */
function itemText(query: SelectQuery, item: Expr, index: number, p: Printer): string {
  const isBare = index === 0 && query.groupBy?.length === 0 && !query.items.some(hasAggregate);
  return isBare ? `CASE WHEN count(*) >= 0 THEN ${scalar(item, p)} END` : scalar(item, p);
}

/**
 * SQLite cannot be interrupted, so where a statement may work long without yielding a row (joins, recursion) a function looks at the session's flag.
 * Its arguments make SQLite call it in the innermost loop.
 */
function interruptible(from: From | null, p: Printer): string[] {
  const places = from === null ? [] : loopPlaces(from);
  const recursive = places.some((place) => place.recursive);
  if (places.length < 2 && !recursive) return [];
  return [`${use(p, TICK)}(${places.map((place) => place.sql).join(', ')})`];
}

interface LoopPlace {
  readonly sql: string;
  readonly recursive: boolean;
}

/** `inParentheses`: the source stands in a join that is the right side of another. SQLite makes a subquery of it, which shows no row ids. */
function loopPlaces(from: From, inParentheses = false): LoopPlace[] {
  switch (from.kind) {
    case 'join': {
      const split = splitJoin(from);
      if (split !== null) return [{ sql: `${splitAlias(from)}.c${split.matched.items.length - 1}`, recursive: false }];
      return [
        ...loopPlaces(from.left, inParentheses),
        ...loopPlaces(from.right, inParentheses || from.right.kind === 'join' || from.right.kind === 'apply'),
      ];
    }
    case 'apply':
      return loopPlaces(from.left, inParentheses);
    case 'table':
      return [
        { sql: `s${from.source.id}.${inParentheses ? storageColumn(from.source, storedColumn(from.source)) : 'rowid'}`, recursive: false },
      ];
    case 'recursion':
      return [{ sql: `s${from.source.id}.lvl`, recursive: true }];
    case 'derived':
    case 'recursive':
      return [{ sql: `s${from.source.id}.c0`, recursive: false }];
    case 'rows':
      return [];
  }
}

/** Every table has a column that is not computed. */
const storedColumn = (source: Source): number => source.columns.findIndex((column) => column.expression === null);

const needsKeys = (query: SelectQuery): boolean => query.items.some((item) => comparisonKey(item.type, SERVER_COLLATION).kind !== 'plain');

function groupText(query: SelectQuery, p: Printer): string {
  if (query.groupBy === null) return '';
  const keys = query.groupBy.map((key) => equality(key, p));
  const group = keys.length === 0 ? '' : ` GROUP BY ${keys.join(', ')}`;
  return query.having === null ? group : `${group} HAVING ${scalar(query.having, p)}`;
}

function orderText(keys: readonly OrderKey[], query: SelectQuery | null, p: Printer): string {
  if (keys.length === 0) return '';
  return ` ORDER BY ${keys.map((key) => `${orderTerm(key.expr, query, p)}${key.descending ? ' DESC' : ''}`).join(', ')}`;
}

/**
 * An output column is ordered by its name, so that it is not computed twice. Inside an expression the name would mean a column of a source that is
 * called the same, so there the value is computed again.
 */
function orderTerm(expr: Expr, query: SelectQuery | null, p: Printer): string {
  const index = query === null ? -1 : query.items.findIndex((item) => sameExpr(item, expr));
  const name = `c${index}`;
  if (index >= 0 && !hasWindow(expr) && expr.kind !== 'column' && ordered(name, expr, p) === name) return name;
  return ordered(scalar(expr, p), expr, p);
}

function limitText(query: SelectQuery, p: Printer): string {
  const { limit } = query;
  if (limit === null) return '';
  if (limit.kind === 'offset') return offsetText(limit, p);
  if (!limit.percent) return ` LIMIT ${countText(limit.count, TOP_COUNT, p)}`;
  const all = queryText({ ...query, limit: null, orderBy: [] }, p);
  return ` LIMIT (SELECT ${percentText('count(*)', limit.count, p)} FROM (${all}))`;
}

/** TOP (n) PERCENT rounds up to whole rows. */
const percentText = (rows: string, percent: Expr, p: Printer): string =>
  `CAST(ceil(${rows} * ${countText(percent, TOP_PERCENT, p)} / 100.0) AS INTEGER)`;

function offsetText(limit: Extract<Limit, { kind: 'offset' }>, p: Printer): string {
  const fetch = limit.fetch === null ? '-1' : countText(limit.fetch, FETCH_COUNT, p);
  return ` LIMIT ${fetch} OFFSET ${countText(limit.offset, OFFSET_COUNT, p)}`;
}

/** Constants were checked when they were bound. */
const countText = (count: Expr, check: RegisteredFunction, p: Printer): string =>
  count.kind === 'constant' && count.value !== null ? scalar(count, p) : `${use(p, check)}(${scalar(count, p)})`;

/** DISTINCT over values that compare through keys: one row a group of equal keys. */
function distinctText(query: SelectQuery, p: Printer): string {
  const inner = selectText({ ...query, distinct: false, orderBy: [], limit: null }, p, []);
  const column = (index: number): string => `d.c${index}`;
  const keys = query.items.map((item, i) => keyed(column(i), item, p));
  const order = keysText(query, (expr) => column(query.items.findIndex((item) => sameExpr(item, expr))), p);
  const columns = query.items.map((_item, i) => `${column(i)} AS c${i}`).join(', ');
  const limit = limitText({ ...query, distinct: true }, p);
  return `SELECT ${columns} FROM (${inner}) AS d GROUP BY ${keys.join(', ')}${order === '' ? '' : ` ORDER BY ${order}`}${limit}`;
}

/** TOP WITH TIES: every row whose rank in the order is within the count. */
function tiesText(query: SelectQuery, limit: Extract<Limit, { kind: 'top' }>, p: Printer): string {
  const count = limit.percent ? percentText('t.n', limit.count, p) : countText(limit.count, TOP_COUNT, p);
  const columns = query.items.map((_item, i) => `t.c${i} AS c${i}`).join(', ');
  return `SELECT ${columns} FROM (${rankedText(query, limit.percent, p)}) AS t WHERE t.rk <= ${count} ORDER BY t.rk`;
}

/** The rows with their rank `rk` and, when asked for, how many there are as `n`. DISTINCT comes before the rank, and then the order is one of output columns. */
function rankedText(query: SelectQuery, counted: boolean, p: Printer): string {
  const all: SelectQuery = { ...query, limit: null, orderBy: [] };
  const rank = (order: string): string => `rank() OVER (ORDER BY ${order}) AS rk`;
  const total = counted ? ['count(*) OVER () AS n'] : [];
  if (!query.distinct) {
    // Printed after FROM, which decides how columns are named.
    const ranked = (): string => rank(keysText(query, (expr) => scalar(expr, p), p));
    return selectText(all, p, [ranked, ...total.map((text) => () => text)]);
  }
  const order = keysText(query, (expr) => `d.c${query.items.findIndex((item) => sameExpr(item, expr))}`, p);
  return `SELECT d.*, ${[rank(order), ...total].join(', ')} FROM (${selectText(all, p, [])}) AS d`;
}

const keysText = (query: SelectQuery, print: (expr: Expr) => string, p: Printer): string =>
  query.orderBy.map(({ expr, descending }) => `${ordered(print(expr), expr, p)}${descending ? ' DESC' : ''}`).join(', ');

function setText(query: SetQuery, p: Printer): string {
  const combined = setBody(query, p);
  if (query.orderBy.length === 0 && query.limit === null) return combined;
  const columns = query.columns.map((_c, i) => `s${query.source.id}.c${i} AS c${i}`).join(', ');
  const order = orderText(query.orderBy, null, p);
  const limit =
    query.limit === null
      ? ''
      : query.limit.kind === 'offset'
        ? offsetText(query.limit, p)
        : ` LIMIT ${countText(query.limit.count, TOP_COUNT, p)}`;
  return `SELECT ${columns} FROM (${combined}) AS s${query.source.id}${order}${limit}`;
}

function setBody(query: SetQuery, p: Printer): string {
  const names = query.columns.map((_c, i) => `c${i}`);
  const side = (q: Query, mark: string): string =>
    `SELECT ${[...names, ...(mark === '' ? [] : [`${mark} AS side`])].join(', ')} FROM (${queryText(q, p)})`;
  if (query.op === 'unionAll') return `${side(query.left, '')} UNION ALL ${side(query.right, '')}`;
  const keys = query.columns.map((column, i) => keyedColumn(`u.c${i}`, column.type, p)).join(', ');
  const columns = names.map((name) => `u.${name} AS ${name}`).join(', ');
  if (query.op === 'union')
    return `SELECT ${columns} FROM (${side(query.left, '')} UNION ALL ${side(query.right, '')}) AS u GROUP BY ${keys}`;
  // EXCEPT keeps groups seen on the left only, INTERSECT those seen on both sides; min() also makes the bare columns those of the left.
  const both = `${side(query.left, '0')} UNION ALL ${side(query.right, '1')}`;
  const test = query.op === 'except' ? 'max(u.side) = 0' : 'min(u.side) = 0 AND max(u.side) = 1';
  return `SELECT ${columns} FROM (${both}) AS u GROUP BY ${keys} HAVING ${test}`;
}

function valuesText(query: ValuesQuery, p: Printer): string {
  // SQLite loses the columns of VALUES with several rows that see an outer query.
  if (query.rows.some((row) => row.some(readsColumns))) {
    return query.rows.map((row) => `SELECT ${row.map((value, i) => `${scalar(value, p)} AS c${i}`).join(', ')}`).join(' UNION ALL ');
  }
  const rows = query.rows.map((row) => `(${row.map((value) => scalar(value, p)).join(', ')})`).join(', ');
  return `SELECT ${query.columns.map((_c, i) => `column${i + 1} AS c${i}`).join(', ')} FROM (VALUES ${rows})`;
}

const readsColumns = (expr: Expr): boolean => some(expr, (node) => node.kind === 'column');

// FROM

export function fromText(from: From, p: Printer): string {
  switch (from.kind) {
    case 'table':
      return tableText(from, p);
    case 'derived':
      return withKeys(from.source, `(${queryText(from.query, p)})`, 'SELECT *', p) ?? `(${queryText(from.query, p)}) AS s${from.source.id}`;
    case 'rows':
      return rowsText(from, p);
    case 'recursive':
      return recursiveText(from, p);
    case 'recursion':
      return `r${from.id} AS s${from.source.id}`;
    case 'join':
      return joinText(from, p);
    case 'apply':
      return `${fromText(from.left, p)} ${from.outer ? 'LEFT JOIN' : 'JOIN'} ${lateralText(from.right, p)} ON 1`;
  }
}

function tableText(from: Extract<From, { kind: 'table' }>, p: Printer): string {
  const name = tableName(from.table, from.databaseId, p);
  return withKeys(from.source, name, `SELECT rowid, *`, p) ?? `${name} AS s${from.source.id}`;
}

/** The rows with their join keys as further columns; undefined when none were asked for. LIMIT keeps SQLite from putting the expressions back. */
function withKeys(source: Source, rows: string, select: string, p: Printer): string | undefined {
  const columns = p.keys.get(source.id);
  if (columns === undefined) return undefined;
  const keys = [...columns].map((index) => `${keyedColumn(storageColumn(source, index), columnType(source, index), p)} AS k${index}`);
  return `(${select}, ${keys.join(', ')} FROM ${rows} LIMIT -1) AS s${source.id}`;
}

const storageColumn = (source: Source, index: number): string => quoteName(source.columns[index]?.storageName ?? '');
const columnType = (source: Source, index: number): Type => (source.columns[index] as Source['columns'][number]).type;

/** The table in SQL; of a table variable, the rows of this activation. */
export function tableName(table: Table, databaseId: number, p: Printer): string {
  const { kind, name } = table.storage;
  switch (kind) {
    case 'database':
      return `${p.alias(databaseId)}.${quoteName(name)}`;
    case 'temporary':
      return `temp.${quoteName(name)}`;
    case 'variable':
      return `(SELECT rowid, * FROM temp.${quoteName(name)} WHERE "frame" = ${frameParameter(p)})`;
    case 'system': {
      const storageName = `${name}@${databaseId}`;
      p.systemTables.set(storageName, { databaseId, table, storageName });
      return `temp.${quoteName(storageName)}`;
    }
  }
}

function rowsText(from: Extract<From, { kind: 'rows' }>, p: Printer): string {
  const { id } = from.source;
  travelAsJson(id, from.rows.columns, p);
  const args = from.args.map((arg) => scalar(arg, p));
  return `json_each(${use(p, registeredRows(from.rows, from.args))}(${args.join(', ')})) AS s${id}`;
}

/** Columns of the source are cells of a JSON array. */
function travelAsJson(id: number, columns: readonly { readonly type: Type }[], p: Printer): void {
  use(p, REAL_TO_HEX);
  use(p, REAL_FROM_HEX);
  p.columns.set(id, (index) => decodeCell(`s${id}.value`, index, (columns[index] as { readonly type: Type }).type));
}

function recursiveText(from: Extract<From, { kind: 'recursive' }>, p: Printer): string {
  const name = `r${from.id}`;
  const columns = from.source.columns.map((_c, i) => `c${i}`);
  const anchor = `SELECT ${[...columns, '0'].join(', ')} FROM (${queryText(from.anchor, p)})`;
  const steps = from.steps.map((step) => {
    if (step.kind !== 'select') throw unsupported('set operation in the recursive part of a common table expression');
    const self = findRecursion(step.from, from.id);
    const level = `s${self?.id ?? 0}.lvl`;
    const guard =
      from.limit === 0
        ? `${level} + 1`
        : `CASE WHEN ${level} >= ${from.limit} THEN ${use(p, recursionGuard)}(${from.limit}) ELSE ${level} + 1 END`;
    return selectText(step, p, [() => `${guard} AS lvl`]);
  });
  return `(WITH RECURSIVE ${name}(${[...columns, 'lvl'].join(', ')}) AS (${[anchor, ...steps].join(' UNION ALL ')}) SELECT ${columns.join(', ')} FROM ${name}) AS s${from.source.id}`;
}

function findRecursion(from: From | null, id: number): Source | undefined {
  if (from === null) return undefined;
  if (from.kind === 'recursion') return from.id === id ? from.source : undefined;
  if (from.kind === 'join' || from.kind === 'apply') return findRecursion(from.left, id) ?? findRecursion(from.right, id);
  return undefined;
}

const JOINS = { inner: 'JOIN', left: 'LEFT JOIN', right: 'RIGHT JOIN', full: 'FULL JOIN', cross: 'CROSS JOIN' } as const;

function joinText(from: Extract<From, { kind: 'join' }>, p: Printer): string {
  const split = splitJoin(from);
  if (split !== null) return splitText(from, split, p);
  const left = fromText(from.left, p);
  const right = from.right.kind === 'join' || from.right.kind === 'apply' ? `(${fromText(from.right, p)})` : fromText(from.right, p);
  // A plain JOIN without condition, since CROSS JOIN would fix SQLite's join order.
  if (from.type === 'cross') return `${left} JOIN ${right}`;
  return `${left} ${JOINS[from.type]} ${right} ON ${from.on === null ? '1' : scalar(from.on, p)}`;
}

/** A FULL join in two parts. Inside them its sources are sources; outside they are columns of the whole. */
function splitText(from: From, { matched, unmatched, offsets }: SplitJoin, p: Printer): string {
  for (const id of offsets.keys()) forget(id, p);
  const parts = [selectText(matched, p, []), selectText(unmatched, p, [])];
  const alias = splitAlias(from);
  for (const [id, offset] of offsets) {
    forget(id, p);
    p.columns.set(id, (index) => `${alias}.c${offset + index}`);
  }
  return `(${parts.join(' UNION ALL ')}) AS ${alias}`;
}

function forget(id: number, p: Printer): void {
  p.columns.delete(id);
  p.keys.delete(id);
}

const splitAlias = (from: From): string =>
  from.kind === 'join' ? splitAlias(from.right) : from.kind === 'apply' ? '' : `f${from.source.id}`;

/** The right side of APPLY: SQLite lets only table-valued functions see the left side, so the rows travel as a JSON array. */
function lateralText(from: From, p: Printer): string {
  if (from.kind === 'table' || from.kind === 'rows') return fromText(from, p);
  if (from.kind === 'join' || from.kind === 'apply') return lateralJoin(from, p);
  const { id, columns } = from.source;
  const inner = from.kind === 'derived' ? queryText(from.query, p) : `SELECT * FROM ${fromText(from, p)}`;
  travelAsJson(id, columns, p);
  const cells = columns.map((column, i) => encodeCell(`a.c${i}`, column.type));
  return `json_each((SELECT json_group_array(json_array(${cells.join(', ')})) FROM (${inner}) AS a)) AS s${id}`;
}

type Leaf = Exclude<From, { kind: 'join' | 'apply' }>;

const leavesOf = (from: From): Leaf[] =>
  from.kind === 'join' || from.kind === 'apply' ? [...leavesOf(from.left), ...leavesOf(from.right)] : [from];

/** A join travels as rows of all its columns; outside, each of its sources reads its part of them. */
function lateralJoin(from: From, p: Printer): string {
  const inner = fromText(from, p);
  const cells = leavesOf(from).flatMap(({ source }) =>
    // A computed column that is not stored is read through the columns it is computed from.
    source.columns.map((column, i) =>
      column.expression !== null ? { source, i, text: 'NULL' } : { source, i, text: encodeCell(columnText(source, i, p), column.type) },
    ),
  );
  const id = cells[0]?.source.id ?? 0;
  use(p, REAL_TO_HEX);
  use(p, REAL_FROM_HEX);
  for (const { source } of leavesOf(from)) {
    const first = cells.findIndex((cell) => cell.source.id === source.id);
    p.columns.set(source.id, (index) =>
      decodeCell(`s${id}.value`, first + index, (source.columns[index] as Source['columns'][number]).type),
    );
  }
  return `json_each((SELECT json_group_array(json_array(${cells.map((cell) => cell.text).join(', ')})) FROM ${inner})) AS s${id}`;
}

const columnText = (source: Source, index: number, p: Printer): string =>
  p.columns.get(source.id)?.(index) ?? `s${source.id}.${storageColumn(source, index)}`;

// Expressions

const OPERATORS: Readonly<Record<CompareOperator, string>> = { '=': '=', '<>': '<>', '<': '<', '>': '>', '<=': '<=', '>=': '>=' };

/** SQL for a value in its physical form, or for a predicate as 1, 0 or NULL. */
export function scalar(expr: Expr, p: Printer): string {
  switch (expr.kind) {
    case 'constant':
      return literal(expr) ?? parameter(expr, p);
    case 'variable':
      return parameter(expr, p);
    case 'column': {
      const column = expr.source.columns[expr.index];
      return p.columns.get(expr.source.id)?.(expr.index) ?? `s${expr.source.id}.${quoteName(column?.storageName ?? '')}`;
    }
    case 'compare':
      return compareText(expr, p);
    case 'and':
      return `(${expr.operands.map((o) => scalar(o, p)).join(' AND ')})`;
    case 'or':
      return `(${expr.operands.map((o) => scalar(o, p)).join(' OR ')})`;
    case 'not':
      return `(NOT ${scalar(expr.operand, p)})`;
    case 'isNull':
      return `(${scalar(expr.operand, p)} ${expr.negated ? 'IS NOT NULL' : 'IS NULL'})`;
    case 'distinct':
      return `(${equality(expr.left, p)} ${expr.negated ? 'IS' : 'IS NOT'} ${equality(expr.right, p)})`;
    case 'inList':
      return `(${equality(expr.operand, p)} ${expr.negated ? 'NOT IN' : 'IN'} (${expr.list.map((item) => equality(item, p)).join(', ')}))`;
    case 'case':
      return `CASE ${expr.branches.map((b) => `WHEN ${scalar(b.when, p)} THEN ${scalar(b.then, p)}`).join(' ')} ELSE ${scalar(expr.otherwise, p)} END`;
    case 'convert':
      return isNoOperation(expr) ? scalar(expr.operand, p) : registeredText(expr, p);
    case 'call':
      return callText(expr, p);
    case 'scalarQuery':
      return scalarQueryText(expr.query, p);
    case 'exists':
      return `EXISTS (${queryText(expr.query, p)})`;
    case 'inQuery':
      return `(${equality(expr.operand, p)} ${expr.negated ? 'NOT IN' : 'IN'} (SELECT ${keyedColumn('q.c0', expr.operand.type, p)} FROM (${queryText(expr.query, p)}) AS q))`;
    case 'quantified':
      return quantifiedText(expr, p);
    case 'aggregate':
      return aggregateText(expr, p);
    case 'window':
      return windowText(expr, p);
    case 'arithmetic':
    case 'negate':
    case 'bitNot':
    case 'like':
    case 'function':
    case 'nextValue':
      return registeredText(expr, p);
    case 'argument':
      throw new Error('an argument has no place in a query');
  }
}

function compareText(expr: Extract<Expr, { kind: 'compare' }>, p: Printer): string {
  const collation = collationOf(expr.left, expr.right);
  const unicode = isUnicode(expr.left.type) || isUnicode(expr.right.type);
  const side = (e: Expr): Expr => (isString(e.type) ? { ...e, type: comparedAs(e.type, unicode, collation) } : e);
  const print = expr.op === '=' || expr.op === '<>' ? equality : order;
  return `(${print(side(expr.left), p)} ${OPERATORS[expr.op]} ${print(side(expr.right), p)})`;
}

/** How a string compares beside another: by the Unicode order when either is Unicode, under one collation. */
function comparedAs(type: Type, unicode: boolean, collation: string | undefined): Type {
  const name = unicode && !isUnicode(type) ? ('nvarchar' as const) : type.name;
  return name === type.name && type.collation === collation ? type : { ...type, name, ...(collation === undefined ? {} : { collation }) };
}

export function equality(expr: Expr, p: Printer): string {
  if (
    expr.kind === 'column' &&
    p.keys.get(expr.source.id)?.has(expr.index) === true &&
    expr.type.collation === columnType(expr.source, expr.index).collation
  ) {
    return `s${expr.source.id}.k${expr.index}`;
  }
  return keyed(scalar(expr, p), expr, p);
}

function order(expr: Expr, p: Printer): string {
  return ordered(scalar(expr, p), expr, p);
}

function keyed(sql: string, expr: Expr, p: Printer): string {
  return keyedColumn(sql, expr.type, p);
}

function keyedColumn(sql: string, type: Expr['type'], p: Printer): string {
  for (const fn of keyFunctions(type)) use(p, fn);
  return equalityKey(sql, type, SERVER_COLLATION);
}

function ordered(sql: string, expr: Expr, p: Printer): string {
  for (const fn of keyFunctions(expr.type)) use(p, fn);
  return orderKey(sql, expr.type, SERVER_COLLATION);
}

function callText(expr: Extract<Expr, { kind: 'call' }>, p: Printer): string {
  if (expr.fn.volatility === 'statement' && expr.args.every((arg) => arg.kind === 'constant')) return parameter(expr, p);
  const native = (args: readonly string[]): string | undefined => expr.fn.sqlite?.(args, expr.signature);
  // Asked before the arguments are printed, because printing binds their parameters.
  const isNative = native(expr.args.map(() => 'NULL')) !== undefined;
  return (isNative ? native(expr.args.map((arg) => scalar(arg, p))) : undefined) ?? registeredText(expr, p);
}

function registeredText(expr: Expr, p: Printer): string {
  const { fn, args } = registeredScalar(expr);
  return `${use(p, fn)}(${args.map((arg) => scalar(arg, p)).join(', ')})`;
}

/** More than one row is error 512, so unless one row is certain an aggregate takes it and refuses a second. */
function scalarQueryText(query: Query, p: Printer): string {
  const text = queryText(query, p);
  return yieldsOneRow(query) ? `(${text})` : `(SELECT ${use(p, ONLY_ROW)}(o.c0) FROM (${text}) AS o)`;
}

function yieldsOneRow(query: Query): boolean {
  if (query.kind === 'document') return true;
  if (query.kind !== 'select') return false;
  if (query.from === null) return true;
  if (query.groupBy !== null && query.groupBy.length === 0) return true;
  return query.limit?.kind === 'top' && !query.limit.percent && !query.limit.withTies && query.limit.count.kind === 'convert'
    ? query.limit.count.operand.kind === 'constant' && query.limit.count.operand.value === 1
    : false;
}

/** `x op ALL (q)`: false when it is false for a row, else unknown when it is unknown for a row, else true; ANY the other way round. */
function quantifiedText(expr: Extract<Expr, { kind: 'quantified' }>, p: Printer): string {
  const type = expr.left.type;
  const test = (): string => `${ordered(scalar(expr.left, p), expr.left, p)} ${OPERATORS[expr.op]} ${orderedColumn('q.c0', type, p)}`;
  const rows = (condition: string): string => `EXISTS (SELECT 1 FROM (${queryText(expr.query, p)}) AS q WHERE ${condition})`;
  const decisive = expr.all ? rows(`NOT (${test()})`) : rows(test());
  return `CASE WHEN ${decisive} THEN ${expr.all ? 0 : 1} WHEN ${rows(`(${test()}) IS NULL`)} THEN NULL ELSE ${expr.all ? 1 : 0} END`;
}

function orderedColumn(sql: string, type: Expr['type'], p: Printer): string {
  for (const fn of keyFunctions(type)) use(p, fn);
  return orderKey(sql, type, SERVER_COLLATION);
}

function aggregateText(expr: Extract<Expr, { kind: 'aggregate' }>, p: Printer): string {
  const { name } = expr.fn;
  const arg = expr.args[0];
  if (arg === undefined) return 'count(*)';
  if (name === 'COUNT' || name === 'COUNT_BIG')
    return warningText(`count(${expr.distinct ? `DISTINCT ${equality(arg, p)}` : scalar(arg, p)})`, expr, p);
  const args = expr.args.map((arg) => scalar(arg, p));
  const sort = expr.orderBy.length === 0 ? '' : orderText(expr.orderBy, null, p);
  const native = expr.distinct ? undefined : expr.fn.sqlite?.(args, expr.signature);
  if (native !== undefined && sort === '') return leadsIndex(arg) ? native : warningText(native, expr, p);
  const present = expr.quiet ? ` FILTER (WHERE ${scalar(arg, p)} IS NOT NULL)` : '';
  return `${use(p, registeredAggregate(expr.fn, expr.signature))}(${expr.distinct ? 'DISTINCT ' : ''}${args.join(', ')}${sort})${present}`;
}

/** An aggregate that warns (8153) when it leaves a NULL out. */
function warningText(aggregate: string, { args: [arg], quiet }: Extract<Expr, { kind: 'aggregate' }>, p: Printer): string {
  return arg?.nullable && !quiet
    ? `coalesce(CASE WHEN count(*) > count(${scalar(arg, p)}) THEN ${use(p, NULL_ELIMINATED)}() END, ${aggregate})`
    : aggregate;
}

/** MIN and MAX of such a column read one end of the index, where SQL Server sees no NULL. */
function leadsIndex(arg: Expr): boolean {
  if (arg.kind !== 'column' || arg.source.table === null) return false;
  const { keys, indexes, columns } = arg.source.table;
  return [...keys, ...indexes].some(({ columns: [first] }) => first !== undefined && first.columnId === columns[arg.index]?.id);
}

function windowText(expr: Extract<Expr, { kind: 'window' }>, p: Printer): string {
  if (expr.ignoreNulls) throw unsupported('IGNORE NULLS');
  const partition = expr.partitionBy.length === 0 ? '' : `PARTITION BY ${expr.partitionBy.map((e) => equality(e, p)).join(', ')}`;
  const parts = [partition, orderText(expr.orderBy, null, p).trim(), frameText(expr)].filter((part) => part !== '');
  return `${windowCall(expr, p)} OVER (${parts.join(' ')})`;
}

function windowCall(expr: Extract<Expr, { kind: 'window' }>, p: Printer): string {
  const args = expr.args.map((arg) => scalar(arg, p));
  if ('name' in expr.fn) return `${expr.fn.name.toLowerCase()}(${args.join(', ')})`;
  const { aggregate, signature } = expr.fn;
  if (args.length === 0) return 'count(*)';
  if (aggregate.name === 'COUNT' || aggregate.name === 'COUNT_BIG') return `count(${args.join(', ')})`;
  const native = aggregate.sqlite?.(args, signature);
  return native ?? `${use(p, registeredAggregate(aggregate, signature))}(${args.join(', ')})`;
}

const EDGES: Readonly<Record<string, string>> = {
  unboundedPreceding: 'UNBOUNDED PRECEDING',
  currentRow: 'CURRENT ROW',
  unboundedFollowing: 'UNBOUNDED FOLLOWING',
  preceding: 'PRECEDING',
  following: 'FOLLOWING',
};

function frameText(expr: Extract<Expr, { kind: 'window' }>): string {
  const { frame } = expr;
  if (frame === null) return '';
  const bound = (edge: typeof frame.start): string => ('offset' in edge ? `${edge.offset} ${EDGES[edge.kind]}` : (EDGES[edge.kind] ?? ''));
  return `${frame.unit.toUpperCase()} BETWEEN ${bound(frame.start)} AND ${bound(frame.end)}`;
}
