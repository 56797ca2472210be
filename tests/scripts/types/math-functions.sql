-- Results keep the type of a decimal argument, and become float elsewhere.
SELECT ABS(-2.5) AS a, CEILING(1.2) AS c, FLOOR(-1.2) AS f, SIGN(-3) AS s, ROUND(2.567, 1) AS r, ROUND(-2.5, 0) AS r2, POWER(2, 10) AS p, POWER(2.0, 0.5) AS p2, SQRT(16) AS q, SQUARE(3) AS sq
GO
--> a numeric(2,1)!, c numeric(2,0)!, f numeric(2,0)!, s int!, r numeric(4,3)!, r2 numeric(2,1)!, p int!, p2 numeric(38,1)!, q float!, sq float!
--> 2.5 | 2 | -2 | -1 | 2.600 | -3.0 | 1024 | 1.4 | 4 | 9
-- ROUND to tens, and cutting.
SELECT ROUND(1234, -2) AS a, ROUND(1250, -2) AS b, ROUND(2.567, 1, 1) AS c, ROUND(150.75e0, 0) AS d
GO
--> a int!, b int!, c numeric(4,3)!, d float!
--> 1200 | 1300 | 2.500 | 151
-- Logarithms and angles.
SELECT EXP(0) AS e, LOG(1) AS l, LOG10(1000) AS l10, LOG(8, 2) AS l2, PI() AS pi, DEGREES(PI()) AS d, SIN(0) AS s, COS(0) AS c, ATN2(0, 1) AS a
GO
--> e float!, l float!, l10 float!, l2 float!, pi float!, d float!, s float!, c float!, a float!
--> 1 | 0 | 3 | 3 | 3.141592653589793 | 180 | 0 | 1 | 0
-- Errors.
SELECT LOG(0) AS a
GO
--> a float!
--> Msg 3623, Level 16, State 1, Line 2: An invalid floating point operation occurred.
SELECT POWER(10, 10) AS a
GO
--> a int!
--> Msg 232, Level 16, State 3, Line 1: Arithmetic overflow error for type int, value = 10000000000.000000.
SELECT ABS(CAST(-2147483648 AS int)) AS a
GO
--> a int!
--> Msg 8115, Level 16, State 2, Line 1: Arithmetic overflow error converting expression to data type int.
-- The largest and the smallest of several.
SELECT GREATEST(1, 3, 2) AS g, LEAST(1.5, 2) AS l, GREATEST(NULL, 1) AS n
GO
--> g int!, l numeric(2,1)!, n int!
--> 3 | 1.5 | 1
-- Others.
SELECT ISNUMERIC('1e5') AS a, ISNUMERIC('abc') AS b, ISNUMERIC('$1') AS c, CHECKSUM(1) AS d, BINARY_CHECKSUM('a') AS e
GO
--> a int!, b int!, c int!, d int!, e int!
--> 1 | 0 | 1 | 1 | 97
