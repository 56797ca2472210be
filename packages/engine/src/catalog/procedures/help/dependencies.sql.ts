/** sp_depends: what an object refers to, and what refers to it, as far as definitions tell. */

import type { TextProcedure } from '../procedure.ts';
import { procedure } from '../text.ts';
import { OBJECT_LABELS, RESOLVE_OBJECT } from './shared.ts';

const fullName = (object: string): string => `CONVERT(nvarchar(257), SCHEMA_NAME(${object}.schema_id) + N'.' + ${object}.name)`;

const sp_depends = `
  @objname nvarchar(776)
AS
  SET NOCOUNT ON${RESOLVE_OBJECT}
  DECLARE @found bit = 0
  IF EXISTS (SELECT * FROM sys.sql_expression_dependencies AS d WHERE d.referencing_id = @id AND d.referenced_id IS NOT NULL)
  BEGIN
    SET @found = 1
    RAISERROR(15459, -1, -1)
    SELECT DISTINCT ${fullName('o')} AS name, CONVERT(nvarchar(31), label.text) AS type, CONVERT(varchar(7), 'no') AS updated,
      CONVERT(varchar(8), 'no') AS selected, CONVERT(sysname, NULL) AS [column]
    FROM sys.sql_expression_dependencies AS d
      INNER JOIN sys.objects AS o ON o.object_id = d.referenced_id
      LEFT JOIN ${OBJECT_LABELS} ON label.type = o.type
    WHERE d.referencing_id = @id
    ORDER BY 1
  END
  IF EXISTS (SELECT * FROM sys.sql_expression_dependencies AS d WHERE d.referenced_id = @id)
  BEGIN
    SET @found = 1
    RAISERROR(15460, -1, -1)
    SELECT DISTINCT ${fullName('o')} AS name, CONVERT(nvarchar(31), label.text) AS type
    FROM sys.sql_expression_dependencies AS d
      INNER JOIN sys.objects AS o ON o.object_id = d.referencing_id
      LEFT JOIN ${OBJECT_LABELS} ON label.type = o.type
    WHERE d.referenced_id = @id
    ORDER BY 1
  END
  IF @found = 0 RAISERROR(15461, -1, -1)
  RETURN 0`;

export const DEPENDENCIES: readonly TextProcedure[] = [procedure('sp_depends', sp_depends)];
