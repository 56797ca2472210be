/**
 * Data definition: `runDdl` executes one statement against a `DdlContext`. The session calls it inside its storage transaction with the write locks of
 * what `ddlWrites` names. A statement that cannot be executed is refused by name.
 */

import type { Administrative, Backup, ObjectName, Restore, Securable, Statement } from '@sprocket/tsql';
import { SqlError, unsupported } from '../../errors.ts';
import type { Steps } from '../../run/contracts.ts';
import { nameParts, nameText } from '../find.ts';
import { alterApplicationRole, createApplicationRole } from './application-role.ts';
import { isBrokerDdl, isQueueDdl, runBrokerDdl } from './broker/index.ts';
import type { DdlContext } from './context.ts';
import { alterDatabase, claimDatabases, createDatabase } from './database.ts';
import { runDbcc } from './dbcc.ts';
import { dropObjects } from './drop.ts';
import { isFullText, runFullText } from './full-text.ts';
import { alterIndex, createIndex, dropIndexes } from './index/indexes.ts';
import { createXmlIndex, isXmlIndex } from './index/xml.ts';
import { changesSessionOnly, KEY_STATEMENTS, keyFileStatement, runKeyStatement } from './keys/index.ts';
import { alterLogin, createLogin } from './login.ts';
import { createFunction, createProcedure, createView } from './module.ts';
import { createDefault, createRule, createStatistics, createSynonym, updateStatistics } from './objects.ts';
import { alterAuthorization } from './owner.ts';
import { alterPartitionFunction, alterPartitionScheme, createPartitionFunction, createPartitionScheme } from './partition.ts';
import { changePermissions } from './permission.ts';
import { requirePermission } from './permit/permit.ts';
import { alterRole, alterUser, createRole, createUser } from './principal.ts';
import { alterSchema, createSchema } from './schema.ts';
import { alterScopedConfiguration, SCOPED_CONFIGURATION } from './scoped-configuration.ts';
import { alterSecurityPolicy, createSecurityPolicy } from './security-policy.ts';
import { isSensitivity, runSensitivity } from './sensitivity.ts';
import { alterSequence, createSequence } from './sequence.ts';
import { alterTable } from './table/alter.ts';
import { createTable } from './table/create.ts';
import { createTrigger, enableTrigger } from './trigger.ts';
import { createType } from './type.ts';
import { alterXmlSchemaCollection, createXmlSchemaCollection } from './xml-schema.ts';

export type { DdlContext } from './context.ts';

/** Statements that `runDdl` executes. */
export type DdlStatement = Extract<Statement, { readonly kind: (typeof KINDS)[number] }>;

const KINDS = [
  'createTable',
  'alterTable',
  'createIndex',
  'alterIndex',
  'dropIndex',
  'createStatistics',
  'updateStatistics',
  'createProcedure',
  'createFunction',
  'createTrigger',
  'createView',
  'enableTrigger',
  'createType',
  'createSequence',
  'alterSequence',
  'createSynonym',
  'createSchema',
  'alterSchema',
  'createDefault',
  'createRule',
  'createPartitionFunction',
  'createPartitionScheme',
  'alterPartitionFunction',
  'alterPartitionScheme',
  'createXmlSchemaCollection',
  'alterXmlSchemaCollection',
  'drop',
  'createDatabase',
  'alterDatabase',
  'backup',
  'restore',
  'dbcc',
  'createUser',
  'alterUser',
  'createLogin',
  'alterLogin',
  'createRole',
  'alterRole',
  'createSecurityPolicy',
  'alterSecurityPolicy',
  'createApplicationRole',
  'alterApplicationRole',
  'permission',
  'alterAuthorization',
  'administrative',
] as const;

const KIND_SET: ReadonlySet<string> = new Set(KINDS);

export const isDdl = (statement: Statement): statement is DdlStatement => KIND_SET.has(statement.kind);

/** What comes before the locks of a statement about whole databases: other sessions may hold them. */
export function* beforeLocks(statement: DdlStatement, context: DdlContext): Steps<void> {
  const isOfDatabase = statement.kind === 'alterDatabase' || (statement.kind === 'drop' && statement.what === 'DATABASE');
  if (!isOfDatabase) return;
  requirePermission(statement, context);
  yield* claimDatabases(statement, context);
}

export function* runDdl(statement: DdlStatement, context: DdlContext): Steps<void> {
  requirePermission(statement, context);
  switch (statement.kind) {
    case 'alterTable':
      return yield* alterTable(statement, context);
    case 'createSchema':
      return yield* createSchema(statement, context, runElement);
    case 'drop':
      return yield* dropObjects(statement, context);
    case 'createDatabase':
      return yield* createDatabase(statement, context);
    case 'alterDatabase':
      return yield* alterDatabase(statement, context);
    case 'administrative':
      return yield* (classOf(statement.what) ?? refuse)(statement, context);
    default:
      return runAtOnce(statement, context);
  }
}

/** How the statements about a further class of objects are executed; undefined for those that are refused. */
function classOf(what: string): ((statement: Administrative, context: DdlContext) => Steps<void>) | undefined {
  if (KEY_STATEMENTS.has(what)) return runKeyStatement;
  const found = CLASSES.find(({ isMeant }) => isMeant(what));
  if (found === undefined) return undefined;
  // biome-ignore lint/correctness/useYield: the shape of statements that may wait
  return function* (statement, context) {
    found.run(statement, context);
  };
}

/** Whether a statement of the tables of the parser is executed; its verb and class are upper-case. */
export const executesClass = (what: string): boolean => classOf(what) !== undefined;

const CLASSES: readonly {
  readonly isMeant: (what: string) => boolean;
  readonly run: (statement: Administrative, context: DdlContext) => void;
}[] = [
  { isMeant: (what) => what === SCOPED_CONFIGURATION, run: alterScopedConfiguration },
  { isMeant: isXmlIndex, run: createXmlIndex },
  { isMeant: isBrokerDdl, run: runBrokerDdl },
  { isMeant: isFullText, run: runFullText },
  { isMeant: isSensitivity, run: runSensitivity },
];

function* runElement(statement: Statement, context: DdlContext): Steps<void> {
  if (!isDdl(statement)) throw unsupported(`CREATE SCHEMA … ${statement.kind}`);
  yield* runDdl(statement, context);
}

type WaitingStatement = Extract<
  DdlStatement,
  { readonly kind: 'alterTable' | 'createSchema' | 'drop' | 'createDatabase' | 'alterDatabase' | 'administrative' }
>;

type ImmediateStatement = Exclude<DdlStatement, WaitingStatement>;

/** Statements that never wait, one function each. */
const RUN: {
  readonly [Kind in ImmediateStatement['kind']]: (
    statement: Extract<ImmediateStatement, { readonly kind: Kind }>,
    context: DdlContext,
  ) => void;
} = {
  createTable,
  createIndex,
  alterIndex,
  dropIndex: dropIndexes,
  createStatistics,
  updateStatistics,
  createProcedure,
  createFunction,
  createTrigger,
  createView,
  enableTrigger,
  createType,
  createSequence,
  alterSequence,
  createSynonym,
  alterSchema,
  createDefault,
  createRule,
  createPartitionFunction,
  createPartitionScheme,
  alterPartitionFunction,
  alterPartitionScheme,
  createXmlSchemaCollection,
  alterXmlSchemaCollection,
  dbcc: runDbcc,
  createUser,
  alterUser,
  createLogin,
  alterLogin,
  createRole,
  alterRole,
  createSecurityPolicy,
  alterSecurityPolicy,
  createApplicationRole,
  alterApplicationRole,
  permission: changePermissions,
  alterAuthorization,
  backup: (statement, context) => (keyFileStatement(statement) ?? refuse(statement))(context),
  restore: (statement, context) => (keyFileStatement(statement) ?? refuse(statement))(context),
};

function runAtOnce<Kind extends ImmediateStatement['kind']>(
  statement: Extract<ImmediateStatement, { readonly kind: Kind }>,
  context: DdlContext,
): void {
  try {
    RUN[statement.kind as Kind](statement, context);
  } catch (thrown) {
    if (thrown instanceof SqlError) nameModule(thrown, statement);
    throw thrown;
  }
}

const MODULES: ReadonlySet<string> = new Set(['createProcedure', 'createFunction', 'createView', 'createTrigger']);

/** Errors of making a module name it. */
function nameModule(error: SqlError, statement: ImmediateStatement): void {
  if (MODULES.has(statement.kind) && 'name' in statement && statement.name !== null && 'parts' in statement.name)
    error.procedure ??= statement.name.parts.at(-1)?.value ?? null;
}

function refuse(statement: Administrative | Backup | Restore): never {
  throw unsupported(statement.kind === 'administrative' ? statement.what : `${statement.kind.toUpperCase()} ${statement.what}`);
}

/** What a statement writes: names of databases (undefined: the one in use), and whether the server's catalog. Temporary tables write neither. */
export interface DdlWrites {
  readonly databases: readonly (string | undefined)[];
  readonly server: boolean;
}

const CURRENT: DdlWrites = { databases: [undefined], server: false };
const SERVER: DdlWrites = { databases: [], server: true };
const NOTHING: DdlWrites = { databases: [], server: false };

export function ddlWrites(statement: DdlStatement): DdlWrites {
  switch (statement.kind) {
    case 'createDatabase':
    case 'createLogin':
    case 'alterLogin':
      return SERVER;
    case 'createRole':
    case 'alterRole':
      return statement.server ? SERVER : CURRENT;
    case 'alterDatabase':
      return { databases: [statement.name?.value], server: true };
    case 'createTrigger':
    case 'enableTrigger':
      return statement.target.kind === 'allServer' ? SERVER : CURRENT;
    case 'dbcc':
      return statement.command === 'CHECKIDENT' ? CURRENT : NOTHING;
    case 'administrative':
      if (isQueueDdl(statement.what)) return ofNames(statement.names);
      return changesSessionOnly(statement.what) ? NOTHING : CURRENT;
    case 'drop':
      return SERVER_CLASSES.has(statement.what) || statement.on?.kind === 'allServer' ? SERVER : ofNames(statement.names);
    case 'permission':
      return { databases: [undefined], server: true };
    case 'alterAuthorization':
      return { databases: [undefined, ...ownedDatabase(statement.securable)], server: true };
    case 'createTable':
    case 'alterTable':
    case 'createSequence':
    case 'alterSequence':
    case 'createSynonym':
    case 'createType':
    case 'createProcedure':
      return ofNames([statement.name]);
    case 'createIndex':
    case 'alterIndex':
    case 'createStatistics':
    case 'updateStatistics':
      return ofNames([statement.table]);
    case 'dropIndex':
      return ofNames(statement.items.map((item) => item.table));
    default:
      return CURRENT;
  }
}

/** The dbo of a database whose owner changes lies in that database. */
const ownedDatabase = (securable: Securable): string[] => (securable.class === 'DATABASE' ? [nameText(securable.name)] : []);

const SERVER_CLASSES: ReadonlySet<string> = new Set(['DATABASE', 'LOGIN', 'SERVER ROLE']);

function ofNames(names: readonly ObjectName[]): DdlWrites {
  const stored = names.map(nameParts).filter(({ name }) => !name.startsWith('#') || name.startsWith('##'));
  const databases = stored.map(({ name, database }) => (name.startsWith('##') ? 'tempdb' : database));
  return { databases: [...new Set(databases)], server: false };
}
