/** Data type references to types: system names and synonyms, lengths with their defaults and limits, alias and table types. */

import type { DataType, Type } from '@sprocket/tsql';
import * as T from '@sprocket/tsql';
import { nameKey, objectKey, type Table } from '../catalog/model.ts';
import { sqlError } from '../errors.ts';
import { type Binder, useDatabase } from './context.ts';

export interface ResolvedType {
  readonly type: Type;
  /** Set for a table type. */
  readonly table: Table | null;
  /** Nullability that an alias type declares. */
  readonly nullable: boolean | null;
}

/** Where a type stands decides the length of a bare `varchar`: 1 in a declaration, 30 in CAST and CONVERT. */
export type TypePosition = 'declaration' | 'conversion';

export function resolveType(reference: DataType, position: TypePosition, binder: Binder | null): ResolvedType {
  const parts = reference.name.parts;
  const name = nameKey(parts.at(-1)?.value ?? '');
  if (parts.length === 1 || nameKey(parts.at(-2)?.value ?? '') === 'sys') {
    const type = systemType(name, reference, position);
    if (type !== undefined) return { type, table: null, nullable: null };
  }
  return userType(reference, binder);
}

function userType(reference: DataType, binder: Binder | null): ResolvedType {
  const parts = reference.name.parts.map((part) => part.value);
  const name = parts.at(-1) ?? '';
  const database = binder === null ? undefined : useDatabase(binder, parts.length > 2 ? parts.at(-3) : undefined);
  const schemas = parts.length > 1 ? [parts.at(-2) ?? ''] : [binder?.defaultSchema ?? 'dbo', 'dbo', 'sys'];
  for (const schema of schemas) {
    const found = database?.types.get(objectKey(schema, name));
    if (found?.kind === 'alias')
      return { type: { ...found.base, alias: `${found.schema}.${found.name}` }, table: null, nullable: found.nullable };
    if (found?.kind === 'table')
      return { type: { ...T.TABLE, alias: `${found.schema}.${found.name}` }, table: found.table, nullable: null };
  }
  throw sqlError(243, parts.join('.'));
}

const PLAIN: Readonly<Record<string, Type>> = {
  bit: T.BIT,
  tinyint: T.TINYINT,
  smallint: T.SMALLINT,
  int: T.INT,
  integer: T.INT,
  bigint: T.BIGINT,
  money: T.MONEY,
  smallmoney: T.SMALLMONEY,
  real: T.REAL,
  date: T.DATE,
  datetime: T.DATETIME,
  smalldatetime: T.SMALLDATETIME,
  text: T.TEXT,
  ntext: T.NTEXT,
  image: T.IMAGE,
  rowversion: T.ROWVERSION,
  timestamp: T.ROWVERSION,
  uniqueidentifier: T.UNIQUEIDENTIFIER,
  xml: T.XML,
  sql_variant: T.SQL_VARIANT,
  cursor: T.CURSOR,
  sysname: T.SYSNAME,
  json: T.nvarchar(T.MAX),
};

const SIZED: Readonly<Record<string, { readonly make: (length: number) => Type; readonly limit: number; readonly max: boolean }>> = {
  char: { make: T.char, limit: 8000, max: false },
  varchar: { make: T.varchar, limit: 8000, max: true },
  nchar: { make: T.nchar, limit: 4000, max: false },
  nvarchar: { make: T.nvarchar, limit: 4000, max: true },
  binary: { make: T.binary, limit: 8000, max: false },
  varbinary: { make: T.varbinary, limit: 8000, max: true },
};

const FRACTIONAL: Readonly<Record<string, (scale: number) => Type>> = {
  time: T.time,
  datetime2: T.datetime2,
  datetimeoffset: T.datetimeoffset,
};

const SYNONYMS: Readonly<Record<string, string>> = {
  dec: 'decimal',
  character: 'char',
  'char varying': 'varchar',
  'character varying': 'varchar',
  'national char': 'nchar',
  'national character': 'nchar',
  'national char varying': 'nvarchar',
  'national character varying': 'nvarchar',
  'national text': 'ntext',
  'binary varying': 'varbinary',
  'double precision': 'float',
};

function systemType(written: string, reference: DataType, position: TypePosition): Type | undefined {
  const name = SYNONYMS[written] ?? written;
  const sized = SIZED[name];
  if (sized !== undefined) return sizedType(name, sized, reference, position);
  const fractional = FRACTIONAL[name];
  if (fractional !== undefined) return fractional(numberArg(reference, 0, 7));
  if (name === 'decimal' || name === 'numeric') return decimalType(name, reference);
  if (name === 'float') return floatType(numberArg(reference, 0, 53));
  return PLAIN[name];
}

function sizedType(name: string, row: (typeof SIZED)[string], reference: DataType, position: TypePosition): Type {
  const [length] = reference.args;
  if (length === undefined) return row.make(position === 'conversion' ? 30 : 1);
  if (length === 'max') {
    if (!row.max) throw sqlError(102, 'max');
    return row.make(T.MAX);
  }
  if (length < 1) throw sqlError(1001, length);
  if (length > row.limit) throw sqlError(131, length, name, row.limit);
  return row.make(length);
}

function decimalType(name: 'decimal' | 'numeric', reference: DataType): Type {
  const precision = numberArg(reference, 0, 18);
  const scale = numberArg(reference, 1, 0);
  if (precision < 1 || precision > 38) throw sqlError(2750, 1, precision, 38);
  if (scale > precision) throw sqlError(192);
  return { ...T.decimal(precision, scale), name };
}

const floatType = (bits: number): Type => (bits <= 24 ? T.REAL : T.FLOAT);

function numberArg(reference: DataType, index: number, fallback: number): number {
  const value = reference.args[index];
  return typeof value === 'number' ? value : fallback;
}
