SET NOCOUNT ON
GO
CREATE TABLE item (id int NOT NULL PRIMARY KEY, kind char(1) NOT NULL)
CREATE TABLE gone (id int NOT NULL)
INSERT item VALUES (1, 'a'), (2, 'a'), (3, 'b'), (4, 'b'), (5, 'c'), (6, 'c')
INSERT gone VALUES (3), (3), (77)
GO
-- FROM is optional.
DELETE item WHERE id = 1
SELECT @@ROWCOUNT AS n
DELETE FROM item WHERE id = 2
SELECT COUNT(*) AS n FROM item
GO
--> n int!
--> 1
--> n int
--> 4
-- A second FROM joins; a row that matches twice goes once.
DELETE FROM item FROM item JOIN gone ON gone.id = item.id
SELECT @@ROWCOUNT AS n
SELECT id FROM item ORDER BY id
GO
--> n int!
--> 1
--> id int!
--> 4
--> 5
--> 6
-- By alias.
DELETE i FROM item i WHERE i.kind = 'b'
SELECT id FROM item ORDER BY id
GO
--> id int!
--> 5
--> 6
-- With a subquery, and with TOP.
DELETE item WHERE id IN (SELECT MAX(id) FROM item)
DELETE TOP (10) item
SELECT @@ROWCOUNT AS n
GO
--> n int!
--> 1
-- Nothing to delete is no error.
DELETE item
SELECT @@ROWCOUNT AS n, @@ERROR AS e
GO
--> n int!, e int!
--> 0 | 0
DELETE missing
GO
--> Msg 208, Level 16, State 1, Line 1: Invalid object name 'missing'.
DELETE item WHERE nothing = 1
GO
--> Msg 207, Level 16, State 1, Line 1: Invalid column name 'nothing'.
