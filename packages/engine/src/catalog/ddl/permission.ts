/** GRANT, DENY and REVOKE: rows of permissions. A grant takes away a deny of the same thing and the reverse; a revoke takes away both. */

import type { Permission as PermissionStatement, Securable } from '@sprocket/tsql';
import { sqlError, unsupported } from '../../errors.ts';
import { setPermissions } from '../edit.ts';
import { findColumn, findObject, findPrincipal, findSchema, findType, nameParts, nameText, sameName } from '../find.ts';
import { type DatabaseCatalog, nameKey, type Permission } from '../model.ts';
import { setServerPermissions } from '../server.ts';
import { commitCatalog, commitServer } from './apply.ts';
import type { DdlContext } from './context.ts';

export function changePermissions(statement: PermissionStatement, context: DdlContext): void {
  const names = statement.permissions.map((permission) => permission.name);
  if (statement.securable === null && names.every(isServerPermission)) return changeServerPermissions(statement, context);
  const catalog = context.catalogs.current();
  const target = securable(statement.securable, context, catalog);
  const grantees = statement.principals.map(({ value }) => {
    const principal = findPrincipal(catalog, value);
    if (principal === undefined) throw sqlError(15151, 'find', 'user', value);
    return principal.name;
  });
  const rows = grantees.flatMap((grantee) => permissionRows(statement, target).map((row) => ({ ...row, grantee })));
  const kept = catalog.permissions.filter((existing) => !rows.some((row) => samePermission(row, existing)));
  const revokedOption = statement.verb === 'REVOKE' && statement.grantOptionFor;
  const added = statement.verb === 'REVOKE' ? (revokedOption ? rows : []) : rows;
  commitCatalog(context, catalog, setPermissions(catalog, [...kept, ...added]));
}

const STATES = { GRANT: 'grant', DENY: 'deny', REVOKE: 'grant' } as const;

interface Target {
  readonly class: string;
  readonly objectId: number;
  /** Permissions that ALL stands for. */
  readonly all: readonly string[];
  readonly columnId: (name: string) => number;
}

function permissionRows(statement: PermissionStatement, target: Target): readonly Omit<Permission, 'grantee'>[] {
  const state = statement.verb === 'GRANT' && statement.withGrantOption ? 'grant with grant option' : STATES[statement.verb];
  return statement.permissions.flatMap((item) => {
    const names = item.name === 'ALL' || item.name === 'ALL PRIVILEGES' ? target.all : [item.name === 'EXEC' ? 'EXECUTE' : item.name];
    const columns = [...item.columns, ...(statement.securable?.columns ?? [])].map((column) => target.columnId(column.value));
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
    return { class: 'DATABASE', objectId: 0, all: DATABASE_PERMISSIONS, columnId: noColumn };
  const name = nameText(syntax.name);
  switch (syntax.class) {
    case null:
    case 'OBJECT':
      return objectTarget(syntax, context, catalog);
    case 'SCHEMA': {
      const schema = findSchema(catalog, name);
      if (schema === undefined) throw sqlError(15151, 'find', 'schema', name);
      return { class: 'SCHEMA', objectId: schema.id, all: TABLE_PERMISSIONS, columnId: noColumn };
    }
    case 'TYPE': {
      const parts = nameParts(syntax.name);
      const type = findType(catalog, parts.schema, context.defaultSchema, parts.name);
      if (type === undefined) throw sqlError(15151, 'find', 'type', name);
      return { class: 'TYPE', objectId: type.id, all: ['REFERENCES', 'EXECUTE'], columnId: noColumn };
    }
    case 'USER':
    case 'ROLE': {
      const principal = findPrincipal(catalog, name);
      if (principal === undefined) throw sqlError(15151, 'find', syntax.class.toLowerCase(), name);
      return { class: syntax.class, objectId: principal.id, all: ['CONTROL'], columnId: noColumn };
    }
    default:
      throw unsupported(`permissions ON ${syntax.class}`);
  }
}

function objectTarget(syntax: Securable, context: DdlContext, catalog: DatabaseCatalog): Target {
  const parts = nameParts(syntax.name);
  const object = findObject(catalog, parts.schema, context.defaultSchema, parts.name);
  if (object === undefined) throw sqlError(15151, 'find', 'object', parts.name);
  const isCallable = object.kind === 'procedure' || (object.kind === 'function' && object.form === 'scalar');
  const columnId = (name: string): number => {
    const column = object.kind === 'table' ? findColumn(object, name)?.id : viewColumn(object, name);
    if (column === undefined) throw sqlError(1911, name);
    return column;
  };
  return { class: 'OBJECT', objectId: object.id, all: isCallable ? ['EXECUTE'] : TABLE_PERMISSIONS, columnId };
}

function viewColumn(object: { readonly kind: string }, name: string): number | undefined {
  if (!('columns' in object)) return undefined;
  const index = (object.columns as readonly { readonly name: string }[]).findIndex((column) => nameKey(column.name) === nameKey(name));
  return index < 0 ? undefined : index + 1;
}

const SERVER_PERMISSIONS: ReadonlySet<string> = new Set([
  'ADMINISTER BULK OPERATIONS',
  'ALTER ANY DATABASE',
  'ALTER ANY LOGIN',
  'ALTER ANY LINKED SERVER',
  'ALTER ANY SERVER ROLE',
  'ALTER SERVER STATE',
  'ALTER SETTINGS',
  'ALTER TRACE',
  'CONNECT ANY DATABASE',
  'CONNECT SQL',
  'CONTROL SERVER',
  'CREATE ANY DATABASE',
  'CREATE SERVER ROLE',
  'IMPERSONATE ANY LOGIN',
  'SELECT ALL USER SECURABLES',
  'SHUTDOWN',
  'VIEW ANY DATABASE',
  'VIEW ANY DEFINITION',
  'VIEW SERVER STATE',
]);

const isServerPermission = (name: string): boolean => SERVER_PERMISSIONS.has(name);

function changeServerPermissions(statement: PermissionStatement, context: DdlContext): void {
  const server = context.server.catalog();
  const target: Target = { class: 'SERVER', objectId: 0, all: [], columnId: () => 0 };
  const rows = statement.principals.flatMap(({ value }) => {
    const login = server.logins.get(nameKey(value));
    if (login === undefined) throw sqlError(15151, 'find', 'login', value);
    return permissionRows(statement, target).map((row): Permission => ({ ...row, grantee: login.name }));
  });
  const kept = server.permissions.filter((existing) => !rows.some((row) => samePermission(row, existing)));
  commitServer(context, setServerPermissions(server, statement.verb === 'REVOKE' ? kept : [...kept, ...rows]));
}
