/**
 * FOR SYSTEM_TIME: the rows that a system-versioned table had. The table and its history become one derived table, filtered by the periods of their rows
 * as the clause asks; after a view's name the clause is for every versioned table inside. A period that ended when it began is never shown.
 */

import { isBinary, isString, parseExpression, type SystemTime } from '@sprocket/tsql';
import type { DatabaseCatalog, HistoryRetention, Table } from '../catalog/model.ts';
import { sqlError } from '../errors.ts';
import type { Value } from '../values/value.ts';
import { isUntypedNull, typeName } from './coerce.ts';
import type { Binder, ExprContext } from './context.ts';
import { bindExpr } from './expression.ts';
import { columnRef } from './names.ts';
import { and, compare } from './predicate.ts';
import { combine, expressionContext, sourceOf } from './query.ts';
import type { Expr, From, QueryColumn, SelectQuery, Source } from './tree.ts';

/** A bound clause. */
export interface SystemTimeScope {
  readonly type: SystemTime['type'];
  readonly start: Expr | null;
  readonly end: Expr | null;
  /** Set when a table has taken it. */
  readonly use: { tables: number };
}

export function bindSystemTime({ type, start, end }: SystemTime, cx: ExprContext): SystemTimeScope {
  const operator = type === 'asOf' ? 'less than or equal to' : 'greater than';
  const moment = (expression: SystemTime['start']): Expr | null =>
    expression === null ? null : requireMoment(bindExpr(expression, cx), operator);
  return { type, start: moment(start), end: moment(end), use: { tables: 0 } };
}

const MOMENTS: ReadonlySet<string> = new Set(['date', 'datetime', 'smalldatetime', 'datetime2', 'datetimeoffset', 'sql_variant']);

/** 402 and 206 for what is no moment. */
function requireMoment(moment: Expr, operator: string): Expr {
  const { type } = moment;
  if (isUntypedNull(moment) || MOMENTS.has(type.name) || isString(type)) return moment;
  if (type.name === 'time' || isBinary(type)) throw sqlError(402, 'datetime2', typeName(type), operator);
  throw sqlError(206, 'datetime2', moment.kind === 'constant' ? narrowest(moment.value, typeName(type)) : typeName(type));
}

/** A whole number counts as the smallest type that holds it. */
function narrowest(value: Value, name: string): string {
  if (name !== 'int' || typeof value !== 'number') return name;
  if (value >= 0 && value <= 255) return 'tinyint';
  return value >= -32_768 && value <= 32_767 ? 'smallint' : name;
}

/** The table and its history as `from` would show the table alone. `historySource` makes the source of the history. */
export function versionedRows(
  from: Extract<From, { kind: 'table' }>,
  database: DatabaseCatalog,
  time: SystemTimeScope,
  binder: Binder,
  historySource: (history: Table) => Source,
): Extract<From, { kind: 'derived' }> {
  const { table, source, databaseId } = from;
  const history = database.objectsById.get(table.versioning?.historyId ?? 0);
  if (history?.kind !== 'table') throw sqlError(13544, `${database.name}.${table.schema}.${table.name}`);
  time.use.tables += 1;
  const current = selectRows(from, table, time, null, binder);
  const past: From = { kind: 'table', source: historySource(history), table: history, databaseId };
  const query = combine('unionAll', current, selectRows(past, table, time, table.versioning?.retention ?? null, binder), binder);
  const shown = sourceOf(binder, source.name, query.columns);
  const columns = shown.columns.map((column, i) => ({ ...column, hidden: source.columns[i]?.hidden === true }));
  return { kind: 'derived', source: { ...shown, schema: source.schema, database: source.database, columns }, query };
}

/** `table` says where the period is; its history has the columns in the same order. */
function selectRows(
  from: Extract<From, { kind: 'table' }>,
  table: Table,
  time: SystemTimeScope,
  retention: HistoryRetention | null,
  binder: Binder,
): SelectQuery {
  const { source } = from;
  const period = (id: number | undefined): Expr =>
    columnRef(
      source,
      table.columns.findIndex((column) => column.id === id),
    );
  const [start, end] = [period(table.period?.start), period(table.period?.end)];
  const conditions = [compare('<>', start, end), ...momentConditions(time, start, end)];
  if (retention !== null) conditions.push(compare('>=', end, oldest(retention, binder)));
  return {
    kind: 'select',
    columns: source.columns.map(({ name, type, nullable }): QueryColumn => ({ name, type, nullable, identity: false, computed: true })),
    items: source.columns.map((_column, i) => columnRef(source, i)),
    from,
    where: and(conditions),
    groupBy: null,
    having: null,
    distinct: false,
    orderBy: [],
    limit: null,
  };
}

function momentConditions({ type, start: from, end: to }: SystemTimeScope, start: Expr, end: Expr): readonly Expr[] {
  if (from === null) return [];
  const until = to ?? from;
  switch (type) {
    case 'all':
      return [];
    case 'asOf':
      return [compare('<=', start, from), compare('>', end, from)];
    case 'fromTo':
      return [compare('<', start, until), compare('>', end, from)];
    case 'between':
      return [compare('<=', start, until), compare('>', end, from)];
    case 'containedIn':
      return [compare('>=', start, from), compare('<=', end, until)];
  }
}

/** The moment before which rows of the history are no longer shown. */
function oldest({ count, unit }: HistoryRetention, binder: Binder): Expr {
  const { expression } = parseExpression(`DATEADD(${unit}, -${count}, SYSUTCDATETIME())`);
  if (expression === null) throw new Error('a retention period is an expression');
  return bindExpr(expression, expressionContext(binder, null));
}
