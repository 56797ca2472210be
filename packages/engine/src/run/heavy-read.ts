/**
 * A query that may run on another thread: here while it is light, elsewhere when it is known to be heavy. One that turns out to be heavy before its
 * first row is given up and begun again elsewhere, which nobody can see, because nothing of it was sent or assigned.
 */

import type { Value } from '../values/value.ts';
import type { PhysicalValue, Steps } from './contracts.ts';
import { TooHeavy } from './failures.ts';
import { openPlan, type QueryPlan, rowOf } from './plan.ts';
import type { Readers, Reading, ReadStart, RemoteRead } from './reading.ts';
import type { Runtime } from './runtime.ts';
import { sendRows } from './send-rows.ts';

/** A read that keeps the thread for so many milliseconds is heavy. */
export const HEAVY = 25;

/** Sends the rows of the query and returns how many; null when it must be bound again, and then nothing was sent. */
export function* sendReading(runtime: Runtime, readers: Readers, start: ReadStart): Steps<number | null> {
  const rows = yield* open(runtime, readers, start);
  if (rows === 'stale') return null;
  if (rows.kind === 'elsewhere') return yield* sendRemote(runtime, start, rows.read);
  runtime.output.columns(start.columns ?? []);
  return yield* sendRows(runtime, rows.rows, runtime.options.rowCount);
}

/** Takes the rows of a query one by one and returns how many; null when it must be bound again, and then none was taken. */
export function* takeReading(
  runtime: Runtime,
  readers: Readers,
  start: ReadStart,
  take: (row: readonly Value[]) => void,
): Steps<number | null> {
  const rows = yield* open(runtime, readers, start);
  if (rows === 'stale') return null;
  return rows.kind === 'here' ? yield* takeRows(runtime, rows.rows, take) : yield* takeRemote(runtime, start, rows.read, take);
}

/** The one value of an expression with queries; null when it must be bound again. */
export function* readValue(runtime: Runtime, readers: Readers, start: ReadStart): Steps<{ readonly value: Value } | null> {
  const { activation, reading } = start;
  const place = readers.placeOf(reading);
  const here = (): { readonly value: Value } => ({ value: rowOf(reading.plan, activation)?.[0] ?? null });
  const found = place === 'elsewhere' ? null : place === 'here' ? here() : watched(runtime, readers, reading, here);
  if (found !== null) return found;
  const read = yield* readers.begin(start);
  if (read === 'stale') return null;
  if (read === null) return here();
  let value: Value = null;
  yield* takeRemote(runtime, start, read, (row) => {
    value = row[0] ?? null;
  });
  return { value };
}

type OpenRead = { readonly kind: 'here'; readonly rows: Resumed } | { readonly kind: 'elsewhere'; readonly read: RemoteRead };

function* open(runtime: Runtime, readers: Readers, start: ReadStart): Steps<OpenRead | 'stale'> {
  const place = readers.placeOf(start.reading);
  const here = (): Resumed => openHere(runtime, start);
  const rows = place === 'elsewhere' ? null : place === 'here' ? here() : watched(runtime, readers, start.reading, here);
  if (rows !== null) return { kind: 'here', rows };
  const read = yield* readers.begin(start);
  if (read === 'stale') return read;
  return read === null ? { kind: 'here', rows: here() } : { kind: 'elsewhere', read };
}

/** The rows with the first one taken. The client sees the columns before an error of the first row. */
function openHere(runtime: Runtime, { activation, reading, columns }: ReadStart): Resumed {
  try {
    const rows = openPlan(reading.plan, activation);
    return new Resumed(rows, rows.next());
  } catch (thrown) {
    if (!(thrown instanceof TooHeavy) && columns !== null) runtime.output.columns(columns);
    throw thrown;
  }
}

/** What `begin` returns; null when that took too long and was given up. */
function watched<T>(runtime: Runtime, readers: Readers, reading: Reading, begin: () => T): T | null {
  readers.watch(true);
  try {
    return begin();
  } catch (thrown) {
    if (thrown instanceof TooHeavy) return null;
    throw thrown;
  } finally {
    readers.watch(false);
    if (runtime.sliceTime() > HEAVY) readers.slow(reading);
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

/** Rows between two looks at the clock. */
const LOOK_EVERY = 256;

/** Takes rows one by one and returns how many; now and then other sessions have a turn. */
export function* takeRows(runtime: Runtime, rows: Iterable<readonly Value[]>, take: (row: readonly Value[]) => void): Steps<number> {
  let count = 0;
  for (const row of rows) {
    take(row);
    count += 1;
    if (count % LOOK_EVERY !== 0) continue;
    runtime.checkCancelled();
    if (!runtime.sliceIsOver()) continue;
    // Nobody waits for what is only not committed yet.
    runtime.transactions.settle();
    yield { kind: 'slice' };
  }
  return count;
}

function* takeRemote(runtime: Runtime, { reading }: ReadStart, read: RemoteRead, take: (row: readonly Value[]) => void): Steps<number> {
  let count = 0;
  try {
    for (let cells = yield* read.next(); cells !== null; cells = yield* read.next())
      count += yield* takeRows(runtime, rowsOf(reading.plan, cells), take);
    return count;
  } finally {
    read.close();
  }
}

function* sendRemote(runtime: Runtime, { reading, columns }: ReadStart, read: RemoteRead): Steps<number> {
  const limit = runtime.options.rowCount;
  let count = 0;
  try {
    runtime.output.columns(columns ?? []);
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
