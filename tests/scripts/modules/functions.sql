-- Scalar and multi-statement functions.
CREATE TABLE dbo.prices (id int PRIMARY KEY, price decimal(9, 2) NOT NULL);
INSERT dbo.prices VALUES (1, 10.00), (2, 20.50);
GO
--> (2 rows)
CREATE FUNCTION dbo.withTax (@price decimal(9, 2), @rate decimal(5, 2) = 20) RETURNS decimal(9, 2) AS
BEGIN
  DECLARE @result decimal(9, 2);
  IF @price IS NULL RETURN 0;
  SET @result = @price * (1 + @rate / 100);
  RETURN @result;
END
GO
SELECT id, dbo.withTax(price, DEFAULT) AS gross, dbo.withTax(price, 5) AS reduced FROM dbo.prices ORDER BY id;
SELECT dbo.withTax(NULL, 1) AS zero;
DECLARE @x decimal(9, 2) = dbo.withTax(100, 10);
PRINT @x;
GO
--> id int!, gross decimal(9,2), reduced decimal(9,2)
--> 1 | 12.00 | 10.50
--> 2 | 24.60 | 21.53
--> zero decimal(9,2)
--> 0.00
--> print: 110.00

-- A function that reads tables, and one that calls itself.
CREATE FUNCTION dbo.total () RETURNS decimal(18, 2) AS BEGIN RETURN (SELECT SUM(price) FROM dbo.prices) END
GO
CREATE FUNCTION dbo.factorial (@n int) RETURNS bigint AS
BEGIN
  IF @n <= 1 RETURN 1;
  RETURN @n * dbo.factorial(@n - 1);
END
GO
SELECT dbo.total() AS total, dbo.factorial(15) AS f;
SELECT dbo.factorial(40) AS too_deep;
GO
--> total decimal(18,2), f bigint
--> 30.50 | 1307674368000
--> too_deep bigint
--> Msg 217, Level 16, State 1, Line 2: Maximum stored procedure, function, trigger, or view nesting level exceeded (limit 32).

-- Multi-statement table-valued functions.
CREATE FUNCTION dbo.upTo (@n int) RETURNS @r TABLE (i int PRIMARY KEY, square int) AS
BEGIN
  DECLARE @i int = 1;
  WHILE @i <= @n
  BEGIN
    INSERT @r VALUES (@i, @i * @i);
    SET @i += 1;
  END
  RETURN;
END
GO
SELECT i, square FROM dbo.upTo(3);
SELECT p.id, u.square FROM dbo.prices AS p CROSS APPLY dbo.upTo(p.id) AS u ORDER BY p.id, u.i;
GO
--> i int!, square int
--> 1 | 1
--> 2 | 4
--> 3 | 9
--> id int!, square int
--> 1 | 1
--> 2 | 1
--> 2 | 4

-- Errors in a function belong to the statement that calls it.
CREATE FUNCTION dbo.bad (@n int) RETURNS int AS
BEGIN

  RETURN 1 / @n;
END
GO
SELECT dbo.bad(0) AS x;
SELECT @@ERROR AS error;
GO
--> x int
--> Msg 8134, Level 16, State 1, Line 1: Divide by zero error encountered.
--> error int!
--> 8134

-- What a function may not do.
CREATE FUNCTION dbo.f1 () RETURNS int AS BEGIN PRINT 'x'; RETURN 1 END
GO
--> Msg 443, Level 16, State 14, Procedure f1, Line 3: Invalid use of a side-effecting operator 'PRINT' within a function.
CREATE FUNCTION dbo.f2 () RETURNS int AS BEGIN INSERT dbo.prices VALUES (3, 3); RETURN 1 END
GO
--> Msg 443, Level 16, State 15, Procedure f2, Line 1: Invalid use of a side-effecting operator 'INSERT' within a function.
CREATE FUNCTION dbo.f3 () RETURNS int AS BEGIN SELECT 1; RETURN 1 END
GO
--> Msg 444, Level 16, State 3, Procedure f3, Line 1: Select statements included within a function cannot return data to a client.
CREATE FUNCTION dbo.f4 () RETURNS int AS BEGIN DECLARE @x int END
GO
--> Msg 455, Level 16, State 2, Procedure f4, Line 1: The last statement included within a function must be a return statement.
