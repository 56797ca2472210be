-- BULK INSERT reads a data file of the permitted folder.
CREATE TABLE person (id int NOT NULL, name varchar(20) NULL, born datetime2(0) NULL, paid decimal(9, 2) NULL DEFAULT 1);
BULK INSERT person FROM 'people.txt';
SELECT @@ROWCOUNT AS n;
SELECT * FROM person ORDER BY id;
TRUNCATE TABLE person;
BULK INSERT dbo.person FROM 'people.txt' WITH (KEEPNULLS, FIRSTROW = 2, LASTROW = 2, TABLOCK, FIELDTERMINATOR = '\t', ROWTERMINATOR = '0x0a');
SELECT * FROM person;
GO
--> (3 rows)
--> n int!
--> 3
--> id int!, name varchar(20), born datetime2(0), paid decimal(9,2)
--> 1 | 'Ann' | 2001-02-03 00:00:00 | 10.50
--> 2 | 'Bob' | NULL | 1.00
--> 3 | 'Cid' | 1999-12-31 23:59:59 | 7.00
--> (1 row)
--> id int!, name varchar(20), born datetime2(0), paid decimal(9,2)
--> 2 | 'Bob' | NULL | NULL
-- CSV: quotes, terminators inside them, a heading.
CREATE TABLE quoted (id int, name nvarchar(30), note nvarchar(30));
BULK INSERT quoted FROM 'people-crlf.csv' WITH (FORMAT = 'CSV', FIRSTROW = 2);
SELECT id, name, REPLACE(note, CHAR(10), '/') AS note FROM quoted ORDER BY id;
GO
--> (3 rows)
--> id int, name nvarchar(30), note nvarchar(4000)
--> 1 | 'Ann, the first' | 'she said "hi"'
--> 2 | 'Bob' | NULL
--> 3 | 'Łukasz' | 'two/lines'
TRUNCATE TABLE quoted;
BULK INSERT quoted FROM 'broken.csv' WITH (FORMAT = 'CSV');
GO
--> Msg 4879, Level 16, State 1, Line 2: Bulk load failed due to invalid column value in CSV data file broken.csv in row 2, column 2.
--> Msg 7399, Level 16, State 1, Line 2: The OLE DB provider "BULK" for linked server "(null)" reported an error. The provider did not give any information about the error.
--> Msg 7330, Level 16, State 2, Line 2: Cannot fetch a row from OLE DB provider "BULK" for linked server "(null)".
SELECT COUNT(*) AS n FROM quoted;
GO
--> n int
--> 0
-- UTF-16, and a file that ends inside a row.
CREATE TABLE pair (id int, s nvarchar(10));
BULK INSERT pair FROM 'wide.txt' WITH (DATAFILETYPE = 'widechar');
SELECT * FROM pair ORDER BY id;
BULK INSERT pair FROM 'short.txt';
GO
--> (2 rows)
--> id int, s nvarchar(10)
--> 1 | 'ślad'
--> 2 | 'dwa'
--> Msg 4832, Level 16, State 1, Line 5: Bulk load: An unexpected end of file was encountered in the data file.
--> Msg 7399, Level 16, State 1, Line 5: The OLE DB provider "BULK" for linked server "(null)" reported an error. The provider did not give any information about the error.
--> Msg 7330, Level 16, State 2, Line 5: Cannot fetch a row from OLE DB provider "BULK" for linked server "(null)".
BEGIN TRY
  BULK INSERT pair FROM 'short.txt';
END TRY
BEGIN CATCH
  SELECT ERROR_NUMBER() AS number, ERROR_MESSAGE() AS message;
END CATCH;
SELECT COUNT(*) AS n FROM pair;
GO
--> number int, message nvarchar(4000)
--> 7330 | 'Cannot fetch a row from OLE DB provider "BULK" for linked server "(null)".'
--> n int
--> 2
-- Rows that do not fit are reported and left out.
CREATE TABLE strict (id int NOT NULL, s varchar(5) NULL, t tinyint NULL);
BULK INSERT strict FROM 'errors.txt' WITH (FIELDTERMINATOR = '|');
SELECT @@ROWCOUNT AS n, @@ERROR AS error;
SELECT * FROM strict ORDER BY id;
GO
--> Msg 4864, Level 16, State 1, Line 3: Bulk load data conversion error (type mismatch or invalid character for the specified codepage) for row 2, column 1 (id).
--> Msg 4863, Level 16, State 1, Line 3: Bulk load data conversion error (truncation) for row 3, column 2 (s).
--> Msg 4867, Level 16, State 1, Line 3: Bulk load data conversion error (overflow) for row 4, column 3 (t).
--> Msg 4869, Level 16, State 1, Line 3: The bulk load failed. Unexpected NULL value in data file row 5, column 1. The destination column (id) is defined as NOT NULL.
--> Msg 4864, Level 16, State 1, Line 3: Bulk load data conversion error (type mismatch or invalid character for the specified codepage) for row 6, column 3 (t).
--> (2 rows)
--> n int!, error int!
--> 2 | 4864
--> id int!, s varchar(5), t tinyint
--> 1 | 'abc' | 5
--> 7 | 'g' | 9
TRUNCATE TABLE strict;
BULK INSERT strict FROM 'errors.txt' WITH (FIELDTERMINATOR = '|', MAXERRORS = 2);
GO
--> Msg 4864, Level 16, State 1, Line 2: Bulk load data conversion error (type mismatch or invalid character for the specified codepage) for row 2, column 1 (id).
--> Msg 4863, Level 16, State 1, Line 2: Bulk load data conversion error (truncation) for row 3, column 2 (s).
--> Msg 4867, Level 16, State 1, Line 2: Bulk load data conversion error (overflow) for row 4, column 3 (t).
--> Msg 4865, Level 16, State 1, Line 2: Cannot bulk load because the maximum number of errors (2) was exceeded.
--> Msg 7399, Level 16, State 1, Line 2: The OLE DB provider "BULK" for linked server "(null)" reported an error. The provider did not give any information about the error.
--> Msg 7330, Level 16, State 2, Line 2: Cannot fetch a row from OLE DB provider "BULK" for linked server "(null)".
SELECT COUNT(*) AS n FROM strict;
GO
--> n int
--> 0
-- Identity, defaults, computed columns; constraints and triggers only when asked.
CREATE TABLE made (id int IDENTITY(100, 1) PRIMARY KEY, s nvarchar(10) CONSTRAINT ck_s CHECK (LEN(s) > 3), twice AS id * 2);
GO
CREATE TRIGGER told ON made AFTER INSERT AS SELECT COUNT(*) AS told FROM inserted;
GO
-- A computed column takes a field too, so this file is too narrow.
BULK INSERT made FROM 'wide.txt' WITH (DATAFILETYPE = 'widechar');
GO
--> (1 row)
ALTER TABLE made DROP COLUMN twice;
BULK INSERT made FROM 'wide.txt' WITH (DATAFILETYPE = 'widechar');
SELECT * FROM made;
SELECT is_not_trusted FROM sys.check_constraints WHERE parent_object_id = OBJECT_ID('made');
TRUNCATE TABLE made;
BULK INSERT made FROM 'wide.txt' WITH (DATAFILETYPE = 'widechar', KEEPIDENTITY, FIRE_TRIGGERS);
SELECT * FROM made;
GO
--> (2 rows)
--> id int!, s nvarchar(10)
--> 100 | 'ślad\n2'
--> 101 | 'ślad'
--> 102 | 'dwa'
--> is_not_trusted bit!
--> 1
--> told int
--> 2
--> (2 rows)
--> id int!, s nvarchar(10)
--> 1 | 'ślad'
--> 2 | 'dwa'
BULK INSERT made FROM 'wide.txt' WITH (DATAFILETYPE = 'widechar', CHECK_CONSTRAINTS);
GO
--> Msg 547, Level 16, State 0, Line 1: The INSERT statement conflicted with the CHECK constraint "ck_s". The conflict occurred in database "golden", table "dbo.made", column 's'.
--> info 3621: The statement has been terminated.
-- Temporary tables, transactions.
CREATE TABLE #t (id int, s nvarchar(10));
BEGIN TRAN;
BULK INSERT #t FROM 'wide.txt' WITH (DATAFILETYPE = 'widechar');
ROLLBACK;
SELECT COUNT(*) AS n FROM #t;
BULK INSERT #t FROM 'wide.txt' WITH (DATAFILETYPE = 'widechar');
SELECT COUNT(*) AS n FROM #t;
GO
--> (2 rows)
--> n int
--> 0
--> (2 rows)
--> n int
--> 2
-- Files and options that are refused.
BULK INSERT pair FROM 'nowhere.txt';
SELECT 'not reached' AS text;
GO
--> Msg 4860, Level 16, State 1, Line 2: Cannot bulk load. The file "nowhere.txt" does not exist or you don't have file access rights.
BULK INSERT nowhere FROM 'wide.txt';
GO
--> Msg 208, Level 16, State 1, Line 1: Invalid object name 'nowhere'.
BULK INSERT pair FROM 'wide.txt' WITH (FIRSTROW = 3, LASTROW = 2);
GO
--> Msg 4880, Level 16, State 1, Line 1: Cannot bulk load. When you use the FIRSTROW and LASTROW parameters, the value for FIRSTROW cannot be greater than the value for LASTROW.
--> info 3621: The statement has been terminated.
BULK INSERT pair FROM 'wide.txt' WITH (FORMAT = 'CSV', FIELDQUOTE = '""');
GO
--> Msg 4878, Level 16, State 1, Line 1: Invalid quote character specified for bulk load. Quote character can be one single byte or Unicode character.
--> info 3621: The statement has been terminated.
BULK INSERT pair FROM 'wide.txt' WITH (TABLOCK, TABLOCK);
GO
--> Msg 4130, Level 16, State 1, Line 1: A duplicate hint was specified for the BULK rowset: TABLOCK.
BULK INSERT pair FROM 'wide.txt' WITH (FORMATFILE = 'x.fmt');
GO
--> Msg 4860, Level 16, State 1, Line 1: Cannot bulk load. The file "x.fmt" does not exist or you don't have file access rights.
-- Whoever may not load is told so.
CREATE USER loader WITHOUT LOGIN;
GRANT INSERT ON pair TO loader;
EXECUTE AS USER = 'loader';
BULK INSERT pair FROM 'wide.txt';
GO
--> Msg 4834, Level 16, State 4, Line 5: You do not have permission to use the bulk load statement.
REVERT;
GO
-- A file as one value.
SELECT BulkColumn FROM OPENROWSET(BULK 'note.xml', SINGLE_BLOB) AS f;
SELECT j.a, j.b FROM OPENROWSET(BULK 'note.json', SINGLE_CLOB) AS f CROSS APPLY OPENJSON(f.BulkColumn) WITH (a int, b varchar(5)) AS j ORDER BY j.a;
SELECT x.text FROM OPENROWSET(BULK 'wide.txt', SINGLE_NCLOB) AS x (text);
DECLARE @x xml = (SELECT CAST(BulkColumn AS xml) FROM OPENROWSET(BULK 'note.xml', SINGLE_BLOB) AS f);
SELECT @x.value('count(/r/i)', 'int') AS n;
GO
--> BulkColumn varbinary(max)
--> 0x3C723E3C69206E3D2231222F3E3C69206E3D2232222F3E3C2F723E
--> a int, b varchar(5)
--> 1 | 'x'
--> 2 | 'y'
--> text nvarchar(max)
--> '1	ślad\n2	dwa\n'
--> n int
--> 2
SELECT * FROM OPENROWSET(BULK 'note.json', SINGLE_CLOB);
GO
--> Msg 491, Level 16, State 1, Line 1: A correlation name must be specified for the bulk rowset in the from clause.
SELECT * FROM OPENROWSET(BULK 'note.json', SINGLE_NCLOB) AS f;
GO
--> BulkColumn nvarchar(max)
--> Msg 4809, Level 16, State 1, Line 1: SINGLE_NCLOB requires a UNICODE (widechar) input file. The file specified is not Unicode.
SELECT * FROM OPENROWSET(BULK 'wide.txt', SINGLE_CLOB) AS f;
GO
--> BulkColumn varchar(max)
--> Msg 4806, Level 16, State 1, Line 1: SINGLE_CLOB requires a double-byte character set (DBCS) (char) input file. The file specified is Unicode.
SELECT * FROM OPENROWSET(BULK 'nowhere.json', SINGLE_CLOB) AS f;
GO
--> BulkColumn varchar(max)
--> Msg 4860, Level 16, State 1, Line 1: Cannot bulk load. The file "nowhere.json" does not exist or you don't have file access rights.
-- BATCHSIZE: what earlier batches have stored stays.
CREATE TABLE batched (id int NOT NULL, name varchar(20) NULL, born datetime2(0) NULL, paid decimal(9, 2) NULL CONSTRAINT at_most CHECK (paid < 10));
BULK INSERT batched FROM 'people.txt' WITH (BATCHSIZE = 1);
SELECT COUNT(*) AS n FROM batched;
TRUNCATE TABLE batched;
ALTER TABLE batched ADD CONSTRAINT once UNIQUE (born);
INSERT batched (id, born) VALUES (0, '1999-12-31 23:59:59');
BULK INSERT batched FROM 'people.txt' WITH (BATCHSIZE = 2);
GO
--> (3 rows)
--> n int
--> 3
--> (1 row)
--> Msg 2627, Level 14, State 1, Line 8: Violation of UNIQUE KEY constraint 'once'. Cannot insert duplicate key in object 'dbo.batched'. The duplicate key value is (1999-12-31 23:59:59).
--> info 3621: The statement has been terminated.
SELECT id FROM batched;
DELETE batched WHERE id > 0;
BULK INSERT batched FROM 'people.txt';
GO
--> id int!
--> 0
--> 1
--> 2
--> (2 rows)
--> Msg 2627, Level 14, State 1, Line 3: Violation of UNIQUE KEY constraint 'once'. Cannot insert duplicate key in object 'dbo.batched'. The duplicate key value is (1999-12-31 23:59:59).
--> info 3621: The statement has been terminated.
SELECT id FROM batched;
GO
--> id int!
--> 0
-- Into a view.
CREATE VIEW people AS SELECT id, name, born, paid FROM batched;
GO
TRUNCATE TABLE batched;
BULK INSERT people FROM 'people.txt';
SELECT id, name FROM batched;
GO
--> (3 rows)
--> id int!, name varchar(20)
--> 1 | 'Ann'
--> 2 | 'Bob'
--> 3 | 'Cid'
