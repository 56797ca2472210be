/**
 * sp_MSforeachtable and sp_MSforeachdb: commands for every table or database, with its name in place of `?`. Undocumented and in every
 * administrator's toolbox. Inside quotes or brackets the name is escaped for them; elsewhere it comes in brackets. The list is a global cursor,
 * as SQL Server's is, so that rows of the commands can go into INSERT … EXEC.
 */

import type { TextProcedure } from '../procedure.ts';
import { procedure } from '../text.ts';

/** The command with names filled in: first every `?` becomes a mark by what stands before it, so that names with a `?` are left alone. */
function filledIn(
  command: string,
  { quoted, bracketed, plain }: { readonly quoted: string; readonly bracketed: string; readonly plain: string },
): string {
  const marked = `REPLACE(REPLACE(REPLACE(${command}, N'''' + @replacechar, N'''' + NCHAR(1)), N'[' + @replacechar, N'[' + NCHAR(2)), @replacechar, NCHAR(3))`;
  return `REPLACE(REPLACE(REPLACE(${marked}, NCHAR(1), ${quoted}), NCHAR(2), ${bracketed}), NCHAR(3), ${plain})`;
}

const COMMANDS = ['@command1', '@command2', '@command3'];

const runAll = (names: { readonly quoted: string; readonly bracketed: string; readonly plain: string }): string =>
  COMMANDS.map(
    (command) => `
    IF ${command} IS NOT NULL
    BEGIN
      SET @run = ${filledIn(command, names)}
      EXEC (@run)
    END`,
  ).join('');

const forEach = (cursor: string, declaration: string, names: Parameters<typeof runAll>[0]): string => `
  SET NOCOUNT ON
  DECLARE @name nvarchar(517), @run nvarchar(max)
  IF @precommand IS NOT NULL EXEC (@precommand)
  ${declaration}
  OPEN ${cursor}
  FETCH NEXT FROM ${cursor} INTO @name
  WHILE @@FETCH_STATUS = 0
  BEGIN${runAll(names)}
    FETCH NEXT FROM ${cursor} INTO @name
  END
  CLOSE ${cursor}
  DEALLOCATE ${cursor}
  IF @postcommand IS NOT NULL EXEC (@postcommand)
  RETURN 0`;

/** `@whereand` is more of the WHERE clause, over sysobjects as o. */
const DECLARE_TABLES = `SET @run = N'DECLARE hCForEachTable CURSOR GLOBAL FOR SELECT QUOTENAME(SCHEMA_NAME(o.uid)) + N''.'' + QUOTENAME(o.name)
    FROM dbo.sysobjects AS o WHERE OBJECTPROPERTY(o.id, N''IsUserTable'') = 1 ' + ISNULL(@whereand, N'')
  EXEC (@run)`;

const DECLARE_DATABASES = `DECLARE hCForEachDatabase CURSOR GLOBAL FOR SELECT d.name FROM sys.databases AS d WHERE HAS_DBACCESS(d.name) = 1
    ORDER BY d.database_id`;

const sp_MSforeachtable = `
  @command1 nvarchar(2000), @replacechar nchar(1) = N'?', @command2 nvarchar(2000) = NULL, @command3 nvarchar(2000) = NULL,
  @whereand nvarchar(2000) = NULL, @precommand nvarchar(2000) = NULL, @postcommand nvarchar(2000) = NULL
AS${forEach('hCForEachTable', DECLARE_TABLES, {
  quoted: "REPLACE(@name, N'''', N'''''')",
  bracketed: "REPLACE(@name, N']', N']]')",
  plain: '@name',
})}`;

const sp_MSforeachdb = `
  @command1 nvarchar(2000), @replacechar nchar(1) = N'?', @command2 nvarchar(2000) = NULL, @command3 nvarchar(2000) = NULL,
  @precommand nvarchar(2000) = NULL, @postcommand nvarchar(2000) = NULL
AS${forEach('hCForEachDatabase', DECLARE_DATABASES, {
  quoted: "REPLACE(@name, N'''', N'''''')",
  bracketed: "REPLACE(@name, N']', N']]')",
  plain: 'QUOTENAME(@name)',
})}`;

export const FOR_EACH: readonly TextProcedure[] = [
  procedure('sp_MSforeachtable', sp_MSforeachtable),
  procedure('sp_MSforeachdb', sp_MSforeachdb),
];
