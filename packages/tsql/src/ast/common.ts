/**
 * The pieces that every part of the syntax tree shares: where a node stands, names, data type references and generic options.
 * A node is plain readonly data with a `kind`. What was not written is `null` or an empty list, never a missing field, so that
 * every node of one kind has one shape. Comments, parentheses, letter case of keywords and optional noise words are not kept;
 * the original text of any node is `text.slice(span.start, span.end)`.
 */
import type { Binary, Decimal, Float, Integer, Money, Null, StringLiteral, Unary } from './expression.ts';

/** Where a node stands in its batch: UTF-16 offsets, and the 1-based line of its first character. */
export interface Span {
  readonly start: number;
  readonly end: number;
  readonly line: number;
}

/** What every node has. */
export interface Node<Kind extends string> {
  readonly kind: Kind;
  readonly span: Span;
}

/** One part of a name. Quotes and brackets are removed and unescaped; an omitted part, as in `db..t`, is ''. */
export interface Identifier extends Node<'identifier'> {
  readonly value: string;
  /** Written as [x], "x" or, as a column alias, 'x'. */
  readonly quoted: boolean;
}

/** A multi-part name such as `server.db.schema.object` or `t.column`. At least one part. */
export interface ObjectName extends Node<'name'> {
  readonly parts: readonly Identifier[];
}

/** A reference to a data type: `decimal(10, 2)`, `nvarchar(max)`, `dbo.Name`, `xml(CONTENT dbo.c)`. */
export interface DataType extends Node<'dataType'> {
  /** Multi-word spellings are stored under their system name: `double precision` is `float`, `char varying` is `varchar`. */
  readonly name: ObjectName;
  /** Length, or precision and scale, as written. */
  readonly args: readonly (number | 'max')[];
  /** The schema collection of `xml(…)`. */
  readonly xmlSchema: XmlSchemaReference | null;
}

/** What stands in the parentheses of `xml([CONTENT | DOCUMENT] collection)`. */
export interface XmlSchemaReference extends Node<'xmlSchema'> {
  readonly document: boolean;
  readonly collection: ObjectName;
}

/** A local variable or parameter. `@@name` is a local variable too unless it is one of the system functions. */
export interface Variable extends Node<'variable'> {
  /** With its `@`, as written. */
  readonly name: string;
}

/** `=` or a compound assignment. */
export type AssignmentOperator = '=' | '+=' | '-=' | '*=' | '/=' | '%=' | '&=' | '|=' | '^=' | '||=';

/** One `NAME`, `NAME = value` or `NAME (option, …)` of an option list: index, table, database, backup options and the like. */
export interface Option extends Node<'option'> {
  /** Upper case; several words are joined with one blank. Empty for a bare value such as `1 TO 3` in a list of partitions. */
  readonly name: string;
  /** Whether `=` stands between the name and the values. */
  readonly equals: boolean;
  /** What follows the name; several when written side by side, as in `= 10 MINUTES`. */
  readonly values: readonly OptionValue[];
  /** The options in parentheses after the value; null when there are no parentheses. */
  readonly options: readonly Option[] | null;
}

/** The value of an option: a word such as ON, a name, a variable or a constant. */
export type OptionValue = Word | ObjectName | Variable | Literal | Unary;

/** A bare word in an option or in the tail of an administrative statement: a keyword or a plain name. */
export interface Word extends Node<'word'> {
  /** Upper case, to compare. */
  readonly value: string;
  /** As written, in case it is a name. */
  readonly text: string;
}

/** A constant. */
export type Literal = Integer | Decimal | Float | Money | StringLiteral | Binary | Null;

/** `ON filegroup` or `ON scheme(column)`. */
export interface Storage extends Node<'storage'> {
  readonly name: Identifier;
  /** The partitioning column of a partition scheme. */
  readonly column: Identifier | null;
}
