/**
 * System types as a text names them: synonyms, default sizes, and the sizes that SQL Server refuses. Which error a size gets depends on where the type
 * stands: a column, a parameter or variable, or a conversion; the sites differ in number, state and words.
 */

import type { DataType, Type } from '@sprocket/tsql';
import * as T from '@sprocket/tsql';
import { nameKey } from '../catalog/model.ts';
import { type SqlError, sqlError, sqlErrorState } from '../errors.ts';

/** Where a type stands. It decides the length of a bare `varchar` (1 in a declaration, 30 in CAST and CONVERT) and the words of errors. */
export interface TypeSite {
  readonly kind: 'column' | 'declaration' | 'conversion';
  /** The column, parameter or variable; empty where it has no name. */
  readonly name: string;
  /** Its position among its siblings, from 1. */
  readonly ordinal: number;
}

export const CONVERSION: TypeSite = { kind: 'conversion', name: '', ordinal: 1 };
export const DECLARATION: TypeSite = { kind: 'declaration', name: '', ordinal: 1 };

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
  hierarchyid: T.HIERARCHYID,
  geometry: T.GEOMETRY,
  geography: T.GEOGRAPHY,
  sql_variant: T.SQL_VARIANT,
  cursor: T.CURSOR,
  sysname: T.SYSNAME,
  json: T.nvarchar(T.MAX),
};

interface Sized {
  readonly make: (length: number) => Type;
  readonly limit: number;
  readonly max: boolean;
}

/** No type of a declared length is longer. */
const LONGEST = 8000;

const SIZED: Readonly<Record<string, Sized>> = {
  char: { make: T.char, limit: LONGEST, max: false },
  varchar: { make: T.varchar, limit: LONGEST, max: true },
  nchar: { make: T.nchar, limit: 4000, max: false },
  nvarchar: { make: T.nvarchar, limit: 4000, max: true },
  binary: { make: T.binary, limit: LONGEST, max: false },
  varbinary: { make: T.varbinary, limit: LONGEST, max: true },
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

/** The system type of that name; undefined when there is none. */
export function systemType(reference: DataType, site: TypeSite): Type | undefined {
  const written = nameKey(reference.name.parts.at(-1)?.value ?? '');
  const name = SYNONYMS[written] ?? written;
  const sized = SIZED[name];
  if (sized !== undefined) return sizedType(name, sized, reference, site);
  const fractional = FRACTIONAL[name];
  if (fractional !== undefined) return fractional(fraction(reference));
  if (name === 'decimal' || name === 'numeric') return decimalType(name, reference, site);
  if (name === 'float') return floatType(reference, site);
  const plain = PLAIN[name];
  if (plain !== undefined && name !== 'xml' && reference.args.length > 0) throw needlessSize(name, reference, site);
  return plain;
}

function sizedType(name: string, row: Sized, reference: DataType, site: TypeSite): Type {
  const [length] = reference.args;
  if (length === undefined) return row.make(site.kind === 'conversion' ? 30 : 1);
  if (length === 'max') {
    if (!row.max) throw sqlError(102, 'max');
    return row.make(T.MAX);
  }
  requirePositive(reference);
  if (length > row.limit) throw tooLong(name, length, row.limit, site);
  return row.make(length);
}

/** Longer than any type is told by the parser; only Unicode types have a limit below. */
function tooLong(name: string, length: number, limit: number, site: TypeSite): SqlError {
  if (length > LONGEST) {
    const column = site.kind === 'column' && limit === LONGEST;
    return column ? sqlErrorState(131, 2, length, 'column', site.name, LONGEST) : sqlError(131, length, 'type', name, LONGEST);
  }
  if (site.kind === 'conversion') return sqlErrorState(131, 1, length, 'convert specification', name, limit);
  return sqlErrorState(2717, 2, length, 'parameter', site.name, limit);
}

function fraction(reference: DataType): number {
  const scale = numberArg(reference, 0, 7);
  if (scale > 7) throw sqlError(1002, reference.span.line, scale);
  return scale;
}

function decimalType(name: 'decimal' | 'numeric', reference: DataType, site: TypeSite): Type {
  const precision = numberArg(reference, 0, 18);
  const scale = numberArg(reference, 1, 0);
  requirePositive(reference);
  if (precision > 38) {
    if (reference.args.length > 1 && site.kind !== 'column') throw sqlError(2717, precision, 'type', name, 38);
    if (site.kind !== 'conversion') throw sqlError(2750, site.ordinal, precision, 38);
  }
  if (scale > precision) throw site.kind === 'column' ? sqlError(183, scale, site.name, 0, precision) : sqlError(192);
  return { ...T.decimal(Math.min(precision, 38), scale), name };
}

function floatType(reference: DataType, site: TypeSite): Type {
  const bits = numberArg(reference, 0, 53);
  requirePositive(reference);
  if (bits > 53 && site.kind !== 'conversion') throw sqlError(2750, site.ordinal, bits, 53);
  return bits <= 24 ? T.REAL : T.FLOAT;
}

/** A width where the type has its own: 291 in a conversion, 2716 in a definition. */
export function needlessSize(name: string, reference: DataType, site: TypeSite): SqlError {
  requirePositive(reference);
  return site.kind === 'conversion' ? sqlError(291, name) : sqlError(2716, site.ordinal, name);
}

/** The first argument is at least 1, whatever the type. */
function requirePositive(reference: DataType): void {
  const [first] = reference.args;
  if (typeof first === 'number' && first < 1) throw sqlError(1001, reference.span.line, first);
}

function numberArg(reference: DataType, index: number, fallback: number): number {
  const value = reference.args[index];
  return typeof value === 'number' ? value : fallback;
}
