/**
 * Comparisons of pseudo columns with each other. Equal texts are equal tables and numbers, which lie in hidden columns, so joins over them use indexes
 * instead of comparing texts pair by pair.
 */

import { INT } from '@sprocket/tsql';
import { NODE_IDENTIFIER, ROW_IDENTIFIER } from '../../functions/index.ts';
import { constant } from '../literal.ts';
import { and, compare, isNull } from '../predicate.ts';
import type { CallExpr, Expr } from '../tree.ts';

/** `left = right` of two pseudo columns as a comparison of what they show; undefined for other operands. */
export function compareIdentifiers(left: Expr, right: Expr): Expr | undefined {
  if (left.kind !== 'call' || right.kind !== 'call') return undefined;
  const [a, b] = [partsOf(left), partsOf(right)];
  if (a === undefined || b === undefined || constantOf(a.database) !== constantOf(b.database)) return undefined;
  // An edge's identifier is no node's.
  if (a.isEdge || b.isEdge) return undefined;
  const same = [compare('=', a.object, b.object), compare('=', a.id, b.id)];
  // The table that both edges name may be gone, and then neither has an identifier.
  return and(a.isRow || b.isRow ? same : [...same, isNull(left, true)]);
}

interface Parts {
  readonly database: Expr;
  readonly object: Expr;
  readonly id: Expr;
  readonly isRow: boolean;
  readonly isEdge: boolean;
}

function partsOf({ fn, args }: CallExpr): Parts | undefined {
  const [first, second, third, fourth] = args;
  if (first === undefined || second === undefined || third === undefined) return undefined;
  if (fn.name === NODE_IDENTIFIER) return { database: first, object: second, id: third, isRow: false, isEdge: false };
  if (fn.name !== ROW_IDENTIFIER || fourth === undefined) return undefined;
  const isEdge = String(constantOf(first)).startsWith('{"type":"edge"');
  return { database: third, object: constant(constantOf(fourth), INT), id: second, isRow: true, isEdge };
}

const constantOf = (expr: Expr): string | number | null =>
  expr.kind === 'constant' && (typeof expr.value === 'string' || typeof expr.value === 'number') ? expr.value : null;
