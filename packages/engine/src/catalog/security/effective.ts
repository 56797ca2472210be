/**
 * Whether a token holds a permission: it does when a grant of the permission, or of one that implies it, reaches any of its principals, or when it owns
 * the securable, and no denial does. A denial wins over every grant, with one exception that SQL Server keeps for old applications: a grant of a
 * column stands against a denial of its whole table.
 */

import { brokerOwner } from '../broker/securables.ts';
import { type DatabaseCatalog, nameKey, type SchemaObject } from '../model.ts';
import { CONTAINER, PERMISSIONS, type SecurableClass } from './hierarchy.ts';
import { type PermissionRow, rowKey, type ServerToken, type Token } from './token.ts';

/** What a permission is about. The server and the database have id 0. */
export interface SecurableId {
  readonly class: SecurableClass;
  readonly id: number;
}

export const SERVER: SecurableId = { class: 'SERVER', id: 0 };
export const DATABASE: SecurableId = { class: 'DATABASE', id: 0 };
export const objectSecurable = (id: number): SecurableId => ({ class: 'OBJECT', id });
export const schemaSecurable = (id: number): SecurableId => ({ class: 'SCHEMA', id });

export function holds(token: Token, permission: string, securable: SecurableId): boolean {
  if (token.unrestricted) return true;
  return decide(nodesOf(token, permission, securable), (node) => databaseRows(token, node));
}

export function holdsOnServer(token: ServerToken, permission: string, securable: SecurableId = SERVER): boolean {
  if (token.unrestricted) return true;
  return decide(
    closure(permission, securable, () => SERVER),
    (node) => ({
      rows: token.rows.get(rowKey(node.class, node.id)) ?? [],
      owned: false,
    }),
  );
}

/** Columns that are not permitted, of those in question; by column id. With an empty list, whether any column is permitted at all. */
export interface ColumnAnswer {
  readonly allowed: boolean;
  /** The columns that stand in the way; empty when the whole object does. */
  readonly refused: readonly number[];
}

/** A permission on columns of an object. A statement that names no column needs the permission on any of them. */
export function holdsColumns(token: Token, permission: string, objectId: number, columns: Iterable<number>): ColumnAnswer {
  if (token.unrestricted) return ALLOWED;
  const whole = holds(token, permission, objectSecurable(objectId));
  const rows = (token.rows.get(rowKey('OBJECT', objectId)) ?? []).filter((row) => row.columnId !== 0 && row.permission === permission);
  if (rows.length === 0) return whole ? ALLOWED : REFUSED;
  if (!whole && rows.every(({ state }) => state === 'deny')) return REFUSED;
  const wanted = [...columns];
  if (wanted.length === 0) return whole || rows.some(({ state }) => state !== 'deny') ? ALLOWED : REFUSED;
  const refused = wanted.filter((column) => !columnAllowed(rows, column, whole));
  return { allowed: refused.length === 0, refused };
}

const ALLOWED: ColumnAnswer = { allowed: true, refused: [] };
const REFUSED: ColumnAnswer = { allowed: false, refused: [] };

function columnAllowed(rows: readonly PermissionRow[], column: number, whole: boolean): boolean {
  const states = rows.filter((row) => row.columnId === column).map(({ state }) => state);
  return !states.includes('deny') && (whole || states.length > 0);
}

/** Whether the object may be seen at all: any permission on it or on one of its columns shows it, a denial of VIEW DEFINITION hides it. */
export const sees = (token: Token, objectId: number): boolean => seesSecurable(token, objectSecurable(objectId));

export function seesSecurable(token: Token, securable: SecurableId): boolean {
  if (token.unrestricted) return true;
  if (isDenied(token, 'VIEW DEFINITION', securable)) return false;
  const rows = token.rows.get(rowKey(securable.class, securable.id)) ?? [];
  if (rows.some(({ state }) => state !== 'deny')) return true;
  return Object.keys(PERMISSIONS[securable.class]).some((permission) => holds(token, permission, securable));
}

/** Whether one of these principals was given the permission to pass it on. */
export function mayPassOn(token: Token, permission: string, securable: SecurableId, isGrantee: (principal: string) => boolean): boolean {
  for (const node of nodesOf(token, permission, securable)) {
    const { rows } = databaseRows(token, node);
    const isMine = (row: PermissionRow): boolean => row.permission === node.permission && isGrantee(row.grantee);
    if (rows.some((row) => isMine(row) && row.state === 'grant with grant option')) return true;
  }
  return false;
}

interface Node extends SecurableId {
  readonly permission: string;
}

interface NodeRows {
  readonly rows: readonly PermissionRow[];
  /** An owner holds everything on what it owns. */
  readonly owned: boolean;
}

function decide(nodes: Iterable<Node>, rowsOf: (node: Node) => NodeRows): boolean {
  let granted = false;
  for (const node of nodes) {
    const { rows, owned } = rowsOf(node);
    if (owned) return true;
    for (const row of rows) {
      if (row.columnId !== 0 || row.permission !== node.permission) continue;
      if (row.state === 'deny') return false;
      granted = true;
    }
  }
  return granted;
}

function isDenied(token: Token, permission: string, securable: SecurableId): boolean {
  for (const node of nodesOf(token, permission, securable)) {
    const { rows, owned } = databaseRows(token, node);
    if (owned) return false;
    if (rows.some((row) => row.state === 'deny' && row.columnId === 0 && row.permission === node.permission)) return true;
  }
  return false;
}

function databaseRows(token: Token, node: Node): NodeRows {
  const source = SERVER_CLASSES.has(node.class) ? token.server.rows : token.rows;
  return { rows: source.get(rowKey(node.class, node.id)) ?? [], owned: owns(token, node) };
}

const SERVER_CLASSES: ReadonlySet<SecurableClass> = new Set(['SERVER', 'LOGIN', 'SERVER ROLE']);

/** Roles own too, and with them their members. */
function owns(token: Token, { class: securableClass, id }: SecurableId): boolean {
  const owner = ownerOfSecurable(token.catalog, securableClass, id);
  return owner !== undefined && token.grantees.has(nameKey(owner));
}

function ownerOfSecurable(catalog: DatabaseCatalog, securableClass: SecurableClass, id: number): string | undefined {
  switch (securableClass) {
    case 'OBJECT': {
      const object = catalog.objectsById.get(id);
      return object && ownerOf(catalog, object);
    }
    case 'SCHEMA':
      return [...catalog.schemas.values()].find((schema) => schema.id === id)?.owner;
    case 'XML SCHEMA COLLECTION': {
      const collection = inSchema(catalog, securableClass, id);
      return collection && ownerOf(catalog, collection);
    }
    case 'CERTIFICATE':
      return catalog.cryptography?.certificates.find((key) => key.id === id)?.owner;
    case 'ASYMMETRIC KEY':
      return catalog.cryptography?.asymmetricKeys.find((key) => key.id === id)?.owner;
    case 'SYMMETRIC KEY':
      return catalog.cryptography?.symmetricKeys.find((key) => key.id === id)?.owner;
    case 'TYPE': {
      const type = [...catalog.types.values()].find((other) => other.id === id);
      return type && ownerOf(catalog, type);
    }
    case 'MESSAGE TYPE':
    case 'CONTRACT':
    case 'SERVICE':
    case 'ROUTE':
    case 'REMOTE SERVICE BINDING':
      return brokerOwner(catalog, securableClass, id);
    case 'ROLE':
      return [...catalog.principals.values()].find((role) => role.id === id)?.owner;
    default:
      return undefined;
  }
}

/** The principal that owns an object: its schema's owner unless it was given to another. */
export function ownerOf(catalog: DatabaseCatalog, object: Pick<SchemaObject, 'schema'> & { readonly owner?: string }): string {
  return object.owner ?? catalog.schemas.get(nameKey(object.schema))?.owner ?? 'dbo';
}

function nodesOf(token: Token, permission: string, securable: SecurableId): Iterable<Node> {
  return closure(permission, securable, (inner) => containerOf(token.catalog, inner));
}

/** The permission itself and every permission that implies it, each once. */
function* closure(permission: string, securable: SecurableId, container: (inner: SecurableId) => SecurableId | undefined): Iterable<Node> {
  const seen = new Set<string>();
  const pending: Node[] = [{ ...securable, permission }];
  for (let node = pending.shift(); node !== undefined; node = pending.shift()) {
    const key = `${node.class} ${node.permission}`;
    if (seen.has(key)) continue;
    seen.add(key);
    yield node;
    const { covering = null, outer = null } = PERMISSIONS[node.class][node.permission] ?? {};
    if (covering !== null) pending.push({ ...node, permission: covering });
    const outside = outer === null ? undefined : container(node);
    if (outer !== null && outside !== undefined) pending.push({ ...outside, permission: outer });
  }
}

function containerOf(catalog: DatabaseCatalog, { class: securableClass, id }: SecurableId): SecurableId | undefined {
  const outer = CONTAINER[securableClass];
  if (outer !== 'SCHEMA') return outer === null ? undefined : { class: outer, id: 0 };
  const named = inSchema(catalog, securableClass, id);
  const schema = named && catalog.schemas.get(nameKey(named.schema));
  return schema && { class: 'SCHEMA', id: schema.id };
}

/** What lies in a schema and has permissions of its own. */
function inSchema(catalog: DatabaseCatalog, securableClass: SecurableClass, id: number): { readonly schema: string } | undefined {
  if (securableClass === 'TYPE') return [...catalog.types.values()].find((type) => type.id === id);
  if (securableClass === 'XML SCHEMA COLLECTION') return [...catalog.xmlSchemas.values()].find((collection) => collection.id === id);
  return catalog.objectsById.get(id);
}
