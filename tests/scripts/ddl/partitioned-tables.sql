-- Rows lie in partitions by the values of one column; queries do not notice.
CREATE PARTITION FUNCTION pf (date) AS RANGE RIGHT FOR VALUES ('20260101', '20260201', '20260301');
CREATE PARTITION SCHEME ps AS PARTITION pf ALL TO ([PRIMARY]);
CREATE TABLE dbo.Sale (id int NOT NULL, day date NOT NULL, amount money NULL, CONSTRAINT PK_Sale PRIMARY KEY CLUSTERED (id, day)) ON ps (day);
INSERT dbo.Sale VALUES (1, '20251231', 1), (2, '20260101', 2), (3, '20260115', 3), (4, '20260201', 4), (5, '20260410', 5);
CREATE INDEX ix_amount ON dbo.Sale (amount);
GO
--> info 7712: Partition scheme 'ps' has been created successfully. 'PRIMARY' is marked as the next used filegroup in partition scheme 'ps'.
--> (5 rows)
SELECT $PARTITION.pf(day) AS p, COUNT(*) AS n, MIN(day) AS first FROM dbo.Sale GROUP BY $PARTITION.pf(day) ORDER BY p;
SELECT id FROM dbo.Sale WHERE $PARTITION.pf(day) = 2 ORDER BY id;
SELECT index_id, partition_number, rows FROM sys.partitions WHERE object_id = OBJECT_ID('dbo.Sale') ORDER BY index_id, partition_number;
SELECT SUM(row_count) AS n FROM sys.dm_db_partition_stats WHERE object_id = OBJECT_ID('dbo.Sale') AND index_id = 1;
SELECT i.name, s.type_desc, c.name AS by_column, ic.key_ordinal, ic.partition_ordinal, ic.is_included_column AS inc
FROM sys.indexes AS i JOIN sys.data_spaces AS s ON s.data_space_id = i.data_space_id
JOIN sys.index_columns AS ic ON ic.object_id = i.object_id AND ic.index_id = i.index_id
JOIN sys.columns AS c ON c.object_id = ic.object_id AND c.column_id = ic.column_id
WHERE i.object_id = OBJECT_ID('dbo.Sale') ORDER BY i.index_id, ic.index_column_id;
SELECT COUNT(DISTINCT a.container_id) AS units FROM sys.allocation_units AS a JOIN sys.partitions AS p ON p.hobt_id = a.container_id WHERE p.object_id = OBJECT_ID('dbo.Sale');
GO
--> p int!, n int, first date
--> 1 | 1 | 2025-12-31
--> 2 | 2 | 2026-01-01
--> 3 | 1 | 2026-02-01
--> 4 | 1 | 2026-04-10
--> id int!
--> 2
--> 3
--> index_id int!, partition_number int!, rows bigint
--> 1 | 1 | 1
--> 1 | 2 | 2
--> 1 | 3 | 1
--> 1 | 4 | 1
--> 2 | 1 | 1
--> 2 | 2 | 2
--> 2 | 3 | 1
--> 2 | 4 | 1
--> n bigint
--> 5
--> name nvarchar(128), type_desc nvarchar(60), by_column nvarchar(128), key_ordinal tinyint!, partition_ordinal tinyint!, inc bit
--> 'PK_Sale' | 'PARTITION_SCHEME' | 'id' | 1 | 0 | 0
--> 'PK_Sale' | 'PARTITION_SCHEME' | 'day' | 2 | 1 | 0
--> 'ix_amount' | 'PARTITION_SCHEME' | 'amount' | 1 | 0 | 0
--> 'ix_amount' | 'PARTITION_SCHEME' | 'day' | 0 | 1 | 0
--> units int
--> 8
EXEC sp_helpindex 'dbo.Sale';
GO
--> index_name nvarchar(128), index_description varchar(210), index_keys nvarchar(2126)
--> 'ix_amount' | 'nonclustered located on ps' | 'amount'
--> 'PK_Sale' | 'clustered, unique, primary key located on ps' | 'id, day'
-- A unique key holds the partitioning column; the column has the type of the function.
CREATE UNIQUE INDEX ux ON dbo.Sale (id);
GO
--> Msg 1908, Level 16, State 1, Line 2: Column 'day' is partitioning column of the index 'ux'. Partition columns for a unique index must be a subset of the index key.
CREATE TABLE dbo.Bad (id int NOT NULL PRIMARY KEY, day date NOT NULL) ON ps (day);
GO
--> Msg 1908, Level 16, State 1, Line 1: Column 'day' is partitioning column of the index 'PK__Bad__37386AE025869641'. Partition columns for a unique index must be a subset of the index key.
--> Msg 1750, Level 16, State 1, Line 1: Could not create constraint or index. See previous errors.
CREATE TABLE dbo.Bad (id int NOT NULL, day datetime NOT NULL) ON ps (day);
GO
--> Msg 7726, Level 16, State 1, Line 1: Partition column 'day' has data type datetime which is different from the partition function 'pf' parameter data type date.
CREATE TABLE dbo.Bad (id int NOT NULL, day date NOT NULL) ON nothing (day);
GO
--> Msg 1921, Level 16, State 1, Line 1: Invalid partition scheme 'nothing' specified.
CREATE TABLE dbo.Bad (id int NOT NULL, day date NOT NULL) ON ps (other);
GO
--> Msg 1911, Level 16, State 1, Line 1: Column name 'other' does not exist in the target table or view.
CREATE TABLE dbo.Bad (id int NOT NULL, day date NOT NULL) ON ps;
GO
--> Msg 2726, Level 16, State 1, Line 1: Partition function 'pf' uses 1 columns which does not match with the number of partition columns used to partition the table or index.
CREATE TABLE dbo.Bad (id int NOT NULL, at datetime NOT NULL, day AS CONVERT(date, at)) ON ps (day);
GO
--> Msg 7724, Level 16, State 1, Line 1: Computed column cannot be used as a partition key if it is not persisted. Partition key column 'day' in table 'Bad' is not persisted.
DROP PARTITION SCHEME ps;
GO
--> Msg 7717, Level 16, State 1, Line 1: The partition scheme "ps" is currently being used to partition one or more tables.
-- An index may lie elsewhere; a heap is divided by its clustered index.
CREATE TABLE dbo.Heap (id int NOT NULL, day date NULL);
INSERT dbo.Heap VALUES (1, NULL), (2, '20260110'), (3, '20260111');
CREATE CLUSTERED INDEX cx ON dbo.Heap (day) ON ps (day);
SELECT partition_number, rows FROM sys.partitions WHERE object_id = OBJECT_ID('dbo.Heap') ORDER BY partition_number;
DROP INDEX cx ON dbo.Heap;
SELECT i.index_id, i.type_desc, COUNT(*) AS partitions FROM sys.partitions AS p JOIN sys.indexes AS i ON i.object_id = p.object_id AND i.index_id = p.index_id WHERE p.object_id = OBJECT_ID('dbo.Heap') GROUP BY i.index_id, i.type_desc;
CREATE CLUSTERED INDEX cx ON dbo.Heap (day) ON [PRIMARY];
SELECT COUNT(*) AS partitions FROM sys.partitions WHERE object_id = OBJECT_ID('dbo.Heap');
GO
--> (3 rows)
--> partition_number int!, rows bigint
--> 1 | 1
--> 2 | 2
--> 3 | 0
--> 4 | 0
--> index_id int!, type_desc nvarchar(60), partitions int
--> 0 | 'HEAP' | 4
--> partitions int
--> 1
-- TRUNCATE of partitions; numbers may be variables.
DECLARE @p int = 4;
TRUNCATE TABLE dbo.Sale WITH (PARTITIONS (1, @p TO 4));
SELECT id FROM dbo.Sale ORDER BY id;
GO
--> id int!
--> 2
--> 3
--> 4
TRUNCATE TABLE dbo.Sale WITH (PARTITIONS (5));
GO
--> Msg 7722, Level 16, State 1, Line 1: Invalid partition number 5 specified for table 'Sale', partition number can range from 1 to 4.
TRUNCATE TABLE dbo.Sale WITH (PARTITIONS (3 TO 2));
GO
--> Msg 7728, Level 16, State 1, Line 1: Invalid partition range: 3 TO 2. Lower bound must not be greater than upper bound.
TRUNCATE TABLE dbo.Sale WITH (PARTITIONS (2, 1 TO 3));
GO
--> Msg 7711, Level 16, State 1, Line 1: The PARTITION option was specified more than once for the table, or for at least one of its partitions if the table is partitioned.
TRUNCATE TABLE dbo.Heap WITH (PARTITIONS (1));
GO
--> Msg 7729, Level 16, State 3, Line 1: Cannot specify partition number in the truncate table statement as the table 'Heap' is not partitioned.
-- The refusals of partitioning end the batch and its transaction.
BEGIN TRAN;
TRUNCATE TABLE dbo.Sale WITH (PARTITIONS (7));
PRINT 'not reached';
GO
--> Msg 7722, Level 16, State 1, Line 3: Invalid partition number 7 specified for table 'Sale', partition number can range from 1 to 4.
SELECT @@TRANCOUNT AS open_transactions;
CREATE INDEX elsewhere ON dbo.Sale (amount) ON [PRIMARY];
TRUNCATE TABLE dbo.Sale WITH (PARTITIONS (2 TO 3));
GO
--> open_transactions int!
--> 0
--> Msg 3756, Level 16, State 1, Line 3: TRUNCATE TABLE statement failed. Index 'elsewhere' is not partitioned, but table 'Sale' uses partition function 'pf'. Index and table must use an equivalent partition function.
-- Rebuilding a partition needs nothing but the partition.
ALTER INDEX PK_Sale ON dbo.Sale REBUILD PARTITION = 2;
ALTER INDEX ALL ON dbo.Sale REBUILD PARTITION = ALL WITH (DATA_COMPRESSION = PAGE);
ALTER TABLE dbo.Sale REBUILD PARTITION = 1;
ALTER INDEX PK_Sale ON dbo.Sale REORGANIZE PARTITION = 9;
GO
--> Msg 7730, Level 16, State 1, Line 5: Alter index statement failed because partition number 9 does not exist in index 'PK_Sale'.
ALTER TABLE dbo.Heap REBUILD PARTITION = 1;
GO
--> Msg 7735, Level 16, State 1, Line 1: Cannot specify partition number in alter table statement to rebuild or reorganize a partition of table 'Heap' as table is not partitioned.
ALTER INDEX cx ON dbo.Heap REBUILD PARTITION = 1;
GO
--> Msg 7729, Level 16, State 1, Line 1: Cannot specify partition number in the alter index statement as the index 'cx' is not partitioned.
ALTER TABLE dbo.Sale DROP COLUMN day;
GO
--> Msg 5074, Level 16, State 1, Line 1: The object 'Sale' is dependent on column 'day'.
--> Msg 5074, Level 16, State 1, Line 1: The object 'PK_Sale' is dependent on column 'day'.
--> Msg 4922, Level 16, State 9, Line 1: ALTER TABLE DROP COLUMN day failed because one or more objects access this column.
ALTER TABLE dbo.Sale ALTER COLUMN day date NULL;
GO
--> Msg 5074, Level 16, State 1, Line 1: The object 'Sale' is dependent on column 'day'.
--> Msg 5074, Level 16, State 1, Line 1: The object 'PK_Sale' is dependent on column 'day'.
--> Msg 4922, Level 16, State 9, Line 1: ALTER TABLE ALTER COLUMN day failed because one or more objects access this column.
-- Splitting and merging move no row of the table.
ALTER PARTITION SCHEME ps NEXT USED [PRIMARY];
ALTER PARTITION FUNCTION pf() SPLIT RANGE ('20260110');
ALTER PARTITION FUNCTION pf() MERGE RANGE ('20260201');
SELECT partition_number, rows FROM sys.partitions WHERE object_id = OBJECT_ID('dbo.Sale') AND index_id = 1 ORDER BY partition_number;
GO
--> partition_number int!, rows bigint
--> 1 | 0
--> 2 | 1
--> 3 | 2
--> 4 | 0
