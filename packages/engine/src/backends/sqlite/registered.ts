/**
 * JavaScript functions behind SQL text. A bound expression that SQLite has no exact form for is split at its leaves (columns, variables, queries,
 * aggregates): the tree above them is compiled once and registered under a name that stands for its meaning, and the leaves become the arguments.
 * The same shape gets the same name in every statement, so a connection registers it once.
 */

import type { Type } from '@sprocket/tsql';
import { sameExpr } from '../../bind/call.ts';
import { SERVER_COLLATION } from '../../bind/from.ts';
import type { DocumentQuery, Expr, RowsFunction } from '../../bind/tree.ts';
import { mapChildren, some } from '../../bind/walk.ts';
import { sqlError } from '../../errors.ts';
import type { AggregateBuiltin, Fold, Signature } from '../../functions/builtin.ts';
import type { ExecutionContext, PhysicalValue, RegisteredFunction } from '../../run/contracts.ts';
import { compile, NO_VALUES } from '../../run/evaluate.ts';
import { keyOf } from '../../values/compare.ts';
import type { Value } from '../../values/value.ts';
import { cellText, realFromHex, realToHex } from './cells.ts';
import {
  codePageFunction,
  codePageOrder,
  collationFunction,
  comparisonKey,
  decodePhysical,
  encodePhysical,
  physicalType,
} from './physical.ts';

const known = new Map<string, RegisteredFunction>();

/** The function of that meaning, made at first use. */
function intern(prefix: string, key: string, make: (name: string) => RegisteredFunction): RegisteredFunction {
  const full = `${prefix}:${key}`;
  const found = known.get(full);
  if (found !== undefined) return found;
  const fn = make(`${prefix}_${known.size + 1}`);
  known.set(full, fn);
  return fn;
}

/** An expression as a registered function and the expressions that are its arguments. */
export function registeredScalar(expr: Expr): { fn: RegisteredFunction; args: readonly Expr[] } {
  const { tree, leaves } = split(expr);
  const fn = intern('fn', describe(tree), (name) => scalarFunction(name, tree, leaves));
  return { fn, args: leaves };
}

/** The tree with its leaves replaced by arguments. */
export function split(expr: Expr): { tree: Expr; leaves: readonly Expr[] } {
  const leaves: Expr[] = [];
  const argument = (leaf: Expr): Expr => {
    let index = leaves.findIndex((known) => sameExpr(known, leaf));
    if (index < 0) index = leaves.push(leaf) - 1;
    return { kind: 'argument', index, type: leaf.type, nullable: leaf.nullable };
  };
  const replace = (node: Expr, parent: Expr | null): Expr => {
    if (isLeaf(node, parent)) return argument(node);
    return mapChildren(node, (child) => replace(child, node));
  };
  return { tree: mapChildren(expr, (child) => replace(child, expr)), leaves };
}

function isLeaf(node: Expr, parent: Expr | null): boolean {
  switch (node.kind) {
    case 'column':
    case 'variable':
    case 'argument':
    case 'scalarQuery':
    case 'exists':
    case 'inQuery':
    case 'quantified':
    case 'aggregate':
    case 'window':
      return true;
    case 'constant':
      // Constants of calls may decide how the call evaluates (date parts, styles); others vary from statement to statement.
      return parent !== null && parent.kind !== 'call' && node.value !== null;
    case 'call':
      return node.fn.volatility === 'statement' && node.args.every((arg) => arg.kind === 'constant');
    default:
      return false;
  }
}

function scalarFunction(name: string, tree: Expr, leaves: readonly Expr[]): RegisteredFunction {
  const evaluate = compile(tree);
  const decoders = leaves.map((leaf) => physicalType(leaf.type).decode);
  const { encode } = physicalType(tree.type);
  return {
    name,
    deterministic: !some(tree, (n) => n.kind === 'function' || n.kind === 'nextValue' || (n.kind === 'call' && n.fn.volatility === 'row')),
    bigints: leaves.some((leaf) => physicalType(leaf.type).wide),
    evaluate: (context, args) => {
      const values: Value[] = [];
      for (let i = 0; i < decoders.length; i++) {
        const arg = args[i];
        values.push(arg === null || arg === undefined ? null : (decoders[i] as (v: NonNullable<PhysicalValue>) => Value)(arg));
      }
      const result = evaluate(context, NO_VALUES, values);
      return result === null ? null : encode(result);
    },
  };
}

/** A text that is the same for expressions of the same meaning. */
export function describe(node: unknown): string {
  return JSON.stringify(node, (key, value: unknown) => {
    if (key === 'fn') return (value as { name: string }).name;
    if (key === 'signature' || key === 'nullable') return undefined;
    if (typeof value === 'bigint') return `${value}n`;
    if (value instanceof Uint8Array) return Buffer.from(value).toString('hex');
    return value;
  });
}

const physicalKey = (type: Type): string => `${type.name}(${type.length},${type.precision},${type.scale},${type.collation ?? ''})`;

/** An aggregate over physical values. Folds without an inverse keep their frame's arguments and fold anew. */
export function registeredAggregate(fn: AggregateBuiltin, signature: Signature): RegisteredFunction {
  const key = `${fn.name}(${signature.params.map(physicalKey).join(',')})${physicalKey(signature.returns)}`;
  return intern('agg', key, (name) => ({
    name,
    deterministic: true,
    bigints: signature.params.some((type) => physicalType(type).wide),
    evaluate: unused,
    aggregate: fold(fn, signature),
  }));
}

const unused = (): PhysicalValue => null;

interface Folding {
  state: unknown;
  /** Arguments of the current frame, kept only from the first removal on. */
  frame: Value[][] | null;
  /** A NULL was left out, which 8153 reports. */
  eliminated: boolean;
}

function fold(fn: AggregateBuiltin, signature: Signature): NonNullable<RegisteredFunction['aggregate']> {
  const rows = fn.fold(signature);
  const decode = (args: readonly PhysicalValue[]): Value[] =>
    args.map((arg, i) => decodePhysical(arg, signature.params[i] ?? (signature.params.at(-1) as Type)));
  const skip = (values: readonly Value[]): boolean => fn.nullCall !== true && values[0] === null;
  const start = (): Folding => ({ state: rows.start(), frame: rows.inverse === undefined ? [] : null, eliminated: false });
  return {
    start,
    step: (state, ...args) => {
      const s = state as Folding;
      const values = decode(args);
      s.frame?.push(values);
      if (skip(values)) s.eliminated = true;
      else s.state = rows.step(s.state as never, ...values);
      return s;
    },
    inverse: (state, ...args) => {
      const s = state as Folding;
      if (s.frame !== null) return refold(rows, s, skip);
      const values = decode(args);
      if (!skip(values)) s.state = rows.inverse?.(s.state as never, ...values);
      return s;
    },
    result: (state, context) => {
      const s = state as Folding;
      if (s.eliminated) warnEliminated(context);
      return encodePhysical(rows.result(s.state as never), signature.returns);
    },
  };
}

/** The warning that an aggregate left NULLs out. */
function warnEliminated(context: ExecutionContext): void {
  if (context.options.ansiWarnings) context.warn(8153);
}

/** Warns where an aggregate that SQLite computes itself left NULLs out. Returns NULL, for COALESCE to go on. */
export const NULL_ELIMINATED: RegisteredFunction = {
  name: 'null_eliminated',
  deterministic: false,
  bigints: false,
  evaluate: (context) => {
    warnEliminated(context);
    return null;
  },
};

function refold(rows: Fold, s: Folding, skip: (values: readonly Value[]) => boolean): Folding {
  s.frame?.shift();
  s.state = rows.start();
  for (const values of s.frame ?? []) if (!skip(values)) s.state = rows.step(s.state as never, ...values);
  return s;
}

/** A function that returns all rows as a JSON array of arrays, for json_each. */
export function registeredRows(rows: RowsFunction, args: readonly Expr[]): RegisteredFunction {
  const key = `${rows.key}|${args.map((arg) => physicalKey(arg.type)).join(',')}`;
  return intern('rows', key, (name) => ({
    name,
    deterministic: false,
    bigints: args.some((arg) => physicalType(arg.type).wide),
    evaluate: (context, values) => {
      const decoded = args.map((arg, i) => decodePhysical(values[i] ?? null, arg.type));
      return rowsText(rows, context, decoded);
    },
  }));
}

function rowsText(rows: RowsFunction, context: ExecutionContext, args: readonly Value[]): string {
  const lines: string[] = [];
  for (const row of rows.rows(context as never, args)) {
    const cells = rows.columns.map((column, i) => cellText(encodePhysical(row[i] ?? null, column.type), column.type));
    lines.push(`[${cells.join(',')}]`);
  }
  return `[${lines.join(',')}]`;
}

/** Key functions that SQL for a comparison of this type calls. */
export function keyFunctions(type: Type): readonly RegisteredFunction[] {
  const key = comparisonKey(type, SERVER_COLLATION);
  switch (key.kind) {
    case 'collation': {
      const ordered = codePageOrder(type, SERVER_COLLATION);
      return ordered === undefined ? [collationKey(key.collation)] : [collationKey(key.collation), codePageKey(ordered)];
    }
    case 'guid':
      return [GUID_KEY];
    case 'variant':
      return [VARIANT_KEY];
    default:
      return [];
  }
}

const collations = new Map<string, RegisteredFunction>();

/** The key function of a collation, under its own name, since indexes are built on it. */
export function collationKey(collation: string): RegisteredFunction {
  const found = collations.get(collation);
  if (found !== undefined) return found;
  const key = keyOf({ name: 'nvarchar', length: -1, precision: 0, scale: 0 }, collation);
  const fn: RegisteredFunction = pure(collationFunction(collation), (value) => key(value as string) as string);
  collations.set(collation, fn);
  return fn;
}

/** The order of char and varchar under one of SQL Server's own collations. */
function codePageKey(collation: string): RegisteredFunction {
  const name = codePageFunction(collation);
  const found = collations.get(name);
  if (found !== undefined) return found;
  const key = keyOf({ name: 'varchar', length: -1, precision: 0, scale: 0 }, collation);
  const fn: RegisteredFunction = pure(name, (value) => key(value as string) as string);
  collations.set(name, fn);
  return fn;
}

function pure(name: string, evaluate: (value: NonNullable<PhysicalValue>) => PhysicalValue): RegisteredFunction {
  return {
    name,
    deterministic: true,
    bigints: false,
    evaluate: (_context, args) => (args[0] === null || args[0] === undefined ? null : evaluate(args[0])),
  };
}

const guidKey = keyOf({ name: 'uniqueidentifier', length: 0, precision: 0, scale: 0 });
const variantType: Type = { name: 'sql_variant', length: 0, precision: 0, scale: 0 };
const variantKey = keyOf(variantType);

const GUID_KEY = pure('key_guid', (value) => guidKey(value as string) as string);
const VARIANT_KEY = pure('key_variant', (value) => variantKey(decodePhysical(value, variantType) as never) as string);
export const REAL_TO_HEX = pure('real_to_hex', (value) => realToHex(Number(value)));
export const REAL_FROM_HEX = pure('real_from_hex', (value) => realFromHex(value as string));

/** Functions that indexes and cells call: registered on every new connection. */
export const STANDING_FUNCTIONS: readonly RegisteredFunction[] = [
  collationKey(SERVER_COLLATION),
  GUID_KEY,
  VARIANT_KEY,
  REAL_TO_HEX,
  REAL_FROM_HEX,
];

/** Takes the only row of a scalar subquery: error 512 at a second one. */
export const ONLY_ROW: RegisteredFunction = {
  name: 'only_row',
  deterministic: true,
  bigints: true,
  evaluate: unused,
  aggregate: {
    start: () => undefined,
    step: (state, value) => {
      if (state !== undefined) throw sqlError(512);
      return { value: value ?? null };
    },
    result: (state) => (state as { value: PhysicalValue } | undefined)?.value ?? null,
  },
};

const TICK_EVERY = 1024;
let ticks = 0;

/** Always true; now and then it looks whether the request is to end. */
export const TICK: RegisteredFunction = {
  name: 'tick',
  deterministic: false,
  bigints: true,
  evaluate: (context) => {
    ticks += 1;
    if (ticks % TICK_EVERY === 0) context.checkCancelled();
    return 1;
  },
};

export const recursionGuard: RegisteredFunction = {
  name: 'recursion_limit',
  deterministic: false,
  bigints: false,
  evaluate: (_context, args) => {
    throw sqlError(530, String(args[0]));
  },
};

/** The number of rows that TOP, OFFSET or FETCH is given when it is not a constant. */
const rowCount = (name: string, least: number, number: number): RegisteredFunction => ({
  name,
  deterministic: true,
  bigints: false,
  evaluate: (_context, [count]) => {
    if (count === null || count === undefined) throw sqlError(1060);
    if (Number(count) < least) throw sqlError(number);
    return count;
  },
});

/** The percentage of TOP when it is not a constant. */
export const TOP_PERCENT: RegisteredFunction = {
  ...rowCount('top_percent', 0, 1031),
  evaluate: (_context, [percent]) => {
    if (percent === null || percent === undefined) throw sqlError(1060);
    if (!(Number(percent) >= 0 && Number(percent) <= 100)) throw sqlError(1031);
    return percent;
  },
};

export const TOP_COUNT = rowCount('top_count', 0, 127);
export const OFFSET_COUNT = rowCount('offset_count', 0, 10742);
export const FETCH_COUNT = rowCount('fetch_count', 1, 10744);

/** FOR JSON and FOR XML: collects the rows, then formats them. */
export function documentAggregate(query: DocumentQuery): RegisteredFunction {
  const types = query.query.columns.map((column) => column.type);
  return intern('document', `${query.key}|${types.map(physicalKey).join(',')}`, (name) => ({
    name,
    deterministic: true,
    bigints: types.some((type) => physicalType(type).wide),
    evaluate: unused,
    aggregate: {
      start: () => [],
      step: (state, ...args) => {
        (state as Value[][]).push(args.map((arg, i) => decodePhysical(arg, types[i] as Type)));
        return state;
      },
      result: (state) => encodePhysical(query.format(state as Value[][]), query.columns[0]?.type as Type),
    },
  }));
}
