/**
 * Where a table lives: in a database's file, with its definition in the catalog, or in the session's temporary storage. Statements about tables work
 * on a `Home` and need not know which.
 */

import type { ObjectName } from '@sprocket/tsql';
import { putObject, removeObject, setNextObjectId } from '../edit.ts';
import { findObject, nameParts, triggersOf } from '../find.ts';
import { idSource } from '../ids.ts';
import { type DatabaseCatalog, nameKey, type Table, type Trigger } from '../model.ts';
import { commitCatalog, creationTarget, resolveTarget } from './apply.ts';
import type { Build } from './build/build.ts';
import type { DdlContext } from './context.ts';
import { createTableStatements, dropTableStatements, type Layout, runStatements } from './storage.ts';

export interface Home {
  readonly kind: 'database' | 'temporary';
  /** The schema of a new table, and its name without qualifiers. */
  readonly schema: string;
  readonly name: string;
  readonly layout: Layout;
  /** As of now; for temporary tables that of the database in use. */
  catalog(): DatabaseCatalog;
  /** A builder for tables of this home. */
  build(): Build;
  /** The name in storage for a new table. */
  storageName(): string;
  /** Makes a new table with its storage, and returns it as it is then. */
  create(table: Table): Table;
  /** Makes a new state of a table the current state. */
  save(table: Table): void;
  /** Removes a table with its storage. */
  drop(table: Table): void;
}

/** `#t`; a global `##t` is a table of tempdb that all sessions see. */
const isTemporaryName = (name: ObjectName): boolean => nameParts(name).name.startsWith('#') && !isGlobalName(name);

const isGlobalName = (name: ObjectName): boolean => nameParts(name).name.startsWith('##');

function tempdb(context: DdlContext): DatabaseCatalog {
  return context.catalogs.database('tempdb') ?? context.catalogs.current();
}

/** The home of a table that is to be made. */
export function homeForNew(context: DdlContext, name: ObjectName): Home {
  if (isTemporaryName(name)) return temporaryHome(context, nameParts(name).name);
  if (isGlobalName(name)) return databaseHome(context, tempdb(context), 'dbo', nameParts(name).name);
  const { catalog, schema, name: table } = creationTarget(context, name);
  return databaseHome(context, catalog, schema, table);
}

/** A table that exists, with its home; undefined when the name means no table. */
export function findTableHome(context: DdlContext, name: ObjectName): { readonly home: Home; readonly table: Table } | undefined {
  if (isTemporaryName(name)) {
    const table = context.temporary.find(nameParts(name).name);
    return table && { home: temporaryHome(context, table.name), table };
  }
  if (isGlobalName(name)) {
    const table = findObject(tempdb(context), 'dbo', 'dbo', nameParts(name).name);
    return table?.kind === 'table' ? { home: databaseHome(context, tempdb(context), 'dbo', table.name), table } : undefined;
  }
  const target = resolveTarget(context, name);
  const object = findObject(target.catalog, target.qualified ? target.schema : undefined, target.schema, target.name);
  return object?.kind === 'table' ? { home: databaseHome(context, target.catalog, object.schema, object.name), table: object } : undefined;
}

function databaseHome(context: DdlContext, initial: DatabaseCatalog, schema: string, name: string): Home {
  let catalog = initial;
  const ids = idSource(initial.nextObjectId);
  const replace = (after: DatabaseCatalog): void => {
    const next = ids.next === after.nextObjectId ? after : setNextObjectId(after, ids.next);
    commitCatalog(context, catalog, next);
    catalog = next;
  };
  const layout = { alias: context.catalogs.alias(initial.databaseId), collation: initial.collation, physical: context.physical };
  return {
    kind: 'database',
    schema,
    name,
    layout,
    catalog: () => catalog,
    build: () => ({ context, catalog, kind: 'database', takeId: ids.take }),
    storageName: () => freeStorageName(catalog, `${schema}.${name}`),
    create: (table) => {
      runStatements(context.connection, createTableStatements(layout, table));
      replace(putObject(catalog, table));
      return table;
    },
    save: (table) => replace(putObject(catalog, table)),
    drop: (table) => {
      runStatements(context.connection, dropTableStatements(layout, table));
      replace(withoutTable(catalog, table));
    },
  };
}

function withoutTable(catalog: DatabaseCatalog, table: Table): DatabaseCatalog {
  const withoutTriggers = triggersOf(catalog, table.id).reduce(
    (rest: DatabaseCatalog, trigger: Trigger) => removeObject(rest, trigger.id),
    catalog,
  );
  return removeObject(withoutTriggers, table.id);
}

/** A renamed or transferred table keeps its storage name, so the name may be taken. */
function freeStorageName(catalog: DatabaseCatalog, wanted: string): string {
  const taken = new Set<string>();
  for (const object of catalog.objects.values()) if (object.kind === 'table') taken.add(nameKey(object.storage.name));
  return taken.has(nameKey(wanted)) ? `${wanted}~${catalog.nextObjectId}` : wanted;
}

function temporaryHome(context: DdlContext, name: string): Home {
  const catalog = context.catalogs.current();
  // Columns of temporary tables have tempdb's collation, which is the server's.
  const collation = (context.catalogs.database('tempdb') ?? catalog).collation;
  const layout = { alias: 'temp', collation, physical: context.physical };
  return {
    kind: 'temporary',
    schema: 'dbo',
    name,
    layout,
    catalog: () => context.catalogs.current(),
    build: () => ({ context, catalog, kind: 'temporary', takeId: () => context.temporary.nextId() }),
    storageName: () => nameKey(name),
    create: (table) => context.temporary.create(layout, table),
    save: (table) => context.temporary.put(table),
    drop: (table) => context.temporary.drop(layout, table),
  };
}
