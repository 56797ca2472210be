/** Table sources: which columns each thing in FROM has, and under which name. What cannot be known has columns null, and nothing is said about it. */
import type { Identifier, ObjectName, Span, Table, TableFunction, TableSource } from '../../ast/index.ts';
import { baseName, isLocalName, schemaName } from '../catalog.ts';
import { resolveVariable } from './names.ts';
import type { Resolver } from './state.ts';
import { catalogColumns, inner, localOf, referToLocal, warn } from './state.ts';
import type { ColumnInfo, Cte, Scope, Source } from './types.ts';

/** The sources of a FROM clause, each visited in the scope that it has. */
export function resolveSources(r: Resolver, from: readonly TableSource[], outer: Scope): readonly Source[] {
  const found: Source[] = [];
  for (const source of from) add(r, source, found, outer);
  return found;
}

/** One source that is not a join, such as the target of a change. */
export function resolveSource(r: Resolver, source: TableSource, outer: Scope): Source | undefined {
  return resolveSources(r, [source], outer)[0];
}

function add(r: Resolver, node: TableSource, found: Source[], outer: Scope): void {
  switch (node.kind) {
    case 'join':
      add(r, node.left, found, outer);
      add(r, node.right, found, outer);
      r.visit(node.on, inner(outer, found));
      return;
    case 'crossJoin':
      add(r, node.left, found, outer);
      add(r, node.right, found, outer);
      return;
    case 'apply':
      add(r, node.left, found, outer);
      add(r, node.right, found, inner(outer, [...found]));
      return;
    default:
      found.push(single(r, node, found, outer));
  }
}

type SingleSource = Exclude<TableSource, { kind: 'join' | 'crossJoin' | 'apply' }>;

function single(r: Resolver, node: SingleSource, before: readonly Source[], outer: Scope): Source {
  switch (node.kind) {
    case 'table':
      return tableSource(r, node, outer);
    case 'tableVariable':
      return tableVariable(r, node.name, node.alias, node.span);
    case 'tableFunction':
      return tableFunction(r, node, inner(outer, before));
    case 'derivedTable': {
      const columns = renamed(r.query(node.query, outer), node.columns);
      return { ...anonymous(node.alias, node.span), columns };
    }
    case 'valuesTable': {
      for (const row of node.rows) for (const value of row) r.visit(value, outer);
      return { ...anonymous(node.alias, node.span), columns: named(node.columns) };
    }
    case 'methodTable':
      r.visit(node.target, inner(outer, before));
      return { ...anonymous(node.alias, node.span), columns: node.columns.length === 0 ? null : named(node.columns) };
    case 'openJson':
      return openJson(r, node, inner(outer, before));
    case 'pivot':
    case 'unpivot': {
      add(r, node.source, [], outer);
      return { ...anonymous(node.alias, node.span), columns: null };
    }
    case 'dmlTable':
      r.visit(node.statement, outer);
      return { ...anonymous(node.alias, node.span), columns: renamed(null, node.columns) };
    default:
      return { ...anonymous(node.alias, node.span), columns: null };
  }
}

function anonymous(alias: Identifier | null, span: Span): Source {
  return { alias: alias?.value ?? '', aliasSpan: alias?.span ?? null, schema: '', object: '', kind: 'alias', columns: null, span };
}

function named(columns: readonly Identifier[]): readonly ColumnInfo[] {
  return columns.map((column) => ({ name: column.value, type: '', nullable: null }));
}

/** Columns under the names of a column list. */
export function renamed(columns: readonly ColumnInfo[] | null, names: readonly Identifier[]): readonly ColumnInfo[] | null {
  if (names.length === 0) return columns;
  return names.map((name, index) => ({ type: '', nullable: null, ...columns?.[index], name: name.value }));
}

function openJson(r: Resolver, node: Extract<TableSource, { kind: 'openJson' }>, scope: Scope): Source {
  r.visit(node.document, scope);
  if (node.path !== null) r.visit(node.path, scope);
  const columns =
    node.schema?.map((column) => ({ name: column.name.value, type: '', nullable: true })) ?? columnsNamed('key', 'value', 'type');
  return { ...anonymous(node.alias, node.span), alias: node.alias?.value ?? 'OPENJSON', columns };
}

function columnsNamed(...names: readonly string[]): readonly ColumnInfo[] {
  return names.map((name) => ({ name, type: '', nullable: null }));
}

function tableVariable(r: Resolver, name: string, alias: Identifier | null, span: Span): Source {
  resolveVariable(r, name, { ...span, end: span.start + name.length }, 'table');
  const columns = localOf(r, name)?.columns ?? null;
  return { alias: alias?.value ?? name, aliasSpan: alias?.span ?? null, schema: '', object: name, kind: 'table-variable', columns, span };
}

function tableSource(r: Resolver, node: Table, scope: Scope): Source {
  const object = baseName(node.name);
  const common = { alias: node.alias?.value ?? object, aliasSpan: node.alias?.span ?? null, object, span: node.span };
  const cte = node.name.parts.length === 1 ? findCte(scope, object) : undefined;
  if (cte !== undefined) {
    r.references.push({
      span: node.name.span,
      kind: 'cte',
      name: object,
      target: cte.name.span,
      code: object,
      note: 'common table expression',
    });
    return { ...common, schema: '', kind: 'cte', columns: cte.columns };
  }
  const local = localOf(r, object);
  if (local !== undefined) {
    referToLocal(r, local, node.name.span);
    return { ...common, schema: '', kind: 'temp-table', columns: local.columns };
  }
  return { ...common, ...catalogTable(r, node.name) };
}

function findCte(scope: Scope, name: string): Cte | undefined {
  for (let at: Scope | null = scope; at !== null; at = at.outer) {
    const found = at.ctes.get(name.toLowerCase());
    if (found !== undefined) return found;
  }
  return undefined;
}

type CatalogPart = Pick<Source, 'schema' | 'kind' | 'columns'>;

/** A table of the catalog; a name that it does not have is a warning. */
export function catalogTable(r: Resolver, name: ObjectName): CatalogPart {
  const unknown: CatalogPart = { schema: schemaName(name), kind: 'table', columns: null };
  const table = r.catalog?.table(name);
  if (table !== undefined) {
    const { schema, kind } = table;
    r.references.push({ span: name.span, kind, name: table.name, schema, code: `${kind.toUpperCase()} ${schema}.${table.name}` });
    return { schema, kind, columns: table.columns.length === 0 ? null : catalogColumns(table.columns) };
  }
  if (r.catalog !== null && isCheckable(r, name) && !r.created.has(baseName(name).toLowerCase())) {
    warn(r, 'unknown-table', name.span, `Invalid object name '${name.parts.map((part) => part.value).join('.')}'.`);
  }
  return unknown;
}

/** Whether the catalog must know an object of this name: not a system object, a temporary one, or one of another database. */
export function isCheckable(r: Resolver, name: ObjectName): boolean {
  const base = baseName(name).toLowerCase();
  const schema = schemaName(name).toLowerCase();
  if (base.startsWith('#') || schema === 'sys' || schema === 'information_schema') return false;
  if (schema === '' && base.startsWith('sys')) return false;
  return r.catalog !== null && isLocalName(r.catalog.snapshot, name);
}

/** Columns of the rowset functions of the system. */
const ROWSETS: Readonly<Record<string, readonly ColumnInfo[] | undefined>> = {
  STRING_SPLIT: [
    { name: 'value', type: 'nvarchar', nullable: false },
    { name: 'ordinal', type: 'bigint', nullable: false },
  ],
  GENERATE_SERIES: [{ name: 'value', type: '', nullable: false }],
};

function tableFunction(r: Resolver, node: TableFunction, scope: Scope): Source {
  for (const arg of node.args) r.visit(arg, scope);
  const object = baseName(node.name);
  const routine = r.catalog?.routine(node.name);
  const builtin = node.name.parts.length === 1 ? ROWSETS[object.toUpperCase()] : undefined;
  if (routine !== undefined) {
    const { schema, name } = routine;
    r.references.push({ span: node.name.span, kind: 'function', name, schema, code: `FUNCTION ${schema}.${name}` });
  } else if (node.name.parts.length > 1 && isCheckable(r, node.name)) {
    warn(r, 'unknown-function', node.name.span, `Invalid object name '${node.name.parts.map((part) => part.value).join('.')}'.`);
  }
  const known = builtin ?? (routine?.columns === undefined ? null : catalogColumns(routine.columns));
  const alias = node.alias?.value ?? object;
  return {
    alias,
    aliasSpan: node.alias?.span ?? null,
    schema: routine?.schema ?? '',
    object,
    kind: 'function',
    columns: renamed(known, node.columns),
    span: node.span,
  };
}
