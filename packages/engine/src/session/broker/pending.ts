/**
 * What a session's transaction has done to queues. A commit tells those who wait for messages; a rollback after a RECEIVE is counted, since messages
 * that fail again and again disable their queue. The conversation groups that were received are the session's own until then.
 */

import type { Instance } from '../instance.ts';
import type { LockOwner } from '../locks.ts';
import type { BrokerMonitor } from './monitor.ts';

/** A queue of the server. */
export interface QueueRef {
  readonly databaseId: number;
  readonly queueId: number;
}

export const queueKey = ({ databaseId, queueId }: QueueRef): string => `${databaseId} ${queueId}`;

export class PendingMessages {
  readonly #monitor: () => BrokerMonitor;
  readonly #owner: GroupOwner;
  readonly #sent = new Map<string, QueueRef>();
  readonly #received = new Map<string, QueueRef>();
  /** The locked groups, each with the queue in which it was found. */
  readonly #groups = new Map<string, QueueRef>();
  readonly #timed = new Set<number>();
  readonly #altered = new Set<number>();

  constructor(owner: GroupOwner, monitor: () => BrokerMonitor) {
    this.#owner = owner;
    this.#monitor = monitor;
  }

  sent(queue: QueueRef): void {
    this.#sent.set(queueKey(queue), queue);
  }

  /** A timer or a lifetime of the database has changed. */
  timed(databaseId: number): void {
    this.#timed.add(databaseId);
  }

  /** Definitions of a database have changed. */
  altered(databaseId: number): void {
    this.#altered.add(databaseId);
  }

  received(queue: QueueRef): void {
    this.#received.set(queueKey(queue), queue);
  }

  /** Makes a conversation group the session's own; false while it is another's. */
  lock(queue: QueueRef, group: string): boolean {
    const name = groupLock(queue.databaseId, group);
    if (!this.#owner.instance.locks.tryAcquire(this.#owner, name, 'Exclusive')) return false;
    this.#groups.set(name, queue);
    return true;
  }

  /** What was done is there for everybody. */
  committed(): void {
    if (this.#isIdle) return;
    const queues = new Map([...this.#sent, ...this.#received, ...this.#locked()]);
    const [timed, altered] = [[...this.#timed], [...this.#altered]];
    const monitor = this.#monitor();
    for (const queue of this.#received.values()) monitor.succeeded(queue);
    this.#end();
    for (const databaseId of timed) monitor.timed(databaseId);
    for (const databaseId of altered) monitor.altered(databaseId);
    monitor.changed(queues.values());
  }

  /** The transaction is over; what was not committed is undone. */
  ended(): void {
    if (this.#isIdle) return;
    const received = [...this.#received.values()];
    const queues = new Map([...this.#received, ...this.#locked()]);
    this.#end();
    const monitor = this.#monitor();
    for (const queue of received) monitor.rolledBack(queue);
    monitor.changed(queues.values());
  }

  /** Whoever waits for a group looks again when it is free. */
  #locked(): readonly (readonly [string, QueueRef])[] {
    return [...this.#groups.values()].map((queue) => [queueKey(queue), queue]);
  }

  get #isIdle(): boolean {
    return [this.#sent, this.#received, this.#groups, this.#timed, this.#altered].every(({ size }) => size === 0);
  }

  #end(): void {
    this.#sent.clear();
    this.#received.clear();
    this.#timed.clear();
    this.#altered.clear();
    for (const name of this.#groups.keys()) this.#owner.instance.locks.release(this.#owner, name);
    this.#groups.clear();
  }
}

/** The session, whose locks they are. */
interface GroupOwner extends LockOwner {
  readonly instance: Instance;
}

const groupLock = (databaseId: number, group: string): string => `conversation group ${databaseId} ${group}`;
