-- What the OLE DB provider asks: schema rowsets, and facts about a connection.
CREATE TABLE dbo.a (id int NOT NULL CONSTRAINT pk_a PRIMARY KEY, name nvarchar(20) NULL CONSTRAINT df_a DEFAULT N'x', price decimal(9, 2))
CREATE TABLE dbo.b (id int NOT NULL, a int CONSTRAINT fk_b REFERENCES dbo.a ON DELETE CASCADE)
CREATE INDEX ix_b ON dbo.b (a DESC)
GO
CREATE PROCEDURE dbo.p AS RETURN
GO
CREATE TABLE #t (TABLE_CATALOG sysname, TABLE_SCHEMA sysname, TABLE_NAME sysname, TABLE_TYPE nvarchar(255), g uniqueidentifier, d nvarchar(1), i int, created datetime, modified datetime)
INSERT #t EXEC sp_tables_rowset 'a', 'dbo'
INSERT #t EXEC sp_tables_rowset2 'dbo', N'TABLE'
INSERT #t EXEC sp_tables_rowset_64 'b'
INSERT #t EXEC sp_tables_info_rowset 'b'
SELECT TABLE_CATALOG, TABLE_SCHEMA, TABLE_NAME, TABLE_TYPE FROM #t
GO
--> (1 row)
--> (2 rows)
--> (1 row)
--> (1 row)
--> TABLE_CATALOG nvarchar(128)!, TABLE_SCHEMA nvarchar(128)!, TABLE_NAME nvarchar(128)!, TABLE_TYPE nvarchar(255)
--> 'golden' | 'dbo' | 'a' | 'TABLE'
--> 'golden' | 'dbo' | 'a' | 'TABLE'
--> 'golden' | 'dbo' | 'b' | 'TABLE'
--> 'golden' | 'dbo' | 'b' | 'TABLE'
--> 'golden' | 'dbo' | 'b' | 'TABLE'
EXEC sp_columns_rowset 'a'
EXEC sp_columns_rowset2 'dbo', 'price'
EXEC sp_columns_90_rowset 'a', 'dbo', 'id'
EXEC sp_columns_100_rowset 'a', 'dbo', 'id'
EXEC sp_primary_keys_rowset 'a'
EXEC sp_primary_keys_rowset2
EXEC sp_foreign_keys_rowset 'a'
EXEC sp_foreign_keys_rowset2 @foreignkey_tab_name = 'b'
EXEC sp_indexes_rowset 'b'
EXEC sp_indexes_90_rowset 'a', 'pk_a'
EXEC sp_indexes_100_rowset 'a', 'pk_a'
EXEC sp_indexes_rowset2 @index_name = 'ix_b'
EXEC sp_schemata_rowset 'dbo'
EXEC sp_catalogs_rowset 'master'
EXEC sp_oledb_defdb
EXEC sp_oledb_deflang
EXEC sp_bcp_dbcmptlevel 'master'
GO
--> TABLE_CATALOG nvarchar(128), TABLE_SCHEMA nvarchar(128), TABLE_NAME nvarchar(128), COLUMN_NAME nvarchar(128), COLUMN_GUID uniqueidentifier, COLUMN_PROPID int, ORDINAL_POSITION int, COLUMN_HASDEFAULT bit, COLUMN_DEFAULT nvarchar(4000), IS_NULLABLE bit, DATA_TYPE smallint, TYPE_NAME nvarchar(128), CHARACTER_OCTET_LENGTH int, CHARACTER_MAXIMUM_LENGTH int, NUMERIC_PRECISION smallint, NUMERIC_SCALE smallint, COLLATION_NAME nvarchar(128)
--> 'golden' | 'dbo' | 'a' | 'id' | NULL | NULL | 1 | 0 | NULL | 0 | 4 | 'int' | NULL | NULL | 10 | 0 | NULL
--> 'golden' | 'dbo' | 'a' | 'name' | NULL | NULL | 2 | 1 | '(N''x'')' | 1 | -9 | 'nvarchar' | 40 | 20 | NULL | NULL | 'SQL_Latin1_General_CP1_CI_AS'
--> 'golden' | 'dbo' | 'a' | 'price' | NULL | NULL | 3 | 0 | NULL | 1 | 3 | 'decimal' | NULL | NULL | 9 | 2 | NULL
--> TABLE_CATALOG nvarchar(128), TABLE_SCHEMA nvarchar(128), TABLE_NAME nvarchar(128), COLUMN_NAME nvarchar(128), COLUMN_GUID uniqueidentifier, COLUMN_PROPID int, ORDINAL_POSITION int, COLUMN_HASDEFAULT bit, COLUMN_DEFAULT nvarchar(4000), IS_NULLABLE bit, DATA_TYPE smallint, TYPE_NAME nvarchar(128), CHARACTER_OCTET_LENGTH int, CHARACTER_MAXIMUM_LENGTH int, NUMERIC_PRECISION smallint, NUMERIC_SCALE smallint, COLLATION_NAME nvarchar(128)
--> 'golden' | 'dbo' | 'a' | 'price' | NULL | NULL | 3 | 0 | NULL | 1 | 3 | 'decimal' | NULL | NULL | 9 | 2 | NULL
--> TABLE_CATALOG nvarchar(128), TABLE_SCHEMA nvarchar(128), TABLE_NAME nvarchar(128), COLUMN_NAME nvarchar(128), COLUMN_GUID uniqueidentifier, COLUMN_PROPID int, ORDINAL_POSITION int, COLUMN_HASDEFAULT bit, COLUMN_DEFAULT nvarchar(4000), IS_NULLABLE bit, DATA_TYPE smallint, TYPE_NAME nvarchar(128), CHARACTER_OCTET_LENGTH int, CHARACTER_MAXIMUM_LENGTH int, NUMERIC_PRECISION smallint, NUMERIC_SCALE smallint, COLLATION_NAME nvarchar(128)
--> 'golden' | 'dbo' | 'a' | 'id' | NULL | NULL | 1 | 0 | NULL | 0 | 4 | 'int' | NULL | NULL | 10 | 0 | NULL
--> TABLE_CATALOG nvarchar(128), TABLE_SCHEMA nvarchar(128), TABLE_NAME nvarchar(128), COLUMN_NAME nvarchar(128), COLUMN_GUID uniqueidentifier, COLUMN_PROPID int, ORDINAL_POSITION int, COLUMN_HASDEFAULT bit, COLUMN_DEFAULT nvarchar(4000), IS_NULLABLE bit, DATA_TYPE smallint, TYPE_NAME nvarchar(128), CHARACTER_OCTET_LENGTH int, CHARACTER_MAXIMUM_LENGTH int, NUMERIC_PRECISION smallint, NUMERIC_SCALE smallint, COLLATION_NAME nvarchar(128)
--> 'golden' | 'dbo' | 'a' | 'id' | NULL | NULL | 1 | 0 | NULL | 0 | 4 | 'int' | NULL | NULL | 10 | 0 | NULL
--> TABLE_CATALOG nvarchar(128), TABLE_SCHEMA nvarchar(128), TABLE_NAME nvarchar(128), COLUMN_NAME nvarchar(128), COLUMN_GUID uniqueidentifier, COLUMN_PROPID int, ORDINAL int, PK_NAME nvarchar(128)
--> 'golden' | 'dbo' | 'a' | 'id' | NULL | NULL | 1 | 'pk_a'
--> TABLE_CATALOG nvarchar(128), TABLE_SCHEMA nvarchar(128), TABLE_NAME nvarchar(128), COLUMN_NAME nvarchar(128), COLUMN_GUID uniqueidentifier, COLUMN_PROPID int, ORDINAL int, PK_NAME nvarchar(128)
--> 'golden' | 'dbo' | 'a' | 'id' | NULL | NULL | 1 | 'pk_a'
--> PK_TABLE_CATALOG nvarchar(128), PK_TABLE_SCHEMA nvarchar(128), PK_TABLE_NAME nvarchar(128), PK_COLUMN_NAME nvarchar(128), PK_COLUMN_GUID uniqueidentifier, PK_COLUMN_PROPID int, FK_TABLE_CATALOG nvarchar(128), FK_TABLE_SCHEMA nvarchar(128), FK_TABLE_NAME nvarchar(128), FK_COLUMN_NAME nvarchar(128), FK_COLUMN_GUID uniqueidentifier, FK_COLUMN_PROPID int, ORDINAL int, UPDATE_RULE nvarchar(255), DELETE_RULE nvarchar(255), PK_NAME nvarchar(128), FK_NAME nvarchar(128), DEFERRABILITY smallint
--> 'golden' | 'dbo' | 'a' | 'id' | NULL | NULL | 'golden' | 'dbo' | 'b' | 'a' | NULL | NULL | 1 | 'NO ACTION' | 'CASCADE' | 'pk_a' | 'fk_b' | 3
--> PK_TABLE_CATALOG nvarchar(128), PK_TABLE_SCHEMA nvarchar(128), PK_TABLE_NAME nvarchar(128), PK_COLUMN_NAME nvarchar(128), PK_COLUMN_GUID uniqueidentifier, PK_COLUMN_PROPID int, FK_TABLE_CATALOG nvarchar(128), FK_TABLE_SCHEMA nvarchar(128), FK_TABLE_NAME nvarchar(128), FK_COLUMN_NAME nvarchar(128), FK_COLUMN_GUID uniqueidentifier, FK_COLUMN_PROPID int, ORDINAL int, UPDATE_RULE nvarchar(255), DELETE_RULE nvarchar(255), PK_NAME nvarchar(128), FK_NAME nvarchar(128), DEFERRABILITY smallint
--> 'golden' | 'dbo' | 'a' | 'id' | NULL | NULL | 'golden' | 'dbo' | 'b' | 'a' | NULL | NULL | 1 | 'NO ACTION' | 'CASCADE' | 'pk_a' | 'fk_b' | 3
--> TABLE_CATALOG nvarchar(128), TABLE_SCHEMA nvarchar(128), TABLE_NAME nvarchar(128), INDEX_CATALOG nvarchar(128), INDEX_SCHEMA nvarchar(128), INDEX_NAME nvarchar(128), PRIMARY_KEY bit, UNIQUE bit, CLUSTERED bit, TYPE smallint, FILL_FACTOR int, INITIAL_SIZE int, NULLS int, SORT_BOOKMARKS bit, AUTO_UPDATE bit, NULL_COLLATION int, ORDINAL_POSITION int, COLUMN_NAME nvarchar(128), COLUMN_GUID uniqueidentifier, COLUMN_PROPID int, COLLATION smallint, CARDINALITY bigint, PAGES int, FILTER_CONDITION nvarchar(4000), INTEGRATED bit
--> 'golden' | 'dbo' | 'b' | 'golden' | 'dbo' | 'ix_b' | 0 | 0 | 0 | 1 | 0 | NULL | NULL | 0 | 1 | 4 | 1 | 'a' | NULL | NULL | 2 | NULL | NULL | NULL | 0
--> TABLE_CATALOG nvarchar(128), TABLE_SCHEMA nvarchar(128), TABLE_NAME nvarchar(128), INDEX_CATALOG nvarchar(128), INDEX_SCHEMA nvarchar(128), INDEX_NAME nvarchar(128), PRIMARY_KEY bit, UNIQUE bit, CLUSTERED bit, TYPE smallint, FILL_FACTOR int, INITIAL_SIZE int, NULLS int, SORT_BOOKMARKS bit, AUTO_UPDATE bit, NULL_COLLATION int, ORDINAL_POSITION int, COLUMN_NAME nvarchar(128), COLUMN_GUID uniqueidentifier, COLUMN_PROPID int, COLLATION smallint, CARDINALITY bigint, PAGES int, FILTER_CONDITION nvarchar(4000), INTEGRATED bit
--> 'golden' | 'dbo' | 'a' | 'golden' | 'dbo' | 'pk_a' | 1 | 1 | 1 | 1 | 0 | NULL | NULL | 0 | 1 | 4 | 1 | 'id' | NULL | NULL | 1 | NULL | NULL | NULL | 0
--> TABLE_CATALOG nvarchar(128), TABLE_SCHEMA nvarchar(128), TABLE_NAME nvarchar(128), INDEX_CATALOG nvarchar(128), INDEX_SCHEMA nvarchar(128), INDEX_NAME nvarchar(128), PRIMARY_KEY bit, UNIQUE bit, CLUSTERED bit, TYPE smallint, FILL_FACTOR int, INITIAL_SIZE int, NULLS int, SORT_BOOKMARKS bit, AUTO_UPDATE bit, NULL_COLLATION int, ORDINAL_POSITION int, COLUMN_NAME nvarchar(128), COLUMN_GUID uniqueidentifier, COLUMN_PROPID int, COLLATION smallint, CARDINALITY bigint, PAGES int, FILTER_CONDITION nvarchar(4000), INTEGRATED bit
--> 'golden' | 'dbo' | 'a' | 'golden' | 'dbo' | 'pk_a' | 1 | 1 | 1 | 1 | 0 | NULL | NULL | 0 | 1 | 4 | 1 | 'id' | NULL | NULL | 1 | NULL | NULL | NULL | 0
--> TABLE_CATALOG nvarchar(128), TABLE_SCHEMA nvarchar(128), TABLE_NAME nvarchar(128), INDEX_CATALOG nvarchar(128), INDEX_SCHEMA nvarchar(128), INDEX_NAME nvarchar(128), PRIMARY_KEY bit, UNIQUE bit, CLUSTERED bit, TYPE smallint, FILL_FACTOR int, INITIAL_SIZE int, NULLS int, SORT_BOOKMARKS bit, AUTO_UPDATE bit, NULL_COLLATION int, ORDINAL_POSITION int, COLUMN_NAME nvarchar(128), COLUMN_GUID uniqueidentifier, COLUMN_PROPID int, COLLATION smallint, CARDINALITY bigint, PAGES int, FILTER_CONDITION nvarchar(4000), INTEGRATED bit
--> 'golden' | 'dbo' | 'b' | 'golden' | 'dbo' | 'ix_b' | 0 | 0 | 0 | 1 | 0 | NULL | NULL | 0 | 1 | 4 | 1 | 'a' | NULL | NULL | 2 | NULL | NULL | NULL | 0
--> CATALOG_NAME nvarchar(128), SCHEMA_NAME nvarchar(128), SCHEMA_OWNER nvarchar(128), DEFAULT_CHARACTER_SET_CATALOG nvarchar(128), DEFAULT_CHARACTER_SET_SCHEMA nvarchar(128), DEFAULT_CHARACTER_SET_NAME nvarchar(128)
--> 'golden' | 'dbo' | 'dbo' | NULL | NULL | NULL
--> CATALOG_NAME nvarchar(128), DESCRIPTION nvarchar(1)
--> 'master' | NULL
--> defdb nvarchar(128)
--> 'master'
--> deflang nvarchar(128)
--> 'us_english'
--> cmptlevel tinyint
--> 160
CREATE TABLE #p (c sysname, s sysname, n nvarchar(134), t smallint, d nvarchar(1), e nvarchar(1), f datetime, g datetime)
INSERT #p EXEC sp_procedures_rowset 'p'
INSERT #p EXEC sp_procedures_rowset2 'dbo'
SELECT s, n, t FROM #p
CREATE TABLE #c (name sysname, d nvarchar(1))
INSERT #c EXEC sp_catalogs_rowset2
INSERT #c EXEC sp_oledb_database
SELECT name, COUNT(*) AS n FROM #c WHERE name IN ('master', 'tempdb') GROUP BY name ORDER BY name
CREATE TABLE #l (name sysname)
INSERT #l EXEC sp_oledb_language
SELECT COUNT(*) AS n FROM #l
GO
--> (1 row)
--> (1 row)
--> s nvarchar(128)!, n nvarchar(134), t smallint
--> 'dbo' | 'p;1' | 2
--> 'dbo' | 'p;1' | 2
--> (5 rows)
--> (5 rows)
--> name nvarchar(128)!, n int
--> 'master' | 2
--> 'tempdb' | 2
--> (34 rows)
--> n int
--> 34
