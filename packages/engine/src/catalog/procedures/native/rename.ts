/**
 * sp_rename. Names are apart from storage, so renaming changes the catalog alone: objects and constraints, columns, indexes, statistics, alias types
 * and databases. Text that mentions the old name is left as it is, which is why the procedure warns.
 */

import { nvarchar, SYSNAME, varchar } from '@sprocket/tsql';
import { SqlError, sqlError } from '../../../errors.ts';
import { commitCatalog, commitServer } from '../../ddl/apply.ts';
import { requireUnbound } from '../../ddl/bound.ts';
import { findTableHome } from '../../ddl/home.ts';
import { findView } from '../../ddl/index/views.ts';
import { boundTo } from '../../ddl/schema-binding.ts';
import { refersTo } from '../../ddl/syntax.ts';
import { historyHome } from '../../ddl/table/history.ts';
import { putObject, putType, setNameAndCollation } from '../../edit.ts';
import { allIndexes, type Constraint, findColumn, findConstraintInSchema, findIndex, findObject, findType, sameName } from '../../find.ts';
import { withConnections } from '../../graph.ts';
import { tableOfView } from '../../indexed-view.ts';
import { type Column, type DatabaseCatalog, nameKey, objectKey, type Table } from '../../model.ts';
import { putDatabase } from '../../server.ts';
import type { NativeContext, NativeProcedure } from '../procedure.ts';
import { nameNode, native, parameter, partsOf } from './native.ts';

function rename(context: NativeContext, objname: string | null, newname: string | null, objtype: string | null): void {
  if (newname === null || newname === '') throw sqlError(15223, 'newname');
  if (objname === null) throw sqlError(15223, 'objname');
  const kind = objtype?.trim().toUpperCase() ?? null;
  if (kind !== null && !KINDS.has(kind)) throw sqlError(15249, objtype ?? '', 0);
  const renaming = RENAMES[kind ?? ''] ?? renameUntyped;
  renaming(context, { objname, newname, kind });
  context.inform(15477);
}

interface Request {
  readonly objname: string;
  readonly newname: string;
  /** As given, in upper case; null when left out. */
  readonly kind: string | null;
}

type Rename = (context: NativeContext, request: Request) => void;

const RENAMES: Readonly<Record<string, Rename>> = {
  OBJECT: renameObject,
  COLUMN: renameColumn,
  INDEX: renameIndex,
  STATISTICS: renameStatistics,
  USERDATATYPE: renameType,
  DATABASE: renameDatabase,
};

const KINDS: ReadonlySet<string> = new Set(Object.keys(RENAMES));

/** Without a type, what no object is named may be a column, an index or a type. The first refusal is the answer where it is none of them. */
function renameUntyped(context: NativeContext, request: Request): void {
  const refusals: SqlError[] = [];
  for (const renaming of UNTYPED) {
    const refusal = refusalOf(renaming, context, request);
    if (refusal === undefined) return;
    refusals.push(refusal);
  }
  throw refusals[0] ?? notFound(context, request);
}

const UNTYPED: readonly Rename[] = [renameObject, renameColumn, renameIndex, renameType];

/** Why the name belongs to nothing of the kind; undefined once it is renamed. */
function refusalOf(renaming: Rename, context: NativeContext, request: Request): SqlError | undefined {
  try {
    renaming(context, request);
    return undefined;
  } catch (error) {
    if (error instanceof SqlError && NOT_FOUND.has(error.number)) return error;
    throw error;
  }
}

/** 15250: the first of three parts is a database for an object and a schema for a column. */
const NOT_FOUND: ReadonlySet<number> = new Set([15225, 15248, 15250]);

/** 15225 where no kind was claimed, else 15248. */
function notFound(context: NativeContext, { objname, kind }: Request) {
  return kind === null ? sqlError(15225, objname, context.catalogs.current().name, '(null)') : sqlError(15248, kind);
}

function renameObject(context: NativeContext, request: Request): void {
  const parts = partsOf(context, request.objname, 2);
  const [name = null, schema = null] = [...(parts ?? [])].reverse();
  if (name === null) throw notFound(context, request);
  const catalog = context.catalogs.current();
  const object = findObject(catalog, schema ?? undefined, context.defaultSchema, name);
  if (object === undefined) return renameConstraint(context, request, catalog, schema ?? context.defaultSchema, name);
  requireFree(catalog, object.schema, request.newname, object.id);
  requireUnboundForRename(catalog, object, request.objname);
  commitCatalog(context, catalog, putObject(catalog, { ...object, name: request.newname, modified: context.now }));
}

/** 15336 for what a schema-bound module refers to. */
function requireUnboundForRename(catalog: DatabaseCatalog, object: Parameters<typeof requireUnbound>[1], name: string): void {
  try {
    requireUnbound(catalog, object, 'RENAME', name);
  } catch {
    throw sqlError(15336, name);
  }
}

function requireFree(catalog: DatabaseCatalog, schema: string, name: string, own: number): void {
  const other = catalog.objects.get(objectKey(schema, name));
  const constraint = findConstraintInSchema(catalog, schema, name);
  const isTaken = (other !== undefined && other.id !== own) || (constraint !== undefined && constraint.constraint.constraint.id !== own);
  if (isTaken) throw sqlError(15335, name, 'object');
}

function renameConstraint(context: NativeContext, request: Request, catalog: DatabaseCatalog, schema: string, name: string): void {
  const found = findConstraintInSchema(catalog, schema, name);
  if (found === undefined) throw notFound(context, request);
  requireFree(catalog, schema, request.newname, found.constraint.constraint.id);
  const table = withConstraintName(found.table, found.constraint, request.newname);
  commitCatalog(context, catalog, putObject(catalog, { ...table, modified: context.now }));
}

function withConstraintName(table: Table, { kind, constraint }: Constraint, name: string): Table {
  const renamed = <Item extends { readonly id: number; readonly name: string }>(item: Item): Item =>
    item.id === constraint.id ? { ...item, name, systemNamed: false } : item;
  switch (kind) {
    case 'key':
      return { ...table, keys: table.keys.map(renamed) };
    case 'foreign key':
      return { ...table, foreignKeys: table.foreignKeys.map(renamed) };
    case 'check':
      return { ...table, checks: table.checks.map(renamed) };
    case 'edge':
      return withConnections(table, (connections) => connections.map(renamed));
    case 'default':
      return { ...table, columns: table.columns.map((column) => ({ ...column, default: column.default && renamed(column.default) })) };
  }
}

/** `table.part` with an optional schema: the table's home and the part. */
function findPart(context: NativeContext, request: Request) {
  const parts = partsOf(context, request.objname, 3);
  const part = parts?.at(-1) ?? null;
  if (parts === undefined || parts.length < 2 || part === null) throw notFound(context, { ...request, kind: request.kind ?? 'COLUMN' });
  const found = findTableHome(context, nameNode(parts.slice(0, -1)));
  if (found === undefined) throw notFound(context, request);
  return { ...found, part };
}

function renameColumn(context: NativeContext, request: Request): void {
  const { home, table, part } = findPart(context, request);
  const column = findColumn(table, part);
  if (column === undefined) throw notFound(context, request);
  if (table.historyOf !== undefined) throw sqlError(13759, `${home.catalog().name}.${table.schema}.${table.name}`);
  const other = findColumn(table, request.newname);
  if (other !== undefined && other.id !== column.id) throw sqlError(15335, request.newname, 'COLUMN');
  if (isInDefinitions(table, column) || boundTo(home.catalog(), table.id, column.name).length > 0) throw sqlError(15336, request.objname);
  const columns = table.columns.map((c) => (c.id === column.id ? { ...c, name: request.newname } : c));
  home.save({ ...table, columns, modified: context.now });
  const history = historyHome(context, home.catalog().name, table);
  if (history === undefined) return;
  const renamed = history.table.columns.map((c) => (sameName(c.name, column.name) ? { ...c, name: request.newname } : c));
  history.home.save({ ...history.table, columns: renamed, modified: context.now });
}

/** Checks, computed columns and filters keep their text, so a column that they mention keeps its name. */
function isInDefinitions(table: Table, column: Column): boolean {
  const texts = [
    ...table.checks.map((check) => check.text),
    ...table.columns.flatMap(({ computed }) => computed?.text ?? []),
    ...table.indexes.flatMap(({ filter }) => filter ?? []),
  ];
  return texts.some((text) => refersTo(text, column.name));
}

/** An index of a view; false when the name is not about a view. */
function renameViewIndex(context: NativeContext, request: Request): boolean {
  const parts = partsOf(context, request.objname, 3);
  const found = parts === undefined || parts.length < 2 ? undefined : findView(context, nameNode(parts.slice(0, -1)));
  if (found?.view.indexes === undefined) return false;
  const { catalog, view } = found;
  const index = findIndex(tableOfView(view), parts?.at(-1) ?? '');
  if (index === undefined) throw notFound(context, request);
  const indexes = found.view.indexes.map((other) => (other.indexId === index.indexId ? { ...other, name: request.newname } : other));
  commitCatalog(context, catalog, putObject(catalog, { ...view, indexes, modified: context.now }));
  return true;
}

function renameIndex(context: NativeContext, request: Request): void {
  if (renameViewIndex(context, request)) return;
  const { home, table, part } = findPart(context, request);
  const index = findIndex(table, part);
  if (index === undefined) throw notFound(context, request);
  const other = allIndexes(table).find(({ name }) => sameName(name, request.newname));
  if (other !== undefined && other.indexId !== index.indexId) throw sqlError(15335, request.newname, 'INDEX');
  const renamed = <Item extends { readonly indexId: number }>(item: Item): Item =>
    item.indexId === index.indexId ? { ...item, name: request.newname } : item;
  home.save({ ...table, keys: table.keys.map(renamed), indexes: table.indexes.map(renamed), modified: context.now });
}

function renameStatistics(context: NativeContext, request: Request): void {
  const { home, table, part } = findPart(context, request);
  const known = table.statistics ?? [];
  if (!known.some(({ name }) => sameName(name, part))) throw notFound(context, request);
  home.save({ ...table, statistics: known.map((row) => (sameName(row.name, part) ? { ...row, name: request.newname } : row)) });
}

/** Columns of the type name it, so they follow. */
function renameType(context: NativeContext, request: Request): void {
  const parts = partsOf(context, request.objname, 2);
  const [name = null, schema = null] = [...(parts ?? [])].reverse();
  const catalog = context.catalogs.current();
  const type = name === null ? undefined : findType(catalog, schema ?? undefined, context.defaultSchema, name);
  if (type === undefined) throw notFound(context, request);
  if (catalog.types.has(objectKey(type.schema, request.newname)) && !sameName(type.name, request.newname))
    throw sqlError(15335, request.newname, 'USERDATATYPE');
  const alias = `${type.schema}.${type.name}`;
  const renamed = `${type.schema}.${request.newname}`;
  const after = [...catalog.objects.values()].reduce(
    (current: DatabaseCatalog, object) =>
      object.kind === 'table' && object.columns.some((column) => column.type.alias === alias)
        ? putObject(current, { ...object, columns: object.columns.map((column) => withAlias(column, alias, renamed)) })
        : current,
    putType(catalog, { ...type, name: request.newname }),
  );
  commitCatalog(context, catalog, after);
}

const withAlias = (column: Column, from: string, to: string): Column =>
  column.type.alias === from ? { ...column, type: { ...column.type, alias: to } } : column;

function renameDatabase(context: NativeContext, request: Request): void {
  const server = context.server.catalog();
  const entry = server.databases.get(nameKey(request.objname));
  const catalog = context.catalogs.database(request.objname);
  if (entry === undefined || catalog === undefined) throw sqlError(15010, request.objname);
  const other = server.databases.get(nameKey(request.newname));
  if (other !== undefined && other.id !== entry.id) throw sqlError(1801, request.newname);
  if (entry.id <= 4) throw sqlError(5058, 'NAME', entry.name);
  commitServer(context, putDatabase(server, { ...entry, name: request.newname }));
  commitCatalog(context, catalog, setNameAndCollation(catalog, request.newname, catalog.collation));
}

export const RENAME: readonly NativeProcedure[] = [
  native('sp_rename', {
    parameters: [parameter('objname', nvarchar(1035)), parameter('newname', SYSNAME), parameter('objtype', varchar(13), 'NULL')],
    run: rename,
  }),
];
