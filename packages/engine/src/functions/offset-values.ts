/**
 * LAG and LEAD with IGNORE NULLS and an offset that each row has for itself, as aggregates over the rows up to the row, or from it on. An offset of 0 is
 * the row's own value, as the SQL standard has it; NULL looks nowhere.
 */

import { BIGINT } from '@sprocket/tsql';
import { sqlError } from '../errors.ts';
import type { Value } from '../values/value.ts';
import type { AggregateBuiltin, Fold } from './builtin.ts';

interface Row {
  readonly value: Value;
  readonly offset: Value;
  /** What stands for a row that is not there. */
  readonly otherwise: Value;
}

/** The values before the row that are present, and the row. */
interface Past {
  readonly values: Value[];
  row: Row | null;
}

/** The rows of the frame from `head` on, and where values are present; those before `first` have left the frame. */
interface Ahead {
  readonly rows: Row[];
  readonly present: number[];
  head: number;
  first: number;
}

const LAG: Fold = {
  start: (): Past => ({ values: [], row: null }),
  step: (past: Past, value = null, offset = null, otherwise = null) => {
    if (past.row !== null && past.row.value !== null) past.values.push(past.row.value);
    past.row = { value, offset, otherwise };
    return past;
  },
  // The frame begins with the partition: no row ever leaves it.
  inverse: (past: Past) => past,
  result: ({ values, row }: Past) => chosen(row, (offset) => values[values.length - offset]),
};

const LEAD: Fold = {
  start: (): Ahead => ({ rows: [], present: [], head: 0, first: 0 }),
  step: (ahead: Ahead, value = null, offset = null, otherwise = null) => {
    if (value !== null) ahead.present.push(ahead.rows.length);
    ahead.rows.push({ value, offset, otherwise });
    return ahead;
  },
  inverse: (ahead: Ahead) => {
    ahead.head += 1;
    while (ahead.first < ahead.present.length && ahead.present[ahead.first]! < ahead.head) ahead.first += 1;
    return ahead;
  },
  result: ({ rows, present, head, first }: Ahead) => {
    const beyond = present[first] === head ? first + 1 : first;
    return chosen(rows[head] ?? null, (offset) => rows[present[beyond + offset - 1] ?? -1]?.value);
  },
};

/** 8730 below zero. */
function chosen(row: Row | null, at: (offset: number) => Value | undefined): Value {
  if (row === null || row.offset === null) return null;
  const offset = Number(row.offset);
  if (offset < 0) throw sqlError(8730);
  return offset === 0 ? row.value : (at(offset) ?? row.otherwise);
}

const aggregate = (name: string, fold: Fold): AggregateBuiltin => ({
  name,
  minArgs: 2,
  maxArgs: 3,
  // NULLs are seen and passed over here, so that no warning tells of them.
  nullCall: true,
  signature: ([value, , otherwise]) => ({
    params: otherwise === undefined ? [value!.type, BIGINT] : [value!.type, BIGINT, value!.type],
    returns: value!.type,
    nullable: true,
  }),
  fold: () => fold,
});

/** By the window function. */
export const AT_OFFSET: Readonly<Record<string, AggregateBuiltin>> = {
  LAG: aggregate('LAG_AT', LAG),
  LEAD: aggregate('LEAD_AT', LEAD),
};
