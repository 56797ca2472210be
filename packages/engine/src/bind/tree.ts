/**
 * The bound tree: names are resolved, every expression knows its type, conversions are explicit, stars are expanded, views and common tables are
 * substituted, PIVOT and GROUPING SETS are rewritten into plain queries. What remains is small enough that each backend prints all of it and the
 * evaluator computes all of it. A column is named by the source that yields it, so correlation needs no scope: any source of an outer query may appear.
 */

import type { Type } from '@sprocket/tsql';
import type { GraphColumn, Table } from '../catalog/model.ts';
import type { AggregateBuiltin, Argument, Builtin, Signature } from '../functions/builtin.ts';
import type { Operator } from '../values/arithmetic.ts';
import type { Value } from '../values/value.ts';

export type CompareOperator = '=' | '<>' | '<' | '>' | '<=' | '>=';

export type Expr =
  | Constant
  | VariableRef
  | ColumnRef
  | ArgumentRef
  | CallExpr
  | ArithmeticExpr
  | UnaryExpr
  | ConvertExpr
  | CompareExpr
  | LogicalExpr
  | NotExpr
  | IsNullExpr
  | DistinctExpr
  | InListExpr
  | LikeExpr
  | CaseExpr
  | ScalarQuery
  | ExistsExpr
  | InQueryExpr
  | QuantifiedExpr
  | AggregateExpr
  | WindowExpr
  | FunctionCall
  | NextValueExpr;

interface Typed {
  readonly type: Type;
  readonly nullable: boolean;
  /** Stands for the parameter of an inline function: as a result column that may be NULL, whatever was given. */
  readonly given?: boolean;
}

export interface Constant extends Typed {
  readonly kind: 'constant';
  readonly value: Value;
  /** The bare literal NULL, which adapts to any type. */
  readonly untyped?: boolean;
}

/** A local variable or parameter. */
export interface VariableRef extends Typed {
  readonly kind: 'variable';
  readonly slot: number;
  readonly name: string;
}

/** Column `index` of a source of this or an outer query. */
export interface ColumnRef extends Typed {
  readonly kind: 'column';
  readonly source: Source;
  readonly index: number;
}

/** A value handed to an evaluator from outside: row images in constraints, leaves of registered functions. */
export interface ArgumentRef extends Typed {
  readonly kind: 'argument';
  readonly index: number;
}

export interface CallExpr extends Typed {
  readonly kind: 'call';
  readonly fn: Builtin;
  readonly signature: Signature;
  readonly arguments: readonly Argument[];
  readonly args: readonly Expr[];
}

/** Both operands have been converted as the operator wants them. */
export interface ArithmeticExpr extends Typed {
  readonly kind: 'arithmetic';
  readonly op: Operator;
  readonly left: Expr;
  readonly right: Expr;
}

export interface UnaryExpr extends Typed {
  readonly kind: 'negate' | 'bitNot';
  readonly operand: Expr;
}

export interface ConvertExpr extends Typed {
  readonly kind: 'convert';
  readonly operand: Expr;
  /** A constant style, or null for the default. */
  readonly style: number | null;
  readonly isTry: boolean;
  readonly explicit: boolean;
}

/** Both operands have one type. `type` of every predicate is bit. */
export interface CompareExpr extends Typed {
  readonly kind: 'compare';
  readonly op: CompareOperator;
  readonly left: Expr;
  readonly right: Expr;
}

export interface LogicalExpr extends Typed {
  readonly kind: 'and' | 'or';
  readonly operands: readonly Expr[];
}

export interface NotExpr extends Typed {
  readonly kind: 'not';
  readonly operand: Expr;
}

export interface IsNullExpr extends Typed {
  readonly kind: 'isNull';
  readonly operand: Expr;
  readonly negated: boolean;
}

/** IS [NOT] DISTINCT FROM: never unknown. */
export interface DistinctExpr extends Typed {
  readonly kind: 'distinct';
  readonly left: Expr;
  readonly right: Expr;
  readonly negated: boolean;
}

export interface InListExpr extends Typed {
  readonly kind: 'inList';
  readonly operand: Expr;
  readonly list: readonly Expr[];
  readonly negated: boolean;
}

export interface LikeExpr extends Typed {
  readonly kind: 'like';
  readonly operand: Expr;
  readonly pattern: Expr;
  readonly escape: Expr | null;
  readonly negated: boolean;
}

export interface CaseExpr extends Typed {
  readonly kind: 'case';
  readonly branches: readonly { readonly when: Expr; readonly then: Expr }[];
  readonly otherwise: Expr;
  /** Its results have two collations. */
  readonly conflict?: CollationConflict;
}

export interface ScalarQuery extends Typed {
  readonly kind: 'scalarQuery';
  readonly query: Query;
}

export interface ExistsExpr extends Typed {
  readonly kind: 'exists';
  readonly query: Query;
}

export interface InQueryExpr extends Typed {
  readonly kind: 'inQuery';
  readonly operand: Expr;
  readonly query: Query;
  readonly negated: boolean;
}

export interface QuantifiedExpr extends Typed {
  readonly kind: 'quantified';
  readonly op: CompareOperator;
  readonly all: boolean;
  readonly left: Expr;
  readonly query: Query;
}

export interface AggregateExpr extends Typed {
  readonly kind: 'aggregate';
  readonly fn: AggregateBuiltin;
  readonly signature: Signature;
  /** Empty for COUNT(*). */
  readonly args: readonly Expr[];
  readonly distinct: boolean;
  readonly orderBy: readonly OrderKey[];
  /** Leaves NULLs out without a warning: an aggregate of PIVOT. */
  readonly quiet?: boolean;
}

export interface WindowExpr extends Typed {
  readonly kind: 'window';
  /** An aggregate, or a ranking or analytic function by name. */
  readonly fn: { readonly aggregate: AggregateBuiltin; readonly signature: Signature } | { readonly name: string };
  readonly args: readonly Expr[];
  readonly partitionBy: readonly Expr[];
  readonly orderBy: readonly OrderKey[];
  readonly frame: WindowFrame | null;
  readonly ignoreNulls: boolean;
}

export interface WindowFrame {
  readonly unit: 'rows' | 'range';
  readonly start: FrameBound;
  readonly end: FrameBound;
}

export type FrameBound =
  | { readonly kind: 'unboundedPreceding' | 'currentRow' | 'unboundedFollowing' }
  | { readonly kind: 'preceding' | 'following'; readonly offset: number };

/** A scalar user-defined function. */
export interface FunctionCall extends Typed {
  readonly kind: 'function';
  readonly databaseId: number;
  readonly objectId: number;
  readonly name: string;
  readonly args: readonly Expr[];
}

export interface NextValueExpr extends Typed {
  readonly kind: 'nextValue';
  readonly databaseId: number;
  readonly objectId: number;
  /** OVER (ORDER BY …): the row's number among those that draw; null when they draw as they come. */
  readonly place: Expr | null;
  /** The row has drawn a value of the sequence before, and gets it again. */
  readonly repeats: boolean;
}

export interface OrderKey {
  readonly expr: Expr;
  readonly descending: boolean;
}

/** What a FROM item offers to names. Identity matters: one object a reference, even of the same table. */
export interface Source {
  /** Unique within a statement; the backend's alias. */
  readonly id: number;
  /** Alias or table name, for qualified references; empty for none. */
  readonly name: string;
  /** Schema and database of an unaliased table, for `dbo.t.c`. */
  readonly schema: string | null;
  readonly database: string | null;
  /** An unaliased table or view as FROM writes it, for messages. */
  readonly shown?: string;
  /** A table or view as FROM writes it, whatever its alias. */
  readonly written?: string;
  readonly columns: readonly SourceColumn[];
  /** The table whose rows these are, when they are rows of one table: target of UPDATE … FROM, base of metadata. */
  readonly table: Table | null;
  /** A node or edge table, when its hidden columns can be read. */
  readonly graph?: { readonly kind: 'node' | 'edge'; readonly objectId: number; readonly databaseId: number };
  /** FOR PATH: only aggregates of a path see its columns. */
  readonly path?: true;
  /** Told the position of every column that a name or a star refers to: permissions may be about columns. */
  readonly used?: { add(index: number): unknown } | undefined;
}

export interface SourceColumn {
  readonly name: string;
  readonly type: Type;
  readonly nullable: boolean;
  readonly identity: boolean;
  readonly computed: boolean;
  /** The backend's column name. */
  readonly storageName: string;
  /** Not part of `*`. */
  readonly hidden: boolean;
  /** A computed column that is not stored: its expression over the same source. */
  readonly expression: Expr | null;
  /** Of a node or edge table. */
  readonly graph?: GraphColumn;
  /** A derived table's column that shows the identifier of a node, and where the columns stand that hold it. */
  readonly identifies?: Identified;
}

export interface Identified {
  /** Id of the database whose nodes they are. */
  readonly database: number;
  /** Positions of the table's object id and of the node's number, among the columns of the same source. */
  readonly object: number;
  readonly id: number;
  /** The table exists. */
  readonly isRow: boolean;
}

/** The view whose rows a source has. */
export interface BoundView {
  readonly database: string;
  readonly schema: string;
  readonly name: string;
  /** WITH CHECK OPTION. */
  readonly checked: boolean;
}

/** A source of FROM that is no join of others. */
export type Leaf = Exclude<From, { readonly kind: 'join' | 'apply' }>;

export type From =
  | { readonly kind: 'table'; readonly source: Source; readonly table: Table; readonly databaseId: number }
  | { readonly kind: 'derived'; readonly source: Source; readonly query: Query; readonly view?: BoundView }
  | { readonly kind: 'rows'; readonly source: Source; readonly rows: RowsFunction; readonly args: readonly Expr[] }
  | {
      readonly kind: 'recursive';
      readonly source: Source;
      readonly id: number;
      readonly anchor: Query;
      readonly steps: readonly SelectQuery[];
      readonly limit: number;
    }
  | { readonly kind: 'recursion'; readonly source: Source; readonly id: number }
  | {
      readonly kind: 'join';
      readonly type: 'inner' | 'left' | 'right' | 'full' | 'cross';
      readonly left: From;
      readonly right: From;
      readonly on: Expr | null;
      /** The left side is read first. */
      readonly ordered?: true;
    }
  | { readonly kind: 'apply'; readonly outer: boolean; readonly left: From; readonly right: From; readonly ordered?: true };

/** Rows made by JavaScript: STRING_SPLIT, OPENJSON, multi-statement functions. */
export interface RowsFunction {
  /** Tells functions apart, for naming the registered function. */
  readonly key: string;
  readonly columns: readonly { readonly type: Type }[];
  readonly rows: (context: never, args: readonly Value[]) => Iterable<readonly Value[]>;
  /** They come from the arguments alone. */
  readonly pure?: true;
}

/** What SHORTEST_PATH walks and what it yields. */
export interface PathPlan {
  /** The table of the nodes from which paths start. */
  readonly startObject: number;
  /** What a path repeats. */
  readonly hops: readonly PathHopPlan[];
  /** How often at most; null for any number. */
  readonly most: number | null;
  /** Where the values of a step come from: a hop's edge or node, and which of what is read of it. */
  readonly places: readonly { readonly hop: number; readonly side: 'edge' | 'node'; readonly place: number }[];
  readonly aggregates: readonly PathAggregatePlan[];
}

export interface PathHopPlan {
  /** Table and number of the node it leaves, of the one it arrives at, then what is read. */
  readonly edges: SelectQuery;
  /** The number, then what is read. */
  readonly nodes: SelectQuery;
  /** The table of the nodes. */
  readonly object: number;
}

/** An aggregate over the steps of a path; the arguments are those of a step, then those from outside. */
export interface PathAggregatePlan {
  /** Null for LAST_VALUE. */
  readonly fn: AggregateBuiltin | null;
  readonly signature: Signature;
  readonly args: readonly Expr[];
}

export interface QueryColumn {
  readonly name: string;
  readonly type: Type;
  readonly nullable: boolean;
  readonly identity: boolean;
  readonly computed: boolean;
}

export type Query = SelectQuery | SetQuery | ValuesQuery | DocumentQuery;

export interface SelectQuery {
  readonly kind: 'select';
  readonly columns: readonly QueryColumn[];
  readonly items: readonly Expr[];
  readonly from: From | null;
  readonly where: Expr | null;
  /** Null without grouping; empty for one group of all rows. */
  readonly groupBy: readonly Expr[] | null;
  readonly having: Expr | null;
  readonly distinct: boolean;
  readonly orderBy: readonly OrderKey[];
  readonly limit: Limit | null;
}

/** Two collations that a string was made of, and the operator that made it: it has neither. */
export interface CollationConflict {
  readonly later: string;
  readonly earlier: string;
  readonly operator: string;
}

export interface SetQuery {
  readonly kind: 'set';
  readonly op: 'union' | 'unionAll' | 'except' | 'intersect';
  readonly left: Query;
  readonly right: Query;
  readonly columns: readonly QueryColumn[];
  /** Over the columns of `source`, which stands for the combined rows. */
  readonly source: Source;
  readonly orderBy: readonly OrderKey[];
  readonly limit: Limit | null;
  /** By column: what its collations would be, if UNION ALL leaves it without one. */
  readonly conflicts?: readonly (CollationConflict | undefined)[];
}

export interface ValuesQuery {
  readonly kind: 'values';
  readonly columns: readonly QueryColumn[];
  readonly rows: readonly (readonly Expr[])[];
}

/** FOR JSON, FOR XML: one row and one column that holds the document. */
export interface DocumentQuery {
  readonly kind: 'document';
  readonly columns: readonly QueryColumn[];
  readonly query: Query;
  /** Tells formats apart, for naming the registered aggregate. */
  readonly key: string;
  readonly format: (rows: readonly (readonly Value[])[]) => Value;
  /** True when another document embeds the text as JSON; without its array wrapper it is plain text. */
  readonly json: boolean;
}

export type Limit =
  | { readonly kind: 'top'; readonly count: Expr; readonly percent: boolean; readonly withTies: boolean }
  | { readonly kind: 'offset'; readonly offset: Expr; readonly fetch: Expr | null };
