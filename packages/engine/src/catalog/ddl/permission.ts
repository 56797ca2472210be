/** GRANT, DENY and REVOKE: rows of permissions. A grant takes away a deny of the same thing and the reverse; a revoke takes away both. */

import type { Permission as PermissionStatement, Securable } from '@sprocket/tsql';
import { sqlError, unsupported } from '../../errors.ts';
import { setPermissions } from '../edit.ts';
import { findColumn, findObject, findPrincipal, findSchema, findType, nameParts, nameText, sameName } from '../find.ts';
import { type DatabaseCatalog, nameKey, type Permission } from '../model.ts';
import { applicable, COLUMN_PERMISSIONS, holdsOnServer, mayGrant, ownerOf, PERMISSIONS, type SecurableClass } from '../security/index.ts';
import { type ServerCatalog, setServerPermissions } from '../server.ts';
import { commitCatalog, commitServer } from './apply.ts';
import type { DdlContext } from './context.ts';

export function changePermissions(statement: PermissionStatement, context: DdlContext): void {
  const names = statement.permissions.map((permission) => permission.name);
  const isServers =
    statement.securable === null ? names.every(isServerPermission) : SERVER_CLASSES.has(statement.securable.class ?? 'OBJECT');
  if (isServers) return changeServerPermissions(statement, context);
  const catalog = context.catalogs.current();
  const target = securable(statement.securable, context, catalog);
  const granted = permissionRows(statement, target);
  requireGrantor(granted, statement, context, catalog);
  const grantees = statement.principals.map(({ value }) => granteeOf(value, target, context, catalog));
  const rows = grantees.flatMap((grantee) => granted.map((row) => ({ ...row, grantee })));
  commitCatalog(context, catalog, setPermissions(catalog, changedRows(statement, catalog.permissions, rows)));
}

/** The rows after the statement: a grant takes the place of a denial and the reverse, a revocation removes both. */
function changedRows(statement: PermissionStatement, before: readonly Permission[], rows: readonly Permission[]): readonly Permission[] {
  const touched = before.filter((existing) => rows.some((row) => samePermission(row, existing)));
  const takesOption = statement.verb !== 'GRANT' && !statement.cascade;
  if (takesOption && touched.some(({ state }) => state === 'grant with grant option')) throw sqlError(4611);
  const kept = before.filter((existing) => !touched.includes(existing));
  if (statement.verb !== 'REVOKE') return [...kept, ...rows];
  return statement.grantOptionFor ? [...kept, ...touched.map((row) => ({ ...row, state: 'grant' as const }))] : kept;
}

/** Nobody may be given or denied what the owners have anyway (4624), nor may a fixed role (4617). */
function granteeOf(name: string, target: Target, context: DdlContext, catalog: DatabaseCatalog): string {
  const principal = findPrincipal(catalog, name);
  if (principal === undefined) throw sqlError(15151, 'find', 'user', name);
  if (principal.kind === 'role' && principal.fixed && principal.name !== 'public') throw sqlError(4617);
  const isOwner = target.owner !== null && sameName(target.owner, principal.name);
  if (isOwner || UNGRANTABLE.has(principal.name) || sameName(principal.name, context.user)) throw sqlError(4624);
  return principal.name;
}

const UNGRANTABLE: ReadonlySet<string> = new Set(['dbo', 'sys', 'INFORMATION_SCHEMA']);

/** Who may not pass a permission on is told that there is no such thing, or of a permission on the database that it is not his (4613). */
function requireGrantor(
  rows: readonly Omit<Permission, 'grantee'>[],
  { securable: syntax }: PermissionStatement,
  context: DdlContext,
  catalog: DatabaseCatalog,
): void {
  const token = context.authority.token(catalog);
  const isHeld = rows.every((row) => mayGrant(token, row.permission, { class: row.class as SecurableClass, id: row.objectId }));
  if (isHeld) return;
  if (syntax === null || syntax.class === 'DATABASE') throw sqlError(4613);
  throw sqlError(15151, 'find', (syntax.class ?? 'OBJECT').toLowerCase(), nameText(syntax.name));
}

const SERVER_CLASSES: ReadonlySet<string> = new Set(['SERVER', 'LOGIN', 'SERVER ROLE']);

const STATES = { GRANT: 'grant', DENY: 'deny', REVOKE: 'grant' } as const;

interface Target {
  readonly class: string;
  readonly objectId: number;
  /** Who owns it; null where that does not matter. */
  readonly owner: string | null;
  /** The permissions that it can have; null for any. */
  readonly possible: readonly string[] | null;
  /** Permissions that ALL stands for. */
  readonly all: readonly string[];
  readonly columnId: (name: string) => number;
}

function permissionRows(statement: PermissionStatement, target: Target): readonly Omit<Permission, 'grantee'>[] {
  const state = statement.verb === 'GRANT' && statement.withGrantOption ? 'grant with grant option' : STATES[statement.verb];
  return statement.permissions.flatMap((item) => {
    const names = item.name === 'ALL' || item.name === 'ALL PRIVILEGES' ? target.all : [item.name === 'EXEC' ? 'EXECUTE' : item.name];
    const impossible = names.find((name) => target.possible?.includes(name) === false);
    if (impossible !== undefined) throw sqlError(4606, impossible);
    const columns = [...item.columns, ...(statement.securable?.columns ?? [])].map((column) => target.columnId(column.value));
    if (columns.length > 0 && names.some((name) => !COLUMN_PERMISSIONS.has(name))) throw sqlError(1020);
    return names.flatMap((permission) =>
      (columns.length === 0 ? [0] : columns).map((columnId) => ({
        state,
        permission,
        class: target.class,
        objectId: target.objectId,
        columnId,
      })),
    );
  });
}

function samePermission(a: Permission, b: Permission): boolean {
  return (
    sameName(a.grantee, b.grantee) &&
    a.permission === b.permission &&
    a.class === b.class &&
    a.objectId === b.objectId &&
    a.columnId === b.columnId
  );
}

const TABLE_PERMISSIONS: readonly string[] = ['DELETE', 'INSERT', 'REFERENCES', 'SELECT', 'UPDATE'];
const DATABASE_PERMISSIONS: readonly string[] = [
  'BACKUP DATABASE',
  'BACKUP LOG',
  'CREATE DATABASE',
  'CREATE DEFAULT',
  'CREATE FUNCTION',
  'CREATE PROCEDURE',
  'CREATE RULE',
  'CREATE TABLE',
  'CREATE VIEW',
];

function securable(syntax: Securable | null, context: DdlContext, catalog: DatabaseCatalog): Target {
  const noColumn = (name: string): number => {
    throw sqlError(1020, name);
  };
  if (syntax === null || syntax.class === 'DATABASE')
    return { class: 'DATABASE', objectId: 0, owner: null, possible: null, all: DATABASE_PERMISSIONS, columnId: noColumn };
  const name = nameText(syntax.name);
  switch (syntax.class) {
    case null:
    case 'OBJECT':
      return objectTarget(syntax, context, catalog);
    case 'SCHEMA': {
      const schema = findSchema(catalog, name);
      if (schema === undefined) throw sqlError(15151, 'find', 'schema', name);
      return { class: 'SCHEMA', objectId: schema.id, owner: schema.owner, possible: null, all: TABLE_PERMISSIONS, columnId: noColumn };
    }
    case 'TYPE': {
      const parts = nameParts(syntax.name);
      const type = findType(catalog, parts.schema, context.defaultSchema, parts.name);
      if (type === undefined) throw sqlError(15151, 'find', 'type', name);
      return { class: 'TYPE', objectId: type.id, owner: null, possible: null, all: ['REFERENCES', 'EXECUTE'], columnId: noColumn };
    }
    case 'USER':
    case 'ROLE': {
      const principal = findPrincipal(catalog, name);
      if (principal === undefined) throw sqlError(15151, 'find', syntax.class.toLowerCase(), name);
      return { class: syntax.class, objectId: principal.id, owner: null, possible: null, all: ['CONTROL'], columnId: noColumn };
    }
    default:
      throw unsupported(`permissions ON ${syntax.class}`);
  }
}

function objectTarget(syntax: Securable, context: DdlContext, catalog: DatabaseCatalog): Target {
  const parts = nameParts(syntax.name);
  const object = findObject(catalog, parts.schema, context.defaultSchema, parts.name);
  if (object === undefined) throw sqlError(15151, 'find', 'object', parts.name);
  const columnId = (name: string): number => {
    const column = object.kind === 'table' ? findColumn(object, name)?.id : viewColumn(object, name);
    if (column === undefined) throw sqlError(1911, name);
    return column;
  };
  const possible = applicable(object);
  const all = possible.includes('SELECT') ? TABLE_PERMISSIONS : possible.filter((name) => name === 'EXECUTE' || name === 'REFERENCES');
  return { class: 'OBJECT', objectId: object.id, owner: ownerOf(catalog, object), possible, all, columnId };
}

function viewColumn(object: { readonly kind: string }, name: string): number | undefined {
  if (!('columns' in object)) return undefined;
  const index = (object.columns as readonly { readonly name: string }[]).findIndex((column) => nameKey(column.name) === nameKey(name));
  return index < 0 ? undefined : index + 1;
}

const isServerPermission = (name: string): boolean => name in PERMISSIONS.SERVER;

/** Permissions on the server and on logins are given in master (4621). */
function changeServerPermissions(statement: PermissionStatement, context: DdlContext): void {
  if (context.catalogs.current().databaseId !== MASTER) throw sqlError(4621);
  const server = context.server.catalog();
  const target = serverTarget(statement.securable, server);
  const token = context.authority.server();
  const isGrantor = holdsOnServer(token, 'CONTROL SERVER') || token.grantees.has('securityadmin');
  if (!isGrantor) throw sqlError(4613);
  const rows = statement.principals.flatMap(({ value }) => {
    const login = server.logins.get(nameKey(value));
    if (login === undefined) throw sqlError(15151, 'find', 'login', value);
    if (login.id === 1 || sameName(login.name, context.login)) throw sqlError(4624);
    return permissionRows(statement, target).map((row): Permission => ({ ...row, grantee: login.name }));
  });
  commitServer(context, setServerPermissions(server, changedRows(statement, server.permissions, rows)));
}

const MASTER = 1;

function serverTarget(syntax: Securable | null, server: ServerCatalog): Target {
  const target: Target = { class: 'SERVER', objectId: 0, owner: null, possible: null, all: [], columnId: () => 0 };
  if (syntax === null || syntax.class === 'SERVER') return target;
  const name = nameText(syntax.name);
  const login = server.logins.get(nameKey(name));
  if (login === undefined) throw sqlError(15151, 'find', 'login', name);
  return { ...target, class: 'LOGIN', objectId: login.id };
}
