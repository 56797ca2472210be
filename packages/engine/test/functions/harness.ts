/**
 * Calls built-in functions as a query would: arguments are typed constants, the signature converts them, the evaluator computes. A table of calls reads
 * `[call('LEFT', 'abc', 2), 'varchar(2)', 'ab']`.
 */

import { BIGINT, FLOAT, INT, MAX, nvarchar, type Type, typeToString, varbinary, varchar } from '@sprocket/tsql';
import { expect, test } from 'vitest';
import type { Environment } from '../../src/environment.ts';
import { SqlError } from '../../src/errors.ts';
import type { Argument, Evaluate } from '../../src/functions/builtin.ts';
import { aggregate, argumentCountError, builtin, createRandom, tableFunction } from '../../src/functions/index.ts';
import { converter } from '../../src/values/convert.ts';
import type { Value } from '../../src/values/value.ts';

/** 2024-02-29 13:14:15.1234567 UTC, on a server two hours east of it. */
export const NOW = 638_448_092_551_234_567n;

export const environment: Environment = {
  options: {
    dateFormat: 'mdy',
    dateFirst: 7,
    language: 'us_english',
    ansiWarnings: true,
    arithAbort: true,
    concatNullYieldsNull: true,
    ansiNulls: true,
    ansiPadding: true,
    textSize: -1,
  },
  statementTime: NOW,
  serverOffset: 120,
  random: createRandom(1),
  session: (name, ...args) => (name === 'APP_NAME' ? 'tests' : name === '@@ROWCOUNT' ? 3 : (args[0] ?? null)),
  caught: null,
  metadata: { lookup: (what, ...args) => (what === 'OBJECT_ID' && args[0] === 'dbo.t' ? 42 : null) },
  warn: () => {},
};

/** A typed argument: a constant unless `variable`. */
export interface Typed {
  readonly type: Type;
  readonly value: Value;
  readonly untypedNull?: boolean;
  readonly json?: boolean;
  readonly variable?: boolean;
}

/** A literal as T-SQL types it: varchar, int, float, varbinary, bigint; null is the bare NULL. */
export type Literal = string | number | bigint | boolean | null | Uint8Array | Typed;

export const typed = (type: Type, value: Value): Typed => ({ type, value });
export const n = (text: string): Typed => typed(nvarchar(Math.max(text.length, 1)), text);
/** Text converted to a type, as CAST('…' AS type) would. */
export const cast = (text: string, type: Type): Typed => typed(type, converter(varchar(8000), type, { explicit: true })(text, environment));
export const nullOf = (type: Type): Typed => typed(type, null);
export const variable = (literal: Literal): Typed => ({ ...literalOf(literal), variable: true });

function literalOf(literal: Literal): Typed {
  if (literal === null) return { type: INT, value: null, untypedNull: true };
  if (typeof literal === 'string') return typed(varchar(literal.length > 8000 ? MAX : Math.max(literal.length, 1)), literal);
  if (typeof literal === 'number') return typed(Number.isInteger(literal) ? INT : FLOAT, literal);
  if (typeof literal === 'bigint') return typed(BIGINT, literal);
  if (typeof literal === 'boolean') return typed({ ...INT, name: 'bit' }, Number(literal));
  if (literal instanceof Uint8Array) return typed(varbinary(Math.max(literal.length, 1)), literal);
  return literal;
}

function argumentOf({ type, value, untypedNull, json, variable: isVariable }: Typed): Argument {
  return {
    type,
    nullable: value === null,
    ...(isVariable === true ? {} : { constant: value }),
    ...(untypedNull === true ? { untypedNull } : {}),
    ...(json === true ? { json } : {}),
  };
}

export interface Outcome {
  readonly type: string;
  readonly value: Value;
}

/** The result of a call, with its type. */
export function call(name: string, ...literals: readonly Literal[]): Outcome {
  return callIn(environment, name, ...literals);
}

export function callIn(env: Environment, name: string, ...literals: readonly Literal[]): Outcome {
  const fn = builtin(name);
  if (fn === undefined) throw new Error(`no function ${name}`);
  const wrongCount = argumentCountError(fn, literals.length);
  if (wrongCount !== undefined) throw wrongCount;
  const values = literals.map(literalOf);
  const args = values.map(argumentOf);
  const signature = fn.signature(args);
  const converted = values.map(({ type, value }, i) => (value === null ? null : converter(type, signature.params[i]!)(value, env)));
  const evaluate: Evaluate = fn.evaluator(signature, args);
  const value = fn.nullCall !== true && converted.includes(null) ? null : evaluate(env, ...(converted as never[]));
  return { type: typeToString(signature.returns), value };
}

/** A row of a table of calls: the call, its type, its value. */
export type Row = readonly [call: string, run: () => Outcome, type: string, value: Value];

/** `row('LEFT', ['abc', 2], 'varchar(2)', 'ab')` */
export function row(name: string, literals: readonly Literal[], type: string, value: Value): Row {
  return [`${name}(${literals.map(spell).join(', ')})`, () => call(name, ...literals), type, value];
}

function spell(literal: Literal): string {
  if (literal === null) return 'NULL';
  if (typeof literal === 'object' && 'type' in literal) return `${spellValue(literal.value)}:${typeToString(literal.type)}`;
  if (literal instanceof Uint8Array) return `0x${Buffer.from(literal).toString('hex')}`;
  return typeof literal === 'string' && literal.length > 60 ? `'${literal.slice(0, 60)}…'` : String(literal);
}

function spellValue(value: Value): string {
  return value !== null && typeof value === 'object' && 'utc' in value ? `${value.utc}${value.offset}` : spell(value as Literal);
}

/** One test a row. */
export function check(rows: readonly Row[]): void {
  test.each(rows)('%s', (_, run, type, value) => {
    expect(run()).toEqual({ type, value });
  });
}

/** The number, state and text of the error that something raises. */
export function errorOf(run: () => unknown): { number: number; state: number; message: string } {
  try {
    run();
  } catch (error) {
    if (error instanceof SqlError) return { number: error.number, state: error.state, message: error.message };
    throw error;
  }
  throw new Error('no error was raised');
}

/** `fails('LEFT', ['abc', -1], 536)` */
export function checkErrors(
  rows: readonly (readonly [name: string, literals: readonly Literal[], number: number, message?: string])[],
): void {
  test.each(rows.map(([name, literals, ...rest]) => [`${name}(${literals.map(spell).join(', ')})`, name, literals, ...rest] as const))(
    '%s fails',
    (_, name, literals, number, message) => {
      const error = errorOf(() => call(name, ...literals));
      expect(error.number).toBe(number);
      if (message !== undefined) expect(error.message).toBe(message);
    },
  );
}

/** An aggregate over the values of one column, NULLs left out as the runtime does. */
export function fold(name: string, type: Type, values: readonly Value[], ...further: readonly Literal[]): Outcome {
  const fn = aggregate(name);
  if (fn === undefined) throw new Error(`no aggregate ${name}`);
  const rest = further.map(literalOf);
  const isOrdered = name.startsWith('PERCENTILE');
  const column: Argument = { type, nullable: true };
  const args = isOrdered ? [...rest.map(argumentOf), column] : [column, ...rest.map(argumentOf)];
  const signature = fn.signature(args);
  const convert = converter(type, signature.params[isOrdered ? rest.length : 0]!);
  const { start, step, result } = fn.fold(signature);
  let state = start();
  const constants = rest.map((literal, i) =>
    literal.value === null ? null : converter(literal.type, signature.params[isOrdered ? i : i + 1]!)(literal.value, environment),
  );
  for (const value of values) {
    if (value === null && fn.nullCall !== true) continue;
    const converted = value === null ? null : convert(value, environment);
    state = isOrdered ? step(state as never, ...constants, converted) : step(state as never, converted, ...constants);
  }
  return { type: typeToString(signature.returns), value: result(state as never) };
}

/** The rows of a rowset function and the names of its columns. */
export function rowsOf(name: string, ...literals: readonly Literal[]): { columns: readonly string[]; rows: readonly (readonly Value[])[] } {
  const fn = tableFunction(name)!;
  const values = literals.map(literalOf);
  const args = values.map(argumentOf);
  const signature = fn.signature(args);
  const converted = values.map(({ type, value }, i) => (value === null ? null : converter(type, signature.params[i]!)(value, environment)));
  return {
    columns: signature.columns.map((column) => `${column.name} ${typeToString(column.type)}`),
    rows: [...fn.rows(signature, args)(environment, converted)],
  };
}
