/**
 * Internal activation: the procedure of a queue is run by the server while messages are there, in as many sessions as MAX_QUEUE_READERS allows. The first
 * reader starts at once; another one when messages are still waiting some time later. A reader that ends is followed by another as long as messages are
 * received; one that received nothing is not, until more come.
 */

import { isBrokerEnabled } from '../../catalog/broker/model.ts';
import { queueById } from '../../catalog/broker/system.ts';
import type { Queue, QueueActivation } from '../../catalog/model.ts';
import { sqlError } from '../../errors.ts';
import { SILENT } from '../administer.ts';
import type { ServerMessage } from '../api.ts';
import { runActivated } from './background.ts';
import type { BackgroundSession, BrokerHost } from './monitor.ts';
import { reading } from './monitor.ts';
import { type QueueRef, queueKey } from './pending.ts';

/** Milliseconds after which messages that are still there call for another reader. */
const PATIENCE = 1_000;
/** The same where a reader has received nothing, and where it gave back what it received. */
const LONG_PATIENCE = 5_000;
const SHORT_PATIENCE = 20;

/** A procedure that runs for a queue. */
export interface ActivatedTask extends QueueRef {
  readonly session: number;
  readonly procedure: string;
  readonly user: string;
}

/** A queue that has had readers. */
export interface MonitoredQueue extends QueueRef {
  readonly state: 'INACTIVE' | 'NOTIFIED' | 'RECEIVES_OCCURRING';
  /** When a procedure was last started, in milliseconds since 1970. */
  readonly activated: number | null;
  readonly waiting: number;
}

interface Reader {
  readonly task: ActivatedTask;
  readonly session: BackgroundSession;
}

interface Watched {
  readonly ref: QueueRef;
  readonly readers: Set<Reader>;
  /** What became of messages that were received since the last reader started. */
  received: 'none' | 'kept' | 'given back';
  activated: number | null;
  /** Looks again later. */
  timer: NodeJS.Timeout | undefined;
}

export class Activations {
  readonly #host: BrokerHost;
  readonly #watched = new Map<string, Watched>();
  #isClosed = false;

  constructor(host: BrokerHost) {
    this.#host = host;
  }

  /** Readers end with their sessions. */
  close(): void {
    this.#isClosed = true;
    for (const { timer, readers } of this.#watched.values()) {
      clearTimeout(timer);
      for (const { session } of readers) session.close();
    }
  }

  tasks(): readonly ActivatedTask[] {
    return [...this.#watched.values()].flatMap(({ readers }) => [...readers].map(({ task }) => task));
  }

  queues(): readonly MonitoredQueue[] {
    const watched = [...this.#watched.values()].filter(({ ref }) => this.#definition(ref) !== null);
    return watched.map(({ ref, readers, received, activated }) => ({
      ...ref,
      state: readers.size === 0 ? 'INACTIVE' : received === 'kept' ? 'RECEIVES_OCCURRING' : 'NOTIFIED',
      activated,
      waiting: 0,
    }));
  }

  received(ref: QueueRef, outcome: 'kept' | 'given back'): void {
    const watched = this.#watched.get(queueKey(ref));
    if (watched !== undefined) watched.received = outcome;
  }

  /** Messages may have come: starts the first reader, or has it looked at later whether there should be more. */
  consider(ref: QueueRef): void {
    const found = this.#definition(ref);
    if (found === null) return;
    const watched = this.#watch(ref);
    if (watched.readers.size === 0) this.#startIfNeeded(watched);
    else if (watched.readers.size < found.activation.maxReaders) this.#later(watched, PATIENCE);
  }

  /** The queue and its activation while both are on. */
  #definition({ databaseId, queueId }: QueueRef): { readonly queue: Queue; readonly activation: QueueActivation } | null {
    const catalog = this.#isClosed ? undefined : this.#host.instance.databases.byId(databaseId);
    const queue = catalog && queueById(catalog, queueId);
    if (catalog === undefined || queue === undefined || queue.activation === null || !isBrokerEnabled(catalog)) return null;
    if (!queue.enabled || !queue.activation.enabled || queue.activation.maxReaders === 0) return null;
    return { queue, activation: queue.activation };
  }

  #watch(ref: QueueRef): Watched {
    const key = queueKey(ref);
    const known = this.#watched.get(key);
    if (known !== undefined) return known;
    const watched: Watched = { ref, readers: new Set(), received: 'none', activated: null, timer: undefined };
    this.#watched.set(key, watched);
    return watched;
  }

  #later(watched: Watched, milliseconds: number): void {
    if (watched.timer !== undefined) return;
    watched.timer = setTimeout(() => {
      watched.timer = undefined;
      this.#startIfNeeded(watched);
    }, milliseconds);
    watched.timer.unref();
  }

  #startIfNeeded(watched: Watched): void {
    const found = this.#definition(watched.ref);
    if (found === null || watched.readers.size >= found.activation.maxReaders) return;
    const { databaseId, queueId } = watched.ref;
    if (reading(this.#host.instance, databaseId, (store) => store.hasMessages(queueId)) !== true) return;
    this.#start(watched, found.queue, found.activation);
  }

  #start(watched: Watched, queue: Queue, activation: QueueActivation): void {
    const session = this.#host.open(watched.ref.databaseId);
    const task: ActivatedTask = { ...watched.ref, session: session.id, procedure: activation.procedure, user: activation.user };
    const reader: Reader = { task, session };
    watched.readers.add(reader);
    watched.received = 'none';
    watched.activated = Date.now();
    const ended = (): void => {
      watched.readers.delete(reader);
      session.close();
      this.#follow(watched);
    };
    // The session whose commit brought the message goes on first.
    setImmediate(() => {
      const running = session.background((core) => runActivated(core, activation), { ...SILENT, message: this.#report(queue, activation) });
      if (running === undefined) ended();
      else void running.then(ended, ended);
    });
  }

  /** What a procedure says goes to the log, since nobody else listens. */
  #report(queue: Queue, activation: QueueActivation): (message: ServerMessage) => void {
    const { log } = this.#host.instance.options;
    return ({ number, severity, message }) => {
      const level = severity > 10 ? 'warn' : 'info';
      const name = `${queue.schema}.${queue.name}`;
      log(level, 'activated procedure', { number, message: sqlError(9724, activation.procedure, name, message).message });
    };
  }

  /** A reader has ended: another one follows while there is something to do. */
  #follow(watched: Watched): void {
    if (watched.received === 'kept') this.#startIfNeeded(watched);
    else this.#later(watched, watched.received === 'none' ? LONG_PATIENCE : SHORT_PATIENCE);
  }
}
