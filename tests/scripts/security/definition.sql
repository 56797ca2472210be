-- Data definition asks for permissions of its own.
CREATE TABLE t (id int, n int)
CREATE INDEX ix ON t (n)
CREATE TYPE ty FROM int
CREATE USER u WITHOUT LOGIN
CREATE USER other WITHOUT LOGIN
CREATE ROLE r
GO
CREATE VIEW v AS SELECT 1 AS a
GO
CREATE PROCEDURE p AS SELECT 1 AS a
GO
CREATE SEQUENCE seq
GO
CREATE SCHEMA s
GO
CREATE TRIGGER tr ON t AFTER INSERT AS PRINT 'fired'
GO
EXECUTE AS USER = 'u'
GO
CREATE TABLE made (id int)
GO
--> Msg 262, Level 14, State 1, Line 1: CREATE TABLE permission denied in database 'golden'.
SELECT 1 AS a INTO made
GO
--> Msg 262, Level 14, State 1, Line 1: CREATE TABLE permission denied in database 'golden'.
CREATE VIEW made AS SELECT 1 AS a
GO
--> Msg 262, Level 14, State 1, Procedure made, Line 1: CREATE VIEW permission denied in database 'golden'.
CREATE PROCEDURE made AS SELECT 1 AS a
GO
--> Msg 262, Level 14, State 18, Procedure made, Line 1: CREATE PROCEDURE permission denied in database 'golden'.
CREATE FUNCTION made () RETURNS int AS BEGIN RETURN 1 END
GO
--> Msg 262, Level 14, State 1, Procedure made, Line 1: CREATE FUNCTION permission denied in database 'golden'.
CREATE TYPE made FROM int
GO
--> Msg 262, Level 14, State 1, Line 1: CREATE TYPE permission denied in database 'golden'.
CREATE SEQUENCE made
GO
--> Msg 2760, Level 16, State 1, Line 1: The specified schema name "dbo" either does not exist or you do not have permission to use it.
CREATE SYNONYM made FOR t
GO
--> Msg 262, Level 14, State 1, Line 1: CREATE SYNONYM permission denied in database 'golden'.
CREATE SCHEMA made
GO
--> Msg 262, Level 14, State 1, Line 1: CREATE SCHEMA permission denied in database 'golden'.
CREATE TRIGGER made ON t AFTER INSERT AS PRINT 'made'
GO
--> Msg 8197, Level 16, State 4, Line 1: The object 't' does not exist or is invalid for this operation.
CREATE TRIGGER made ON DATABASE FOR CREATE_TABLE AS PRINT 'made'
GO
--> Msg 2104, Level 14, State 1, Line 1: Cannot create the trigger 'made', because you do not have permission.
CREATE TRIGGER made ON ALL SERVER FOR CREATE_TABLE AS PRINT 'made'
GO
--> Msg 2104, Level 14, State 1, Line 1: Cannot create the trigger 'made', because you do not have permission.
DROP TRIGGER made ON ALL SERVER
GO
--> Msg 3701, Level 14, State 20, Line 1: Cannot drop the trigger 'made', because it does not exist or you do not have permission.
CREATE INDEX made ON t (id)
GO
--> Msg 1088, Level 16, State 12, Line 1: Cannot find the object "t" because it does not exist or you do not have permissions.
ALTER TABLE t ADD extra int
GO
--> Msg 1088, Level 16, State 13, Line 1: Cannot find the object "t" because it does not exist or you do not have permissions.
ALTER PROCEDURE p AS SELECT 2 AS a
GO
--> Msg 3704, Level 16, State 1, Procedure p, Line 1: User does not have permission to perform this operation on procedure 'p'.
ALTER VIEW v AS SELECT 2 AS a
GO
--> Msg 3704, Level 16, State 1, Procedure v, Line 1: User does not have permission to perform this operation on view 'v'.
CREATE OR ALTER PROCEDURE p AS SELECT 2 AS a
GO
--> Msg 3704, Level 16, State 1, Procedure p, Line 1: User does not have permission to perform this operation on procedure 'p'.
ALTER SEQUENCE seq RESTART
GO
--> Msg 15151, Level 16, State 1, Line 1: Cannot alter the sequence object 'seq', because it does not exist or you do not have permission.
DISABLE TRIGGER tr ON t
GO
--> Msg 8197, Level 16, State 4, Line 1: The object 't' does not exist or is invalid for this operation.
DROP TABLE t
GO
--> Msg 3701, Level 14, State 20, Line 1: Cannot drop the table 't', because it does not exist or you do not have permission.
DROP VIEW v
GO
--> Msg 3701, Level 14, State 20, Line 1: Cannot drop the view 'v', because it does not exist or you do not have permission.
DROP PROCEDURE p
GO
--> Msg 3701, Level 14, State 20, Line 1: Cannot drop the procedure 'p', because it does not exist or you do not have permission.
DROP INDEX ix ON t
GO
--> Msg 3701, Level 11, State 5, Line 1: Cannot drop the index 't.ix', because it does not exist or you do not have permission.
DROP TRIGGER tr
GO
--> Msg 3701, Level 14, State 20, Line 1: Cannot drop the trigger 'tr', because it does not exist or you do not have permission.
DROP TYPE ty
GO
--> Msg 218, Level 16, State 1, Line 1: Could not find the type 'ty'. Either it does not exist or you do not have the necessary permission.
DROP SCHEMA s
GO
--> Msg 15151, Level 16, State 1, Line 1: Cannot drop the schema 's', because it does not exist or you do not have permission.
DROP SEQUENCE seq
GO
--> Msg 3701, Level 14, State 20, Line 1: Cannot drop the sequence object 'seq', because it does not exist or you do not have permission.
ALTER SCHEMA s TRANSFER t
GO
--> Msg 15151, Level 16, State 1, Line 1: Cannot alter the schema 's', because it does not exist or you do not have permission.
CREATE USER made WITHOUT LOGIN
GO
--> Msg 15247, Level 16, State 1, Line 1: User does not have permission to perform this action.
CREATE ROLE made
GO
--> Msg 15247, Level 16, State 1, Line 1: User does not have permission to perform this action.
CREATE LOGIN made WITH PASSWORD = 'Made!123'
GO
--> Msg 15247, Level 16, State 1, Line 1: User does not have permission to perform this action.
ALTER LOGIN sa WITH DEFAULT_DATABASE = master
GO
--> Msg 15151, Level 16, State 1, Line 1: Cannot alter the login 'sa', because it does not exist or you do not have permission.
DROP LOGIN sa
GO
--> Msg 15151, Level 16, State 1, Line 1: Cannot drop the login 'sa', because it does not exist or you do not have permission.
ALTER USER other WITH NAME = another
GO
--> Msg 15151, Level 16, State 1, Line 1: Cannot alter the user 'other', because it does not exist or you do not have permission.
DROP USER other
GO
--> Msg 15151, Level 16, State 1, Line 1: Cannot drop the user 'other', because it does not exist or you do not have permission.
ALTER ROLE r ADD MEMBER u
GO
--> Msg 15151, Level 16, State 1, Line 1: Cannot alter the role 'r', because it does not exist or you do not have permission.
ALTER ROLE db_owner ADD MEMBER u
GO
--> Msg 15151, Level 16, State 1, Line 1: Cannot alter the role 'db_owner', because it does not exist or you do not have permission.
DROP ROLE r
GO
--> Msg 15151, Level 16, State 1, Line 1: Cannot drop the role 'r', because it does not exist or you do not have permission.
ALTER SERVER ROLE sysadmin ADD MEMBER sa
GO
--> Msg 15151, Level 16, State 1, Line 1: Cannot alter the server role 'sysadmin', because it does not exist or you do not have permission.
GRANT SELECT ON t TO other
GO
--> Msg 15151, Level 16, State 1, Line 1: Cannot find the object 't', because it does not exist or you do not have permission.
GRANT CREATE TABLE TO other
GO
--> Msg 4613, Level 16, State 1, Line 1: Grantor does not have GRANT permission.
ALTER AUTHORIZATION ON t TO u
GO
--> Msg 15151, Level 16, State 1, Line 1: Cannot find the object 't', because it does not exist or you do not have permission.
CREATE DATABASE made
GO
--> Msg 262, Level 14, State 1, Line 1: CREATE DATABASE permission denied in database 'master'.
ALTER DATABASE golden SET RECOVERY SIMPLE
GO
--> Msg 5011, Level 14, State 9, Line 1: User does not have permission to alter database 'golden', the database does not exist, or the database is not in a state that allows access checks.
--> Msg 5069, Level 16, State 1, Line 1: ALTER DATABASE statement failed.
DROP DATABASE golden
GO
--> Msg 3701, Level 11, State 5, Line 1: Cannot drop the database 'golden', because it does not exist or you do not have permission.
EXEC sp_rename 't', 'renamed'
GO
--> Msg 15247, Level 16, State 1, Procedure sp_rename, Line 1: User does not have permission to perform this action.
EXEC sp_addrolemember 'db_owner', 'u'
GO
--> Msg 15151, Level 16, State 1, Line 1: Cannot alter the role 'db_owner', because it does not exist or you do not have permission.
DBCC CHECKDB
GO
--> Msg 2571, Level 14, State 10, Line 1: User 'u' does not have permission to run DBCC CHECKDB.
DBCC CHECKIDENT ('t')
GO
--> Msg 2557, Level 14, State 5, Line 1: User 'u' does not have permission to run DBCC CHECKIDENT for object 't'.
SET IDENTITY_INSERT t ON
GO
--> Msg 1088, Level 16, State 11, Line 1: Cannot find the object "t" because it does not exist or you do not have permissions.
CHECKPOINT
GO
--> Msg 262, Level 14, State 1, Line 1: CHECKPOINT permission denied in database 'golden'.
KILL 9999
GO
--> Msg 6102, Level 14, State 1, Line 1: User does not have permission to use the KILL statement.
-- Temporary tables are everybody's.
CREATE TABLE #t (id int)
INSERT #t VALUES (1)
SELECT id FROM #t
SELECT 1 AS a INTO #u
DROP TABLE #t
GO
--> (1 row)
--> id int
--> 1
--> (1 row)
REVERT
GO
-- The permission to create needs the schema too.
GRANT CREATE TABLE TO u
GO
EXECUTE AS USER = 'u'
CREATE TABLE made (id int)
REVERT
GRANT ALTER ON SCHEMA::s TO u
EXECUTE AS USER = 'u'
CREATE TABLE s.made (id int)
INSERT s.made VALUES (1)
DROP TABLE s.made
REVERT
GO
--> Msg 2760, Level 16, State 1, Line 2: The specified schema name "dbo" either does not exist or you do not have permission to use it.
--> Msg 229, Level 14, State 5, Line 7: The INSERT permission was denied on the object 'made', database 'golden', schema 's'.
-- A foreign key asks for REFERENCES on its table.
CREATE TABLE parent (id int PRIMARY KEY)
GO
EXECUTE AS USER = 'u'
CREATE TABLE s.child (id int REFERENCES parent (id))
REVERT
GRANT REFERENCES ON parent TO u
EXECUTE AS USER = 'u'
CREATE TABLE s.child (id int REFERENCES parent (id))
DROP TABLE s.child
REVERT
GO
--> Msg 229, Level 14, State 5, Line 2: The REFERENCES permission was denied on the object 'parent', database 'golden', schema 'dbo'.
--> Msg 1750, Level 16, State 1, Line 2: Could not create constraint or index. See previous errors.
-- What moves to another schema leaves its permissions behind.
GRANT SELECT ON parent TO other
ALTER SCHEMA s TRANSFER dbo.parent
SELECT COUNT(*) AS n FROM sys.database_permissions WHERE grantee_principal_id = USER_ID('other') AND permission_name = 'SELECT'
GO
--> n int
--> 0
-- A trigger runs as somebody only when its author may be him.
GRANT ALTER ON t TO u
GO
EXECUTE AS USER = 'u'
GO
CREATE TRIGGER as_dbo ON t WITH EXECUTE AS 'dbo' AFTER INSERT AS SELECT USER_NAME() AS u
GO
--> Msg 15517, Level 16, State 1, Line 1: Cannot execute as the database principal because the principal "dbo" does not exist, this type of principal cannot be impersonated, or you do not have permission.
REVERT
GO
-- Who alters an object need not own it.
EXECUTE AS USER = 'u'
ALTER TABLE t ADD extra int
TRUNCATE TABLE t
SELECT id FROM t
DROP TABLE t
REVERT
GO
--> Msg 229, Level 14, State 5, Line 5: The SELECT permission was denied on the object 't', database 'golden', schema 'dbo'.
--> Msg 3701, Level 14, State 20, Line 6: Cannot drop the table 't', because it does not exist or you do not have permission.
