-- A system-versioned table keeps the rows that its changes replace.
CREATE TABLE dept (
  id int NOT NULL CONSTRAINT pk_dept PRIMARY KEY CLUSTERED,
  name varchar(50) NOT NULL,
  manager int NULL,
  valid_from datetime2 GENERATED ALWAYS AS ROW START NOT NULL,
  valid_to datetime2 GENERATED ALWAYS AS ROW END NOT NULL,
  PERIOD FOR SYSTEM_TIME (valid_from, valid_to)
) WITH (SYSTEM_VERSIONING = ON (HISTORY_TABLE = dbo.dept_history));
GO
SELECT name, temporal_type, temporal_type_desc, OBJECT_NAME(history_table_id) AS history, history_retention_period,
  history_retention_period_unit, history_retention_period_unit_desc
FROM sys.tables ORDER BY name;
SELECT name, period_type, period_type_desc, OBJECT_NAME(object_id) AS tab, start_column_id, end_column_id FROM sys.periods;
SELECT OBJECT_NAME(object_id) AS tab, name, is_nullable, generated_always_type, generated_always_type_desc, is_hidden
FROM sys.columns WHERE OBJECT_NAME(object_id) LIKE 'dept%' AND column_id > 3 ORDER BY tab, column_id;
SELECT name, type_desc, is_unique FROM sys.indexes WHERE object_id = OBJECT_ID('dept_history');
GO
--> name nvarchar(128)!, temporal_type tinyint, temporal_type_desc nvarchar(60), history nvarchar(128), history_retention_period int, history_retention_period_unit int, history_retention_period_unit_desc nvarchar(10)
--> 'dept' | 2 | 'SYSTEM_VERSIONED_TEMPORAL_TABLE' | 'dept_history' | -1 | -1 | 'INFINITE'
--> 'dept_history' | 1 | 'HISTORY_TABLE' | NULL | NULL | NULL | NULL
--> name nvarchar(128)!, period_type tinyint, period_type_desc nvarchar(60), tab nvarchar(128), start_column_id int!, end_column_id int!
--> 'SYSTEM_TIME' | 1 | 'SYSTEM_TIME_PERIOD' | 'dept' | 4 | 5
--> tab nvarchar(128), name nvarchar(128), is_nullable bit, generated_always_type tinyint, generated_always_type_desc nvarchar(60), is_hidden bit
--> 'dept' | 'valid_from' | 0 | 1 | 'AS_ROW_START' | 0
--> 'dept' | 'valid_to' | 0 | 2 | 'AS_ROW_END' | 0
--> 'dept_history' | 'valid_from' | 0 | 0 | 'NOT_APPLICABLE' | 0
--> 'dept_history' | 'valid_to' | 0 | 0 | 'NOT_APPLICABLE' | 0
--> name nvarchar(128), type_desc nvarchar(60), is_unique bit
--> 'ix_dept_history' | 'CLUSTERED' | 0
-- INSERT fills the period; an explicit value is refused.
INSERT dept (id, name) VALUES (1, 'Sales'), (2, 'Research');
INSERT dept VALUES (3, 'Support', 7, DEFAULT, DEFAULT);
SELECT id, name, manager, CASE WHEN valid_from <= SYSUTCDATETIME() THEN 'past' END AS start, valid_to FROM dept ORDER BY id;
GO
--> (2 rows)
--> (1 row)
--> id int!, name varchar(50)!, manager int, start varchar(4), valid_to datetime2(7)!
--> 1 | 'Sales' | NULL | 'past' | 9999-12-31 23:59:59.9999999
--> 2 | 'Research' | NULL | 'past' | 9999-12-31 23:59:59.9999999
--> 3 | 'Support' | 7 | 'past' | 9999-12-31 23:59:59.9999999
INSERT dept VALUES (4, 'Marketing', 7);
GO
--> Msg 213, Level 16, State 1, Line 1: Column name or number of supplied values does not match table definition.
INSERT dept (id, name, valid_from) VALUES (4, 'Marketing', '20200101');
GO
--> Msg 13536, Level 16, State 1, Line 1: Cannot insert an explicit value into a GENERATED ALWAYS column in table 'golden.dbo.dept'. Use INSERT with a column list to exclude the GENERATED ALWAYS column, or insert a DEFAULT into GENERATED ALWAYS column.
INSERT dept (id, name, valid_to) SELECT 4, 'Marketing', '20200101';
GO
--> Msg 13536, Level 16, State 1, Line 1: Cannot insert an explicit value into a GENERATED ALWAYS column in table 'golden.dbo.dept'. Use INSERT with a column list to exclude the GENERATED ALWAYS column, or insert a DEFAULT into GENERATED ALWAYS column.
INSERT dept VALUES (4, 'Marketing', 7, '20200101', DEFAULT);
GO
--> Msg 13536, Level 16, State 1, Line 1: Cannot insert an explicit value into a GENERATED ALWAYS column in table 'golden.dbo.dept'. Use INSERT with a column list to exclude the GENERATED ALWAYS column, or insert a DEFAULT into GENERATED ALWAYS column.
UPDATE dept SET valid_from = '20200101';
GO
--> Msg 13537, Level 16, State 1, Line 1: Cannot update GENERATED ALWAYS columns in table 'golden.dbo.dept'.
UPDATE dept SET valid_to = DEFAULT WHERE id = 1;
GO
--> Msg 13537, Level 16, State 1, Line 1: Cannot update GENERATED ALWAYS columns in table 'golden.dbo.dept'.
-- UPDATE and DELETE move old rows to the history.
WAITFOR DELAY '00:00:00.010';
DECLARE @before datetime2 = SYSUTCDATETIME();
WAITFOR DELAY '00:00:00.010';
UPDATE dept SET manager = 5 WHERE id = 1;
WAITFOR DELAY '00:00:00.010';
DECLARE @between datetime2 = SYSUTCDATETIME();
WAITFOR DELAY '00:00:00.010';
DELETE dept WHERE id IN (1, 2);
SELECT id, name, manager FROM dept ORDER BY id;
SELECT id, name, manager, CASE WHEN valid_from < valid_to THEN 'ordered' END AS period FROM dept_history ORDER BY id, valid_from;
-- One row ends where the next begins.
SELECT COUNT(*) AS joined FROM dept_history a JOIN dept_history b ON a.id = b.id AND a.valid_to = b.valid_from;
SELECT 'before' AS at, id, name, manager FROM dept FOR SYSTEM_TIME AS OF @before ORDER BY id;
SELECT 'between' AS at, id, name, manager FROM dept FOR SYSTEM_TIME AS OF @between AS d ORDER BY d.id;
SELECT 'all' AS at, id, manager FROM dept FOR SYSTEM_TIME ALL ORDER BY id, valid_from;
SELECT 'between' AS at, id, manager FROM dept FOR SYSTEM_TIME BETWEEN @before AND @between ORDER BY id, valid_from;
SELECT 'from' AS at, id, manager FROM dept FOR SYSTEM_TIME FROM @between TO '9999-12-31' ORDER BY id, valid_from;
SELECT 'contained' AS at, id, manager FROM dept FOR SYSTEM_TIME CONTAINED IN (@before, '9999-12-30') ORDER BY id, valid_from;
SELECT d.id, h.manager FROM dept d JOIN dept FOR SYSTEM_TIME ALL AS h ON h.id = d.id;
SELECT COUNT(*) AS long_ago FROM dept FOR SYSTEM_TIME AS OF '2001-01-01T00:00:00Z';
GO
--> (1 row)
--> (2 rows)
--> id int!, name varchar(50)!, manager int
--> 3 | 'Support' | 7
--> id int!, name varchar(50)!, manager int, period varchar(7)
--> 1 | 'Sales' | NULL | 'ordered'
--> 1 | 'Sales' | 5 | 'ordered'
--> 2 | 'Research' | NULL | 'ordered'
--> joined int
--> 1
--> at varchar(6)!, id int!, name varchar(50)!, manager int
--> 'before' | 1 | 'Sales' | NULL
--> 'before' | 2 | 'Research' | NULL
--> 'before' | 3 | 'Support' | 7
--> at varchar(7)!, id int!, name varchar(50)!, manager int
--> 'between' | 1 | 'Sales' | 5
--> 'between' | 2 | 'Research' | NULL
--> 'between' | 3 | 'Support' | 7
--> at varchar(3)!, id int!, manager int
--> 'all' | 1 | NULL
--> 'all' | 1 | 5
--> 'all' | 2 | NULL
--> 'all' | 3 | 7
--> at varchar(7)!, id int!, manager int
--> 'between' | 1 | NULL
--> 'between' | 1 | 5
--> 'between' | 2 | NULL
--> 'between' | 3 | 7
--> at varchar(4)!, id int!, manager int
--> 'from' | 1 | 5
--> 'from' | 2 | NULL
--> 'from' | 3 | 7
--> at varchar(9)!, id int!, manager int
--> 'contained' | 1 | 5
--> id int!, manager int
--> 3 | 7
--> long_ago int
--> 0
-- The range forms differ at their ends.
CREATE TABLE edges (id int NOT NULL PRIMARY KEY, v int NOT NULL, s datetime2 NOT NULL, e datetime2 NOT NULL);
CREATE TABLE edges_history (id int NOT NULL, v int NOT NULL, s datetime2 NOT NULL, e datetime2 NOT NULL);
INSERT edges_history VALUES (1, 1, '2020-01-01', '2021-01-01'), (1, 2, '2021-01-01', '2022-01-01'), (1, 0, '2020-06-01', '2020-06-01');
INSERT edges VALUES (1, 3, '2022-01-01', '9999-12-31 23:59:59.9999999');
ALTER TABLE edges ADD PERIOD FOR SYSTEM_TIME (s, e);
ALTER TABLE edges SET (SYSTEM_VERSIONING = ON (HISTORY_TABLE = dbo.edges_history, DATA_CONSISTENCY_CHECK = ON));
SELECT v FROM edges FOR SYSTEM_TIME ALL ORDER BY v;
SELECT v FROM edges FOR SYSTEM_TIME AS OF '2021-01-01' ORDER BY v;
SELECT v FROM edges FOR SYSTEM_TIME BETWEEN '2021-01-01' AND '2021-01-01' ORDER BY v;
SELECT v FROM edges FOR SYSTEM_TIME FROM '2021-01-01' TO '2021-01-01' ORDER BY v;
SELECT v FROM edges FOR SYSTEM_TIME FROM '2020-06-01' TO '2022-01-01' ORDER BY v;
SELECT v FROM edges FOR SYSTEM_TIME BETWEEN '2020-06-01' AND '2022-01-01' ORDER BY v;
SELECT v FROM edges FOR SYSTEM_TIME CONTAINED IN ('2020-01-01', '2021-01-01') ORDER BY v;
SELECT v FROM edges FOR SYSTEM_TIME BETWEEN '2022-01-01' AND '2020-01-01' ORDER BY v;
DECLARE @none datetime2;
SELECT v FROM edges FOR SYSTEM_TIME AS OF @none;
SELECT v FROM edges_history ORDER BY v;
GO
--> (3 rows)
--> (1 row)
--> v int!
--> 1
--> 2
--> 3
--> v int!
--> 2
--> v int!
--> 2
--> v int!
--> v int!
--> 1
--> 2
--> v int!
--> 1
--> 2
--> 3
--> v int!
--> 1
--> v int!
--> v int!
--> v int!
--> 0
--> 1
--> 2
-- A view with the clause.
CREATE VIEW edge_view AS SELECT id, v * 10 AS v FROM edges;
GO
SELECT v FROM edge_view FOR SYSTEM_TIME AS OF '2020-03-01';
SELECT v FROM edge_view FOR SYSTEM_TIME ALL AS w WHERE w.v > 10 ORDER BY v;
SELECT v FROM edge_view;
GO
--> v int
--> 10
--> v int
--> 20
--> 30
--> v int
--> 30
SELECT * FROM edges_history FOR SYSTEM_TIME ALL;
GO
--> Msg 13544, Level 16, State 2, Line 1: Temporal FOR SYSTEM_TIME clause can only be used with system-versioned tables. 'golden.dbo.edges_history' is not a system-versioned table.
WITH c AS (SELECT v FROM edges) SELECT * FROM c FOR SYSTEM_TIME ALL;
GO
--> Msg 13544, Level 16, State 1, Line 1: Temporal FOR SYSTEM_TIME clause can only be used with system-versioned tables. 'c' is not a system-versioned table.
SELECT * FROM edges FOR SYSTEM_TIME AS OF 1;
GO
--> Msg 206, Level 16, State 2, Line 1: Operand type clash: datetime2 is incompatible with tinyint
SELECT * FROM edges FOR SYSTEM_TIME AS OF 'yesterday';
GO
--> id int!, v int!, s datetime2(7)!, e datetime2(7)!
--> Msg 241, Level 16, State 1, Line 1: Conversion failed when converting date and/or time from character string.
SELECT * FROM edges FOR SYSTEM_TIME AS OF SYSUTCDATETIME();
GO
--> Msg 102, Level 15, State 1, Line 1: Incorrect syntax near 'SYSUTCDATETIME'.
-- History tables are read only.
INSERT edges_history VALUES (2, 1, '2020-01-01', '2021-01-01');
GO
--> Msg 13559, Level 16, State 1, Line 2: Cannot insert rows in a temporal history table 'golden.dbo.edges_history'.
UPDATE edges_history SET v = 1;
GO
--> Msg 13561, Level 16, State 1, Line 1: Cannot update rows in a temporal history table 'golden.dbo.edges_history'.
DELETE edges_history;
GO
--> Msg 13560, Level 16, State 1, Line 1: Cannot delete rows from a temporal history table 'golden.dbo.edges_history'.
MERGE edges_history h USING edges e ON h.id = e.id WHEN MATCHED THEN DELETE;
GO
--> Msg 13562, Level 16, State 1, Line 1: Cannot perform MERGE operation on temporal history table 'golden.dbo.edges_history'.
TRUNCATE TABLE edges;
GO
--> Msg 13545, Level 16, State 1, Line 1: Truncate failed on table 'golden.dbo.edges' because it is not a supported operation on system-versioned tables.
TRUNCATE TABLE edges_history;
GO
--> Msg 13545, Level 16, State 1, Line 1: Truncate failed on table 'golden.dbo.edges_history' because it is not a supported operation on system-versioned tables.
DROP TABLE edges;
GO
--> Msg 13552, Level 16, State 1, Line 1: Drop table operation failed on table 'golden.dbo.edges' because it is not a supported operation on system-versioned temporal tables.
DROP TABLE edges_history;
GO
--> Msg 13552, Level 16, State 1, Line 1: Drop table operation failed on table 'golden.dbo.edges_history' because it is not a supported operation on system-versioned temporal tables.
-- Off: both are plain tables; the period goes on being filled, and nothing is kept.
ALTER TABLE edges SET (SYSTEM_VERSIONING = OFF);
GO
UPDATE edges SET v = 4;
SELECT CASE WHEN s > '2023' THEN 'now' END AS s FROM edges;
SELECT COUNT(*) AS kept FROM edges_history;
DELETE edges_history WHERE v = 0;
SELECT name, temporal_type FROM sys.tables WHERE name LIKE 'edges%' ORDER BY name;
SELECT name, generated_always_type FROM sys.columns WHERE object_id = OBJECT_ID('edges') ORDER BY column_id;
ALTER TABLE edges DROP PERIOD FOR SYSTEM_TIME;
GO
--> (1 row)
--> s varchar(3)
--> 'now'
--> kept int
--> 3
--> (1 row)
--> name nvarchar(128)!, temporal_type tinyint
--> 'edges' | 0
--> 'edges_history' | 0
--> name nvarchar(128), generated_always_type tinyint
--> 'id' | 0
--> 'v' | 0
--> 's' | 1
--> 'e' | 2
UPDATE edges SET s = '2022-01-01';
SELECT name, generated_always_type FROM sys.columns WHERE object_id = OBJECT_ID('edges') ORDER BY column_id;
SELECT COUNT(*) AS periods FROM sys.periods WHERE object_id = OBJECT_ID('edges');
GO
--> (1 row)
--> name nvarchar(128), generated_always_type tinyint
--> 'id' | 0
--> 'v' | 0
--> 's' | 0
--> 'e' | 0
--> periods int
--> 0
ALTER TABLE edges DROP PERIOD FOR SYSTEM_TIME;
GO
--> Msg 13593, Level 16, State 1, Line 1: SYSTEM_TIME period cannot be dropped from table 'golden.dbo.edges', because SYSTEM_TIME period does not exist.
ALTER TABLE edges SET (SYSTEM_VERSIONING = OFF);
GO
--> Msg 13591, Level 16, State 1, Line 1: SYSTEM_VERSIONING is not turned ON for table 'golden.dbo.edges'.
ALTER TABLE edges SET (SYSTEM_VERSIONING = ON);
GO
--> Msg 13510, Level 16, State 1, Line 1: Cannot set SYSTEM_VERSIONING to ON when SYSTEM_TIME period is not defined and the LEDGER=ON option is not specified.
DROP VIEW edge_view;
DROP TABLE edges, edges_history;
GO
