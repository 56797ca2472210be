SET NOCOUNT ON
GO
-- Texts that are none.
SELECT geometry::Parse('POIN(1 2)')
GO
--> - geometry
--> Msg 6522, Level 16, State 1, Line 2: A .NET Framework error occurred during execution of user-defined routine or aggregate "geometry": 
--> System.FormatException: 24114: The label POIN(1 2) in the input well-known text (WKT) is not valid. Valid labels are POINT, LINESTRING, POLYGON, MULTIPOINT, MULTILINESTRING, MULTIPOLYGON, GEOMETRYCOLLECTION, CIRCULARSTRING, COMPOUNDCURVE, CURVEPOLYGON and FULLGLOBE (geography Data Type only).
--> System.FormatException: 
--> .
SELECT geometry::Parse('   ')
GO
--> - geometry
--> Msg 6522, Level 16, State 1, Line 1: A .NET Framework error occurred during execution of user-defined routine or aggregate "geometry": 
--> System.FormatException: 24112: The well-known text (WKT) input is empty. To input an empty instance, specify an empty instance of one of the following types: Point, LineString, Polygon, MultiPoint, MultiLineString, MultiPolygon, CircularString, CompoundCurve, CurvePolygon or GeometryCollection.
--> System.FormatException: 
--> .
SELECT geometry::Parse('POINT(1 2)X')
GO
--> - geometry
--> Msg 6522, Level 16, State 1, Line 1: A .NET Framework error occurred during execution of user-defined routine or aggregate "geometry": 
--> System.FormatException: 24111: The well-known text (WKT) input is not valid.
--> System.FormatException: 
--> .
SELECT geometry::Parse('POINTX(1 2)')
GO
--> - geometry
--> Msg 6522, Level 16, State 1, Line 1: A .NET Framework error occurred during execution of user-defined routine or aggregate "geometry": 
--> System.FormatException: 24142: Expected "(" at position 5. The input has "X".
--> System.FormatException: 
--> .
SELECT geometry::Parse('POINT(1 X)')
GO
--> - geometry
--> Msg 6522, Level 16, State 1, Line 1: A .NET Framework error occurred during execution of user-defined routine or aggregate "geometry": 
--> System.FormatException: 24141: A number is expected at position 9 of the input. The input has X.
--> System.FormatException: 
--> .
SELECT geometry::Parse('POINT(1)')
GO
--> - geometry
--> Msg 6522, Level 16, State 1, Line 1: A .NET Framework error occurred during execution of user-defined routine or aggregate "geometry": 
--> System.FormatException: 24141: A number is expected at position 7 of the input. The input has ).
--> System.FormatException: 
--> .
SELECT geometry::Parse('POINT(1 2')
GO
--> - geometry
--> Msg 6522, Level 16, State 1, Line 1: A .NET Framework error occurred during execution of user-defined routine or aggregate "geometry": 
--> System.FormatException: 24209: Unexpected end of input. Check that the input data is complete and has not been truncated.
--> System.FormatException: 
--> .
SELECT geometry::STPolyFromText('LINESTRING(0 0, 1 1)', 0)
GO
--> - geometry
--> Msg 6522, Level 16, State 1, Line 1: A .NET Framework error occurred during execution of user-defined routine or aggregate "geometry": 
--> System.FormatException: 24142: Expected "POLYGON" at position 1. The input has "LINESTR".
--> System.FormatException: 
--> .
SELECT geometry::Parse('LINESTRING(0 0)')
GO
--> - geometry
--> Msg 6522, Level 16, State 1, Line 1: A .NET Framework error occurred during execution of user-defined routine or aggregate "geometry": 
--> System.FormatException: 24117: The LineString input is not valid because it does not have enough points. A LineString must have at least two points.
--> System.FormatException: 
--> .
SELECT geometry::Parse('POLYGON((0 0, 1 1, 0 0))')
GO
--> - geometry
--> Msg 6522, Level 16, State 1, Line 1: A .NET Framework error occurred during execution of user-defined routine or aggregate "geometry": 
--> System.FormatException: 24118: The Polygon input is not valid because the exterior ring does not have enough points. Each ring of a polygon must contain at least four points.
--> System.FormatException: 
--> .
SELECT geometry::Parse('POLYGON((0 0, 1 0, 1 1, 0 1))')
GO
--> - geometry
--> Msg 6522, Level 16, State 1, Line 1: A .NET Framework error occurred during execution of user-defined routine or aggregate "geometry": 
--> System.FormatException: 24119: The Polygon input is not valid because the start and end points of the exterior ring are not the same. Each ring of a polygon must have the same start and end points.
--> System.FormatException: 
--> .
SELECT geometry::Parse('POLYGON((0 0, 9 0, 9 9, 0 0), (1 1, 2 2, 1 1))')
GO
--> - geometry
--> Msg 6522, Level 16, State 1, Line 1: A .NET Framework error occurred during execution of user-defined routine or aggregate "geometry": 
--> System.FormatException: 24120: The Polygon input is not valid because the interior ring number 1 does not have enough points. Each ring of a polygon must contain at least four points.
--> System.FormatException: 
--> .
SELECT geometry::Parse('POLYGON((0 0, 9 0, 9 9, 0 0), (1 1, 2 2, 3 1, 2 1))')
GO
--> - geometry
--> Msg 6522, Level 16, State 1, Line 1: A .NET Framework error occurred during execution of user-defined routine or aggregate "geometry": 
--> System.FormatException: 24121: The Polygon input is not valid because the start and end points of the interior ring number 1 are not the same. Each ring of a polygon must have the same start and end points.
--> System.FormatException: 
--> .
SELECT geography::Parse('POLYGON((0 0, 1 1, 0 0))')
GO
--> - geography
--> Msg 6522, Level 16, State 1, Line 1: A .NET Framework error occurred during execution of user-defined routine or aggregate "geography": 
--> System.FormatException: 24305: The Polygon input is not valid because the ring number 1 does not have enough points. Each ring of a polygon must contain at least four points.
--> System.FormatException: 
--> .
SELECT geography::Parse('POLYGON((0 0, 1 0, 1 1, 0 1))')
GO
--> - geography
--> Msg 6522, Level 16, State 1, Line 1: A .NET Framework error occurred during execution of user-defined routine or aggregate "geography": 
--> System.FormatException: 24306: The Polygon input is not valid because the start and end points of the ring number 1 are not the same. Each ring of a polygon must have the same start and end points.
--> System.FormatException: 
--> .
SELECT geometry::Parse('FULLGLOBE')
GO
--> - geometry
--> Msg 6522, Level 16, State 1, Line 1: A .NET Framework error occurred during execution of user-defined routine or aggregate "geometry": 
--> System.FormatException: 24303: The OpenGisGeometryType provided, FullGlobe, is not valid.
--> System.FormatException: 
--> .
SELECT geometry::Parse('CIRCULARSTRING(0 0, 1 1, 2 0)')
GO
--> - geometry
--> Msg 40510, Level 16, State 1, Line 1: Statement 'geometry CIRCULARSTRING' is not supported in this version of Sprocket.
-- Values that are none.
SELECT geography::Point(100, 0, 4326)
GO
--> - geography
--> Msg 6522, Level 16, State 1, Line 2: A .NET Framework error occurred during execution of user-defined routine or aggregate "geography": 
--> System.FormatException: 24201: Latitude values must be between -90 and 90 degrees.
--> System.FormatException: 
--> .
SELECT geography::Point(1, 2, 0)
GO
--> - geography
--> Msg 6522, Level 16, State 1, Line 1: A .NET Framework error occurred during execution of user-defined routine or aggregate "geography": 
--> System.ArgumentException: 24204: The spatial reference identifier (SRID) is not valid. The specified SRID must match one of the supported SRIDs displayed in the sys.spatial_reference_systems catalog view.
--> System.ArgumentException: 
--> .
SELECT geometry::Point(1, 2, -1)
GO
--> - geometry
--> Msg 6522, Level 16, State 1, Line 1: A .NET Framework error occurred during execution of user-defined routine or aggregate "geometry": 
--> System.ArgumentException: 24100: The spatial reference identifier (SRID) is not valid. SRIDs must be between 0 and 999999.
--> System.ArgumentException: 
--> .
SELECT geometry::Point(NULL, 1, 0)
GO
--> - geometry
--> Msg 6569, Level 16, State 1, Line 1: 'geometry::Point' failed because parameter 1 is not allowed to be null.
SELECT geometry::STGeomFromText('POINT(1 1)', NULL)
GO
--> - geometry
--> Msg 6569, Level 16, State 1, Line 1: 'geometry::STGeomFromText' failed because parameter 2 is not allowed to be null.
SELECT geometry::STGeomFromWKB(0x0109, 0)
GO
--> - geometry
--> Msg 6522, Level 16, State 1, Line 1: A .NET Framework error occurred during execution of user-defined routine or aggregate "geometry": 
--> System.FormatException: 24115: The well-known binary (WKB) input is not valid.
--> System.FormatException: 
--> .
SELECT CAST(0x0000000001 AS geometry)
GO
--> - geometry
--> Msg 6522, Level 16, State 1, Line 1: A .NET Framework error occurred during execution of user-defined routine or aggregate "geometry": 
--> System.FormatException: One of the identified items was in an invalid format.
--> System.FormatException: 
--> .
SELECT CAST(0x00000000090C000000000000F03F0000000000000040 AS geometry)
GO
--> - geometry
--> Msg 6522, Level 16, State 1, Line 1: A .NET Framework error occurred during execution of user-defined routine or aggregate "geometry": 
--> System.FormatException: 24210: Geometry type with an unexpected version of 9 received; only versions up to 2 are accepted.
--> System.FormatException: 
--> .
-- Arguments.
DECLARE @g geometry = 'LINESTRING(0 0, 1 1)'
SELECT @g.STPointN(0)
GO
--> - geometry
--> Msg 6522, Level 16, State 1, Line 3: A .NET Framework error occurred during execution of user-defined routine or aggregate "geometry": 
--> System.ArgumentOutOfRangeException: 24102: The point index n (0) passed to STPointN is less than 1. This number must be greater than or equal to 1 and less than or equal to the number of points returned by STNumPoints.
--> Parameter name: n
--> System.ArgumentOutOfRangeException: 
--> .
DECLARE @g geometry = 'LINESTRING(0 0, 1 1)'
SELECT @g.STGeometryN(0)
GO
--> - geometry
--> Msg 6522, Level 16, State 1, Line 2: A .NET Framework error occurred during execution of user-defined routine or aggregate "geometry": 
--> System.ArgumentOutOfRangeException: 24103: The geometry index n (0) passed to STGeometryN is less than 1. The number must be greater than or equal to 1 and should be less than or equal to the number of instances returned by STNumGeometries.
--> Parameter name: n
--> System.ArgumentOutOfRangeException: 
--> .
DECLARE @g geometry = 'POLYGON((0 0, 1 0, 1 1, 0 0))'
SELECT @g.STInteriorRingN(-1)
GO
--> - geometry
--> Msg 6522, Level 16, State 1, Line 2: A .NET Framework error occurred during execution of user-defined routine or aggregate "geometry": 
--> System.ArgumentOutOfRangeException: 24104: The ring index n (-1) passed to STInteriorRingN is less than 1. The number must be greater than or equal to 1 and should be less than or equal to the number of rings returned by STNumInteriorRing.
--> Parameter name: n
--> System.ArgumentOutOfRangeException: 
--> .
DECLARE @g geometry = 'LINESTRING(0 0, 1 1)'
SELECT @g.STPointN(NULL)
GO
--> - geometry
--> Msg 6569, Level 16, State 1, Line 2: 'geometry::STPointN' failed because parameter 1 is not allowed to be null.
SELECT geometry::Parse('POINT(1 1)').InstanceOf('thing')
GO
--> - bit
--> Msg 6522, Level 16, State 1, Line 1: A .NET Framework error occurred during execution of user-defined routine or aggregate "geometry": 
--> System.ArgumentException: 24105: The geometryType argument in InstanceOf ('thing') is not valid. This argument must contain one of the following types: Geometry, Point, LineString, Curve, Polygon, Surface, MultiPoint, MultiLineString, MultiPolygon, MultiCurve, MultiSurface, GeometryCollection, CircularString, CompoundCurve, CurvePolygon or FullGlobe (geography Data Type only).
--> System.ArgumentException: 
--> .
SELECT geometry::Parse('POINT(1 1)').STRelate('POINT(1 1)', 'T')
GO
--> - bit
--> Msg 6522, Level 16, State 1, Line 1: A .NET Framework error occurred during execution of user-defined routine or aggregate "geometry": 
--> System.FormatException: 24109: The intersectionPatternMatrix argument to STRelate is not valid. This argument must contain exactly 9 characters, but the string provided has 1 characters.
--> System.FormatException: 
--> .
SELECT geometry::Parse('POINT(1 1)').STRelate('POINT(1 1)', 'T*******t')
GO
--> - bit
--> Msg 6522, Level 16, State 1, Line 1: A .NET Framework error occurred during execution of user-defined routine or aggregate "geometry": 
--> System.FormatException: 24110: Character 8 (t) of the intersectionPatternMatrix argument to STRelate is not valid. This argument must only contain the characters 0, 1, 2, T, F, and *.
--> System.FormatException: 
--> .
SELECT geometry::Parse('POLYGON((0 0, 2 2, 0 2, 2 0, 0 0))').STArea()
GO
--> - float
--> Msg 6522, Level 16, State 1, Line 1: A .NET Framework error occurred during execution of user-defined routine or aggregate "geometry": 
--> System.ArgumentException: 24144: This operation cannot be completed because the instance is not valid. Use MakeValid to convert the instance to a valid instance. Note that MakeValid may cause the points of a geometry instance to shift slightly.
--> System.ArgumentException: 
--> .
SELECT geometry::Parse('POINT(0 0)').STIntersects('POLYGON((0 0, 2 2, 0 2, 2 0, 0 0))')
GO
--> - bit
--> Msg 6522, Level 16, State 1, Line 1: A .NET Framework error occurred during execution of user-defined routine or aggregate "geometry": 
--> System.ArgumentException: 24144: This operation cannot be completed because the instance is not valid. Use MakeValid to convert the instance to a valid instance. Note that MakeValid may cause the points of a geometry instance to shift slightly.
--> System.ArgumentException: 
--> .
DECLARE @g geometry = geography::Point(1, 2, 4326)
GO
--> Msg 206, Level 16, State 2, Line 1: Operand type clash: geography is incompatible with geometry
SELECT geometry::Point(1, 2, 0).STDistance(geography::Point(1, 2, 4326))
GO
--> Msg 206, Level 16, State 2, Line 1: Operand type clash: geography is incompatible with geometry
-- Members of the other type, or of another kind.
SELECT geometry::Point(1, 2, 0).Lat
GO
--> Msg 6592, Level 16, State 3, Line 2: Could not find property or field 'Lat' for type 'Microsoft.SqlServer.Types.SqlGeometry' in assembly 'Microsoft.SqlServer.Types'.
SELECT geography::Point(1, 2, 4326).STTouches('POINT(1 1)')
GO
--> Msg 6506, Level 16, State 10, Line 1: Could not find method 'STTouches' for type 'Microsoft.SqlServer.Types.SqlGeography' in assembly 'Microsoft.SqlServer.Types'
SELECT geometry::Point(1, 2, 0).STX()
GO
--> Msg 6506, Level 16, State 10, Line 1: Could not find method 'STX' for type 'Microsoft.SqlServer.Types.SqlGeometry' in assembly 'Microsoft.SqlServer.Types'
SELECT geometry::Point(1, 2, 0).STAsText
GO
--> Msg 6592, Level 16, State 3, Line 1: Could not find property or field 'STAsText' for type 'Microsoft.SqlServer.Types.SqlGeometry' in assembly 'Microsoft.SqlServer.Types'.
SELECT geometry::Point(1, 2, 0).stx
GO
--> Msg 6592, Level 16, State 3, Line 1: Could not find property or field 'stx' for type 'Microsoft.SqlServer.Types.SqlGeometry' in assembly 'Microsoft.SqlServer.Types'.
SELECT geometry::Point(1, 2)
GO
--> Msg 174, Level 15, State 1, Line 1: The Point function requires 3 argument(s).
SELECT geometry::Nothing(1)
GO
--> Msg 6506, Level 16, State 10, Line 1: Could not find method 'Nothing' for type 'Microsoft.SqlServer.Types.SqlGeometry' in assembly 'Microsoft.SqlServer.Types'
-- Assignments.
DECLARE @g geography = 'POINT(1 2)'
SET @g.STSrid = 0
GO
--> Msg 6522, Level 16, State 1, Line 3: A .NET Framework error occurred during execution of user-defined routine or aggregate "geography": 
--> System.ArgumentException: 24204: The spatial reference identifier (SRID) is not valid. The specified SRID must match one of the supported SRIDs displayed in the sys.spatial_reference_systems catalog view.
--> System.ArgumentException: 
--> .
DECLARE @g geometry = 'POINT(1 2)'
SET @g.STSrid = NULL
GO
--> Msg 6522, Level 16, State 1, Line 2: A .NET Framework error occurred during execution of user-defined routine or aggregate "geometry": 
--> System.ArgumentNullException: Value cannot be null.
--> System.ArgumentNullException: 
--> .
DECLARE @g geometry
SET @g.STSrid = 1
GO
--> Msg 5302, Level 16, State 1, Line 2: Mutator 'STSrid' on '@g' cannot be called on a null value.
DECLARE @g geometry = 'POINT(1 2)'
SET @g.STX = 1
GO
--> Msg 6595, Level 16, State 1, Line 2: Could not assign to property 'STX' for type 'Microsoft.SqlServer.Types.SqlGeometry' in assembly 'Microsoft.SqlServer.Types' because it is read only.
DECLARE @g geometry = 'POINT(1 2)'
SET @g.Nothing = 1
GO
--> Msg 6592, Level 16, State 3, Line 2: Could not find property or field 'Nothing' for type 'Microsoft.SqlServer.Types.SqlGeometry' in assembly 'Microsoft.SqlServer.Types'.
-- Members that are not built.
SELECT geometry::Point(1, 2, 0).STBuffer(1)
GO
--> Msg 40510, Level 16, State 1, Line 2: Statement 'geometry.STBuffer' is not supported in this version of Sprocket.
SELECT geography::Point(1, 2, 4326).STUnion('POINT(1 1)')
GO
--> Msg 40510, Level 16, State 1, Line 1: Statement 'geography.STUnion' is not supported in this version of Sprocket.
SELECT geometry::Parse('POLYGON((0 0, 2 2, 0 2, 2 0, 0 0))').MakeValid()
GO
--> - geometry
--> Msg 40510, Level 16, State 1, Line 1: Statement 'geometry.MakeValid of an invalid instance' is not supported in this version of Sprocket.
SELECT geography::Parse('FULLGLOBE').STIntersects('POINT(1 1)')
GO
--> - bit
--> Msg 40510, Level 16, State 1, Line 1: Statement 'geography.STIntersects of instances that span a hemisphere' is not supported in this version of Sprocket.
SELECT geography::Parse('POLYGON((0 0, 0 1, 1 1, 1 0, 0 0))').STDistance('POINT(1 1)')
GO
--> - float
--> Msg 40510, Level 16, State 1, Line 1: Statement 'geography.STDistance of instances that span a hemisphere' is not supported in this version of Sprocket.
-- They cannot be compared.
CREATE TABLE t (id int PRIMARY KEY, g geometry, l geography)
GO
SELECT DISTINCT g FROM t
GO
--> Msg 421, Level 16, State 1, Line 1: The geometry data type cannot be selected as DISTINCT because it is not comparable.
SELECT g FROM t ORDER BY g
GO
--> Msg 249, Level 16, State 1, Line 1: The type "geometry" is not comparable. It cannot be used in the ORDER BY clause.
SELECT l, COUNT(*) FROM t GROUP BY l
GO
--> Msg 249, Level 16, State 1, Line 1: The type "geography" is not comparable. It cannot be used in the GROUP BY clause.
SELECT MAX(g) FROM t
GO
--> Msg 8117, Level 16, State 1, Line 1: Operand data type geometry is invalid for max operator.
SELECT id FROM t WHERE g = 'POINT(1 2)'
GO
--> Msg 403, Level 16, State 1, Line 1: Invalid operator for data type. Operator equals equal to, type equals geometry.
SELECT g FROM t UNION SELECT g FROM t
GO
--> Msg 5335, Level 16, State 1, Line 1: The data type geometry cannot be used as an operand to the UNION, INTERSECT or EXCEPT operators because it is not comparable.
CREATE INDEX i ON t (g)
GO
--> Msg 1919, Level 16, State 1, Line 1: Column 'g' in table 't' is of a type that is invalid for use as a key column in an index.
CREATE TABLE u (g geometry PRIMARY KEY)
GO
--> Msg 1919, Level 16, State 1, Line 1: Column 'g' in table 'u' is of a type that is invalid for use as a key column in an index.
--> Msg 1750, Level 16, State 1, Line 1: Could not create constraint or index. See previous errors.
SELECT g FROM t FOR JSON AUTO
GO
--> Msg 13604, Level 16, State 1, Line 1: FOR JSON cannot serialize CLR objects. Cast CLR types explicitly into one of the supported types in FOR JSON queries.
SELECT l FROM t FOR XML AUTO
GO
--> Msg 6865, Level 16, State 1, Line 1: FOR XML does not support CLR types - cast CLR types explicitly into one of the supported types in FOR XML queries.
