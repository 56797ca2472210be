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

/** What there is to tell; made when there is something. */
interface Work {
  readonly sent: Map<string, QueueRef>;
  readonly received: Map<string, QueueRef>;
  /** The locked groups, each with the queue in which it was found. */
  readonly groups: Map<string, QueueRef>;
  /** Databases whose timers or lifetimes, and whose definitions have changed. */
  readonly timed: Set<number>;
  readonly altered: Set<number>;
}

export class PendingMessages {
  readonly #monitor: () => BrokerMonitor;
  readonly #owner: GroupOwner;
  #work: Work | null = null;

  constructor(owner: GroupOwner, monitor: () => BrokerMonitor) {
    this.#owner = owner;
    this.#monitor = monitor;
  }

  sent(queue: QueueRef): void {
    this.#begun.sent.set(queueKey(queue), queue);
  }

  received(queue: QueueRef): void {
    this.#begun.received.set(queueKey(queue), queue);
  }

  /** A timer or a lifetime of the database has changed. */
  timed(databaseId: number): void {
    this.#begun.timed.add(databaseId);
  }

  /** Definitions of a database have changed. */
  altered(databaseId: number): void {
    this.#begun.altered.add(databaseId);
  }

  /** Makes a conversation group the session's own; false while it is another's. */
  lock(queue: QueueRef, group: string): boolean {
    const name = groupLock(queue.databaseId, group);
    if (!this.#owner.instance.locks.tryAcquire(this.#owner, name, 'Exclusive')) return false;
    this.#begun.groups.set(name, queue);
    return true;
  }

  /** What was done is there for everybody. */
  committed(): void {
    const work = this.#take();
    if (work === null) return;
    const monitor = this.#monitor();
    for (const queue of work.received.values()) monitor.succeeded(queue);
    for (const databaseId of work.timed) monitor.timed(databaseId);
    for (const databaseId of work.altered) monitor.altered(databaseId);
    monitor.changed(distinct([...work.sent.values(), ...work.received.values(), ...work.groups.values()]));
  }

  /** The transaction is over; what was not committed is undone. */
  ended(): void {
    const work = this.#take();
    if (work === null) return;
    const monitor = this.#monitor();
    for (const queue of work.received.values()) monitor.rolledBack(queue);
    // Whoever waits for a group looks again when it is free.
    monitor.changed(distinct([...work.received.values(), ...work.groups.values()]));
  }

  get #begun(): Work {
    this.#work ??= { sent: new Map(), received: new Map(), groups: new Map(), timed: new Set(), altered: new Set() };
    return this.#work;
  }

  /** What there was to tell; the groups are free again. */
  #take(): Work | null {
    const work = this.#work;
    if (work === null) return null;
    this.#work = null;
    for (const name of work.groups.keys()) this.#owner.instance.locks.release(this.#owner, name);
    return work;
  }
}

const distinct = (queues: readonly QueueRef[]): Iterable<QueueRef> => new Map(queues.map((queue) => [queueKey(queue), queue])).values();

/** The session, whose locks they are. */
interface GroupOwner extends LockOwner {
  readonly instance: Instance;
}

const groupLock = (databaseId: number, group: string): string => `conversation group ${databaseId} ${group}`;
