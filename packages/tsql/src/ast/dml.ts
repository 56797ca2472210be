/**
 * Statements that read and change rows: SELECT, INSERT, UPDATE, DELETE, MERGE, TRUNCATE, the bulk forms and the old text pointers.
 * Each carries its own WITH and OPTION clauses. Targets are table sources, since T-SQL lets them be tables, table variables,
 * aliases of the FROM clause or remote rowsets.
 */
import type { AssignmentOperator, DataType, Identifier, Node, ObjectName, Option, Variable } from './common.ts';
import type { Expression } from './expression.ts';
import type { CursorReference, Execute } from './procedural.ts';
import type { Query, QueryHint, SelectItem, Top, With } from './query.ts';
import type { TableSource } from './source.ts';

export type DmlStatement = Select | Insert | Update | Delete | Merge | Truncate | BulkInsert | InsertBulk | TextStatement;

/** A SELECT as a statement, as the body of a view or an inline function, or as the query of a cursor. */
export interface Select extends Node<'select'> {
  readonly with: With | null;
  readonly query: Query;
  readonly hints: readonly QueryHint[];
}

/** `INSERT …` */
export interface Insert extends Node<'insert'> {
  readonly with: With | null;
  readonly top: Top | null;
  readonly target: TableSource;
  /** Null when no column list was written. */
  readonly columns: readonly Identifier[] | null;
  readonly output: readonly Output[];
  readonly source: InsertSource;
  readonly hints: readonly QueryHint[];
}
export type InsertSource = InsertValues | InsertQuery | InsertExecute | InsertDefaults;
/** `VALUES (…), (…)` */
export interface InsertValues extends Node<'insertValues'> {
  readonly rows: readonly (readonly Expression[])[];
}
/** `SELECT …` */
export interface InsertQuery extends Node<'insertQuery'> {
  readonly query: Query;
}
/** `EXEC …` */
export interface InsertExecute extends Node<'insertExecute'> {
  readonly execute: Execute;
}
/** `DEFAULT VALUES` */
export interface InsertDefaults extends Node<'insertDefaults'> {}

/** `OUTPUT items [INTO target (columns)]`; a statement may have one of each form. */
export interface Output extends Node<'output'> {
  readonly items: readonly SelectItem[];
  readonly into: TableSource | null;
  readonly columns: readonly Identifier[];
}

/** `UPDATE …` */
export interface Update extends Node<'update'> {
  readonly with: With | null;
  readonly top: Top | null;
  readonly target: TableSource;
  readonly set: readonly Assignment[];
  readonly output: readonly Output[];
  readonly from: readonly TableSource[];
  readonly where: Expression | CurrentOf | null;
  readonly hints: readonly QueryHint[];
}
export type Assignment = AssignColumn | AssignVariable | AssignVariableAndColumn | AssignMethod;
/** `column = expr` */
export interface AssignColumn extends Node<'assignColumn'> {
  readonly column: ObjectName;
  readonly op: AssignmentOperator;
  readonly value: Expression;
}
/** `@v = expr`: the value before the update. */
export interface AssignVariable extends Node<'assignVariable'> {
  readonly variable: Variable;
  readonly op: AssignmentOperator;
  readonly value: Expression;
}
/** `@v = column = expr`: the value after the update. */
export interface AssignVariableAndColumn extends Node<'assignVariableAndColumn'> {
  readonly variable: Variable;
  readonly column: ObjectName;
  readonly op: AssignmentOperator;
  readonly value: Expression;
}
/** `column.WRITE(expr, offset, length)`, `column.modify('…')` */
export interface AssignMethod extends Node<'assignMethod'> {
  readonly column: ObjectName;
  readonly method: Identifier;
  readonly args: readonly Expression[];
}
/** `WHERE CURRENT OF cursor` */
export interface CurrentOf extends Node<'currentOf'> {
  readonly cursor: CursorReference;
}

/** `DELETE …` */
export interface Delete extends Node<'delete'> {
  readonly with: With | null;
  readonly top: Top | null;
  readonly target: TableSource;
  readonly output: readonly Output[];
  readonly from: readonly TableSource[];
  readonly where: Expression | CurrentOf | null;
  readonly hints: readonly QueryHint[];
}

/** `MERGE …` */
export interface Merge extends Node<'merge'> {
  readonly with: With | null;
  readonly top: Top | null;
  /** Its alias is the one that ON and WHEN use. */
  readonly target: TableSource;
  readonly source: TableSource;
  readonly on: Expression;
  readonly whens: readonly MergeWhen[];
  readonly output: readonly Output[];
  readonly hints: readonly QueryHint[];
}
/** `WHEN MATCHED AND p THEN action` */
export interface MergeWhen extends Node<'mergeWhen'> {
  readonly match: 'matched' | 'notMatchedByTarget' | 'notMatchedBySource';
  readonly condition: Expression | null;
  readonly action: MergeUpdate | MergeDelete | MergeInsert;
}
/** `UPDATE SET …` */
export interface MergeUpdate extends Node<'mergeUpdate'> {
  readonly set: readonly Assignment[];
}
/** `DELETE` */
export interface MergeDelete extends Node<'mergeDelete'> {}
/** `INSERT (columns) VALUES (…)`; `values` is null for DEFAULT VALUES. */
export interface MergeInsert extends Node<'mergeInsert'> {
  readonly columns: readonly Identifier[] | null;
  readonly values: readonly Expression[] | null;
}

/** `TRUNCATE TABLE t WITH (PARTITIONS (1, 3 TO 5))` */
export interface Truncate extends Node<'truncate'> {
  readonly table: ObjectName;
  readonly partitions: readonly PartitionRange[];
}
/** `1` or `3 TO 5` */
export interface PartitionRange extends Node<'partitionRange'> {
  readonly from: Expression;
  readonly to: Expression | null;
}

/** `BULK INSERT t FROM 'file' WITH (…)` */
export interface BulkInsert extends Node<'bulkInsert'> {
  readonly table: ObjectName;
  readonly file: Expression;
  readonly options: readonly Option[];
}
/** `INSERT BULK t (columns) WITH (…)`: announces a bulk load packet. */
export interface InsertBulk extends Node<'insertBulk'> {
  readonly table: ObjectName;
  readonly columns: readonly BulkColumn[];
  readonly options: readonly Option[];
}
/** A column of INSERT BULK; `nullable` is null when not stated. */
export interface BulkColumn extends Node<'bulkColumn'> {
  readonly name: Identifier;
  readonly type: DataType;
  readonly collation: Identifier | null;
  readonly nullable: boolean | null;
}

/** `READTEXT`, `WRITETEXT`, `UPDATETEXT`; `source` is the column to copy from and has its own pointer as the last argument. */
export interface TextStatement extends Node<'textStatement'> {
  readonly verb: 'READTEXT' | 'WRITETEXT' | 'UPDATETEXT';
  readonly column: ObjectName;
  /** Pointer, offsets and data, in the written order. */
  readonly args: readonly Expression[];
  readonly source: ObjectName | null;
  /** `WITH LOG`, `HOLDLOCK` */
  readonly options: readonly string[];
}
