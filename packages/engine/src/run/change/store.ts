/** Values on their way into columns: converted as an assignment converts (2628 for what would be cut), the rest filled from defaults and identity. */

import type { Type } from '@sprocket/tsql';
import { typeName } from '../../bind/coerce.ts';
import type { Table } from '../../catalog/model.ts';
import { sqlError, sqlErrorState } from '../../errors.ts';
import { conversionKind, storer } from '../../values/convert.ts';
import type { Value } from '../../values/value.ts';
import type { ExecutionContext, Frame } from '../contracts.ts';
import { NO_VALUES } from '../evaluate.ts';
import type { ChangeTarget } from './apply.ts';
import { truncation } from './writer.ts';

/** Marks a column whose default is asked for (DEFAULT in VALUES). */
export const USE_DEFAULT: unique symbol = Symbol('default');
export type Given = Value | typeof USE_DEFAULT;

/** Converts a value of `from` for a column. 257 and 206 at once where there is no implicit conversion. */
export function columnStore(target: ChangeTarget, position: number, from: Type | null): (value: Value, context: ExecutionContext) => Value {
  const column = target.table.columns[position];
  if (column === undefined) throw new Error(`no column at ${position}`);
  if (from === null) return (value) => value;
  const kind = conversionKind(from, column.type);
  if (kind !== 'implicit') throw sqlError(kind === 'explicit' ? 257 : 206, typeName(from), typeName(column.type));
  const store = storer(from, column.type);
  const cut = truncation(target.table, target.database, column);
  return (value, context) => (value === null ? null : store(value, context, cut));
}

/** A function that makes a full row from the values of some columns. */
export function assignments(
  target: ChangeTarget,
  columns: readonly number[],
  types: readonly (Type | null)[],
): (values: readonly Given[], frame: Frame) => Value[] {
  const { table, writer, versions, graph } = target;
  const stores = columns.map((position, i) => columnStore(target, position, types[i] ?? null));
  const given = new Set(columns);
  const identity = table.columns.findIndex((column) => column.identity !== null);
  const missing = table.columns.flatMap((column, index) =>
    given.has(index) || column.computed !== null || index === identity ? [] : [index],
  );
  const make = (values: readonly Given[], frame: Frame): Value[] => {
    const row = new Array<Value>(table.columns.length).fill(null);
    for (const index of missing) row[index] = writer.defaults[index]?.(frame.context, NO_VALUES, NO_VALUES) ?? null;
    columns.forEach((position, i) => {
      const value = values[i] ?? null;
      row[position] =
        value === USE_DEFAULT
          ? (writer.defaults[position]?.(frame.context, NO_VALUES, NO_VALUES) ?? null)
          : (stores[i] as (v: Value, c: ExecutionContext) => Value)(value as Value, frame.context);
    });
    versions?.begin(row, frame);
    graph?.settle(row, given, frame.context);
    if (identity >= 0) row[identity] = identityValue(target, identity, given.has(identity), row[identity] ?? null, frame.context);
    return row;
  };
  return drawsSequences(table) ? (values, frame) => frame.context.sequenceRow(() => make(values, frame)) : make;
}

/** Whether defaults may draw values of sequences. */
export const drawsSequences = (table: Table): boolean =>
  table.columns.some((column) => column.default?.text.includes('NEXT VALUE FOR') === true);

/** Draws the next identity value, or takes the explicit one under IDENTITY_INSERT, which then moves the counter. */
function identityValue(target: ChangeTarget, position: number, explicit: boolean, value: Value, context: ExecutionContext): Value {
  const { table } = target;
  const column = table.columns[position];
  const drawn = explicit && value !== null ? asBigint(value) : context.nextIdentity(target.database?.databaseId ?? 0, table);
  if (!explicit && column !== undefined) requireRange(drawn, column.type);
  context.setIdentity(table, drawn);
  if (explicit) return value;
  return column?.type.name === 'bigint'
    ? drawn
    : column?.type.name === 'decimal' || column?.type.name === 'numeric'
      ? drawn * 10n ** BigInt(column.type.scale)
      : Number(drawn);
}

const LARGEST: Readonly<Record<string, bigint>> = { tinyint: 255n, smallint: 32767n, int: 2147483647n, bigint: 2n ** 63n - 1n };

/** A counter that has left its type. */
function requireRange(drawn: bigint, type: Type): void {
  const largest = LARGEST[type.name] ?? 10n ** BigInt(type.precision) - 1n;
  const smallest = type.name === 'tinyint' ? 0n : -largest - 1n;
  if (drawn > largest || drawn < smallest) throw sqlErrorState(8115, 1, 'IDENTITY', typeName(type));
}

const asBigint = (value: Value): bigint => (typeof value === 'bigint' ? value : BigInt(value as number));
