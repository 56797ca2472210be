/** The readers as one session uses them: which of its reads may leave, what goes with them, and how their rows come back. */

import { SqlError } from '../../errors.ts';
import { scopeOf } from '../../run/compiled.ts';
import type { PhysicalValue, Steps } from '../../run/contracts.ts';
import { Cancelled } from '../../run/failures.ts';
import type { Readers, Reading, ReadStart, RemoteRead } from '../../run/reading.ts';
import { StorageError } from '../../run/storage-error.ts';
import { nextSerial } from '../instance.ts';
import type { SessionCore } from '../session-core.ts';
import type { Failure, ReadDatabase, ReadEnvironment, ReadRequest } from './messages.ts';
import type { Place, ReaderPool } from './pool.ts';
import type { ThreadRead } from './thread.ts';

/** Numbers of the statements that readers have bound. */
const plans = new WeakMap<Reading, number>();

/** So many steps of SQLite's machine take about a millisecond. */
const MANY_STEPS = 20_000;

export class SessionReaders implements Readers {
  readonly #core: SessionCore;
  readonly #pool: ReaderPool;
  readonly #everything: boolean;

  constructor(core: SessionCore, pool: ReaderPool, everything: boolean) {
    this.#core = core;
    this.#pool = pool;
    this.#everything = everything;
  }

  placeOf(reading: Reading): ReturnType<Readers['placeOf']> {
    const { transactions, isInFunction } = this.#core;
    if (transactions.count > 0 || isInFunction) return 'here';
    if (reading.weight === 'unknown') reading.weight = this.#everything ? 'heavy' : this.#weigh(reading);
    // Another thread sees what is pending when it is committed.
    if (reading.weight === 'heavy') transactions.settle();
    if (transactions.holdsConnection) return 'here';
    return reading.weight === 'heavy' ? 'elsewhere' : 'watched';
  }

  watch(on: boolean): void {
    this.#core.isWatched = on;
  }

  slow(reading: Reading): void {
    if (this.#core.connection.stepsPerRun(reading.plan.sql) > MANY_STEPS) reading.weight = 'heavy';
  }

  *begin(start: ReadStart): Steps<RemoteRead | 'stale' | null> {
    const request = this.#request(start);
    if (request === null) return null;
    const lease = this.#lease(request.databases);
    let close = lease;
    let going = false;
    try {
      const read = yield* this.#enter(request);
      if (read === null) return null;
      close = () => {
        read.close();
        lease();
      };
      while (read.state.kind === 'starting') yield* this.#pause((wake) => read.listen(wake));
      if (read.state.kind === 'refused') return this.#refused(read.state.reason);
      if (!this.#isFresh(start)) return 'stale';
      read.go();
      this.#pool.counted();
      going = true;
      return { next: () => this.#next(read), close };
    } finally {
      if (!going) close();
    }
  }

  #weigh({ plan, tables, streams }: Reading): Reading['weight'] {
    const { connection, catalogs } = this.#core;
    if (streams) return 'light';
    return catalogs.backend.isHeavy(connection, plan.sql, plan.options, tables, (id) => catalogs.alias(id)) ? 'heavy' : 'light';
  }

  /** Null when a parameter has no value: the error belongs to the statement, which will meet it here. */
  #request({ activation, at, subject, dependencies, reading }: ReadStart): ReadRequest | null {
    const { catalogs } = this.#core;
    const parameters = valuesOf(reading, activation);
    if (parameters === null || activation.compiled.trigger !== null) return null;
    const { variables, settings } = scopeOf(activation.compiled, at, catalogs);
    const plan = plans.get(reading) ?? nextSerial();
    plans.set(reading, plan);
    return {
      id: nextSerial(),
      plan,
      subject,
      variables,
      settings,
      databases: this.#databases([catalogs.currentId, ...dependencies.databases.keys()]),
      parameters,
      environment: this.#environment(),
    };
  }

  #databases(ids: readonly number[]): readonly ReadDatabase[] {
    const { catalogs, instance } = this.#core;
    return [...new Set(ids)].flatMap((id) => {
      const catalog = catalogs.databaseById(id);
      const file = instance.databases.fileOf(id);
      return catalog === undefined || file === undefined
        ? []
        : [{ id, name: catalog.name, alias: catalogs.alias(id), file, version: catalog.version }];
    });
  }

  #environment(): ReadEnvironment {
    const { dateFormat, dateFirst, language, ansiWarnings, arithAbort, arithIgnore } = this.#core.options;
    const { concatNullYieldsNull, ansiNulls, ansiPadding, textSize } = this.#core.options;
    const { statementTime, transactionTime, serverOffset, caught } = this.#core.context;
    return {
      options: {
        dateFormat,
        dateFirst,
        language,
        ansiWarnings,
        arithAbort,
        arithIgnore,
        concatNullYieldsNull,
        ansiNulls,
        ansiPadding,
        textSize,
      },
      statementTime,
      transactionTime,
      serverOffset,
      caught,
    };
  }

  /** Waits for a reader and hands the request over; null when none can take it. */
  *#enter(request: ReadRequest): Steps<ThreadRead | null> {
    let wake = (): void => {};
    const place: Place = this.#pool.enter(() => wake());
    try {
      while (place.thread === undefined) {
        yield* this.#pause((resume) => {
          wake = resume;
        });
      }
      return place.thread === null ? null : place.thread.start(request);
    } finally {
      this.#pool.leave(place);
    }
  }

  /** The databases stay while they are read. */
  #lease(databases: readonly ReadDatabase[]): () => void {
    const leases = databases.map(({ id }) => this.#core.instance.databases.lease(id));
    return () => {
      for (const end of leases.splice(0)) end();
    };
  }

  #refused(reason: string): null {
    this.#core.log('a reader refused a statement', { reason });
    return null;
  }

  /** Whether names still mean what they meant when the statement was bound. */
  #isFresh({ dependencies }: ReadStart): boolean {
    const { catalogs } = this.#core;
    return [...dependencies.databases].every(([id, version]) => catalogs.databaseById(id)?.version === version);
  }

  *#next(read: ThreadRead): Steps<readonly PhysicalValue[] | null> {
    for (;;) {
      this.#core.checkCancelled();
      const cells = read.take();
      if (cells !== undefined) return cells;
      const { state } = read;
      if (state.kind === 'failed') throw errorOf(state.failure);
      if (state.kind === 'ended') {
        for (const number of state.warnings) this.#core.warn(number);
        return null;
      }
      yield* this.#pause((wake) => read.listen(wake));
    }
  }

  /** Waits until `wake` is called, the request is cancelled or its time is over; the latter two throw. */
  *#pause(register: (wake: () => void) => void): Steps<void> {
    const { interruption, remainingTime } = this.#core;
    let wake = (): void => {};
    const promise = new Promise<void>((resolve) => {
      wake = resolve;
    });
    register(wake);
    const timer = Number.isFinite(remainingTime) ? setTimeout(wake, remainingTime + 1) : undefined;
    yield { kind: 'promise', promise: interruption.during(promise, wake) };
    clearTimeout(timer);
    this.#core.checkCancelled();
  }
}

function valuesOf({ plan }: Reading, activation: ReadStart['activation']): PhysicalValue[] | null {
  try {
    return plan.params.map((parameter) => parameter(activation));
  } catch (thrown) {
    if (thrown instanceof SqlError) return null;
    throw thrown;
  }
}

function errorOf(failure: Failure): Error {
  switch (failure.kind) {
    case 'sql':
      return new SqlError(failure.number, failure.severity, failure.state, failure.message, failure.errorClass);
    case 'storage':
      return new StorageError(failure.storage, failure.detail);
    case 'stopped':
      return new Cancelled();
    case 'internal':
      return new Error(failure.text);
  }
}
