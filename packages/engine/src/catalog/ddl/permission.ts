/**
 * GRANT, DENY and REVOKE: rows of permissions, one for each grantee, grantor and securable. A grant takes the place of a denial by the same grantor and
 * the reverse; a revocation takes away what its own grantor gave, and with CASCADE everything that was passed on by virtue of it.
 */

import type { Permission as PermissionStatement } from '@sprocket/tsql';
import { sqlError } from '../../errors.ts';
import { setPermissions } from '../edit.ts';
import { findPrincipal, nameText, sameName } from '../find.ts';
import { type DatabaseCatalog, nameKey, type Permission } from '../model.ts';
import { COLUMN_PERMISSIONS, holdsOnServer, PERMISSIONS, type ServerToken } from '../security/index.ts';
import { setServerPermissions } from '../server.ts';
import { commitCatalog, commitServer } from './apply.ts';
import type { DdlContext } from './context.ts';
import { grantorOf } from './grantor.ts';
import { databaseTarget, serverTarget, type Target } from './permission-target.ts';

export function changePermissions(statement: PermissionStatement, context: DdlContext): void {
  const names = statement.permissions.map((permission) => permission.name);
  const isServers =
    statement.securable === null ? names.every(isServerPermission) : SERVER_CLASSES.has(statement.securable.class ?? 'OBJECT');
  if (isServers) return changeServerPermissions(statement, context);
  const catalog = context.catalogs.current();
  const target = databaseTarget(statement.securable, context, catalog);
  const granted = permissionRows(statement, target);
  const refusal = () => notGrantor(statement);
  const grantor = grantorOf({ rows: granted, target, as: statement.as, gives: statement.verb !== 'REVOKE', refusal }, context, catalog);
  const grantees = statement.principals.map(({ value }) => granteeOf(value, target, context, catalog));
  const rows = grantees.flatMap((grantee) => granted.map((row) => by(grantor, 'dbo', { ...row, grantee })));
  commitCatalog(context, catalog, setPermissions(catalog, changedRows(statement, catalog.permissions, rows)));
}

/** The rows when a principal has another name. */
export function renamedInPermissions(rows: readonly Permission[], from: string, to: string): readonly Permission[] {
  const renamed = (name: string): string => (sameName(name, from) ? to : name);
  return rows.map((row) => ({
    ...row,
    grantee: renamed(row.grantee),
    ...(row.grantor === undefined ? {} : { grantor: renamed(row.grantor) }),
  }));
}

/** What the first principal of all gives has no grantor. */
const by = (grantor: string, first: string, row: Permission): Permission => (sameName(grantor, first) ? row : { ...row, grantor });

/** The rows after the statement. Raises 4611. */
function changedRows(statement: PermissionStatement, before: readonly Permission[], rows: readonly Permission[]): readonly Permission[] {
  const touched = before.filter((existing) => rows.some((row) => sameRow(row, existing)));
  const passedOn = touched.filter(({ state }) => state === 'grant with grant option');
  if (statement.verb === 'GRANT') {
    const kept = new Set(passedOn.map((row) => rows.find((other) => sameRow(row, other))));
    return [...before.filter((row) => !touched.includes(row) || passedOn.includes(row)), ...rows.filter((row) => !kept.has(row))];
  }
  if (passedOn.length > 0 && !statement.cascade) throw sqlError(4611);
  const ended = cascaded(before, touched, passedOn);
  const others = before.filter((row) => !touched.includes(row) && !ended.has(row));
  if (statement.verb === 'DENY') return [...others, ...[...ended].map((row) => ({ ...row, state: 'deny' as const })), ...rows];
  return statement.grantOptionFor ? [...others, ...touched.map((row) => ({ ...row, state: 'grant' as const }))] : others;
}

/** What was passed on by grantees who may not pass it on any more, and so on. */
function cascaded(before: readonly Permission[], touched: readonly Permission[], passedOn: readonly Permission[]): ReadonlySet<Permission> {
  const ended = new Set<Permission>();
  const pending = [...passedOn];
  const mayStill = (grantee: string, row: Permission): boolean =>
    before.some(
      (other) =>
        sameThing(row, other) &&
        sameName(other.grantee, grantee) &&
        other.state === 'grant with grant option' &&
        !ended.has(other) &&
        !touched.includes(other),
    );
  for (let row = pending.pop(); row !== undefined; row = pending.pop()) {
    const { grantee } = row;
    if (mayStill(grantee, row)) continue;
    for (const given of before) {
      if (ended.has(given) || touched.includes(given) || !sameThing(row, given) || !sameName(given.grantor ?? '', grantee)) continue;
      ended.add(given);
      if (given.state === 'grant with grant option') pending.push(given);
    }
  }
  return ended;
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
function notGrantor({ securable: syntax }: PermissionStatement) {
  if (syntax === null || syntax.class === 'DATABASE') return sqlError(4613);
  return sqlError(15151, 'find', (syntax.class ?? 'OBJECT').toLowerCase(), nameText(syntax.name));
}

const SERVER_CLASSES: ReadonlySet<string> = new Set(['SERVER', 'LOGIN', 'SERVER ROLE']);

const STATES = { GRANT: 'grant', DENY: 'deny', REVOKE: 'grant' } as const;

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

function sameThing(a: Permission, b: Permission): boolean {
  return a.permission === b.permission && a.class === b.class && a.objectId === b.objectId && a.columnId === b.columnId;
}

const sameRow = (a: Permission, b: Permission): boolean =>
  sameThing(a, b) && sameName(a.grantee, b.grantee) && sameName(a.grantor ?? '', b.grantor ?? '');

const isServerPermission = (name: string): boolean => name in PERMISSIONS.SERVER;

/** Permissions on the server and on logins are given in master (4621). */
function changeServerPermissions(statement: PermissionStatement, context: DdlContext): void {
  if (context.catalogs.current().databaseId !== MASTER) throw sqlError(4621);
  const server = context.server.catalog();
  const target = serverTarget(statement.securable, server);
  const granted = permissionRows(statement, target);
  const grantor = serverGrantor(statement, granted, target, context);
  const rows = statement.principals.flatMap(({ value }) => {
    const login = server.logins.get(nameKey(value));
    if (login === undefined) throw sqlError(15151, 'find', 'login', value);
    if (login.kind === 'role' && login.fixed && login.name !== 'public') throw sqlError(4617);
    if (login.id === 1 || sameName(login.name, context.login)) throw sqlError(4624);
    return granted.map((row): Permission => by(grantor, SA, { ...row, grantee: login.name }));
  });
  commitServer(context, setServerPermissions(server, changedRows(statement, server.permissions, rows)));
}

/** On the server everybody grants in his own name; AS names a role of his. */
function serverGrantor(
  statement: PermissionStatement,
  rows: readonly { readonly permission: string }[],
  target: Target,
  context: DdlContext,
): string {
  const token = context.authority.server();
  const isManager = holdsOnServer(token, 'CONTROL SERVER') || token.grantees.has('securityadmin');
  if (!isManager && !rows.every(({ permission }) => mayPassOnServer(token, permission, target))) throw sqlError(4613);
  if (statement.as === null) return context.login;
  const login = token.server.logins.get(nameKey(statement.as.value));
  if (login === undefined) throw sqlError(15151, 'find', 'login', statement.as.value);
  if (!token.unrestricted && !token.grantees.has(nameKey(login.name))) throw sqlError(4618, login.name);
  return login.name;
}

const mayPassOnServer = (token: ServerToken, permission: string, { class: securableClass, objectId }: Target): boolean =>
  (token.rows.get(`${securableClass} ${objectId}`) ?? []).some(
    (row) => row.permission === permission && row.state === 'grant with grant option',
  );

/** The first login. */
const SA = 'sa';

const MASTER = 1;
