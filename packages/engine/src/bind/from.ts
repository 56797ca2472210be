/**
 * FROM: every table source becomes a `From` tree and the list of sources whose columns are visible. Views and inline functions are bound in their own
 * name scope and become derived tables; outer joins make the columns of their inner side nullable; the right side of APPLY sees the left.
 */

import type {
  CreateFunction,
  CreateView,
  Identifier,
  Select,
  Table as SyntaxTable,
  TableFunction,
  TableHint,
  TableSource,
} from '@sprocket/tsql';
import * as T from '@sprocket/tsql';
import {
  type Column,
  type DatabaseCatalog,
  nameKey,
  type SchemaObject,
  type Table,
  type UserFunction,
  type View,
} from '../catalog/model.ts';
import type { ActivePredicate } from '../catalog/policies.ts';
import { sqlError, sqlErrorState, unsupported } from '../errors.ts';
import { tableFunction } from '../functions/index.ts';
import { chainOf, noteAccess, noteSource } from './access.ts';
import { insideModule } from './broken-module.ts';
import { adHocAccess, bulkRows } from './bulk-rows.ts';
import { argumentOf, bindFunctionArgument } from './call.ts';
import { changeTableRows, changeVersionRows } from './change-table.ts';
import { methodOf } from './clr.ts';
import { coerce, commonTypeOf } from './coerce.ts';
import { type Binder, type ExprContext, useDatabase } from './context.ts';
import { bindExpr, bindPredicate } from './expression.ts';
import { fullTextTable } from './full-text.ts';
import { pseudoColumnValue } from './graph/columns.ts';
import { withIdentified } from './graph/identifiers.ts';
import { matchScope } from './graph/match.ts';
import type { PathSource } from './graph/paths.ts';
import { bindModuleText } from './module.ts';
import { findColumn } from './names.ts';
import { hasNextValue, withoutNextValue } from './next-value.ts';
import { resultNullable } from './nullability.ts';
import { openXmlRows } from './open-xml.ts';
import { bindPivot, bindUnpivot } from './pivot.ts';
import { filter } from './predicate.ts';
import { bindQuery, bindSubquery, expressionContext, refuseOrder, sourceOf } from './query.ts';
import {
  type ResolvedObject,
  type ResolvedTable,
  requireLocal,
  resolveObject,
  resolveSystemFunction,
  resolveTable,
  writtenName,
} from './resolve.ts';
import { multiStatementRows, nestedChangeRows, openJsonRows } from './rows.ts';
import { filtered, filteredView, filtersOf } from './security-policy.ts';
import { bindSystemTime, versionedRows } from './system-time.ts';
import { isTableType, withTableParameters } from './table-argument.ts';
import type { Expr, From, Leaf, Query, QueryColumn, Source, SourceColumn, ValuesQuery } from './tree.ts';
import { bindCommonTable, withTables } from './with.ts';
import { nodesRows } from './xml.ts';

export interface BoundFrom {
  readonly from: From;
  readonly sources: readonly Source[];
}

export interface BoundFromList {
  /** Null for an empty list. */
  readonly from: From | null;
  readonly sources: readonly Source[];
  /** Those that JOIN or APPLY combine. */
  readonly joined: readonly Source[];
  /** What `from` crosses. */
  readonly list: readonly BoundFrom[];
  /** Those marked FOR PATH, which `sources` has too. */
  readonly paths: readonly PathSource[];
}

const MOST_SOURCES = 256;

/** Comma-separated sources: a cross join from left to right. */
export function bindFromList(list: readonly TableSource[], outer: ExprContext): BoundFromList {
  const bound = list.flatMap((source) => (isPath(source) ? [] : [bindSource(source, outer)]));
  const paths = list.flatMap((source) => (isPath(source) ? [pathSource(source, outer)] : []));
  const sources = [...bound.flatMap((b) => b.sources), ...paths.map(({ source }) => source)];
  if (sources.length > MOST_SOURCES) throw sqlError(106);
  checkNames(sources);
  const from = bound
    .map((b) => b.from)
    .reduce<From | null>((left, right) => (left === null ? right : { kind: 'join', type: 'cross', left, right, on: null }), null);
  const joined = bound.flatMap((b) => (b.from.kind === 'join' || b.from.kind === 'apply' ? b.sources : []));
  return { from, sources, joined, paths, list: bound };
}

const isPath = (source: TableSource): boolean => source.kind === 'table' && source.forPath;

/** A table FOR PATH, which is no part of the join. */
function pathSource(node: TableSource, cx: ExprContext): PathSource {
  const table = node as SyntaxTable;
  const from = bindTable(table, cx);
  return { from, source: { ...from.source, path: true }, hasAlias: table.alias !== null };
}

/** Two objects of one name (1013, whatever their schemas), an alias that is also an object's name (1012), and one alias twice (1011). */
export function checkNames(sources: readonly Source[]): void {
  const seen = new Map<string, Source>();
  for (const source of sources) {
    if (source.name === '') continue;
    const key = nameKey(source.name);
    const earlier = seen.get(key);
    if (earlier !== undefined) throw sameExposedName(source, earlier);
    seen.set(key, source);
  }
}

function sameExposedName(source: Source, earlier: Source): Error {
  if (source.schema === null && earlier.schema === null) return sqlError(1011, source.name);
  if (source.schema === null) return sqlError(1012, source.name, shownName(earlier));
  if (earlier.schema === null) return sqlError(1012, earlier.name, shownName(source));
  return sqlError(1013, shownName(source), shownName(earlier));
}

/** As FROM writes it. */
export const shownName = (source: Source): string => source.shown ?? source.name;

export function bindSource(node: TableSource, cx: ExprContext): BoundFrom {
  switch (node.kind) {
    case 'table':
      if (node.forPath) throw unsupported('FOR PATH in a join');
      return single(bindTable(node, cx));
    case 'tableVariable':
      return single(bindTableVariable(node.name, node.alias, cx));
    case 'derivedTable':
      return single(withIdentified(derived(bindSubquery(node.query, cx), node.alias.value, node.columns, cx)));
    case 'valuesTable':
      return single(bindValues(node, cx));
    case 'tableFunction':
      return single(bracketedNodes(node, cx) ?? bindTableFunction(node, cx));
    case 'openJson':
      return single(openJsonRows(node, cx));
    case 'join':
      return bindJoin(node, cx);
    case 'crossJoin': {
      const left = bindSource(node.left, cx);
      const right = bindSource(node.right, cx);
      return {
        from: { kind: 'join', type: 'cross', left: left.from, right: right.from, on: null },
        sources: [...left.sources, ...right.sources],
      };
    }
    case 'apply':
      return bindApply(node, cx);
    case 'pivot':
      return single(bindPivot(node, cx));
    case 'unpivot':
      return single(bindUnpivot(node, cx));
    case 'dmlTable':
      return single(nestedChangeRows(node, cx));
    case 'methodTable':
      return single(nodesRows(node, cx));
    case 'openXml':
      return single(openXmlRows(node, cx));
    case 'openQuery':
      // This server itself is not configured for it either.
      requireLocal(cx.binder, node.server.value);
      throw sqlError(7411, node.server.value, 'DATA ACCESS');
    case 'openRowset':
      return single(bulkRows(node, cx));
    case 'openDataSource':
      throw adHocAccess();
    case 'changeTable':
      return single(changeTableRows(node, cx));
    case 'changeTableVersion':
      return single(changeVersionRows(node, cx));
    case 'fullTextTable':
      return single(fullTextTable(node, cx));
  }
}

/** `t.column.[nodes]('…') AS n (c)`, which reads like a function of a schema. */
function bracketedNodes({ name, args, alias, columns, span }: TableFunction, cx: ExprContext): Leaf | undefined {
  const method = name.parts.at(-1);
  if (method?.quoted !== true || method.value.toLowerCase() !== 'nodes' || args.length !== 1) return undefined;
  if (findColumn(name.parts.slice(0, -1), cx.names)?.type.name !== 'xml') return undefined;
  const { target } = methodOf({ name, args, span });
  return nodesRows({ kind: 'methodTable', target, method: { ...method, value: 'nodes' }, args, alias, columns, span }, cx);
}

const single = (from: Leaf): BoundFrom => ({ from, sources: [from.source] });
type TableLeaf = Extract<From, { kind: 'table' }>;

function bindTable(node: SyntaxTable, cx: ExprContext): Leaf {
  // TABLESAMPLE asks for about so many rows of whole pages, and every answer is right: it has all rows.
  const alias = node.alias?.value;
  const only = node.name.parts.length === 1 ? node.name.parts[0]?.value : undefined;
  const common = only === undefined ? undefined : cx.commonTables.get(nameKey(only));
  if (common !== undefined && node.systemTime !== null) throw sqlErrorState(13544, 1, common.name);
  if (common !== undefined) {
    const leaf = withIdentified(bindCommonTable(common, alias ?? common.name, cx) as Leaf);
    return { ...leaf, source: { ...leaf.source, written: common.name } };
  }
  const found = resolveTable(node.name, cx.binder);
  if (found.kind === 'table') requireIndexes(node.hints, found.table, writtenName(node.name));
  const { stored } = cx.binder;
  const isRead = stored.has(found.database?.databaseId ?? 0);
  const leaf = bindOverTime(node, found, alias, cx);
  if (!isRead && found.kind === 'table' && node.hints.some(({ name }) => OWN_ISOLATION.has(name))) stored.delete(found.databaseId);
  return leaf;
}

/** Hints that read a table under another isolation level than the session's. */
const OWN_ISOLATION: ReadonlySet<string> = new Set([
  'NOLOCK',
  'READUNCOMMITTED',
  'READCOMMITTED',
  'READCOMMITTEDLOCK',
  'REPEATABLEREAD',
  'SERIALIZABLE',
  'HOLDLOCK',
]);

/** The table, view or function, as it was when FOR SYSTEM_TIME says; the clause may be that of the view around it. */
function bindOverTime(node: SyntaxTable, found: ResolvedTable, alias: string | undefined, cx: ExprContext): Leaf {
  const { binder } = cx;
  const written = writtenName(node.name);
  if (node.systemTime !== null && binder.systemTime !== null) throw sqlError(13590, written);
  const time = node.systemTime === null ? binder.systemTime : bindSystemTime(node.systemTime, cx);
  if (time === null) return bindResolved(found, written, alias, cx);
  const leaf = bindResolved(found, written, alias, { ...cx, binder: { ...binder, systemTime: time } });
  const { database } = found;
  if (leaf.kind === 'table' && database !== null && leaf.table.versioning !== undefined)
    return versionedRows(leaf, database, time, binder, (history) => tableSource(history, database, undefined, binder));
  if (node.systemTime === null || time.use.tables > 0) return leaf;
  if (found.kind === 'table') throw sqlError(13544, `${database?.name ?? 'tempdb'}.${found.table.schema}.${found.table.name}`);
  throw sqlErrorState(13544, 1, `${found.database.name}.${found.object.schema}.${found.object.name}`);
}

/** 308: an index that a hint names exists. 8171: NOEXPAND is for views. */
function requireIndexes(hints: readonly TableHint[], table: Table, written: string): void {
  if (hints.some(({ name }) => name === 'NOEXPAND')) throw sqlError(8171, 'noexpand', written);
  const known = [...table.keys, ...table.indexes].map((index) => nameKey(index.name));
  for (const { indexes } of hints) {
    const missing = indexes.find((index) => index.kind === 'identifier' && !known.includes(nameKey(index.value)));
    const shown = `${table.schema}.${table.name}`;
    if (missing?.kind === 'identifier') throw sqlError(308, missing.value, shown);
    const beyond = indexes.find((index) => index.kind === 'integer' && Number(index.text) > known.length);
    if (beyond?.kind === 'integer') throw sqlError(307, Number(beyond.text), shown);
  }
}

function bindResolved(found: ResolvedTable, written: string, alias: string | undefined, cx: ExprContext): Leaf {
  if (found.kind === 'table') {
    const plain = tableSource(found.table, found.database, alias, cx.binder);
    const filters = filtersOf(found.database, found.table.id);
    if (filters.length > 0 && found.database !== null)
      return bindFiltered({ ...found, database: found.database }, plain, filters, { written, alias, cx });
    const source = found.found === undefined ? plain : noteSource(cx.binder, found.found, plain);
    return { kind: 'table', source: asWritten(source, alias, written), table: found.table, databaseId: found.databaseId };
  }
  if (found.object.kind === 'view') {
    const view = withIdentified(bindView(found.object, found.found, written, alias, cx));
    return { ...view, source: asWritten(view.source, alias, written) };
  }
  if (found.object.kind === 'function') throw sqlError(216, written);
  throw sqlError(208, written);
}

type FoundTable = Extract<ResolvedTable, { kind: 'table' }> & { readonly database: DatabaseCatalog };

interface Naming {
  readonly written: string;
  readonly alias: string | undefined;
  readonly cx: ExprContext;
}

/** A table of which a security policy shows some rows. */
function bindFiltered(
  { table, database, databaseId, found }: FoundTable,
  source: Source,
  filters: readonly ActivePredicate[],
  { written, alias, cx }: Naming,
): Leaf {
  if (cx.binder.depth >= EXPANSION_LIMIT) throw sqlError(4429, table.name);
  const { binder } = cx;
  const rows: TableLeaf = { kind: 'table', source, table, databaseId };
  const history = (past: Table): Source => tableSource(past, database, undefined, binder);
  const time = table.versioning === undefined ? null : binder.systemTime;
  const timed = time === null ? rows : versionedRows(rows, database, time, binder, history);
  const leaf = filtered(timed, database, filters, binder);
  const noted = found === undefined ? leaf.source : noteSource(cx.binder, found, leaf.source);
  return { ...leaf, source: asWritten(noted, alias, written) };
}

const asWritten = (source: Source, alias: string | undefined, written: string): Source =>
  alias === undefined ? { ...source, shown: written, written } : { ...source, written };

/** The columns of a table as a source. Computed columns that are not stored are bound as expressions over the same source. */
export function tableSource(table: Table, database: DatabaseCatalog | null, alias: string | undefined, binder: Binder): Source {
  if (database !== null && table.storage.kind === 'database') binder.stored.add(database.databaseId);
  const stored: Source = {
    id: binder.ids.next++,
    name: alias ?? table.name,
    schema: alias === undefined && database !== null ? table.schema : null,
    database: alias === undefined && database !== null ? database.name : null,
    columns: table.columns.map(
      (column): SourceColumn => ({
        name: column.name,
        type: withCollation(column.type, database),
        nullable: column.nullable,
        identity: column.identity !== null,
        computed: column.computed !== null || column.type.name === 'rowversion',
        storageName: column.storageName,
        hidden: column.hidden,
        expression: null,
        ...(column.graph === undefined ? {} : { graph: column.graph }),
      }),
    ),
    table,
    ...(table.graph === undefined ? {} : { graph: { kind: table.graph.kind, objectId: table.id, databaseId: database?.databaseId ?? 0 } }),
  };
  if (!table.columns.some((c) => c.computed !== null && !c.computed.persisted)) return stored;
  // What a computed column calls is reached through its table.
  const chain = database === null ? binder.chain : chainOf(database, table);
  const names = expressionContext({ ...binder, substitutions: null, chain }, { sources: [stored], parent: null });
  const columns = stored.columns.map((column, index): SourceColumn => {
    const computed = table.columns[index]?.computed;
    if (computed === null || computed === undefined || computed.persisted) return column;
    const definition = table.columns[index] as Column;
    if (definition.graph !== undefined && database !== null)
      return { ...column, expression: pseudoColumnValue(definition, stored, table, database) };
    const { expression } = T.parseExpression(computed.text);
    if (expression === null) throw sqlError(102, computed.text);
    const bound = coerce(bindExpr(expression, names), column.type);
    return { ...column, expression: bound, nullable: resultNullable(bound) };
  });
  return { ...stored, columns };
}

export const SERVER_COLLATION = 'SQL_Latin1_General_CP1_CI_AS';

function withCollation(type: T.Type, database: DatabaseCatalog | null): T.Type {
  if (!T.isString(type) || type.collation !== undefined || database === null || database.collation === SERVER_COLLATION) return type;
  return { ...type, collation: database.collation };
}

const EXPANSION_LIMIT = 32;

/** A binder for the inside of a view or function: its own schema and database first, nothing of the caller's variables. */
export function innerBinder(
  binder: Binder,
  object: SchemaObject,
  database: DatabaseCatalog,
  substitutions: ReadonlyMap<string, Expr> | null,
): Binder {
  if (binder.depth >= EXPANSION_LIMIT) throw sqlError(4429, object.name);
  const scope = { ...binder.scope, variables: new Map(), trigger: null };
  return {
    ...binder,
    scope,
    depth: binder.depth + 1,
    substitutions,
    defaultSchema: object.schema,
    defaultDatabase: database.name,
    chain: chainOf(database, object),
    xmlNamespaces: { current: [] },
  };
}

function bindView(view: View, found: ResolvedObject, written: string, alias: string | undefined, cx: ExprContext): Leaf {
  const { database } = found;
  const module = bindModuleText(view) as CreateView;
  const binder = innerBinder(cx.binder, view, database, null);
  const query = insideModule(view, written, module.select.span.line, () => bindModuleQuery(module.select, binder));
  const columns = viewColumns(view, module, query);
  const source = noteSource(cx.binder, found, sourceOf(cx.binder, alias ?? view.name, columns));
  const named: Source = alias === undefined ? { ...source, schema: view.schema, database: database.name } : source;
  const bound = { database: database.name, schema: view.schema, name: view.name, checked: view.checkOption };
  const leaf = { kind: 'derived', source: named, query, view: bound } as const;
  const filters = filtersOf(database, view.id);
  return filters.length === 0 ? leaf : filteredView(leaf, database, filters, binder);
}

/**
 * A view has the columns of its creation or last refresh, whatever its stars yield by now: further ones are not seen, and fewer are 4502. Only a
 * list of names in the definition must have one for each (4501).
 */
function viewColumns(view: View, module: CreateView, query: Query): readonly QueryColumn[] {
  if (view.columns.length > query.columns.length) throw sqlError(4502, view.name);
  if (module.columns.length > 0 && view.columns.length < query.columns.length) throw sqlError(4501, view.name);
  return view.columns.map(({ name }, index): QueryColumn => ({ ...(query.columns[index] as QueryColumn), name }));
}

/** The query of a view or inline function with its own WITH clause. */
export function bindModuleQuery(select: Select, binder: Binder): Query {
  refuseOrder(select.query);
  const cx = expressionContext(binder, null);
  return withoutNextValue(bindQuery(select.query, { ...cx, commonTables: withTables(select.with, new Map(), cx.binder) }));
}

function bindTableVariable(name: string, alias: Identifier | null, cx: ExprContext): Leaf {
  const variable = cx.binder.scope.variables.get(nameKey(name));
  if (variable?.table === undefined || variable.table === null) throw sqlError(1087, name);
  const source = tableSource(variable.table, null, alias?.value ?? name, cx.binder);
  return { kind: 'table', source, table: variable.table, databaseId: 0 };
}

/** A derived table under its alias and column names: 8155 for a nameless column, 8156 for a name used twice. */
export function derived(query: Query, alias: string, names: readonly Identifier[], cx: ExprContext): Leaf {
  if (names.length > query.columns.length) throw sqlError(8159, alias);
  if (names.length > 0 && names.length < query.columns.length) throw sqlError(8158, alias);
  const columns = query.columns.map((column, index): QueryColumn => ({ ...column, name: names[index]?.value ?? column.name }));
  const seen = new Set<string>();
  columns.forEach((column, index) => {
    if (column.name === '') throw sqlError(8155, index + 1, alias);
    if (seen.has(nameKey(column.name))) throw sqlError(8156, column.name, alias);
    seen.add(nameKey(column.name));
  });
  return { kind: 'derived', source: sourceOf(cx.binder, alias, columns), query };
}

function bindValues(node: Extract<TableSource, { kind: 'valuesTable' }>, cx: ExprContext): Leaf {
  return derived(valuesQuery(node.rows.map((row) => row.map((value) => bindExpr(value, cx)))), node.alias.value, node.columns, cx);
}

/** Rows of expressions as a query; every row has as many values as the first (10709). */
export function valuesQuery(rows: readonly (readonly Expr[])[]): ValuesQuery {
  const width = rows[0]?.length ?? 0;
  if (rows.some((row) => row.length !== width)) throw sqlError(10709);
  const columns = Array.from({ length: width }, (_, index): QueryColumn => {
    const values = rows.map((row) => row[index] as Expr);
    return { name: '', type: commonTypeOf(values), nullable: values.some(resultNullable), identity: false, computed: true };
  });
  return { kind: 'values', columns, rows: rows.map((row) => row.map((value, i) => coerce(value, (columns[i] as QueryColumn).type))) };
}

function bindJoin(node: Extract<TableSource, { kind: 'join' }>, cx: ExprContext): BoundFrom {
  const left = bindSource(node.left, cx);
  const right = bindSource(node.right, cx);
  checkNames([...left.sources, ...right.sources]);
  const sources = [...left.sources, ...right.sources];
  const condition = expressionContext(cx.binder, { sources, parent: cx.names }, cx.commonTables);
  const on = filter(bindPredicate(node.on, { ...condition, match: matchScope(sources) }));
  if (hasNextValue(on)) throw sqlError(11720);
  const from: From = { kind: 'join', type: node.type, left: left.from, right: right.from, on };
  const leftSources = node.type === 'right' || node.type === 'full' ? left.sources.map(nullable) : left.sources;
  const rightSources = node.type === 'left' || node.type === 'full' ? right.sources.map(nullable) : right.sources;
  return { from, sources: [...leftSources, ...rightSources] };
}

/** The same source on the side of an outer join that may have no row. */
function nullable(source: Source): Source {
  return { ...source, columns: source.columns.map((column) => ({ ...column, nullable: true })) };
}

function bindApply(node: Extract<TableSource, { kind: 'apply' }>, cx: ExprContext): BoundFrom {
  const left = bindSource(node.left, cx);
  const right = bindSource(node.right, { ...cx, names: { sources: left.sources, parent: cx.names } });
  const from: From = { kind: 'apply', outer: node.outer, left: left.from, right: right.from };
  return { from, sources: [...left.sources, ...(node.outer ? right.sources.map(nullable) : right.sources)] };
}

function bindTableFunction(node: TableFunction, cx: ExprContext): Leaf {
  const written = writtenName(node.name);
  const builtinRows = tableFunction(written.toUpperCase());
  if (builtinRows !== undefined && node.args.length < builtinRows.minArgs) throw sqlError(313, written.toLowerCase());
  if (builtinRows !== undefined && node.args.length > builtinRows.maxArgs) throw sqlError(8144, written.toLowerCase());
  if (builtinRows !== undefined) return bindBuiltinRows(node, builtinRows, cx);
  const found = resolveObject(node.name, cx.binder) ?? resolveSystemFunction(node.name, cx.binder);
  if (found?.object.kind !== 'function' || found.object.form === 'scalar') throw sqlError(208, written);
  const { object, database } = found;
  if (object.id > 0) noteAccess(cx.binder, found, 'SELECT');
  const args = functionArguments(node, object, cx);
  if (object.form === 'inline') return bindInline(node, object, database, args, cx);
  return multiStatementRows(node, object, database, args, cx);
}

function functionArguments(node: TableFunction, object: UserFunction, cx: ExprContext): Expr[] {
  if (node.args.length < object.parameters.length) throw sqlError(313, writtenName(node.name));
  if (node.args.length > object.parameters.length) throw sqlError(8144, writtenName(node.name));
  return object.parameters.map((parameter, index) => bindFunctionArgument(node.args[index], parameter.type, parameter.default, cx));
}

/** An inline function is its query with the parameters replaced by the arguments. */
function bindInline(node: TableFunction, object: UserFunction, database: DatabaseCatalog, args: readonly Expr[], cx: ExprContext): Leaf {
  const module = bindModuleText(object) as CreateFunction;
  if (module.body.kind !== 'select') throw sqlError(208, writtenName(node.name));
  const scalars = object.parameters.flatMap(({ name, type }, index): [string, Expr][] =>
    isTableType(type) ? [] : [[nameKey(name), { ...(args[index] as Expr), given: true }]],
  );
  const { body } = module;
  const binder = withTableParameters(innerBinder(cx.binder, object, database, new Map(scalars)), node, object, cx);
  const query = insideModule(object, writtenName(node.name), body.span.line, () => bindModuleQuery(body, binder));
  return derived(query, node.alias?.value ?? object.name, node.columns, cx);
}

function bindBuiltinRows(node: TableFunction, fn: NonNullable<ReturnType<typeof tableFunction>>, cx: ExprContext): Leaf {
  const args = node.args.map((arg) => bindExpr(arg, cx));
  const facts = args.map(argumentOf);
  const signature = fn.signature(facts);
  const converted = args.map((arg, index) => coerce(arg, signature.params[index] ?? arg.type));
  const columns = signature.columns.map(
    (column, index): QueryColumn => ({ ...column, name: node.columns[index]?.value ?? column.name, identity: false, computed: true }),
  );
  const source = sourceOf(cx.binder, node.alias?.value ?? fn.name, columns);
  const key = `${fn.name}(${converted.map((arg) => T.typeToString(arg.type)).join(',')}):${columns.map((c) => T.typeToString(c.type)).join(',')}`;
  return { kind: 'rows', source, rows: { key, columns, rows: fn.rows(signature, facts), pure: true }, args: converted };
}

/** The current database, recorded as a dependency. */
export function currentDatabase(binder: Binder): DatabaseCatalog {
  const database = useDatabase(binder);
  if (database === undefined) throw sqlError(911, '');
  return database;
}
