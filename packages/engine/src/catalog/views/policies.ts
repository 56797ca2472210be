/** Security policies and their predicates. */

import { BIT, INT, MAX, nvarchar } from '@sprocket/tsql';
import type { BlockedOperation, SecurityPolicy, SecurityPredicate } from '../model.ts';
import { type ColumnRows, column, defineView, nullable, type SystemContext, type SystemView } from './define.ts';
import { OBJECT_COLUMNS, type ObjectEntry, objectEntries } from './objects.ts';
import { bit, DESCRIPTION } from './shared.ts';

interface PolicyEntry extends ObjectEntry {
  readonly object: SecurityPolicy;
}

function* policies({ catalog }: SystemContext): Iterable<PolicyEntry> {
  for (const entry of objectEntries(catalog)) if (entry.object?.kind === 'security policy') yield { ...entry, object: entry.object };
}

const { is_published, is_schema_published, ...BASE_COLUMNS } = OBJECT_COLUMNS as ColumnRows<PolicyEntry>;

const POLICY_COLUMNS: ColumnRows<PolicyEntry> = {
  ...BASE_COLUMNS,
  is_enabled: column(BIT, (entry) => bit(entry.object.enabled)),
  is_not_for_replication: column(BIT, (entry) => bit(entry.object.notForReplication)),
  uses_database_collation: nullable(BIT, 0),
  is_schema_bound: column(BIT, (entry) => bit(entry.object.schemaBound)),
};

interface PredicateEntry extends SecurityPredicate {
  readonly policyId: number;
}

function* predicates(context: SystemContext): Iterable<PredicateEntry> {
  for (const { object } of policies(context)) for (const predicate of object.predicates) yield { ...predicate, policyId: object.id };
}

const OPERATIONS: Readonly<Record<BlockedOperation, number>> = {
  'AFTER INSERT': 1,
  'AFTER UPDATE': 2,
  'BEFORE UPDATE': 3,
  'BEFORE DELETE': 4,
};

const PREDICATE_COLUMNS: ColumnRows<PredicateEntry> = {
  object_id: column(INT, (row) => row.policyId),
  security_predicate_id: column(INT, (row) => row.id),
  target_object_id: column(INT, (row) => row.tableId),
  predicate_definition: nullable(nvarchar(MAX), (row) => row.text),
  predicate_type: nullable(INT, (row) => bit(row.type === 'block')),
  predicate_type_desc: nullable(DESCRIPTION, (row) => row.type.toUpperCase()),
  operation: nullable(INT, (row) => row.operation && OPERATIONS[row.operation]),
  operation_desc: nullable(DESCRIPTION, (row) => row.operation),
};

export const POLICY_VIEWS: readonly SystemView[] = [
  defineView('sys', 'security_policies', { columns: POLICY_COLUMNS, items: policies }),
  defineView('sys', 'security_predicates', { columns: PREDICATE_COLUMNS, items: predicates }),
];
