/** FROM as SQLite SQL: tables, derived tables, joins, recursion, and APPLY, whose right side travels as JSON. */

import type { Type } from '@sprocket/tsql';
import type { From, Query, Source } from '../../../bind/tree.ts';
import { leavesOf } from '../../../bind/walk.ts';
import type { Table } from '../../../catalog/model.ts';
import { decodeCell, encodeCell } from '../cells.ts';
import { isIndexableOf } from '../join-keys.ts';
import { type SplitJoin, splitJoin } from '../outer-joins.ts';
import { physicalType, quoteName } from '../physical.ts';
import { REAL_FROM_HEX, REAL_TO_HEX, recursionGuard, registeredRows } from '../registered.ts';
import { isUndercounted, partsOf } from '../whole-joins.ts';
import { columnType, keyedColumn } from './keys.ts';
import { frameParameter, type Printer, use } from './printer.ts';
import { queryText, selectText } from './query.ts';
import { scalar } from './scalar.ts';

export function fromText(from: From, p: Printer): string {
  switch (from.kind) {
    case 'table':
      return tableText(from, p);
    case 'derived':
      return derivedText(from, p);
    case 'rows':
      return rowsText(from, p);
    case 'recursive':
      return recursiveText(from, p);
    case 'recursion':
      return `r${from.id} AS s${from.source.id}`;
    case 'join':
      return joinText(from, p);
    case 'apply':
      return `${fromText(from.left, p)} ${from.outer ? 'LEFT JOIN' : from.ordered ? 'CROSS JOIN' : 'JOIN'} ${lateralText(from.right, p)} ON 1`;
  }
}

function derivedText({ source, query }: Extract<From, { kind: 'derived' }>, p: Printer): string {
  const parts = partsOf(source);
  const rows = parts === undefined ? queryText(query, p) : wholeText(source, query, p);
  for (const [id, place] of parts ?? []) placeAt(id, (index) => `s${source.id}.c${place + index}`, p);
  return withKeys(source, `(${rows})`, 'SELECT *', p) ?? `(${rows}${parts === undefined ? '' : ' LIMIT -1'}) AS s${source.id}`;
}

/** A table with one row on every connection; SQLite plans for many. */
export const ONE_ROW = 'main.one_row';

/** SQLite looks values up by a column that has the affinity of what is compared with it; expressions have none. */
function wholeText(source: Source, query: Query, p: Printer): string {
  const inner = queryText(query, p);
  if (query.kind !== 'select' || query.from === null) return inner;
  const few = isUndercounted(source);
  const columns = query.items.map((item, i) => {
    const { affinity } = physicalType(item.type);
    return affinity === '' || item.kind === 'constant' || isIndexableOf(query, i) ? `c${i}` : `CAST(c${i} AS ${affinity}) AS c${i}`;
  });
  if (few) return `SELECT ${columns.join(', ')} FROM ${ONE_ROW} CROSS JOIN (${inner}) WHERE likelihood(x, 0.001)`;
  return columns.every((column) => !column.startsWith('CAST')) ? inner : `SELECT ${columns.join(', ')} FROM (${inner})`;
}

function tableText(from: Extract<From, { kind: 'table' }>, p: Printer): string {
  const rows = `${tableName(from.table, from.databaseId, p)} AS s${from.source.id}`;
  return withKeys(from.source, rows, `SELECT rowid, *`, p) ?? rows;
}

/** The rows with their join keys as further columns; undefined when none were asked for. LIMIT keeps SQLite from putting the expressions back. */
function withKeys(source: Source, rows: string, select: string, p: Printer): string | undefined {
  const columns = p.keys.get(source.id);
  if (columns === undefined) return undefined;
  const keys = [...columns].map((index) => `${keyedColumn(storageColumn(source, index), columnType(source, index), p)} AS k${index}`);
  return `(${select}, ${keys.join(', ')} FROM ${rows} LIMIT -1) AS s${source.id}`;
}

export const storageColumn = (source: Source, index: number): string => quoteName(source.columns[index]?.storageName ?? '');

/** The table in SQL; of a table variable, the rows of this activation. */
export function tableName(table: Table, databaseId: number, p: Printer): string {
  const { kind, name } = table.storage;
  switch (kind) {
    case 'database':
      return `${p.alias(databaseId)}.${quoteName(name)}`;
    case 'temporary':
      return `temp.${quoteName(name)}`;
    case 'variable':
      // A thousand rows of a million: SQLite counts on ten where an index begins with the frame.
      return `(SELECT rowid, * FROM temp.${quoteName(name)} WHERE likelihood("frame" = ${frameParameter(p)}, 0.001))`;
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
    const level = `s${recursionOf(step.from, from.id).id}.lvl`;
    const guard =
      from.limit === 0
        ? `${level} + 1`
        : `CASE WHEN ${level} >= ${from.limit} THEN ${use(p, recursionGuard)}(${from.limit}) ELSE ${level} + 1 END`;
    return selectText(step, p, [() => `${guard} AS lvl`]);
  });
  return `(WITH RECURSIVE ${name}(${[...columns, 'lvl'].join(', ')}) AS (${[anchor, ...steps].join(' UNION ALL ')}) SELECT ${columns.join(', ')} FROM ${name}) AS s${from.source.id}`;
}

/** The rows that a recursive part reads: they stand in its FROM. */
function recursionOf(from: From | null, id: number): Source {
  const leaf = from === null ? undefined : leavesOf(from).find((candidate) => candidate.kind === 'recursion' && candidate.id === id);
  if (leaf === undefined) throw new Error(`no recursion ${id}`);
  return leaf.source;
}

const JOINS = { inner: 'JOIN', left: 'LEFT JOIN', right: 'RIGHT JOIN', full: 'FULL JOIN', cross: 'CROSS JOIN' } as const;

function joinText(from: Extract<From, { kind: 'join' }>, p: Printer): string {
  const split = splitJoin(from);
  if (split !== null) return splitText(from, split, p);
  const left = fromText(from.left, p);
  const right = from.right.kind === 'join' || from.right.kind === 'apply' ? `(${fromText(from.right, p)})` : fromText(from.right, p);
  // A plain JOIN without condition, since CROSS JOIN would fix SQLite's join order.
  if (from.type === 'cross') return `${left} ${from.ordered ? 'CROSS JOIN' : 'JOIN'} ${right}`;
  return `${left} ${JOINS[from.type]} ${right} ON ${from.on === null ? '1' : scalar(from.on, p)}`;
}

/** A join in parts. Inside them its sources are sources; outside they are columns of the whole. */
function splitText(from: From, { parts, offsets }: SplitJoin, p: Printer): string {
  const texts = parts.map((part) => selectText(part, p, []));
  const alias = splitAlias(from);
  for (const [id, offset] of offsets) placeAt(id, (index) => `${alias}.c${offset + index}`, p);
  return `(${texts.join(' UNION ALL ')}) AS ${alias}`;
}

/** From here on the columns of the source are found there. */
function placeAt(id: number, column: (index: number) => string, p: Printer): void {
  forget(id, p);
  p.columns.set(id, column);
}

/** Its columns are its own again: a query may be printed more than once, and place its sources differently each time. */
export function forget(id: number, p: Printer): void {
  p.columns.delete(id);
  p.keys.delete(id);
}

export const splitAlias = (from: From): string =>
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
