/** Users, roles, logins and their permissions, in the old forms that administrators' scripts read. */

import type { TextProcedure } from '../procedure.ts';
import { procedure, valueRows } from '../text.ts';

const sp_helpuser = `
  @name_in_db sysname = NULL
AS
  SET NOCOUNT ON
  IF @name_in_db IS NOT NULL AND NOT EXISTS (SELECT * FROM sys.database_principals AS p WHERE p.name = @name_in_db)
  BEGIN
    RAISERROR(15198, -1, -1, @name_in_db)
    RETURN 1
  END
  IF EXISTS (SELECT * FROM sys.database_principals AS p WHERE p.name = @name_in_db AND p.type = 'R')
  BEGIN
    SELECT CONVERT(nvarchar(25), r.name) AS Role_name, CONVERT(int, r.principal_id) AS Role_id,
      CONVERT(nvarchar(25), u.name) AS Users_in_role, CONVERT(int, u.principal_id) AS Userid
    FROM sys.database_role_members AS m
      INNER JOIN sys.database_principals AS r ON r.principal_id = m.role_principal_id
      INNER JOIN sys.database_principals AS u ON u.principal_id = m.member_principal_id
    WHERE r.name = @name_in_db
    ORDER BY 1, 3
    RETURN 0
  END
  SELECT
    CONVERT(sysname, u.name) AS UserName,
    CONVERT(sysname, ISNULL(r.name, N'public')) AS RoleName,
    CONVERT(sysname, l.name) AS LoginName,
    CONVERT(sysname, l.default_database_name) AS DefDBName,
    CONVERT(sysname, u.default_schema_name) AS DefSchemaName,
    CONVERT(char(10), u.principal_id) AS UserID,
    CONVERT(varbinary(85), u.sid) AS SID
  FROM sys.database_principals AS u
    LEFT JOIN sys.database_role_members AS m ON m.member_principal_id = u.principal_id
    LEFT JOIN sys.database_principals AS r ON r.principal_id = m.role_principal_id
    LEFT JOIN sys.server_principals AS l ON l.sid = u.sid AND l.type <> 'R'
  WHERE u.type <> 'R' AND (@name_in_db IS NULL OR u.name = @name_in_db)
  ORDER BY 1, 2
  RETURN 0`;

/** 15409 for a name that is no role. */
const requireRole = (name: string): string => `
  IF ${name} IS NOT NULL AND NOT EXISTS (SELECT * FROM sys.database_principals AS p WHERE p.name = ${name} AND p.type IN ('R', 'A'))
  BEGIN
    RAISERROR(15409, -1, -1, ${name})
    RETURN 1
  END`;

const sp_helprole = `
  @rolename sysname = NULL
AS
  SET NOCOUNT ON${requireRole('@rolename')}
  SELECT CONVERT(sysname, p.name) AS RoleName, CONVERT(smallint, p.principal_id) AS RoleId,
    CONVERT(int, CASE p.type WHEN 'A' THEN 1 ELSE 0 END) AS IsAppRole
  FROM sys.database_principals AS p
  WHERE p.type IN ('R', 'A') AND (@rolename IS NULL OR p.name = @rolename)
  ORDER BY 2
  RETURN 0`;

const sp_helprolemember = `
  @rolename sysname = NULL
AS
  SET NOCOUNT ON${requireRole('@rolename')}
  SELECT CONVERT(sysname, r.name) AS DbRole, CONVERT(sysname, u.name) AS MemberName, CONVERT(varbinary(85), u.sid) AS MemberSID
  FROM sys.database_role_members AS m
    INNER JOIN sys.database_principals AS r ON r.principal_id = m.role_principal_id
    INNER JOIN sys.database_principals AS u ON u.principal_id = m.member_principal_id
  WHERE @rolename IS NULL OR r.name = @rolename
  ORDER BY 1, 2
  RETURN 0`;

const FIXED_SERVER_ROLES: readonly (readonly [string, string])[] = [
  ['sysadmin', 'System Administrators'],
  ['securityadmin', 'Security Administrators'],
  ['serveradmin', 'Server Administrators'],
  ['setupadmin', 'Setup Administrators'],
  ['processadmin', 'Process Administrators'],
  ['diskadmin', 'Disk Administrators'],
  ['dbcreator', 'Database Creators'],
  ['bulkadmin', 'Bulk Insert Administrators'],
];

const FIXED_DATABASE_ROLES: readonly (readonly [string, string])[] = [
  ['db_owner', 'DB Owners'],
  ['db_accessadmin', 'DB Access Administrators'],
  ['db_securityadmin', 'DB Security Administrators'],
  ['db_ddladmin', 'DB DDL Administrators'],
  ['db_backupoperator', 'DB Backup Operator'],
  ['db_datareader', 'DB Data Reader'],
  ['db_datawriter', 'DB Data Writer'],
  ['db_denydatareader', 'DB Deny Data Reader'],
  ['db_denydatawriter', 'DB Deny Data Writer'],
];

/** A list of fixed roles with their descriptions, or one of them. */
const fixedRoles = (parameter: string, column: string, roles: readonly (readonly [string, string])[]): string => `
  ${parameter} sysname = NULL
AS
  SET NOCOUNT ON
  DECLARE @roles TABLE (position int IDENTITY(1, 1), name sysname, description nvarchar(35))
  INSERT @roles (name, description) VALUES
    ${valueRows(roles)}
  IF ${parameter} IS NOT NULL AND NOT EXISTS (SELECT * FROM @roles WHERE name = ${parameter})
  BEGIN
    RAISERROR(15412, -1, -1, ${parameter})
    RETURN 1
  END
  SELECT CONVERT(sysname, name) AS ${column}, description AS Description FROM @roles
  WHERE ${parameter} IS NULL OR name = ${parameter} ORDER BY position
  RETURN 0`;

const sp_helpsrvrolemember = `
  @srvrolename sysname = NULL
AS
  SET NOCOUNT ON
  IF @srvrolename IS NOT NULL AND NOT EXISTS (SELECT * FROM sys.server_principals AS p WHERE p.name = @srvrolename AND p.type = 'R')
  BEGIN
    RAISERROR(15412, -1, -1, @srvrolename)
    RETURN 1
  END
  SELECT CONVERT(sysname, r.name) AS ServerRole, CONVERT(sysname, l.name) AS MemberName, CONVERT(varbinary(85), l.sid) AS MemberSID
  FROM sys.server_role_members AS m
    INNER JOIN sys.server_principals AS r ON r.principal_id = m.role_principal_id
    INNER JOIN sys.server_principals AS l ON l.principal_id = m.member_principal_id
  WHERE @srvrolename IS NULL OR r.name = @srvrolename
  ORDER BY 1, 2
  RETURN 0`;

const sp_helplogins = `
  @LoginNamePattern sysname = NULL
AS
  SET NOCOUNT ON
  IF @LoginNamePattern IS NOT NULL AND NOT EXISTS (SELECT * FROM sys.server_principals AS l WHERE l.type <> 'R' AND l.name = @LoginNamePattern)
  BEGIN
    RAISERROR(15007, -1, -1, @LoginNamePattern)
    RETURN 1
  END
  SELECT CONVERT(sysname, l.name) AS LoginName, CONVERT(varbinary(85), l.sid) AS SID, CONVERT(sysname, l.default_database_name) AS DefDBName,
    CONVERT(sysname, l.default_language_name) AS DefLangName,
    CONVERT(char(5), CASE WHEN EXISTS (SELECT * FROM sys.database_principals AS u WHERE u.sid = l.sid) THEN 'yes' ELSE 'NO' END) AS AUser,
    CONVERT(char(7), 'no') AS ARemote
  FROM sys.server_principals AS l
  WHERE l.type <> 'R' AND (@LoginNamePattern IS NULL OR l.name = @LoginNamePattern)
  ORDER BY 1
  SELECT CONVERT(sysname, l.name) AS LoginName, CONVERT(sysname, DB_NAME()) AS DBName, CONVERT(sysname, u.name) AS UserName,
    CONVERT(char(8), 'User') AS UserOrAlias
  FROM sys.server_principals AS l INNER JOIN sys.database_principals AS u ON u.sid = l.sid AND u.type <> 'R'
  WHERE l.type <> 'R' AND (@LoginNamePattern IS NULL OR l.name = @LoginNamePattern)
  UNION ALL
  SELECT l.name, DB_NAME(), r.name, 'MemberOf'
  FROM sys.server_principals AS l
    INNER JOIN sys.database_principals AS u ON u.sid = l.sid AND u.type <> 'R'
    INNER JOIN sys.database_role_members AS m ON m.member_principal_id = u.principal_id
    INNER JOIN sys.database_principals AS r ON r.principal_id = m.role_principal_id
  WHERE l.type <> 'R' AND (@LoginNamePattern IS NULL OR l.name = @LoginNamePattern)
  ORDER BY 1, 2, 4 DESC, 3
  RETURN 0`;

const sp_helprotect = `
  @name nvarchar(776) = NULL, @username sysname = NULL, @grantorname sysname = NULL, @permissionarea varchar(10) = 'o s'
AS
  SET NOCOUNT ON
  IF CHARINDEX('o', LOWER(@permissionarea)) = 0 AND CHARINDEX('s', LOWER(@permissionarea)) = 0
  BEGIN
    SET @permissionarea = UPPER(@permissionarea)
    RAISERROR(15300, -1, -1, @permissionarea, 'O,S')
    RETURN 1
  END
  IF PARSENAME(@name, 3) IS NOT NULL
  BEGIN
    RAISERROR(15302, -1, -1)
    RETURN 1
  END
  DECLARE @found TABLE (area int, Owner sysname NULL, Object sysname NULL, Grantee sysname NULL, Grantor sysname NULL,
    ProtectType char(10), [Action] nvarchar(60), [Column] sysname NULL)
  INSERT @found
  SELECT CASE p.class WHEN 1 THEN 0 ELSE 1 END,
    CASE p.class WHEN 1 THEN OBJECT_SCHEMA_NAME(p.major_id) ELSE N'.' END,
    CASE p.class WHEN 1 THEN OBJECT_NAME(p.major_id) ELSE N'.' END,
    USER_NAME(p.grantee_principal_id), USER_NAME(p.grantor_principal_id),
    CASE p.state WHEN 'D' THEN 'Deny' WHEN 'W' THEN 'Grant_WGO' ELSE 'Grant' END,
    CASE WHEN p.permission_name IN (N'SELECT', N'INSERT', N'UPDATE', N'DELETE', N'REFERENCES', N'EXECUTE')
      THEN LEFT(p.permission_name, 1) + LOWER(STUFF(p.permission_name, 1, 1, N''))
      WHEN LEFT(p.permission_name, 7) = N'CREATE ' THEN N'Create ' + SUBSTRING(p.permission_name, 8, 1) + LOWER(SUBSTRING(p.permission_name, 9, 50))
      ELSE p.permission_name END,
    CASE WHEN p.class = 1 AND p.minor_id > 0 THEN COL_NAME(p.major_id, p.minor_id)
      WHEN p.permission_name IN (N'SELECT', N'UPDATE', N'REFERENCES') THEN CASE OBJECTPROPERTY(p.major_id, 'IsUserTable') WHEN 1 THEN N'(All+New)' ELSE N'(All)' END
      ELSE N'.' END
  FROM sys.database_permissions AS p
  WHERE (p.class = 1 AND CHARINDEX('o', LOWER(@permissionarea)) > 0 OR p.class = 0 AND CHARINDEX('s', LOWER(@permissionarea)) > 0)
    AND (@name IS NULL OR p.class = 1 AND OBJECT_NAME(p.major_id) = PARSENAME(@name, 1)
        AND ISNULL(PARSENAME(@name, 2), OBJECT_SCHEMA_NAME(p.major_id)) = OBJECT_SCHEMA_NAME(p.major_id)
      OR p.class = 0 AND p.permission_name = @name)
    AND (@username IS NULL OR USER_NAME(p.grantee_principal_id) = @username)
    AND (@grantorname IS NULL OR USER_NAME(p.grantor_principal_id) = @grantorname)
  IF NOT EXISTS (SELECT * FROM @found)
  BEGIN
    RAISERROR(15330, -1, -1)
    RETURN 1
  END
  SELECT Owner, Object, Grantee, Grantor, ProtectType, [Action], [Column] FROM @found ORDER BY area, 1, 2, 3, 4, 5, 6, 7
  RETURN 0`;

export const PRINCIPAL_HELP: readonly TextProcedure[] = [
  procedure('sp_helpuser', sp_helpuser),
  procedure('sp_helprole', sp_helprole),
  procedure('sp_helprolemember', sp_helprolemember),
  procedure('sp_helpsrvrole', fixedRoles('@srvrolename', 'ServerRole', FIXED_SERVER_ROLES)),
  procedure('sp_helpdbfixedrole', fixedRoles('@rolename', 'DbFixedRole', FIXED_DATABASE_ROLES)),
  procedure('sp_helpsrvrolemember', sp_helpsrvrolemember),
  procedure('sp_helplogins', sp_helplogins),
  procedure('sp_helprotect', sp_helprotect),
];
