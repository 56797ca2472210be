SET NOCOUNT ON
GO
CREATE TABLE source (id int NOT NULL, name varchar(10) NULL)
CREATE TABLE target (id int NOT NULL CONSTRAINT pk_target PRIMARY KEY, name varchar(5) NULL, n int NOT NULL DEFAULT 7)
INSERT source VALUES (1, 'a'), (2, 'b'), (3, NULL)
GO
-- Rows of a query.
INSERT INTO target (id, name) SELECT id, name FROM source WHERE id < 3
SELECT @@ROWCOUNT AS n
SELECT * FROM target ORDER BY id
GO
--> n int!
--> 2
--> id int!, name varchar(5), n int!
--> 1 | 'a' | 7
--> 2 | 'b' | 7
-- A table may be read while it is written: the query sees it as it was.
INSERT target (id, name, n) SELECT id + 10, name, n + 1 FROM target
SELECT id, n FROM target WHERE id > 10 ORDER BY id
GO
--> id int!, n int!
--> 11 | 8
--> 12 | 8
-- ORDER BY gives identity values their order.
CREATE TABLE ranked (rank int IDENTITY, name varchar(10) NULL)
INSERT ranked (name) SELECT name FROM source ORDER BY id DESC
SELECT * FROM ranked ORDER BY rank
GO
--> rank int!, name varchar(10)
--> 1 | NULL
--> 2 | 'b'
--> 3 | 'a'
-- No rows are no error.
INSERT target (id) SELECT id FROM source WHERE 1 = 0
SELECT @@ROWCOUNT AS n
GO
--> n int!
--> 0
-- TOP, UNION and common table expressions as sources.
INSERT TOP (1) INTO target (id) SELECT 100 UNION ALL SELECT 101
SELECT @@ROWCOUNT AS n;
WITH x AS (SELECT 200 AS id) INSERT target (id, name) SELECT id, 'cte' FROM x
SELECT name FROM target WHERE id = 200
GO
--> n int!
--> 1
--> name varchar(5)
--> 'cte'
-- One duplicate key undoes them all.
INSERT target (id) SELECT 300 UNION ALL SELECT 1
SELECT COUNT(*) AS n FROM target WHERE id = 300
GO
--> Msg 2627, Level 14, State 1, Line 2: Violation of PRIMARY KEY constraint 'pk_target'. Cannot insert duplicate key in object 'dbo.target'. The duplicate key value is (1).
--> info 3621: The statement has been terminated.
--> n int
--> 0
-- Fewer or more columns than the list.
INSERT target (id, name) SELECT 1
GO
--> Msg 120, Level 15, State 1, Line 2: The select list for the INSERT statement contains fewer items than the insert list. The number of SELECT values must match the number of INSERT columns.
INSERT target (id) SELECT 1, 2
GO
--> Msg 121, Level 15, State 1, Line 1: The select list for the INSERT statement contains more items than the insert list. The number of SELECT values must match the number of INSERT columns.
INSERT target SELECT 1
GO
--> Msg 213, Level 16, State 1, Line 1: Column name or number of supplied values does not match table definition.
