-- Numbered procedures that are temporary: a group under one name, dropped together.
CREATE PROCEDURE #p AS SELECT 1 AS n
GO
CREATE PROCEDURE #p;2 @a int AS SELECT @a + 2 AS n
GO
CREATE PROCEDURE #p;3 AS EXEC #p;2 10
GO
EXEC #p
EXEC #p;2 5
EXEC #p;3
GO
--> n int!
--> 1
--> n int
--> 7
--> n int
--> 12
ALTER PROCEDURE #p;2 @a int AS SELECT @a * 2 AS n
GO
ALTER PROCEDURE #p AS SELECT 'first' AS n
GO
EXEC #p
EXEC #p;3
GO
--> n varchar(5)!
--> 'first'
--> n int
--> 20
CREATE PROCEDURE #p;2 AS SELECT 0
GO
--> Msg 2714, Level 16, State 3, Procedure #p, Line 1: There is already an object named '#p' in the database.
ALTER PROCEDURE #p;7 AS SELECT 0
GO
--> Msg 208, Level 16, State 6, Procedure #p, Line 1: Invalid object name '#p'.
CREATE PROCEDURE #q;2 AS SELECT 0
GO
--> Msg 2730, Level 11, State 1, Procedure #q, Line 1: Cannot create procedure '#q' with a group number of 2 because a procedure with the same name and a group number of 1 does not currently exist in the database. Must execute CREATE PROCEDURE '#q';1 first.
EXEC #p;9
GO
--> Msg 2812, Level 16, State 62, Line 1: Could not find stored procedure '#p'.
DROP PROCEDURE #p
GO
EXEC #p;2 1
GO
--> Msg 2812, Level 16, State 62, Line 1: Could not find stored procedure '#p'.
