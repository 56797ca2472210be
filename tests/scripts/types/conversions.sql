SET NOCOUNT ON
GO
-- Type precedence: the string becomes a number, a date, a GUID.
SELECT CASE WHEN '10' > 9 THEN 'number' END AS a, CASE WHEN '10' > '9' THEN 'greater' ELSE 'less' END AS b, CASE WHEN '20240102' = CAST('20240102' AS date) THEN 'date' END AS c, 1 + '2' AS d
GO
--> a varchar(6), b varchar(7)!, c varchar(4), d int
--> 'number' | 'less' | 'date' | 3
-- A conversion that fails ends the batch.
SELECT v FROM (VALUES ('1'), ('x')) t (v) WHERE v = 1
SELECT 'not reached' AS s
GO
--> v varchar(1)!
--> '1'
--> Msg 245, Level 16, State 1, Line 2: Conversion failed when converting the varchar value 'x' to data type int.
-- TRY_ forms give NULL; PARSE reads by culture.
SELECT TRY_CAST('x' AS int) AS a, TRY_CONVERT(decimal(4,2), '999') AS b, TRY_CAST('1' AS int) AS c, PARSE('1.234,5' AS decimal(9,2) USING 'de-DE') AS d, TRY_PARSE('x' AS int) AS e
GO
--> a int, b decimal(4,2), c int, d decimal(9,2), e int
--> NULL | NULL | 1 | 1234.50 | NULL
-- A number that does not fit its text.
SELECT CAST(12345 AS varchar(3)) AS a, CAST(12345 AS char(3)) AS b
GO
--> a varchar(3), b char(3)
--> '*' | '*  '
SELECT CAST(12345 AS nvarchar(3)) AS a
GO
--> a nvarchar(3)
--> Msg 8115, Level 16, State 2, Line 1: Arithmetic overflow error converting expression to data type nvarchar.
SELECT CAST(123.45 AS varchar(3)) AS a
GO
--> a varchar(3)
--> Msg 8115, Level 16, State 5, Line 1: Arithmetic overflow error converting numeric to data type varchar.
-- Conversions that do not exist.
SELECT CAST(CAST('20240101' AS date) AS int)
GO
--> Msg 529, Level 16, State 1, Line 2: Explicit conversion from data type date to int is not allowed.
DECLARE @i int = CAST('20240101' AS datetime)
GO
--> Msg 257, Level 16, State 3, Line 1: Implicit conversion from data type datetime to int is not allowed. Use the CONVERT function to run this query.
SELECT 1 + CAST('6F9619FF-8B86-D011-B42D-00C04FC964FF' AS uniqueidentifier)
GO
--> Msg 206, Level 16, State 2, Line 1: Operand type clash: uniqueidentifier is incompatible with int
-- An unknown type.
SELECT CAST(1 AS nonesuch)
GO
--> Msg 243, Level 16, State 1, Line 2: Type nonesuch is not a defined system type.
CREATE TABLE bad (a nonesuch)
GO
--> Msg 2715, Level 16, State 6, Line 1: Column, parameter, or variable #1: Cannot find data type nonesuch.
