-- A table value constructor is a table in FROM; its columns have the common types.
SELECT * FROM (VALUES (1, 'a'), (2, 'bcd')) AS t (n, s)
GO
--> n int!, s varchar(3)!
--> 1 | 'a'
--> 2 | 'bcd'
-- NULL alone is an int; with others it takes their type.
SELECT a, b FROM (VALUES (NULL, NULL), (NULL, 'x')) t (a, b)
GO
--> a int, b varchar(1)
--> NULL | NULL
--> NULL | 'x'
-- Numbers widen.
SELECT v FROM (VALUES (1), (2.25), (3000000000)) t (v)
GO
--> v numeric(12,2)!
--> 1.00
--> 2.25
--> 3000000000.00
-- A date beats a string.
SELECT v FROM (VALUES ('20240102'), (CAST('20240304' AS date))) t (v)
GO
--> v date
--> 2024-01-02
--> 2024-03-04
-- Expressions and subqueries may be in it.
DECLARE @x int = 5
SELECT v FROM (VALUES (@x), (@x + 1), ((SELECT 7))) t (v)
GO
--> v int
--> 5
--> 6
--> 7
-- More than a thousand rows are allowed in FROM, and joins with it are joins.
SELECT a.v, b.v AS w FROM (VALUES (1), (2)) a (v) JOIN (VALUES (2), (3)) b (v) ON a.v = b.v
GO
--> v int!, w int!
--> 2 | 2
-- Rows must have one length.
SELECT * FROM (VALUES (1, 2), (3)) t (a, b)
GO
--> Msg 10709, Level 16, State 1, Line 2: The number of columns for each row in a table value constructor must be the same.
-- Columns need names.
SELECT * FROM (VALUES (1, 2)) t (a)
GO
--> Msg 8158, Level 16, State 1, Line 2: 't' has more columns than were specified in the column list.
-- DEFAULT belongs to INSERT.
SELECT * FROM (VALUES (DEFAULT)) t (a)
GO
--> Msg 156, Level 15, State 1, Line 2: Incorrect syntax near the keyword 'DEFAULT'.
