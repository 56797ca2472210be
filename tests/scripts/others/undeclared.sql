-- A variable that nothing declares ends the text before it begins, in whatever statement it stands; all of them are reported.
SELECT 1
DECLARE c CURSOR FOR SELECT 1
FETCH c INTO @x
GO
--> Msg 137, Level 15, State 2, Line 4: Must declare the scalar variable "@x".
SELECT 1
EXEC missing @a = @x, @b = @y OUTPUT
GO
--> Msg 137, Level 15, State 2, Line 2: Must declare the scalar variable "@x".
--> Msg 137, Level 15, State 2, Line 2: Must declare the scalar variable "@y".
UPDATE missing SET @x = a = @y
GO
--> Msg 137, Level 15, State 1, Line 1: Must declare the scalar variable "@x".
--> Msg 137, Level 15, State 2, Line 1: Must declare the scalar variable "@y".
SELECT @x = a FROM missing JOIN @t AS t ON t.a = @y
GO
--> Msg 137, Level 15, State 1, Line 1: Must declare the scalar variable "@x".
--> Msg 1087, Level 15, State 2, Line 1: Must declare the table variable "@t".
--> Msg 137, Level 15, State 2, Line 1: Must declare the scalar variable "@y".
BEGIN TRAN @x
RAISERROR (@y, 16, 1)
WAITFOR DELAY @z
OPEN @c
GO
--> Msg 137, Level 15, State 2, Line 1: Must declare the scalar variable "@x".
--> Msg 137, Level 15, State 2, Line 2: Must declare the scalar variable "@y".
--> Msg 137, Level 15, State 2, Line 3: Must declare the scalar variable "@z".
--> Msg 137, Level 15, State 2, Line 4: Must declare the scalar variable "@c".
