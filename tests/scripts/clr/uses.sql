SET NOCOUNT ON
GO
-- CLR types wherever a type can stand.
CREATE TABLE t (id int PRIMARY KEY, g geometry, l geography, h hierarchyid)
INSERT t VALUES (1, 'POINT(1 2)', 'POINT(3 4)', '/1/')
GO
CREATE TYPE node FROM hierarchyid
CREATE TYPE places AS TABLE (h hierarchyid PRIMARY KEY, l geography)
GO
DECLARE @n node = '/1/', @t places
INSERT @t VALUES ('/1/', 'POINT(1 1)'), (@n.GetDescendant(NULL, NULL), NULL)
SELECT h.ToString() AS h, l.Lat AS lat FROM @t ORDER BY h
GO
--> h nvarchar(4000), lat float
--> '/1/' | 1
--> '/1/1/' | NULL
DECLARE c CURSOR FOR SELECT h, g FROM t
DECLARE @h hierarchyid, @g geometry
OPEN c
FETCH c INTO @h, @g
SELECT @h.ToString() AS h, @g.ToString() AS g
CLOSE c
DEALLOCATE c
GO
--> h nvarchar(4000), g nvarchar(max)
--> '/1/' | 'POINT (1 2)'
EXEC sp_executesql N'SELECT @h.GetLevel() AS level, @l.Lat AS lat', N'@h hierarchyid, @l geography', '/1/2/', @l = 'POINT(1 2)'
GO
--> level smallint, lat float
--> 2 | 2
CREATE TRIGGER tr ON t AFTER INSERT, UPDATE AS SELECT h.ToString() AS h, inserted.g.STX AS x FROM inserted
GO
INSERT t VALUES (2, 'POINT(3 4)', NULL, '/3/')
MERGE t USING (VALUES (2, CAST('/4/' AS hierarchyid))) AS s (id, h) ON t.id = s.id WHEN MATCHED THEN UPDATE SET h = s.h, g.STSrid = 5;
GO
--> h nvarchar(4000), x float
--> '/3/' | 3
--> h nvarchar(4000), x float
--> '/4/' | 3
DROP TRIGGER tr
GO
CREATE VIEW v AS SELECT id, h.GetLevel() AS level, g.STX AS x, h FROM t
GO
SELECT id, level, x, v.h.ToString() AS h FROM v WHERE v.h > '/1/'
GO
--> id int!, level smallint, x float, h nvarchar(4000)
--> 2 | 1 | 3 | '/4/'
SELECT h, g INTO #copy FROM t WHERE id = 1
SELECT h.ToString() AS h, g.STAsText() AS g FROM #copy
GO
--> h nvarchar(4000), g nvarchar(max)
--> '/1/' | 'POINT (1 2)'
SELECT h.GetAncestor(1).GetDescendant(h, NULL).ToString() AS next, (SELECT TOP (1) h FROM t ORDER BY h).ToString() AS first, [h].[GetLevel]() AS level FROM t WHERE id = 1
GO
--> next nvarchar(4000), first nvarchar(4000), level smallint
--> '/2/' | '/1/' | 1
SELECT t.id, s.h FROM t CROSS APPLY (VALUES (t.h), (t.h.GetDescendant(NULL, NULL))) AS s (h) WHERE t.id = 1
GO
--> id int!, h hierarchyid
--> 1 | 0x58
--> 1 | 0x5AC0
SELECT h FROM OPENJSON('[{"h":"/1/"}]') WITH (h hierarchyid '$.h')
GO
--> h hierarchyid
--> 0x58
SELECT STRING_AGG(h.ToString(), ',') WITHIN GROUP (ORDER BY h DESC) AS all_of_them, MAX(h).ToString() AS last FROM t
GO
--> all_of_them nvarchar(4000), last nvarchar(4000)
--> '/4/,/1/' | '/4/'
SELECT id, LAG(h) OVER (ORDER BY h) AS before, ROW_NUMBER() OVER (ORDER BY h DESC) AS n FROM t ORDER BY id
GO
--> id int!, before hierarchyid, n bigint
--> 1 | NULL | 2
--> 2 | 0x58 | 1
ALTER TABLE t ADD y AS g.STY, CONSTRAINT ck_level CHECK (h.GetLevel() >= 0)
SELECT definition FROM sys.computed_columns WHERE object_id = OBJECT_ID('t') UNION ALL SELECT definition FROM sys.check_constraints WHERE name = 'ck_level'
GO
--> definition nvarchar(max)
--> '([g].[STY])'
--> '([h].[GetLevel]()>=(0))'
SELECT name, system_type_name, max_length, user_type_id, user_type_name FROM sys.dm_exec_describe_first_result_set(N'SELECT g, l, h FROM t', NULL, 0)
GO
--> name nvarchar(128), system_type_name nvarchar(256), max_length smallint, user_type_id int, user_type_name nvarchar(128)
--> 'g' | 'geometry' | -1 | 129 | 'geometry'
--> 'l' | 'geography' | -1 | 130 | 'geography'
--> 'h' | 'hierarchyid' | 892 | 128 | 'hierarchyid'
SELECT c.name, TYPE_NAME(c.user_type_id) AS type, c.system_type_id, c.max_length FROM sys.columns AS c WHERE c.object_id = OBJECT_ID('t') ORDER BY column_id
GO
--> name nvarchar(128), type nvarchar(128), system_type_id tinyint!, max_length smallint!
--> 'id' | 'int' | 56 | 4
--> 'g' | 'geometry' | 240 | -1
--> 'l' | 'geography' | 240 | -1
--> 'h' | 'hierarchyid' | 240 | 892
--> 'y' | 'float' | 62 | 8
CREATE TABLE wide (h hierarchyid(10))
GO
--> Msg 2716, Level 16, State 1, Line 1: Column, parameter, or variable #1: Cannot specify a column width on data type hierarchyid.
SELECT CONCAT(h, 'x') FROM t
GO
--> Msg 257, Level 16, State 3, Line 1: Implicit conversion from data type hierarchyid to varchar is not allowed. Use the CONVERT function to run this query.
SELECT h FROM t WHERE h LIKE '/%'
GO
--> Msg 257, Level 16, State 3, Line 1: Implicit conversion from data type hierarchyid to nvarchar is not allowed. Use the CONVERT function to run this query.
