/**
 * Types of the language as types of the wire and back. Values have the same JavaScript form on both sides, so only their descriptions are
 * translated; sql_variant alone carries a description in each value. Both tables are complete: a new type does not compile until it has its rows.
 */

import type { Value, Variant } from '@sprocket/engine';
import type { Column, TypeInfo, TypeOf, Value as WireValue } from '@sprocket/tds';
import { ColumnFlag, TABLE_COLUMN_DEFAULT } from '@sprocket/tds';
import * as tsql from '@sprocket/tsql';
import { collationOf } from './collations.ts';

type ToWire = (type: tsql.Type) => TypeInfo;
type FromWire<N extends TypeInfo['name']> = (type: TypeOf<N>) => tsql.Type;

/** hierarchyid is at most this long. */
const HIERARCHYID_BYTES = 892;

export function wireType(type: tsql.Type): TypeInfo {
  return TO_WIRE[type.name](type);
}

export function engineType(info: TypeInfo): tsql.Type {
  return (FROM_WIRE[info.name] as (info: TypeInfo) => tsql.Type)(info);
}

/** A value of the engine as the wire wants it. */
export function wireValue(value: Value): WireValue {
  if (isVariant(value)) return { type: wireType(value.type), value: value.value as NonNullable<WireValue> };
  return value;
}

/** A value of the wire as the engine wants it; tables are taken apart elsewhere. */
export function engineValue(value: WireValue): Value {
  if (typeof value === 'object' && value !== null && 'type' in value)
    return { type: engineType(value.type), value: value.value as Variant['value'] };
  return value as Value;
}

/** Whether values of the type need `wireValue` and `engineValue`. */
export function carriesType(type: tsql.Type): boolean {
  return type.name === 'sql_variant';
}

/** What a result's column looks like on the wire, but for its name. */
export function columnFlags(column: {
  readonly nullable: boolean;
  readonly identity: boolean;
  readonly computed: boolean;
  readonly type: tsql.Type;
}): number {
  return (
    (column.nullable ? ColumnFlag.NULLABLE : 0) |
    (column.computed ? ColumnFlag.COMPUTED : column.identity ? ColumnFlag.IDENTITY : ColumnFlag.UPDATEABLE_UNKNOWN) |
    (/_(CS|BIN2?)(_|$)/i.test(column.type.collation ?? '') ? ColumnFlag.CASE_SENSITIVE : 0)
  );
}

/** A column of a table-valued parameter that takes its default in every row. */
export function isDefaultColumn(column: Pick<Column, 'flags'>): boolean {
  return (column.flags & TABLE_COLUMN_DEFAULT) !== 0;
}

const same =
  <N extends SameName>(name: N): ToWire =>
  () =>
    ({ name }) as TypeInfo;

/** Types whose description is their name alone. */
type SameName =
  | 'bit'
  | 'tinyint'
  | 'smallint'
  | 'int'
  | 'bigint'
  | 'money'
  | 'smallmoney'
  | 'float'
  | 'real'
  | 'date'
  | 'datetime'
  | 'smalldatetime'
  | 'rowversion'
  | 'image'
  | 'uniqueidentifier'
  | 'sql_variant';

const scaled =
  (name: 'time' | 'datetime2' | 'datetimeoffset'): ToWire =>
  (type) => ({ name, scale: type.scale });

const textual =
  (name: 'char' | 'varchar' | 'nchar' | 'nvarchar'): ToWire =>
  (type) => ({ name, length: type.length, collation: collationOf(type.collation) });

const binary = (length: number): TypeInfo => ({ name: 'varbinary', length });

/** A CLR type travels with its name; it belongs to every database, and clients find its class by the assembly's name. */
const clr =
  (className: string, length: number): ToWire =>
  ({ name }) => ({
    name: 'udt',
    length,
    udt: {
      database: 'master',
      schema: 'sys',
      typeName: name,
      assembly: `Microsoft.SqlServer.Types.${className}, Microsoft.SqlServer.Types, Version=11.0.0.0, Culture=neutral, PublicKeyToken=89845dcd8080cc91`,
    },
  });

/** What cannot be a column or parameter on the wire. */
const never: ToWire = (type) => {
  throw new Error(`a value of type ${type.name} cannot be sent`);
};

const TO_WIRE: Readonly<Record<tsql.TypeName, ToWire>> = {
  bit: same('bit'),
  tinyint: same('tinyint'),
  smallint: same('smallint'),
  int: same('int'),
  bigint: same('bigint'),
  money: same('money'),
  smallmoney: same('smallmoney'),
  float: same('float'),
  real: same('real'),
  decimal: ({ precision, scale }) => ({ name: 'decimal', precision, scale }),
  numeric: ({ precision, scale }) => ({ name: 'numeric', precision, scale }),
  date: same('date'),
  datetime: same('datetime'),
  smalldatetime: same('smalldatetime'),
  time: scaled('time'),
  datetime2: scaled('datetime2'),
  datetimeoffset: scaled('datetimeoffset'),
  char: textual('char'),
  varchar: textual('varchar'),
  nchar: textual('nchar'),
  nvarchar: textual('nvarchar'),
  text: (type) => ({ name: 'text', collation: collationOf(type.collation) }),
  ntext: (type) => ({ name: 'ntext', collation: collationOf(type.collation) }),
  binary: ({ length }) => ({ name: 'binary', length }),
  varbinary: ({ length }) => binary(length),
  image: same('image'),
  rowversion: same('rowversion'),
  uniqueidentifier: same('uniqueidentifier'),
  xml: () => ({ name: 'xml', schema: null }),
  sql_variant: same('sql_variant'),
  hierarchyid: clr('SqlHierarchyId', HIERARCHYID_BYTES),
  geometry: clr('SqlGeometry', tsql.MAX),
  geography: clr('SqlGeography', tsql.MAX),
  cursor: never,
  table: never,
};

const FROM_WIRE: { readonly [N in TypeInfo['name']]: FromWire<N> } = {
  // A NULL without a type, as some clients send it: any type that converts to all others will do.
  null: () => tsql.nvarchar(1),
  bit: () => tsql.BIT,
  tinyint: () => tsql.TINYINT,
  smallint: () => tsql.SMALLINT,
  int: () => tsql.INT,
  bigint: () => tsql.BIGINT,
  money: () => tsql.MONEY,
  smallmoney: () => tsql.SMALLMONEY,
  float: () => tsql.FLOAT,
  real: () => tsql.REAL,
  decimal: ({ precision, scale }) => tsql.decimal(precision, scale),
  numeric: ({ precision, scale }) => tsql.numeric(precision, scale),
  date: () => tsql.DATE,
  datetime: () => tsql.DATETIME,
  smalldatetime: () => tsql.SMALLDATETIME,
  time: ({ scale }) => tsql.time(scale),
  datetime2: ({ scale }) => tsql.datetime2(scale),
  datetimeoffset: ({ scale }) => tsql.datetimeoffset(scale),
  char: ({ length }) => tsql.char(atLeastOne(length)),
  varchar: ({ length }) => tsql.varchar(atLeastOne(length)),
  nchar: ({ length }) => tsql.nchar(atLeastOne(length)),
  nvarchar: ({ length }) => tsql.nvarchar(atLeastOne(length)),
  text: () => tsql.TEXT,
  ntext: () => tsql.NTEXT,
  binary: ({ length }) => tsql.binary(atLeastOne(length)),
  varbinary: ({ length }) => tsql.varbinary(atLeastOne(length)),
  image: () => tsql.IMAGE,
  rowversion: () => tsql.ROWVERSION,
  uniqueidentifier: () => tsql.UNIQUEIDENTIFIER,
  xml: () => tsql.XML,
  json: () => tsql.nvarchar(tsql.MAX),
  sql_variant: () => tsql.SQL_VARIANT,
  udt: ({ udt }) => CLR_TYPES[udt.typeName.toLowerCase()] ?? tsql.varbinary(tsql.MAX),
  table: ({ schema, typeName }) => ({ ...tsql.TABLE, alias: schema === '' ? typeName : `${schema}.${typeName}` }),
};

/** Whatever database and schema a client names with them. */
const CLR_TYPES: Readonly<Record<string, tsql.Type>> = {
  hierarchyid: tsql.HIERARCHYID,
  geometry: tsql.GEOMETRY,
  geography: tsql.GEOGRAPHY,
};

/** Clients describe an empty string as a type of length 0, which T-SQL does not have. */
function atLeastOne(length: number): number {
  return length === 0 ? 1 : length;
}

function isVariant(value: Value): value is Variant {
  return typeof value === 'object' && value !== null && 'type' in value;
}
