/**
 * Procedures: two facts, not one status. A procedure has at most one draft and at most one published version; the badge follows from them.
 *
 * Executing always runs the published version, and neither moving to draft nor rolling back takes it away.
 */
import { z } from 'zod';
import { Id, PageQuery, Person, page, SqlName, SqlText, Time } from './common.ts';
import { operation } from './operation.ts';
import { SqlDiagnostic, SqlWarning } from './problem.ts';

export const badges = ['draft', 'published', 'published-draft-pending'] as const;
export const Badge = z.enum(badges);
export type Badge = z.infer<typeof Badge>;

/** One parameter as the signature declares it. */
export const Parameter = z.object({
  /** With its @. */
  name: z.string(),
  /** As printed: `nvarchar(40)`, `decimal(19, 4)`, `dbo.IdList`. */
  type: z.string(),
  /** `nvarchar`, `decimal` …; `table` for a table type. */
  baseType: z.string(),
  output: z.boolean(),
  hasDefault: z.boolean(),
  /** The default as its literal is written, e.g. `N'open'`, `NULL`, `10`. */
  defaultText: z.string().nullable(),
  /** For a table type: its columns, in order. */
  columns: z.array(z.object({ name: z.string(), type: z.string(), nullable: z.boolean() })).optional(),
});
export type Parameter = z.infer<typeof Parameter>;

/** What the caller may do with it now; the reason why not is the role needed. */
export const ProcedureAbilities = z.object({
  edit: z.boolean(),
  publish: z.boolean(),
  execute: z.boolean(),
  rollback: z.boolean(),
  delete: z.boolean(),
});

export const ProcedureSummary = z.object({
  id: Id,
  schema: z.string(),
  name: z.string(),
  /** `published` when there is a published version and no draft; otherwise `draft`. */
  status: z.enum(['draft', 'published']),
  badge: Badge,
  categoryId: Id.nullable(),
  publishedVersion: z.int().nullable(),
  publishedAt: Time.nullable(),
  createdBy: Person,
  updatedAt: Time,
});
export type ProcedureSummary = z.infer<typeof ProcedureSummary>;

export const Draft = z.object({
  text: z.string(),
  /** Goes up by one with every save. */ revision: z.int(),
  savedAt: Time,
  savedBy: Person,
});
export type Draft = z.infer<typeof Draft>;

export const Published = z.object({
  version: z.int(),
  text: z.string(),
  publishedAt: Time,
  publishedBy: Person,
  parameters: z.array(Parameter),
});

export const Procedure = ProcedureSummary.extend({
  createdAt: Time,
  draft: Draft.nullable(),
  published: Published.nullable(),
  can: ProcedureAbilities,
});
export type Procedure = z.infer<typeof Procedure>;

export const Validation = z.object({
  valid: z.boolean(),
  errors: z.array(SqlDiagnostic),
  warnings: z.array(SqlWarning),
  /** Which steps ran: parse, bind, compile, lint. A step is left out when one before it found errors. */
  steps: z.array(z.object({ step: z.enum(['parse', 'bind', 'compile', 'lint']), milliseconds: z.int() })),
  /** Why the environment could not be asked; then only the steps that need none ran. */
  environment: z.string().nullable(),
});
export type Validation = z.infer<typeof Validation>;

export const PublishResult = z.object({
  /** `unchanged`: the text is the live one; nothing was deployed and no version made. */
  outcome: z.enum(['published', 'unchanged']),
  version: z.int(),
  warnings: z.array(SqlWarning),
  procedure: Procedure,
});
export type PublishResult = z.infer<typeof PublishResult>;

export const PublishPreview = z.object({
  /** What the environment runs now; null when it has no such procedure. */
  liveText: z.string().nullable(),
  /** Exactly what would be sent. */
  deployText: z.string(),
  /** The live text is neither absent nor that of the last published version: somebody changed it outside. */
  changedOutside: z.boolean(),
  unchanged: z.boolean(),
  validation: Validation,
  /** Routines of the environment that name this procedure. */
  callers: z.array(z.object({ schema: z.string(), name: z.string() })),
  environment: z.object({ id: Id, name: z.string(), database: z.string(), colour: z.string() }),
});
export type PublishPreview = z.infer<typeof PublishPreview>;

export const Version = z.object({
  id: Id,
  version: z.int(),
  source: z.enum(['draft', 'published']),
  name: z.string(),
  createdBy: Person,
  createdAt: Time,
  isCurrent: z.boolean(),
});
export type Version = z.infer<typeof Version>;
export const VersionWithText = Version.extend({ procedureId: Id, workspaceId: Id, sqlText: z.string() });
export type VersionWithText = z.infer<typeof VersionWithText>;

export const DraftSave = z.object({ revision: z.int(), savedAt: Time, savedBy: Person, length: z.int() });
export type DraftSave = z.infer<typeof DraftSave>;

export const ImportCandidate = z.object({ schema: z.string(), name: z.string(), modifiedAt: Time.nullable(), encrypted: z.boolean() });

const W = '/workspaces/:workspace';
const P = `${W}/procedures/:procedure`;

export const procedures = {
  listProcedures: operation({
    method: 'GET',
    path: `${W}/procedures`,
    access: 'member',
    answer: 'json',
    summary: 'Procedures by schema and name; `search` looks into schema.name',
    query: PageQuery.extend({
      search: z.string().max(200).optional(),
      status: z.enum(['draft', 'published']).optional(),
      categoryId: Id.optional(),
      limit: z.coerce.number().int().min(1).max(5000).default(1000),
    }),
    response: page(ProcedureSummary),
  }),
  createProcedure: operation({
    method: 'POST',
    path: `${W}/procedures`,
    access: 'author',
    answer: 'json',
    summary: 'Create a procedure as a draft: from a text, from a template, or from a small skeleton',
    body: z.object({
      schema: SqlName.default('dbo'),
      name: SqlName,
      categoryId: Id.nullable().default(null),
      templateId: Id.optional(),
      sqlText: SqlText.optional(),
    }),
    response: Procedure,
  }),
  getProcedure: operation({
    method: 'GET',
    path: P,
    access: 'member',
    answer: 'json',
    summary: 'One procedure with its draft and its published version',
    response: Procedure,
  }),
  updateProcedure: operation({
    method: 'PATCH',
    path: P,
    access: 'author',
    answer: 'json',
    summary: 'Move to another category, or rename while it was never published',
    body: z.object({ categoryId: Id.nullable().optional(), schema: SqlName.optional(), name: SqlName.optional() }),
    response: Procedure,
  }),
  deleteProcedure: operation({
    method: 'DELETE',
    path: P,
    access: 'author',
    answer: 'none',
    summary: 'Delete with its versions; with `drop=true` also from the environment, first',
    query: z.object({ drop: z.stringbool().default(false) }),
  }),
  saveDraft: operation({
    method: 'PUT',
    path: `${P}/draft`,
    access: 'author',
    answer: 'json',
    summary: 'Save the draft over the revision it was made from; 409 `stale-draft` with the newer one when somebody else saved',
    body: z.object({ text: SqlText, revision: z.int().min(0) }),
    response: Draft,
  }),
  moveToDraft: operation({
    method: 'POST',
    path: `${P}/draft`,
    access: 'author',
    answer: 'json',
    summary: 'Make a draft from the published text; the published version stays live',
    response: Procedure,
  }),
  discardDraft: operation({
    method: 'DELETE',
    path: `${P}/draft`,
    access: 'author',
    answer: 'json',
    summary: 'Throw the draft of a published procedure away',
    response: Procedure,
  }),
  draftHistory: operation({
    method: 'GET',
    path: `${P}/draft/history`,
    access: 'author',
    answer: 'json',
    summary: 'The last 50 saves, newest first',
    response: z.array(DraftSave),
  }),
  draftSave: operation({
    method: 'GET',
    path: `${P}/draft/history/:revision`,
    access: 'author',
    answer: 'json',
    summary: 'The text of one save (the parameter is its revision)',
    response: DraftSave.extend({ text: z.string() }),
  }),
  validate: operation({
    method: 'POST',
    path: `${P}/validate`,
    access: 'author',
    answer: 'json',
    summary: 'Validate a text (without one, the draft) as this procedure, on the current environment',
    body: z.object({ text: SqlText.optional() }),
    response: Validation,
  }),
  publishPreview: operation({
    method: 'GET',
    path: `${P}/publish-preview`,
    access: 'author',
    answer: 'json',
    summary: 'What publishing would do',
    response: PublishPreview,
  }),
  publish: operation({
    method: 'POST',
    path: `${P}/publish`,
    access: 'author',
    answer: 'json',
    summary: 'Deploy the draft as one CREATE OR ALTER batch and record the version; 422 `sql-invalid` when the precheck finds errors',
    body: z.object({ revision: z.int().min(0) }),
    response: PublishResult,
  }),
  listVersions: operation({
    method: 'GET',
    path: `${P}/versions`,
    access: 'member',
    answer: 'json',
    summary: 'Published versions, newest first',
    response: z.array(Version),
  }),
  getVersion: operation({
    method: 'GET',
    path: `${P}/versions/:version`,
    access: 'member',
    answer: 'json',
    summary: 'One version with its text (the parameter is its number)',
    response: VersionWithText,
  }),
  rollback: operation({
    method: 'POST',
    path: `${P}/versions/:version/rollback`,
    access: 'author',
    answer: 'json',
    summary: 'Make the text of a version the draft; the live version stays until the next publish',
    response: Procedure,
  }),
  importCandidates: operation({
    method: 'GET',
    path: `${W}/import`,
    access: 'author',
    answer: 'json',
    summary: 'Procedures of the environment that the workspace does not have',
    response: z.array(ImportCandidate),
  }),
  importProcedures: operation({
    method: 'POST',
    path: `${W}/import`,
    access: 'author',
    answer: 'json',
    summary: 'Take procedures over as published, with version 1',
    body: z.object({
      procedures: z
        .array(z.object({ schema: SqlName, name: SqlName }))
        .min(1)
        .max(2000),
      categoryId: Id.nullable().default(null),
    }),
    response: z.object({
      imported: z.array(ProcedureSummary),
      refused: z.array(z.object({ schema: z.string(), name: z.string(), message: z.string() })),
    }),
  }),
};
