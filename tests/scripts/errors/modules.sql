-- Mistakes in modules and in calls of them.
CREATE TABLE dbo.t (id int NOT NULL PRIMARY KEY, n int NULL)
CREATE TABLE dbo.log (id int)
CREATE TYPE dbo.ids AS TABLE (id int PRIMARY KEY)
GO
CREATE PROCEDURE dbo.p @a int, @b int = 2, @c int OUTPUT AS SET @c = @a + @b
GO

-- Calls of procedures.
EXEC dbo.p
GO
--> Msg 201, Level 16, State 4, Procedure dbo.p, Line 0: Procedure or function 'p' expects parameter '@a', which was not supplied.
EXEC dbo.p 1
GO
--> Msg 201, Level 16, State 4, Procedure dbo.p, Line 0: Procedure or function 'p' expects parameter '@c', which was not supplied.
EXEC dbo.p 1, 2
GO
--> Msg 201, Level 16, State 4, Procedure dbo.p, Line 0: Procedure or function 'p' expects parameter '@c', which was not supplied.
EXEC dbo.p 1, 2, 3, 4
GO
--> Msg 8144, Level 16, State 2, Procedure dbo.p, Line 0: Procedure or function p has too many arguments specified.
EXEC dbo.p @x = 1
GO
--> Msg 201, Level 16, State 4, Procedure dbo.p, Line 0: Procedure or function 'p' expects parameter '@a', which was not supplied.
EXEC dbo.p @a = 1, 2
GO
--> Msg 119, Level 15, State 1, Line 1: Must pass parameter number 2 and subsequent parameters as '@name = value'. After the form '@name = value' has been used, all subsequent parameters must be passed in the form '@name = value'.
EXEC dbo.p @a = 1, @a = 2
GO
--> Msg 8143, Level 16, State 1, Procedure dbo.p, Line 0: Parameter '@a' was supplied multiple times.
EXEC dbo.p 1, 2, 3 OUTPUT
GO
--> Msg 179, Level 15, State 1, Line 1: Cannot use the OUTPUT option when passing a constant to a stored procedure.
DECLARE @r int
EXEC dbo.p 1, @b = @r OUTPUT, @c = 4
GO
--> Msg 8162, Level 16, State 2, Procedure dbo.p, Line 0: The formal parameter "@b" was not declared as an OUTPUT parameter, but the actual parameter passed in requested output.
EXEC dbo.p 'x', 2, 3
GO
--> Msg 8114, Level 16, State 5, Procedure dbo.p, Line 0: Error converting data type varchar to int.
EXEC dbo.missing
PRINT 'goes on'
GO
--> Msg 2812, Level 16, State 62, Line 1: Could not find stored procedure 'dbo.missing'.
--> print: goes on
EXEC dbo.p 1, 2, 3, @x = 1
GO
--> Msg 8144, Level 16, State 2, Procedure dbo.p, Line 0: Procedure or function p has too many arguments specified.
EXEC dbo.p 1, @c = 3, @x = 1
GO
--> Msg 8145, Level 16, State 1, Procedure dbo.p, Line 0: @x is not a parameter for procedure p.
EXEC ('SELECT 1 AS one; SELECT nothing FROM dbo.t')
GO
--> Msg 207, Level 16, State 1, Line 1: Invalid column name 'nothing'.
EXEC sp_executesql 'SELECT 1'
GO
--> Msg 214, Level 16, State 2, Procedure sp_executesql, Line 1: Procedure expects parameter '@statement' of type 'ntext/nchar/nvarchar'.
EXEC sp_executesql N'SELECT @a AS a', N'@a int'
GO
--> Msg 8178, Level 16, State 1, Line 0: The parameterized query '(@a int)SELECT @a AS a' expects the parameter '@a', which was not supplied.
EXEC sp_executesql N'SELECT @a AS a', N'@a int', @b = 1
GO
--> Msg 8178, Level 16, State 1, Line 0: The parameterized query '(@a int)SELECT @a AS a' expects the parameter '@a', which was not supplied.
EXEC sp_executesql N'SELECT @a AS a', N'@a nothing', 1
GO
--> Msg 2715, Level 16, State 6, Line 1: Column, parameter, or variable #1: Cannot find data type nothing.
EXEC sp_executesql N'SELECT @zz AS a'
GO
--> Msg 137, Level 15, State 2, Line 1: Must declare the scalar variable "@zz".

-- Table-valued parameters.
CREATE PROCEDURE dbo.tvp @ids dbo.ids AS SELECT COUNT(*) AS n FROM @ids
GO
--> Msg 352, Level 15, State 1, Procedure tvp, Line 3: The table-valued parameter "@ids" must be declared with the READONLY option.
CREATE PROCEDURE dbo.tvp @ids dbo.ids READONLY AS INSERT @ids VALUES (1)
GO
--> Msg 10700, Level 16, State 1, Procedure tvp, Line 1: The table-valued parameter "@ids" is READONLY and cannot be modified.
CREATE PROCEDURE dbo.tvp @ids dbo.ids READONLY AS DELETE @ids
GO
--> Msg 10700, Level 16, State 1, Procedure tvp, Line 1: The table-valued parameter "@ids" is READONLY and cannot be modified.
CREATE PROCEDURE dbo.tvp @ids dbo.ids READONLY AS SELECT COUNT(*) AS n FROM @ids
GO
DECLARE @x dbo.ids
INSERT @x VALUES (1), (2)
EXEC dbo.tvp @x
EXEC dbo.tvp
GO
--> (2 rows)
--> n int
--> 2
--> n int
--> 0
EXEC dbo.tvp 1
GO
--> Msg 206, Level 16, State 2, Procedure dbo.tvp, Line 0: Operand type clash: int is incompatible with ids
DECLARE @x TABLE (id int)
EXEC dbo.tvp @x
GO
--> Msg 206, Level 16, State 2, Procedure dbo.tvp, Line 0: Operand type clash: table is incompatible with ids
CREATE PROCEDURE dbo.ro @a int READONLY AS SELECT @a AS a
GO
--> Msg 346, Level 15, State 1, Procedure ro, Line 1: The parameter "@a" can not be declared READONLY since it is not a table-valued parameter.
DROP TYPE dbo.ids
GO
--> Msg 3732, Level 16, State 1, Line 1: Cannot drop type 'dbo.ids' because it is being referenced by object 'tvp'. There may be other objects that reference this type.

-- Definitions.
CREATE PROCEDURE dbo.p AS SELECT 1
GO
--> Msg 2714, Level 16, State 3, Procedure p, Line 3: There is already an object named 'p' in the database.
CREATE PROCEDURE dbo.q @a int, @a int AS SELECT 1
GO
--> Msg 134, Level 15, State 1, Procedure q, Line 1: The variable name '@a' has already been declared. Variable names must be unique within a query batch or stored procedure.
CREATE PROCEDURE dbo.q @a nothing AS SELECT 1
GO
--> Msg 2715, Level 16, State 6, Procedure q, Line 1: Column, parameter, or variable #1: Cannot find data type nothing.
CREATE PROCEDURE dbo.q AS SELECT nothing FROM dbo.t
GO
--> Msg 207, Level 16, State 1, Procedure q, Line 1: Invalid column name 'nothing'.
CREATE PROCEDURE dbo.q AS SELECT @a
GO
--> Msg 137, Level 15, State 2, Procedure q, Line 1: Must declare the scalar variable "@a".
CREATE PROCEDURE golden.dbo.q AS SELECT 1
GO
--> Msg 166, Level 15, State 1, Procedure q, Line 1: 'CREATE/ALTER PROCEDURE' does not allow specifying the database name as a prefix to the object name.
CREATE PROCEDURE nothing.q AS SELECT 1
GO
--> Msg 2760, Level 16, State 1, Procedure q, Line 1: The specified schema name "nothing" either does not exist or you do not have permission to use it.
ALTER PROCEDURE dbo.missing AS SELECT 1
GO
--> Msg 208, Level 16, State 6, Procedure missing, Line 1: Invalid object name 'dbo.missing'.
ALTER VIEW dbo.p AS SELECT 1 AS one
GO
--> Msg 2010, Level 16, State 1, Procedure p, Line 1: Cannot perform alter on 'dbo.p' because it is an incompatible object type.
ALTER FUNCTION dbo.p() RETURNS int AS BEGIN RETURN 1 END
GO
--> Msg 2010, Level 16, State 1, Procedure p, Line 1: Cannot perform alter on 'dbo.p' because it is an incompatible object type.
SELECT 1 AS one
CREATE PROCEDURE dbo.late AS SELECT 1
GO
--> Msg 111, Level 15, State 1, Line 2: 'CREATE/ALTER PROCEDURE' must be the first statement in a query batch.
CREATE FUNCTION dbo.f() RETURNS int AS BEGIN INSERT dbo.log VALUES (1) RETURN 1 END
GO
--> Msg 443, Level 16, State 15, Procedure f, Line 1: Invalid use of a side-effecting operator 'INSERT' within a function.
CREATE FUNCTION dbo.f() RETURNS int AS BEGIN SELECT 1 RETURN 1 END
GO
--> Msg 444, Level 16, State 3, Procedure f, Line 1: Select statements included within a function cannot return data to a client.
CREATE FUNCTION dbo.f() RETURNS int AS BEGIN PRINT 'x' RETURN 1 END
GO
--> Msg 443, Level 16, State 14, Procedure f, Line 1: Invalid use of a side-effecting operator 'PRINT' within a function.
CREATE FUNCTION dbo.f() RETURNS int AS BEGIN DECLARE @a int SET @a = 1 END
GO
--> Msg 455, Level 16, State 2, Procedure f, Line 1: The last statement included within a function must be a return statement.
CREATE FUNCTION dbo.f() RETURNS int AS BEGIN IF 1 = 1 RETURN 1 END
GO
--> Msg 455, Level 16, State 2, Procedure f, Line 1: The last statement included within a function must be a return statement.
CREATE FUNCTION dbo.f() RETURNS int AS BEGIN RETURN (SELECT MAX(id) FROM #t) END
GO
--> Msg 2772, Level 16, State 1, Procedure f, Line 1: Cannot access temporary tables from within a function.
CREATE FUNCTION dbo.f() RETURNS int AS BEGIN DECLARE @n uniqueidentifier = NEWID() RETURN 1 END
GO
--> Msg 443, Level 16, State 1, Procedure f, Line 1: Invalid use of a side-effecting operator 'newid' within a function.
CREATE FUNCTION dbo.f() RETURNS TABLE AS RETURN SELECT 1
GO
--> Msg 4514, Level 16, State 1, Procedure f, Line 1: CREATE FUNCTION failed because a column name is not specified for column 1.
CREATE FUNCTION dbo.f() RETURNS TABLE AS RETURN SELECT 1 AS a, 2 AS a
GO
--> Msg 4506, Level 16, State 1, Procedure f, Line 1: Column names in each view or function must be unique. Column name 'a' in view or function 'f' is specified more than once.
CREATE FUNCTION dbo.f() RETURNS TABLE AS RETURN SELECT id FROM dbo.t ORDER BY id
GO
--> Msg 1033, Level 15, State 1, Procedure f, Line 1: The ORDER BY clause is invalid in views, inline functions, derived tables, subqueries, and common table expressions, unless TOP, OFFSET or FOR XML is also specified.
CREATE FUNCTION dbo.f(@a int) RETURNS int AS BEGIN EXEC dbo.p 1, 2, 3 RETURN @a END
GO
SELECT dbo.f(1) AS x
GO
--> x int
--> Msg 557, Level 16, State 2, Line 1: Only functions and some extended stored procedures can be executed from within a function.
SELECT dbo.f() AS x
GO
--> Msg 313, Level 16, State 2, Line 1: An insufficient number of arguments were supplied for the procedure or function dbo.f.
SELECT dbo.f(1, 2) AS x
GO
--> Msg 8144, Level 16, State 2, Line 1: Procedure or function dbo.f has too many arguments specified.
SELECT dbo.f(DEFAULT) AS x
GO
--> x int
--> Msg 557, Level 16, State 2, Line 1: Only functions and some extended stored procedures can be executed from within a function.
SELECT * FROM dbo.f(1)
GO
--> Msg 208, Level 16, State 1, Line 1: Invalid object name 'dbo.f'.
SELECT dbo.p(1) AS x
GO
--> Msg 4121, Level 16, State 1, Line 1: Cannot find either column "dbo" or the user-defined function or aggregate "dbo.p", or the name is ambiguous.
SELECT f(1) AS x
GO
--> Msg 195, Level 15, State 10, Line 1: 'f' is not a recognized built-in function name.

-- Views.
CREATE VIEW dbo.v AS SELECT 1
GO
--> Msg 4511, Level 16, State 1, Procedure v, Line 3: Create View or Function failed because no column name was specified for column 1.
CREATE VIEW dbo.v AS SELECT id, id FROM dbo.t
GO
--> Msg 4506, Level 16, State 1, Procedure v, Line 1: Column names in each view or function must be unique. Column name 'id' in view or function 'v' is specified more than once.
CREATE VIEW dbo.v (a) AS SELECT id, n FROM dbo.t
GO
--> Msg 8158, Level 16, State 1, Procedure v, Line 1: 'v' has more columns than were specified in the column list.
CREATE VIEW dbo.v (a, b, c) AS SELECT id, n FROM dbo.t
GO
--> Msg 8159, Level 16, State 1, Procedure v, Line 1: 'v' has fewer columns than were specified in the column list.
CREATE VIEW dbo.v AS SELECT id FROM dbo.t ORDER BY id
GO
--> Msg 1033, Level 15, State 1, Procedure v, Line 1: The ORDER BY clause is invalid in views, inline functions, derived tables, subqueries, and common table expressions, unless TOP, OFFSET or FOR XML is also specified.
CREATE VIEW dbo.v AS SELECT id FROM dbo.missing
GO
--> Msg 208, Level 16, State 1, Procedure v, Line 1: Invalid object name 'dbo.missing'.
CREATE VIEW dbo.v AS SELECT id INTO #x FROM dbo.t
GO
--> Msg 156, Level 15, State 1, Procedure v, Line 1: Incorrect syntax near the keyword 'INTO'.
CREATE VIEW dbo.v AS SELECT id FROM #t
GO
--> Msg 4508, Level 16, State 1, Procedure v, Line 1: Views or functions are not allowed on temporary tables. Table names that begin with '#' denote temporary tables.
CREATE VIEW golden.dbo.v AS SELECT 1 AS one
GO
--> Msg 166, Level 15, State 1, Procedure v, Line 1: 'CREATE/ALTER VIEW' does not allow specifying the database name as a prefix to the object name.
CREATE VIEW dbo.v AS SELECT id, n * 2 AS twice, COUNT(*) OVER () AS c FROM dbo.t
GO
UPDATE dbo.v SET twice = 1
GO
--> Msg 4406, Level 16, State 1, Line 1: Update or insert of view or function 'dbo.v' failed because it contains a derived or constant field.
INSERT dbo.v (id, twice) VALUES (1, 2)
GO
--> Msg 4406, Level 16, State 1, Line 1: Update or insert of view or function 'dbo.v' failed because it contains a derived or constant field.
CREATE VIEW dbo.totals AS SELECT n, COUNT(*) AS c FROM dbo.t GROUP BY n
GO
UPDATE dbo.totals SET n = 1
GO
--> Msg 4403, Level 16, State 1, Line 1: Cannot update the view or function 'dbo.totals' because it contains aggregates, or a DISTINCT or GROUP BY clause, or PIVOT or UNPIVOT operator.
DELETE dbo.totals
GO
--> Msg 4403, Level 16, State 1, Line 1: Cannot update the view or function 'dbo.totals' because it contains aggregates, or a DISTINCT or GROUP BY clause, or PIVOT or UNPIVOT operator.
INSERT dbo.totals VALUES (1, 1)
GO
--> Msg 4406, Level 16, State 1, Line 1: Update or insert of view or function 'dbo.totals' failed because it contains a derived or constant field.
CREATE VIEW dbo.joined AS SELECT t.id, t.n, l.id AS log_id FROM dbo.t JOIN dbo.log AS l ON l.id = t.id
GO
UPDATE dbo.joined SET n = 1, log_id = 1
GO
--> Msg 4405, Level 16, State 1, Line 1: View or function 'dbo.joined' is not updatable because the modification affects multiple base tables.
DELETE dbo.joined
GO
--> Msg 4405, Level 16, State 1, Line 1: View or function 'dbo.joined' is not updatable because the modification affects multiple base tables.
INSERT dbo.joined (id, log_id) VALUES (1, 1)
GO
--> Msg 4405, Level 16, State 1, Line 1: View or function 'dbo.joined' is not updatable because the modification affects multiple base tables.
CREATE VIEW dbo.u AS SELECT id FROM dbo.t UNION ALL SELECT id FROM dbo.log
GO
UPDATE dbo.u SET id = 1
GO
--> Msg 4436, Level 16, State 12, Line 1: UNION ALL view 'golden.dbo.u' is not updatable because a partitioning column was not found.
CREATE VIEW dbo.once AS SELECT id FROM dbo.t
GO
ALTER VIEW dbo.once AS SELECT id FROM dbo.once
GO
SELECT * FROM dbo.once
GO
--> Msg 4429, Level 16, State 1, Line 1: View or function 'once' contains a self-reference. Views or functions cannot reference themselves directly or indirectly.

-- Triggers.
CREATE TRIGGER dbo.tr ON dbo.missing AFTER INSERT AS SELECT 1
GO
--> Msg 8197, Level 16, State 4, Procedure tr, Line 3: The object 'dbo.missing' does not exist or is invalid for this operation.
CREATE TRIGGER dbo.tr ON dbo.once AFTER INSERT AS SELECT 1 AS one
GO
--> Msg 8197, Level 16, State 6, Procedure tr, Line 1: The object 'dbo.once' does not exist or is invalid for this operation.
CREATE TRIGGER dbo.tr ON dbo.t INSTEAD OF INSERT AS RETURN
GO
CREATE TRIGGER dbo.tr2 ON dbo.t INSTEAD OF INSERT AS RETURN
GO
--> Msg 2111, Level 16, State 1, Procedure tr2, Line 1: Cannot create trigger 'tr2' on table 't' because an INSTEAD OF INSERT trigger already exists on this object.
CREATE TRIGGER dbo.tr ON dbo.t AFTER INSERT AS RETURN
GO
--> Msg 2714, Level 16, State 2, Procedure tr, Line 1: There is already an object named 'tr' in the database.
ALTER TRIGGER dbo.tr ON dbo.log AFTER INSERT AS RETURN
GO
--> Msg 2110, Level 15, State 1, Procedure tr, Line 1: Cannot alter trigger 'tr' on 'log' because this trigger does not belong to this object. Specify the correct trigger name or the correct target object name.
CREATE SCHEMA other
GO
CREATE TRIGGER other.tr3 ON dbo.t AFTER INSERT AS RETURN
GO
--> Msg 2103, Level 15, State 1, Procedure tr3, Line 1: Cannot create trigger 'other.tr3' because its schema is different from the schema of the target table or view.
CREATE TABLE dbo.child (id int REFERENCES dbo.t (id) ON DELETE CASCADE)
GO
CREATE TRIGGER dbo.tr4 ON dbo.child INSTEAD OF DELETE AS RETURN
GO
--> Msg 2113, Level 16, State 1, Procedure tr4, Line 1: Cannot create INSTEAD OF DELETE or INSTEAD OF UPDATE TRIGGER 'tr4' on table 'dbo.child'. This is  because the table has a FOREIGN KEY with cascading DELETE or UPDATE.
IF UPDATE(id) PRINT 'x'
GO
--> Msg 140, Level 15, State 1, Line 1: Can only use IF UPDATE within a CREATE TRIGGER statement.

-- Sequences and synonyms.
CREATE SEQUENCE dbo.s AS varchar(10)
GO
--> Msg 11702, Level 16, State 2, Line 3: The sequence object 's' must be of data type int, bigint, smallint, tinyint, or decimal or numeric with a scale of 0, or any user-defined data type that is based on one of the above integer data types.
CREATE SEQUENCE dbo.s AS decimal(5, 2)
GO
--> Msg 11702, Level 16, State 2, Line 1: The sequence object 's' must be of data type int, bigint, smallint, tinyint, or decimal or numeric with a scale of 0, or any user-defined data type that is based on one of the above integer data types.
CREATE SEQUENCE dbo.s INCREMENT BY 0
GO
--> Msg 11700, Level 16, State 1, Line 1: The increment for sequence object 's' cannot be zero.
CREATE SEQUENCE dbo.s MINVALUE 5 MAXVALUE 4
GO
--> Msg 11705, Level 16, State 1, Line 1: The minimum value for sequence object 's' must be less than its maximum value.
CREATE SEQUENCE dbo.s START WITH 1 MINVALUE 5
GO
--> Msg 11703, Level 16, State 1, Line 1: The start value for sequence object 's' must be between the minimum and maximum value of the sequence object.
CREATE SEQUENCE dbo.s CACHE 0
GO
--> Msg 11706, Level 16, State 1, Line 1: The cache size for sequence object 's' must be greater than 0.
CREATE SEQUENCE dbo.s AS tinyint START WITH 254
GO
SELECT NEXT VALUE FOR dbo.s AS a
SELECT NEXT VALUE FOR dbo.s AS b
SELECT NEXT VALUE FOR dbo.s AS c
GO
--> a tinyint!
--> 254
--> b tinyint!
--> 255
--> c tinyint!
--> Msg 11728, Level 16, State 1, Line 3: The sequence object 's' has reached its minimum or maximum value. Restart the sequence object to allow new values to be generated.
SELECT NEXT VALUE FOR dbo.missing AS a
GO
--> Msg 208, Level 16, State 1, Line 1: Invalid object name 'dbo.missing'.
SELECT NEXT VALUE FOR dbo.t AS a
GO
--> Msg 11726, Level 16, State 1, Line 1: Object 'dbo.t' is not a sequence object.
ALTER SEQUENCE dbo.s RESTART WITH 300
GO
--> Msg 11708, Level 16, State 1, Line 1: An invalid value was specified for argument 'RESTART WITH' for the given data type.
CREATE SYNONYM dbo.syn FOR dbo.nowhere
GO
SELECT * FROM dbo.syn
GO
--> Msg 5313, Level 16, State 1, Line 1: Synonym 'dbo.syn' refers to an invalid object.
INSERT dbo.syn VALUES (1)
GO
--> Msg 5313, Level 16, State 1, Line 1: Synonym 'dbo.syn' refers to an invalid object.
CREATE TYPE dbo.alias FROM int
GO
CREATE TYPE dbo.alias FROM int
GO
--> Msg 219, Level 16, State 1, Line 1: The type 'dbo.alias' already exists, or you do not have permission to create it.
CREATE TABLE dbo.uses (a dbo.alias)
GO
DROP TYPE dbo.alias
GO
--> Msg 3732, Level 16, State 1, Line 1: Cannot drop type 'dbo.alias' because it is being referenced by object 'uses'. There may be other objects that reference this type.
CREATE SCHEMA other
GO
--> Msg 2714, Level 16, State 6, Line 1: There is already an object named 'other' in the database.
--> Msg 2759, Level 16, State 0, Line 1: CREATE SCHEMA failed due to previous errors.
DROP SCHEMA other
CREATE SCHEMA other
GO
--> Msg 111, Level 15, State 14, Line 2: 'CREATE SCHEMA' must be the first statement in a query batch.
CREATE TABLE other.x (a int)
GO
DROP SCHEMA other
GO
--> Msg 3729, Level 16, State 1, Line 1: Cannot drop schema 'other' because it is being referenced by object 'x'.
ALTER SCHEMA other TRANSFER dbo.nothing
GO
--> Msg 15151, Level 16, State 1, Line 1: Cannot find the object 'dbo.nothing', because it does not exist or you do not have permission.
ALTER SCHEMA nothing TRANSFER dbo.t
GO
--> Msg 15151, Level 16, State 1, Line 1: Cannot alter the schema 'nothing', because it does not exist or you do not have permission.
