/**
 * Triggers ON DATABASE and ON ALL SERVER: CREATE, ALTER, ENABLE, DISABLE and DROP. They have no schema and no table; those of the database lie among its
 * objects under an empty schema, those of the server in the server's catalog with ids of master.
 */

import type { CreateTrigger, EnableTrigger, ObjectName } from '@sprocket/tsql';
import { sqlError, sqlErrorState } from '../../errors.ts';
import { eventType, isDatabaseEvent } from '../ddl-events.ts';
import { putObject, removeObject, setNextObjectId } from '../edit.ts';
import { nameParts, nameText, sameName, triggersOf } from '../find.ts';
import { nextId } from '../ids.ts';
import type { DatabaseCatalog, Trigger } from '../model.ts';
import { commitCatalog, commitServer } from './apply.ts';
import type { DdlContext } from './context.ts';
import { newBase } from './module.ts';

export type Scope = 'database' | 'allServer';

/** Where the triggers of a scope are. */
interface Store {
  /** The database in use, or master. */
  readonly catalog: DatabaseCatalog;
  readonly triggers: readonly Trigger[];
  save(trigger: Trigger, isNew: boolean): void;
  remove(trigger: Trigger): void;
}

export function createScopedTrigger(statement: CreateTrigger, scope: Scope, context: DdlContext): void {
  const { schema, name } = nameParts(statement.name);
  if (schema !== undefined) throw sqlError(1094);
  requireEvents(statement, scope);
  if (statement.options.some((option) => option.principal?.type === 'owner')) throw sqlError(1083);
  const store = storeOf(scope, context);
  const existing = store.triggers.find((trigger) => sameName(trigger.name, name));
  if (existing === undefined && statement.mode === 'alter') throw sqlErrorState(208, 6, nameText(statement.name));
  if (existing !== undefined && statement.mode === 'create') throw sqlErrorState(2714, 2, name);
  const base = newBase(statement, context, { schema: '', name: existing?.name ?? name, existing, freeId: store.catalog.nextObjectId });
  const trigger: Trigger = {
    ...base,
    kind: 'trigger',
    parentId: 0,
    timing: 'after',
    events: statement.events,
    disabled: existing?.disabled ?? false,
    order: existing?.order ?? null,
  };
  context.binder.checkModule(store.catalog, trigger);
  store.save(trigger, existing === undefined);
}

/** 1084 for an event that does not exist, 1098 for one that does not happen there. */
function requireEvents({ events, timing }: CreateTrigger, scope: Scope): void {
  if (timing === 'insteadOf') throw sqlError(1098);
  for (const name of events) {
    if (name === 'LOGON' && scope === 'allServer') continue;
    const type = eventType(name);
    if (type === undefined && !['INSERT', 'UPDATE', 'DELETE', 'LOGON'].includes(name)) throw sqlError(1084, name);
    if (type === undefined || (scope === 'database' && !isDatabaseEvent(type))) throw sqlError(1098);
  }
}

export function storeOf(scope: Scope, context: DdlContext): Store {
  return scope === 'database' ? databaseStore(context) : serverStore(context);
}

function databaseStore(context: DdlContext): Store {
  const catalog = context.catalogs.current();
  return {
    catalog,
    triggers: triggersOf(catalog, 0),
    save: (trigger, isNew) =>
      commitCatalog(context, catalog, putObject(isNew ? setNextObjectId(catalog, nextId(trigger.id)) : catalog, trigger)),
    remove: (trigger) => commitCatalog(context, catalog, removeObject(catalog, trigger.id)),
  };
}

function serverStore(context: DdlContext): Store {
  const catalog = context.catalogs.database('master') ?? context.catalogs.current();
  const triggers = context.server.catalog().triggers ?? [];
  const others = (trigger: Trigger): readonly Trigger[] => triggers.filter(({ id }) => id !== trigger.id);
  const replace = (after: readonly Trigger[]): void => commitServer(context, { ...context.server.catalog(), triggers: after });
  return {
    catalog,
    triggers,
    save: (trigger, isNew) => {
      if (isNew) commitCatalog(context, catalog, setNextObjectId(catalog, nextId(trigger.id)));
      replace([...others(trigger), trigger].sort((a, b) => a.id - b.id));
    },
    remove: (trigger) => replace(others(trigger)),
  };
}

export function enableScopedTriggers({ triggers, enable }: EnableTrigger, scope: Scope, context: DdlContext): void {
  const named = triggers?.map((name) => {
    const found = storeOf(scope, context).triggers.find((trigger) => sameName(trigger.name, nameParts(name).name));
    if (found === undefined) throw sqlErrorState(1088, 119, nameText(name));
    return found;
  });
  // Each save makes another state of the catalog.
  for (const trigger of named ?? storeOf(scope, context).triggers)
    storeOf(scope, context).save({ ...trigger, disabled: !enable, modified: context.now }, false);
}

/** False when there is no such trigger. */
export function dropScopedTrigger(context: DdlContext, name: ObjectName, scope: Scope): boolean {
  const store = storeOf(scope, context);
  const trigger = store.triggers.find((other) => sameName(other.name, nameParts(name).name));
  if (trigger !== undefined) store.remove(trigger);
  return trigger !== undefined;
}
