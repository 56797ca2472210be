/**
 * Look-ups in one part of a table: the rows of one tenant by their code. An index that begins with the tenant leads to all of that tenant's rows, and SQLite,
 * which counts on ten rows a value, would go through all of them for each row of the other side. So that part is taken out of the table once, and looked up
 * by what remains. The part is known when a condition says which it is, about the table or about a column that is joined with it.
 */

import { sameExpr } from '../../bind/call.ts';
import type { ColumnRef, CompareExpr, Expr } from '../../bind/tree.ts';
import { isRowless } from '../../bind/walk.ts';
import type { Table } from '../../catalog/model.ts';
import { compared, isBare } from './equalities.ts';
import type { Leaf, Side } from './whole-joins.ts';

export interface Part {
  /** By what the part is looked up. */
  readonly sides: readonly Side[];
  /** Which rows of the table it has. */
  readonly filters: readonly Expr[];
}

/** `column = value`, where the value is the same for all rows. */
interface Fixed extends CompareExpr {
  readonly left: ColumnRef;
}

/** Null where no index tempts SQLite to go through a part, and where one goes on with what is looked up. */
export function partOf(leaf: Leaf, sides: readonly Side[], conditions: readonly Expr[]): Part | null {
  if (leaf.kind !== 'table') return null;
  const given = conditions.flatMap(fixedBy);
  const own = given.filter(({ left }) => left.source.id === leaf.source.id);
  const fixed = [...own, ...sides.flatMap((side) => carriedOver(side, given))];
  const positions = new Set(fixed.map(({ left }) => left.index));
  const rest = sides.filter((side) => !isBare(side.own) || !positions.has(side.own.index));
  const indexes = indexedPositions(leaf.table);
  const goesOn = (columns: readonly number[]): boolean => {
    const next = columns.find((position) => !positions.has(position));
    return rest.some((side) => isBare(side.own) && side.own.index === next);
  };
  const isTempted = indexes.some(([first]) => first !== undefined && positions.has(first));
  return rest.length > 0 && isTempted && !indexes.some(goesOn) ? { sides: rest, filters: fixed } : null;
}

const indexedPositions = ({ keys, indexes, columns }: Table): readonly (readonly number[])[] =>
  [...keys, ...indexes].map((index) => index.columns.map(({ columnId }) => columns.findIndex(({ id }) => id === columnId)));

function fixedBy(expr: Expr): Fixed[] {
  if (expr.kind !== 'compare' || expr.op !== '=') return [];
  const { left, right } = expr;
  if (isBare(left) && isRowless(right)) return [{ ...expr, left }];
  return isBare(right) && isRowless(left) ? [{ ...expr, left: right, right: left }] : [];
}

/** What is known of the other column of an equality. */
function carriedOver({ own, other }: Side, given: readonly Fixed[]): Fixed[] {
  if (!isBare(own) || !isBare(other) || !sameExpr(own.type, other.type)) return [];
  const about = given.filter(({ left }) => left.source.id === other.source.id && left.index === other.index);
  return about.map((condition) => ({ ...compared(condition), left: own }));
}
