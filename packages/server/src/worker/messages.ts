/**
 * What the main thread and a home worker say to each other. Both directions are tagged by `kind`; a message without a known tag is not ours
 * (`node --watch` posts some of its own) and is ignored. Connections are named by a number that is never used twice.
 */

import type { EngineMetrics, LoginRequest } from '@sprocket/engine';
import type { LogFields, LogLevel } from '../log.ts';

/** What a worker needs to open its engine. It travels as `workerData`. */
export interface WorkerOptions {
  readonly dataDirectory: string;
  readonly proceduresDirectory: string | undefined;
  readonly saPassword: string | undefined;
  readonly serverName: string;
}

/** How the two ends of a connection agreed to talk. */
export interface WireTerms {
  readonly tdsVersion: number;
  readonly packetSize: number;
  readonly utf8: boolean;
  readonly json: boolean;
  /** FEATUREEXTACK items to acknowledge: id and data. */
  readonly features: readonly { readonly id: number; readonly data: Uint8Array }[];
}

export type ToWorker =
  | {
      readonly kind: 'login';
      readonly connection: number;
      readonly request: LoginRequest;
      readonly terms: WireTerms;
      /** Memory that both threads see: see `shared-state.ts`. */
      readonly shared: Int32Array;
      /** Descriptor that the worker may write to; -1 where everything goes through the main thread. */
      readonly descriptor: number;
    }
  /** A whole message: its packet type, the status bits of its first packet and its payload. */
  | { readonly kind: 'request'; readonly connection: number; readonly type: number; readonly status: number; readonly payload: Uint8Array }
  | { readonly kind: 'attention'; readonly connection: number }
  /** So many bytes of what the worker posted for the connection have gone to the network, in total. */
  | { readonly kind: 'sent'; readonly connection: number; readonly total: number }
  | { readonly kind: 'close'; readonly connection: number }
  | { readonly kind: 'metrics'; readonly id: number }
  | { readonly kind: 'shutdown'; readonly graceMilliseconds: number };

export type FromWorker =
  | { readonly kind: 'ready'; readonly generatedPassword: string | undefined; readonly problems: number }
  /** The engine could not be opened. */
  | { readonly kind: 'failed'; readonly message: string }
  | { readonly kind: 'logged in'; readonly connection: number; readonly sessionId: number; readonly database: string }
  | { readonly kind: 'login refused'; readonly connection: number; readonly errors: readonly LoginError[] }
  | { readonly kind: 'output'; readonly connection: number; readonly bytes: Uint8Array }
  /** The client sent something that cannot be read: close the connection at once. */
  | { readonly kind: 'malformed'; readonly connection: number; readonly reason: string }
  /** Close the connection after what was posted before. */
  | { readonly kind: 'hang up'; readonly connection: number; readonly reason: string }
  | { readonly kind: 'log'; readonly level: LogLevel; readonly event: string; readonly fields: LogFields }
  | { readonly kind: 'metrics'; readonly id: number; readonly metrics: EngineMetrics }
  | { readonly kind: 'closed' };

/** An error that a refused login answers with. */
export interface LoginError {
  readonly number: number;
  readonly severity: number;
  readonly state: number;
  readonly message: string;
}
