-- A sync framework's round: what has changed since the version that it knows.
DECLARE @sql nvarchar(300) = N'ALTER DATABASE ' + QUOTENAME(DB_NAME()) + N' SET CHANGE_TRACKING = ON (CHANGE_RETENTION = 5 HOURS, AUTO_CLEANUP = ON)';
SELECT CHANGE_TRACKING_CURRENT_VERSION() AS not_yet;
EXEC (@sql);
SELECT CHANGE_TRACKING_CURRENT_VERSION() AS version;
SELECT is_auto_cleanup_on, retention_period, retention_period_units_desc FROM sys.change_tracking_databases WHERE database_id = DB_ID();
CREATE TABLE dbo.Item (grp varchar(5) NOT NULL, id int NOT NULL, name nvarchar(20) NULL, qty int NULL, price money NULL, CONSTRAINT PK_Item PRIMARY KEY (id, grp));
INSERT dbo.Item VALUES ('a', 1, N'one', 1, 1), ('a', 2, N'two', 2, 2), ('a', 3, N'three', 3, 3);
ALTER TABLE dbo.Item ENABLE CHANGE_TRACKING WITH (TRACK_COLUMNS_UPDATED = ON);
SELECT OBJECT_NAME(object_id) AS name, is_track_columns_updated_on, begin_version, min_valid_version FROM sys.change_tracking_tables;
SELECT CHANGE_TRACKING_MIN_VALID_VERSION(OBJECT_ID('dbo.Item')) AS first, CHANGE_TRACKING_MIN_VALID_VERSION(1) AS nothing;
GO
--> not_yet bigint
--> NULL
--> version bigint
--> 0
--> is_auto_cleanup_on bit, retention_period int, retention_period_units_desc nvarchar(60)
--> 1 | 5 | 'HOURS'
--> (3 rows)
--> name nvarchar(128), is_track_columns_updated_on bit!, begin_version bigint, min_valid_version bigint
--> 'Item' | 1 | 0 | 0
--> first bigint, nothing bigint
--> 0 | NULL
UPDATE dbo.Item SET qty = 10 WHERE id = 1;
UPDATE dbo.Item SET qty = 11, price = 5 WHERE id = 1;
DELETE dbo.Item WHERE id = 2;
INSERT dbo.Item VALUES ('b', 4, N'four', 4, 4), ('B', 5, N'five', 5, 5);
UPDATE dbo.Item SET name = N'x' WHERE id = 99;
SELECT CHANGE_TRACKING_CURRENT_VERSION() AS version;
SELECT c.*, CHANGE_TRACKING_IS_COLUMN_IN_MASK(COLUMNPROPERTY(OBJECT_ID('dbo.Item'), 'qty', 'ColumnId'), c.SYS_CHANGE_COLUMNS) AS qty,
  CHANGE_TRACKING_IS_COLUMN_IN_MASK(COLUMNPROPERTY(OBJECT_ID('dbo.Item'), 'name', 'ColumnId'), c.SYS_CHANGE_COLUMNS) AS name
FROM CHANGETABLE(CHANGES dbo.Item, 0) AS c ORDER BY id;
GO
--> (1 row)
--> (1 row)
--> (1 row)
--> (2 rows)
--> (0 rows)
--> version bigint
--> 4
--> SYS_CHANGE_VERSION bigint, SYS_CHANGE_CREATION_VERSION bigint, SYS_CHANGE_OPERATION nchar(1), SYS_CHANGE_COLUMNS varbinary(4100), SYS_CHANGE_CONTEXT varbinary(128), id int!, grp varchar(5)!, qty bit, name bit
--> 2 | NULL | 'U' | 0x000000000400000005000000 | NULL | 1 | 'a' | 1 | 0
--> 3 | NULL | 'D' | NULL | NULL | 2 | 'a' | 1 | 1
--> 4 | 4 | 'I' | NULL | NULL | 4 | 'b' | 1 | 1
--> 4 | 4 | 'I' | NULL | NULL | 5 | 'B' | 1 | 1
-- Since a later version; the rows themselves by a join.
DECLARE @since bigint = 3;
SELECT c.SYS_CHANGE_OPERATION AS op, c.id, i.name FROM CHANGETABLE(CHANGES dbo.Item, @since) AS c LEFT JOIN dbo.Item AS i ON i.id = c.id AND i.grp = c.grp ORDER BY c.id;
SELECT COUNT(*) AS n FROM CHANGETABLE(CHANGES dbo.Item, 4) AS c;
SELECT COUNT(*) AS n FROM CHANGETABLE(CHANGES dbo.Item, NULL) AS c (version, creation, op, cols, context, k1, k2) WHERE op = 'I';
GO
--> op nchar(1), id int!, name nvarchar(20)
--> 'I' | 4 | 'four'
--> 'I' | 5 | 'five'
--> n int
--> 0
--> n int
--> 2
-- A transaction is one version, and does not see its own changes.
BEGIN TRAN;
UPDATE dbo.Item SET price = 7 WHERE id = 3;
DELETE dbo.Item WHERE id = 4;
INSERT dbo.Item VALUES ('b', 4, N'again', 4, 4);
SELECT COUNT(*) AS n, CHANGE_TRACKING_CURRENT_VERSION() AS version FROM CHANGETABLE(CHANGES dbo.Item, 4) AS c;
SELECT v.SYS_CHANGE_VERSION AS version FROM CHANGETABLE(VERSION dbo.Item, (id, grp), (3, 'a')) AS v;
COMMIT;
SELECT c.SYS_CHANGE_VERSION AS version, c.SYS_CHANGE_CREATION_VERSION AS created, c.SYS_CHANGE_OPERATION AS op, c.SYS_CHANGE_COLUMNS AS cols, c.id FROM CHANGETABLE(CHANGES dbo.Item, 4) AS c ORDER BY c.id;
GO
--> (1 row)
--> (1 row)
--> (1 row)
--> n int, version bigint
--> 0 | 4
--> version bigint
--> NULL
--> version bigint, created bigint, op nchar(1), cols varbinary(4100), id int!
--> 5 | NULL | 'U' | 0x0000000005000000 | 3
--> 5 | 5 | 'U' | NULL | 4
BEGIN TRAN;
DELETE dbo.Item;
ROLLBACK;
SELECT CHANGE_TRACKING_CURRENT_VERSION() AS version;
GO
--> (4 rows)
--> version bigint
--> 5
-- Moving a key is a delete and an insert; rows that pass through each other are updated.
UPDATE dbo.Item SET id = id + 1 WHERE grp = 'b' AND id IN (4, 5);
SELECT c.SYS_CHANGE_OPERATION AS op, c.id, c.grp FROM CHANGETABLE(CHANGES dbo.Item, 5) AS c ORDER BY c.id, c.grp;
GO
--> (2 rows)
--> op nchar(1), id int!, grp varchar(5)!
--> 'D' | 4 | 'b'
--> 'U' | 5 | 'b'
--> 'I' | 6 | 'B'
-- Who made a change: the context, which triggers do not inherit.
CREATE TABLE dbo.Log1 (id int NOT NULL PRIMARY KEY);
ALTER TABLE dbo.Log1 ENABLE CHANGE_TRACKING;
GO
CREATE TRIGGER dbo.Note ON dbo.Item AFTER UPDATE AS INSERT dbo.Log1 SELECT id FROM inserted;
GO
DECLARE @me varbinary(128) = 0x0A0B;
WITH CHANGE_TRACKING_CONTEXT (@me) UPDATE dbo.Item SET name = N'mine' WHERE id = 1;
WITH CHANGE_TRACKING_CONTEXT (0xFF) DELETE dbo.Item WHERE id = 3;
SELECT c.SYS_CHANGE_VERSION AS version, c.SYS_CHANGE_OPERATION AS op, c.SYS_CHANGE_CONTEXT AS context, c.id FROM CHANGETABLE(CHANGES dbo.Item, 6) AS c ORDER BY c.id;
SELECT c.SYS_CHANGE_VERSION AS version, c.SYS_CHANGE_COLUMNS AS cols, c.SYS_CHANGE_CONTEXT AS context, c.id FROM CHANGETABLE(CHANGES dbo.Log1, 0) AS c;
DROP TRIGGER dbo.Note;
SELECT i.id, v.SYS_CHANGE_VERSION AS version, v.SYS_CHANGE_CONTEXT AS context FROM dbo.Item AS i CROSS APPLY CHANGETABLE(VERSION dbo.Item, (grp, id), (i.grp, i.id)) AS v ORDER BY i.id;
SELECT v.SYS_CHANGE_VERSION AS gone FROM CHANGETABLE(VERSION dbo.Item, (id, grp), (2, 'a')) AS v;
GO
--> (1 row)
--> (1 row)
--> (1 row)
--> version bigint, op nchar(1), context varbinary(128), id int!
--> 7 | 'U' | 0x0A0B | 1
--> 8 | 'D' | 0xFF | 3
--> version bigint, cols varbinary(4100), context varbinary(128), id int!
--> 7 | NULL | NULL | 1
--> id int!, version bigint, context varbinary(128)
--> 1 | 7 | 0x0A0B
--> 5 | 6 | NULL
--> 6 | 6 | NULL
--> gone bigint
-- MERGE and cascades are tracked as everything is.
CREATE TABLE dbo.Part (part int NOT NULL PRIMARY KEY, id int NOT NULL, grp varchar(5) NOT NULL, FOREIGN KEY (id, grp) REFERENCES dbo.Item (id, grp) ON DELETE CASCADE);
ALTER TABLE dbo.Part ENABLE CHANGE_TRACKING;
INSERT dbo.Part VALUES (1, 1, 'a'), (2, 5, 'b');
MERGE dbo.Item AS t USING (VALUES (1, 'a', N'merged'), (8, 'c', N'new')) AS s (id, grp, name) ON t.id = s.id AND t.grp = s.grp
WHEN MATCHED THEN UPDATE SET name = s.name WHEN NOT MATCHED BY TARGET THEN INSERT (id, grp, name) VALUES (s.id, s.grp, s.name) WHEN NOT MATCHED BY SOURCE AND t.id = 5 THEN DELETE;
DECLARE @v bigint = CHANGE_TRACKING_CURRENT_VERSION() - 1;
SELECT c.SYS_CHANGE_OPERATION AS op, c.SYS_CHANGE_VERSION - @v AS v, c.id, c.grp FROM CHANGETABLE(CHANGES dbo.Item, @v) AS c ORDER BY c.id;
SELECT c.SYS_CHANGE_OPERATION AS op, c.SYS_CHANGE_VERSION - @v AS v, c.part FROM CHANGETABLE(CHANGES dbo.Part, @v) AS c;
GO
--> (2 rows)
--> (3 rows)
--> op nchar(1), v bigint, id int!, grp varchar(5)!
--> 'U' | 1 | 1 | 'a'
--> 'D' | 1 | 5 | 'b'
--> 'I' | 1 | 8 | 'c'
--> op nchar(1), v bigint, part int!
--> 'D' | 1 | 2
-- TRUNCATE forgets; DISABLE and DROP TABLE, too.
DECLARE @v bigint = CHANGE_TRACKING_CURRENT_VERSION();
TRUNCATE TABLE dbo.Log1;
SELECT COUNT(*) AS n, CHANGE_TRACKING_MIN_VALID_VERSION(OBJECT_ID('dbo.Log1')) - @v AS first FROM CHANGETABLE(CHANGES dbo.Log1, 0) AS c;
ALTER TABLE dbo.Log1 DISABLE CHANGE_TRACKING;
DROP TABLE dbo.Part;
SELECT OBJECT_NAME(object_id) AS name FROM sys.change_tracking_tables;
GO
--> n int, first bigint
--> 0 | 0
--> name nvarchar(128)
--> 'Item'
SELECT CHANGE_TRACKING_IS_COLUMN_IN_MASK(1, 0x00);
GO
--> - bit
--> Msg 22101, Level 16, State 1, Line 1: The value supplied for the change_columns argument of CHANGE_TRACKING_IS_COLUMN_IN_MASK function is not valid. The value must be a bitmask returned by the CHANGETABLE(CHANGES ...) function.
