/**
 * CREATE and ALTER SECURITY POLICY. A predicate is a call of an inline function on a table's columns; whoever binds a statement over the table reads it
 * from the catalog. One enabled policy can be on a table.
 */

import type { AlterSecurityPolicy, CreateSecurityPolicy, ObjectName, SecurityPredicate as PredicateSyntax } from '@sprocket/tsql';
import { sqlError } from '../../errors.ts';
import { bracket, expressionText, tableSource } from '../definition.ts';
import { dependenciesOf } from '../dependencies.ts';
import { putObject, setNextObjectId } from '../edit.ts';
import { nameParts, nameText } from '../find.ts';
import { nextId } from '../ids.ts';
import { indexedViewsOver, tableOfView } from '../indexed-view.ts';
import type { DatabaseCatalog, SchemaObject, SecurityPolicy, SecurityPredicate, Table, UserFunction, View } from '../model.ts';
import { commitCatalog, creationTarget, findTarget, NAME_TAKEN, requireFreeName } from './apply.ts';
import type { DdlContext } from './context.ts';
import { findOption, isOn } from './syntax.ts';

export function createSecurityPolicy(statement: CreateSecurityPolicy, context: DdlContext): void {
  const { catalog, schema, name } = creationTarget(context, statement.name);
  requireFreeName(catalog, schema, name, NAME_TAKEN.other);
  const { options } = statement;
  const empty: SecurityPolicy = {
    kind: 'security policy',
    id: catalog.nextObjectId,
    schema,
    name,
    created: context.now,
    modified: context.now,
    enabled: findOption(options, 'STATE') === undefined || isOn(options, 'STATE'),
    schemaBound: findOption(options, 'SCHEMABINDING') === undefined || isOn(options, 'SCHEMABINDING'),
    notForReplication: statement.notForReplication,
    predicates: [],
  };
  const policy = withPredicates(empty, statement.predicates, context, catalog);
  commitCatalog(context, catalog, putObject(setNextObjectId(catalog, nextId(policy.id)), policy));
}

export function alterSecurityPolicy(statement: AlterSecurityPolicy, context: DdlContext): void {
  const { target, object } = findTarget(context, statement.name);
  if (object === undefined) throw sqlError(33268, nameText(statement.name));
  if (object.kind !== 'security policy') throw sqlError(33271, nameText(statement.name));
  const { options } = statement;
  if (findOption(options, 'SCHEMABINDING') !== undefined) throw sqlError(102, 'SCHEMABINDING');
  const before: SecurityPolicy = {
    ...object,
    enabled: findOption(options, 'STATE') === undefined ? object.enabled : isOn(options, 'STATE'),
    notForReplication: object.notForReplication || statement.notForReplication,
    modified: context.now,
  };
  const policy = withPredicates(before, statement.predicates, context, target.catalog);
  commitCatalog(context, target.catalog, putObject(target.catalog, policy));
}

function withPredicates(
  policy: SecurityPolicy,
  actions: readonly PredicateSyntax[],
  context: DdlContext,
  catalog: DatabaseCatalog,
): SecurityPolicy {
  const after = actions.reduce((current, action) => ACTIONS[action.action](current, action, context, catalog), policy);
  if (after.enabled) for (const { tableId } of after.predicates) requireUnguarded(catalog, after, tableId);
  return after;
}

type Apply = (policy: SecurityPolicy, action: PredicateSyntax, context: DdlContext, catalog: DatabaseCatalog) => SecurityPolicy;

const ACTIONS: Readonly<Record<PredicateSyntax['action'], Apply>> = {
  ADD: (policy, action, context, catalog) => {
    const table = targetTable(action, context);
    requireNoIndexedView(policy, table, catalog);
    const predicate = newPredicate(policy, action, table, context, catalog);
    if (policy.predicates.some((other) => overlaps(other, predicate)))
      throw sqlError(33262, action.type, shown(table), `${policy.schema}.${policy.name}`);
    return { ...policy, predicates: [...policy.predicates, predicate] };
  },
  ALTER: (policy, action, context, catalog) => {
    const table = targetTable(action, context);
    const before = existing(policy, action, table);
    const after = { ...newPredicate(policy, action, table, context, catalog), id: before.id };
    return { ...policy, predicates: policy.predicates.map((other) => (other === before ? after : other)) };
  },
  DROP: (policy, action, context) => {
    const before = existing(policy, action, targetTable(action, context));
    return { ...policy, predicates: policy.predicates.filter((other) => other !== before) };
  },
};

/** 33265 for a table whose rows an indexed view holds. */
function requireNoIndexedView(policy: SecurityPolicy, table: Table, catalog: DatabaseCatalog): void {
  const [view] = indexedViewsOver(catalog, table.id);
  if (view !== undefined) throw sqlError(33265, `${policy.schema}.${policy.name}`, shown(table), `${view.schema}.${view.name}`);
}

/** 33266: the rows that an indexed view would hold must be everybody's. */
export function requireNoPolicy(catalog: DatabaseCatalog, view: View): void {
  const ids = new Set(dependenciesOf(catalog, view).map(({ id }) => id));
  for (const policy of catalog.objects.values()) {
    if (policy.kind !== 'security policy') continue;
    const table = catalog.objectsById.get(policy.predicates.find(({ tableId }) => ids.has(tableId))?.tableId ?? 0);
    if (table !== undefined) throw sqlError(33266, `${view.schema}.${view.name}`, `${table.schema}.${table.name}`);
  }
}

function existing(policy: SecurityPolicy, { type, operation }: PredicateSyntax, table: Table): SecurityPredicate {
  const found = policy.predicates.find(
    (other) => other.tableId === table.id && other.type === type.toLowerCase() && other.operation === operation,
  );
  if (found === undefined) throw sqlError(33261, `${policy.schema}.${policy.name}`, shown(table));
  return found;
}

/** Two predicates on one table for the same operation; a block predicate without an operation is for all. */
function overlaps(a: SecurityPredicate, b: SecurityPredicate): boolean {
  if (a.tableId !== b.tableId || a.type !== b.type) return false;
  return a.type === 'filter' || a.operation === null || b.operation === null || a.operation === b.operation;
}

const shown = ({ schema, name }: Table): string => `${schema}.${name}`;

function targetTable({ table: name, type }: PredicateSyntax, context: DdlContext): Table {
  if (nameParts(name).name.startsWith('#')) throw sqlError(33269);
  const { object } = findTarget(context, name);
  if (object === undefined) throw sqlError(33268, nameText(name));
  if (object.kind === 'view' && type === 'BLOCK') throw sqlError(33503, nameText(name));
  if (object.kind === 'view' && object.schemaBound) return tableOfView(object);
  if (object.kind !== 'table') throw sqlError(33263, nameText(name));
  return object;
}

function newPredicate(
  policy: SecurityPolicy,
  { call, type, operation }: PredicateSyntax,
  table: Table,
  context: DdlContext,
  catalog: DatabaseCatalog,
): SecurityPredicate {
  if (call === null) throw sqlError(102, 'PREDICATE');
  if (type === 'FILTER' && operation !== null) throw sqlError(102, operation.split(' ')[0] ?? '');
  const fn = predicateFunction(call.name, policy, context);
  if (call.args.length < fn.parameters.length) throw sqlError(313, nameText(call.name));
  if (call.args.length > fn.parameters.length) throw sqlError(8144, nameText(call.name));
  for (const argument of call.args) context.binder.typeOf(argument, table);
  const source = tableSource(context.text, table.columns);
  const args = call.args.map((argument) => expressionText(argument, source));
  return {
    id: Math.max(0, ...policy.predicates.map(({ id }) => id)) + 1,
    type: type === 'FILTER' ? 'filter' : 'block',
    operation,
    tableId: table.id,
    functionId: fn.id,
    args,
    text: `(${bracket(catalog.objectsById.get(fn.id)?.schema ?? '')}.${bracket(fn.name)}(${args.join(', ')}))`,
  };
}

/** 33270 for what is no inline function, 4513 for one that is not schema-bound as the policy is. */
function predicateFunction(name: ObjectName, policy: SecurityPolicy, context: DdlContext): UserFunction {
  const { object } = findTarget(context, name);
  if (object?.kind !== 'function' || object.form !== 'inline') throw sqlError(33270, nameText(name));
  if (policy.schemaBound && !object.schemaBound) throw sqlError(4513, 'security policy', `${policy.schema}.${policy.name}`, nameText(name));
  return object;
}

/** 33264 */
function requireUnguarded(catalog: DatabaseCatalog, policy: SecurityPolicy, tableId: number): void {
  const isOther = (object: SchemaObject): object is SecurityPolicy =>
    object.kind === 'security policy' &&
    object.enabled &&
    object.id !== policy.id &&
    object.predicates.some((other) => other.tableId === tableId);
  const other = [...catalog.objects.values()].find(isOther);
  const table = catalog.objectsById.get(tableId);
  if (other === undefined || table === undefined) return;
  const name = `${table.schema}.${table.name}`;
  throw sqlError(33264, `${policy.schema}.${policy.name}`, name, name, `${other.schema}.${other.name}`);
}
