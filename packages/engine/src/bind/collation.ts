/**
 * Which collation two compared strings take. COLLATE wins over the collation of a column; two columns that differ have none (468). Literals, variables
 * and what is computed from them adapt. What is computed from strings has the collation of the strongest of them.
 */

import { isString, type Type } from '@sprocket/tsql';
import { sqlError } from '../errors.ts';
import { DEFAULT_COLLATION } from '../values/collation.ts';
import type { ColumnRef, Expr } from './tree.ts';

/** Both operands under the collation of the comparison; `operation` words the error. */
export function underOneCollation(operation: string, left: Expr, right: Expr): readonly [Expr, Expr] {
  if (!isString(left.type) || !isString(right.type)) return [left, right];
  const [l, r] = [labelOf(left), labelOf(right)];
  const isSame = l.name.toLowerCase() === r.name.toLowerCase();
  if (!isSame && l.strength === r.strength && l.strength > 0) throw sqlError(468, r.name, l.name, operation);
  if (left.kind !== 'column' && right.kind !== 'column') return isSame ? [left, right] : [under(left, l, r), under(right, r, l)];
  if (isSame) return [plain(left), plain(right)];
  return [plain(under(left, l, r)), plain(under(right, r, l))];
}

/** Notes that COLLATE names the collation of the expression, which may be the one that it has anyway. */
export function asWritten(expr: Expr): Expr {
  written.add(expr);
  return expr;
}

/** A fact about the text and not of the bound tree: with and without COLLATE of its own collation a column is the same expression. */
const written = new WeakSet<Expr>();

/** A collation with what it stands on: COLLATE (2), a column (1), or nothing that holds against another (0). */
interface Label {
  readonly name: string;
  readonly strength: 0 | 1 | 2;
}

function labelOf(expr: Expr): Label {
  const name = nameOf(expr.type);
  if (written.has(expr)) return { name, strength: 2 };
  if (expr.kind === 'column') return { name, strength: strengthOf(expr) };
  if (expr.kind === 'scalarQuery' && expr.query.kind === 'select' && expr.query.items[0] !== undefined) return labelOf(expr.query.items[0]);
  const labels = partsOf(expr)
    .filter((part) => isString(part.type))
    .map(labelOf);
  return labels.reduce((best, label) => (label.strength > best.strength ? label : best), { name, strength: 0 });
}

/** The strings whose collation an expression takes over. */
function partsOf(expr: Expr): readonly Expr[] {
  switch (expr.kind) {
    case 'arithmetic':
      return [expr.left, expr.right];
    case 'convert':
      return [expr.operand];
    case 'call':
      return expr.args;
    case 'case':
      return [...expr.branches.map((branch) => branch.then), expr.otherwise];
    default:
      return [];
  }
}

const nameOf = (type: Type): string => type.collation ?? DEFAULT_COLLATION;

/** COLLATE is stronger than a column, and a column than one of a system view, whose fixed collations the catalog's own queries do not spell out. */
function strengthOf({ source, index, type }: ColumnRef): Label['strength'] {
  if (type.collation !== source.columns[index]?.type.collation) return 2;
  return source.table?.isSystem === true ? 0 : 1;
}

/** The expression under the stronger collation of the two; one whose type tells of no collation adapts by itself. */
function under(expr: Expr, own: Label, other: Label): Expr {
  const adapts = expr.kind !== 'column' && expr.type.collation === undefined;
  return other.strength <= own.strength || adapts ? expr : { ...expr, type: { ...expr.type, collation: other.name } };
}

/** The server's collation goes without saying, and comparisons find the keys of such columns. */
function plain(expr: Expr): Expr {
  if (expr.kind !== 'column' || expr.type.collation?.toLowerCase() !== DEFAULT_COLLATION.toLowerCase()) return expr;
  const { collation: _said, ...type } = expr.type;
  return { ...expr, type };
}
