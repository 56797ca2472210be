-- Division truncates towards zero; the remainder has the dividend's sign.
SELECT 7 / 2 AS a, -7 / 2 AS b, 7 % 3 AS c, -7 % 3 AS d, 7 % -3 AS e
GO
--> a int, b int, c int, d int, e int
--> 3 | -3 | 1 | -1 | 1
-- The wider type wins; nothing grows beyond it.
SELECT CAST(1 AS tinyint) + CAST(2 AS tinyint) AS t, CAST(1 AS smallint) + 1 AS i, 1 + CAST(1 AS bigint) AS b, CAST(1 AS bit) + 1 AS x
GO
--> t tinyint, i int, b bigint, x int
--> 3 | 2 | 2 | 2
-- Overflow is an error, of the type of the operation.
SELECT 2147483647 + 1 AS n
GO
--> n int
--> Msg 8115, Level 16, State 2, Line 2: Arithmetic overflow error converting expression to data type int.
SELECT CAST(200 AS tinyint) + CAST(100 AS tinyint) AS n
GO
--> n tinyint
--> Msg 8115, Level 16, State 2, Line 1: Arithmetic overflow error converting expression to data type tinyint.
SELECT CAST(9223372036854775807 AS bigint) * 2 AS n
GO
--> n bigint
--> Msg 8115, Level 16, State 2, Line 1: Arithmetic overflow error converting expression to data type bigint.
SELECT -CAST(-2147483648 AS int) AS n
GO
--> n int
--> Msg 8115, Level 16, State 2, Line 1: Arithmetic overflow error converting expression to data type int.
-- The literal one beyond int is numeric; bigint needs a CAST.
SELECT 2147483648 AS n, 9999999999 AS m, -2147483648 AS o, CAST(3000000000 AS bigint) AS p
GO
--> n numeric(10,0)!, m numeric(10,0)!, o int!, p bigint
--> 2147483648 | 9999999999 | -2147483648 | 3000000000
-- Dividing by zero is an error that ends the statement only.
SELECT 1 / 0 AS n
SELECT 'on' AS s
GO
--> n int
--> Msg 8134, Level 16, State 1, Line 2: Divide by zero error encountered.
--> s varchar(2)!
--> 'on'
SELECT 5 % 0 AS n
GO
--> n int
--> Msg 8134, Level 16, State 1, Line 1: Divide by zero error encountered.
-- CAST from decimal and float truncates; from money it rounds; from strings it must be a whole number.
SELECT CAST(2.9 AS int) AS a, CAST(-2.9 AS int) AS b, CAST(2.9e0 AS int) AS c, CAST($2.5 AS int) AS d, CAST($3.5 AS int) AS e, CAST(' 12 ' AS int) AS f, CAST('' AS int) AS g, CAST('-5' AS int) AS h
GO
--> a int, b int, c int, d int, e int, f int, g int, h int
--> 2 | -2 | 2 | 3 | 4 | 12 | 0 | -5
SELECT CAST('1.5' AS int) AS n
GO
--> n int
--> Msg 245, Level 16, State 1, Line 1: Conversion failed when converting the varchar value '1.5' to data type int.
SELECT CAST('99999999999' AS int) AS n
GO
--> n int
--> Msg 248, Level 16, State 1, Line 1: The conversion of the varchar value '99999999999' overflowed an int column.
SELECT CAST('300' AS tinyint) AS n
GO
--> n tinyint
--> Msg 244, Level 16, State 1, Line 1: The conversion of the varchar value '300' overflowed an INT1 column. Use a larger integer column.
SELECT CAST('99999' AS smallint) AS n
GO
--> n smallint
--> Msg 244, Level 16, State 2, Line 1: The conversion of the varchar value '99999' overflowed an INT2 column. Use a larger integer column.
SELECT CAST('99999999999999999999' AS bigint) AS n
GO
--> n bigint
--> Msg 8115, Level 16, State 2, Line 1: Arithmetic overflow error converting expression to data type bigint.
SELECT CAST(300 AS tinyint) AS n
GO
--> n tinyint
--> Msg 220, Level 16, State 2, Line 1: Arithmetic overflow error for data type tinyint, value = 300.
SELECT CAST(70000 AS smallint) AS n
GO
--> n smallint
--> Msg 220, Level 16, State 1, Line 1: Arithmetic overflow error for data type smallint, value = 70000.
SELECT CAST(3000000000 AS int) AS n
GO
--> n int
--> Msg 8115, Level 16, State 2, Line 1: Arithmetic overflow error converting expression to data type int.
-- Bit operators.
SELECT 6 & 3 AS a, 6 | 3 AS b, 6 ^ 3 AS c, ~6 AS d, ~CAST(6 AS tinyint) AS e, ~CAST(1 AS bit) AS f
GO
--> a int!, b int!, c int!, d int!, e tinyint, f bit
--> 2 | 7 | 5 | -7 | 249 | 0
-- Unary signs bind less tightly than the operators of a product.
SELECT 100 / -10 / 2 AS a, - 6 & 3 AS b, ~ 2 * 3 AS c, 2 + 3 * 4 AS d
GO
--> a int, b int!, c int, d int
--> -20 | 2 | -9 | 14
