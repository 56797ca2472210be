/** TABLE_PRIVILEGES and COLUMN_PRIVILEGES: what was granted on tables, views and their columns. */

import { SYSNAME, varchar } from '@sprocket/tsql';
import type { Permission, Table, View } from '../../model.ts';
import { type ColumnRows, column, nullable, type SystemContext } from '../define.ts';
import { relations } from './tables.ts';
import { NAME, naming } from './typed.ts';

interface Privilege {
  readonly row: Permission;
  readonly relation: Table | View;
}

function* privileges(context: SystemContext, kinds: readonly string[]): Iterable<Privilege> {
  const byId = new Map([...relations(context)].map((relation) => [relation.id, relation]));
  for (const row of context.catalog.permissions) {
    const relation = row.class === 'OBJECT' ? byId.get(row.objectId) : undefined;
    if (relation !== undefined && row.state !== 'deny' && kinds.includes(row.permission)) yield { row, relation };
  }
}

export const tablePrivileges = (context: SystemContext): readonly Privilege[] =>
  [...privileges(context, ['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'REFERENCES'])].filter(({ row }) => row.columnId === 0);

export const columnPrivileges = (context: SystemContext): readonly Privilege[] =>
  [...privileges(context, ['SELECT', 'UPDATE', 'REFERENCES'])].filter(({ row }) => row.columnId !== 0);

const PARTIES: ColumnRows<Privilege> = {
  GRANTOR: nullable(NAME, ({ row }) => row.grantor ?? 'dbo'),
  GRANTEE: nullable(NAME, ({ row }) => row.grantee),
};

const KIND: ColumnRows<Privilege> = {
  PRIVILEGE_TYPE: nullable(varchar(10), ({ row }) => row.permission),
  IS_GRANTABLE: nullable(varchar(3), ({ row }) => (row.state === 'grant with grant option' ? 'YES' : 'NO')),
};

export const TABLE_PRIVILEGE_COLUMNS: ColumnRows<Privilege> = {
  ...PARTIES,
  ...naming<Privilege>('TABLE', ({ relation }) => relation),
  ...KIND,
};

export const COLUMN_PRIVILEGE_COLUMNS: ColumnRows<Privilege> = {
  ...PARTIES,
  ...naming<Privilege>('TABLE', ({ relation }) => relation),
  COLUMN_NAME: column(SYSNAME, ({ row, relation }) => nameOfColumn(relation, row.columnId)),
  ...KIND,
};

const nameOfColumn = (relation: Table | View, id: number): string =>
  (relation.kind === 'table' ? relation.columns.find((c) => c.id === id) : relation.columns[id - 1])?.name ?? '';
