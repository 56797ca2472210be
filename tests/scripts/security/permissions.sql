-- A user has no permission that was not granted: every statement names what it lacks, and the batch goes on.
CREATE TABLE t (id int PRIMARY KEY, name varchar(20), salary int)
CREATE TABLE other (id int)
INSERT t VALUES (1, 'ann', 100), (2, 'bob', 200)
CREATE USER u WITHOUT LOGIN
GO
--> (2 rows)
EXECUTE AS USER = 'u'
SELECT * FROM t
PRINT 'the batch goes on'
INSERT t VALUES (3, 'cid', 300)
DELETE t
UPDATE t SET name = 'x'
UPDATE t SET name = 'x' WHERE id = 1
SELECT * FROM t JOIN other ON other.id = t.id
TRUNCATE TABLE t
REVERT
GO
--> Msg 229, Level 14, State 5, Line 2: The SELECT permission was denied on the object 't', database 'golden', schema 'dbo'.
--> print: the batch goes on
--> Msg 229, Level 14, State 5, Line 4: The INSERT permission was denied on the object 't', database 'golden', schema 'dbo'.
--> Msg 229, Level 14, State 5, Line 5: The DELETE permission was denied on the object 't', database 'golden', schema 'dbo'.
--> Msg 229, Level 14, State 5, Line 6: The UPDATE permission was denied on the object 't', database 'golden', schema 'dbo'.
--> Msg 229, Level 14, State 5, Line 7: The SELECT permission was denied on the object 't', database 'golden', schema 'dbo'.
--> Msg 229, Level 14, State 5, Line 7: The UPDATE permission was denied on the object 't', database 'golden', schema 'dbo'.
--> Msg 229, Level 14, State 5, Line 8: The SELECT permission was denied on the object 't', database 'golden', schema 'dbo'.
--> Msg 229, Level 14, State 5, Line 8: The SELECT permission was denied on the object 'other', database 'golden', schema 'dbo'.
--> Msg 1088, Level 16, State 7, Line 9: Cannot find the object "t" because it does not exist or you do not have permissions.
-- A denied statement is caught in its own scope, and changes nothing.
EXECUTE AS USER = 'u'
BEGIN TRY
  DELETE t
END TRY
BEGIN CATCH
  SELECT ERROR_NUMBER() AS number, ERROR_SEVERITY() AS severity, ERROR_STATE() AS state, ERROR_MESSAGE() AS message
END CATCH
REVERT
SELECT COUNT(*) AS n FROM t
GO
--> number int, severity int, state int, message nvarchar(4000)
--> 229 | 14 | 5 | 'The DELETE permission was denied on the object ''t'', database ''golden'', schema ''dbo''.'
--> n int
--> 2
-- A condition that may not be looked at guards what it guards.
EXECUTE AS USER = 'u'
IF EXISTS (SELECT * FROM t) PRINT 'there are rows'
WHILE EXISTS (SELECT * FROM t) PRINT 'for ever'
DECLARE @n int = (SELECT MAX(salary) FROM t)
SELECT @n AS n
REVERT
GO
--> Msg 229, Level 14, State 5, Line 3: The SELECT permission was denied on the object 't', database 'golden', schema 'dbo'.
--> Msg 229, Level 14, State 5, Line 4: The SELECT permission was denied on the object 't', database 'golden', schema 'dbo'.
--> Msg 229, Level 14, State 5, Line 5: The SELECT permission was denied on the object 't', database 'golden', schema 'dbo'.
--> n int
--> NULL
-- An unknown table is an unknown table to everybody.
EXECUTE AS USER = 'u'
SELECT * FROM missing
GO
--> Msg 208, Level 16, State 1, Line 3: Invalid object name 'missing'.
REVERT
GO
-- DELETE and UPDATE without reading a column need no SELECT.
GRANT DELETE, UPDATE, INSERT ON t TO u
GO
EXECUTE AS USER = 'u'
BEGIN TRAN
INSERT t VALUES (3, 'cid', 300)
UPDATE t SET name = 'x'
UPDATE t SET salary = salary + 1
UPDATE t SET salary += 1
DELETE t WHERE id = 1
INSERT t OUTPUT inserted.id VALUES (4, 'dan', 400)
DELETE t
ROLLBACK
REVERT
GO
--> (1 row)
--> (3 rows)
--> Msg 229, Level 14, State 5, Line 5: The SELECT permission was denied on the object 't', database 'golden', schema 'dbo'.
--> Msg 229, Level 14, State 5, Line 6: The SELECT permission was denied on the object 't', database 'golden', schema 'dbo'.
--> Msg 229, Level 14, State 5, Line 7: The SELECT permission was denied on the object 't', database 'golden', schema 'dbo'.
--> Msg 229, Level 14, State 5, Line 8: The SELECT permission was denied on the object 't', database 'golden', schema 'dbo'.
--> (3 rows)
-- Denial beats grant, wherever each comes from.
CREATE ROLE readers
ALTER ROLE readers ADD MEMBER u
GRANT SELECT ON t TO readers
GO
EXECUTE AS USER = 'u'
SELECT id FROM t WHERE id = 1
REVERT
DENY SELECT ON t TO u
EXECUTE AS USER = 'u'
SELECT id FROM t WHERE id = 1
REVERT
REVOKE SELECT ON t FROM u
GRANT SELECT ON SCHEMA::dbo TO u
DENY SELECT ON t TO readers
EXECUTE AS USER = 'u'
SELECT id FROM other
SELECT id FROM t
REVERT
GO
--> id int!
--> 1
--> Msg 229, Level 14, State 5, Line 6: The SELECT permission was denied on the object 't', database 'golden', schema 'dbo'.
--> id int
--> Msg 229, Level 14, State 5, Line 13: The SELECT permission was denied on the object 't', database 'golden', schema 'dbo'.
-- Roles in roles, and public.
REVOKE SELECT ON SCHEMA::dbo FROM u
REVOKE SELECT ON t FROM readers
CREATE ROLE outer_role
ALTER ROLE outer_role ADD MEMBER readers
GRANT SELECT ON t TO outer_role
GRANT SELECT ON other TO public
GO
EXECUTE AS USER = 'u'
SELECT id FROM t WHERE id = 1
SELECT id FROM other
REVERT
GO
--> id int!
--> 1
--> id int
-- A permission on the schema or the database covers its objects; CONTROL covers everything on its object.
CREATE USER v WITHOUT LOGIN
CREATE USER w WITHOUT LOGIN
GRANT SELECT TO v
GRANT CONTROL ON t TO w
GO
EXECUTE AS USER = 'v'
SELECT COUNT(*) AS n FROM t
DELETE t
REVERT
EXECUTE AS USER = 'w'
SELECT COUNT(*) AS n FROM t
UPDATE t SET salary = 0 WHERE id = 9
SELECT COUNT(*) AS n FROM other
REVERT
GO
--> n int
--> 2
--> Msg 229, Level 14, State 5, Line 3: The DELETE permission was denied on the object 't', database 'golden', schema 'dbo'.
--> n int
--> 2
--> (0 rows)
--> n int
--> 0
-- MERGE asks for what its clauses do.
CREATE USER m WITHOUT LOGIN
GRANT SELECT, UPDATE ON t TO m
GRANT SELECT ON other TO m
GO
EXECUTE AS USER = 'm'
MERGE t USING other ON t.id = other.id WHEN MATCHED THEN UPDATE SET salary = 0;
MERGE t USING other ON t.id = other.id WHEN NOT MATCHED THEN INSERT (id) VALUES (other.id);
MERGE t USING other ON t.id = other.id WHEN MATCHED THEN DELETE;
REVERT
GO
--> (0 rows)
--> Msg 229, Level 14, State 5, Line 3: The INSERT permission was denied on the object 't', database 'golden', schema 'dbo'.
--> Msg 229, Level 14, State 5, Line 4: The DELETE permission was denied on the object 't', database 'golden', schema 'dbo'.
-- Functions and sequences.
CREATE FUNCTION twice (@n int) RETURNS int AS BEGIN RETURN 2 * @n END
GO
CREATE FUNCTION numbers () RETURNS TABLE AS RETURN SELECT id FROM t
GO
CREATE FUNCTION listed () RETURNS @r TABLE (id int) AS BEGIN INSERT @r SELECT id FROM t RETURN END
GO
CREATE SEQUENCE s START WITH 1
GO
EXECUTE AS USER = 'm'
SELECT dbo.twice(2) AS n
SELECT id FROM numbers()
SELECT id FROM listed()
SELECT NEXT VALUE FOR s AS n
REVERT
GRANT EXECUTE ON twice TO m
GRANT SELECT ON numbers TO m
GRANT SELECT ON listed TO m
GRANT UPDATE ON s TO m
EXECUTE AS USER = 'm'
SELECT dbo.twice(2) AS n
SELECT id FROM numbers()
SELECT id FROM listed()
SELECT NEXT VALUE FOR s AS n
REVERT
GO
--> Msg 229, Level 14, State 5, Line 2: The EXECUTE permission was denied on the object 'twice', database 'golden', schema 'dbo'.
--> Msg 229, Level 14, State 5, Line 3: The SELECT permission was denied on the object 'numbers', database 'golden', schema 'dbo'.
--> Msg 229, Level 14, State 5, Line 4: The SELECT permission was denied on the object 'listed', database 'golden', schema 'dbo'.
--> Msg 229, Level 14, State 5, Line 5: The UPDATE permission was denied on the object 's', database 'golden', schema 'dbo'.
--> n int
--> 4
--> id int!
--> 1
--> 2
--> id int
--> 1
--> 2
--> n bigint!
--> 1
-- A variable of a table type needs EXECUTE on the type.
CREATE TYPE ids AS TABLE (id int)
CREATE USER n WITHOUT LOGIN
GO
CREATE PROCEDURE counted AS DECLARE @i ids INSERT @i VALUES (1), (2) SELECT COUNT(*) AS n FROM @i
GO
CREATE PROCEDURE counting @i ids READONLY AS SELECT COUNT(*) AS n FROM @i
GO
GRANT EXECUTE ON counted TO n
GRANT EXECUTE ON counting TO n
GO
EXECUTE AS USER = 'n'
EXEC counted
DECLARE @i ids
INSERT @i VALUES (1)
GO
--> (2 rows)
--> n int
--> 2
--> Msg 229, Level 14, State 5, Line 3: The EXECUTE permission was denied on the object 'ids', database 'golden', schema 'dbo'.
REVERT
GRANT EXECUTE ON TYPE::ids TO n
GO
EXECUTE AS USER = 'n'
DECLARE @i ids
INSERT @i VALUES (1)
EXEC counting @i
REVERT
GO
--> (1 row)
--> n int
--> 1
