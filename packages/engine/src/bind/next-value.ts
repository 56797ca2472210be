/**
 * NEXT VALUE FOR: where it may stand, and that one row gets one value of a sequence however often it asks. With OVER (ORDER BY …) the rows get their
 * values in that order, which is the row's number among them.
 */

import { type Expression, parseExpression } from '@sprocket/tsql';
import { sqlError } from '../errors.ts';
import { noteAccess } from './access.ts';
import type { ExprContext } from './context.ts';
import { resolveObject } from './resolve.ts';
import type { Expr, Query, SelectQuery } from './tree.ts';
import { mapChildren, some } from './walk.ts';

type NextValue = Extract<Expression, { readonly kind: 'nextValue' }>;

export function bindNextValue(node: NextValue, cx: ExprContext, bind: (node: Expression, cx: ExprContext) => Expr): Expr {
  const found = resolveObject(node.sequence, cx.binder);
  const written = node.sequence.parts.map((p) => p.value).join('.');
  if (found === undefined) throw sqlError(208, written);
  if (found.object.kind !== 'sequence') throw sqlError(11726, written);
  noteAccess(cx.binder, found, 'UPDATE');
  const place = node.over === null ? null : bind(rowNumber(node.over), cx);
  const { database, object } = found;
  return {
    kind: 'nextValue',
    databaseId: database.databaseId,
    objectId: object.id,
    place,
    repeats: false,
    type: object.type,
    nullable: false,
  };
}

function rowNumber(over: NonNullable<NextValue['over']>): Expression {
  const { expression } = parseExpression('ROW_NUMBER()');
  if (expression?.kind !== 'call') throw new Error('ROW_NUMBER() is a call');
  return { ...expression, over };
}

export const hasNextValue = (expr: Expr): boolean => some(expr, (node) => node.kind === 'nextValue');

/** Ids of the sequences that a query draws from for each of its rows. */
export function sequencesOf(query: Query): readonly number[] {
  const ids = new Set<number>();
  if (query.kind === 'select') {
    for (const item of query.items) {
      some(item, (node) => {
        if (node.kind === 'nextValue' && node.place === null) ids.add(node.objectId);
        return false;
      });
    }
  }
  return [...ids];
}

/** The expressions of one row: only the first use of a sequence draws. */
export function oncePerRow<Item extends Expr | null>(items: readonly Item[]): readonly Item[] {
  if (!items.some((item) => item !== null && hasNextValue(item))) return items;
  const drawn = new Set<number>();
  const mark = (node: Expr): Expr => {
    if (node.kind !== 'nextValue') return mapChildren(node, mark);
    const repeats = drawn.has(node.objectId);
    drawn.add(node.objectId);
    return { ...node, repeats };
  };
  return items.map((item) => (item === null ? item : (mark(item) as Item)));
}

/** 11720, 11721, 11723, 11739 and 11741 for a query whose own expressions draw. */
export function checkNextValues({ items, where, having, groupBy, orderBy, distinct, limit }: SelectQuery): void {
  const clauses = [where, having, ...(groupBy ?? []), ...orderBy.map((key) => key.expr)];
  if (clauses.some((clause) => clause !== null && hasNextValue(clause))) throw sqlError(11720);
  if (!items.some(hasNextValue)) return;
  if (distinct) throw sqlError(11721);
  if (limit !== null) throw sqlError(11739);
  if (orderBy.length > 0 && items.some((item) => some(item, isUnordered))) throw sqlError(11723);
  if (items.some((item) => some(item, isConditional))) throw sqlError(11741);
}

/** A value that is drawn in no order that the query tells. */
const isUnordered = (node: Expr): boolean => node.kind === 'nextValue' && node.place === null;

const CONDITIONAL: ReadonlySet<string> = new Set(['ISNULL', 'CHOOSE']);

/** A value that is not drawn for every row. */
function isConditional(node: Expr): boolean {
  if (node.kind === 'case') return hasNextValue(node);
  return node.kind === 'call' && CONDITIONAL.has(node.fn.name) && hasNextValue(node);
}

/** 11719: inner queries draw nothing. */
export function withoutNextValue<Inner extends Query>(query: Inner): Inner {
  if (query.kind === 'select' && query.items.some(hasNextValue)) throw sqlError(11719);
  return query;
}

/** 11721: sides of a set operation draw nothing. */
export function refuseInSet(query: Query): void {
  if (query.kind === 'select' && query.items.some(hasNextValue)) throw sqlError(11721);
}
