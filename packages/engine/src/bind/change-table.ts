/**
 * CHANGETABLE: the net changes of a tracked table since a version, and the version of a row. Rows are made from the recorded changes of committed
 * transactions, which a transaction's own are not.
 */

import { BIGINT, type ChangeTable, type ChangeTableVersion, type Identifier, nchar, type ObjectName, varbinary } from '@sprocket/tsql';
import { changesTable, keyColumnName, trackedKey, VERSIONS_TABLE } from '../catalog/change-tracking.ts';
import { nameText, sameName } from '../catalog/find.ts';
import type { Column, DatabaseCatalog, Table } from '../catalog/model.ts';
import { sqlError } from '../errors.ts';
import type { Backend, ExecutionContext, PhysicalValue } from '../run/contracts.ts';
import { comparer } from '../values/compare.ts';
import type { Value } from '../values/value.ts';
import { noteAccess } from './access.ts';
import { coerce } from './coerce.ts';
import type { ExprContext } from './context.ts';
import { bindExpr } from './expression.ts';
import { sourceOf } from './query.ts';
import { resolveTable } from './resolve.ts';
import type { From, QueryColumn } from './tree.ts';

type Rows = Extract<From, { kind: 'rows' }>;

interface Tracked {
  readonly table: Table;
  readonly database: DatabaseCatalog;
  readonly key: readonly Column[];
  readonly alias: string;
  readonly backend: Backend;
}

function trackedTable(name: ObjectName, cx: ExprContext): Tracked {
  const found = resolveTable(name, cx.binder);
  if (found.kind !== 'table' || found.table.storage.kind !== 'database' || found.database === null) throw sqlError(22107, nameText(name));
  const { table, database } = found;
  if (table.changeTracking === undefined) throw sqlError(22105, nameText(name));
  if (found.found !== undefined) noteAccess(cx.binder, found.found, 'SELECT');
  cx.binder.stored.add(database.databaseId);
  const { catalog } = cx.binder.scope;
  return { table, database, key: trackedKey(table), alias: catalog.alias(database.databaseId), backend: catalog.backend };
}

const made = (name: string, type: QueryColumn['type'], nullable = true): QueryColumn => ({
  name,
  type,
  nullable,
  identity: false,
  computed: true,
});

const CONTEXT = made('SYS_CHANGE_CONTEXT', varbinary(128));

const CHANGE_COLUMNS: readonly QueryColumn[] = [
  made('SYS_CHANGE_VERSION', BIGINT),
  made('SYS_CHANGE_CREATION_VERSION', BIGINT),
  made('SYS_CHANGE_OPERATION', nchar(1)),
  made('SYS_CHANGE_COLUMNS', varbinary(4100)),
  CONTEXT,
];

function rowsOf(
  kind: string,
  tracked: Tracked,
  node: { readonly alias: Identifier; readonly columns: readonly Identifier[] },
  own: readonly QueryColumn[],
  cx: ExprContext,
) {
  const all = [...own, ...tracked.key.map(({ name, type }) => made(name, type, false))];
  if (node.columns.length > all.length) throw sqlError(8159, node.alias.value);
  if (node.columns.length > 0 && node.columns.length < all.length) throw sqlError(8158, node.alias.value);
  const columns = all.map((column, i) => ({ ...column, name: node.columns[i]?.value ?? column.name }));
  const { databaseId, version } = tracked.database;
  const key = `${kind} ${databaseId}.${tracked.table.id}.${version}`;
  return { source: sourceOf(cx.binder, node.alias.value, columns), key, columns };
}

export function changeTableRows(node: ChangeTable, cx: ExprContext): Rows {
  const tracked = trackedTable(node.table, cx);
  const { source, key, columns } = rowsOf('changes', tracked, node, CHANGE_COLUMNS, cx);
  const since = coerce(bindExpr(node.since, cx), BIGINT);
  const rows = (context: ExecutionContext, [version]: readonly Value[]): Iterable<readonly Value[]> =>
    netChanges(tracked, context, version ?? null);
  return { kind: 'rows', source, rows: { key, columns, rows: rows as never }, args: [since] };
}

export function changeVersionRows(node: ChangeTableVersion, cx: ExprContext): Rows {
  const tracked = trackedTable(node.table, cx);
  const { key: keys, table } = tracked;
  const places = node.keys.map(({ value }) => {
    const place = keys.findIndex(({ name }) => sameName(name, value));
    if (place === -1) throw sqlError(22111, value, nameText(node.table));
    return place;
  });
  const doubled = places.findIndex((place, i) => places.indexOf(place) !== i);
  if (doubled !== -1) throw sqlError(22112, node.keys[doubled]?.value ?? '');
  if (places.length !== keys.length) throw sqlError(22110, nameText(node.table));
  if (node.values.length !== places.length) throw sqlError(22103);
  const { source, key, columns } = rowsOf('version', tracked, node, [made('SYS_CHANGE_VERSION', BIGINT), CONTEXT], cx);
  const args = keys.map((column, place) => {
    const value = node.values[places.indexOf(place)];
    if (value === undefined) throw sqlError(22103);
    return coerce(bindExpr(value, cx), column.type);
  });
  const rows = (context: ExecutionContext, values: readonly Value[]): Iterable<readonly Value[]> =>
    versionOfRow(tracked, table, context, values);
  return { kind: 'rows', source, rows: { key, columns, rows: rows as never }, args };
}

const PLAIN = { bigints: false, functions: [] };

/** The version that the running transaction has drawn and not committed; 0 when it has none. */
function ownVersion({ alias }: Tracked, { connection, changeKey }: ExecutionContext): number {
  const [version] = connection.get(`SELECT version FROM ${alias}.${VERSIONS_TABLE} WHERE id = 0 AND key = ?`, [changeKey], PLAIN) ?? [];
  return Number(version ?? 0);
}

interface Change {
  readonly version: number;
  readonly op: string;
  readonly mask: Uint8Array | null;
  readonly context: Uint8Array | null;
  readonly key: readonly Value[];
}

/** Recorded changes by key, each key's in the order in which they happened. */
function* changes(tracked: Tracked, context: ExecutionContext, since: number): Iterable<Change> {
  const { key, alias, backend, table } = tracked;
  const names = key.map((_, i) => keyColumnName(i));
  const order = names.map((name, i) => backend.orderKey(name, (key[i] as Column).type));
  const sql = `SELECT version, op, mask, context, ${names.join(', ')} FROM ${alias}.${backend.quoteName(changesTable(table.id))} WHERE version > ? AND version <> ? ORDER BY ${[...order, 'rowid'].join(', ')}`;
  const types = key.map(({ type }) => backend.physicalType(type));
  const options = { bigints: types.some(({ wide }) => wide), functions: key.flatMap(({ type }) => backend.keyFunctions(type)) };
  for (const [version, op, mask, changeContext, ...values] of context.connection.iterate(
    sql,
    [since, ownVersion(tracked, context)],
    options,
  )) {
    yield {
      version: Number(version),
      op: String(op),
      mask: (mask ?? null) as Uint8Array | null,
      context: (changeContext ?? null) as Uint8Array | null,
      key: values.map((value, i) => (value === null ? null : (types[i]?.decode(value) ?? null))),
    };
  }
}

function* netChanges(tracked: Tracked, context: ExecutionContext, since: Value): Iterable<readonly Value[]> {
  const orders = tracked.key.map(({ type }) => comparer(type, type.collation));
  const isSame = (a: Change, b: Change): boolean =>
    orders.every((compare, i) => a.key[i] === b.key[i] || compare(a.key[i] as never, b.key[i] as never) === 0);
  let group: Change[] = [];
  for (const change of changes(tracked, context, since === null ? -1 : Number(since))) {
    const [first] = group;
    if (first !== undefined && !isSame(first, change)) {
      yield net(group, tracked.table);
      group = [];
    }
    group.push(change);
  }
  if (group.length > 0) yield net(group, tracked.table);
}

/** What many changes of a row amount to. */
function net(group: readonly Change[], table: Table): readonly Value[] {
  const [first, last] = [group[0] as Change, group.at(-1) as Change];
  const created = group.findLast(({ op }) => op === 'I');
  const op = last.op === 'D' ? 'D' : first.op === 'I' ? 'I' : 'U';
  const mask = table.changeTracking?.trackColumns === true ? commonMask(group) : null;
  return [BigInt(last.version), created === undefined ? null : BigInt(created.version), op, mask, last.context, ...last.key];
}

/** The columns of all updates; null as soon as one of the changes is of the whole row. */
function commonMask(group: readonly Change[]): Uint8Array | null {
  const ids: number[] = [];
  for (const { mask } of group) {
    if (mask === null) return null;
    const view = new DataView(mask.buffer, mask.byteOffset, mask.byteLength);
    for (let at = 4; at + 4 <= mask.byteLength; at += 4) if (!ids.includes(view.getInt32(at, true))) ids.push(view.getInt32(at, true));
  }
  const bytes = new Uint8Array(4 + ids.length * 4);
  const view = new DataView(bytes.buffer);
  ids.forEach((id, i) => {
    view.setInt32(4 + i * 4, id, true);
  });
  return bytes;
}

/** Nothing for a row that is not there; NULLs for one that has not changed since tracking began. */
function* versionOfRow(tracked: Tracked, table: Table, context: ExecutionContext, values: readonly Value[]): Iterable<readonly Value[]> {
  const { key, alias, backend } = tracked;
  if (values.includes(null)) return;
  const params: PhysicalValue[] = key.map(({ type }, i) => backend.physicalType(type).encode(values[i] as never));
  const where = (names: readonly string[]): string =>
    names
      .map((name, i) => `${backend.equalityKey(name, (key[i] as Column).type)} = ${backend.equalityKey('?', (key[i] as Column).type)}`)
      .join(' AND ');
  const options = { bigints: false, functions: key.flatMap(({ type }) => backend.keyFunctions(type)) };
  const stored = where(key.map(({ storageName }) => backend.quoteName(storageName)));
  const { connection } = context;
  if (connection.get(`SELECT 1 FROM ${alias}.${backend.quoteName(table.storage.name)} WHERE ${stored}`, params, options) === undefined)
    return;
  const recorded = where(key.map((_, i) => keyColumnName(i)));
  const from = `FROM ${alias}.${backend.quoteName(changesTable(table.id))} WHERE ${recorded}`;
  const [version, changeContext] = connection.get(`SELECT version, context ${from} ORDER BY rowid DESC LIMIT 1`, params, options) ?? [];
  const isKnown = version !== undefined && Number(version) !== ownVersion(tracked, context);
  yield [isKnown ? BigInt(Number(version)) : null, isKnown ? ((changeContext ?? null) as Uint8Array | null) : null, ...values];
}
