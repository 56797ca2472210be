/**
 * Executing the published version.
 *
 * `execute` answers with one JSON document a line, as things happen; closing the connection cancels the query. Rows are kept by the API for a while
 * (spooled to disk), and the grid fetches the windows that it shows; the stream itself carries only the first rows of each result set.
 */
import { z } from 'zod';
import { DisplayName, Id, PageQuery, Person, page, Time } from './common.ts';
import { operation } from './operation.ts';

/** A value as exact text, as SQL Server Management Studio prints it; null is NULL. A long text in a window is cut: `length` is the whole length. */
export const Cell = z.union([z.string(), z.null(), z.object({ cut: z.string(), length: z.int() })]);
export type Cell = z.infer<typeof Cell>;
export const Column = z.object({ name: z.string(), type: z.string(), nullable: z.boolean() });
export type Column = z.infer<typeof Column>;

/** Rows of a table-valued parameter are arrays of texts in the order of the type's columns. A parameter that is left out takes its default. */
export const ParameterValue = z.union([z.string(), z.null(), z.array(z.array(z.union([z.string(), z.null()])))]);
export type ParameterValue = z.infer<typeof ParameterValue>;
export const ParameterValues = z.record(z.string(), ParameterValue);
export type ParameterValues = z.infer<typeof ParameterValues>;

export const ExecutionStatus = z.enum(['running', 'succeeded', 'failed', 'cancelled', 'timed-out']);
export type ExecutionStatus = z.infer<typeof ExecutionStatus>;

export const ExecutionEvent = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('started'),
    executionId: Id,
    version: z.int(),
    environment: z.object({ name: z.string(), database: z.string(), colour: z.string() }),
    at: Time,
  }),
  z.object({ type: z.literal('result-set'), set: z.int(), columns: z.array(Column) }),
  /** How many rows of the set are ready to be fetched; the first event of a set also carries its first rows (at most 200). */
  z.object({ type: z.literal('rows'), set: z.int(), count: z.int(), first: z.array(z.array(Cell)).optional() }),
  z.object({
    type: z.literal('result-set-end'),
    set: z.int(),
    rowCount: z.int(),
    /** The row limit was reached: `rowCount` rows were kept. */ limited: z.boolean(),
  }),
  z.object({
    type: z.literal('message'),
    at: Time,
    severity: z.enum(['info', 'warning', 'error']),
    text: z.string(),
    number: z.int().optional(),
    level: z.int().optional(),
    state: z.int().optional(),
    line: z.int().optional(),
    procedure: z.string().optional(),
  }),
  z.object({
    type: z.literal('output'),
    returnCode: z.int().nullable(),
    values: z.array(z.object({ name: z.string(), type: z.string(), value: Cell })),
  }),
  z.object({
    type: z.literal('finished'),
    status: ExecutionStatus,
    milliseconds: z.number(),
    /** Statements' counts, in order, where NOCOUNT is off. */ rowsAffected: z.array(z.int()),
    /** @@TRANCOUNT left behind; such a connection is held for the caller to decide. */ openTransactions: z.int(),
  }),
]);
export type ExecutionEvent = z.infer<typeof ExecutionEvent>;

export const Preset = z.object({
  id: Id,
  name: z.string(),
  parameters: ParameterValues,
  owner: Person,
  shared: z.boolean(),
  updatedAt: Time,
});
export type Preset = z.infer<typeof Preset>;
const PresetInput = z.object({ name: DisplayName, parameters: ParameterValues, shared: z.boolean().default(false) });

export const ExecutionAudit = z.object({
  id: Id,
  procedureId: Id.nullable(),
  procedure: z.string(),
  version: z.int(),
  actor: Person,
  environment: z.string(),
  status: ExecutionStatus,
  errorNumber: z.int().nullable(),
  startedAt: Time,
  milliseconds: z.number().nullable(),
  rowCount: z.int(),
  /** Values of parameters whose names look secret are `***`; long ones are cut. */
  parameters: ParameterValues,
});
export type ExecutionAudit = z.infer<typeof ExecutionAudit>;

export const ActivityKind = z.enum([
  'procedure-created',
  'procedure-deleted',
  'procedure-renamed',
  'moved-to-draft',
  'draft-discarded',
  'published',
  'publish-failed',
  'rolled-back',
  'imported',
  'member-joined',
  'member-role-changed',
  'member-removed',
  'environment-created',
  'environment-changed',
  'environment-deleted',
  'category-changed',
  'template-changed',
  'lint-changed',
  'workspace-changed',
]);
export const Activity = z.object({
  id: Id,
  kind: ActivityKind,
  actor: Person,
  procedureId: Id.nullable(),
  subject: z.string(),
  detail: z.string(),
  at: Time,
});
export type Activity = z.infer<typeof Activity>;

const W = '/workspaces/:workspace';
const P = `${W}/procedures/:procedure`;
const X = `${W}/executions/:execution`;

export const executions = {
  execute: operation({
    method: 'POST',
    path: `${P}/executions`,
    access: 'member',
    answer: 'ndjson',
    summary: 'Execute the published version; each line of the answer is an ExecutionEvent',
    body: z.object({ parameters: ParameterValues.default({}), timeoutSeconds: z.int().min(1).max(3600).optional() }),
    response: ExecutionEvent,
  }),
  cancelExecution: operation({
    method: 'POST',
    path: `${X}/cancel`,
    access: 'member',
    answer: 'none',
    summary: 'Cancel an execution of the caller; its stream ends with status cancelled',
  }),
  resultRows: operation({
    method: 'GET',
    path: `${X}/results/:set/rows`,
    access: 'member',
    answer: 'json',
    summary: 'A window of rows of the result set with this number (from 0)',
    query: z.object({ offset: z.coerce.number().int().min(0), limit: z.coerce.number().int().min(1).max(2000) }),
    response: z.object({ offset: z.int(), rows: z.array(z.array(Cell)), ready: z.int() }),
  }),
  resultCell: operation({
    method: 'GET',
    path: `${X}/results/:set/cell`,
    access: 'member',
    answer: 'json',
    summary: 'One value whole',
    query: z.object({ row: z.coerce.number().int().min(0), column: z.coerce.number().int().min(0) }),
    response: z.object({ value: z.string().nullable() }),
  }),
  exportResult: operation({
    method: 'GET',
    path: `${X}/results/:set/export`,
    access: 'member',
    answer: 'file',
    summary: 'Every row, every value whole, as a file',
    query: z.object({ format: z.enum(['csv', 'json', 'xlsx', 'sql']), table: z.string().max(260).optional() }),
  }),
  endTransaction: operation({
    method: 'POST',
    path: `${X}/transaction`,
    access: 'member',
    answer: 'json',
    summary: 'Commit or roll back the transaction that an execution left open (it is rolled back by itself after 5 minutes)',
    body: z.object({ action: z.enum(['commit', 'rollback']) }),
    response: z.object({ openTransactions: z.int() }),
  }),
  releaseExecution: operation({
    method: 'DELETE',
    path: X,
    access: 'member',
    answer: 'none',
    summary: 'The results are not needed any more',
  }),
  listPresets: operation({
    method: 'GET',
    path: `${P}/presets`,
    access: 'member',
    answer: 'json',
    summary: "The caller's presets and the shared ones, by name",
    response: z.array(Preset),
  }),
  createPreset: operation({
    method: 'POST',
    path: `${P}/presets`,
    access: 'member',
    answer: 'json',
    summary: 'Keep parameter values under a name',
    body: PresetInput,
    response: Preset,
  }),
  updatePreset: operation({
    method: 'PATCH',
    path: `${P}/presets/:preset`,
    access: 'member',
    answer: 'json',
    summary: 'Change an own preset',
    body: z.object({ name: DisplayName.optional(), parameters: ParameterValues.optional(), shared: z.boolean().optional() }),
    response: Preset,
  }),
  deletePreset: operation({
    method: 'DELETE',
    path: `${P}/presets/:preset`,
    access: 'member',
    answer: 'none',
    summary: 'Remove an own preset',
  }),
  listAudit: operation({
    method: 'GET',
    path: `${W}/audit`,
    access: 'author',
    answer: 'json',
    summary: 'Executions, newest first',
    query: PageQuery.extend({
      procedureId: Id.optional(),
      actorId: Id.optional(),
      status: ExecutionStatus.optional(),
      from: Time.optional(),
      to: Time.optional(),
    }),
    response: page(ExecutionAudit),
  }),
  listActivity: operation({
    method: 'GET',
    path: `${W}/activity`,
    access: 'author',
    answer: 'json',
    summary: 'Who changed what, newest first',
    query: PageQuery.extend({
      procedureId: Id.optional(),
      actorId: Id.optional(),
      kind: ActivityKind.optional(),
      from: Time.optional(),
      to: Time.optional(),
    }),
    response: page(Activity),
  }),
};
