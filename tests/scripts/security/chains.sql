-- Ownership chaining: what a module uses of its own owner needs no permission.
CREATE TABLE t (id int)
INSERT t VALUES (1)
CREATE TABLE log (id int)
GO
--> (1 row)
CREATE VIEW v AS SELECT id FROM t
GO
CREATE PROCEDURE p AS
SELECT id FROM t
INSERT t VALUES (2)
DELETE t WHERE id = 2
EXEC inner_p
GO
CREATE PROCEDURE inner_p AS SELECT 'inner' AS s
GO
CREATE TRIGGER tr ON t AFTER INSERT AS INSERT log SELECT id FROM inserted
GO
CREATE PROCEDURE dynamic_p AS EXEC ('SELECT id FROM t')
GO
CREATE PROCEDURE parameterized_p AS EXEC sp_executesql N'SELECT id FROM t'
GO
CREATE PROCEDURE truncating_p AS TRUNCATE TABLE log
GO
CREATE PROCEDURE creating_p AS CREATE TABLE made (id int)
GO
CREATE FUNCTION f () RETURNS int AS BEGIN RETURN (SELECT COUNT(*) FROM t) END
GO
CREATE USER u WITHOUT LOGIN
GRANT SELECT ON v TO u
GRANT EXECUTE ON p TO u
GRANT EXECUTE ON dynamic_p TO u
GRANT EXECUTE ON parameterized_p TO u
GRANT EXECUTE ON truncating_p TO u
GRANT EXECUTE ON creating_p TO u
GRANT EXECUTE ON f TO u
GO
EXECUTE AS USER = 'u'
SELECT id FROM t
SELECT id FROM v
EXEC p
EXEC inner_p
SELECT dbo.f() AS n
REVERT
SELECT COUNT(*) AS n FROM log
GO
--> Msg 229, Level 14, State 5, Line 2: The SELECT permission was denied on the object 't', database 'golden', schema 'dbo'.
--> id int
--> 1
--> id int
--> 1
--> (1 row)
--> (1 row)
--> (1 row)
--> s varchar(5)!
--> 'inner'
--> Msg 229, Level 14, State 5, Line 5: The EXECUTE permission was denied on the object 'inner_p', database 'golden', schema 'dbo'.
--> n int
--> 1
--> n int
--> 1
-- Dynamic SQL breaks the chain, and data definition has none.
EXECUTE AS USER = 'u'
EXEC dynamic_p
EXEC parameterized_p
EXEC truncating_p
EXEC creating_p
REVERT
GO
--> Msg 229, Level 14, State 5, Line 1: The SELECT permission was denied on the object 't', database 'golden', schema 'dbo'.
--> Msg 229, Level 14, State 5, Line 1: The SELECT permission was denied on the object 't', database 'golden', schema 'dbo'.
--> Msg 1088, Level 16, State 7, Procedure truncating_p, Line 1: Cannot find the object "log" because it does not exist or you do not have permissions.
--> Msg 262, Level 14, State 1, Procedure creating_p, Line 1: CREATE TABLE permission denied in database 'golden'.
-- Another owner breaks the chain too: of a schema, or of an object.
CREATE USER owner WITHOUT LOGIN
GO
CREATE SCHEMA s AUTHORIZATION owner
GO
CREATE TABLE s.t (id int)
GO
CREATE VIEW over_s AS SELECT id FROM s.t
GO
CREATE PROCEDURE of_s AS SELECT id FROM s.t
GO
GRANT SELECT ON over_s TO u
GRANT EXECUTE ON of_s TO u
GO
EXECUTE AS USER = 'u'
SELECT id FROM over_s
EXEC of_s
REVERT
GRANT SELECT ON s.t TO u
EXECUTE AS USER = 'u'
SELECT id FROM over_s
EXEC of_s
REVERT
GO
--> Msg 229, Level 14, State 5, Line 2: The SELECT permission was denied on the object 't', database 'golden', schema 's'.
--> Msg 229, Level 14, State 5, Procedure of_s, Line 1: The SELECT permission was denied on the object 't', database 'golden', schema 's'.
--> id int
--> id int
ALTER AUTHORIZATION ON OBJECT::t TO owner
SELECT USER_NAME(principal_id) AS owner FROM sys.objects WHERE name = 't' AND schema_id = 1
EXECUTE AS USER = 'u'
SELECT id FROM v
EXEC p
REVERT
EXECUTE AS USER = 'owner'
SELECT id FROM t
REVERT
ALTER AUTHORIZATION ON OBJECT::t TO SCHEMA OWNER
EXECUTE AS USER = 'u'
SELECT id FROM v
REVERT
GO
--> owner nvarchar(128)
--> 'owner'
--> Msg 229, Level 14, State 5, Line 4: The SELECT permission was denied on the object 't', database 'golden', schema 'dbo'.
--> Msg 229, Level 14, State 5, Procedure p, Line 2: The SELECT permission was denied on the object 't', database 'golden', schema 'dbo'.
--> Msg 229, Level 14, State 5, Procedure p, Line 3: The INSERT permission was denied on the object 't', database 'golden', schema 'dbo'.
--> Msg 229, Level 14, State 5, Procedure p, Line 4: The SELECT permission was denied on the object 't', database 'golden', schema 'dbo'.
--> Msg 229, Level 14, State 5, Procedure p, Line 4: The DELETE permission was denied on the object 't', database 'golden', schema 'dbo'.
--> s varchar(5)!
--> 'inner'
--> id int
--> 1
--> id int
--> 1
-- A synonym is a link of the chain like a view.
CREATE SYNONYM syn FOR t
GO
EXECUTE AS USER = 'u'
SELECT id FROM syn
REVERT
GRANT SELECT ON syn TO u
EXECUTE AS USER = 'u'
SELECT id FROM syn
REVERT
GO
--> Msg 229, Level 14, State 5, Line 2: The SELECT permission was denied on the object 'syn', database 'golden', schema 'dbo'.
--> id int
--> 1
-- Changes through a view.
GRANT INSERT, DELETE ON v TO u
GO
EXECUTE AS USER = 'u'
INSERT v VALUES (7)
DELETE v WHERE id = 7
UPDATE v SET id = 8
REVERT
GO
--> (1 row)
--> (1 row)
--> (1 row)
--> Msg 229, Level 14, State 5, Line 4: The UPDATE permission was denied on the object 'v', database 'golden', schema 'dbo'.
-- A temporary procedure is its user's own.
EXECUTE AS USER = 'u'
GO
CREATE PROCEDURE #p AS SELECT id FROM t
GO
EXEC #p
GO
--> Msg 229, Level 14, State 5, Procedure #p, Line 1: The SELECT permission was denied on the object 't', database 'golden', schema 'dbo'.
REVERT
GO
