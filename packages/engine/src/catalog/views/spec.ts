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
  INT,
  isString,
  MAX,
  nchar,
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
import { type ColumnRow, column, defineView, nullable, type SystemContext, type SystemView, type ViewSchema } from './define.ts';
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
  char1: char(1),
  char2: char(2),
  nchar1: nchar(1),
  date: DATETIME,
  date2: datetime2(7),
  offset: datetimeoffset(7),
  guid: UNIQUEIDENTIFIER,
  text: nvarchar(MAX),
  long: nvarchar(4000),
  path: nvarchar(260),
  n256: nvarchar(256),
  n512: nvarchar(512),
  n1024: nvarchar(1024),
  n3072: nvarchar(3072),
  n48: nvarchar(48),
  n32: nvarchar(32),
  n24: nvarchar(24),
  v30: varchar(30),
  bytes: varbinary(MAX),
  hash: binary(8),
  b20: varbinary(20),
  handle: varbinary(64),
  address: ADDRESS,
  sid: varbinary(85),
  lsn: LSN,
  variant: SQL_VARIANT,
  xml: XML,
};

/** What a row says, by column. */
export type SpecRow = Readonly<Record<string, Value>>;

/** A view by its columns in words and, where it has any, its rows. */
export function specView(schema: ViewSchema, name: string, spec: string, rows?: (context: SystemContext) => Iterable<SpecRow>): SystemView {
  const columns = spec.split(/\s+/).map((part): [string, ColumnRow<SpecRow>] => specColumn(...splitPart(part)));
  const definition = { columns: Object.fromEntries(columns), live: rows !== undefined };
  return defineView(schema, name, rows === undefined ? definition : { ...definition, items: rows });
}

function splitPart(part: string): [string, string] {
  const [columnName = '', word = ''] = part.split(':');
  return [columnName, word];
}

function specColumn(name: string, word: string): [string, ColumnRow<SpecRow>] {
  const canBeNull = word.endsWith('?');
  const type = WORDS[canBeNull ? word.slice(0, -1) : word];
  if (type === undefined) throw new Error(`no type is called ${word}`);
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
