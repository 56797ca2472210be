SET NOCOUNT ON
GO
CREATE TABLE score (id int NOT NULL PRIMARY KEY, points int NULL)
INSERT score VALUES (1, 30), (2, 20), (3, 20), (4, 10), (5, NULL)
GO
-- TOP with a constant, with and without parentheses.
SELECT TOP 2 id FROM score ORDER BY id
SELECT TOP (1) id FROM score ORDER BY id DESC
GO
--> id int!
--> 1
--> 2
--> id int!
--> 5
-- An expression, a variable, a subquery.
DECLARE @n bigint = 1
SELECT TOP (@n + 1) id FROM score ORDER BY id
SELECT TOP (SELECT COUNT(*) - 4 FROM score) id FROM score ORDER BY id
GO
--> id int!
--> 1
--> 2
--> id int!
--> 1
-- WITH TIES adds rows equal to the last.
SELECT TOP 2 WITH TIES id, points FROM score ORDER BY points DESC
GO
--> id int!, points int
--> 1 | 30
--> 2 | 20
--> 3 | 20
-- PERCENT rounds up.
SELECT TOP 30 PERCENT id FROM score ORDER BY id
SELECT TOP (0.1) PERCENT id FROM score ORDER BY id
GO
--> id int!
--> 1
--> 2
--> id int!
--> 1
-- Zero rows.
SELECT TOP 0 id FROM score
GO
--> id int!
-- DISTINCT comes before TOP.
SELECT DISTINCT TOP 2 points FROM score ORDER BY points
GO
--> points int
--> NULL
--> 10
-- TOP in a subquery, with its own order.
SELECT id FROM score WHERE id IN (SELECT TOP 2 id FROM score ORDER BY points DESC, id) ORDER BY id
GO
--> id int!
--> 1
--> 2
-- TOP limits what UPDATE and DELETE touch.
UPDATE TOP (2) score SET points = 0
SELECT @@ROWCOUNT AS updated
DELETE TOP (1) FROM score
SELECT @@ROWCOUNT AS deleted, COUNT(*) AS left_over FROM score
GO
--> updated int!
--> 2
--> deleted int!, left_over int
--> 1 | 4
-- TOP and SET ROWCOUNT: the smaller wins.
SET ROWCOUNT 1
SELECT TOP 3 id FROM score WHERE id > 2 ORDER BY id
SET ROWCOUNT 0
GO
--> id int!
--> 3
-- WITH TIES needs ORDER BY.
SELECT TOP 1 WITH TIES id FROM score
GO
--> Msg 1062, Level 15, State 1, Line 2: The TOP N WITH TIES clause is not allowed without a corresponding ORDER BY clause.
-- A percentage outside 0 to 100.
SELECT TOP (101) PERCENT id FROM score
GO
--> Msg 1031, Level 15, State 1, Line 2: Percent values must be between 0 and 100.
-- A percentage of the rows, then those equal to the last of them; also of groups and of distinct rows.
SELECT TOP (30) PERCENT WITH TIES id, points FROM score ORDER BY points
SELECT TOP (20) PERCENT WITH TIES points % 2 AS parity, COUNT(*) AS n FROM (VALUES (1), (2), (3), (4), (5), (6)) v (points) GROUP BY points % 2 ORDER BY COUNT(*)
SELECT DISTINCT TOP (2) WITH TIES name, size FROM (VALUES ('a', 9), ('A', 9), ('b', 8), ('c', 8), ('d', 7)) v (name, size) ORDER BY size DESC
SELECT TOP (0) PERCENT WITH TIES id FROM score ORDER BY id
GO
--> id int!, points int
--> 5 | NULL
--> 2 | 0
--> parity int, n int
--> 0 | 3
--> 1 | 3
--> name varchar(1)!, size int!
--> 'a' | 9
--> 'b' | 8
--> 'c' | 8
--> id int!
DECLARE @share float = 101
SELECT TOP (@share) PERCENT WITH TIES id FROM score ORDER BY id
GO
--> id int!
--> Msg 1031, Level 15, State 1, Line 2: Percent values must be between 0 and 100.
