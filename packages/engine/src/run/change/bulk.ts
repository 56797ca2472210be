/**
 * Rows of a bulk load on their way into a table. They are taken as they are: without CHECK_CONSTRAINTS nothing asks checks and foreign keys, without
 * FIRE_TRIGGERS no trigger hears of them. Keys, NOT NULL and the check of a view always hold. A NULL takes the column's default unless it is to stay.
 */

import type { Type } from '@sprocket/tsql';
import { noteAccess } from '../../bind/access.ts';
import type { Binder, BulkLoading } from '../../bind/context.ts';
import type { DatabaseCatalog, Table } from '../../catalog/model.ts';
import type { Value } from '../../values/value.ts';
import type { Frame, Steps } from '../contracts.ts';
import { mapRows } from '../pace.ts';
import { type ChangeTarget, fireAfter, hasTrigger, insertRows } from './apply.ts';
import { assignments, type Given, USE_DEFAULT } from './store.ts';
import type { TargetRows } from './target.ts';

/** A table that is ready to take the rows of a load. */
export interface PreparedBulk {
  readonly table: Table;
  readonly database: DatabaseCatalog | null;
  /** Positions in the table of the columns that the statement names. */
  readonly columns: readonly number[];
  /** Positions of all columns that the target shows, as a data file has them; -1 for one that a view computes. */
  readonly shown: readonly number[];
  /** Puts rows into the columns at `positions`; `types` are those of the values, null for values that fit already. */
  insert(frame: Frame, rows: Iterable<readonly Given[]>, positions: readonly number[], types: readonly (Type | null)[]): Steps<number>;
}

/** The table as the load sees it. */
export const tableForLoad = (table: Table, loading: BulkLoading): Table =>
  loading.checkConstraints ? table : { ...table, checks: [], foreignKeys: [] };

export function prepareBulk(target: ChangeTarget, columns: readonly number[], rows: TargetRows, loading: BulkLoading): PreparedBulk {
  const { named, base } = rows;
  return {
    table: base.table,
    database: target.database,
    columns,
    shown: named.columns.flatMap((column, i) => (column.hidden ? [] : [base.positions[i] ?? -1])),
    insert: (frame, given, positions, types) => insertBulk(target, loading, { given, positions, types }, frame),
  };
}

/** What is passed over or forced needs ALTER. */
export function noteAlter(binder: Binder, { table, database }: TargetRows['base'], loading: BulkLoading, isIdentityGiven: boolean): void {
  if (database === null) return;
  const passesOver = !loading.checkConstraints && table.checks.length + table.foreignKeys.length > 0;
  const silences =
    !loading.fireTriggers && [...database.objects.values()].some((object) => object.kind === 'trigger' && object.parentId === table.id);
  if (passesOver || silences || isIdentityGiven) noteAccess(binder, { database, object: table }, 'ALTER');
}

interface Rows {
  readonly given: Iterable<readonly Given[]>;
  readonly positions: readonly number[];
  readonly types: readonly (Type | null)[];
}

function* insertBulk(target: ChangeTarget, loading: BulkLoading, { given, positions, types }: Rows, frame: Frame): Steps<number> {
  const make = assignments(target, positions, types);
  const complete = loading.keepNulls ? (values: readonly Given[]) => values : withDefaults(target.table, positions);
  const rows = yield* mapRows(given, frame, (values) => make(complete(values), frame));
  const all = new Set(target.table.columns.map((column) => column.id));
  if (loading.fireTriggers && target.database !== null && hasTrigger(target, 'instead of', 'INSERT')) {
    yield* instead(target, target.database, rows, all, frame);
    return rows.length;
  }
  const stored = yield* insertRows(target, rows, frame, 'INSERT');
  if (loading.fireTriggers) yield* fireAfter(target, 'INSERT', stored, [], all, frame);
  return stored.length;
}

function withDefaults(table: Table, positions: readonly number[]): (values: readonly Given[]) => readonly Given[] {
  const hasDefault = positions.map((position) => table.columns[position]?.default !== null);
  return (values) => values.map((value, i) => (value === null && hasDefault[i] === true ? USE_DEFAULT : value));
}

const instead = (
  { table }: ChangeTarget,
  { databaseId }: DatabaseCatalog,
  inserted: readonly Value[][],
  updatedColumns: ReadonlySet<number>,
  { context }: Frame,
): Steps<void> =>
  context.fireTriggers({
    databaseId,
    target: table.id,
    timing: 'instead of',
    event: 'INSERT',
    table,
    inserted,
    deleted: [],
    updatedColumns,
  });
