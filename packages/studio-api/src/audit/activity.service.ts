/** Who changed what: an entry is recorded in the transaction of the change, so that neither exists without the other. */
import { Inject, Injectable } from '@nestjs/common';
import { type Activity, type operations, type Person } from '@sprocket/studio-contract';
import { and, eq } from 'drizzle-orm';
import type { z } from 'zod';
import type { Database, Queries } from '../database/database.ts';
import { activity, users } from '../database/schema/schema.ts';
import { newestFirst, pageOf } from '../http/paging.ts';
import { DATABASE } from '../tokens.ts';
import { narrowed } from './narrowed.ts';

export interface ActivityEntry {
  readonly workspaceId: string;
  readonly actorId: string;
  readonly kind: Activity['kind'];
  /** What was changed, by its name. */
  readonly subject: string;
  readonly detail?: string;
  readonly procedureId?: string;
}

export type ActivityQuery = z.output<NonNullable<typeof operations.listActivity.query>>;

@Injectable()
export class ActivityService {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

  async record(queries: Queries, entry: ActivityEntry): Promise<void> {
    await queries.insert(activity).values(entry);
  }

  async list(workspaceId: string, query: ActivityQuery): Promise<{ items: Activity[]; next: string | null }> {
    const rows = await this.database
      .select({ entry: activity, actor: { id: users.id, name: users.name } })
      .from(activity)
      .innerJoin(users, eq(users.id, activity.actorId))
      .where(
        and(...narrowed(activity, activity.at, workspaceId, query), query.kind === undefined ? undefined : eq(activity.kind, query.kind)),
      )
      .orderBy(...newestFirst(activity.at, activity.id))
      .limit(query.limit + 1);
    return pageOf(rows, query.limit, ({ entry }) => entry, present);
  }
}

function present({ entry, actor }: { entry: typeof activity.$inferSelect; actor: Person }): Activity {
  const { id, kind, procedureId, subject, detail, at } = entry;
  return { id, kind, actor, procedureId, subject, detail, at: at.toISOString() };
}
