/**
 * Old procedures for which there is a statement now: each quotes the names that it is given and executes the statement, as SQL Server's own do. So the
 * errors, locks and permissions are the statement's.
 */

import type { TextProcedure } from '../procedure.ts';
import { procedure } from '../text.ts';

/** A procedure that executes one statement, put together by an expression over its parameters. */
const statement = (name: string, parameters: string, expression: string): TextProcedure =>
  procedure(
    name,
    `
  ${parameters}
AS
  DECLARE @statement nvarchar(4000) = ${expression}
  EXEC (@statement)
  IF @@ERROR <> 0 RETURN 1
  RETURN 0`,
  );

const text = (value: string): string => `N'''' + REPLACE(${value}, N'''', N'''''') + N''''`;

const LOGINS: readonly TextProcedure[] = [
  statement(
    'sp_addlogin',
    "@loginame sysname, @passwd sysname = NULL, @defdb sysname = N'master', @deflanguage sysname = NULL, @sid varbinary(16) = NULL, @encryptopt varchar(20) = NULL",
    `N'CREATE LOGIN ' + QUOTENAME(@loginame) + N' WITH PASSWORD = ' + ${text("ISNULL(@passwd, N'')")} + N', DEFAULT_DATABASE = '
      + QUOTENAME(ISNULL(@defdb, N'master')) + ISNULL(N', DEFAULT_LANGUAGE = ' + QUOTENAME(@deflanguage), N'') + N', CHECK_POLICY = OFF'`,
  ),
  statement('sp_droplogin', '@loginame sysname', "N'DROP LOGIN ' + QUOTENAME(@loginame)"),
  statement('sp_grantlogin', '@loginame sysname', "N'CREATE LOGIN ' + QUOTENAME(@loginame) + N' FROM WINDOWS'"),
  statement('sp_revokelogin', '@loginame sysname', "N'DROP LOGIN ' + QUOTENAME(@loginame)"),
  statement('sp_denylogin', '@loginame sysname', "N'DENY CONNECT SQL TO ' + QUOTENAME(@loginame)"),
  statement(
    'sp_password',
    '@old sysname = NULL, @new sysname, @loginame sysname = NULL',
    `N'ALTER LOGIN ' + QUOTENAME(ISNULL(@loginame, SUSER_SNAME())) + N' WITH PASSWORD = ' + ${text("ISNULL(@new, N'')")}
      + ISNULL(N' OLD_PASSWORD = ' + ${text('@old')}, N'')`,
  ),
  statement(
    'sp_defaultdb',
    '@loginame sysname, @defdb sysname',
    "N'ALTER LOGIN ' + QUOTENAME(@loginame) + N' WITH DEFAULT_DATABASE = ' + QUOTENAME(@defdb)",
  ),
  statement(
    'sp_defaultlanguage',
    '@loginame sysname, @language sysname = NULL',
    "N'ALTER LOGIN ' + QUOTENAME(@loginame) + N' WITH DEFAULT_LANGUAGE = ' + QUOTENAME(ISNULL(@language, N'us_english'))",
  ),
  statement(
    'sp_addsrvrolemember',
    '@loginame sysname, @rolename sysname = NULL',
    "N'ALTER SERVER ROLE ' + QUOTENAME(@rolename) + N' ADD MEMBER ' + QUOTENAME(@loginame)",
  ),
  statement(
    'sp_dropsrvrolemember',
    '@loginame sysname, @rolename sysname = NULL',
    "N'ALTER SERVER ROLE ' + QUOTENAME(@rolename) + N' DROP MEMBER ' + QUOTENAME(@loginame)",
  ),
];

const CREATE_USER = "N'CREATE USER ' + QUOTENAME(ISNULL(@name_in_db, @loginame)) + N' FOR LOGIN ' + QUOTENAME(@loginame)";

const USERS: readonly TextProcedure[] = [
  statement('sp_grantdbaccess', '@loginame sysname, @name_in_db sysname = NULL OUTPUT', CREATE_USER),
  procedure(
    'sp_adduser',
    `
  @loginame sysname, @name_in_db sysname = NULL, @grpname sysname = NULL
AS
  DECLARE @statement nvarchar(4000) = ${CREATE_USER}
  EXEC (@statement)
  IF @@ERROR <> 0 RETURN 1
  IF @grpname IS NOT NULL
  BEGIN
    SET @statement = N'ALTER ROLE ' + QUOTENAME(@grpname) + N' ADD MEMBER ' + QUOTENAME(ISNULL(@name_in_db, @loginame))
    EXEC (@statement)
    IF @@ERROR <> 0 RETURN 1
  END
  RETURN 0`,
  ),
  statement('sp_revokedbaccess', '@name_in_db sysname', "N'DROP USER ' + QUOTENAME(@name_in_db)"),
  statement('sp_dropuser', '@name_in_db sysname', "N'DROP USER ' + QUOTENAME(@name_in_db)"),
  statement(
    'sp_addrole',
    '@rolename sysname, @ownername sysname = NULL',
    "N'CREATE ROLE ' + QUOTENAME(@rolename) + ISNULL(N' AUTHORIZATION ' + QUOTENAME(@ownername), N'')",
  ),
  statement('sp_addgroup', '@grpname sysname', "N'CREATE ROLE ' + QUOTENAME(@grpname)"),
  statement(
    'sp_addapprole',
    '@rolename sysname, @password sysname',
    `N'CREATE APPLICATION ROLE ' + QUOTENAME(@rolename) + N' WITH PASSWORD = ' + ${text('@password')}`,
  ),
  statement('sp_dropapprole', '@rolename sysname', "N'DROP APPLICATION ROLE ' + QUOTENAME(@rolename)"),
  statement(
    'sp_approlepassword',
    '@rolename sysname, @newpwd sysname',
    `N'ALTER APPLICATION ROLE ' + QUOTENAME(@rolename) + N' WITH PASSWORD = ' + ${text('@newpwd')}`,
  ),
  statement('sp_droprole', '@rolename sysname', "N'DROP ROLE ' + QUOTENAME(@rolename)"),
  statement('sp_dropgroup', '@rolename sysname', "N'DROP ROLE ' + QUOTENAME(@rolename)"),
  statement(
    'sp_addrolemember',
    '@rolename sysname, @membername sysname',
    "N'ALTER ROLE ' + QUOTENAME(@rolename) + N' ADD MEMBER ' + QUOTENAME(@membername)",
  ),
  statement(
    'sp_droprolemember',
    '@rolename sysname, @membername sysname',
    "N'ALTER ROLE ' + QUOTENAME(@rolename) + N' DROP MEMBER ' + QUOTENAME(@membername)",
  ),
  statement(
    'sp_changeobjectowner',
    '@objname nvarchar(776), @newowner sysname',
    `N'ALTER SCHEMA ' + QUOTENAME(@newowner) + N' TRANSFER ' + ISNULL(QUOTENAME(PARSENAME(@objname, 2)) + N'.', N'') + QUOTENAME(PARSENAME(@objname, 1))`,
  ),
];

/** The options of sp_dboption, and those of ALTER DATABASE that they became. */
const DATABASE_OPTIONS: readonly (readonly [string, string, string])[] = [
  ['ANSI null default', 'ANSI_NULL_DEFAULT ON', 'ANSI_NULL_DEFAULT OFF'],
  ['ANSI nulls', 'ANSI_NULLS ON', 'ANSI_NULLS OFF'],
  ['ANSI padding', 'ANSI_PADDING ON', 'ANSI_PADDING OFF'],
  ['ANSI warnings', 'ANSI_WARNINGS ON', 'ANSI_WARNINGS OFF'],
  ['arithabort', 'ARITHABORT ON', 'ARITHABORT OFF'],
  ['auto create statistics', 'AUTO_CREATE_STATISTICS ON', 'AUTO_CREATE_STATISTICS OFF'],
  ['auto update statistics', 'AUTO_UPDATE_STATISTICS ON', 'AUTO_UPDATE_STATISTICS OFF'],
  ['autoclose', 'AUTO_CLOSE ON', 'AUTO_CLOSE OFF'],
  ['autoshrink', 'AUTO_SHRINK ON', 'AUTO_SHRINK OFF'],
  ['concat null yields null', 'CONCAT_NULL_YIELDS_NULL ON', 'CONCAT_NULL_YIELDS_NULL OFF'],
  ['cursor close on commit', 'CURSOR_CLOSE_ON_COMMIT ON', 'CURSOR_CLOSE_ON_COMMIT OFF'],
  ['db chaining', 'DB_CHAINING ON', 'DB_CHAINING OFF'],
  ['dbo use only', 'RESTRICTED_USER', 'MULTI_USER'],
  ['default to local cursor', 'CURSOR_DEFAULT LOCAL', 'CURSOR_DEFAULT GLOBAL'],
  ['numeric roundabort', 'NUMERIC_ROUNDABORT ON', 'NUMERIC_ROUNDABORT OFF'],
  ['offline', 'OFFLINE', 'ONLINE'],
  ['quoted identifier', 'QUOTED_IDENTIFIER ON', 'QUOTED_IDENTIFIER OFF'],
  ['read only', 'READ_ONLY', 'READ_WRITE'],
  ['recursive triggers', 'RECURSIVE_TRIGGERS ON', 'RECURSIVE_TRIGGERS OFF'],
  ['select into/bulkcopy', 'RECOVERY BULK_LOGGED', 'RECOVERY FULL'],
  ['single user', 'SINGLE_USER', 'MULTI_USER'],
  ['torn page detection', 'PAGE_VERIFY TORN_PAGE_DETECTION', 'PAGE_VERIFY NONE'],
  ['trunc. log on chkpt.', 'RECOVERY SIMPLE', 'RECOVERY FULL'],
];

const OPTION_ROWS = DATABASE_OPTIONS.map(([name, on, off]) => `(N'${name}', N'${on}', N'${off}')`).join(',\n    ');

/** An option may be abbreviated as long as it is the only one. */
const sp_dboption = `
  @dbname sysname = NULL, @optname varchar(35) = NULL, @optvalue varchar(10) = NULL
AS
  SET NOCOUNT ON
  DECLARE @options TABLE (name nvarchar(35), set_on nvarchar(60), set_off nvarchar(60))
  INSERT @options VALUES
    ${OPTION_ROWS}
  IF @dbname IS NULL
  BEGIN
    SELECT name AS [Settable database options:] FROM @options ORDER BY 1
    RETURN 0
  END
  IF DB_ID(@dbname) IS NULL
  BEGIN
    RAISERROR(15010, -1, -1, @dbname)
    RETURN 1
  END
  IF @optname IS NULL RETURN 0
  DECLARE @count int, @name nvarchar(35), @on nvarchar(60), @off nvarchar(60)
  SELECT @name = name, @on = set_on, @off = set_off FROM @options WHERE name LIKE @optname + N'%'
  SET @count = @@ROWCOUNT
  IF @count <> 1
  BEGIN
    RAISERROR(15011, -1, -1, @optname)
    RETURN 1
  END
  IF @optvalue IS NULL RETURN 0
  IF LOWER(@optvalue) NOT IN ('true', 'false', 'on', 'off')
  BEGIN
    RAISERROR(15241, -1, -1)
    RETURN 1
  END
  DECLARE @statement nvarchar(4000) = N'ALTER DATABASE ' + QUOTENAME(@dbname) + N' SET '
    + CASE WHEN LOWER(@optvalue) IN ('true', 'on') THEN @on ELSE @off END
  EXEC (@statement)
  IF @@ERROR <> 0 RETURN 1
  RETURN 0`;

const DATABASES: readonly TextProcedure[] = [
  procedure('sp_dboption', sp_dboption),
  statement(
    'sp_renamedb',
    '@dbname sysname, @newname sysname',
    "N'ALTER DATABASE ' + QUOTENAME(@dbname) + N' MODIFY NAME = ' + QUOTENAME(@newname)",
  ),
  statement(
    'sp_dbcmptlevel',
    '@dbname sysname = NULL, @new_cmptlevel tinyint = NULL OUTPUT',
    `N'ALTER DATABASE ' + QUOTENAME(ISNULL(@dbname, DB_NAME())) + N' SET COMPATIBILITY_LEVEL = ' + CONVERT(nvarchar(3), @new_cmptlevel)`,
  ),
  statement(
    'sp_changedbowner',
    '@loginame sysname, @map varchar(5) = NULL',
    "N'ALTER AUTHORIZATION ON DATABASE::' + QUOTENAME(DB_NAME()) + N' TO ' + QUOTENAME(@loginame)",
  ),
  statement(
    'sp_droptype',
    '@typename sysname',
    "N'DROP TYPE ' + ISNULL(QUOTENAME(PARSENAME(@typename, 2)) + N'.', N'') + QUOTENAME(PARSENAME(@typename, 1))",
  ),
];

export const STATEMENTS: readonly TextProcedure[] = [...LOGINS, ...USERS, ...DATABASES];
