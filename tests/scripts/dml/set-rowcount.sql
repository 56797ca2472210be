SET NOCOUNT ON
GO
CREATE TABLE item (id int NOT NULL)
INSERT item VALUES (1), (2), (3), (4)
GO
-- SET ROWCOUNT limits queries and changes until it is set to 0.
SET ROWCOUNT 2
SELECT id FROM item ORDER BY id
DELETE item
SELECT @@ROWCOUNT AS n
SET ROWCOUNT 0
SELECT COUNT(*) AS n FROM item
GO
--> id int!
--> 1
--> 2
--> n int!
--> 2
--> n int
--> 2
-- It takes a variable.
DECLARE @n int = 1
SET ROWCOUNT @n
UPDATE item SET id = 0
SELECT @@ROWCOUNT AS n
SET ROWCOUNT 0
GO
--> n int!
--> 1
-- A procedure may set it; it goes back to what it was.
CREATE PROCEDURE p AS SET ROWCOUNT 1 SELECT 'inside' AS s FROM item
GO
EXEC p
SELECT 'outside' AS s FROM item
GO
--> s varchar(6)!
--> 'inside'
--> s varchar(7)!
--> 'outside'
--> 'outside'
