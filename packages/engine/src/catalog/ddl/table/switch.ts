/**
 * ALTER TABLE … SWITCH: rows of a table or of one partition become those of another in one step. Storage keeps all rows of a table together, so they are
 * copied by one statement and deleted by another; what may not be switched is refused as SQL Server refuses it, before a row is touched.
 */

import { type AlterTableSwitch, type Expression, INT } from '@sprocket/tsql';
import { sqlError, sqlErrorState } from '../../../errors.ts';
import { type AnyIndex, allIndexes, findIndex, nameText, referencesTo } from '../../find.ts';
import { indexedViewsOver } from '../../indexed-view.ts';
import type { Table } from '../../model.ts';
import { type Condition, fanout, type Partitioned, partitionCondition, partitioned, partitionOf } from '../../partition.ts';
import type { DdlContext } from '../context.ts';
import { findTableHome, type Home } from '../home.ts';
import { quote } from '../storage.ts';
import { requireFittingRanges } from './switch-ranges.ts';
import { requireSameShape } from './switch-shape.ts';

/** One side of a switch: a whole table, or one of its partitions. */
export interface SwitchSide {
  readonly home: Home;
  readonly table: Table;
  readonly by: Partitioned | null;
  /** 1 for a table without partitions. */
  readonly number: number;
}

export function switchPartition(action: AlterTableSwitch, context: DdlContext, home: Home, table: Table): void {
  const found = findTableHome(context, action.target);
  if (found === undefined) throw sqlErrorState(1088, 29, nameText(action.target));
  if (found.home.layout.alias !== home.layout.alias)
    throw sqlError(4948, table.name, home.catalog().name, found.table.name, found.home.catalog().name);
  if (found.table.id === table.id) throw sqlError(4955, table.name, table.name);
  if (table.versioning !== undefined) throw sqlError(13546, fullName(home, table));
  const source = sideOf(context, home, table, action.partition);
  const target = sideOf(context, found.home, found.table, action.targetPartition);
  requireEmpty(target, context);
  const tracked = [source, target].find((side) => side.table.changeTracking !== undefined);
  if (tracked !== undefined) throw sqlError(4900, fullName(tracked.home, tracked.table));
  requireSameShape(source, target);
  requireNoIndexedView(source);
  requireNoIndexedView(target);
  requireAligned(source);
  requireAligned(target);
  if (referencesTo(home.catalog(), table.id).length > 0) {
    const [reference] = referencesTo(home.catalog(), table.id);
    throw sqlError(4967, fullName(home, table), reference?.foreignKey.name ?? '');
  }
  requireFittingRanges(source, target, context);
  moveRows(source, target, context);
}

/** `database.schema.table`, as errors of SWITCH name tables. */
export const fullName = (home: Home, table: Table): string => `${home.catalog().name}.${table.schema}.${table.name}`;

function sideOf(context: DdlContext, home: Home, table: Table, partition: Expression | null): SwitchSide {
  const by = partitioned(home.catalog(), table) ?? null;
  const number = partition === null ? null : Number(context.evaluate(partition, INT));
  if (by === null) {
    // A number says nothing of a table without partitions.
    if (number !== null) context.inform(4903, number, fullName(home, table));
    return { home, table, by, number: 1 };
  }
  if (number === null) throw sqlError(4911, fullName(home, table));
  if (number < 1 || number > fanout(by.fn)) throw sqlError(4950, number, fullName(home, table));
  return { home, table, by, number };
}

function requireNoIndexedView({ home, table }: SwitchSide): void {
  const [view] = indexedViewsOver(home.catalog(), table.id);
  if (view !== undefined) throw sqlError(4937, fullName(home, table), `${view.schema}.${view.name}`);
}

/** Every index of a partitioned table is divided as the table is. */
function requireAligned({ home, table, by }: SwitchSide): void {
  if (by === null) return;
  const unaligned = allIndexes(table).find((index) => partitionOf(table, index) === undefined);
  if (unaligned !== undefined) throw sqlError(7733, 'ALTER TABLE SWITCH', 'table', fullName(home, table), 'index', unaligned.name);
}

function requireEmpty(target: SwitchSide, context: DdlContext): void {
  const { sql, params, functions } = rowsOf(target);
  const from = `SELECT 1 FROM ${storedTable(target)} WHERE ${sql} LIMIT 1`;
  if (context.connection.get(from, params, { bigints: false, functions }) === undefined) return;
  const name = fullName(target.home, target.table);
  throw target.by === null ? sqlError(4905, name) : sqlError(4904, target.number, name);
}

function moveRows(source: SwitchSide, target: SwitchSide, context: DdlContext): void {
  const { sql, params, functions } = rowsOf(source);
  const pairs = source.table.columns
    .map((column, i) => ({ from: column, to: target.table.columns[i] ?? column }))
    .filter(({ from }) => from.computed?.persisted !== false);
  const into = pairs.map(({ to }) => quote(to.storageName)).join(', ');
  const values = pairs.map(({ from }) => quote(from.storageName)).join(', ');
  const keys = target.table.columns.flatMap((column) =>
    target.home.layout.physical.keyFunctions(column.type, target.home.layout.collation),
  );
  const options = { bigints: false, functions: [...new Set([...functions, ...keys])] };
  const from = `FROM ${storedTable(source)} WHERE ${sql}`;
  context.connection.run(`INSERT INTO ${storedTable(target)} (${into}) SELECT ${values} ${from}`, params, options);
  context.connection.run(`DELETE ${from}`, params, options);
}

const storedTable = ({ home, table }: SwitchSide): string => `${quote(home.layout.alias)}.${quote(table.storage.name)}`;

function rowsOf({ home, by, number }: SwitchSide): Condition {
  if (by === null) return { sql: '1', params: [], functions: [] };
  return partitionCondition(by, [number], quote(by.column.storageName), home.layout.physical.orderForm(home.layout.collation));
}

/** A partition that REBUILD or REORGANIZE names: nothing is to be done, but it has to be there. `index` is null for the table. */
export function requirePartition(
  partition: Expression | 'all' | null,
  table: Table,
  index: AnyIndex | null,
  context: DdlContext,
  home: Home,
): void {
  if (partition === null || partition === 'all') return;
  const [what, name] = index === null ? ['table', table.name] : ['index', findIndex(table, index.name)?.name ?? ''];
  const by = partitioned(home.catalog(), table, partitionOf(table, index));
  if (by === undefined) throw index === null ? sqlError(7735, what, what, name, what) : sqlError(7729, 'alter', what, what, name);
  const number = Number(context.evaluate(partition, INT));
  if (number < 1 || number > fanout(by.fn)) throw sqlError(7730, what, number, what, name);
}
