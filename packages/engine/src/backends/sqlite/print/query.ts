/**
 * Bound queries as SQLite SQL: SELECT with its grouping, order and limits, set operators, VALUES. What SQLite has no words for (TOP WITH TIES, PERCENT,
 * DISTINCT over keys) is printed as a query over a query.
 */

import { sameExpr } from '../../../bind/call.ts';
import { SERVER_COLLATION } from '../../../bind/from.ts';
import type { Expr, Limit, OrderKey, Query, SelectQuery, SetQuery, ValuesQuery } from '../../../bind/tree.ts';
import { hasAggregate, hasWindow, some } from '../../../bind/walk.ts';
import type { PrintedQuery, RegisteredFunction } from '../../../run/contracts.ts';
import { joinKeys, outerLookup, sourceIds } from '../join-keys.ts';
import { withLookups } from '../lookups.ts';
import { comparisonKey } from '../physical.ts';
import { pushDown } from '../push-down.ts';
import { documentAggregate, FETCH_COUNT, OFFSET_COUNT, TOP_COUNT, TOP_PERCENT } from '../registered.ts';
import { forget, fromText, ONE_ROW } from './from.ts';
import { interruptible } from './interruptible.ts';
import { equality, keyed, keyedColumn, ordered } from './keys.ts';
import { type AliasOf, createPrinter, finish, type Printer, use } from './printer.ts';
import { scalar } from './scalar.ts';

export function printQuery(query: Query, alias: AliasOf, ticks = false): PrintedQuery {
  const p = createPrinter(alias, ticks);
  return finish(p, `${queryText(pushDown(query), p)}${hasNoDocument(query) ? ' HAVING count(*) > 0' : ''}`);
}

/** Without rows a client gets no document either; one of type xml is a value like any other. */
const hasNoDocument = (query: Query): boolean => query.kind === 'document' && query.columns[0]?.name !== '' && query.format([]) === null;

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

export function selectText(written: SelectQuery, p: Printer, extra: readonly ((p: Printer) => string)[]): string {
  const query = withLookups(written);
  if (query.limit !== null && !isPlain(query.limit)) return numberedText(query, query.limit, p);
  if (query.distinct && needsKeys(query)) return distinctText(query, p);
  for (const id of query.from === null ? [] : sourceIds(query.from)) forget(id, p);
  for (const [source, columns] of joinKeys(query)) p.keys.set(source, columns);
  const from = query.from === null ? '' : ` FROM ${outerLookup(query) === null ? '' : `${ONE_ROW} CROSS JOIN `}${fromText(query.from, p)}`;
  const items = [...query.items.map((item, i) => `${itemText(query, item, i, p)} AS c${i}`), ...extra.map((print) => print(p))];
  const own = query.where === null ? [] : [scalar(query.where, p)];
  const conditions = [...interruptible(query.from, p), ...own];
  const where = conditions.length === 0 ? '' : ` WHERE ${conditions.join(' AND ')}`;
  const order = orderText(query.orderBy, query, p);
  return `SELECT ${query.distinct ? 'DISTINCT ' : ''}${items.join(', ')}${from}${where}${groupText(query, p)}${order}${limitText(query, p)}`;
}

/** SQLite sees one group of all rows only by an aggregate among the items, so without one the first item gets it. */
function itemText(query: SelectQuery, item: Expr, index: number, p: Printer): string {
  const isBare = index === 0 && query.groupBy?.length === 0 && !query.items.some(hasAggregate);
  return isBare ? `CASE WHEN count(*) >= 0 THEN ${scalar(item, p)} END` : scalar(item, p);
}

const needsKeys = (query: SelectQuery): boolean => query.items.some((item) => comparisonKey(item.type, SERVER_COLLATION).kind !== 'plain');

function groupText(query: SelectQuery, p: Printer): string {
  if (query.groupBy === null) return '';
  const keys = query.groupBy.map((key) => equality(key, p));
  const group = keys.length === 0 ? '' : ` GROUP BY ${keys.join(', ')}`;
  return query.having === null ? group : `${group} HAVING ${scalar(query.having, p)}`;
}

export function orderText(keys: readonly OrderKey[], query: SelectQuery | null, p: Printer): string {
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

/** What LIMIT can do: it knows no ties, and reads no column of a query around it. */
const isPlain = (limit: Limit): boolean =>
  limit.kind === 'top' ? !limit.withTies && !isOuter(limit.count) : !isOuter(limit.offset) && !isOuter(limit.fetch);

const isOuter = (count: Expr | null): boolean => count !== null && some(count, (node) => node.kind === 'column');

/** Every row whose rank or number in the order is within the limit. */
function numberedText(query: SelectQuery, limit: Limit, p: Printer): string {
  const columns = query.items.map((_item, i) => `t.c${i} AS c${i}`).join(', ');
  return `SELECT ${columns} FROM (${rankedText(query, limit, p)}) AS t WHERE ${withinText(limit, p)} ORDER BY t.rk`;
}

function withinText(limit: Limit, p: Printer): string {
  if (limit.kind === 'top') return `t.rk <= ${limit.percent ? percentText('t.n', limit.count, p) : countText(limit.count, TOP_COUNT, p)}`;
  const offset = countText(limit.offset, OFFSET_COUNT, p);
  return `t.rk > ${offset}${limit.fetch === null ? '' : ` AND t.rk <= ${offset} + ${countText(limit.fetch, FETCH_COUNT, p)}`}`;
}

/** The rows with their rank `rk` and, for PERCENT, how many there are as `n`. DISTINCT comes before the rank, and then the order is one of output columns. */
function rankedText(query: SelectQuery, limit: Limit, p: Printer): string {
  const all: SelectQuery = { ...query, limit: null, orderBy: [] };
  const top = limit.kind === 'top' ? limit : null;
  const fn = top?.withTies ? 'rank' : 'row_number';
  const rank = (order: string): string => `${fn}() OVER (${order === '' ? '' : `ORDER BY ${order}`}) AS rk`;
  const total = top?.percent ? ['count(*) OVER () AS n'] : [];
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
  const all = (): string =>
    compound(
      members(query).map((member) => side(member, '')),
      names,
    );
  if (query.op === 'unionAll') return all();
  const keys = query.columns.map((column, i) => keyedColumn(`u.c${i}`, column.type, p)).join(', ');
  const columns = names.map((name) => `u.${name} AS ${name}`).join(', ');
  if (query.op === 'union') return `SELECT ${columns} FROM (${all()}) AS u GROUP BY ${keys}`;
  // EXCEPT keeps groups seen on the left only, INTERSECT those seen on both sides; min() also makes the bare columns those of the left.
  const both = `${side(query.left, '0')} UNION ALL ${side(query.right, '1')}`;
  const test = query.op === 'except' ? 'max(u.side) = 0' : 'min(u.side) = 0 AND max(u.side) = 1';
  return `SELECT ${columns} FROM (${both}) AS u GROUP BY ${keys} HAVING ${test}`;
}

/** The queries of a chain of UNION ALL, or of a UNION whose rows are compared once all are there, in their order. */
function members(query: SetQuery): readonly Query[] {
  const goesOn = (left: Query): left is SetQuery =>
    left.kind === 'set' && left.orderBy.length === 0 && left.limit === null && (left.op === 'unionAll' || left.op === query.op);
  const reversed: Query[] = [query.right];
  let { left } = query;
  for (; goesOn(left); left = left.left) reversed.push(left.right);
  return [...reversed, left].toReversed();
}

/** SQLite takes 500 members in one compound. */
const COMPOUND = 400;

function compound(texts: readonly string[], names: readonly string[]): string {
  if (texts.length <= COMPOUND) return texts.join(' UNION ALL ');
  const parts = Array.from({ length: Math.ceil(texts.length / COMPOUND) }, (_, i) => texts.slice(i * COMPOUND, (i + 1) * COMPOUND));
  return compound(
    parts.map((part) => `SELECT ${names.join(', ')} FROM (${compound(part, names)})`),
    names,
  );
}

function valuesText(query: ValuesQuery, p: Printer): string {
  // SQLite loses the columns of VALUES with several rows that see an outer query.
  if (query.rows.some((row) => row.some(readsColumns))) {
    const rows = query.rows.map((row) => `SELECT ${row.map((value, i) => `${scalar(value, p)} AS c${i}`).join(', ')}`);
    return compound(
      rows,
      query.columns.map((_c, i) => `c${i}`),
    );
  }
  const rows = query.rows.map((row) => `(${row.map((value) => scalar(value, p)).join(', ')})`).join(', ');
  // SQLite runs VALUES with several rows as a coroutine, and then computed columns over it are NULL under a LEFT JOIN (3.53); a LIMIT ends that.
  const materialized = query.rows.length > 1 ? ' LIMIT -1' : '';
  return `SELECT ${query.columns.map((_c, i) => `column${i + 1} AS c${i}`).join(', ')} FROM (VALUES ${rows})${materialized}`;
}

const readsColumns = (expr: Expr): boolean => some(expr, (node) => node.kind === 'column');
