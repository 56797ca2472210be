/**
 * Queries: everything that yields rows inside a statement. A `Query` is a body (one SELECT, or several joined by UNION, EXCEPT and
 * INTERSECT) with what applies to the whole: ORDER BY, OFFSET, FOR. The WITH clause and the OPTION clause belong to statements
 * (`dml.ts`), because T-SQL allows them nowhere deeper.
 */
import type { AssignmentOperator, DataType, Identifier, Node, ObjectName, Variable } from './common.ts';
import type { Expression, Integer, Over } from './expression.ts';
import type { TableSource } from './source.ts';

/** A whole query expression. */
export interface Query extends Node<'query'> {
  readonly body: QueryBody;
  readonly orderBy: readonly OrderItem[];
  /** `OFFSET n ROWS` */
  readonly offset: Expression | null;
  /** `FETCH NEXT n ROWS ONLY` */
  readonly fetch: Expression | null;
  readonly for: ForXml | ForJson | ForBrowse | null;
}

export type QueryBody = QuerySpecification | SetOperation;

/** One SELECT. */
export interface QuerySpecification extends Node<'querySpecification'> {
  readonly distinct: boolean;
  readonly top: Top | null;
  readonly items: readonly SelectItem[];
  /** `INTO table` */
  readonly into: ObjectName | null;
  /** `ON filegroup` after INTO. */
  readonly intoFilegroup: Identifier | null;
  /** Comma-separated sources; empty without FROM. */
  readonly from: readonly TableSource[];
  readonly where: Expression | null;
  readonly groupBy: GroupBy | null;
  readonly having: Expression | null;
  readonly windows: readonly WindowDefinition[];
}

/** `left UNION ALL right`; INTERSECT binds tighter than the others, which group from the left. */
export interface SetOperation extends Node<'setOperation'> {
  readonly op: 'union' | 'unionAll' | 'except' | 'intersect';
  readonly left: QueryBody;
  readonly right: QueryBody;
}

/** `TOP (n) PERCENT WITH TIES` */
export interface Top extends Node<'top'> {
  readonly count: Expression;
  readonly percent: boolean;
  readonly withTies: boolean;
}

export type SelectItem = SelectExpression | SelectAssignment;
/** `expr AS alias`, `alias = expr`, `*`; the spelling of the alias is not kept. */
export interface SelectExpression extends Node<'selectExpression'> {
  readonly expression: Expression;
  readonly alias: Identifier | null;
}
/** `@v = expr`, `@v += expr` */
export interface SelectAssignment extends Node<'selectAssignment'> {
  readonly variable: Variable;
  readonly op: AssignmentOperator;
  readonly value: Expression;
}

/** `expr DESC` */
export interface OrderItem extends Node<'orderItem'> {
  readonly expression: Expression;
  readonly descending: boolean;
}

/** `GROUP BY …` */
export interface GroupBy extends Node<'groupBy'> {
  /** `GROUP BY ALL` */
  readonly all: boolean;
  readonly items: readonly GroupingItem[];
  /** The old suffix form `GROUP BY a, b WITH ROLLUP`. */
  readonly with: 'rollup' | 'cube' | null;
}
export type GroupingItem = Expression | GroupingList | Rollup | Cube | GroupingSets;
/** `(a, b)`, and `()` for the grand total. */
export interface GroupingList extends Node<'groupingList'> {
  readonly items: readonly Expression[];
}
/** `ROLLUP (a, (b, c))` */
export interface Rollup extends Node<'rollup'> {
  readonly items: readonly (Expression | GroupingList)[];
}
/** `CUBE (a, (b, c))` */
export interface Cube extends Node<'cube'> {
  readonly items: readonly (Expression | GroupingList)[];
}
/** `GROUPING SETS (a, (b, c), ROLLUP (d), ())` */
export interface GroupingSets extends Node<'groupingSets'> {
  readonly items: readonly GroupingItem[];
}

/** `WINDOW w AS (…)` */
export interface WindowDefinition extends Node<'windowDefinition'> {
  readonly name: Identifier;
  readonly over: Over;
}
/** `ROWS BETWEEN start AND end`; `end` is null in the short form. */
export interface Frame extends Node<'frame'> {
  readonly unit: 'rows' | 'range';
  readonly start: FrameBound;
  readonly end: FrameBound | null;
}
export type FrameBound = FrameEdge | FrameOffset;
/** `UNBOUNDED PRECEDING`, `CURRENT ROW`, `UNBOUNDED FOLLOWING` */
export interface FrameEdge extends Node<'unboundedPreceding' | 'currentRow' | 'unboundedFollowing'> {}
/** `n PRECEDING`, `n FOLLOWING` */
export interface FrameOffset extends Node<'preceding' | 'following'> {
  readonly offset: Expression;
}

/** `ROOT` or `ROOT('name')`, where the name may be left out. */
export interface Root extends Node<'root'> {
  readonly name: string | null;
}
/** `FOR XML …` */
export interface ForXml extends Node<'forXml'> {
  readonly mode: 'raw' | 'auto' | 'explicit' | 'path';
  /** `RAW('row')`, `PATH('')` */
  readonly element: string | null;
  readonly type: boolean;
  readonly root: Root | null;
  readonly elements: 'plain' | 'xsinil' | 'absent' | null;
  readonly binaryBase64: boolean;
  readonly xmlData: boolean;
  /** `XMLSCHEMA` or `XMLSCHEMA('uri')` */
  readonly xmlSchema: Root | null;
}
/** `FOR JSON …` */
export interface ForJson extends Node<'forJson'> {
  readonly mode: 'path' | 'auto';
  readonly root: Root | null;
  readonly includeNullValues: boolean;
  readonly withoutArrayWrapper: boolean;
}
/** `FOR BROWSE` */
export interface ForBrowse extends Node<'forBrowse'> {}

/** `WITH …` before a statement. */
export interface With extends Node<'with'> {
  /** `WITH XMLNAMESPACES (…)` */
  readonly namespaces: readonly XmlNamespace[];
  /** `WITH CHANGE_TRACKING_CONTEXT (…)` */
  readonly changeTrackingContext: Expression | null;
  readonly tables: readonly CommonTable[];
}
/** `name (columns) AS (query)` */
export interface CommonTable extends Node<'commonTable'> {
  readonly name: Identifier;
  readonly columns: readonly Identifier[];
  readonly query: Query;
}
/** `'uri' AS prefix`; `prefix` is null for DEFAULT. */
export interface XmlNamespace extends Node<'xmlNamespace'> {
  readonly uri: string;
  readonly prefix: Identifier | null;
}

/** What stands in `OPTION (…)`. */
export type QueryHint = SimpleHint | OptimizeFor | UseHint | TableHintOption;
/** `RECOMPILE`, `MAXDOP 1`, `HASH JOIN`, `USE PLAN N'…'`: name in upper case with single blanks. */
export interface SimpleHint extends Node<'hint'> {
  readonly name: string;
  readonly value: Expression | null;
}
/** `OPTIMIZE FOR (@a = 1, @b UNKNOWN)` */
export interface OptimizeFor extends Node<'optimizeFor'> {
  readonly variables: readonly OptimizeForVariable[];
}
/** `@a = 1`; `value` is null for UNKNOWN. */
export interface OptimizeForVariable extends Node<'optimizeForVariable'> {
  readonly variable: Variable;
  readonly value: Expression | null;
}
/** `USE HINT ('NAME', …)` */
export interface UseHint extends Node<'useHint'> {
  readonly names: readonly string[];
}
/** `TABLE HINT (t, INDEX (i))` */
export interface TableHintOption extends Node<'tableHintOption'> {
  readonly table: ObjectName;
  readonly hints: readonly TableHint[];
}
/** `NOLOCK`, `INDEX (i, 2)`, `FORCESEEK (i (a, b))`, `SPATIAL_WINDOW_MAX_CELLS = 512` */
export interface TableHint extends Node<'tableHint'> {
  /** Upper case. */
  readonly name: string;
  /** Indexes by name or by number. */
  readonly indexes: readonly (Identifier | Integer)[];
  /** The columns of FORCESEEK. */
  readonly columns: readonly Identifier[];
  readonly value: Expression | null;
}

/** A column of `OPENJSON … WITH` or `OPENXML … WITH`. */
export interface SchemaColumn extends Node<'schemaColumn'> {
  readonly name: Identifier;
  readonly type: DataType;
  readonly collation: Identifier | null;
  /** A path in the document, or the ordinal of an `OPENROWSET(BULK …)` column. */
  readonly path: Expression | null;
  readonly asJson: boolean;
}
