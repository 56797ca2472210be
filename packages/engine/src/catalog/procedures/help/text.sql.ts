/**
 * sp_helptext: the definition of a module, check, default or computed column, a line a row. Lines end at CR LF, which stays on them; what is longer than
 * 255 characters goes on in the next row. A definition with line feeds alone is therefore one row as long as it fits.
 */

import type { TextProcedure } from '../procedure.ts';
import { procedure } from '../text.ts';
import { RESOLVE_OBJECT } from './shared.ts';

const sp_helptext = `
  @objname nvarchar(776), @columnname sysname = NULL
AS
  SET NOCOUNT ON${RESOLVE_OBJECT}
  DECLARE @text nvarchar(max) = OBJECT_DEFINITION(@id)
  IF @columnname IS NOT NULL
  BEGIN
    IF OBJECTPROPERTY(@id, 'IsTable') = 0
    BEGIN
      RAISERROR(15218, -1, -1, @objname)
      RETURN 1
    END
    IF COLUMNPROPERTY(@id, @columnname, 'ColumnId') IS NULL
    BEGIN
      RAISERROR(15645, -1, -1, @columnname)
      RETURN 1
    END
    SET @text = (SELECT c.definition FROM sys.computed_columns AS c WHERE c.object_id = @id AND c.name = @columnname)
    IF @text IS NULL
    BEGIN
      RAISERROR(15646, -1, -1, @columnname)
      RETURN 1
    END
  END
  IF OBJECTPROPERTY(@id, 'IsEncrypted') = 1
  BEGIN
    RAISERROR(15471, -1, -1, @objname)
    RETURN 0
  END
  IF @text IS NULL
  BEGIN
    RAISERROR(15197, -1, -1, @objname)
    RETURN 1
  END
  DECLARE @lines TABLE (number int NOT NULL, line nvarchar(255) NULL)
  DECLARE @number int = 0, @start int = 1, @end int, @length int = DATALENGTH(@text) / 2, @break nchar(2) = NCHAR(13) + NCHAR(10)
  WHILE @start <= @length
  BEGIN
    SET @end = CHARINDEX(@break, @text, @start)
    SET @end = CASE @end WHEN 0 THEN @length ELSE @end + 1 END
    IF @end - @start >= 255 SET @end = @start + 254
    SET @number += 1
    INSERT @lines VALUES (@number, SUBSTRING(@text, @start, @end - @start + 1))
    SET @start = @end + 1
  END
  SELECT line AS [Text] FROM @lines ORDER BY number
  RETURN 0`;

export const TEXT: readonly TextProcedure[] = [procedure('sp_helptext', sp_helptext)];
