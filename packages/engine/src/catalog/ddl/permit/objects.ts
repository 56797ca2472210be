/** Permissions that creating and altering tables, modules and what belongs to them takes. */

import type {
  AlterSchema,
  CreateFunction,
  CreateProcedure,
  CreateView,
  ModuleOption,
  ObjectName,
  TableElement,
  TriggerTarget,
} from '@sprocket/tsql';
import { SqlError, sqlError, sqlErrorState } from '../../../errors.ts';
import { findPrincipal, findSchema, findXmlSchema, nameParts, nameText } from '../../find.ts';
import type { DatabaseCatalog, SchemaObject } from '../../model.ts';
import { DATABASE, holds, holdsOnServer, objectSecurable, type SecurableId, schemaSecurable } from '../../security/index.ts';
import { findTarget, resolveTarget } from '../apply.ts';
import type { DdlContext } from '../context.ts';

export function holdsHere(context: DdlContext, catalog: DatabaseCatalog, permission: string, securable: SecurableId = DATABASE): boolean {
  return holds(context.authority.token(catalog), permission, securable);
}

/** 262 in the words of the permission, or of the statement, or another error. */
export function requireHeld(context: DdlContext, permission: string, refusal: string | SqlError = permission): void {
  const catalog = context.catalogs.current();
  if (holdsHere(context, catalog, permission)) return;
  throw typeof refusal === 'string' ? sqlError(262, refusal, catalog.name) : refusal;
}

const isTemporary = (name: ObjectName): boolean => nameParts(name).name.startsWith('#');

/** A new object: the permission to create its kind (262), and to alter the schema that it goes to (2760). */
export function permitCreate(context: DdlContext, permission: string, name: ObjectName): void {
  if (isTemporary(name)) return;
  const { catalog } = resolveTarget(context, name);
  if (!holdsHere(context, catalog, permission)) throw sqlErrorState(262, STATES[permission] ?? 1, permission, catalog.name);
  permitInSchema(context, 'ALTER', name);
}

/** States of 262 other than 1. */
const STATES: Readonly<Record<string, number>> = { 'CREATE PROCEDURE': 18 };

/** A permission on the schema of a new object (2760). */
export function permitInSchema(context: DdlContext, permission: string, name: ObjectName): void {
  const target = resolveTarget(context, name);
  const schema = findSchema(target.catalog, target.schema);
  if (schema !== undefined && !holdsHere(context, target.catalog, permission, schemaSecurable(schema.id)))
    throw sqlError(2760, schema.name);
}

/** ALTER on an object that exists; what does not is the statement's own error. */
export function permitTable(context: DdlContext, name: ObjectName, refusal: () => SqlError): void {
  if (isTemporary(name)) return;
  const { target, object } = findTarget(context, name);
  if (object !== undefined && !altersObject(context, target.catalog, object)) throw refusal();
}

/** REFERENCES on the tables that foreign keys of a definition refer to (229, then 1750). */
export function permitReferences(elements: readonly TableElement[], context: DdlContext): void {
  const constraints = elements.flatMap((element): readonly TableElement[] =>
    element.kind === 'columnDefinition' ? element.constraints : [element],
  );
  for (const constraint of constraints) {
    if (constraint.kind !== 'foreignKey') continue;
    const { target, object } = findTarget(context, constraint.table);
    if (object === undefined || holdsHere(context, target.catalog, 'REFERENCES', objectSecurable(object.id))) continue;
    context.precede(sqlError(229, 'REFERENCES', object.name, target.catalog.name, object.schema));
    throw sqlError(1750);
  }
}

export function altersObject(context: DdlContext, catalog: DatabaseCatalog, object: SchemaObject): boolean {
  // A trigger is its table's affair.
  const parent = object.kind === 'trigger' ? catalog.objectsById.get(object.parentId) : object;
  if (parent === undefined) return holdsHere(context, catalog, 'ALTER ANY DATABASE DDL TRIGGER');
  return holdsHere(context, catalog, 'ALTER', objectSecurable(parent.id));
}

type ModuleStatement = CreateProcedure | CreateFunction | CreateView;

/** ALTER on a module that exists (3704), else the permission to create one; and to name the user that it runs as (15517). */
export function permitModule(statement: ModuleStatement, context: DdlContext, word: string): void {
  if (isTemporary(statement.name)) return;
  const { target, object } = findTarget(context, statement.name);
  try {
    if (object === undefined || statement.mode === 'create') permitCreate(context, `CREATE ${word}`, statement.name);
    else if (!altersObject(context, target.catalog, object)) throw sqlError(3704, word.toLowerCase(), object.name);
    permitRunAs(statement.options, context, target.catalog);
  } catch (thrown) {
    // What keeps a module from being made names it.
    if (thrown instanceof SqlError) thrown.procedure = nameParts(statement.name).name;
    throw thrown;
  }
}

/** IMPERSONATE of the user that a module is to run as (15517). */
export function permitRunAs(options: readonly ModuleOption[], context: DdlContext, catalog: DatabaseCatalog): void {
  const principal = options.find(({ name }) => name === 'EXECUTE AS')?.principal;
  if (principal?.name?.kind !== 'string') return;
  const user = findPrincipal(catalog, principal.name.value);
  if (user === undefined || !holdsHere(context, catalog, 'IMPERSONATE', { class: 'USER', id: user.id }))
    throw sqlError(15517, principal.name.value);
}

/** ALTER on the table or view that the trigger is on: without it there is no such object (8197). */
export function permitTrigger(target: TriggerTarget, trigger: ObjectName | null, context: DdlContext): void {
  if (target.kind !== 'name') {
    if (altersScopedTriggers(target.kind, context)) return;
    throw sqlError(2104, trigger === null ? 'alter' : 'create', 'trigger', trigger === null ? '' : nameText(trigger));
  }
  permitTable(context, target, () => sqlErrorState(8197, 4, nameText(target)));
}

/** A permission on a schema collection, which is otherwise as if it were not there. */
export function permitXmlSchema(context: DdlContext, name: ObjectName, permission: 'ALTER' | 'CONTROL', refusal: () => SqlError): void {
  const { catalog, schema, qualified, name: wanted } = resolveTarget(context, name);
  const collection = findXmlSchema(catalog, qualified ? schema : undefined, schema, wanted);
  if (collection === undefined) return;
  if (!holdsHere(context, catalog, permission, { class: 'XML SCHEMA COLLECTION', id: collection.id })) throw refusal();
}

/** Triggers on the server are for who controls it. */
export function altersScopedTriggers(scope: 'database' | 'allServer', context: DdlContext): boolean {
  if (scope === 'allServer') return holdsOnServer(context.authority.server(), 'CONTROL SERVER');
  return holdsHere(context, context.catalogs.current(), 'ALTER ANY DATABASE DDL TRIGGER');
}

/** ALTER SCHEMA … TRANSFER: ALTER on the schema and CONTROL of what moves. */
export function permitTransfer(statement: AlterSchema, context: DdlContext): void {
  const catalog = context.catalogs.current();
  const schema = findSchema(catalog, statement.name.value);
  if (schema !== undefined && !holdsHere(context, catalog, 'ALTER', schemaSecurable(schema.id)))
    throw sqlError(15151, 'alter', 'schema', schema.name);
  const { object } = findTarget(context, statement.object);
  if (object !== undefined && !holdsHere(context, catalog, 'CONTROL', objectSecurable(object.id)))
    throw sqlError(15151, 'find', 'object', nameText(statement.object));
}
