/**
 * What happens by a statement of data definition, as triggers on the database or the server see it: the event with the object that it is about. A row
 * says what a kind of statement means; most statements are one event, DROP is one for each name.
 */

import type { Drop, Identifier, ObjectName } from '@sprocket/tsql';
import { eventType, isDatabaseEvent } from '../ddl-events.ts';
import { findObject, nameParts } from '../find.ts';
import { type DatabaseCatalog, objectKey } from '../model.ts';
import { brokerEvents } from './broker/events.ts';
import type { DdlStatement } from './index.ts';
import { keyEvents } from './keys/events.ts';
import { authorizationEvents, memberEvents, permissionEvents } from './security-events.ts';

export interface DdlEvent {
  /** CREATE_TABLE … */
  readonly type: string;
  /** The database it happens in; undefined for one of the server. */
  readonly database: string | undefined;
  /** Null for what lies in no schema. */
  readonly schema: string | null;
  readonly object: string;
  /** TABLE, SQL USER … */
  readonly objectType: string;
  /** The table of an index or trigger. */
  readonly target: { readonly object: string; readonly objectType: string } | null;
  /** What only this kind of event tells, in order. */
  readonly details?: readonly Detail[];
}

/** An element of EVENTDATA; one with several values has an element inside for each. */
export type Detail = readonly [name: string, value: string | { readonly each: string; readonly values: readonly string[] }];

export interface EventCatalogs {
  database(name: string | undefined): DatabaseCatalog | undefined;
  readonly defaultSchema: string;
}

/** The events of a statement. Asked before it runs, so that it is known what exists. */
export function eventsOf(statement: DdlStatement, catalogs: EventCatalogs): readonly DdlEvent[] {
  const make = createEvents(catalogs);
  switch (statement.kind) {
    case 'createTable':
      return make.named('CREATE_TABLE', 'TABLE', statement.name);
    case 'alterTable':
      return make.named('ALTER_TABLE', 'TABLE', statement.name);
    case 'createIndex':
      return make.onTable(statement.spatial === null ? 'CREATE_INDEX' : 'CREATE_SPATIAL_INDEX', 'INDEX', statement.name, statement.table);
    case 'alterIndex':
      return make.onTable('ALTER_INDEX', 'INDEX', statement.index, statement.table);
    case 'dropIndex':
      return statement.items.flatMap((item) => make.onTable('DROP_INDEX', 'INDEX', item.index, item.table));
    case 'createStatistics':
      return make.onTable('CREATE_STATISTICS', 'STATISTICS', statement.name, statement.table);
    case 'updateStatistics':
      return make.onTable('UPDATE_STATISTICS', 'STATISTICS', statement.names[0] ?? null, statement.table);
    case 'createProcedure':
      return make.module('PROCEDURE', statement);
    case 'createFunction':
      return make.module('FUNCTION', statement);
    case 'createView':
      return make.module('VIEW', statement);
    case 'createTrigger':
      return make.trigger(statement.name, statement.mode, statement.target.kind === 'name' ? statement.target : null);
    case 'createType':
      return make.named('CREATE_TYPE', 'TYPE', statement.name);
    case 'createSequence':
      return make.named('CREATE_SEQUENCE', 'SEQUENCE', statement.name);
    case 'alterSequence':
      return make.named('ALTER_SEQUENCE', 'SEQUENCE', statement.name);
    case 'createXmlSchemaCollection':
      return make.named('CREATE_XML_SCHEMA_COLLECTION', 'XML SCHEMA COLLECTION', statement.name);
    case 'alterXmlSchemaCollection':
      return make.named('ALTER_XML_SCHEMA_COLLECTION', 'XML SCHEMA COLLECTION', statement.name);
    case 'createSynonym':
      return make.named('CREATE_SYNONYM', 'SYNONYM', statement.name);
    case 'createDefault':
      return make.named('CREATE_DEFAULT', 'DEFAULT', statement.name);
    case 'createRule':
      return make.named('CREATE_RULE', 'RULE', statement.name);
    case 'createSchema': {
      const name = statement.name?.value ?? statement.authorization?.value ?? '';
      return make.plain('CREATE_SCHEMA', 'SCHEMA', name, name);
    }
    case 'alterSchema':
      return make.plain('ALTER_SCHEMA', statement.class ?? 'OBJECT', statement.object.parts.at(-1)?.value ?? '', statement.name.value);
    case 'createUser':
      return make.plain('CREATE_USER', 'SQL USER', statement.name.value);
    case 'alterUser':
      return make.plain('ALTER_USER', 'SQL USER', statement.name.value);
    case 'createRole':
      return make.plain(statement.server ? 'CREATE_SERVER_ROLE' : 'CREATE_ROLE', 'ROLE', statement.name.value);
    case 'alterRole':
      return statement.action === 'WITH NAME'
        ? make.plain(statement.server ? 'ALTER_SERVER_ROLE' : 'ALTER_ROLE', 'ROLE', statement.name.value)
        : memberEvents(statement, make, catalogs.database(undefined));
    case 'createLogin':
      return make.plain('CREATE_LOGIN', 'LOGIN', statement.name.value);
    case 'alterLogin':
      return make.plain('ALTER_LOGIN', 'LOGIN', statement.name.value);
    case 'createSecurityPolicy':
      return make.named('CREATE_SECURITY_POLICY', 'SECURITY POLICY', statement.name);
    case 'alterSecurityPolicy':
      return make.named('ALTER_SECURITY_POLICY', 'SECURITY POLICY', statement.name);
    case 'createApplicationRole':
      return make.plain('CREATE_APPLICATION_ROLE', 'APPLICATION ROLE', statement.name.value);
    case 'alterApplicationRole':
      return make.plain('ALTER_APPLICATION_ROLE', 'APPLICATION ROLE', statement.name.value);
    case 'permission':
      return permissionEvents(statement, make, catalogs);
    case 'alterAuthorization':
      return authorizationEvents(statement, make, catalogs);
    case 'createPartitionFunction':
      return make.plain('CREATE_PARTITION_FUNCTION', 'PARTITION FUNCTION', statement.name.value);
    case 'alterPartitionFunction':
      return make.plain('ALTER_PARTITION_FUNCTION', 'PARTITION FUNCTION', statement.name.value);
    case 'createPartitionScheme':
      return make.plain('CREATE_PARTITION_SCHEME', 'PARTITION SCHEME', statement.name.value);
    case 'alterPartitionScheme':
      return make.plain('ALTER_PARTITION_SCHEME', 'PARTITION SCHEME', statement.name.value);
    case 'createDatabase':
      return make.plain('CREATE_DATABASE', 'DATABASE', statement.name.value);
    case 'alterDatabase':
      return make.plain('ALTER_DATABASE', 'DATABASE', statement.name?.value ?? '');
    case 'administrative':
      return [...keyEvents(statement, make), ...brokerEvents(statement, make)];
    case 'drop':
      if (statement.what === 'MASTER KEY') return make.plain('DROP_MASTER_KEY', 'MASTER KEY', '');
      return statement.names.flatMap((name) => dropEvents(statement, name, make));
    default:
      return [];
  }
}

/** Classes whose objects lie in no schema, with their words in EVENTDATA. */
const SCHEMALESS: Readonly<Record<string, string>> = {
  USER: 'SQL USER',
  ROLE: 'ROLE',
  'APPLICATION ROLE': 'APPLICATION ROLE',
  LOGIN: 'LOGIN',
  DATABASE: 'DATABASE',
  'SERVER ROLE': 'SERVER ROLE',
  'PARTITION FUNCTION': 'PARTITION FUNCTION',
  'PARTITION SCHEME': 'PARTITION SCHEME',
  'MESSAGE TYPE': 'MESSAGE TYPE',
  CONTRACT: 'CONTRACT',
  SERVICE: 'SERVICE',
  ROUTE: 'ROUTE',
  'REMOTE SERVICE BINDING': 'REMOTE SERVICE BINDING',
  'BROKER PRIORITY': 'BROKER PRIORITY',
  CERTIFICATE: 'CERTIFICATE',
  'ASYMMETRIC KEY': 'ASYMMETRIC KEY',
  'SYMMETRIC KEY': 'SYMMETRIC KEY',
};

function dropEvents({ what, on }: Drop, name: ObjectName, make: Events): readonly DdlEvent[] {
  const word = what === 'PROC' ? 'PROCEDURE' : what;
  const event = `DROP_${word.replaceAll(' ', '_')}`;
  const last = name.parts.at(-1)?.value ?? '';
  const plainType = SCHEMALESS[word];
  if (plainType !== undefined) return make.plain(event, plainType, last);
  if (word === 'SCHEMA') return make.plain(event, 'SCHEMA', last, last);
  if (word === 'TRIGGER' && on !== null) return on.kind === 'database' ? make.databaseTrigger(event, last) : [];
  return make.existing(event, word, name);
}

export interface Events {
  named(type: string, objectType: string, name: ObjectName): readonly DdlEvent[];
  /** Nothing happens to what does not exist. */
  existing(type: string, objectType: string, name: ObjectName): readonly DdlEvent[];
  onTable(type: string, objectType: string, name: Identifier | null, table: ObjectName): readonly DdlEvent[];
  module(word: string, statement: { readonly name: ObjectName; readonly mode: string }): readonly DdlEvent[];
  /** Of a trigger on the database that exists. */
  databaseTrigger(type: string, name: string): readonly DdlEvent[];
  trigger(name: ObjectName, mode: string, table: ObjectName | null): readonly DdlEvent[];
  plain(type: string, objectType: string, object: string, schema?: string): readonly DdlEvent[];
}

export function createEvents(catalogs: EventCatalogs): Events {
  const lookUp = (name: ObjectName) => {
    const { database, schema, name: object } = nameParts(name);
    const catalog = catalogs.database(database);
    const found = catalog && findObject(catalog, schema, catalogs.defaultSchema, object);
    return { catalog, found, schema: found?.schema ?? schema ?? catalogs.defaultSchema, object: found?.name ?? object };
  };
  const named: Events['named'] = (type, objectType, name) => {
    const { catalog, schema, object } = lookUp(name);
    return object.startsWith('#') ? [] : [{ type, database: catalog?.name, schema, object, objectType, target: null }];
  };
  const targetOf = (table: ObjectName) => {
    const { found, object } = lookUp(table);
    return { object, objectType: found?.kind === 'view' ? 'VIEW' : 'TABLE' };
  };
  return {
    named,
    existing: (type, objectType, name) => (lookUp(name).found === undefined ? [] : named(type, objectType, name)),
    onTable: (type, objectType, name, table) =>
      named(type, objectType, table).map((event) => ({ ...event, object: name?.value ?? '', target: targetOf(table) })),
    module: (word, { name, mode }) => {
      const isNew = mode === 'create' || (mode === 'createOrAlter' && lookUp(name).found === undefined);
      return named(`${isNew ? 'CREATE' : 'ALTER'}_${word}`, word, name);
    },
    databaseTrigger: (type, name) => {
      const catalog = catalogs.database(undefined);
      if (catalog?.objects.get(objectKey('', name)) === undefined) return [];
      return [{ type, database: catalog.name, schema: null, object: name, objectType: 'TRIGGER', target: null }];
    },
    trigger: (name, mode, table) => {
      const isNew = mode === 'create' || (mode === 'createOrAlter' && lookUp(name).found === undefined);
      const type = isNew ? 'CREATE_TRIGGER' : 'ALTER_TRIGGER';
      if (table !== null) return named(type, 'TRIGGER', name).map((event) => ({ ...event, target: targetOf(table) }));
      const database = catalogs.database(undefined)?.name;
      return [{ type, database, schema: null, object: nameParts(name).name, objectType: 'TRIGGER', target: null }];
    },
    plain: (type, objectType, object, schema) => {
      const known = eventType(type);
      const database = known !== undefined && isDatabaseEvent(known) ? catalogs.database(undefined)?.name : undefined;
      return [{ type, database, schema: schema ?? null, object, objectType, target: null }];
    },
  };
}
