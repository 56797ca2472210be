/** DBCC commands that answer with a result set about the running server: what a session sent last, and how full the logs are. */

import { BIGINT, type Dbcc, INT, numeric, nvarchar, REAL, SMALLINT, TINYINT, varchar } from '@sprocket/tsql';
import { sqlError, sqlErrorState, unsupported } from '../../errors.ts';
import type { Value } from '../../values/value.ts';
import { holdsOnServer } from '../security/index.ts';
import type { DdlContext, ResultShape } from './context.ts';
import { findOption } from './syntax.ts';

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
  context.result(INPUT, [[session.input.event, 0, session.input.text.slice(0, 4000)]]);
}

const LOG_SPACE: readonly ResultShape[] = [
  { name: 'Database Name', type: nvarchar(128), nullable: true },
  { name: 'Log Size (MB)', type: REAL, nullable: true },
  { name: 'Log Space Used (%)', type: REAL, nullable: true },
  { name: 'Status', type: INT, nullable: true },
];

const MEGABYTE = 1024 * 1024;

/** Views whose counts start again with CLEAR; nothing is counted in them. */
const CLEARED: ReadonlySet<string> = new Set(['SYS.DM_OS_WAIT_STATS', 'SYS.DM_OS_LATCH_STATS']);

/** SQLPERF (LOGSPACE | view, CLEAR). The file of a log has no room to spare, so what there is of it is used. */
export function serverPerformance(statement: Dbcc, context: DdlContext): void {
  const [what, action] = statement.args.map((arg) => String(context.binder.constant(arg, nvarchar(128))).toUpperCase());
  const isClear = action === 'CLEAR' && CLEARED.has(what ?? '');
  if (what !== 'LOGSPACE' && !isClear) throw unsupported('DBCC SQLPERF of anything but LOGSPACE');
  permitState(statement, context);
  if (isClear) return;
  const rows = [...context.catalogs.databases()].map(({ name, databaseId }): readonly Value[] => {
    const { log } = context.live.databaseSize(databaseId);
    return [name, Math.fround(log / MEGABYTE), log === 0 ? 0 : 100, 0];
  });
  context.result(LOG_SPACE, rows);
}

function permitState(statement: Dbcc, context: DdlContext): void {
  if (!holdsOnServer(context.authority.server(), 'VIEW SERVER STATE')) throw sqlError(2571, context.user, statement.command);
}

const LOG_FILES: readonly ResultShape[] = [
  { name: 'RecoveryUnitId', type: INT, nullable: true },
  { name: 'FileId', type: INT, nullable: true },
  { name: 'FileSize', type: BIGINT, nullable: true },
  { name: 'StartOffset', type: BIGINT, nullable: true },
  { name: 'FSeqNo', type: INT, nullable: true },
  { name: 'Status', type: INT, nullable: true },
  { name: 'Parity', type: TINYINT, nullable: true },
  { name: 'CreateLSN', type: numeric(25, 0), nullable: true },
];

/** LOGINFO: a log here is not divided into virtual files. */
export const logInfo = (_: Dbcc, context: DdlContext): void => context.result(LOG_FILES, []);

const PAGE_FIELDS: readonly ResultShape[] = ['ParentObject', 'Object', 'Field', 'VALUE'].map((name) => ({
  name,
  type: varchar(255),
  nullable: true,
}));

/** DBINFO [(database)] WITH TABLERESULTS: the fields of the boot page that have a counterpart here. No database was ever checked. */
export function databaseInfo(statement: Dbcc, context: DdlContext): void {
  const [of] = statement.args;
  const name = of === undefined ? context.catalogs.current().name : String(context.binder.constant(of, nvarchar(128)));
  const database = context.catalogs.database(name);
  if (database === undefined) throw sqlError(911, name);
  if (findOption(statement.options, 'TABLERESULTS') === undefined) return;
  const fields = {
    dbi_dbid: String(database.databaseId),
    dbi_dbname: database.name,
    dbi_dbccLastKnownGood: '1900-01-01 00:00:00.000',
  };
  const rows = Object.entries(fields).map(([field, value]): readonly Value[] => ['DBINFO STRUCTURE:', 'DBINFO', field, value]);
  context.result(PAGE_FIELDS, rows);
}
