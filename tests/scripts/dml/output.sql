SET NOCOUNT ON
GO
CREATE TABLE item (id int IDENTITY NOT NULL PRIMARY KEY, name varchar(10) NOT NULL, n int NOT NULL DEFAULT 1)
CREATE TABLE history (id int NOT NULL, what varchar(20) NOT NULL, at_n int NULL)
GO
-- INSERT gives the rows as they were stored.
INSERT item (name) OUTPUT inserted.id, inserted.name, inserted.n VALUES ('a'), ('b')
GO
--> id int!, name varchar(10)!, n int!
--> 1 | 'a' | 1
--> 2 | 'b' | 1
-- UPDATE gives both images; the columns keep their names, and may be renamed or computed.
UPDATE item SET n = n + 10 OUTPUT deleted.n, inserted.n AS after, inserted.n - deleted.n AS diff WHERE name = 'a'
GO
--> n int!, after int!, diff int
--> 1 | 11 | 10
-- Stars.
UPDATE item SET name = 'c' OUTPUT inserted.* WHERE id = 2
DELETE item OUTPUT deleted.*, GETDATE() - GETDATE() AS nothing WHERE id = 2
GO
--> id int!, name varchar(10)!, n int!
--> 2 | 'c' | 1
--> id int!, name varchar(10)!, n int!, nothing datetime
--> 2 | 'c' | 1 | 1900-01-01 00:00:00.000
-- INTO a table, with or without a column list; the statement then returns no rows.
UPDATE item SET n = 5 OUTPUT inserted.id, 'was ' + CAST(deleted.n AS varchar(10)), inserted.n INTO history
INSERT item (name) OUTPUT inserted.id, 'new' INTO history (id, what) VALUES ('d')
SELECT * FROM history ORDER BY id
GO
--> id int!, what varchar(20)!, at_n int
--> 1 | 'was 11' | 5
--> 3 | 'new' | NULL
-- Both: INTO a table variable and to the client.
DECLARE @t TABLE (id int)
DELETE item OUTPUT deleted.id INTO @t OUTPUT deleted.name WHERE id = 3
SELECT id FROM @t
GO
--> name varchar(10)!
--> 'd'
--> id int
--> 3
-- A DELETE with a join may output columns of the other table.
INSERT item (name) VALUES ('x'), ('y')
DELETE i OUTPUT deleted.name, v.reason FROM item i JOIN (VALUES ('x', 'old')) v (name, reason) ON v.name = i.name
GO
--> name varchar(10)!, reason varchar(3)!
--> 'x' | 'old'
-- Without rows there is an empty result.
DELETE item OUTPUT deleted.id WHERE 1 = 0
GO
--> id int!
-- It feeds an INSERT.
INSERT history (id, what) SELECT id, 'moved' FROM (DELETE item OUTPUT deleted.id, deleted.name WHERE name = 'y') d
SELECT id, what FROM history WHERE what = 'moved'
GO
--> id int!, what varchar(20)!
--> 5 | 'moved'
-- inserted is not for DELETE.
DELETE item OUTPUT inserted.id
GO
--> Msg 4104, Level 16, State 1, Line 2: The multi-part identifier "inserted.id" could not be bound.
CREATE TRIGGER item_trigger ON item AFTER INSERT AS RETURN
GO
-- With a trigger OUTPUT needs INTO.
INSERT item (name) OUTPUT inserted.id VALUES ('z')
GO
--> Msg 334, Level 16, State 1, Line 2: The target table 'item' of the DML statement cannot have any enabled triggers if the statement contains an OUTPUT clause without INTO clause.
DECLARE @t TABLE (id int)
INSERT item (name) OUTPUT inserted.id INTO @t VALUES ('z')
SELECT COUNT(*) AS n FROM @t
GO
--> n int
--> 1
