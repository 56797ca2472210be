/**
 * What is asked of an environment to know its catalog: views of `sys` that every SQL Server since 2016 has, and nothing that needs more permission
 * than to see the objects' definitions. The order of columns is the order in which `read.ts` takes them.
 */

/** Type of a column or parameter: its schema, its name, whether users defined it, and its size. */
const TYPE_COLUMNS = (of: string) => `ts.name, t.name, t.is_user_defined, ${of}.max_length, ${of}.precision, ${of}.scale, base.name`;
const TYPE_JOINS = (of: string) => `
  JOIN sys.types AS t ON t.user_type_id = ${of}.user_type_id
  JOIN sys.schemas AS ts ON ts.schema_id = t.schema_id
  LEFT JOIN sys.types AS base ON base.user_type_id = t.system_type_id AND base.is_user_defined = 0`;

/** Each yields one result set. */
export const CATALOG_QUERIES = {
  session: 'SELECT DB_NAME(), SCHEMA_NAME()',

  /** Schemas of the fixed roles have ids from 16384. */
  schemas: "SELECT name FROM sys.schemas WHERE schema_id < 16384 AND name NOT IN (N'guest', N'sys', N'INFORMATION_SCHEMA') ORDER BY name",

  objects: `SELECT o.object_id, s.name, o.name, RTRIM(o.type), CONVERT(nvarchar(33), o.modify_date, 126)
    FROM sys.objects AS o JOIN sys.schemas AS s ON s.schema_id = o.schema_id
    WHERE o.is_ms_shipped = 0 AND o.type IN ('U', 'V', 'SN', 'P', 'PC', 'FN', 'FS', 'IF', 'TF', 'FT')
    ORDER BY s.name, o.name`,

  columns: `SELECT c.object_id, c.column_id, c.name, ${TYPE_COLUMNS('c')}, c.is_nullable, c.is_identity, c.is_computed
    FROM sys.columns AS c${TYPE_JOINS('c')}
    WHERE c.object_id IN (SELECT object_id FROM sys.objects WHERE is_ms_shipped = 0 AND type IN ('U', 'V', 'IF', 'TF', 'FT'))
      OR c.object_id IN (SELECT type_table_object_id FROM sys.table_types)
    ORDER BY c.object_id, c.column_id`,

  keys: `SELECT ic.object_id, ic.column_id
    FROM sys.indexes AS i JOIN sys.index_columns AS ic ON ic.object_id = i.object_id AND ic.index_id = i.index_id
    WHERE i.is_primary_key = 1`,

  parameters: `SELECT p.object_id, p.parameter_id, p.name, ${TYPE_COLUMNS('p')}, p.is_output, p.is_readonly, p.has_default_value
    FROM sys.parameters AS p${TYPE_JOINS('p')}
    ORDER BY p.object_id, p.parameter_id`,

  types: `SELECT s.name, t.name, t.is_table_type, tt.type_table_object_id, base.name, t.max_length, t.precision, t.scale, t.is_nullable
    FROM sys.types AS t JOIN sys.schemas AS s ON s.schema_id = t.schema_id
    LEFT JOIN sys.table_types AS tt ON tt.user_type_id = t.user_type_id
    LEFT JOIN sys.types AS base ON base.user_type_id = t.system_type_id AND base.is_user_defined = 0
    WHERE t.is_user_defined = 1
    ORDER BY s.name, t.name`,
} as const;

export type CatalogQuery = keyof typeof CATALOG_QUERIES;
