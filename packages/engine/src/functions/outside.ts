/**
 * Functions of schemas that are not the built-in ones: msdb.dbo.agent_datetime, which reads the dates and times of the agent's history, and the
 * functions of schema sys about availability groups and file streams, of which there are none.
 */

import { BIT, DATETIME, MAX, SYSNAME, varbinary } from '@sprocket/tsql';
import { sqlErrorState } from '../errors.ts';
import { daysFromCivil, fromMoment, isValidCivil } from '../values/datetime.ts';
import type { Value } from '../values/value.ts';
import type { Builtin } from './builtin.ts';
import { as, define, int } from './define.ts';

const toDatetime = fromMoment(DATETIME);

/** `20240131, 130509` as a moment; 242 for numbers that are none. */
function agentMoment(date: number, time: number): Value {
  const [year, month, day] = [Math.trunc(date / 10_000), Math.trunc(date / 100) % 100, date % 100];
  const [hour, minute, second] = [Math.trunc(time / 10_000), Math.trunc(time / 100) % 100, time % 100];
  const isMoment = isValidCivil(year, month, day) && time >= 0 && hour < 24 && minute < 60 && second < 60;
  const ticks = ((hour * 60 + minute) * 60 + second) * 10_000_000;
  const value = isMoment ? toDatetime({ day: daysFromCivil(year, month, day), ticks, offset: 0 }) : undefined;
  if (value === undefined) throw sqlErrorState(242, 3, 'nvarchar', 'datetime');
  return value;
}

export const OUTSIDE: readonly Builtin[] = [
  define({
    name: 'MSDB.DBO.AGENT_DATETIME',
    params: [int, int],
    returns: DATETIME,
    nullable: true,
    evaluate: (_, date: number, time: number) => agentMoment(date, time),
  }),
  // No FILESTREAM transaction is ever begun.
  define({ name: 'GET_FILESTREAM_TRANSACTION_CONTEXT', params: [], returns: varbinary(MAX), nullable: true, evaluate: () => null }),
  define({ name: 'FN_HADR_IS_PRIMARY_REPLICA', params: [as(SYSNAME)], returns: BIT, nullable: true, evaluate: () => null }),
  define({ name: 'FN_HADR_BACKUP_IS_PREFERRED_REPLICA', params: [as(SYSNAME)], returns: BIT, nullable: true, evaluate: () => 1 }),
];
