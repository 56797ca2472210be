-- Table variables as arguments of functions of all three kinds.
CREATE TYPE pairs AS TABLE (id int PRIMARY KEY, v varchar(10))
GO
CREATE FUNCTION howMany (@t pairs READONLY) RETURNS int AS BEGIN RETURN (SELECT COUNT(*) FROM @t) END
GO
CREATE FUNCTION fromId (@t dbo.pairs READONLY, @least int) RETURNS TABLE AS RETURN SELECT id, v FROM @t WHERE id >= @least
GO
CREATE FUNCTION ids (@t pairs READONLY) RETURNS @r TABLE (a int) AS BEGIN INSERT @r SELECT id FROM @t RETURN END
GO
CREATE FUNCTION outside (@t pairs READONLY, @least int) RETURNS TABLE AS RETURN SELECT COUNT(*) AS n FROM dbo.fromId(@t, @least)
GO
DECLARE @t pairs
SELECT dbo.howMany(@t) AS none
INSERT @t VALUES (1, 'a'), (2, 'b')
SELECT x.n, dbo.howMany(@t) AS c, f.v, (SELECT o.n FROM dbo.outside(@t, x.n) AS o) AS o
FROM (VALUES (1), (2)) AS x(n) CROSS APPLY dbo.fromId(@t, 2) AS f
SELECT i.a FROM dbo.ids(@t) AS i ORDER BY i.a
DECLARE @n int
EXEC @n = dbo.howMany @t
IF @n = dbo.howMany(@t) PRINT 'the same'
SELECT dbo.howMany(DEFAULT) AS d
SELECT * FROM dbo.ids(DEFAULT)
GO
--> none int
--> 0
--> (2 rows)
--> n int!, c int, v varchar(10), o int
--> 1 | 2 | 'b' | 2
--> 2 | 2 | 'b' | 1
--> a int
--> 1
--> 2
--> print: the same
--> d int
--> 0
--> a int
-- A function hands its parameter and a variable of its own on.
CREATE FUNCTION both (@t pairs READONLY) RETURNS int AS
BEGIN
  DECLARE @more pairs
  INSERT @more SELECT id + 10, v FROM @t UNION ALL SELECT id + 20, v FROM @t
  RETURN dbo.howMany(@more) * 10 + dbo.howMany(@t)
END
GO
CREATE PROCEDURE shown @p pairs READONLY AS SELECT dbo.both(@p) AS a, o.n FROM dbo.outside(@p, 2) AS o
GO
DECLARE @t pairs
INSERT @t VALUES (1, 'a'), (2, 'b')
EXEC shown @t
GO
--> (2 rows)
--> a int, n int
--> 42 | 1
DECLARE @t TABLE (id int PRIMARY KEY, v varchar(10))
SELECT dbo.howMany(@t)
GO
--> Msg 206, Level 16, State 2, Line 2: Operand type clash: table is incompatible with pairs
SELECT dbo.howMany(1)
GO
--> Msg 206, Level 16, State 2, Line 1: Operand type clash: int is incompatible with pairs
DECLARE @t TABLE (id int)
SELECT * FROM dbo.fromId(@t, 1)
GO
--> Msg 206, Level 16, State 2, Line 2: Operand type clash: table is incompatible with pairs
CREATE FUNCTION changes (@t pairs READONLY) RETURNS int AS BEGIN DELETE @t RETURN 1 END
GO
--> Msg 10700, Level 16, State 1, Procedure changes, Line 1: The table-valued parameter "@t" is READONLY and cannot be modified.
CREATE FUNCTION unread (@t pairs) RETURNS int AS BEGIN RETURN 1 END
GO
--> Msg 352, Level 15, State 1, Procedure unread, Line 1: The table-valued parameter "@t" must be declared with the READONLY option.
CREATE FUNCTION unread (@t pairs) RETURNS TABLE AS RETURN SELECT id FROM @t
GO
--> Msg 352, Level 15, State 1, Procedure unread, Line 1: The table-valued parameter "@t" must be declared with the READONLY option.
SELECT name, is_readonly, TYPE_NAME(user_type_id) AS t FROM sys.parameters WHERE object_id = OBJECT_ID('fromId')
GO
--> name nvarchar(128), is_readonly bit!, t nvarchar(128)
--> '@t' | 1 | 'pairs'
--> '@least' | 0 | 'int'

-- A scalar function returns a value wherever it returns.
CREATE FUNCTION nothing () RETURNS int AS BEGIN RETURN END
GO
--> Msg 1075, Level 15, State 1, Procedure nothing, Line 3: RETURN statements in scalar valued functions must include an argument.
CREATE FUNCTION sometimes (@a int) RETURNS int AS
BEGIN
  IF @a = 1
    RETURN
  RETURN 2
END
GO
--> Msg 1075, Level 15, State 1, Procedure sometimes, Line 4: RETURN statements in scalar valued functions must include an argument.
CREATE FUNCTION rowsOf () RETURNS @r TABLE (a int) AS BEGIN RETURN END
GO
