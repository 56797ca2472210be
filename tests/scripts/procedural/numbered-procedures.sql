-- Procedures of one name and several numbers.
CREATE PROCEDURE dbo.several;2 AS SELECT 2 AS two;
GO
--> Msg 2730, Level 11, State 1, Procedure several, Line 2: Cannot create procedure 'dbo.several' with a group number of 2 because a procedure with the same name and a group number of 1 does not currently exist in the database. Must execute CREATE PROCEDURE 'dbo.several';1 first.
CREATE PROCEDURE dbo.several;1 @n int = 1 AS SELECT @n AS one;
GO
CREATE PROCEDURE dbo.several;2 @a int, @b int = 5 OUTPUT AS SET @b = @a * 2; SELECT @a AS a; RETURN 7;
GO
CREATE PROCEDURE dbo.several;2 AS SELECT 'again' AS again;
GO
--> Msg 2714, Level 16, State 3, Procedure several, Line 1: There is already an object named 'several' in the database.
CREATE OR ALTER PROCEDURE dbo.several;3 AS SELECT 'three' AS three; EXEC dbo.several;1 33;
GO
DECLARE @b int, @r int;
EXEC dbo.several;
EXEC dbo.several;1 10;
EXEC @r = several;2 21, @b OUTPUT;
SELECT @r AS status, @b AS b;
EXEC dbo.several;3;
EXEC dbo.several;4;
GO
--> one int
--> 1
--> one int
--> 10
--> a int
--> 21
--> status int, b int
--> 7 | 42
--> three varchar(5)!
--> 'three'
--> one int
--> 33
--> Msg 2812, Level 16, State 62, Line 7: Could not find stored procedure 'dbo.several'.
ALTER PROCEDURE dbo.several;3 AS SELECT 'changed' AS three;
GO
ALTER PROCEDURE dbo.several;5 AS SELECT 5 AS five;
GO
--> Msg 208, Level 16, State 6, Procedure several, Line 1: Invalid object name 'dbo.several;5'.
ALTER PROCEDURE dbo.several AS SELECT 'first' AS one;
GO
EXEC dbo.several;
EXEC dbo.several;3;
SELECT OBJECT_NAME(object_id) AS name, procedure_number, definition FROM sys.numbered_procedures ORDER BY procedure_number;
GO
--> one varchar(5)!
--> 'first'
--> three varchar(7)!
--> 'changed'
--> name nvarchar(128), procedure_number smallint, definition nvarchar(max)
--> 'several' | 2 | 'CREATE PROCEDURE dbo.several;2 @a int, @b int = 5 OUTPUT AS SET @b = @a * 2; SELECT @a AS a; RETURN 7;'
--> 'several' | 3 | 'CREATE PROCEDURE dbo.several;3 AS SELECT ''changed'' AS three;'
DROP PROCEDURE dbo.several;
GO
EXEC dbo.several;2 1;
GO
--> Msg 2812, Level 16, State 62, Line 1: Could not find stored procedure 'dbo.several'.
SELECT COUNT(*) AS n FROM sys.numbered_procedures;
GO
--> n int
--> 0
