/**
 * What the server as a whole contains: databases, logins, server roles and configuration values. It lives in master's file and is as immutable as a
 * database's catalog: a statement makes a new one. Password hashes are opaque here; whoever logs clients in makes and checks them.
 */

import type { BackupHistory } from './backups.ts';
import { replaced } from './edit.ts';
import { type NameKey, nameKey, type Permission, type Trigger } from './model.ts';

export interface ServerCatalog {
  readonly version: number;
  readonly databases: ReadonlyMap<NameKey, DatabaseEntry>;
  readonly logins: ReadonlyMap<NameKey, Login>;
  /** Permissions of class SERVER. */
  readonly permissions: readonly Permission[];
  /** Values of sp_configure that are in use, by option name; the rest have their defaults. */
  readonly configuration: Readonly<Record<string, number>>;
  /** Values that are set and wait for RECONFIGURE, or for the start of the server. */
  readonly pending?: Readonly<Record<string, number>>;
  /** User-defined error messages of sp_addmessage. */
  readonly messages: readonly UserMessage[];
  /** Servers of sp_addlinkedserver, by id. They are remembered and never reached. */
  readonly linkedServers?: readonly LinkedServer[];
  /** Of backups and restores; absent before the first. */
  readonly history?: BackupHistory;
  /** Triggers ON ALL SERVER, by id; their bodies run in master. */
  readonly triggers?: readonly Trigger[];
}

export interface DatabaseEntry {
  readonly id: number;
  readonly name: string;
  /** Path of the database file, relative to the data directory. */
  readonly file: string;
  readonly created: bigint;
  /** Login that owns it. */
  readonly owner: string;
  /** RESTORING: restored WITH NORECOVERY, and open to nobody before RESTORE … WITH RECOVERY. */
  readonly state: 'ONLINE' | 'OFFLINE' | 'RESTORING';
  /** Of a snapshot: the id of the database that it is one of. */
  readonly snapshotOf?: number;
}

/** A server principal: a SQL login, a Windows login kept by name, or a server role. */
export interface Login {
  readonly id: number;
  readonly name: string;
  readonly kind: 'sql' | 'windows' | 'role' | 'certificate' | 'asymmetric key';
  /** Hexadecimal digits of the SID, without 0x. */
  readonly sid: string;
  /** As the hasher wrote it; empty for roles and Windows logins. */
  readonly passwordHash: string;
  readonly disabled: boolean;
  readonly defaultDatabase: string;
  readonly defaultLanguage: string;
  readonly checkPolicy: boolean;
  readonly checkExpiration: boolean;
  /** The password is to be changed before the login is let in. */
  readonly mustChange?: boolean;
  /** When the password was set, in ticks of local time; absent since the login was made. */
  readonly passwordSet?: bigint;
  /** Thumbprint of the certificate or asymmetric key that it is for: nobody connects as it. */
  readonly thumbprint?: string;
  readonly fixed: boolean;
  /** Of a server role: the login that owns it; absent for sa. */
  readonly owner?: string;
  /** Server roles it is a member of. */
  readonly memberOf: readonly string[];
  readonly created: bigint;
  readonly modified: bigint;
}

export interface UserMessage {
  readonly id: number;
  readonly language: string;
  readonly severity: number;
  readonly text: string;
  readonly logged: boolean;
}

/** A server by name in sys.servers; the server itself has the id 0 and is not stored. */
export interface LinkedServer {
  readonly id: number;
  readonly name: string;
  readonly product: string;
  readonly provider: string;
  readonly dataSource: string | null;
  readonly location: string | null;
  readonly providerString: string | null;
  readonly catalog: string | null;
  readonly options: LinkedServerOptions;
  readonly logins: readonly LinkedLogin[];
  readonly modified: bigint;
}

/** What sp_serveroption sets. */
export interface LinkedServerOptions {
  readonly rpc: boolean;
  readonly rpcOut: boolean;
  readonly dataAccess: boolean;
  readonly collationCompatible: boolean;
  readonly useRemoteCollation: boolean;
  readonly collationName: string | null;
  readonly lazySchemaValidation: boolean;
  readonly transactionPromotion: boolean;
  readonly connectTimeout: number;
  readonly queryTimeout: number;
}

/** As whom a login, or with null everybody else, would log in there. */
export interface LinkedLogin {
  readonly local: string | null;
  readonly useSelf: boolean;
  readonly remote: string | null;
  readonly modified: bigint;
}

export const LOCAL_OPTIONS: LinkedServerOptions = {
  rpc: true,
  rpcOut: true,
  dataAccess: false,
  collationCompatible: false,
  useRemoteCollation: true,
  collationName: null,
  lazySchemaValidation: false,
  transactionPromotion: false,
  connectTimeout: 0,
  queryTimeout: 0,
};

/** What every new login is granted. */
export const connectSql = (grantee: string): Permission => ({
  grantee,
  state: 'grant',
  permission: 'CONNECT SQL',
  class: 'SERVER',
  objectId: 0,
  columnId: 0,
});

let versions = 0;

/** A number that no other state of any server catalog of this process has. */
export const nextServerVersion = (): number => ++versions;

/** The four system databases: id, name. */
export const SYSTEM_DATABASES: readonly { readonly id: number; readonly name: string }[] = [
  { id: 1, name: 'master' },
  { id: 2, name: 'tempdb' },
  { id: 3, name: 'model' },
  { id: 4, name: 'msdb' },
];

const SERVER_ROLES: readonly (readonly [number, string])[] = [
  [2, 'public'],
  [3, 'sysadmin'],
  [4, 'securityadmin'],
  [5, 'serveradmin'],
  [6, 'setupadmin'],
  [7, 'processadmin'],
  [8, 'diskadmin'],
  [9, 'dbcreator'],
  [10, 'bulkadmin'],
];

/** The catalog of a new server: system databases, `sa` (with the given password hash) and the fixed server roles. */
export function newServer(options: { readonly created: bigint; readonly saPasswordHash: string }): ServerCatalog {
  const { created, saPasswordHash } = options;
  const base = { disabled: false, defaultLanguage: 'us_english', checkExpiration: false, created, modified: created };
  const sa: Login = {
    ...base,
    id: 1,
    name: 'sa',
    kind: 'sql',
    sid: '01',
    passwordHash: saPasswordHash,
    defaultDatabase: 'master',
    checkPolicy: true,
    fixed: false,
    memberOf: ['sysadmin'],
  };
  const roles = SERVER_ROLES.map(
    ([id, name]): Login => ({
      ...base,
      id,
      name,
      kind: 'role',
      sid: id.toString(16).padStart(2, '0'),
      passwordHash: '',
      defaultDatabase: '',
      checkPolicy: false,
      fixed: true,
      memberOf: [],
    }),
  );
  const databases = SYSTEM_DATABASES.map(
    ({ id, name }): DatabaseEntry => ({ id, name, file: `${name}/${name}.db`, created, owner: 'sa', state: 'ONLINE' }),
  );
  return {
    version: nextServerVersion(),
    databases: new Map(databases.map((entry) => [nameKey(entry.name), entry])),
    logins: new Map([sa, ...roles].map((login) => [nameKey(login.name), login])),
    permissions: [connectSql(sa.name)],
    configuration: {},
    messages: [],
  };
}

const changed = (server: ServerCatalog, change: Partial<ServerCatalog>): ServerCatalog => ({
  ...server,
  ...change,
  version: nextServerVersion(),
});

/** Adds a database or replaces the one with its id. */
export function putDatabase(server: ServerCatalog, entry: DatabaseEntry): ServerCatalog {
  return changed(server, { databases: replaced(server.databases, nameKey(entry.name), entry) });
}

export function removeDatabase(server: ServerCatalog, name: string): ServerCatalog {
  const databases = new Map(server.databases);
  databases.delete(nameKey(name));
  return changed(server, { databases });
}

/** The smallest database id that is free. */
export function nextDatabaseId(server: ServerCatalog): number {
  const taken = new Set([...server.databases.values()].map((entry) => entry.id));
  let id = SYSTEM_DATABASES.length + 1;
  while (taken.has(id)) id++;
  return id;
}

/** Adds a login or role, or replaces the one with its id. */
export function putLogin(server: ServerCatalog, login: Login): ServerCatalog {
  return changed(server, { logins: replaced(server.logins, nameKey(login.name), login) });
}

/** Removes a login or role with the permissions that it was given and those about it. */
export function removeLogin(server: ServerCatalog, name: string): ServerCatalog {
  const logins = new Map(server.logins);
  const gone = logins.get(nameKey(name));
  logins.delete(nameKey(name));
  const permissions = server.permissions.filter(
    (row) => nameKey(row.grantee) !== nameKey(name) && (row.class === 'SERVER' || row.objectId !== gone?.id),
  );
  return changed(server, { logins, permissions });
}

/** The next principal id; ids below 257 belong to SQL Server's own principals. */
export function nextLoginId(server: ServerCatalog): number {
  return Math.max(256, ...[...server.logins.values()].map((login) => login.id)) + 1;
}

export const setServerPermissions = (server: ServerCatalog, permissions: readonly Permission[]): ServerCatalog =>
  changed(server, { permissions });

/** The value waits until it is installed. */
export function setConfiguration(server: ServerCatalog, option: string, value: number): ServerCatalog {
  return changed(server, { pending: { ...server.pending, [option]: value } });
}

/** Puts the values that wait for it in use, if they are of the options asked for. */
export function installConfiguration(server: ServerCatalog, isMeant: (option: string) => boolean): ServerCatalog {
  const waiting = Object.entries(server.pending ?? {});
  if (!waiting.some(([option]) => isMeant(option))) return server;
  return changed(server, {
    configuration: { ...server.configuration, ...Object.fromEntries(waiting.filter(([option]) => isMeant(option))) },
    pending: Object.fromEntries(waiting.filter(([option]) => !isMeant(option))),
  });
}

export const setMessages = (server: ServerCatalog, messages: readonly UserMessage[]): ServerCatalog => changed(server, { messages });

export const setLinkedServers = (server: ServerCatalog, linkedServers: readonly LinkedServer[]): ServerCatalog =>
  changed(server, { linkedServers });
