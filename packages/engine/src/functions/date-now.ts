/** The clock: GETDATE and its kin. All answer with the moment at which the statement began, so one statement sees one time. */

import { DATE, DATETIME, datetime2, datetimeoffset, type Type, varchar } from '@sprocket/tsql';
import type { Environment } from '../environment.ts';
import { atOffset, fromMoment, type Moment, momentOf } from '../values/datetime.ts';
import type { Builtin } from './builtin.ts';
import { define } from './define.ts';

const utcMoment = momentOf(datetime2(7));

function now(env: Environment, clock: 'local' | 'utc'): Moment {
  const moment = utcMoment(env.statementTime);
  return clock === 'utc' ? moment : atOffset(moment, env.serverOffset);
}

const clockRow = (name: string, returns: Type, clock: 'local' | 'utc'): Builtin => {
  const write = fromMoment(returns);
  return define({
    name,
    returns,
    nullable: false,
    volatility: 'statement',
    evaluate: (env: Environment) => write(now(env, clock)) ?? null,
  });
};

/** `(UTC+02:00)`; the server knows its offset, not the name of its zone. */
function zoneName(offset: number): string {
  if (offset === 0) return '(UTC) Coordinated Universal Time';
  const minutes = Math.abs(offset);
  const pad = (n: number): string => String(n).padStart(2, '0');
  return `(UTC${offset < 0 ? '-' : '+'}${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)})`;
}

export const CLOCK: readonly Builtin[] = [
  clockRow('GETDATE', DATETIME, 'local'),
  clockRow('CURRENT_TIMESTAMP', DATETIME, 'local'),
  clockRow('GETUTCDATE', DATETIME, 'utc'),
  clockRow('CURRENT_DATE', DATE, 'local'),
  clockRow('SYSDATETIME', datetime2(7), 'local'),
  clockRow('SYSUTCDATETIME', datetime2(7), 'utc'),
  clockRow('SYSDATETIMEOFFSET', datetimeoffset(7), 'local'),
  define({
    name: 'CURRENT_TIMEZONE',
    returns: varchar(128),
    nullable: false,
    volatility: 'statement',
    evaluate: (env: Environment) => zoneName(env.serverOffset),
  }),
  define({
    name: 'CURRENT_TIMEZONE_ID',
    returns: varchar(128),
    nullable: false,
    volatility: 'statement',
    evaluate: (env: Environment) => (env.serverOffset === 0 ? 'UTC' : zoneName(env.serverOffset).slice(1, -1)),
  }),
];
