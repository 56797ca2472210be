-- sp_columns and sp_columns_100: the columns of a table as ODBC describes them.
CREATE TABLE dbo.AllTypes (
  id int IDENTITY(1, 1) NOT NULL PRIMARY KEY, tiny tinyint NULL, small smallint NOT NULL, big bigint NULL, flag bit NOT NULL,
  amount decimal(9, 2) NULL CONSTRAINT DF_amount DEFAULT 0, ratio numeric(18, 6) NULL, price money NULL, change smallmoney NULL,
  f float NULL, r real NULL, c char(5) NULL, v varchar(20) NOT NULL, vmax varchar(max) NULL, nc nchar(3) NULL, nv nvarchar(30) NULL,
  nvmax nvarchar(max) NULL, txt text NULL, ntxt ntext NULL, b binary(4) NULL, vb varbinary(16) NULL, vbmax varbinary(max) NULL, img image NULL,
  d date NULL, t time(3) NULL, dt datetime NULL, sdt smalldatetime NULL, dt2 datetime2 NULL, dto datetimeoffset(2) NULL,
  g uniqueidentifier NULL, x xml NULL, va sql_variant NULL, rv rowversion, doubled AS (amount * 2)
)
GO

-- The successor, with the type codes of ODBC 3.
CREATE TABLE #columns (
  TABLE_QUALIFIER sysname, TABLE_OWNER sysname, TABLE_NAME sysname, COLUMN_NAME sysname, DATA_TYPE smallint, TYPE_NAME sysname, [PRECISION] int,
  [LENGTH] int, SCALE smallint, RADIX smallint, NULLABLE smallint, REMARKS varchar(254), COLUMN_DEF nvarchar(4000), SQL_DATA_TYPE smallint,
  SQL_DATETIME_SUB smallint, CHAR_OCTET_LENGTH int, ORDINAL_POSITION int, IS_NULLABLE varchar(254), SS_IS_SPARSE smallint, SS_IS_COLUMN_SET smallint,
  SS_IS_COMPUTED smallint, SS_IS_IDENTITY smallint, SS_UDT_CATALOG_NAME sysname NULL, SS_UDT_SCHEMA_NAME sysname NULL,
  SS_UDT_ASSEMBLY_TYPE_NAME nvarchar(4000), SS_XML_SCHEMACOLLECTION_CATALOG_NAME sysname NULL, SS_XML_SCHEMACOLLECTION_SCHEMA_NAME sysname NULL,
  SS_XML_SCHEMACOLLECTION_NAME sysname NULL, SS_DATA_TYPE tinyint
)
INSERT #columns EXEC sp_columns_100 'AllTypes', 'dbo', NULL, NULL, 0, 3
SELECT COLUMN_NAME, DATA_TYPE, TYPE_NAME, [PRECISION], [LENGTH], SCALE, RADIX, NULLABLE, COLUMN_DEF, SQL_DATA_TYPE, SQL_DATETIME_SUB,
  CHAR_OCTET_LENGTH, ORDINAL_POSITION, SS_IS_COMPUTED, SS_IS_IDENTITY, SS_DATA_TYPE FROM #columns ORDER BY ORDINAL_POSITION
GO
--> (34 rows)
--> COLUMN_NAME nvarchar(128)!, DATA_TYPE smallint, TYPE_NAME nvarchar(128)!, PRECISION int, LENGTH int, SCALE smallint, RADIX smallint, NULLABLE smallint, COLUMN_DEF nvarchar(4000), SQL_DATA_TYPE smallint, SQL_DATETIME_SUB smallint, CHAR_OCTET_LENGTH int, ORDINAL_POSITION int, SS_IS_COMPUTED smallint, SS_IS_IDENTITY smallint, SS_DATA_TYPE tinyint
--> 'id' | 4 | 'int identity' | 10 | 4 | 0 | 10 | 0 | NULL | 4 | NULL | NULL | 1 | 0 | 1 | 56
--> 'tiny' | -6 | 'tinyint' | 3 | 1 | 0 | 10 | 1 | NULL | -6 | NULL | NULL | 2 | 0 | 0 | 38
--> 'small' | 5 | 'smallint' | 5 | 2 | 0 | 10 | 0 | NULL | 5 | NULL | NULL | 3 | 0 | 0 | 52
--> 'big' | -5 | 'bigint' | 19 | 8 | 0 | 10 | 1 | NULL | -5 | NULL | NULL | 4 | 0 | 0 | 108
--> 'flag' | -7 | 'bit' | 1 | 1 | NULL | NULL | 0 | NULL | -7 | NULL | NULL | 5 | 0 | 0 | 50
--> 'amount' | 3 | 'decimal' | 9 | 11 | 2 | 10 | 1 | '((0))' | 3 | NULL | NULL | 6 | 0 | 0 | 106
--> 'ratio' | 2 | 'numeric' | 18 | 20 | 6 | 10 | 1 | NULL | 2 | NULL | NULL | 7 | 0 | 0 | 108
--> 'price' | 3 | 'money' | 19 | 21 | 4 | 10 | 1 | NULL | 3 | NULL | NULL | 8 | 0 | 0 | 110
--> 'change' | 3 | 'smallmoney' | 10 | 12 | 4 | 10 | 1 | NULL | 3 | NULL | NULL | 9 | 0 | 0 | 110
--> 'f' | 6 | 'float' | 53 | 8 | NULL | 2 | 1 | NULL | 6 | NULL | NULL | 10 | 0 | 0 | 109
--> 'r' | 7 | 'real' | 24 | 4 | NULL | 2 | 1 | NULL | 7 | NULL | NULL | 11 | 0 | 0 | 109
--> 'c' | 1 | 'char' | 5 | 5 | NULL | NULL | 1 | NULL | 1 | NULL | 5 | 12 | 0 | 0 | 39
--> 'v' | 12 | 'varchar' | 20 | 20 | NULL | NULL | 0 | NULL | 12 | NULL | 20 | 13 | 0 | 0 | 39
--> 'vmax' | 12 | 'varchar' | 0 | 0 | NULL | NULL | 1 | NULL | 12 | NULL | 0 | 14 | 0 | 0 | 39
--> 'nc' | -8 | 'nchar' | 3 | 6 | NULL | NULL | 1 | NULL | -8 | NULL | 6 | 15 | 0 | 0 | 39
--> 'nv' | -9 | 'nvarchar' | 30 | 60 | NULL | NULL | 1 | NULL | -9 | NULL | 60 | 16 | 0 | 0 | 39
--> 'nvmax' | -9 | 'nvarchar' | 0 | 0 | NULL | NULL | 1 | NULL | -9 | NULL | 0 | 17 | 0 | 0 | 39
--> 'txt' | -1 | 'text' | 2147483647 | 2147483647 | NULL | NULL | 1 | NULL | -1 | NULL | 2147483647 | 18 | 0 | 0 | 35
--> 'ntxt' | -10 | 'ntext' | 1073741823 | 2147483646 | NULL | NULL | 1 | NULL | -10 | NULL | 2147483646 | 19 | 0 | 0 | 35
--> 'b' | -2 | 'binary' | 4 | 4 | NULL | NULL | 1 | NULL | -2 | NULL | 4 | 20 | 0 | 0 | 37
--> 'vb' | -3 | 'varbinary' | 16 | 16 | NULL | NULL | 1 | NULL | -3 | NULL | 16 | 21 | 0 | 0 | 37
--> 'vbmax' | -3 | 'varbinary' | 0 | 0 | NULL | NULL | 1 | NULL | -3 | NULL | 0 | 22 | 0 | 0 | 37
--> 'img' | -4 | 'image' | 2147483647 | 2147483647 | NULL | NULL | 1 | NULL | -4 | NULL | 2147483647 | 23 | 0 | 0 | 34
--> 'd' | 91 | 'date' | 10 | 6 | 0 | NULL | 1 | NULL | 9 | 1 | NULL | 24 | 0 | 0 | 0
--> 't' | -154 | 'time' | 12 | 12 | 3 | NULL | 1 | NULL | -154 | 0 | NULL | 25 | 0 | 0 | 0
--> 'dt' | 93 | 'datetime' | 23 | 16 | 3 | NULL | 1 | NULL | 9 | 3 | NULL | 26 | 0 | 0 | 111
--> 'sdt' | 93 | 'smalldatetime' | 16 | 16 | 0 | NULL | 1 | NULL | 9 | 3 | NULL | 27 | 0 | 0 | 111
--> 'dt2' | 93 | 'datetime2' | 27 | 16 | 7 | NULL | 1 | NULL | 9 | 3 | NULL | 28 | 0 | 0 | 0
--> 'dto' | -155 | 'datetimeoffset' | 29 | 20 | 2 | NULL | 1 | NULL | -155 | 0 | NULL | 29 | 0 | 0 | 0
--> 'g' | -11 | 'uniqueidentifier' | 36 | 16 | NULL | NULL | 1 | NULL | -11 | NULL | NULL | 30 | 0 | 0 | 37
--> 'x' | -152 | 'xml' | 0 | 0 | NULL | NULL | 1 | NULL | -152 | NULL | 0 | 31 | 0 | 0 | 0
--> 'va' | -150 | 'sql_variant' | 8000 | 8000 | 0 | 10 | 1 | NULL | -150 | NULL | 8000 | 32 | 0 | 0 | 39
--> 'rv' | -2 | 'timestamp' | 8 | 8 | NULL | NULL | 0 | NULL | -2 | NULL | 8 | 33 | 0 | 0 | 45
--> 'doubled' | 3 | 'decimal' | 11 | 13 | 2 | 10 | 1 | NULL | 3 | NULL | NULL | 34 | 1 | 0 | 106

-- ODBC 2 has other codes for dates and counts float in digits.
DELETE #columns
INSERT #columns EXEC sp_columns_100 'AllTypes', @column_name = 'd%'
SELECT COLUMN_NAME, DATA_TYPE, [PRECISION], [LENGTH], SCALE, SQL_DATA_TYPE, SQL_DATETIME_SUB, ORDINAL_POSITION FROM #columns ORDER BY ORDINAL_POSITION
GO
--> (34 rows)
--> (5 rows)
--> COLUMN_NAME nvarchar(128)!, DATA_TYPE smallint, PRECISION int, LENGTH int, SCALE smallint, SQL_DATA_TYPE smallint, SQL_DATETIME_SUB smallint, ORDINAL_POSITION int
--> 'd' | 9 | 10 | 6 | 0 | 9 | 1 | 24
--> 'dt' | 11 | 23 | 16 | 3 | 9 | 3 | 26
--> 'dt2' | 11 | 27 | 16 | 7 | 9 | 3 | 28
--> 'dto' | -155 | 29 | 20 | 2 | -155 | 0 | 29
--> 'doubled' | 3 | 11 | 13 | 2 | 3 | NULL | 34

-- The oldest form shows newer types as strings, MAX types as text, ntext and image.
EXEC sp_columns 'AllTypes', @column_name = 'dt2'
EXEC sp_columns 'AllTypes', @column_name = '%max'
EXEC sp_columns 'AllTypes', @column_name = 'x'
GO
--> TABLE_QUALIFIER nvarchar(128), TABLE_OWNER nvarchar(128), TABLE_NAME nvarchar(128), COLUMN_NAME nvarchar(128), DATA_TYPE smallint, TYPE_NAME nvarchar(128), PRECISION int, LENGTH int, SCALE smallint, RADIX smallint, NULLABLE smallint, REMARKS varchar(254), COLUMN_DEF nvarchar(4000), SQL_DATA_TYPE smallint, SQL_DATETIME_SUB smallint, CHAR_OCTET_LENGTH int, ORDINAL_POSITION int, IS_NULLABLE varchar(254), SS_DATA_TYPE tinyint
--> 'golden' | 'dbo' | 'AllTypes' | 'dt2' | -9 | 'datetime2' | 27 | 54 | NULL | NULL | 1 | NULL | NULL | -9 | NULL | 54 | 28 | 'YES' | 0
--> TABLE_QUALIFIER nvarchar(128), TABLE_OWNER nvarchar(128), TABLE_NAME nvarchar(128), COLUMN_NAME nvarchar(128), DATA_TYPE smallint, TYPE_NAME nvarchar(128), PRECISION int, LENGTH int, SCALE smallint, RADIX smallint, NULLABLE smallint, REMARKS varchar(254), COLUMN_DEF nvarchar(4000), SQL_DATA_TYPE smallint, SQL_DATETIME_SUB smallint, CHAR_OCTET_LENGTH int, ORDINAL_POSITION int, IS_NULLABLE varchar(254), SS_DATA_TYPE tinyint
--> 'golden' | 'dbo' | 'AllTypes' | 'vmax' | -1 | 'text' | 2147483647 | 2147483647 | NULL | NULL | 1 | NULL | NULL | -1 | NULL | 2147483647 | 14 | 'YES' | 35
--> 'golden' | 'dbo' | 'AllTypes' | 'nvmax' | -10 | 'ntext' | 1073741823 | 2147483646 | NULL | NULL | 1 | NULL | NULL | -10 | NULL | 2147483646 | 17 | 'YES' | 35
--> 'golden' | 'dbo' | 'AllTypes' | 'vbmax' | -4 | 'image' | 2147483647 | 2147483647 | NULL | NULL | 1 | NULL | NULL | -4 | NULL | 2147483647 | 22 | 'YES' | 34
--> TABLE_QUALIFIER nvarchar(128), TABLE_OWNER nvarchar(128), TABLE_NAME nvarchar(128), COLUMN_NAME nvarchar(128), DATA_TYPE smallint, TYPE_NAME nvarchar(128), PRECISION int, LENGTH int, SCALE smallint, RADIX smallint, NULLABLE smallint, REMARKS varchar(254), COLUMN_DEF nvarchar(4000), SQL_DATA_TYPE smallint, SQL_DATETIME_SUB smallint, CHAR_OCTET_LENGTH int, ORDINAL_POSITION int, IS_NULLABLE varchar(254), SS_DATA_TYPE tinyint
--> 'golden' | 'dbo' | 'AllTypes' | 'x' | -10 | 'xml' | 1073741823 | 2147483646 | NULL | NULL | 1 | NULL | NULL | -10 | NULL | 2147483646 | 31 | 'YES' | 0

-- Names are patterns, unless the caller says otherwise.
EXEC sp_columns_100 'AllTyp_s', @column_name = 'small', @fUsePattern = 1
EXEC sp_columns_100 'AllTyp_s', @column_name = 'small', @fUsePattern = 0
GO
--> TABLE_QUALIFIER nvarchar(128), TABLE_OWNER nvarchar(128), TABLE_NAME nvarchar(128), COLUMN_NAME nvarchar(128), DATA_TYPE smallint, TYPE_NAME nvarchar(128), PRECISION int, LENGTH int, SCALE smallint, RADIX smallint, NULLABLE smallint, REMARKS varchar(254), COLUMN_DEF nvarchar(4000), SQL_DATA_TYPE smallint, SQL_DATETIME_SUB smallint, CHAR_OCTET_LENGTH int, ORDINAL_POSITION int, IS_NULLABLE varchar(254), SS_IS_SPARSE smallint, SS_IS_COLUMN_SET smallint, SS_IS_COMPUTED smallint, SS_IS_IDENTITY smallint, SS_UDT_CATALOG_NAME nvarchar(128), SS_UDT_SCHEMA_NAME nvarchar(128), SS_UDT_ASSEMBLY_TYPE_NAME nvarchar(4000), SS_XML_SCHEMACOLLECTION_CATALOG_NAME nvarchar(128), SS_XML_SCHEMACOLLECTION_SCHEMA_NAME nvarchar(128), SS_XML_SCHEMACOLLECTION_NAME nvarchar(128), SS_DATA_TYPE tinyint
--> 'golden' | 'dbo' | 'AllTypes' | 'small' | 5 | 'smallint' | 5 | 2 | 0 | 10 | 0 | NULL | NULL | 5 | NULL | NULL | 3 | 'NO' | 0 | 0 | 0 | 0 | NULL | NULL | NULL | NULL | NULL | NULL | 52
--> TABLE_QUALIFIER nvarchar(128), TABLE_OWNER nvarchar(128), TABLE_NAME nvarchar(128), COLUMN_NAME nvarchar(128), DATA_TYPE smallint, TYPE_NAME nvarchar(128), PRECISION int, LENGTH int, SCALE smallint, RADIX smallint, NULLABLE smallint, REMARKS varchar(254), COLUMN_DEF nvarchar(4000), SQL_DATA_TYPE smallint, SQL_DATETIME_SUB smallint, CHAR_OCTET_LENGTH int, ORDINAL_POSITION int, IS_NULLABLE varchar(254), SS_IS_SPARSE smallint, SS_IS_COLUMN_SET smallint, SS_IS_COMPUTED smallint, SS_IS_IDENTITY smallint, SS_UDT_CATALOG_NAME nvarchar(128), SS_UDT_SCHEMA_NAME nvarchar(128), SS_UDT_ASSEMBLY_TYPE_NAME nvarchar(4000), SS_XML_SCHEMACOLLECTION_CATALOG_NAME nvarchar(128), SS_XML_SCHEMACOLLECTION_SCHEMA_NAME nvarchar(128), SS_XML_SCHEMACOLLECTION_NAME nvarchar(128), SS_DATA_TYPE tinyint

-- Another database is asked by qualifying the procedure; as an argument it is refused.
EXEC sp_columns 'AllTypes', 'dbo', 'master'
EXEC master..sp_columns_100 'AllTypes'
GO
--> Msg 15250, Level 16, State 1, Procedure sp_columns, Line 8: The database name component of the object qualifier must be the name of the current database.
--> TABLE_QUALIFIER nvarchar(128), TABLE_OWNER nvarchar(128), TABLE_NAME nvarchar(128), COLUMN_NAME nvarchar(128), DATA_TYPE smallint, TYPE_NAME nvarchar(128), PRECISION int, LENGTH int, SCALE smallint, RADIX smallint, NULLABLE smallint, REMARKS varchar(254), COLUMN_DEF nvarchar(4000), SQL_DATA_TYPE smallint, SQL_DATETIME_SUB smallint, CHAR_OCTET_LENGTH int, ORDINAL_POSITION int, IS_NULLABLE varchar(254), SS_IS_SPARSE smallint, SS_IS_COLUMN_SET smallint, SS_IS_COMPUTED smallint, SS_IS_IDENTITY smallint, SS_UDT_CATALOG_NAME nvarchar(128), SS_UDT_SCHEMA_NAME nvarchar(128), SS_UDT_ASSEMBLY_TYPE_NAME nvarchar(4000), SS_XML_SCHEMACOLLECTION_CATALOG_NAME nvarchar(128), SS_XML_SCHEMACOLLECTION_SCHEMA_NAME nvarchar(128), SS_XML_SCHEMACOLLECTION_NAME nvarchar(128), SS_DATA_TYPE tinyint

-- What identifies a row, and what changes with it.
EXEC sp_special_columns_100 'AllTypes', @ODBCVer = 3
EXEC sp_special_columns_100 'AllTypes', @col_type = 'V', @ODBCVer = 3
GO
--> SCOPE smallint, COLUMN_NAME nvarchar(128), DATA_TYPE smallint, TYPE_NAME nvarchar(128), PRECISION int, LENGTH int, SCALE smallint, PSEUDO_COLUMN smallint
--> 1 | 'id' | 4 | 'int identity' | 10 | 4 | 0 | 1
--> SCOPE smallint, COLUMN_NAME nvarchar(128), DATA_TYPE smallint, TYPE_NAME nvarchar(128), PRECISION int, LENGTH int, SCALE smallint, PSEUDO_COLUMN smallint
--> NULL | 'rv' | -2 | 'timestamp' | 8 | 8 | NULL | 1

-- Bulk copy asks for collations.
EXEC sp_tablecollations_100 N'.[AllTypes]'
GO
--> colid int, name nvarchar(128), tds_collation_100 binary(5), collation_100 nvarchar(128)
--> 1 | 'id' | NULL | NULL
--> 2 | 'tiny' | NULL | NULL
--> 3 | 'small' | NULL | NULL
--> 4 | 'big' | NULL | NULL
--> 5 | 'flag' | NULL | NULL
--> 6 | 'amount' | NULL | NULL
--> 7 | 'ratio' | NULL | NULL
--> 8 | 'price' | NULL | NULL
--> 9 | 'change' | NULL | NULL
--> 10 | 'f' | NULL | NULL
--> 11 | 'r' | NULL | NULL
--> 12 | 'c' | 0x0904D00034 | 'SQL_Latin1_General_CP1_CI_AS'
--> 13 | 'v' | 0x0904D00034 | 'SQL_Latin1_General_CP1_CI_AS'
--> 14 | 'vmax' | 0x0904D00034 | 'SQL_Latin1_General_CP1_CI_AS'
--> 15 | 'nc' | 0x0904D00034 | 'SQL_Latin1_General_CP1_CI_AS'
--> 16 | 'nv' | 0x0904D00034 | 'SQL_Latin1_General_CP1_CI_AS'
--> 17 | 'nvmax' | 0x0904D00034 | 'SQL_Latin1_General_CP1_CI_AS'
--> 18 | 'txt' | 0x0904D00034 | 'SQL_Latin1_General_CP1_CI_AS'
--> 19 | 'ntxt' | 0x0904D00034 | 'SQL_Latin1_General_CP1_CI_AS'
--> 20 | 'b' | NULL | NULL
--> 21 | 'vb' | NULL | NULL
--> 22 | 'vbmax' | NULL | NULL
--> 23 | 'img' | NULL | NULL
--> 24 | 'd' | NULL | NULL
--> 25 | 't' | NULL | NULL
--> 26 | 'dt' | NULL | NULL
--> 27 | 'sdt' | NULL | NULL
--> 28 | 'dt2' | NULL | NULL
--> 29 | 'dto' | NULL | NULL
--> 30 | 'g' | NULL | NULL
--> 31 | 'x' | NULL | NULL
--> 32 | 'va' | NULL | NULL
--> 33 | 'rv' | NULL | NULL
--> 34 | 'doubled' | NULL | NULL
