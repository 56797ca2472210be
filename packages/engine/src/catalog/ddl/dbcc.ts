/** DBCC: CHECKIDENT changes a counter; consistency checks and cache commands have nothing to do here and say what SQL Server says. */

import type { Dbcc, Expression } from '@sprocket/tsql';
import { numeric, nvarchar } from '@sprocket/tsql';
import { sqlError, sqlErrorState, unsupported } from '../../errors.ts';
import { nameFromParts } from '../find.ts';
import { parseName } from '../object-name.ts';
import type { DdlContext } from './context.ts';
import { databaseInfo, inputBuffer, logInfo, serverPerformance } from './dbcc-report.ts';
import { findTableHome } from './home.ts';
import { permitCheckIdentity } from './permit/drop.ts';
import { findOption } from './syntax.ts';

export function runDbcc(statement: Dbcc, context: DdlContext): void {
  const run = COMMANDS[statement.command];
  if (run === undefined) throw ELSEWHERE.has(statement.command) ? unsupported(`DBCC ${statement.command}`) : sqlErrorState(2526, 3);
  const quiet = findOption(statement.options, 'NO_INFOMSGS') !== undefined;
  run(statement, context, quiet);
  if (!quiet) context.inform(2528);
}

type Command = (statement: Dbcc, context: DdlContext, quiet: boolean) => void;

const nothing: Command = () => undefined;

/** Commands by name; others are refused by theirs. */
export const COMMANDS: Readonly<Record<string, Command>> = {
  CHECKIDENT: checkIdentity,
  CHECKDB: (_, context, quiet) => {
    if (!quiet) context.inform(8989, 0, 0, context.catalogs.current().name);
  },
  CHECKALLOC: nothing,
  CHECKCATALOG: nothing,
  CHECKCONSTRAINTS: nothing,
  CHECKFILEGROUP: nothing,
  CHECKTABLE: checkTable,
  CLEANTABLE: nothing,
  DBREINDEX: nothing,
  DBINFO: databaseInfo,
  DROPCLEANBUFFERS: nothing,
  FLUSHPROCINDB: nothing,
  FREEPROCCACHE: nothing,
  FREESESSIONCACHE: nothing,
  FREESYSTEMCACHE: nothing,
  INDEXDEFRAG: nothing,
  INPUTBUFFER: inputBuffer,
  LOGINFO: logInfo,
  OPENTRAN: (_, context) => context.inform(7969),
  SHRINKDATABASE: nothing,
  SHRINKFILE: nothing,
  SQLPERF: serverPerformance,
  TRACEOFF: nothing,
  TRACEON: nothing,
  TRACESTATUS: nothing,
  UPDATEUSAGE: nothing,
  USEROPTIONS: userOptions,
};

/** Commands that exist and are not here; a word that is none is 2526. */
const ELSEWHERE: ReadonlySet<string> = new Set([
  'CLONEDATABASE',
  'HELP',
  'IND',
  'LOG',
  'MEMORYSTATUS',
  'OUTPUTBUFFER',
  'PAGE',
  'PROCCACHE',
  'SHOWCONTIG',
  'WRITEPAGE',
]);

function checkTable(statement: Dbcc, context: DdlContext): void {
  const text = constantText(statement.args[0], context);
  const parts = parseName(text);
  if (parts === undefined || findTableHome(context, nameFromParts(parts)) === undefined) throw sqlError(2501, text);
}

function userOptions(_: Dbcc, context: DdlContext): void {
  const text = nvarchar(128);
  const columns = ['Set Option', 'Value'].map((name) => ({ name, type: text, nullable: true }));
  context.result(columns, context.userOptions());
}

/** CHECKIDENT (table [, NORESEED | RESEED [, value]]). */
function checkIdentity(statement: Dbcc, context: DdlContext, quiet: boolean): void {
  const [name, mode, value] = statement.args;
  const text = constantText(name, context);
  const parts = parseName(text);
  if (parts !== undefined) permitCheckIdentity(context, nameFromParts(parts));
  const found = parts === undefined ? undefined : findTableHome(context, nameFromParts(parts));
  if (found === undefined) throw sqlError(2501, text);
  const { home, table } = found;
  const identity = table.columns.find((column) => column.identity !== null)?.identity;
  if (identity === undefined || identity === null) throw sqlError(7997, table.name);
  const { databaseId } = home.catalog();
  const current = context.counters.identity(databaseId, table);
  if (!quiet) informIdentity(context, current);
  if (constantText(mode, context).toUpperCase() === 'NORESEED') return;
  if (value !== undefined) context.counters.setIdentity(databaseId, table, reseeded(value, current, identity.increment, context));
}

/** A table that never had a row takes the new value itself next; any other the one after it. */
function reseeded(value: Expression, current: bigint | null, increment: bigint, context: DdlContext): bigint {
  const constant = context.binder.constant(value, numeric(38, 0));
  const wanted = typeof constant === 'bigint' ? constant : BigInt(Number(constant ?? 0));
  return current === null ? wanted - increment : wanted;
}

function informIdentity(context: DdlContext, current: bigint | null): void {
  const shown = current === null ? 'NULL' : String(current);
  context.inform(7998, shown, shown);
}

function constantText(expression: Expression | undefined, context: DdlContext): string {
  if (expression === undefined) return '';
  return String(context.binder.constant(expression, nvarchar(1035)) ?? '');
}
