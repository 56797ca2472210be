-- Logins, users and roles through the old procedures.
EXEC sp_addlogin 'golden_ann', 'a''b', 'master'
EXEC sp_addlogin 'golden_bob', 'secret'
EXEC sp_grantdbaccess 'golden_ann', 'ann'
EXEC sp_adduser 'golden_bob', 'bob', 'db_datareader'
EXEC sp_addrole 'readers'
EXEC sp_addrolemember 'readers', 'ann'
SELECT name, type_desc, default_schema_name FROM sys.database_principals WHERE principal_id BETWEEN 5 AND 16383 ORDER BY name
CREATE TABLE #members (DbRole sysname, MemberName sysname, MemberSID varbinary(85))
INSERT #members EXEC sp_helprolemember 'readers'
SELECT DbRole, MemberName FROM #members
GO
--> name nvarchar(128)!, type_desc nvarchar(60), default_schema_name nvarchar(128)
--> 'ann' | 'SQL_USER' | 'dbo'
--> 'bob' | 'SQL_USER' | 'dbo'
--> 'readers' | 'DATABASE_ROLE' | NULL
--> (1 row)
--> DbRole nvarchar(128)!, MemberName nvarchar(128)!
--> 'readers' | 'ann'

CREATE TABLE #users (UserName sysname, RoleName sysname, LoginName sysname NULL, DefDBName sysname NULL, DefSchemaName sysname NULL, UserID char(10), SID varbinary(85) NULL)
INSERT #users EXEC sp_helpuser
SELECT UserName, RoleName, LoginName, DefSchemaName FROM #users WHERE UserName IN ('ann', 'bob', 'dbo') ORDER BY 1
GO
--> (6 rows)
--> UserName nvarchar(128)!, RoleName nvarchar(128)!, LoginName nvarchar(128), DefSchemaName nvarchar(128)
--> 'ann' | 'readers' | 'golden_ann' | 'dbo'
--> 'bob' | 'db_datareader' | 'golden_bob' | 'dbo'
--> 'dbo' | 'db_owner' | 'sa' | 'dbo'

EXEC sp_helpuser 'nobody'
EXEC sp_helprole 'nobody'
EXEC sp_helpsrvrole 'nobody'
EXEC sp_addrolemember 'nobody', 'ann'
EXEC sp_addrolemember 'readers', 'nobody'
EXEC sp_addlogin 'golden_ann', 'x'
GO
--> Msg 15198, Level 16, State 1, Procedure sp_helpuser, Line 6: The name supplied (nobody) is not a user, role, or aliased login.
--> Msg 15409, Level 11, State 1, Procedure sp_helprole, Line 6: 'nobody' is not a role.
--> Msg 15412, Level 11, State 1, Procedure sp_helpsrvrole, Line 16: 'nobody' is not a known fixed role.
--> Msg 15151, Level 16, State 1, Line 1: Cannot alter the role 'nobody', because it does not exist or you do not have permission.
--> Msg 15151, Level 16, State 1, Line 1: Cannot add the principal 'nobody', because it does not exist or you do not have permission.
--> Msg 15025, Level 16, State 2, Line 1: The server principal 'golden_ann' already exists.

CREATE TABLE dbo.Shared (id int, name int)
GRANT SELECT ON dbo.Shared TO ann
DENY UPDATE ON dbo.Shared TO bob
GRANT CREATE TABLE TO readers
EXEC sp_helprotect 'Shared'
EXEC sp_helprotect @username = 'readers'
EXEC sp_helprotect 'nothing'
EXEC sp_helprotect @permissionarea = 'x'
GO
--> Owner nvarchar(128), Object nvarchar(128), Grantee nvarchar(128), Grantor nvarchar(128), ProtectType char(10), Action nvarchar(60), Column nvarchar(128)
--> 'dbo' | 'Shared' | 'ann' | 'dbo' | 'Grant     ' | 'Select' | '(All+New)'
--> 'dbo' | 'Shared' | 'bob' | 'dbo' | 'Deny      ' | 'Update' | '(All+New)'
--> Owner nvarchar(128), Object nvarchar(128), Grantee nvarchar(128), Grantor nvarchar(128), ProtectType char(10), Action nvarchar(60), Column nvarchar(128)
--> '.' | '.' | 'readers' | 'dbo' | 'Grant     ' | 'Create Table' | '.'
--> Msg 15330, Level 11, State 1, Procedure sp_helprotect, Line 39: There are no matching rows on which to report.
--> Msg 15300, Level 11, State 1, Procedure sp_helprotect, Line 7: No recognized letter is contained in the parameter value for General Permission Type (X). Valid letters are in this set: O,S .

EXEC sp_droprole 'readers'
EXEC sp_droprolemember 'readers', 'ann'
EXEC sp_droprole 'readers'
EXEC sp_revokedbaccess 'ann'
EXEC sp_dropuser 'bob'
EXEC sp_addsrvrolemember 'golden_ann', 'dbcreator'
INSERT #members EXEC sp_helpsrvrolemember 'dbcreator'
SELECT DbRole, MemberName FROM #members WHERE DbRole = 'dbcreator'
EXEC sp_dropsrvrolemember 'golden_ann', 'dbcreator'
EXEC sp_droplogin 'golden_ann'
EXEC sp_droplogin 'golden_bob'
EXEC sp_droplogin 'golden_bob'
GO
--> Msg 15144, Level 16, State 1, Line 1: The role has members. It must be empty before it can be dropped.
--> (1 row)
--> DbRole nvarchar(128)!, MemberName nvarchar(128)!
--> 'dbcreator' | 'golden_ann'
--> Msg 15151, Level 16, State 1, Line 1: Cannot drop the login 'golden_bob', because it does not exist or you do not have permission.

EXEC sp_helpsrvrole 'sysadmin'
EXEC sp_helpdbfixedrole 'db_ddladmin'
EXEC sp_helprole 'db_owner'
GO
--> ServerRole nvarchar(128), Description nvarchar(35)
--> 'sysadmin' | 'System Administrators'
--> DbFixedRole nvarchar(128), Description nvarchar(35)
--> 'db_ddladmin' | 'DB DDL Administrators'
--> RoleName nvarchar(128), RoleId smallint, IsAppRole int
--> 'db_owner' | 16384 | 0
