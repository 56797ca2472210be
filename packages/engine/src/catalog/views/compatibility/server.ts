/** sysdatabases, sysfiles, syslogins, sysusers and sysmembers. */

import { DATETIME, INT, nvarchar, SMALLINT, SYSNAME, TINYINT, varbinary, varchar } from '@sprocket/tsql';
import { type DatabaseCatalog, nameKey, type Principal } from '../../model.ts';
import { type ColumnRow, type ColumnRows, column, nullable, type SystemContext } from '../define.ts';
import { principalSid } from '../principals.ts';
import { bit, bytesOf, datetimeOf, SID } from '../shared.ts';

export const USER: ColumnRows<Principal> = {
  uid: nullable(SMALLINT, (p) => p.id),
  status: nullable(SMALLINT, 0),
  name: nullable(SYSNAME, (p) => p.name),
  sid: nullable(SID, (p, { server }) => principalSid(p, server)),
  roles: nullable(varbinary(2048)),
  createdate: column(DATETIME, (_, { catalog }) => datetimeOf(catalog.created)),
  updatedate: column(DATETIME, (_, { catalog }) => datetimeOf(catalog.created)),
  altuid: nullable(SMALLINT, (p) => (p.kind === 'role' ? 1 : null)),
  password: nullable(varbinary(256)),
  gid: nullable(SMALLINT, (p) => (p.kind === 'role' ? p.id : 0)),
  environ: nullable(varchar(255)),
  hasdbaccess: nullable(INT, (p) => bit(p.name === 'dbo' || (p.kind === 'user' && !p.fixed))),
  islogin: nullable(INT, (p) => bit(p.kind === 'user')),
  isntname: nullable(INT, 0),
  isntgroup: nullable(INT, 0),
  isntuser: nullable(INT, 0),
  issqluser: nullable(INT, (p) => bit(p.kind === 'user')),
  isaliased: nullable(INT, 0),
  issqlrole: nullable(INT, (p) => bit(p.kind === 'role')),
  isapprole: nullable(INT, (p) => bit(p.kind === 'application role')),
};

export const DATABASE: ColumnRows<DatabaseCatalog> = {
  name: column(SYSNAME, (d) => d.name),
  dbid: nullable(SMALLINT, (d) => d.databaseId),
  sid: nullable(SID, (d, { server }) =>
    bytesOf(server.logins.get(nameKey(server.databases.get(nameKey(d.name))?.owner ?? 'sa'))?.sid ?? '01'),
  ),
  mode: nullable(SMALLINT, 0),
  status: nullable(
    INT,
    (d) => (d.options.recovery === 'SIMPLE' ? 8 : 0) | (d.options.readOnly ? 1024 : 0) | (d.options.singleUser ? 4096 : 0) | 65_536,
  ),
  status2: nullable(INT, 1_090_519_040),
  crdate: column(DATETIME, (d) => datetimeOf(d.created)),
  reserved: nullable(DATETIME, 0),
  category: nullable(INT, 0),
  cmptlevel: column(TINYINT, (d) => d.options.compatibilityLevel),
  filename: nullable(nvarchar(260), (d, { server }) => server.databases.get(nameKey(d.name))?.file ?? null),
  version: nullable(SMALLINT, 957),
};

interface Membership {
  readonly member: Principal;
  readonly role: string;
}

export function* members({ catalog }: SystemContext): Iterable<Membership> {
  for (const member of catalog.principals.values()) for (const role of member.memberOf) yield { member, role };
}

export const MEMBER: ColumnRows<Membership> = {
  memberuid: nullable(SMALLINT, ({ member }) => member.id),
  groupuid: nullable(SMALLINT, ({ role }, { catalog }) => catalog.principals.get(nameKey(role))?.id ?? null),
};

export const FILE: ColumnRows<{ readonly log: boolean }> = {
  fileid: nullable(SMALLINT, ({ log }) => (log ? 2 : 1)),
  groupid: nullable(SMALLINT, ({ log }) => (log ? 0 : 1)),
  size: column(INT, 1024),
  maxsize: column(INT, -1),
  growth: column(INT, 8192),
  status: nullable(INT, 2),
  perf: nullable(INT, 0),
  name: column(SYSNAME, ({ log }, { catalog }) => (log ? `${catalog.name}_log` : catalog.name)),
  filename: column(
    nvarchar(260),
    ({ log }, { catalog, server }) => `${server.databases.get(nameKey(catalog.name))?.file ?? ''}${log ? '-wal' : ''}`,
  ),
};

interface LoginEntry {
  readonly name: string;
  readonly sid: string;
  readonly created: bigint;
  readonly database: string;
}

const SERVER_ROLES: readonly string[] = [
  'sysadmin',
  'securityadmin',
  'serveradmin',
  'setupadmin',
  'processadmin',
  'diskadmin',
  'dbcreator',
  'bulkadmin',
];

const memberOf = (role: string): ColumnRow<LoginEntry> =>
  nullable(INT, (l, { server }) => bit(server.logins.get(nameKey(l.name))?.memberOf.includes(role) === true));

export const LOGIN: ColumnRows<LoginEntry> = {
  sid: nullable(SID, (l) => bytesOf(l.sid)),
  status: nullable(SMALLINT, 9),
  createdate: column(DATETIME, (l) => datetimeOf(l.created)),
  updatedate: column(DATETIME, (l) => datetimeOf(l.created)),
  accdate: column(DATETIME, (l) => datetimeOf(l.created)),
  totcpu: nullable(INT, 0),
  totio: nullable(INT, 0),
  spacelimit: nullable(INT, 0),
  timelimit: nullable(INT, 0),
  resultlimit: nullable(INT, 0),
  name: column(SYSNAME, (l) => l.name),
  dbname: nullable(SYSNAME, (l) => l.database),
  password: nullable(nvarchar(128)),
  language: nullable(SYSNAME, 'us_english'),
  denylogin: nullable(INT, 0),
  hasaccess: nullable(INT, 1),
  isntname: nullable(INT, 0),
  isntgroup: nullable(INT, 0),
  isntuser: nullable(INT, 0),
  ...Object.fromEntries(SERVER_ROLES.map((role) => [role, memberOf(role)])),
  loginname: column(SYSNAME, (l) => l.name),
};

export const logins = ({ server }: SystemContext): Iterable<LoginEntry> =>
  [...server.logins.values()].filter((l) => l.kind !== 'role').map((l) => ({ ...l, database: l.defaultDatabase }));
