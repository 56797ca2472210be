/**
 * sp_describe_first_result_set and sp_describe_undeclared_parameters: what drivers ask about a text before they run it. The text is bound and not run.
 */

import {
  BIT,
  INT,
  isBinary,
  isDateTime,
  isDecimal,
  isString,
  isUnicode,
  nvarchar,
  SMALLINT,
  SYSNAME,
  TINYINT,
  type Type,
  typeToString,
} from '@sprocket/tsql';
import { checkAll, statementOf } from '../../run/compiled.ts';
import type { Steps } from '../../run/contracts.ts';
import type { NativeArgument } from '../../run/modules.ts';
import { plainColumn } from '../../run/output.ts';
import { sendRows } from '../../run/statements.ts';
import type { Value } from '../../values/value.ts';
import type { ResultColumn } from '../api.ts';
import type { SessionCore } from '../session-core.ts';
import { textOf } from './prepared.ts';
import { undeclaredVariables } from './undeclared.ts';

/** A column of the answer: its name, type, and what it says of a described column. */
interface Answer<Item> {
  readonly name: string;
  readonly type: Type;
  readonly value: (item: Item, ordinal: number) => Value;
}

const answer = <Item>(name: string, type: Type, value: Answer<Item>['value'] = () => null): Answer<Item> => ({ name, type, value });

const FIRST_RESULT_SET: readonly Answer<ResultColumn>[] = [
  answer('is_hidden', BIT, () => 0),
  answer('column_ordinal', INT, (_, ordinal) => ordinal),
  answer('name', SYSNAME, (column) => (column.name === '' ? null : column.name)),
  answer('is_nullable', BIT, (column) => (column.nullable ? 1 : 0)),
  answer('system_type_id', INT, (column) => systemTypeId(column.type)),
  answer('system_type_name', nvarchar(256), (column) => typeToString(column.type)),
  answer('max_length', SMALLINT, (column) => maxLength(column.type)),
  answer('precision', TINYINT, (column) => precisionOf(column.type)),
  answer('scale', TINYINT, (column) => scaleOf(column.type)),
  answer('collation_name', SYSNAME, (column) => (isString(column.type) ? (column.type.collation ?? 'SQL_Latin1_General_CP1_CI_AS') : null)),
  answer('user_type_id', INT),
  answer('user_type_database', SYSNAME),
  answer('user_type_schema', SYSNAME),
  answer('user_type_name', SYSNAME),
  answer('assembly_qualified_type_name', nvarchar(4000)),
  answer('xml_collection_id', INT),
  answer('xml_collection_database', SYSNAME),
  answer('xml_collection_schema', SYSNAME),
  answer('xml_collection_name', SYSNAME),
  answer('is_xml_document', BIT, () => 0),
  answer('is_case_sensitive', BIT, () => 0),
  answer('is_fixed_length_clr_type', BIT, () => 0),
  answer('source_server', SYSNAME),
  answer('source_database', SYSNAME),
  answer('source_schema', SYSNAME),
  answer('source_table', SYSNAME),
  answer('source_column', SYSNAME),
  answer('is_identity_column', BIT, (column) => (column.identity ? 1 : 0)),
  answer('is_part_of_unique_key', BIT),
  answer('is_updateable', BIT, (column) => (column.computed || column.identity ? 0 : 1)),
  answer('is_computed_column', BIT, (column) => (column.computed ? 1 : 0)),
  answer('is_sparse_column_set', BIT, () => 0),
  answer('ordinal_in_order_by_list', SMALLINT),
  answer('order_by_is_descending', SMALLINT),
  answer('order_by_list_length', SMALLINT),
  answer('tds_type_id', INT, (column) => systemTypeId(column.type)),
  answer('tds_length', INT, (column) => maxLength(column.type)),
  answer('tds_collation_id', INT),
  answer('tds_collation_sort_id', TINYINT),
];

/** sp_describe_first_result_set @tsql, @params, @browse_information_mode. */
export function* describeFirstResultSet(core: SessionCore, args: readonly NativeArgument[]): Steps<number> {
  const { compiled } = core.modules.batch(textOf(args[0]), textOf(args[1]));
  checkAll(compiled, core.catalogs);
  for (const instruction of compiled.program.code) {
    if (instruction.kind !== 'query') continue;
    const prepared = statementOf(compiled, instruction, instruction.statement, core.catalogs);
    const columns = prepared.kind === 'query' ? prepared.columns : prepared.kind === 'change' ? prepared.columns : null;
    if (columns === null) continue;
    yield* sendAnswers(core, FIRST_RESULT_SET, columns);
    return 0;
  }
  yield* sendAnswers(core, FIRST_RESULT_SET, []);
  return 0;
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
