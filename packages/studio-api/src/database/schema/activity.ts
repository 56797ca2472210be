/** Who changed what in a workspace. An entry is written in the transaction of the change itself. */
import type { Activity } from '@sprocket/studio-contract';
import { index, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { users } from './accounts.ts';
import { id, time } from './columns.ts';
import { procedures } from './procedures.ts';
import { workspaces } from './workspaces.ts';

export const activity = pgTable(
  'activity',
  {
    id: id(),
    workspaceId: uuid('workspace_id')
      .notNull()
      .references(() => workspaces.id, { onDelete: 'cascade' }),
    kind: text('kind').$type<Activity['kind']>().notNull(),
    actorId: uuid('actor_id')
      .notNull()
      .references(() => users.id),
    procedureId: uuid('procedure_id').references(() => procedures.id, { onDelete: 'set null' }),
    /** What was changed, by its name at the time. */
    subject: text('subject').notNull(),
    detail: text('detail').notNull().default(''),
    at: time('at').notNull().defaultNow(),
  },
  (table) => [index('activity_time').on(table.workspaceId, table.at, table.id), index('activity_procedure').on(table.procedureId)],
);
