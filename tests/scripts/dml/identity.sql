SET NOCOUNT ON
GO
CREATE TABLE item (id int IDENTITY(10, 5) NOT NULL PRIMARY KEY, name varchar(10) NOT NULL)
CREATE TABLE log (id int IDENTITY(1000, 1), text varchar(20))
GO
-- Seed and increment; SCOPE_IDENTITY and @@IDENTITY are numeric(38,0).
SELECT SCOPE_IDENTITY() AS before
INSERT item VALUES ('a'), ('b')
SELECT SCOPE_IDENTITY() AS s, @@IDENTITY AS i, IDENT_CURRENT('item') AS c, IDENT_SEED('item') AS seed, IDENT_INCR('item') AS step
SELECT id, name FROM item ORDER BY id
GO
--> before numeric(38,0)
--> NULL
--> s numeric(38,0), i numeric(38,0), c numeric(38,0), seed numeric(38,0), step numeric(38,0)
--> 15 | 15 | 15 | 10 | 5
--> id int!, name varchar(10)!
--> 10 | 'a'
--> 15 | 'b'
-- A failed or rolled back insert uses the value up.
INSERT item VALUES (NULL)
BEGIN TRAN
INSERT item VALUES ('c')
ROLLBACK
INSERT item VALUES ('d')
SELECT MAX(id) AS id FROM item
GO
--> Msg 515, Level 16, State 2, Line 2: Cannot insert the value NULL into column 'name', table 'golden.dbo.item'; column does not allow nulls. INSERT fails.
--> info 3621: The statement has been terminated.
--> id int
--> 30
CREATE TRIGGER item_log ON item AFTER INSERT AS INSERT log (text) SELECT name FROM inserted
GO
-- @@IDENTITY sees the trigger's insert, SCOPE_IDENTITY does not.
INSERT item VALUES ('e')
SELECT SCOPE_IDENTITY() AS s, @@IDENTITY AS i
GO
--> s numeric(38,0), i numeric(38,0)
--> 35 | 1000
-- A procedure has its own scope.
CREATE PROCEDURE add_item AS
INSERT item VALUES ('p')
SELECT SCOPE_IDENTITY() AS inside
GO
INSERT item VALUES ('o')
EXEC add_item
SELECT SCOPE_IDENTITY() AS outside
GO
--> inside numeric(38,0)
--> 45
--> outside numeric(38,0)
--> 40
-- $IDENTITY names the column.
SELECT TOP 1 $IDENTITY FROM item ORDER BY id
SELECT IDENTITYCOL FROM item WHERE name = 'a'
GO
--> id int!
--> 10
--> id int!
--> 10
-- It cannot be updated, nor given a value.
UPDATE item SET id = 1
GO
--> Msg 8102, Level 16, State 1, Line 2: Cannot update identity column 'id'.
INSERT item (id, name) VALUES (1, 'x')
GO
--> Msg 544, Level 16, State 1, Line 1: Cannot insert explicit value for identity column in table 'item' when IDENTITY_INSERT is set to OFF.
INSERT item VALUES (1, 'x')
GO
--> Msg 8101, Level 16, State 1, Line 1: An explicit value for the identity column in table 'item' can only be specified when a column list is used and IDENTITY_INSERT is ON.
-- DEFAULT is no value for it.
INSERT item (id, name) VALUES (DEFAULT, 'x')
GO
--> Msg 339, Level 16, State 1, Line 2: DEFAULT or NULL are not allowed as explicit identity values.
-- TRUNCATE starts again, DELETE does not.
CREATE TABLE n (id int IDENTITY, v int)
INSERT n VALUES (1), (2)
DELETE n
INSERT n VALUES (3)
SELECT id FROM n
TRUNCATE TABLE n
INSERT n VALUES (4)
SELECT id FROM n
GO
--> id int!
--> 3
--> id int!
--> 1
-- A tinyint identity overflows.
CREATE TABLE small (id tinyint IDENTITY(255, 1), v int)
INSERT small VALUES (1)
INSERT small VALUES (2)
GO
--> Msg 8115, Level 16, State 1, Line 4: Arithmetic overflow error converting IDENTITY to data type tinyint.
--> info 3606: Arithmetic overflow occurred.
-- One identity column a table, of a whole number, not nullable.
CREATE TABLE two (a int IDENTITY, b int IDENTITY)
GO
--> Msg 2744, Level 16, State 2, Line 2: Multiple identity columns specified for table 'two'. Only one identity column per table is allowed.
CREATE TABLE bad (a varchar(5) IDENTITY)
GO
--> Msg 2749, Level 16, State 2, Line 1: Identity column 'a' must be of data type int, bigint, smallint, tinyint, or decimal or numeric with a scale of 0, unencrypted, and constrained to be nonnullable.
