/**
 * Aggregates as folds over the values of a group. SUM and AVG of exact types fail with 8115 outside their type and never widen; floats are added in
 * the order of the rows. NULLs never arrive (the runtime leaves them out and warns with 8153), and DISTINCT is the runtime's.
 */

import {
  averageType,
  BIGINT,
  FLOAT,
  familyOf,
  INT,
  isNumeric,
  isSpatial,
  isString,
  isUnicode,
  MAX,
  nvarchar,
  sumType,
  type Type,
  varchar,
} from '@sprocket/tsql';
import { type SqlError, sqlError } from '../errors.ts';
import { comparer, keyOf } from '../values/compare.ts';
import type { Present, Value } from '../values/value.ts';
import { spreadFold } from './aggregate-spread.ts';
import { averageFold, sumFold } from './aggregate-sums.ts';
import type { AggregateBuiltin, Argument, Fold, Signature } from './builtin.ts';
import { any, integer, invalidArgument, textType, typeWord } from './define.ts';
import { ORDERED_SETS } from './ordered-sets.ts';

/** 8117, with the operand's type and the aggregate's name. */
function invalidOperand({ type, untypedNull }: Argument, name: string): SqlError {
  return sqlError(8117, untypedNull === true ? 'NULL' : typeWord(type), name.toLowerCase());
}

/** SUM, AVG and the spreads take every number but bit. */
function numericOperand(argument: Argument, name: string): Type {
  if (argument.untypedNull === true || !isNumeric(argument.type) || argument.type.name === 'bit') throw invalidOperand(argument, name);
  return argument.type;
}

/** What has an order that MIN and MAX know. */
function orderedOperand(argument: Argument, name: string): Type {
  const { type } = argument;
  const refused = ['bit', 'text', 'ntext', 'image'].includes(type.name) || ['xml', 'other'].includes(familyOf(type)) || isSpatial(type);
  if (refused || argument.untypedNull === true) throw invalidOperand(argument, name);
  return type;
}

/** COUNT takes anything but the legacy types and a bare NULL. */
function countedOperand(argument: Argument, name: string): Type {
  if (argument.untypedNull === true || ['text', 'ntext', 'image'].includes(argument.type.name)) throw invalidOperand(argument, name);
  return argument.type;
}

type Typing = (args: readonly Argument[]) => Signature;

const typing =
  (param: (argument: Argument) => Type, returns: (type: Type) => Type): Typing =>
  ([argument]) => {
    const type = param(argument!);
    return { params: [type], returns: returns(type), nullable: true };
  };

const one = { minArgs: 1, maxArgs: 1 } as const;

/** COUNT(*) has no argument and counts rows; COUNT(x) sees the values that are not NULL. */
function countFold(type: Type): Fold {
  return {
    start: () => 0,
    step: (count: number) => count + 1,
    inverse: (count: number) => count - 1,
    result: (count: number) => {
      if (type.name === 'bigint') return BigInt(count);
      if (count > 0x7fffffff) throw sqlError(8115, 'expression', 'int');
      return count;
    },
  };
}

const countRow = (name: string, returns: Type): AggregateBuiltin => ({
  name,
  minArgs: 0,
  maxArgs: 1,
  // SQL Server describes counts as nullable.
  signature: (args) => ({ params: args.map((arg) => countedOperand(arg, name)), returns, nullable: true }),
  fold: () => countFold(returns),
  sqlite: ([arg]) => `count(${arg ?? '*'})`,
});

function extremeFold(type: Type, direction: 1 | -1): Fold {
  const compare = comparer(type);
  return {
    start: () => null,
    step: (best: Present | null, value: Value) => (best === null || compare(value!, best) * direction > 0 ? value : best),
    result: (best: Value) => best,
  };
}

/** Types whose physical form SQLite orders exactly as the type does. */
const NATIVE_ORDER = new Set([
  'tinyint',
  'smallint',
  'int',
  'bigint',
  'date',
  'time',
  'datetime',
  'smalldatetime',
  'datetime2',
  'money',
  'smallmoney',
  'float',
  'real',
]);

const extremeRow = (name: string, direction: 1 | -1): AggregateBuiltin => ({
  name,
  ...one,
  signature: typing(
    (arg) => orderedOperand(arg, name),
    (type) => type,
  ),
  fold: ({ returns }) => extremeFold(returns, direction),
  sqlite: ([arg], { returns }) => (NATIVE_ORDER.has(returns.name) ? `${name.toLowerCase()}(${arg})` : undefined),
});

const spreadRow = (name: string, kind: 'sample' | 'population', root: boolean): AggregateBuiltin => ({
  name,
  ...one,
  signature: (args) => {
    numericOperand(args[0]!, name);
    return { params: [FLOAT], returns: FLOAT, nullable: true };
  },
  fold: () => spreadFold(kind, root),
});

/** STRING_AGG: nvarchar(4000) unless its argument says varchar or MAX. */
function stringAggSignature([value, separator]: readonly Argument[]): Signature {
  if (value!.untypedNull === true) throw invalidArgument(value!, 1, 'string_agg');
  const type = isString(value!.type) ? value!.type : nvarchar(4000);
  const unicode = isUnicode(type);
  const length = type.length === MAX ? MAX : unicode ? 4000 : 8000;
  const returns = unicode ? nvarchar(length, type.collation) : varchar(length, type.collation);
  return { params: [type.length === MAX ? type : isString(type) ? type : returns, textType(separator!.type)], returns, nullable: true };
}

/** NULLs are skipped without a warning; a NULL separator is empty. */
function stringAggFold({ returns }: Signature): Fold {
  const limit = returns.length === MAX ? Number.POSITIVE_INFINITY : returns.length;
  return {
    start: () => null,
    step: (joined: string | null, value: Value, separator: Value) => {
      if (value === null) return joined;
      const next = joined === null ? String(value) : joined + String(separator ?? '') + String(value);
      if (next.length > limit) throw sqlError(9829);
      return next;
    },
    result: (joined: string | null) => joined,
  };
}

function checksummed(argument: Argument): Type {
  integer(argument, 1, 'CHECKSUM_AGG');
  return INT;
}

function distinctFold([type]: readonly Type[]): Fold {
  const key = keyOf(type!);
  return {
    start: () => new Set<unknown>(),
    step: (seen: Set<unknown>, value: Value) => seen.add(key(value!)),
    result: (seen: Set<unknown>) => BigInt(seen.size),
  };
}

export const AGGREGATES: readonly AggregateBuiltin[] = [
  countRow('COUNT', INT),
  countRow('COUNT_BIG', BIGINT),
  { name: 'SUM', ...one, signature: typing((arg) => numericOperand(arg, 'sum'), sumType), fold: sumFold },
  { name: 'AVG', ...one, signature: typing((arg) => numericOperand(arg, 'avg'), averageType), fold: averageFold },
  extremeRow('MIN', -1),
  extremeRow('MAX', 1),
  spreadRow('STDEV', 'sample', true),
  spreadRow('STDEVP', 'population', true),
  spreadRow('VAR', 'sample', false),
  spreadRow('VARP', 'population', false),
  { name: 'STRING_AGG', minArgs: 2, maxArgs: 2, nullCall: true, signature: stringAggSignature, fold: stringAggFold },
  {
    name: 'CHECKSUM_AGG',
    ...one,
    signature: typing(checksummed, () => INT),
    fold: () => ({
      start: () => null,
      step: (sum: number | null, value: Value) => (sum ?? 0) ^ (value as number),
      result: (sum: number | null) => sum,
    }),
  },
  {
    name: 'APPROX_COUNT_DISTINCT',
    ...one,
    signature: ([arg]) => ({ params: [any(arg!, 1, 'APPROX_COUNT_DISTINCT')], returns: BIGINT, nullable: false }),
    fold: ({ params }) => distinctFold(params),
  },
  ...ORDERED_SETS,
];
