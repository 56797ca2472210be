/** What a session's transactions need of their session, and what of it a rollback puts back. */

import type { SqliteConnection } from '../backends/sqlite/connection.ts';
import type { SessionOptions } from '../run/options.ts';
import type { EnvironmentChange } from './api.ts';
import type { CatalogSnapshot, Catalogs } from './catalogs.ts';
import type { LockOwner } from './locks.ts';
import type { Temporaries, TemporarySnapshot } from './temporaries.ts';

export interface TransactionHost {
  readonly owner: LockOwner;
  readonly options: SessionOptions;
  readonly catalogs: Catalogs;
  readonly temporaries: Temporaries;
  readonly connection: SqliteConnection;
  readonly isInFunction: boolean;
  /** Milliseconds that a wait may take at most, besides LOCK_TIMEOUT. */
  readonly remainingTime: number;
  /** A commit has been made; it is on disk when the promise resolves, at once without one. */
  committed(flushed: Promise<void> | undefined): void;
  /** Others see what was committed. */
  published(): void;
  /** Sends what was held back, or drops it. */
  releaseOutput(): void;
  discardOutput(): void;
  environment(change: EnvironmentChange): void;
  /** Rolls storage back without losing the rows of table variables. */
  preserveVariables(rollback: () => void): void;
  /** When the running statement began, in UTC ticks. */
  readonly statementTime: bigint;
  /** Raises what ends the request. */
  checkCancelled(): void;
  /** The transaction is over: locks that it owned besides those of databases go. */
  transactionEnded(): void;
}

/** Names and what they mean, as they were at one moment. */
export interface Snapshot {
  readonly catalogs: CatalogSnapshot;
  readonly temporaries: TemporarySnapshot;
}

export function takeSnapshot({ catalogs, temporaries }: TransactionHost): Snapshot {
  return { catalogs: catalogs.snapshot(), temporaries: temporaries.snapshot() };
}

export function restoreSnapshot({ catalogs, temporaries }: TransactionHost, snapshot: Snapshot): void {
  catalogs.restore(snapshot.catalogs);
  temporaries.restore(snapshot.temporaries);
}
