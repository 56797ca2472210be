/**
 * Views written as one line of words: `object_id:int name:name?` are two columns, the second of which can be NULL. Rows give the columns that have
 * something to say by name; the others are NULL, or 0 and empty where they cannot be.
 */

import {
  BIGINT,
  BIT,
  binary,
  char,
  DATETIME,
  datetime2,
  datetimeoffset,
  FLOAT,
  IMAGE,
  INT,
  isString,
  MAX,
  nchar,
  numeric,
  nvarchar,
  REAL,
  SMALLINT,
  SQL_VARIANT,
  SYSNAME,
  TINYINT,
  type Type,
  UNIQUEIDENTIFIER,
  varbinary,
  varchar,
  XML,
} from '@sprocket/tsql';
import type { Value } from '../../values/value.ts';
import {
  type ColumnRow,
  type ColumnRows,
  column,
  defineView,
  nullable,
  type SystemContext,
  type SystemView,
  type ViewSchema,
} from './define.ts';
import { ADDRESS, DESCRIPTION, LSN } from './shared.ts';

/** A column type by a short word; a trailing `?` makes it nullable. */
const WORDS: Readonly<Record<string, Type>> = {
  int: INT,
  smallint: SMALLINT,
  tinyint: TINYINT,
  bigint: BIGINT,
  bit: BIT,
  float: FLOAT,
  real: REAL,
  name: SYSNAME,
  desc: DESCRIPTION,
  date: DATETIME,
  date2: datetime2(7),
  offset: datetimeoffset(7),
  guid: UNIQUEIDENTIFIER,
  text: nvarchar(MAX),
  long: nvarchar(4000),
  path: nvarchar(260),
  bytes: varbinary(MAX),
  handle: varbinary(64),
  address: ADDRESS,
  sid: varbinary(85),
  lsn: LSN,
  size: numeric(20, 0),
  n255: nvarchar(255),
  b32: varbinary(32),
  n360: nvarchar(360),
  variant: SQL_VARIANT,
  xml: XML,
  hash: binary(8),
  image: IMAGE,
};

/** Words with a length behind: `n256` is nvarchar(256). */
const SIZED: Readonly<Record<string, (length: number) => Type>> = {
  n: nvarchar,
  v: varchar,
  char: (length) => char(length),
  nchar: (length) => nchar(length),
  b: varbinary,
  fixed: binary,
};

function typeOf(word: string): Type {
  const [, stem = '', length = ''] = /^([a-z]+)(\d+)$/.exec(word) ?? [];
  const type = WORDS[word] ?? SIZED[stem]?.(Number(length));
  if (type === undefined) throw new Error(`no type is called ${word}`);
  return type;
}

/** What a row says, by column. */
export type SpecRow = Readonly<Record<string, Value>>;

/** Views of schema sys without rows, by the name of each and its columns in words. */
export const emptyViews = (views: Readonly<Record<string, string>>): readonly SystemView[] =>
  Object.entries(views).map(([name, spec]) => specView('sys', name, spec));

/** A view by its columns in words and, where it has any, its rows. */
export function specView(schema: ViewSchema, name: string, spec: string, rows?: (context: SystemContext) => Iterable<SpecRow>): SystemView {
  const columns = spec.split(/\s+/).map((part): [string, ColumnRow<SpecRow>] => specColumn(...splitPart(part), name));
  const definition = { columns: Object.fromEntries(columns), live: rows !== undefined };
  return defineView(schema, name, rows === undefined ? definition : { ...definition, items: rows });
}

/** Columns by words for a view whose items have others beside them. */
export function specColumns<Item>(spec: string, row: (item: Item, context: SystemContext) => SpecRow): ColumnRows<Item> {
  const columns = spec.split(/\s+/).map((part): [string, ColumnRow<Item>] => {
    const [name, shape] = specColumn(...splitPart(part));
    const { type, nullable: canBeNull, value } = shape;
    const cellOf = value as (row: SpecRow, context: SystemContext) => Value;
    return [name, { type, nullable: canBeNull, value: (item, context) => cellOf(row(item, context), context) }];
  });
  return Object.fromEntries(columns);
}

/** Columns and rows of a result that is no view, in the same words. */
export function specShape(spec: string): {
  readonly columns: readonly { readonly name: string; readonly type: Type; readonly nullable: boolean }[];
  readonly row: (row: SpecRow) => readonly Value[];
} {
  const columns = spec.split(/\s+/).map((part) => specColumn(...splitPart(part)));
  return {
    columns: columns.map(([name, { type, nullable: canBeNull }]) => ({ name, type, nullable: canBeNull })),
    row: (row) => columns.map(([name]) => row[name] ?? null),
  };
}

function splitPart(part: string): [string, string] {
  const [columnName = '', word = ''] = part.split(':');
  return [columnName, word];
}

/** The words of dynamic views are made by the server and have the database's collation; their descriptions are those of the catalog. */
const collated = (view: string, name: string, type: Type): Type =>
  type === DESCRIPTION && view.startsWith('dm_') && !name.endsWith('_desc') ? nvarchar(60) : type;

function specColumn(name: string, word: string, view = ''): [string, ColumnRow<SpecRow>] {
  const canBeNull = word.endsWith('?');
  const type = collated(view, name, typeOf(canBeNull ? word.slice(0, -1) : word));
  const absent = canBeNull ? null : nothingOf(type);
  const value = (row: SpecRow): Value => row[name] ?? absent;
  return [name, canBeNull ? nullable(type, value) : column(type, value)];
}

function nothingOf(type: Type): Value {
  if (isString(type)) return '';
  if (type.name === 'bigint' || type.name === 'numeric') return 0n;
  if (type.name === 'varbinary' || type.name === 'binary') return new Uint8Array(type.length > 0 ? type.length : 0);
  return 0;
}
