/** What the views say of a value of a type, and how they name things. */

import { isClr, nvarchar, SYSNAME, type Type } from '@sprocket/tsql';
import type { DatabaseCatalog } from '../../model.ts';
import { maxLengthOf, precisionOf, scaleOf, systemType } from '../../types.ts';
import { codePageName } from '../charsets.ts';
import { type ColumnRows, column, nullable } from '../define.ts';

export const NAME: Type = nvarchar(128);

/** Catalog, schema and name of something that has the latter two. */
export function naming<Item>(prefix: string, of: (item: Item) => { readonly schema: string; readonly name: string }): ColumnRows<Item> {
  return {
    [`${prefix}_CATALOG`]: nullable(NAME, (_, { catalog }) => catalog.name),
    [`${prefix}_SCHEMA`]: nullable(NAME, (item) => of(item).schema),
    [`${prefix}_NAME`]: column(SYSNAME, (item) => of(item).name),
  };
}

/** What describes a value of a type in COLUMNS, PARAMETERS, ROUTINES and DOMAINS. */
export interface Typed {
  readonly type: Type;
}

export const characters = ({ type }: Typed): number | null => {
  if (type.name === 'xml' || isClr(type)) return maxLengthOf(type);
  if (type.name === 'text' || type.name === 'image') return 2_147_483_647;
  if (type.name === 'ntext') return 1_073_741_823;
  return LENGTHS.has(type.name) ? type.length : null;
};

export const octets = ({ type }: Typed): number | null => {
  if (type.name === 'xml' || isClr(type)) return maxLengthOf(type);
  if (type.name === 'ntext') return 2_147_483_646;
  if (type.name === 'text' || type.name === 'image') return 2_147_483_647;
  return LENGTHS.has(type.name) ? maxLengthOf(type) : null;
};

const LENGTHS: ReadonlySet<string> = new Set(['char', 'varchar', 'nchar', 'nvarchar', 'binary', 'varbinary']);
const NUMBERS: ReadonlySet<string> = new Set([
  'tinyint',
  'smallint',
  'int',
  'bigint',
  'decimal',
  'numeric',
  'money',
  'smallmoney',
  'float',
  'real',
]);
const APPROXIMATE: ReadonlySet<string> = new Set(['float', 'real']);

export const numericPrecision = ({ type }: Typed): number | null => (NUMBERS.has(type.name) ? precisionOf(type) : null);

export const numericRadix = ({ type }: Typed): number | null => (NUMBERS.has(type.name) ? (APPROXIMATE.has(type.name) ? 2 : 10) : null);

export const numericScale = ({ type }: Typed): number | null =>
  NUMBERS.has(type.name) && !APPROXIMATE.has(type.name) ? scaleOf(type) : null;

const FRACTIONS: Readonly<Record<string, number>> = { datetime: 3, smalldatetime: 0, date: 0 };

export const datetimePrecision = ({ type }: Typed): number | null => {
  if (type.name === 'time' || type.name === 'datetime2' || type.name === 'datetimeoffset') return type.scale;
  return FRACTIONS[type.name] ?? null;
};

export const characterSet = ({ type }: Typed, catalog: DatabaseCatalog): string | null => {
  if (type.name === 'nchar' || type.name === 'nvarchar' || type.name === 'ntext') return 'UNICODE';
  return type.name === 'char' || type.name === 'varchar' || type.name === 'text' ? codePageName(type.collation ?? catalog.collation) : null;
};

/** The name without alias: `numeric`, `nvarchar`, `timestamp`. */
export const dataType = ({ type }: Typed): string => (type.name === 'table' ? 'table type' : systemType(type).name);
