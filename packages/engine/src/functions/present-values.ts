/**
 * FIRST_VALUE, LAST_VALUE, LAG and LEAD with IGNORE NULLS, as aggregates over a window frame: the first or the last value of the frame that is not NULL.
 * SQLite has no IGNORE NULLS, but slides frames under any aggregate that can undo a step, and a queue of the values in the frame can.
 */

import { BIGINT } from '@sprocket/tsql';
import type { Value } from '../values/value.ts';
import type { AggregateBuiltin } from './builtin.ts';

/** The aggregate by the window function whose value it yields; LAG and LEAD look at a frame that ends or begins beside the row. */
export const PRESENT_VALUES: Readonly<Record<string, AggregateBuiltin>> = {
  FIRST_VALUE: edge('FIRST_PRESENT', (queue) => queue.values[queue.head] ?? null),
  LAST_VALUE: edge('LAST_PRESENT', (queue) => (queue.head < queue.values.length ? (queue.values.at(-1) ?? null) : null)),
  LAG: edge('LAG_PRESENT', ({ values, head, offset }) => (values.length - offset < head ? null : (values[values.length - offset] ?? null))),
  LEAD: edge('LEAD_PRESENT', ({ values, head, offset }) => values[head + offset - 1] ?? null),
};

/** Values of the frame in order; those before `head` have left it. */
interface Queue {
  readonly values: Value[];
  head: number;
  /** How many values LAG goes back, or LEAD forward: the same for all rows. */
  offset: number;
}

function edge(name: string, result: (queue: Queue) => Value): AggregateBuiltin {
  return {
    name,
    minArgs: 1,
    maxArgs: 2,
    // NULLs are seen and passed over here, so that no warning tells of them.
    nullCall: true,
    signature: ([value, offset]) => ({
      params: offset === undefined ? [value!.type] : [value!.type, BIGINT],
      returns: value!.type,
      nullable: true,
    }),
    fold: () => ({
      start: (): Queue => ({ values: [], head: 0, offset: 1 }),
      step: (queue: Queue, value, offset) => {
        if (offset !== undefined) queue.offset = Number(offset);
        if (value !== null) queue.values.push(value as Value);
        return queue;
      },
      inverse: (queue: Queue, value) => {
        if (value !== null) queue.head += 1;
        return queue;
      },
      result,
    }),
  };
}
