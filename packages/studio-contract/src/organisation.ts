/** How a workspace arranges its procedures: categories, templates to begin from, and which lint rules speak up. */
import { z } from 'zod';
import { DisplayName, Id, SqlText, Time } from './common.ts';
import { operation } from './operation.ts';

export const Category = z.object({ id: Id, name: z.string(), description: z.string(), position: z.int(), procedureCount: z.int() });
export type Category = z.infer<typeof Category>;
const CategoryInput = z.object({ name: DisplayName, description: z.string().max(1000).default('') });

/** In `sqlText`, `{{schema}}` and `{{name}}` stand for the new procedure's, everything else is taken as it is. */
export const Template = z.object({
  id: Id,
  name: z.string(),
  description: z.string(),
  categoryId: Id.nullable(),
  sqlText: z.string(),
  updatedAt: Time,
});
export type Template = z.infer<typeof Template>;
const TemplateInput = z.object({
  name: DisplayName,
  description: z.string().max(1000).default(''),
  categoryId: Id.nullable().default(null),
  sqlText: SqlText,
});

export const lintSeverities = ['off', 'info', 'warning', 'error'] as const;
export const LintSeverity = z.enum(lintSeverities);
export const LintSetting = z.object({
  ruleId: z.string(),
  title: z.string(),
  why: z.string(),
  severity: LintSeverity,
  defaultSeverity: LintSeverity,
});
export type LintSetting = z.infer<typeof LintSetting>;

export const organisation = {
  listCategories: operation({
    method: 'GET',
    path: '/workspaces/:workspace/categories',
    access: 'member',
    answer: 'json',
    summary: 'Categories in their order',
    response: z.array(Category),
  }),
  createCategory: operation({
    method: 'POST',
    path: '/workspaces/:workspace/categories',
    access: 'admin',
    answer: 'json',
    summary: 'Add a category at the end',
    body: CategoryInput,
    response: Category,
  }),
  updateCategory: operation({
    method: 'PATCH',
    path: '/workspaces/:workspace/categories/:category',
    access: 'admin',
    answer: 'json',
    summary: 'Rename, describe or move a category (position counts from 0)',
    body: z.object({ name: DisplayName.optional(), description: z.string().max(1000).optional(), position: z.int().min(0).optional() }),
    response: Category,
  }),
  deleteCategory: operation({
    method: 'DELETE',
    path: '/workspaces/:workspace/categories/:category',
    access: 'admin',
    answer: 'none',
    summary: 'Remove a category; its procedures stay, without one',
  }),
  listTemplates: operation({
    method: 'GET',
    path: '/workspaces/:workspace/templates',
    access: 'member',
    answer: 'json',
    summary: 'Templates by name',
    response: z.array(Template),
  }),
  createTemplate: operation({
    method: 'POST',
    path: '/workspaces/:workspace/templates',
    access: 'admin',
    answer: 'json',
    summary: 'Add a template',
    body: TemplateInput,
    response: Template,
  }),
  updateTemplate: operation({
    method: 'PATCH',
    path: '/workspaces/:workspace/templates/:template',
    access: 'admin',
    answer: 'json',
    summary: 'Change a template',
    body: z.object({
      name: DisplayName.optional(),
      description: z.string().max(1000).optional(),
      categoryId: Id.nullable().optional(),
      sqlText: SqlText.optional(),
    }),
    response: Template,
  }),
  deleteTemplate: operation({
    method: 'DELETE',
    path: '/workspaces/:workspace/templates/:template',
    access: 'admin',
    answer: 'none',
    summary: 'Remove a template',
  }),
  lintSettings: operation({
    method: 'GET',
    path: '/workspaces/:workspace/lint-rules',
    access: 'member',
    answer: 'json',
    summary: 'Every lint rule with its severity here',
    response: z.array(LintSetting),
  }),
  setLintSeverity: operation({
    method: 'PUT',
    path: '/workspaces/:workspace/lint-rules/:rule',
    access: 'admin',
    answer: 'json',
    summary: 'Set the severity of a rule (the parameter is its id)',
    body: z.object({ severity: LintSeverity }),
    response: LintSetting,
  }),
};
