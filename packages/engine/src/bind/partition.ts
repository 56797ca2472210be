/**
 * `$PARTITION.f(x)`: the number of the partition that a value belongs to, as a CASE over the boundary values. The comparisons are a balanced tree, so
 * that a function of thousands of partitions is neither deep nor slow.
 */

import { type Call, INT } from '@sprocket/tsql';
import { nameText, sameName } from '../catalog/find.ts';
import type { PartitionFunction } from '../catalog/model.ts';
import { partitionNumber } from '../catalog/partition.ts';
import { sqlErrorState } from '../errors.ts';
import { coerce } from './coerce.ts';
import { caseOf } from './conditional.ts';
import { type ExprContext, useDatabase } from './context.ts';
import { bindExpr } from './expression.ts';
import { constant } from './literal.ts';
import { compare, isNull } from './predicate.ts';
import type { Expr } from './tree.ts';

/** Whether a call's name says `$PARTITION.f` or `db.$PARTITION.f`. */
export function isPartitionCall({ name }: Call): boolean {
  return name.parts.length > 1 && name.parts.at(-2)?.value.toUpperCase() === '$PARTITION';
}

export function bindPartitionCall(node: Call, cx: ExprContext): Expr {
  const { parts } = node.name;
  const database = useDatabase(cx.binder, parts.length > 2 ? parts[0]?.value : undefined);
  const wanted = parts.at(-1)?.value ?? '';
  const fn = database?.partitionFunctions.find(({ name }) => sameName(name, wanted));
  if (fn === undefined) throw sqlErrorState(208, database === undefined ? 212 : 213, nameText(node.name));
  const [argument] = node.args;
  if (argument === undefined) throw sqlErrorState(313, 2, nameText(node.name));
  if (node.args.length > 1) throw sqlErrorState(8144, 80, nameText(node.name));
  const value = coerce(bindExpr(argument, cx), fn.type);
  const ofNull = { when: isNull(value), then: constant(partitionNumber(fn, null), INT) };
  const bound = caseOf([ofNull], search(fn, value, fn.values[0] === null ? 1 : 0, fn.values.length));
  return { ...bound, nullable: true };
}

/** The partition among those whose upper boundaries are number `from` to `to` of the list, the last having none of its own. */
function search(fn: PartitionFunction, value: Expr, from: number, to: number): Expr {
  if (from >= to) return constant(from + 1, INT);
  const middle = (from + to) >> 1;
  const below = compare(fn.right ? '<' : '<=', value, constant(fn.values[middle] ?? null, fn.type));
  return caseOf([{ when: below, then: search(fn, value, from, middle) }], search(fn, value, middle + 1, to));
}
