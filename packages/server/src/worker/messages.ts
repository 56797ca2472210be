/**
 * What the main thread and a home worker say to each other. Both directions are tagged by `kind`; a message without a known tag is not ours
 * (`node --watch` posts some of its own) and is ignored.
 */

import type { EngineMetrics } from '@sprocket/engine';
import type { Certificate } from '../certificate/self-signed.ts';
import type { Config } from '../config/settings.ts';
import type { GatewayCounters } from '../http/server-metrics.ts';
import type { Address } from '../listen.ts';
import type { LogFields, LogLevel } from '../log.ts';

/** What a worker starts with. It travels as `workerData`. */
export interface WorkerOptions {
  readonly config: Config;
  /** Undefined: no encryption. */
  readonly certificate: Certificate | undefined;
  /** Its first word becomes 1 when everything must stop at once, however busy the worker is. */
  readonly stop: Int32Array;
}

/** The counters of a worker's gateway and engine. */
export interface WorkerMetrics {
  readonly gateway: GatewayCounters;
  readonly engine: EngineMetrics;
}

export type ToWorker =
  | { readonly kind: 'metrics'; readonly id: number }
  /** A batch of this process, to be run as sa. */
  | { readonly kind: 'administer'; readonly id: number; readonly text: string }
  | { readonly kind: 'shutdown'; readonly graceMilliseconds: number };

export type FromWorker =
  | { readonly kind: 'ready'; readonly address: Address; readonly generatedPassword: string | undefined; readonly problems: number }
  /** The worker could not start, for a reason that the operator can mend. */
  | { readonly kind: 'failed'; readonly message: string }
  | { readonly kind: 'log'; readonly level: LogLevel; readonly event: string; readonly fields: LogFields }
  | { readonly kind: 'metrics'; readonly id: number; readonly metrics: WorkerMetrics }
  | { readonly kind: 'administered'; readonly id: number; readonly error: string | undefined }
  /** SHUTDOWN was executed. */
  | { readonly kind: 'stop'; readonly noWait: boolean }
  | { readonly kind: 'closed' };
