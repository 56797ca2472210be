-- Logins, their users, and the databases that they may enter.
CREATE LOGIN security_ann WITH PASSWORD = 'An0ther!pass'
CREATE LOGIN security_bob WITH PASSWORD = 'An0ther!pass'
CREATE USER ann FOR LOGIN security_ann WITH DEFAULT_SCHEMA = s
CREATE DATABASE security_other
GO
CREATE SCHEMA s
GO
CREATE TABLE s.t (id int)
CREATE TABLE dbo.t (id int)
INSERT s.t VALUES (1)
INSERT dbo.t VALUES (2)
GRANT SELECT ON s.t TO ann
GRANT SELECT ON dbo.t TO ann
GO
--> (1 row)
--> (1 row)
-- The default schema is the user's.
EXECUTE AS USER = 'ann'
SELECT id FROM t
SELECT SCHEMA_NAME() AS s, USER_NAME() AS u, SUSER_SNAME() AS login
REVERT
SELECT id FROM t
GO
--> id int
--> 1
--> s nvarchar(128), u nvarchar(128), login nvarchar(128)
--> 's' | 'ann' | 'security_ann'
--> id int
--> 2
EXECUTE AS LOGIN = 'security_ann'
SELECT USER_NAME() AS u, SUSER_SNAME() AS login, ORIGINAL_LOGIN() AS original
SELECT id FROM t
SELECT name FROM security_other.sys.tables
USE security_other
USE master
SELECT USER_NAME() AS u
USE golden
SELECT USER_NAME() AS u
SELECT HAS_DBACCESS('golden') AS golden, HAS_DBACCESS('security_other') AS other, HAS_DBACCESS('master') AS master, HAS_DBACCESS('missing') AS missing
REVERT
GO
--> u nvarchar(128), login nvarchar(128), original nvarchar(128)
--> 'ann' | 'security_ann' | 'sa'
--> id int
--> 1
--> Msg 916, Level 14, State 1, Line 4: The server principal "security_ann" is not able to access the database "security_other" under the current security context.
--> Msg 916, Level 14, State 1, Line 5: The server principal "security_ann" is not able to access the database "security_other" under the current security context.
--> info 5701: Changed database context to 'master'.
--> u nvarchar(128)
--> 'guest'
--> info 5701: Changed database context to 'golden'.
--> u nvarchar(128)
--> 'ann'
--> golden int, other int, master int, missing int
--> 1 | 0 | 1 | NULL
-- A login without a user cannot be here at all.
EXECUTE AS LOGIN = 'security_bob'
GO
--> Msg 916, Level 14, State 1, Line 2: The server principal "security_bob" is not able to access the database "golden" under the current security context.
-- guest lets everybody in.
USE security_other
GO
--> info 5701: Changed database context to 'security_other'.
CREATE TABLE open_to_all (id int)
GRANT CONNECT TO guest
GRANT SELECT ON open_to_all TO guest
GO
USE golden
GO
--> info 5701: Changed database context to 'golden'.
EXECUTE AS LOGIN = 'security_ann'
SELECT id FROM security_other.dbo.open_to_all
REVERT
GO
--> id int
USE security_other
REVOKE CONNECT FROM guest
USE golden
GO
--> info 5701: Changed database context to 'security_other'.
--> info 5701: Changed database context to 'golden'.
-- A user of one database counts for nothing in another.
EXECUTE AS USER = 'ann'
SELECT id FROM security_other.dbo.open_to_all
USE security_other
REVERT
GO
--> Msg 916, Level 14, State 1, Line 3: The server principal "security_ann" is not able to access the database "security_other" under the current security context.
--> Msg 916, Level 14, State 1, Line 4: The server principal "security_ann" is not able to access the database "security_other" under the current security context.
-- REVERT belongs to the database of its EXECUTE AS.
EXECUTE AS USER = 'ann'
USE master
REVERT
USE golden
REVERT
SELECT USER_NAME() AS u
GO
--> info 5701: Changed database context to 'master'.
--> Msg 15199, Level 16, State 1, Line 4: The current security context cannot be reverted. Please switch to the original database where 'Execute As' was called and try it again.
--> info 5701: Changed database context to 'golden'.
--> u nvarchar(128)
--> 'dbo'
-- Chains end at the database.
USE security_other
GO
--> info 5701: Changed database context to 'security_other'.
CREATE USER ann FOR LOGIN security_ann
GO
CREATE PROCEDURE p AS SELECT id FROM golden.s.t
GO
CREATE PROCEDURE q AS SELECT id FROM golden.dbo.hidden
GO
GRANT EXECUTE ON p TO ann
GRANT EXECUTE ON q TO ann
GO
USE golden
GO
--> info 5701: Changed database context to 'golden'.
CREATE TABLE hidden (id int)
GO
EXECUTE AS LOGIN = 'security_ann'
EXEC security_other.dbo.p
EXEC security_other.dbo.q
REVERT
GO
--> id int
--> 1
--> Msg 229, Level 14, State 5, Procedure security_other.dbo.q, Line 1: The SELECT permission was denied on the object 'hidden', database 'golden', schema 'dbo'.
-- CONNECT can be taken away; a database belongs to its owner.
REVOKE CONNECT FROM ann
EXECUTE AS LOGIN = 'security_ann'
GO
--> Msg 916, Level 14, State 1, Line 3: The server principal "security_ann" is not able to access the database "golden" under the current security context.
GRANT CONNECT TO ann
ALTER AUTHORIZATION ON DATABASE::security_other TO security_bob
GO
USE security_other
EXECUTE AS LOGIN = 'security_bob'
SELECT USER_NAME() AS u
CREATE TABLE by_owner (id int)
SELECT IS_MEMBER('db_owner') AS owner, IS_SRVROLEMEMBER('sysadmin') AS sysadmin
REVERT
GO
--> info 5701: Changed database context to 'security_other'.
--> u nvarchar(128)
--> 'dbo'
--> owner int, sysadmin int
--> 1 | 0
-- A renamed login keeps its databases and users, and the name it had is nobody's.
ALTER LOGIN security_bob WITH NAME = security_rob
CREATE LOGIN security_bob WITH PASSWORD = 'An0ther!pass'
GO
USE security_other
EXECUTE AS LOGIN = 'security_rob'
SELECT USER_NAME() AS u
REVERT
GO
--> info 5701: Changed database context to 'security_other'.
--> u nvarchar(128)
--> 'dbo'
EXECUTE AS LOGIN = 'security_bob'
GO
--> Msg 916, Level 14, State 1, Line 1: The server principal "security_bob" is not able to access the database "security_other" under the current security context.
DROP LOGIN security_bob
ALTER LOGIN security_rob WITH NAME = security_bob
GO
-- Roles of the server.
USE master
ALTER SERVER ROLE dbcreator ADD MEMBER security_bob
GRANT VIEW SERVER STATE TO security_bob
GO
--> info 5701: Changed database context to 'master'.
EXECUTE AS LOGIN = 'security_bob'
SELECT IS_SRVROLEMEMBER('dbcreator') AS creator, IS_SRVROLEMEMBER('public') AS pub, IS_SRVROLEMEMBER('missing') AS missing
CREATE DATABASE security_made
SELECT SUSER_SNAME(owner_sid) AS owner FROM sys.databases WHERE name = 'security_made'
DROP DATABASE security_made
SELECT CASE WHEN COUNT(*) > 0 THEN 1 ELSE 0 END AS sees FROM sys.dm_os_sys_info
SELECT name FROM sys.server_principals WHERE name LIKE 'security%' ORDER BY name
CREATE LOGIN security_made WITH PASSWORD = 'Made!123'
ALTER LOGIN security_ann WITH PASSWORD = 'Stolen!123'
ALTER LOGIN security_bob WITH PASSWORD = 'Changed!123' OLD_PASSWORD = 'An0ther!pass'
REVERT
GO
--> creator int, pub int, missing int
--> 1 | 1 | NULL
--> owner nvarchar(128)
--> 'security_bob'
--> sees int!
--> 1
--> name nvarchar(128)!
--> 'security_bob'
--> 'securityadmin'
--> Msg 15247, Level 16, State 1, Line 8: User does not have permission to perform this action.
--> Msg 15151, Level 16, State 1, Line 9: Cannot alter the login 'security_ann', because it does not exist or you do not have permission.
-- A later login of the same name is somebody else.
DROP LOGIN security_ann
CREATE LOGIN security_ann WITH PASSWORD = 'An0ther!pass'
GO
USE golden
EXECUTE AS LOGIN = 'security_ann'
GO
--> info 5701: Changed database context to 'golden'.
--> Msg 916, Level 14, State 1, Line 2: The server principal "security_ann" is not able to access the database "golden" under the current security context.
ALTER USER ann WITH LOGIN = security_ann
EXECUTE AS LOGIN = 'security_ann'
SELECT USER_NAME() AS u
REVERT
GO
--> u nvarchar(128)
--> 'ann'
USE golden
DROP USER ann
DROP LOGIN security_bob
DROP DATABASE security_other
DROP LOGIN security_ann
DROP LOGIN security_bob
GO
--> info 5701: Changed database context to 'golden'.
--> Msg 15174, Level 16, State 1, Line 3: Login 'security_bob' owns one or more database(s). Change the owner of the database(s) before dropping the login.
