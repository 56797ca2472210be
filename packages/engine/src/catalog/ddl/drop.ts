/** DROP of every class of object: a row says how the class is dropped. Classes without a row are refused by name. */

import type { Drop, ObjectName } from '@sprocket/tsql';
import { sqlError, unsupported } from '../../errors.ts';
import type { Steps } from '../../run/contracts.ts';
import { dependenciesOf } from '../dependencies.ts';
import { removeObject } from '../edit.ts';
import { findObject, nameFromParts, nameParts, nameText, tablesOf, triggersOf } from '../find.ts';
import type { DatabaseCatalog, SchemaObject } from '../model.ts';
import { commitCatalog, resolveTarget } from './apply.ts';
import { requireUnbound } from './bound.ts';
import { DROP_BROKER, dropQueue } from './broker/index.ts';
import type { DdlContext } from './context.ts';
import { dropDatabase } from './database.ts';
import { dropFullTextCatalog, dropFullTextIndex } from './full-text.ts';
import { dropStoplist } from './full-text-stoplist.ts';
import { dropViewStorage } from './index/views.ts';
import { DROP_KEYS, dropMasterKey } from './keys/index.ts';
import { dropLogin } from './login.ts';
import { dropStatistics } from './objects.ts';
import { dropPartitionFunction, dropPartitionScheme } from './partition.ts';
import { dropPrincipal } from './principal.ts';
import { dropSchema } from './schema.ts';
import { dropTable } from './table/create.ts';
import { dropTrigger } from './trigger.ts';
import { dropType } from './type.ts';
import { dropXmlSchemaCollection } from './xml-schema.ts';

export function* dropObjects(statement: Drop, context: DdlContext): Steps<void> {
  if (statement.what === 'FULLTEXT INDEX') return dropFullTextIndex(context, statement);
  const drop = DROPS[statement.what];
  if (drop === undefined) throw unsupported(`DROP ${statement.what}`);
  // DROP MASTER KEY names nothing.
  for (const name of statement.names.length === 0 ? [nameFromParts([''])] : statement.names) yield* drop(context, name, statement);
}

type DropOne = (context: DdlContext, name: ObjectName, statement: Drop) => Steps<void>;

/** A drop that never waits. */
const at = (drop: (context: DdlContext, name: ObjectName, statement: Drop) => void): DropOne =>
  // biome-ignore lint/correctness/useYield: the shape of drops that may wait
  function* (context, name, statement) {
    drop(context, name, statement);
  };

/** Classes of objects by their words after DROP. */
export const DROPS: Readonly<Record<string, DropOne>> = {
  TABLE: at((context, name, { ifExists }) => dropTable(context, name, ifExists)),
  VIEW: at(module('view')),
  PROCEDURE: at(dropProcedure),
  PROC: at(dropProcedure),
  FUNCTION: at(module('function')),
  SYNONYM: at(module('synonym')),
  'SECURITY POLICY': at(module('security policy')),
  SEQUENCE: at(module('sequence')),
  DEFAULT: at(module('default')),
  RULE: at(module('rule')),
  TRIGGER: at(dropTrigger),
  TYPE: at((context, name, { ifExists }) => dropType(context, name, ifExists)),
  SCHEMA: at((context, name, { ifExists }) => dropSchema(context, nameText(name), ifExists)),
  DATABASE: (context, name, { ifExists }) => dropDatabase(context, nameText(name), ifExists),
  USER: at((context, name, { ifExists }) => dropPrincipal(context, 'user', nameText(name), ifExists)),
  ROLE: at((context, name, { ifExists }) => dropPrincipal(context, 'role', nameText(name), ifExists)),
  'APPLICATION ROLE': at((context, name, { ifExists }) => dropPrincipal(context, 'application role', nameText(name), ifExists)),
  LOGIN: at((context, name, { ifExists }) => dropLogin(context, nameText(name), 'login', ifExists)),
  'SERVER ROLE': at((context, name, { ifExists }) => dropLogin(context, nameText(name), 'server role', ifExists)),
  STATISTICS: at((context, name) => dropStatistics(context, name)),
  ...Object.fromEntries(Object.entries(DROP_KEYS).map(([what, drop]) => [what, at(drop)])),
  'MASTER KEY': at(dropMasterKey),
  ...Object.fromEntries(Object.entries(DROP_BROKER).map(([what, drop]) => [what, at((context, name) => drop(context, nameText(name)))])),
  QUEUE: at((context, name, { ifExists }) => dropQueue(context, name, ifExists)),
  'FULLTEXT CATALOG': at((context, name) => dropFullTextCatalog(context, name)),
  'FULLTEXT STOPLIST': at((context, name) => dropStoplist(context, name)),
  'XML SCHEMA COLLECTION': at((context, name, { ifExists }) => dropXmlSchemaCollection(context, name, ifExists)),
  'PARTITION FUNCTION': at(dropPartitionFunction),
  'PARTITION SCHEME': at(dropPartitionScheme),
};

function dropProcedure(context: DdlContext, name: ObjectName, statement: Drop): void {
  const { name: wanted } = nameParts(name);
  if (wanted.startsWith('##')) return module('procedure')(context, nameFromParts(['tempdb', 'dbo', wanted]), statement);
  if (!wanted.startsWith('#')) return module('procedure')(context, name, statement);
  const procedure = context.temporary.findProcedure(wanted);
  if (procedure !== undefined) return context.temporary.removeProcedure(procedure);
  if (!statement.ifExists) throw sqlError(3701, 'drop', 'procedure', wanted);
}

/** A kind whose objects leave nothing behind in storage. */
function module(kind: SchemaObject['kind']) {
  return (context: DdlContext, name: ObjectName, { ifExists }: Drop): void => {
    const target = resolveTarget(context, name);
    const object = findObject(target.catalog, target.qualified ? target.schema : undefined, target.schema, target.name);
    if (object === undefined) {
      if (ifExists) return;
      throw sqlError(3701, 'drop', WORDS[kind], nameText(name));
    }
    if (object.kind !== kind) throw wrongKind(kind, object, nameText(name), WORDS[kind]);
    requireUnbound(target.catalog, object, `DROP ${kind.toUpperCase()}`, nameText(name));
    if (kind === 'default' || kind === 'rule') requireNoBinding(target.catalog, object);
    if (kind === 'sequence') requireUndrawn(target.catalog, object, nameText(name));
    if (object.kind === 'view') dropViewStorage(context, target.catalog, object);
    commitCatalog(context, target.catalog, withoutModule(target.catalog, object));
  };
}

/** 3729 for a sequence that the default of a column draws from. */
function requireUndrawn(catalog: DatabaseCatalog, sequence: SchemaObject, name: string): void {
  for (const table of tablesOf(catalog)) {
    if (!dependenciesOf(catalog, table).some(({ id }) => id === sequence.id)) continue;
    const drawing = table.columns.find((column) => column.default?.text.toLowerCase().includes(`[${sequence.name.toLowerCase()}]`));
    throw sqlError(3729, 'DROP SEQUENCE', name, drawing?.default?.name ?? table.name);
  }
}

const WORDS: Readonly<Record<SchemaObject['kind'], string>> = {
  table: 'table',
  view: 'view',
  procedure: 'procedure',
  function: 'function',
  trigger: 'trigger',
  synonym: 'synonym',
  sequence: 'sequence object',
  default: 'default',
  rule: 'rule',
  'security policy': 'security policy',
  queue: 'service queue',
};

/** 3705 tells which statement to use instead; other pairs are as if the object did not exist. */
function wrongKind(wanted: SchemaObject['kind'], object: SchemaObject, name: string, word: string): Error {
  const named = ['table', 'view', 'procedure', 'function'];
  if (!named.includes(object.kind)) return sqlError(3701, 'drop', word, name);
  return sqlError(3705, wanted.toUpperCase(), name, name, WORDS[object.kind], `DROP ${object.kind.toUpperCase()}`);
}

function requireNoBinding(catalog: DatabaseCatalog, object: SchemaObject): void {
  for (const table of catalog.objects.values()) {
    if (table.kind !== 'table') continue;
    const bound = table.columns.some((column) => column.default?.id === object.id || column.rule === object.id);
    if (bound) throw sqlError(3716, object.kind, object.name, 'column');
  }
}

/** A view goes with its triggers. */
function withoutModule(catalog: DatabaseCatalog, object: SchemaObject): DatabaseCatalog {
  const gone: readonly SchemaObject[] = [...triggersOf(catalog, object.id), object];
  return gone.reduce((current: DatabaseCatalog, { id }) => removeObject(current, id), catalog);
}
