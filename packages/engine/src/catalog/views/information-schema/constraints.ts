/** Constraints: of tables, of columns, referential and CHECK. */

import { INT, nvarchar, SYSNAME, varchar } from '@sprocket/tsql';
import { columnById } from '../../find.ts';
import type { Check, ForeignKey, Key, Table } from '../../model.ts';
import { referencedIndex } from '../constraints.ts';
import { type ColumnRows, column, nullable, type SystemContext } from '../define.ts';
import { relations } from './tables.ts';
import { NAME, naming } from './typed.ts';

interface ConstraintItem {
  readonly table: Table;
  readonly kind: 'PRIMARY KEY' | 'UNIQUE' | 'FOREIGN KEY' | 'CHECK';
  readonly constraint: Key | ForeignKey | Check;
  /** column_ids in key order. */
  readonly columns: readonly number[];
}

export function* constraints(context: SystemContext): Iterable<ConstraintItem> {
  for (const table of relations(context)) if (table.kind === 'table') yield* constraintsOf(table);
}

function constraintsOf(table: Table): readonly ConstraintItem[] {
  return [
    ...table.keys.map(
      (key): ConstraintItem => ({
        table,
        kind: key.kind === 'primary' ? 'PRIMARY KEY' : 'UNIQUE',
        constraint: key,
        columns: key.columns.map(({ columnId }) => columnId),
      }),
    ),
    ...table.foreignKeys.map((key): ConstraintItem => ({ table, kind: 'FOREIGN KEY', constraint: key, columns: key.columns })),
    ...table.checks.map(
      (check): ConstraintItem => ({
        table,
        kind: 'CHECK',
        constraint: check,
        columns: check.columnId === null ? [] : [check.columnId],
      }),
    ),
  ];
}

export const constraintNaming = naming<ConstraintItem>('CONSTRAINT', ({ table, constraint }) => ({
  schema: table.schema,
  name: constraint.name,
}));
export const constrainedTable = naming<ConstraintItem>('TABLE', ({ table }) => table);

export const TABLE_CONSTRAINT_COLUMNS: ColumnRows<ConstraintItem> = {
  ...constraintNaming,
  ...constrainedTable,
  CONSTRAINT_TYPE: nullable(varchar(11), ({ kind }) => kind),
  IS_DEFERRABLE: column(varchar(2), 'NO'),
  INITIALLY_DEFERRED: column(varchar(2), 'NO'),
};

interface KeyColumnItem extends ConstraintItem {
  readonly column: string;
  readonly position: number;
}

export function* keyColumns(context: SystemContext): Iterable<KeyColumnItem> {
  for (const item of constraints(context)) {
    for (const [i, id] of item.columns.entries()) yield { ...item, column: columnById(item.table, id)?.name ?? '', position: i + 1 };
  }
}

export const KEY_COLUMN_COLUMNS: ColumnRows<KeyColumnItem> = {
  ...constraintNaming,
  ...constrainedTable,
  COLUMN_NAME: nullable(NAME, (item) => item.column),
  ORDINAL_POSITION: column(INT, ({ position }) => position),
};

export const CONSTRAINT_COLUMN_COLUMNS: ColumnRows<KeyColumnItem> = {
  ...constrainedTable,
  COLUMN_NAME: nullable(NAME, (item) => item.column),
  ...constraintNaming,
};

const isForeign = (item: ConstraintItem): item is ConstraintItem & { readonly constraint: ForeignKey } => item.kind === 'FOREIGN KEY';

interface ReferenceItem extends ConstraintItem {
  readonly key: ForeignKey;
}

export function* references(context: SystemContext): Iterable<ReferenceItem> {
  for (const item of constraints(context)) if (isForeign(item)) yield { ...item, key: item.constraint };
}

function referenced({ key }: ReferenceItem, { catalog }: SystemContext): { readonly schema: string; readonly name: string } | null {
  const table = catalog.objectsById.get(key.referencedTable);
  if (table?.kind !== 'table') return null;
  const index = referencedIndex(table, key);
  return index === undefined ? null : { schema: table.schema, name: index.name };
}

export const REFERENTIAL_COLUMNS: ColumnRows<ReferenceItem> = {
  ...constraintNaming,
  UNIQUE_CONSTRAINT_CATALOG: nullable(NAME, (_, { catalog }) => catalog.name),
  UNIQUE_CONSTRAINT_SCHEMA: nullable(NAME, (item, context) => referenced(item, context)?.schema ?? null),
  UNIQUE_CONSTRAINT_NAME: nullable(SYSNAME, (item, context) => referenced(item, context)?.name ?? null),
  MATCH_OPTION: nullable(varchar(7), 'SIMPLE'),
  UPDATE_RULE: nullable(varchar(11), ({ key }) => key.onUpdate),
  DELETE_RULE: nullable(varchar(11), ({ key }) => key.onDelete),
};

interface CheckItem extends ConstraintItem {
  readonly check: Check;
}

export function* checks(context: SystemContext): Iterable<CheckItem> {
  for (const item of constraints(context)) if (item.kind === 'CHECK') yield { ...item, check: item.constraint as Check };
}

export const CHECK_COLUMNS: ColumnRows<CheckItem> = {
  ...constraintNaming,
  CHECK_CLAUSE: nullable(nvarchar(4000), ({ check }) => check.text),
};
