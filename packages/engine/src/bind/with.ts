/** WITH: common table expressions are definitions by name, bound anew at each reference; a recursive one becomes a recursion over its own rows. */

import { type QueryBody, type Query as SyntaxQuery, typeToString, type With } from '@sprocket/tsql';
import { nameKey } from '../catalog/model.ts';
import { sqlError, unsupported } from '../errors.ts';
import type { Binder, CommonTableDefinition, CommonTables, ExprContext } from './context.ts';
import { declaredNamespaces } from './namespaces.ts';
import { bindQuery, combine, refuseOrder, sourceOf } from './query.ts';
import type { From, Query, QueryColumn, Source } from './tree.ts';
import { hasWindow } from './walk.ts';

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
  const steps = members.filter(isStep).map((body) => matching(bind(body, tables), columns, definition.name));
  return { kind: 'recursive', source, id: source.id, anchor, steps, limit: cx.binder.maxRecursion };
}

/** The members of a chain of UNION ALL; 252 when a recursive one has no anchor or another operator. */
function flatten(body: QueryBody): QueryBody[] {
  if (body.kind !== 'setOperation') return [body];
  if (body.op !== 'unionAll') return [body];
  return [...flatten(body.left), ...flatten(body.right)];
}

/** Types of anchor and recursive part must be the same (240), and the latter does not fold its rows: 460, 461, 462, 467. */
function matching(step: Query, columns: readonly QueryColumn[], name: string): Query {
  if (step.kind === 'select') {
    if (step.distinct) throw sqlError(460, name);
    if (step.limit !== null) throw sqlError(461, name);
    if (hasOuterJoin(step.from)) throw sqlError(462, name);
    if (step.groupBy !== null) throw sqlError(467, name);
    // SQL Server windows the rows that come of one row at a time.
    if (step.items.some(hasWindow)) throw unsupported('window function in the recursive part of a common table expression');
  }
  if (step.columns.length !== columns.length) throw sqlError(205);
  step.columns.forEach((column, index) => {
    const wanted = columns[index] as QueryColumn;
    if (typeToString(column.type) !== typeToString(wanted.type)) throw sqlError(240, wanted.name, name);
  });
  return step;
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
