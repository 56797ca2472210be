-- sp_rename changes the name and nothing else.
CREATE TABLE dbo.Old (id int NOT NULL CONSTRAINT PK_Old PRIMARY KEY, first int NULL, checked int NULL CONSTRAINT CK_checked CHECK (checked > 0))
CREATE INDEX IX_first ON dbo.Old (first)
INSERT dbo.Old VALUES (1, 10, 5)
DECLARE @id int = OBJECT_ID('dbo.Old')
EXEC sp_rename 'dbo.Old', 'New'
SELECT CASE WHEN OBJECT_ID('dbo.New') = @id THEN 'same object' END AS is_same, OBJECT_ID('dbo.Old') AS old
SELECT * FROM dbo.New
GO
--> (1 row)
--> info 15477: Caution: Changing any part of an object name could break scripts and stored procedures.
--> is_same varchar(11), old int
--> 'same object' | NULL
--> id int!, first int, checked int
--> 1 | 10 | 5

EXEC sp_rename 'dbo.New.first', 'second', 'COLUMN'
EXEC sp_rename 'dbo.New.IX_first', 'IX_second', 'INDEX'
EXEC sp_rename 'PK_Old', 'PK_New', 'OBJECT'
GO
--> info 15477: Caution: Changing any part of an object name could break scripts and stored procedures.
--> info 15477: Caution: Changing any part of an object name could break scripts and stored procedures.
--> info 15477: Caution: Changing any part of an object name could break scripts and stored procedures.
INSERT dbo.New (id, second) VALUES (2, 20)
SELECT id, second FROM dbo.New WHERE second > 5 ORDER BY second DESC
SELECT name, is_primary_key FROM sys.indexes WHERE object_id = OBJECT_ID('dbo.New') ORDER BY name
GO
--> (1 row)
--> id int!, second int
--> 2 | 20
--> 1 | 10
--> name nvarchar(128), is_primary_key bit
--> 'IX_second' | 0
--> 'PK_New' | 1
SELECT first FROM dbo.New
GO
--> Msg 207, Level 16, State 1, Line 1: Invalid column name 'first'.

-- A name that is taken.
EXEC sp_rename 'dbo.New.second', 'id', 'COLUMN'
CREATE TABLE dbo.Third (id int)
EXEC sp_rename 'Third', 'New'
EXEC sp_rename 'dbo.New.IX_second', 'PK_New', 'INDEX'
GO
--> Msg 15335, Level 11, State 1, Procedure sp_rename, Line 1: Error: The new name 'id' is already in use as a COLUMN name and would cause a duplicate that is not permitted.
--> Msg 15335, Level 11, State 1, Procedure sp_rename, Line 1: Error: The new name 'New' is already in use as a object name and would cause a duplicate that is not permitted.
--> Msg 15335, Level 11, State 1, Procedure sp_rename, Line 1: Error: The new name 'PK_New' is already in use as a INDEX name and would cause a duplicate that is not permitted.

-- A name that is not there, a kind that does not fit, a column that a check mentions.
EXEC sp_rename 'nothing', 'x'
EXEC sp_rename 'nothing.x', 'y', 'COLUMN'
EXEC sp_rename 'dbo.New', 'x', 'VIEW'
EXEC sp_rename 'dbo.New.checked', 'x', 'COLUMN'
EXEC sp_rename 'other.dbo.New', 'x'
EXEC sp_rename 'dbo.New', NULL
GO
--> Msg 15225, Level 11, State 1, Procedure sp_rename, Line 1: No item by the name of 'nothing' could be found in the current database 'golden', given that @itemtype was input as '(null)'.
--> Msg 15248, Level 11, State 1, Procedure sp_rename, Line 1: Either the parameter @objname is ambiguous or the claimed @objtype (COLUMN) is wrong.
--> Msg 15249, Level 11, State 1, Procedure sp_rename, Line 1: Error: Explicit @itemtype 'VIEW' is unrecognized (0).
--> Msg 15336, Level 16, State 1, Procedure sp_rename, Line 1: Object 'dbo.New.checked' cannot be renamed because the object participates in enforced dependencies.
--> Msg 15250, Level 16, State 1, Procedure sp_rename, Line 1: The database name component of the object qualifier must be the name of the current database.
--> Msg 15223, Level 11, State 1, Procedure sp_rename, Line 1: Error: The input parameter 'newname' is not allowed to be null.

-- It can be rolled back.
BEGIN TRAN
EXEC sp_rename 'dbo.New', 'Newer'
SELECT COUNT(*) AS n FROM dbo.Newer
ROLLBACK
SELECT COUNT(*) AS n FROM dbo.New
GO
--> info 15477: Caution: Changing any part of an object name could break scripts and stored procedures.
--> n int
--> 2
--> n int
--> 2

-- A type, with the columns that have it.
EXEC sp_addtype code, 'varchar(11)', 'NOT NULL'
CREATE TABLE dbo.Coded (c code)
EXEC sp_rename 'code', 'kode', 'USERDATATYPE'
SELECT TYPE_NAME(user_type_id) AS type, max_length, is_nullable FROM sys.columns WHERE object_id = OBJECT_ID('dbo.Coded')
GO
--> info 15477: Caution: Changing any part of an object name could break scripts and stored procedures.
--> type nvarchar(128), max_length smallint!, is_nullable bit
--> 'kode' | 11 | 0

-- The new name is a name and not a path.
EXEC sp_rename 'dbo.Third', 'dbo.Fourth'
SELECT name FROM sys.tables WHERE name LIKE '%Fourth'
SELECT * FROM dbo.[dbo.Fourth]
GO
--> info 15477: Caution: Changing any part of an object name could break scripts and stored procedures.
--> name nvarchar(128)!
--> 'dbo.Fourth'
--> id int
