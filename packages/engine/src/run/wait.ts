/** WAITFOR DELAY and WAITFOR TIME. The wait ends early when the client cancels; a transaction stays open meanwhile, as its locks do. */

import { nvarchar } from '@sprocket/tsql';
import { sqlError } from '../errors.ts';
import type { Instruction } from '../program/program.ts';
import { scalarOf } from './compiled.ts';
import type { Steps } from './contracts.ts';
import type { Activation, Runtime } from './runtime.ts';

const TIME_TEXT = /^\s*(?:(\d{1,2}):(\d{1,2})(?::(\d{1,2})(?:([.:])(\d{1,3}))?)?)?\s*$/;

const DAY = 86_400_000;

export function* waitFor(runtime: Runtime, activation: Activation, instruction: Extract<Instruction, { kind: 'wait' }>): Steps<void> {
  const { value, mode } = instruction.statement;
  const scalar = scalarOf(activation.compiled, instruction, value, runtime.catalogs, nvarchar(128));
  const text = scalar.evaluate(activation);
  const milliseconds = text === null ? 0 : parseTime(String(text));
  runtime.transactions.settle();
  yield* runtime.sleep(mode === 'delay' ? milliseconds : untilTime(runtime, milliseconds));
  runtime.checkCancelled();
  runtime.status.rowCount = 0;
  runtime.status.error = 0;
}

/** `hh:mm[:ss[.mmm]]` in milliseconds; 148 for anything else. A fraction follows a point, a count of milliseconds a colon. */
export function parseTime(text: string): number {
  const match = TIME_TEXT.exec(text);
  const [hours, minutes, seconds] = [match?.[1], match?.[2], match?.[3]].map((part) => Number(part ?? 0)) as [number, number, number];
  if (match === null || hours > 23 || minutes > 59 || seconds > 59) throw sqlError(148, text);
  return ((hours * 60 + minutes) * 60 + seconds) * 1000 + Number(match[4] === ':' ? match[5] : (match[5] ?? '').padEnd(3, '0'));
}

/** Milliseconds until the next time that the server's clock shows that time of day. */
function untilTime(runtime: Runtime, timeOfDay: number): number {
  const now = Number(runtime.context.statementTime / 10_000n) + runtime.context.serverOffset * 60_000;
  return (((timeOfDay - now) % DAY) + DAY) % DAY;
}
