/**
 * WITH SCHEMABINDING: the module names everything with its schema, selects no `*` and refers to nothing that could change under it. In return what it
 * refers to is kept as it is: see `bound.ts` for objects, `table/dependents.ts` for columns.
 */

import { type ObjectName, parse } from '@sprocket/tsql';
import { sqlError, sqlErrorState } from '../../errors.ts';
import { referencesOf } from '../dependencies.ts';
import { findObject, nameParts, nameText, sameName } from '../find.ts';
import type { DatabaseCatalog, SchemaObject, UserFunction, View } from '../model.ts';
import { columnNames, refersTo } from './syntax.ts';

type Module = View | UserFunction;

/** Raises 1054, 4512 and 4513; `written` is the module's name as the statement has it. */
export function requireBindable(catalog: DatabaseCatalog, module: Module, written: string): void {
  if (!module.schemaBound) return;
  if (hasStar(treesOf(module))) throw sqlErrorState(1054, 6, '*');
  for (const name of referencesOf(module)) {
    if (!isTwoPart(name) || isItself(module, name)) throw sqlError(4512, module.kind, written, nameText(name));
    const { schema, name: object } = nameParts(name);
    const found = findObject(catalog, schema, module.schema, object);
    if (found === undefined) throw sqlError(208, nameText(name));
    if ((found.kind === 'view' || found.kind === 'function') && !found.schemaBound)
      throw sqlError(4513, module.kind, written, nameText(name));
  }
}

const isTwoPart = (name: ObjectName): boolean => name.parts.length === 2;

function isItself(module: Module, name: ObjectName): boolean {
  const parts = nameParts(name);
  return sameName(parts.name, module.name) && sameName(parts.schema ?? '', module.schema);
}

function treesOf({ definition, settings }: Module): readonly unknown[] {
  return parse(definition, { quotedIdentifier: settings.quotedIdentifier }).statements;
}

/** A `*` in a select list; what EXISTS selects does not matter. */
function hasStar(node: unknown): boolean {
  if (typeof node !== 'object' || node === null) return false;
  if ('kind' in node && node.kind === 'exists') return false;
  if ('kind' in node && node.kind === 'selectExpression' && 'expression' in node && isStar(node.expression)) return true;
  return Object.values(node).some(hasStar);
}

const isStar = (node: unknown): boolean => typeof node === 'object' && node !== null && 'kind' in node && node.kind === 'star';

/** The schema-bound modules that refer to a table and name one of its columns. */
export function boundTo(catalog: DatabaseCatalog, tableId: number, column: string): readonly SchemaObject[] {
  return [...catalog.objects.values()].filter((object) => {
    if (object.kind === 'security policy')
      return (
        object.schemaBound && object.predicates.some((row) => row.tableId === tableId && row.args.some((text) => refersTo(text, column)))
      );
    if ((object.kind !== 'view' && object.kind !== 'function') || !object.schemaBound) return false;
    const refers = referencesOf(object).some((name) => {
      const { schema, name: referenced } = nameParts(name);
      return findObject(catalog, schema, object.schema, referenced)?.id === tableId;
    });
    return refers && namesIn(object).has(column.toLowerCase());
  });
}

const names = new WeakMap<Module, ReadonlySet<string>>();

function namesIn(module: Module): ReadonlySet<string> {
  const known = names.get(module) ?? columnNames(treesOf(module));
  names.set(module, known);
  return known;
}
