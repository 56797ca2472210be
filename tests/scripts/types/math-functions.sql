-- Trigonometry is in float.
SELECT ROUND(ACOS(0e0), 6) AS a, ROUND(ASIN(1e0), 6) AS b, ROUND(ATAN(1e0), 6) AS c, ROUND(COT(1e0), 6) AS d, ROUND(TAN(1e0), 6) AS e
SELECT ROUND(RADIANS(180e0), 6) AS a
GO
--> a float, b float, c float, d float, e float
--> 1.570796 | 1.570796 | 0.785398 | 0.642093 | 1.557408
--> a float!
--> 3.141593
-- Bits.
SELECT LEFT_SHIFT(5, 2) AS a, RIGHT_SHIFT(20, 2) AS b, BIT_COUNT(7) AS c, GET_BIT(5, 2) AS d, SET_BIT(0, 3) AS e
GO
--> a int, b int, c bigint, d bit, e int
--> 20 | 5 | 3 | 1 | 8
-- Outside its domain a function fails.
SELECT ACOS(2e0) AS a
GO
--> a float
--> Msg 3623, Level 16, State 1, Line 2: An invalid floating point operation occurred.
SELECT value FROM GENERATE_SERIES(1, 10, 4)
SELECT value FROM GENERATE_SERIES(3, 1)
GO
--> value int
--> 1
--> 5
--> 9
--> value int
--> 3
--> 2
--> 1
SELECT value FROM GENERATE_SERIES(1, 3, 0)
GO
--> value int
--> Msg 4199, Level 16, State 1, Line 1: Argument value 0 is invalid for argument 3 of generate_series function.
