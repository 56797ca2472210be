/** Events of statements about permissions, members of roles and owners, with what EVENTDATA tells of them beside the object. */

import type { AlterAuthorization, AlterRole, Permission, Securable } from '@sprocket/tsql';
import { findObject, findPrincipal, nameParts, nameText } from '../find.ts';
import type { DatabaseCatalog, SchemaObject } from '../model.ts';
import { PERMISSIONS } from '../security/index.ts';
import type { DdlEvent, EventCatalogs, Events } from './events.ts';

/** The object is the member. */
export function memberEvents(
  { server, action, name, operand }: AlterRole,
  make: Events,
  catalog: DatabaseCatalog | undefined,
): readonly DdlEvent[] {
  const type = `${action === 'ADD MEMBER' ? 'ADD' : 'DROP'}_${server ? 'SERVER_ROLE' : 'ROLE'}_MEMBER`;
  const isRole = catalog !== undefined && findPrincipal(catalog, operand.value)?.kind === 'role';
  const objectType = server ? 'LOGIN' : isRole ? 'ROLE' : 'SQL USER';
  return make.plain(type, objectType, operand.value).map((event) => ({ ...event, details: [['RoleName', name.value]] }));
}

export function permissionEvents(statement: Permission, make: Events, catalogs: EventCatalogs): readonly DdlEvent[] {
  const { verb, permissions, principals, as, withGrantOption, cascade } = statement;
  const level = isOnServer(statement) ? 'SERVER' : 'DATABASE';
  const { object, objectType, schema } =
    level === 'SERVER' && statement.securable === null ? SERVER : aboutOf(statement.securable, catalogs);
  const details: DdlEvent['details'] = [
    ['Permissions', { each: 'Permission', values: permissions.map((item) => item.name.toLowerCase()) }],
    ['Grantees', { each: 'Grantee', values: principals.map(({ value }) => value) }],
    ['AsGrantor', as?.value ?? ''],
    ['GrantOption', withGrantOption || statement.grantOptionFor ? '1' : '0'],
    ['CascadeOption', cascade ? '1' : '0'],
  ];
  return make.plain(`${verb}_${level}`, objectType, object, schema).map((event) => ({ ...event, details }));
}

const SERVER: About = { object: '', objectType: 'SERVER', schema: undefined };

const SERVER_CLASSES: ReadonlySet<string> = new Set(['SERVER', 'LOGIN', 'SERVER ROLE', 'ENDPOINT']);

function isOnServer({ securable, permissions }: Permission): boolean {
  if (securable !== null) return SERVER_CLASSES.has(securable.class ?? 'OBJECT');
  return permissions.every(({ name }) => name in PERMISSIONS.SERVER);
}

export function authorizationEvents(
  { securable, principal }: AlterAuthorization,
  make: Events,
  catalogs: EventCatalogs,
): readonly DdlEvent[] {
  const { object, objectType, schema } = aboutOf(securable, catalogs);
  const type = SERVER_CLASSES.has(securable.class ?? 'OBJECT') ? 'ALTER_AUTHORIZATION_SERVER' : 'ALTER_AUTHORIZATION_DATABASE';
  const details: DdlEvent['details'] = [['OwnerName', principal?.value ?? '']];
  return make.plain(type, objectType, object, schema).map((event) => ({ ...event, details }));
}

interface About {
  readonly object: string;
  readonly objectType: string;
  readonly schema: string | undefined;
}

/** A securable with the words for its kind; without one it is the database in use. */
function aboutOf(securable: Securable | null, catalogs: EventCatalogs): About {
  const current = catalogs.database(undefined);
  if (securable === null) return { object: current?.name ?? '', objectType: 'DATABASE', schema: undefined };
  const { database, schema, name } = nameParts(securable.name);
  if (securable.class !== null && securable.class !== 'OBJECT') {
    return {
      object: securable.class === 'TYPE' ? name : nameText(securable.name),
      objectType: CLASS_WORDS[securable.class] ?? securable.class,
      schema,
    };
  }
  const catalog = catalogs.database(database);
  const found = catalog && findObject(catalog, schema, catalogs.defaultSchema, name);
  return { object: found?.name ?? name, objectType: found === undefined ? 'OBJECT' : wordOf(found), schema: found?.schema ?? schema };
}

const CLASS_WORDS: Readonly<Record<string, string>> = { USER: 'SQL USER' };

export const wordOf = ({ kind }: Pick<SchemaObject, 'kind'>): string => kind.toUpperCase();
