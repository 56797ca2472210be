SET NOCOUNT ON
GO
CREATE TABLE item (id int NOT NULL CONSTRAINT pk_item PRIMARY KEY, name varchar(10) NOT NULL)
CREATE INDEX ix_name ON item (name)
INSERT item VALUES (1, 'a'), (2, 'b')
GO
-- Table hints that cannot change the rows are accepted.
SELECT id FROM item WITH (NOLOCK) WHERE id = 1
SELECT id FROM item (NOLOCK) WHERE id = 1
SELECT i.id FROM item AS i WITH (UPDLOCK, HOLDLOCK, ROWLOCK) WHERE i.id = 1
SELECT id FROM item WITH (INDEX (ix_name)) WHERE name = 'b'
SELECT id FROM item WITH (INDEX = ix_name, READPAST) WHERE name = 'b'
SELECT id FROM item WITH (FORCESEEK) WHERE id = 2
GO
--> id int!
--> 1
--> id int!
--> 1
--> id int!
--> 1
--> id int!
--> 2
--> id int!
--> 2
--> id int!
--> 2
-- Query hints as well.
DECLARE @n int = 1
SELECT id FROM item WHERE id = @n OPTION (RECOMPILE, OPTIMIZE FOR (@n = 2), MAXDOP 1, FAST 10, FORCE ORDER, KEEP PLAN)
SELECT id FROM item WHERE id > 1 OPTION (OPTIMIZE FOR UNKNOWN, HASH GROUP, LOOP JOIN, USE HINT ('DISABLE_OPTIMIZER_ROWGOAL'))
GO
--> id int!
--> 1
--> id int!
--> 2
-- An index that does not exist is an error.
SELECT id FROM item WITH (INDEX (ix_missing))
GO
--> Msg 308, Level 16, State 1, Line 2: Index 'ix_missing' on table 'dbo.item' (specified in the FROM clause) does not exist.
-- A hint that is none.
SELECT id FROM item WITH (FASTER)
GO
--> Msg 321, Level 15, State 1, Line 2: "FASTER" is not a recognized table hints option.
