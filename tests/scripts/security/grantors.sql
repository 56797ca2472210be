-- Who granted a permission is kept, and what he gave goes with what he had.
CREATE TABLE t (id int, n int)
CREATE USER ann WITHOUT LOGIN
CREATE USER bob WITHOUT LOGIN
CREATE USER cid WITHOUT LOGIN
CREATE USER eve WITHOUT LOGIN
CREATE ROLE sales AUTHORIZATION ann
GO
CREATE SCHEMA s AUTHORIZATION ann
GO
CREATE TABLE s.owned (id int)
GO
CREATE VIEW grants AS
SELECT OBJECT_NAME(major_id) AS thing, permission_name AS permission, state, USER_NAME(grantee_principal_id) AS grantee, USER_NAME(grantor_principal_id) AS grantor
FROM sys.database_permissions WHERE class = 1
GO
-- A chain from dbo over ann and bob to cid.
GRANT SELECT ON t TO ann WITH GRANT OPTION
GO
EXECUTE AS USER = 'ann'
GRANT SELECT ON t TO bob WITH GRANT OPTION
REVERT
EXECUTE AS USER = 'bob'
GRANT SELECT ON t TO cid
GRANT SELECT ON t TO ann
GRANT UPDATE ON t TO cid
REVERT
GRANT SELECT ON t TO cid
GO
--> Msg 15151, Level 16, State 1, Line 7: Cannot find the object 't', because it does not exist or you do not have permission.
SELECT * FROM grants ORDER BY grantee, grantor
EXEC sp_helprotect 't'
EXEC sp_helprotect 't', NULL, 'bob'
GO
--> thing nvarchar(128), permission nvarchar(128), state char(1)!, grantee nvarchar(128), grantor nvarchar(128)
--> 't' | 'SELECT' | 'G' | 'ann' | 'bob'
--> 't' | 'SELECT' | 'W' | 'ann' | 'dbo'
--> 't' | 'SELECT' | 'W' | 'bob' | 'ann'
--> 't' | 'SELECT' | 'G' | 'cid' | 'bob'
--> 't' | 'SELECT' | 'G' | 'cid' | 'dbo'
--> Owner nvarchar(128), Object nvarchar(128), Grantee nvarchar(128), Grantor nvarchar(128), ProtectType char(10), Action nvarchar(60), Column nvarchar(128)
--> 'dbo' | 't' | 'ann' | 'bob' | 'Grant     ' | 'Select' | '(All+New)'
--> 'dbo' | 't' | 'ann' | 'dbo' | 'Grant_WGO ' | 'Select' | '(All+New)'
--> 'dbo' | 't' | 'bob' | 'ann' | 'Grant_WGO ' | 'Select' | '(All+New)'
--> 'dbo' | 't' | 'cid' | 'bob' | 'Grant     ' | 'Select' | '(All+New)'
--> 'dbo' | 't' | 'cid' | 'dbo' | 'Grant     ' | 'Select' | '(All+New)'
--> Owner nvarchar(128), Object nvarchar(128), Grantee nvarchar(128), Grantor nvarchar(128), ProtectType char(10), Action nvarchar(60), Column nvarchar(128)
--> 'dbo' | 't' | 'ann' | 'bob' | 'Grant     ' | 'Select' | '(All+New)'
--> 'dbo' | 't' | 'cid' | 'bob' | 'Grant     ' | 'Select' | '(All+New)'
-- A revocation takes away what its own grantor gave.
REVOKE SELECT ON t FROM cid
SELECT grantee, grantor FROM grants WHERE grantee = 'cid'
REVOKE SELECT ON t FROM cid AS bob
SELECT grantee, grantor FROM grants WHERE grantee = 'cid'
GO
--> grantee nvarchar(128), grantor nvarchar(128)
--> 'cid' | 'bob'
--> grantee nvarchar(128), grantor nvarchar(128)
GRANT SELECT ON t TO cid AS bob
REVOKE SELECT ON t FROM ann
GO
--> Msg 4611, Level 16, State 1, Line 2: To revoke or deny grantable privileges, specify the CASCADE option.
REVOKE GRANT OPTION FOR SELECT ON t FROM ann
GO
--> Msg 4611, Level 16, State 1, Line 1: To revoke or deny grantable privileges, specify the CASCADE option.
DENY SELECT ON t TO ann
GO
--> Msg 4611, Level 16, State 1, Line 1: To revoke or deny grantable privileges, specify the CASCADE option.
-- Granting anew does not take the option away; revoking it takes what hung on it.
GRANT SELECT ON t TO ann
SELECT state FROM grants WHERE grantee = 'ann' AND grantor = 'dbo'
REVOKE GRANT OPTION FOR SELECT ON t FROM ann CASCADE
SELECT * FROM grants ORDER BY grantee, grantor
GO
--> state char(1)!
--> 'W'
--> thing nvarchar(128), permission nvarchar(128), state char(1)!, grantee nvarchar(128), grantor nvarchar(128)
--> 't' | 'SELECT' | 'G' | 'ann' | 'dbo'
-- DENY with CASCADE denies to them all.
GRANT SELECT ON t TO ann WITH GRANT OPTION
GRANT SELECT ON t TO bob AS ann
DENY SELECT ON t TO ann CASCADE
SELECT * FROM grants ORDER BY grantee, grantor
REVOKE SELECT ON t FROM ann
REVOKE SELECT ON t FROM bob AS ann
GO
--> thing nvarchar(128), permission nvarchar(128), state char(1)!, grantee nvarchar(128), grantor nvarchar(128)
--> 't' | 'SELECT' | 'D' | 'ann' | 'dbo'
--> 't' | 'SELECT' | 'D' | 'bob' | 'ann'
-- Who has the option through a role names the role.
GRANT UPDATE ON t TO sales WITH GRANT OPTION
ALTER ROLE sales ADD MEMBER bob
GO
EXECUTE AS USER = 'bob'
GRANT UPDATE ON t TO cid
GRANT UPDATE ON t TO cid AS sales
GRANT UPDATE ON t TO cid AS ann
GRANT UPDATE ON t TO cid AS missing
REVERT
GRANT UPDATE ON t TO cid AS eve
SELECT * FROM grants ORDER BY grantee, grantor
GO
--> Msg 15151, Level 16, State 1, Line 2: Cannot find the object 't', because it does not exist or you do not have permission.
--> Msg 4618, Level 16, State 1, Line 4: You do not have permission to use ann in the AS clause.
--> Msg 15151, Level 16, State 1, Line 5: Cannot find the user 'missing', because it does not exist or you do not have permission.
--> Msg 4613, Level 16, State 1, Line 7: Grantor does not have GRANT permission.
--> thing nvarchar(128), permission nvarchar(128), state char(1)!, grantee nvarchar(128), grantor nvarchar(128)
--> 't' | 'UPDATE' | 'G' | 'cid' | 'sales'
--> 't' | 'UPDATE' | 'W' | 'sales' | 'dbo'
-- The owner of what it is about is the grantor, whoever manages it for him.
GRANT SELECT ON s.owned TO bob
ALTER ROLE db_securityadmin ADD MEMBER eve
GO
EXECUTE AS USER = 'eve'
GRANT INSERT ON s.owned TO bob
REVERT
EXECUTE AS USER = 'ann'
GRANT DELETE ON s.owned TO bob
ALTER ROLE sales ADD MEMBER cid
REVERT
SELECT permission, grantor FROM grants WHERE thing = 'owned' ORDER BY permission
SELECT name, USER_NAME(owning_principal_id) AS owner FROM sys.database_principals WHERE name = 'sales'
GO
--> permission nvarchar(128), grantor nvarchar(128)
--> 'DELETE' | 'ann'
--> 'INSERT' | 'ann'
--> 'SELECT' | 'ann'
--> name nvarchar(128)!, owner nvarchar(128)
--> 'sales' | 'ann'
-- A grantor and an owner cannot be dropped; renamed they stay what they are.
DROP USER ann
GO
--> Msg 15138, Level 16, State 1, Line 2: The database principal owns a schema in the database, and cannot be dropped.
ALTER USER ann WITH NAME = anna
SELECT permission, grantor FROM grants WHERE thing = 'owned' ORDER BY permission
ALTER AUTHORIZATION ON SCHEMA::s TO dbo
DROP USER anna
GO
--> permission nvarchar(128), grantor nvarchar(128)
--> 'DELETE' | 'anna'
--> 'INSERT' | 'anna'
--> 'SELECT' | 'anna'
--> Msg 15421, Level 16, State 1, Line 4: The database principal owns a database role and cannot be dropped.
ALTER AUTHORIZATION ON ROLE::sales TO dbo
DROP USER anna
GO
--> Msg 15284, Level 16, State 1, Line 2: The database principal has granted or denied permissions to objects in the database and cannot be dropped.
-- The classes of securables.
CREATE TYPE ty FROM int
GRANT REFERENCES, CONTROL ON TYPE::ty TO cid
GRANT TAKE OWNERSHIP ON SCHEMA::s TO cid
GRANT IMPERSONATE ON USER::bob TO cid
GRANT ALTER ON ROLE::sales TO cid
GRANT CONNECT ON DATABASE::golden TO cid
GO
SELECT class, class_desc, type, permission_name FROM sys.database_permissions WHERE grantee_principal_id = USER_ID('cid') AND class <> 1 ORDER BY class, type
GO
--> class tinyint!, class_desc nvarchar(60), type char(4)!, permission_name nvarchar(128)
--> 0 | 'DATABASE' | 'CO  ' | 'CONNECT'
--> 3 | 'SCHEMA' | 'TO  ' | 'TAKE OWNERSHIP'
--> 4 | 'DATABASE_PRINCIPAL' | 'AL  ' | 'ALTER'
--> 4 | 'DATABASE_PRINCIPAL' | 'IM  ' | 'IMPERSONATE'
--> 6 | 'TYPE' | 'CL  ' | 'CONTROL'
--> 6 | 'TYPE' | 'RF  ' | 'REFERENCES'
GRANT SELECT ON USER::bob TO cid
GO
--> Msg 4606, Level 16, State 1, Line 1: Granted or revoked privilege SELECT is not compatible with object.
GRANT ALTER ON ROLE::bob TO cid
GO
--> Msg 15151, Level 16, State 1, Line 1: Cannot find the role 'bob', because it does not exist or you do not have permission.
GRANT CONNECT ON DATABASE::master TO cid
GO
--> Msg 15151, Level 16, State 1, Line 1: Cannot find the database 'master', because it does not exist or you do not have permission.
-- On the server, logins grant.
USE master
CREATE LOGIN grantor_ann WITH PASSWORD = 'An0ther!pass'
CREATE LOGIN grantor_bob WITH PASSWORD = 'An0ther!pass'
CREATE SERVER ROLE grantor_role
GRANT VIEW SERVER STATE TO grantor_ann WITH GRANT OPTION
GRANT ALTER ON LOGIN::grantor_bob TO grantor_ann
GRANT CONTROL ON SERVER ROLE::grantor_role TO grantor_ann
GO
--> info 5701: Changed database context to 'master'.
EXECUTE AS LOGIN = 'grantor_ann'
GRANT VIEW SERVER STATE TO grantor_bob
GRANT ALTER TRACE TO grantor_bob
REVERT
GRANT VIEW SERVER STATE TO sysadmin
GO
--> Msg 4613, Level 16, State 1, Line 3: Grantor does not have GRANT permission.
--> Msg 4617, Level 16, State 1, Line 5: Cannot grant, deny or revoke permissions to or from special roles.
SELECT p.class_desc, p.permission_name, p.state_desc, e.name AS grantee, r.name AS grantor
FROM sys.server_permissions AS p
  JOIN sys.server_principals AS e ON e.principal_id = p.grantee_principal_id
  JOIN sys.server_principals AS r ON r.principal_id = p.grantor_principal_id
WHERE e.name LIKE 'grantor%' ORDER BY e.name, p.class_desc, p.permission_name
GO
--> class_desc nvarchar(60), permission_name nvarchar(128), state_desc nvarchar(60), grantee nvarchar(128)!, grantor nvarchar(128)!
--> 'SERVER' | 'CONNECT SQL' | 'GRANT' | 'grantor_ann' | 'sa'
--> 'SERVER' | 'VIEW SERVER STATE' | 'GRANT_WITH_GRANT_OPTION' | 'grantor_ann' | 'sa'
--> 'SERVER_PRINCIPAL' | 'ALTER' | 'GRANT' | 'grantor_ann' | 'sa'
--> 'SERVER_PRINCIPAL' | 'CONTROL' | 'GRANT' | 'grantor_ann' | 'sa'
--> 'SERVER' | 'CONNECT SQL' | 'GRANT' | 'grantor_bob' | 'sa'
--> 'SERVER' | 'VIEW SERVER STATE' | 'GRANT' | 'grantor_bob' | 'grantor_ann'
DROP LOGIN grantor_ann
GO
--> Msg 15173, Level 16, State 1, Line 1: Server principal 'grantor_ann' has granted one or more permission(s). Revoke the permission(s) before dropping the server principal.
REVOKE VIEW SERVER STATE FROM grantor_ann CASCADE
SELECT COUNT(*) AS n FROM sys.server_permissions WHERE permission_name = 'VIEW SERVER STATE'
DROP LOGIN grantor_ann
DROP LOGIN grantor_bob
DROP SERVER ROLE grantor_role
USE golden
GO
--> n int
--> 0
--> info 5701: Changed database context to 'golden'.
