/**
 * Built-in rowset functions: STRING_SPLIT and GENERATE_SERIES. OPENJSON has syntax of its own (WITH) and is bound apart; its rows come from `json/open.ts`.
 */

import { BIGINT, commonType, isDecimal, nvarchar, type Type } from '@sprocket/tsql';
import type { Environment } from '../environment.ts';
import { sqlError } from '../errors.ts';
import { powerOfTen, rescale } from '../values/decimal.ts';
import { BIGINT_MAX, BIGINT_MIN, RANGES } from '../values/ranges.ts';
import type { Value } from '../values/value.ts';
import type { Argument, Produce, TableBuiltin, TableColumn, TableSignature } from './builtin.ts';
import { integer, invalidArgument, text, varyingText } from './define.ts';
import { type Fold, foldingOf } from './folding.ts';

const column = (name: string, type: Type, nullable: boolean): TableColumn => ({ name, type, nullable });

/** STRING_SPLIT's third argument asks for the ordinal column and must be a constant 0 or 1. */
function wantsOrdinal(argument: Argument | undefined): boolean {
  if (argument === undefined || argument.untypedNull === true) return false;
  if (argument.type.name !== 'bit') integer(argument, 3, 'string_split');
  if (argument.constant === undefined) throw sqlError(8748, 'enable_ordinal', 'string_split');
  const value = Number(argument.constant ?? 0);
  if (value !== 0 && value !== 1) throw sqlError(4199, String(value), 3, 'string_split');
  return value === 1;
}

function splitSignature(args: readonly Argument[]): TableSignature {
  const type = varyingText(text(args[0]!, 1, 'string_split'));
  const columns = [column('value', type, true), ...(wantsOrdinal(args[2]) ? [column('ordinal', BIGINT, true)] : [])];
  return { params: [type, nvarchar(4000), ...args.slice(2).map((arg) => arg.type)], columns };
}

function* split(value: string, separator: string, fold: Fold): Generator<string> {
  const folded = fold(value);
  const wanted = fold(separator);
  let from = 0;
  for (let at = folded.indexOf(wanted); at >= 0; at = folded.indexOf(wanted, from)) {
    yield value.slice(from, at);
    from = at + separator.length;
  }
  yield value.slice(from);
}

function splitter({ params, columns }: TableSignature): Produce {
  const fold = foldingOf([params[0]!]);
  const ordinal = columns.length > 1;
  return function* (_env: Environment, [value = null, separator = null]: readonly Value[]) {
    // The separator is looked at first, even when there is nothing to split.
    if (separator === null || String(separator).length !== 1) throw sqlError(214, 'separator', 'nchar(1)/nvarchar(1)');
    if (value === null) return;
    let number = 0n;
    for (const part of split(String(value), String(separator), fold)) {
      number += 1n;
      yield ordinal ? [part, number] : [part];
    }
  };
}

/** All arguments must have one type; decimals may differ in precision and scale. */
function seriesSignature(args: readonly Argument[]): TableSignature {
  const types = args.map((arg, i) => {
    if (arg.untypedNull === true) return undefined;
    if (!isDecimal(arg.type)) integer(arg, i + 1, 'generate_series');
    return arg.type;
  });
  const type = types.reduce((a, b) => (a === undefined ? b : b === undefined ? a : seriesType(a, b)), undefined);
  if (type === undefined) throw invalidArgument(args[0]!, 1, 'generate_series');
  return { params: args.map(() => type), columns: [column('value', type, true)] };
}

function seriesType(a: Type, b: Type): Type {
  if (a.name !== b.name && !(isDecimal(a) && isDecimal(b))) throw sqlError(5373);
  return commonType(a, b);
}

function series({ columns }: TableSignature): Produce {
  const { type } = columns[0]!;
  const range = RANGES[type.name];
  const limits = range === undefined ? { min: BIGINT_MIN, max: BIGINT_MAX } : { min: BigInt(range.min), max: BigInt(range.max) };
  const bounds = isDecimal(type) ? { min: 1n - powerOfTen(type.precision), max: powerOfTen(type.precision) - 1n } : limits;
  return function* (_env: Environment, [start = null, stop = null, step]: readonly Value[]) {
    if (start === null || stop === null || step === null) return;
    const from = BigInt(start as number | bigint);
    const to = BigInt(stop as number | bigint);
    const by = step === undefined ? rescale(from > to ? -1n : 1n, 0, type.scale) : BigInt(step as number | bigint);
    if (by === 0n) throw sqlError(4199, '0', 3, 'generate_series');
    for (let n = from; by > 0n ? n <= to : n >= to; n += by) {
      if (n < bounds.min || n > bounds.max) return;
      yield [range === undefined ? n : Number(n)];
    }
  };
}

export const TABLES: readonly TableBuiltin[] = [
  { name: 'STRING_SPLIT', minArgs: 2, maxArgs: 3, signature: splitSignature, rows: splitter },
  { name: 'GENERATE_SERIES', minArgs: 2, maxArgs: 3, signature: seriesSignature, rows: series },
];
