/** DBCC commands that answer with a result set about the running server: what a session sent last, and how full the logs are. */

import { type Dbcc, INT, nvarchar, REAL, SMALLINT } from '@sprocket/tsql';
import { sqlError, sqlErrorState, unsupported } from '../../errors.ts';
import type { Value } from '../../values/value.ts';
import { holdsOnServer } from '../security/index.ts';
import type { DdlContext, ResultShape } from './context.ts';

const INPUT: readonly ResultShape[] = [
  { name: 'EventType', type: nvarchar(30), nullable: true },
  { name: 'Parameters', type: SMALLINT, nullable: true },
  { name: 'EventInfo', type: nvarchar(4000), nullable: true },
];

/** INPUTBUFFER (session_id [, request_id]): others than one's own are for who may see the state of the server. */
export function inputBuffer(statement: Dbcc, context: DdlContext): void {
  const [id] = statement.args;
  const wanted = id === undefined ? null : context.binder.constant(id, INT);
  const session = [...context.live.sessions()].find((other) => other.id === wanted);
  if (session === undefined) {
    permitState(statement, context);
    throw sqlErrorState(7955, 2, Number(wanted ?? 0));
  }
  context.result(INPUT, [['Language Event', 0, session.text.slice(0, 4000)]]);
}

const LOG_SPACE: readonly ResultShape[] = [
  { name: 'Database Name', type: nvarchar(128), nullable: true },
  { name: 'Log Size (MB)', type: REAL, nullable: true },
  { name: 'Log Space Used (%)', type: REAL, nullable: true },
  { name: 'Status', type: INT, nullable: true },
];

const MEGABYTE = 1024 * 1024;

/** SQLPERF (LOGSPACE); it clears no counters. The file of a log has no room to spare, so what there is of it is used. */
export function serverPerformance(statement: Dbcc, context: DdlContext): void {
  const [what] = statement.args;
  const isLogSpace = what !== undefined && String(context.binder.constant(what, nvarchar(128))).toUpperCase() === 'LOGSPACE';
  if (!isLogSpace) throw unsupported('DBCC SQLPERF of anything but LOGSPACE');
  permitState(statement, context);
  const rows = [...context.catalogs.databases()].map(({ name, databaseId }): readonly Value[] => {
    const { log } = context.live.databaseSize(databaseId);
    return [name, Math.fround(log / MEGABYTE), log === 0 ? 0 : 100, 0];
  });
  context.result(LOG_SPACE, rows);
}

function permitState(statement: Dbcc, context: DdlContext): void {
  if (!holdsOnServer(context.authority.server(), 'VIEW SERVER STATE')) throw sqlError(2571, context.user, statement.command);
}
