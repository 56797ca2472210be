/**
 * Fair asynchronous locks for the sessions of one worker. A resource is named by a string (`database 5`, an application lock); waiting requests are
 * served in order of arrival, except that an owner which strengthens a lock it holds goes first. Every wait adds edges to the wait-for graph; the
 * request that closes a cycle looks for it at once and ends one participant with `deadlock`: the one with the lowest priority, or the newcomer.
 * Since all sessions of a worker share one thread, nothing here needs atomic operations.
 */

import type { Steps } from '../run/contracts.ts';
import { compatible, covers, type LockMode, strongest } from './lock-modes.ts';

export type LockOutcome = 'granted' | 'timeout' | 'deadlock' | 'cancelled';

/** A session, as the lock manager sees it. */
export interface LockOwner {
  readonly id: number;
  /** SET DEADLOCK_PRIORITY, -10 to 10. */
  readonly deadlockPriority: number;
}

/** No limit on a wait. */
export const WAIT_FOREVER = -1;

interface Request {
  readonly owner: LockOwner;
  readonly resource: Resource;
  readonly mode: LockMode;
  settle(outcome: LockOutcome): void;
}

interface Resource {
  readonly name: string;
  readonly holders: Map<LockOwner, LockMode>;
  readonly queue: Request[];
}

export class LockManager {
  readonly #resources = new Map<string, Resource>();
  /** What each owner waits for: at most one thing, since a session runs one request at a time. */
  readonly #waiting = new Map<LockOwner, Request>();
  #deadlocks = 0;

  get deadlocks(): number {
    return this.#deadlocks;
  }

  /** The strongest mode in which the owner holds the resource. */
  held(owner: LockOwner, name: string): LockMode | undefined {
    return this.#resources.get(name)?.holders.get(owner);
  }

  /** Who holds and who waits for what; for sys.dm_tran_locks and sp_lock. */
  *entries(): Iterable<{ resource: string; owner: number; mode: LockMode; waiting: boolean }> {
    for (const resource of this.#resources.values()) {
      for (const [owner, mode] of resource.holders) yield { resource: resource.name, owner: owner.id, mode, waiting: false };
      for (const { owner, mode } of resource.queue) yield { resource: resource.name, owner: owner.id, mode, waiting: true };
    }
  }

  /** Takes the lock without waiting; false when that is not possible now. */
  tryAcquire(owner: LockOwner, name: string, mode: LockMode): boolean {
    const resource = this.#resource(name);
    const held = resource.holders.get(owner);
    if (held !== undefined && covers(held, mode)) return true;
    const wanted = held === undefined ? mode : strongest(held, mode);
    if ((held === undefined && resource.queue.length > 0) || !grantable(resource, owner, wanted)) return false;
    resource.holders.set(owner, wanted);
    return true;
  }

  /** Takes the lock, waiting at most `timeout` milliseconds. */
  *acquire(owner: LockOwner, name: string, mode: LockMode, timeout: number): Steps<LockOutcome> {
    if (this.tryAcquire(owner, name, mode)) return 'granted';
    if (timeout === 0) return 'timeout';
    const resource = this.#resource(name);
    const held = resource.holders.get(owner);
    let outcome: LockOutcome = 'granted';
    const promise = new Promise<void>((resolve) => {
      const timer = timeout > 0 ? setTimeout(() => this.#end(request, 'timeout'), timeout) : undefined;
      const request: Request = {
        owner,
        resource,
        mode: held === undefined ? mode : strongest(held, mode),
        settle: (result) => {
          clearTimeout(timer);
          outcome = result;
          resolve();
        },
      };
      this.#enqueue(request, held !== undefined);
    });
    this.#breakDeadlocks(owner);
    yield { kind: 'promise', promise };
    return outcome;
  }

  release(owner: LockOwner, name: string): void {
    const resource = this.#resources.get(name);
    if (resource === undefined || !resource.holders.delete(owner)) return;
    this.#grantWaiting(resource);
    if (resource.holders.size === 0 && resource.queue.length === 0) this.#resources.delete(name);
  }

  /** Ends the owner's wait, if it waits: attention, disconnection. */
  cancel(owner: LockOwner): void {
    const request = this.#waiting.get(owner);
    if (request !== undefined) this.#end(request, 'cancelled');
  }

  #resource(name: string): Resource {
    let resource = this.#resources.get(name);
    if (resource === undefined) {
      resource = { name, holders: new Map(), queue: [] };
      this.#resources.set(name, resource);
    }
    return resource;
  }

  /** Strengthening requests stand before all first-time requests, in their own order. */
  #enqueue(request: Request, isConversion: boolean): void {
    const { queue, holders } = request.resource;
    const place = isConversion ? queue.findIndex((other) => !holders.has(other.owner)) : -1;
    queue.splice(place < 0 ? queue.length : place, 0, request);
    this.#waiting.set(request.owner, request);
  }

  #end(request: Request, outcome: LockOutcome): void {
    const { queue } = request.resource;
    const place = queue.indexOf(request);
    if (place < 0) return;
    queue.splice(place, 1);
    this.#waiting.delete(request.owner);
    request.settle(outcome);
    this.#grantWaiting(request.resource);
  }

  #grantWaiting(resource: Resource): void {
    for (let next = resource.queue[0]; next !== undefined; next = resource.queue[0]) {
      if (!grantable(resource, next.owner, next.mode)) return;
      resource.holders.set(next.owner, next.mode);
      this.#end(next, 'granted');
    }
  }

  #breakDeadlocks(owner: LockOwner): void {
    for (let cycle = this.#findCycle(owner); cycle !== undefined; cycle = this.#findCycle(owner)) {
      const victim = cycle.reduce((lowest, other) => (other.deadlockPriority < lowest.deadlockPriority ? other : lowest));
      const request = this.#waiting.get(victim);
      if (request === undefined) return;
      this.#deadlocks += 1;
      this.#end(request, 'deadlock');
    }
  }

  /** The owners of a cycle through `start`, `start` first; undefined when there is none. */
  #findCycle(start: LockOwner): readonly LockOwner[] | undefined {
    const path: LockOwner[] = [];
    const seen = new Set<LockOwner>();
    const visit = (owner: LockOwner): boolean => {
      if (seen.has(owner)) return false;
      seen.add(owner);
      path.push(owner);
      for (const blocker of this.#blockers(owner)) if (blocker === start || visit(blocker)) return true;
      path.pop();
      return false;
    };
    return visit(start) ? path : undefined;
  }

  /** Whom a waiting owner waits for: holders in the way, and those who stand before it in the queue. */
  *#blockers(owner: LockOwner): Iterable<LockOwner> {
    const request = this.#waiting.get(owner);
    if (request === undefined) return;
    for (const [holder, mode] of request.resource.holders) if (holder !== owner && !compatible(mode, request.mode)) yield holder;
    for (const other of request.resource.queue) {
      if (other === request) return;
      yield other.owner;
    }
  }
}

function grantable(resource: Resource, owner: LockOwner, mode: LockMode): boolean {
  for (const [holder, held] of resource.holders) if (holder !== owner && !compatible(held, mode)) return false;
  return true;
}
