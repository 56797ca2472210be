/** What GRANT, DENY and REVOKE are about: the securable with its class and id, its owner, and the permissions that it can have. */

import type { Securable } from '@sprocket/tsql';
import { sqlError, unsupported } from '../../errors.ts';
import { brokerSecurable } from '../broker/securables.ts';
import { findColumn, findObject, findPrincipal, findSchema, findType, findXmlSchema, nameParts, nameText, sameName } from '../find.ts';
import { type DatabaseCatalog, nameKey } from '../model.ts';
import { applicable, ownerOf, PERMISSIONS, type SecurableClass } from '../security/index.ts';
import type { ServerCatalog } from '../server.ts';
import type { DdlContext } from './context.ts';
import { requireKey } from './keys/store.ts';

export interface Target {
  readonly class: SecurableClass;
  readonly objectId: number;
  /** Who owns it; null where that does not matter. */
  readonly owner: string | null;
  /** The permissions that it can have; null for any. */
  readonly possible: readonly string[] | null;
  /** Permissions that ALL stands for. */
  readonly all: readonly string[];
  readonly columnId: (name: string) => number;
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

/** Raises 15151 for what is not there. */
export function databaseTarget(syntax: Securable | null, context: DdlContext, catalog: DatabaseCatalog): Target {
  const noColumn = (name: string): number => {
    throw sqlError(1020, name);
  };
  if (syntax === null || syntax.class === 'DATABASE') {
    requireCurrent(syntax, catalog);
    return { class: 'DATABASE', objectId: 0, owner: null, possible: null, all: DATABASE_PERMISSIONS, columnId: noColumn };
  }
  const target = (owned: SecurableClass, objectId: number, owner: string | null, all: readonly string[]): Target => {
    return { class: owned, objectId, owner, possible: Object.keys(PERMISSIONS[owned]), all, columnId: noColumn };
  };
  const name = nameText(syntax.name);
  switch (syntax.class) {
    case null:
    case 'OBJECT':
      return objectTarget(syntax, context, catalog);
    case 'SCHEMA': {
      const schema = findSchema(catalog, name);
      if (schema === undefined) throw sqlError(15151, 'find', 'schema', name);
      return target('SCHEMA', schema.id, schema.owner, TABLE_PERMISSIONS);
    }
    case 'TYPE': {
      const parts = nameParts(syntax.name);
      const type = findType(catalog, parts.schema, context.defaultSchema, parts.name);
      if (type === undefined) throw sqlError(15151, 'find', 'type', name);
      return target('TYPE', type.id, ownerOf(catalog, type), ['REFERENCES', 'EXECUTE']);
    }
    case 'XML SCHEMA COLLECTION': {
      const parts = nameParts(syntax.name);
      const collection = findXmlSchema(catalog, parts.schema, context.defaultSchema, parts.name);
      if (collection === undefined) throw sqlError(15151, 'find', 'xml schema collection', name);
      return target('XML SCHEMA COLLECTION', collection.id, ownerOf(catalog, collection), ['REFERENCES', 'EXECUTE']);
    }
    case 'CERTIFICATE':
    case 'ASYMMETRIC KEY':
    case 'SYMMETRIC KEY': {
      const key = requireKey(context, KEY_WORDS[syntax.class], name);
      return target(syntax.class, key.id, key.owner, ['CONTROL']);
    }
    case 'MESSAGE TYPE':
    case 'CONTRACT':
    case 'SERVICE':
    case 'ROUTE':
    case 'REMOTE SERVICE BINDING': {
      const found = brokerSecurable(catalog, syntax.class, name);
      if (found === undefined) throw sqlError(15151, 'find', syntax.class.toLowerCase(), name);
      return target(syntax.class, found.id, found.owner, ['CONTROL']);
    }
    case 'USER':
    case 'ROLE':
    case 'APPLICATION ROLE': {
      const principal = findPrincipal(catalog, name);
      if (principal?.kind !== PRINCIPAL_KINDS[syntax.class]) throw sqlError(15151, 'find', syntax.class.toLowerCase(), name);
      return target(syntax.class, principal.id, null, ['CONTROL']);
    }
    default:
      throw unsupported(`permissions ON ${syntax.class}`);
  }
}

const KEY_WORDS = { CERTIFICATE: 'certificate', 'ASYMMETRIC KEY': 'asymmetric key', 'SYMMETRIC KEY': 'symmetric key' } as const;
const PRINCIPAL_KINDS = { USER: 'user', ROLE: 'role', 'APPLICATION ROLE': 'application role' } as const;

/** Permissions on a database are given in it. */
function requireCurrent(syntax: Securable | null, catalog: DatabaseCatalog): void {
  if (syntax === null) return;
  const name = nameText(syntax.name);
  if (!sameName(name, catalog.name)) throw sqlError(15151, 'find', 'database', name);
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

/** The server, one of its logins or roles. */
export function serverTarget(syntax: Securable | null, server: ServerCatalog): Target {
  const target: Target = { class: 'SERVER', objectId: 0, owner: null, possible: null, all: [], columnId: () => 0 };
  if (syntax === null || syntax.class === 'SERVER') return target;
  const name = nameText(syntax.name);
  const isRole = syntax.class === 'SERVER ROLE';
  const login = server.logins.get(nameKey(name));
  if (login === undefined || (login.kind === 'role') !== isRole) throw sqlError(15151, 'find', isRole ? 'server role' : 'login', name);
  const found = isRole ? 'SERVER ROLE' : 'LOGIN';
  return { ...target, class: found, objectId: login.id, possible: Object.keys(PERMISSIONS[found]), all: ['CONTROL'] };
}
