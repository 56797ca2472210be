/** Results as whoever runs the statement may see them: values of masked columns are masked as they leave the query. */

import type { Type } from '@sprocket/tsql';
import type { Binder } from '../bind/context.ts';
import { masksOf, type ResultMask } from '../bind/masking.ts';
import type { Query } from '../bind/tree.ts';
import { maskFunction } from '../catalog/ddl/mask.ts';
import { SqlError, sqlErrorState } from '../errors.ts';
import { type Masker, masker } from '../values/mask.ts';
import type { Value } from '../values/value.ts';
import type { Frame } from './contracts.ts';
import { openPlan, planQuery } from './plan.ts';

/** Works a value out and masks it, unless whoever runs the statement may see it. */
export type ValueMask = (evaluate: () => Value, frame: Frame) => Value;

type Row = readonly Value[];

/** Opens a query that answers somebody: a client, a variable, or another table. */
export function openerOf(query: Query, binder: Binder): (frame: Frame) => IterableIterator<Row> {
  const masks = masksOf(query, binder);
  if (masks === null) {
    const plan = planQuery(query, binder);
    return (frame) => openPlan(plan, frame);
  }
  if (query.kind === 'document') {
    const inner = openerOf(query.query, binder);
    return (frame) => [[query.format([...inner(frame)].map((row) => [...row]))]][Symbol.iterator]();
  }
  const plan = planQuery(query, binder);
  const columns = query.columns.map(({ type }, index) => columnMasker(masks[index] ?? null, type));
  return (frame) => maskRows(openPlan(plan, frame), columns, frame);
}

/** Null for a value that is not masked. */
export function valueMask(mask: ResultMask | null, type: Type): ValueMask | null {
  const column = columnMasker(mask, type);
  if (column === null) return null;
  return (evaluate, frame) => {
    if (mayUnmask(column.columns, frame)) return evaluate();
    try {
      const value = evaluate();
      return value === null ? null : column.apply(value, frame.context);
    } catch (thrown) {
      throw withoutValues(thrown);
    }
  };
}

interface ColumnMasker {
  readonly columns: ResultMask['columns'];
  readonly apply: Masker;
}

const columnMasker = (mask: ResultMask | null, type: Type): ColumnMasker | null =>
  mask === null ? null : { columns: mask.columns, apply: masker(maskFunction(mask.mask), type) };

const mayUnmask = (columns: ResultMask['columns'], { context }: Frame): boolean =>
  columns.every(({ databaseId, tableId, columnId }) => context.mayUnmask(databaseId, tableId, columnId));

function maskRows(rows: IterableIterator<Row>, columns: readonly (ColumnMasker | null)[], frame: Frame): IterableIterator<Row> {
  const hidden = columns.map((column) => (column === null || mayUnmask(column.columns, frame) ? null : column.apply));
  return hidden.every((apply) => apply === null) ? rows : masked(rows, hidden, frame);
}

function* masked(rows: Iterable<Row>, hidden: readonly (Masker | null)[], frame: Frame): IterableIterator<Row> {
  try {
    for (const row of rows)
      yield row.map((value, index) => {
        const apply = hidden[index] ?? null;
        return value === null || apply === null ? value : apply(value, frame.context);
      });
  } catch (thrown) {
    throw withoutValues(thrown);
  }
}

/** Errors that show the value which they are about, with how much their texts say of it. */
const TELLING: Readonly<Record<number, number>> = { 220: 2, 245: 3 };

function withoutValues(thrown: unknown): unknown {
  const parts = thrown instanceof SqlError ? TELLING[thrown.number] : undefined;
  return parts === undefined || !(thrown instanceof SqlError)
    ? thrown
    : sqlErrorState(thrown.number, thrown.state, ...new Array<string>(parts).fill('******'));
}
