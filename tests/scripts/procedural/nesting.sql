SET NOCOUNT ON
GO
-- Procedures call procedures; @@NESTLEVEL counts, @@PROCID names.
CREATE PROCEDURE inner_one AS SELECT @@NESTLEVEL AS level, OBJECT_NAME(@@PROCID) AS name
GO
CREATE PROCEDURE outer_one AS
SELECT @@NESTLEVEL AS level, OBJECT_NAME(@@PROCID) AS name
EXEC inner_one
GO
EXEC outer_one
SELECT @@NESTLEVEL AS level
GO
--> level int!, name nvarchar(128)
--> 1 | 'outer_one'
--> level int!, name nvarchar(128)
--> 2 | 'inner_one'
--> level int!
--> 0
-- A recursion, with OUTPUT.
CREATE PROCEDURE factorial @n int, @result bigint OUTPUT AS
IF @n <= 1 BEGIN SET @result = 1 RETURN END
DECLARE @less int = @n - 1
EXEC factorial @less, @result OUTPUT
SET @result = @result * @n
GO
DECLARE @f bigint
EXEC factorial 10, @f OUTPUT
SELECT @f AS f
GO
--> f bigint
--> 3628800
-- 32 levels are the limit.
CREATE PROCEDURE down @n int AS
IF @n = 1 SELECT @@NESTLEVEL AS level
ELSE BEGIN SET @n = @n - 1 EXEC down @n END
GO
EXEC down 32
GO
--> level int!
--> 32
EXEC down 33
GO
--> Msg 217, Level 16, State 1, Procedure down, Line 4: Maximum stored procedure, function, trigger, or view nesting level exceeded (limit 32).
-- A variable of the caller is not seen.
CREATE PROCEDURE blind AS SELECT @outside AS x
GO
--> Msg 137, Level 15, State 2, Procedure blind, Line 2: Must declare the scalar variable "@outside".
