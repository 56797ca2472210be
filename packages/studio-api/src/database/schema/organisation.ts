/** How a workspace arranges its procedures: categories, templates, and the severities of lint rules that differ from the default. */
import type { LintSeverity } from '@sprocket/studio-contract';
import { sql } from 'drizzle-orm';
import { index, integer, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import type { z } from 'zod';
import { createdAt, id, updatedAt } from './columns.ts';
import { workspaces } from './workspaces.ts';

const workspaceId = () =>
  uuid('workspace_id')
    .notNull()
    .references(() => workspaces.id, { onDelete: 'cascade' });

export const categories = pgTable(
  'categories',
  {
    id: id(),
    workspaceId: workspaceId(),
    name: text('name').notNull(),
    description: text('description').notNull().default(''),
    position: integer('position').notNull(),
    createdAt: createdAt(),
  },
  (table) => [uniqueIndex('categories_name').on(table.workspaceId, sql`lower(${table.name})`)],
);

export const templates = pgTable(
  'templates',
  {
    id: id(),
    workspaceId: workspaceId(),
    name: text('name').notNull(),
    description: text('description').notNull().default(''),
    categoryId: uuid('category_id').references(() => categories.id, { onDelete: 'set null' }),
    sqlText: text('sql_text').notNull(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    uniqueIndex('templates_name').on(table.workspaceId, sql`lower(${table.name})`),
    index('templates_category').on(table.categoryId),
  ],
);

export const lintSettings = pgTable(
  'lint_settings',
  {
    workspaceId: workspaceId(),
    ruleId: text('rule_id').notNull(),
    severity: text('severity').$type<z.infer<typeof LintSeverity>>().notNull(),
    updatedAt: updatedAt(),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.ruleId] })],
);
