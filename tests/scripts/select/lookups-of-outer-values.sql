-- Values of an outer query are looked up in whichever source of a subquery knows them, and rows of one tenant by their code: no pair by pair.
SET NOCOUNT ON
CREATE TABLE a (id int, s varchar(20), x int NULL)
CREATE TABLE b (id int PRIMARY KEY, s varchar(20), x int NULL)
CREATE TABLE t (tenant int, id int, code varchar(20), x int NULL, PRIMARY KEY (tenant, id))
INSERT a SELECT value, CONCAT('A', value), NULLIF(value, 4000) FROM GENERATE_SERIES(1, 4000)
INSERT b SELECT value, CONCAT('a', value + 1000), NULLIF(value, 4000) FROM GENERATE_SERIES(1, 4000)
INSERT t SELECT 1 + value / 4001, value, CONCAT('c', value % 4000), value % 4000 FROM GENERATE_SERIES(1, 8000)
GO
SELECT COUNT(*) AS n FROM a WHERE EXISTS (SELECT 1 FROM a AS c JOIN b ON b.id = c.id WHERE b.s = a.s)
SELECT COUNT(*) AS n FROM a WHERE NOT EXISTS (SELECT 1 FROM a AS c LEFT JOIN b ON b.id = c.id WHERE LTRIM(c.s) = a.s AND b.x > 100)
SELECT COUNT(*) AS n, SUM(total) AS total FROM (SELECT (SELECT SUM(c.x) FROM a AS c JOIN b ON b.id = c.id WHERE UPPER(b.s) = a.s) AS total FROM a) AS q WHERE total > 0
SELECT COUNT(*) AS n FROM a CROSS APPLY (SELECT TOP (1) c.id FROM a AS c JOIN b ON b.id = c.id WHERE b.s = a.s ORDER BY c.x DESC) AS q
GO
--> n int
--> 3000
--> n int
--> 101
--> n int, total int
--> 3000 | 4501500
--> n int
--> 3000
SELECT COUNT(*) AS n FROM t AS p JOIN t AS q ON q.tenant = p.tenant AND q.code = p.code WHERE p.tenant = 1
SELECT COUNT(*) AS n, COUNT(q.id) AS matched FROM t AS p LEFT JOIN t AS q ON q.tenant = 2 AND q.x = p.x + 1 WHERE p.tenant = 1
SELECT COUNT(*) AS n FROM t AS p WHERE p.tenant = 1 AND NOT EXISTS (SELECT 1 FROM t AS q WHERE q.tenant = 2 AND UPPER(q.code) = p.code)
DECLARE @tenant int = 2
UPDATE p SET x = a.x FROM a JOIN t AS p ON p.tenant = @tenant AND p.code = REPLACE(a.s, 'A', 'c')
SELECT COUNT(*) AS n, SUM(x) AS total FROM t WHERE tenant = 2
MERGE t USING (SELECT @tenant AS tenant, id + 9000 AS id, REPLACE(s, 'A', 'c') AS code FROM a) AS s ON t.tenant = @tenant AND t.code = s.code
WHEN MATCHED THEN UPDATE SET x = -1
WHEN NOT MATCHED THEN INSERT VALUES (s.tenant, s.id, s.code, -2)
WHEN NOT MATCHED BY SOURCE AND t.tenant = @tenant THEN DELETE;
SELECT tenant, x, COUNT(*) AS n FROM t WHERE x < 0 GROUP BY tenant, x ORDER BY tenant, x
SELECT tenant, COUNT(*) AS n FROM t GROUP BY tenant ORDER BY tenant
GO
--> n int
--> 4000
--> n int, matched int
--> 4000 | 3999
--> info 8153: Warning: Null value is eliminated by an aggregate or other SET operation.
--> n int
--> 0
--> n int, total int
--> 4000 | 7998000
--> tenant int!, x int, n int
--> 2 | -2 | 1
--> 2 | -1 | 3999
--> tenant int!, n int
--> 1 | 4000
--> 2 | 4000
-- = ANY is IN and <> ALL is NOT IN, also with NULL and without rows.
SELECT COUNT(*) AS n FROM a WHERE s = ANY (SELECT s FROM b)
SELECT COUNT(*) AS n FROM a WHERE s <> ALL (SELECT s FROM b)
SELECT COUNT(*) AS n FROM a WHERE x <> ALL (SELECT x FROM b WHERE id > 3990)
SELECT COUNT(*) AS n FROM a WHERE x <> ALL (SELECT x FROM b WHERE id < 0)
SELECT v.n, CASE WHEN v.n = ANY (SELECT x FROM b WHERE id > 3998) THEN 'yes' WHEN NOT v.n = ANY (SELECT x FROM b WHERE id > 3998) THEN 'no' ELSE 'unknown' END AS of_any,
  CASE WHEN v.n <> ALL (SELECT x FROM b WHERE id IN (1, 2)) THEN 'yes' WHEN NOT v.n <> ALL (SELECT x FROM b WHERE id IN (1, 2)) THEN 'no' ELSE 'unknown' END AS of_all
FROM (VALUES (1), (3999), (5), (NULL)) AS v (n) ORDER BY v.n
GO
--> n int
--> 3000
--> n int
--> 1000
--> n int
--> 0
--> n int
--> 4000
--> n int, of_any varchar(7)!, of_all varchar(7)!
--> NULL | 'unknown' | 'unknown'
--> 1 | 'unknown' | 'no'
--> 5 | 'unknown' | 'yes'
--> 3999 | 'yes' | 'yes'
-- Conditions of WHERE that hold by one of several equalities.
SELECT COUNT(*) AS n, SUM(a.id) AS ids FROM a, b WHERE (a.id = b.x OR a.s = b.s) AND a.id > 2000
SELECT COUNT(*) AS n FROM a CROSS JOIN b WHERE b.x IN (a.x, a.id)
GO
--> n int, ids int
--> 3999 | 11998000
--> n int
--> 3999
-- A join under a security policy asks the predicate once a row.
CREATE TABLE seen (id int, owner varchar(20), x int)
INSERT seen SELECT value, IIF(value % 2 = 0, 'dbo', 'other'), value FROM GENERATE_SERIES(1, 1000)
GO
CREATE FUNCTION may_see (@owner varchar(20)) RETURNS TABLE WITH SCHEMABINDING AS RETURN SELECT 1 AS ok WHERE @owner = USER_NAME()
GO
CREATE SECURITY POLICY own_rows ADD FILTER PREDICATE dbo.may_see(owner) ON dbo.seen
GO
SELECT COUNT(*) AS n FROM seen AS p JOIN seen AS q ON p.x < q.x
SELECT COUNT(*) AS n, COUNT(q.id) AS matched FROM seen AS p LEFT JOIN seen AS q ON q.x - 2 = p.x
GO
--> n int
--> 124750
--> n int, matched int
--> 500 | 499
--> info 8153: Warning: Null value is eliminated by an aggregate or other SET operation.
DROP SECURITY POLICY own_rows
GO
