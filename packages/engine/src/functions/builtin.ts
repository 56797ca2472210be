/**
 * What one built-in function is: a row. The binder reads names, parameters and result type; the interpreter calls `evaluate`; a backend prints
 * `sqlite` or registers `evaluate` as a function of its own. A function is added by adding a row to a family file and nothing else.
 */

import type { Type } from '@sprocket/tsql';
import type { Environment } from '../environment.ts';
import type { Value } from '../values/value.ts';

/** What the binder knows of an argument when it asks for parameter and result types. */
export interface Argument {
  readonly type: Type;
  readonly nullable: boolean;
  /** The value when the argument is a constant: lengths, styles and date parts depend on it. `undefined` when it is not one. */
  readonly constant?: Value;
  /** True for the bare literal NULL, which takes whatever type is wanted. */
  readonly untypedNull?: boolean;
  /** True for a direct call of a function that `yieldsJson`. */
  readonly json?: boolean;
}

/** Types after binding: each argument is converted to its parameter type (implicitly), and the result has type `returns`. */
export interface Signature {
  readonly params: readonly Type[];
  readonly returns: Type;
  /** False when the result is never NULL; default: NULL if any argument may be (or `nullCall` is set). */
  readonly nullable?: boolean;
}

/** pure: same arguments, same value. statement: once a statement (GETDATE). row: anew for each row (NEWID). */
export type Volatility = 'pure' | 'statement' | 'row';

/** Evaluates over values of exactly the signature's types. NULL arguments never arrive unless `nullCall` is set. */
export type Evaluate = (env: Environment, ...args: readonly never[]) => Value;

export interface Builtin {
  /** Upper case. */
  readonly name: string;
  readonly minArgs: number;
  /** Infinity for variadic functions. */
  readonly maxArgs: number;
  /**
   * Parameter and result types for these arguments. Throws SqlError (8116 "Argument data type %ls is invalid for argument %d of %ls function." …)
   * for arguments that SQL Server refuses at compile time.
   */
  readonly signature: (args: readonly Argument[]) => Signature;
  /** The evaluator for one signature: called once when the expression is compiled, so it can choose by type. */
  readonly evaluator: (signature: Signature, args: readonly Argument[]) => Evaluate;
  /** True when the function wants to see NULL arguments; otherwise NULL in gives NULL out. */
  readonly nullCall?: boolean;
  /**
   * For a function that yields one of its arguments and evaluates no other, so that an error in those does not count: the index of that argument by
   * the first one's value; undefined for NULL.
   */
  readonly select?: (first: Value, args: number) => number | undefined;
  /** Default 'pure'. */
  readonly volatility?: Volatility;
  /** The first argument is a keyword such as a date part, given as a string constant. */
  readonly datePart?: boolean;
  /** Index of another argument that is a keyword, likewise: the kind in ISJSON(x, OBJECT). */
  readonly keyword?: number;
  /** The result is JSON text, which JSON_MODIFY, JSON_OBJECT, JSON_ARRAY and FOR JSON embed as it is. */
  readonly yieldsJson?: boolean;
  /** Native SQL with exactly the same result, for these types; undefined where there is none. Arguments are SQL text in physical form. */
  readonly sqlite?: (args: readonly string[], signature: Signature) => string | undefined;
}

/** An aggregate as a fold. `step` sees no NULLs unless `nullCall`. */
export interface AggregateBuiltin {
  readonly name: string;
  readonly minArgs: number;
  readonly maxArgs: number;
  readonly signature: (args: readonly Argument[]) => Signature;
  readonly fold: (signature: Signature) => Fold;
  readonly nullCall?: boolean;
  /** SQL over physical arguments with exactly the same result (COUNT, MIN/MAX of ordered physical forms). */
  readonly sqlite?: (args: readonly string[], signature: Signature) => string | undefined;
}

/** State in, state out; the state is any JavaScript value and is never shared between groups. */
export interface Fold {
  readonly start: () => unknown;
  readonly step: (state: never, ...args: readonly Value[]) => unknown;
  /** Undoes a step, for sliding frames; without it the frame is folded anew. */
  readonly inverse?: (state: never, ...args: readonly Value[]) => unknown;
  readonly result: (state: never) => Value;
}

/** A function that exists only with OVER and yields one value a row; the runtime evaluates it, here is what the binder must know. */
export interface WindowBuiltin {
  readonly name: string;
  readonly minArgs: number;
  readonly maxArgs: number;
  readonly signature: (args: readonly Argument[]) => Signature;
  /** True when OVER must have an ORDER BY (4112 without one). */
  readonly ordered: boolean;
  /** True when OVER may have a ROWS or RANGE frame (10752 otherwise). */
  readonly framed: boolean;
  /** SQL over physical arguments with exactly the same result. */
  readonly sqlite?: (args: readonly string[], signature: Signature) => string | undefined;
}

export interface TableColumn {
  readonly name: string;
  readonly type: Type;
  readonly nullable: boolean;
}

/** Types of a table function's call after binding. */
export interface TableSignature {
  readonly params: readonly Type[];
  readonly columns: readonly TableColumn[];
}

/** Yields rows over values of exactly the signature's types; NULL arguments do arrive. */
export type Produce = (env: Environment, args: readonly Value[]) => Iterable<readonly Value[]>;

/** A built-in rowset function such as STRING_SPLIT. */
export interface TableBuiltin {
  readonly name: string;
  readonly minArgs: number;
  readonly maxArgs: number;
  readonly signature: (args: readonly Argument[]) => TableSignature;
  readonly rows: (signature: TableSignature, args: readonly Argument[]) => Produce;
}
