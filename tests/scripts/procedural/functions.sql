SET NOCOUNT ON
GO
CREATE TABLE item (id int NOT NULL, price decimal(8,2) NOT NULL)
INSERT item VALUES (1, 10), (2, 20)
GO
CREATE FUNCTION dbo.with_tax (@p decimal(8,2), @rate decimal(4,2) = 0.10) RETURNS decimal(10,2) AS
BEGIN
  DECLARE @r decimal(10,2)
  SET @r = @p * (1 + @rate)
  RETURN @r
END
GO
-- A scalar function, with a schema name; DEFAULT must be written.
SELECT id, dbo.with_tax(price, 0.5) AS t, dbo.with_tax(price, DEFAULT) AS d FROM item ORDER BY id
SELECT dbo.with_tax(NULL, 1) AS n
GO
--> id int!, t decimal(10,2), d decimal(10,2)
--> 1 | 15.00 | 11.00
--> 2 | 30.00 | 22.00
--> n decimal(10,2)
--> NULL
-- With EXEC arguments may be left out.
DECLARE @v decimal(10,2)
EXEC @v = dbo.with_tax 100
SELECT @v AS v
GO
--> v decimal(10,2)
--> 110.00
CREATE FUNCTION dbo.grade (@n int) RETURNS varchar(10) AS
BEGIN
  IF @n < 0 RETURN 'minus'
  DECLARE @i int = 0, @s varchar(10) = ''
  WHILE @i < @n BEGIN SET @s += '*' SET @i += 1 END
  RETURN @s
END
GO
-- Loops and conditions in a function; in WHERE and ORDER BY.
SELECT v, dbo.grade(v) AS g FROM (VALUES (-1), (0), (3)) t (v) WHERE dbo.grade(v) <> '' ORDER BY dbo.grade(v)
GO
--> v int!, g varchar(10)
--> 3 | '***'
--> -1 | 'minus'
CREATE FUNCTION dbo.cheap (@max decimal(8,2)) RETURNS TABLE AS RETURN SELECT id, price FROM item WHERE price <= @max
GO
CREATE FUNCTION dbo.counted (@n int) RETURNS @r TABLE (i int PRIMARY KEY, label varchar(10) DEFAULT 'x') AS
BEGIN
  WHILE @n > 0 BEGIN INSERT @r (i) VALUES (@n) SET @n -= 1 END
  UPDATE @r SET label = 'one' WHERE i = 1
  RETURN
END
GO
-- Table functions.
SELECT id FROM dbo.cheap(15)
SELECT i, label FROM dbo.counted(2) ORDER BY i
SELECT c.id, n.i FROM dbo.cheap(100) c CROSS APPLY dbo.counted(c.id) n ORDER BY c.id, n.i
GO
--> id int!
--> 1
--> i int!, label varchar(10)
--> 1 | 'one'
--> 2 | 'x'
--> id int!, i int!
--> 1 | 1
--> 2 | 1
--> 2 | 2
-- RETURNS NULL ON NULL INPUT.
CREATE FUNCTION dbo.careful (@n int) RETURNS int WITH RETURNS NULL ON NULL INPUT AS BEGIN RETURN 5 END
GO
SELECT dbo.careful(NULL) AS a, dbo.careful(1) AS b
GO
--> a int, b int
--> NULL | 5
-- A recursive one.
CREATE FUNCTION dbo.fact (@n int) RETURNS bigint AS BEGIN RETURN CASE WHEN @n <= 1 THEN 1 ELSE @n * dbo.fact(@n - 1) END END
GO
SELECT dbo.fact(10) AS f
GO
--> f bigint
--> 3628800
-- The schema name is needed, and all arguments are.
SELECT with_tax(1, 1)
GO
--> Msg 195, Level 15, State 10, Line 2: 'with_tax' is not a recognized built-in function name.
SELECT dbo.with_tax(1)
GO
--> Msg 313, Level 16, State 2, Line 1: An insufficient number of arguments were supplied for the procedure or function dbo.with_tax.
SELECT dbo.with_tax(1, 2, 3)
GO
--> Msg 8144, Level 16, State 2, Line 1: Procedure or function dbo.with_tax has too many arguments specified.
SELECT * FROM dbo.cheap()
GO
--> Msg 313, Level 16, State 3, Line 1: An insufficient number of arguments were supplied for the procedure or function dbo.cheap.
-- A function changes nothing.
CREATE FUNCTION dbo.bad () RETURNS int AS BEGIN DELETE item RETURN 1 END
GO
--> Msg 443, Level 16, State 15, Procedure bad, Line 2: Invalid use of a side-effecting operator 'DELETE' within a function.
CREATE FUNCTION dbo.bad () RETURNS int AS BEGIN SELECT 1 RETURN 1 END
GO
--> Msg 444, Level 16, State 3, Procedure bad, Line 1: Select statements included within a function cannot return data to a client.
-- It ends with RETURN.
CREATE FUNCTION dbo.bad () RETURNS int AS BEGIN DECLARE @x int END
GO
--> Msg 455, Level 16, State 2, Procedure bad, Line 2: The last statement included within a function must be a return statement.
