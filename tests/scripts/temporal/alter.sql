-- Changes of a versioned table's columns reach its history; hidden period columns; a history without a name of its own.
CREATE TABLE item (
  id int IDENTITY CONSTRAINT pk_item PRIMARY KEY,
  name varchar(20) NOT NULL,
  since datetime2(3) GENERATED ALWAYS AS ROW START HIDDEN,
  until datetime2(3) GENERATED ALWAYS AS ROW END HIDDEN,
  PERIOD FOR SYSTEM_TIME (since, until)
) WITH (SYSTEM_VERSIONING = ON);
INSERT item VALUES ('hammer'), ('nail');
WAITFOR DELAY '00:00:00.010';
UPDATE item SET name = 'screw' WHERE id = 2;
GO
--> (2 rows)
--> (1 row)
SELECT * FROM item ORDER BY id;
SELECT id, until FROM item ORDER BY id;
SELECT CASE WHEN h.name = 'MSSQL_TemporalHistoryFor_' + CAST(t.object_id AS varchar(20)) THEN 'named after it' END AS history
FROM sys.tables t JOIN sys.tables h ON h.object_id = t.history_table_id;
GO
--> id int!, name varchar(20)!
--> 1 | 'hammer'
--> 2 | 'screw'
--> id int!, until datetime2(3)!
--> 1 | 9999-12-31 23:59:59.999
--> 2 | 9999-12-31 23:59:59.999
--> history varchar(14)
--> 'named after it'
WAITFOR DELAY '00:00:00.010';
ALTER TABLE item ADD price decimal(9, 2) NULL, kind char(1) NOT NULL CONSTRAINT df_kind DEFAULT 'x';
GO
UPDATE item SET price = 1.5 WHERE id = 1;
WAITFOR DELAY '00:00:00.010';
SELECT * FROM item FOR SYSTEM_TIME ALL ORDER BY id, since;
GO
--> (1 row)
--> id int!, name varchar(20)!, price decimal(9,2), kind char(1)!
--> 1 | 'hammer' | NULL | 'x'
--> 1 | 'hammer' | 1.50 | 'x'
--> 2 | 'nail' | NULL | 'x'
--> 2 | 'screw' | NULL | 'x'
ALTER TABLE item ALTER COLUMN name nvarchar(30) NOT NULL;
ALTER TABLE item DROP COLUMN price;
EXEC sp_rename 'item.kind', 'sort', 'COLUMN';
GO
--> info 15477: Caution: Changing any part of an object name could break scripts and stored procedures.
UPDATE item SET name = N'łopata' WHERE id = 1;
GO
--> (1 row)
DECLARE @history sysname = (SELECT OBJECT_NAME(history_table_id) FROM sys.tables WHERE name = 'item');
SELECT c.name, TYPE_NAME(c.user_type_id) AS type, c.max_length, c.is_nullable
FROM sys.columns c WHERE c.object_id = OBJECT_ID(@history) ORDER BY column_id;
SELECT * FROM item FOR SYSTEM_TIME ALL WHERE id = 1 ORDER BY since;
GO
--> name nvarchar(128), type nvarchar(128), max_length smallint!, is_nullable bit
--> 'id' | 'int' | 4 | 0
--> 'name' | 'nvarchar' | 60 | 0
--> 'since' | 'datetime2' | 7 | 0
--> 'until' | 'datetime2' | 7 | 0
--> 'sort' | 'char' | 1 | 0
--> id int!, name nvarchar(30)!, sort char(1)!
--> 1 | 'hammer' | 'x'
--> 1 | 'hammer' | 'x'
--> 1 | 'łopata' | 'x'
ALTER TABLE item ADD n int IDENTITY;
GO
--> Msg 13704, Level 16, State 1, Line 1: System-versioned table schema modification failed because history table 'golden.dbo.MSSQL_TemporalHistoryFor_581577110' has IDENTITY column specification. Consider dropping all IDENTITY column specifications and trying again.
ALTER TABLE item ADD twice AS id * 2;
GO
--> Msg 13724, Level 16, State 1, Line 1: System-versioned table schema modification failed because adding computed column while system-versioning is ON is not supported.
ALTER TABLE item DROP COLUMN since;
GO
--> Msg 13588, Level 16, State 1, Line 1: Column 'since' in table 'golden.dbo.item' cannot be dropped because it is a part of period definition.
ALTER TABLE item ALTER COLUMN since datetime2(7) NOT NULL;
GO
--> Msg 13599, Level 16, State 1, Line 1: Period column 'since' in a system-versioned temporal table cannot be altered.
ALTER TABLE item DROP CONSTRAINT pk_item;
GO
--> Msg 13557, Level 16, State 1, Line 1: Cannot drop PRIMARY KEY constraint from a system-versioned temporal table 'golden.dbo.item'.
ALTER TABLE item DROP PERIOD FOR SYSTEM_TIME;
GO
--> Msg 13592, Level 16, State 1, Line 1: Cannot drop SYSTEM_TIME period from table 'golden.dbo.item' when SYSTEM_VERSIONING is ON.
ALTER TABLE item ADD PERIOD FOR SYSTEM_TIME (since, until);
GO
--> Msg 13597, Level 16, State 1, Line 1: Temporal SYSTEM_TIME period is already defined on table 'golden.dbo.item'.
ALTER TABLE item ALTER COLUMN since DROP HIDDEN;
ALTER TABLE item ALTER COLUMN until DROP HIDDEN;
SELECT TOP 0 * FROM item;
GO
--> id int!, name nvarchar(30)!, since datetime2(3)!, until datetime2(3)!, sort char(1)!
ALTER TABLE item ALTER COLUMN name ADD HIDDEN;
GO
--> Msg 13735, Level 16, State 1, Line 1: Cannot alter HIDDEN attribute on column 'name' in table 'golden.dbo.item' because this column is not a generated always column.
-- A table becomes versioned later.
CREATE TABLE late (id int NOT NULL CONSTRAINT pk_late PRIMARY KEY, v int);
INSERT late VALUES (1, 1), (2, 2);
GO
--> (2 rows)
ALTER TABLE late ADD f datetime2 GENERATED ALWAYS AS ROW START NOT NULL, t datetime2 GENERATED ALWAYS AS ROW END NOT NULL, PERIOD FOR SYSTEM_TIME (f, t);
GO
--> Msg 4901, Level 16, State 1, Line 1: ALTER TABLE only allows columns to be added that can contain nulls, or have a DEFAULT definition specified, or the column being added is an identity or timestamp column, or alternatively if none of the previous conditions are satisfied the table must be empty to allow addition of this column. Column 'f' cannot be added to non-empty table 'late' because it does not satisfy these conditions.
ALTER TABLE late ADD
  f datetime2 GENERATED ALWAYS AS ROW START HIDDEN NOT NULL CONSTRAINT df_f DEFAULT '2020-01-01',
  t datetime2 GENERATED ALWAYS AS ROW END HIDDEN NOT NULL CONSTRAINT df_t DEFAULT CONVERT(datetime2, '9999-12-31 23:59:59.9999999'),
  PERIOD FOR SYSTEM_TIME (f, t);
ALTER TABLE late SET (SYSTEM_VERSIONING = ON (HISTORY_TABLE = dbo.late_history));
GO
UPDATE late SET v = 10 WHERE id = 1;
SELECT * FROM late FOR SYSTEM_TIME AS OF '2021-01-01' ORDER BY id;
SELECT * FROM late ORDER BY id;
SELECT id, v, f FROM late_history;
GO
--> (1 row)
--> id int!, v int
--> 1 | 1
--> 2 | 2
--> id int!, v int
--> 1 | 10
--> 2 | 2
--> id int!, v int, f datetime2(7)!
--> 1 | 1 | 2020-01-01 00:00:00.0000000
-- The history itself is left alone.
ALTER TABLE late_history ADD x int;
GO
--> Msg 13550, Level 16, State 1, Line 2: Add column operation failed on table 'golden.dbo.late_history' because it is not a supported operation on system-versioned temporal tables.
ALTER TABLE late_history DROP COLUMN v;
GO
--> Msg 13551, Level 16, State 1, Line 1: Drop column operation failed on table 'golden.dbo.late_history' because it is not a supported operation on system-versioned temporal tables.
ALTER TABLE late_history ALTER COLUMN v bigint;
GO
--> Msg 13548, Level 16, State 1, Line 1: Cannot alter column 'v' on table 'golden.dbo.late_history' because it is not a supported operation on system-versioned temporal tables.
ALTER TABLE late_history ADD CONSTRAINT ck CHECK (v > 0);
GO
--> Msg 13564, Level 16, State 1, Line 1: Adding CHECK constraint to a temporal history table 'golden.dbo.late_history' is not allowed.
--> Msg 1750, Level 16, State 1, Line 1: Could not create constraint or index. See previous errors.
ALTER TABLE late_history ADD PRIMARY KEY (id, f);
GO
--> Msg 13558, Level 16, State 1, Line 1: Cannot add PRIMARY KEY constraint to a temporal history table 'golden.dbo.late_history'.
--> Msg 1750, Level 16, State 1, Line 1: Could not create constraint or index. See previous errors.
CREATE UNIQUE INDEX ux ON late_history (id, f);
GO
--> Msg 13741, Level 16, State 1, Line 1: Cannot create UNIQUE index on temporal history table 'golden.dbo.late_history'.
CREATE INDEX ix ON late_history (v);
EXEC sp_rename 'late_history.v', 'w', 'COLUMN';
GO
--> Msg 13759, Level 16, State 1, Procedure sp_rename, Line 1: Renaming a column failed on history table 'golden.dbo.late_history' because it is not a supported operation on system-versioned tables. Consider setting SYSTEM_VERSIONING to OFF and trying again.
CREATE TRIGGER no ON late_history AFTER INSERT AS SELECT 1 AS one;
GO
--> Msg 13569, Level 16, State 1, Procedure no, Line 1: Cannot create a trigger on a system-versioned temporal table 'golden.dbo.late_history'.
CREATE TRIGGER no ON late INSTEAD OF UPDATE AS SELECT 1 AS one;
GO
--> Msg 13569, Level 16, State 2, Procedure no, Line 1: Cannot create a trigger on a system-versioned temporal table 'golden.dbo.late'.
CREATE TRIGGER yes ON late AFTER UPDATE AS SELECT COUNT(*) AS replaced FROM late_history;
GO
UPDATE late SET v = v + 1;
GO
--> replaced int
--> 3
--> (2 rows)
-- Versioning again, with the same and with other histories.
ALTER TABLE late SET (SYSTEM_VERSIONING = ON);
GO
--> Msg 13596, Level 16, State 1, Line 2: SYSTEM_VERSIONING is already turned ON for table 'golden.dbo.late'.
ALTER TABLE late SET (SYSTEM_VERSIONING = ON (HISTORY_TABLE = dbo.nowhere));
GO
--> Msg 13757, Level 16, State 1, Line 1: Temporal table 'golden.dbo.late' already has history table defined. Consider dropping system_versioning first if you want to use different history table.
ALTER TABLE late SET (SYSTEM_VERSIONING = ON (HISTORY_TABLE = dbo.item));
GO
--> Msg 13595, Level 16, State 1, Line 1: Temporal history table name 'golden.dbo.item' is not correct for current table 'golden.dbo.late'.
ALTER TABLE late SET (SYSTEM_VERSIONING = ON (HISTORY_TABLE = dbo.late_history, HISTORY_RETENTION_PERIOD = 6 MONTHS));
SELECT history_retention_period, history_retention_period_unit, history_retention_period_unit_desc FROM sys.tables WHERE name = 'late';
SELECT id, v FROM late_history WHERE v = 1;
SELECT id, v FROM late FOR SYSTEM_TIME ALL WHERE v = 1;
ALTER TABLE late SET (SYSTEM_VERSIONING = OFF);
GO
--> history_retention_period int, history_retention_period_unit int, history_retention_period_unit_desc nvarchar(10)
--> 6 | 5 | 'MONTH'
--> id int!, v int
--> 1 | 1
--> id int!, v int
--> 1 | 1
ALTER TABLE late SET (SYSTEM_VERSIONING = ON (HISTORY_TABLE = dbo.late_history, HISTORY_RETENTION_PERIOD = 0 DAYS));
GO
--> Msg 13743, Level 16, State 1, Line 1: 0 is not a valid value for system versioning history retention period.
ALTER TABLE late SET (SYSTEM_VERSIONING = ON (HISTORY_TABLE = dbo.late_history, HISTORY_RETENTION_PERIOD = 3 HOURS));
GO
--> Msg 13744, Level 15, State 1, Line 1: 'HOURS' is not a valid history retention period unit for system versioning.
ALTER TABLE late SET (SYSTEM_VERSIONING = ON (HISTORY_TABLE = late_history));
GO
--> Msg 13539, Level 16, State 1, Line 1: Setting SYSTEM_VERSIONING to ON failed because history table 'late_history' is not specified in two-part name format.
ALTER TABLE late SET (SYSTEM_VERSIONING = ON (HISTORY_TABLE = dbo.late));
GO
--> Msg 13574, Level 16, State 1, Line 1: Setting SYSTEM_VERSIONING to ON failed because temporal history table 'golden.dbo.late' contains SYSTEM_TIME period.
-- A rollback takes the link back.
BEGIN TRAN;
ALTER TABLE late SET (SYSTEM_VERSIONING = ON (HISTORY_TABLE = dbo.late_history));
ROLLBACK;
SELECT name, temporal_type FROM sys.tables WHERE name LIKE 'late%' ORDER BY name;
GO
--> name nvarchar(128)!, temporal_type tinyint
--> 'late' | 0
--> 'late_history' | 0
