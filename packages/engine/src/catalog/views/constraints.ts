/** Constraints: keys, foreign keys with their columns, checks and defaults. Each begins with the columns of sys.objects. */

import { BIT, INT, MAX, nvarchar, TINYINT } from '@sprocket/tsql';
import { allIndexes, isKey } from '../find.ts';
import type { Check, Column, EdgeConstraint, ForeignKey, Key, ReferentialAction, Table } from '../model.ts';
import { type ColumnRows, column, defineView, nullable, type SystemContext, type SystemView } from './define.ts';
import { OBJECT_COLUMNS, type ObjectEntry, objectEntries } from './objects.ts';
import { bit, DESCRIPTION, NO } from './shared.ts';

/** Entries of some types, each with the table that has the constraint. */
interface ConstraintEntry<Item> extends ObjectEntry {
  readonly item: Item;
}

function entries<Item>(types: readonly string[], item: (entry: ObjectEntry) => Item | null) {
  return ({ catalog }: SystemContext): Iterable<ConstraintEntry<Item>> =>
    objectEntries(catalog).flatMap((entry) => {
      if (!types.includes(entry.type)) return [];
      const found = item(entry);
      return found === null ? [] : [{ ...entry, item: found }];
    });
}

const keys = entries<Key>(['PK', 'UQ'], ({ constraint }) => constraint as Key | null);
const foreignKeys = entries<ForeignKey>(['F'], ({ constraint }) => constraint as ForeignKey | null);
const checks = entries<Check>(['C'], ({ constraint }) => constraint as Check | null);
const connections = entries<EdgeConstraint>(['EC'], ({ constraint }) => constraint as EdgeConstraint | null);
const defaults = entries<Column>(['D'], (entry) => entry.column);

const KEY_COLUMNS: ColumnRows<ConstraintEntry<Key>> = {
  ...OBJECT_COLUMNS,
  unique_index_id: nullable(INT, ({ item }) => item.indexId),
  is_system_named: column(BIT, ({ item }) => bit(item.systemNamed)),
  is_enforced: nullable(BIT, 1),
};

const ACTIONS: readonly ReferentialAction[] = ['NO ACTION', 'CASCADE', 'SET NULL', 'SET DEFAULT'];

const actionText = (action: ReferentialAction): string => action.replace(' ', '_');

const FOREIGN_KEY_COLUMNS: ColumnRows<ConstraintEntry<ForeignKey>> = {
  ...OBJECT_COLUMNS,
  referenced_object_id: nullable(INT, ({ item }) => item.referencedTable),
  key_index_id: nullable(INT, ({ item }, { catalog }) => keyIndexId(item, catalog.objectsById.get(item.referencedTable))),
  is_disabled: column(BIT, ({ item }) => bit(item.disabled)),
  is_not_for_replication: NO,
  is_not_trusted: column(BIT, ({ item }) => bit(item.notTrusted)),
  delete_referential_action: nullable(TINYINT, ({ item }) => ACTIONS.indexOf(item.onDelete)),
  delete_referential_action_desc: nullable(DESCRIPTION, ({ item }) => actionText(item.onDelete)),
  update_referential_action: nullable(TINYINT, ({ item }) => ACTIONS.indexOf(item.onUpdate)),
  update_referential_action_desc: nullable(DESCRIPTION, ({ item }) => actionText(item.onUpdate)),
  is_system_named: column(BIT, ({ item }) => bit(item.systemNamed)),
};

/** The unique index of the referenced table that has just the referenced columns. */
function keyIndexId(key: ForeignKey, referenced: { readonly kind: string } | undefined): number | null {
  if (referenced?.kind !== 'table') return null;
  return referencedIndex(referenced as Table, key)?.indexId ?? null;
}

export function referencedIndex(table: Table, key: ForeignKey) {
  const wanted = new Set(key.referencedColumns);
  return allIndexes(table).find((index) => {
    const unique = isKey(index) || (index.unique && index.filter === null);
    return unique && index.columns.length === wanted.size && index.columns.every(({ columnId }) => wanted.has(columnId));
  });
}

interface ForeignKeyColumn {
  readonly key: ForeignKey;
  readonly parentId: number;
  readonly position: number;
}

function* foreignKeyColumns(context: SystemContext): Iterable<ForeignKeyColumn> {
  for (const { item, parentId } of foreignKeys(context)) {
    for (let position = 1; position <= item.columns.length; position++) yield { key: item, parentId, position };
  }
}

const FOREIGN_KEY_COLUMN_COLUMNS: ColumnRows<ForeignKeyColumn> = {
  constraint_object_id: column(INT, ({ key }) => key.id),
  constraint_column_id: column(INT, ({ position }) => position),
  parent_object_id: column(INT, ({ parentId }) => parentId),
  parent_column_id: column(INT, ({ key, position }) => key.columns[position - 1] ?? 0),
  referenced_object_id: column(INT, ({ key }) => key.referencedTable),
  referenced_column_id: column(INT, ({ key, position }) => key.referencedColumns[position - 1] ?? 0),
};

const CHECK_COLUMNS: ColumnRows<ConstraintEntry<Check>> = {
  ...OBJECT_COLUMNS,
  is_disabled: column(BIT, ({ item }) => bit(item.disabled)),
  is_not_for_replication: NO,
  is_not_trusted: column(BIT, ({ item }) => bit(item.notTrusted)),
  parent_column_id: column(INT, ({ item }) => item.columnId ?? 0),
  definition: nullable(nvarchar(MAX), ({ item }) => item.text),
  uses_database_collation: nullable(BIT, 1),
  is_system_named: column(BIT, ({ item }) => bit(item.systemNamed)),
};

const EDGE_COLUMNS: ColumnRows<ConstraintEntry<EdgeConstraint>> = {
  ...OBJECT_COLUMNS,
  is_disabled: column(BIT, ({ item }) => bit(item.disabled)),
  is_not_trusted: column(BIT, ({ item }) => bit(item.notTrusted)),
  is_system_named: column(BIT, ({ item }) => bit(item.systemNamed)),
  delete_referential_action: nullable(TINYINT, ({ item }) => ACTIONS.indexOf(item.onDelete)),
  delete_referential_action_desc: nullable(DESCRIPTION, ({ item }) => actionText(item.onDelete)),
};

interface EdgeClause {
  readonly id: number;
  readonly number: number;
  readonly from: number;
  readonly to: number;
}

function* edgeClauses(context: SystemContext): Iterable<EdgeClause> {
  for (const { item } of connections(context))
    yield* item.clauses.map(({ from, to }, i): EdgeClause => ({ id: item.id, number: i + 1, from, to }));
}

const EDGE_CLAUSE_COLUMNS: ColumnRows<EdgeClause> = {
  object_id: column(INT, ({ id }) => id),
  clause_number: column(INT, ({ number }) => number),
  from_object_id: column(INT, ({ from }) => from),
  to_object_id: column(INT, ({ to }) => to),
};

const DEFAULT_COLUMNS: ColumnRows<ConstraintEntry<Column>> = {
  ...OBJECT_COLUMNS,
  parent_column_id: column(INT, ({ item }) => item.id),
  definition: nullable(nvarchar(MAX), ({ item }) => item.default?.text ?? null),
  is_system_named: column(BIT, ({ item }) => bit(item.default?.systemNamed === true)),
};

export const CONSTRAINT_VIEWS: readonly SystemView[] = [
  defineView('sys', 'key_constraints', { columns: KEY_COLUMNS, items: keys }),
  defineView('sys', 'foreign_keys', { columns: FOREIGN_KEY_COLUMNS, items: foreignKeys }),
  defineView('sys', 'foreign_key_columns', { columns: FOREIGN_KEY_COLUMN_COLUMNS, items: foreignKeyColumns }),
  defineView('sys', 'check_constraints', { columns: CHECK_COLUMNS, items: checks }),
  defineView('sys', 'edge_constraints', { columns: EDGE_COLUMNS, items: connections }),
  defineView('sys', 'edge_constraint_clauses', { columns: EDGE_CLAUSE_COLUMNS, items: edgeClauses }),
  defineView('sys', 'default_constraints', { columns: DEFAULT_COLUMNS, items: defaults }),
];
