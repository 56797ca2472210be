SET NOCOUNT ON
GO
-- A literal has as many digits as are written; a zero before the point does not count.
SELECT 1.50 AS a, 0.05 AS b, 100.0 AS c, .5 AS d, -12.345 AS e
GO
--> a numeric(3,2)!, b numeric(2,2)!, c numeric(4,1)!, d numeric(1,1)!, e numeric(5,3)!
--> 1.50 | 0.05 | 100.0 | 0.5 | -12.345
-- Sum and difference.
DECLARE @a decimal(5,2) = 123.45, @b decimal(7,4) = 1.0001
SELECT @a + @b AS s, @a - @b AS d
GO
--> s decimal(8,4), d decimal(8,4)
--> 124.4501 | 122.4499
-- Product and quotient. A quotient has at least six decimals and is cut, not rounded.
DECLARE @a decimal(5,2) = 2, @b decimal(5,2) = 3
SELECT @a * @b AS p, @a / @b AS q, @a % @b AS r
GO
--> p decimal(11,4), q decimal(13,8), r decimal(5,2)
--> 6.0000 | 0.66666666 | 2.00
-- Beyond 38 digits the scale gives way, but a product and a quotient keep six.
DECLARE @a decimal(38,10) = 1, @b decimal(38,10) = 3
SELECT @a * @b AS p, @a / @b AS q, @a + @b AS s
GO
--> p decimal(38,6), q decimal(38,6), s decimal(38,10)
--> 3.000000 | 0.333333 | 4.0000000000
-- An int literal counts its digits beside a decimal, an int variable has ten.
DECLARE @i int = 3
SELECT 10.0 / 3 AS a, 10.0 / @i AS b, 2.5 * 2 AS c
GO
--> a numeric(8,6), b numeric(14,12), c numeric(4,1)
--> 3.333333 | 3.333333333333 | 5.0
-- CAST rounds half away from zero.
SELECT CAST(2.345 AS decimal(5,2)) AS a, CAST(-2.345 AS decimal(5,2)) AS b, CAST(2.5 AS decimal(5,0)) AS c, CAST(1e-3 AS decimal(5,2)) AS d, CAST('12.345' AS decimal(5,2)) AS e
GO
--> a decimal(5,2), b decimal(5,2), c decimal(5,0), d decimal(5,2), e decimal(5,2)
--> 2.35 | -2.35 | 3 | 0.00 | 12.35
-- The default is 18 digits without decimals.
SELECT CAST(1.6 AS decimal) AS a, CAST(1.6 AS numeric(4)) AS b
GO
--> a decimal(18,0), b numeric(4,0)
--> 2 | 2
-- Too large.
SELECT CAST(1000 AS decimal(5,2)) AS n
GO
--> n decimal(5,2)
--> Msg 8115, Level 16, State 8, Line 2: Arithmetic overflow error converting int to data type numeric.
SELECT CAST(1234.5 AS decimal(4,2)) AS n
GO
--> n decimal(4,2)
--> Msg 8115, Level 16, State 8, Line 1: Arithmetic overflow error converting numeric to data type numeric.
SELECT CAST('1234' AS decimal(4,2)) AS n
GO
--> n decimal(4,2)
--> Msg 8115, Level 16, State 8, Line 1: Arithmetic overflow error converting varchar to data type numeric.
SELECT CAST('abc' AS decimal(4,2)) AS n
GO
--> n decimal(4,2)
--> Msg 8114, Level 16, State 5, Line 1: Error converting data type varchar to numeric.
-- A string has no exponent.
SELECT TRY_CAST('1e3' AS decimal(9,2)) AS a, TRY_CAST('1e3' AS float) AS b
GO
--> a decimal(9,2), b float
--> NULL | 1000
-- 38 digits are exact, in comparison and in sums.
DECLARE @t TABLE (v decimal(38,0))
INSERT @t VALUES (12345678901234567890123456789012345678), (1), (-99999999999999999999999999999999999999)
SELECT v FROM @t ORDER BY v
SELECT v + 1 AS v FROM @t WHERE v = 12345678901234567890123456789012345678
GO
--> v decimal(38,0)
--> -99999999999999999999999999999999999999
--> 1
--> 12345678901234567890123456789012345678
--> v decimal(38,0)
--> 12345678901234567890123456789012345679
-- Text of a decimal keeps its scale.
SELECT CAST(CAST(1.5 AS decimal(9,4)) AS varchar(20)) AS s, CONVERT(varchar(20), -0.50) AS t
GO
--> s varchar(20), t varchar(20)
--> '1.5000' | '-0.50'
-- The scale is not larger than the precision.
DECLARE @d decimal(5,6)
GO
--> Msg 192, Level 15, State 1, Line 2: The scale must be less than or equal to the precision.
