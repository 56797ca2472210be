/** The procedures of msdb that keep the history of backups small. */

import { DATETIME, SYSNAME } from '@sprocket/tsql';
import { type BackupRecord, forgetBackups } from '../../backups.ts';
import { commitServer } from '../../ddl/apply.ts';
import { sameName } from '../../find.ts';
import { datetimeOf } from '../../views/shared.ts';
import type { NativeContext, NativeProcedure } from '../procedure.ts';
import { native, parameter } from './native.ts';

function forget(context: NativeContext, isGone: (record: BackupRecord) => boolean): void {
  commitServer(context, forgetBackups(context.server.catalog(), isGone));
}

export const BACKUP_HISTORY: readonly NativeProcedure[] = [
  native('sp_delete_backuphistory', {
    writes: 'server',
    parameters: [parameter('oldest_date', DATETIME)],
    run: (context, oldest: number | null) => forget(context, ({ set }) => oldest !== null && datetimeOf(set.finished) < oldest),
  }),
  native('sp_delete_database_backuphistory', {
    writes: 'server',
    parameters: [parameter('database_name', SYSNAME)],
    run: (context, name: string | null) => forget(context, ({ set }) => name !== null && sameName(set.database, name)),
  }),
];
