/**
 * Procedures with their draft, the saves of the draft, their versions, and the deployment that is under way.
 *
 * What belongs to a procedure refers to it by (workspace, id), so that a row of one workspace can never hang on a procedure of another.
 */
import type { Parameter } from '@sprocket/studio-contract';
import { sql } from 'drizzle-orm';
import {
  type AnyPgColumn,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { users } from './accounts.ts';
import { createdAt, id, time, updatedAt } from './columns.ts';
import { categories } from './organisation.ts';
import { workspaces } from './workspaces.ts';

const person = (name: string) =>
  uuid(name)
    .notNull()
    .references(() => users.id);

export const procedures = pgTable(
  'procedures',
  {
    id: id(),
    workspaceId: uuid('workspace_id')
      .notNull()
      .references(() => workspaces.id, { onDelete: 'cascade' }),
    schema: text('schema').notNull(),
    name: text('name').notNull(),
    categoryId: uuid('category_id').references(() => categories.id, { onDelete: 'set null' }),
    /** The number of the live version; null until the first publish. */
    publishedVersion: integer('published_version'),
    /** The revision of the newest save: it goes on counting when a draft is thrown away, so that a revision names one text for ever. */
    draftRevision: integer('draft_revision').notNull().default(0),
    createdBy: person('created_by'),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    unique('procedures_workspace_id').on(table.workspaceId, table.id),
    uniqueIndex('procedures_name').on(table.workspaceId, sql`lower(${table.schema})`, sql`lower(${table.name})`),
    index('procedures_category').on(table.categoryId),
  ],
);

/** The draft of a procedure; no row when it has none. */
export const drafts = pgTable(
  'drafts',
  {
    procedureId: uuid('procedure_id').primaryKey(),
    workspaceId: uuid('workspace_id').notNull(),
    text: text('text').notNull(),
    revision: integer('revision').notNull(),
    savedAt: time('saved_at').notNull().defaultNow(),
    savedBy: person('saved_by'),
  },
  (table) => [ofProcedure('drafts_procedure', table)],
);

/** The last saves of the draft, for going back. */
export const draftSaves = pgTable(
  'draft_saves',
  {
    procedureId: uuid('procedure_id').notNull(),
    workspaceId: uuid('workspace_id').notNull(),
    revision: integer('revision').notNull(),
    text: text('text').notNull(),
    savedAt: time('saved_at').notNull().defaultNow(),
    savedBy: person('saved_by'),
  },
  (table) => [primaryKey({ columns: [table.procedureId, table.revision] }), ofProcedure('draft_saves_procedure', table)],
);

/** What was deployed; never changed afterwards. */
export const versions = pgTable(
  'versions',
  {
    id: id(),
    procedureId: uuid('procedure_id').notNull(),
    workspaceId: uuid('workspace_id').notNull(),
    version: integer('version').notNull(),
    source: text('source').$type<'draft' | 'published'>().notNull().default('published'),
    /** schema.name at the time. */
    name: text('name').notNull(),
    /** Exactly the batch that was sent. */
    sqlText: text('sql_text').notNull(),
    parameters: jsonb('parameters').$type<readonly Parameter[]>().notNull(),
    createdBy: person('created_by'),
    createdAt: createdAt(),
  },
  (table) => [uniqueIndex('versions_number').on(table.procedureId, table.version), ofProcedure('versions_procedure', table)],
);

/**
 * A publish that has begun. It is written before the environment is touched and removed in the transaction that records the version: one that is
 * found at the next publish tells what may have been deployed without being recorded.
 */
export const deployments = pgTable(
  'deployments',
  {
    procedureId: uuid('procedure_id').primaryKey(),
    workspaceId: uuid('workspace_id').notNull(),
    environmentId: uuid('environment_id').notNull(),
    draftRevision: integer('draft_revision').notNull(),
    version: integer('version').notNull(),
    sqlText: text('sql_text').notNull(),
    /** What the environment ran before; null when it had no such procedure. */
    previousText: text('previous_text'),
    startedBy: person('started_by'),
    startedAt: time('started_at').notNull().defaultNow(),
  },
  (table) => [ofProcedure('deployments_procedure', table)],
);

/** The reference of a table's (workspace_id, procedure_id) to its procedure. */
function ofProcedure(name: string, { workspaceId, procedureId }: { workspaceId: AnyPgColumn; procedureId: AnyPgColumn }) {
  return foreignKey({
    name,
    columns: [workspaceId, procedureId],
    foreignColumns: [procedures.workspaceId, procedures.id],
  }).onDelete('cascade');
}
