-- Errors that no other script has a place for: EXECUTE AS of database triggers, columns that a view has lost or gained, .WRITE, times as binary,
-- and statements about text pointers, natively compiled code and files.
CREATE TRIGGER watch ON DATABASE WITH EXECUTE AS OWNER FOR CREATE_TABLE AS RETURN;
GO
--> Msg 1083, Level 15, State 1, Procedure watch, Line 3: OWNER is not a valid option for EXECUTE AS in the context of server and database level triggers.
CREATE TABLE wide (a int, b int);
GO
CREATE VIEW renamed (x, y) AS SELECT * FROM wide;
GO
ALTER TABLE wide ADD c int;
GO
SELECT x FROM renamed;
GO
--> Msg 4501, Level 16, State 1, Line 1: View or function 'renamed' has more columns defined than column names given.
ALTER TABLE wide DROP COLUMN b, c;
GO
SELECT x FROM renamed;
GO
--> Msg 4502, Level 16, State 1, Line 1: View or function 'renamed' has more column names specified than columns defined.
DROP VIEW renamed;
DROP TABLE wide;
GO
CREATE TABLE note (id int, body varchar(max), old text);
INSERT note VALUES (1, 'abc', 'def');
UPDATE note SET body.WRITE('x', 0, -1) WHERE id = 1;
SELECT body FROM note;
GO
--> (1 row)
--> Msg 7135, Level 16, State 1, Line 3: Deletion length -1 is not in the range of available text, ntext, or image data.
--> info 3621: The statement has been terminated.
--> body varchar(max)
--> 'abc'
SELECT CAST(CAST('2024-05-06' AS date) AS varbinary(2)) AS short;
GO
--> short varbinary(2)
--> Msg 8152, Level 16, State 17, Line 1: String or binary data would be truncated.
SELECT TRY_CAST(CAST('2024-05-06' AS date) AS varbinary(2)) AS short;
GO
--> short varbinary(2)
--> NULL
DECLARE @p varbinary(16);
READTEXT note.old @p 0 1;
GO
--> old text
--> Msg 7133, Level 16, State 1, Line 2: NULL textptr (text, ntext, or image pointer) passed to READTEXT function.
DECLARE @p varbinary(16);
WRITETEXT note.old @p 'ghi';
GO
--> Msg 7133, Level 16, State 1, Line 2: NULL textptr (text, ntext, or image pointer) passed to WRITETEXT function.
DECLARE @p varbinary(16);
UPDATETEXT note.old @p 0 1 'g';
GO
--> Msg 7133, Level 16, State 1, Line 2: NULL textptr (text, ntext, or image pointer) passed to UPDATETEXT function.
CREATE PROCEDURE native_one WITH NATIVE_COMPILATION, SCHEMABINDING AS
BEGIN ATOMIC WITH (TRANSACTION ISOLATION LEVEL = SNAPSHOT, LANGUAGE = N'us_english')
  SELECT 1 AS one;
END;
GO
--> Msg 40510, Level 16, State 1, Procedure native_one, Line 1: Statement 'WITH NATIVE_COMPILATION' is not supported in this version of Sprocket.
BEGIN ATOMIC WITH (TRANSACTION ISOLATION LEVEL = SNAPSHOT, LANGUAGE = N'us_english')
  SELECT 1 AS one;
END;
GO
--> Msg 40510, Level 16, State 1, Line 1: Statement 'BEGIN ATOMIC … END' is not supported in this version of Sprocket.
SELECT * FROM OPENROWSET(BULK 'a.txt', SINGLE_CLOB, SINGLE_BLOB) AS f;
GO
--> Msg 471, Level 16, State 1, Line 1: Only one of the three options, SINGLE_BLOB, SINGLE_CLOB or SINGLE_NCLOB, can be specified.
SELECT * FROM OPENROWSET(BULK '../denied.txt', SINGLE_CLOB) AS f;
GO
--> BulkColumn varchar(max)
--> Msg 4861, Level 16, State 1, Line 1: Cannot bulk load because the file "../denied.txt" could not be opened. Operating system error code 5(Access is denied.).
DROP TABLE note;
GO
