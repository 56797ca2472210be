/**
 * The executions of this process whose results may still be looked at. They are their user's own: for everybody else they do not exist. What nobody
 * used for half an hour is removed, and what a former process left on disk is removed at the start.
 */
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { Inject, Injectable, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { notFound, problem } from '../http/problem.ts';
import { CONFIGURATION, type Configuration } from '../tokens.ts';
import { Execution, type ExecutionOwner } from './run/execution.ts';

const KEPT_MILLISECONDS = 30 * 60_000;
const SWEEP_MILLISECONDS = 60_000;
/** Executions that one user may have running, or holding a transaction open, at a time. */
const BUSY_LIMIT = 8;

@Injectable()
export class ExecutionsRegistry implements OnModuleInit, OnApplicationShutdown {
  private readonly executions = new Map<string, Execution>();
  private readonly folder: string;
  private sweeper: NodeJS.Timeout | undefined;

  constructor(@Inject(CONFIGURATION) configuration: Configuration) {
    this.folder = path.join(configuration.dataDir, 'spool');
  }

  async onModuleInit(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true });
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    this.sweeper = setInterval(() => void this.sweep(), SWEEP_MILLISECONDS).unref();
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.sweeper);
    await Promise.all([...this.executions.values()].map((execution) => this.remove(execution)));
  }

  /** Throws `too-many-requests`. */
  async open(id: string, owner: ExecutionOwner, procedure: string): Promise<Execution> {
    const busy = [...this.executions.values()].filter(
      ({ owner: { userId }, running, pinned }) => userId === owner.userId && (running || pinned !== undefined),
    );
    if (busy.length >= BUSY_LIMIT)
      throw problem('too-many-requests', `You have ${busy.length} executions running. Cancel one, or wait for its end.`);
    const execution = new Execution(id, owner, procedure, path.join(this.folder, id));
    await mkdir(execution.folder, { mode: 0o700 });
    this.executions.set(id, execution);
    return execution;
  }

  /** Throws `not-found`. */
  get(id: string, owner: ExecutionOwner): Execution {
    const execution = this.executions.get(id);
    const own = execution?.owner.workspaceId === owner.workspaceId && execution.owner.userId === owner.userId;
    if (execution === undefined || !own) throw notFound('The results are not kept any more.');
    execution.usedAt = Date.now();
    return execution;
  }

  async remove(execution: Execution): Promise<void> {
    this.executions.delete(execution.id);
    await execution.close();
  }

  private async sweep(): Promise<void> {
    const limit = Date.now() - KEPT_MILLISECONDS;
    const old = [...this.executions.values()].filter(({ running, usedAt }) => !running && usedAt < limit);
    await Promise.all(old.map((execution) => this.remove(execution)));
  }
}
