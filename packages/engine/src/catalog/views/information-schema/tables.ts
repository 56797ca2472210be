/** TABLES, COLUMNS, VIEWS, VIEW_TABLE_USAGE and SCHEMATA. */

import { INT, nvarchar, SMALLINT, SYSNAME, TINYINT, varchar } from '@sprocket/tsql';
import { dependenciesOf } from '../../dependencies.ts';
import type { Schema, Table, View } from '../../model.ts';
import { collationOf, userTypeOf } from '../../types.ts';
import { codePageName } from '../charsets.ts';
import { tableColumns } from '../columns.ts';
import { type ColumnRows, column, nullable, type SystemContext } from '../define.ts';
import {
  characterSet,
  characters,
  dataType,
  datetimePrecision,
  NAME,
  naming,
  numericPrecision,
  numericRadix,
  numericScale,
  octets,
  type Typed,
} from './typed.ts';

type Relation = Table | View;

export function* relations({ catalog }: SystemContext): Iterable<Relation> {
  for (const object of catalog.objects.values()) if (object.kind === 'table' || object.kind === 'view') yield object;
}

export const TABLE_COLUMNS: ColumnRows<Relation> = {
  ...naming<Relation>('TABLE', (r) => r),
  TABLE_TYPE: nullable(varchar(10), (r) => (r.kind === 'table' ? 'BASE TABLE' : 'VIEW')),
};

interface ColumnItem extends Typed {
  readonly relation: Relation;
  readonly name: string;
  readonly position: number;
  readonly nullable: boolean;
  readonly default: string | null;
}

export function* columns(context: SystemContext): Iterable<ColumnItem> {
  for (const relation of relations(context)) yield* columnsOf(relation);
}

function columnsOf(relation: Relation): readonly ColumnItem[] {
  if (relation.kind === 'view') return relation.columns.map((c, i) => ({ ...c, relation, position: i + 1, default: null }));
  return tableColumns(relation).map((c, i) => ({ ...c, relation, position: i + 1, default: c.column?.default?.text ?? null }));
}

/** COLUMN_DOMAIN_USAGE: columns of alias types. */
export function* domainColumns(context: SystemContext): Iterable<ColumnItem> {
  for (const item of columns(context)) if (userTypeOf(item.type, context.catalog) !== undefined) yield item;
}

export const DOMAIN_COLUMN_COLUMNS: ColumnRows<ColumnItem> = {
  DOMAIN_CATALOG: nullable(NAME, (_, { catalog }) => catalog.name),
  DOMAIN_SCHEMA: nullable(NAME, ({ type }, { catalog }) => userTypeOf(type, catalog)?.schema ?? null),
  DOMAIN_NAME: column(SYSNAME, ({ type }, { catalog }) => userTypeOf(type, catalog)?.name ?? ''),
  TABLE_CATALOG: nullable(NAME, (_, { catalog }) => catalog.name),
  TABLE_SCHEMA: nullable(NAME, ({ relation }) => relation.schema),
  TABLE_NAME: column(SYSNAME, ({ relation }) => relation.name),
  COLUMN_NAME: nullable(SYSNAME, ({ name }) => name),
};

export const COLUMN_COLUMNS: ColumnRows<ColumnItem> = {
  TABLE_CATALOG: nullable(NAME, (_, { catalog }) => catalog.name),
  TABLE_SCHEMA: nullable(NAME, ({ relation }) => relation.schema),
  TABLE_NAME: column(SYSNAME, ({ relation }) => relation.name),
  COLUMN_NAME: nullable(SYSNAME, ({ name }) => name),
  ORDINAL_POSITION: column(INT, ({ position }) => position),
  COLUMN_DEFAULT: nullable(nvarchar(4000), (c) => c.default),
  IS_NULLABLE: nullable(varchar(3), (c) => (c.nullable ? 'YES' : 'NO')),
  DATA_TYPE: nullable(NAME, dataType),
  CHARACTER_MAXIMUM_LENGTH: nullable(INT, characters),
  CHARACTER_OCTET_LENGTH: nullable(INT, octets),
  NUMERIC_PRECISION: nullable(TINYINT, numericPrecision),
  NUMERIC_PRECISION_RADIX: nullable(SMALLINT, numericRadix),
  NUMERIC_SCALE: nullable(INT, numericScale),
  DATETIME_PRECISION: nullable(SMALLINT, datetimePrecision),
  CHARACTER_SET_CATALOG: nullable(SYSNAME),
  CHARACTER_SET_SCHEMA: nullable(SYSNAME),
  CHARACTER_SET_NAME: nullable(SYSNAME, (c, { catalog }) => characterSet(c, catalog)),
  COLLATION_CATALOG: nullable(SYSNAME),
  COLLATION_SCHEMA: nullable(SYSNAME),
  COLLATION_NAME: nullable(SYSNAME, (c, { catalog }) => collationOf(c.type, catalog)),
  DOMAIN_CATALOG: nullable(SYSNAME, (c, { catalog }) => (userTypeOf(c.type, catalog) === undefined ? null : catalog.name)),
  DOMAIN_SCHEMA: nullable(SYSNAME, (c, { catalog }) => userTypeOf(c.type, catalog)?.schema ?? null),
  DOMAIN_NAME: nullable(SYSNAME, (c, { catalog }) => userTypeOf(c.type, catalog)?.name ?? (c.type.alias === 'sysname' ? 'sysname' : null)),
};

export function* views(context: SystemContext): Iterable<View> {
  for (const relation of relations(context)) if (relation.kind === 'view') yield relation;
}

export const VIEW_COLUMNS: ColumnRows<View> = {
  ...naming<View>('TABLE', (v) => v),
  VIEW_DEFINITION: nullable(nvarchar(4000), (v) => (v.encrypted || v.definition.length > 4000 ? null : v.definition)),
  CHECK_OPTION: nullable(varchar(7), (v) => (v.checkOption ? 'CASCADE' : 'NONE')),
  IS_UPDATABLE: column(varchar(2), 'NO'),
};

export const SCHEMATA_COLUMNS: ColumnRows<Schema> = {
  CATALOG_NAME: nullable(NAME, (_, { catalog }) => catalog.name),
  SCHEMA_NAME: column(SYSNAME, (s) => s.name),
  SCHEMA_OWNER: nullable(NAME, (s) => s.owner),
  DEFAULT_CHARACTER_SET_CATALOG: nullable(varchar(6)),
  DEFAULT_CHARACTER_SET_SCHEMA: nullable(varchar(3)),
  DEFAULT_CHARACTER_SET_NAME: nullable(SYSNAME, (_, { catalog }) => codePageName(catalog.collation)),
};

interface ViewUsage {
  readonly view: View;
  readonly used: { readonly schema: string; readonly name: string };
}

export function* viewTables(context: SystemContext): Iterable<ViewUsage> {
  for (const view of views(context)) {
    for (const { id } of dependenciesOf(context.catalog, view)) {
      const used = id === null ? undefined : context.catalog.objectsById.get(id);
      if (used !== undefined) yield { view, used };
    }
  }
}

export const VIEW_TABLE_COLUMNS: ColumnRows<ViewUsage> = {
  ...naming<ViewUsage>('VIEW', ({ view }) => view),
  ...naming<ViewUsage>('TABLE', ({ used }) => used),
};
