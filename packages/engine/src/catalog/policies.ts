/** The predicates of enabled security policies by the table they are on. Objects are immutable, so they are collected once for each state of them. */

import type { DatabaseCatalog, SecurityPolicy, SecurityPredicate } from './model.ts';

export interface ActivePredicate extends SecurityPredicate {
  readonly policy: SecurityPolicy;
}

type ByTable = ReadonlyMap<number, readonly ActivePredicate[]>;

const collected = new WeakMap<DatabaseCatalog['objects'], ByTable>();

const NONE: readonly ActivePredicate[] = [];

export function predicatesOn({ objects }: DatabaseCatalog, tableId: number): readonly ActivePredicate[] {
  let known = collected.get(objects);
  if (known === undefined) {
    known = collect(objects);
    collected.set(objects, known);
  }
  return known.get(tableId) ?? NONE;
}

function collect(objects: DatabaseCatalog['objects']): ByTable {
  const byTable = new Map<number, ActivePredicate[]>();
  for (const policy of objects.values()) {
    if (policy.kind !== 'security policy' || !policy.enabled) continue;
    for (const predicate of policy.predicates) {
      const list = byTable.get(predicate.tableId) ?? [];
      byTable.set(predicate.tableId, list);
      list.push({ ...predicate, policy });
    }
  }
  return byTable;
}
