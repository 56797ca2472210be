SET NOCOUNT ON
GO
-- The binary form is the order of the tree.
SELECT hierarchyid::Parse('/1/1/3/') AS a, CAST('/98/' AS hierarchyid) AS b, CAST(0x5ADE AS hierarchyid).ToString() AS c,
  hierarchyid::GetRoot() AS d, hierarchyid::GetRoot().ToString() AS e
GO
--> a hierarchyid, b hierarchyid, c nvarchar(4000), d hierarchyid, e nvarchar(4000)
--> 0x5ADE | 0xE02540 | '/1/1/3/' | 0x | '/'
SELECT p, CAST(p AS hierarchyid) AS h
FROM (VALUES ('/'), ('/0/'), ('/3/'), ('/4/'), ('/7/'), ('/8/'), ('/15/'), ('/16/'), ('/79/'), ('/80/'), ('/1103/'), ('/1104/'), ('/5199/'), ('/5200/'),
  ('/4294972495/'), ('/4294972496/'), ('/281479271683151/'), ('/-1/'), ('/-8/'), ('/-9/'), ('/-72/'), ('/-73/'), ('/-4168/'), ('/-4169/'),
  ('/-4294971464/'), ('/-4294971465/'), ('/-281479271682120/'), ('/1.1/'), ('/0.3.-7/'), ('/0.1/0.2/')) AS v (p)
ORDER BY h
GO
--> p varchar(18)!, h hierarchyid
--> '/' | 0x
--> '/-281479271682120/' | 0x1000000000000110
--> '/-4294971465/' | 0x13FFF7FFFFDFBBF0
--> '/-4294971464/' | 0x140000000220
--> '/-4169/' | 0x17FFFFBF77E0
--> '/-4168/' | 0x180044
--> '/-73/' | 0x1BEEFC
--> '/-72/' | 0x2088
--> '/-9/' | 0x2DF8
--> '/-8/' | 0x3880
--> '/-1/' | 0x3F80
--> '/0/' | 0x48
--> '/0.1/0.2/' | 0x52D4D0
--> '/0.3.-7/' | 0x540730
--> '/1.1/' | 0x62C0
--> '/3/' | 0x78
--> '/4/' | 0x84
--> '/7/' | 0x9C
--> '/8/' | 0xA2
--> '/15/' | 0xBE
--> '/16/' | 0xC110
--> '/79/' | 0xDBF0
--> '/80/' | 0xE00440
--> '/1103/' | 0xEEEFC0
--> '/1104/' | 0xF00088
--> '/5199/' | 0xF7DDF8
--> '/5200/' | 0xF80000000220
--> '/4294972495/' | 0xFBFFFFBF77E0
--> '/4294972496/' | 0xFC00000000000110
--> '/281479271683151/' | 0xFFFFF7FFFFDFBBF0
-- Methods.
DECLARE @h hierarchyid = '/1/2/'
SELECT @h.GetLevel() AS level, @h.GetAncestor(1).ToString() AS parent, @h.GetAncestor(0).ToString() AS self, @h.GetAncestor(3).ToString() AS above,
  @h.IsDescendantOf('/1/') AS below, @h.IsDescendantOf('/1/2/') AS itself, @h.IsDescendantOf('/2/') AS elsewhere,
  @h.GetReparentedValue('/1/', '/5/6/').ToString() AS moved, DATALENGTH(@h) AS bytes
GO
--> level smallint, parent nvarchar(4000), self nvarchar(4000), above nvarchar(4000), below bit, itself bit, elsewhere bit, moved nvarchar(4000), bytes int
--> 2 | '/1/' | '/1/2/' | NULL | 1 | 1 | 0 | '/5/6/2/' | 2
-- A place between two siblings.
DECLARE @h hierarchyid = '/'
SELECT @h.GetDescendant(NULL, NULL).ToString() AS first, @h.GetDescendant('/1/', NULL).ToString() AS later, @h.GetDescendant(NULL, '/1/').ToString() AS earlier,
  @h.GetDescendant('/1/', '/2/').ToString() AS between1, @h.GetDescendant('/1/', '/1.1/').ToString() AS between2, @h.GetDescendant('/1.1/', '/2/').ToString() AS between3,
  @h.GetDescendant('/9/', '/20/').ToString() AS between4, @h.GetDescendant('/1.0/', '/1.1/').ToString() AS between5, @h.GetDescendant('/-1/', '/0/').ToString() AS between6
GO
--> first nvarchar(4000), later nvarchar(4000), earlier nvarchar(4000), between1 nvarchar(4000), between2 nvarchar(4000), between3 nvarchar(4000), between4 nvarchar(4000), between5 nvarchar(4000), between6 nvarchar(4000)
--> '/1/' | '/2/' | '/0/' | '/1.1/' | '/1.0/' | '/1.2/' | '/10/' | '/1.0.1/' | '/-1.1/'
-- NULL in, NULL out.
DECLARE @h hierarchyid, @r hierarchyid = '/1/'
SELECT @h.ToString() AS a, @h.GetLevel() AS b, @r.IsDescendantOf(NULL) AS c, @r.GetReparentedValue(NULL, '/1/') AS d, hierarchyid::Parse(NULL) AS e,
  @h.GetDescendant(NULL, NULL) AS f
GO
--> a nvarchar(4000), b smallint, c bit, d hierarchyid, e hierarchyid, f hierarchyid
--> NULL | NULL | NULL | NULL | NULL | NULL
-- Conversions.
SELECT CONVERT(varchar(50), CAST('/1/2/' AS hierarchyid)) AS a, CONVERT(varbinary(10), CAST('/1/2/' AS hierarchyid)) AS b, CAST(N'/3/' AS hierarchyid) AS c,
  CASE WHEN 1 = 1 THEN '/1/' ELSE hierarchyid::GetRoot() END AS d, ISNULL(CAST(NULL AS hierarchyid), '/2/') AS e, COALESCE(NULL, hierarchyid::GetRoot()) AS f
GO
--> a varchar(50), b varbinary(10), c hierarchyid, d hierarchyid, e hierarchyid, f hierarchyid
--> '/1/2/' | 0x5B40 | 0x78 | 0x58 | 0x68 | 0x
-- A tree in a table.
CREATE TABLE org (
  node hierarchyid PRIMARY KEY,
  lvl AS node.GetLevel() PERSISTED,
  parent AS node.GetAncestor(1) PERSISTED REFERENCES org (node),
  name nvarchar(20) NOT NULL,
  CONSTRAINT ck_depth CHECK (node.GetLevel() < 4)
)
CREATE INDEX ix_level ON org (lvl, node)
INSERT org (node, name) VALUES ('/', 'root'), ('/2/', 'b'), ('/1/', 'a'), (hierarchyid::Parse('/1/1/'), 'aa'), ('/10/', 'j'), (0x6460, 'x')
GO
SELECT node, node.ToString() AS path, lvl, parent, name FROM org ORDER BY node
GO
--> node hierarchyid!, path nvarchar(4000), lvl smallint, parent hierarchyid, name nvarchar(20)!
--> 0x | '/' | 0 | NULL | 'root'
--> 0x58 | '/1/' | 1 | 0x | 'a'
--> 0x5AC0 | '/1/1/' | 2 | 0x58 | 'aa'
--> 0x6460 | '/1.5/' | 1 | 0x | 'x'
--> 0x68 | '/2/' | 1 | 0x | 'b'
--> 0xAA | '/10/' | 1 | 0x | 'j'
SELECT o.name, o.node.GetLevel() AS level, dbo.org.node.ToString() AS path FROM org AS o JOIN dbo.org ON dbo.org.node = o.parent WHERE o.node.IsDescendantOf('/1/') = 1
GO
--> name nvarchar(20)!, level smallint, path nvarchar(4000)
--> 'a' | 1 | '/'
--> 'aa' | 2 | '/1/'
SELECT name FROM org WHERE node = '/1/' OR node IN ('/2/', '/3/') OR node BETWEEN '/9/' AND '/11/' ORDER BY lvl, node DESC
GO
--> name nvarchar(20)!
--> 'j'
--> 'b'
--> 'a'
SELECT MIN(node) AS low, MAX(node) AS high, COUNT(DISTINCT parent) AS parents FROM org
GO
--> low hierarchyid, high hierarchyid, parents int
--> 0x | 0xAA | 2
--> info 8153: Warning: Null value is eliminated by an aggregate or other SET operation.
SELECT parent.ToString() AS parent, COUNT(*) AS children FROM org GROUP BY parent ORDER BY parent
GO
--> parent nvarchar(4000), children int
--> NULL | 1
--> '/' | 4
--> '/1/' | 1
SELECT node.GetAncestor(1).ToString() AS parent, COUNT(*) AS children FROM org GROUP BY node.GetAncestor(1).ToString() ORDER BY 1
GO
--> parent nvarchar(4000), children int
--> NULL | 1
--> '/' | 4
--> '/1/' | 1
UPDATE org SET node = node.GetReparentedValue('/2/', '/1/') WHERE name = 'b'
GO
--> Msg 2627, Level 14, State 1, Line 1: Violation of PRIMARY KEY constraint 'PK__org__B1C14E0D239E4DCF'. Cannot insert duplicate key in object 'dbo.org'. The duplicate key value is (0x58).
--> info 3621: The statement has been terminated.
UPDATE org SET node = node.GetReparentedValue(hierarchyid::GetRoot(), '/1/') WHERE node = '/2/'
SELECT name, node.ToString() AS path FROM org WHERE name = 'b'
GO
--> name nvarchar(20)!, path nvarchar(4000)
--> 'b' | '/1/2/'
INSERT org (node, name) VALUES ('/7/7/', 'no parent')
GO
--> Msg 547, Level 16, State 0, Line 1: The INSERT statement conflicted with the FOREIGN KEY SAME TABLE constraint "FK__org__parent__25869641". The conflict occurred in database "golden", table "dbo.org", column 'node'.
--> info 3621: The statement has been terminated.
INSERT org (node, name) VALUES ('/1/1/1/', 'deep'), ('/1/1/1/1/', 'too deep')
GO
--> Msg 547, Level 16, State 0, Line 1: The INSERT statement conflicted with the CHECK constraint "ck_depth". The conflict occurred in database "golden", table "dbo.org".
--> info 3621: The statement has been terminated.
-- Procedures and functions.
CREATE PROCEDURE add_child @parent hierarchyid, @name nvarchar(20), @node hierarchyid OUTPUT AS
DECLARE @last hierarchyid
SELECT @last = MAX(node) FROM org WHERE node.GetAncestor(1) = @parent
SET @node = @parent.GetDescendant(@last, NULL)
INSERT org (node, name) VALUES (@node, @name)
GO
CREATE FUNCTION path_of (@h hierarchyid) RETURNS nvarchar(100) AS BEGIN RETURN @h.ToString() END
GO
DECLARE @n hierarchyid
EXEC add_child '/1/', 'n1', @n OUTPUT
SELECT dbo.path_of(@n) AS path
EXEC add_child 0x58, 'n2', @n OUTPUT
SELECT dbo.path_of(@n) AS path, dbo.path_of('/3/') AS other
GO
--> path nvarchar(100)
--> '/1/3/'
--> path nvarchar(100), other nvarchar(100)
--> '/1/4/' | '/3/'
WITH chain AS (SELECT CAST('/1/' AS hierarchyid) AS h UNION ALL SELECT h.GetDescendant(NULL, NULL) FROM chain WHERE h.GetLevel() < 3)
SELECT h.ToString() AS path FROM chain
GO
--> path nvarchar(4000)
--> '/1/'
--> '/1/1/'
--> '/1/1/1/'
CREATE TABLE #t (g hierarchyid NULL DEFAULT hierarchyid::GetRoot(), i int, s AS g.ToString())
INSERT #t (i) VALUES (1)
INSERT #t (g, i) VALUES (NULL, 2), ('/4/', 3)
SELECT g, i, s FROM #t ORDER BY g DESC
SELECT DISTINCT g FROM #t UNION SELECT '/9/'
GO
--> g hierarchyid, i int, s nvarchar(4000)
--> 0x84 | 3 | '/4/'
--> 0x | 1 | '/'
--> NULL | 2 | NULL
--> g hierarchyid
--> NULL
--> 0x
--> 0x84
--> 0xA6
-- The catalog.
SELECT name, system_type_id, user_type_id, schema_id, max_length, is_assembly_type FROM sys.types WHERE name = 'hierarchyid'
GO
--> name nvarchar(128)!, system_type_id tinyint!, user_type_id int!, schema_id int!, max_length smallint!, is_assembly_type bit!
--> 'hierarchyid' | 240 | 128 | 4 | 892 | 1
SELECT name, user_type_id, assembly_id, assembly_class, is_binary_ordered, is_fixed_length, assembly_qualified_name FROM sys.assembly_types ORDER BY user_type_id
GO
--> name nvarchar(128)!, user_type_id int!, assembly_id int!, assembly_class nvarchar(128), is_binary_ordered bit, is_fixed_length bit, assembly_qualified_name nvarchar(4000)
--> 'hierarchyid' | 128 | 1 | 'Microsoft.SqlServer.Types.SqlHierarchyId' | 1 | 0 | 'Microsoft.SqlServer.Types.SqlHierarchyId, Microsoft.SqlServer.Types, Version=16.0.0.0, Culture=neutral, PublicKeyToken=89845dcd8080cc91'
--> 'geometry' | 129 | 1 | 'Microsoft.SqlServer.Types.SqlGeometry' | 0 | 0 | 'Microsoft.SqlServer.Types.SqlGeometry, Microsoft.SqlServer.Types, Version=16.0.0.0, Culture=neutral, PublicKeyToken=89845dcd8080cc91'
--> 'geography' | 130 | 1 | 'Microsoft.SqlServer.Types.SqlGeography' | 0 | 0 | 'Microsoft.SqlServer.Types.SqlGeography, Microsoft.SqlServer.Types, Version=16.0.0.0, Culture=neutral, PublicKeyToken=89845dcd8080cc91'
SELECT name, assembly_id, clr_name, permission_set_desc, is_visible, is_user_defined FROM sys.assemblies
GO
--> name nvarchar(128)!, assembly_id int!, clr_name nvarchar(4000), permission_set_desc nvarchar(60), is_visible bit!, is_user_defined bit
--> 'Microsoft.SqlServer.Types' | 1 | 'microsoft.sqlserver.types, version=16.0.0.0, culture=neutral, publickeytoken=89845dcd8080cc91, processorarchitecture=msil' | 'UNSAFE_ACCESS' | 1 | 0
SELECT name, definition FROM sys.computed_columns WHERE object_id = OBJECT_ID('org')
GO
--> name nvarchar(128), definition nvarchar(max)
--> 'lvl' | '([node].[GetLevel]())'
--> 'parent' | '([node].[GetAncestor]((1)))'
SELECT COLUMNPROPERTY(OBJECT_ID('org'), 'node', 'Precision') AS p, TYPE_NAME(128) AS n, TYPE_ID('hierarchyid') AS i, COL_LENGTH('org', 'node') AS l,
  COLUMNPROPERTY(OBJECT_ID('org'), 'lvl', 'IsIndexable') AS x
GO
--> p int, n nvarchar(128), i int, l smallint, x int
--> 892 | 'hierarchyid' | 128 | 892 | 1
SELECT COLUMN_NAME, DATA_TYPE, CHARACTER_MAXIMUM_LENGTH FROM INFORMATION_SCHEMA.COLUMNS WHERE TABLE_NAME = 'org' AND ORDINAL_POSITION < 3
GO
--> COLUMN_NAME nvarchar(128), DATA_TYPE nvarchar(128), CHARACTER_MAXIMUM_LENGTH int
--> 'node' | 'hierarchyid' | 892
--> 'lvl' | 'smallint' | NULL
