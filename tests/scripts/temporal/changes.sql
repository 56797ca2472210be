-- Changes take the time at which their transaction began, in MERGE, cascades, triggers and OUTPUT as well.
CREATE TABLE part (
  id int NOT NULL PRIMARY KEY, v int, twice AS v * 2, stored AS v + 1 PERSISTED,
  f datetime2 GENERATED ALWAYS AS ROW START, t datetime2 GENERATED ALWAYS AS ROW END, PERIOD FOR SYSTEM_TIME (f, t)
) WITH (SYSTEM_VERSIONING = ON (HISTORY_TABLE = dbo.part_history));
CREATE TABLE child (
  id int NOT NULL PRIMARY KEY, part int NULL REFERENCES part ON DELETE CASCADE ON UPDATE CASCADE,
  f datetime2 GENERATED ALWAYS AS ROW START, t datetime2 GENERATED ALWAYS AS ROW END, PERIOD FOR SYSTEM_TIME (f, t)
) WITH (SYSTEM_VERSIONING = ON (HISTORY_TABLE = dbo.child_history));
GO
INSERT part (id, v) OUTPUT inserted.id, inserted.t, CASE WHEN inserted.f <= SYSUTCDATETIME() THEN 'past' END AS f VALUES (1, 10), (2, 20), (3, 30);
INSERT child (id, part) VALUES (11, 1), (12, 1), (21, 2);
WAITFOR DELAY '00:00:00.010';
GO
--> id int!, t datetime2(7)!, f varchar(4)
--> 1 | 9999-12-31 23:59:59.9999999 | 'past'
--> 2 | 9999-12-31 23:59:59.9999999 | 'past'
--> 3 | 9999-12-31 23:59:59.9999999 | 'past'
--> (3 rows)
-- Twice in one transaction: the row in between has no duration and is only seen in the history itself.
BEGIN TRAN;
UPDATE part SET v = 11 WHERE id = 1;
WAITFOR DELAY '00:00:00.010';
UPDATE part SET v = 12 WHERE id = 1;
COMMIT;
SELECT v, twice, stored, CASE WHEN f = t THEN 'none' WHEN f < t THEN 'some' END AS duration FROM part_history ORDER BY v;
SELECT id, v, twice FROM part FOR SYSTEM_TIME ALL WHERE id = 1 ORDER BY f;
SELECT COUNT(*) AS one_moment FROM part p JOIN part_history h ON h.id = p.id AND h.t = p.f AND h.v = 11;
GO
--> (1 row)
--> (1 row)
--> v int, twice int, stored int, duration varchar(4)
--> 10 | 20 | 11 | 'some'
--> 11 | 22 | 12 | 'none'
--> id int!, v int, twice int
--> 1 | 10 | 20
--> 1 | 12 | 24
--> one_moment int
--> 1
MERGE part AS p USING (VALUES (2, 22), (4, 40)) AS s (id, v) ON p.id = s.id
WHEN MATCHED THEN UPDATE SET v = s.v
WHEN NOT MATCHED THEN INSERT (id, v) VALUES (s.id, s.v)
WHEN NOT MATCHED BY SOURCE AND p.id = 3 THEN DELETE
OUTPUT $action, deleted.v AS old, inserted.v AS new;
SELECT id, v FROM part_history WHERE id > 1 ORDER BY id;
GO
--> $action nvarchar(10)!, old int, new int
--> 'UPDATE' | 20 | 22
--> 'INSERT' | NULL | 40
--> 'DELETE' | 30 | NULL
--> id int!, v int
--> 2 | 20
--> 3 | 30
MERGE part AS p USING (VALUES (2)) AS s (id) ON p.id = s.id WHEN MATCHED THEN UPDATE SET f = '20200101';
GO
--> Msg 13537, Level 16, State 1, Line 1: Cannot update GENERATED ALWAYS columns in table 'golden.dbo.part'.
MERGE part AS p USING (VALUES (9)) AS s (id) ON p.id = s.id WHEN NOT MATCHED THEN INSERT (id, f) VALUES (s.id, '20200101');
GO
--> Msg 13536, Level 16, State 1, Line 1: Cannot insert an explicit value into a GENERATED ALWAYS column in table 'golden.dbo.part'. Use INSERT with a column list to exclude the GENERATED ALWAYS column, or insert a DEFAULT into GENERATED ALWAYS column.
-- Cascades.
DELETE part WHERE id = 2;
UPDATE part SET id = 5 WHERE id = 1;
SELECT id, part FROM child ORDER BY id;
SELECT id, part FROM child_history ORDER BY id;
SELECT id, part FROM child FOR SYSTEM_TIME ALL ORDER BY id, f;
GO
--> (1 row)
--> (1 row)
--> id int!, part int
--> 11 | 5
--> 12 | 5
--> id int!, part int
--> 11 | 1
--> 12 | 1
--> 21 | 2
--> id int!, part int
--> 11 | 1
--> 11 | 5
--> 12 | 1
--> 12 | 5
--> 21 | 2
-- A trigger's changes belong to the statement.
CREATE TRIGGER follow ON part AFTER UPDATE AS
WAITFOR DELAY '00:00:00.010';
UPDATE child SET part = NULL WHERE id = 12;
GO
UPDATE part SET v = v + 1 WHERE id = 4;
SELECT COUNT(*) AS together FROM part p JOIN child c ON c.f = p.f WHERE p.id = 4 AND c.id = 12;
DROP TRIGGER follow;
GO
--> (1 row)
--> (1 row)
--> together int
--> 1
-- A row that changed after the transaction began cannot be changed by it.
BEGIN TRAN;
SELECT COUNT(*) AS n FROM part;
GO
--> n int
--> 2
--! as c2
WAITFOR DELAY '00:00:00.010';
UPDATE part SET v = 41 WHERE id = 4;
GO
--> (1 row)
UPDATE part SET v = 42 WHERE id = 4;
SELECT @@TRANCOUNT AS still_open;
DELETE part WHERE id = 4;
ROLLBACK;
GO
--> Msg 13535, Level 16, State 0, Line 1: Data modification failed on system-versioned table 'golden.dbo.part' because transaction time was earlier than period start time for affected records.
--> info 3621: The statement has been terminated.
--> still_open int!
--> 1
--> Msg 13535, Level 16, State 0, Line 3: Data modification failed on system-versioned table 'golden.dbo.part' because transaction time was earlier than period start time for affected records.
--> info 3621: The statement has been terminated.
-- SELECT INTO and INSERT ... SELECT take the rows as they are.
SELECT * INTO copied FROM part FOR SYSTEM_TIME ALL;
SELECT name, generated_always_type, is_computed FROM sys.columns WHERE object_id = OBJECT_ID('copied') ORDER BY column_id;
GO
--> (9 rows)
--> name nvarchar(128), generated_always_type tinyint, is_computed bit!
--> 'id' | 0 | 0
--> 'v' | 0 | 0
--> 'twice' | 0 | 0
--> 'stored' | 0 | 0
--> 'f' | 0 | 0
--> 't' | 0 | 0
CREATE PROC as_of @at datetime2 AS SELECT id, v FROM part FOR SYSTEM_TIME AS OF @at WHERE id = 4;
GO
DECLARE @now datetime2 = SYSUTCDATETIME();
EXEC as_of @now;
EXEC as_of '2001-01-01';
GO
--> id int!, v int
--> 4 | 41
--> id int!, v int
-- A rolled back change leaves no history.
DECLARE @before int = (SELECT COUNT(*) FROM part_history);
BEGIN TRAN;
DELETE part;
ROLLBACK;
SELECT COUNT(*) - @before AS kept FROM part_history;
UPDATE part SET v = 1 / 0;
SELECT COUNT(*) - @before AS kept FROM part_history;
GO
--> (2 rows)
--> kept int
--> 0
--> Msg 8134, Level 16, State 1, Line 7: Divide by zero error encountered.
--> info 3621: The statement has been terminated.
--> kept int
--> 0
