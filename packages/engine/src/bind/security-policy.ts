/**
 * Row-level security: a table with filter predicates is read as the rows for which they yield one. The table becomes a derived table whose WHERE clause
 * asks the predicate functions, with its columns as their arguments, so that every statement over it, be it through views or as the target of a change,
 * sees those rows alone. A table without a policy is not touched.
 */

import { BIT, type CreateFunction, parseExpression } from '@sprocket/tsql';
import type { DatabaseCatalog } from '../catalog/model.ts';
import { nameKey } from '../catalog/model.ts';
import { type ActivePredicate, predicatesOn } from '../catalog/policies.ts';
import { sqlError } from '../errors.ts';
import { noteAccess } from './access.ts';
import { insideModule } from './broken-module.ts';
import { coerce } from './coerce.ts';
import type { Binder } from './context.ts';
import { bindExpr } from './expression.ts';
import { bindModuleQuery, innerBinder } from './from.ts';
import { bindModuleText } from './module.ts';
import { columnRef } from './names.ts';
import { and } from './predicate.ts';
import { expressionContext } from './query.ts';
import type { Expr, From, Query, Source } from './tree.ts';

type DerivedLeaf = Extract<From, { kind: 'derived' }>;
type RowsLeaf = Extract<From, { kind: 'table' }> | DerivedLeaf;

/** The filter predicates of the table. */
export function filtersOf(database: DatabaseCatalog | null, tableId: number): readonly ActivePredicate[] {
  if (database === null) return [];
  const predicates = predicatesOn(database, tableId);
  return predicates.length === 0 ? predicates : predicates.filter(({ type }) => type === 'filter');
}

/** The same of a view, whose source is noted already and stays the outer one. */
export function filteredView(
  leaf: DerivedLeaf,
  database: DatabaseCatalog,
  filters: readonly ActivePredicate[],
  binder: Binder,
): DerivedLeaf {
  const { source } = leaf;
  const inner: DerivedLeaf = { ...leaf, source: { ...source, id: binder.ids.next++, used: undefined } };
  const outer = filtered(inner, database, filters, binder);
  return { ...leaf, query: outer.query, source: { ...outer.source, id: source.id, used: source.used } };
}

/** The rows of the table that the predicates let through, under the table's name. */
export function filtered(leaf: RowsLeaf, database: DatabaseCatalog, filters: readonly ActivePredicate[], binder: Binder): DerivedLeaf {
  const { source } = leaf;
  const conditions = filters.map((predicate): Expr => {
    const names = expressionContext(argumentBinder(predicate, database, binder), { sources: [source], parent: null });
    const args = predicate.args.map((text) => bindExpr(argument(text), names));
    return { kind: 'exists', query: predicateQuery(predicate, database, args, binder), type: BIT, nullable: false };
  });
  const outer: Source = {
    ...source,
    id: binder.ids.next++,
    columns: source.columns.map((column, index) => ({ ...column, storageName: `c${index}`, expression: null })),
  };
  const query: Query = {
    kind: 'select',
    columns: source.columns,
    items: source.columns.map((_column, index) => columnRef(source, index)),
    from: leaf,
    where: and(conditions),
    groupBy: null,
    having: null,
    distinct: false,
    orderBy: [],
    limit: null,
  };
  return { kind: 'derived', source: outer, query };
}

/** The rows of a predicate's function for these arguments: there is one when the predicate holds. */
export function predicateQuery(predicate: ActivePredicate, database: DatabaseCatalog, args: readonly Expr[], binder: Binder): Query {
  const fn = database.objectsById.get(predicate.functionId);
  const module = fn?.kind === 'function' ? (bindModuleText(fn) as CreateFunction) : undefined;
  const body = module?.body;
  if (fn?.kind !== 'function' || body?.kind !== 'select') throw sqlError(33272, database.objectsById.get(predicate.tableId)?.name ?? '');
  const outside = argumentBinder(predicate, database, binder);
  noteAccess(outside, { database, object: fn }, 'SELECT');
  const given = fn.parameters.map(({ name, type }, index): [string, Expr] => [nameKey(name), coerce(args[index] as Expr, type)]);
  const inner = innerBinder(outside, fn, database, new Map(given));
  return insideModule(fn, fn.name, body.span.line, () => bindModuleQuery(body, inner));
}

/** What a schema-bound policy looks at needs no permission of whoever looks through it. */
function argumentBinder({ policy }: ActivePredicate, database: DatabaseCatalog, binder: Binder): Binder {
  const inner = { ...binder, substitutions: null, defaultSchema: policy.schema, defaultDatabase: database.name };
  return policy.schemaBound ? { ...inner, accesses: [] } : inner;
}

export function argument(text: string) {
  const { expression } = parseExpression(text);
  if (expression === null) throw sqlError(102, text);
  return expression;
}
