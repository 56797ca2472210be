-- What GRANT, DENY and REVOKE refuse.
CREATE TABLE t (id int)
CREATE USER u WITHOUT LOGIN
CREATE USER v WITHOUT LOGIN
CREATE ROLE r
GO
CREATE PROCEDURE p AS SELECT 1 AS a
GO
GRANT SELECT ON missing TO u
GO
--> Msg 15151, Level 16, State 1, Line 1: Cannot find the object 'missing', because it does not exist or you do not have permission.
GRANT SELECT ON t TO missing
GO
--> Msg 15151, Level 16, State 1, Line 1: Cannot find the user 'missing', because it does not exist or you do not have permission.
GRANT SELECT ON SCHEMA::missing TO u
GO
--> Msg 15151, Level 16, State 1, Line 1: Cannot find the schema 'missing', because it does not exist or you do not have permission.
GRANT EXECUTE ON t TO u
GO
--> Msg 4606, Level 16, State 1, Line 1: Granted or revoked privilege EXECUTE is not compatible with object.
GRANT SELECT ON p TO u
GO
--> Msg 4606, Level 16, State 1, Line 1: Granted or revoked privilege SELECT is not compatible with object.
GRANT SELECT ON t TO dbo
GO
--> Msg 4624, Level 16, State 1, Line 1: Cannot grant, deny, or revoke permissions to sa, dbo, entity owner, information_schema, sys, or yourself.
GRANT SELECT ON t TO sys
GO
--> Msg 4624, Level 16, State 1, Line 1: Cannot grant, deny, or revoke permissions to sa, dbo, entity owner, information_schema, sys, or yourself.
GRANT SELECT ON t TO db_datareader
GO
--> Msg 4617, Level 16, State 1, Line 1: Cannot grant, deny or revoke permissions to or from special roles.
GRANT VIEW SERVER STATE TO sa
GO
--> Msg 4621, Level 16, State 10, Line 1: Permissions at the server scope can only be granted when the current database is master
-- WITH GRANT OPTION lets others pass it on; taking it back needs CASCADE.
GRANT SELECT ON t TO u WITH GRANT OPTION
GO
EXECUTE AS USER = 'u'
GRANT SELECT ON t TO v
GRANT INSERT ON t TO v
GRANT SELECT ON t TO u
REVERT
EXECUTE AS USER = 'v'
SELECT id FROM t
REVERT
REVOKE SELECT ON t FROM u
GO
--> Msg 15151, Level 16, State 1, Line 3: Cannot find the object 't', because it does not exist or you do not have permission.
--> Msg 4624, Level 16, State 1, Line 4: Cannot grant, deny, or revoke permissions to sa, dbo, entity owner, information_schema, sys, or yourself.
--> id int
--> Msg 4611, Level 16, State 1, Line 9: To revoke or deny grantable privileges, specify the CASCADE option.
REVOKE GRANT OPTION FOR SELECT ON t FROM u CASCADE
EXECUTE AS USER = 'u'
SELECT id FROM t
GRANT SELECT ON t TO r
REVERT
REVOKE SELECT ON t FROM u CASCADE
GO
--> id int
--> Msg 15151, Level 16, State 1, Line 4: Cannot find the object 't', because it does not exist or you do not have permission.
-- ALL, and permissions on the database.
GRANT ALL ON p TO u
GRANT CREATE TABLE, VIEW DEFINITION TO u
DENY VIEW DEFINITION ON SCHEMA::dbo TO r
GO
SELECT USER_NAME(grantee_principal_id) AS grantee, class_desc, type, permission_name, state_desc
FROM sys.database_permissions WHERE grantee_principal_id > 4 ORDER BY grantee, class_desc, permission_name
GO
--> grantee nvarchar(128), class_desc nvarchar(60), type char(4)!, permission_name nvarchar(128), state_desc nvarchar(60)
--> 'r' | 'SCHEMA' | 'VW  ' | 'VIEW DEFINITION' | 'DENY'
--> 'u' | 'DATABASE' | 'CO  ' | 'CONNECT' | 'GRANT'
--> 'u' | 'DATABASE' | 'CRTB' | 'CREATE TABLE' | 'GRANT'
--> 'u' | 'DATABASE' | 'VW  ' | 'VIEW DEFINITION' | 'GRANT'
--> 'u' | 'OBJECT_OR_COLUMN' | 'EX  ' | 'EXECUTE' | 'GRANT'
--> 'v' | 'DATABASE' | 'CO  ' | 'CONNECT' | 'GRANT'
-- A revocation takes away grants and denials; what is dropped takes its permissions along.
REVOKE CREATE TABLE FROM u
DROP PROCEDURE p
SELECT permission_name FROM sys.database_permissions WHERE grantee_principal_id = USER_ID('u') ORDER BY permission_name
GO
--> permission_name nvarchar(128)
--> 'CONNECT'
--> 'VIEW DEFINITION'
-- A renamed user keeps what it has.
ALTER USER u WITH NAME = renamed
SELECT permission_name FROM sys.database_permissions WHERE grantee_principal_id = USER_ID('renamed') ORDER BY permission_name
GO
--> permission_name nvarchar(128)
--> 'CONNECT'
--> 'VIEW DEFINITION'
