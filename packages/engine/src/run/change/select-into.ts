/**
 * SELECT … INTO: creates a table from the query's columns, then inserts its rows. A column is an identity column when the query takes it as it is from
 * the one table it reads, or when its item is IDENTITY(type, seed, increment), which then numbers the rows in their order.
 */

import type { Expression, IdentityFunction, ObjectName, QueryBody, QuerySpecification, Select, SelectItem } from '@sprocket/tsql';
import { type BindScope, createBinder, dependenciesOf } from '../../bind/context.ts';
import { refuseDocument } from '../../bind/document.ts';
import { bindExpr } from '../../bind/expression.ts';
import { maxRecursion } from '../../bind/hints.ts';
import { bindSelect, expressionContext } from '../../bind/query.ts';
import type { Query } from '../../bind/tree.ts';
import { type DatabaseCatalog, MOST_COLUMNS, nameKey } from '../../catalog/model.ts';
import { sqlError } from '../../errors.ts';
import type { Value } from '../../values/value.ts';
import type { NewColumn, NewIdentity, PreparedChange } from '../contracts.ts';
import { openerOf } from '../masked.ts';
import { mapRows } from '../pace.ts';
import { createTarget, insertRows } from './apply.ts';

export function prepareSelectInto(statement: Select, scope: BindScope): PreparedChange {
  const binder = createBinder(scope, maxRecursion(statement));
  const { body } = statement.query;
  const name = intoOf(body)?.parts.map((part) => part.value) ?? [];
  refuseDocument(statement.query, 'SELECT INTO');
  const numbered = body.kind === 'querySpecification' ? identityItem(body, scope) : null;
  const { query } = bindSelect(
    numbered === null ? statement : withoutIdentity(statement, body as QuerySpecification, numbered.index),
    binder,
  );
  checkNames(query, name);
  const columns = newColumns(query, numbered);
  const open = openerOf(query, binder);
  const home = homeOf(name, scope);
  if (home !== undefined && name.length > 2) binder.databases.set(home.databaseId, home.version);
  return {
    kind: 'change',
    command: 'insert',
    dependencies: dependenciesOf(binder),
    writes: home === undefined ? [] : [home.databaseId],
    columns: null,
    *execute(frame) {
      const rows = yield* mapRows(open(frame), frame, (row) => [...row]);
      if (numbered !== null) number(rows, numbered, columns[numbered.index] as NewColumn);
      const { table, database } = yield* frame.context.createTable(name, columns);
      yield* insertRows(createTarget(table, database, scope), rows, frame, 'INSERT');
      const position = columns.findIndex((column) => column.newIdentity !== null);
      const last = rows.at(-1)?.[position] ?? null;
      if (last !== null) frame.context.setIdentity(table, wholeOf(last, columns[position] as NewColumn));
      if (database !== null) yield* frame.context.tableCreated(table, database);
      return rows.length;
    },
  };
}

/** The database that gets the table; undefined for the session's own, and for one that is not there. */
function homeOf(name: readonly string[], { catalog }: BindScope): DatabaseCatalog | undefined {
  const [last = '', , database] = name.toReversed();
  if (last.startsWith('##')) return catalog.database('tempdb');
  return last.startsWith('#') ? undefined : catalog.database(database);
}

/** The table that a query makes: INTO belongs to the first member of a set operation. */
export function intoOf(body: QueryBody): ObjectName | null {
  return body.kind === 'setOperation' ? intoOf(body.left) : body.into;
}

/** IDENTITY(…) in the select list: its position and counter. */
interface Numbered {
  readonly index: number;
  readonly identity: NewIdentity;
}

function identityItem(body: QuerySpecification, scope: BindScope): Numbered | null {
  const calls = body.items.map(identityCall);
  const index = calls.findIndex((call) => call !== null);
  const call = calls[index];
  if (call === null || call === undefined) return null;
  if (calls.filter((other) => other !== null).length > 1) throw sqlError(8108, body.into?.parts.at(-1)?.value ?? '');
  const counter = (expression: Expression | null): bigint => {
    if (expression === null) return 1n;
    const bound = bindExpr(expression, expressionContext(createBinder(scope), null));
    if (bound.kind !== 'constant' || bound.value === null) throw sqlError(102, ',');
    return BigInt(bound.value as number | bigint);
  };
  return { index, identity: { seed: counter(call.seed), increment: counter(call.increment) } };
}

const identityCall = (item: SelectItem): IdentityFunction | null =>
  item.kind === 'selectExpression' && item.expression.kind === 'identityFunction' ? item.expression : null;

/** The statement with a NULL of the identity's type in its place. */
function withoutIdentity(statement: Select, body: QuerySpecification, index: number): Select {
  const items = body.items.map((item, i): SelectItem => {
    const call = identityCall(item);
    if (i !== index || call === null || item.kind !== 'selectExpression') return item;
    const { span } = call;
    return { ...item, expression: { kind: 'cast', operand: { kind: 'null', span }, type: call.type, try: false, span } };
  });
  return { ...statement, query: { ...statement.query, body: { ...body, items } } };
}

function checkNames(query: Query, table: readonly string[]): void {
  const seen = new Set<string>();
  query.columns.forEach((column, index) => {
    if (column.name === '') throw sqlError(1038);
    if (index >= MOST_COLUMNS) throw sqlError(1702, column.name, table.at(-1) ?? '');
    if (seen.has(nameKey(column.name))) throw sqlError(2705, column.name, table.at(-1) ?? '', index + 1);
    seen.add(nameKey(column.name));
  });
}

function newColumns(query: Query, numbered: Numbered | null): NewColumn[] {
  return query.columns.map((column, index): NewColumn => {
    const newIdentity = numbered === null ? inherited(query, index) : numbered.index === index ? numbered.identity : null;
    return { ...column, nullable: column.nullable && newIdentity === null, newIdentity };
  });
}

/** The identity of a column that comes unchanged, and once only, from the one table of a query. */
function inherited(query: Query, index: number): NewIdentity | null {
  if (query.kind !== 'select' || query.groupBy !== null || query.distinct || query.from?.kind !== 'table') return null;
  const item = query.items[index];
  if (item?.kind !== 'column') return null;
  const identity = query.from.table.columns[item.index]?.identity ?? null;
  const times = query.items.filter((other) => other.kind === 'column' && other.index === item.index).length;
  return identity === null || times > 1 ? null : { seed: identity.seed, increment: identity.increment };
}

function number(rows: readonly Value[][], { index, identity }: Numbered, column: NewColumn): void {
  rows.forEach((row, n) => {
    const value = identity.seed + BigInt(n) * identity.increment;
    row[index] = isWide(column) ? value * 10n ** BigInt(column.type.scale) : Number(value);
  });
}

/** Types whose values are bigints. */
const isWide = ({ type }: NewColumn): boolean => type.name === 'bigint' || type.name === 'decimal' || type.name === 'numeric';

const wholeOf = (value: NonNullable<Value>, { type }: NewColumn): bigint =>
  typeof value === 'bigint' ? value / 10n ** BigInt(type.scale) : BigInt(value as number);
