-- A condition on the numbers stops the numbering as TOP does: SQL Server reads no more of the four billion rows than the greatest number wanted.
CREATE VIEW dbo.Nums AS
WITH L0 AS (SELECT 1 AS c UNION ALL SELECT 1), L1 AS (SELECT 1 AS c FROM L0 AS a CROSS JOIN L0 AS b), L2 AS (SELECT 1 AS c FROM L1 AS a CROSS JOIN L1 AS b),
  L3 AS (SELECT 1 AS c FROM L2 AS a CROSS JOIN L2 AS b), L4 AS (SELECT 1 AS c FROM L3 AS a CROSS JOIN L3 AS b), L5 AS (SELECT 1 AS c FROM L4 AS a CROSS JOIN L4 AS b),
  Nums AS (SELECT ROW_NUMBER() OVER (ORDER BY (SELECT NULL)) AS n FROM L5)
SELECT n FROM Nums
GO
CREATE FUNCTION dbo.NumsTo (@low int, @high int) RETURNS TABLE AS RETURN
SELECT n, n * n AS square FROM dbo.Nums WHERE n BETWEEN @low AND @high
GO
CREATE TABLE dbo.t (s varchar(10) NULL)
INSERT dbo.t VALUES ('abc'), ('xy')
GO
--> (2 rows)

DECLARE @k int = 1000;
WITH L0 AS (SELECT 1 AS c UNION ALL SELECT 1), L1 AS (SELECT 1 AS c FROM L0 AS a CROSS JOIN L0 AS b), L2 AS (SELECT 1 AS c FROM L1 AS a CROSS JOIN L1 AS b),
  L3 AS (SELECT 1 AS c FROM L2 AS a CROSS JOIN L2 AS b), L4 AS (SELECT 1 AS c FROM L3 AS a CROSS JOIN L3 AS b), L5 AS (SELECT 1 AS c FROM L4 AS a CROSS JOIN L4 AS b),
  Nums AS (SELECT ROW_NUMBER() OVER (ORDER BY (SELECT NULL)) AS n FROM L5)
SELECT COUNT(*) AS numbers, MIN(n) AS least, MAX(n) AS greatest FROM Nums WHERE n <= @k
GO
--> numbers int, least bigint, greatest bigint
--> 1000 | 1 | 1000

-- Views and inline functions, in every form of the condition.
DECLARE @k int = 3
SELECT n FROM dbo.Nums WHERE n < @k
SELECT n FROM dbo.Nums WHERE n BETWEEN 2 AND @k ORDER BY n DESC
SELECT n FROM dbo.Nums WHERE @k + 1 >= n AND n > 2
SELECT n FROM dbo.Nums WHERE n = @k
SELECT n, square FROM dbo.NumsTo(4, 5)
SELECT COUNT(*) AS n FROM dbo.Nums WHERE n <= LEN('four')
SELECT DISTINCT n % 2 AS odd FROM dbo.Nums WHERE n <= 10 ORDER BY odd
SELECT n % 3 AS rest, COUNT(*) AS rows FROM dbo.Nums WHERE n <= 10 GROUP BY n % 3 ORDER BY rest
GO
--> n bigint
--> 1
--> 2
--> n bigint
--> 3
--> 2
--> n bigint
--> 3
--> 4
--> n bigint
--> 3
--> n bigint, square bigint
--> 4 | 16
--> 5 | 25
--> n int
--> 4
--> odd bigint
--> 0
--> 1
--> rest bigint, rows int
--> 0 | 3
--> 1 | 4
--> 2 | 3

-- No number is below one, above all or equal to NULL.
DECLARE @k int
SELECT n FROM dbo.Nums WHERE n <= @k
SET @k = -1
SELECT n FROM dbo.Nums WHERE n <= @k
SELECT n FROM dbo.Nums WHERE n <= 0
SELECT n FROM dbo.Nums WHERE n < 1
GO
--> n bigint
--> n bigint
--> n bigint
--> n bigint

-- Beside other tables.
SELECT t.s, Nums.n, SUBSTRING(t.s, Nums.n, 1) AS c FROM dbo.t JOIN dbo.Nums ON Nums.n <= 10 AND Nums.n <= LEN(t.s) ORDER BY t.s, Nums.n
SELECT t.s, Nums.n FROM dbo.t CROSS JOIN dbo.Nums WHERE Nums.n <= 2 AND Nums.n < LEN(t.s) ORDER BY t.s, Nums.n
SELECT t.s, Nums.n FROM dbo.t LEFT JOIN dbo.Nums ON Nums.n <= 4 AND Nums.n = LEN(t.s) + 1 ORDER BY t.s
SELECT Nums.n, t.s FROM dbo.Nums LEFT JOIN dbo.t ON LEN(t.s) = Nums.n WHERE Nums.n <= 3 ORDER BY Nums.n
SELECT t.s FROM dbo.t WHERE EXISTS (SELECT * FROM dbo.Nums WHERE n <= 5 AND n = LEN(t.s)) ORDER BY t.s
GO
--> s varchar(10), n bigint, c varchar(1)
--> 'abc' | 1 | 'a'
--> 'abc' | 2 | 'b'
--> 'abc' | 3 | 'c'
--> 'xy' | 1 | 'x'
--> 'xy' | 2 | 'y'
--> s varchar(10), n bigint
--> 'abc' | 1
--> 'abc' | 2
--> 'xy' | 1
--> s varchar(10), n bigint
--> 'abc' | 4
--> 'xy' | 3
--> n bigint, s varchar(10)
--> 1 | NULL
--> 2 | 'xy'
--> 3 | 'abc'
--> s varchar(10)
--> 'abc'
--> 'xy'

-- Conditions that bound only some of the rows, and rows that their own conditions or columns tell apart.
SELECT x.n, y.v FROM (SELECT ROW_NUMBER() OVER (ORDER BY (SELECT NULL)) AS n FROM (VALUES (7), (8), (9)) t (v)) x
LEFT JOIN (VALUES (1), (2), (3)) y (v) ON x.n <= 1 AND y.v = x.n ORDER BY x.n
SELECT x.n, y.v FROM (SELECT ROW_NUMBER() OVER (ORDER BY (SELECT NULL)) AS n FROM (VALUES (7), (8), (9)) t (v)) x
FULL JOIN (VALUES (1), (5)) y (v) ON x.n <= 1 AND y.v = x.n ORDER BY x.n, y.v
SELECT n FROM (SELECT ROW_NUMBER() OVER (ORDER BY v) AS n FROM (VALUES (7), (8), (9)) t (v)) x WHERE n <= 1 OR n = 3 ORDER BY n
SELECT n FROM (SELECT ROW_NUMBER() OVER (ORDER BY (SELECT NULL)) AS n FROM (VALUES (7), (8), (9)) t (v) WHERE v > 7) x WHERE n <= 5
SELECT v, n FROM (SELECT v, ROW_NUMBER() OVER (PARTITION BY v ORDER BY v) AS n FROM (VALUES (7), (8), (7)) t (v)) x WHERE n <= 1 ORDER BY v
SELECT n FROM (SELECT ROW_NUMBER() OVER (PARTITION BY v ORDER BY v) AS n FROM (VALUES (7), (8), (7)) t (v)) x WHERE n <= 1
SELECT v, n FROM (SELECT v, ROW_NUMBER() OVER (ORDER BY v DESC) AS n FROM (VALUES (7), (8), (9)) t (v)) x WHERE n <= 2 ORDER BY n
SELECT n, total FROM (SELECT ROW_NUMBER() OVER (ORDER BY v) AS n, COUNT(*) OVER () AS total FROM (VALUES (7), (8), (9)) t (v)) x WHERE n <= 1
SELECT n, total FROM (SELECT n, COUNT(*) OVER () AS total FROM (SELECT ROW_NUMBER() OVER (ORDER BY v) AS n FROM (VALUES (7), (8), (9)) t (v)) y) x WHERE n <= 1
SELECT n FROM (SELECT TOP (2) ROW_NUMBER() OVER (ORDER BY v) AS n FROM (VALUES (7), (8), (9)) t (v) ORDER BY n DESC) x WHERE n <= 2
SELECT n, rows FROM (SELECT n, COUNT(*) AS rows FROM (SELECT ROW_NUMBER() OVER (ORDER BY v) AS n FROM (VALUES (7), (8), (9)) t (v)) y GROUP BY n) x WHERE n <= 1
SELECT n, v FROM (SELECT DISTINCT ROW_NUMBER() OVER (ORDER BY v) AS n, 'a' AS v FROM (VALUES (7), (8), (9)) t (v)) x WHERE n <= 1
GO
--> n bigint, v int
--> 1 | 1
--> 2 | NULL
--> 3 | NULL
--> n bigint, v int
--> NULL | 5
--> 1 | 1
--> 2 | NULL
--> 3 | NULL
--> n bigint
--> 1
--> 3
--> n bigint
--> 1
--> 2
--> v int!, n bigint
--> 7 | 1
--> 8 | 1
--> n bigint
--> 1
--> 1
--> v int!, n bigint
--> 9 | 1
--> 8 | 2
--> n bigint, total int
--> 1 | 3
--> n bigint, total int
--> 1 | 3
--> n bigint
--> 2
--> n bigint, rows int
--> 1 | 1
--> n bigint, v varchar(1)!
--> 1 | 'a'

-- How many rows, told by a row around the query.
SELECT s, n FROM dbo.t CROSS APPLY (SELECT TOP (LEN(s)) n FROM (VALUES (1), (2), (3), (4)) x (n) ORDER BY n DESC) y ORDER BY s, n
SELECT s, n FROM dbo.t OUTER APPLY (SELECT DISTINCT TOP (LEN(s) - 2) n FROM (VALUES (1), (2), (1)) x (n) ORDER BY n) y ORDER BY s
SELECT s, n FROM dbo.t CROSS APPLY (SELECT TOP (LEN(s) * 25) PERCENT n FROM (VALUES (1), (2), (3), (4)) x (n) ORDER BY n) y ORDER BY s, n
SELECT s, n FROM dbo.t CROSS APPLY (SELECT n FROM (VALUES (1), (2), (3), (4)) x (n) ORDER BY n OFFSET LEN(s) - 1 ROWS FETCH NEXT LEN(s) - 1 ROWS ONLY) y ORDER BY s, n
SELECT s, (SELECT MAX(n) FROM (SELECT TOP (LEN(t.s)) ROW_NUMBER() OVER (ORDER BY (SELECT NULL)) AS n FROM sys.types) x) AS n FROM dbo.t ORDER BY s
SELECT s, n FROM dbo.t CROSS APPLY dbo.NumsTo(2, 3) WHERE n <= LEN(s) ORDER BY s, n
GO
--> s varchar(10), n int!
--> 'abc' | 2
--> 'abc' | 3
--> 'abc' | 4
--> 'xy' | 3
--> 'xy' | 4
--> s varchar(10), n int
--> 'abc' | 1
--> 'xy' | NULL
--> s varchar(10), n int!
--> 'abc' | 1
--> 'abc' | 2
--> 'abc' | 3
--> 'xy' | 1
--> 'xy' | 2
--> s varchar(10), n int!
--> 'abc' | 3
--> 'abc' | 4
--> 'xy' | 2
--> s varchar(10), n bigint
--> 'abc' | 3
--> 'xy' | 2
--> s varchar(10), n bigint
--> 'abc' | 2
--> 'abc' | 3
--> 'xy' | 2
