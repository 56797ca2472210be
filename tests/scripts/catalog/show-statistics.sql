-- DBCC SHOW_STATISTICS: header, density vector and histogram of an index or of statistics, made from the rows when they are asked for.
CREATE TABLE dbo.t (id int NOT NULL CONSTRAINT pk_t PRIMARY KEY, kind varchar(10) NULL, n int NULL)
INSERT dbo.t VALUES (1, 'a', 10), (2, 'a', 20), (3, 'b', 20), (4, 'b', 20), (5, NULL, NULL)
CREATE INDEX ix_kind ON dbo.t (kind)
CREATE STATISTICS st_n ON dbo.t (n, kind)
GO
--> (5 rows)
DBCC SHOW_STATISTICS ('dbo.t', pk_t) WITH HISTOGRAM
DBCC SHOW_STATISTICS ('dbo.t', 'ix_kind') WITH DENSITY_VECTOR, HISTOGRAM
DBCC SHOW_STATISTICS (t, st_n) WITH DENSITY_VECTOR, NO_INFOMSGS
GO
--> RANGE_HI_KEY int!, RANGE_ROWS real, EQ_ROWS real, DISTINCT_RANGE_ROWS bigint, AVG_RANGE_ROWS real
--> 1 | 0 | 1 | 0 | 1
--> 2 | 0 | 1 | 0 | 1
--> 3 | 0 | 1 | 0 | 1
--> 4 | 0 | 1 | 0 | 1
--> 5 | 0 | 1 | 0 | 1
--> All density real, Average Length real, Columns nvarchar(4000)
--> 0.33333334 | 0.8 | 'kind'
--> 0.2 | 4.8 | 'kind, id'
--> RANGE_HI_KEY varchar(10), RANGE_ROWS real, EQ_ROWS real, DISTINCT_RANGE_ROWS bigint, AVG_RANGE_ROWS real
--> NULL | 0 | 1 | 0 | 1
--> 'a' | 0 | 2 | 0 | 1
--> 'b' | 0 | 2 | 0 | 1
--> All density real, Average Length real, Columns nvarchar(4000)
--> 0.33333334 | 3.2 | 'n'
--> 0.25 | 4 | 'n, kind'
CREATE TABLE #h ([Name] nvarchar(128), [Updated] nvarchar(20), [Rows] bigint, [Rows Sampled] bigint, [Steps] smallint, [Density] real, [Average key length] real, [String Index] nchar(3), [Filter Expression] nvarchar(max), [Unfiltered Rows] bigint, [Persisted Sample Percent] float)
INSERT #h EXEC ('DBCC SHOW_STATISTICS (''dbo.t'', ix_kind) WITH STAT_HEADER')
INSERT #h EXEC ('DBCC SHOW_STATISTICS (''dbo.t'', st_n) WITH STAT_HEADER')
SELECT [Name], [Rows], [Steps], [Density], [Average key length], [String Index], [Unfiltered Rows] FROM #h
GO
--> (1 row)
--> (1 row)
--> Name nvarchar(128), Rows bigint, Steps smallint, Density real, Average key length real, String Index nchar(3), Unfiltered Rows bigint
--> 'ix_kind' | 5 | 3 | 0.33333334 | 4.8 | 'YES' | 5
--> 'st_n' | 5 | 3 | 0.33333334 | 4 | 'NO ' | 5
EXEC sys.sp_MSshowstatistics 'dbo.t', 'pk_t', ',DENSITY_VECTOR,'
GO
--> All density real, Average Length real, Columns nvarchar(4000)
--> 0.2 | 4 | 'id'
-- No more than 200 steps.
CREATE TABLE dbo.big (id int NOT NULL CONSTRAINT pk_big PRIMARY KEY)
INSERT dbo.big SELECT value FROM GENERATE_SERIES(1, 1000)
CREATE TABLE #s (hi int, range_rows real, eq_rows real, distinct_rows bigint, average real)
INSERT #s EXEC ('DBCC SHOW_STATISTICS (''dbo.big'', pk_big) WITH HISTOGRAM')
SELECT COUNT(*) AS steps, MIN(hi) AS low, MAX(hi) AS high, SUM(range_rows + eq_rows) AS n FROM #s
GO
--> (1000 rows)
--> (200 rows)
--> steps int, low int, high int, n float
--> 200 | 5 | 1000 | 1000
DBCC SHOW_STATISTICS ('dbo.absent', pk_t)
GO
--> Msg 2501, Level 16, State 1, Line 1: Cannot find a table or object with the name "dbo.absent". Check the system catalog.
DBCC SHOW_STATISTICS ('dbo.t', absent)
GO
--> Msg 2767, Level 16, State 1, Line 1: Could not locate statistics 'absent' in the system catalogs.
CREATE TABLE dbo.none (id int NOT NULL CONSTRAINT pk_none PRIMARY KEY)
DBCC SHOW_STATISTICS (N'dbo.none', pk_none) WITH HISTOGRAM, DENSITY_VECTOR
GO
--> All density real, Average Length real, Columns nvarchar(4000)
--> NULL | 0 | 'id'
--> RANGE_HI_KEY int!, RANGE_ROWS real, EQ_ROWS real, DISTINCT_RANGE_ROWS bigint, AVG_RANGE_ROWS real
