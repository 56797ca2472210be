/** CREATE and ALTER TRIGGER on tables and views; ENABLE and DISABLE TRIGGER. Those on the database and the server are in `scoped-trigger.ts`. */

import type { CreateTrigger, Drop, EnableTrigger, ObjectName } from '@sprocket/tsql';
import { type SqlError, sqlError, sqlErrorState } from '../../errors.ts';
import { putObject, removeObject, setNextObjectId } from '../edit.ts';
import { findObject, nameParts, nameText, sameName, triggersOf } from '../find.ts';
import { nextId } from '../ids.ts';
import { type DatabaseCatalog, objectKey, type SchemaObject, type Table, type Trigger, type View } from '../model.ts';
import { commitCatalog, requireFreeName, resolveTarget } from './apply.ts';
import type { DdlContext } from './context.ts';
import { newBase } from './module.ts';
import { createScopedTrigger, dropScopedTrigger, enableScopedTriggers } from './scoped-trigger.ts';

/** What a trigger is on. */
interface Parent {
  readonly catalog: DatabaseCatalog;
  readonly object: Table | View;
  readonly schema: string;
}

const CHANGES: ReadonlySet<string> = new Set(['INSERT', 'UPDATE', 'DELETE']);

export function createTrigger(statement: CreateTrigger, context: DdlContext): void {
  if (statement.target.kind !== 'name') return createScopedTrigger(statement, statement.target.kind, context);
  const { schema, name } = nameParts(statement.name);
  if (statement.name.parts.length > 2) throw sqlError(166, 'CREATE/ALTER TRIGGER');
  if (statement.target.parts.at(-1)?.value.startsWith('#') === true) throw sqlError(167);
  const foreign = statement.events.find((event) => !CHANGES.has(event));
  if (foreign !== undefined) throw sqlError(1084, foreign);
  const parent = tableParent(statement.target, name, context);
  if (schema !== undefined && !sameName(schema, parent.schema))
    throw sqlError(2103, statement.mode === 'alter' ? 'alter' : 'create', nameText(statement.name));
  const existing = existingTrigger(statement, parent, name);
  requirePossible(statement, parent, parent.object, existing);
  const { catalog } = parent;
  const trigger: Trigger = {
    ...newBase(statement, context, { schema: parent.schema, name: existing?.name ?? name, existing, freeId: catalog.nextObjectId }),
    kind: 'trigger',
    parentId: parent.object.id,
    timing: statement.timing === 'insteadOf' ? 'instead of' : 'after',
    events: statement.events,
    disabled: existing?.disabled ?? false,
    order: null,
  };
  const after = putObject(existing === undefined ? setNextObjectId(catalog, nextId(trigger.id)) : catalog, trigger);
  context.binder.checkModule(after, trigger);
  commitCatalog(context, catalog, after);
}

function tableParent(target: ObjectName, trigger: string | null, context: DdlContext): Parent {
  const { catalog, object } = parentObject(target, context);
  if (object?.kind !== 'table' && object?.kind !== 'view') throw missingParent(target, trigger);
  return { catalog, object, schema: object.schema };
}

function switchedParent(target: ObjectName, context: DdlContext): Parent {
  const { catalog, object } = parentObject(target, context);
  if (object?.kind !== 'table' && object?.kind !== 'view') throw sqlErrorState(1088, 21, nameText(target));
  return { catalog, object, schema: object.schema };
}

function missingParent(target: ObjectName, trigger: string | null): SqlError {
  const error = sqlErrorState(8197, 4, nameText(target));
  error.procedure = trigger;
  return error;
}

function parentObject(
  name: ObjectName,
  context: DdlContext,
): { readonly catalog: DatabaseCatalog; readonly object: SchemaObject | undefined } {
  const target = resolveTarget(context, name);
  return {
    catalog: target.catalog,
    object: findObject(target.catalog, target.qualified ? target.schema : undefined, target.schema, target.name),
  };
}

function existingTrigger(statement: CreateTrigger, parent: Parent, name: string): Trigger | undefined {
  const found = parent.catalog.objects.get(objectKey(parent.schema, name));
  if (statement.mode === 'create' || (statement.mode === 'createOrAlter' && found === undefined)) {
    requireFreeName(parent.catalog, parent.schema, name, 2);
    return undefined;
  }
  if (found === undefined) throw sqlErrorState(208, 6, nameText(statement.name));
  if (found.kind !== 'trigger') throw sqlError(2010, nameText(statement.name));
  if (found.parentId !== parent.object.id) throw sqlError(2110, found.name, parent.object.name);
  return found;
}

function requirePossible(statement: CreateTrigger, parent: Parent, object: Table | View, existing: Trigger | undefined): void {
  if (object.kind === 'table') refuseTemporal(statement, parent, object);
  if (statement.timing === 'after') {
    if (object.kind === 'view') throw sqlErrorState(8197, 6, statement.target.kind === 'name' ? nameText(statement.target) : object.name);
    return;
  }
  const others = triggersOf(parent.catalog, object.id).filter((other) => other.id !== existing?.id && other.timing === 'instead of');
  const doubled = statement.events.find((event) => others.some((other) => other.events.includes(event)));
  if (doubled !== undefined) throw sqlError(2111, statement.name.parts.at(-1)?.value ?? '', object.kind, object.name, doubled);
  if (object.kind === 'table' && cascades(object, statement.events))
    throw sqlError(2113, statement.name.parts.at(-1)?.value ?? '', `${object.schema}.${object.name}`);
}

/** 13569: a history table has no triggers, a versioned one none that stand in for a change. */
function refuseTemporal({ timing }: CreateTrigger, { catalog }: Parent, table: Table): void {
  const name = `${catalog.name}.${table.schema}.${table.name}`;
  if (table.historyOf !== undefined) throw sqlErrorState(13569, 1, name);
  if (table.versioning !== undefined && timing === 'insteadOf') throw sqlErrorState(13569, 2, name);
}

/** A cascading foreign key would go past an INSTEAD OF trigger. */
function cascades(table: Table, events: readonly string[]): boolean {
  return table.foreignKeys.some(
    (key) => (events.includes('DELETE') && key.onDelete !== 'NO ACTION') || (events.includes('UPDATE') && key.onUpdate !== 'NO ACTION'),
  );
}

export function enableTrigger(statement: EnableTrigger, context: DdlContext): void {
  if (statement.target.kind !== 'name') return enableScopedTriggers(statement, statement.target.kind, context);
  const parent = switchedParent(statement.target, context);
  const all = triggersOf(parent.catalog, parent.object.id);
  const named = statement.triggers?.map((name) => {
    const found = all.find((trigger) => sameName(trigger.name, nameParts(name).name));
    if (found === undefined) throw sqlErrorState(1088, 119, nameText(name));
    return found;
  });
  const after = (named ?? all).reduce(
    (catalog: DatabaseCatalog, trigger) => putObject(catalog, { ...trigger, disabled: !statement.enable, modified: context.now }),
    parent.catalog,
  );
  commitCatalog(context, parent.catalog, after);
}

export function dropTrigger(context: DdlContext, name: ObjectName, { on, ifExists }: Drop): void {
  const isGone = on === null || on.kind === 'name' ? dropTableTrigger(context, name) : dropScopedTrigger(context, name, on.kind);
  if (!isGone && !ifExists) throw sqlError(3701, 'drop', 'trigger', nameText(name));
}

/** False when there is no such trigger. */
function dropTableTrigger(context: DdlContext, name: ObjectName): boolean {
  const { catalog, object } = parentObject(name, context);
  if (object?.kind !== 'trigger') return false;
  commitCatalog(context, catalog, removeObject(catalog, object.id));
  return true;
}
