-- Owners of types, roles and server roles.
CREATE USER ann WITHOUT LOGIN
CREATE USER bob WITHOUT LOGIN
CREATE TYPE ty FROM int
CREATE TYPE tt AS TABLE (id int)
GO
ALTER AUTHORIZATION ON TYPE::ty TO ann
ALTER AUTHORIZATION ON TYPE::dbo.tt TO ann
SELECT name, USER_NAME(principal_id) AS owner FROM sys.types WHERE is_user_defined = 1 ORDER BY name
GO
--> name nvarchar(128)!, owner nvarchar(128)
--> 'tt' | 'ann'
--> 'ty' | 'ann'
EXECUTE AS USER = 'ann'
GRANT REFERENCES ON TYPE::ty TO bob
SELECT HAS_PERMS_BY_NAME('ty', 'TYPE', 'CONTROL') AS controls
DECLARE @t tt
SELECT COUNT(*) AS n FROM @t
REVERT
SELECT USER_NAME(grantor_principal_id) AS grantor FROM sys.database_permissions WHERE class = 6
GO
--> controls int
--> 1
--> n int
--> 0
--> grantor nvarchar(128)
--> 'ann'
DROP USER ann
GO
--> Msg 15138, Level 16, State 1, Line 1: The database principal owns a type in the database, and cannot be dropped.
ALTER USER ann WITH NAME = anna
SELECT name, USER_NAME(principal_id) AS owner FROM sys.types WHERE is_user_defined = 1 ORDER BY name
ALTER AUTHORIZATION ON TYPE::ty TO SCHEMA OWNER
ALTER AUTHORIZATION ON TYPE::tt TO SCHEMA OWNER
SELECT COUNT(principal_id) AS n FROM sys.types WHERE is_user_defined = 1
GO
--> name nvarchar(128)!, owner nvarchar(128)
--> 'tt' | 'anna'
--> 'ty' | 'anna'
--> n int
--> 0
--> info 8153: Warning: Null value is eliminated by an aggregate or other SET operation.
ALTER AUTHORIZATION ON TYPE::missing TO anna
GO
--> Msg 15151, Level 16, State 1, Line 1: Cannot find the type 'missing', because it does not exist or you do not have permission.
ALTER AUTHORIZATION ON TYPE::ty TO missing
GO
--> Msg 15151, Level 16, State 1, Line 1: Cannot find the user 'missing', because it does not exist or you do not have permission.
EXECUTE AS USER = 'bob'
ALTER AUTHORIZATION ON TYPE::tt TO bob
REVERT
GO
--> Msg 15151, Level 16, State 1, Line 2: Cannot find the type 'tt', because it does not exist or you do not have permission.
-- Server roles.
CREATE LOGIN owners_ann WITH PASSWORD = 'An0ther!pass'
CREATE LOGIN owners_bob WITH PASSWORD = 'An0ther!pass'
CREATE SERVER ROLE owners_role AUTHORIZATION owners_ann
ALTER SERVER ROLE owners_role ADD MEMBER owners_bob
SELECT r.name, o.name AS owner FROM sys.server_principals AS r JOIN sys.server_principals AS o ON o.principal_id = r.owning_principal_id WHERE r.name LIKE 'owners%'
GO
--> name nvarchar(128)!, owner nvarchar(128)!
--> 'owners_role' | 'owners_ann'
DROP LOGIN owners_ann
GO
--> Msg 15141, Level 16, State 1, Line 1: The server principal owns one or more server role(s) and cannot be dropped.
ALTER SERVER ROLE owners_role WITH NAME = owners_renamed
ALTER LOGIN owners_ann WITH NAME = owners_anna
SELECT IS_SRVROLEMEMBER('owners_renamed', 'owners_bob') AS member
SELECT r.name, o.name AS owner FROM sys.server_principals AS r JOIN sys.server_principals AS o ON o.principal_id = r.owning_principal_id WHERE r.name LIKE 'owners%'
ALTER AUTHORIZATION ON SERVER ROLE::owners_renamed TO sa
GO
--> member int
--> 1
--> name nvarchar(128)!, owner nvarchar(128)!
--> 'owners_renamed' | 'owners_anna'
ALTER SERVER ROLE sysadmin WITH NAME = owners_admin
GO
--> Msg 15150, Level 16, State 1, Line 1: Cannot alter the server role 'sysadmin'.
ALTER AUTHORIZATION ON SERVER ROLE::sysadmin TO sa
GO
--> Msg 15151, Level 16, State 1, Line 1: Cannot find the server role 'sysadmin', because it does not exist or you do not have permission.
EXECUTE AS USER = 'bob'
ALTER AUTHORIZATION ON SERVER ROLE::owners_renamed TO owners_bob
REVERT
GO
--> Msg 15151, Level 16, State 1, Line 2: Cannot find the server role 'owners_renamed', because it does not exist or you do not have permission.
DROP LOGIN owners_anna
DROP SERVER ROLE owners_renamed
ALTER SERVER ROLE owners_renamed DROP MEMBER owners_bob
DROP SERVER ROLE owners_renamed
DROP LOGIN owners_bob
GO
--> Msg 15144, Level 16, State 1, Line 2: The role has members. It must be empty before it can be dropped.
