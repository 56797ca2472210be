-- Names and ids of objects.
CREATE TABLE dbo.Thing (id int IDENTITY NOT NULL CONSTRAINT PK_Thing PRIMARY KEY, name nvarchar(40) NULL CONSTRAINT DF_name DEFAULT N'x', big varchar(max) NULL, price decimal(9, 3) NULL, twice AS price * 2)
CREATE UNIQUE INDEX IX_name ON dbo.Thing (name DESC, price)
GO
CREATE PROCEDURE dbo.Do @p nvarchar(10), @q int OUTPUT AS RETURN 0
GO
CREATE VIEW dbo.Bound WITH SCHEMABINDING AS SELECT id FROM dbo.Thing
GO
SELECT OBJECT_NAME(OBJECT_ID('dbo.Thing')) AS a, OBJECT_NAME(OBJECT_ID('[dbo].[Thing]', 'U')) AS b, OBJECT_ID('Thing', 'V') AS c, OBJECT_ID('nothing') AS d,
  OBJECT_NAME(OBJECT_ID('PK_Thing')) AS e, OBJECT_NAME(OBJECT_ID('DF_name', 'D')) AS f, OBJECT_SCHEMA_NAME(OBJECT_ID('Do')) AS g
SELECT CASE WHEN OBJECT_ID('sys.objects') < 0 THEN 'system' END AS a, OBJECT_NAME(OBJECT_ID('sys.objects')) AS b, OBJECT_NAME(OBJECT_ID('sp_help')) AS c, OBJECT_SCHEMA_NAME(OBJECT_ID('information_schema.tables')) AS d
CREATE TABLE #t (a int)
SELECT OBJECT_ID('#t') AS a, OBJECT_NAME(OBJECT_ID('tempdb..#t'), 2) AS b, COL_LENGTH('tempdb..#t', 'a') AS c
GO
--> a nvarchar(128), b nvarchar(128), c int, d int, e nvarchar(128), f nvarchar(128), g nvarchar(128)
--> 'Thing' | 'Thing' | NULL | NULL | 'PK_Thing' | 'DF_name' | 'dbo'
--> a varchar(6), b nvarchar(128), c nvarchar(128), d nvarchar(128)
--> 'system' | 'objects' | 'sp_help' | 'sys'
--> a int, b nvarchar(128), c smallint
--> NULL | '#t' | 4

-- Columns.
SELECT COL_LENGTH('Thing', 'id') AS a, COL_LENGTH('dbo.Thing', 'name') AS b, COL_LENGTH('Thing', 'big') AS c, COL_LENGTH('Thing', 'z') AS d, COL_NAME(OBJECT_ID('Thing'), 2) AS e
SELECT c.name, COLUMNPROPERTY(c.object_id, c.name, 'AllowsNull') AS allows_null, COLUMNPROPERTY(c.object_id, c.name, 'IsIdentity') AS is_identity,
  COLUMNPROPERTY(c.object_id, c.name, 'IsComputed') AS is_computed, COLUMNPROPERTY(c.object_id, c.name, 'Precision') AS precision_,
  COLUMNPROPERTY(c.object_id, c.name, 'Scale') AS scale, COLUMNPROPERTY(c.object_id, c.name, 'CharMaxLen') AS length, COLUMNPROPERTY(c.object_id, c.name, 'ColumnId') AS id
FROM sys.columns AS c WHERE c.object_id = OBJECT_ID('Thing') ORDER BY c.column_id
SELECT COLUMNPROPERTY(OBJECT_ID('Do'), '@q', 'IsOutParam') AS a, COLUMNPROPERTY(OBJECT_ID('Do'), '@p', 'Precision') AS b, COLUMNPROPERTY(OBJECT_ID('Thing'), 'id', 'Nothing') AS c
GO
--> a smallint, b smallint, c smallint, d smallint, e nvarchar(128)
--> 4 | 80 | -1 | NULL | 'name'
--> name nvarchar(128), allows_null int, is_identity int, is_computed int, precision_ int, scale int, length int, id int
--> 'id' | 0 | 1 | 0 | 10 | 0 | NULL | 1
--> 'name' | 1 | 0 | 0 | 40 | NULL | 40 | 2
--> 'big' | 1 | 0 | 0 | -1 | NULL | -1 | 3
--> 'price' | 1 | 0 | 0 | 9 | 3 | NULL | 4
--> 'twice' | 1 | 0 | 1 | 11 | 3 | NULL | 5
--> a int, b int, c int
--> 1 | 10 | NULL

-- Objects.
SELECT v.name, OBJECTPROPERTY(OBJECT_ID(v.name), 'IsTable') AS is_table, OBJECTPROPERTY(OBJECT_ID(v.name), 'IsView') AS is_view,
  OBJECTPROPERTY(OBJECT_ID(v.name), 'IsProcedure') AS is_procedure, OBJECTPROPERTY(OBJECT_ID(v.name), 'IsPrimaryKey') AS is_primary,
  OBJECTPROPERTY(OBJECT_ID(v.name), 'IsMSShipped') AS is_shipped, OBJECTPROPERTY(OBJECT_ID(v.name), 'TableHasPrimaryKey') AS has_key,
  OBJECTPROPERTY(OBJECT_ID(v.name), 'ExecIsQuotedIdentOn') AS is_quoted, OBJECTPROPERTY(OBJECT_ID(v.name), 'CnstIsClustKey') AS is_clustered,
  OBJECTPROPERTY(OBJECT_ID(v.name), 'IsSchemaBound') AS is_bound, OBJECTPROPERTY(OBJECT_ID(v.name), 'IsDeterministic') AS is_deterministic,
  OBJECTPROPERTYEX(OBJECT_ID(v.name), 'BaseType') AS base
FROM (VALUES (1, 'Thing'), (2, 'Do'), (3, 'Bound'), (4, 'PK_Thing'), (5, 'DF_name'), (6, 'sys.tables')) AS v(n, name) ORDER BY v.n
INSERT Thing (price) VALUES (1), (2)
SELECT OBJECTPROPERTYEX(OBJECT_ID('Thing'), 'Cardinality') AS n, OBJECTPROPERTY(OBJECT_ID('Thing'), 'TableHasIdentity') AS i, OBJECTPROPERTY(1, 'IsTable') AS x, OBJECTPROPERTY(OBJECT_ID('Thing'), 'Nothing') AS y
SELECT OBJECT_DEFINITION(OBJECT_ID('DF_name')) AS a, OBJECT_DEFINITION(OBJECT_ID('Thing')) AS b
GO
--> name varchar(10)!, is_table int, is_view int, is_procedure int, is_primary int, is_shipped int, has_key int, is_quoted int, is_clustered int, is_bound int, is_deterministic int, base sql_variant
--> 'Thing' | 1 | 0 | 0 | 0 | 0 | 1 | NULL | NULL | NULL | NULL | 'U '::char(2)
--> 'Do' | 0 | 0 | 1 | 0 | 0 | NULL | 1 | NULL | 0 | NULL | 'P '::char(2)
--> 'Bound' | 0 | 1 | 0 | 0 | 0 | NULL | 1 | NULL | 1 | 1 | 'V '::char(2)
--> 'PK_Thing' | 0 | 0 | 0 | 1 | 0 | NULL | NULL | 1 | NULL | NULL | 'PK'::char(2)
--> 'DF_name' | 0 | 0 | 0 | 0 | 0 | NULL | NULL | NULL | NULL | NULL | 'D '::char(2)
--> 'sys.tables' | 0 | 1 | 0 | 0 | 1 | NULL | NULL | NULL | NULL | NULL | 'V '::char(2)
--> (2 rows)
--> n sql_variant, i int, x int, y int
--> 2::bigint | 1 | NULL | NULL
--> a nvarchar(max), b nvarchar(max)
--> '(N''x'')' | NULL

-- Indexes.
SELECT INDEX_COL('dbo.Thing', 2, 1) AS a, INDEX_COL('Thing', 2, 2) AS b, INDEX_COL('Thing', 2, 3) AS c, INDEXPROPERTY(OBJECT_ID('Thing'), 'IX_name', 'IsUnique') AS d,
  INDEXPROPERTY(OBJECT_ID('Thing'), 'PK_Thing', 'IsClustered') AS e, INDEXPROPERTY(OBJECT_ID('Thing'), 'IX_name', 'IndexID') AS f,
  INDEXKEY_PROPERTY(OBJECT_ID('Thing'), 2, 1, 'IsDescending') AS g, INDEXKEY_PROPERTY(OBJECT_ID('Thing'), 2, 2, 'ColumnId') AS h
GO
--> a nvarchar(128), b nvarchar(128), c nvarchar(128), d int, e int, f int, g int, h int
--> 'name' | 'price' | NULL | 1 | 1 | 2 | 1 | 4

-- Types.
SELECT v.name, TYPE_ID(v.name) AS id, TYPE_NAME(TYPE_ID(v.name)) AS again, TYPEPROPERTY(v.name, 'Precision') AS precision_, TYPEPROPERTY(v.name, 'Scale') AS scale,
  TYPEPROPERTY(v.name, 'AllowsNull') AS allows_null, TYPEPROPERTY(v.name, 'UsesAnsiTrim') AS trim
FROM (VALUES ('int'), ('decimal'), ('varchar'), ('nvarchar'), ('datetime2'), ('xml'), ('sysname'), ('timestamp'), ('rowversion'), ('sys.int'), ('nothing')) AS v(name) ORDER BY v.name
GO
--> name varchar(10)!, id int, again nvarchar(128), precision_ int, scale int, allows_null int, trim int
--> 'datetime2' | 42 | 'datetime2' | 27 | 7 | 1 | NULL
--> 'decimal' | 106 | 'decimal' | 38 | 38 | 1 | NULL
--> 'int' | 56 | 'int' | 10 | 0 | 1 | NULL
--> 'nothing' | NULL | NULL | NULL | NULL | NULL | NULL
--> 'nvarchar' | 231 | 'nvarchar' | 4000 | NULL | 1 | NULL
--> 'rowversion' | NULL | NULL | NULL | NULL | NULL | NULL
--> 'sys.int' | 56 | 'int' | 10 | 0 | 1 | NULL
--> 'sysname' | 256 | 'sysname' | 128 | NULL | 0 | NULL
--> 'timestamp' | 189 | 'timestamp' | 8 | NULL | 0 | NULL
--> 'varchar' | 167 | 'varchar' | 8000 | NULL | 1 | 1
--> 'xml' | 241 | 'xml' | -1 | NULL | 1 | NULL

-- Schemas, files, the database, the server.
SELECT SCHEMA_ID('dbo') AS a, SCHEMA_NAME(4) AS b, SCHEMA_NAME() AS c, SCHEMA_ID('nothing') AS d, FILE_NAME(1) AS e, FILE_IDEX(DB_NAME() + '_log') AS f, FILEGROUP_NAME(1) AS g, FILEGROUP_ID('primary ') AS h, FILEGROUPPROPERTY('PRIMARY', 'IsDefault') AS i
SELECT DATABASEPROPERTYEX(DB_NAME(), 'Status') AS a, DATABASEPROPERTYEX(DB_NAME(), 'Recovery') AS b, DATABASEPROPERTYEX('master', 'Updateability') AS c, DATABASEPROPERTYEX('nothing', 'Status') AS d, DATABASEPROPERTYEX(DB_NAME(), 'IsAutoClose') AS e, DATABASEPROPERTY(DB_NAME(), 'IsReadOnly') AS f
SELECT SERVERPROPERTY('ProductVersion') AS a, SERVERPROPERTY('Edition') AS b, SERVERPROPERTY('EngineEdition') AS c, SERVERPROPERTY('ProductMajorVersion') AS d, SERVERPROPERTY('Collation') AS e, SERVERPROPERTY('InstanceName') AS f, SERVERPROPERTY('IsClustered') AS g, SERVERPROPERTY('nothing') AS h
GO
--> a int, b nvarchar(128), c nvarchar(128), d int, e nvarchar(128), f int, g nvarchar(128), h int, i int
--> 1 | 'sys' | 'dbo' | NULL | 'golden' | 2 | 'PRIMARY' | 1 | 1
--> a sql_variant, b sql_variant, c sql_variant, d sql_variant, e sql_variant, f int
--> 'ONLINE'::nvarchar(128) | 'FULL'::nvarchar(128) | 'READ_WRITE'::nvarchar(128) | NULL | 0::int | 0
--> a sql_variant, b sql_variant, c sql_variant, d sql_variant, e sql_variant, f sql_variant, g sql_variant, h sql_variant
--> '16.0.4175.1'::nvarchar(128) | 'Developer Edition (64-bit)'::nvarchar(128) | 3::int | '16'::nvarchar(128) | 'SQL_Latin1_General_CP1_CI_AS'::nvarchar(128) | NULL | 0::int | NULL
