-- EXECUTE … WITH RESULT SETS by the shape of an object, of a table type, and as XML.
CREATE TABLE dbo.shape (id int NOT NULL, name nvarchar(20) NULL);
INSERT dbo.shape VALUES (1, N'one');
GO
--> (1 row)
CREATE VIEW dbo.seen AS SELECT name FROM dbo.shape;
GO
CREATE FUNCTION dbo.made () RETURNS TABLE AS RETURN SELECT CAST(1 AS bigint) AS big, CAST('x' AS char(3)) AS short;
GO
CREATE TYPE dbo.pair AS TABLE (a decimal(9, 2) NOT NULL, b varchar(5) NULL);
GO
EXEC ('SELECT ''7'' AS x, ''seven'' AS y') WITH RESULT SETS (AS OBJECT dbo.shape);
EXEC ('SELECT 1 AS x') WITH RESULT SETS (AS OBJECT seen);
EXEC ('SELECT 1 AS x, ''abc'' AS y') WITH RESULT SETS (AS OBJECT dbo.made);
EXEC ('SELECT 1.5 AS x, ''abc'' AS y; SELECT 1 AS z') WITH RESULT SETS (AS TYPE dbo.pair, (renamed int));
EXEC ('SELECT id, name FROM dbo.shape FOR XML AUTO, TYPE') WITH RESULT SETS (AS FOR XML);
EXEC ('SELECT id, name FROM dbo.shape FOR XML RAW') WITH RESULT SETS (AS FOR XML);
GO
--> id int!, name nvarchar(20)
--> 7 | 'seven'
--> name nvarchar(20)
--> '1'
--> big bigint, short char(3)
--> 1 | 'abc'
--> a decimal(9,2)!, b varchar(5)
--> 1.50 | 'abc'
--> renamed int
--> 1
--> XML_F52E2B61-18A1-11d1-B105-00805F49916B nvarchar(max)
--> '<dbo.shape id="1" name="one"/>'
--> XML_F52E2B61-18A1-11d1-B105-00805F49916B nvarchar(max)
--> '<row id="1" name="one"/>'
EXEC ('SELECT 1 AS x') WITH RESULT SETS (AS OBJECT dbo.shape);
GO
--> Msg 11537, Level 16, State 1, Line 1: EXECUTE statement failed because its WITH RESULT SETS clause specified 2 column(s) for result set number 1, but the statement sent 1 column(s) at run time.
EXEC ('SELECT NULL AS x, ''y'' AS y') WITH RESULT SETS (AS OBJECT dbo.shape);
GO
--> id int!, name nvarchar(20)
--> Msg 11553, Level 16, State 1, Line 1: EXECUTE statement failed because its WITH RESULT SETS clause specified a non-nullable type for column #1 in result set #1, and the corresponding value sent at run time was null.
EXEC ('SELECT 1 AS x') WITH RESULT SETS (AS OBJECT dbo.nothing);
GO
--> Msg 208, Level 16, State 1, Line 1: Invalid object name 'dbo.nothing'.
EXEC ('SELECT 1 AS x') WITH RESULT SETS (AS TYPE dbo.nothing);
GO
--> Msg 2715, Level 16, State 6, Line 1: Column, parameter, or variable #1: Cannot find data type dbo.nothing.
