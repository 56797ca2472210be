-- Rows of the history that are older than the retention period are no longer seen through FOR SYSTEM_TIME; the next change of the table deletes them.
SET NOCOUNT ON
CREATE TABLE item (id int PRIMARY KEY, v int, since datetime2 NOT NULL, till datetime2 NOT NULL)
CREATE TABLE item_history (id int NOT NULL, v int, since datetime2 NOT NULL, till datetime2 NOT NULL)
CREATE CLUSTERED INDEX ix ON item_history (till, since)
INSERT item VALUES (1, 4, DATEADD(day, -1, SYSUTCDATETIME()), '9999-12-31 23:59:59.9999999')
INSERT item_history VALUES (1, 1, DATEADD(day, -40, SYSUTCDATETIME()), DATEADD(day, -35, SYSUTCDATETIME())),
  (1, 2, DATEADD(day, -20, SYSUTCDATETIME()), DATEADD(day, -9, SYSUTCDATETIME())),
  (1, 3, DATEADD(day, -8, SYSUTCDATETIME()), DATEADD(day, -6, SYSUTCDATETIME()))
ALTER TABLE item ADD PERIOD FOR SYSTEM_TIME (since, till)
ALTER TABLE item SET (SYSTEM_VERSIONING = ON (HISTORY_TABLE = dbo.item_history, HISTORY_RETENTION_PERIOD = 1 MONTH))
GO
DECLARE @then datetime2 = DATEADD(day, -36, SYSUTCDATETIME())
SELECT v FROM item FOR SYSTEM_TIME ALL ORDER BY v
SELECT v FROM item FOR SYSTEM_TIME AS OF @then
SELECT v FROM item_history ORDER BY v
GO
--> v int
--> 2
--> 3
--> 4
--> v int
--> v int
--> 1
--> 2
--> 3
ALTER TABLE item SET (SYSTEM_VERSIONING = ON (HISTORY_RETENTION_PERIOD = 1 WEEK))
SELECT v FROM item FOR SYSTEM_TIME ALL ORDER BY v
ALTER TABLE item SET (SYSTEM_VERSIONING = ON (HISTORY_RETENTION_PERIOD = INFINITE))
SELECT v FROM item FOR SYSTEM_TIME ALL ORDER BY v
GO
--> v int
--> 3
--> 4
--> v int
--> 1
--> 2
--> 3
--> 4
ALTER TABLE item SET (SYSTEM_VERSIONING = ON (HISTORY_RETENTION_PERIOD = 1 MONTH))
UPDATE item SET v = 5
SELECT v FROM item_history ORDER BY v
GO
--> v int
--> 2
--> 3
--> 4
ALTER TABLE item SET (SYSTEM_VERSIONING = ON (HISTORY_RETENTION_PERIOD = 8 DAYS))
UPDATE item SET v = 6
SELECT v FROM item_history ORDER BY v
GO
--> v int
--> 3
--> 4
--> 5
