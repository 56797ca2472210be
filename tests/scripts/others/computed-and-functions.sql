-- Computed columns that are not stored show in OUTPUT, in triggers and in table variables.
CREATE TABLE part (id int PRIMARY KEY, price int, gross AS (price * 2), label AS CONCAT('#', id));
GO
CREATE TRIGGER part_changed ON part AFTER INSERT, UPDATE AS SELECT label, gross FROM inserted ORDER BY id;
GO
INSERT part (id, price) VALUES (1, 10), (2, 20);
UPDATE part SET price += 1 WHERE id = 1;
GO
--> label varchar(13), gross int
--> '#1' | 20
--> '#2' | 40
--> (2 rows)
--> label varchar(13), gross int
--> '#1' | 22
--> (1 row)
DISABLE TRIGGER part_changed ON part;
GO
INSERT part (id, price) OUTPUT inserted.id, inserted.gross VALUES (3, 30);
UPDATE part SET price = 5 OUTPUT deleted.gross AS before, inserted.gross AS after WHERE id = 3;
GO
--> id int!, gross int
--> 3 | 60
--> before int, after int
--> 60 | 10
DECLARE @t TABLE (i int, square AS i * i);
INSERT @t VALUES (3), (4);
SELECT i, square FROM @t ORDER BY i;
GO
--> (2 rows)
--> i int, square int
--> 3 | 9
--> 4 | 16

-- A function in CHECK sees the rows of the statement; functions also stand in DEFAULT and in computed columns.
CREATE FUNCTION part_count() RETURNS int AS BEGIN RETURN (SELECT COUNT(*) FROM part) END
GO
CREATE FUNCTION twice(@n int) RETURNS int AS BEGIN RETURN @n * 2 END
GO
ALTER TABLE part ADD CONSTRAINT few_parts CHECK (dbo.part_count() <= 4);
ALTER TABLE part ADD doubled AS dbo.twice(price), stock int DEFAULT dbo.twice(21);
GO
INSERT part (id, price) VALUES (4, 40);
INSERT part (id, price) VALUES (5, 50);
SELECT id, doubled, stock FROM part ORDER BY id;
GO
--> (1 row)
--> Msg 547, Level 16, State 0, Line 2: The INSERT statement conflicted with the CHECK constraint "few_parts". The conflict occurred in database "golden", table "dbo.part".
--> info 3621: The statement has been terminated.
--> id int!, doubled int, stock int
--> 1 | 22 | NULL
--> 2 | 40 | NULL
--> 3 | 10 | NULL
--> 4 | 80 | 42
