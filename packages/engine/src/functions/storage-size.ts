/** Bytes that a value of a fixed-size type takes, for DATALENGTH, COL_LENGTH and TYPEPROPERTY. Source: Microsoft's page of each data type. */

import type { Type, TypeName } from '@sprocket/tsql';

const FIXED: Partial<Record<TypeName, number>> = {
  bit: 1,
  tinyint: 1,
  smallint: 2,
  int: 4,
  bigint: 8,
  money: 8,
  smallmoney: 4,
  float: 8,
  real: 4,
  date: 3,
  datetime: 8,
  smalldatetime: 4,
  uniqueidentifier: 16,
  rowversion: 8,
};

/** Bytes of a value; for types of varying length the greatest number, -1 for MAX, 16 for the text pointer of a legacy type. */
export function storageSize(type: Type): number {
  switch (type.name) {
    case 'decimal':
    case 'numeric':
      return type.precision <= 9 ? 5 : type.precision <= 19 ? 9 : type.precision <= 28 ? 13 : 17;
    case 'time':
      return timeSize(type.scale);
    case 'datetime2':
      return timeSize(type.scale) + 3;
    case 'datetimeoffset':
      return timeSize(type.scale) + 5;
    case 'nchar':
    case 'nvarchar':
      return type.length < 0 ? -1 : type.length * 2;
    case 'text':
    case 'ntext':
    case 'image':
      return 16;
    case 'xml':
    case 'geometry':
    case 'geography':
      return -1;
    case 'hierarchyid':
      return 892;
    case 'sql_variant':
      return 8016;
    default:
      return FIXED[type.name] ?? type.length;
  }
}

function timeSize(scale: number): number {
  return scale <= 2 ? 3 : scale <= 4 ? 4 : 5;
}
