-- ALTER TABLE: constraints, trust, triggers.
CREATE TABLE parent (id int NOT NULL, code char(2) NOT NULL, note varchar(10) NULL);
CREATE TABLE child (id int NOT NULL, parent int NULL, amount int NULL, day date NULL);
INSERT parent VALUES (1, 'a', 'x'), (2, 'b', NULL);
INSERT child VALUES (1, 1, 5, NULL), (2, 9, -5, NULL);
GO
--> (2 rows)
--> (2 rows)
ALTER TABLE parent ADD CONSTRAINT pk_parent PRIMARY KEY (id), CONSTRAINT uq_code UNIQUE NONCLUSTERED (code DESC), DEFAULT 'none' FOR note;
ALTER TABLE child ADD CONSTRAINT pk_child PRIMARY KEY CLUSTERED (id);
INSERT parent (id, code) VALUES (3, 'c');
SELECT note FROM parent WHERE id = 3;
GO
--> (1 row)
--> note varchar(10)
--> 'none'
INSERT parent VALUES (4, 'a', 'y');
GO
--> Msg 2627, Level 14, State 1, Line 1: Violation of UNIQUE KEY constraint 'uq_code'. Cannot insert duplicate key in object 'dbo.parent'. The duplicate key value is (a ).
--> info 3621: The statement has been terminated.
-- Existing rows are looked at, unless told otherwise.
ALTER TABLE child ADD CONSTRAINT fk_parent FOREIGN KEY (parent) REFERENCES parent (id);
GO
--> Msg 547, Level 16, State 0, Line 2: The ALTER TABLE statement conflicted with the FOREIGN KEY constraint "fk_parent". The conflict occurred in database "golden", table "dbo.parent", column 'id'.
ALTER TABLE child ADD CONSTRAINT ck_amount CHECK (amount > 0);
GO
--> Msg 547, Level 16, State 0, Line 1: The ALTER TABLE statement conflicted with the CHECK constraint "ck_amount". The conflict occurred in database "golden", table "dbo.child", column 'amount'.
ALTER TABLE child WITH NOCHECK ADD CONSTRAINT fk_parent FOREIGN KEY (parent) REFERENCES parent (id) ON UPDATE CASCADE, CONSTRAINT ck_amount CHECK (amount > 0);
SELECT name, is_disabled, is_not_trusted FROM sys.foreign_keys UNION ALL SELECT name, is_disabled, is_not_trusted FROM sys.check_constraints ORDER BY name;
GO
--> name nvarchar(128)!, is_disabled bit!, is_not_trusted bit!
--> 'ck_amount' | 0 | 1
--> 'fk_parent' | 0 | 1
INSERT child VALUES (3, 8, 1, NULL);
GO
--> Msg 547, Level 16, State 0, Line 1: The INSERT statement conflicted with the FOREIGN KEY constraint "fk_parent". The conflict occurred in database "golden", table "dbo.parent", column 'id'.
--> info 3621: The statement has been terminated.
INSERT child VALUES (3, 1, 0, NULL);
GO
--> Msg 547, Level 16, State 0, Line 1: The INSERT statement conflicted with the CHECK constraint "ck_amount". The conflict occurred in database "golden", table "dbo.child", column 'amount'.
--> info 3621: The statement has been terminated.
UPDATE child SET day = '20240101' WHERE id = 2;
GO
--> (1 row)
UPDATE child SET day = '20240101' WHERE id = 1;
UPDATE parent SET id = 11 WHERE id = 1;
SELECT id, parent FROM child ORDER BY id;
GO
--> (1 row)
--> (1 row)
--> id int!, parent int
--> 1 | 11
--> 2 | 9
-- Off and on again.
ALTER TABLE child NOCHECK CONSTRAINT ck_amount;
INSERT child VALUES (4, 2, -1, NULL);
SELECT is_disabled, is_not_trusted FROM sys.check_constraints;
ALTER TABLE child CHECK CONSTRAINT ck_amount;
SELECT is_disabled, is_not_trusted FROM sys.check_constraints;
GO
--> (1 row)
--> is_disabled bit!, is_not_trusted bit!
--> 1 | 1
--> is_disabled bit!, is_not_trusted bit!
--> 0 | 1
INSERT child VALUES (5, 2, -1, NULL);
GO
--> Msg 547, Level 16, State 0, Line 1: The INSERT statement conflicted with the CHECK constraint "ck_amount". The conflict occurred in database "golden", table "dbo.child", column 'amount'.
--> info 3621: The statement has been terminated.
ALTER TABLE child WITH CHECK CHECK CONSTRAINT ck_amount;
GO
--> Msg 547, Level 16, State 0, Line 1: The ALTER TABLE statement conflicted with the CHECK constraint "ck_amount". The conflict occurred in database "golden", table "dbo.child", column 'amount'.
DELETE child WHERE amount < 0;
ALTER TABLE child WITH CHECK CHECK CONSTRAINT ALL;
SELECT name, is_disabled, is_not_trusted FROM sys.foreign_keys UNION ALL SELECT name, is_disabled, is_not_trusted FROM sys.check_constraints ORDER BY name;
GO
--> (2 rows)
--> name nvarchar(128)!, is_disabled bit!, is_not_trusted bit!
--> 'ck_amount' | 0 | 0
--> 'fk_parent' | 0 | 0
ALTER TABLE child NOCHECK CONSTRAINT ALL;
INSERT child VALUES (6, 77, -7, NULL);
SELECT name, is_disabled, is_not_trusted FROM sys.foreign_keys UNION ALL SELECT name, is_disabled, is_not_trusted FROM sys.check_constraints ORDER BY name;
GO
--> (1 row)
--> name nvarchar(128)!, is_disabled bit!, is_not_trusted bit!
--> 'ck_amount' | 1 | 1
--> 'fk_parent' | 1 | 1
ALTER TABLE child WITH CHECK CHECK CONSTRAINT fk_parent;
GO
--> Msg 547, Level 16, State 0, Line 1: The ALTER TABLE statement conflicted with the FOREIGN KEY constraint "fk_parent". The conflict occurred in database "golden", table "dbo.parent", column 'id'.
ALTER TABLE child CHECK CONSTRAINT nothing;
GO
--> Msg 4917, Level 16, State 0, Line 1: Constraint 'nothing' does not exist.
--> Msg 4916, Level 16, State 0, Line 1: Could not enable or disable the constraint. See previous errors.
-- Dropping.
ALTER TABLE parent DROP CONSTRAINT pk_parent;
GO
--> Msg 3725, Level 16, State 0, Line 2: The constraint 'pk_parent' is being referenced by table 'child', foreign key constraint 'fk_parent'.
--> Msg 3727, Level 16, State 0, Line 2: Could not drop constraint. See previous errors.
ALTER TABLE child DROP CONSTRAINT fk_parent, ck_amount;
ALTER TABLE parent DROP CONSTRAINT IF EXISTS pk_parent, CONSTRAINT IF EXISTS nothing, uq_code;
INSERT parent VALUES (2, 'a', NULL), (2, 'a', NULL);
SELECT COUNT(*) AS n FROM parent WHERE id = 2;
GO
--> (2 rows)
--> n int
--> 3
ALTER TABLE parent ADD CONSTRAINT pk_again PRIMARY KEY (id);
GO
--> Msg 1505, Level 16, State 1, Line 1: The CREATE UNIQUE INDEX statement terminated because a duplicate key was found for the object name 'dbo.parent' and the index name 'pk_again'. The duplicate key value is (2).
--> Msg 1750, Level 16, State 1, Line 1: Could not create constraint or index. See previous errors.
--> info 3621: The statement has been terminated.
ALTER TABLE parent DROP CONSTRAINT nothing;
GO
--> Msg 3728, Level 16, State 1, Line 1: 'nothing' is not a constraint.
--> Msg 3727, Level 16, State 0, Line 1: Could not drop constraint. See previous errors.
ALTER TABLE nothing ADD x int;
GO
--> Msg 4902, Level 16, State 1, Line 1: Cannot find the object "nothing" because it does not exist or you do not have permissions.
ALTER TABLE child ADD CONSTRAINT ck_wrong CHECK (nothing > 0);
GO
--> Msg 207, Level 16, State 1, Line 1: Invalid column name 'nothing'.
ALTER TABLE child ADD CONSTRAINT fk_wrong FOREIGN KEY (parent) REFERENCES parent (id);
GO
--> Msg 1776, Level 16, State 0, Line 1: There are no primary or candidate keys in the referenced table 'parent' that match the referencing column list in the foreign key 'fk_wrong'.
--> Msg 1750, Level 16, State 1, Line 1: Could not create constraint or index. See previous errors.
-- Two columns, to itself.
CREATE TABLE pair (a int NOT NULL, b int NOT NULL, up_a int NULL, up_b int NULL);
ALTER TABLE pair ADD CONSTRAINT pk_pair PRIMARY KEY (a, b);
ALTER TABLE pair ADD CONSTRAINT fk_up FOREIGN KEY (up_a, up_b) REFERENCES pair, CONSTRAINT ck_ab CHECK (a <> b);
INSERT pair VALUES (1, 2, NULL, NULL), (3, 4, 1, 2), (5, 6, 1, NULL);
SELECT COUNT(*) AS n FROM pair;
INSERT pair VALUES (7, 8, 2, 1);
GO
--> (3 rows)
--> n int
--> 3
--> Msg 547, Level 16, State 0, Line 7: The INSERT statement conflicted with the FOREIGN KEY SAME TABLE constraint "fk_up". The conflict occurred in database "golden", table "dbo.pair".
--> info 3621: The statement has been terminated.
INSERT pair VALUES (9, 9, NULL, NULL);
GO
--> Msg 547, Level 16, State 0, Line 1: The INSERT statement conflicted with the CHECK constraint "ck_ab". The conflict occurred in database "golden", table "dbo.pair".
--> info 3621: The statement has been terminated.
-- Triggers by the table.
CREATE TRIGGER one ON pair AFTER INSERT AS PRINT 'one';
GO
CREATE TRIGGER two ON pair AFTER INSERT AS PRINT 'two';
GO
ALTER TABLE pair DISABLE TRIGGER one;
INSERT pair VALUES (20, 21, NULL, NULL);
ALTER TABLE pair DISABLE TRIGGER ALL;
INSERT pair VALUES (22, 23, NULL, NULL);
ALTER TABLE pair ENABLE TRIGGER one, two;
INSERT pair VALUES (24, 25, NULL, NULL);
SELECT name, is_disabled FROM sys.triggers ORDER BY name;
GO
--> print: two
--> (1 row)
--> (1 row)
--> print: one
--> print: two
--> (1 row)
--> name nvarchar(128)!, is_disabled bit!
--> 'one' | 0
--> 'two' | 0
ALTER TABLE pair DISABLE TRIGGER three;
GO
--> Msg 4920, Level 16, State 0, Line 1: ALTER TABLE failed because trigger 'three' on table 'pair' does not exist.
