SET NOCOUNT ON
GO
CREATE TABLE item (id int NOT NULL PRIMARY KEY, a int NULL, b int NULL, name varchar(10) NULL DEFAULT 'none')
INSERT item VALUES (1, 10, 100, 'x'), (2, 20, 200, 'y'), (3, NULL, 300, NULL)
GO
-- All expressions see the row as it was.
UPDATE item SET a = b, b = a WHERE id = 1
SELECT @@ROWCOUNT AS n
SELECT a, b FROM item WHERE id = 1
GO
--> n int!
--> 1
--> a int, b int
--> 100 | 10
-- Compound assignment, DEFAULT and NULL.
UPDATE item SET a += 5, b -= 1, name = DEFAULT WHERE id = 2
SELECT a, b, name FROM item WHERE id = 2
UPDATE item SET name = NULL, a *= 2 WHERE id = 2
SELECT a, name FROM item WHERE id = 2
GO
--> a int, b int, name varchar(10)
--> 25 | 199 | 'none'
--> a int, name varchar(10)
--> 50 | NULL
-- Rows that match count, even when nothing changes.
UPDATE item SET a = a
SELECT @@ROWCOUNT AS n
UPDATE item SET a = 1 WHERE id = 99
SELECT @@ROWCOUNT AS n
GO
--> n int!
--> 3
--> n int!
--> 0
-- A subquery as a value, NULL when it has no row.
UPDATE item SET a = (SELECT MAX(b) FROM item), name = (SELECT 'q' WHERE 1 = 0)
SELECT id, a, name FROM item ORDER BY id
GO
--> id int!, a int, name varchar(10)
--> 1 | 300 | NULL
--> 2 | 300 | NULL
--> 3 | 300 | NULL
-- Keys may swap in one statement.
UPDATE item SET id = CASE id WHEN 1 THEN 2 WHEN 2 THEN 1 ELSE id END
SELECT id, b FROM item ORDER BY id
GO
--> id int!, b int
--> 1 | 199
--> 2 | 10
--> 3 | 300
-- The column may be named with its table.
UPDATE item SET item.a = 7, dbo.item.b = 8 WHERE item.id = 3
SELECT a, b FROM item WHERE id = 3
GO
--> a int, b int
--> 7 | 8
-- A column twice.
UPDATE item SET a = 1, a = 2
GO
--> Msg 264, Level 16, State 1, Line 2: The column name 'a' is specified more than once in the SET clause or column list of an INSERT. A column cannot be assigned more than one value in the same clause. Modify the clause to make sure that a column is updated only once. If this statement updates or inserts columns into a view, column aliasing can conceal the duplication in your code.
UPDATE item SET nothing = 1
GO
--> Msg 207, Level 16, State 1, Line 1: Invalid column name 'nothing'.
UPDATE item SET a = nothing
GO
--> Msg 207, Level 16, State 1, Line 1: Invalid column name 'nothing'.
UPDATE missing SET a = 1
GO
--> Msg 208, Level 16, State 1, Line 1: Invalid object name 'missing'.
-- An aggregate needs a subquery.
UPDATE item SET a = MAX(b)
GO
--> Msg 157, Level 15, State 1, Line 2: An aggregate may not appear in the set list of an UPDATE statement.
