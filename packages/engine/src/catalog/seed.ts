/**
 * The catalog of a new database: the schemas and principals that every SQL Server database has, with their fixed ids, and default options.
 */

import { nextVersion } from './edit.ts';
import { FIRST_OBJECT_ID } from './ids.ts';
import { type DatabaseCatalog, type DatabaseOptions, nameKey, type Permission, type Principal, type Schema } from './model.ts';

export const DEFAULT_COLLATION = 'SQL_Latin1_General_CP1_CI_AS';

export const DEFAULT_OPTIONS: DatabaseOptions = {
  compatibilityLevel: 160,
  recovery: 'FULL',
  readOnly: false,
  singleUser: false,
  readCommittedSnapshot: false,
  allowSnapshotIsolation: false,
  other: {},
};

/** master and msdb allow SNAPSHOT, and nothing changes that. */
const SYSTEM_OPTIONS: DatabaseOptions = { ...DEFAULT_OPTIONS, allowSnapshotIsolation: true };

const optionsOf = (databaseId: number): DatabaseOptions => (databaseId === 1 || databaseId === 4 ? SYSTEM_OPTIONS : DEFAULT_OPTIONS);

export interface NewDatabase {
  readonly databaseId: number;
  readonly name: string;
  readonly created: bigint;
  readonly collation?: string;
  readonly options?: DatabaseOptions;
  /** Login that owns it and so is its dbo. */
  readonly owner?: string;
}

export function newDatabase(database: NewDatabase): DatabaseCatalog {
  const { databaseId, name, created, collation = DEFAULT_COLLATION, options = optionsOf(database.databaseId), owner = 'sa' } = database;
  return {
    databaseId,
    name,
    version: nextVersion(),
    collation,
    created,
    options,
    schemas: new Map(SCHEMAS.map((schema) => [nameKey(schema.name), schema])),
    objects: new Map(),
    objectsById: new Map(),
    types: new Map(),
    principals: new Map(principals(owner).map((principal) => [nameKey(principal.name), principal])),
    permissions: OPEN_TO_GUEST.has(databaseId) ? [...DEFAULT_PERMISSIONS, connect('guest')] : DEFAULT_PERMISSIONS,
    extendedProperties: [],
    dataSpaces: [{ kind: 'filegroup', id: 1, name: 'PRIMARY', isDefault: true, readOnly: false }],
    partitionFunctions: [],
    xmlSchemas: new Map(),
    nextObjectId: FIRST_OBJECT_ID,
  };
}

/** Ids of the fixed roles; each has a schema of the same name and id. */
const ROLES: readonly (readonly [number, string])[] = [
  [16384, 'db_owner'],
  [16385, 'db_accessadmin'],
  [16386, 'db_securityadmin'],
  [16387, 'db_ddladmin'],
  [16389, 'db_backupoperator'],
  [16390, 'db_datareader'],
  [16391, 'db_datawriter'],
  [16392, 'db_denydatareader'],
  [16393, 'db_denydatawriter'],
];

const SCHEMAS: readonly Schema[] = [
  { id: 1, name: 'dbo', owner: 'dbo' },
  { id: 2, name: 'guest', owner: 'guest' },
  { id: 3, name: 'INFORMATION_SCHEMA', owner: 'INFORMATION_SCHEMA' },
  { id: 4, name: 'sys', owner: 'sys' },
  ...ROLES.map(([id, name]) => ({ id, name, owner: name })),
];

function principals(owner: string): readonly Principal[] {
  const fixed = (id: number, name: string, kind: Principal['kind'], defaultSchema: string, more: Partial<Principal> = {}): Principal => ({
    id,
    name,
    kind,
    defaultSchema,
    login: null,
    fixed: true,
    memberOf: [],
    ...more,
  });
  return [
    fixed(0, 'public', 'role', ''),
    fixed(1, 'dbo', 'user', 'dbo', { login: owner, memberOf: ['db_owner'] }),
    fixed(2, 'guest', 'user', 'guest'),
    fixed(3, 'INFORMATION_SCHEMA', 'user', ''),
    fixed(4, 'sys', 'user', ''),
    ...ROLES.map(([id, name]) => fixed(id, name, 'role', '')),
  ];
}

const connect = (grantee: string): Permission => ({
  grantee,
  state: 'grant',
  permission: 'CONNECT',
  class: 'DATABASE',
  objectId: 0,
  columnId: 0,
});

/** dbo may connect; the rest follows from roles. */
const DEFAULT_PERMISSIONS: DatabaseCatalog['permissions'] = [connect('dbo')];

/** master, tempdb and msdb: every login may be there as guest. */
const OPEN_TO_GUEST: ReadonlySet<number> = new Set([1, 2, 4]);
