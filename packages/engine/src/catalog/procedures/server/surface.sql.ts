/**
 * Procedures that reach out of the server. SQL Server keeps them turned off until sp_configure turns them on, and says so; here there is nothing
 * behind them, so once they are on they are refused by name.
 */

import type { TextProcedure } from '../procedure.ts';
import { procedure } from '../text.ts';

/** A procedure of a component that is an option of sp_configure. */
const guarded = (name: string, component: string, parameters: string): TextProcedure => {
  const isOn = `EXISTS (SELECT * FROM sys.configurations WHERE name = '${component}' AND value_in_use = 1)`;
  const components = Array.from({ length: 4 }, () => `N'${component}'`).join(', ');
  // On one line, since SQL Server reports line 1.
  return procedure(
    name,
    ` ${parameters} AS IF ${isOn} RAISERROR(N'Procedure ''%s'' is not supported in this version of Sprocket.', 16, 1, N'${name}') ELSE RAISERROR(15281, 16, 1, N'procedure', N'sys.${name}', ${components}) RETURN 1`,
  );
};

const OLE = 'Ole Automation Procedures';

/** The arguments of methods are whatever the object takes. */
const ANY = Array.from({ length: 6 }, (_, i) => `@p${i + 1} sql_variant = NULL`).join(', ');

const MAIL = '@profile_name sysname = NULL, @recipients varchar(max) = NULL, @subject nvarchar(255) = NULL, @body nvarchar(max) = NULL';

export const SURFACE: readonly TextProcedure[] = [
  guarded('sp_send_dbmail', 'Database Mail XPs', MAIL),
  guarded('xp_cmdshell', 'xp_cmdshell', '@command_string nvarchar(4000) = NULL, @no_output varchar(20) = NULL'),
  guarded('sp_OACreate', OLE, '@progid nvarchar(4000), @objecttoken int = NULL OUTPUT, @context int = NULL'),
  guarded('sp_OAMethod', OLE, `@objecttoken int, @methodname nvarchar(4000), @returnvalue sql_variant = NULL OUTPUT, ${ANY}`),
  guarded('sp_OAGetProperty', OLE, `@objecttoken int, @propertyname nvarchar(4000), @propertyvalue sql_variant = NULL OUTPUT, ${ANY}`),
  guarded('sp_OASetProperty', OLE, `@objecttoken int, @propertyname nvarchar(4000), @newvalue sql_variant = NULL, ${ANY}`),
  guarded(
    'sp_OAGetErrorInfo',
    OLE,
    '@objecttoken int = NULL, @source nvarchar(4000) = NULL OUTPUT, @description nvarchar(4000) = NULL OUTPUT',
  ),
  guarded('sp_OADestroy', OLE, '@objecttoken int'),
];
