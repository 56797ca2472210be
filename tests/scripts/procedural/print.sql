-- PRINT sends text as a message of severity 0.
PRINT 'plain'
PRINT N'größe'
PRINT 1 + 1
PRINT 'a' + CAST(5 AS varchar(5))
GO
--> print: plain
--> print: größe
--> print: 2
--> print: a5
-- Other types as CAST shows them; dates in the default style.
PRINT CAST('20240305 14:07' AS datetime)
PRINT CAST(1.50 AS decimal(5,2))
PRINT $3.14159
GO
--> print: Mar  5 2024  2:07PM
--> print: 1.50
--> print: 3.14
-- No subquery.
PRINT (SELECT 1)
GO
--> Msg 1046, Level 15, State 1, Line 2: Subqueries are not allowed in this context. Only scalar expressions are allowed.
-- A message of a procedure knows its name and line.
CREATE PROCEDURE speak AS
PRINT 'hello'
GO
EXEC speak
GO
--> print: hello
