/**
 * The system types as the catalog shows them: ids, byte lengths, precision and scale. sys.types, sys.columns, the metadata functions and the ODBC
 * procedures all read this one table.
 */

import { MAX, type Type, type TypeName } from '@sprocket/tsql';
import { type DatabaseCatalog, objectKey, type UserType } from './model.ts';

export interface SystemType {
  readonly name: string;
  readonly systemTypeId: number;
  readonly userTypeId: number;
  /** Bytes; for types with a declared length the greatest. */
  readonly maxLength: number;
  readonly precision: number;
  readonly scale: number;
  readonly isString: boolean;
}

const row = (
  name: string,
  systemTypeId: number,
  maxLength: number,
  precision = 0,
  scale = 0,
  isString = false,
  userTypeId = systemTypeId,
): SystemType => ({
  name,
  systemTypeId,
  userTypeId,
  maxLength,
  precision,
  scale,
  isString,
});

/** In the order of sys.types: by user_type_id of the system types. */
export const SYSTEM_TYPES: readonly SystemType[] = [
  row('image', 34, 16),
  row('text', 35, 16, 0, 0, true),
  row('uniqueidentifier', 36, 16),
  row('date', 40, 3, 10, 0),
  row('time', 41, 5, 16, 7),
  row('datetime2', 42, 8, 27, 7),
  row('datetimeoffset', 43, 10, 34, 7),
  row('tinyint', 48, 1, 3),
  row('smallint', 52, 2, 5),
  row('int', 56, 4, 10),
  row('smalldatetime', 58, 4, 16, 0),
  row('real', 59, 4, 24),
  row('money', 60, 8, 19, 4),
  row('datetime', 61, 8, 23, 3),
  row('float', 62, 8, 53),
  row('sql_variant', 98, 8016),
  row('ntext', 99, 16, 0, 0, true),
  row('bit', 104, 1, 1),
  row('decimal', 106, 17, 38, 38),
  row('numeric', 108, 17, 38, 38),
  row('smallmoney', 122, 4, 10, 4),
  row('bigint', 127, 8, 19),
  row('hierarchyid', 240, 892, 0, 0, false, 128),
  row('geometry', 240, -1, 0, 0, false, 129),
  row('geography', 240, -1, 0, 0, false, 130),
  row('varbinary', 165, 8000),
  row('varchar', 167, 8000, 0, 0, true),
  row('binary', 173, 8000),
  row('char', 175, 8000, 0, 0, true),
  row('timestamp', 189, 8),
  row('nvarchar', 231, 8000, 0, 0, true),
  row('nchar', 239, 8000, 0, 0, true),
  row('xml', 241, -1),
  row('sysname', 231, 256, 0, 0, true, 256),
];

const BY_NAME: ReadonlyMap<string, SystemType> = new Map(SYSTEM_TYPES.map((type) => [type.name, type]));

/** The row of a type's system type; types that no column can have count as int. */
export function systemType(type: Type): SystemType {
  const found = BY_NAME.get(systemTypeName(type.name));
  if (found === undefined) throw new Error(`no system type ${type.name}`);
  return found;
}

/** sys.types calls rowversion by its old name; a cursor or table has no row of its own. */
function systemTypeName(name: TypeName): string {
  if (name === 'rowversion') return 'timestamp';
  return name === 'cursor' || name === 'table' ? 'int' : name;
}

export const systemTypeNamed = (name: string): SystemType | undefined => BY_NAME.get(name.toLowerCase());

/** user_type_id of a type: that of its alias when it has one. */
export function userTypeId(type: Type, catalog: DatabaseCatalog): number {
  return userTypeOf(type, catalog)?.id ?? (type.alias === 'sysname' ? 256 : systemType(type).userTypeId);
}

export function userTypeOf(type: Type, catalog: DatabaseCatalog): UserType | undefined {
  if (type.alias === undefined || type.alias === 'sysname') return undefined;
  const dot = type.alias.indexOf('.');
  return catalog.types.get(objectKey(type.alias.slice(0, dot), type.alias.slice(dot + 1)));
}

/** system_type_id; 243 for a table type. */
export const systemTypeId = (type: Type): number => (type.name === 'table' ? 243 : systemType(type).systemTypeId);

/** max_length in bytes, -1 for MAX and xml. */
export function maxLengthOf(type: Type): number {
  switch (type.name) {
    case 'char':
    case 'varchar':
    case 'binary':
    case 'varbinary':
      return type.length;
    case 'nchar':
    case 'nvarchar':
      return type.length === MAX ? MAX : type.length * 2;
    case 'decimal':
    case 'numeric':
      return decimalBytes(type.precision);
    case 'time':
      return timeBytes(type.scale);
    case 'datetime2':
      return timeBytes(type.scale) + 3;
    case 'datetimeoffset':
      return timeBytes(type.scale) + 5;
    case 'table':
      return MAX;
    default:
      return systemType(type).maxLength;
  }
}

function decimalBytes(precision: number): number {
  if (precision <= 9) return 5;
  if (precision <= 19) return 9;
  return precision <= 28 ? 13 : 17;
}

function timeBytes(scale: number): number {
  if (scale <= 2) return 3;
  return scale <= 4 ? 4 : 5;
}

/** precision of sys.columns: digits of numbers, characters of dates. */
export function precisionOf(type: Type): number {
  switch (type.name) {
    case 'decimal':
    case 'numeric':
      return type.precision;
    case 'time':
      return fractional(8, type.scale);
    case 'datetime2':
      return fractional(19, type.scale);
    case 'datetimeoffset':
      return fractional(26, type.scale);
    default:
      return type.name === 'table' ? 0 : systemType(type).precision;
  }
}

const fractional = (base: number, scale: number): number => (scale === 0 ? base : base + 1 + scale);

export function scaleOf(type: Type): number {
  switch (type.name) {
    case 'decimal':
    case 'numeric':
    case 'time':
    case 'datetime2':
    case 'datetimeoffset':
      return type.scale;
    default:
      return type.name === 'table' ? 0 : systemType(type).scale;
  }
}

/** The collation that sys.columns shows; null for types without one. */
export function collationOf(type: Type, catalog: DatabaseCatalog): string | null {
  if (type.name === 'table' || !systemType(type).isString) return null;
  return type.collation ?? catalog.collation;
}
