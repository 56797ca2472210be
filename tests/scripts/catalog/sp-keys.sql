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
