/** What functions tell about principals: memberships, access to databases, and the permissions that whoever acts holds effectively. */

import { type BrokerClass, brokerSecurable } from '../catalog/broker/securables.ts';
import { findKey } from '../catalog/ddl/keys/store.ts';
import { findColumn, findObject, findPrincipal, findSchema, findType, findXmlSchema } from '../catalog/find.ts';
import { type DatabaseCatalog, nameKey, type SchemaObject } from '../catalog/model.ts';
import { parseName } from '../catalog/object-name.ts';
import {
  applicable,
  COLUMN_PERMISSIONS,
  DATABASE,
  databaseToken,
  holds,
  holdsColumns,
  holdsOnServer,
  loginIdentity,
  memberships,
  objectSecurable,
  PERMISSIONS,
  SERVER,
  type SecurableId,
  schemaSecurable,
} from '../catalog/security/index.ts';
import type { Value } from '../values/value.ts';
import type { SessionCore } from './session-core.ts';

/** A role of the database by name; NULL for anything else. */
export function isMember(core: SessionCore, role: string): Value {
  return isRoleMember(core, role, core.userName);
}

export function isRoleMember(core: SessionCore, role: string, name: string): Value {
  const { principals } = core.catalogs.current;
  const wanted = principals.get(nameKey(role));
  const member = principals.get(nameKey(name));
  if (wanted?.kind !== 'role' || member === undefined) return null;
  if (wanted.name === 'public') return 1;
  if (nameKey(member.name) === nameKey(wanted.name)) return 1;
  return memberships(member, principals).has(nameKey(wanted.name)) ? 1 : 0;
}

export function isServerRoleMember(core: SessionCore, role: string, name: string | undefined): Value {
  const { logins } = core.catalogs.server;
  const wanted = logins.get(nameKey(role));
  if (wanted?.kind !== 'role') return null;
  if (wanted.name === 'public') return 1;
  if (name === undefined) return core.security.unrestricted || core.security.server.grantees.has(nameKey(wanted.name)) ? 1 : 0;
  const login = logins.get(nameKey(name));
  if (login === undefined) return null;
  const roles = memberships(login, logins);
  return roles.has('sysadmin') || roles.has(nameKey(wanted.name)) ? 1 : 0;
}

export function hasAccess(core: SessionCore, database: string): Value {
  const catalog = core.catalogs.database(database);
  if (catalog === undefined) return null;
  return core.security.token(catalog).user === null ? 0 : 1;
}

/** A login's access to a database, whoever asks. */
export function loginHasAccess(core: SessionCore, login: string, catalog: DatabaseCatalog): boolean {
  return databaseToken(loginIdentity(login), core.catalogs.server, catalog).user !== null;
}

/** The arguments of HAS_PERMS_BY_NAME. */
export interface PermissionQuestion {
  readonly securable: string | null;
  readonly class: string | null;
  readonly permission: string | null;
  readonly part: string | null;
  readonly partClass: string | null;
}

/** 1, 0, or NULL when class, permission or securable mean nothing. Without a securable it is the server or the database in use. */
export function hasPermission(core: SessionCore, question: PermissionQuestion): Value {
  if (question.permission === null) return null;
  const permission = question.permission.toUpperCase();
  const securableClass = question.class?.toUpperCase() ?? (question.securable === null ? 'SERVER' : 'OBJECT');
  const ask = QUESTIONS[securableClass];
  const answer = ask?.(core, question, permission === 'EXEC' ? 'EXECUTE' : permission);
  return answer === undefined || answer === null ? null : answer ? 1 : 0;
}

type Ask = (core: SessionCore, question: PermissionQuestion, permission: string) => boolean | null;

const QUESTIONS: Readonly<Record<string, Ask>> = {
  SERVER: (core, _question, permission) =>
    ofAny(Object.keys(PERMISSIONS.SERVER), permission, (name) => holdsOnServer(core.security.server, name, SERVER)),
  DATABASE: (core, { securable }, permission) => {
    const catalog = core.catalogs.database(securable === null ? undefined : lastPart(securable));
    if (catalog === undefined) return null;
    const token = core.security.token(catalog);
    return ofAny(Object.keys(PERMISSIONS.DATABASE), permission, (name) => token.user !== null && holds(token, name, DATABASE));
  },
  SCHEMA: (core, { securable }, permission) => {
    const schema = securable === null ? undefined : findSchema(core.catalogs.current, lastPart(securable));
    return schema === undefined ? null : onSecurable(core, schemaSecurable(schema.id), permission);
  },
  OBJECT: (core, question, permission) => onObject(core, question, permission),
  TYPE: (core, { securable }, permission) => {
    const [schema, name] = nameOf(securable);
    const type = findType(core.catalogs.current, schema, core.catalogs.defaultSchema, name);
    return type === undefined ? null : onSecurable(core, { class: 'TYPE', id: type.id }, permission);
  },
  USER: (core, { securable }, permission) => onPrincipal(core, 'USER', securable, permission),
  ROLE: (core, { securable }, permission) => onPrincipal(core, 'ROLE', securable, permission),
  'XML SCHEMA COLLECTION': (core, { securable }, permission) => {
    const [schema, name] = nameOf(securable);
    const collection = findXmlSchema(core.catalogs.current, schema, core.catalogs.defaultSchema, name);
    return collection === undefined ? null : onSecurable(core, { class: 'XML SCHEMA COLLECTION', id: collection.id }, permission);
  },
  CERTIFICATE: (core, { securable }, permission) => onKey(core, 'CERTIFICATE', securable, permission),
  'ASYMMETRIC KEY': (core, { securable }, permission) => onKey(core, 'ASYMMETRIC KEY', securable, permission),
  'SYMMETRIC KEY': (core, { securable }, permission) => onKey(core, 'SYMMETRIC KEY', securable, permission),
  'MESSAGE TYPE': onBroker('MESSAGE TYPE'),
  CONTRACT: onBroker('CONTRACT'),
  SERVICE: onBroker('SERVICE'),
  ROUTE: onBroker('ROUTE'),
  'REMOTE SERVICE BINDING': onBroker('REMOTE SERVICE BINDING'),
  'APPLICATION ROLE': (core, { securable }, permission) => onPrincipal(core, 'APPLICATION ROLE', securable, permission),
  LOGIN: (core, { securable }, permission) => onLogin(core, 'LOGIN', securable, permission),
  'SERVER ROLE': (core, { securable }, permission) => onLogin(core, 'SERVER ROLE', securable, permission),
};

/** Names of Service Broker have no parts; one that holds dots or slashes may stand in brackets. */
function onBroker(securableClass: BrokerClass): Ask {
  return (core, { securable }, permission) => {
    const [, name] = nameOf(securable);
    const found = brokerSecurable(core.catalogs.current, securableClass, name);
    return found === undefined ? null : onSecurable(core, { class: securableClass, id: found.id }, permission);
  };
}

const KEY_WORDS = { CERTIFICATE: 'certificate', 'ASYMMETRIC KEY': 'asymmetric key', 'SYMMETRIC KEY': 'symmetric key' } as const;

function onKey(core: SessionCore, securableClass: keyof typeof KEY_WORDS, securable: string | null, permission: string): boolean | null {
  const key = findKey(core.catalogs.current, KEY_WORDS[securableClass], lastPart(securable ?? ''));
  return key === undefined ? null : onSecurable(core, { class: securableClass, id: key.id }, permission);
}

function onLogin(core: SessionCore, securableClass: 'LOGIN' | 'SERVER ROLE', securable: string | null, permission: string): boolean | null {
  const login = core.catalogs.server.logins.get(nameKey(lastPart(securable ?? '')));
  if (login === undefined || (login.kind === 'role') !== (securableClass === 'SERVER ROLE')) return null;
  return ofAny(Object.keys(PERMISSIONS[securableClass]), permission, (name) =>
    holdsOnServer(core.security.server, name, { class: securableClass, id: login.id }),
  );
}

/** `ANY` asks for any of them; a permission that the class does not have is none. */
function ofAny(known: readonly string[], permission: string, isHeld: (name: string) => boolean): boolean | null {
  if (permission === 'ANY') return known.some(isHeld);
  return known.includes(permission) ? isHeld(permission) : null;
}

function onSecurable(core: SessionCore, securable: SecurableId, permission: string): boolean | null {
  const token = core.security.token(core.catalogs.current);
  return ofAny(Object.keys(PERMISSIONS[securable.class]), permission, (name) => holds(token, name, securable));
}

function onPrincipal(
  core: SessionCore,
  securableClass: 'USER' | 'ROLE' | 'APPLICATION ROLE',
  name: string | null,
  permission: string,
): boolean | null {
  const principal = findPrincipal(core.catalogs.current, lastPart(name ?? ''));
  if (principal === undefined) return null;
  return onSecurable(core, { class: securableClass, id: principal.id }, permission);
}

function onObject(core: SessionCore, { securable, part, partClass }: PermissionQuestion, permission: string): boolean | null {
  const [schema, name, database] = nameOf(securable);
  const catalog = core.catalogs.database(database);
  const object = catalog && findObject(catalog, schema, core.catalogs.defaultSchema, name);
  if (catalog === undefined || object === undefined) return null;
  const token = core.security.token(catalog);
  if (partClass !== null && partClass.toUpperCase() !== 'COLUMN') return null;
  const column = part === null ? undefined : columnId(object, lastPart(part));
  if (part !== null && column === undefined) return null;
  return ofAny(applicable(object), permission, (one) => {
    if (column !== undefined && COLUMN_PERMISSIONS.has(one)) return holdsColumns(token, one, object.id, [column]).allowed;
    return holds(token, one, objectSecurable(object.id));
  });
}

function columnId(object: SchemaObject, name: string): number | undefined {
  if (object.kind === 'table') return findColumn(object, name)?.id;
  if (object.kind !== 'view' && object.kind !== 'function') return undefined;
  const index = object.columns.findIndex((column) => nameKey(column.name) === nameKey(name));
  return index < 0 ? undefined : index + 1;
}

/** Schema, name and database of a written name. */
function nameOf(written: string | null): readonly [schema: string | undefined, name: string, database: string | undefined] {
  const [name, schema, database] = [...(parseName(written ?? '') ?? [])].reverse();
  return [schema ?? undefined, name ?? '', database ?? undefined];
}

const lastPart = (written: string): string => nameOf(written)[1];
