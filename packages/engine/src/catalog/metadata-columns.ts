/** COL_LENGTH and COLUMNPROPERTY: facts about one column of a table, view or function, or one parameter of a module. */

import { isLarge, isString, type Type } from '@sprocket/tsql';
import { sameName } from './find.ts';
import { type Answers, type Found, type MetadataContext, objectById, objectNamed } from './metadata-context.ts';
import { columnNamed, columnsOf } from './metadata-names.ts';
import type { Column, Parameter } from './model.ts';
import { maxLengthOf, precisionOf, scaleOf } from './types.ts';
import { parametersOf } from './views/columns.ts';

/** A column or parameter. */
interface Place {
  readonly id: number;
  readonly type: Type;
  readonly nullable: boolean;
  readonly column: Column | null;
  readonly parameter: Parameter | null;
  /** Its place among its kind, from 1: less than the id once columns before it were dropped. */
  readonly position: number;
}

/** Characters of strings, digits of numbers, -1 for MAX; bytes of the rest. */
export function lengthInUnits(type: Type): number {
  switch (type.name) {
    case 'text':
    case 'image':
      return 2_147_483_647;
    case 'ntext':
      return 1_073_741_823;
    default:
      return precisionOf(type) || (isString(type) ? type.length : maxLengthOf(type));
  }
}

/** Types whose values have digits after a point, or none but might. */
const WITH_SCALE: ReadonlySet<string> = new Set([
  'tinyint',
  'smallint',
  'int',
  'bigint',
  'decimal',
  'numeric',
  'money',
  'smallmoney',
  'date',
  'datetime',
  'smalldatetime',
  'time',
  'datetime2',
  'datetimeoffset',
]);

export const scaleOrNull = (type: Type): number | null => (WITH_SCALE.has(type.name) ? scaleOf(type) : null);

/** Types that no index key can have. */
const isIndexable = (type: Type): boolean => !isLarge(type);

/** Types whose trailing blanks or zeros ANSI_PADDING is about; it is always on. */
export const ANSI_TRIMMED: ReadonlySet<string> = new Set(['char', 'varchar', 'binary', 'varbinary', 'sql_variant']);

type Property = (place: Place) => boolean | number | null;

const ofColumn =
  (read: (column: Column) => boolean | number): Property =>
  ({ column }) =>
    column === null ? false : read(column);

/** By folded name. */
const PROPERTIES: Readonly<Record<string, Property>> = {
  allowsnull: ({ nullable }) => nullable,
  charmaxlen: ({ type }) => (isString(type) ? lengthInUnits(type) : null),
  columnid: ({ id }) => id,
  fulltexttypecolumn: () => 0,
  generatedalwaystype: ofColumn((column) => (column.generated === null ? 0 : column.generated === 'ROW START' ? 1 : 2)),
  iscolumnset: () => false,
  iscomputed: ofColumn((column) => column.computed !== null),
  iscursortype: ({ type }) => type.name === 'cursor',
  isdeterministic: ({ column }) => (column?.computed ? true : null),
  isfulltextindexed: () => false,
  ishidden: ofColumn((column) => column.hidden),
  isidentity: ofColumn((column) => column.identity !== null),
  isidnotforrepl: ofColumn((column) => column.identity?.notForReplication === true),
  ismasked: ofColumn((column) => column.mask !== undefined),
  isindexable: ({ type }) => isIndexable(type),
  isoutparam: ({ parameter }) => parameter?.output === true,
  isprecise: ({ column, type }) => (column?.computed ? type.name !== 'float' && type.name !== 'real' : null),
  isrowguidcol: ofColumn((column) => column.rowGuidCol),
  issparse: ofColumn((column) => column.sparse),
  issystemverified: ({ column }) => (column?.computed ? true : null),
  isxmlindexable: ({ type }) => type.name === 'xml',
  ordinal: ({ position }) => position,
  precision: ({ type }) => lengthInUnits(type),
  scale: ({ type }) => scaleOrNull(type),
  statisticalsemantics: () => false,
  systemdataaccess: ({ column }) => (column?.computed ? false : null),
  userdataaccess: ({ column }) => (column?.computed ? false : null),
  usesansitrim: ({ type }) => (ANSI_TRIMMED.has(type.name) ? true : null),
};

function columnProperty(context: MetadataContext, id: number, name: string, property: string): number | null {
  const found = objectById(context, id);
  const place = found && (columnPlace(found, name) ?? parameterPlace(found, name));
  const value = place && PROPERTIES[property.trim().toLowerCase()]?.(place);
  return value === undefined || value === null ? null : Number(value);
}

function columnPlace(found: Found, name: string): Place | undefined {
  const columns = columnsOf(found);
  const index = columns.findIndex((column) => sameName(column.name, name));
  const column = columns[index];
  return column && { ...column, parameter: null, position: index + 1 };
}

function parameterPlace({ entry }: Found, name: string): Place | undefined {
  const { object } = entry;
  if (object?.kind !== 'procedure' && object?.kind !== 'function') return undefined;
  const found = parametersOf(object).find(({ parameter }) => parameter.name !== '' && sameName(parameter.name, name));
  return (
    found && { id: found.id, type: found.parameter.type, nullable: true, column: null, parameter: found.parameter, position: found.id }
  );
}

export const COLUMN_ANSWERS: Answers = {
  COL_LENGTH: (context, object: string, name: string) => {
    const found = objectNamed(context, object);
    const column = found && columnNamed(found, name);
    return column === undefined ? null : maxLengthOf(column.type);
  },
  COLUMNPROPERTY: columnProperty,
};
