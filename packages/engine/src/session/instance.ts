/**
 * What all sessions of a worker share: databases and their catalogs, connections, locks, compiled code, counters, metrics. It is made once by
 * `openEngine` and handed to every session.
 */

import type { ConnectionPool } from '../backends/sqlite/pool.ts';
import type { ProcedureFiles } from '../procedures/registry.ts';
import type { EngineOptions } from './api.ts';
import type { BrokerMonitor } from './broker/monitor.ts';
import type { CodeCache } from './code.ts';
import type { CounterStore } from './counters.ts';
import type { Databases } from './databases.ts';
import type { LockManager } from './locks.ts';
import type { Metrics } from './metrics.ts';
import type { ReaderPool } from './readers/pool.ts';
import type { SessionCore } from './session-core.ts';
import type { TemporaryModels } from './temporary-models.ts';

export interface Instance {
  readonly options: EngineOptions;
  readonly pool: ConnectionPool;
  readonly locks: LockManager;
  readonly broker: BrokerMonitor;
  readonly databases: Databases;
  readonly counters: CounterStore;
  readonly code: CodeCache;
  readonly metrics: Metrics;
  /** Null: every read runs on this thread. */
  readonly readers: ReaderPool | null;
  readonly files: ProcedureFiles;
  readonly temporaryModels: TemporaryModels;
  /** Reads or makes it when first asked. */
  readonly serviceMasterKey: () => Uint8Array;
  /** Live sessions by @@SPID. */
  readonly sessions: Map<number, SessionCore>;
  readonly started: bigint;
}

/** A number that no other call returns: transaction descriptors, frames of storage, names. */
let serial = 0;
export const nextSerial = (): number => ++serial;
