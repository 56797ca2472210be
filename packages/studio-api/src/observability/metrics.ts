/**
 * Metrics in Prometheus' text format: requests by operation, and the duration and failures of validating, publishing and executing – as histograms,
 * which add up over several servers, and as summaries, which give p50, p95 and p99 of this one.
 */
import { Injectable } from '@nestjs/common';
import { Counter, collectDefaultMetrics, Histogram, Registry, Summary } from 'prom-client';

export type SqlAction = 'validate' | 'publish' | 'execute';

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300];
const PERCENTILES = { percentiles: [0.5, 0.95, 0.99], maxAgeSeconds: 600, ageBuckets: 5 };

@Injectable()
export class Metrics {
  readonly registry = new Registry();
  readonly #requests = new Histogram({
    name: 'sprocket_studio_http_request_seconds',
    help: 'Duration of requests by route and status',
    labelNames: ['method', 'route', 'status'],
    buckets: SECONDS,
    registers: [this.registry],
  });
  readonly #actions = new Histogram({
    name: 'sprocket_studio_sql_seconds',
    help: 'Duration of validate, publish and execute by outcome',
    labelNames: ['action', 'outcome'],
    buckets: SECONDS,
    registers: [this.registry],
  });
  readonly #percentiles = new Summary({
    name: 'sprocket_studio_sql_quantile_seconds',
    help: 'p50, p95 and p99 of validate, publish and execute over the last ten minutes',
    labelNames: ['action'],
    ...PERCENTILES,
    registers: [this.registry],
  });
  readonly #failures = new Counter({
    name: 'sprocket_studio_sql_failures_total',
    help: 'Failures of validate, publish and execute',
    labelNames: ['action'],
    registers: [this.registry],
  });

  constructor() {
    collectDefaultMetrics({ register: this.registry });
    for (const action of ['validate', 'publish', 'execute']) this.#failures.inc({ action }, 0);
  }

  request(method: string, route: string, status: number, seconds: number): void {
    this.#requests.observe({ method, route, status: String(status) }, seconds);
  }

  /** `outcome`: `succeeded`, `failed`, `cancelled` …; everything but `succeeded`, `unchanged` and `cancelled` counts as a failure. */
  sql(action: SqlAction, outcome: string, seconds: number): void {
    this.#actions.observe({ action, outcome }, seconds);
    this.#percentiles.observe({ action }, seconds);
    if (!GOOD.has(outcome)) this.#failures.inc({ action });
  }
}

const GOOD: ReadonlySet<string> = new Set(['succeeded', 'unchanged', 'cancelled']);
