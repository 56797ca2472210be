SET NOCOUNT ON
GO
CREATE TABLE parent (id int NOT NULL CONSTRAINT pk_parent PRIMARY KEY, code char(2) NOT NULL CONSTRAINT uq_code UNIQUE)
CREATE TABLE child (id int NOT NULL, parent_id int NULL CONSTRAINT fk_parent REFERENCES parent (id), code char(2) NULL)
INSERT parent VALUES (1, 'aa'), (2, 'bb')
INSERT child VALUES (10, 1, NULL), (11, NULL, NULL)
GO
-- A missing parent refuses INSERT and UPDATE of the child; NULL refers to nothing.
INSERT child (id, parent_id) VALUES (12, 99)
GO
--> Msg 547, Level 16, State 0, Line 2: The INSERT statement conflicted with the FOREIGN KEY constraint "fk_parent". The conflict occurred in database "golden", table "dbo.parent", column 'id'.
--> info 3621: The statement has been terminated.
UPDATE child SET parent_id = 3
GO
--> Msg 547, Level 16, State 0, Line 1: The UPDATE statement conflicted with the FOREIGN KEY constraint "fk_parent". The conflict occurred in database "golden", table "dbo.parent", column 'id'.
--> info 3621: The statement has been terminated.
-- A parent that is referred to cannot go nor change its key.
DELETE parent WHERE id = 1
GO
--> Msg 547, Level 16, State 0, Line 2: The DELETE statement conflicted with the REFERENCE constraint "fk_parent". The conflict occurred in database "golden", table "dbo.child", column 'parent_id'.
--> info 3621: The statement has been terminated.
UPDATE parent SET id = 7 WHERE id = 1
GO
--> Msg 547, Level 16, State 0, Line 1: The UPDATE statement conflicted with the REFERENCE constraint "fk_parent". The conflict occurred in database "golden", table "dbo.child", column 'parent_id'.
--> info 3621: The statement has been terminated.
DELETE parent WHERE id = 2
SELECT @@ROWCOUNT AS n
GO
--> n int!
--> 1
-- Keys are compared at the end of the statement: they may pass through a conflict.
UPDATE parent SET id = id + 0
SELECT @@ERROR AS e
GO
--> e int!
--> 0
-- A key of two columns.
CREATE TABLE grid (x int NOT NULL, y int NOT NULL, PRIMARY KEY (x, y))
CREATE TABLE cell (x int NULL, y int NULL, CONSTRAINT fk_cell FOREIGN KEY (x, y) REFERENCES grid (x, y))
INSERT grid VALUES (1, 2)
INSERT cell VALUES (1, 2), (5, NULL)
INSERT cell VALUES (2, 1)
GO
--> Msg 547, Level 16, State 0, Line 6: The INSERT statement conflicted with the FOREIGN KEY constraint "fk_cell". The conflict occurred in database "golden", table "dbo.grid".
--> info 3621: The statement has been terminated.
-- A table that refers to itself.
CREATE TABLE staff (id int NOT NULL PRIMARY KEY, boss int NULL CONSTRAINT fk_boss REFERENCES staff)
INSERT staff VALUES (1, NULL), (2, 1), (3, 3)
INSERT staff VALUES (4, 9)
GO
--> Msg 547, Level 16, State 0, Line 4: The INSERT statement conflicted with the FOREIGN KEY SAME TABLE constraint "fk_boss". The conflict occurred in database "golden", table "dbo.staff", column 'id'.
--> info 3621: The statement has been terminated.
DELETE staff WHERE id = 1
GO
--> Msg 547, Level 16, State 0, Line 1: The DELETE statement conflicted with the SAME TABLE REFERENCE constraint "fk_boss". The conflict occurred in database "golden", table "dbo.staff", column 'boss'.
--> info 3621: The statement has been terminated.
-- The referenced columns must be a key, of the same type.
CREATE TABLE bad (a int CONSTRAINT fk_bad REFERENCES child (id))
GO
--> Msg 1776, Level 16, State 0, Line 2: There are no primary or candidate keys in the referenced table 'child' that match the referencing column list in the foreign key 'fk_bad'.
--> Msg 1750, Level 16, State 1, Line 2: Could not create constraint or index. See previous errors.
CREATE TABLE bad (a bigint, CONSTRAINT fk_bad FOREIGN KEY (a) REFERENCES parent (id))
GO
--> Msg 1778, Level 16, State 0, Line 1: Column 'parent.id' is not the same data type as referencing column 'bad.a' in foreign key 'fk_bad'.
--> Msg 1750, Level 16, State 1, Line 1: Could not create constraint or index. See previous errors.
CREATE TABLE bad (a int CONSTRAINT fk_bad REFERENCES missing (id))
GO
--> Msg 1767, Level 16, State 0, Line 1: Foreign key 'fk_bad' references invalid table 'missing'.
--> Msg 1750, Level 16, State 1, Line 1: Could not create constraint or index. See previous errors.
-- A parent cannot be dropped.
DROP TABLE parent
GO
--> Msg 3726, Level 16, State 1, Line 2: Could not drop object 'parent' because it is referenced by a FOREIGN KEY constraint.
-- Adding a key looks at the rows.
UPDATE child SET code = 'zz' WHERE id = 10
ALTER TABLE child ADD CONSTRAINT fk_code FOREIGN KEY (code) REFERENCES parent (code)
GO
--> Msg 547, Level 16, State 0, Line 3: The ALTER TABLE statement conflicted with the FOREIGN KEY constraint "fk_code". The conflict occurred in database "golden", table "dbo.parent", column 'code'.
