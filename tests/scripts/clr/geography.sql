SET NOCOUNT ON
GO
-- The latitude comes first in Point and in the binary form, the longitude in texts.
SELECT CAST(geography::Point(47.651, -122.349, 4326) AS varbinary(max)) AS b, geography::Point(47.651, -122.349, 4326).ToString() AS t, geography::Parse('POINT(-122.349 47.651)').STAsBinary() AS w
GO
--> b varbinary(max), t nvarchar(max), w varbinary(max)
--> 0xE6100000010C17D9CEF753D347407593180456965EC0 | 'POINT (-122.349 47.651)' | 0x01010000007593180456965EC017D9CEF753D34740
DECLARE @g geography = 'POINT(-122.349 47.651 10 20)'
SELECT @g.Lat AS lat, @g.Long AS long, @g.Z AS z, @g.M AS m, @g.STSrid AS srid, @g.STGeometryType() AS t, @g.STAsText() AS s, @g.ToString() AS zm
GO
--> lat float, long float, z float, m float, srid int, t nvarchar(4000), s nvarchar(max), zm nvarchar(max)
--> 47.651 | -122.349 | 10 | 20 | 4326 | 'Point' | 'POINT (-122.349 47.651)' | 'POINT (-122.349 47.651 10 20)'
-- Distances along the ellipsoid, in metres.
SELECT STR(geography::Point(0, 0, 4326).STDistance(geography::Point(1, 0, 4326)), 20, 2) AS meridian, STR(geography::Point(0, 0, 4326).STDistance(geography::Point(1, 1, 4326)), 20, 2) AS oblique,
  STR(geography::Point(0, 0, 4326).STDistance(geography::Point(90, 0, 4326)), 20, 1) AS quarter, STR(geography::Point(47.6062, -122.3321, 4326).STDistance('POINT(-122.3321 47.6062)'), 20, 2) AS none
GO
--> meridian varchar(20), oblique varchar(20), quarter varchar(20), none varchar(20)
--> '           110574.39' | '           156899.57' | '          10001965.7' | '                0.00'
DECLARE @line geography = geography::STGeomFromText('LINESTRING(-122.360 47.656, -122.343 47.656)', 4326), @point geography = geography::STGeomFromText('POINT(-122.34900 47.65100)', 4326)
SELECT STR(@line.STLength(), 20, 3) AS length, STR(@line.STDistance(@point), 20, 3) AS distance, @line.STIntersects(@point) AS meets
GO
--> length varchar(20), distance varchar(20), meets bit
--> '            1277.042' | '             555.950' | 0
-- Areas; rings bound what is on their left.
DECLARE @g geography = 'POLYGON((0 0, 1 0, 1 1, 0 1, 0 0))', @inverted geography = 'POLYGON((0 0, 0 1, 1 1, 1 0, 0 0))'
SELECT STR(@g.STArea() / 1e6, 20, 2) AS area, STR(@g.STLength(), 20, 1) AS length, STR(@g.EnvelopeAngle(), 12, 8) AS angle, STR(@g.EnvelopeCenter().Lat, 12, 8) AS centre, @g.NumRings() AS rings, @g.RingN(1).ToString() AS ring,
  STR(@inverted.STArea() / 1e6, 20, 0) AS rest, @inverted.EnvelopeAngle() AS wide, CAST(@inverted AS varbinary(6)) AS head, @inverted.ReorientObject().STAsText() AS again
GO
--> area varchar(20), length varchar(20), angle varchar(12), centre varchar(12), rings int, ring nvarchar(max), rest varchar(20), wide float, head varbinary(6), again nvarchar(max)
--> '            12308.78' | '            443770.9' | '  0.70711576' | '  0.50001904' | 1 | 'LINESTRING (0 0, 1 0, 1 1, 0 1, 0 0)' | '           510053313' | 180 | 0xE61000000224 | 'POLYGON ((0 0, 1 0, 1 1, 0 1, 0 0))'
-- Topology in less than a hemisphere.
SELECT n, a.STIntersects(b) AS intersects, a.STDisjoint(b) AS disjoint, a.STContains(b) AS contains_it, a.STWithin(b) AS within, a.STOverlaps(b) AS overlaps, a.STEquals(b) AS equals, a.Filter(b) AS filter
FROM (VALUES (1, 'POLYGON((0 0, 10 0, 10 10, 0 10, 0 0))', 'POINT(5 5)'), (2, 'POLYGON((0 0, 10 0, 10 10, 0 10, 0 0))', 'POINT(5 10.01)'), (3, 'POLYGON((0 0, 10 0, 10 10, 0 10, 0 0))', 'POINT(5 10.1)'),
  (4, 'POLYGON((0 0, 10 0, 10 10, 0 10, 0 0))', 'POLYGON((5 5, 15 5, 15 15, 5 15, 5 5))'), (5, 'LINESTRING(-5 5, 15 5)', 'POLYGON((0 0, 10 0, 10 10, 0 10, 0 0))'),
  (6, 'POLYGON((170 -5, -170 -5, -170 5, 170 5, 170 -5))', 'POINT(180 0)'), (7, 'POINT(1 1)', 'POINT(1 1)')) AS v (n, x, y)
CROSS APPLY (SELECT geography::Parse(x) AS a, geography::Parse(y) AS b) AS p
GO
--> n int!, intersects bit, disjoint bit, contains_it bit, within bit, overlaps bit, equals bit, filter bit
--> 1 | 1 | 0 | 1 | 0 | 0 | 0 | 1
--> 2 | 1 | 0 | 1 | 0 | 0 | 0 | 1
--> 3 | 0 | 1 | 0 | 0 | 0 | 0 | 0
--> 4 | 1 | 0 | 0 | 0 | 1 | 0 | 1
--> 5 | 1 | 0 | 0 | 0 | 0 | 0 | 1
--> 6 | 1 | 0 | 1 | 0 | 0 | 0 | 1
--> 7 | 1 | 0 | 1 | 1 | 0 | 1 | 1
SELECT geography::Parse('POLYGON((0 0, 10 0, 10 10, 0 10, 0 0))').STDistance('POINT(5 5)') AS inside, STR(geography::Parse('POLYGON((0 0, 10 0, 10 10, 0 10, 0 0))').STDistance('POINT(11 0)'), 20, 1) AS outside,
  geography::Parse('LINESTRING(0 0, 10 10)').STDistance('LINESTRING(0 10, 10 0)') AS crossing, geography::Parse('POINT EMPTY').STDistance('POINT(1 1)') AS empty
GO
--> inside float, outside varchar(20), crossing float, empty float
--> 0 | '            111319.5' | 0 | NULL
SELECT geography::Point(1, 2, 4326).STDistance(geography::Point(1, 2, 4269)) AS d, geography::Parse('POLYGON((0 0, 2 2, 0 2, 2 0, 0 0))').STIsValid() AS v, geography::Parse('FULLGLOBE').STGeometryType() AS g, CAST(geography::Parse('FULLGLOBE') AS varbinary(max)) AS b
GO
--> d float, v bit, g nvarchar(4000), b varbinary(max)
--> NULL | 0 | 'FullGlobe' | 0xE61000000224000000000000000001000000FFFFFFFFFFFFFFFF0B
-- The nearest first.
CREATE TABLE city (name varchar(20) PRIMARY KEY, place geography, lat AS place.Lat)
INSERT city VALUES ('Seattle', geography::Point(47.6062, -122.3321, 4326)), ('Paris', 'POINT(2.3522 48.8566)'), ('Tokyo', geography::STPointFromText('POINT(139.6917 35.6895)', 4326)), ('Nowhere', NULL)
GO
DECLARE @here geography = geography::Point(51.5074, -0.1278, 4326)
SELECT TOP (3) name, STR(place.STDistance(@here) / 1000, 10, 1) AS km, place.Long AS long, lat FROM city WHERE place.STDistance(@here) < 10000000 ORDER BY place.STDistance(@here)
GO
--> name varchar(20)!, km varchar(10), long float, lat float
--> 'Paris' | '     343.9' | 2.3522 | 48.8566
--> 'Seattle' | '    7722.7' | -122.3321 | 47.6062
--> 'Tokyo' | '    9582.3' | 139.6917 | 35.6895
SELECT name, city.place.Lat AS lat FROM city WHERE place.STWithin('POLYGON((-130 40, -110 40, -110 55, -130 55, -130 40))') = 1
GO
--> name varchar(20)!, lat float
--> 'Seattle' | 47.6062
SELECT TRY_CAST('x' AS geography) AS a, TRY_CONVERT(geography, 'POINT(1 2)').Lat AS b
GO
--> a geography, b float
--> NULL | 2
SELECT name, system_type_id, user_type_id, max_length, is_assembly_type FROM sys.types WHERE name LIKE 'geo%' ORDER BY name
GO
--> name nvarchar(128)!, system_type_id tinyint!, user_type_id int!, max_length smallint!, is_assembly_type bit!
--> 'geography' | 240 | 130 | -1 | 1
--> 'geometry' | 240 | 129 | -1 | 1
SELECT COLUMN_NAME, DATA_TYPE, CHARACTER_MAXIMUM_LENGTH FROM INFORMATION_SCHEMA.COLUMNS WHERE TABLE_NAME = 'city' ORDER BY ORDINAL_POSITION
GO
--> COLUMN_NAME nvarchar(128), DATA_TYPE nvarchar(128), CHARACTER_MAXIMUM_LENGTH int
--> 'name' | 'varchar' | 20
--> 'place' | 'geography' | -1
--> 'lat' | 'float' | NULL
