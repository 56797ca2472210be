-- A literal with an exponent is float; real wins over everything but float.
SELECT 1e0 AS f, CAST(0.1 AS real) AS r, CAST(1 AS real) + 1 AS rr, CAST(1 AS real) + 1e0 AS ff
GO
--> f float!, r real, rr real, ff float
--> 1 | 0.1 | 2 | 2
-- Text has six digits, with an exponent where it is large or small; styles 1 to 3 have more.
SELECT CAST(1e0 / 3 AS varchar(30)) AS a, CAST(123456789e0 AS varchar(30)) AS b, CAST(1e6 AS varchar(30)) AS c, CAST(0.00001e0 AS varchar(30)) AS d, CAST(100000e0 AS varchar(30)) AS e
SELECT CONVERT(varchar(30), 1e0 / 3, 1) AS a, CONVERT(varchar(30), 1e0 / 3, 2) AS b, CONVERT(varchar(30), 1e0 / 3, 3) AS c
GO
--> a varchar(30), b varchar(30), c varchar(30), d varchar(30), e varchar(30)
--> '0.333333' | '1.23457e+008' | '1e+006' | '1e-005' | '100000'
--> a varchar(30), b varchar(30), c varchar(30)
--> '3.3333333e-001' | '3.333333333333333e-001' | '3.3333333333333331e-001'
-- STR writes fixed decimals.
SELECT STR(123.456, 8, 2) AS a, STR(123.456) AS b, STR(123456, 3) AS c
GO
--> a varchar(8), b varchar(10), c varchar(3)
--> '  123.46' | '       123' | '***'
-- Overflow and division by zero are errors: there is no infinity.
SELECT 1e308 * 10 AS x
GO
--> x float!
--> Msg 8115, Level 16, State 2, Line 2: Arithmetic overflow error converting expression to data type float.
SELECT 1e0 / 0 AS x
GO
--> x float!
--> Msg 8134, Level 16, State 1, Line 1: Divide by zero error encountered.
SELECT SQRT(-1) AS x
GO
--> x float
--> Msg 3623, Level 16, State 1, Line 1: An invalid floating point operation occurred.
-- No remainder.
SELECT 5e0 % 2
GO
--> Msg 402, Level 16, State 1, Line 2: The data types float and int are incompatible in the modulo operator.
-- float(24) is real, float(25) is float.
SELECT CAST(1 AS float(24)) AS r, CAST(1 AS float(25)) AS f
GO
--> r real, f float
--> 1 | 1
-- Sums of real are float.
SELECT SUM(v) AS s, MAX(v) AS m FROM (VALUES (CAST(1.5 AS real)), (2)) x (v)
GO
--> s float, m real
--> 3.5 | 2
-- Strings.
SELECT CAST('1.5e2' AS float) AS a, CAST(' -.5 ' AS float) AS b
GO
--> a float, b float
--> 150 | -0.5
SELECT CAST('abc' AS float) AS a
GO
--> a float
--> Msg 8114, Level 16, State 5, Line 1: Error converting data type varchar to float.
