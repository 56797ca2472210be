/**
 * Applies computed changes to a table: stores rows, then looks at foreign keys, follows cascades and fires AFTER triggers. Statements compute what
 * changes; everything that must hold afterwards is here, for INSERT, UPDATE, DELETE and MERGE alike.
 */

import type { BindScope } from '../../bind/context.ts';
import type { DatabaseCatalog, Table, Trigger } from '../../catalog/model.ts';
import type { Value } from '../../values/value.ts';
import type { Frame, Steps } from '../contracts.ts';
import { NO_VALUES } from '../evaluate.ts';
import { eachRow } from '../pace.ts';
import { type EdgeRules, edgeRules } from './edges.ts';
import { type GraphRows, graphRows } from './graph.ts';
import { checkParents, conflict, incoming, keyChanged, outgoing, type Reference } from './references.ts';
import { type RequireSettings, requiredSettings } from './required-settings.ts';
import { type RowPolicy, rowPolicy } from './row-policy.ts';
import { type ChangeTracker, changeTracker } from './tracking.ts';
import { type RowVersions, rowVersions } from './versions.ts';
import { type ViewKeyCheck, viewKeyCheck } from './view-keys.ts';
import { type ChangeVerb, createWriter, type RowId, type TableWriter } from './writer.ts';

/** A table that can be changed: its writer, foreign keys in both directions, and which triggers it has. */
export interface ChangeTarget {
  readonly table: Table;
  readonly database: DatabaseCatalog | null;
  readonly writer: TableWriter;
  readonly outgoing: readonly Reference[];
  readonly incoming: readonly Reference[];
  readonly triggers: readonly Trigger[];
  /** Null for a table without a period. */
  readonly versions: RowVersions | null;
  /** Unique indexes of views that show the table's rows; null without any. */
  readonly viewKeys: ViewKeyCheck | null;
  /** Null for a table without change tracking. */
  readonly tracker: ChangeTracker | null;
  /** Null for a table to which SET options do not matter. */
  readonly requireSettings: RequireSettings | null;
  /** Null for a table that is no part of the graph. */
  readonly graph: GraphRows | null;
  /** Null for a table that no CONNECTION constraint is about. */
  readonly edges: EdgeRules | null;
  /** Block predicates of a security policy; null for a table without. */
  readonly policy: RowPolicy | null;
  /** Targets of cascades, made when first needed. */
  cascade(table: Table): ChangeTarget;
}

export function createTarget(table: Table, database: DatabaseCatalog | null, scope: BindScope): ChangeTarget {
  const cascades = new Map<number, ChangeTarget>();
  const writer = createWriter(table, database, scope);
  const target: ChangeTarget = {
    table,
    database,
    writer,
    versions: rowVersions(table, database, scope, writer),
    viewKeys: viewKeyCheck(table, database, scope),
    tracker: changeTracker(table, database, scope),
    requireSettings: requiredSettings(table, database, scope),
    graph: graphRows(table, database),
    edges: edgeRules(table, database, scope),
    policy: rowPolicy(table, database, scope),
    outgoing: outgoing(table, database, scope),
    incoming: incoming(table, database, scope),
    triggers: triggersOf(table.id, database).filter((trigger) => !isSuspended(trigger, table, scope)),
    cascade: (other) => {
      if (other.id === table.id) return target;
      const known = cascades.get(other.id) ?? createTarget(other, database, scope);
      cascades.set(other.id, known);
      return known;
    },
  };
  return target;
}

/** Inside an INSTEAD OF trigger its own table has none. */
function isSuspended(trigger: Trigger, table: Table, scope: BindScope): boolean {
  return trigger.timing === 'instead of' && scope.trigger?.insteadOf === true && scope.trigger.table.id === table.id;
}

export function triggersOf(parentId: number, database: DatabaseCatalog | null): Trigger[] {
  if (database === null) return [];
  return [...database.objects.values()].filter(
    (object): object is Trigger => object.kind === 'trigger' && object.parentId === parentId && !object.disabled,
  );
}

export const hasTrigger = (target: { readonly triggers: readonly Trigger[] }, timing: Trigger['timing'], event: string): boolean =>
  target.triggers.some((trigger) => trigger.timing === timing && trigger.events.includes(event));

/** Stores complete rows and returns those that are in: all but the duplicates that IGNORE_DUP_KEY leaves out. */
export function* insertRows(target: ChangeTarget, rows: Iterable<Value[]>, frame: Frame, verb: ChangeVerb): Steps<readonly Value[][]> {
  const { writer } = target;
  const { viewKeys } = target;
  target.requireSettings?.(frame, verb);
  const stored: Value[][] = [];
  const rowIds: RowId[] = [];
  yield* eachRow(rows, frame, (row) => {
    writer.complete(row, frame, verb);
    if (!writer.insert(row, frame, verb)) return;
    stored.push(row);
    if (viewKeys !== null) rowIds.push(lastRowId(frame));
  });
  if (viewKeys !== null) yield* viewKeys.check(rowIds, frame);
  if (target.tracker !== null) yield* target.tracker.inserted(stored, frame);
  const { checkStored } = writer;
  if (checkStored !== null) yield* eachRow(stored, frame, (row) => checkStored(row, frame, verb));
  target.policy?.check('AFTER INSERT', stored, frame);
  if (target.database !== null) yield* checkParents(target.outgoing, stored, verb, frame, target.database);
  if (target.edges !== null) yield* target.edges.checkEdges(stored, verb, frame);
  return stored;
}

/** The row id that storage gave the row which was inserted last. */
function lastRowId({ context }: Frame): RowId {
  const [id] = context.connection.get('SELECT last_insert_rowid()', [], { bigints: true, functions: [] }) ?? [];
  return typeof id === 'bigint' ? id : Number(id ?? 0);
}

export interface RowUpdate {
  readonly rowId: RowId;
  readonly before: readonly Value[];
  readonly after: Value[];
}

/** Stores new images of rows. `columns` are the positions that the statement assigns. */
export function* updateRows(
  target: ChangeTarget,
  updates: readonly RowUpdate[],
  columns: readonly number[],
  frame: Frame,
  verb: ChangeVerb,
): Steps<void> {
  const { writer, versions, policy } = target;
  target.requireSettings?.(frame, verb);
  policy?.check('BEFORE UPDATE', before(updates), frame);
  const stored = versions === null ? columns : [...columns, versions.start];
  yield* eachRow(updates, frame, (update) => {
    versions?.renew(update.before, update.after, frame);
    writer.complete(update.after, frame, verb, stored);
  });
  if (updates.length > 1 && touchesUniqueKey(target.table, stored)) {
    // Keys may pass through each other (id = id + 1): all old rows go before the new ones come.
    yield* eachRow(updates, frame, (update) => writer.remove(update.rowId, frame));
    yield* eachRow(updates, frame, (update) => writer.insert(update.after, frame, verb, update.rowId));
  } else {
    yield* eachRow(updates, frame, (update) => writer.update(update.rowId, update.after, stored, frame, verb));
  }
  if (versions !== null) yield* eachRow(updates, frame, (update) => versions.keep(update.before, frame));
  const { checkStored } = writer;
  if (checkStored !== null) yield* eachRow(updates, frame, (update) => checkStored(update.after, frame, verb, stored));
  if (target.tracker !== null) yield* target.tracker.updated(updates, columns, frame);
  if (target.viewKeys !== null) yield* target.viewKeys.check(updates.map(rowIdAfter(target.table)), frame, stored);
  policy?.check('AFTER UPDATE', after(updates), frame, columns);
  yield* afterUpdate(target, updates, columns, frame, verb);
}

/** A primary key may be the row id, and may have changed. */
function rowIdAfter({ columns, storage }: Table): (update: RowUpdate) => RowId {
  const key = columns.findIndex(({ id }) => id === storage.rowIdColumn);
  return ({ rowId, after }) => (key === -1 ? rowId : (after[key] as RowId));
}

const before = (rows: readonly RowRemoval[]): readonly (readonly Value[])[] => rows.map((row) => row.before);
const after = (rows: readonly RowUpdate[]): readonly (readonly Value[])[] => rows.map((row) => row.after);

function touchesUniqueKey(table: Table, columns: readonly number[]): boolean {
  const ids = new Set(columns.map((index) => table.columns[index]?.id));
  const unique = [...table.keys, ...table.indexes.filter((index) => index.unique)];
  return unique.some((key) => key.columns.some((column) => ids.has(column.columnId)));
}

function* afterUpdate(
  target: ChangeTarget,
  updates: readonly RowUpdate[],
  columns: readonly number[],
  frame: Frame,
  verb: ChangeVerb,
): Steps<void> {
  const { database } = target;
  if (database === null) return;
  const own = target.outgoing.filter((reference) => reference.childColumns.some((index) => columns.includes(index)));
  if (own.length > 0)
    yield* checkParents(
      own,
      updates.map((u) => u.after),
      verb,
      frame,
      database,
    );
  for (const reference of target.incoming.filter((r) => r.parentColumns.some((index) => columns.includes(index)))) {
    const moved = updates.filter(
      (u) => keyChanged(reference.parentColumns, target.table, u.before, u.after) && !reference.hasKey(u.before, frame),
    );
    yield* parentsMoved(target, reference, moved, frame, verb, database);
  }
}

function* parentsMoved(
  target: ChangeTarget,
  reference: Reference,
  moved: readonly RowUpdate[],
  frame: Frame,
  verb: ChangeVerb,
  database: DatabaseCatalog,
): Steps<void> {
  const action = reference.foreignKey.onUpdate;
  const rows = before(moved);
  if (action === 'NO ACTION') return requireNoChildren(reference, rows, frame, verb, database);
  const key = (parent: number, index: number): Value => moved[parent]?.after[reference.parentColumns[index] as number] ?? null;
  yield* followKeys(target, reference, rows, action === 'SET DEFAULT' ? null : action === 'CASCADE' ? key : () => null, frame, verb);
}

function requireNoChildren(
  reference: Reference,
  rows: readonly (readonly Value[])[],
  frame: Frame,
  verb: ChangeVerb,
  database: DatabaseCatalog,
): void {
  if (rows.some((row) => reference.hasChildren(row, frame)))
    throw conflict(verb, referenceWord(reference), reference.foreignKey, reference.child, reference.childColumns, database);
}

const referenceWord = (reference: Reference): string => (reference.child.id === reference.parent.id ? 'SAME TABLE REFERENCE' : 'REFERENCE');

/** Gives the children of keys new key values; null asks for the columns' defaults. Triggers see the rows of all the keys at once. */
function* followKeys(
  target: ChangeTarget,
  reference: Reference,
  parentRows: readonly (readonly Value[])[],
  value: ((parent: number, index: number) => Value) | null,
  frame: Frame,
  verb: ChangeVerb,
): Steps<void> {
  const child = target.cascade(reference.child);
  const updates = parentRows.flatMap((parentRow, parent) =>
    reference.children(parentRow, frame).map(({ rowId, row }): RowUpdate => {
      const changed = [...row];
      reference.childColumns.forEach((column, index) => {
        changed[column] =
          value === null ? (child.writer.defaults[column]?.(frame.context, NO_VALUES, NO_VALUES) ?? null) : value(parent, index);
      });
      return { rowId, before: row, after: changed };
    }),
  );
  if (updates.length === 0) return;
  yield* updateRows(child, updates, reference.childColumns, frame, verb);
  const ids = new Set(reference.childColumns.map((index) => child.table.columns[index]?.id ?? 0));
  yield* fireAfter(
    child,
    'UPDATE',
    updates.map((u) => u.after),
    updates.map((u) => u.before),
    ids,
    frame,
  );
}

export interface RowRemoval {
  readonly rowId: RowId;
  readonly before: readonly Value[];
}

export function* removeRows(target: ChangeTarget, removals: readonly RowRemoval[], frame: Frame, verb: ChangeVerb): Steps<void> {
  const { database, versions, writer } = target;
  target.requireSettings?.(frame, verb);
  target.policy?.check('BEFORE DELETE', before(removals), frame);
  yield* eachRow(removals, frame, (removal) => writer.remove(removal.rowId, frame));
  if (versions !== null) yield* eachRow(removals, frame, (removal) => versions.keep(removal.before, frame));
  if (target.tracker !== null)
    yield* target.tracker.deleted(
      removals.map((removal) => removal.before),
      frame,
    );
  if (database === null) return;
  if (target.edges !== null) yield* edgesRemoved(target, target.edges, removals, frame, verb);
  for (const reference of target.incoming) {
    yield* parentsRemoved(target, reference, before(removals), frame, verb, database);
  }
}

/** Edges of deleted nodes go without their table's triggers being told. */
function* edgesRemoved(
  target: ChangeTarget,
  edges: EdgeRules,
  removals: readonly RowRemoval[],
  frame: Frame,
  verb: ChangeVerb,
): Steps<void> {
  for (const { table, rows } of edges.reaching(before(removals), verb, frame)) yield* removeRows(target.cascade(table), rows, frame, verb);
}

function* parentsRemoved(
  target: ChangeTarget,
  reference: Reference,
  removed: readonly (readonly Value[])[],
  frame: Frame,
  verb: ChangeVerb,
  database: DatabaseCatalog,
): Steps<void> {
  const rows = removed.filter((row) => reference.parentColumns.every((index) => row[index] !== null));
  switch (reference.foreignKey.onDelete) {
    case 'NO ACTION':
      return requireNoChildren(reference, rows, frame, verb, database);
    case 'CASCADE': {
      const child = target.cascade(reference.child);
      const removals = rows.flatMap((row) => reference.children(row, frame).map((found) => ({ rowId: found.rowId, before: found.row })));
      if (removals.length === 0) return;
      yield* removeRows(child, removals, frame, verb);
      yield* fireAfter(child, 'DELETE', [], before(removals), new Set(), frame);
      return;
    }
    case 'SET NULL':
      yield* followKeys(target, reference, rows, () => null, frame, verb);
      return;
    case 'SET DEFAULT':
      yield* followKeys(target, reference, rows, null, frame, verb);
  }
}

/** AFTER triggers see the whole statement, also when it changed no row. */
export function* fireAfter(
  target: ChangeTarget,
  event: 'INSERT' | 'UPDATE' | 'DELETE',
  inserted: readonly Value[][],
  deleted: readonly (readonly Value[])[],
  updatedColumns: ReadonlySet<number>,
  frame: Frame,
): Steps<void> {
  if (target.database === null || !hasTrigger(target, 'after', event)) return;
  const { databaseId } = target.database;
  const { fillVirtual } = target.writer;
  if (fillVirtual !== null) for (const row of inserted) fillVirtual(row, frame);
  yield* frame.context.fireTriggers({
    databaseId,
    target: target.table.id,
    timing: 'after',
    event,
    table: target.table,
    // What was written last is read first.
    inserted: inserted.toReversed(),
    deleted: deleted.toReversed(),
    updatedColumns,
  });
}
