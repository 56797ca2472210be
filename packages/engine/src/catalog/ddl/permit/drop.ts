/** Permissions that DROP takes for each class of object, and statements about whole databases. What may not be dropped is told like what is not there. */

import type { AlterDatabase, Dbcc, Drop, ObjectName } from '@sprocket/tsql';
import { SqlError, sqlError, sqlErrorState } from '../../../errors.ts';
import { findPrincipal, findSchema, findType, nameParts, nameText } from '../../find.ts';
import { type DatabaseCatalog, nameKey } from '../../model.ts';
import { holdsOnServer, objectSecurable, schemaSecurable } from '../../security/index.ts';
import { findTarget, resolveTarget } from '../apply.ts';
import { DROP_BROKER } from '../broker/index.ts';
import type { DdlContext } from '../context.ts';
import { permitDropBroker } from './broker.ts';
import { altersObject, altersScopedTriggers, holdsHere, permitTable, permitXmlSchema } from './objects.ts';
import { requireOnServer } from './principals.ts';

export function permitDrop(statement: Drop, context: DdlContext): void {
  const permit = DROPS[statement.what];
  if (permit !== undefined) for (const name of statement.names) permit(context, name, statement);
}

type PermitDrop = (context: DdlContext, name: ObjectName, statement: Drop) => void;

const DROPS: Readonly<Record<string, PermitDrop>> = {
  TABLE: dropObject('table'),
  VIEW: dropObject('view'),
  PROCEDURE: dropObject('procedure'),
  PROC: dropObject('procedure'),
  FUNCTION: dropObject('function'),
  SYNONYM: dropObject('synonym'),
  'SECURITY POLICY': dropObject('security policy'),
  SEQUENCE: dropObject('sequence object'),
  DEFAULT: dropObject('default'),
  RULE: dropObject('rule'),
  TRIGGER: (context, name, { on }) => {
    if (on === null || on.kind === 'name') permitTable(context, name, () => dropRefused('trigger', name));
    else if (!altersScopedTriggers(on.kind, context)) throw dropRefused('trigger', name);
  },
  TYPE: (context, name) => {
    const { catalog, schema, qualified, name: wanted } = resolveTarget(context, name);
    const type = findType(catalog, qualified ? schema : undefined, schema, wanted);
    const isHeld =
      type === undefined ||
      holdsHere(context, catalog, 'CONTROL', { class: 'TYPE', id: type.id }) ||
      altersSchema(context, catalog, type.schema);
    if (!isHeld) throw sqlError(218, nameText(name));
  },
  'XML SCHEMA COLLECTION': (context, name) => permitXmlSchema(context, name, 'CONTROL', () => sqlError(6314, nameText(name))),
  SCHEMA: (context, name) => {
    const catalog = context.catalogs.current();
    const schema = findSchema(catalog, nameText(name));
    const isHeld =
      schema === undefined ||
      holdsHere(context, catalog, 'CONTROL', schemaSecurable(schema.id)) ||
      holdsHere(context, catalog, 'ALTER ANY SCHEMA');
    if (!isHeld) throw sqlError(15151, 'drop', 'schema', nameText(name));
  },
  USER: dropPrincipal('USER', 'user'),
  ROLE: dropPrincipal('ROLE', 'role'),
  'APPLICATION ROLE': dropPrincipal('APPLICATION ROLE', 'application role'),
  LOGIN: (context, name) => requireOnServer(context, 'ALTER ANY LOGIN', sqlError(15151, 'drop', 'login', nameText(name))),
  'SERVER ROLE': (context, name) =>
    requireOnServer(context, 'ALTER ANY SERVER ROLE', sqlError(15151, 'drop', 'server role', nameText(name))),
  DATABASE: (context, name) => {
    const catalog = context.catalogs.database(nameText(name));
    if (catalog !== undefined && !alters(context, catalog, 'CONTROL')) throw sqlError(3701, 'drop', 'database', nameText(name));
  },
  QUEUE: (context, name) => permitTable(context, name, () => sqlError(15151, 'drop', 'queue', nameText(name))),
  ...Object.fromEntries(
    Object.keys(DROP_BROKER).map((word) => [word, (context: DdlContext, name: ObjectName) => permitDropBroker(context, word, name)]),
  ),
  'PARTITION FUNCTION': dataSpace('partition function'),
  'PARTITION SCHEME': dataSpace('partition scheme'),
};

/** CONTROL of the object, or ALTER on its schema. */
function dropObject(word: string): PermitDrop {
  return (context, name) => {
    const { target, object } = findTarget(context, name);
    if (object === undefined || object.name.startsWith('#')) return;
    const isHeld =
      holdsHere(context, target.catalog, 'CONTROL', objectSecurable(object.id)) || altersSchema(context, target.catalog, object.schema);
    if (!isHeld) throw dropRefused(word, name);
  };
}

/** Severity 14 tells a missing permission from a missing object. */
function dropRefused(word: string, name: ObjectName): SqlError {
  const { number, message, errorClass } = sqlError(3701, 'drop', word, nameText(name));
  return new SqlError(number, 14, 20, message, errorClass);
}

function altersSchema(context: DdlContext, catalog: DatabaseCatalog, name: string): boolean {
  const schema = findSchema(catalog, name);
  return schema === undefined || holdsHere(context, catalog, 'ALTER', schemaSecurable(schema.id));
}

function dropPrincipal(securableClass: 'USER' | 'ROLE' | 'APPLICATION ROLE', word: string): PermitDrop {
  return (context, name) => {
    const catalog = context.catalogs.current();
    const principal = findPrincipal(catalog, nameText(name));
    if (principal !== undefined && !holdsHere(context, catalog, 'ALTER', { class: securableClass, id: principal.id }))
      throw sqlError(15151, 'drop', word, nameText(name));
  };
}

function dataSpace(word: string): PermitDrop {
  return (context, name) => {
    if (!holdsHere(context, context.catalogs.current(), 'ALTER ANY DATASPACE')) throw sqlError(3701, 'drop', word, nameText(name));
  };
}

export function permitCreateDatabase(context: DdlContext): void {
  const master = context.catalogs.database('master');
  if (master !== undefined && !holdsHere(context, master, 'CREATE DATABASE')) throw sqlError(262, 'CREATE DATABASE', master.name);
}

/** ALTER on the database, by a user of it or by a permission on the server. */
export function permitAlterDatabase(statement: AlterDatabase, context: DdlContext): void {
  const catalog = statement.name === null ? context.catalogs.current() : context.catalogs.database(statement.name.value);
  if (catalog === undefined || nameKey(catalog.name) === 'tempdb' || alters(context, catalog, 'ALTER')) return;
  context.precede(sqlErrorState(5011, 9, catalog.name));
  throw sqlError(5069);
}

/** Somebody without a user in the database may still have the permission on the server. */
function alters(context: DdlContext, catalog: DatabaseCatalog, permission: string): boolean {
  return holdsHere(context, catalog, permission) || holdsOnServer(context.authority.server(), 'ALTER ANY DATABASE');
}

/** Commands that everybody may run. */
const OPEN_COMMANDS: ReadonlySet<string> = new Set(['USEROPTIONS', 'HELP', 'CHECKIDENT', 'SHOW_STATISTICS', 'INPUTBUFFER', 'SQLPERF']);

/** CHECKIDENT asks for its table; the others are for the owners of the database. */
export function permitDbcc(statement: Dbcc, context: DdlContext): void {
  if (OPEN_COMMANDS.has(statement.command)) return;
  const { user } = context;
  if (!holdsHere(context, context.catalogs.current(), 'CONTROL')) throw sqlError(2571, user, statement.command);
}

/** 2557: CHECKIDENT is for who may alter the table. */
export function permitCheckIdentity(context: DdlContext, name: ObjectName): void {
  if (context.authority.server().unrestricted || nameParts(name).name.startsWith('#')) return;
  const { target, object } = findTarget(context, name);
  if (object !== undefined && !altersObject(context, target.catalog, object))
    throw sqlError(2557, context.user, 'CHECKIDENT', nameText(name));
}
