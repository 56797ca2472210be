-- A partition function sorts its boundary values; a scheme gives every partition a filegroup.
CREATE PARTITION FUNCTION pf_days (date) AS RANGE RIGHT FOR VALUES ('20260201', '20260101', '20260301');
CREATE PARTITION FUNCTION pf_left (int) AS RANGE LEFT FOR VALUES (10, 20, 30);
CREATE PARTITION FUNCTION pf_null (int) AS RANGE RIGHT FOR VALUES (NULL, 5);
CREATE PARTITION SCHEME ps_left AS PARTITION pf_left ALL TO ([PRIMARY]);
GO
--> info 7709: Warning: Range value list for partition function 'pf_days' is not sorted by value. Mapping of partitions to filegroups during CREATE PARTITION SCHEME will use the sorted boundary values if the function 'pf_days' is referenced in CREATE PARTITION SCHEME.
--> info 7712: Partition scheme 'ps_left' has been created successfully. 'PRIMARY' is marked as the next used filegroup in partition scheme 'ps_left'.
CREATE PARTITION SCHEME ps_more AS PARTITION pf_left TO ([PRIMARY], [PRIMARY], [PRIMARY], [PRIMARY], [PRIMARY], [PRIMARY]);
GO
--> info 7712: Partition scheme 'ps_more' has been created successfully. 'PRIMARY' is marked as the next used filegroup in partition scheme 'ps_more'.
--> info 7713: 1 filegroups specified after the next used filegroup are ignored.
SELECT $PARTITION.pf_left(x) AS p_left, $PARTITION.pf_null(x) AS p_null, x FROM (VALUES (NULL), (-1), (5), (10), (11), (30), (31)) AS v(x);
SELECT $partition.pf_days('20251231') AS a, $PARTITION.pf_days('2026-01-01') AS b, $PARTITION.[PF_DAYS](DATEADD(day, 40, '20260101')) AS c;
GO
--> p_left int!, p_null int!, x int
--> 1 | 2 | NULL
--> 1 | 2 | -1
--> 1 | 3 | 5
--> 1 | 3 | 10
--> 2 | 3 | 11
--> 3 | 3 | 30
--> 4 | 3 | 31
--> a int!, b int!, c int!
--> 1 | 2 | 3
-- Queries from other databases name the database of the function.
DECLARE @db sysname = DB_NAME();
EXEC ('USE master; SELECT [' + @db + '].$PARTITION.pf_left(25) AS p');
GO
--> info 5701: Changed database context to 'master'.
--> p int!
--> 3
-- What is not a partition function, and what it cannot be made of.
SELECT $PARTITION.nothing(1);
GO
--> Msg 208, Level 16, State 213, Line 2: Invalid object name '$PARTITION.nothing'.
SELECT $PARTITION.pf_left(1, 2);
GO
--> Msg 8144, Level 16, State 80, Line 1: Procedure or function $PARTITION.pf_left has too many arguments specified.
CREATE PARTITION FUNCTION pf_left (int) AS RANGE LEFT FOR VALUES (1);
GO
--> Msg 2714, Level 16, State 6, Line 1: There is already an object named 'pf_left' in the database.
CREATE PARTITION FUNCTION pf_bad (int) AS RANGE LEFT FOR VALUES (1, 2, 1);
GO
--> Msg 7708, Level 16, State 1, Line 1: Duplicate range boundary values are not allowed in partition function boundary values list. Partition boundary values at ordinal 1 and 3 are equal.
DECLARE @many nvarchar(max) = (SELECT STRING_AGG(CONVERT(nvarchar(max), value), N',') FROM GENERATE_SERIES(1, 15000));
EXEC (N'CREATE PARTITION FUNCTION pf_many (int) AS RANGE LEFT FOR VALUES (' + @many + N')');
GO
--> Msg 7719, Level 16, State 1, Line 1: CREATE/ALTER partition function failed as only a maximum of 15000 partitions can be created.
CREATE PARTITION FUNCTION pf_bad (xml) AS RANGE LEFT FOR VALUES ('a');
GO
--> Msg 7704, Level 16, State 1, Line 1: The type 'xml' is not valid for this operation.
CREATE PARTITION FUNCTION pf_bad (nvarchar(max)) AS RANGE LEFT FOR VALUES ('a');
GO
--> Msg 7704, Level 16, State 1, Line 1: The type 'nvarchar' is not valid for this operation.
CREATE PARTITION FUNCTION pf_bad (date) AS RANGE LEFT FOR VALUES ('20260101', 5);
GO
--> Msg 7705, Level 16, State 1, Line 1: Could not implicitly convert range values type specified at ordinal 2 to partition function parameter type.
DECLARE @v int = 1;
CREATE PARTITION FUNCTION pf_bad (int) AS RANGE LEFT FOR VALUES (@v);
GO
--> Msg 137, Level 15, State 2, Line 2: Must declare the scalar variable "@v".
CREATE PARTITION FUNCTION pf_bad (int) AS RANGE LEFT FOR VALUES ('abc');
GO
--> Msg 7705, Level 16, State 1, Line 1: Could not implicitly convert range values type specified at ordinal 1 to partition function parameter type.
CREATE PARTITION SCHEME ps_bad AS PARTITION pf_left TO ([PRIMARY], [PRIMARY]);
GO
--> Msg 7707, Level 16, State 1, Line 1: The associated partition function 'pf_left' generates more partitions than there are file groups mentioned in the scheme 'ps_bad'.
CREATE PARTITION SCHEME ps_left AS PARTITION pf_left ALL TO ([PRIMARY]);
GO
--> Msg 2714, Level 16, State 6, Line 1: There is already an object named 'ps_left' in the database.
CREATE PARTITION SCHEME ps_bad AS PARTITION nothing ALL TO ([PRIMARY]);
GO
--> Msg 208, Level 16, State 1, Line 1: Invalid object name 'nothing'.
-- SPLIT takes the filegroup that is used next, which has to be named before the next one; variables may be used.
DECLARE @at int = 15;
ALTER PARTITION FUNCTION pf_left() SPLIT RANGE (@at);
GO
ALTER PARTITION FUNCTION pf_left() SPLIT RANGE (25);
GO
--> Msg 7710, Level 16, State 1, Line 1: Warning: The partition scheme 'ps_left' does not have any next used filegroup. Partition scheme has not been changed.
ALTER PARTITION SCHEME ps_left NEXT USED [PRIMARY];
ALTER PARTITION SCHEME ps_more NEXT USED [PRIMARY];
ALTER PARTITION FUNCTION pf_left() SPLIT RANGE (25);
SELECT $PARTITION.pf_left(12) AS a, $PARTITION.pf_left(17) AS b, $PARTITION.pf_left(25) AS c, $PARTITION.pf_left(99) AS d;
GO
--> a int!, b int!, c int!, d int!
--> 2 | 3 | 4 | 6
ALTER PARTITION SCHEME ps_left NEXT USED;
GO
--> info 7710: Warning: The partition scheme 'ps_left' does not have any next used filegroup. Partition scheme has not been changed.
ALTER PARTITION FUNCTION pf_left() SPLIT RANGE (25);
GO
--> Msg 7721, Level 16, State 1, Line 1: Duplicate range boundary values are not allowed in partition function boundary values list. The boundary value being added is already present at ordinal 4 of the boundary value list.
ALTER PARTITION FUNCTION pf_left() SPLIT RANGE;
GO
--> Msg 7714, Level 16, State 1, Line 1: Partition range value is missing.
ALTER PARTITION FUNCTION pf_left() MERGE RANGE (26);
GO
--> Msg 7715, Level 16, State 1, Line 1: The specified partition range value could not be found.
ALTER PARTITION FUNCTION pf_left() MERGE RANGE (15);
CREATE PARTITION FUNCTION pf_one (int) AS RANGE LEFT FOR VALUES ();
ALTER PARTITION FUNCTION pf_one() MERGE RANGE (1);
GO
--> Msg 7716, Level 16, State 1, Line 3: Can not create or alter a partition function to have zero partitions.
ALTER PARTITION FUNCTION nothing() MERGE RANGE (15);
GO
--> Msg 15151, Level 16, State 1, Line 1: Cannot alter the partition function 'nothing', because it does not exist or you do not have permission.
ALTER PARTITION SCHEME nothing NEXT USED [PRIMARY];
GO
--> Msg 15151, Level 16, State 1, Line 1: Cannot alter the partition scheme 'nothing', because it does not exist or you do not have permission.
-- The catalog.
SELECT f.name, f.fanout, f.boundary_value_on_right AS on_right, p.system_type_id, p.max_length FROM sys.partition_functions AS f JOIN sys.partition_parameters AS p ON p.function_id = f.function_id ORDER BY f.name;
SELECT f.name, v.boundary_id, v.value, SQL_VARIANT_PROPERTY(v.value, 'BaseType') AS base FROM sys.partition_functions AS f JOIN sys.partition_range_values AS v ON v.function_id = f.function_id ORDER BY f.name, v.boundary_id;
SELECT s.name, s.type, s.type_desc, COUNT(*) AS destinations FROM sys.partition_schemes AS s JOIN sys.destination_data_spaces AS d ON d.partition_scheme_id = s.data_space_id GROUP BY s.name, s.type, s.type_desc ORDER BY s.name;
GO
--> name nvarchar(128)!, fanout int!, on_right bit!, system_type_id tinyint!, max_length smallint!
--> 'pf_days' | 4 | 1 | 40 | 3
--> 'pf_left' | 5 | 0 | 56 | 4
--> 'pf_null' | 3 | 1 | 56 | 4
--> 'pf_one' | 1 | 0 | 56 | 4
--> name nvarchar(128)!, boundary_id int!, value sql_variant, base sql_variant
--> 'pf_days' | 1 | 2026-01-01::date | 'date'::nvarchar(128)
--> 'pf_days' | 2 | 2026-02-01::date | 'date'::nvarchar(128)
--> 'pf_days' | 3 | 2026-03-01::date | 'date'::nvarchar(128)
--> 'pf_left' | 1 | 10::int | 'int'::nvarchar(128)
--> 'pf_left' | 2 | 20::int | 'int'::nvarchar(128)
--> 'pf_left' | 3 | 25::int | 'int'::nvarchar(128)
--> 'pf_left' | 4 | 30::int | 'int'::nvarchar(128)
--> 'pf_null' | 1 | NULL | NULL
--> 'pf_null' | 2 | 5::int | 'int'::nvarchar(128)
--> name nvarchar(128)!, type char(2)!, type_desc nvarchar(60), destinations int
--> 'ps_left' | 'PS' | 'PARTITION_SCHEME' | 5
--> 'ps_more' | 'PS' | 'PARTITION_SCHEME' | 5
-- What is used cannot be dropped.
DROP PARTITION FUNCTION pf_left;
GO
--> Msg 7706, Level 16, State 1, Line 2: Partition function 'pf_left' is being used by one or more partition schemes.
DROP PARTITION SCHEME nothing;
GO
--> Msg 3701, Level 11, State 5, Line 1: Cannot drop the partition scheme 'nothing', because it does not exist or you do not have permission.
DROP PARTITION FUNCTION nothing;
GO
--> Msg 3701, Level 11, State 5, Line 1: Cannot drop the partition function 'nothing', because it does not exist or you do not have permission.
DROP PARTITION SCHEME ps_more;
DROP PARTITION SCHEME ps_left;
DROP PARTITION FUNCTION pf_left;
SELECT COUNT(*) AS left_over FROM sys.partition_functions WHERE name = 'pf_left';
GO
--> left_over int
--> 0
