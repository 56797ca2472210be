/** One execution while anybody needs it: its results on disk, the way to cancel it, and the session of a transaction that was left open. */
import { rm } from 'node:fs/promises';
import path from 'node:path';
import type { SqlSession } from '../../environments/session.ts';
import { ResultSpool } from '../spool/result-spool.ts';
import type { ResultSet } from './collector.ts';

export interface ExecutionOwner {
  readonly workspaceId: string;
  readonly userId: string;
}

export class Execution {
  readonly id: string;
  readonly owner: ExecutionOwner;
  readonly procedure: string;
  readonly folder: string;
  readonly abort = new AbortController();
  sets: readonly ResultSet[] = [];
  running = true;
  usedAt = Date.now();
  #pinned: SqlSession | undefined;
  #pinTimer: NodeJS.Timeout | undefined;
  #closed = false;

  constructor(id: string, owner: ExecutionOwner, procedure: string, folder: string) {
    this.id = id;
    this.owner = owner;
    this.procedure = procedure;
    this.folder = folder;
  }

  newSpool(set: number): Promise<ResultSpool> {
    return ResultSpool.create(path.join(this.folder, `${set}.jsonl`));
  }

  /** The session of an open transaction. */
  get pinned(): SqlSession | undefined {
    return this.#pinned;
  }

  /** Keeps the session for the user to decide. After the time its transaction is rolled back, since closing the session does that. */
  pin(session: SqlSession, milliseconds: number): void {
    this.#pinned = session;
    this.#pinTimer = setTimeout(() => this.unpin()?.destroy(), milliseconds).unref();
  }

  /** Takes the session out; the caller ends it. */
  unpin(): SqlSession | undefined {
    clearTimeout(this.#pinTimer);
    const session = this.#pinned;
    this.#pinned = undefined;
    return session;
  }

  get closed(): boolean {
    return this.#closed;
  }

  /** Cancels what runs, rolls back what is open, removes what is on disk. */
  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    this.abort.abort();
    this.unpin()?.destroy();
    await Promise.all(this.sets.map(({ spool }) => spool.close()));
    await rm(this.folder, { recursive: true, force: true });
  }
}
