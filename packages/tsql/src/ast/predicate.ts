/**
 * Predicates: expressions that are true, false or unknown. `!=`, `!<`, `!>` and SOME are stored as their standard forms `<>`, `>=`, `<=` and
 * ANY.
 */
import type { Identifier, Node, ObjectName } from './common.ts';
import type { Expression, Star, StringLiteral } from './expression.ts';
import type { GraphMatch } from './graph.ts';
import type { Query } from './query.ts';

/** An expression that is true, false or unknown. */
export type Predicate =
  | Comparison
  | And
  | Or
  | Not
  | IsNull
  | IsDistinctFrom
  | Between
  | In
  | InSubquery
  | Like
  | Exists
  | Quantified
  | FullTextPredicate
  | UpdatedColumn
  | GraphMatch;

export type ComparisonOperator = '=' | '<>' | '<' | '>' | '<=' | '>=';
/** `a = b` */
export interface Comparison extends Node<'comparison'> {
  readonly op: ComparisonOperator;
  readonly left: Expression;
  readonly right: Expression;
}
/** `a AND b AND …`: two operands or more. */
export interface And extends Node<'and'> {
  readonly operands: readonly Expression[];
}
/** `a OR b OR …`: two operands or more. */
export interface Or extends Node<'or'> {
  readonly operands: readonly Expression[];
}
/** `NOT p` */
export interface Not extends Node<'not'> {
  readonly operand: Expression;
}
/** `x IS [NOT] NULL` */
export interface IsNull extends Node<'isNull'> {
  readonly not: boolean;
  readonly operand: Expression;
}
/** `a IS [NOT] DISTINCT FROM b` */
export interface IsDistinctFrom extends Node<'isDistinctFrom'> {
  readonly not: boolean;
  readonly left: Expression;
  readonly right: Expression;
}
/** `x [NOT] BETWEEN low AND high` */
export interface Between extends Node<'between'> {
  readonly not: boolean;
  readonly operand: Expression;
  readonly low: Expression;
  readonly high: Expression;
}
/** `x [NOT] IN (a, b, …)` */
export interface In extends Node<'in'> {
  readonly not: boolean;
  readonly operand: Expression;
  readonly list: readonly Expression[];
}
/** `x [NOT] IN (SELECT …)` */
export interface InSubquery extends Node<'inSubquery'> {
  readonly not: boolean;
  readonly operand: Expression;
  readonly query: Query;
}
/** `x [NOT] LIKE pattern ESCAPE c` */
export interface Like extends Node<'like'> {
  readonly not: boolean;
  readonly operand: Expression;
  readonly pattern: Expression;
  readonly escape: Expression | null;
}
/** `EXISTS (SELECT …)` */
export interface Exists extends Node<'exists'> {
  readonly query: Query;
}
/** `x > ALL (SELECT …)` */
export interface Quantified extends Node<'quantified'> {
  readonly op: ComparisonOperator;
  readonly quantifier: 'any' | 'all';
  readonly left: Expression;
  readonly query: Query;
}
/** `CONTAINS(columns, search LANGUAGE l)`, `FREETEXT(…)` */
export interface FullTextPredicate extends Node<'fullTextPredicate'> {
  readonly function: 'contains' | 'freetext';
  readonly columns: FullTextColumns;
  readonly search: Expression;
  readonly language: Expression | null;
}
/** The columns that a full-text search looks at: `*`, `t.*`, names, or `PROPERTY(column, 'name')`. */
export type FullTextColumns = Star | FullTextColumnList | FullTextProperty;
/** `(a, b)` */
export interface FullTextColumnList extends Node<'fullTextColumnList'> {
  readonly names: readonly ObjectName[];
}
/** `PROPERTY(column, 'name')` */
export interface FullTextProperty extends Node<'fullTextProperty'> {
  readonly column: ObjectName;
  readonly property: StringLiteral;
}
/** `UPDATE(column)` in a trigger. */
export interface UpdatedColumn extends Node<'updatedColumn'> {
  readonly column: Identifier;
}

/** The kinds of `Predicate`; everything else is a value. */
const PREDICATES: ReadonlySet<string> = new Set<Predicate['kind']>([
  'comparison',
  'and',
  'or',
  'not',
  'isNull',
  'isDistinctFrom',
  'between',
  'in',
  'inSubquery',
  'like',
  'exists',
  'quantified',
  'fullTextPredicate',
  'updatedColumn',
  'graphMatch',
]);

/** Whether an expression is true, false or unknown rather than a value. */
export function isPredicate(expression: Expression): expression is Predicate {
  return PREDICATES.has(expression.kind);
}
