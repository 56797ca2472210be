/** INFORMATION_SCHEMA: the standard's names for tables, columns, routines and constraints, in SQL Server's columns and order. */

import { varchar } from '@sprocket/tsql';
import { type ColumnRows, column, defineView, emptyView, type SystemContext, type SystemView } from '../define.ts';
import {
  CHECK_COLUMNS,
  CONSTRAINT_COLUMN_COLUMNS,
  checks,
  constrainedTable,
  constraintNaming,
  constraints,
  KEY_COLUMN_COLUMNS,
  keyColumns,
  REFERENTIAL_COLUMNS,
  references,
  TABLE_CONSTRAINT_COLUMNS,
} from './constraints.ts';
import { DOMAIN_COLUMNS, SEQUENCE_COLUMNS } from './domains.ts';
import { COLUMN_PRIVILEGE_COLUMNS, columnPrivileges, TABLE_PRIVILEGE_COLUMNS, tablePrivileges } from './privileges.ts';
import { PARAMETER_COLUMNS, parameters, ROUTINE_COLUMNS, ROUTINE_RESULT_COLUMNS, routineColumns, routines } from './routines.ts';
import {
  COLUMN_COLUMNS,
  columns,
  DOMAIN_COLUMN_COLUMNS,
  domainColumns,
  relations,
  SCHEMATA_COLUMNS,
  TABLE_COLUMNS,
  VIEW_COLUMNS,
  VIEW_TABLE_COLUMNS,
  views,
  viewTables,
} from './tables.ts';
import { naming } from './typed.ts';
import { VIEW_COLUMN_COLUMNS, viewColumns } from './view-columns.ts';

/** Rules that are bound to alias types; a rule is bound to columns here. */
const DOMAIN_CONSTRAINT_COLUMNS: ColumnRows<never> = {
  ...naming<never>('CONSTRAINT', (n) => n),
  ...naming<never>('DOMAIN', (n) => n),
  IS_DEFERRABLE: column(varchar(2), 'NO'),
  INITIALLY_DEFERRED: column(varchar(2), 'NO'),
};

const iso = <Item>(name: string, columnRows: ColumnRows<Item>, items: (context: SystemContext) => Iterable<Item>): SystemView =>
  defineView('INFORMATION_SCHEMA', name, { columns: columnRows, items });

export const INFORMATION_SCHEMA_VIEWS: readonly SystemView[] = [
  iso('TABLES', TABLE_COLUMNS, relations),
  iso('COLUMNS', COLUMN_COLUMNS, columns),
  iso('VIEWS', VIEW_COLUMNS, views),
  iso('ROUTINES', ROUTINE_COLUMNS, routines),
  iso('PARAMETERS', PARAMETER_COLUMNS, parameters),
  iso('ROUTINE_COLUMNS', ROUTINE_RESULT_COLUMNS, routineColumns),
  iso('TABLE_CONSTRAINTS', TABLE_CONSTRAINT_COLUMNS, constraints),
  iso('KEY_COLUMN_USAGE', KEY_COLUMN_COLUMNS, (context) => [...keyColumns(context)].filter(({ kind }) => kind !== 'CHECK')),
  iso('CONSTRAINT_COLUMN_USAGE', CONSTRAINT_COLUMN_COLUMNS, keyColumns),
  iso('CONSTRAINT_TABLE_USAGE', { ...constrainedTable, ...constraintNaming }, constraints),
  iso('REFERENTIAL_CONSTRAINTS', REFERENTIAL_COLUMNS, references),
  iso('CHECK_CONSTRAINTS', CHECK_COLUMNS, checks),
  iso('SCHEMATA', SCHEMATA_COLUMNS, ({ catalog }) => catalog.schemas.values()),
  iso('DOMAINS', DOMAIN_COLUMNS, ({ catalog }) => [...catalog.types.values()].flatMap((type) => (type.kind === 'alias' ? [type] : []))),
  iso('SEQUENCES', SEQUENCE_COLUMNS, ({ catalog }) =>
    [...catalog.objects.values()].flatMap((object) => (object.kind === 'sequence' ? [object] : [])),
  ),
  iso('COLUMN_DOMAIN_USAGE', DOMAIN_COLUMN_COLUMNS, domainColumns),
  iso('VIEW_TABLE_USAGE', VIEW_TABLE_COLUMNS, viewTables),
  iso('VIEW_COLUMN_USAGE', VIEW_COLUMN_COLUMNS, viewColumns),
  iso('TABLE_PRIVILEGES', TABLE_PRIVILEGE_COLUMNS, tablePrivileges),
  iso('COLUMN_PRIVILEGES', COLUMN_PRIVILEGE_COLUMNS, columnPrivileges),
  emptyView('INFORMATION_SCHEMA', 'DOMAIN_CONSTRAINTS', DOMAIN_CONSTRAINT_COLUMNS),
];
