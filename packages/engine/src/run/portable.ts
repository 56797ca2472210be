/**
 * Which queries another thread can run: those that read tables of one database and ask the session for nothing but parameters, which are evaluated
 * before they leave. What calls functions of the user, draws numbers of sequences, or reads temporary tables, table variables or system views stays.
 */

import type { Expr, From, Query } from '../bind/tree.ts';
import { hasAggregate, hasQuery, hasWindow, isRowless, queryOf, visit, visitQuery } from '../bind/walk.ts';
import type { ReadTable } from './contracts.ts';

/** The tables that such a query reads; null for a query that has to stay, and for one that reads none. */
export function portableTables(query: Query): readonly ReadTable[] | null {
  const tables: ReadTable[] = [];
  if (isLookup(query) || !isPortable(query, tables) || tables.length === 0) return null;
  return tables.every(({ databaseId }) => databaseId === tables[0]?.databaseId) ? tables : null;
}

/** Whether rows come out as they are read, so that the read gives others their turns by itself. */
export function isStream(query: Query): boolean {
  if (query.kind !== 'select' || query.from === null) return false;
  const { from, where, groupBy, distinct, items, orderBy, limit } = query;
  if (where !== null || groupBy !== null || distinct || orderBy.length > 0 || limit?.kind === 'offset') return false;
  if (items.some((item) => hasAggregate(item) || hasWindow(item) || hasQuery(item))) return false;
  return from.kind === 'table' || (from.kind === 'derived' && isStream(from.query));
}

/** A row of one table, found by all columns of a key: it is never worth more than looking at its query once. */
function isLookup(query: Query): boolean {
  if (query.kind !== 'select' || query.from?.kind !== 'table' || query.where === null) return false;
  const { source, table } = query.from;
  const given = new Set(conjuncts(query.where).flatMap((condition) => columnsSet(condition, source.id)));
  const isGiven = ({ columnId }: { readonly columnId: number }): boolean =>
    given.has(table.columns.findIndex((column) => column.id === columnId));
  return table.keys.some((key) => key.columns.every(isGiven)) && query.items.every((item) => !hasQuery(item)) && !hasQuery(query.where);
}

const conjuncts = (expr: Expr): readonly Expr[] => (expr.kind === 'and' ? expr.operands.flatMap(conjuncts) : [expr]);

/** The columns of the source that the condition sets equal to something without rows. */
function columnsSet(expr: Expr, source: number): readonly number[] {
  if (expr.kind !== 'compare' || expr.op !== '=') return [];
  const set = (column: Expr, other: Expr): readonly number[] =>
    column.kind === 'column' && column.source.id === source && isRowless(other) ? [column.index] : [];
  return [...set(expr.left, expr.right), ...set(expr.right, expr.left)];
}

function isPortable(query: Query, tables: ReadTable[]): boolean {
  if (!fromsOf(query).every((from) => isPortableFrom(from, tables))) return false;
  let portable = true;
  visitQuery(query, (expr) => {
    portable &&= isPortableExpr(expr, tables);
  });
  return portable;
}

/** Every FROM of the query itself; those of queries inside expressions are reached through the expressions. */
function fromsOf(query: Query): readonly From[] {
  switch (query.kind) {
    case 'select':
      return query.from === null ? [] : [query.from];
    case 'set':
      return [...fromsOf(query.left), ...fromsOf(query.right)];
    case 'values':
      return [];
    case 'document':
      return fromsOf(query.query);
  }
}

function isPortableFrom(from: From, tables: ReadTable[]): boolean {
  switch (from.kind) {
    case 'join':
    case 'apply':
      return isPortableFrom(from.left, tables) && isPortableFrom(from.right, tables);
    case 'table':
      tables.push({ databaseId: from.databaseId, name: from.table.storage.name, alias: `s${from.source.id}` });
      return from.table.storage.kind === 'database';
    case 'derived':
      return fromsOf(from.query).every((inner) => isPortableFrom(inner, tables));
    case 'recursive':
      return [from.anchor, ...from.steps].every((part) => fromsOf(part).every((inner) => isPortableFrom(inner, tables)));
    case 'recursion':
      return true;
    case 'rows':
      return from.rows.pure === true;
  }
}

function isPortableExpr(expr: Expr, tables: ReadTable[]): boolean {
  let portable = true;
  visit(expr, (node) => {
    const query = queryOf(node);
    portable &&= isPortableNode(node) && (query === null || isPortable(query, tables));
    return portable;
  });
  return portable;
}

/** A function of the statement's moment or session is a parameter unless it has arguments that are known by row only. */
function isPortableNode(node: Expr): boolean {
  if (node.kind === 'function' || node.kind === 'nextValue') return false;
  return node.kind !== 'call' || node.fn.volatility !== 'statement' || node.args.every((arg) => arg.kind === 'constant');
}
