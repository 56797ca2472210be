-- Sequences.
CREATE SEQUENCE dbo.q AS int START WITH 5 INCREMENT BY 2 MINVALUE 1 MAXVALUE 9 CYCLE
GO
SELECT NEXT VALUE FOR dbo.q AS a
SELECT NEXT VALUE FOR dbo.q AS a
SELECT NEXT VALUE FOR dbo.q AS a
SELECT NEXT VALUE FOR dbo.q AS a
GO
--> a int!
--> 5
--> a int!
--> 7
--> a int!
--> 9
--> a int!
--> 1
ALTER SEQUENCE dbo.q RESTART WITH 3 NO CYCLE
SELECT NEXT VALUE FOR dbo.q AS a
SELECT name, increment, is_cycling FROM sys.sequences
GO
--> a int!
--> 3
--> name nvarchar(128)!, increment sql_variant!, is_cycling bit
--> 'q' | 2::int | 0
CREATE SEQUENCE dbo.q2 AS int INCREMENT BY 0
GO
--> Msg 11700, Level 16, State 1, Line 1: The increment for sequence object 'q2' cannot be zero.
-- Synonyms and schemas.
CREATE TABLE dbo.t (a int NOT NULL CONSTRAINT k PRIMARY KEY, b int NULL)
INSERT dbo.t VALUES (1, 2)
CREATE SYNONYM dbo.y FOR dbo.t
GO
--> (1 row)
SELECT a, b FROM dbo.y
SELECT name, base_object_name FROM sys.synonyms
GO
--> a int!, b int
--> 1 | 2
--> name nvarchar(128)!, base_object_name nvarchar(1035)
--> 'y' | '[dbo].[t]'
CREATE SCHEMA other
GO
ALTER SCHEMA other TRANSFER dbo.t
SELECT SCHEMA_NAME(schema_id) AS s, name FROM sys.objects WHERE name = 't'
GO
--> s nvarchar(128), name nvarchar(128)!
--> 'other' | 't'
-- Indexes.
CREATE INDEX i ON other.t (b)
ALTER INDEX i ON other.t DISABLE
SELECT name, is_disabled FROM sys.indexes WHERE name = 'i'
ALTER INDEX i ON other.t REBUILD
SELECT name, is_disabled FROM sys.indexes WHERE name = 'i'
DROP INDEX i ON other.t
UPDATE STATISTICS other.t
GO
--> name nvarchar(128), is_disabled bit
--> 'i' | 1
--> name nvarchar(128), is_disabled bit
--> 'i' | 0
DROP INDEX i ON other.t
GO
--> Msg 3701, Level 11, State 7, Line 1: Cannot drop the index 'other.t.i', because it does not exist or you do not have permission.
CREATE INDEX i ON other.t (zz)
GO
--> Msg 1911, Level 16, State 1, Line 1: Column name 'zz' does not exist in the target table or view.
-- Partitions are kept as definitions.
CREATE PARTITION FUNCTION pf (int) AS RANGE RIGHT FOR VALUES (10, 20)
GO
CREATE PARTITION SCHEME ps AS PARTITION pf ALL TO ([PRIMARY])
GO
--> info 7712: Partition scheme 'ps' has been created successfully. 'PRIMARY' is marked as the next used filegroup in partition scheme 'ps'.
SELECT name, fanout, boundary_value_on_right FROM sys.partition_functions
DROP PARTITION SCHEME ps
DROP PARTITION FUNCTION pf
GO
--> name nvarchar(128)!, fanout int!, boundary_value_on_right bit!
--> 'pf' | 3 | 1
