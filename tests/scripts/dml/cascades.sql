SET NOCOUNT ON
GO
CREATE TABLE a (id int NOT NULL PRIMARY KEY)
CREATE TABLE b (id int NOT NULL PRIMARY KEY, a_id int NULL REFERENCES a ON DELETE CASCADE ON UPDATE CASCADE)
CREATE TABLE c (id int NOT NULL PRIMARY KEY, b_id int NOT NULL REFERENCES b ON DELETE CASCADE)
CREATE TABLE d (id int NOT NULL, a_id int NULL REFERENCES a (id) ON DELETE SET NULL ON UPDATE SET NULL)
CREATE TABLE e (id int NOT NULL, a_id int NULL DEFAULT 1 REFERENCES a (id) ON DELETE SET DEFAULT)
INSERT a VALUES (1), (2), (3)
INSERT b VALUES (10, 1), (20, 2), (21, 2)
INSERT c VALUES (100, 20), (101, 10)
INSERT d VALUES (1, 2), (2, 3)
INSERT e VALUES (1, 2)
GO
-- DELETE goes through all levels; the count is of the named table only.
DELETE a WHERE id = 2
SELECT @@ROWCOUNT AS n
SELECT id, a_id FROM b
SELECT id FROM c
SELECT id, a_id FROM d ORDER BY id
SELECT a_id FROM e
GO
--> n int!
--> 1
--> id int!, a_id int
--> 10 | 1
--> id int!
--> 101
--> id int!, a_id int
--> 1 | NULL
--> 2 | 3
--> a_id int
--> 1
-- UPDATE of a key.
DELETE e
UPDATE a SET id = id * 10
SELECT id, a_id FROM b
SELECT id, a_id FROM d ORDER BY id
GO
--> id int!, a_id int
--> 10 | 10
--> id int!, a_id int
--> 1 | NULL
--> 2 | NULL
-- A cascade fires the triggers of the tables it reaches.
CREATE TABLE log (what varchar(10), n int)
GO
CREATE TRIGGER on_c ON c AFTER DELETE AS INSERT log SELECT 'c', COUNT(*) FROM deleted
GO
DELETE a WHERE id = 10
SELECT what, n FROM log
SELECT COUNT(*) AS n FROM c
GO
--> what varchar(10), n int
--> 'c' | 1
--> n int
--> 0
-- SET NULL needs a nullable column.
CREATE TABLE bad (a_id int NOT NULL CONSTRAINT fk_bad REFERENCES a (id) ON DELETE SET NULL)
GO
--> Msg 1761, Level 16, State 0, Line 2: Cannot create the foreign key "fk_bad" with the SET NULL referential action, because one or more referencing columns are not nullable.
--> Msg 1750, Level 16, State 1, Line 2: Could not create constraint or index. See previous errors.
-- Two paths to one table, or a cycle, are refused.
CREATE TABLE bad (b_id int CONSTRAINT fk_b REFERENCES b ON DELETE CASCADE, a_id int CONSTRAINT fk_a REFERENCES a ON DELETE CASCADE)
GO
--> Msg 1785, Level 16, State 0, Line 2: Introducing FOREIGN KEY constraint 'fk_a' on table 'bad' may cause cycles or multiple cascade paths. Specify ON DELETE NO ACTION or ON UPDATE NO ACTION, or modify other FOREIGN KEY constraints.
--> Msg 1750, Level 16, State 1, Line 2: Could not create constraint or index. See previous errors.
CREATE TABLE bad (id int PRIMARY KEY, up int CONSTRAINT fk_self REFERENCES bad ON DELETE CASCADE)
GO
--> Msg 1785, Level 16, State 0, Line 1: Introducing FOREIGN KEY constraint 'fk_self' on table 'bad' may cause cycles or multiple cascade paths. Specify ON DELETE NO ACTION or ON UPDATE NO ACTION, or modify other FOREIGN KEY constraints.
--> Msg 1750, Level 16, State 1, Line 1: Could not create constraint or index. See previous errors.
