/**
 * Which collation two compared strings take. COLLATE wins over the collation of a column; two columns that differ have none (468). Literals, variables
 * and what is computed from them adapt. What is computed from strings has the collation of the strongest of them; made of two columns that differ it
 * has none, which is an error where a collation is asked for ("Collation precedence" in Microsoft's documentation).
 */

import { isString, isUnicode, type Type } from '@sprocket/tsql';
import { type SqlError, sqlError } from '../errors.ts';
import { DEFAULT_COLLATION } from '../values/collation.ts';
import type { CollationConflict, ColumnRef, Expr, Query, SetQuery } from './tree.ts';

/** Both operands under the collation of the comparison; `operation` words the error. */
export function underOneCollation(operation: string, left: Expr, right: Expr): readonly [Expr, Expr] {
  if (!isString(left.type) || !isString(right.type)) return [left, right];
  const [l, r] = [labelOf(left), labelOf(right)];
  requireOne(operation, l, r);
  const isSame = sameName(l, r);
  if (left.kind !== 'column' && right.kind !== 'column') return isSame ? [left, right] : [under(left, l, r), under(right, r, l)];
  if (isSame) return [plain(left), plain(right)];
  return [plain(under(left, l, r)), plain(under(right, r, l))];
}

/** Throws unless the strings can be compared with one another: 468 for two collations, 4191 for a string that has none. */
export function requireOneCollation(operation: string, exprs: readonly Expr[]): void {
  const labels = exprs.filter((expr) => isString(expr.type)).map(labelOf);
  labels.reduce((found, label) => {
    requireOne(operation, found, label);
    return label.strength > found.strength ? label : found;
  }, ADAPTS);
}

function requireOne(operation: string, left: Label, right: Label): void {
  const explicit = Math.max(left.strength, right.strength) === 2;
  if (!explicit && (left.conflict ?? right.conflict) !== undefined) throw sqlError(4191, operation);
  if (!sameName(left, right) && left.strength === right.strength && left.strength > 0)
    throw sqlError(468, right.name, left.name, operation);
}

/**
 * Throws where strings become one of type `type` and their collations differ. A varchar has a code page and needs its collation at once (457, or 456 if it
 * has lost it before); an nvarchar goes on without one, until something asks for it, and the conflict is returned.
 */
export function requireJoint(operator: string, exprs: readonly Expr[], type: Type): CollationConflict | undefined {
  if (!isString(type)) return undefined;
  const labels = exprs.filter((expr) => isString(expr.type)).map(labelOf);
  const { conflict } = labels.reduce((found, label) => joint(operator, found, label), ADAPTS);
  if (conflict !== undefined && !isUnicode(type)) throw unresolved(conflict, operator, type);
  return conflict;
}

/** A column of a result has a collation (451). */
export function requireSettled(query: Query): void {
  query.columns.forEach((column, index) => {
    if (!isString(column.type)) return;
    const { conflict } = outputLabel(query, index);
    if (conflict !== undefined) throw sqlError(451, conflict.later, conflict.earlier, conflict.operator, index + 1);
  });
}

/** The columns of two queries that become one: 468 for operators that compare rows, 457 for UNION ALL. Returns the conflicts that go on. */
export function requireJointColumns(
  op: SetQuery['op'],
  left: Query,
  right: Query,
  types: readonly Type[],
): readonly (CollationConflict | undefined)[] {
  return types.map((type, index) => {
    if (!isString(type)) return undefined;
    const [l, r] = [outputLabel(left, index), outputLabel(right, index)];
    if (op !== 'unionAll') requireOne(op.toUpperCase(), l, r);
    const { conflict } = op === 'unionAll' ? joint(UNION_ALL, l, r) : ADAPTS;
    if (conflict !== undefined && !isUnicode(type)) throw unresolved(conflict, UNION_ALL, type);
    return conflict;
  });
}

const unresolved = ({ later, earlier, operator }: CollationConflict, here: string, { name }: Type): SqlError =>
  sqlError(operator === here ? 457 : 456, name, name, later, earlier, operator);

const UNION_ALL = 'UNION ALL';

function outputLabel(query: Query, index: number): Label {
  const item = query.kind === 'select' ? query.items[index] : undefined;
  if (item !== undefined) return labelOf(item);
  const conflict = query.kind === 'set' ? query.conflicts?.[index] : undefined;
  return conflict === undefined ? ADAPTS : { ...ADAPTS, strength: 1, conflict };
}

/** What two strings make together: the stronger collation, or none when they are as strong as each other. */
function joint(operator: string, left: Label, right: Label): Label {
  if (left.strength !== right.strength) {
    const [strong, weak] = left.strength > right.strength ? [left, right] : [right, left];
    return strong.strength === 2 || weak.conflict === undefined ? strong : { ...strong, conflict: weak.conflict };
  }
  if (left.strength === 0 || sameName(left, right)) return left.conflict === undefined ? right : left;
  if (left.strength === 2) throw sqlError(468, right.name, left.name, operator);
  const conflict = left.conflict ?? right.conflict ?? { later: right.name, earlier: left.name, operator };
  return { ...left, conflict };
}

const sameName = (left: Label, right: Label): boolean => left.name.toLowerCase() === right.name.toLowerCase();

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
  /** It has no collation. */
  readonly conflict?: CollationConflict;
}

/** What adapts to every other collation. */
const ADAPTS: Label = { name: DEFAULT_COLLATION, strength: 0 };

function labelOf(expr: Expr): Label {
  const name = nameOf(expr.type);
  if (written.has(expr)) return { name, strength: 2 };
  if (expr.kind === 'column') return { name, strength: strengthOf(expr) };
  if (expr.kind === 'case' && expr.conflict !== undefined) return { name, strength: 1, conflict: expr.conflict };
  if (expr.kind === 'scalarQuery' && expr.query.kind === 'select' && expr.query.items[0] !== undefined) return labelOf(expr.query.items[0]);
  const labels = partsOf(expr)
    .filter((part) => isString(part.type))
    .map(labelOf);
  const operator = operatorOf(expr);
  if (operator === null)
    return labels.reduce<Label>((best, label) => (label.strength > best.strength ? label : best), { name, strength: 0 });
  return labels.reduce<Label>((found, label) => joint(operator, found, label), { name, strength: 0 });
}

/** What makes one string of several, as errors word it. */
function operatorOf(expr: Expr): string | null {
  if (expr.kind === 'arithmetic') return 'add';
  if (expr.kind === 'case') return 'CASE';
  return expr.kind === 'call' && expr.fn.name.startsWith('CONCAT') ? expr.fn.name.toLowerCase() : null;
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
