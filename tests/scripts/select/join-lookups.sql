-- Joins by what is computed look rows up, as joins by columns do: with 4,000 rows a side, comparing all pairs would take minutes.
SET NOCOUNT ON
CREATE TABLE a (id int, s varchar(20), x int NULL, d datetime, v varchar(10), cs varchar(20) COLLATE Latin1_General_CS_AS)
CREATE TABLE b (id int, s varchar(20), x int NULL, d date, v varchar(10), cs varchar(20) COLLATE Latin1_General_CS_AS)
INSERT a SELECT value, CONCAT(' Name ', value), NULLIF(value % 2000, 0), DATEADD(minute, value * 90, '20240101'), value, CONCAT('N', value) FROM GENERATE_SERIES(1, 4000)
INSERT b SELECT value + 1000, CONCAT('NAME ', value + 1000, ' '), NULLIF(value, 2000), DATEADD(day, value, '20240101'), value + 1000, CONCAT('n', value + 1000) FROM GENERATE_SERIES(1, 4000)
GO
SELECT COUNT(*) AS inner_join, SUM(a.id) AS ids FROM a JOIN b ON LTRIM(RTRIM(a.s)) = LTRIM(RTRIM(b.s))
SELECT COUNT(*) AS left_join, COUNT(b.id) AS matched FROM a LEFT JOIN b ON UPPER(LTRIM(a.s)) = UPPER(b.s)
SELECT COUNT(*) AS right_join, COUNT(a.id) AS matched FROM a RIGHT JOIN b ON a.id = b.id - 1
SELECT COUNT(*) AS full_join, COUNT(a.id) AS in_a, COUNT(b.id) AS in_b FROM a FULL JOIN b ON a.id + 1 = b.id
SELECT COUNT(*) AS by_conversion, COUNT(b.id) AS matched FROM a LEFT JOIN b ON a.id = CAST(b.v AS int)
SELECT COUNT(*) AS implicit, COUNT(b.id) AS matched FROM a LEFT JOIN b ON a.id = b.v
SELECT COUNT(*) AS by_date, COUNT(b.id) AS matched FROM a LEFT JOIN b ON CAST(a.d AS date) = DATEADD(day, -1, b.d)
SELECT COUNT(*) AS by_default, COUNT(b.id) AS matched FROM a LEFT JOIN b ON ISNULL(a.x, -1) = ISNULL(b.x, -1)
SELECT COUNT(*) AS case_insensitive, COUNT(b.id) AS matched FROM a LEFT JOIN b ON a.cs COLLATE Latin1_General_CI_AS = b.cs
SELECT COUNT(*) AS case_sensitive, COUNT(b.id) AS matched FROM a LEFT JOIN b ON a.cs = b.cs
SELECT COUNT(*) AS of_derived, COUNT(t.k) AS matched FROM a LEFT JOIN (SELECT x * 2 AS k FROM b) AS t ON t.k = a.x
SELECT COUNT(*) AS of_groups, COUNT(t.m) AS matched FROM a LEFT JOIN (SELECT UPPER(s) AS s, MAX(id) AS m FROM b GROUP BY UPPER(s)) AS t ON t.m = a.id
SELECT COUNT(*) AS in_parentheses, COUNT(b.id) AS matched FROM a LEFT JOIN (b JOIN b AS c ON c.id = b.id) ON RTRIM(b.s) = LTRIM(a.s)
GO
--> inner_join int, ids int
--> 3000 | 7501500
--> left_join int, matched int
--> 4000 | 3000
--> info 8153: Warning: Null value is eliminated by an aggregate or other SET operation.
--> right_join int, matched int
--> 4000 | 3001
--> info 8153: Warning: Null value is eliminated by an aggregate or other SET operation.
--> full_join int, in_a int, in_b int
--> 4999 | 4000 | 4000
--> info 8153: Warning: Null value is eliminated by an aggregate or other SET operation.
--> by_conversion int, matched int
--> 4000 | 3000
--> info 8153: Warning: Null value is eliminated by an aggregate or other SET operation.
--> implicit int, matched int
--> 4000 | 3000
--> info 8153: Warning: Null value is eliminated by an aggregate or other SET operation.
--> by_date int, matched int
--> 4000 | 4000
--> by_default int, matched int
--> 4000 | 4000
--> case_insensitive int, matched int
--> 4000 | 3000
--> info 8153: Warning: Null value is eliminated by an aggregate or other SET operation.
--> case_sensitive int, matched int
--> 4000 | 0
--> info 8153: Warning: Null value is eliminated by an aggregate or other SET operation.
--> of_derived int, matched int
--> 4000 | 1998
--> info 8153: Warning: Null value is eliminated by an aggregate or other SET operation.
--> of_groups int, matched int
--> 4000 | 3000
--> info 8153: Warning: Null value is eliminated by an aggregate or other SET operation.
--> in_parentheses int, matched int
--> 4000 | 3000
--> info 8153: Warning: Null value is eliminated by an aggregate or other SET operation.
