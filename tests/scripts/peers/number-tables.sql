-- Tables of numbers as scripts make them: far more rows are joined than are wanted, and TOP stops the numbering.
SELECT TOP (5) n = ROW_NUMBER() OVER (ORDER BY a.object_id) FROM sys.all_columns a CROSS JOIN sys.all_columns b
GO
--> n bigint
--> 1
--> 2
--> 3
--> 4
--> 5
WITH n AS (SELECT TOP (10000) ROW_NUMBER() OVER (ORDER BY (SELECT NULL)) AS n FROM sys.all_columns a CROSS JOIN sys.all_columns b)
SELECT COUNT(*) AS even, MAX(n) AS greatest FROM n WHERE n % 2 = 0
GO
--> even int, greatest bigint
--> 5000 | 10000

-- Four billion rows, of which three are numbered.
WITH L0 AS (SELECT 1 AS c UNION ALL SELECT 1), L1 AS (SELECT 1 AS c FROM L0 AS a CROSS JOIN L0 AS b), L2 AS (SELECT 1 AS c FROM L1 AS a CROSS JOIN L1 AS b),
  L3 AS (SELECT 1 AS c FROM L2 AS a CROSS JOIN L2 AS b), L4 AS (SELECT 1 AS c FROM L3 AS a CROSS JOIN L3 AS b), L5 AS (SELECT 1 AS c FROM L4 AS a CROSS JOIN L4 AS b),
  Nums AS (SELECT ROW_NUMBER() OVER (ORDER BY (SELECT NULL)) AS n FROM L5)
SELECT TOP (3) n FROM Nums ORDER BY n
GO
--> n bigint
--> 1
--> 2
--> 3

-- What is made of the numbers, and rows that do not suffice.
DECLARE @n int = 3
SELECT TOP (@n) DATEADD(day, ROW_NUMBER() OVER (ORDER BY a.name DESC) - 1, '20240101') AS d, ROW_NUMBER() OVER (ORDER BY a.object_id) * 10 AS tens
FROM sys.all_objects a, sys.all_objects b ORDER BY ROW_NUMBER() OVER (ORDER BY a.object_id)
SELECT TOP (3) ROW_NUMBER() OVER (ORDER BY v DESC) AS n FROM (VALUES (7), (8), (9)) t (v) WHERE v > 7
SELECT TOP (0) ROW_NUMBER() OVER (ORDER BY v) AS n FROM (VALUES (7)) t (v)
GO
--> d datetime, tens bigint
--> 2024-01-01 00:00:00.000 | 10
--> 2024-01-02 00:00:00.000 | 20
--> 2024-01-03 00:00:00.000 | 30
--> n bigint
--> 1
--> 2
--> n bigint

-- The greatest numbers, numbers beside columns and numbers of parts need all rows.
SELECT TOP (2) ROW_NUMBER() OVER (ORDER BY v) AS n FROM (VALUES (7), (8), (9)) t (v) ORDER BY n DESC
SELECT TOP (2) ROW_NUMBER() OVER (ORDER BY v DESC) AS n, v FROM (VALUES (7), (8), (9)) t (v) ORDER BY n
SELECT TOP (2) ROW_NUMBER() OVER (PARTITION BY v ORDER BY v) AS n FROM (VALUES (7), (8), (9)) t (v)
SELECT TOP (2) n FROM (SELECT ROW_NUMBER() OVER (ORDER BY v) AS n FROM (VALUES (7), (8), (9)) t (v)) x ORDER BY n DESC
SELECT TOP (2) n FROM (SELECT ROW_NUMBER() OVER (ORDER BY v) AS n FROM (VALUES (7), (8), (9)) t (v)) x WHERE n > 1 ORDER BY n
SELECT TOP (1) v FROM (SELECT ROW_NUMBER() OVER (ORDER BY v DESC) AS n, v FROM (VALUES (7), (8), (9)) t (v)) x ORDER BY n
GO
--> n bigint
--> 3
--> 2
--> n bigint, v int!
--> 1 | 9
--> 2 | 8
--> n bigint
--> 1
--> 1
--> n bigint
--> 3
--> 2
--> n bigint
--> 2
--> 3
--> v int!
--> 9
