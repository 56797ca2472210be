SET NOCOUNT ON
GO
-- The binary form of each kind of shape.
SELECT wkt, CAST(geometry::Parse(wkt) AS varbinary(max)) AS b, geometry::Parse(wkt).ToString() AS t
FROM (VALUES ('POINT(1 2)'), ('POINT(1 2 3 4)'), ('POINT(1 2 NULL 4)'), ('POINT EMPTY'), ('LINESTRING(0 0, 1 1)'), ('LineString ( 0 0,1 1 , 2 0)'), ('LINESTRING EMPTY'),
  ('POLYGON((0 0, 3 0, 3 3, 0 3, 0 0), (1 1, 1 2, 2 1, 1 1))'), ('MULTIPOINT(1 1, 2 2)'), ('MULTIPOINT((1 1), EMPTY)'),
  ('MULTILINESTRING((0 0, 1 1), (2 2, 3 3))'), ('MULTIPOLYGON(((0 0, 1 0, 1 1, 0 0)), ((5 5, 6 5, 6 6, 5 5)))'),
  ('GEOMETRYCOLLECTION(POINT(3 3), GEOMETRYCOLLECTION(LINESTRING(0 0, 1 1 5, 2 2)), POLYGON EMPTY)'), ('GEOMETRYCOLLECTION EMPTY')) AS v (wkt)
GO
--> wkt varchar(94)!, b varbinary(max), t nvarchar(max)
--> 'POINT(1 2)' | 0x00000000010C000000000000F03F0000000000000040 | 'POINT (1 2)'
--> 'POINT(1 2 3 4)' | 0x00000000010F000000000000F03F000000000000004000000000000008400000000000001040 | 'POINT (1 2 3 4)'
--> 'POINT(1 2 NULL 4)' | 0x00000000010E000000000000F03F00000000000000400000000000001040 | 'POINT (1 2 NULL 4)'
--> 'POINT EMPTY' | 0x000000000104000000000000000001000000FFFFFFFFFFFFFFFF01 | 'POINT EMPTY'
--> 'LINESTRING(0 0, 1 1)' | 0x00000000011400000000000000000000000000000000000000000000F03F000000000000F03F | 'LINESTRING (0 0, 1 1)'
--> 'LineString ( 0 0,1 1 , 2 0)' | 0x0000000001040300000000000000000000000000000000000000000000000000F03F000000000000F03F0000000000000040000000000000000001000000010000000001000000FFFFFFFF0000000002 | 'LINESTRING (0 0, 1 1, 2 0)'
--> 'LINESTRING EMPTY' | 0x000000000104000000000000000001000000FFFFFFFFFFFFFFFF02 | 'LINESTRING EMPTY'
--> 'POLYGON((0 0, 3 0, 3 3, 0 3, 0 0), (1 1, 1 2, 2 1, 1 1))' | 0x000000000104090000000000000000000000000000000000000000000000000008400000000000000000000000000000084000000000000008400000000000000000000000000000084000000000000000000000000000000000000000000000F03F000000000000F03F000000000000F03F00000000000000400000000000000040000000000000F03F000000000000F03F000000000000F03F020000000200000000000500000001000000FFFFFFFF0000000003 | 'POLYGON ((0 0, 3 0, 3 3, 0 3, 0 0), (1 1, 1 2, 2 1, 1 1))'
--> 'MULTIPOINT(1 1, 2 2)' | 0x00000000010402000000000000000000F03F000000000000F03F00000000000000400000000000000040020000000100000000010100000003000000FFFFFFFF0000000004000000000000000001000000000100000001 | 'MULTIPOINT ((1 1), (2 2))'
--> 'MULTIPOINT((1 1), EMPTY)' | 0x00000000010401000000000000000000F03F000000000000F03F01000000010000000003000000FFFFFFFF000000000400000000000000000100000000FFFFFFFF01 | 'MULTIPOINT ((1 1), EMPTY)'
--> 'MULTILINESTRING((0 0, 1 1), (2 2, 3 3))' | 0x0000000001040400000000000000000000000000000000000000000000000000F03F000000000000F03F0000000000000040000000000000004000000000000008400000000000000840020000000100000000010200000003000000FFFFFFFF0000000005000000000000000002000000000100000002 | 'MULTILINESTRING ((0 0, 1 1), (2 2, 3 3))'
--> 'MULTIPOLYGON(((0 0, 1 0, 1 1, 0 0)), ((5 5, 6 5, 6 6, 5 5)))' | 0x0000000001040800000000000000000000000000000000000000000000000000F03F0000000000000000000000000000F03F000000000000F03F0000000000000000000000000000000000000000000014400000000000001440000000000000184000000000000014400000000000001840000000000000184000000000000014400000000000001440020000000200000000020400000003000000FFFFFFFF0000000006000000000000000003000000000100000003 | 'MULTIPOLYGON (((0 0, 1 0, 1 1, 0 0)), ((5 5, 6 5, 6 6, 5 5)))'
--> 'GEOMETRYCOLLECTION(POINT(3 3), GEOMETRYCOLLECTION(LINESTRING(0 0, 1 1 5, 2 2)), POLYGON EMPTY)' | 0x000000000105040000000000000000000840000000000000084000000000000000000000000000000000000000000000F03F000000000000F03F00000000000000400000000000000040000000000000F87F000000000000F87F0000000000001440000000000000F87F020000000100000000010100000005000000FFFFFFFF000000000700000000000000000100000000010000000702000000010000000200000000FFFFFFFF03 | 'GEOMETRYCOLLECTION (POINT (3 3), GEOMETRYCOLLECTION (LINESTRING (0 0, 1 1 5, 2 2)), POLYGON EMPTY)'
--> 'GEOMETRYCOLLECTION EMPTY' | 0x000000000104000000000000000001000000FFFFFFFFFFFFFFFF07 | 'GEOMETRYCOLLECTION EMPTY'
SELECT CAST(0x00000000010C000000000000F03F0000000000000040 AS geometry).STAsText() AS a, CAST(geometry::Point(1, 2, 4326) AS nvarchar(100)) AS b,
  CONVERT(geometry, 'POINT(3 4)').STSrid AS c, geometry::Point(1, 2, 4326).STSrid AS d, geometry::[Null] AS e, DATALENGTH(geometry::Point(1, 2, 0)) AS f
GO
--> a nvarchar(max), b nvarchar(100), c int, d int, e geometry, f int
--> 'POINT (1 2)' | 'POINT (1 2)' | 0 | 4326 | NULL | 22
-- Texts, well-known binary, ordinates.
DECLARE @g geometry = geometry::STGeomFromText('POINT(3 4 7 2.5)', 23)
SELECT @g.STX AS x, @g.STY AS y, @g.Z AS z, @g.M AS m, @g.HasZ AS hz, @g.HasM AS hm, @g.STSrid AS srid, @g.STAsText() AS t, @g.AsTextZM() AS tzm,
  @g.STAsBinary() AS b, @g.AsBinaryZM() AS bzm, @g.IsNull AS n
GO
--> x float, y float, z float, m float, hz bit, hm bit, srid int, t nvarchar(max), tzm nvarchar(max), b varbinary(max), bzm varbinary(max), n bit
--> 3 | 4 | 7 | 2.5 | 1 | 1 | 23 | 'POINT (3 4)' | 'POINT (3 4 7 2.5)' | 0x010100000000000000000008400000000000001040 | 0x01B90B0000000000000000084000000000000010400000000000001C400000000000000440 | 0
SELECT geometry::STGeomFromWKB(geometry::Parse('MULTIPOLYGON(((0 0, 1 0, 1 1, 0 0)), ((5 5, 6 5, 6 6, 5 5)))').STAsBinary(), 7).ToString() AS a,
  geometry::STPointFromWKB(0x0101000000000000000000F03F0000000000000040, 0).ToString() AS b, geometry::STLineFromText('LINESTRING(1 2, 3 4)', 0).ToString() AS c,
  geometry::STMPointFromText('MULTIPOINT(1 2)', 0).ToString() AS d, geometry::STGeomCollFromText('GEOMETRYCOLLECTION(POINT(1 1))', 0).ToString() AS e
GO
--> a nvarchar(max), b nvarchar(max), c nvarchar(max), d nvarchar(max), e nvarchar(max)
--> 'MULTIPOLYGON (((0 0, 1 0, 1 1, 0 0)), ((5 5, 6 5, 6 6, 5 5)))' | 'POINT (1 2)' | 'LINESTRING (1 2, 3 4)' | 'MULTIPOINT ((1 2))' | 'GEOMETRYCOLLECTION (POINT (1 1))'
SELECT geometry::STMLineFromText('MULTILINESTRING((1 1, 2 2))', 0).ToString() AS a, geometry::STMPolyFromText('MULTIPOLYGON(((0 0, 1 0, 1 1, 0 0)))', 0).ToString() AS b,
  geometry::STLineFromWKB(geometry::Parse('LINESTRING(1 1, 2 2)').STAsBinary(), 0).ToString() AS c, geometry::STPolyFromWKB(geometry::Parse('POLYGON((0 0, 1 0, 1 1, 0 0))').STAsBinary(), 0).ToString() AS d,
  geometry::STMPointFromWKB(geometry::Parse('MULTIPOINT(1 1, 2 2)').STAsBinary(), 0).ToString() AS e, geometry::STMLineFromWKB(geometry::Parse('MULTILINESTRING((1 1, 2 2))').STAsBinary(), 0).ToString() AS f,
  geometry::STMPolyFromWKB(geometry::Parse('MULTIPOLYGON(((0 0, 1 0, 1 1, 0 0)))').STAsBinary(), 0).ToString() AS g,
  geometry::STGeomCollFromWKB(geometry::Parse('GEOMETRYCOLLECTION(POINT(1 1 5), LINESTRING EMPTY)').AsBinaryZM(), 0).ToString() AS h
GO
--> a nvarchar(max), b nvarchar(max), c nvarchar(max), d nvarchar(max), e nvarchar(max), f nvarchar(max), g nvarchar(max), h nvarchar(max)
--> 'MULTILINESTRING ((1 1, 2 2))' | 'MULTIPOLYGON (((0 0, 1 0, 1 1, 0 0)))' | 'LINESTRING (1 1, 2 2)' | 'POLYGON ((0 0, 1 0, 1 1, 0 0))' | 'MULTIPOINT ((1 1), (2 2))' | 'MULTILINESTRING ((1 1, 2 2))' | 'MULTIPOLYGON (((0 0, 1 0, 1 1, 0 0)))' | 'GEOMETRYCOLLECTION (POINT (1 1 5), LINESTRING EMPTY)'
SELECT n, geometry::Parse('POINT(' + n + ' 0)').STAsText() AS t FROM (VALUES ('1.50'), ('1e10'), ('1e15'), ('1e30'), ('0.0001'), ('0.00001'), ('-.5'), ('-0'), ('3.3000000000000003')) AS v (n)
GO
--> n varchar(18)!, t nvarchar(max)
--> '1.50' | 'POINT (1.5 0)'
--> '1e10' | 'POINT (10000000000 0)'
--> '1e15' | 'POINT (1E+15 0)'
--> '1e30' | 'POINT (1E+30 0)'
--> '0.0001' | 'POINT (0.0001 0)'
--> '0.00001' | 'POINT (1E-05 0)'
--> '-.5' | 'POINT (-0.5 0)'
--> '-0' | 'POINT (0 0)'
--> '3.3000000000000003' | 'POINT (3.3000000000000003 0)'
-- What a shape is made of.
SELECT wkt, g.STGeometryType() AS type, g.STDimension() AS dim, g.STNumPoints() AS points, g.STNumGeometries() AS geometries, g.STIsClosed() AS closed,
  g.STIsEmpty() AS empty, g.STStartPoint().ToString() AS first, g.STEndPoint().ToString() AS last, g.STPointN(2).ToString() AS second, g.STGeometryN(2).ToString() AS part
FROM (VALUES ('POINT(1 2)'), ('LINESTRING(0 0, 1 1, 1 0, 0 0)'), ('POLYGON((0 0, 3 0, 3 3, 0 0))'), ('MULTIPOINT(1 1, 2 2)'), ('GEOMETRYCOLLECTION(POINT(9 9), LINESTRING(0 0, 1 1))'),
  ('GEOMETRYCOLLECTION(POINT EMPTY)'), ('POLYGON EMPTY')) AS v (wkt) CROSS APPLY (SELECT geometry::Parse(wkt) AS g) AS p
GO
--> wkt varchar(52)!, type nvarchar(4000), dim int, points int, geometries int, closed bit, empty bit, first nvarchar(max), last nvarchar(max), second nvarchar(max), part nvarchar(max)
--> 'POINT(1 2)' | 'Point' | 0 | 1 | 1 | 0 | 0 | 'POINT (1 2)' | 'POINT (1 2)' | NULL | NULL
--> 'LINESTRING(0 0, 1 1, 1 0, 0 0)' | 'LineString' | 1 | 4 | 1 | 1 | 0 | 'POINT (0 0)' | 'POINT (0 0)' | 'POINT (1 1)' | NULL
--> 'POLYGON((0 0, 3 0, 3 3, 0 0))' | 'Polygon' | 2 | 4 | 1 | 1 | 0 | 'POINT (0 0)' | 'POINT (0 0)' | 'POINT (3 0)' | NULL
--> 'MULTIPOINT(1 1, 2 2)' | 'MultiPoint' | 0 | 2 | 2 | 0 | 0 | 'POINT (1 1)' | 'POINT (2 2)' | 'POINT (2 2)' | 'POINT (2 2)'
--> 'GEOMETRYCOLLECTION(POINT(9 9), LINESTRING(0 0, 1 1))' | 'GeometryCollection' | 1 | 3 | 2 | 0 | 0 | 'POINT (9 9)' | 'POINT (1 1)' | 'POINT (0 0)' | 'LINESTRING (0 0, 1 1)'
--> 'GEOMETRYCOLLECTION(POINT EMPTY)' | 'GeometryCollection' | -1 | 0 | 1 | 0 | 1 | NULL | NULL | NULL | NULL
--> 'POLYGON EMPTY' | 'Polygon' | -1 | 0 | 0 | 0 | 1 | NULL | NULL | NULL | NULL
DECLARE @g geometry = 'POLYGON((0 0, 9 0, 9 9, 0 9, 0 0), (1 1, 1 2, 2 1, 1 1))'
SELECT @g.STExteriorRing().ToString() AS outer_ring, @g.STNumInteriorRing() AS n, @g.STInteriorRingN(1).ToString() AS inner_ring, @g.STInteriorRingN(2) AS none,
  @g.InstanceOf('Surface') AS s, @g.InstanceOf('curve') AS c, @g.InstanceOf('Geometry') AS g, @g.MinDbCompatibilityLevel() AS l
GO
--> outer_ring nvarchar(max), n int, inner_ring nvarchar(max), none geometry, s bit, c bit, g bit, l int
--> 'LINESTRING (0 0, 9 0, 9 9, 0 9, 0 0)' | 1 | 'LINESTRING (1 1, 1 2, 2 1, 1 1)' | NULL | 1 | 0 | 1 | 100
-- Measures.
DECLARE @g geometry = 'POLYGON((0 0, 10 0, 10 10, 0 10, 0 0), (2 2, 4 2, 4 4, 2 4, 2 2))'
SELECT @g.STArea() AS area, @g.STLength() AS length, @g.STCentroid().ToString() AS centre, @g.STEnvelope().ToString() AS envelope, @g.STDistance('POINT(13 14)') AS d1,
  @g.STDistance('POINT(3 3)') AS d2, @g.STDistance('POINT(1 1)') AS d3, @g.STDistance('LINESTRING(-1 -1, -1 12)') AS d4, @g.STDistance('POINT EMPTY') AS d5
GO
--> area float, length float, centre nvarchar(max), envelope nvarchar(max), d1 float, d2 float, d3 float, d4 float, d5 float
--> 96 | 48 | 'POINT (5.083333333333333 5.083333333333333)' | 'POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0))' | 5 | 1 | 0 | 1 | NULL
SELECT geometry::Parse('POINT(1 2)').STEnvelope().ToString() AS e, geometry::Parse('LINESTRING(0 0, 0 4)').STEnvelope().ToString() AS f, geometry::Parse('LINESTRING(0 0, 3 4)').STLength() AS l,
  geometry::Parse('LINESTRING(0 0, 3 4)').STArea() AS a, geometry::Parse('LINESTRING(0 0, 3 4)').STCentroid() AS c
GO
--> e nvarchar(max), f nvarchar(max), l float, a float, c geometry
--> 'POLYGON ((0.99999998 1.99999996, 1.00000002 1.99999996, 1.00000002 2.00000004, 0.99999998 2.00000004, 0.99999998 1.99999996))' | 'POLYGON ((-1E-08 0, 1E-08 0, 1E-08 4, -1E-08 4, -1E-08 0))' | 5 | 0 | NULL
-- Topology.
SELECT n, a.STIntersects(b) AS intersects, a.STDisjoint(b) AS disjoint, a.STContains(b) AS contains_it, a.STWithin(b) AS within, a.STTouches(b) AS touches, a.STCrosses(b) AS crosses,
  a.STOverlaps(b) AS overlaps, a.STEquals(b) AS equals, a.Filter(b) AS filter
FROM (VALUES
  (1, 'POLYGON((0 0, 4 0, 4 4, 0 4, 0 0))', 'POINT(1 1)'), (2, 'POLYGON((0 0, 4 0, 4 4, 0 4, 0 0))', 'POINT(0 1)'), (3, 'POLYGON((0 0, 4 0, 4 4, 0 4, 0 0))', 'POLYGON((2 2, 6 2, 6 6, 2 6, 2 2))'),
  (4, 'POLYGON((0 0, 4 0, 4 4, 0 4, 0 0))', 'POLYGON((4 0, 8 0, 8 4, 4 4, 4 0))'), (5, 'LINESTRING(-1 1, 5 1)', 'POLYGON((0 0, 4 0, 4 4, 0 4, 0 0))'),
  (6, 'LINESTRING(0 0, 4 4)', 'LINESTRING(0 4, 4 0)'), (7, 'LINESTRING(0 0, 4 0)', 'LINESTRING(2 0, 6 0)'), (8, 'MULTIPOINT(1 1, 2 2)', 'MULTIPOINT(2 2, 3 3)'),
  (9, 'POLYGON((0 0, 4 0, 4 4, 0 4, 0 0))', 'POLYGON((4 4, 0 4, 0 0, 4 0, 4 4))'), (10, 'POINT(1 1)', 'POINT EMPTY'), (11, 'POLYGON((0 0, 9 0, 9 9, 0 9, 0 0), (1 1, 8 1, 8 8, 1 8, 1 1))', 'POINT(5 5)')) AS v (n, x, y)
CROSS APPLY (SELECT geometry::Parse(x) AS a, geometry::Parse(y) AS b) AS p
GO
--> n int!, intersects bit, disjoint bit, contains_it bit, within bit, touches bit, crosses bit, overlaps bit, equals bit, filter bit
--> 1 | 1 | 0 | 1 | 0 | 0 | 0 | 0 | 0 | 1
--> 2 | 1 | 0 | 0 | 0 | 1 | 0 | 0 | 0 | 1
--> 3 | 1 | 0 | 0 | 0 | 0 | 0 | 1 | 0 | 1
--> 4 | 1 | 0 | 0 | 0 | 1 | 0 | 0 | 0 | 1
--> 5 | 1 | 0 | 0 | 0 | 0 | 1 | 0 | 0 | 1
--> 6 | 1 | 0 | 0 | 0 | 0 | 1 | 0 | 0 | 1
--> 7 | 1 | 0 | 0 | 0 | 0 | 0 | 1 | 0 | 1
--> 8 | 1 | 0 | 0 | 0 | 0 | 0 | 1 | 0 | 1
--> 9 | 1 | 0 | 1 | 1 | 0 | 0 | 0 | 1 | 1
--> 10 | 0 | 1 | 0 | 0 | 0 | 0 | 0 | 0 | 0
--> 11 | 0 | 1 | 0 | 0 | 0 | 0 | 0 | 0 | 0
SELECT geometry::Parse('POLYGON((0 0, 4 0, 4 4, 0 4, 0 0))').STRelate('LINESTRING(-1 1, 5 1)', '1F20F1102') AS r, geometry::Parse('POINT(1 1)').STRelate('POINT(1 1)', '0FFFFFFF2') AS s
GO
--> r bit, s bit
--> 1 | 1
-- Two reference systems cannot be compared.
SELECT geometry::Point(1, 2, 0).STDistance(geometry::Point(1, 2, 4326)) AS d, geometry::Point(1, 2, 0).STEquals(geometry::Point(1, 2, 4326)) AS e
GO
--> d float, e bit
--> NULL | NULL
-- Invalid shapes are kept, and asked about.
DECLARE @g geometry = 'POLYGON((0 0, 2 2, 0 2, 2 0, 0 0))'
SELECT @g.STIsValid() AS v, @g.STAsText() AS t, CAST(@g AS varbinary(6)) AS b, @g.STLength() AS l
SELECT geometry::Parse('POINT(1 1)').MakeValid().ToString() AS m, geometry::Parse('LINESTRING(0 0, 4 4, 2 2)').STIsValid() AS n
GO
--> v bit, t nvarchar(max), b varbinary(6), l float
--> 0 | 'POLYGON ((0 0, 2 2, 0 2, 2 0, 0 0))' | 0x000000000100 | 9.65685424949238
--> m nvarchar(max), n bit
--> 'POINT (1 1)' | 0
-- The reference system can be assigned.
DECLARE @g geometry = 'POINT(1 2)'
SET @g.STSrid = 4326
SELECT @g.STSrid AS srid, @g.ToString() AS t
GO
--> srid int, t nvarchar(max)
--> 4326 | 'POINT (1 2)'
-- In tables. A property has no name of its own.
CREATE TABLE place (id int PRIMARY KEY, g geometry NOT NULL DEFAULT geometry::Point(0, 0, 0), wkt AS g.STAsText(), x AS g.STX, CONSTRAINT ck_place CHECK (g.STSrid = 0))
INSERT place (id, g) VALUES (1, 'POINT(1 2)'), (2, geometry::STGeomFromText('POLYGON((0 0, 5 0, 5 5, 0 0))', 0)), (3, 0x00000000010C00000000000008400000000000001040)
INSERT place (id) VALUES (4)
GO
SELECT id, wkt, x, p.g.STX AS px, place2.g.STIsValid() AS v FROM place AS p CROSS APPLY (SELECT p.g) AS place2 (g) ORDER BY p.g.STDistance('POINT(3 4)'), id
GO
--> id int!, wkt nvarchar(max), x float, px float, v bit
--> 3 | 'POINT (3 4)' | 3 | 3 | 1
--> 2 | 'POLYGON ((0 0, 5 0, 5 5, 0 0))' | NULL | NULL | 1
--> 1 | 'POINT (1 2)' | 1 | 1 | 1
--> 4 | 'POINT (0 0)' | 0 | 0 | 1
SELECT a.id, b.id FROM place AS a JOIN place AS b ON a.g.STContains(b.g) = 1 AND a.id <> b.id
GO
--> id int!, id int!
SELECT SUM(g.STArea()) AS area, COUNT(g) AS n, MAX(g.STX) AS x FROM place
GO
--> area float, n int, x float
--> 12.5 | 4 | 3
--> info 8153: Warning: Null value is eliminated by an aggregate or other SET operation.
SELECT g.STX, p.g.STY, g.STSrid AS srid FROM place AS p WHERE id = 1
GO
--> - float, - float, srid int
--> 1 | 2 | 0
UPDATE place SET g = geometry::Point(g.STX + 1, g.STY, 0) WHERE id = 1
SELECT g, wkt FROM place WHERE id = 1
GO
--> g geometry!, wkt nvarchar(max)
--> 0x00000000010C00000000000000400000000000000040 | 'POINT (2 2)'
INSERT place (id, g) VALUES (5, geometry::Point(1, 1, 5))
GO
--> Msg 547, Level 16, State 0, Line 1: The INSERT statement conflicted with the CHECK constraint "ck_place". The conflict occurred in database "golden", table "dbo.place".
--> info 3621: The statement has been terminated.
ALTER TABLE place DROP CONSTRAINT ck_place
UPDATE place SET g.STSrid = 4326 OUTPUT inserted.g.STSrid AS after, deleted.g.STSrid AS before WHERE id = 1
UPDATE p SET p.g.STSrid = id FROM place AS p WHERE id > 2
SELECT id, g.STSrid AS srid FROM place ORDER BY id
GO
--> after int, before int
--> 4326 | 0
--> id int!, srid int
--> 1 | 4326
--> 2 | 0
--> 3 | 3
--> 4 | 4
UPDATE place SET g.STX = 1
GO
--> Msg 6595, Level 16, State 1, Line 1: Could not assign to property 'STX' for type 'Microsoft.SqlServer.Types.SqlGeometry' in assembly 'Microsoft.SqlServer.Types' because it is read only.
-- Simple lines, and rings.
SELECT wkt, geometry::Parse(wkt).STIsSimple() AS simple, geometry::Parse(wkt).STIsRing() AS ring
FROM (VALUES ('LINESTRING(0 0, 2 2, 2 0, 0 2)'), ('LINESTRING(0 0, 1 0, 1 1, 0 0)'), ('LINESTRING(0 0, 1 0, 1 1)'), ('MULTIPOINT(1 1, 1 1)'), ('MULTILINESTRING((0 0, 1 1), (1 1, 2 0))'),
  ('MULTILINESTRING((0 0, 2 2), (1 1, 2 0))'), ('POLYGON((0 0, 1 0, 1 1, 0 0))'), ('POINT EMPTY')) AS v (wkt)
GO
--> wkt varchar(39)!, simple bit, ring bit
--> 'LINESTRING(0 0, 2 2, 2 0, 0 2)' | 0 | 0
--> 'LINESTRING(0 0, 1 0, 1 1, 0 0)' | 1 | 1
--> 'LINESTRING(0 0, 1 0, 1 1)' | 1 | 0
--> 'MULTIPOINT(1 1, 1 1)' | 0 | NULL
--> 'MULTILINESTRING((0 0, 1 1), (1 1, 2 0))' | 1 | NULL
--> 'MULTILINESTRING((0 0, 2 2), (1 1, 2 0))' | 0 | NULL
--> 'POLYGON((0 0, 1 0, 1 1, 0 0))' | 1 | NULL
--> 'POINT EMPTY' | 1 | NULL
