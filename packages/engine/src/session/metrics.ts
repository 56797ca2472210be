/** Counts and latency histograms, per worker. Procedures are counted by database and name; everything else is one number. */

import type { ProcedureFigures } from '../catalog/views/live.ts';
import { type EngineMetrics, LATENCY_BUCKETS, type ProcedureMetric } from './api.ts';
import { localTicksAt, moment } from './clock.ts';

interface Histogram {
  readonly database: string;
  readonly name: string;
  calls: number;
  errors: number;
  seconds: number;
  /** Not cumulative; the last one is beyond all bounds. */
  readonly counts: number[];
}

/** Calls of a procedure that has an object id; times in milliseconds since 1970. */
interface ObjectCalls {
  readonly databaseId: number;
  readonly objectId: number;
  readonly since: number;
  at: number;
  executions: number;
  totalMicroseconds: number;
  lastMicroseconds: number;
  minMicroseconds: number;
  maxMicroseconds: number;
}

export class Metrics {
  #batches = 0;
  #errors = 0;
  #transactions = 0;
  readonly #procedures = new Map<string, Histogram>();
  /** By database, then by object: what `sys.dm_exec_procedure_stats` shows. */
  readonly #objects = new Map<number, Map<number, ObjectCalls>>();

  batchStarted(): void {
    this.#batches += 1;
  }

  errorSent(): void {
    this.#errors += 1;
  }

  transactionStarted(): void {
    this.#transactions += 1;
  }

  procedureEnded(database: string, name: string, seconds: number, failed: boolean): void {
    const histogram = this.#histogram(database, name);
    histogram.calls += 1;
    histogram.errors += failed ? 1 : 0;
    histogram.seconds += seconds;
    const bucket = LATENCY_BUCKETS.findIndex((bound) => seconds <= bound);
    const place = bucket < 0 ? LATENCY_BUCKETS.length : bucket;
    histogram.counts[place] = (histogram.counts[place] ?? 0) + 1;
  }

  /** Counts a call of a procedure that has an object id. */
  objectEnded(databaseId: number, objectId: number, milliseconds: number): void {
    const calls = this.#calls(databaseId, objectId);
    const spent = Math.round(milliseconds * 1000);
    calls.at = moment();
    calls.executions += 1;
    calls.totalMicroseconds += spent;
    calls.lastMicroseconds = spent;
    if (spent < calls.minMicroseconds) calls.minMicroseconds = spent;
    if (spent > calls.maxMicroseconds) calls.maxMicroseconds = spent;
  }

  /** The database is gone, or another one in its place. */
  forgetDatabase(databaseId: number): void {
    this.#objects.delete(databaseId);
  }

  figures(): readonly ProcedureFigures[] {
    return [...this.#objects.values()].flatMap((objects) => [...objects.values()].map(figuresOf));
  }

  snapshot(sessions: number, deadlocks: number): Omit<EngineMetrics, 'readers'> {
    return {
      sessions,
      batches: this.#batches,
      errors: this.#errors,
      transactions: this.#transactions,
      deadlocks,
      procedures: [...this.#procedures.values()].map(procedureMetric),
    };
  }

  #calls(databaseId: number, objectId: number): ObjectCalls {
    let objects = this.#objects.get(databaseId);
    if (objects === undefined) {
      objects = new Map();
      this.#objects.set(databaseId, objects);
    }
    let calls = objects.get(objectId);
    if (calls === undefined) {
      calls = noCalls(databaseId, objectId);
      objects.set(objectId, calls);
    }
    return calls;
  }

  #histogram(database: string, name: string): Histogram {
    const key = `${database}\n${name}`;
    let histogram = this.#procedures.get(key);
    if (histogram === undefined) {
      histogram = { database, name, calls: 0, errors: 0, seconds: 0, counts: new Array<number>(LATENCY_BUCKETS.length + 1).fill(0) };
      this.#procedures.set(key, histogram);
    }
    return histogram;
  }
}

function noCalls(databaseId: number, objectId: number): ObjectCalls {
  const now = moment();
  return {
    databaseId,
    objectId,
    since: now,
    at: now,
    executions: 0,
    totalMicroseconds: 0,
    lastMicroseconds: 0,
    minMicroseconds: Number.POSITIVE_INFINITY,
    maxMicroseconds: 0,
  };
}

function figuresOf({ since, at, ...counts }: ObjectCalls): ProcedureFigures {
  return { kind: 'procedure', ...counts, cachedTime: localTicksAt(since), lastTime: localTicksAt(at) };
}

function procedureMetric({ database, name, calls, errors, seconds, counts }: Histogram): ProcedureMetric {
  let sum = 0;
  const buckets = LATENCY_BUCKETS.map((bound, index) => {
    sum += counts[index] ?? 0;
    return { seconds: bound, calls: sum };
  });
  return { database, name, calls, errors, seconds, buckets };
}
