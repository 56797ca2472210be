/**
 * Statements over many rows work in slices: now and then they look whether the client wants them to stop, and give the other sessions of the thread a
 * turn. The storage transaction and the lock stay theirs meanwhile.
 */

import type { Frame, Steps } from './contracts.ts';

/** Rows between two looks at the clock: a row takes microseconds. */
const LOOK_EVERY = 64;

/** Takes one row after the other. Raises `Cancelled`. */
export function* eachRow<Row>(rows: Iterable<Row>, { context }: Frame, take: (row: Row) => void): Steps<void> {
  let count = 0;
  for (const row of rows) {
    take(row);
    count += 1;
    if (count % LOOK_EVERY !== 0) continue;
    context.checkCancelled();
    if (context.sliceIsOver()) yield { kind: 'slice' };
  }
}

/** What `make` makes of each row. */
export function* mapRows<Row, Result>(rows: Iterable<Row>, frame: Frame, make: (row: Row) => Result): Steps<Result[]> {
  const made: Result[] = [];
  yield* eachRow(rows, frame, (row) => made.push(make(row)));
  return made;
}
