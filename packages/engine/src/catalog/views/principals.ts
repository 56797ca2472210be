/** Schemas, database principals, roles and permissions; logins and server roles. */

import { BIT, char, DATETIME, INT, nvarchar, SYSNAME, TINYINT, type Type, varbinary } from '@sprocket/tsql';
import type { MappedKey } from '../cryptography/model.ts';
import { findPrincipal } from '../find.ts';
import { type DatabaseCatalog, nameKey, type Permission, type Principal, type Schema } from '../model.ts';
import type { Login, ServerCatalog } from '../server.ts';
import { type ColumnRows, column, defineView, emptyView, nullable, type SystemContext, type SystemView } from './define.ts';
import { PERMISSION_CODES } from './permission-codes.ts';
import { bit, bytesOf, DESCRIPTION, datetimeOf, NO, SID, SYSTEM_CREATED } from './shared.ts';

/** The id of a principal by name; dbo's when the name is unknown. */
export const principalId = (catalog: DatabaseCatalog, name: string): number => findPrincipal(catalog, name)?.id ?? 1;

const SCHEMA_COLUMNS: ColumnRows<Schema> = {
  name: column(SYSNAME, (schema) => schema.name),
  schema_id: column(INT, (schema) => schema.id),
  principal_id: nullable(INT, (schema, { catalog }) => principalId(catalog, schema.owner)),
};

const CHAR_1: Type = char(1);

const PRINCIPAL_TYPES: Readonly<Record<Principal['kind'], readonly [string, string]>> = {
  user: ['S', 'SQL_USER'],
  role: ['R', 'DATABASE_ROLE'],
  'application role': ['A', 'APPLICATION_ROLE'],
};

const MAPPED_TYPES: Readonly<Record<MappedKey['by'], readonly [string, string]>> = {
  certificate: ['C', 'CERTIFICATE_MAPPED_USER'],
  'asymmetric key': ['K', 'ASYMMETRIC_KEY_MAPPED_USER'],
};

const principalType = ({ kind, key }: Principal): readonly [string, string] =>
  key === undefined ? PRINCIPAL_TYPES[kind] : MAPPED_TYPES[key.by];

/** The SID of a database principal: its login's, or one made from its id. */
export function principalSid(principal: Principal, server: ServerCatalog): Uint8Array | null {
  const login = principal.login === null ? undefined : server.logins.get(principal.login.toLowerCase());
  if (principal.sid !== undefined) return bytesOf(principal.sid);
  if (login !== undefined) return bytesOf(login.sid);
  if (principal.name === 'guest') return bytesOf('00');
  if (principal.kind === 'user')
    return principal.fixed ? null : bytesOf(`01050000000000090300000000000000${principal.id.toString(16).padStart(8, '0')}`);
  return bytesOf(`0105000000000009040000000000000000000000${principal.id.toString(16).padStart(8, '0')}`);
}

function authentication({ kind, login, passwordHash }: Principal): readonly [number, string] {
  if (kind === 'user' && passwordHash !== undefined) return [2, 'DATABASE'];
  return kind === 'user' && login !== null ? [1, 'INSTANCE'] : [0, 'NONE'];
}

const PRINCIPAL_COLUMNS: ColumnRows<Principal> = {
  name: column(SYSNAME, (p) => p.name),
  principal_id: column(INT, (p) => p.id),
  type: column(CHAR_1, (p) => principalType(p)[0]),
  type_desc: nullable(DESCRIPTION, (p) => principalType(p)[1]),
  default_schema_name: nullable(SYSNAME, (p) => p.defaultSchema || null),
  create_date: column(DATETIME, (p, { catalog }) => datetimeOf(p.fixed ? SYSTEM_CREATED : catalog.created)),
  modify_date: column(DATETIME, (p, { catalog }) => datetimeOf(p.fixed ? SYSTEM_CREATED : catalog.created)),
  owning_principal_id: nullable(INT, (p, { catalog }) => (p.kind === 'role' ? principalId(catalog, p.owner ?? 'dbo') : null)),
  sid: nullable(SID, (p, { server }) => principalSid(p, server)),
  is_fixed_role: column(BIT, (p) => bit(p.kind === 'role' && p.fixed && p.id !== 0)),
  authentication_type: column(INT, (p) => authentication(p)[0]),
  authentication_type_desc: nullable(DESCRIPTION, (p) => authentication(p)[1]),
  default_language_name: nullable(SYSNAME),
  default_language_lcid: nullable(INT),
  allow_encrypted_value_modifications: NO,
};

interface Membership {
  readonly role: string;
  readonly member: { readonly id: number };
}

function* memberships(members: Iterable<{ readonly id: number; readonly memberOf: readonly string[] }>): Iterable<Membership> {
  for (const member of members) for (const role of member.memberOf) yield { role, member };
}

const ROLE_MEMBER_COLUMNS: ColumnRows<Membership> = {
  role_principal_id: column(INT, ({ role }, { catalog }) => findPrincipal(catalog, role)?.id ?? 0),
  member_principal_id: column(INT, ({ member }) => member.id),
};

const SERVER_ROLE_MEMBER_COLUMNS: ColumnRows<Membership> = {
  role_principal_id: column(INT, ({ role }, { server }) => server.logins.get(role.toLowerCase())?.id ?? 0),
  member_principal_id: column(INT, ({ member }) => member.id),
};

/** Class numbers and four-letter codes as SQL Server has them. */
const CLASSES: Readonly<Record<string, readonly [number, string]>> = {
  DATABASE: [0, 'DATABASE'],
  OBJECT: [1, 'OBJECT_OR_COLUMN'],
  SCHEMA: [3, 'SCHEMA'],
  USER: [4, 'DATABASE_PRINCIPAL'],
  ROLE: [4, 'DATABASE_PRINCIPAL'],
  'APPLICATION ROLE': [4, 'DATABASE_PRINCIPAL'],
  TYPE: [6, 'TYPE'],
  'XML SCHEMA COLLECTION': [10, 'XML_SCHEMA_COLLECTION'],
  'MESSAGE TYPE': [15, 'MESSAGE_TYPE'],
  CONTRACT: [16, 'SERVICE_CONTRACT'],
  SERVICE: [17, 'SERVICE'],
  'REMOTE SERVICE BINDING': [18, 'REMOTE_SERVICE_BINDING'],
  ROUTE: [19, 'ROUTE'],
  'SYMMETRIC KEY': [24, 'SYMMETRIC_KEYS'],
  CERTIFICATE: [25, 'CERTIFICATE'],
  'ASYMMETRIC KEY': [26, 'ASYMMETRIC_KEY'],
  SERVER: [100, 'SERVER'],
  LOGIN: [101, 'SERVER_PRINCIPAL'],
  'SERVER ROLE': [101, 'SERVER_PRINCIPAL'],
};

const STATES: Readonly<Record<Permission['state'], readonly [string, string]>> = {
  grant: ['G', 'GRANT'],
  deny: ['D', 'DENY'],
  'grant with grant option': ['W', 'GRANT_WITH_GRANT_OPTION'],
};

const permissionColumns = (idOf: (principal: string, context: SystemContext) => number): ColumnRows<Permission> => ({
  class: column(TINYINT, (p) => CLASSES[p.class]?.[0] ?? 0),
  class_desc: nullable(DESCRIPTION, (p) => CLASSES[p.class]?.[1] ?? null),
  major_id: column(INT, (p) => p.objectId),
  minor_id: column(INT, (p) => p.columnId),
  grantee_principal_id: column(INT, (p, context) => idOf(p.grantee, context)),
  grantor_principal_id: column(INT, (p, context) => (p.grantor === undefined ? 1 : idOf(p.grantor, context))),
  type: column(char(4), (p) => (PERMISSION_CODES[p.permission] ?? '').padEnd(4)),
  permission_name: nullable(nvarchar(128), (p) => p.permission),
  state: column(CHAR_1, (p) => STATES[p.state][0]),
  state_desc: nullable(DESCRIPTION, (p) => STATES[p.state][1]),
});

const LOGIN_TYPES: Readonly<Record<Login['kind'], readonly [string, string]>> = {
  sql: ['S', 'SQL_LOGIN'],
  windows: ['U', 'WINDOWS_LOGIN'],
  role: ['R', 'SERVER_ROLE'],
  certificate: ['C', 'CERTIFICATE_MAPPED_LOGIN'],
  'asymmetric key': ['K', 'ASYMMETRIC_KEY_MAPPED_LOGIN'],
};

const LOGIN_COLUMNS: ColumnRows<Login> = {
  name: column(SYSNAME, (l) => l.name),
  principal_id: column(INT, (l) => l.id),
  sid: nullable(SID, (l) => bytesOf(l.sid)),
  type: column(CHAR_1, (l) => LOGIN_TYPES[l.kind][0]),
  type_desc: nullable(DESCRIPTION, (l) => LOGIN_TYPES[l.kind][1]),
  is_disabled: nullable(BIT, (l) => bit(l.disabled)),
  create_date: column(DATETIME, (l) => datetimeOf(l.created)),
  modify_date: column(DATETIME, (l) => datetimeOf(l.modified)),
  default_database_name: nullable(SYSNAME, (l) => l.defaultDatabase || null),
  default_language_name: nullable(SYSNAME, (l) => (l.kind === 'role' ? null : l.defaultLanguage)),
  credential_id: nullable(INT),
  owning_principal_id: nullable(INT, (l, { server }) =>
    l.kind === 'role' ? (server.logins.get(nameKey(l.owner ?? 'sa'))?.id ?? 1) : null,
  ),
  is_fixed_role: column(BIT, (l) => bit(l.fixed && l.kind === 'role' && l.id !== 2)),
  tenant_id: nullable(SYSNAME),
};

const SQL_LOGIN_COLUMNS: ColumnRows<Login> = {
  ...Object.fromEntries(Object.entries(LOGIN_COLUMNS).slice(0, 11)),
  is_policy_checked: nullable(BIT, (l) => bit(l.checkPolicy)),
  is_expiration_checked: nullable(BIT, (l) => bit(l.checkExpiration)),
  // The hash leaves the server by no view.
  password_hash: nullable(varbinary(256)),
};

export const PRINCIPAL_VIEWS: readonly SystemView[] = [
  defineView('sys', 'schemas', { columns: SCHEMA_COLUMNS, items: ({ catalog }) => catalog.schemas.values() }),
  defineView('sys', 'database_principals', { columns: PRINCIPAL_COLUMNS, items: ({ catalog }) => catalog.principals.values() }),
  defineView('sys', 'database_role_members', {
    columns: ROLE_MEMBER_COLUMNS,
    items: ({ catalog }) => memberships(catalog.principals.values()),
  }),
  defineView('sys', 'database_permissions', {
    columns: permissionColumns((name, { catalog }) => principalId(catalog, name)),
    items: ({ catalog }) => catalog.permissions,
  }),
  defineView('sys', 'server_principals', { columns: LOGIN_COLUMNS, items: ({ server }) => server.logins.values() }),
  defineView('sys', 'sql_logins', {
    columns: SQL_LOGIN_COLUMNS,
    items: ({ server }) => [...server.logins.values()].filter((l) => l.kind === 'sql'),
  }),
  defineView('sys', 'server_role_members', {
    columns: SERVER_ROLE_MEMBER_COLUMNS,
    items: ({ server }) => memberships(server.logins.values()),
  }),
  defineView('sys', 'server_permissions', {
    columns: permissionColumns((name, { server }) => server.logins.get(nameKey(name))?.id ?? 1),
    items: ({ server }) => server.permissions,
  }),
  emptyView('sys', 'credentials', {
    credential_id: column(INT, 0),
    name: column(SYSNAME, ''),
    credential_identity: nullable(nvarchar(4000)),
  }),
];
