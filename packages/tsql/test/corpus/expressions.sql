SELECT 1, 1.5, .5, 1., 1e3, 1.5E-3, 2e, $1.5, $, £3, 0x, 0xABC, 'a''b', N'ünï', NULL
GO
SELECT -1, +1, ~1, - -1, -(-1), -(1 + 2) * 3, (-1) * 2, 2 * -3 * 4, 2 * (-3) * 4, -100.0 / -100.0 * 10.0
GO
SELECT a + b - c, a - (b - c), (a + b) * c, a * (b / c) % d, a & b | c ^ d, ~a * b, ~(a + b), a || b
GO
SELECT @a, @@ROWCOUNT, @@fetch_status, @@notsystem, @#$x
GO
SELECT CASE WHEN a = 1 THEN 'x' WHEN a > 1 AND b IS NULL THEN 'y' ELSE 'z' END, CASE a WHEN 1 THEN 2 END
GO
SELECT CAST(a AS int), TRY_CAST(a AS decimal(10, 2)), CONVERT(varchar(max), a, 121), CONVERT(char, a), TRY_CONVERT(xml(CONTENT dbo.c), a)
GO
SELECT CAST(a AS double precision), CAST(b AS national character varying(10)), CAST(c AS char varying(3)), CAST(d AS binary varying(max)), CAST(e AS dbo.MyType)
GO
SELECT PARSE('1' AS int), TRY_PARSE('1' AS money USING 'de-DE'), IIF(a = b, 1, 2), COALESCE(a, b, 0), NULLIF(a, ''), CHOOSE(1, a, b)
GO
SELECT COUNT(*), COUNT(DISTINCT a), COUNT(ALL a), SUM(a) OVER (), SUM(a) OVER (PARTITION BY b, c ORDER BY d DESC, e)
GO
SELECT SUM(a) OVER (ORDER BY d ROWS UNBOUNDED PRECEDING), SUM(a) OVER (ORDER BY d ROWS BETWEEN 1 PRECEDING AND CURRENT ROW), SUM(a) OVER (ORDER BY d RANGE BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING), SUM(a) OVER (ORDER BY d ROWS BETWEEN 2 PRECEDING AND 3 FOLLOWING)
GO
SELECT ROW_NUMBER() OVER w, SUM(a) OVER (w ROWS CURRENT ROW) FROM t WINDOW w AS (PARTITION BY a ORDER BY b), w2 AS (w), w3 AS w
GO
SELECT STRING_AGG(a, ',') WITHIN GROUP (ORDER BY b DESC), PERCENTILE_CONT(0.5) WITHIN GROUP (ORDER BY a) OVER (PARTITION BY b)
GO
SELECT FIRST_VALUE(a) IGNORE NULLS OVER (ORDER BY b), LAG(a, 1, 0) RESPECT NULLS OVER (ORDER BY b)
GO
SELECT dbo.f(1, DEFAULT), db.dbo.f(), srv.db.dbo.f(a), LEFT(a, 1), RIGHT(a, 2), db..f(1)
GO
SELECT x.value('(/a)[1]', 'int'), t.x.query('/a'), t.x.exist('/a'), @x.value('.', 'int'), CAST(a AS xml).value('.', 'int'), (a).ToString(), @h.GetAncestor(1).ToString(), @p.X, dbo.f(1).y
GO
SELECT hierarchyid::Parse('/1/'), geography::STGeomFromText('POINT(1 1)', 4326).STAsText(), hierarchyid::GetRoot(), geometry::[Null], dbo.MyType::Prop
GO
SELECT JSON_OBJECT('a':1, 'b':x ABSENT ON NULL), JSON_OBJECT(), JSON_ARRAY(1, 2 NULL ON NULL), JSON_ARRAY(), JSON_VALUE(a, '$.x')
GO
SELECT TRIM(a), TRIM('x' FROM a), TRIM(LEADING '0' FROM a), TRIM(BOTH FROM x), LTRIM(a)
GO
SELECT a AT TIME ZONE 'UTC', a AT TIME ZONE 'UTC' AT TIME ZONE @tz, a COLLATE Latin1_General_BIN + b COLLATE database_default, (a + b) COLLATE Latin1_General_CI_AS
GO
SELECT (SELECT 1), ((SELECT 1) + 2) * 3, (((SELECT MAX(a) FROM t))), ((SELECT 1) UNION (SELECT 2))
GO
SELECT CURRENT_TIMESTAMP, USER, CURRENT_USER, SESSION_USER, SYSTEM_USER, CURRENT_DATE, GETDATE()
GO
SELECT NEXT VALUE FOR dbo.s, NEXT VALUE FOR s OVER (ORDER BY a)
GO
SELECT {fn UCASE('a')}, {fn LEFT('abc', 1)}, {d '2024-01-31'}, {t '10:00:00'}, {ts '2024-01-31 10:00:00'}, {guid '6F9619FF-8B86-D011-B42D-00C04FC964FF'}, {fn EXTRACT(YEAR FROM a)}, {fn CURDATE()}
GO
SELECT $action, $identity, t.$rowguid, IDENTITYCOL, t.ROWGUIDCOL, $PARTITION.pf(a), db.$PARTITION.pf(1), $node_id
GO
SELECT IDENTITY(int, 1, 1) AS id, IDENTITY(decimal(10, 0)) AS x, a INTO #t FROM t
GO
SELECT * FROM t WHERE a = 1 AND b <> 2 OR NOT c = 3 AND (d != 4 OR e !< 5) AND f !> 6
GO
SELECT * FROM t WHERE a > = 1 AND b < > 2 AND c ! = 3 AND d < = 4
GO
SELECT * FROM t WHERE NOT NOT a = 1 AND NOT (a = 1 AND b = 2) OR (a = 1 OR b = 2) OR ((((a = 1))))
GO
SELECT * FROM t WHERE a IS NULL AND b IS NOT NULL AND a IS DISTINCT FROM b AND a IS NOT DISTINCT FROM NULL
GO
SELECT * FROM t WHERE a BETWEEN 1 AND 2 AND b NOT BETWEEN c AND d + 1 AND (a + b) * 2 BETWEEN 1 AND 2
GO
SELECT * FROM t WHERE a IN (1, 2) AND a NOT IN (SELECT b FROM u) AND a IN ((SELECT b FROM u)) AND a IN ((SELECT 1), 2) AND a IN (SELECT 1 UNION SELECT 2) AND a IN ((SELECT 1) UNION (SELECT 2))
GO
SELECT * FROM t WHERE a LIKE 'x%' AND a NOT LIKE '%!%%' ESCAPE '!' AND EXISTS (SELECT * FROM u) AND NOT EXISTS (SELECT 1)
GO
SELECT * FROM t WHERE a > ALL (SELECT 1) AND a = ANY (SELECT 2) AND a <> SOME (SELECT 3)
GO
SELECT * FROM t WHERE CONTAINS(a, 'x') AND CONTAINS((a, b), @s, LANGUAGE 1033) AND FREETEXT(*, 'y') AND CONTAINS(t.*, 'z') AND CONTAINS(PROPERTY(a, 'Title'), 'z')
GO
SELECT * FROM t, e, u WHERE MATCH(t-(e)->u) AND MATCH(SHORTEST_PATH(t(-(e)->u)+))
GO
SELECT * FROM t WHERE (a) = (1) AND (SELECT 1) = 1 AND ((SELECT 1) + 1) = 2 AND (a + 1) * 2 > (b) AND -(a) < 1 AND (a).x = 1
GO
SELECT * FROM t WHERE [select] = "from" AND [a]]b] = [c d] AND "e""f" = 1
GO
SELECT DATEADD(day, 1, a), DATEDIFF(mm, a, b), DATEPART(dw, a), DATENAME(weekday, GETDATE())
GO
SELECT 'a' + 'b' + 'c' + 'd', 'line \
continued', 'keeps
line', N'\', 'ends with \'
GO
SELECT REPLACE(REPLACE(REPLACE(REPLACE(LTRIM(RTRIM(CONVERT(varchar(100), a.SomeLongColumnName, 120))), '-', ''), ':', ''), ' ', ''), '.', '') AS stamp
GO
SELECT 1AS a, 2b, 0x1 AS c, 'x'y, a.b AS 'lit', c = 1, 'd' = 2, [e f] = 3, @v = 4
GO
SELECT * FROM t WHERE a LIKE 'x!%' {ESCAPE '!'} AND CONTAINS((t.*), 'x') AND CONTAINS((a), 'y') AND FREETEXT((*), @s) AND CONTAINS(($identity), @a)
GO
SELECT {fn current_time}, {fn convert(@a, sql_int)}, {fn extract(hour FROM GETDATE())}, +-++~+23, {guid N'34501789-D036-DD11-8F91-F6311CA728A5'}
