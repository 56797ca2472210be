SET NOCOUNT ON
GO
CREATE TABLE item (id int NOT NULL PRIMARY KEY, n int NULL, version rowversion)
GO
-- Every write gives a new, larger value.
INSERT item (id) VALUES (1), (2)
DECLARE @before binary(8) = (SELECT version FROM item WHERE id = 1)
UPDATE item SET n = 1 WHERE id = 1
SELECT CASE WHEN version > @before THEN 'larger' END AS v, DATALENGTH(version) AS bytes FROM item WHERE id = 1
SELECT CASE WHEN a.version > b.version THEN 'later' END AS v FROM item a JOIN item b ON a.id = 1 AND b.id = 2
GO
--> v varchar(6), bytes int
--> 'larger' | 8
--> v varchar(5)
--> 'later'
-- It serves to notice changes.
DECLARE @seen rowversion = (SELECT version FROM item WHERE id = 2)
UPDATE item SET n = 5 WHERE id = 2 AND version = @seen
SELECT @@ROWCOUNT AS first_try
UPDATE item SET n = 6 WHERE id = 2 AND version = @seen
SELECT @@ROWCOUNT AS second_try
GO
--> first_try int!
--> 1
--> second_try int!
--> 0
-- It cannot be written.
UPDATE item SET version = 0x01
GO
--> Msg 272, Level 16, State 1, Line 2: Cannot update a timestamp column.
INSERT item (id, version) VALUES (3, 0x01)
GO
--> Msg 273, Level 16, State 1, Line 1: Cannot insert an explicit value into a timestamp column. Use INSERT with a column list to exclude the timestamp column, or insert a DEFAULT into the timestamp column.
INSERT item VALUES (3, 1, DEFAULT)
SELECT @@ROWCOUNT AS n
GO
--> n int!
--> 1
-- One a table; the old name is timestamp, which may go without a column name.
CREATE TABLE bad (a rowversion, b timestamp)
GO
--> Msg 2738, Level 16, State 2, Line 2: A table can only have one timestamp column. Because table 'bad' already has one, the column 'b' cannot be added.
CREATE TABLE old (id int, timestamp)
SELECT name FROM sys.columns WHERE object_id = OBJECT_ID('old') ORDER BY column_id
GO
--> name nvarchar(128)
--> 'id'
--> 'timestamp'
