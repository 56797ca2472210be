/** Data changes by statement: each is bound, and becomes something that can run against frames. */

import { type Delete, type Expression, type Insert, MAX, type Merge, type Select, type Truncate, type Update } from '@sprocket/tsql';
import { noteAccess } from '../../bind/access.ts';
import { type Binder, type BindScope, createBinder, dependenciesOf } from '../../bind/context.ts';
import { bindExpr } from '../../bind/expression.ts';
import { expressionContext } from '../../bind/query.ts';
import { type ResolvedTable, resolveTable, writtenName } from '../../bind/resolve.ts';
import { isQueueTable } from '../../catalog/broker/tables.ts';
import { connectionsTo } from '../../catalog/find.ts';
import { indexedViewsOver } from '../../catalog/indexed-view.ts';
import { nameKey } from '../../catalog/model.ts';
import { SqlError, sqlError } from '../../errors.ts';
import type { Frame, PreparedChange, Steps } from '../contracts.ts';
import { compile, NO_VALUES } from '../evaluate.ts';
import { prepareInsert } from './insert.ts';
import { prepareMerge } from './merge.ts';
import { afterNested, nestedChange } from './nested.ts';
import { incoming } from './references.ts';
import { prepareSelectInto } from './select-into.ts';
import { forgetChanges } from './tracking.ts';
import { truncatedPartitions } from './truncate-partitions.ts';
import { prepareDelete, prepareUpdate } from './update.ts';
import { displayName, storedName } from './writer.ts';

export function prepareChange(statement: Select | Insert | Update | Delete | Merge | Truncate, scope: BindScope): PreparedChange {
  const tracked = 'with' in statement ? (statement.with?.changeTrackingContext ?? null) : null;
  const prepared = prepareOwn(statement, scope);
  return tracked === null ? prepared : underContext(prepared, tracked, scope);
}

function prepareOwn(statement: Select | Insert | Update | Delete | Merge | Truncate, scope: BindScope): PreparedChange {
  if (statement.kind !== 'select' && statement.kind !== 'truncate') requireWritable(statement, scope);
  switch (statement.kind) {
    case 'select':
      return prepareSelectInto(statement, scope);
    case 'insert':
      return prepareInsertOver(statement, scope);
    case 'update':
      return prepareUpdate(statement, scope);
    case 'delete':
      return prepareDelete(statement, scope);
    case 'merge':
      return prepareMerge(statement, scope);
    case 'truncate':
      return prepareTruncate(statement, scope);
  }
}

/** WITH CHANGE_TRACKING_CONTEXT: what the statement records carries these bytes, what its triggers record does not. */
function underContext(prepared: PreparedChange, expression: Expression, scope: BindScope): PreparedChange {
  const value = bindExpr(expression, expressionContext(createBinder(scope), null));
  const { name, length } = value.type;
  if ((name !== 'varbinary' && name !== 'binary') || length === MAX || length > 128) throw sqlError(22109);
  const evaluate = compile(value);
  const { insertRows } = prepared;
  function* under(frame: Frame, run: () => Steps<number>): Steps<number> {
    frame.trackingContext = evaluate(frame.context, frame.slots, NO_VALUES) as Uint8Array | null;
    try {
      return yield* run();
    } finally {
      frame.trackingContext = null;
    }
  }
  return {
    ...prepared,
    execute: (frame, emit) => under(frame, () => prepared.execute(frame, emit)),
    ...(insertRows === undefined ? {} : { insertRows: (frame, rows, columns) => under(frame, () => insertRows(frame, rows, columns)) }),
  };
}

/** Rows of a table-valued parameter cannot be changed. */
function requireWritable({ target }: Insert | Update | Delete | Merge, { variables }: BindScope): void {
  if (target.kind !== 'tableVariable') return;
  if (variables.get(nameKey(target.name))?.readOnly === true) throw sqlError(10700, target.name);
}

function prepareInsertOver(statement: Insert, scope: BindScope): PreparedChange {
  const nested = nestedChange(statement);
  if (nested === null) return prepareInsert(statement, scope);
  const inner = prepareChange(nested.statement, scope);
  if (inner.columns === null) throw sqlError(10729);
  return afterNested(inner, prepareInsert(statement, scope, inner.columns));
}

/** The table; here a missing one is 4701. */
function truncated({ table }: Truncate, binder: Binder): ResolvedTable {
  try {
    return resolveTable(table, binder);
  } catch (error) {
    throw error instanceof SqlError && error.number === 208 ? sqlError(4701, writtenName(table)) : error;
  }
}

/**
 * All rows at once, without triggers; the identity counter starts anew. 4712 for a table that a foreign key refers to: TRUNCATE is not compiled, so
 * this is found when it runs, and a TRY around it may turn to DELETE.
 */
function prepareTruncate(statement: Truncate, scope: BindScope): PreparedChange {
  const binder = createBinder(scope);
  const found = truncated(statement, binder);
  if (found.kind !== 'table' || isQueueTable(found.table)) throw sqlError(4708, writtenName(statement.table));
  const { table } = found;
  if (found.found !== undefined) noteAccess(binder, found.found, 'ALTER');
  const database = table.storage.kind === 'database' ? found.database : null;
  if (table.versioning !== undefined || table.historyOf !== undefined) throw sqlError(13545, displayName(table, database));
  const shown = database === null ? undefined : indexedViewsOver(database, table.id)[0];
  const referenced = incoming(table, database, scope).some((reference) => reference.child.id !== table.id);
  const connected = table.graph !== undefined && database !== null && connectionsTo(database, table.id).length > 0;
  const sql = `DELETE FROM ${storedName(table, database, scope)}`;
  const partitions = truncatedPartitions(statement, table, database, binder);
  return {
    kind: 'change',
    command: 'other',
    dependencies: dependenciesOf(binder),
    writes: database === null ? [] : [database.databaseId],
    columns: null,
    // biome-ignore lint/correctness/useYield: a change is a generator because others wait
    *execute(frame) {
      if (referenced) throw sqlError(4712, writtenName(statement.table));
      if (connected) throw sqlError(13944, writtenName(statement.table));
      if (shown !== undefined) throw sqlError(3729, 'TRUNCATE TABLE', writtenName(statement.table), shown.name);
      if (table.changeTracking !== undefined && database !== null)
        forgetChanges(table, scope.catalog.alias(database.databaseId), scope.catalog.backend.quoteName, frame);
      if (partitions !== null) {
        const condition = partitions(frame);
        frame.context.connection.run(`${sql} WHERE ${condition.sql}`, condition.params, { bigints: false, functions: condition.functions });
        return 0;
      }
      frame.context.connection.run(sql, [], { bigints: false, functions: [] });
      frame.context.resetIdentity(database?.databaseId ?? 0, table);
      return 0;
    },
  };
}
