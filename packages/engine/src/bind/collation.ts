/**
 * Which collation two compared strings take. COLLATE wins over the collation of a column; two columns that differ have none (468). Literals, variables
 * and what is computed from them adapt.
 */

import { isString, type Type } from '@sprocket/tsql';
import { sqlError } from '../errors.ts';
import { DEFAULT_COLLATION } from '../values/collation.ts';
import type { ColumnRef, Expr } from './tree.ts';

/** Both operands under the collation of the comparison; `operation` words the error. */
export function underOneCollation(operation: string, left: Expr, right: Expr): readonly [Expr, Expr] {
  if (left.kind !== 'column' || right.kind !== 'column' || !isString(left.type) || !isString(right.type)) return [left, right];
  const [l, r] = [nameOf(left.type), nameOf(right.type)];
  if (l.toLowerCase() === r.toLowerCase()) return [plain(left), plain(right)];
  const [leftWins, rightWins] = [strength(left) > strength(right), strength(right) > strength(left)];
  if (!leftWins && !rightWins) throw sqlError(468, r, l, operation);
  return leftWins ? [plain(left), plain(withCollation(right, l))] : [plain(withCollation(left, r)), plain(right)];
}

const nameOf = (type: Type): string => type.collation ?? DEFAULT_COLLATION;

/** COLLATE is stronger than a column, and a column than one of a system view, whose fixed collations the catalog's own queries do not spell out. */
function strength({ source, index, type }: ColumnRef): number {
  if (type.collation !== source.columns[index]?.type.collation) return 2;
  return source.table?.isSystem === true ? 0 : 1;
}

const withCollation = (ref: ColumnRef, collation: string): ColumnRef => ({ ...ref, type: { ...ref.type, collation } });

/** The server's collation goes without saying, and comparisons find the keys of such columns. */
function plain(ref: ColumnRef): ColumnRef {
  if (ref.type.collation?.toLowerCase() !== DEFAULT_COLLATION.toLowerCase()) return ref;
  const { collation: _said, ...type } = ref.type;
  return { ...ref, type };
}
