/** sp_helpindex, sp_helpconstraint, sp_helpstats and sp_helptrigger: what hangs on a table. */

import type { TextProcedure } from '../procedure.ts';
import { procedure } from '../text.ts';
import { RESOLVE_OBJECT } from './shared.ts';

const sp_helpindex = `
  @objname nvarchar(776)
AS
  SET NOCOUNT ON${RESOLVE_OBJECT}
  IF NOT EXISTS (SELECT * FROM sys.indexes AS i WHERE i.object_id = @id AND i.index_id > 0)
  BEGIN
    RAISERROR(15472, -1, -1, @objname)
    RETURN 0
  END
  SELECT
    CONVERT(sysname, i.name) AS index_name,
    CONVERT(varchar(210), CASE i.index_id WHEN 1 THEN 'clustered' ELSE 'nonclustered' END
      + CASE i.ignore_dup_key WHEN 1 THEN ', ignore duplicate keys' ELSE '' END
      + CASE i.is_unique WHEN 1 THEN ', unique' ELSE '' END
      + CASE i.is_primary_key WHEN 1 THEN ', primary key' ELSE '' END
      + CASE i.is_unique_constraint WHEN 1 THEN ', unique key' ELSE '' END
      + ' located on ' + ISNULL(d.name, N'PRIMARY')) AS index_description,
    CONVERT(nvarchar(2126), (SELECT STRING_AGG(COL_NAME(k.object_id, k.column_id) + CASE k.is_descending_key WHEN 1 THEN N'(-)' ELSE N'' END, N', ')
        WITHIN GROUP (ORDER BY k.key_ordinal)
      FROM sys.index_columns AS k
      WHERE k.object_id = i.object_id AND k.index_id = i.index_id AND k.key_ordinal > 0)) AS index_keys
  FROM sys.indexes AS i LEFT JOIN sys.data_spaces AS d ON d.data_space_id = i.data_space_id
  WHERE i.object_id = @id AND i.index_id > 0
  ORDER BY 1
  RETURN 0`;

const keyList = (columns: string): string => `STRING_AGG(${columns}, N', ')`;

const action = (column: string): string =>
  `CASE ${column} WHEN 0 THEN 'No Action' WHEN 1 THEN 'Cascade' WHEN 2 THEN 'Set Null' ELSE 'Set Default' END`;

/** Constraints of `@id` with what they are over; a foreign key is followed by a row that says what it references. */
const CONSTRAINTS = `
    SELECT CASE k.type WHEN 'PK' THEN N'PRIMARY KEY ' ELSE N'UNIQUE ' END
        + CASE i.type WHEN 1 THEN N'(clustered)' ELSE N'(non-clustered)' END AS constraint_type, k.name, 1 AS part,
      '(n/a)' AS delete_action, '(n/a)' AS update_action, '(n/a)' AS status_enabled, '(n/a)' AS status_for_replication,
      (SELECT ${keyList('COL_NAME(x.object_id, x.column_id)')} WITHIN GROUP (ORDER BY x.key_ordinal) FROM sys.index_columns AS x
        WHERE x.object_id = i.object_id AND x.index_id = i.index_id AND x.is_included_column = 0) AS keys
    FROM sys.key_constraints AS k
      INNER JOIN sys.indexes AS i ON i.object_id = k.parent_object_id AND i.index_id = k.unique_index_id
    WHERE k.parent_object_id = @id
    UNION ALL
    SELECT N'FOREIGN KEY', f.name, 1, ${action('f.delete_referential_action')}, ${action('f.update_referential_action')},
      CASE f.is_disabled WHEN 1 THEN 'Disabled' ELSE 'Enabled' END, 'Is_For_Replication',
      (SELECT ${keyList('COL_NAME(x.parent_object_id, x.parent_column_id)')} WITHIN GROUP (ORDER BY x.constraint_column_id)
        FROM sys.foreign_key_columns AS x WHERE x.constraint_object_id = f.object_id)
    FROM sys.foreign_keys AS f WHERE f.parent_object_id = @id
    UNION ALL
    SELECT N' ', f.name, 2, ' ', ' ', ' ', ' ',
      N'REFERENCES ' + @db + N'.' + OBJECT_SCHEMA_NAME(f.referenced_object_id) + N'.' + OBJECT_NAME(f.referenced_object_id) + N' ('
        + (SELECT ${keyList('COL_NAME(x.referenced_object_id, x.referenced_column_id)')} WITHIN GROUP (ORDER BY x.constraint_column_id)
            FROM sys.foreign_key_columns AS x WHERE x.constraint_object_id = f.object_id) + N')'
    FROM sys.foreign_keys AS f WHERE f.parent_object_id = @id
    UNION ALL
    SELECT N'EDGE CONSTRAINT', e.name, 1, 'No Action', '(n/a)', CASE e.is_disabled WHEN 1 THEN 'Disabled' ELSE 'Enabled' END, 'Is_For_Replication',
      N'CONNECTION (' + (SELECT STRING_AGG(@db + N'.' + OBJECT_SCHEMA_NAME(x.from_object_id) + N'.' + OBJECT_NAME(x.from_object_id) + N' TO '
        + @db + N'.' + OBJECT_SCHEMA_NAME(x.to_object_id) + N'.' + OBJECT_NAME(x.to_object_id), N', ') WITHIN GROUP (ORDER BY x.clause_number)
        FROM sys.edge_constraint_clauses AS x WHERE x.object_id = e.object_id) + N')'
    FROM sys.edge_constraints AS e WHERE e.parent_object_id = @id
    UNION ALL
    SELECT CASE c.parent_column_id WHEN 0 THEN N'CHECK Table Level ' ELSE N'CHECK on column ' + COL_NAME(@id, c.parent_column_id) END, c.name, 1,
      '(n/a)', '(n/a)', CASE c.is_disabled WHEN 1 THEN 'Disabled' ELSE 'Enabled' END, 'Is_For_Replication', c.definition
    FROM sys.check_constraints AS c WHERE c.parent_object_id = @id
    UNION ALL
    SELECT N'DEFAULT on column ' + COL_NAME(@id, d.parent_column_id), d.name, 1, '(n/a)', '(n/a)', '(n/a)', '(n/a)', d.definition
    FROM sys.default_constraints AS d WHERE d.parent_object_id = @id`;

const sp_helpconstraint = `
  @objname nvarchar(776), @nomsg varchar(5) = 'msg'
AS
  SET NOCOUNT ON${RESOLVE_OBJECT}
  IF @nomsg <> 'nomsg'
  BEGIN
    SELECT @objname AS [Object Name]
    PRINT ' '
  END
  IF EXISTS (SELECT * FROM sys.objects AS o WHERE o.parent_object_id = @id AND o.type IN ('C', 'D', 'EC', 'F', 'PK', 'UQ'))
    SELECT
      CONVERT(nvarchar(256), s.constraint_type) AS constraint_type,
      CONVERT(sysname, CASE s.part WHEN 1 THEN s.name ELSE N' ' END) AS constraint_name,
      CONVERT(varchar(11), s.delete_action) AS delete_action,
      CONVERT(varchar(11), s.update_action) AS update_action,
      CONVERT(varchar(8), s.status_enabled) AS status_enabled,
      CONVERT(varchar(19), s.status_for_replication) AS status_for_replication,
      CONVERT(nvarchar(2126), s.keys) AS constraint_keys
    FROM (${CONSTRAINTS}
    ) AS s
    ORDER BY s.name, s.part
  ELSE
    RAISERROR(15469, -1, -1, @objname)
  PRINT ' '
  IF EXISTS (SELECT * FROM sys.foreign_keys AS f WHERE f.referenced_object_id = @id)
    SELECT CONVERT(nvarchar(516), @db + N'.' + OBJECT_SCHEMA_NAME(f.parent_object_id) + N'.' + OBJECT_NAME(f.parent_object_id) + N': ' + f.name)
      AS [Table is referenced by foreign key]
    FROM sys.foreign_keys AS f WHERE f.referenced_object_id = @id
    ORDER BY 1
  ELSE
    RAISERROR(15470, -1, -1, @objname)
  RETURN 0`;

const sp_helpstats = `
  @objname nvarchar(776), @results nvarchar(5) = N'STATS'
AS
  SET NOCOUNT ON${RESOLVE_OBJECT}
  IF UPPER(@results) NOT IN (N'STATS', N'ALL')
  BEGIN
    RAISERROR('Invalid option: %s', 1, 1, @results)
    RETURN 1
  END
  IF NOT EXISTS (SELECT * FROM sys.stats AS s WHERE s.object_id = @id AND (UPPER(@results) = N'ALL' OR s.user_created = 1 OR s.auto_created = 1))
  BEGIN
    IF UPPER(@results) = N'ALL' RAISERROR(15575, -1, -1) ELSE RAISERROR(15574, -1, -1)
    RETURN 0
  END
  SELECT
    CONVERT(sysname, s.name) AS statistics_name,
    CONVERT(nvarchar(2078), (SELECT STRING_AGG(COL_NAME(c.object_id, c.column_id), N', ') WITHIN GROUP (ORDER BY c.stats_column_id)
      FROM sys.stats_columns AS c WHERE c.object_id = s.object_id AND c.stats_id = s.stats_id)) AS statistics_keys
  FROM sys.stats AS s
  WHERE s.object_id = @id AND (UPPER(@results) = N'ALL' OR s.user_created = 1 OR s.auto_created = 1)
  ORDER BY 1
  RETURN 0`;

const sp_helptrigger = `
  @tabname nvarchar(776), @triggertype char(6) = NULL
AS
  SET NOCOUNT ON
  DECLARE @objname nvarchar(776) = @tabname${RESOLVE_OBJECT}
  IF OBJECTPROPERTY(@id, 'IsUserTable') = 0 AND OBJECTPROPERTY(@id, 'IsView') = 0
  BEGIN
    RAISERROR(15009, -1, -1, @objname, @db)
    RETURN 1
  END
  IF @triggertype IS NOT NULL AND UPPER(@triggertype) NOT IN ('INSERT', 'UPDATE', 'DELETE')
  BEGIN
    RAISERROR(15305, -1, -1)
    RETURN 1
  END
  SELECT
    CONVERT(sysname, t.name) AS trigger_name,
    CONVERT(sysname, N'dbo') AS trigger_owner,
    OBJECTPROPERTY(t.object_id, 'ExecIsUpdateTrigger') AS isupdate,
    OBJECTPROPERTY(t.object_id, 'ExecIsDeleteTrigger') AS isdelete,
    OBJECTPROPERTY(t.object_id, 'ExecIsInsertTrigger') AS isinsert,
    OBJECTPROPERTY(t.object_id, 'ExecIsAfterTrigger') AS isafter,
    OBJECTPROPERTY(t.object_id, 'ExecIsInsteadOfTrigger') AS isinsteadof,
    CONVERT(sysname, OBJECT_SCHEMA_NAME(t.object_id)) AS trigger_schema
  FROM sys.triggers AS t
  WHERE t.parent_id = @id
    AND (@triggertype IS NULL OR OBJECTPROPERTY(t.object_id, 'ExecIs' + RTRIM(@triggertype) + 'Trigger') = 1)
  ORDER BY 1
  RETURN 0`;

export const CONSTRAINT_HELP: readonly TextProcedure[] = [
  procedure('sp_helpindex', sp_helpindex),
  procedure('sp_helpconstraint', sp_helpconstraint),
  procedure('sp_helpstats', sp_helpstats),
  procedure('sp_helptrigger', sp_helptrigger),
];
