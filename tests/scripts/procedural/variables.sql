-- A variable begins as NULL, and may be given a value where it is declared.
DECLARE @a int, @b int = 5, @c varchar(10) = 'x' + 'y'
SELECT @a AS a, @b AS b, @c AS c
GO
--> a int, b int, c varchar(10)
--> NULL | 5 | 'xy'
-- SET and SELECT assign; compound operators.
DECLARE @a int, @b int, @s varchar(10) = 'a'
SET @a = 1
SELECT @a = @a + 1, @b = @a * 10
SET @s += 'b'
SET @a *= 3
SET @b %= 7
SELECT @a AS a, @b AS b, @s AS s
GO
--> a int, b int, s varchar(10)
--> 6 | 6 | 'ab'
-- SELECT from rows keeps the last; no row keeps the old value, while a subquery gives NULL.
DECLARE @v int = -1, @w int = -1
SELECT @v = v FROM (VALUES (1), (2), (3)) t (v) ORDER BY v
SELECT @w = v FROM (VALUES (1)) t (v) WHERE v = 9
SELECT @v AS v, @w AS w
SET @w = (SELECT v FROM (VALUES (1)) t (v) WHERE v = 9)
SELECT @w AS w
GO
--> v int, w int
--> 3 | -1
--> w int
--> NULL
-- It accumulates over the rows.
DECLARE @list varchar(100) = '', @sum int = 0
SELECT @list += v + ';', @sum += 1 FROM (VALUES ('a'), ('b'), ('c')) t (v) ORDER BY v
SELECT @list AS list, @sum AS n
GO
--> list varchar(100), n int
--> 'a;b;c;' | 3
-- Values are converted to the declared type.
DECLARE @i int = '42', @d decimal(4,1) = 2.25, @s char(3) = 'abcdef', @t datetime = '20240102'
SELECT @i AS i, @d AS d, @s AS s, @t AS t
GO
--> i int, d decimal(4,1), s char(3), t datetime
--> 42 | 2.3 | 'abc' | 2024-01-02 00:00:00.000
-- A variable lives for its batch.
SELECT @i AS i
GO
--> Msg 137, Level 15, State 2, Line 2: Must declare the scalar variable "@i".
-- Also for SET.
SET @nothing = 1
GO
--> Msg 137, Level 15, State 1, Line 2: Must declare the scalar variable "@nothing".
-- Blocks are no scopes, and a declaration that is not reached counts too, without its value.
IF 1 = 0 BEGIN DECLARE @x int = 5 END
SELECT @x AS x
GO
--> x int
--> NULL
-- In a loop the declaration does not begin anew, but its value is assigned again.
DECLARE @i int = 0
WHILE @i < 2
BEGIN
  DECLARE @bare int, @set int = 0
  SET @bare = ISNULL(@bare, 0) + 1
  SET @set = @set + 1
  SET @i += 1
END
SELECT @bare AS bare, @set AS assigned
GO
--> bare int, assigned int
--> 2 | 1
-- Twice is an error.
DECLARE @a int
DECLARE @A int
GO
--> Msg 134, Level 15, State 1, Line 3: The variable name '@A' has already been declared. Variable names must be unique within a query batch or stored procedure.
-- A SELECT assigns or returns, not both.
DECLARE @a int
SELECT @a = 1, 2
GO
--> Msg 141, Level 15, State 1, Line 3: A SELECT statement that assigns a value to a variable must not be combined with data-retrieval operations.
-- Several in one SELECT see one another from left to right.
DECLARE @a int = 1, @b int = 0
SELECT @a = 2, @b = @a
SELECT @b AS b
GO
--> b int
--> 2
