/**
 * The catalogs as system views and metadata functions may show them to an identity: what it holds no permission on is not there, and the text of a
 * module is there only with VIEW DEFINITION. A visible catalog is made once for each token.
 */

import type { Broker } from '../broker/model.ts';
import type { Cryptography } from '../cryptography/model.ts';
import { type DatabaseCatalog, nameKey, objectKey, type Principal, type SchemaObject } from '../model.ts';
import type { Login, ServerCatalog } from '../server.ts';
import { DATABASE, holds, holdsOnServer, objectSecurable, sees, seesSecurable } from './effective.ts';
import type { SecurableClass } from './hierarchy.ts';
import type { ServerToken, Token } from './token.ts';

const catalogs = new WeakMap<Token, DatabaseCatalog>();

export function visibleCatalog(token: Token): DatabaseCatalog {
  if (token.unrestricted) return token.catalog;
  return catalogs.get(token) ?? remembered(catalogs, token, restricted(token));
}

const servers = new WeakMap<ServerToken, ServerCatalog>();

export function visibleServer(token: ServerToken): ServerCatalog {
  if (token.unrestricted || holdsOnServer(token, 'ALTER ANY LOGIN') || holdsOnServer(token, 'VIEW ANY DEFINITION')) return token.server;
  return servers.get(token) ?? remembered(servers, token, restrictedServer(token));
}

function remembered<Key extends WeakKey, Value>(map: WeakMap<Key, Value>, key: Key, value: Value): Value {
  map.set(key, value);
  return value;
}

function restricted(token: Token): DatabaseCatalog {
  const { catalog } = token;
  const seesAll = holds(token, 'VIEW DEFINITION', DATABASE) && !hasDenials(token);
  const shown = seesAll ? [...catalog.objects.values()] : [...catalog.objects.values()].flatMap((object) => shownObject(token, object));
  return {
    ...catalog,
    objects: new Map(shown.map((object) => [objectKey(object.schema, object.name), object])),
    objectsById: new Map(shown.map((object) => [object.id, object])),
    principals: seesAll ? catalog.principals : new Map([...catalog.principals].filter(([, principal]) => seesPrincipal(token, principal))),
    ...(catalog.broker === undefined || seesAll ? {} : { broker: seenBroker(token, catalog.broker) }),
    ...(catalog.cryptography === undefined ? {} : { cryptography: seenKeys(token, catalog.cryptography) }),
    permissions: seesAll ? catalog.permissions : catalog.permissions.filter((row) => token.grantees.has(nameKey(row.grantee))),
  };
}

/** Any permission on a key shows it; signatures are seen with the object. */
function seenKeys(token: Token, keys: Cryptography): Cryptography {
  const seen =
    (securableClass: SecurableClass) =>
    ({ id }: { readonly id: number }): boolean =>
      seesSecurable(token, { class: securableClass, id });
  return {
    masterKey: holds(token, 'CONTROL', DATABASE) ? keys.masterKey : null,
    certificates: keys.certificates.filter(seen('CERTIFICATE')),
    asymmetricKeys: keys.asymmetricKeys.filter(seen('ASYMMETRIC KEY')),
    symmetricKeys: keys.symmetricKeys.filter(seen('SYMMETRIC KEY')),
    signatures: keys.signatures.filter(({ objectId }) => sees(token, objectId)),
  };
}

/** Any permission on something of Service Broker shows it, and owning it. */
function seenBroker(token: Token, broker: Broker): Broker {
  const seen =
    (securableClass: SecurableClass) =>
    ({ id }: { readonly id: number }): boolean =>
      seesSecurable(token, { class: securableClass, id });
  return {
    ...broker,
    messageTypes: broker.messageTypes.filter(seen('MESSAGE TYPE')),
    contracts: broker.contracts.filter(seen('CONTRACT')),
    services: broker.services.filter(seen('SERVICE')),
    routes: broker.routes.filter(seen('ROUTE')),
    bindings: broker.bindings.filter(seen('REMOTE SERVICE BINDING')),
  };
}

const hasDenials = ({ rows }: Token): boolean => [...rows.values()].some((list) => list.some(({ state }) => state === 'deny'));

/** A trigger is seen by who may alter its table; the text of a module by who may see definitions. */
function shownObject(token: Token, object: SchemaObject): readonly SchemaObject[] {
  if (object.kind === 'trigger') return holds(token, 'ALTER', objectSecurable(object.parentId)) ? [object] : [];
  if (!sees(token, object.id)) return [];
  if (!('definition' in object) || !('encrypted' in object)) return [object];
  return holds(token, 'VIEW DEFINITION', objectSecurable(object.id)) ? [object] : [{ ...object, encrypted: true }];
}

/** Oneself, what one is a member of, and everything fixed. */
const seesPrincipal = (token: Token, { name, fixed }: Principal): boolean => fixed || token.grantees.has(nameKey(name));

function restrictedServer({ server, grantees }: ServerToken): ServerCatalog {
  const isShown = ({ id, name, fixed }: Login): boolean => id === 1 || fixed || grantees.has(nameKey(name));
  return { ...server, logins: new Map([...server.logins].filter(([, login]) => isShown(login))) };
}
