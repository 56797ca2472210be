SET NOCOUNT ON
GO
CREATE TABLE parent (id int NOT NULL PRIMARY KEY)
CREATE TABLE child (parent_id int NOT NULL REFERENCES parent (id))
CREATE TABLE item (id int IDENTITY, v int)
INSERT item VALUES (1), (2)
INSERT parent VALUES (1)
INSERT child VALUES (1)
GO
-- All rows go; the count is zero and the identity begins again.
TRUNCATE TABLE item
SELECT @@ROWCOUNT AS n, (SELECT COUNT(*) FROM item) AS rows
INSERT item VALUES (9)
SELECT id FROM item
GO
--> n int!, rows int
--> 0 | 0
--> id int!
--> 1
-- It can be rolled back.
BEGIN TRAN
TRUNCATE TABLE item
ROLLBACK
SELECT COUNT(*) AS n FROM item
GO
--> n int
--> 1
-- A referencing table may be truncated, a referenced one not, even when the reference is empty.
TRUNCATE TABLE child
TRUNCATE TABLE parent
GO
--> Msg 4712, Level 16, State 1, Line 3: Cannot truncate table 'parent' because it is being referenced by a FOREIGN KEY constraint.
CREATE VIEW v AS SELECT id FROM item
GO
TRUNCATE TABLE v
GO
--> Msg 4708, Level 16, State 2, Line 1: Could not truncate object 'v' because it is not a table.
TRUNCATE TABLE missing
GO
--> Msg 4701, Level 16, State 1, Line 1: Cannot find the object "missing" because it does not exist or you do not have permissions.
-- It fires no trigger.
CREATE TABLE fired (n int)
GO
CREATE TRIGGER t_item ON item AFTER DELETE AS INSERT fired VALUES (1)
GO
TRUNCATE TABLE item
SELECT COUNT(*) AS n FROM fired
GO
--> n int
--> 0
