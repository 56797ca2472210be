/** The row that every execution leaves: written when it starts, completed when it ends. No value of a secret and no row of a result comes here. */
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { ExecutionStatus, ParameterValues } from '@sprocket/studio-contract';
import { and, eq, lt } from 'drizzle-orm';
import type { Database } from '../database/database.ts';
import { executionAudit } from '../database/schema/schema.ts';
import { CONFIGURATION, type Configuration, DATABASE } from '../tokens.ts';
import { redacted } from './sensitive.ts';

export interface AuditStart {
  readonly id: string;
  readonly workspaceId: string;
  readonly procedureId: string;
  readonly procedure: string;
  readonly version: number;
  readonly actorId: string;
  readonly environment: string;
  readonly parameters: ParameterValues;
}

export interface AuditEnd {
  readonly status: ExecutionStatus;
  readonly errorNumber: number | null;
  readonly milliseconds: number;
  readonly rowCount: number;
}

/** No execution takes longer, so one that began earlier and still runs died with its process. */
const LONGEST_MILLISECONDS = 2 * 3_600_000;

@Injectable()
export class ExecutionsAudit implements OnModuleInit {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  /** What a former process had running ended with it. Processes that share a PostgreSQL leave each other's alone. */
  async onModuleInit(): Promise<void> {
    const before = this.configuration.databaseUrl === undefined ? new Date() : new Date(Date.now() - LONGEST_MILLISECONDS);
    await this.database
      .update(executionAudit)
      .set({ status: 'failed' })
      .where(and(eq(executionAudit.status, 'running'), lt(executionAudit.startedAt, before)));
  }

  async start(row: AuditStart): Promise<void> {
    await this.database.insert(executionAudit).values({ ...row, parameters: redacted(row.parameters) });
  }

  async end(id: string, values: AuditEnd): Promise<void> {
    await this.database.update(executionAudit).set(values).where(eq(executionAudit.id, id));
  }
}
