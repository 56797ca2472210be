-- Parameters of procedures and functions.
CREATE TYPE dbo.Ids AS TABLE (id int NOT NULL PRIMARY KEY)
GO
CREATE PROCEDURE dbo.Store @id int, @name nvarchar(50) = N'x', @total decimal(12, 2) OUTPUT, @at datetime2(3), @all dbo.Ids READONLY AS RETURN 0
GO
CREATE FUNCTION dbo.Name (@id bigint) RETURNS varchar(20) AS BEGIN RETURN 'n' END
GO
CREATE FUNCTION dbo.Rows (@n int) RETURNS TABLE AS RETURN (SELECT @n AS n)
GO

EXEC sp_sproc_columns 'Store'
EXEC sp_sproc_columns_100 'Name', @ODBCVer = 3
EXEC sp_sproc_columns 'Rows', @column_name = '@n'
GO
--> PROCEDURE_QUALIFIER nvarchar(128), PROCEDURE_OWNER nvarchar(128), PROCEDURE_NAME nvarchar(134), COLUMN_NAME nvarchar(128), COLUMN_TYPE smallint, DATA_TYPE smallint, TYPE_NAME nvarchar(128), PRECISION int!, LENGTH int!, SCALE smallint, RADIX smallint, NULLABLE smallint, REMARKS varchar(254), COLUMN_DEF nvarchar(4000), SQL_DATA_TYPE smallint, SQL_DATETIME_SUB smallint, CHAR_OCTET_LENGTH int, ORDINAL_POSITION int, IS_NULLABLE varchar(254), SS_DATA_TYPE tinyint
--> 'golden' | 'dbo' | 'Store;1' | '@RETURN_VALUE' | 5 | 4 | 'int' | 10 | 4 | 0 | 10 | 0 | NULL | NULL | 4 | NULL | NULL | 0 | 'NO' | 56
--> 'golden' | 'dbo' | 'Store;1' | '@id' | 1 | 4 | 'int' | 10 | 4 | 0 | 10 | 1 | NULL | NULL | 4 | NULL | NULL | 1 | 'YES' | 38
--> 'golden' | 'dbo' | 'Store;1' | '@name' | 1 | -9 | 'nvarchar' | 50 | 100 | NULL | NULL | 1 | NULL | NULL | -9 | NULL | 100 | 2 | 'YES' | 39
--> 'golden' | 'dbo' | 'Store;1' | '@total' | 2 | 3 | 'decimal' | 12 | 14 | 2 | 10 | 1 | NULL | NULL | 3 | NULL | NULL | 3 | 'YES' | 106
--> 'golden' | 'dbo' | 'Store;1' | '@at' | 1 | -9 | 'datetime2' | 23 | 46 | NULL | NULL | 1 | NULL | NULL | -9 | NULL | 46 | 4 | 'YES' | 0
--> 'golden' | 'dbo' | 'Store;1' | '@all' | 1 | -153 | 'Ids' | 0 | 0 | NULL | NULL | 1 | NULL | NULL | -153 | NULL | NULL | 5 | 'YES' | NULL
--> PROCEDURE_QUALIFIER nvarchar(128), PROCEDURE_OWNER nvarchar(128), PROCEDURE_NAME nvarchar(134), COLUMN_NAME nvarchar(128), COLUMN_TYPE smallint, DATA_TYPE smallint, TYPE_NAME nvarchar(128), PRECISION int!, LENGTH int!, SCALE smallint, RADIX smallint, NULLABLE smallint, REMARKS varchar(254), COLUMN_DEF nvarchar(4000), SQL_DATA_TYPE smallint, SQL_DATETIME_SUB smallint, CHAR_OCTET_LENGTH int, ORDINAL_POSITION int, IS_NULLABLE varchar(254), SS_UDT_CATALOG_NAME nvarchar(128), SS_UDT_SCHEMA_NAME nvarchar(128), SS_UDT_ASSEMBLY_TYPE_NAME nvarchar(4000), SS_XML_SCHEMACOLLECTION_CATALOG_NAME nvarchar(128), SS_XML_SCHEMACOLLECTION_SCHEMA_NAME nvarchar(128), SS_XML_SCHEMACOLLECTION_NAME nvarchar(128), SS_TYPE_CATALOG_NAME nvarchar(128), SS_TYPE_SCHEMA_NAME nvarchar(128), SS_DATA_TYPE tinyint
--> 'golden' | 'dbo' | 'Name;0' | '@RETURN_VALUE' | 5 | 12 | 'varchar' | 20 | 20 | NULL | NULL | 0 | NULL | NULL | 12 | NULL | 20 | 0 | 'NO' | NULL | NULL | NULL | NULL | NULL | NULL | NULL | NULL | 39
--> 'golden' | 'dbo' | 'Name;0' | '@id' | 1 | -5 | 'bigint' | 19 | 8 | 0 | 10 | 1 | NULL | NULL | -5 | NULL | NULL | 1 | 'YES' | NULL | NULL | NULL | NULL | NULL | NULL | NULL | NULL | 108
--> PROCEDURE_QUALIFIER nvarchar(128), PROCEDURE_OWNER nvarchar(128), PROCEDURE_NAME nvarchar(134), COLUMN_NAME nvarchar(128), COLUMN_TYPE smallint, DATA_TYPE smallint, TYPE_NAME nvarchar(128), PRECISION int!, LENGTH int!, SCALE smallint, RADIX smallint, NULLABLE smallint, REMARKS varchar(254), COLUMN_DEF nvarchar(4000), SQL_DATA_TYPE smallint, SQL_DATETIME_SUB smallint, CHAR_OCTET_LENGTH int, ORDINAL_POSITION int, IS_NULLABLE varchar(254), SS_DATA_TYPE tinyint
--> 'golden' | 'dbo' | 'Rows;0' | '@n' | 1 | 4 | 'int' | 10 | 4 | 0 | 10 | 1 | NULL | NULL | 4 | NULL | NULL | 1 | 'YES' | 38

-- What ADO.NET derives parameters from.
EXEC sp_procedure_params_100_managed 'Store', 1, 'dbo'
EXEC sp_procedure_params_100_managed @procedure_name = 'Store', @parameter_name = '@at'
GO
--> PROCEDURE_CATALOG nvarchar(128), PROCEDURE_SCHEMA nvarchar(128), PROCEDURE_NAME nvarchar(134), PARAMETER_NAME nvarchar(128), ORDINAL_POSITION smallint, PARAMETER_TYPE smallint, PARAMETER_HASDEFAULT tinyint, PARAMETER_DEFAULT nvarchar(4000), IS_NULLABLE bit, DATA_TYPE smallint, CHARACTER_MAXIMUM_LENGTH int, CHARACTER_OCTET_LENGTH int, NUMERIC_PRECISION smallint, NUMERIC_SCALE smallint, DESCRIPTION nvarchar(1), TYPE_NAME nvarchar(128), LOCAL_TYPE_NAME nvarchar(128), MANAGED_DATA_TYPE smallint, TYPE_CATALOG_NAME nvarchar(128), TYPE_SCHEMA_NAME nvarchar(128), XML_CATALOGNAME nvarchar(128), XML_SCHEMANAME nvarchar(128), XML_SCHEMACOLLECTIONNAME nvarchar(128), UDT_NAME nvarchar(128), SS_DATETIME_PRECISION int
--> 'golden' | 'dbo' | 'Store;1' | '@RETURN_VALUE' | 0 | 4 | 0 | NULL | 0 | 4 | NULL | NULL | 10 | 0 | NULL | 'int' | 'int' | 8 | NULL | NULL | NULL | NULL | NULL | NULL | NULL
--> 'golden' | 'dbo' | 'Store;1' | '@id' | 1 | 1 | 0 | NULL | 1 | 4 | NULL | NULL | 10 | 0 | NULL | 'int' | 'int' | 8 | NULL | NULL | NULL | NULL | NULL | NULL | NULL
--> 'golden' | 'dbo' | 'Store;1' | '@name' | 2 | 1 | 0 | NULL | 1 | -9 | 50 | 100 | NULL | NULL | NULL | 'nvarchar' | 'nvarchar' | 12 | NULL | NULL | NULL | NULL | NULL | NULL | NULL
--> 'golden' | 'dbo' | 'Store;1' | '@total' | 3 | 2 | 0 | NULL | 1 | 3 | NULL | NULL | 12 | 2 | NULL | 'decimal' | 'decimal' | 5 | NULL | NULL | NULL | NULL | NULL | NULL | NULL
--> 'golden' | 'dbo' | 'Store;1' | '@at' | 4 | 1 | 0 | NULL | 1 | 93 | NULL | NULL | NULL | 3 | NULL | 'datetime2' | 'datetime2' | 33 | NULL | NULL | NULL | NULL | NULL | NULL | 3
--> 'golden' | 'dbo' | 'Store;1' | '@all' | 5 | 1 | 0 | NULL | 1 | NULL | NULL | NULL | NULL | NULL | NULL | 'Ids' | 'Ids' | 30 | 'golden' | 'dbo' | NULL | NULL | NULL | NULL | NULL
--> PROCEDURE_CATALOG nvarchar(128), PROCEDURE_SCHEMA nvarchar(128), PROCEDURE_NAME nvarchar(134), PARAMETER_NAME nvarchar(128), ORDINAL_POSITION smallint, PARAMETER_TYPE smallint, PARAMETER_HASDEFAULT tinyint, PARAMETER_DEFAULT nvarchar(4000), IS_NULLABLE bit, DATA_TYPE smallint, CHARACTER_MAXIMUM_LENGTH int, CHARACTER_OCTET_LENGTH int, NUMERIC_PRECISION smallint, NUMERIC_SCALE smallint, DESCRIPTION nvarchar(1), TYPE_NAME nvarchar(128), LOCAL_TYPE_NAME nvarchar(128), MANAGED_DATA_TYPE smallint, TYPE_CATALOG_NAME nvarchar(128), TYPE_SCHEMA_NAME nvarchar(128), XML_CATALOGNAME nvarchar(128), XML_SCHEMANAME nvarchar(128), XML_SCHEMACOLLECTIONNAME nvarchar(128), UDT_NAME nvarchar(128), SS_DATETIME_PRECISION int
--> 'golden' | 'dbo' | 'Store;1' | '@at' | 4 | 1 | 0 | NULL | 1 | 93 | NULL | NULL | NULL | 3 | NULL | 'datetime2' | 'datetime2' | 33 | NULL | NULL | NULL | NULL | NULL | NULL | 3

EXEC sp_helptext 'dbo.Store'
GO
--> Text nvarchar(255)
--> 'CREATE PROCEDURE dbo.Store @id int, @name nvarchar(50) = N''x'', @total decimal(12, 2) OUTPUT, @at datetime2(3), @all dbo.Ids READONLY AS RETURN 0'
