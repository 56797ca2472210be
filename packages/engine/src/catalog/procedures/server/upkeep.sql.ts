/** Procedures about the upkeep of a server that have nothing to do here and say so by succeeding, and those that list what there is none of. */

import { RESOLVE_OBJECT } from '../help/shared.ts';
import type { TextProcedure } from '../procedure.ts';
import { procedure, valueRows } from '../text.ts';

const succeeds = (name: string, parameters: string): TextProcedure =>
  procedure(name, parameters === '' ? '\nAS\n  RETURN 0' : `\n  ${parameters}\nAS\n  RETURN 0`);

const figure = (name: string, column = name.toLowerCase()): string =>
  `CONVERT(varchar(24), CONVERT(varchar(12), @@${name}) + '(0)') AS ${column}`;
const busy = (expression: string, name: string): string =>
  `CONVERT(varchar(25), CONVERT(varchar(12), ${expression}) + '(0)-0%') AS ${name}`;

/** Totals since the start; the figures in parentheses are those since the procedure last ran, which nothing keeps. */
const sp_monitor = `
AS
  SET NOCOUNT ON
  DECLARE @now datetime = GETDATE()
  SELECT @now AS last_run, @now AS current_run, CONVERT(int, 0) AS seconds
  SELECT ${busy('@@CPU_BUSY / 1000', 'cpu_busy')}, ${busy('@@IO_BUSY / 1000', 'io_busy')}, ${busy('@@IDLE / 1000', 'idle')}
  SELECT ${figure('PACK_RECEIVED', 'packets_received')}, ${figure('PACK_SENT', 'packets_sent')}, ${figure('PACKET_ERRORS', 'packet_errors')}
  SELECT ${figure('TOTAL_READ')}, ${figure('TOTAL_WRITE')}, ${figure('TOTAL_ERRORS')}, ${figure('CONNECTIONS')}
  RETURN 0`;

const sp_helpdevice = `
  @devname sysname = NULL
AS
  SET NOCOUNT ON
  IF @devname IS NOT NULL AND NOT EXISTS (SELECT * FROM sys.backup_devices AS d WHERE d.name = @devname)
  BEGIN
    RAISERROR(15012, -1, -1, @devname)
    RETURN 1
  END
  SELECT CONVERT(sysname, d.name) AS device_name, CONVERT(nvarchar(46), d.physical_name) AS physical_name,
    CONVERT(nvarchar(255), N'disk, backup device') AS description, CONVERT(int, 16) AS status, CONVERT(smallint, d.type) AS cntrltype,
    CONVERT(int, 0) AS [size]
  FROM sys.backup_devices AS d
  WHERE @devname IS NULL OR d.name = @devname
  ORDER BY 1
  RETURN 0`;

const sp_helpextendedproc = `
  @funcname sysname = NULL
AS
  SET NOCOUNT ON
  IF @funcname IS NOT NULL AND NOT EXISTS (SELECT * FROM sys.system_objects AS o WHERE o.name = @funcname AND o.name LIKE 'xp[_]%')
  BEGIN
    DECLARE @database sysname = DB_NAME()
    RAISERROR(15009, -1, -1, @funcname, @database)
    RETURN 1
  END
  SELECT CONVERT(sysname, o.name) AS name, CONVERT(nvarchar(255), N'(server internal)') AS dll
  FROM sys.system_objects AS o
  WHERE o.name LIKE 'xp[_]%' AND (@funcname IS NULL OR o.name = @funcname)
  ORDER BY 1
  RETURN 0`;

const rolePermissions = (
  name: string,
  parameter: string,
  column: string,
  rows: readonly (readonly [string, string])[],
  error: number,
): TextProcedure =>
  procedure(
    name,
    `
  @${parameter} sysname = NULL
AS
  SET NOCOUNT ON
  DECLARE @roles TABLE (role sysname, permission nvarchar(70), position int IDENTITY)
  INSERT @roles (role, permission) VALUES
    ${valueRows(rows)}
  IF @${parameter} IS NOT NULL AND NOT EXISTS (SELECT * FROM @roles WHERE role = @${parameter})
  BEGIN
    RAISERROR(${error}, -1, -1, @${parameter})
    RETURN 1
  END
  SELECT r.role AS ${column}, r.permission AS Permission FROM @roles AS r
  WHERE @${parameter} IS NULL OR r.role = @${parameter}
  ORDER BY r.position
  RETURN 0`,
  );

const DATABASE_ROLES: readonly (readonly [string, string])[] = [
  ['db_accessadmin', 'No permission to change security settings'],
  ['db_accessadmin', 'sp_addalias'],
  ['db_accessadmin', 'sp_adduser'],
  ['db_accessadmin', 'sp_dropalias'],
  ['db_accessadmin', 'sp_dropuser'],
  ['db_accessadmin', 'sp_grantdbaccess'],
  ['db_accessadmin', 'sp_revokedbaccess'],
  ['db_backupoperator', 'BACKUP DATABASE'],
  ['db_backupoperator', 'BACKUP LOG'],
  ['db_backupoperator', 'CHECKPOINT'],
  ['db_datareader', 'SELECT permission on any object'],
  ['db_datawriter', 'DELETE permission on any object'],
  ['db_datawriter', 'INSERT permission on any object'],
  ['db_datawriter', 'UPDATE permission on any object'],
  ['db_ddladmin', 'All DDL but GRANT, REVOKE, DENY'],
  ['db_ddladmin', 'REFERENCES permission on any table'],
  ['db_ddladmin', 'sp_changeobjectowner'],
  ['db_ddladmin', 'sp_procoption'],
  ['db_ddladmin', 'sp_recompile'],
  ['db_ddladmin', 'sp_rename'],
  ['db_ddladmin', 'sp_tableoption'],
  ['db_ddladmin', 'TRUNCATE TABLE'],
  ['db_denydatareader', 'No SELECT permission on any object'],
  ['db_denydatawriter', 'No DELETE permission on any object'],
  ['db_denydatawriter', 'No INSERT permission on any object'],
  ['db_denydatawriter', 'No UPDATE permission on any object'],
  ['db_owner', 'Add/drop to/from db_accessadmin'],
  ['db_owner', 'All DDL but GRANT, REVOKE, DENY'],
  ['db_owner', 'ALTER DATABASE'],
  ['db_owner', 'DROP DATABASE'],
  ['db_securityadmin', 'GRANT'],
  ['db_securityadmin', 'REVOKE'],
  ['db_securityadmin', 'DENY'],
  ['db_securityadmin', 'sp_addrole'],
  ['db_securityadmin', 'sp_addrolemember'],
  ['db_securityadmin', 'sp_droprole'],
  ['db_securityadmin', 'sp_droprolemember'],
];

const SERVER_ROLES: readonly (readonly [string, string])[] = [
  ['bulkadmin', 'Add member to bulkadmin'],
  ['bulkadmin', 'BULK INSERT'],
  ['dbcreator', 'Add member to dbcreator'],
  ['dbcreator', 'ALTER DATABASE'],
  ['dbcreator', 'CREATE DATABASE'],
  ['dbcreator', 'DROP DATABASE'],
  ['dbcreator', 'Extend database'],
  ['dbcreator', 'RESTORE DATABASE'],
  ['dbcreator', 'RESTORE LOG'],
  ['dbcreator', 'sp_renamedb'],
  ['diskadmin', 'Add member to diskadmin'],
  ['diskadmin', 'sp_addumpdevice'],
  ['diskadmin', 'sp_dropdevice'],
  ['processadmin', 'Add member to processadmin'],
  ['processadmin', 'KILL'],
  ['securityadmin', 'Add member to securityadmin'],
  ['securityadmin', 'Grant/deny/revoke CREATE DATABASE'],
  ['securityadmin', 'Read the error log'],
  ['securityadmin', 'sp_addlinkedsrvlogin'],
  ['securityadmin', 'sp_addlogin'],
  ['securityadmin', 'sp_defaultdb'],
  ['securityadmin', 'sp_droplogin'],
  ['securityadmin', 'sp_grantlogin'],
  ['securityadmin', 'sp_password'],
  ['serveradmin', 'Add member to serveradmin'],
  ['serveradmin', 'DBCC FREEPROCCACHE'],
  ['serveradmin', 'RECONFIGURE'],
  ['serveradmin', 'SHUTDOWN'],
  ['serveradmin', 'sp_configure'],
  ['serveradmin', 'sp_tableoption'],
  ['setupadmin', 'Add member to setupadmin'],
  ['setupadmin', 'Add/drop/configure linked servers'],
  ['setupadmin', 'Mark a stored procedure as startup'],
  ['sysadmin', 'Add extended procedures'],
  ['sysadmin', 'Add member to sysadmin'],
  ['sysadmin', 'All server roles and permissions'],
];

const emptyList = (name: string, parameters: string, columns: string): TextProcedure =>
  procedure(name, `\n  ${parameters}\nAS\n  SET NOCOUNT ON\n  SELECT ${columns} WHERE 1 = 0\n  RETURN 0`);

/** Users whose login does not exist are listed, linked to a login that is named, or to the one of their own name. */
const sp_change_users_login = `
  @Action varchar(10), @UserNamePattern sysname = NULL, @LoginName sysname = NULL, @Password sysname = NULL
AS
  SET NOCOUNT ON
  DECLARE @statement nvarchar(600)
  IF UPPER(@Action) = 'REPORT'
  BEGIN
    SELECT CONVERT(sysname, u.name) AS UserName, CONVERT(varbinary(85), u.sid) AS UserSID
    FROM sys.database_principals AS u
    WHERE u.type = 'S' AND u.principal_id > 4 AND u.authentication_type = 1 AND SUSER_SNAME(u.sid) IS NULL
    ORDER BY 1
    RETURN 0
  END
  IF UPPER(@Action) NOT IN ('UPDATE_ONE', 'AUTO_FIX')
  BEGIN
    RAISERROR(15286, -1, -1, @Action)
    RETURN 1
  END
  IF NOT EXISTS (SELECT * FROM sys.database_principals AS u WHERE u.name = @UserNamePattern AND u.type = 'S' AND u.principal_id > 4)
  BEGIN
    RAISERROR(15291, -1, -1, N'User', @UserNamePattern)
    RETURN 1
  END
  IF UPPER(@Action) = 'AUTO_FIX' SET @LoginName = @UserNamePattern
  IF SUSER_ID(@LoginName) IS NULL AND UPPER(@Action) = 'AUTO_FIX' AND @Password IS NOT NULL
  BEGIN
    SET @statement = N'CREATE LOGIN ' + QUOTENAME(@LoginName) + N' WITH PASSWORD = ' + QUOTENAME(@Password, '''')
    EXEC (@statement)
  END
  IF SUSER_ID(@LoginName) IS NULL
  BEGIN
    RAISERROR(15291, -1, -1, N'Login', @LoginName)
    RETURN 1
  END
  SET @statement = N'ALTER USER ' + QUOTENAME(@UserNamePattern) + N' WITH LOGIN = ' + QUOTENAME(@LoginName)
  EXEC (@statement)
  IF @@ERROR <> 0 RETURN 1
  RETURN 0`;

const sp_MShasdbaccess = `
AS
  SET NOCOUNT ON
  SELECT CONVERT(sysname, d.name) AS dbname, CONVERT(sysname, SUSER_SNAME(d.owner_sid)) AS owner
  FROM sys.databases AS d
  WHERE HAS_DBACCESS(d.name) = 1
  ORDER BY 1
  RETURN 0`;

/** Nothing is executed when a server starts. */
const sp_procoption = `
  @ProcName nvarchar(776), @OptionName varchar(35), @OptionValue varchar(12)
AS
  SET NOCOUNT ON
  DECLARE @objname nvarchar(776) = @ProcName${RESOLVE_OBJECT}
  IF LOWER(@OptionName) <> 'startup' OR LOWER(@OptionValue) NOT IN ('true', 'false', 'on', 'off')
  BEGIN
    RAISERROR(15600, -1, -1, 'sys.sp_procoption')
    RETURN 1
  END
  IF LOWER(@OptionValue) IN ('false', 'off') RETURN 0
  RAISERROR(N'Procedure ''%s'' is not supported in this version of Sprocket.', 16, 1, N'sp_procoption')
  RETURN 1`;

export const UPKEEP: readonly TextProcedure[] = [
  procedure('sp_monitor', sp_monitor),
  procedure('sp_helpdevice', sp_helpdevice),
  procedure('sp_helpextendedproc', sp_helpextendedproc),
  rolePermissions('sp_dbfixedrolepermission', 'rolename', 'DbFixedRole', DATABASE_ROLES, 15412),
  rolePermissions('sp_srvrolepermission', 'srvrolename', 'ServerRole', SERVER_ROLES, 15412),
  procedure('sp_change_users_login', sp_change_users_login),
  procedure('sp_MShasdbaccess', sp_MShasdbaccess),
  procedure('sp_procoption', sp_procoption),
  emptyList(
    'sp_helpntgroup',
    '@ntname sysname = NULL',
    'CONVERT(sysname, NULL) AS NTGroupName, CONVERT(smallint, NULL) AS NTGroupId, CONVERT(varbinary(85), NULL) AS SID, CONVERT(int, NULL) AS HasDbAccess',
  ),
  emptyList(
    'sp_helpremotelogin',
    '@remoteserver sysname = NULL, @remotename sysname = NULL',
    'CONVERT(sysname, NULL) AS [server], CONVERT(sysname, NULL) AS local_user_name, CONVERT(sysname, NULL) AS remote_user_name, CONVERT(sysname, NULL) AS options',
  ),
  procedure(
    'sp_validatelogins',
    '\nAS\n  SET NOCOUNT ON\n  SELECT CONVERT(varbinary(85), NULL) AS SID, CONVERT(sysname, NULL) AS [NT Login] WHERE 1 = 0\n  RETURN 0',
  ),
  succeeds('sp_cycle_errorlog', ''),
  succeeds('sp_flush_log', ''),
  succeeds('sp_clean_db_free_space', '@dbname sysname, @cleaning_delay int = 0'),
  succeeds('sp_clean_db_file_free_space', '@dbname sysname, @fileid int, @cleaning_delay int = 0'),
  succeeds('sp_invalidate_textptr', '@TextPtrValue varbinary(16) = NULL'),
  succeeds('sp_resetstatus', '@DBName sysname'),
  succeeds('sp_query_store_flush_db', ''),
  succeeds('sp_trace_generateevent', '@eventid int, @userinfo nvarchar(128) = NULL, @userdata varbinary(8000) = NULL'),
  succeeds('sp_xtp_control_proc_exec_stats', '@new_collection_value bit = NULL, @old_collection_value bit = NULL OUTPUT'),
  succeeds(
    'sp_xtp_control_query_exec_stats',
    '@new_collection_value bit = NULL, @database_id int = NULL, @xtp_object_id int = NULL, @old_collection_value bit = NULL OUTPUT',
  ),
  succeeds('sp_fulltext_service', '@action nvarchar(100) = NULL, @value sql_variant = NULL'),
  ...Array.from({ length: 10 }, (_, i) => succeeds(`sp_user_counter${i + 1}`, '@newvalue int')),
];
