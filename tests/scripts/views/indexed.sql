-- An index on a view keeps rows unique that no key of a table does.
CREATE TABLE dbo.Person (id int NOT NULL PRIMARY KEY, email nvarchar(60) NULL, active bit NOT NULL, boss int NULL);
GO
CREATE VIEW dbo.ActiveEmail WITH SCHEMABINDING AS SELECT id, email FROM dbo.Person WHERE active = 1 AND email IS NOT NULL;
GO
CREATE UNIQUE CLUSTERED INDEX ux_email ON dbo.ActiveEmail (email);
CREATE NONCLUSTERED INDEX ix_id ON dbo.ActiveEmail (id DESC);
INSERT dbo.Person VALUES (1, N'a@x', 1, NULL), (2, N'b@x', 1, NULL), (3, N'A@x', 0, NULL), (4, NULL, 1, NULL), (5, NULL, 1, NULL);
GO
--> (5 rows)
INSERT dbo.Person VALUES (6, N'A@X ', 1, NULL);
GO
--> Msg 2601, Level 14, State 1, Line 1: Cannot insert duplicate key row in object 'dbo.ActiveEmail' with unique index 'ux_email'. The duplicate key value is (A@X ).
--> info 3621: The statement has been terminated.
UPDATE dbo.Person SET active = 1 WHERE id = 3;
GO
--> Msg 2601, Level 14, State 1, Line 1: Cannot insert duplicate key row in object 'dbo.ActiveEmail' with unique index 'ux_email'. The duplicate key value is (A@x).
--> info 3621: The statement has been terminated.
UPDATE dbo.Person SET email = CASE id WHEN 1 THEN N'b@x' ELSE N'a@x' END WHERE id IN (1, 2);
SELECT * FROM dbo.ActiveEmail WITH (NOEXPAND) ORDER BY id;
BEGIN TRY
  MERGE dbo.Person AS t USING (VALUES (7, N'b@x')) AS s (id, email) ON t.id = s.id WHEN NOT MATCHED THEN INSERT VALUES (s.id, s.email, 1, NULL);
END TRY
BEGIN CATCH
  SELECT ERROR_NUMBER() AS number, ERROR_MESSAGE() AS message;
END CATCH
SELECT COUNT(*) AS n FROM dbo.Person;
GO
--> (2 rows)
--> id int!, email nvarchar(60)
--> 1 | 'b@x'
--> 2 | 'a@x'
--> number int, message nvarchar(4000)
--> 2601 | 'Cannot insert duplicate key row in object ''dbo.ActiveEmail'' with unique index ''ux_email''. The duplicate key value is (b@x).'
--> n int
--> 5
-- What the catalog says of it.
SELECT name, index_id, type_desc, is_unique FROM sys.indexes WHERE object_id = OBJECT_ID('dbo.ActiveEmail') ORDER BY index_id;
SELECT i.name, COL_NAME(c.object_id, c.column_id) AS col, c.is_descending_key FROM sys.index_columns AS c JOIN sys.indexes AS i ON i.object_id = c.object_id AND i.index_id = c.index_id WHERE c.object_id = OBJECT_ID('dbo.ActiveEmail') ORDER BY i.index_id;
SELECT OBJECTPROPERTY(OBJECT_ID('dbo.ActiveEmail'), 'IsIndexed') AS indexed, OBJECTPROPERTY(OBJECT_ID('dbo.ActiveEmail'), 'IsIndexable') AS indexable, INDEXPROPERTY(OBJECT_ID('dbo.ActiveEmail'), 'ux_email', 'IsUnique') AS is_unique, INDEX_COL('dbo.ActiveEmail', 1, 1) AS col;
EXEC sp_helpindex 'dbo.ActiveEmail';
GO
--> name nvarchar(128), index_id int!, type_desc nvarchar(60), is_unique bit
--> 'ux_email' | 1 | 'CLUSTERED' | 1
--> 'ix_id' | 2 | 'NONCLUSTERED' | 0
--> name nvarchar(128), col nvarchar(128), is_descending_key bit
--> 'ux_email' | 'email' | 0
--> 'ix_id' | 'id' | 1
--> indexed int, indexable int, is_unique int, col nvarchar(128)
--> 1 | 1 | 1 | 'email'
--> index_name nvarchar(128), index_description varchar(210), index_keys nvarchar(2126)
--> 'ix_id' | 'nonclustered located on PRIMARY' | 'id(-)'
--> 'ux_email' | 'clustered, unique located on PRIMARY' | 'email'
-- A renamed index goes on holding, and leaves nothing behind.
EXEC sp_rename 'dbo.ActiveEmail.ux_email', 'ux_mail', 'INDEX';
SELECT name FROM sys.indexes WHERE object_id = OBJECT_ID('dbo.ActiveEmail') ORDER BY index_id;
INSERT dbo.Person VALUES (6, N'A@X ', 1, NULL);
GO
--> info 15477: Caution: Changing any part of an object name could break scripts and stored procedures.
--> name nvarchar(128)
--> 'ux_mail'
--> 'ix_id'
--> Msg 2601, Level 14, State 1, Line 4: Cannot insert duplicate key row in object 'dbo.ActiveEmail' with unique index 'ux_mail'. The duplicate key value is (A@X ).
--> info 3621: The statement has been terminated.
EXEC sp_rename 'dbo.ActiveEmail.ux_mail', 'ux_email', 'INDEX';
GO
--> info 15477: Caution: Changing any part of an object name could break scripts and stored procedures.
-- The tables below are kept as they are.
TRUNCATE TABLE dbo.Person;
GO
--> Msg 3729, Level 16, State 1, Line 2: Cannot TRUNCATE TABLE 'dbo.Person' because it is being referenced by object 'ActiveEmail'.
CREATE TABLE dbo.Other (id int NOT NULL PRIMARY KEY, email nvarchar(60) NULL, active bit NOT NULL, boss int NULL);
ALTER TABLE dbo.Person SWITCH TO dbo.Other;
GO
--> Msg 4937, Level 16, State 1, Line 2: ALTER TABLE SWITCH statement failed. The table 'golden.dbo.Person' has view 'dbo.ActiveEmail' with schemabinding.
-- Options of the session matter.
SET ANSI_WARNINGS OFF;
SET CONCAT_NULL_YIELDS_NULL OFF;
UPDATE dbo.Person SET boss = 1;
GO
--> Msg 1934, Level 16, State 1, Line 4: UPDATE failed because the following SET options have incorrect settings: 'CONCAT_NULL_YIELDS_NULL, ANSI_WARNINGS, ARITHABORT'. Verify that SET options are correct for use with indexed views and/or indexes on computed columns and/or filtered indexes and/or query notifications and/or XML data type methods and/or spatial index operations.
--> info 3621: The statement has been terminated.
SET ANSI_WARNINGS ON;
SET CONCAT_NULL_YIELDS_NULL ON;
SET ANSI_NULLS OFF;
GO
DELETE dbo.Person WHERE id = 5;
GO
--> Msg 1934, Level 16, State 1, Line 1: DELETE failed because the following SET options have incorrect settings: 'ANSI_NULLS'. Verify that SET options are correct for use with indexed views and/or indexes on computed columns and/or filtered indexes and/or query notifications and/or XML data type methods and/or spatial index operations.
--> info 3621: The statement has been terminated.
SET ANSI_NULLS ON;
GO
-- Dropping the clustered index drops all; altering the view, too.
DROP INDEX ux_email ON dbo.ActiveEmail;
SELECT COUNT(*) AS n FROM sys.indexes WHERE object_id = OBJECT_ID('dbo.ActiveEmail');
INSERT dbo.Person VALUES (6, N'A@X ', 1, NULL);
GO
--> n int
--> 0
--> (1 row)
CREATE UNIQUE CLUSTERED INDEX ux_email ON dbo.ActiveEmail (email);
GO
--> Msg 1505, Level 16, State 1, Line 1: The CREATE UNIQUE INDEX statement terminated because a duplicate key was found for the object name 'dbo.ActiveEmail' and the index name 'ux_email'. The duplicate key value is (A@X ).
--> info 3621: The statement has been terminated.
CREATE UNIQUE CLUSTERED INDEX ux_id ON dbo.ActiveEmail (id);
DROP INDEX nothing ON dbo.ActiveEmail;
GO
--> Msg 3701, Level 11, State 7, Line 2: Cannot drop the index 'dbo.ActiveEmail.nothing', because it does not exist or you do not have permission.
ALTER INDEX ux_id ON dbo.ActiveEmail REBUILD;
ALTER INDEX nothing ON dbo.ActiveEmail REBUILD;
GO
--> Msg 2727, Level 11, State 2, Line 2: Cannot find index 'nothing'.
ALTER VIEW dbo.ActiveEmail WITH SCHEMABINDING AS SELECT id, email, boss FROM dbo.Person WHERE active = 1;
GO
SELECT COUNT(*) AS n FROM sys.indexes WHERE object_id = OBJECT_ID('dbo.ActiveEmail');
DROP INDEX IF EXISTS ux_id ON dbo.ActiveEmail;
DROP VIEW dbo.ActiveEmail;
GO
--> n int
--> 0
-- Joins: the keys of the tables prove one index, another is held by looking at what changes.
CREATE TABLE dbo.Head (id int NOT NULL PRIMARY KEY, code varchar(10) NULL, region int NOT NULL);
CREATE TABLE dbo.Line (head int NOT NULL, line int NOT NULL, product int NULL, amount decimal(9, 2) NOT NULL, CONSTRAINT PK_Line PRIMARY KEY (head, line));
GO
CREATE VIEW dbo.Lines WITH SCHEMABINDING AS SELECT l.head, l.line, h.code, l.product FROM dbo.Head AS h JOIN dbo.Line AS l ON l.head = h.id;
GO
CREATE UNIQUE CLUSTERED INDEX cx ON dbo.Lines (head, line);
CREATE UNIQUE INDEX ux ON dbo.Lines (code, product);
INSERT dbo.Head VALUES (1, 'a', 1), (2, 'b', 1);
INSERT dbo.Line VALUES (1, 1, 10, 5), (1, 2, 11, 5), (2, 1, 10, 5), (2, 2, NULL, 5);
GO
--> (2 rows)
--> (4 rows)
INSERT dbo.Line VALUES (2, 3, NULL, 5);
GO
--> Msg 2601, Level 14, State 1, Line 1: Cannot insert duplicate key row in object 'dbo.Lines' with unique index 'ux'. The duplicate key value is (b, <NULL>).
--> info 3621: The statement has been terminated.
UPDATE dbo.Head SET code = 'A' WHERE id = 2;
GO
--> (1 row)
UPDATE dbo.Head SET region = 2;
INSERT dbo.Line VALUES (2, 3, 12, 5);
SELECT * FROM dbo.Lines ORDER BY head, line;
GO
--> (2 rows)
--> (1 row)
--> head int!, line int!, code varchar(10), product int
--> 1 | 1 | 'a' | 10
--> 1 | 2 | 'a' | 11
--> 2 | 1 | 'A' | 10
--> 2 | 2 | 'A' | NULL
--> 2 | 3 | 'A' | 12
-- Groups: their columns are unique of themselves.
CREATE VIEW dbo.Totals WITH SCHEMABINDING AS SELECT product, head, SUM(amount) AS total, COUNT_BIG(*) AS n FROM dbo.Line GROUP BY product, head;
GO
CREATE UNIQUE CLUSTERED INDEX cx ON dbo.Totals (product, head);
CREATE INDEX ix ON dbo.Totals (total);
INSERT dbo.Line VALUES (1, 9, 10, 7);
SELECT * FROM dbo.Totals ORDER BY product, head;
GO
--> Msg 2601, Level 14, State 1, Line 3: Cannot insert duplicate key row in object 'dbo.Lines' with unique index 'ux'. The duplicate key value is (a, 10).
--> info 3621: The statement has been terminated.
--> product int, head int!, total decimal(38,2), n bigint
--> NULL | 2 | 5.00 | 1
--> 10 | 1 | 5.00 | 1
--> 10 | 2 | 5.00 | 1
--> 11 | 1 | 5.00 | 1
--> 12 | 2 | 5.00 | 1
DROP INDEX cx ON dbo.Totals;
CREATE UNIQUE CLUSTERED INDEX cx ON dbo.Totals (head);
GO
--> Msg 1505, Level 16, State 1, Line 2: The CREATE UNIQUE INDEX statement terminated because a duplicate key was found for the object name 'dbo.Totals' and the index name 'cx'. The duplicate key value is (2).
--> info 3621: The statement has been terminated.
DELETE dbo.Line WHERE head = 1 AND product = 11;
DELETE dbo.Line WHERE head = 2 AND line > 1;
CREATE UNIQUE CLUSTERED INDEX cx ON dbo.Totals (head);
INSERT dbo.Line VALUES (2, 5, 10, 1);
INSERT dbo.Line VALUES (2, 6, 11, 1);
GO
--> (1 row)
--> (2 rows)
--> Msg 2601, Level 14, State 1, Line 4: Cannot insert duplicate key row in object 'dbo.Lines' with unique index 'ux'. The duplicate key value is (A, 10).
--> info 3621: The statement has been terminated.
--> Msg 2601, Level 14, State 1, Line 5: Cannot insert duplicate key row in object 'dbo.Totals' with unique index 'cx'. The duplicate key value is (2).
--> info 3621: The statement has been terminated.
