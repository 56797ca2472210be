/**
 * The databases that a session has locked, until its transaction or its statement ends. A wait is bounded by LOCK_TIMEOUT (1222) and by the time limit
 * of the procedure that runs, and ends with 1205 when it closes a circle of waits.
 */

import { sqlError } from '../errors.ts';
import type { Steps } from '../run/contracts.ts';
import { Cancelled } from '../run/failures.ts';
import type { Instance } from './instance.ts';
import type { LockMode } from './lock-modes.ts';
import type { TransactionHost } from './transaction-host.ts';

export const lockName = (databaseId: number): string => `database ${databaseId}`;

export class DatabaseLocks {
  readonly #instance: Instance;
  readonly #host: TransactionHost;
  readonly #held = new Map<number, LockMode>();

  constructor(instance: Instance, host: TransactionHost) {
    this.#instance = instance;
    this.#host = host;
  }

  holds(databaseId: number): boolean {
    return this.#held.has(databaseId);
  }

  /** True when the lock was not free at once. */
  *acquire(databaseId: number, mode: LockMode): Steps<boolean> {
    const held = this.#held.get(databaseId);
    if (held === mode || held === 'Exclusive') return false;
    const { locks } = this.#instance;
    const { owner } = this.#host;
    const isFree = locks.tryAcquire(owner, lockName(databaseId), mode);
    if (!isFree) yield* this.#wait(databaseId, mode);
    this.#held.set(databaseId, mode);
    return !isFree;
  }

  releaseAll(): void {
    for (const id of this.#held.keys()) this.#instance.locks.release(this.#host.owner, lockName(id));
    this.#held.clear();
  }

  *#wait(databaseId: number, mode: LockMode): Steps<void> {
    const { owner } = this.#host;
    switch (yield* this.#instance.locks.acquire(owner, lockName(databaseId), mode, this.#longestWait())) {
      case 'granted':
        return;
      case 'timeout':
        this.#host.checkCancelled();
        throw sqlError(1222);
      case 'cancelled':
        throw new Cancelled();
      case 'deadlock':
        throw sqlError(1205, owner.id, 'lock');
    }
  }

  #longestWait(): number {
    const { remainingTime, options } = this.#host;
    if (remainingTime === Number.POSITIVE_INFINITY) return options.lockTimeout;
    const remaining = Math.ceil(remainingTime) + 1;
    return options.lockTimeout < 0 ? remaining : Math.min(options.lockTimeout, remaining);
  }
}
