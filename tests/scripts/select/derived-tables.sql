SET NOCOUNT ON
GO
CREATE TABLE item (id int NOT NULL, name varchar(10) NOT NULL)
INSERT item VALUES (1, 'pen'), (2, 'ink'), (3, 'ink')
GO
-- A query in FROM needs a name.
SELECT x.name, x.n FROM (SELECT name, COUNT(*) AS n FROM item GROUP BY name) AS x WHERE x.n > 1
GO
--> name varchar(10)!, n int
--> 'ink' | 2
-- The name may carry column names.
SELECT a, b FROM (SELECT id, name FROM item WHERE id = 1) x (a, b)
GO
--> a int!, b varchar(10)!
--> 1 | 'pen'
-- They nest.
SELECT MAX(n) AS m FROM (SELECT n FROM (SELECT COUNT(*) AS n FROM item GROUP BY name) a) b
GO
--> m int
--> 2
-- A derived table with a set operation.
SELECT COUNT(*) AS n FROM (SELECT id FROM item UNION ALL SELECT id FROM item) u
GO
--> n int
--> 6
-- Without a name it is a syntax error.
SELECT * FROM (SELECT 1 AS a)
GO
--> Msg 102, Level 15, State 1, Line 2: Incorrect syntax near ')'.
-- Columns without a name.
SELECT * FROM (SELECT id + 1 FROM item) x
GO
--> Msg 8155, Level 16, State 2, Line 2: No column name was specified for column 1 of 'x'.
-- Columns of the same name.
SELECT * FROM (SELECT id, name AS id FROM item) x
GO
--> Msg 8156, Level 16, State 1, Line 2: The column 'id' was specified multiple times for 'x'.
-- It sees neither its neighbours nor ...
SELECT * FROM item i, (SELECT name FROM item WHERE id = i.id) x
GO
--> Msg 4104, Level 16, State 1, Line 2: The multi-part identifier "i.id" could not be bound.
