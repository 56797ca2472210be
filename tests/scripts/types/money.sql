-- Four decimals; literals with a currency sign.
SELECT $1.5 AS a, $1234.56789 AS b, CAST(2 AS smallmoney) AS c, CAST('$1,234.5' AS money) AS d, £3 AS f
GO
--> a money!, b money!, c smallmoney, d money, f money!
--> 1.5000 | 1234.5679 | 2.0000 | 1234.5000 | 3.0000
-- Arithmetic stays money: products are rounded, quotients cut.
SELECT $1.0001 * $0.5555 AS p, $2 / $3 AS q, $1 / 7 AS r, $10 % 3 AS m
GO
--> p money, q money, r money, m money
--> 0.5556 | 0.6666 | 0.1428 | 1.0000
-- With a decimal the result is decimal.
SELECT $1.5 * 1.5 AS a, $1.5 + CAST(1 AS decimal(5,2)) AS b, $2 * 1.5e0 AS c
GO
--> a numeric(22,5), b decimal(20,4), c float!
--> 2.25000 | 2.5000 | 3
-- Text shows two decimals, rounded; style 1 has commas, 2 four decimals.
SELECT CAST($1234.567 AS varchar(20)) AS a, CONVERT(varchar(20), $1234567.891, 1) AS b, CONVERT(varchar(20), $1234.5678, 2) AS c, CONVERT(varchar(20), -$0.005, 0) AS d
GO
--> a varchar(20), b varchar(20), c varchar(20), d varchar(20)
--> '1234.57' | '1,234,567.89' | '1234.5678' | '-0.01'
-- Ranges.
SELECT CAST(922337203685477.5807 AS money) AS hi, CAST(-214748.3648 AS smallmoney) AS lo
GO
--> hi money, lo smallmoney
--> 922337203685477.5807 | -214748.3648
SELECT CAST('abc' AS money) AS x
GO
--> x money
--> Msg 235, Level 16, State 0, Line 1: Cannot convert a char value to money. The char value has incorrect syntax.
-- Aggregates.
SELECT SUM(v) AS s, AVG(v) AS a, SUM(CAST(v AS smallmoney)) AS t FROM (VALUES ($1), ($2), ($2)) x (v)
GO
--> s money, a money, t money
--> 5.0000 | 1.6666 | 5.0000
