/**
 * Expressions: values here, predicates in `predicate.ts`. They share one type because they nest in each other; the parser refuses a value
 * where a predicate belongs (4145) and the reverse (102, 156). Parentheses are not nodes: the tree is the grouping.
 */
import type { DataType, Identifier, Node, ObjectName, Variable } from './common.ts';
import type { PathAggregate } from './graph.ts';
import type { Predicate } from './predicate.ts';
import type { Frame, OrderItem, Query } from './query.ts';

export type Expression = Value | Predicate;

/** An expression that yields a value. */
export type Value =
  | Integer
  | Decimal
  | Float
  | Money
  | StringLiteral
  | Binary
  | Null
  | Default
  | Variable
  | GlobalVariable
  | Column
  | PseudoColumn
  | Star
  | Unary
  | Arithmetic
  | SimpleCase
  | SearchedCase
  | Cast
  | Convert
  | Parse
  | Iif
  | Coalesce
  | NullIf
  | Call
  | PathAggregate
  | MethodCall
  | Property
  | StaticCall
  | JsonObject
  | JsonArray
  | Trim
  | AtTimeZone
  | Collate
  | Subquery
  | Niladic
  | NextValue
  | IdentityFunction
  | OdbcFunction
  | OdbcLiteral;

/** `42`: digits only, of any length (beyond int it is a numeric). */
export interface Integer extends Node<'integer'> {
  readonly text: string;
}
/** `1.50`, with the digits as written. */
export interface Decimal extends Node<'decimal'> {
  readonly text: string;
}
/** `1.5e3`, as written. */
export interface Float extends Node<'float'> {
  readonly text: string;
}
/** `$1.50`: the number without its currency sign. */
export interface Money extends Node<'money'> {
  readonly text: string;
}
/** `'text'` or `N'text'`, unescaped. */
export interface StringLiteral extends Node<'string'> {
  readonly value: string;
  readonly unicode: boolean;
}
/** `0x1F`: the hexadecimal digits after 0x, perhaps none. */
export interface Binary extends Node<'binary'> {
  readonly hex: string;
}
/** `NULL` */
export interface Null extends Node<'null'> {}
/** `DEFAULT`, in VALUES, SET and procedure arguments. */
export interface Default extends Node<'default'> {}

/** `@@ROWCOUNT` and the other system functions of that form; upper case, with its `@@`. */
export interface GlobalVariable extends Node<'globalVariable'> {
  readonly name: string;
}
/** A column, qualified or not. */
export interface Column extends Node<'column'> {
  readonly name: ObjectName;
}
/** `$action`, `$identity`, `$rowguid`, `$node_id` …; lower case, with its `$`. */
export interface PseudoColumn extends Node<'pseudoColumn'> {
  readonly qualifier: ObjectName | null;
  readonly name: string;
}
/** `*` or `t.*`: in a select list, and as the argument of COUNT. */
export interface Star extends Node<'star'> {
  readonly qualifier: ObjectName | null;
}

/** `-x` */
export interface Unary extends Node<'unary'> {
  readonly op: '+' | '-' | '~';
  readonly operand: Expression;
}
export type BinaryOperator = '+' | '-' | '*' | '/' | '%' | '&' | '|' | '^' | '||' | '<<' | '>>';
/** `a + b`: arithmetic, bitwise and string operators. */
export interface Arithmetic extends Node<'arithmetic'> {
  readonly op: BinaryOperator;
  readonly left: Expression;
  readonly right: Expression;
}

/** `CASE x WHEN v THEN r … ELSE e END` */
export interface SimpleCase extends Node<'simpleCase'> {
  readonly operand: Expression;
  readonly branches: readonly CaseBranch[];
  readonly otherwise: Expression | null;
}
/** `CASE WHEN p THEN r … ELSE e END` */
export interface SearchedCase extends Node<'searchedCase'> {
  readonly branches: readonly CaseBranch[];
  readonly otherwise: Expression | null;
}
/** `WHEN … THEN …`; `when` is a value in a simple CASE and a predicate in a searched one. */
export interface CaseBranch extends Node<'caseBranch'> {
  readonly when: Expression;
  readonly then: Expression;
}

/** `CAST(x AS type)`, `TRY_CAST` */
export interface Cast extends Node<'cast'> {
  readonly try: boolean;
  readonly operand: Expression;
  readonly type: DataType;
}
/** `CONVERT(type, x, style)`, `TRY_CONVERT` */
export interface Convert extends Node<'convert'> {
  readonly try: boolean;
  readonly type: DataType;
  readonly operand: Expression;
  readonly style: Expression | null;
}
/** `PARSE(x AS type USING culture)`, `TRY_PARSE` */
export interface Parse extends Node<'parse'> {
  readonly try: boolean;
  readonly operand: Expression;
  readonly type: DataType;
  readonly culture: Expression | null;
}
/** `IIF(p, a, b)` */
export interface Iif extends Node<'iif'> {
  readonly condition: Expression;
  readonly then: Expression;
  readonly otherwise: Expression;
}
/** `COALESCE(a, b, …)` */
export interface Coalesce extends Node<'coalesce'> {
  readonly args: readonly Expression[];
}
/** `NULLIF(a, b)` */
export interface NullIf extends Node<'nullIf'> {
  readonly left: Expression;
  readonly right: Expression;
}

/** A function call: built in, aggregate, window or user-defined. `$PARTITION.f(x)` is a call whose first name part is `$PARTITION`. */
export interface Call extends Node<'call'> {
  readonly name: ObjectName;
  readonly args: readonly Expression[];
  /** `COUNT(DISTINCT x)` */
  readonly distinct: boolean;
  /** `WITHIN GROUP (ORDER BY …)`; null when absent. */
  readonly withinGroup: readonly OrderItem[] | null;
  /** `IGNORE NULLS` or `RESPECT NULLS` */
  readonly nulls: 'ignore' | 'respect' | null;
  readonly over: Over | null;
}
/** `OVER w` or `OVER (w PARTITION BY … ORDER BY … ROWS …)` */
export interface Over extends Node<'over'> {
  /** A window of the WINDOW clause that this one is or extends. */
  readonly window: Identifier | null;
  readonly partitionBy: readonly Expression[];
  readonly orderBy: readonly OrderItem[];
  readonly frame: Frame | null;
}
/** `target.method(args)`: the xml methods on columns, and any method on a variable or another expression. */
export interface MethodCall extends Node<'methodCall'> {
  readonly target: Expression;
  readonly method: Identifier;
  readonly args: readonly Expression[];
  /** The value that `SET @x.method()` or `SET @x.property = value` gives its variable: the one place for a method that changes what it is called on. */
  readonly mutates?: true | 'property';
}
/** `target.property` on a variable or another expression of a CLR type. */
export interface Property extends Node<'property'> {
  readonly target: Expression;
  readonly name: Identifier;
}
/** `hierarchyid::Parse('/1/')`, `geography::STGeomFromText(…)`; `args` is null for a static property. */
export interface StaticCall extends Node<'staticCall'> {
  readonly type: ObjectName;
  readonly method: Identifier;
  readonly args: readonly Expression[] | null;
}
/** `JSON_OBJECT('key': value, … ABSENT ON NULL)` */
export interface JsonObject extends Node<'jsonObject'> {
  readonly entries: readonly JsonEntry[];
  readonly onNull: 'null' | 'absent' | null;
}
/** `'key': value` */
export interface JsonEntry extends Node<'jsonEntry'> {
  readonly key: Expression;
  readonly value: Expression;
}
/** `JSON_ARRAY(value, … NULL ON NULL)` */
export interface JsonArray extends Node<'jsonArray'> {
  readonly items: readonly Expression[];
  readonly onNull: 'null' | 'absent' | null;
}
/** `TRIM(LEADING 'x' FROM y)`; a plain `TRIM(y)` is a call. */
export interface Trim extends Node<'trim'> {
  readonly side: 'leading' | 'trailing' | 'both' | null;
  readonly characters: Expression;
  readonly operand: Expression;
}
/** `x AT TIME ZONE 'UTC'` */
export interface AtTimeZone extends Node<'atTimeZone'> {
  readonly operand: Expression;
  readonly zone: Expression;
}
/** `x COLLATE Latin1_General_BIN` */
export interface Collate extends Node<'collate'> {
  readonly operand: Expression;
  readonly collation: Identifier;
}
/** `(SELECT …)` as a value. */
export interface Subquery extends Node<'subquery'> {
  readonly query: Query;
}
export type NiladicName = 'CURRENT_TIMESTAMP' | 'CURRENT_USER' | 'SESSION_USER' | 'SYSTEM_USER' | 'USER' | 'CURRENT_DATE';
/** A function written without parentheses. */
export interface Niladic extends Node<'niladic'> {
  readonly name: NiladicName;
}
/** `NEXT VALUE FOR sequence OVER (ORDER BY …)` */
export interface NextValue extends Node<'nextValue'> {
  readonly sequence: ObjectName;
  readonly over: Over | null;
}
/** `IDENTITY(int, 1, 1)` in SELECT INTO. */
export interface IdentityFunction extends Node<'identityFunction'> {
  readonly type: DataType;
  readonly seed: Expression | null;
  readonly increment: Expression | null;
}
/** `{fn UCASE(x)}` */
export interface OdbcFunction extends Node<'odbcFunction'> {
  readonly name: Identifier;
  readonly args: readonly Expression[];
}
/** `{d '2024-01-31'}`, `{t '…'}`, `{ts '…'}`, `{guid '…'}` */
export interface OdbcLiteral extends Node<'odbcLiteral'> {
  readonly type: 'd' | 't' | 'ts' | 'guid';
  readonly value: StringLiteral;
}
