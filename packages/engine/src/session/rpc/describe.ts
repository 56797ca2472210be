/**
 * sp_describe_first_result_set and sp_describe_undeclared_parameters: what drivers ask about a text before they run it. The text is bound and not run.
 */

import {
  BIT,
  INT,
  isBinary,
  isClr,
  isDateTime,
  isDecimal,
  isString,
  isUnicode,
  MAX,
  nvarchar,
  SMALLINT,
  SYSNAME,
  TINYINT,
  type Type,
  typeToString,
} from '@sprocket/tsql';
import { SqlError, sqlError } from '../../errors.ts';
import { DESCRIBED_COLUMNS, DESCRIBED_ERROR } from '../../functions/index.ts';
import type { Steps } from '../../run/contracts.ts';
import { CompileFailure, SyntaxErrors } from '../../run/failures.ts';
import type { NativeArgument } from '../../run/modules.ts';
import { plainColumn } from '../../run/output.ts';
import { sendRows } from '../../run/send-rows.ts';
import { type Collation, collation, DEFAULT_COLLATION } from '../../values/collation.ts';
import type { Value } from '../../values/value.ts';
import type { ResultColumn } from '../api.ts';
import type { SessionCore } from '../session-core.ts';
import { firstResult, firstResultOf } from './first-result.ts';
import { textOf } from './prepared.ts';
import { undeclaredVariables } from './undeclared.ts';

/** A column of the answer: its name, type, and what it says of a described column. */
interface Answer<Item> {
  readonly name: string;
  readonly type: Type;
  readonly value: (item: Item, ordinal: number) => Value;
}

const answer = <Item>(name: string, type: Type, value: Answer<Item>['value'] = () => null): Answer<Item> => ({ name, type, value });

/** What a column of a described result says of itself; the rest of the answer is NULL. */
const FIRST_RESULT: Readonly<Record<string, (column: ResultColumn, ordinal: number) => Value>> = {
  is_hidden: () => 0,
  column_ordinal: (_, ordinal) => ordinal,
  name: (column) => (column.name === '' ? null : column.name),
  is_nullable: (column) => (column.nullable ? 1 : 0),
  system_type_id: (column) => systemTypeId(column.type),
  system_type_name: (column) => (column.type.name === 'rowversion' ? 'timestamp' : typeToString(column.type)),
  max_length: (column) => maxLength(column.type),
  precision: (column) => precisionOf(column.type),
  scale: (column) => scaleOf(column.type),
  collation_name: (column) => (isString(column.type) ? collationOf(column.type).name : null),
  user_type_id: ({ type }) => USER_TYPES[type.name] ?? null,
  user_type_schema: ({ type }) => (isClr(type) ? 'sys' : null),
  user_type_name: ({ type }) => (isClr(type) ? type.name : null),
  is_xml_document: () => 0,
  is_case_sensitive: (column) => (isString(column.type) && collationOf(column.type).caseSensitive ? 1 : 0),
  is_fixed_length_clr_type: () => 0,
  is_identity_column: (column) => (column.identity ? 1 : 0),
  is_updateable: (column) => (column.computed || column.identity ? 0 : 1),
  is_computed_column: (column) => (column.computed && column.type.name !== 'rowversion' ? 1 : 0),
  is_sparse_column_set: () => 0,
};

/** The CLR types' own numbers; other types have none here. */
const USER_TYPES: Readonly<Partial<Record<Type['name'], number>>> = { hierarchyid: 128, geometry: 129, geography: 130 };

const described = DESCRIBED_COLUMNS.map(({ name, type }) => answer<ResultColumn>(name, type, FIRST_RESULT[name]));

/** sp_describe_first_result_set orders the last two columns of the functions the other way round and adds how TDS sends the column. */
const FIRST_RESULT_SET: readonly Answer<ResultColumn>[] = [
  ...described.slice(0, -2),
  ...described.slice(-2).toReversed(),
  answer('tds_type_id', INT, (column) => wireTypeId(column)),
  answer('tds_length', INT, (column) => wireLength(column.type)),
  answer('tds_collation_id', INT, (column) => (isString(column.type) ? wireCollation(collationOf(column.type)) : null)),
  answer('tds_collation_sort_id', TINYINT, (column) => (isString(column.type) ? collationOf(column.type).sortId : null)),
];

/** sp_describe_first_result_set @tsql, @params, @browse_information_mode. */
export function* describeFirstResultSet(core: SessionCore, args: readonly NativeArgument[]): Steps<number> {
  yield* sendAnswers(core, FIRST_RESULT_SET, firstResultHere(core, textOf(args[0]), textOf(args[1])));
  return 0;
}

/** What cannot be described is an error of the procedure's own; mistakes in the text keep their places. */
function firstResultHere(core: SessionCore, text: string, parameters: string): readonly ResultColumn[] {
  try {
    return firstResult(core, core.modules.batch(text, parameters).compiled);
  } catch (error) {
    if (error instanceof SqlError && error.number in ERROR_TYPES) {
      error.line = 1;
      error.procedure = 'sys.sp_describe_first_result_set';
    }
    throw error;
  }
}

/** The rows of sys.dm_exec_describe_first_result_set as JSON; an error is a row of its own. */
export function describedRows(core: SessionCore, text: string, parameters: string): string {
  return rowsOrError(() => firstResult(core, core.modules.batch(text, parameters).compiled));
}

/** The rows of sys.dm_exec_describe_first_result_set_for_object. */
export function describedObjectRows(core: SessionCore, objectId: number): string {
  const object = core.catalogs.current.objectsById.get(objectId);
  if (object === undefined) return JSON.stringify([errorRow(sqlError(11531, objectId), 13)]);
  if (object.kind !== 'procedure' && object.kind !== 'trigger') return JSON.stringify([errorRow(sqlError(11530, objectId), 12)]);
  if (object.kind === 'trigger') return '[]';
  const module = core.modules.procedure([object.schema, object.name]);
  return rowsOrError(() => (module?.kind === 'code' ? firstResultOf(core, module) : []));
}

function rowsOrError(find: () => readonly ResultColumn[]): string {
  try {
    return JSON.stringify(find().map((column, index) => [...described.map(({ value }) => value(column, index + 1)), ...NO_ERROR]));
  } catch (error) {
    const cause = error instanceof CompileFailure ? error.error : error;
    if (!(cause instanceof SqlError)) throw cause;
    return JSON.stringify([errorRow(cause, ERROR_TYPES[cause.number] ?? (cause instanceof SyntaxErrors ? 2 : 1))]);
  }
}

const NO_ERROR = DESCRIBED_ERROR.map(() => null);

/** By error number; anything else is 1. */
const ERROR_TYPES: Readonly<Record<number, number>> = {
  11509: 3,
  11512: 3,
  11513: 4,
  11514: 4,
  11519: 7,
  11520: 7,
  11525: 10,
  11526: 10,
};

const ERROR_TYPE_NAMES: Readonly<Record<number, string>> = {
  1: 'MISC',
  2: 'SYNTAX',
  3: 'CONFLICTING_RESULTS',
  4: 'DYNAMIC_SQL',
  7: 'EXTENDED_PROCEDURE',
  10: 'TEMPORARY_TABLE',
  12: 'OBJECT_TYPE_NOT_SUPPORTED',
  13: 'OBJECT_DOES_NOT_EXIST',
};

/** What can be said of no column: hidden, first, and the error. */
function errorRow(error: SqlError, type: number): readonly Value[] {
  const nothing = described.map(({ name }) => (name === 'is_hidden' || name === 'column_ordinal' ? 0 : null));
  return [...nothing, error.number, error.severity, error.state, error.message, type, ERROR_TYPE_NAMES[type] ?? 'MISC'];
}

function* sendAnswers<Item>(core: SessionCore, answers: readonly Answer<Item>[], items: readonly Item[]): Steps<void> {
  core.output.columns(answers.map(({ name, type }) => plainColumn(name, type)));
  const rows = items.map((item, index) => answers.map(({ value }) => value(item, index + 1)));
  const count = yield* sendRows(core, rows, 0);
  core.output.done('select', count);
}

/** A parameter that a text uses and nothing declares. */
export interface UndeclaredParameter {
  readonly name: string;
  readonly type: Type;
}

const UNDECLARED: readonly Answer<UndeclaredParameter>[] = [
  answer('parameter_ordinal', INT, (_, ordinal) => ordinal),
  answer('name', SYSNAME, (parameter) => parameter.name),
  answer('suggested_system_type_id', INT, ({ type }) => systemTypeId(type)),
  answer('suggested_system_type_name', nvarchar(256), ({ type }) => typeToString(type)),
  answer('suggested_max_length', SMALLINT, ({ type }) => maxLength(type)),
  answer('suggested_precision', TINYINT, ({ type }) => precisionOf(type)),
  answer('suggested_scale', TINYINT, ({ type }) => scaleOf(type)),
  answer('suggested_user_type_id', INT),
  answer('suggested_user_type_database', SYSNAME),
  answer('suggested_user_type_schema', SYSNAME),
  answer('suggested_user_type_name', SYSNAME),
  answer('suggested_assembly_qualified_type_name', nvarchar(4000)),
  answer('suggested_xml_collection_id', INT),
  answer('suggested_xml_collection_database', SYSNAME),
  answer('suggested_xml_collection_schema', SYSNAME),
  answer('suggested_xml_collection_name', SYSNAME),
  answer('suggested_is_xml_document', BIT, () => 0),
  answer('suggested_is_case_sensitive', BIT, () => 0),
  answer('suggested_is_fixed_length_clr_type', BIT, () => 0),
  answer('suggested_is_input', BIT, () => 1),
  answer('suggested_is_output', BIT, () => 0),
  answer('formal_parameter_name', SYSNAME),
  answer('suggested_tds_type_id', INT, ({ type }) => systemTypeId(type)),
  answer('suggested_tds_length', INT, ({ type }) => maxLength(type)),
];

/** sp_describe_undeclared_parameters @tsql, @params. */
export function* describeUndeclaredParameters(core: SessionCore, args: readonly NativeArgument[]): Steps<number> {
  const statements = core.instance.code.parse(textOf(args[0]), core.options);
  yield* sendAnswers(core, UNDECLARED, undeclaredVariables(core, statements, textOf(args[1])));
  return 0;
}

/** system_type_id of sys.types. */
const SYSTEM_TYPE_IDS: Readonly<Record<Type['name'], number>> = {
  image: 34,
  text: 35,
  uniqueidentifier: 36,
  date: 40,
  time: 41,
  datetime2: 42,
  datetimeoffset: 43,
  tinyint: 48,
  smallint: 52,
  int: 56,
  smalldatetime: 58,
  real: 59,
  money: 60,
  datetime: 61,
  float: 62,
  sql_variant: 98,
  ntext: 99,
  bit: 104,
  decimal: 106,
  numeric: 108,
  smallmoney: 122,
  bigint: 127,
  hierarchyid: 240,
  geometry: 240,
  geography: 240,
  varbinary: 165,
  varchar: 167,
  binary: 173,
  char: 175,
  rowversion: 189,
  nvarchar: 231,
  nchar: 239,
  xml: 241,
  table: 243,
  cursor: 0,
};

const systemTypeId = (type: Type): number => SYSTEM_TYPE_IDS[type.name];

/** Bytes of the fixed types. */
const FIXED_LENGTHS: Readonly<Partial<Record<Type['name'], number>>> = {
  bit: 1,
  tinyint: 1,
  smallint: 2,
  int: 4,
  bigint: 8,
  real: 4,
  float: 8,
  smallmoney: 4,
  money: 8,
  date: 3,
  smalldatetime: 4,
  datetime: 8,
  uniqueidentifier: 16,
  text: 16,
  ntext: 16,
  image: 16,
  rowversion: 8,
  sql_variant: 8016,
  xml: -1,
  hierarchyid: 892,
  geometry: -1,
  geography: -1,
};

function maxLength(type: Type): number {
  if (isDecimal(type)) return type.precision <= 9 ? 5 : type.precision <= 19 ? 9 : type.precision <= 28 ? 13 : 17;
  if (type.name === 'time') return type.scale <= 2 ? 3 : type.scale <= 4 ? 4 : 5;
  if (type.name === 'datetime2') return type.scale <= 2 ? 6 : type.scale <= 4 ? 7 : 8;
  if (type.name === 'datetimeoffset') return type.scale <= 2 ? 8 : type.scale <= 4 ? 9 : 10;
  const fixed = FIXED_LENGTHS[type.name];
  if (fixed !== undefined) return fixed;
  if (type.length < 0) return -1;
  return isString(type) && isUnicode(type) ? type.length * 2 : type.length;
}

const PRECISIONS: Readonly<Partial<Record<Type['name'], number>>> = {
  bit: 1,
  tinyint: 3,
  smallint: 5,
  int: 10,
  bigint: 19,
  smallmoney: 10,
  money: 19,
  real: 24,
  float: 53,
  date: 10,
  smalldatetime: 16,
  datetime: 23,
};

const collationOf = (type: Type): Collation => collation(type.collation ?? DEFAULT_COLLATION) as Collation;

/** [MS-TDS] 2.2.5.4: types of fixed length have a second code for columns that can be NULL. */
const NULLABLE_IDS: Readonly<Partial<Record<Type['name'], number>>> = {
  bit: 104,
  tinyint: 38,
  smallint: 38,
  int: 38,
  bigint: 38,
  real: 109,
  float: 109,
  smallmoney: 110,
  money: 110,
  smalldatetime: 111,
  datetime: 111,
};

function wireTypeId({ type, nullable }: ResultColumn): number {
  if (type.name === 'rowversion') return 173;
  if (type.name === 'bit' && !nullable) return 50;
  return (nullable ? NULLABLE_IDS[type.name] : undefined) ?? (type.name === 'bigint' ? 127 : systemTypeId(type));
}

const WIRE_LENGTHS: Readonly<Partial<Record<Type['name'], number>>> = {
  text: 2147483647,
  ntext: 2147483646,
  image: 2147483647,
  sql_variant: 8009,
};

function wireLength(type: Type): number {
  if (type.length === MAX) return 65535;
  return WIRE_LENGTHS[type.name] ?? maxLength(type);
}

/** [MS-TDS] 2.2.5.1.2: the locale and, from bit 20, what the collation ignores. */
function wireCollation({ lcid, caseSensitive, accentSensitive, kanaSensitive, widthSensitive, binary }: Collation): number {
  if (binary) return lcid | (1 << 24);
  return lcid | (bitAt(!caseSensitive, 20) + bitAt(!accentSensitive, 21) + bitAt(!widthSensitive, 22) + bitAt(!kanaSensitive, 23));
}

const bitAt = (on: boolean, position: number): number => (on ? 1 << position : 0);

function precisionOf(type: Type): number {
  if (isDecimal(type)) return type.precision;
  if (type.name === 'time') return type.scale === 0 ? 8 : 9 + type.scale;
  if (type.name === 'datetime2') return type.scale === 0 ? 19 : 20 + type.scale;
  if (type.name === 'datetimeoffset') return type.scale === 0 ? 26 : 27 + type.scale;
  return PRECISIONS[type.name] ?? 0;
}

function scaleOf(type: Type): number {
  if (type.name === 'money' || type.name === 'smallmoney') return 4;
  if (type.name === 'datetime') return 3;
  return isDecimal(type) || (isDateTime(type) && !isBinary(type)) ? type.scale : 0;
}
