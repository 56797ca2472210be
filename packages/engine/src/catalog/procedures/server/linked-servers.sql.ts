/** What is known of linked servers, and the catalog procedures that would ask one of them, which none can be reached for. */

import type { TextProcedure } from '../procedure.ts';
import { procedure } from '../text.ts';

const requireServer = (name: string): string => `
  IF ${name} IS NOT NULL AND NOT EXISTS (SELECT * FROM sys.servers AS s WHERE s.name = ${name})
  BEGIN
    RAISERROR(15015, -1, -1, ${name})
    RETURN 1
  END`;

/** What sp_helpserver calls each switch, in its order. */
const STATUS = [
  ['is_remote_login_enabled', 'rpc'],
  ['is_rpc_out_enabled', 'rpc out'],
  ['is_data_access_enabled', 'data access'],
  ['is_collation_compatible', 'collation compatible'],
  ['uses_remote_collation', 'use remote collation'],
  ['lazy_schema_validation', 'lazy schema validation'],
]
  .map(([column, word]) => `CASE s.${column} WHEN 1 THEN ',${word}' ELSE '' END`)
  .join(' + ');

const sp_helpserver = `
  @server sysname = NULL, @optname varchar(35) = NULL, @show_topology varchar(1) = NULL
AS
  SET NOCOUNT ON${requireServer('@server')}
  SELECT CONVERT(sysname, s.name) AS name, CONVERT(sysname, s.name) AS network_name,
    CONVERT(varchar(70), STUFF(${STATUS}, 1, 1, '')) AS status, CONVERT(char(4), s.server_id) AS id,
    CONVERT(sysname, s.collation_name) AS collation_name, CONVERT(int, s.connect_timeout) AS connect_timeout,
    CONVERT(int, s.query_timeout) AS query_timeout
  FROM sys.servers AS s
  WHERE (@server IS NULL OR s.name = @server) AND (@optname IS NULL OR CHARINDEX(',' + @optname + ',', ${STATUS} + ',') > 0)
  ORDER BY 1
  RETURN 0`;

const sp_linkedservers = `
AS
  SET NOCOUNT ON
  SELECT CONVERT(sysname, s.name) AS SRV_NAME, CONVERT(nvarchar(128), s.provider) AS SRV_PROVIDERNAME,
    CONVERT(nvarchar(128), s.product) AS SRV_PRODUCT, CONVERT(nvarchar(4000), s.data_source) AS SRV_DATASOURCE,
    CONVERT(nvarchar(4000), s.provider_string) AS SRV_PROVIDERSTRING, CONVERT(nvarchar(4000), s.location) AS SRV_LOCATION,
    CONVERT(sysname, s.catalog) AS SRV_CAT
  FROM sys.servers AS s
  ORDER BY 1
  RETURN 0`;

const sp_helplinkedsrvlogin = `
  @rmtsrvname sysname = NULL, @locallogin sysname = NULL
AS
  SET NOCOUNT ON${requireServer('@rmtsrvname')}
  IF @locallogin IS NOT NULL AND SUSER_ID(@locallogin) IS NULL
  BEGIN
    RAISERROR(15007, -1, -1, @locallogin)
    RETURN 1
  END
  SELECT CONVERT(sysname, s.name) AS [Linked Server], CONVERT(sysname, p.name) AS [Local Login],
    CONVERT(smallint, l.uses_self_credential) AS [Is Self Mapping], CONVERT(sysname, l.remote_name) AS [Remote Login]
  FROM sys.linked_logins AS l
    INNER JOIN sys.servers AS s ON s.server_id = l.server_id
    LEFT JOIN sys.server_principals AS p ON p.principal_id = l.local_principal_id
  WHERE (@rmtsrvname IS NULL OR s.name = @rmtsrvname) AND (@locallogin IS NULL OR p.name = @locallogin)
  ORDER BY 1, 2
  RETURN 0`;

/** A procedure that asks a linked server for its catalog: naming an object there says why that is not possible. */
const remote = (name: string, server: string, parameters: string): TextProcedure =>
  procedure(
    name,
    `
  @${server} sysname${parameters}
AS
  DECLARE @statement nvarchar(400) = N'SELECT * FROM ' + QUOTENAME(@${server}) + N'.[master].[sys].[objects] WHERE 1 = 0'
  EXEC (@statement)
  RETURN 1`,
  );

const TABLE = ', @table_name sysname = NULL, @table_schema sysname = NULL, @table_catalog sysname = NULL';
const COLUMN = ', @column_name sysname = NULL';
const VERSION = ', @ODBCVer int = 2';

export const LINKED_SERVER_PROCEDURES: readonly TextProcedure[] = [
  procedure('sp_helpserver', sp_helpserver),
  procedure('sp_linkedservers', sp_linkedservers),
  procedure('sp_helplinkedsrvlogin', sp_helplinkedsrvlogin),
  remote('sp_testlinkedserver', 'servername', ''),
  remote('sp_catalogs', 'server_name', ''),
  remote('sp_tables_ex', 'table_server', `${TABLE}, @table_type sysname = NULL, @fUsePattern bit = 1`),
  remote('sp_columns_ex', 'table_server', `${TABLE}${COLUMN}${VERSION}`),
  remote('sp_columns_ex_100', 'table_server', `${TABLE}${COLUMN}${VERSION}, @fUsePattern bit = 1`),
  remote('sp_primarykeys', 'table_server', TABLE),
  remote(
    'sp_foreignkeys',
    'table_server',
    ', @pktab_name sysname = NULL, @pktab_schema sysname = NULL, @pktab_catalog sysname = NULL, @fktab_name sysname = NULL, @fktab_schema sysname = NULL, @fktab_catalog sysname = NULL',
  ),
  remote('sp_indexes', 'table_server', `${TABLE}, @index_name sysname = NULL, @is_unique bit = NULL`),
  remote('sp_table_privileges_ex', 'table_server', `${TABLE}, @fUsePattern bit = 1`),
  remote('sp_column_privileges_ex', 'table_server', `${TABLE}${COLUMN}, @fUsePattern bit = 1`),
];
