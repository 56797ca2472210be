-- Keys, indexes and foreign keys: what is refused, and with which error.
CREATE TABLE one (id int PRIMARY KEY);
CREATE TABLE two (id int PRIMARY KEY, a int REFERENCES one ON DELETE SET NULL);
CREATE TABLE three (id int PRIMARY KEY, a int REFERENCES one ON DELETE CASCADE, b int REFERENCES two ON DELETE CASCADE);
CREATE TABLE pair (x int, y int, UNIQUE (x, y));
GO
-- SET NULL goes no further, but reaches its own table.
CREATE TABLE itself (id int PRIMARY KEY, up int, CONSTRAINT fk_up FOREIGN KEY (up) REFERENCES itself ON DELETE SET NULL);
GO
--> Msg 1785, Level 16, State 0, Line 2: Introducing FOREIGN KEY constraint 'fk_up' on table 'itself' may cause cycles or multiple cascade paths. Specify ON DELETE NO ACTION or ON UPDATE NO ACTION, or modify other FOREIGN KEY constraints.
--> Msg 1750, Level 16, State 1, Line 2: Could not create constraint or index. See previous errors.
CREATE TABLE four (x int, y int, CONSTRAINT fk_pair FOREIGN KEY (x, y) REFERENCES pair (y, x));
GO
--> Msg 1776, Level 16, State 0, Line 1: There are no primary or candidate keys in the referenced table 'pair' that match the referencing column list in the foreign key 'fk_pair'.
--> Msg 1750, Level 16, State 1, Line 1: Could not create constraint or index. See previous errors.
CREATE TABLE four (a int, x AS a PERSISTED, CONSTRAINT fk_x FOREIGN KEY (x) REFERENCES one ON UPDATE CASCADE);
GO
--> Msg 1715, Level 16, State 1, Line 1: Foreign key 'fk_x' creation failed. Only NO ACTION referential update action is allowed for referencing computed column 'x'.
--> Msg 1750, Level 16, State 1, Line 1: Could not create constraint or index. See previous errors.
CREATE TABLE four (a int, x AS a PERSISTED, CONSTRAINT fk_x FOREIGN KEY (x) REFERENCES one ON DELETE SET NULL);
GO
--> Msg 1765, Level 16, State 1, Line 1: Foreign key 'fk_x' creation failed. Only NO ACTION and CASCADE referential delete actions are allowed for referencing computed column 'x'.
--> Msg 1750, Level 16, State 1, Line 1: Could not create constraint or index. See previous errors.
CREATE TABLE four (a int, x AS a REFERENCES one);
GO
--> Msg 8183, Level 16, State 1, Line 1: Only UNIQUE or PRIMARY KEY constraints can be created on computed columns, while CHECK, FOREIGN KEY, and NOT NULL constraints require that computed columns be persisted.
CREATE TABLE four (a int, x AS a NOT NULL);
GO
--> Msg 8183, Level 16, State 1, Line 1: Only UNIQUE or PRIMARY KEY constraints can be created on computed columns, while CHECK, FOREIGN KEY, and NOT NULL constraints require that computed columns be persisted.
CREATE TABLE four (a datetime, x AS CONVERT(varchar(20), a) PERSISTED);
GO
--> Msg 4936, Level 16, State 1, Line 1: Computed column 'x' in table 'four' cannot be persisted because the column is non-deterministic.
CREATE TABLE four (a int, b int, x AS a + 1 PERSISTED PRIMARY KEY CHECK (x > 0));
CREATE INDEX ix ON four (b);
GO
-- A cascading action cannot be left to a trigger.
CREATE TRIGGER instead_four ON four INSTEAD OF DELETE AS RETURN;
GO
ALTER TABLE four ADD CONSTRAINT fk_b FOREIGN KEY (b) REFERENCES one ON DELETE CASCADE;
GO
--> Msg 1787, Level 16, State 0, Line 1: Cannot define foreign key constraint 'fk_b' with cascaded DELETE or UPDATE on table 'four' because the table has an INSTEAD OF DELETE or UPDATE TRIGGER defined on it.
--> Msg 1750, Level 16, State 1, Line 1: Could not create constraint or index. See previous errors.
ALTER INDEX ix ON four SET (IGNORE_DUP_KEY = ON);
GO
--> Msg 1915, Level 16, State 1, Line 1: Cannot alter a non-unique index with ignore_dup_key index option. Index 'ix' is non-unique.
ALTER INDEX ix ON four SET (NOTHING = ON);
GO
--> Msg 155, Level 15, State 1, Line 1: 'nothing' is not a recognized ALTER INDEX option.
ALTER INDEX ix ON four SET (ONLINE = ON);
GO
--> Msg 155, Level 15, State 1, Line 1: 'online' is not a recognized ALTER INDEX SET option.
CREATE INDEX ix2 ON four (b) WITH (NOTHING = ON);
GO
--> Msg 155, Level 15, State 1, Line 1: 'nothing' is not a recognized CREATE INDEX option.
CREATE INDEX ix2 ON four (b) WHERE b + 1 > 3;
GO
--> Msg 10735, Level 15, State 1, Line 1: Incorrect WHERE clause for filtered index 'ix2' on table 'four'.
CREATE TABLE five (a int CONSTRAINT twice CHECK (a > 0), b int CONSTRAINT twice CHECK (b > 0));
GO
--> Msg 8168, Level 16, State 0, Line 1: Cannot create, drop, enable, or disable more than one constraint, column, index, or trigger named 'twice' in this context. Duplicate names are not allowed.
CREATE TABLE five (a int CONSTRAINT five CHECK (a > 0));
GO
--> Msg 2714, Level 16, State 5, Line 1: There is already an object named 'five' in the database.
--> Msg 1750, Level 16, State 1, Line 1: Could not create constraint or index. See previous errors.
CREATE TABLE five (a int PRIMARY KEY PRIMARY KEY);
GO
--> Msg 8148, Level 16, State 0, Line 1: More than one column PRIMARY KEY constraint specified for column 'a', table 'five'.
CREATE TABLE five (id decimal(38,0) IDENTITY(1000000000000000000000, 1), a int);
INSERT five (a) VALUES (1), (2);
SELECT id FROM five;
GO
--> (2 rows)
--> id decimal(38,0)!
--> 1000000000000000000000
--> 1000000000000000000001
-- A function that a column computes with stays as it is.
CREATE FUNCTION dbo.plus (@a int) RETURNS int AS BEGIN RETURN @a + 1 END;
GO
CREATE TABLE six (a int, b AS dbo.plus(a));
GO
DROP FUNCTION dbo.plus;
GO
--> Msg 3729, Level 16, State 1, Line 1: Cannot DROP FUNCTION 'dbo.plus' because it is being referenced by object 'six'.
CREATE FUNCTION dbo.random () RETURNS TABLE AS RETURN SELECT NEWID() AS id;
GO
--> Msg 443, Level 16, State 1, Procedure random, Line 1: Invalid use of a side-effecting operator 'newid' within a function.
-- What a constant argument gives may be NULL all the same.
CREATE FUNCTION dbo.given (@a int) RETURNS TABLE AS RETURN SELECT @a AS a, ISNULL(@a, 1) AS b;
GO
SELECT * FROM dbo.given(1);
GO
--> a int, b int!
--> 1 | 1
-- Triggers see the rows of all the keys that go at once, the furthest table first.
CREATE TABLE a1 (id int PRIMARY KEY);
CREATE TABLE a2 (id int PRIMARY KEY, a1 int REFERENCES a1 ON DELETE CASCADE);
CREATE TABLE a3 (id int PRIMARY KEY, a2 int REFERENCES a2 ON DELETE SET NULL);
GO
CREATE TRIGGER t2 ON a2 AFTER DELETE AS DECLARE @n varchar(9) = @@ROWCOUNT; PRINT 'a2 ' + @n;
GO
CREATE TRIGGER t3 ON a3 AFTER UPDATE AS DECLARE @n varchar(9) = @@ROWCOUNT; PRINT 'a3 ' + @n;
GO
INSERT a1 VALUES (1), (2);
INSERT a2 VALUES (1, 1), (2, 1), (3, 2);
INSERT a3 VALUES (1, 1), (2, 2), (3, 2), (4, 3);
DELETE a1;
GO
--> (2 rows)
--> (3 rows)
--> (4 rows)
--> print: a3 4
--> print: a2 3
--> (2 rows)
-- Temporary tables are named in full.
CREATE TABLE #nulls (a int NOT NULL);
GO
BEGIN TRY INSERT #nulls VALUES (NULL) END TRY
BEGIN CATCH SELECT LEFT(ERROR_MESSAGE(), 74) AS message, CHARINDEX(''';', ERROR_MESSAGE()) AS behind END CATCH;
GO
--> message nvarchar(74), behind int
--> 'Cannot insert the value NULL into column ''a'', table ''tempdb.dbo.#nulls____' | 193
