-- INSERT without a column list fills the columns of the view, in its order.
CREATE TABLE stock (id int PRIMARY KEY, place char(1) DEFAULT 'x', amount int);
GO
CREATE VIEW stock_amounts AS SELECT amount, id FROM stock;
GO
INSERT stock_amounts VALUES (9, 8);
INSERT stock_amounts SELECT 7, 6;
SELECT * FROM stock ORDER BY id;
GO
--> (1 row)
--> (1 row)
--> id int!, place char(1), amount int
--> 6 | 'x' | 7
--> 8 | 'x' | 9

-- Procedures are named without their schema in errors of the call.
CREATE PROCEDURE one_parameter @a int AS SELECT @a AS a;
GO
EXEC dbo.one_parameter;
GO
--> Msg 201, Level 16, State 4, Procedure dbo.one_parameter, Line 0: Procedure or function 'one_parameter' expects parameter '@a', which was not supplied.
EXEC one_parameter 1, 2;
GO
--> Msg 8144, Level 16, State 2, Procedure one_parameter, Line 0: Procedure or function one_parameter has too many arguments specified.

-- A message of the system takes its parameters from RAISERROR.
RAISERROR (15600, -1, -1, 'my_procedure');
GO
--> Msg 15600, Level 15, State 1, Line 3: An invalid parameter or option was specified for procedure 'my_procedure'.

-- Statements inside a function report nothing.
CREATE FUNCTION numbers (@n int) RETURNS @result TABLE (i int PRIMARY KEY, square AS i * i) AS
BEGIN
  DECLARE @i int = 0;
  WHILE @i < @n BEGIN INSERT @result VALUES (@i); SET @i += 1; END
  RETURN;
END
GO
SELECT * FROM numbers(3) ORDER BY i;
GO
--> i int!, square int
--> 0 | 0
--> 1 | 1
--> 2 | 4
