/**
 * The small language in which the function tables are written. A row lists how each parameter accepts its argument and what comes out; `define`
 * turns it into a `Builtin`. A `Param` looks at one argument's type and says to which type the binder converts it, or refuses it with 8116
 * as SQL Server does at compile time. So the whole typing of a function is read off its row.
 */

import {
  BIGINT,
  DATETIME,
  datetime2,
  FLOAT,
  familyOf,
  INT,
  isBinary,
  isLarge,
  isNumeric,
  isString,
  isUnicode,
  MAX,
  MONEY,
  nvarchar,
  type Type,
  varchar,
} from '@sprocket/tsql';
import { type SqlError, sqlError } from '../errors.ts';
import type { Argument, Builtin, Evaluate } from './builtin.ts';

/** The type to which an argument is converted; throws 8116 for one that the function does not take. */
export type Param = (argument: Argument, position: number, name: string) => Type;

/** One line of a function table. */
export interface Row extends Pick<Builtin, 'nullCall' | 'volatility' | 'datePart' | 'keyword' | 'sqlite' | 'yieldsJson'> {
  readonly name: string;
  readonly params?: readonly Param[];
  /** How many of `params`, counted from the end, may be left out. */
  readonly optional?: number;
  /** Accepts all further arguments. */
  readonly rest?: Param;
  /** With `rest`: the least and the greatest number of arguments where they differ from `params.length` and 254. */
  readonly least?: number;
  readonly most?: number;
  readonly returns: Type | ((params: readonly Type[], args: readonly Argument[]) => Type);
  /** False when the result is never NULL. */
  readonly nullable?: boolean;
  /** The value; or `evaluator`, where the choice depends on types or constants. */
  readonly evaluate?: Evaluate;
  readonly evaluator?: Builtin['evaluator'];
}

/** The row as the binder and the runtime see it. */
export function define(row: Row): Builtin {
  const params = row.params ?? [];
  const minArgs = row.least ?? params.length - (row.optional ?? 0);
  const maxArgs = row.rest === undefined ? params.length : (row.most ?? 254);
  const evaluator = row.evaluator ?? (() => row.evaluate ?? (() => null));
  return {
    name: row.name,
    minArgs,
    maxArgs,
    evaluator,
    signature: (args) => {
      const types = args.map((arg, i) => acceptArgument(row, params[i] ?? row.rest, arg, i + 1));
      const returns = typeof row.returns === 'function' ? row.returns(types, args) : row.returns;
      return row.nullable === undefined ? { params: types, returns } : { params: types, returns, nullable: row.nullable };
    },
    ...(row.nullCall === undefined ? {} : { nullCall: row.nullCall }),
    ...(row.volatility === undefined ? {} : { volatility: row.volatility }),
    ...(row.datePart === undefined ? {} : { datePart: row.datePart }),
    ...(row.keyword === undefined ? {} : { keyword: row.keyword }),
    ...(row.sqlite === undefined ? {} : { sqlite: row.sqlite }),
    ...(row.yieldsJson === undefined ? {} : { yieldsJson: row.yieldsJson }),
  };
}

function acceptArgument(row: Row, param: Param | undefined, argument: Argument, position: number): Type {
  if (param === undefined) throw sqlError(174, row.name.toLowerCase(), row.params?.length ?? 0);
  return param(argument, position, row.name);
}

/** 174 or 189 when `count` arguments do not fit. */
export function argumentCountError(fn: Pick<Builtin, 'name' | 'minArgs' | 'maxArgs'>, count: number): SqlError | undefined {
  if (count >= fn.minArgs && count <= fn.maxArgs) return undefined;
  const name = fn.name.toLowerCase();
  return fn.minArgs === fn.maxArgs ? sqlError(174, name, fn.minArgs) : sqlError(189, name, fn.minArgs, fn.maxArgs);
}

/** 8116, with the type and the function spelled as SQL Server does. */
export function invalidArgument(argument: Argument, position: number, name: string): SqlError {
  return sqlError(8116, argument.untypedNull === true ? 'NULL' : typeWord(argument.type), position, name.toLowerCase());
}

/** A type in a message: no length or precision, but `(max)` is kept. */
export function typeWord(type: Type): string {
  if (type.name === 'rowversion') return 'timestamp';
  return type.length === MAX ? `${type.name}(max)` : type.name;
}

const isLob = (type: Type): boolean => type.name === 'text' || type.name === 'ntext' || type.name === 'image';

/** Widths of other types as text, as SQL Server sizes an implicit conversion. */
const TEXT_WIDTH: Readonly<Record<string, number>> = {
  bit: 1,
  tinyint: 4,
  smallint: 6,
  int: 12,
  bigint: 24,
  real: 23,
  float: 23,
  money: 40,
  smallmoney: 40,
  decimal: 41,
  numeric: 41,
  date: 40,
  time: 40,
  datetime: 40,
  smalldatetime: 40,
  datetime2: 40,
  datetimeoffset: 40,
  uniqueidentifier: 40,
};

/** The string type as which a value takes part in a string function. */
export function textType(type: Type): Type {
  if (isString(type)) return type;
  if (isBinary(type)) return type.length === MAX ? varchar(MAX) : varchar(Math.max(type.length, 1));
  if (type.name === 'xml') return nvarchar(MAX);
  return varchar(TEXT_WIDTH[type.name] ?? 8000);
}

/** A string that the function transforms: no text, ntext, image, xml or variant. */
export const text: Param = (argument, position, name) => {
  if (argument.untypedNull === true) return varchar(1);
  const family = familyOf(argument.type);
  if (isLob(argument.type) || family === 'xml' || family === 'variant' || family === 'clr' || family === 'other')
    throw invalidArgument(argument, position, name);
  return textType(argument.type);
};

/** A string that the function only reads: text and ntext too. */
export const readText: Param = (argument, position, name) =>
  argument.type.name === 'text' || argument.type.name === 'ntext' ? argument.type : text(argument, position, name);

/** A string, and nothing that would have to be converted to one. */
export const strictText: Param = (argument, position, name) => {
  if (argument.untypedNull === true) return varchar(1);
  if (!isString(argument.type) || isLob(argument.type)) throw invalidArgument(argument, position, name);
  return argument.type;
};

/** Names of objects, properties and the like. */
export const sysname: Param = () => nvarchar(128);
export const nvarcharMax: Param = () => nvarchar(MAX);

/** Converts to `type` whatever has an implicit conversion; the conversion itself words what has none. */
export const as =
  (type: Type): Param =>
  () =>
    type;
export const int = as(INT);
export const bigint = as(BIGINT);
export const datetime = as(DATETIME);

/** A position or an amount: int for what fits into one, else bigint. */
export const whole: Param = (argument) => (['bit', 'tinyint', 'smallint', 'int'].includes(argument.type.name) ? INT : BIGINT);

/** Any type, unchanged; NULL counts as int. */
export const any: Param = (argument) => argument.type;

/** A number for a function that computes in float. */
export const float: Param = (argument, position, name) => {
  if (argument.untypedNull === true || isNumeric(argument.type) || isShortText(argument.type)) return FLOAT;
  throw invalidArgument(argument, position, name);
};

const isShortText = (type: Type): boolean => isString(type) && !isLob(type);

/**
 * A number that keeps its type: tinyint and smallint become int, smallmoney money, and real, bit and strings float.
 * (SQL Server really takes bit to float here.)
 */
export const number: Param = (argument, position, name) => {
  if (argument.untypedNull === true) return INT;
  switch (argument.type.name) {
    case 'tinyint':
    case 'smallint':
      return INT;
    case 'smallmoney':
      return MONEY;
    case 'int':
    case 'bigint':
    case 'decimal':
    case 'numeric':
    case 'money':
      return argument.type;
    default:
      return float(argument, position, name);
  }
};

/** An integer of any width, strictly: the bit functions take nothing else. */
export const integer: Param = (argument, position, name) => {
  if (INTEGERS.has(argument.type.name) && argument.untypedNull !== true) return argument.type;
  throw invalidArgument(argument, position, name);
};
const INTEGERS: ReadonlySet<string> = new Set(['tinyint', 'smallint', 'int', 'bigint']);

/** A date or time of any type; strings become datetime2(7) and numbers datetime, as their implicit conversions do. */
export const moment: Param = (argument, position, name) => {
  if (argument.untypedNull === true) return DATETIME;
  if (familyOf(argument.type) === 'datetime') return argument.type;
  if (isShortText(argument.type)) return datetime2(7);
  if (isNumeric(argument.type) || isBinary(argument.type)) return DATETIME;
  throw invalidArgument(argument, position, name);
};

/** The varying form of a string type with that many characters; MAX stays MAX. */
export function varyingText(type: Type, length = type.length): Type {
  const unicode = isUnicode(type);
  const size = isLarge(type) ? MAX : Math.min(Math.max(length, 1), unicode ? 4000 : 8000);
  return unicode ? nvarchar(size, type.collation) : varchar(size, type.collation);
}

/** The widest type of a string's family that is not MAX; MAX stays MAX. */
export function container(type: Type): Type {
  return varyingText(type, isUnicode(type) ? 4000 : 8000);
}

/** The family that several strings share: nvarchar when one is; MAX when the first is; the first collation named. */
export function joinedText(types: readonly Type[], length?: number): Type {
  const [first = varchar(1)] = types;
  const unicode = types.some(isUnicode);
  const collation = types.find((type) => type.collation !== undefined)?.collation;
  const size = isLarge(first) ? MAX : Math.min(length ?? 8000, unicode ? 4000 : 8000);
  return unicode ? nvarchar(size, collation) : varchar(size, collation);
}

/** A constant integer argument, for widths that depend on one; undefined when it is not constant. */
export function constantInt(argument: Argument | undefined): number | undefined {
  const value = argument?.constant;
  if (typeof value === 'bigint' && argument !== undefined && argument.type.scale === 0) return Number(value);
  return typeof value === 'number' ? Math.trunc(value) : undefined;
}
