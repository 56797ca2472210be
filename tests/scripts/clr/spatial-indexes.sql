SET NOCOUNT ON
GO
-- A spatial index is kept in the catalog and changes no result.
CREATE TABLE place (id int CONSTRAINT pk_place PRIMARY KEY, g geometry, l geography, name varchar(10))
INSERT place VALUES (1, 'POINT(1 1)', 'POINT(1 1)', 'one'), (2, 'POINT(9 9)', 'POINT(9 9)', 'nine')
GO
CREATE SPATIAL INDEX ix_g ON place (g) WITH (BOUNDING_BOX = (0, 0, 500, 200))
CREATE SPATIAL INDEX ix_grid ON place (g) USING GEOMETRY_GRID WITH (BOUNDING_BOX = (XMIN = -5, YMIN = -5, XMAX = 5, YMAX = 5), GRIDS = (LEVEL_1 = LOW, LEVEL_3 = HIGH), CELLS_PER_OBJECT = 64, PAD_INDEX = ON) ON [PRIMARY]
CREATE SPATIAL INDEX ix_l ON place (l)
CREATE SPATIAL INDEX ix_l2 ON dbo.place (l) USING GEOGRAPHY_GRID WITH (GRIDS = (LOW, LOW, MEDIUM, HIGH))
CREATE INDEX ix_name ON place (name)
GO
SELECT id FROM place WITH (INDEX (ix_g)) WHERE g.STIntersects('POLYGON((0 0, 2 0, 2 2, 0 2, 0 0))') = 1
GO
--> id int!
--> 1
SELECT name, index_id, type, type_desc, is_unique FROM sys.indexes WHERE object_id = OBJECT_ID('place') ORDER BY index_id
GO
--> name nvarchar(128), index_id int!, type tinyint!, type_desc nvarchar(60), is_unique bit
--> 'pk_place' | 1 | 1 | 'CLUSTERED' | 1
--> 'ix_name' | 2 | 2 | 'NONCLUSTERED' | 0
--> 'ix_g' | 384000 | 4 | 'SPATIAL' | 0
--> 'ix_grid' | 384001 | 4 | 'SPATIAL' | 0
--> 'ix_l' | 384002 | 4 | 'SPATIAL' | 0
--> 'ix_l2' | 384003 | 4 | 'SPATIAL' | 0
SELECT name, index_id, type_desc, spatial_index_type, spatial_index_type_desc, tessellation_scheme FROM sys.spatial_indexes ORDER BY index_id
GO
--> name nvarchar(128), index_id int!, type_desc nvarchar(60), spatial_index_type tinyint, spatial_index_type_desc nvarchar(60), tessellation_scheme nvarchar(128)
--> 'ix_g' | 384000 | 'SPATIAL' | 3 | 'GEOMETRY' | 'GEOMETRY_AUTO_GRID'
--> 'ix_grid' | 384001 | 'SPATIAL' | 1 | 'GEOMETRY' | 'GEOMETRY_GRID'
--> 'ix_l' | 384002 | 'SPATIAL' | 4 | 'GEOGRAPHY' | 'GEOGRAPHY_AUTO_GRID'
--> 'ix_l2' | 384003 | 'SPATIAL' | 2 | 'GEOGRAPHY' | 'GEOGRAPHY_GRID'
SELECT index_id, tessellation_scheme, bounding_box_xmin AS x0, bounding_box_ymin AS y0, bounding_box_xmax AS x1, bounding_box_ymax AS y1, level_1_grid AS l1, level_1_grid_desc AS d1,
  level_2_grid_desc AS d2, level_3_grid_desc AS d3, level_4_grid_desc AS d4, cells_per_object AS cells FROM sys.spatial_index_tessellations ORDER BY index_id
GO
--> index_id int!, tessellation_scheme nvarchar(128), x0 float, y0 float, x1 float, y1 float, l1 smallint, d1 nvarchar(60), d2 nvarchar(60), d3 nvarchar(60), d4 nvarchar(60), cells int
--> 384000 | 'GEOMETRY_AUTO_GRID' | 0 | 0 | 500 | 200 | NULL | NULL | NULL | NULL | NULL | 8
--> 384001 | 'GEOMETRY_GRID' | -5 | -5 | 5 | 5 | 1 | 'LOW' | 'MEDIUM' | 'HIGH' | 'MEDIUM' | 64
--> 384002 | 'GEOGRAPHY_AUTO_GRID' | NULL | NULL | NULL | NULL | NULL | NULL | NULL | NULL | NULL | 12
--> 384003 | 'GEOGRAPHY_GRID' | NULL | NULL | NULL | NULL | 1 | 'LOW' | 'LOW' | 'MEDIUM' | 'HIGH' | 16
SELECT COL_NAME(object_id, column_id) AS c, key_ordinal FROM sys.index_columns WHERE object_id = OBJECT_ID('place') AND index_id > 1 ORDER BY index_id
GO
--> c nvarchar(128), key_ordinal tinyint!
--> 'name' | 1
--> 'g' | 1
--> 'g' | 1
--> 'l' | 1
--> 'l' | 1
ALTER INDEX ix_l ON place DISABLE
SELECT name, is_disabled FROM sys.spatial_indexes WHERE is_disabled = 1
ALTER INDEX ALL ON place REBUILD
DROP INDEX ix_l2 ON place
CREATE SPATIAL INDEX ix_g ON place (g) WITH (BOUNDING_BOX = (0, 0, 1, 1), DROP_EXISTING = ON)
SELECT name FROM sys.spatial_indexes ORDER BY name
GO
--> name nvarchar(128), is_disabled bit
--> 'ix_l' | 1
--> name nvarchar(128)
--> 'ix_g'
--> 'ix_grid'
--> 'ix_l'
ALTER TABLE place DROP COLUMN l
GO
--> Msg 5074, Level 16, State 1, Line 1: The index 'ix_l' is dependent on column 'l'.
--> Msg 4922, Level 16, State 9, Line 1: ALTER TABLE DROP COLUMN l failed because one or more objects access this column.
CREATE SPATIAL INDEX ix_g ON place (g) WITH (BOUNDING_BOX = (0, 0, 1, 1))
GO
--> Msg 1913, Level 16, State 1, Line 1: The operation failed because an index or statistics with name 'ix_g' already exists on table 'dbo.place'.
CREATE SPATIAL INDEX i ON place (name)
GO
--> Msg 12002, Level 16, State 1, Line 1: The requested spatial index on column 'name' of table 'place' could not be created because the column type is not spatial . Specify a column name that refers to a column with the spatial data type.
CREATE SPATIAL INDEX i ON place (nothing)
GO
--> Msg 1911, Level 16, State 1, Line 1: Column name 'nothing' does not exist in the target table or view.
CREATE SPATIAL INDEX i ON nowhere (g)
GO
--> Msg 1088, Level 16, State 12, Line 1: Cannot find the object "nowhere" because it does not exist or you do not have permissions.
CREATE SPATIAL INDEX i ON place (g)
GO
--> Msg 12007, Level 16, State 1, Line 1: The CREATE SPATIAL INDEX statement is missing the required parameter 'BOUNDING_BOX'. Validate the statement against the index-creation syntax.
CREATE SPATIAL INDEX i ON place (g) USING GEOGRAPHY_GRID
GO
--> Msg 12005, Level 16, State 1, Line 1: Incorrect parameters were passed to the CREATE SPATIAL INDEX statement near 'GEOGRAPHY_GRID'. Validate the statement against the index-creation syntax.
CREATE TABLE heap (g geometry)
CREATE SPATIAL INDEX i ON heap (g) WITH (BOUNDING_BOX = (0, 0, 1, 1))
GO
--> Msg 12008, Level 16, State 1, Line 2: Table 'heap' does not have a clustered primary key as required by the spatial index. Make sure that the primary key column exists on the table before creating a spatial index.
SELECT spatial_reference_id, authority_name, well_known_text, unit_of_measure, unit_conversion_factor FROM sys.spatial_reference_systems WHERE spatial_reference_id = 4326
GO
--> spatial_reference_id int, authority_name nvarchar(128), well_known_text nvarchar(4000), unit_of_measure nvarchar(128), unit_conversion_factor float
--> 4326 | 'EPSG' | 'GEOGCS["WGS 84", DATUM["World Geodetic System 1984", ELLIPSOID["WGS 84", 6378137, 298.257223563]], PRIMEM["Greenwich", 0], UNIT["Degree", 0.0174532925199433]]' | 'metre' | 1
