/** Counts and latency histograms, per worker. Procedures are counted by database and name; everything else is one number. */

import type { ProcedureFigures } from '../catalog/views/live.ts';
import { type EngineMetrics, LATENCY_BUCKETS, type ProcedureMetric } from './api.ts';
import { localTicks } from './clock.ts';

interface Histogram {
  readonly database: string;
  readonly name: string;
  calls: number;
  errors: number;
  seconds: number;
  /** Not cumulative; the last one is beyond all bounds. */
  readonly counts: number[];
}

export class Metrics {
  #batches = 0;
  #errors = 0;
  #transactions = 0;
  readonly #procedures = new Map<string, Histogram>();
  /** By database and object: what `sys.dm_exec_procedure_stats` shows. */
  readonly #figures = new Map<string, ProcedureFigures>();

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
    const key = `${databaseId}.${objectId}`;
    const spent = Math.round(milliseconds * 1000);
    const now = localTicks();
    const before = this.#figures.get(key);
    this.#figures.set(key, {
      databaseId,
      objectId,
      kind: 'procedure',
      cachedTime: before?.cachedTime ?? now,
      lastTime: now,
      executions: (before?.executions ?? 0) + 1,
      totalMicroseconds: (before?.totalMicroseconds ?? 0) + spent,
      lastMicroseconds: spent,
      minMicroseconds: Math.min(before?.minMicroseconds ?? spent, spent),
      maxMicroseconds: Math.max(before?.maxMicroseconds ?? spent, spent),
    });
  }

  figures(): readonly ProcedureFigures[] {
    return [...this.#figures.values()];
  }

  snapshot(sessions: number, deadlocks: number): EngineMetrics {
    return {
      sessions,
      batches: this.#batches,
      errors: this.#errors,
      transactions: this.#transactions,
      deadlocks,
      procedures: [...this.#procedures.values()].map(procedureMetric),
    };
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

function procedureMetric({ database, name, calls, errors, seconds, counts }: Histogram): ProcedureMetric {
  let sum = 0;
  const buckets = counts.map((count) => {
    sum += count;
    return sum;
  });
  return { database, name, calls, errors, seconds, buckets };
}
