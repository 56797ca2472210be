/**
 * Holds who acts against what a statement or a call asks for. Everything that is refused is reported: one error for each object, or for each column
 * when the permission is had for others of its columns.
 */

import type { Access } from '../bind/access.ts';
import type { Dependencies } from '../bind/context.ts';
import { findPrincipal, findType, sameName } from '../catalog/find.ts';
import type { DatabaseCatalog, SchemaObject } from '../catalog/model.ts';
import { holds, holdsColumns, loginOf, objectSecurable, ownerOf, type Token, takesPartInChains } from '../catalog/security/index.ts';
import type { ServerCatalog } from '../catalog/server.ts';
import { SqlError, sqlError, sqlErrorState } from '../errors.ts';
import type { OwnedBody } from '../run/compiled.ts';
import { PermissionError } from '../run/failures.ts';

/** What the session knows of catalogs and of who acts. */
export interface Authority {
  readonly currentId: number;
  readonly loginName: string;
  databaseById(id: number): DatabaseCatalog | undefined;
  token(catalog: DatabaseCatalog): Token;
}

/** Raises 916 for a database that may not be entered, then 229 and 230. */
export function authorize(authority: Authority, { databases, accesses }: Dependencies, line: number): void {
  for (const id of databases.keys()) if (id !== authority.currentId) requireEntry(authority, id);
  const errors = new Map(accesses.flatMap((access) => refusals(authority, access)).map((error) => [error.message, error]));
  raise([...errors.values()], line);
}

/** 916 */
export function requireEntry(authority: Authority, databaseId: number): void {
  const catalog = authority.databaseById(databaseId);
  if (catalog !== undefined && authority.token(catalog).user === null) throw sqlError(916, authority.loginName, catalog.name);
}

function raise(errors: readonly SqlError[], line: number): void {
  const last = errors.at(-1);
  if (last === undefined) return;
  for (const error of errors) error.line = line;
  throw new PermissionError(last, errors.slice(0, -1));
}

function refusals(authority: Authority, access: Access): readonly SqlError[] {
  const database = authority.databaseById(access.databaseId);
  const object = database?.objectsById.get(access.objectId);
  if (database === undefined || object === undefined || isAside(access)) return [];
  const token = authority.token(database);
  const answer =
    access.columns === null
      ? { allowed: holds(token, access.permission, objectSecurable(object.id)), refused: [] }
      : holdsColumns(token, access.permission, object.id, columnIds(object, access.columns));
  if (answer.allowed || allowedBySynonym(authority, access) || isChainedAcross(authority, access, token, object)) return [];
  const shown = shownObject(authority, access) ?? { database, object };
  if (access.permission === 'ALTER') return [sqlErrorState(1088, 7, shown.object.name)];
  if (answer.refused.length === 0) return [denied(access.permission, shown.database, shown.object)];
  return answer.refused.map((column) =>
    sqlError(230, access.permission, columnName(object, column), object.name, database.name, object.schema),
  );
}

const isAside = ({ onlyIfUsed, columns }: Access): boolean => onlyIfUsed && columns !== null && columns.size === 0;

/** EXECUTE on a table type. */
export function authorizeType(authority: Authority, written: string, body: OwnedBody | null, databaseId: number): void {
  const database = authority.databaseById(databaseId);
  const [schema = 'dbo', name = ''] = written.split('.');
  const type = database && findType(database, schema, 'dbo', name);
  if (database === undefined || type === undefined) return;
  const isOwners = body?.databaseId === databaseId && sameName(ownerOf(database, body), ownerOf(database, type));
  if (isOwners || holds(authority.token(database), 'EXECUTE', { class: 'TYPE', id: type.id })) return;
  const { number, severity, state, message } = denied('EXECUTE', database, type);
  // A declaration is no statement: the batch is refused.
  throw new SqlError(number, severity, state, message, 'batch');
}

/** 229 */
export function denied(permission: string, database: DatabaseCatalog, { name, schema }: Pick<SchemaObject, 'name' | 'schema'>): SqlError {
  return sqlError(229, permission, name, database.name, schema);
}

function columnIds(object: SchemaObject, positions: ReadonlySet<number>): readonly number[] {
  if (object.kind !== 'table') return [...positions].map((position) => position + 1);
  return [...positions].flatMap((position) => object.columns[position]?.id ?? []);
}

function columnName(object: SchemaObject, id: number): string {
  if (object.kind === 'table') return object.columns.find((column) => column.id === id)?.name ?? '';
  return object.kind === 'view' || object.kind === 'function' ? (object.columns[id - 1]?.name ?? '') : '';
}

function allowedBySynonym(authority: Authority, { synonym, permission }: Access): boolean {
  const database = synonym?.chained === true ? authority.databaseById(synonym.databaseId) : undefined;
  return database !== undefined && synonym !== null && holds(authority.token(database), permission, objectSecurable(synonym.objectId));
}

/** An ownership chain reaches another database when both take part and the owner is one login. */
function isChainedAcross(authority: Authority, { crossing, permission }: Access, token: Token, object: SchemaObject): boolean {
  const from = crossing === null || permission === 'ALTER' ? undefined : authority.databaseById(crossing.databaseId);
  if (crossing === null || from === undefined) return false;
  const { catalog } = token;
  const { server } = token.server;
  if (!takesPartInChains(from, server) || !takesPartInChains(catalog, server)) return false;
  const owner = ownerSid(from, crossing.owner, server);
  return owner !== undefined && owner === ownerSid(catalog, ownerOf(catalog, object), server);
}

function ownerSid(catalog: DatabaseCatalog, owner: string, server: ServerCatalog): string | undefined {
  const principal = findPrincipal(catalog, owner);
  return principal && loginOf(principal, catalog, server)?.sid;
}

/** Errors name what the statement named. */
function shownObject(
  authority: Authority,
  { synonym }: Access,
): { readonly database: DatabaseCatalog; readonly object: SchemaObject } | undefined {
  const database = synonym === null ? undefined : authority.databaseById(synonym.databaseId);
  const object = database?.objectsById.get(synonym?.objectId ?? 0);
  return database && object && { database, object };
}
