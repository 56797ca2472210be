/** ROUTINES, PARAMETERS and ROUTINE_COLUMNS. */

import { DATETIME, INT, nvarchar, SMALLINT, SYSNAME, TINYINT, varchar } from '@sprocket/tsql';
import type { DatabaseCatalog, Parameter, Procedure, UserFunction } from '../../model.ts';
import { collationOf, userTypeOf } from '../../types.ts';
import { type ColumnRows, column, nullable, type SystemContext } from '../define.ts';
import { datetimeOf } from '../shared.ts';
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

type Routine = Procedure | UserFunction;

export function* routines({ catalog }: SystemContext): Iterable<Routine> {
  for (const object of catalog.objects.values()) if (object.kind === 'procedure' || object.kind === 'function') yield object;
}

/** What a function returns; null for a procedure. */
function returned(routine: Routine): Typed | null {
  if (routine.kind === 'procedure') return null;
  return { type: routine.returns ?? { name: 'table', length: 0, precision: 0, scale: 0 } };
}

const ofReturn =
  <Result>(read: (typed: Typed, catalog: DatabaseCatalog) => Result) =>
  (routine: Routine, { catalog }: SystemContext): Result | null => {
    const typed = returned(routine);
    return typed === null || typed.type.name === 'table' ? null : read(typed, catalog);
  };

export const ROUTINE_COLUMNS: ColumnRows<Routine> = {
  ...naming<Routine>('SPECIFIC', (r) => r),
  ...naming<Routine>('ROUTINE', (r) => r),
  ROUTINE_TYPE: nullable(nvarchar(20), (r) => r.kind.toUpperCase()),
  MODULE_CATALOG: nullable(SYSNAME),
  MODULE_SCHEMA: nullable(SYSNAME),
  MODULE_NAME: nullable(SYSNAME),
  UDT_CATALOG: nullable(SYSNAME),
  UDT_SCHEMA: nullable(SYSNAME),
  UDT_NAME: nullable(SYSNAME),
  DATA_TYPE: nullable(SYSNAME, (r) => (r.kind === 'procedure' ? null : r.returns === null ? 'TABLE' : dataType({ type: r.returns }))),
  CHARACTER_MAXIMUM_LENGTH: nullable(INT, ofReturn(characters)),
  CHARACTER_OCTET_LENGTH: nullable(INT, ofReturn(octets)),
  COLLATION_CATALOG: nullable(SYSNAME),
  COLLATION_SCHEMA: nullable(SYSNAME),
  COLLATION_NAME: nullable(
    SYSNAME,
    ofReturn(({ type }, catalog) => collationOf(type, catalog)),
  ),
  CHARACTER_SET_CATALOG: nullable(SYSNAME),
  CHARACTER_SET_SCHEMA: nullable(SYSNAME),
  CHARACTER_SET_NAME: nullable(SYSNAME, ofReturn(characterSet)),
  NUMERIC_PRECISION: nullable(SMALLINT, ofReturn(numericPrecision)),
  NUMERIC_PRECISION_RADIX: nullable(SMALLINT, ofReturn(numericRadix)),
  NUMERIC_SCALE: nullable(SMALLINT, ofReturn(numericScale)),
  DATETIME_PRECISION: nullable(SMALLINT, ofReturn(datetimePrecision)),
  INTERVAL_TYPE: nullable(nvarchar(30)),
  INTERVAL_PRECISION: nullable(SMALLINT),
  TYPE_UDT_CATALOG: nullable(SYSNAME),
  TYPE_UDT_SCHEMA: nullable(SYSNAME),
  TYPE_UDT_NAME: nullable(SYSNAME),
  SCOPE_CATALOG: nullable(SYSNAME),
  SCOPE_SCHEMA: nullable(SYSNAME),
  SCOPE_NAME: nullable(SYSNAME),
  MAXIMUM_CARDINALITY: nullable(varchar(10)),
  DTD_IDENTIFIER: nullable(varchar(10)),
  ROUTINE_BODY: nullable(nvarchar(30), 'SQL'),
  ROUTINE_DEFINITION: nullable(nvarchar(4000), (r) => (r.encrypted ? null : r.definition.slice(0, 4000))),
  EXTERNAL_NAME: nullable(SYSNAME),
  EXTERNAL_LANGUAGE: nullable(nvarchar(30)),
  PARAMETER_STYLE: nullable(nvarchar(30)),
  IS_DETERMINISTIC: nullable(nvarchar(10), 'NO'),
  SQL_DATA_ACCESS: nullable(nvarchar(30), (r) => (r.kind === 'procedure' ? 'MODIFIES' : 'READS')),
  IS_NULL_CALL: nullable(nvarchar(10), (r) => (r.kind === 'procedure' ? null : r.nullOnNullInput ? 'YES' : 'NO')),
  SCHEMA_LEVEL_ROUTINE: nullable(nvarchar(10), 'YES'),
  MAX_DYNAMIC_RESULT_SETS: nullable(SMALLINT, (r) => (r.kind === 'procedure' ? -1 : 0)),
  IS_USER_DEFINED_CAST: nullable(nvarchar(10), 'NO'),
  IS_IMPLICITLY_INVOCABLE: nullable(nvarchar(10), 'NO'),
  CREATED: column(DATETIME, (r) => datetimeOf(r.created)),
  LAST_ALTERED: column(DATETIME, (r) => datetimeOf(r.modified)),
};

interface ParameterItem extends Typed {
  readonly routine: Routine;
  readonly position: number;
  readonly name: string;
  readonly output: boolean;
}

export function* parameters(context: SystemContext): Iterable<ParameterItem> {
  for (const routine of routines(context)) {
    if (routine.kind === 'function' && routine.returns !== null)
      yield { routine, position: 0, name: '', output: true, type: routine.returns };
    for (const [i, p] of routine.parameters.entries()) yield parameterItem(routine, p, i + 1);
  }
}

const parameterItem = (routine: Routine, { name, output, type }: Parameter, position: number): ParameterItem => ({
  routine,
  position,
  name,
  output,
  type,
});

export const PARAMETER_COLUMNS: ColumnRows<ParameterItem> = {
  ...naming<ParameterItem>('SPECIFIC', ({ routine }) => routine),
  ORDINAL_POSITION: column(INT, ({ position }) => position),
  PARAMETER_MODE: nullable(nvarchar(10), ({ position, output }) => (position === 0 ? 'OUT' : output ? 'INOUT' : 'IN')),
  IS_RESULT: nullable(nvarchar(10), ({ position }) => (position === 0 ? 'YES' : 'NO')),
  AS_LOCATOR: nullable(nvarchar(10), 'NO'),
  PARAMETER_NAME: nullable(SYSNAME, ({ name }) => name),
  DATA_TYPE: nullable(SYSNAME, dataType),
  CHARACTER_MAXIMUM_LENGTH: nullable(INT, characters),
  CHARACTER_OCTET_LENGTH: nullable(INT, octets),
  COLLATION_CATALOG: nullable(SYSNAME),
  COLLATION_SCHEMA: nullable(SYSNAME),
  COLLATION_NAME: nullable(SYSNAME, ({ type }, { catalog }) => collationOf(type, catalog)),
  CHARACTER_SET_CATALOG: nullable(SYSNAME),
  CHARACTER_SET_SCHEMA: nullable(SYSNAME),
  CHARACTER_SET_NAME: nullable(SYSNAME, (p, { catalog }) => characterSet(p, catalog)),
  NUMERIC_PRECISION: nullable(TINYINT, numericPrecision),
  NUMERIC_PRECISION_RADIX: nullable(SMALLINT, numericRadix),
  NUMERIC_SCALE: nullable(INT, numericScale),
  DATETIME_PRECISION: nullable(SMALLINT, datetimePrecision),
  INTERVAL_TYPE: nullable(nvarchar(30)),
  INTERVAL_PRECISION: nullable(SMALLINT),
  USER_DEFINED_TYPE_CATALOG: nullable(SYSNAME, ({ type }, { catalog }) => (userTypeOf(type, catalog) === undefined ? null : catalog.name)),
  USER_DEFINED_TYPE_SCHEMA: nullable(SYSNAME, ({ type }, { catalog }) => userTypeOf(type, catalog)?.schema ?? null),
  USER_DEFINED_TYPE_NAME: nullable(SYSNAME, ({ type }, { catalog }) => userTypeOf(type, catalog)?.name ?? null),
  SCOPE_CATALOG: nullable(SYSNAME),
  SCOPE_SCHEMA: nullable(SYSNAME),
  SCOPE_NAME: nullable(SYSNAME),
};

export const ROUTINE_RESULT_COLUMNS: ColumnRows<{ readonly routine: UserFunction; readonly index: number }> = {
  TABLE_CATALOG: nullable(NAME, (_, { catalog }) => catalog.name),
  TABLE_SCHEMA: nullable(NAME, ({ routine }) => routine.schema),
  TABLE_NAME: column(SYSNAME, ({ routine }) => routine.name),
  COLUMN_NAME: nullable(SYSNAME, ({ routine, index }) => routine.columns[index]?.name ?? null),
  ORDINAL_POSITION: column(INT, ({ index }) => index + 1),
  DATA_TYPE: nullable(NAME, ({ routine, index }) => (routine.columns[index] === undefined ? null : dataType(routine.columns[index]))),
};

export function* routineColumns(context: SystemContext): Iterable<{ readonly routine: UserFunction; readonly index: number }> {
  for (const routine of routines(context)) {
    if (routine.kind === 'function') for (const index of routine.columns.keys()) yield { routine, index };
  }
}
