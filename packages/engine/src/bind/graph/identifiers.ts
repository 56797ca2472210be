/**
 * Identifiers of nodes apart: a table and a number. Equal texts are equal tables and numbers, which lie in hidden columns, so comparisons of pseudo
 * columns use indexes instead of comparing texts pair by pair. Derived tables hand the parts on as hidden columns of their own.
 */

import { INT } from '@sprocket/tsql';
import { NODE_IDENTIFIER, ROW_IDENTIFIER } from '../../functions/index.ts';
import { constant } from '../literal.ts';
import { and, compare, isNull } from '../predicate.ts';
import type { Expr, From, Identified, Query, QueryColumn, Source, SourceColumn } from '../tree.ts';

/** `left = right` of two pseudo columns as a comparison of what they show; undefined for other operands. */
export function compareIdentifiers(left: Expr, right: Expr): Expr | undefined {
  const a = partsOf(left);
  const b = a && partsOf(right);
  if (a === undefined || b === undefined || a.database !== b.database) return undefined;
  const same = [compare('=', a.object, b.object), compare('=', a.id, b.id)];
  // The table that both edges name may be gone, and then neither has an identifier.
  return and(a.isRow || b.isRow ? same : [...same, isNull(left, true)]);
}

interface Parts {
  readonly database: number;
  readonly object: Expr;
  readonly id: Expr;
  readonly isRow: boolean;
}

/** What an expression that shows the identifier of a node shows; undefined for any other, and for those of edges. */
function partsOf(expr: Expr): Parts | undefined {
  if (expr.kind === 'column') {
    const { columns } = expr.source;
    const identified = columns[expr.index]?.identifies;
    if (identified === undefined) return undefined;
    const { database, isRow, object, id } = identified;
    return { database, isRow, object: columnAt(expr.source, object), id: columnAt(expr.source, id) };
  }
  if (expr.kind !== 'call') return undefined;
  const [first, second, third, fourth] = expr.args;
  if (first === undefined || second === undefined || third === undefined) return undefined;
  if (expr.fn.name === NODE_IDENTIFIER) return { database: numberOf(first), object: second, id: third, isRow: false };
  if (expr.fn.name !== ROW_IDENTIFIER || fourth === undefined || isEdge(first)) return undefined;
  return { database: numberOf(third), object: constant(numberOf(fourth), INT), id: second, isRow: true };
}

const isEdge = (start: Expr): boolean => start.kind === 'constant' && String(start.value).startsWith('{"type":"edge"');

const numberOf = (expr: Expr): number => (expr.kind === 'constant' ? Number(expr.value) : 0);

function columnAt(source: Source, index: number): Expr {
  const column = source.columns[index] as SourceColumn;
  return { kind: 'column', source, index, type: column.type, nullable: column.nullable };
}

type Derived = Extract<From, { kind: 'derived' }>;

/** A derived table with the parts of the identifiers that it shows, where its query can say them. */
export function withIdentified<Leaf extends From>(leaf: Leaf): Leaf {
  // A view that was not refreshed since its query yields more has fewer columns.
  if (leaf.kind !== 'derived' || !showsIdentifiers(leaf.query) || leaf.query.columns.length !== leaf.source.columns.length) return leaf;
  const { source, query } = leaf.query.columns.reduce<Pick<Derived, 'source' | 'query'>>((current, _, index) => {
    const shown = identified(current.query, index);
    if (shown === undefined) return current;
    return { query: shown.query, source: withParts(current.source, index, shown) };
  }, leaf);
  return { ...leaf, source, query };
}

function showsIdentifiers(query: Query): boolean {
  if (query.kind === 'set') return query.op === 'unionAll' && showsIdentifiers(query.left);
  return query.kind === 'select' && !query.distinct && query.groupBy === null && query.items.some((item) => partsOf(item) !== undefined);
}

interface Shown extends Omit<Identified, 'object' | 'id'> {
  readonly query: Query;
}

/** The query with two more columns, the parts of one that shows identifiers. */
function identified(query: Query, index: number): Shown | undefined {
  if (query.kind === 'select') {
    const item = query.items[index];
    const parts = item && partsOf(item);
    if (parts === undefined || query.distinct || query.groupBy !== null) return undefined;
    const items = [...query.items, parts.object, parts.id];
    return { ...parts, query: { ...query, items, columns: [...query.columns, made(parts.object), made(parts.id)] } };
  }
  if (query.kind !== 'set' || query.op !== 'unionAll') return undefined;
  const [left, right] = [identified(query.left, index), identified(query.right, index)];
  if (left === undefined || right === undefined || left.database !== right.database) return undefined;
  const { columns } = left.query;
  const source = { ...query.source, columns: columns.map((column, i) => sourceColumn(column, i)) };
  return {
    database: left.database,
    isRow: left.isRow && right.isRow,
    query: { ...query, left: left.query, right: right.query, columns, source },
  };
}

const made = ({ type }: Expr): QueryColumn => ({ name: '', type, nullable: true, identity: false, computed: true });

const sourceColumn = (column: QueryColumn, index: number): SourceColumn => ({
  ...column,
  storageName: `c${index}`,
  hidden: false,
  expression: null,
});

function withParts(source: Source, index: number, { database, isRow, query }: Shown): Source {
  const object = source.columns.length;
  const parts = query.columns.slice(object).map((column, i) => ({ ...sourceColumn(column, object + i), hidden: true }));
  const columns = source.columns.map((column, i) =>
    i === index ? { ...column, identifies: { database, isRow, object, id: object + 1 } } : column,
  );
  return { ...source, columns: [...columns, ...parts] };
}
