/** Modules brought up to date or put in order: sp_refreshview, sp_refreshsqlmodule, sp_settriggerorder. */

import { nvarchar, parse, varchar } from '@sprocket/tsql';
import { sqlError } from '../../../errors.ts';
import { commitCatalog } from '../../ddl/apply.ts';
import { createFunction, createView } from '../../ddl/module.ts';
import { altersScopedTriggers } from '../../ddl/permit/objects.ts';
import { type Scope, storeOf } from '../../ddl/scoped-trigger.ts';
import { putObject } from '../../edit.ts';
import { findObject, sameName, triggersOf } from '../../find.ts';
import type { SchemaObject, Trigger, UserFunction, View } from '../../model.ts';
import type { NativeContext, NativeProcedure } from '../procedure.ts';
import { nameNode, native, parameter, partsOf } from './native.ts';

function findModule(context: NativeContext, name: string | null): SchemaObject | undefined {
  const parts = partsOf(context, name ?? '', 2);
  const [last = null, schema = null] = [...(parts ?? [])].reverse();
  return last === null ? undefined : findObject(context.catalogs.current(), schema ?? undefined, context.defaultSchema, last);
}

function refreshView(context: NativeContext, name: string | null): void {
  const view = findModule(context, name);
  if (view?.kind !== 'view') throw sqlError(15009, name ?? '(null)', context.catalogs.current().name);
  refreshColumns(context, view);
}

function refreshModule(context: NativeContext, name: string | null): void {
  const module = findModule(context, name);
  switch (module?.kind) {
    case 'view':
    case 'function':
      return refreshColumns(context, module);
    case 'procedure':
    case 'trigger':
      return context.binder.checkModule(context.catalogs.current(), module);
    default:
      throw sqlError(15009, name ?? '(null)', context.catalogs.current().name);
  }
}

/** Alters the module to what it already is, so that its columns are found anew. It may have another name by now than its text. */
function refreshColumns(context: NativeContext, { definition, settings, schema, name }: View | UserFunction): void {
  const [created] = parse(definition, settings).statements;
  if (created === undefined) return;
  const { start } = created.span;
  const text = `${definition.slice(0, start)}ALTER${definition.slice(start + 'CREATE'.length)}`;
  const [statement] = parse(text, settings).statements;
  const again = { ...context, text, settings: { ...context.settings, ...settings } };
  if (statement?.kind === 'createView') createView({ ...statement, name: nameNode([schema, name]) }, again);
  else if (statement?.kind === 'createFunction') createFunction({ ...statement, name: nameNode([schema, name]) }, again);
}

const SCOPES: ReadonlyMap<string, Scope> = new Map([
  ['DATABASE', 'database'],
  ['SERVER', 'allServer'],
]);

const ORDERS: ReadonlyMap<string, Trigger['order']> = new Map([
  ['FIRST', 'first'],
  ['LAST', 'last'],
  ['NONE', null],
]);

function setTriggerOrder(
  context: NativeContext,
  name: string | null,
  order: string | null,
  event: string | null,
  namespace: string | null,
): void {
  const scope = SCOPES.get(namespace?.trim().toUpperCase() ?? '');
  if (namespace !== null && scope === undefined) throw sqlError(15600, 'sp_settriggerorder');
  if (scope !== undefined) return setScopedOrder(context, { name: name ?? '', order: order ?? '', event: event ?? '' }, scope);
  const trigger = findModule(context, name);
  if (trigger?.kind !== 'trigger') throw sqlError(15165, name ?? '(null)');
  const place = ORDERS.get(order?.trim().toUpperCase() ?? '');
  const type = event?.trim().toUpperCase() ?? '';
  if (place === undefined) throw sqlError(15600, 'sp_settriggerorder');
  if (!trigger.events.includes(type)) throw sqlError(15125, name ?? '', type);
  if (trigger.timing === 'instead of') throw sqlError(15133, name ?? '');
  const catalog = context.catalogs.current();
  const taken = triggersOf(catalog, trigger.parentId).some(
    (other) => other.id !== trigger.id && other.order === place && other.events.includes(type),
  );
  if (place !== null && taken) throw sqlError(15130, order ?? '', type);
  commitCatalog(context, catalog, putObject(catalog, { ...trigger, order: place }));
}

interface ScopedOrder {
  readonly name: string;
  readonly order: string;
  readonly event: string;
}

/** Of triggers on the database or the server. An event must be one that the trigger names itself, not by its group. */
function setScopedOrder(context: NativeContext, { name, order, event }: ScopedOrder, scope: Scope): void {
  const store = storeOf(scope, context);
  const parts = partsOf(context, name, 1);
  const trigger = store.triggers.find((other) => sameName(other.name, parts?.at(-1) ?? name));
  if (trigger === undefined || !altersScopedTriggers(scope, context)) throw sqlError(15165, name);
  const place = ORDERS.get(order.trim().toUpperCase());
  if (place === undefined) throw sqlError(15600, 'sp_settriggerorder');
  const type = event.trim().toUpperCase();
  if (!trigger.events.includes(type)) throw sqlError(15125, name, type);
  const taken = store.triggers.some((other) => other.id !== trigger.id && other.order === place && other.events.includes(type));
  if (place !== null && taken) throw sqlError(15130, order, type);
  store.save({ ...trigger, order: place }, false);
}

export const MODULES: readonly NativeProcedure[] = [
  native('sp_refreshview', { parameters: [parameter('viewname', nvarchar(776))], run: refreshView }),
  native('sp_refreshsqlmodule', {
    parameters: [parameter('name', nvarchar(776)), parameter('namespace', nvarchar(20), "'OBJECT'")],
    run: refreshModule,
  }),
  native('sp_settriggerorder', {
    writes: 'both',
    parameters: [
      parameter('triggername', nvarchar(517)),
      parameter('order', varchar(10)),
      parameter('stmttype', varchar(50)),
      parameter('namespace', varchar(10), 'NULL'),
    ],
    run: setTriggerOrder,
  }),
];
