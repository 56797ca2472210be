/** WAITFOR DELAY and WAITFOR TIME. The wait ends early when the client cancels; a transaction stays open meanwhile, as its locks do. */

import { isString, MAX, type Type, waitTime } from '@sprocket/tsql';
import { sqlError } from '../errors.ts';
import type { Instruction } from '../program/program.ts';
import type { Value } from '../values/value.ts';
import { scalarOf } from './compiled.ts';
import type { Steps } from './contracts.ts';
import type { Activation, Runtime } from './runtime.ts';

const DAY = 86_400_000;

/** What timers can hold; a negative number of seconds waits for it. */
const FOREVER = 2 ** 31 - 1;

/** The clock of datetime. */
const TICKS_A_SECOND = 300;

export function* waitFor(runtime: Runtime, activation: Activation, instruction: Extract<Instruction, { kind: 'wait' }>): Steps<void> {
  const { value, mode } = instruction.statement;
  const scalar = scalarOf(activation.compiled, instruction, value, runtime.catalogs);
  const waited = scalar.evaluate(activation);
  const milliseconds = waited === null ? 0 : readTime(waited, scalar.type);
  runtime.transactions.settle();
  yield* runtime.sleep(mode === 'delay' ? milliseconds : untilTime(runtime, milliseconds));
  runtime.checkCancelled();
  runtime.status.rowCount = 0;
  runtime.status.error = 0;
}

/** Milliseconds in a string, the time of day of a datetime, or a number of seconds; nothing else is a time. */
function readTime(value: Value, type: Type): number {
  if (isString(type)) return (type.length === MAX ? null : waitTime(String(value))) ?? unreadable();
  switch (type.name) {
    case 'datetime':
      return ((((Number(value) * 1000) / TICKS_A_SECOND) % DAY) + DAY) % DAY;
    case 'int':
    case 'smallint':
      return Number(value) < 0 ? FOREVER : Math.min(Number(value) * 1000, FOREVER);
    default:
      throw sqlError(9815, type.name);
  }
}

function unreadable(): never {
  throw sqlError(241);
}

/** Milliseconds until the next time that the server's clock shows that time of day. */
function untilTime(runtime: Runtime, timeOfDay: number): number {
  const now = Number(runtime.context.statementTime / 10_000n) + runtime.context.serverOffset * 60_000;
  return (((timeOfDay - now) % DAY) + DAY) % DAY;
}
