/**
 * The values of a form as parameters of a call: typed by the published signature, exact, and refused by name when they do not fit.
 *
 * A parameter that is left out takes its default, so it is not sent at all. An OUTPUT parameter must be sent to come back: left out, it goes with its
 * default when that is a literal, and otherwise as NULL, which is how an application would begin.
 */
import type { Parameter, ParameterValues } from '@sprocket/studio-contract';
import { parseDataType } from '@sprocket/tsql';
import { TYPES } from 'tedious';
import type { SqlParameter } from '../../environments/session.ts';
import { type ProblemError, problem } from '../../http/problem.ts';
import { BadValue } from './bad-value.ts';
import { encodeValue } from './encode.ts';
import { byteType, type DriverType, type TypeSpec, typeInfo } from './wire-types.ts';

/** More than any length: `max` on the wire. */
const MAX = 65_535;

type Given = ParameterValues[string] | undefined;
interface Sent {
  readonly type: DriverType;
  readonly value: unknown;
  readonly length?: number;
}
interface Field {
  readonly path: string;
  readonly message: string;
}

/** Throws `bad-request` that names each parameter with what is wrong with it. */
export function sqlParameters(signature: readonly Parameter[], values: ParameterValues): readonly SqlParameter[] {
  const given = new Map(Object.entries(values).map(([name, value]) => [keyOf(name), value]));
  const fields: Field[] = unknownNames(signature, values);
  const parameters = signature.flatMap((parameter) => {
    try {
      return sqlParameter(parameter, given.get(keyOf(parameter.name)));
    } catch (error) {
      if (!(error instanceof BadValue)) throw error;
      fields.push({ path: `parameters.${parameter.name}`, message: error.message });
      return [];
    }
  });
  if (fields.length > 0) throw badValues(fields);
  return parameters;
}

/** The names of parameters are compared without regard to case, with or without their @. */
const keyOf = (name: string) => name.replace(/^@/, '').toLowerCase();

function unknownNames(signature: readonly Parameter[], values: ParameterValues): Field[] {
  const known = new Set(signature.map(({ name }) => keyOf(name)));
  return Object.keys(values)
    .filter((name) => !known.has(keyOf(name)))
    .map((name) => ({ path: `parameters.${name}`, message: 'the procedure has no such parameter' }));
}

function badValues(fields: Field[]): ProblemError {
  const [first] = fields;
  return problem('bad-request', `${first?.path.replace('parameters.', '')}: ${first?.message}`, { fields });
}

function sqlParameter(parameter: Parameter, given: Given): SqlParameter[] {
  const { name, output, baseType } = parameter;
  if (given === undefined && !output) {
    // A table type that is left out is an empty table.
    if (parameter.hasDefault || baseType === 'table') return [];
    throw new BadValue('a value is needed');
  }
  if (baseType === 'table') return [{ name: name.slice(1), type: TYPES.TVP, value: tableValue(parameter, given) }];
  if (Array.isArray(given)) throw new BadValue('takes one value, not a table');
  const { type, value, length } = scalar(given ?? defaultOf(parameter, given), specOf(parameter.type, baseType));
  return [{ name: name.slice(1), type, value, ...(length === undefined ? {} : { options: { length } }), ...(output ? { output } : {}) }];
}

/** Null that was asked for stays NULL. */
function defaultOf({ defaultText }: Parameter, given: null | undefined): string | null {
  if (given === null || defaultText === null || defaultText.toUpperCase() === 'NULL') return null;
  const quoted = /^N?'(.*)'$/is.exec(defaultText)?.[1];
  return quoted === undefined ? defaultText : quoted.replaceAll("''", "'");
}

function scalar(text: string | null, spec: TypeSpec): Sent {
  const info = typeInfo(spec);
  if (info !== undefined) return { type: byteType(spec.base, info), value: text === null ? null : encodeValue(text, spec) };
  return BINARY.has(spec.base) ? binary(text, spec) : characters(text, spec);
}

const BINARY: ReadonlySet<string> = new Set(['binary', 'varbinary', 'image', 'rowversion', 'timestamp']);

function binary(text: string | null, spec: TypeSpec): Sent {
  const value = text === null ? null : bytesOf(text.trim());
  checkLength(value?.length ?? 0, spec, 'bytes');
  return { type: TYPES.VarBinary, value, length: sizeOnWire(spec, 8000) };
}

/** Strings go as nvarchar whatever their type is: the server converts them, and no character is lost on the way. */
function characters(text: string | null, spec: TypeSpec): Sent {
  checkLength(text?.length ?? 0, spec, 'characters');
  return { type: TYPES.NVarChar, value: text, length: sizeOnWire(spec, 4000) };
}

function bytesOf(text: string): Buffer {
  if (!/^0x(?:[0-9a-f]{2})*$/i.test(text)) throw new BadValue('must be written as 0x01AB');
  return Buffer.from(text.slice(2), 'hex');
}

function checkLength(length: number, spec: TypeSpec, unit: string): void {
  if (typeof spec.length === 'number' && length > spec.length) throw new BadValue(`has more than ${spec.length} ${unit}`);
}

function sizeOnWire({ length }: TypeSpec, limit: number): number {
  return typeof length === 'number' && length <= limit ? length : MAX;
}

interface TableColumn {
  readonly name: string;
  readonly type: DriverType;
  readonly length: number | undefined;
}

function tableValue({ type, columns = [] }: Parameter, given: Given) {
  if (given !== undefined && !Array.isArray(given)) throw new BadValue('takes rows');
  const [name = type, schema = ''] = type.replaceAll(/[[\]]/g, '').split('.').reverse();
  const specs = columns.map((column) => specOf(column.type, baseOf(column.type)));
  const rows = (given ?? []).map((row, index) => tableRow(row, specs, columns, index + 1));
  return { name, schema, columns: columns.map((column, index) => tableColumn(column.name, specs[index])), rows };
}

function tableColumn(name: string, spec: TypeSpec | undefined): TableColumn {
  const { type, length } = scalar(null, spec ?? { base: 'nvarchar', length: 'max' });
  return { name, type, length };
}

function tableRow(
  row: readonly (string | null)[],
  specs: readonly TypeSpec[],
  columns: NonNullable<Parameter['columns']>,
  line: number,
): unknown[] {
  if (row.length !== specs.length) throw new BadValue(`row ${line} has ${row.length} values for ${specs.length} columns`);
  return row.map((text, index) => {
    try {
      return scalar(text, specs[index] ?? { base: 'nvarchar', length: 'max' }).value;
    } catch (error) {
      if (error instanceof BadValue) throw new BadValue(`row ${line}, ${columns[index]?.name}: ${error.message}`);
      throw error;
    }
  });
}

const baseOf = (type: string) => (/^[a-z_0-9]+/i.exec(type)?.[0] ?? type).toLowerCase();

/** `decimal(19, 4)` in pieces. An alias type has its base without a size: decimals then take as many digits as there are. */
function specOf(type: string, baseType: string): TypeSpec {
  const base = SYNONYMS[baseType.toLowerCase()] ?? baseType.toLowerCase();
  if (baseOf(type) !== baseType.toLowerCase())
    return base === 'decimal' || base === 'numeric' ? { base, precision: 38, scale: 10 } : { base, scale: 7 };
  const [first, second] = parseDataType(type).type?.args ?? [];
  if (base === 'decimal' || base === 'numeric') return { base, precision: count(first, 18), scale: count(second, 0) };
  if (base === 'time' || base === 'datetime2' || base === 'datetimeoffset') return { base, scale: count(first, 7) };
  if (base === 'float') return { base: count(first, 53) <= 24 ? 'real' : 'float' };
  return SIZED.has(base) ? { base, length: first ?? 1 } : base === 'sysname' ? { base, length: 128 } : { base };
}

const SYNONYMS: Readonly<Record<string, string>> = { integer: 'int', dec: 'decimal', character: 'char', 'double precision': 'float' };
const SIZED: ReadonlySet<string> = new Set(['char', 'varchar', 'nchar', 'nvarchar', 'binary', 'varbinary']);
const count = (arg: number | 'max' | undefined, otherwise: number) => (typeof arg === 'number' ? arg : otherwise);
