/** WITH SCHEMABINDING: what a schema-bound module refers to cannot be dropped. */

import { sqlError } from '../../errors.ts';
import { dependenciesOf } from '../dependencies.ts';
import { tablesOf } from '../find.ts';
import type { DatabaseCatalog, SchemaObject, SecurityPolicy } from '../model.ts';

const isGuarded = ({ predicates }: SecurityPolicy, id: number): boolean =>
  predicates.some(({ tableId, functionId }) => tableId === id || functionId === id);

/** 3729 when a schema-bound object refers to it. */
export function requireUnbound(catalog: DatabaseCatalog, object: SchemaObject, statement: string, name: string): void {
  if (object.kind === 'function') requireUncomputed(catalog, object, statement, name);
  for (const other of catalog.objects.values()) {
    if (!('schemaBound' in other) || !other.schemaBound || other.id === object.id) continue;
    if (other.kind === 'security policy' && isGuarded(other, object.id)) throw sqlError(3729, statement, name, other.name);
    if (dependenciesOf(catalog, other).some(({ id }) => id === object.id)) throw sqlError(3729, statement, name, other.name);
  }
}

/** What tables compute, default to or check keeps its functions as they are. */
function requireUncomputed(catalog: DatabaseCatalog, fn: SchemaObject, statement: string, name: string): void {
  for (const table of tablesOf(catalog)) {
    if (!dependenciesOf(catalog, table).some(({ id }) => id === fn.id)) continue;
    const calls = ({ text }: { readonly text: string }): boolean => text.toLowerCase().includes(`[${fn.name.toLowerCase()}](`);
    const defaults = table.columns.flatMap((column) => column.default ?? []);
    throw sqlError(3729, statement, name, [...defaults, ...table.checks].find(calls)?.name ?? table.name);
  }
}
