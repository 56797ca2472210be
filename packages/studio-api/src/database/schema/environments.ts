/** The SQL Servers that a workspace works on. The password is sealed with the installation's key. */
import type { EnvironmentSettings } from '@sprocket/studio-contract';
import { sql } from 'drizzle-orm';
import { type AnyPgColumn, boolean, integer, pgTable, text, unique, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { createdAt, id, updatedAt } from './columns.ts';
import { workspaces } from './workspaces.ts';

export const environments = pgTable(
  'environments',
  {
    id: id(),
    workspaceId: uuid('workspace_id')
      .notNull()
      .references((): AnyPgColumn => workspaces.id, { onDelete: 'cascade' }),
    name: text('name').notNull(),
    /** Of a managed environment, host, port, database, login and password are the installation's, and what stands here is not used. */
    managed: boolean('managed').notNull().default(false),
    host: text('host').notNull().default(''),
    port: integer('port').notNull().default(1433),
    database: text('database').notNull().default(''),
    login: text('login').notNull().default(''),
    passwordSealed: text('password_sealed'),
    encrypt: boolean('encrypt').notNull().default(true),
    trustServerCertificate: boolean('trust_server_certificate').notNull().default(false),
    colour: text('colour').$type<EnvironmentSettings['colour']>().notNull().default('slate'),
    timeoutSeconds: integer('timeout_seconds').notNull().default(60),
    rowLimit: integer('row_limit').notNull().default(1_000_000),
    /** Goes up with every change: a pool of connections belongs to one revision. */
    revision: integer('revision').notNull().default(1),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    unique('environments_workspace_id').on(table.workspaceId, table.id),
    uniqueIndex('environments_name').on(table.workspaceId, sql`lower(${table.name})`),
  ],
);
