/**
 * Extended procedures: those that answer from what the server knows, those that have nothing to list here (drives, devices, the registry), and those
 * that would reach into the operating system, which are refused by name.
 */

import type { TextProcedure } from '../procedure.ts';
import { procedure, valueRows } from '../text.ts';

const ANY = Array.from({ length: 8 }, (_, i) => `@p${i + 1} sql_variant = NULL`).join(', ');

/** On one line, since SQL Server reports line 1. */
const refused = (name: string, parameters = ANY): TextProcedure =>
  procedure(
    name,
    ` ${parameters} AS RAISERROR(N'Procedure ''%s'' is not supported in this version of Sprocket.', 16, 1, N'${name}') RETURN 1`,
  );

const succeeds = (name: string, parameters = ANY): TextProcedure => procedure(name, `\n  ${parameters}\nAS\n  RETURN 0`);

/** A list without rows; columns by name and type. */
const emptyList = (name: string, columns: readonly (readonly [string, string])[], parameters = ANY): TextProcedure =>
  procedure(
    name,
    `
  ${parameters}
AS
  SET NOCOUNT ON
  SELECT ${columns.map(([column, type]) => `CONVERT(${type}, NULL) AS [${column}]`).join(', ')} WHERE 1 = 0
  RETURN 0`,
  );

const FORMAT_ARGUMENTS = 20;
const numbered = (text: (i: number) => string): string => Array.from({ length: FORMAT_ARGUMENTS }, (_, i) => text(i + 1)).join(', ');

/** Only %s is known; an argument that is missing leaves its place as it is. */
const xp_sprintf = `
  @string varchar(8000) = NULL OUTPUT, @format varchar(8000) = NULL, ${numbered((i) => `@argument${i} varchar(8000) = NULL`)}
AS
  SET NOCOUNT ON
  DECLARE @result varchar(8000) = '', @rest varchar(8000) = @format, @at int, @number int = 1, @value varchar(8000)
  SET @at = CHARINDEX('%s', @rest)
  WHILE @at > 0
  BEGIN
    SET @value = CASE @number ${Array.from({ length: FORMAT_ARGUMENTS }, (_, i) => `WHEN ${i + 1} THEN @argument${i + 1}`).join(' ')} END
    SET @result = @result + LEFT(@rest, @at - 1) + ISNULL(@value, '%s')
    SET @rest = SUBSTRING(@rest, @at + 2, 8000)
    SET @number = @number + 1
    SET @at = CHARINDEX('%s', @rest)
  END
  SET @string = @result + @rest
  RETURN 0`;

/** Each %s takes what stands there up to the next blank. */
const xp_sscanf = `
  @string varchar(8000) = NULL, @format varchar(8000) = NULL, ${numbered((i) => `@argument${i} varchar(8000) = NULL OUTPUT`)}
AS
  SET NOCOUNT ON
  DECLARE @at int = CHARINDEX('%s', @format), @number int = 1, @value varchar(8000)
  WHILE @at > 0
  BEGIN
    IF LEFT(@string, @at - 1) <> LEFT(@format, @at - 1) BREAK
    SET @string = SUBSTRING(@string, @at, 8000)
    SET @format = SUBSTRING(@format, @at + 2, 8000)
    SET @value = LEFT(@string, CHARINDEX(' ', @string + ' ') - 1)
    ${Array.from({ length: FORMAT_ARGUMENTS }, (_, i) => `IF @number = ${i + 1} SET @argument${i + 1} = @value`).join('\n    ')}
    SET @string = SUBSTRING(@string, LEN(@value + '.'), 8000)
    SET @number = @number + 1
    SET @at = CHARINDEX('%s', @format)
  END
  RETURN 0`;

const LOGIN_SETTINGS = [
  ['login mode', 'Mixed'],
  ['default login', 'guest'],
  ['default domain', ''],
  ['audit level', 'failure'],
  ['set hostname', 'false'],
  ['map _', 'domain separator'],
  ['map $', 'NULL'],
  ['map #', '-'],
];

const xp_loginconfig = `
  @config_name sysname = NULL
AS
  SET NOCOUNT ON
  SELECT CONVERT(sysname, c.name) AS name, CONVERT(sysname, c.value) AS [config value]
  FROM (VALUES ${valueRows(LOGIN_SETTINGS)}) AS c(name, value)
  WHERE @config_name IS NULL OR c.name = @config_name
  RETURN 0`;

const xp_getnetname = `
  @netname sysname = NULL OUTPUT
AS
  SET NOCOUNT ON
  SET @netname = CONVERT(sysname, SERVERPROPERTY('MachineName'))
  SELECT @netname AS [Server Net Name]
  RETURN 0`;

/** The server runs, and there is no other service. */
const xp_servicecontrol = `
  @action varchar(20), @service nvarchar(128)
AS
  SET NOCOUNT ON
  IF LOWER(@action) <> 'querystate'
  BEGIN
    RAISERROR(N'Procedure ''%s'' is not supported in this version of Sprocket.', 16, 1, N'xp_servicecontrol')
    RETURN 1
  END
  SELECT CONVERT(varchar(40), CASE WHEN UPPER(@service) LIKE N'MSSQL%' THEN 'Running.' ELSE 'Stopped.' END) AS [Current Service State]
  RETURN 0`;

const LOG_COLUMNS = [
  ['LogDate', 'datetime'],
  ['ProcessInfo', 'nvarchar(12)'],
  ['Text', 'nvarchar(4000)'],
] as const;

const LOG_LIST_COLUMNS = [
  ['Archive #', 'int'],
  ['Date', 'nvarchar(20)'],
  ['Log File Size (Byte)', 'bigint'],
] as const;

const VALUES = [
  ['Value', 'nvarchar(512)'],
  ['Data', 'nvarchar(512)'],
] as const;

export const EXTENDED_PROCEDURES: readonly TextProcedure[] = [
  procedure('xp_sprintf', xp_sprintf),
  procedure('xp_sscanf', xp_sscanf),
  procedure('xp_loginconfig', xp_loginconfig),
  procedure('xp_getnetname', xp_getnetname),
  procedure('xp_servicecontrol', xp_servicecontrol),
  succeeds('xp_logevent', "@error int, @message nvarchar(2048), @severity varchar(20) = 'informational'"),
  emptyList('xp_readerrorlog', LOG_COLUMNS),
  emptyList('sp_readerrorlog', LOG_COLUMNS, '@p1 int = 0, @p2 int = NULL, @p3 nvarchar(255) = NULL, @p4 nvarchar(255) = NULL'),
  emptyList('xp_enumerrorlogs', LOG_LIST_COLUMNS),
  emptyList('sp_enumerrorlogs', LOG_LIST_COLUMNS, '@p1 int = NULL'),
  emptyList('xp_fixeddrives', [
    ['drive', 'char(1)'],
    ['MB free', 'int'],
  ]),
  emptyList('xp_availablemedia', [
    ['name', 'nvarchar(255)'],
    ['low free', 'int'],
    ['high free', 'int'],
    ['media type', 'tinyint'],
  ]),
  emptyList('xp_enumgroups', [
    ['group', 'sysname'],
    ['comment', 'nvarchar(255)'],
  ]),
  emptyList('xp_logininfo', [
    ['account name', 'sysname'],
    ['type', 'char(8)'],
    ['privilege', 'char(9)'],
    ['mapped login name', 'sysname'],
    ['permission path', 'sysname'],
  ]),
  emptyList('xp_regenumvalues', VALUES),
  emptyList('xp_instance_regenumvalues', VALUES),
  emptyList('xp_regenumkeys', [['Key', 'nvarchar(512)']]),
  emptyList('xp_instance_regenumkeys', [['Key', 'nvarchar(512)']]),
  ...[
    'xp_dirtree',
    'xp_subdirs',
    'xp_fileexist',
    'xp_create_subdir',
    'xp_delete_file',
    'xp_copy_file',
    'xp_copy_files',
    'xp_delete_files',
    'xp_regwrite',
    'xp_regdeletekey',
    'xp_regdeletevalue',
    'xp_regaddmultistring',
    'xp_regremovemultistring',
    'xp_instance_regwrite',
    'xp_instance_regdeletekey',
    'xp_instance_regdeletevalue',
    'xp_instance_regaddmultistring',
    'xp_instance_regremovemultistring',
    'xp_grantlogin',
    'xp_revokelogin',
    'xp_enum_oledb_providers',
    'xp_prop_oledb_provider',
    'xp_sqlmaint',
    'sp_addextendedproc',
    'sp_dropextendedproc',
    'sp_trace_setevent',
    'sp_trace_setfilter',
    'sp_trace_setstatus',
    'sp_trace_getdata',
    'sp_execute_external_script',
    'sp_attach_db',
    'sp_attach_single_file_db',
    'sp_detach_db',
    'sp_addumpdevice',
    'sp_create_plan_guide',
    'sp_create_plan_guide_from_handle',
    'sp_control_plan_guide',
    'sp_bindsession',
    'sp_getbindtoken',
    'sp_addserver',
    'sp_addremotelogin',
    'sp_setnetname',
    'sp_migrate_user_to_contained',
    'sp_cdc_enable_db',
    'sp_cdc_enable_table',
    'sp_audit_write',
  ].map((name) => refused(name)),
  refused(
    'sp_trace_create',
    '@traceid int = NULL OUTPUT, @options int = NULL, @tracefile nvarchar(245) = NULL, @maxfilesize bigint = NULL, @stoptime datetime = NULL, @filecount int = NULL',
  ),
];
