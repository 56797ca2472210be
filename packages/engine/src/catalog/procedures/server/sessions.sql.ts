/** Who is connected and what holds locks: sp_who, sp_who2, sp_lock. */

import type { TextProcedure } from '../procedure.ts';
import { procedure } from '../text.ts';

const SESSIONS = `
  FROM sys.dm_exec_sessions AS s
    LEFT JOIN sys.dm_exec_requests AS r ON r.session_id = s.session_id`;

/** `@loginame` is a session's number, the word active, or a login. */
const FILTER = `
  WHERE @loginame IS NULL
    OR s.session_id = TRY_CONVERT(int, @loginame)
    OR (LOWER(@loginame) = N'active' AND r.session_id IS NOT NULL)
    OR s.login_name = @loginame`;

const REQUIRE_LOGIN = `
  IF TRY_CONVERT(int, @loginame) IS NULL AND LOWER(@loginame) <> N'active'
    AND NOT EXISTS (SELECT * FROM sys.server_principals AS l WHERE l.name = @loginame)
  BEGIN
    RAISERROR(15007, -1, -1, @loginame)
    RETURN 1
  END`;

const STATUS = `CASE WHEN r.session_id IS NULL THEN N'sleeping' WHEN r.blocking_session_id <> 0 THEN N'suspended' ELSE N'runnable' END`;

const sp_who = `
  @loginame sysname = NULL
AS
  SET NOCOUNT ON${REQUIRE_LOGIN}
  SELECT
    CONVERT(smallint, s.session_id) AS spid,
    CONVERT(smallint, 0) AS ecid,
    CONVERT(nchar(30), ${STATUS}) AS status,
    CONVERT(nvarchar(128), s.login_name) AS loginame,
    CONVERT(nchar(128), s.host_name) AS hostname,
    CONVERT(char(5), ISNULL(r.blocking_session_id, 0)) AS blk,
    CONVERT(nvarchar(128), DB_NAME(s.database_id)) AS dbname,
    CONVERT(nchar(26), ISNULL(r.command, N'AWAITING COMMAND')) AS cmd,
    CONVERT(int, 0) AS request_id${SESSIONS}${FILTER}
  ORDER BY s.session_id
  RETURN 0`;

const sp_who2 = `
  @loginame sysname = NULL
AS
  SET NOCOUNT ON${REQUIRE_LOGIN}
  SELECT
    CONVERT(char(5), s.session_id) AS SPID,
    CONVERT(nchar(30), CASE WHEN r.session_id IS NULL THEN N'sleeping' ELSE UPPER(${STATUS}) END) AS Status,
    CONVERT(nvarchar(128), s.login_name) AS [Login],
    CONVERT(nvarchar(128), ISNULL(NULLIF(s.host_name, N''), N'  .')) AS HostName,
    CONVERT(char(5), CASE WHEN ISNULL(r.blocking_session_id, 0) = 0 THEN '  .' ELSE CONVERT(char(5), r.blocking_session_id) END) AS BlkBy,
    CONVERT(nvarchar(128), DB_NAME(s.database_id)) AS DBName,
    CONVERT(nvarchar(32), ISNULL(r.command, N'AWAITING COMMAND')) AS Command,
    CONVERT(varchar(30), s.cpu_time) AS CPUTime,
    CONVERT(varchar(30), s.reads + s.writes) AS DiskIO,
    CONVERT(varchar(14), CONVERT(varchar(5), s.last_request_start_time, 101) + ' ' + CONVERT(varchar(8), s.last_request_start_time, 108)) AS LastBatch,
    CONVERT(nvarchar(128), s.program_name) AS ProgramName,
    CONVERT(char(5), s.session_id) AS SPID,
    CONVERT(char(5), 0) AS REQUESTID${SESSIONS}${FILTER}
  ORDER BY s.session_id
  RETURN 0`;

const sp_lock = `
  @spid1 int = NULL, @spid2 int = NULL
AS
  SET NOCOUNT ON
  SELECT
    CONVERT(smallint, l.request_session_id) AS spid,
    CONVERT(smallint, l.resource_database_id) AS dbid,
    CONVERT(int, CASE l.resource_type WHEN N'OBJECT' THEN l.resource_associated_entity_id ELSE 0 END) AS ObjId,
    CONVERT(smallint, 0) AS IndId,
    CONVERT(nchar(4), CASE l.resource_type WHEN N'DATABASE' THEN N'DB' WHEN N'OBJECT' THEN N'TAB' WHEN N'APPLICATION' THEN N'APP' ELSE l.resource_type END) AS [Type],
    CONVERT(nchar(32), l.resource_description) AS Resource,
    CONVERT(nvarchar(8), l.request_mode) AS Mode,
    CONVERT(nvarchar(5), l.request_status) AS Status
  FROM sys.dm_tran_locks AS l
  WHERE @spid1 IS NULL OR l.request_session_id IN (@spid1, @spid2)
  ORDER BY 1, 2, 3
  RETURN 0`;

export const SESSIONS_HELP: readonly TextProcedure[] = [
  procedure('sp_who', sp_who),
  procedure('sp_who2', sp_who2),
  procedure('sp_lock', sp_lock),
];
