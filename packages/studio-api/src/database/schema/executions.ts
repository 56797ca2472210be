/** Presets of parameter values, and what was executed by whom. No rows and no secrets are kept here. */
import type { ExecutionStatus, ParameterValues } from '@sprocket/studio-contract';
import { sql } from 'drizzle-orm';
import { bigint, boolean, doublePrecision, foreignKey, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { users } from './accounts.ts';
import { createdAt, id, time, updatedAt } from './columns.ts';
import { procedures } from './procedures.ts';
import { workspaces } from './workspaces.ts';

export const presets = pgTable(
  'presets',
  {
    id: id(),
    workspaceId: uuid('workspace_id').notNull(),
    procedureId: uuid('procedure_id').notNull(),
    ownerId: uuid('owner_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    name: text('name').notNull(),
    parameters: jsonb('parameters').$type<ParameterValues>().notNull(),
    shared: boolean('shared').notNull().default(false),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    uniqueIndex('presets_name').on(table.procedureId, table.ownerId, sql`lower(${table.name})`),
    foreignKey({
      name: 'presets_procedure',
      columns: [table.workspaceId, table.procedureId],
      foreignColumns: [procedures.workspaceId, procedures.id],
    }).onDelete('cascade'),
  ],
);

/** One row an execution, written when it starts and completed when it ends. It outlives its procedure. */
export const executionAudit = pgTable(
  'execution_audit',
  {
    id: id(),
    workspaceId: uuid('workspace_id')
      .notNull()
      .references(() => workspaces.id, { onDelete: 'cascade' }),
    procedureId: uuid('procedure_id').references(() => procedures.id, { onDelete: 'set null' }),
    /** schema.name at the time. */
    procedure: text('procedure').notNull(),
    version: integer('version').notNull(),
    actorId: uuid('actor_id')
      .notNull()
      .references(() => users.id),
    /** The environment's name at the time. */
    environment: text('environment').notNull(),
    status: text('status').$type<ExecutionStatus>().notNull().default('running'),
    errorNumber: integer('error_number'),
    startedAt: time('started_at').notNull().defaultNow(),
    milliseconds: doublePrecision('milliseconds'),
    rowCount: bigint('row_count', { mode: 'number' }).notNull().default(0),
    /** Redacted before they come here. */
    parameters: jsonb('parameters').$type<ParameterValues>().notNull(),
  },
  (table) => [
    index('execution_audit_time').on(table.workspaceId, table.startedAt, table.id),
    index('execution_audit_procedure').on(table.procedureId),
  ],
);
