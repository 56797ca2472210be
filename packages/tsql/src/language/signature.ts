/**
 * The parameters of a procedure as data: what a form needs to ask for values, and what a caller needs to send them. Types are given both as
 * text and in pieces; defaults both as T-SQL text and as a JSON value, exact numbers beyond a double as text.
 */
import type { DataType, Expression, Parameter } from '../ast/index.ts';
import { print } from '../printer/print.ts';

/** One parameter. */
export interface ParameterSignature {
  /** With its `@`, as written. */
  readonly name: string;
  /** The printed type, `decimal(10, 2)`. */
  readonly type: string;
  readonly structure: TypeSignature;
  readonly hasDefault: boolean;
  /** The default as T-SQL text. */
  readonly default?: string;
  /** The default as JSON; binary and numbers that a double does not hold exactly are text. */
  readonly defaultValue?: JsonScalar;
  readonly output: boolean;
  readonly readonly: boolean;
  /** Whether NULL may be passed; only NOT NULL of natively compiled procedures and table types say no. */
  readonly nullable: boolean;
}

/** A type in pieces. */
export interface TypeSignature {
  /** Lower case for a system type; as written for a type of a schema. */
  readonly base: string;
  readonly length?: number | 'max';
  readonly precision?: number;
  readonly scale?: number;
  /** `schema.name` of a type that the database defines: a table type or an alias type. */
  readonly userType?: string;
}

export type JsonScalar = string | number | boolean | null;

/** A parameter of a tree as data. */
export function parameterSignature(parameter: Parameter): ParameterSignature {
  const { default: value } = parameter;
  return {
    name: parameter.variable.name,
    type: print(parameter.type),
    structure: typeSignature(parameter.type),
    hasDefault: value !== null,
    ...(value === null ? {} : { default: print(value), defaultValue: jsonValue(value) }),
    output: parameter.output,
    readonly: parameter.readOnly,
    nullable: parameter.nullable !== false && !parameter.readOnly,
  };
}

const SIZED: ReadonlySet<string> = new Set(['char', 'varchar', 'nchar', 'nvarchar', 'binary', 'varbinary']);
const FRACTIONAL: ReadonlySet<string> = new Set(['time', 'datetime2', 'datetimeoffset']);
const EXACT: ReadonlySet<string> = new Set(['decimal', 'numeric', 'dec']);
const SYSTEM_TYPES: ReadonlySet<string> = new Set(
  `bigint binary bit char cursor date datetime datetime2 datetimeoffset dec decimal float geography geometry hierarchyid image int integer json
money nchar ntext numeric nvarchar real rowversion smalldatetime smallint smallmoney sql_variant sysname text time timestamp tinyint
uniqueidentifier varbinary varchar xml`.split(/\s+/),
);

/** Whether a name without a schema is a type of the system. */
export function isSystemType(name: string): boolean {
  return SYSTEM_TYPES.has(name.toLowerCase());
}

function typeSignature(type: DataType): TypeSignature {
  const parts = type.name.parts.map((part) => part.value);
  const last = parts[parts.length - 1]!;
  const base = last.toLowerCase();
  if (!SYSTEM_TYPES.has(base) || (parts.length > 1 && parts[0]!.toLowerCase() !== 'sys')) return { base: last, userType: parts.join('.') };
  const [first, second] = type.args;
  if (SIZED.has(base)) return { base, length: first ?? 1 };
  if (EXACT.has(base)) return { base, precision: count(first, 18), scale: count(second, 0) };
  if (FRACTIONAL.has(base)) return { base, scale: count(first, 7) };
  return base === 'float' ? { base, precision: count(first, 53) } : { base };
}

function count(arg: number | 'max' | undefined, otherwise: number): number {
  return typeof arg === 'number' ? arg : otherwise;
}

function jsonValue(expression: Expression): JsonScalar {
  switch (expression.kind) {
    case 'null':
      return null;
    case 'string':
      return expression.value;
    case 'integer':
    case 'decimal':
    case 'float':
    case 'money':
      return exactNumber(expression.text);
    case 'unary':
      return negated(expression.op, jsonValue(expression.operand));
    default:
      return print(expression);
  }
}

/** A number when a double prints as the same digits, else the digits. */
function exactNumber(text: string): number | string {
  const value = Number(text);
  return Number.isFinite(value) && digits(String(value)) === digits(text) ? value : text;
}

function digits(text: string): string {
  const trimmed = text.includes('.') ? text.replace(/\.?0*$/, '') : text;
  return trimmed.replace(/^0+(?=\d)/, '').replace(/^\./, '0.');
}

function negated(op: string, value: JsonScalar): JsonScalar {
  if (op !== '-') return value;
  return typeof value === 'number' ? -value : `-${String(value)}`;
}
