-- DROP and ALTER of an object of another kind.
CREATE PROCEDURE p AS RETURN
GO
CREATE FUNCTION f () RETURNS TABLE AS RETURN SELECT 1 AS a
GO
DROP TABLE p
GO
--> Msg 3705, Level 16, State 1, Line 1: Cannot use DROP TABLE with 'p' because 'p' is a procedure. Use DROP PROCEDURE.
DROP TABLE f
GO
--> Msg 3705, Level 16, State 1, Line 1: Cannot use DROP TABLE with 'f' because 'f' is a function. Use DROP FUNCTION.
ALTER FUNCTION f () RETURNS int AS BEGIN RETURN 1 END
GO
--> Msg 2010, Level 16, State 1, Procedure f, Line 1: Cannot perform alter on 'f' because it is an incompatible object type.
CREATE OR ALTER FUNCTION f () RETURNS @t TABLE (a int) AS BEGIN RETURN END
GO
--> Msg 2010, Level 16, State 1, Procedure f, Line 1: Cannot perform alter on 'f' because it is an incompatible object type.
ALTER PROCEDURE f AS SELECT 1
GO
--> Msg 2010, Level 16, State 1, Procedure f, Line 1: Cannot perform alter on 'f' because it is an incompatible object type.
-- A function has no output parameters.
CREATE FUNCTION g (@a int OUTPUT) RETURNS int AS BEGIN RETURN 1 END
GO
--> Msg 181, Level 15, State 1, Procedure g, Line 2: Cannot use the OUTPUT option in a DECLARE, CREATE AGGREGATE or CREATE FUNCTION statement.
