/**
 * The queues of the server while it runs. Sessions tell it what their commits have changed; it wakes those who wait for messages, has procedures started
 * for queues with activation, disables a queue whose messages are given back again and again, and fires the timers of conversations. What it does to
 * data, it does in sessions of its own, so that no lock or right is special here.
 */

import { queueById } from '../../catalog/broker/system.ts';
import type { Steps } from '../../run/contracts.ts';
import { SILENT } from '../administer.ts';
import type { ResultSink } from '../api.ts';
import type { Instance } from '../instance.ts';
import type { SessionCore } from '../session-core.ts';
import { type ActivatedTask, Activations, type MonitoredQueue } from './activations.ts';
import { disableQueue, fireTimers, redeliver } from './background.ts';
import { type QueueRef, queueKey } from './pending.ts';
import { BrokerStore } from './store.ts';

/** A session of the server's own. */
export interface BackgroundSession {
  readonly id: number;
  background(body: (core: SessionCore) => Steps<void>, sink: ResultSink): Promise<void> | undefined;
  close(): void;
}

export interface BrokerHost {
  readonly instance: Instance;
  /** Opens a session as the administrator in a database. */
  open(databaseId: number): BackgroundSession;
}

interface Waiting {
  /** Settles when something happens to the queue. */
  readonly promise: Promise<void>;
  /** Ends the wait at once. */
  readonly wake: () => void;
}

/** Rollbacks in a row after which a queue is disabled. */
const POISONED = 5;

/** What a timer can count at most. */
const LONGEST_TIMER = 2_147_483_647;
/** Milliseconds until a timer that could not be served is tried again. */
const NEXT_TRY = 1_000;

export class BrokerMonitor {
  readonly #waiting = new Map<string, Set<() => void>>();
  readonly #rollbacks = new Map<string, number>();
  /** By database: when something is due next. */
  readonly #timers = new Map<number, NodeJS.Timeout>();
  #host: BrokerHost | null = null;
  #activations: Activations | null = null;

  /** Begins to work: what the databases hold from before counts as if it came now. */
  start(host: BrokerHost): void {
    this.#host = host;
    this.#activations = new Activations(host);
    for (const catalog of host.instance.databases.all()) this.altered(catalog.databaseId);
  }

  close(): void {
    this.#host = null;
    this.#activations?.close();
    this.#activations = null;
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#timers.clear();
  }

  /** The procedures that run because of messages. */
  tasks(): readonly ActivatedTask[] {
    return this.#activations?.tasks() ?? [];
  }

  /** The queues that procedures are started for. */
  monitors(): readonly MonitoredQueue[] {
    return (this.#activations?.queues() ?? []).map((queue) => ({ ...queue, waiting: this.#waiting.get(queueKey(queue))?.size ?? 0 }));
  }

  wait(queue: QueueRef): Waiting {
    const key = queueKey(queue);
    const others = this.#waiting.get(key) ?? new Set();
    let wake = (): void => {};
    const promise = new Promise<void>((resolve) => {
      wake = () => {
        others.delete(wake);
        if (others.size === 0) this.#waiting.delete(key);
        resolve();
      };
    });
    this.#waiting.set(key, others.add(wake));
    return { promise, wake };
  }

  /** Messages came or became free: those who wait look again, and procedures are started. */
  changed(queues: Iterable<QueueRef>): void {
    for (const queue of queues) {
      this.#wake(queueKey(queue));
      this.#activations?.consider(queue);
    }
  }

  /** Definitions of a database have changed. */
  altered(databaseId: number): void {
    const host = this.#host;
    const catalog = host?.instance.databases.byId(databaseId);
    for (const key of this.#waiting.keys()) if (key.startsWith(`${databaseId} `)) this.#wake(key);
    if (host === null || catalog === undefined) return;
    const queues = [...catalog.objects.values()].filter(({ kind }) => kind === 'queue');
    if (queues.length === 0) return;
    for (const { id } of queues) this.#activations?.consider({ databaseId, queueId: id });
    if (reading(host.instance, databaseId, (store) => store.held().length > 0) === true) this.#inBackground(databaseId, redeliver);
    this.timed(databaseId);
  }

  /** Timers or lifetimes of a database have changed. */
  timed(databaseId: number, soonest = 0): void {
    const host = this.#host;
    clearTimeout(this.#timers.get(databaseId));
    this.#timers.delete(databaseId);
    const due = host === null ? null : reading(host.instance, databaseId, (store) => store.nextDue());
    if (due === null) return;
    const timer = setTimeout(() => this.#due(databaseId), Math.min(Math.max(soonest, due - Date.now()), LONGEST_TIMER));
    // A timer alone does not keep the process.
    timer.unref();
    this.#timers.set(databaseId, timer);
  }

  /** Messages were received for good. */
  succeeded(queue: QueueRef): void {
    this.#rollbacks.delete(queueKey(queue));
    this.#activations?.received(queue, 'kept');
  }

  /** Messages were received and given back. */
  rolledBack(queue: QueueRef): void {
    this.#activations?.received(queue, 'given back');
    const key = queueKey(queue);
    const count = (this.#rollbacks.get(key) ?? 0) + 1;
    this.#rollbacks.set(key, count);
    const catalog = this.#host?.instance.databases.byId(queue.databaseId);
    const definition = catalog && queueById(catalog, queue.queueId);
    if (count < POISONED || definition === undefined || !definition.poisonHandling || !definition.enabled) return;
    this.#rollbacks.delete(key);
    this.#inBackground(queue.databaseId, (core) => disableQueue(core, definition));
  }

  #due(databaseId: number): void {
    this.#inBackground(databaseId, fireTimers, () => this.timed(databaseId, NEXT_TRY));
  }

  #wake(key: string): void {
    for (const wake of [...(this.#waiting.get(key) ?? [])]) wake();
  }

  /** Runs something in a session of its own. What goes wrong there is in the log. */
  #inBackground(databaseId: number, body: (core: SessionCore) => Steps<void>, then: () => void = () => {}): void {
    const host = this.#host;
    if (host?.instance.databases.byId(databaseId) === undefined) return;
    const session = host.open(databaseId);
    const failed = (message: { readonly severity: number; readonly number: number; readonly message: string }): void => {
      if (message.severity > 10) host.instance.options.log('warn', 'service broker', { database: databaseId, ...message });
    };
    const ended = (): void => {
      session.close();
      then();
    };
    const running = session.background(body, { ...SILENT, message: failed });
    if (running === undefined) ended();
    else void running.then(ended, ended);
  }
}

/**
 * Looks at the conversations of a database without a session; null where the database cannot be read. Who asks has committed already, or is a timer:
 * neither can fail.
 */
export function reading<Result>(instance: Instance, databaseId: number, look: (store: BrokerStore) => Result): Result | null {
  const { pool, databases, options } = instance;
  if (databases.byId(databaseId) === undefined) return null;
  const connection = pool.acquire(databases.alias(databaseId));
  try {
    return look(new BrokerStore({ instance, connection }, databaseId));
  } catch (thrown) {
    options.log('error', 'service broker', { database: databaseId, problem: String(thrown) });
    return null;
  } finally {
    pool.release(connection);
  }
}
