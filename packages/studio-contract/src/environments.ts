/**
 * Environments: the SQL Servers (or Sprocket servers) that a workspace works on. Credentials go in and never come out.
 */
import { z } from 'zod';
import { DisplayName, Id, SqlName, Time } from './common.ts';
import { operation } from './operation.ts';

export const environmentColours = ['slate', 'blue', 'green', 'amber', 'red', 'violet'] as const;

/** Without defaults: a change of an environment leaves alone what it does not name. */
const fields = {
  name: DisplayName,
  host: z.string().trim().min(1).max(255),
  port: z.int().min(1).max(65_535),
  database: SqlName,
  login: z.string().min(1).max(128),
  encrypt: z.boolean(),
  trustServerCertificate: z.boolean(),
  colour: z.enum(environmentColours),
  /** Seconds that an execution may take unless the caller asks for less. */
  timeoutSeconds: z.int().min(1).max(3600),
  /** Rows kept of one execution, over all result sets; what comes after is counted out with a notice. */
  rowLimit: z.int().min(1).max(5_000_000),
};
const password = z.string().max(128);

export const EnvironmentSettings = z.object({
  ...fields,
  port: fields.port.default(1433),
  encrypt: fields.encrypt.default(true),
  trustServerCertificate: fields.trustServerCertificate.default(false),
  colour: fields.colour.default('slate'),
  timeoutSeconds: fields.timeoutSeconds.default(60),
  rowLimit: fields.rowLimit.default(1_000_000),
});
export type EnvironmentSettings = z.infer<typeof EnvironmentSettings>;

export const Environment = EnvironmentSettings.extend({
  id: Id,
  /** The server that came with this installation: its address and login follow the installation and cannot be edited. */
  managed: z.boolean(),
  isCurrent: z.boolean(),
  updatedAt: Time,
});
export type Environment = z.infer<typeof Environment>;

/** What everybody in the workspace may see of the current environment. */
export const EnvironmentBadge = z.object({
  id: Id,
  name: z.string(),
  database: z.string(),
  colour: z.enum(environmentColours),
  timeoutSeconds: z.int(),
  rowLimit: z.int(),
});
export type EnvironmentBadge = z.infer<typeof EnvironmentBadge>;

export const EnvironmentCheck = z.object({
  ok: z.boolean(),
  milliseconds: z.int(),
  /** `@@VERSION`'s first line, when it could be reached. */
  serverVersion: z.string().nullable(),
  /** Why not: unreachable, login-failed, unknown-database, tls-refused, timeout. */
  reason: z.string().nullable(),
  message: z.string().nullable(),
});
export type EnvironmentCheck = z.infer<typeof EnvironmentCheck>;

/** `@sprocket/tsql`'s CatalogSnapshot; its shape is checked where it is used. */
export const Catalog = z.looseObject({
  database: z.string(),
  defaultSchema: z.string(),
  schemas: z.array(z.string()),
  tables: z.array(z.looseObject({ schema: z.string(), name: z.string() })),
  routines: z.array(z.looseObject({ schema: z.string(), name: z.string() })),
  types: z.array(z.looseObject({ schema: z.string(), name: z.string() })),
});

const WithPassword = EnvironmentSettings.extend({ password });
const EnvironmentChange = z.object({ ...fields, password }).partial();

export const environments = {
  listEnvironments: operation({
    method: 'GET',
    path: '/workspaces/:workspace/environments',
    access: 'admin',
    answer: 'json',
    summary: 'The environments of the workspace',
    response: z.array(Environment),
  }),
  currentEnvironment: operation({
    method: 'GET',
    path: '/workspaces/:workspace/environment',
    access: 'member',
    answer: 'json',
    summary: 'The environment in use, without its address and login',
    response: EnvironmentBadge.nullable(),
  }),
  createEnvironment: operation({
    method: 'POST',
    path: '/workspaces/:workspace/environments',
    access: 'admin',
    answer: 'json',
    summary: 'Add an environment; the first one becomes the current one',
    body: WithPassword,
    response: Environment,
  }),
  updateEnvironment: operation({
    method: 'PATCH',
    path: '/workspaces/:workspace/environments/:environment',
    access: 'admin',
    answer: 'json',
    summary: 'Change an environment; without a password the stored one stays',
    body: EnvironmentChange,
    response: Environment,
  }),
  deleteEnvironment: operation({
    method: 'DELETE',
    path: '/workspaces/:workspace/environments/:environment',
    access: 'admin',
    answer: 'none',
    summary: 'Remove an environment that is not the current one',
  }),
  testEnvironment: operation({
    method: 'POST',
    path: '/workspaces/:workspace/environments/:environment/test',
    access: 'admin',
    answer: 'json',
    summary: 'Connect with the stored settings',
    response: EnvironmentCheck,
  }),
  testSettings: operation({
    method: 'POST',
    path: '/workspaces/:workspace/environment-tests',
    access: 'admin',
    answer: 'json',
    summary: 'Connect with settings that are not stored yet (a stored password is used when `environmentId` is given and no password)',
    body: EnvironmentSettings.extend({ password: password.optional(), environmentId: Id.optional() }),
    response: EnvironmentCheck,
  }),
  environmentHealth: operation({
    method: 'GET',
    path: '/workspaces/:workspace/environment/health',
    access: 'member',
    answer: 'json',
    summary: 'Whether the current environment answers',
    response: EnvironmentCheck,
  }),
  catalog: operation({
    method: 'GET',
    path: '/workspaces/:workspace/environment/catalog',
    access: 'member',
    answer: 'json',
    summary:
      'Tables, columns, routines and types of the current environment, for completion; answers 304 to the ETag of an unchanged catalog',
    query: z.object({ refresh: z.coerce.boolean().optional() }),
    response: Catalog,
  }),
  routineText: operation({
    method: 'GET',
    path: '/workspaces/:workspace/environment/routine',
    access: 'member',
    answer: 'json',
    summary: 'The text of a routine of the current environment, for go to definition',
    query: z.object({ schema: SqlName, name: SqlName }),
    response: z.object({ schema: z.string(), name: z.string(), text: z.string().nullable() }),
  }),
};
