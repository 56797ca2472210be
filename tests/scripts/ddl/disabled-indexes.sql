-- A table whose clustered index is disabled cannot be used until the index is rebuilt.
CREATE TABLE dbo.Parent (id int NOT NULL CONSTRAINT PK_Parent PRIMARY KEY, name varchar(10) NULL, code int NULL CONSTRAINT UQ_Parent UNIQUE);
CREATE INDEX ix_name ON dbo.Parent (name);
CREATE TABLE dbo.Child (id int NOT NULL CONSTRAINT FK_Child REFERENCES dbo.Parent (id));
INSERT dbo.Parent VALUES (1, 'a', 10), (2, 'b', 20);
INSERT dbo.Child VALUES (1);
GO
--> (2 rows)
--> (1 row)
ALTER INDEX PK_Parent ON dbo.Parent DISABLE;
SELECT name, is_disabled FROM sys.indexes WHERE object_id = OBJECT_ID('dbo.Parent') ORDER BY index_id;
SELECT name, is_disabled, is_not_trusted FROM sys.foreign_keys;
GO
--> info 1992: Warning: Foreign key 'FK_Child' on table 'Child' referencing table 'Parent' was disabled as a result of disabling the index 'PK_Parent'.
--> name nvarchar(128), is_disabled bit
--> 'PK_Parent' | 1
--> 'UQ_Parent' | 1
--> 'ix_name' | 1
--> name nvarchar(128)!, is_disabled bit!, is_not_trusted bit!
--> 'FK_Child' | 1 | 1
SELECT * FROM dbo.Parent;
GO
--> Msg 8655, Level 16, State 1, Line 1: The query processor is unable to produce a plan because the index 'PK_Parent' on table or view 'Parent' is disabled.
INSERT dbo.Parent VALUES (3, 'c', 30);
GO
--> Msg 8655, Level 16, State 1, Line 1: The query processor is unable to produce a plan because the index 'PK_Parent' on table or view 'Parent' is disabled.
UPDATE dbo.Parent SET name = 'x';
GO
--> Msg 8655, Level 16, State 1, Line 1: The query processor is unable to produce a plan because the index 'PK_Parent' on table or view 'Parent' is disabled.
ALTER INDEX ix_name ON dbo.Parent REBUILD;
GO
--> Msg 1974, Level 16, State 1, Line 1: Cannot perform the specified operation on table 'Parent' because its clustered index 'PK_Parent' is disabled.
ALTER INDEX ix_name ON dbo.Parent REORGANIZE;
GO
--> Msg 1973, Level 16, State 1, Line 1: Cannot perform the specified operation on disabled index 'ix_name' on table 'Parent'.
INSERT dbo.Child VALUES (99);
DELETE dbo.Child WHERE id = 99;
ALTER INDEX PK_Parent ON dbo.Parent REBUILD;
GO
--> (1 row)
--> (1 row)
SELECT name, is_disabled FROM sys.indexes WHERE object_id = OBJECT_ID('dbo.Parent') ORDER BY index_id;
INSERT dbo.Parent VALUES (3, 'c', 10);
SELECT id, code FROM dbo.Parent ORDER BY id;
GO
--> name nvarchar(128), is_disabled bit
--> 'PK_Parent' | 0
--> 'UQ_Parent' | 1
--> 'ix_name' | 1
--> (1 row)
--> id int!, code int
--> 1 | 10
--> 2 | 20
--> 3 | 10
-- The others come back with ALL, when their rows allow it.
ALTER INDEX ALL ON dbo.Parent REBUILD;
GO
--> Msg 1505, Level 16, State 1, Line 2: The CREATE UNIQUE INDEX statement terminated because a duplicate key was found for the object name 'dbo.Parent' and the index name 'UQ_Parent'. The duplicate key value is (10).
--> info 3621: The statement has been terminated.
DELETE dbo.Parent WHERE id = 3;
ALTER INDEX ALL ON dbo.Parent REBUILD;
ALTER TABLE dbo.Child WITH CHECK CHECK CONSTRAINT FK_Child;
SELECT COUNT(*) AS disabled FROM sys.indexes WHERE is_disabled = 1;
INSERT dbo.Parent VALUES (3, 'c', 10);
GO
--> (1 row)
--> disabled int
--> 0
--> Msg 2627, Level 14, State 1, Line 5: Violation of UNIQUE KEY constraint 'UQ_Parent'. Cannot insert duplicate key in object 'dbo.Parent'. The duplicate key value is (10).
--> info 3621: The statement has been terminated.
-- A key that is not clustered is not enforced while it is disabled.
ALTER INDEX UQ_Parent ON dbo.Parent DISABLE;
INSERT dbo.Parent VALUES (3, 'c', 10);
SELECT COUNT(*) AS n, INDEXPROPERTY(OBJECT_ID('dbo.Parent'), 'UQ_Parent', 'IsDisabled') AS disabled FROM dbo.Parent WHERE code = 10;
GO
--> (1 row)
--> n int, disabled int
--> 2 | 1
CREATE TABLE dbo.RowId (id int NOT NULL CONSTRAINT PK_RowId PRIMARY KEY NONCLUSTERED);
ALTER INDEX PK_RowId ON dbo.RowId DISABLE;
GO
--> Msg 40510, Level 16, State 1, Line 2: Statement 'ALTER INDEX … DISABLE of a nonclustered integer primary key' is not supported in this version of Sprocket.
