-- Keys and indexes as ODBC asks for them.
CREATE TABLE dbo.Parent (a int NOT NULL, b int NOT NULL, code char(3) NOT NULL CONSTRAINT UQ_code UNIQUE, CONSTRAINT PK_Parent PRIMARY KEY (b, a))
CREATE TABLE dbo.Child (
  id int NOT NULL CONSTRAINT PK_Child PRIMARY KEY NONCLUSTERED, pa int NULL, pb int NULL, code char(3) NULL, note varchar(10) NULL,
  CONSTRAINT FK_key FOREIGN KEY (pb, pa) REFERENCES dbo.Parent (b, a) ON DELETE CASCADE,
  CONSTRAINT FK_code FOREIGN KEY (code) REFERENCES dbo.Parent (code) ON UPDATE SET NULL
)
CREATE CLUSTERED INDEX IX_note ON dbo.Child (note DESC, id)
CREATE INDEX IX_some ON dbo.Child (pa) INCLUDE (note) WHERE pa > 5
GO

EXEC sp_pkeys 'Parent'
EXEC sp_pkeys 'Child', 'dbo'
EXEC sp_pkeys 'Par%'
GO
--> TABLE_QUALIFIER nvarchar(128), TABLE_OWNER nvarchar(128), TABLE_NAME nvarchar(128), COLUMN_NAME nvarchar(128), KEY_SEQ smallint, PK_NAME nvarchar(128)
--> 'golden' | 'dbo' | 'Parent' | 'b' | 1 | 'PK_Parent'
--> 'golden' | 'dbo' | 'Parent' | 'a' | 2 | 'PK_Parent'
--> TABLE_QUALIFIER nvarchar(128), TABLE_OWNER nvarchar(128), TABLE_NAME nvarchar(128), COLUMN_NAME nvarchar(128), KEY_SEQ smallint, PK_NAME nvarchar(128)
--> 'golden' | 'dbo' | 'Child' | 'id' | 1 | 'PK_Child'
--> TABLE_QUALIFIER nvarchar(128), TABLE_OWNER nvarchar(128), TABLE_NAME nvarchar(128), COLUMN_NAME nvarchar(128), KEY_SEQ smallint, PK_NAME nvarchar(128)

-- From the referenced side, from the referencing side, between the two.
EXEC sp_fkeys @pktable_name = 'Parent'
EXEC sp_fkeys @fktable_name = 'Child'
EXEC sp_fkeys 'Parent', 'dbo', NULL, 'Child', 'dbo'
EXEC sp_fkeys
GO
--> PKTABLE_QUALIFIER nvarchar(128), PKTABLE_OWNER nvarchar(128), PKTABLE_NAME nvarchar(128), PKCOLUMN_NAME nvarchar(128), FKTABLE_QUALIFIER nvarchar(128), FKTABLE_OWNER nvarchar(128), FKTABLE_NAME nvarchar(128), FKCOLUMN_NAME nvarchar(128), KEY_SEQ smallint, UPDATE_RULE smallint, DELETE_RULE smallint, FK_NAME nvarchar(128), PK_NAME nvarchar(128), DEFERRABILITY smallint
--> 'golden' | 'dbo' | 'Parent' | 'code' | 'golden' | 'dbo' | 'Child' | 'code' | 1 | 2 | 1 | 'FK_code' | 'UQ_code' | 7
--> 'golden' | 'dbo' | 'Parent' | 'b' | 'golden' | 'dbo' | 'Child' | 'pb' | 1 | 1 | 0 | 'FK_key' | 'PK_Parent' | 7
--> 'golden' | 'dbo' | 'Parent' | 'a' | 'golden' | 'dbo' | 'Child' | 'pa' | 2 | 1 | 0 | 'FK_key' | 'PK_Parent' | 7
--> PKTABLE_QUALIFIER nvarchar(128), PKTABLE_OWNER nvarchar(128), PKTABLE_NAME nvarchar(128), PKCOLUMN_NAME nvarchar(128), FKTABLE_QUALIFIER nvarchar(128), FKTABLE_OWNER nvarchar(128), FKTABLE_NAME nvarchar(128), FKCOLUMN_NAME nvarchar(128), KEY_SEQ smallint, UPDATE_RULE smallint, DELETE_RULE smallint, FK_NAME nvarchar(128), PK_NAME nvarchar(128), DEFERRABILITY smallint
--> 'golden' | 'dbo' | 'Parent' | 'code' | 'golden' | 'dbo' | 'Child' | 'code' | 1 | 1 | 1 | 'FK_code' | 'UQ_code' | 7
--> 'golden' | 'dbo' | 'Parent' | 'b' | 'golden' | 'dbo' | 'Child' | 'pb' | 1 | 1 | 0 | 'FK_key' | 'PK_Parent' | 7
--> 'golden' | 'dbo' | 'Parent' | 'a' | 'golden' | 'dbo' | 'Child' | 'pa' | 2 | 1 | 0 | 'FK_key' | 'PK_Parent' | 7
--> PKTABLE_QUALIFIER nvarchar(128), PKTABLE_OWNER nvarchar(128), PKTABLE_NAME nvarchar(128), PKCOLUMN_NAME nvarchar(128), FKTABLE_QUALIFIER nvarchar(128), FKTABLE_OWNER nvarchar(128), FKTABLE_NAME nvarchar(128), FKCOLUMN_NAME nvarchar(128), KEY_SEQ smallint, UPDATE_RULE smallint, DELETE_RULE smallint, FK_NAME nvarchar(128), PK_NAME nvarchar(128), DEFERRABILITY smallint
--> 'golden' | 'dbo' | 'Parent' | 'code' | 'golden' | 'dbo' | 'Child' | 'code' | 1 | 2 | 1 | 'FK_code' | 'UQ_code' | 7
--> 'golden' | 'dbo' | 'Parent' | 'b' | 'golden' | 'dbo' | 'Child' | 'pb' | 1 | 1 | 0 | 'FK_key' | 'PK_Parent' | 7
--> 'golden' | 'dbo' | 'Parent' | 'a' | 'golden' | 'dbo' | 'Child' | 'pa' | 2 | 1 | 0 | 'FK_key' | 'PK_Parent' | 7
--> Msg 15252, Level 16, State 1, Procedure sp_fkeys, Line 7: The primary or foreign key table name must be given.

-- The table itself comes first.
EXEC sp_statistics 'Child'
EXEC sp_statistics 'Parent', @is_unique = 'Y', @index_name = 'UQ%'
GO
--> TABLE_QUALIFIER nvarchar(128), TABLE_OWNER nvarchar(128), TABLE_NAME nvarchar(128), NON_UNIQUE smallint, INDEX_QUALIFIER nvarchar(128), INDEX_NAME nvarchar(128), TYPE smallint, SEQ_IN_INDEX smallint, COLUMN_NAME nvarchar(128), COLLATION char(1), CARDINALITY int, PAGES int, FILTER_CONDITION varchar(128)
--> 'golden' | 'dbo' | 'Child' | NULL | NULL | NULL | 0 | NULL | NULL | NULL | 0 | 0 | NULL
--> 'golden' | 'dbo' | 'Child' | 0 | 'Child' | 'PK_Child' | 3 | 1 | 'id' | 'A' | NULL | NULL | NULL
--> 'golden' | 'dbo' | 'Child' | 1 | 'Child' | 'IX_note' | 1 | 1 | 'note' | 'D' | 0 | 0 | NULL
--> 'golden' | 'dbo' | 'Child' | 1 | 'Child' | 'IX_note' | 1 | 2 | 'id' | 'A' | 0 | 0 | NULL
--> 'golden' | 'dbo' | 'Child' | 1 | 'Child' | 'IX_some' | 3 | 1 | 'pa' | 'A' | NULL | NULL | '([pa]>(5))'
--> TABLE_QUALIFIER nvarchar(128), TABLE_OWNER nvarchar(128), TABLE_NAME nvarchar(128), NON_UNIQUE smallint, INDEX_QUALIFIER nvarchar(128), INDEX_NAME nvarchar(128), TYPE smallint, SEQ_IN_INDEX smallint, COLUMN_NAME nvarchar(128), COLLATION char(1), CARDINALITY int, PAGES int, FILTER_CONDITION varchar(128)
--> 'golden' | 'dbo' | 'Parent' | NULL | NULL | NULL | 0 | NULL | NULL | NULL | 0 | 0 | NULL
--> 'golden' | 'dbo' | 'Parent' | 0 | 'Parent' | 'UQ_code' | 3 | 1 | 'code' | 'A' | NULL | NULL | NULL

EXEC sp_helpindex 'Child'
EXEC sp_helpindex 'dbo.Parent'
EXEC sp_helpindex 'nothing'
GO
--> index_name nvarchar(128), index_description varchar(210), index_keys nvarchar(2126)
--> 'IX_note' | 'clustered located on PRIMARY' | 'note(-), id'
--> 'IX_some' | 'nonclustered located on PRIMARY' | 'pa'
--> 'PK_Child' | 'nonclustered, unique, primary key located on PRIMARY' | 'id'
--> index_name nvarchar(128), index_description varchar(210), index_keys nvarchar(2126)
--> 'PK_Parent' | 'clustered, unique, primary key located on PRIMARY' | 'b, a'
--> 'UQ_code' | 'nonclustered, unique, unique key located on PRIMARY' | 'code'
--> Msg 15009, Level 16, State 1, Procedure sp_helpindex, Line 13: The object 'nothing' does not exist in database 'golden' or is invalid for this operation.

-- What ADO.NET's GetSchema asks.
EXEC sys.sp_indexes_managed NULL, NULL, 'Child', NULL
EXEC sys.sp_indexcolumns_managed NULL, 'dbo', 'Child', NULL, NULL
EXEC sys.sp_columns_managed NULL, NULL, 'Child', NULL, 0
GO
--> constraint_catalog nvarchar(128), constraint_schema nvarchar(128), constraint_name nvarchar(128), table_catalog nvarchar(128), table_schema nvarchar(128), table_name nvarchar(128), index_name nvarchar(128), type_desc nvarchar(60)
--> 'golden' | 'dbo' | 'IX_note' | 'golden' | 'dbo' | 'Child' | 'IX_note' | 'CLUSTERED'
--> 'golden' | 'dbo' | 'IX_some' | 'golden' | 'dbo' | 'Child' | 'IX_some' | 'NONCLUSTERED'
--> 'golden' | 'dbo' | 'PK_Child' | 'golden' | 'dbo' | 'Child' | 'PK_Child' | 'NONCLUSTERED'
--> constraint_catalog nvarchar(128), constraint_schema nvarchar(128), constraint_name nvarchar(128), table_catalog nvarchar(128), table_schema nvarchar(128), table_name nvarchar(128), column_name nvarchar(128), ordinal_position int, KeyType tinyint, index_name nvarchar(128)
--> 'golden' | 'dbo' | 'IX_note' | 'golden' | 'dbo' | 'Child' | 'note' | 1 | 167 | 'IX_note'
--> 'golden' | 'dbo' | 'IX_note' | 'golden' | 'dbo' | 'Child' | 'id' | 2 | 56 | 'IX_note'
--> 'golden' | 'dbo' | 'IX_some' | 'golden' | 'dbo' | 'Child' | 'pa' | 1 | 56 | 'IX_some'
--> 'golden' | 'dbo' | 'PK_Child' | 'golden' | 'dbo' | 'Child' | 'id' | 1 | 56 | 'PK_Child'
--> TABLE_CATALOG nvarchar(128), TABLE_SCHEMA nvarchar(128), TABLE_NAME nvarchar(128), COLUMN_NAME nvarchar(128), ORDINAL_POSITION int, COLUMN_DEFAULT nvarchar(4000), IS_NULLABLE varchar(3), DATA_TYPE nvarchar(128), CHARACTER_MAXIMUM_LENGTH int, CHARACTER_OCTET_LENGTH int, NUMERIC_PRECISION tinyint, NUMERIC_PRECISION_RADIX smallint, NUMERIC_SCALE int, DATETIME_PRECISION smallint, CHARACTER_SET_CATALOG nvarchar(128), CHARACTER_SET_SCHEMA nvarchar(128), CHARACTER_SET_NAME nvarchar(128), COLLATION_CATALOG nvarchar(128), IS_SPARSE bit, IS_COLUMN_SET bit, IS_FILESTREAM bit
--> 'golden' | 'dbo' | 'Child' | 'code' | 4 | NULL | 'YES' | 'char' | 3 | 3 | NULL | NULL | NULL | NULL | NULL | NULL | 'iso_1' | NULL | 0 | 0 | 0
--> 'golden' | 'dbo' | 'Child' | 'id' | 1 | NULL | 'NO' | 'int' | NULL | NULL | 10 | 10 | 0 | NULL | NULL | NULL | NULL | NULL | 0 | 0 | 0
--> 'golden' | 'dbo' | 'Child' | 'note' | 5 | NULL | 'YES' | 'varchar' | 10 | 10 | NULL | NULL | NULL | NULL | NULL | NULL | 'iso_1' | NULL | 0 | 0 | 0
--> 'golden' | 'dbo' | 'Child' | 'pa' | 2 | NULL | 'YES' | 'int' | NULL | NULL | 10 | 10 | 0 | NULL | NULL | NULL | NULL | NULL | 0 | 0 | 0
--> 'golden' | 'dbo' | 'Child' | 'pb' | 3 | NULL | 'YES' | 'int' | NULL | NULL | 10 | 10 | 0 | NULL | NULL | NULL | NULL | NULL | 0 | 0 | 0
