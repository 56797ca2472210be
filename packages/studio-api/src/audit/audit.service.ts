/** What was executed, for those who may look. The rows are written by the feature that executes. */
import { Inject, Injectable } from '@nestjs/common';
import { type ExecutionAudit, type operations, type Person } from '@sprocket/studio-contract';
import { and, eq } from 'drizzle-orm';
import type { z } from 'zod';
import type { Database } from '../database/database.ts';
import { executionAudit, users } from '../database/schema/schema.ts';
import { newestFirst, pageOf } from '../http/paging.ts';
import { DATABASE } from '../tokens.ts';
import { narrowed } from './narrowed.ts';

export type AuditQuery = z.output<NonNullable<typeof operations.listAudit.query>>;

@Injectable()
export class AuditService {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

  async list(workspaceId: string, query: AuditQuery): Promise<{ items: ExecutionAudit[]; next: string | null }> {
    const rows = await this.database
      .select({ entry: executionAudit, actor: { id: users.id, name: users.name } })
      .from(executionAudit)
      .innerJoin(users, eq(users.id, executionAudit.actorId))
      .where(
        and(
          ...narrowed(executionAudit, executionAudit.startedAt, workspaceId, query),
          query.status === undefined ? undefined : eq(executionAudit.status, query.status),
        ),
      )
      .orderBy(...newestFirst(executionAudit.startedAt, executionAudit.id))
      .limit(query.limit + 1);
    return pageOf(rows, query.limit, ({ entry }) => ({ at: entry.startedAt, id: entry.id }), present);
  }
}

function present({ entry, actor }: { entry: typeof executionAudit.$inferSelect; actor: Person }): ExecutionAudit {
  const { workspaceId, actorId, startedAt, ...rest } = entry;
  return { ...rest, actor, startedAt: startedAt.toISOString() };
}
