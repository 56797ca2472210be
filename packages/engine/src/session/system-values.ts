/**
 * What `@@` functions and the functions about the session report: one row a name, each in the form of the type that `functions/session.ts` declares.
 * A name without a row is NULL.
 */

import { DATETIME, INT, nvarchar, type Type } from '@sprocket/tsql';
import { type DatabaseCatalog, nameKey, type Table } from '../catalog/model.ts';
import { datetimeOf } from '../catalog/views/shared.ts';
import { cursorStatus } from '../run/cursors/status.ts';
import { findLanguage } from '../run/languages.ts';
import { optionBits, SWITCHES } from '../run/options.ts';
import type { Value, Variant } from '../values/value.ts';
import { applockMode, applockTest } from './applocks.ts';
import { transmissionStatus } from './broker/figures.ts';
import { CHANGE_TRACKING_ANSWERS } from './change-tracking.ts';
import { indexedWords } from './full-text-keywords.ts';
import { KEY_ANSWERS } from './keys.ts';
import { hasAccess, hasPermission, isMember, isRoleMember, isServerRoleMember } from './principals.ts';
import { describedObjectRows, describedRows } from './rpc/describe.ts';
import { contextKey } from './rpc/session-context.ts';
import type { SessionCore } from './session-core.ts';
import { textValid } from './text-valid.ts';
import { preparedNamespaces, preparedXml } from './xml-documents.ts';

type Answer = (core: SessionCore, ...args: readonly Value[]) => Value;

const text = (value: Value | undefined): string => String(value ?? '');

const textOrNull = (value: Value | undefined): string | null => (value === undefined || value === null ? null : String(value));

const variant = (type: Type, value: NonNullable<Value>): Variant => ({ type, value: value as Variant['value'] });

/** 16.0.4175.1 as SQL Server 2022 words it. */
export const VERSION_TEXT =
  'Microsoft SQL Server 2022 (RTM) - 16.0.4175.1 (X64) \n\tCopyright (C) 2022 Microsoft Corporation\n\tDeveloper Edition (64-bit) on Linux (Sprocket)';

const identityOf = (name: Value | undefined, core: SessionCore, read: (database: DatabaseCatalog, table: Table) => Value): Value => {
  const found = core.findTable(text(name));
  return found === undefined ? null : read(found.database, found.table);
};

const COUNTERS: Readonly<Record<string, Answer>> = {
  '@@ERROR': (core) => core.status.error,
  '@@ROWCOUNT': (core) => core.status.rowCount,
  ROWCOUNT_BIG: (core) => BigInt(core.status.rowCount),
  '@@TRANCOUNT': (core) => core.transactions.count,
  '@@NESTLEVEL': (core) => core.status.nestLevel,
  '@@FETCH_STATUS': (core) => core.status.fetchStatus,
  '@@CURSOR_ROWS': (core) => core.status.cursorRows,
  '@@IDENTITY': (core) => core.status.identity,
  SCOPE_IDENTITY: (core) => scopeIdentity(core),
  XACT_STATE: (core) => (core.transactions.count === 0 ? 0 : core.transactions.doomed ? -1 : 1),
  TRIGGER_NESTLEVEL: (core, objectId) => triggerLevel(core, objectId),
  CURSOR_STATUS: (core, scope, name) => cursorStatus(core, textOrNull(scope), textOrNull(name)),
  // A statement outside BEGIN TRAN runs in a transaction of its own, which has an id too.
  CURRENT_TRANSACTION_ID: (core) => (core.transactions.count > 0 ? core.transactions.descriptor : BigInt(core.id)),
  COLUMNS_UPDATED: (core) => columnsUpdated(core),
  UPDATE: (core, columnId) => (core.current?.trigger?.updatedColumns.has(Number(columnId)) === true ? 1 : 0),
  EVENTDATA: (core) => core.current?.eventData ?? null,
  '@@PROCID': (core) => moduleId(core),
};

/** A function's inserts do not count: the scope is the innermost batch or module that is not a function. */
function scopeIdentity(core: SessionCore): Value {
  return core.current?.identity ?? null;
}

function triggerLevel(core: SessionCore, objectId: Value | undefined): Value {
  if (objectId === undefined || objectId === null || objectId === 0) return core.status.triggerLevel;
  let level = 0;
  for (let frame = core.current; frame !== null; frame = frame.parent) {
    if (frame.kind === 'trigger' && frame.module?.objectId === Number(objectId)) level += 1;
  }
  return level;
}

function moduleId(core: SessionCore): number {
  const { current } = core;
  return current?.module?.objectId ?? 0;
}

/** One bit a column, by column_id: the first column is the lowest bit of the first byte. */
function columnsUpdated(core: SessionCore): Value {
  const trigger = core.current?.trigger;
  if (trigger === null || trigger === undefined) return null;
  // A DELETE names no columns, and its mask has no bytes.
  if (trigger.updatedColumns.size === 0) return new Uint8Array(0);
  const highest = Math.max(...trigger.table.columns.map((column) => column.id), 1);
  const bytes = new Uint8Array(Math.ceil(highest / 8));
  for (const id of trigger.updatedColumns) {
    const place = (id - 1) >> 3;
    bytes[place] = (bytes[place] ?? 0) | (1 << ((id - 1) & 7));
  }
  return bytes;
}

const SETTINGS: Readonly<Record<string, Answer>> = {
  '@@DATEFIRST': (core) => core.options.dateFirst,
  '@@LANGUAGE': (core) => core.options.language,
  '@@LANGID': (core) => findLanguage(core.options.language)?.id ?? 0,
  '@@LOCK_TIMEOUT': (core) => core.options.lockTimeout,
  '@@OPTIONS': (core) => optionBits(core.options),
  '@@TEXTSIZE': (core) => core.options.textSize,
  GETANSINULL: () => 1,
  SESSIONPROPERTY: (core, name) => sessionProperty(core, text(name).toUpperCase()),
  CONTEXT_INFO: (core) => core.contextInfo,
  XML_DOCUMENT: (core, handle = null) => preparedXml(core, handle),
  XML_DOCUMENT_NAMESPACES: (core, handle = null) => preparedNamespaces(core, handle),
  SESSION_CONTEXT: (core, key) => core.sessionContext.get(contextKey(text(key)))?.value ?? null,
};

const SESSION_PROPERTIES: ReadonlySet<string> = new Set([
  'ANSI_NULLS',
  'ANSI_PADDING',
  'ANSI_WARNINGS',
  'ARITHABORT',
  'CONCAT_NULL_YIELDS_NULL',
  'NUMERIC_ROUNDABORT',
  'QUOTED_IDENTIFIER',
]);

function sessionProperty(core: SessionCore, name: string): Value {
  const row = SESSION_PROPERTIES.has(name) ? SWITCHES[name] : undefined;
  return row === undefined ? null : variant(INT, core.options[row.field] ? 1 : 0);
}

const SERVER: Readonly<Record<string, Answer>> = {
  '@@VERSION': () => VERSION_TEXT,
  '@@MICROSOFTVERSION': () => 0x10_00_10_4f,
  '@@SERVERNAME': (core) => core.instance.options.serverName,
  '@@SERVICENAME': () => 'MSSQLSERVER',
  PUBLISHINGSERVERNAME: (core) => core.instance.options.serverName,
  '@@SPID': (core) => core.id,
  '@@REMSERVER': () => null,
  '@@MAX_CONNECTIONS': () => 32_767,
  '@@MAX_PRECISION': () => 38,
  '@@DEF_SORTORDER_ID': () => 52,
  '@@DEFAULT_LANGID': () => 0,
  '@@TIMETICKS': () => 31_250,
  '@@CONNECTIONS': (core) => core.instance.sessions.size,
  '@@CPU_BUSY': () => Math.round(process.cpuUsage().user / 31_250),
  '@@IDLE': () => 0,
  '@@IO_BUSY': () => 0,
  '@@PACK_RECEIVED': () => 0,
  '@@PACK_SENT': () => 0,
  '@@PACKET_ERRORS': () => 0,
  '@@TOTAL_ERRORS': () => 0,
  '@@TOTAL_READ': () => 0,
  '@@TOTAL_WRITE': () => 0,
  '@@DBTS': (core) => core.rowVersionBytes(core.catalogs.currentId),
  MIN_ACTIVE_ROWVERSION: (core) => core.rowVersionBytes(core.catalogs.currentId, 1n),
  CONNECTIONPROPERTY: (core, name) => connectionProperty(core, text(name).toLowerCase()),
  CURRENT_REQUEST_ID: () => 0,
  HOST_NAME: (core) => core.login.hostName,
  HOST_ID: (core) => String(core.login.hostProcessId).padStart(10),
  APP_NAME: (core) => core.login.applicationName,
};

const CONNECTION_PROPERTIES: Readonly<Record<string, (core: SessionCore) => Variant>> = {
  net_transport: () => variant(nvarchar(40), 'TCP'),
  protocol_type: () => variant(nvarchar(40), 'TSQL'),
  auth_scheme: () => variant(nvarchar(40), 'SQL'),
  physical_net_transport: () => variant(nvarchar(40), 'TCP'),
  client_net_address: (core) => variant(nvarchar(48), core.login.clientAddress),
  local_net_address: () => variant(nvarchar(48), '127.0.0.1'),
  local_tcp_port: () => variant(INT, 1433),
};

function connectionProperty(core: SessionCore, name: string): Value {
  return CONNECTION_PROPERTIES[name]?.(core) ?? null;
}

const NAMES: Readonly<Record<string, Answer>> = {
  DB_ID: (core, name) => (name === undefined ? core.catalogs.currentId : (core.catalogs.database(text(name))?.databaseId ?? null)),
  DB_NAME: (core, id) => (id === undefined ? core.catalogs.current.name : (core.catalogs.databaseById(Number(id))?.name ?? null)),
  ORIGINAL_DB_NAME: (core) => core.originalDatabase,
  SUSER_SNAME: (core, sid) => (sid === undefined ? core.loginName : loginBySid(core, sid)),
  SUSER_NAME: (core, id) => (id === undefined ? core.loginName : (loginById(core, Number(id)) ?? null)),
  SYSTEM_USER: (core) => core.loginName,
  ORIGINAL_LOGIN: (core) => core.security.original,
  SUSER_ID: (core, name) => core.catalogs.server.logins.get(nameKey(name === undefined ? core.loginName : text(name)))?.id ?? null,
  SUSER_SID: (core, name) => sidOf(core, name === undefined ? core.loginName : text(name)),
  SID_BINARY: (core, name) => sidOf(core, text(name)),
  USER: (core) => core.userName,
  CURRENT_USER: (core) => core.userName,
  SESSION_USER: (core) => core.userName,
  USER_NAME: (core, id) => (id === undefined ? core.userName : (principalById(core, Number(id)) ?? null)),
  USER_ID: (core, name) => principalId(core, name),
  DATABASE_PRINCIPAL_ID: (core, name) => principalId(core, name),
  IS_MEMBER: (core, name) => isMember(core, text(name)),
  IS_ROLEMEMBER: (core, role, name) => isRoleMember(core, text(role), name === undefined ? core.userName : text(name)),
  IS_SRVROLEMEMBER: (core, role, name) => isServerRoleMember(core, text(role), name === undefined ? undefined : text(name)),
  HAS_DBACCESS: (core, name) => hasAccess(core, text(name)),
  HAS_PERMS_BY_NAME: (core, securable, securableClass, permission, part, partClass) =>
    hasPermission(core, {
      securable: textOrNull(securable),
      class: textOrNull(securableClass),
      permission: textOrNull(permission),
      part: textOrNull(part),
      partClass: textOrNull(partClass),
    }),
  LOGINPROPERTY: (core, name, property) => loginProperty(core, text(name), text(property)),
  PERMISSIONS: () => -1,
  DM_FTS_INDEX_KEYWORDS: (core, databaseId, objectId) => indexedWords(core, Number(databaseId), Number(objectId)),
  DM_EXEC_DESCRIBE_FIRST_RESULT_SET: (core, statement, parameters) => describedRows(core, text(statement), text(parameters)),
  DM_EXEC_DESCRIBE_FIRST_RESULT_SET_FOR_OBJECT: (core, objectId) => describedObjectRows(core, Number(objectId ?? 0)),
};

function loginById(core: SessionCore, id: number): string | undefined {
  return [...core.catalogs.server.logins.values()].find((login) => login.id === id)?.name;
}

function loginBySid(core: SessionCore, sid: Value): Value {
  if (!(sid instanceof Uint8Array)) return null;
  const hex = Buffer.from(sid).toString('hex').toLowerCase();
  return [...core.catalogs.server.logins.values()].find((login) => login.sid.toLowerCase() === hex)?.name ?? null;
}

function sidOf(core: SessionCore, name: string): Value {
  const login = core.catalogs.server.logins.get(nameKey(name));
  return login === undefined ? null : new Uint8Array(Buffer.from(login.sid, 'hex'));
}

function principalById(core: SessionCore, id: number): string | undefined {
  return [...core.catalogs.current.principals.values()].find((principal) => principal.id === id)?.name;
}

function principalId(core: SessionCore, name: Value | undefined): Value {
  return core.catalogs.current.principals.get(nameKey(name === undefined ? core.userName : text(name)))?.id ?? null;
}

function loginProperty(core: SessionCore, name: string, property: string): Value {
  const login = core.catalogs.server.logins.get(nameKey(name));
  if (login === undefined) return null;
  switch (property.toLowerCase()) {
    case 'defaultdatabase':
      return variant(nvarchar(128), login.defaultDatabase);
    case 'defaultlanguage':
      return variant(nvarchar(128), login.defaultLanguage);
    case 'ismustchange':
      return variant(INT, login.mustChange === true ? 1 : 0);
    case 'islocked':
    case 'isexpired':
    case 'badpasswordcount':
    case 'historylength':
      return variant(INT, 0);
    case 'badpasswordtime':
    case 'lockouttime':
      return login.kind === 'sql' ? variant(DATETIME, 0) : null;
    case 'passwordlastsettime':
      return login.kind === 'sql' ? variant(DATETIME, datetimeOf(login.passwordSet ?? login.created)) : null;
    case 'passwordhashalgorithm':
      return login.kind === 'sql' ? variant(INT, 2) : null;
    default:
      return null;
  }
}

const IDENTITIES: Readonly<Record<string, Answer>> = {
  IDENT_CURRENT: (core, name) =>
    identityOf(name, core, (database, table) => {
      const identity = table.columns.find((column) => column.identity !== null)?.identity;
      return identity ? (core.instance.counters.last('identity', database.databaseId, table.id) ?? identity.seed) : null;
    }),
  IDENT_SEED: (core, name) =>
    identityOf(name, core, (_, table) => table.columns.find((column) => column.identity !== null)?.identity?.seed ?? null),
  IDENT_INCR: (core, name) =>
    identityOf(name, core, (_, table) => table.columns.find((column) => column.identity !== null)?.identity?.increment ?? null),
  TEXTVALID: (core, name, pointer = null) => textValid(core, text(name), pointer),
  APPLOCK_MODE: (core, principal, resource, owner) => applockMode(core, text(principal), text(resource), text(owner)),
  APPLOCK_TEST: (core, principal, resource, mode, owner) => applockTest(core, text(principal), text(resource), text(mode), text(owner)),
};

const ANSWERS: Readonly<Record<string, Answer>> = {
  ...COUNTERS,
  ...SETTINGS,
  ...SERVER,
  ...NAMES,
  ...IDENTITIES,
  ...KEY_ANSWERS,
  ...CHANGE_TRACKING_ANSWERS,
  GET_TRANSMISSION_STATUS: (core, handle) => transmissionStatus(core, text(handle)),
};

/** The value of `@@name` or of a session function; NULL for an unknown name. */
export function systemValue(core: SessionCore, name: string, args: readonly Value[]): Value {
  return ANSWERS[name]?.(core, ...args) ?? null;
}
