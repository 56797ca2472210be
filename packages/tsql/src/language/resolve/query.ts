/** Queries: the scope of each SELECT, and the columns that a query yields. */
import type { CommonTable, Expression, Query, QueryBody, QuerySpecification, SelectItem, With } from '../../ast/index.ts';
import { print } from '../../printer/print.ts';
import { baseName } from '../catalog.ts';
import type { SyntaxNode } from '../nodes.ts';
import { findSource, resolveColumn } from './names.ts';
import { renamed, resolveSources } from './sources.ts';
import type { Resolver } from './state.ts';
import { declare, inner, localOf } from './state.ts';
import type { ColumnInfo, Cte, Scope, Source } from './types.ts';

/** Resolves a query; its columns, null when they cannot be known. */
export function resolveQuery(r: Resolver, query: Query, outer: Scope): readonly ColumnInfo[] | null {
  const { columns, sources } = resolveBody(r, query.body, outer);
  const aliases = new Set(columns?.map((column) => column.name.toLowerCase()) ?? []);
  for (const name of writtenAliases(query.body)) aliases.add(name);
  const scope = inner(outer, sources, aliases);
  for (const item of query.orderBy) r.visit(item, scope);
  if (query.offset !== null) r.visit(query.offset, outer);
  if (query.fetch !== null) r.visit(query.fetch, outer);
  r.scopes.push({ span: query.span, sources });
  r.queryColumns.set(query, columns);
  return columns;
}

/** The scope that WITH opens for its statement. */
export function resolveWith(r: Resolver, clause: With | null, outer: Scope): Scope {
  if (clause === null) return outer;
  let scope = outer;
  for (const table of clause.tables) scope = withCte(scope, commonTable(r, table, scope));
  return scope;
}

function commonTable(r: Resolver, table: CommonTable, scope: Scope): Cte {
  const provisional: Cte = { name: table.name, columns: renamed(leftColumns(table.query.body), table.columns) };
  const columns = renamed(r.query(table.query, withCte(scope, provisional)), table.columns);
  const cte: Cte = { name: table.name, columns };
  r.ctes.push(cte);
  const { span, value } = table.name;
  r.references.push({ span, kind: 'cte', name: value, target: span, code: value, note: 'common table expression' });
  return cte;
}

function withCte(scope: Scope, cte: Cte): Scope {
  return { ...scope, ctes: new Map([...scope.ctes, [cte.name.value.toLowerCase(), cte]]) };
}

/** What a recursive common table sees of itself: the names of its first SELECT. */
function leftColumns(body: QueryBody): readonly ColumnInfo[] | null {
  if (body.kind === 'setOperation') return leftColumns(body.left);
  const names = body.items.map(itemName);
  return names.includes(null) ? null : names.map((name) => ({ name: name!, type: '', nullable: null }));
}

/** '' for an expression without a name; null for a star. */
function itemName(item: SelectItem): string | null {
  if (item.kind === 'selectAssignment') return '';
  if (item.alias !== null) return item.alias.value;
  if (item.expression.kind === 'star') return null;
  return item.expression.kind === 'column' ? baseName(item.expression.name) : '';
}

function writtenAliases(body: QueryBody): readonly string[] {
  if (body.kind === 'setOperation') return writtenAliases(body.left);
  return body.items.map((item) => itemName(item)?.toLowerCase() ?? '');
}

interface Resolved {
  readonly columns: readonly ColumnInfo[] | null;
  readonly sources: readonly Source[];
}

/** Only a single SELECT lets ORDER BY see its sources. */
function resolveBody(r: Resolver, body: QueryBody, outer: Scope): Resolved {
  if (body.kind === 'querySpecification') return specification(r, body, outer);
  const left = resolveBody(r, body.left, outer);
  resolveBody(r, body.right, outer);
  return { columns: left.columns, sources: left.sources };
}

function specification(r: Resolver, body: QuerySpecification, outer: Scope): Resolved {
  const sources = resolveSources(r, body.from, outer);
  const scope = inner(outer, sources, new Set());
  r.scopes.push({ span: body.span, sources });
  const columns = body.items.map((item) => itemColumns(r, item, scope));
  const rest: readonly (SyntaxNode | null)[] = [body.top?.count ?? null, body.where, body.having];
  for (const node of rest) if (node !== null) r.visit(node, scope);
  for (const item of body.groupBy?.items ?? []) r.visit(item, scope);
  for (const window of body.windows) r.visit(window.over, scope);
  const all = columns.some((list) => list === null) ? null : columns.flatMap((list) => list ?? []);
  if (body.into !== null) declareInto(r, body, all);
  return { columns: all, sources };
}

function declareInto(r: Resolver, { into }: QuerySpecification, columns: readonly ColumnInfo[] | null): void {
  if (into === null) return;
  const name = baseName(into);
  if (name.startsWith('#'))
    declare(r, { name, kind: 'temp-table', type: '', columns: columns ?? localOf(r, name)?.columns ?? null, span: into.span });
  else r.created.add(name.toLowerCase());
}

function itemColumns(r: Resolver, item: SelectItem, scope: Scope): readonly ColumnInfo[] | null {
  if (item.kind === 'selectAssignment') {
    r.visit(item.variable, scope);
    r.visit(item.value, scope);
    return [];
  }
  const { expression, alias } = item;
  if (expression.kind === 'star') {
    r.visit(expression, scope);
    return starColumns(scope, expression.qualifier === null ? null : baseName(expression.qualifier));
  }
  const known = expression.kind === 'column' ? resolveColumn(r, expression.name, scope) : undefined;
  if (expression.kind !== 'column') r.visit(expression, scope);
  const name = alias?.value ?? itemName(item) ?? '';
  return [{ name, type: known?.type ?? expressionType(r, expression), nullable: known?.nullable ?? null }];
}

function starColumns(scope: Scope, qualifier: string | null): readonly ColumnInfo[] | null {
  const found = qualifier === null ? undefined : findSource(scope, qualifier);
  const sources = qualifier === null ? scope.sources : found === undefined ? [] : [found];
  if (sources.length === 0 || sources.some((source) => source.columns === null)) return null;
  return sources.flatMap((source) => source.columns ?? []);
}

/** The type of an expression whose type is written down; '' for all others. */
function expressionType(r: Resolver, expression: Expression): string {
  switch (expression.kind) {
    case 'cast':
    case 'convert':
    case 'parse':
      return print(expression.type);
    case 'variable':
      return localOf(r, expression.name)?.type ?? '';
    case 'integer':
      return 'int';
    default:
      return '';
  }
}
