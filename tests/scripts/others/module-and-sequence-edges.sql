-- Where modules may stand, all that a function's body may not do, events of triggers, and where sequences are not drawn from.
SELECT 1
CREATE VIEW v AS SELECT 1 AS a
GO
--> Msg 111, Level 15, State 9, Line 3: 'CREATE VIEW' must be the first statement in a query batch.
SELECT 1
ALTER FUNCTION f() RETURNS int AS BEGIN RETURN 1 END
GO
--> Msg 111, Level 15, State 5, Line 2: 'ALTER FUNCTION' must be the first statement in a query batch.
CREATE TABLE t (id int, v int);
CREATE TABLE copies (n int IDENTITY, id int);
CREATE SEQUENCE s AS int;
GO
CREATE FUNCTION f (@x int) RETURNS int AS BEGIN
  PRINT 'a';
  SELECT nothing FROM t;
  INSERT t VALUES (1, 1);
END
GO
--> Msg 207, Level 16, State 1, Procedure f, Line 3: Invalid column name 'nothing'.
--> Msg 443, Level 16, State 14, Procedure f, Line 2: Invalid use of a side-effecting operator 'PRINT' within a function.
--> Msg 444, Level 16, State 2, Procedure f, Line 3: Select statements included within a function cannot return data to a client.
--> Msg 443, Level 16, State 15, Procedure f, Line 4: Invalid use of a side-effecting operator 'INSERT' within a function.
--> Msg 455, Level 16, State 2, Procedure f, Line 4: The last statement included within a function must be a return statement.
CREATE FUNCTION f (@x int) RETURNS int AS BEGIN
  PRINT 'a';
  IF @x = 1 RETURN;
  RETURN 1;
END
GO
--> Msg 1075, Level 15, State 1, Procedure f, Line 3: RETURN statements in scalar valued functions must include an argument.
CREATE TRIGGER tr ON #t AFTER INSERT AS RETURN
GO
--> Msg 167, Level 15, State 1, Procedure tr, Line 1: Cannot create trigger on a temporary object.
CREATE TRIGGER tr ON t AFTER NOTHING AS RETURN
GO
--> Msg 1084, Level 15, State 1, Procedure tr, Line 1: 'NOTHING' is an invalid event type.
CREATE TRIGGER tr ON t AFTER INSERT, NOTHING AS RETURN
GO
--> Msg 102, Level 15, State 1, Procedure tr, Line 1: Incorrect syntax near 'NOTHING'.
-- What was written last is read first.
CREATE TRIGGER tr ON t AFTER INSERT AS INSERT copies SELECT id FROM inserted
GO
INSERT t VALUES (1, 1), (2, 2), (3, 3)
SELECT n, id FROM copies ORDER BY n
GO
--> (3 rows)
--> (3 rows)
--> n int!, id int
--> 1 | 3
--> 2 | 2
--> 3 | 1
CREATE TRIGGER stands_in ON t INSTEAD OF DELETE AS RETURN
GO
MERGE t USING (VALUES (1)) AS x (id) ON t.id = x.id WHEN MATCHED THEN DELETE WHEN NOT MATCHED THEN INSERT VALUES (1, 1);
GO
--> Msg 5316, Level 16, State 1, Line 1: The target 't' of the MERGE statement has an INSTEAD OF trigger on some, but not all, of the actions specified in the MERGE statement. In a MERGE statement, if any action has an enabled INSTEAD OF trigger on the target, then all actions must have enabled INSTEAD OF triggers.
SELECT MAX(NEXT VALUE FOR s)
GO
--> Msg 11725, Level 15, State 1, Line 1: An expression that contains a NEXT VALUE FOR function cannot be passed as an argument to an aggregate.
PRINT NEXT VALUE FOR s
GO
--> Msg 11738, Level 15, State 1, Line 1: The use of NEXT VALUE FOR function is not allowed in this context.
CREATE TABLE u (a int CHECK (a > NEXT VALUE FOR s))
GO
--> Msg 11719, Level 15, State 1, Line 1: NEXT VALUE FOR function is not allowed in check constraints, default objects, computed columns, views, user-defined functions, user-defined aggregates, user-defined table types, sub-queries, common table expressions, derived tables or return statements.
CREATE TABLE u (a int, b AS NEXT VALUE FOR s)
GO
--> Msg 11719, Level 15, State 1, Line 1: NEXT VALUE FOR function is not allowed in check constraints, default objects, computed columns, views, user-defined functions, user-defined aggregates, user-defined table types, sub-queries, common table expressions, derived tables or return statements.
-- A bit takes the type of the decimal that it meets.
DECLARE @b bit = 1, @d decimal(5, 2) = 2
SELECT @b * @d AS product, @b / @d AS quotient
GO
--> product decimal(11,4), quotient decimal(13,8)
--> 2.0000 | 0.50000000
