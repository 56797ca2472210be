/** What cursors there are: sp_cursor_list, and sp_describe_cursor with its columns and tables. They answer through a cursor that they give back. */

import type { TextProcedure } from '../procedure.ts';
import { procedure } from '../text.ts';

const SUMMARY = `c.reference_name, c.cursor_name, c.cursor_scope, c.status, c.model, c.concurrency, c.scrollable, c.open_status, c.cursor_rows, c.fetch_status,
      c.column_count, c.row_count, c.last_operation, c.cursor_id AS cursor_handle`;

/** Those that the caller can name: its own local ones and variables, and the global ones. */
const OF_CALLER = 'c.session_id = @@SPID AND c.depth IN (-1, 1)';

/** The scope is 1 for local cursors, 2 for global ones, 3 for both. */
const sp_cursor_list = `
  @cursor_return cursor VARYING OUTPUT,
  @cursor_scope int
AS
  IF @cursor_scope IS NULL OR @cursor_scope NOT IN (1, 2, 3)
  BEGIN
    RAISERROR(16902, 10, 1, N'sp_cursor_list', N'cursor_scope')
    RETURN 1
  END
  SET @cursor_return = CURSOR LOCAL SCROLL STATIC FOR
    SELECT ${SUMMARY}
    FROM sys.[$cursors] AS c
    WHERE ${OF_CALLER} AND c.source <> N'api' AND (@cursor_scope = 3 OR c.cursor_scope = @cursor_scope)
    ORDER BY c.cursor_id, c.reference_name
  OPEN @cursor_return
  RETURN 0`;

/** \`select\` is the query behind the cursor that is given back; \`@handle\` is the cursor that it is about. */
const describing = (name: string, select: string): TextProcedure =>
  procedure(
    name,
    `
  @cursor_return cursor VARYING OUTPUT,
  @cursor_source nvarchar(30),
  @cursor_identity nvarchar(128)
AS
  DECLARE @handle int
  IF @cursor_source IS NULL OR LOWER(@cursor_source) NOT IN (N'local', N'global', N'variable')
  BEGIN
    DECLARE @state int = IIF(@cursor_source IS NULL, 40, 42)
    RAISERROR(16902, 16, @state, N'${name}', N'cursor_source')
    RETURN 1
  END
  IF @cursor_identity IS NULL
  BEGIN
    RAISERROR(16902, 16, 43, N'${name}', N'cursor_identity')
    RETURN 1
  END
  SELECT @handle = c.cursor_id
  FROM sys.[$cursors] AS c
  WHERE ${OF_CALLER} AND c.source = LOWER(@cursor_source) AND c.reference_name = @cursor_identity
  IF @handle IS NULL
  BEGIN
    RAISERROR(16916, 16, 4, @cursor_identity)
    RETURN 1
  END
  SET @cursor_return = CURSOR LOCAL SCROLL STATIC FOR
    ${select}
  OPEN @cursor_return
  RETURN 0`,
  );

export const CURSOR_PROCEDURES: readonly TextProcedure[] = [
  procedure('sp_cursor_list', sp_cursor_list),
  describing(
    'sp_describe_cursor',
    `SELECT ${SUMMARY}
    FROM sys.[$cursors] AS c
    WHERE ${OF_CALLER} AND c.source = LOWER(@cursor_source) AND c.reference_name = @cursor_identity`,
  ),
  describing(
    'sp_describe_cursor_columns',
    `SELECT p.column_name, p.ordinal_position, p.column_characteristics_flags, p.column_size, p.data_type_sql, p.column_precision, p.column_scale,
      p.order_position, p.order_direction, p.hidden_column, p.columnid, p.objectid, p.dbid, p.dbname
    FROM sys.[$cursor_columns] AS p
    WHERE p.cursor_id = @handle
    ORDER BY p.ordinal_position`,
  ),
  describing(
    'sp_describe_cursor_tables',
    `SELECT p.table_owner, p.table_name, p.optimizer_hint, p.lock_type, p.server_name, p.objectid, p.dbid, p.dbname
    FROM sys.[$cursor_tables] AS p
    WHERE p.cursor_id = @handle
    ORDER BY p.ordinal`,
  ),
];
