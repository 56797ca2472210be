/** sp_help: everything about one object or type, or the list of all. */

import type { TextProcedure } from '../procedure.ts';
import { procedure } from '../text.ts';
import { OBJECT_LABELS, ownerOf } from './shared.ts';

const ALL = `
    SELECT CONVERT(sysname, o.name) AS Name, CONVERT(sysname, ${ownerOf('o')}) AS Owner, CONVERT(nvarchar(31), label.text) AS Object_type
    FROM sys.all_objects AS o LEFT JOIN ${OBJECT_LABELS} ON label.type = o.type
    ORDER BY 2, 3 DESC, 1
    PRINT ' '
    SELECT
      CONVERT(sysname, t.name) AS User_type,
      CONVERT(sysname, ISNULL(TYPE_NAME(t.system_type_id), N'table type')) AS Storage_type,
      CONVERT(smallint, t.max_length) AS [Length],
      CONVERT(int, t.precision) AS Prec,
      CONVERT(int, CASE WHEN t.precision <> 0 THEN t.scale END) AS Scale,
      CONVERT(varchar(35), CASE t.is_nullable WHEN 1 THEN 'yes' ELSE 'no' END) AS [Nullable],
      CONVERT(sysname, N'none') AS Default_name,
      CONVERT(sysname, N'none') AS Rule_name,
      CONVERT(sysname, t.collation_name) AS [Collation]
    FROM sys.types AS t WHERE t.is_user_defined = 1
    ORDER BY 1`;

const TYPE = `
    SELECT
      CONVERT(sysname, t.name) AS Type_name,
      CONVERT(sysname, ISNULL(TYPE_NAME(t.system_type_id), N'table type')) AS Storage_type,
      CONVERT(smallint, t.max_length) AS [Length],
      CONVERT(int, TYPEPROPERTY(@objname, 'Precision')) AS Prec,
      CONVERT(int, TYPEPROPERTY(@objname, 'Scale')) AS Scale,
      CONVERT(varchar(35), CASE t.is_nullable WHEN 1 THEN 'yes' ELSE 'no' END) AS [Nullable],
      CONVERT(sysname, N'none') AS Default_name,
      CONVERT(sysname, N'none') AS Rule_name,
      CONVERT(sysname, t.collation_name) AS [Collation]
    FROM sys.types AS t WHERE t.user_type_id = TYPE_ID(@objname)`;

/** Types whose columns show precision and scale. */
const NUMERIC_TYPES =
  "(N'tinyint', N'smallint', N'decimal', N'int', N'bigint', N'real', N'money', N'float', N'numeric', N'smallmoney', N'date', N'time', N'datetime2', N'datetimeoffset')";

const COLUMNS = `
    SELECT
      CONVERT(sysname, c.name) AS Column_name,
      CONVERT(sysname, TYPE_NAME(c.user_type_id)) AS [Type],
      CONVERT(varchar(35), CASE COLUMNPROPERTY(c.object_id, c.name, 'IsComputed') WHEN 1 THEN 'yes' ELSE 'no' END) AS Computed,
      CONVERT(int, c.max_length) AS [Length],
      CONVERT(char(5), CASE WHEN TYPE_NAME(c.system_type_id) IN ${NUMERIC_TYPES} THEN CONVERT(char(5), COLUMNPROPERTY(@id, c.name, 'Precision')) ELSE '' END) AS Prec,
      CONVERT(char(5), CASE WHEN TYPE_NAME(c.system_type_id) IN ${NUMERIC_TYPES} THEN CONVERT(char(5), COLUMNPROPERTY(@id, c.name, 'Scale')) ELSE '' END) AS Scale,
      CONVERT(varchar(35), CASE c.is_nullable WHEN 1 THEN 'yes' ELSE 'no' END) AS [Nullable],
      CONVERT(varchar(35), CASE COLUMNPROPERTY(@id, c.name, 'UsesAnsiTrim') WHEN 1 THEN 'no' WHEN 0 THEN 'yes' ELSE '(n/a)' END) AS TrimTrailingBlanks,
      CONVERT(varchar(35), CASE
        WHEN TYPE_NAME(c.system_type_id) NOT IN (N'varbinary', N'varchar', N'binary', N'char') THEN '(n/a)'
        WHEN c.is_nullable = 0 THEN 'no' ELSE 'yes' END) AS FixedLenNullInSource,
      CONVERT(sysname, c.collation_name) AS [Collation]
    FROM sys.all_columns AS c WHERE c.object_id = @id
    ORDER BY c.column_id`;

const SPECIAL_COLUMNS = `
    DECLARE @identity sysname = (SELECT i.name FROM sys.identity_columns AS i WHERE i.object_id = @id)
    SELECT
      CONVERT(sysname, ISNULL(@identity, N'No identity column defined.')) AS [Identity],
      CONVERT(numeric(38, 0), CASE WHEN @identity IS NOT NULL THEN IDENT_SEED(@objname) END) AS Seed,
      CONVERT(numeric(38, 0), CASE WHEN @identity IS NOT NULL THEN IDENT_INCR(@objname) END) AS [Increment],
      CONVERT(int, COLUMNPROPERTY(@id, @identity, 'IsIDNotForRepl')) AS [Not For Replication]
    PRINT ' '
    SELECT CONVERT(sysname, ISNULL((SELECT TOP (1) c.name FROM sys.columns AS c WHERE c.object_id = @id AND c.is_rowguidcol = 1),
      N'No rowguidcol column defined.')) AS [RowGuidCol]`;

const PARAMETERS = `
    SELECT
      CONVERT(sysname, p.name) AS Parameter_name,
      CONVERT(sysname, TYPE_NAME(p.user_type_id)) AS [Type],
      CONVERT(smallint, p.max_length) AS [Length],
      CONVERT(int, CASE
        WHEN p.precision <> 0 THEN p.precision
        WHEN p.system_type_id IN (231, 239) AND p.max_length > 0 THEN p.max_length / 2
        ELSE p.max_length END) AS Prec,
      CONVERT(int, CASE WHEN p.precision <> 0 AND TYPE_NAME(p.system_type_id) NOT IN (N'float', N'real', N'bit') THEN p.scale END) AS Scale,
      CONVERT(int, p.parameter_id) AS Param_order,
      CONVERT(sysname, CASE WHEN p.system_type_id IN (35, 99, 167, 175, 231, 239) THEN DATABASEPROPERTYEX(DB_NAME(), 'Collation') END) AS [Collation]
    FROM sys.all_parameters AS p WHERE p.object_id = @id
    ORDER BY p.parameter_id`;

const sp_help = `
  @objname nvarchar(776) = NULL
AS
  SET NOCOUNT ON
  IF @objname IS NULL
  BEGIN${ALL}
    RETURN 0
  END
  DECLARE @db sysname = DB_NAME()
  IF PARSENAME(@objname, 3) <> @db
  BEGIN
    RAISERROR(15250, -1, -1)
    RETURN 1
  END
  DECLARE @id int = OBJECT_ID(@objname), @type char(2)
  IF @id IS NULL
  BEGIN
    IF TYPE_ID(@objname) IS NULL
    BEGIN
      RAISERROR(15009, -1, -1, @objname, @db)
      RETURN 1
    END${TYPE}
    RETURN 0
  END
  SET @type = CONVERT(char(2), OBJECTPROPERTYEX(@id, 'BaseType'))
  SELECT CONVERT(sysname, o.name) AS Name, CONVERT(sysname, ${ownerOf('o')}) AS Owner, CONVERT(nvarchar(31), label.text) AS [Type],
    CONVERT(datetime, o.create_date) AS Created_datetime
  FROM sys.all_objects AS o LEFT JOIN ${OBJECT_LABELS} ON label.type = o.type
  WHERE o.object_id = @id
  IF EXISTS (SELECT * FROM sys.all_columns AS c WHERE c.object_id = @id)
  BEGIN
    PRINT ' '${COLUMNS}
    IF @type IN ('S', 'U', 'V', 'TF')
    BEGIN
      PRINT ' '${SPECIAL_COLUMNS}
    END
  END
  IF EXISTS (SELECT * FROM sys.all_parameters AS p WHERE p.object_id = @id)
  BEGIN
    PRINT ' '${PARAMETERS}
  END
  IF @type IN ('S', 'U')
  BEGIN
    PRINT ' '
    SELECT CONVERT(nvarchar(128), d.name) AS Data_located_on_filegroup
    FROM sys.indexes AS i INNER JOIN sys.data_spaces AS d ON d.data_space_id = i.data_space_id
    WHERE i.object_id = @id AND i.index_id < 2
    PRINT ' '
    EXEC sys.sp_helpindex @objname
    PRINT ' '
    EXEC sys.sp_helpconstraint @objname, 'nomsg'
    IF EXISTS (SELECT * FROM sys.sql_expression_dependencies AS d
        WHERE d.referenced_id = @id AND d.is_schema_bound_reference = 1 AND OBJECTPROPERTY(d.referencing_id, 'IsView') = 1)
      SELECT DISTINCT CONVERT(nvarchar(517), QUOTENAME(OBJECT_SCHEMA_NAME(d.referencing_id)) + N'.' + QUOTENAME(OBJECT_NAME(d.referencing_id)))
        AS [Table is referenced by views]
      FROM sys.sql_expression_dependencies AS d
      WHERE d.referenced_id = @id AND d.is_schema_bound_reference = 1 AND OBJECTPROPERTY(d.referencing_id, 'IsView') = 1
    ELSE
      RAISERROR(15647, -1, -1, @objname)
  END
  ELSE IF @type = 'V'
  BEGIN
    PRINT ' '
    RAISERROR(15469, -1, -1, @objname)
    PRINT ' '
    RAISERROR(15470, -1, -1, @objname)
    EXEC sys.sp_helpindex @objname
  END
  RETURN 0`;

export const OBJECT_HELP: readonly TextProcedure[] = [procedure('sp_help', sp_help)];
