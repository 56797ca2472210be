-- A session that knows the password becomes an application role, and has its permissions instead of its own.
CREATE TABLE t (id int)
INSERT t VALUES (1)
CREATE TABLE mine (id int)
GO
--> (1 row)
CREATE APPLICATION ROLE app WITH PASSWORD = 'Appl!cation1', DEFAULT_SCHEMA = dbo
GRANT SELECT ON t TO app
EXEC sp_addapprole 'legacy', 'Appl!cation2'
SELECT name, type, type_desc, default_schema_name, authentication_type_desc FROM sys.database_principals WHERE name IN ('app', 'legacy')
SELECT name, isapprole FROM sys.sysusers WHERE name = 'app'
GO
--> name nvarchar(128)!, type char(1)!, type_desc nvarchar(60), default_schema_name nvarchar(128), authentication_type_desc nvarchar(60)
--> 'app' | 'A' | 'APPLICATION_ROLE' | 'dbo' | 'NONE'
--> 'legacy' | 'A' | 'APPLICATION_ROLE' | 'dbo' | 'NONE'
--> name nvarchar(128), isapprole int
--> 'app' | 1
-- What does not become one.
EXEC sp_setapprole 'app', 'wrong'
GO
--> Msg 15161, Level 16, State 1, Line 2: Cannot set application role 'app' because it does not exist or the password is incorrect.
EXEC sp_setapprole 'missing', 'wrong'
GO
--> Msg 15161, Level 16, State 1, Line 1: Cannot set application role 'missing' because it does not exist or the password is incorrect.
EXEC sp_unsetapprole 0x00
GO
--> Msg 15592, Level 16, State 1, Line 1: Cannot unset application role because none was set or the cookie is invalid.
CREATE APPLICATION ROLE app WITH PASSWORD = 'x'
GO
--> Msg 15023, Level 16, State 1, Line 1: User, group, or role 'app' already exists in the current database.
ALTER APPLICATION ROLE missing WITH NAME = other
GO
--> Msg 15151, Level 16, State 1, Line 1: Cannot alter the application role 'missing', because it does not exist or you do not have permission.
ALTER ROLE app ADD MEMBER dbo
GO
--> Msg 15405, Level 16, State 1, Line 1: Cannot use the special principal 'dbo'.
CREATE PROCEDURE becomes AS EXEC sp_setapprole 'app', 'Appl!cation1'
GO
EXEC becomes
GO
--> Msg 15422, Level 16, State 1, Procedure becomes, Line 1: Application roles can only be activated at the ad hoc level.
EXECUTE AS USER = 'app'
GO
--> Msg 15517, Level 16, State 1, Line 1: Cannot execute as the database principal because the principal "app" does not exist, this type of principal cannot be impersonated, or you do not have permission.
-- As the role.
EXEC sp_setapprole 'app', 'Appl!cation1'
GO
SELECT USER_NAME() AS u, SUSER_SNAME() AS login, CURRENT_USER AS cu, IS_MEMBER('db_owner') AS owner, IS_ROLEMEMBER('public') AS pub
SELECT id FROM t
SELECT id FROM mine
GO
--> u nvarchar(128), login nvarchar(128), cu nvarchar(128), owner int, pub int
--> 'app' | 'sa' | 'app' | 0 | 1
--> id int
--> 1
--> Msg 229, Level 14, State 5, Line 3: The SELECT permission was denied on the object 'mine', database 'golden', schema 'dbo'.
SELECT HAS_PERMS_BY_NAME('t', 'OBJECT', 'SELECT') AS t, HAS_PERMS_BY_NAME('mine', 'OBJECT', 'SELECT') AS mine, HAS_PERMS_BY_NAME(NULL, NULL, 'CONTROL SERVER') AS server, HAS_PERMS_BY_NAME('app', 'APPLICATION ROLE', 'CONTROL') AS role
GO
--> t int, mine int, server int, role int
--> 1 | 0 | 0 | 0
-- Other databases know it as guest.
SELECT HAS_DBACCESS('master') AS master, HAS_DBACCESS('model') AS model
SELECT DB_ID('master') AS id
USE model
GO
--> master int, model int
--> 1 | 0
--> id smallint
--> 1
--> Msg 916, Level 14, State 1, Line 4: The server principal "sa" is not able to access the database "model" under the current security context.
-- There is no way out without a cookie.
EXEC sp_unsetapprole 0x00
GO
--> Msg 15592, Level 16, State 1, Line 2: Cannot unset application role because none was set or the cookie is invalid.
EXEC sp_setapprole 'app', 'Appl!cation1'
GO
--> Msg 15422, Level 16, State 1, Line 1: Application roles can only be activated at the ad hoc level.
--! as second
-- With a cookie one comes back.
DECLARE @cookie varbinary(8000)
EXEC sp_setapprole 'app', 'Appl!cation1', @fCreateCookie = true, @cookie = @cookie OUTPUT
SELECT USER_NAME() AS u, DATALENGTH(@cookie) AS size
SELECT id FROM mine
EXEC sp_unsetapprole 0x1234
EXEC sp_unsetapprole @cookie
SELECT USER_NAME() AS u
SELECT id FROM mine
GO
--> u nvarchar(128), size int
--> 'app' | 100
--> Msg 229, Level 14, State 5, Line 6: The SELECT permission was denied on the object 'mine', database 'golden', schema 'dbo'.
--> Msg 15592, Level 16, State 1, Line 7: Cannot unset application role because none was set or the cookie is invalid.
--> u nvarchar(128)
--> 'dbo'
--> id int
--! as second
-- Changed and dropped.
ALTER APPLICATION ROLE app WITH NAME = renamed, PASSWORD = 'Other!pass1'
SELECT USER_NAME(grantee_principal_id) AS grantee FROM sys.database_permissions WHERE major_id = OBJECT_ID('t')
EXEC sp_approlepassword 'legacy', 'Changed!1'
EXEC sp_dropapprole 'legacy'
DROP APPLICATION ROLE IF EXISTS missing
DROP ROLE renamed
GO
--> grantee nvarchar(128)
--> 'renamed'
--> Msg 15151, Level 16, State 1, Line 8: Cannot drop the role 'renamed', because it does not exist or you do not have permission.
--! as second
DROP APPLICATION ROLE missing
GO
--> Msg 15151, Level 16, State 1, Line 2: Cannot drop the application role 'missing', because it does not exist or you do not have permission.
--! as second
SELECT HAS_PERMS_BY_NAME('renamed', 'APPLICATION ROLE', 'CONTROL') AS role, HAS_PERMS_BY_NAME('sysadmin', 'SERVER ROLE', 'ALTER') AS server_role
CREATE USER u WITHOUT LOGIN
GRANT ALTER ON APPLICATION ROLE::renamed TO u
GO
--> role int, server_role int
--> 1 | 1
--! as second
EXECUTE AS USER = 'u'
ALTER APPLICATION ROLE renamed WITH NAME = app
DROP APPLICATION ROLE app
CREATE APPLICATION ROLE app WITH PASSWORD = 'x'
SELECT HAS_PERMS_BY_NAME('app', 'APPLICATION ROLE', 'ALTER') AS alters, HAS_PERMS_BY_NAME('app', 'APPLICATION ROLE', 'CONTROL') AS controls, HAS_PERMS_BY_NAME('sysadmin', 'SERVER ROLE', 'ALTER') AS server_role
REVERT
GO
--> Msg 15247, Level 16, State 1, Line 5: User does not have permission to perform this action.
--> alters int, controls int, server_role int
--> NULL | NULL | 0
