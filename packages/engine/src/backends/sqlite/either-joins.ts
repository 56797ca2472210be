/**
 * Conditions that hold by one of several equalities: `a.mail = b.mail OR a.phone = b.phone`. SQLite looks rows up for such a condition by indexes of the
 * table only. Taken apart into one condition an alternative, each of which leaves out the pairs of those before it, every part has its own look-up.
 */

import { BIT } from '@sprocket/tsql';
import { constant } from '../../bind/literal.ts';
import { and } from '../../bind/predicate.ts';
import type { Expr, Query, SelectQuery } from '../../bind/tree.ts';
import { hasAggregate, hasQuery, some } from '../../bind/walk.ts';
import { conjuncts, isBare, plainCondition } from './equalities.ts';
import { leadsIndex } from './join-keys.ts';
import { isLeaf, type Leaf, type Side, sidesOver } from './whole-joins.ts';

/** More parts cost more than they save. */
const MOST = 4;

/** Conditions one of which holds where the condition holds, each with an equality of its own between the sources; null for any other condition. */
export function alternativesOf(condition: Expr | null, source: Leaf): readonly Expr[] | null {
  const all = conjuncts(condition);
  const either = all.find((expr) => expr.kind === 'or');
  if (either?.kind !== 'or' || either.operands.length > MOST || hasQuery(either)) return null;
  const rest = all.filter((expr) => expr !== either);
  if (rest.some((expr) => lookUps(expr, source).length > 0)) return null;
  const operands = either.operands.map((operand) => plainCondition(operand));
  const sides = operands.map((operand) => conjuncts(operand).flatMap((expr) => lookUps(expr, source)));
  if (sides.some((found) => found.length === 0) || sides.every((found) => found.some((side) => isIndexed(side, source)))) return null;
  return operands.map((operand) => and([operand, ...rest]));
}

const lookUps = (expr: Expr, source: Leaf): readonly Side[] => sidesOver(expr, [source]).filter(({ other }) => readsColumn(other));

const readsColumn = (expr: Expr): boolean => some(expr, (node) => node.kind === 'column');

const isIndexed = ({ own }: Side, source: Leaf): boolean => isBare(own) && leadsIndex(source, own.index);

/** The alternatives without the pairs for which an earlier one holds. */
export const apart = (alternatives: readonly Expr[]): readonly Expr[] =>
  alternatives.map((alternative, index) => and([alternative, ...alternatives.slice(0, index).map(notTrue)]));

/** False or unknown. */
function notTrue(condition: Expr): Expr {
  const [zero, one] = [constant(0, BIT), constant(1, BIT)];
  const value: Expr = { kind: 'case', branches: [{ when: condition, then: zero }], otherwise: one, type: BIT, nullable: false };
  return { kind: 'compare', op: '=', left: value, right: one, type: BIT, nullable: false };
}

/** Queries one of which has rows where the query has rows: one an alternative of a condition that looks up values of an outer query. */
export function alternativeQueries(query: Query): readonly Query[] {
  if (query.kind !== 'select' || query.from === null || !isLeaf(query.from) || !isPlain(query)) return [query];
  return alternativesOf(query.where, query.from)?.map((where) => ({ ...query, where })) ?? [query];
}

const isPlain = ({ groupBy, having, limit, items }: SelectQuery): boolean =>
  groupBy === null && having === null && limit === null && !items.some(hasAggregate);
