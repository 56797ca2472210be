/**
 * A SELECT that may run on another thread: here while it is light, elsewhere when it is known to be heavy. One that turns out to be heavy before its
 * first row is given up and begun again elsewhere, which nobody can see, because nothing of it was sent.
 */

import type { Value } from '../values/value.ts';
import type { PhysicalValue, Steps } from './contracts.ts';
import { TooHeavy } from './failures.ts';
import type { QueryPlan } from './plan.ts';
import type { Readers, ReadStart, RemoteRead } from './reading.ts';
import type { Runtime } from './runtime.ts';
import { sendRows } from './send-rows.ts';

/** A read that keeps the thread for so many milliseconds is heavy. */
export const HEAVY = 25;

/** Sends the rows of the query and returns how many; null when it must be bound again, and then nothing was sent. */
export function* sendReading(runtime: Runtime, readers: Readers, start: ReadStart): Steps<number | null> {
  const { prepared, reading } = start;
  const place = readers.placeOf(reading);
  let rows = place === 'elsewhere' ? null : place === 'here' ? openHere(runtime, start) : openWatched(runtime, start, readers);
  if (rows === null) {
    const read = yield* readers.begin(start);
    if (read === 'stale') return null;
    if (read !== null) return yield* sendRemote(runtime, start, read);
    rows = openHere(runtime, start);
  }
  runtime.output.columns(prepared.columns);
  return yield* sendRows(runtime, rows, runtime.options.rowCount);
}

/** The rows with the first one taken. The client sees the columns before an error of the first row. */
function openHere(runtime: Runtime, { activation, prepared }: ReadStart): Resumed {
  try {
    const rows = prepared.open(activation);
    return new Resumed(rows, rows.next());
  } catch (thrown) {
    if (!(thrown instanceof TooHeavy)) runtime.output.columns(prepared.columns);
    throw thrown;
  }
}

/** The same; null when that took too long and was given up. */
function openWatched(runtime: Runtime, start: ReadStart, readers: Readers): Resumed | null {
  readers.watch(true);
  try {
    return openHere(runtime, start);
  } catch (thrown) {
    if (thrown instanceof TooHeavy) return null;
    throw thrown;
  } finally {
    readers.watch(false);
    if (runtime.sliceTime() > HEAVY) readers.slow(start.reading);
  }
}

/** Rows of which the first has been taken. */
class Resumed implements IterableIterator<readonly Value[]> {
  readonly #rows: Iterator<readonly Value[]>;
  #first: IteratorResult<readonly Value[]> | null;

  constructor(rows: Iterator<readonly Value[]>, first: IteratorResult<readonly Value[]>) {
    this.#rows = rows;
    this.#first = first;
  }

  next(): IteratorResult<readonly Value[]> {
    const first = this.#first;
    if (first === null) return this.#rows.next();
    this.#first = null;
    return first;
  }

  return(): IteratorResult<readonly Value[]> {
    return this.#rows.return?.() ?? { done: true, value: undefined };
  }

  [Symbol.iterator](): this {
    return this;
  }
}

function* sendRemote(runtime: Runtime, { prepared, reading }: ReadStart, read: RemoteRead): Steps<number> {
  const limit = runtime.options.rowCount;
  let count = 0;
  try {
    runtime.output.columns(prepared.columns);
    for (let cells = yield* read.next(); cells !== null; cells = yield* read.next()) {
      count += yield* sendRows(runtime, rowsOf(reading.plan, cells), limit === 0 ? 0 : limit - count);
      if (limit > 0 && count >= limit) break;
      if (runtime.sliceIsOver()) yield { kind: 'slice' };
    }
    return count;
  } finally {
    read.close();
  }
}

/** Decoded rows, in an array that is reused. */
function* rowsOf({ decoders }: QueryPlan, cells: readonly PhysicalValue[]): Generator<readonly Value[]> {
  const row: Value[] = decoders.map(() => null);
  for (let start = 0; start < cells.length; start += decoders.length) {
    for (const [i, decode] of decoders.entries()) {
      const cell = cells[start + i] ?? null;
      row[i] = cell === null ? null : decode(cell);
    }
    yield row;
  }
}
