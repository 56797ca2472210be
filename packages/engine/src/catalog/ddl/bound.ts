/** WITH SCHEMABINDING: what a schema-bound module refers to cannot be dropped. */

import { sqlError } from '../../errors.ts';
import { dependenciesOf } from '../dependencies.ts';
import type { DatabaseCatalog, SchemaObject, SecurityPolicy } from '../model.ts';

const isGuarded = ({ predicates }: SecurityPolicy, id: number): boolean =>
  predicates.some(({ tableId, functionId }) => tableId === id || functionId === id);

/** 3729 when a schema-bound object refers to it. */
export function requireUnbound(catalog: DatabaseCatalog, object: SchemaObject, statement: string, name: string): void {
  for (const other of catalog.objects.values()) {
    if (!('schemaBound' in other) || !other.schemaBound || other.id === object.id) continue;
    if (other.kind === 'security policy' && isGuarded(other, object.id)) throw sqlError(3729, statement, name, other.name);
    if (dependenciesOf(catalog, other).some(({ id }) => id === object.id)) throw sqlError(3729, statement, name, other.name);
  }
}
