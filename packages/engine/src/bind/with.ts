/** WITH: common table expressions are definitions by name, bound anew at each reference; a recursive one becomes a recursion over its own rows. */

import { type QueryBody, type Query as SyntaxQuery, typeToString, type With } from '@sprocket/tsql';
import { nameKey } from '../catalog/model.ts';
import { sqlError, unsupported } from '../errors.ts';
import type { Binder, CommonTableDefinition, CommonTables, ExprContext } from './context.ts';
import { columnRef } from './names.ts';
import { declaredNamespaces } from './namespaces.ts';
import { and } from './predicate.ts';
import { bindQuery, combine, refuseOrder, sourceOf } from './query.ts';
import type { Expr, From, Leaf, Query, QueryColumn, SelectQuery, Source } from './tree.ts';
import { hasWindow, leavesOf } from './walk.ts';

/** The definitions that a WITH clause adds to those of the outer statement. */
export function withTables(clause: With | null, outer: CommonTables, binder: Binder): CommonTables {
  if (clause === null) return outer;
  if (clause.namespaces.length > 0) binder.xmlNamespaces.current = declaredNamespaces(clause.namespaces);
  let tables = outer;
  const names = new Set<string>();
  for (const table of clause.tables) {
    const key = nameKey(table.name.value);
    if (names.has(key)) throw sqlError(239, table.name.value);
    names.add(key);
    const definition: CommonTableDefinition = {
      name: table.name.value,
      columns: table.columns.map((c) => c.value),
      query: table.query,
      before: tables,
      recursion: null,
    };
    tables = new Map([...tables, [key, definition]]);
  }
  return tables;
}

/** A reference to a common table: its query as a derived table, or the recursion. */
export function bindCommonTable(definition: CommonTableDefinition, alias: string, cx: ExprContext): From {
  if (definition.recursion !== null) {
    const source: Source = {
      id: cx.binder.ids.next++,
      name: alias,
      schema: null,
      database: null,
      columns: definition.recursion.columns,
      table: null,
    };
    return { kind: 'recursion', source, id: definition.recursion.id };
  }
  refuseOrder(definition.query);
  const inner: ExprContext = { ...cx, names: null, commonTables: definition.before };
  if (mentions(definition.query, definition.name)) return bindRecursive(definition, alias, inner);
  const query = bindQuery(definition.query, inner);
  return { kind: 'derived', query, source: sourceOf(cx.binder, alias, namedColumns(query.columns, definition)) };
}

function namedColumns(columns: readonly QueryColumn[], definition: CommonTableDefinition): QueryColumn[] {
  const { columns: names, name } = definition;
  if (names.length > columns.length) throw sqlError(8159, name);
  if (names.length > 0 && names.length < columns.length) throw sqlError(8158, name);
  const seen = new Set<string>();
  return columns.map((column, index) => {
    const chosen = names[index] ?? column.name;
    if (chosen === '') throw sqlError(8155, index + 1, name);
    if (seen.has(nameKey(chosen))) throw sqlError(8156, chosen, name);
    seen.add(nameKey(chosen));
    return { ...column, name: chosen };
  });
}

function bindRecursive(definition: CommonTableDefinition, alias: string, cx: ExprContext): From {
  const members = flatten(definition.query.body);
  const isStep = (body: QueryBody): boolean => mentions(body, definition.name) > 0;
  const anchors = members.filter((body) => !isStep(body));
  if (anchors.length === 0) throw sqlError(252, definition.name);
  if (members.some((body) => mentions(body, definition.name) > 1)) throw sqlError(253, definition.name);
  const bind = (body: QueryBody, tables: CommonTables): Query => bindQuery({ ...definition.query, body }, { ...cx, commonTables: tables });
  const anchor = anchors.map((body) => bind(body, cx.commonTables)).reduce((left, right) => combine('unionAll', left, right, cx.binder));
  const columns = namedColumns(anchor.columns, definition).map((column) => ({ ...column, nullable: true }));
  const source = sourceOf(cx.binder, alias, columns);
  const self: CommonTableDefinition = { ...definition, recursion: { id: source.id, columns: source.columns } };
  const tables = new Map([...definition.before, [nameKey(definition.name), self]]);
  const steps = members.filter(isStep).map((body) => {
    const step = bind(body, tables);
    return matching(recursive(step, source.id, definition.name, cx.binder), columns, definition.name);
  });
  return { kind: 'recursive', source, id: source.id, anchor, steps, limit: cx.binder.maxRecursion };
}

/** The members of a chain of UNION ALL; 252 when a recursive one has no anchor or another operator. */
function flatten(body: QueryBody): QueryBody[] {
  if (body.kind !== 'setOperation') return [body];
  if (body.op !== 'unionAll') return [body];
  return [...flatten(body.left), ...flatten(body.right)];
}

/** Types of anchor and recursive part must be the same (240). */
function matching<Q extends Query>(step: Q, columns: readonly QueryColumn[], name: string): Q {
  if (step.columns.length !== columns.length) throw sqlError(205);
  step.columns.forEach((column, index) => {
    const wanted = columns[index] as QueryColumn;
    if (typeToString(column.type) !== typeToString(wanted.type)) throw sqlError(240, wanted.name, name);
  });
  return step;
}

/** A recursive part reads the rows in FROM (465) and does not fold them: 460, 461, 462, 467. */
function recursive(step: Query, id: number, name: string, binder: Binder): SelectQuery {
  if (step.kind !== 'select') throw unsupported('set operation in the recursive part of a common table expression');
  refuseFolding(step, id, name);
  const isPlain = step.from !== null && leavesOf(step.from).some((leaf) => isRows(leaf, id)) && !step.items.some(hasWindow);
  return isPlain ? step : rowByRow(step, id, binder);
}

const isRows = (leaf: Leaf, id: number): boolean => leaf.kind === 'recursion' && leaf.id === id;

function refuseFolding(step: SelectQuery, id: number, name: string): void {
  if (step.distinct) throw sqlError(460, name);
  if (step.limit !== null) throw sqlError(461, name);
  if (hasOuterJoin(step.from)) throw sqlError(462, name);
  if (step.groupBy !== null) throw sqlError(467, name);
  const leaf = step.from === null ? undefined : leavesOf(step.from).find((candidate) => readsRows(candidate, id));
  if (leaf === undefined) throw sqlError(465);
  if (leaf.kind !== 'derived') return;
  if (leaf.query.kind !== 'select') throw unsupported('set operation in the recursive part of a common table expression');
  refuseFolding(leaf.query, id, name);
}

function readsRows(leaf: Leaf, id: number): boolean {
  const reads = (query: Query): boolean => {
    if (query.kind === 'set') return reads(query.left) || reads(query.right);
    return query.kind === 'select' && query.from !== null && leavesOf(query.from).some((inner) => readsRows(inner, id));
  };
  return isRows(leaf, id) || (leaf.kind === 'derived' && reads(leaf.query));
}

/**
 * A recursive part that reads the rows in a derived table, or has window functions: SQL Server computes it for one row at a time, and
 * so the part without the rows is applied to each.
 */
function rowByRow(step: SelectQuery, id: number, binder: Binder): SelectQuery {
  const { rows, query } = withoutRows(step, id);
  if (rows === null) throw new Error(`no recursion ${id}`);
  const source = sourceOf(binder, '', step.columns);
  const items = source.columns.map((_, index) => columnRef(source, index));
  return { ...step, items, from: { kind: 'apply', outer: false, left: rows, right: { kind: 'derived', source, query } }, where: null };
}

function withoutRows(query: SelectQuery, id: number): { readonly rows: From | null; readonly query: SelectQuery } {
  if (query.from === null) return { rows: null, query };
  const { rows, rest, on } = apart(query.from, id);
  const conditions = query.where === null ? on : [...on, query.where];
  return { rows, query: { ...query, from: rest, where: conditions.length === 0 ? null : and(conditions) } };
}

interface Apart {
  readonly rows: From | null;
  readonly rest: From | null;
  /** The conditions of the joins that are gone. */
  readonly on: readonly Expr[];
}

/** The rows of the recursion, and what they are joined with. */
function apart(from: From, id: number): Apart {
  if (from.kind === 'derived' && from.query.kind === 'select') {
    const { rows, query } = withoutRows(from.query, id);
    return { rows, rest: rows === null ? from : { ...from, query }, on: [] };
  }
  if (from.kind !== 'join' && from.kind !== 'apply')
    return isRows(from, id) ? { rows: from, rest: null, on: [] } : { rows: null, rest: from, on: [] };
  const left = apart(from.left, id);
  const right = apart(from.right, id);
  const rest = left.rest === null ? right.rest : right.rest === null ? left.rest : { ...from, left: left.rest, right: right.rest };
  const isGone = left.rest === null || right.rest === null;
  const gone = from.kind === 'join' && from.on !== null && isGone ? [from.on] : [];
  return { rows: left.rows ?? right.rows, rest, on: [...left.on, ...right.on, ...gone] };
}

function hasOuterJoin(from: From | null): boolean {
  if (from?.kind === 'apply') return from.outer || hasOuterJoin(from.left) || hasOuterJoin(from.right);
  if (from?.kind !== 'join') return false;
  return (from.type !== 'inner' && from.type !== 'cross') || hasOuterJoin(from.left) || hasOuterJoin(from.right);
}

/** How often a table of that one-part name is read anywhere below. */
function mentions(node: SyntaxQuery | QueryBody, name: string): number {
  const key = nameKey(name);
  const count = (value: unknown): number => {
    if (typeof value !== 'object' || value === null) return 0;
    const table = value as { kind?: string; name?: { parts?: readonly { value: string }[] } };
    if (table.kind === 'table' && table.name?.parts?.length === 1 && nameKey(table.name.parts[0]?.value ?? '') === key) return 1;
    return Object.values(value).reduce<number>((sum, child) => sum + count(child), 0);
  };
  return count(node);
}
