/**
 * Table sources: what may stand in FROM, and as the target of INSERT, UPDATE, DELETE and MERGE. Joins are a tree, comma-separated
 * sources a list. `columns` are the column aliases after the alias, as in `AS t (a, b)`.
 */
import type { Identifier, Node, ObjectName, Option } from './common.ts';
import type { Delete, Insert, Merge, Update } from './dml.ts';
import type { Call, Expression } from './expression.ts';
import type { FullTextColumns } from './predicate.ts';
import type { Query, SchemaColumn, TableHint } from './query.ts';

export type TableSource =
  | Table
  | TableVariable
  | TableFunction
  | MethodTable
  | DerivedTable
  | ValuesTable
  | DmlTable
  | Join
  | CrossJoin
  | Apply
  | Pivot
  | Unpivot
  | OpenJson
  | OpenXml
  | OpenQuery
  | OpenRowset
  | OpenDataSource
  | ChangeTable
  | ChangeTableVersion
  | FullTextTable;

/** A table, view, synonym or common table by name. */
export interface Table extends Node<'table'> {
  readonly name: ObjectName;
  readonly alias: Identifier | null;
  /** `FOR SYSTEM_TIME …` */
  readonly systemTime: SystemTime | null;
  readonly sample: TableSample | null;
  readonly hints: readonly TableHint[];
  /** `FOR PATH` of graph tables. */
  readonly forPath: boolean;
}
/** `@t` */
export interface TableVariable extends Node<'tableVariable'> {
  readonly name: string;
  readonly alias: Identifier | null;
  readonly hints: readonly TableHint[];
}
/** `dbo.f(1) AS t (a)`, `STRING_SPLIT(…)`, `GENERATE_SERIES(…)` */
export interface TableFunction extends Node<'tableFunction'> {
  readonly name: ObjectName;
  readonly args: readonly Expression[];
  readonly alias: Identifier | null;
  readonly columns: readonly Identifier[];
  readonly hints: readonly TableHint[];
}
/** `@x.nodes('/a') AS t (c)`, `t.col.nodes('/a') AS n (c)` */
export interface MethodTable extends Node<'methodTable'> {
  readonly target: Expression;
  readonly method: Identifier;
  readonly args: readonly Expression[];
  readonly alias: Identifier | null;
  readonly columns: readonly Identifier[];
}
/** `(SELECT …) AS t (a, b)` */
export interface DerivedTable extends Node<'derivedTable'> {
  readonly query: Query;
  readonly alias: Identifier;
  readonly columns: readonly Identifier[];
}
/** `(VALUES (1, 2), (3, 4)) AS t (a, b)` */
export interface ValuesTable extends Node<'valuesTable'> {
  readonly rows: readonly (readonly Expression[])[];
  readonly alias: Identifier;
  readonly columns: readonly Identifier[];
}
/** `(DELETE … OUTPUT …) AS t (a)`: a data change whose OUTPUT rows are read. */
export interface DmlTable extends Node<'dmlTable'> {
  readonly statement: Insert | Update | Delete | Merge;
  readonly alias: Identifier;
  readonly columns: readonly Identifier[];
}

/** `left INNER JOIN right ON p` */
export interface Join extends Node<'join'> {
  readonly type: 'inner' | 'left' | 'right' | 'full';
  readonly hint: 'loop' | 'hash' | 'merge' | 'remote' | null;
  readonly left: TableSource;
  readonly right: TableSource;
  readonly on: Expression;
}
/** `left CROSS JOIN right` */
export interface CrossJoin extends Node<'crossJoin'> {
  readonly left: TableSource;
  readonly right: TableSource;
}
/** `left CROSS APPLY right`, `left OUTER APPLY right` */
export interface Apply extends Node<'apply'> {
  readonly outer: boolean;
  readonly left: TableSource;
  readonly right: TableSource;
}

/** `source PIVOT (SUM(x) FOR c IN ([a], [b])) AS p` */
export interface Pivot extends Node<'pivot'> {
  readonly source: TableSource;
  readonly aggregate: Call;
  readonly column: ObjectName;
  readonly values: readonly Identifier[];
  readonly alias: Identifier;
}
/** `source UNPIVOT (value FOR name IN (a, b)) AS u` */
export interface Unpivot extends Node<'unpivot'> {
  readonly source: TableSource;
  readonly valueColumn: Identifier;
  readonly nameColumn: Identifier;
  readonly columns: readonly ObjectName[];
  readonly alias: Identifier;
}

/** `OPENJSON(x, path) WITH (…)`; `schema` is null for the default key, value, type columns. */
export interface OpenJson extends Node<'openJson'> {
  readonly document: Expression;
  readonly path: Expression | null;
  readonly schema: readonly SchemaColumn[] | null;
  readonly alias: Identifier | null;
}
/** `OPENXML(@h, '/a', 2) WITH (…)`; the schema is columns, a table to take them from, or null for the edge table. */
export interface OpenXml extends Node<'openXml'> {
  readonly document: Expression;
  readonly pattern: Expression;
  readonly flags: Expression | null;
  readonly schema: readonly SchemaColumn[] | ObjectName | null;
  readonly alias: Identifier | null;
}
/** `OPENQUERY(server, 'query')` */
export interface OpenQuery extends Node<'openQuery'> {
  readonly server: Identifier;
  readonly query: Expression;
  readonly alias: Identifier | null;
}
/** `OPENROWSET('provider', …)` or `OPENROWSET(BULK 'file', …)` */
export interface OpenRowset extends Node<'openRowset'> {
  /** `BULK`: the arguments are the files. */
  readonly bulk: boolean;
  readonly args: readonly (Expression | ObjectName)[];
  readonly options: readonly Option[];
  readonly schema: readonly SchemaColumn[] | null;
  readonly alias: Identifier | null;
  readonly columns: readonly Identifier[];
}
/** `OPENDATASOURCE('provider', 'connection').db.schema.object` */
export interface OpenDataSource extends Node<'openDataSource'> {
  readonly provider: Expression;
  readonly connection: Expression;
  readonly name: ObjectName;
  readonly alias: Identifier | null;
}
/** `CHANGETABLE(CHANGES t, version)` */
export interface ChangeTable extends Node<'changeTable'> {
  readonly table: ObjectName;
  readonly since: Expression;
  readonly force: boolean;
  readonly alias: Identifier;
  readonly columns: readonly Identifier[];
}
/** `CHANGETABLE(VERSION t, (keys), (values))` */
export interface ChangeTableVersion extends Node<'changeTableVersion'> {
  readonly table: ObjectName;
  readonly keys: readonly Identifier[];
  readonly values: readonly Expression[];
  readonly alias: Identifier;
  readonly columns: readonly Identifier[];
}
/** `CONTAINSTABLE(t, columns, search, LANGUAGE l, top)`, `FREETEXTTABLE(…)` */
export interface FullTextTable extends Node<'fullTextTable'> {
  readonly function: 'containstable' | 'freetexttable';
  readonly table: ObjectName;
  readonly columns: FullTextColumns;
  readonly search: Expression;
  readonly language: Expression | null;
  readonly top: Expression | null;
  readonly alias: Identifier | null;
}

/** `FOR SYSTEM_TIME …`; only BETWEEN, FROM and CONTAINED IN have an end, only ALL has no start. */
export interface SystemTime extends Node<'systemTime'> {
  readonly type: 'asOf' | 'fromTo' | 'between' | 'containedIn' | 'all';
  readonly start: Expression | null;
  readonly end: Expression | null;
}
/** `TABLESAMPLE SYSTEM (10 PERCENT) REPEATABLE (1)` */
export interface TableSample extends Node<'tableSample'> {
  readonly size: Expression;
  readonly unit: 'percent' | 'rows';
  readonly seed: Expression | null;
}
