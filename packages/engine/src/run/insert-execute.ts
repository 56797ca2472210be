/**
 * INSERT … EXEC: runs the procedure or text with its result sets caught instead of sent, then inserts all of their rows. The whole is one statement:
 * what the procedure did is undone when the rows do not fit.
 */

import { sqlError } from '../errors.ts';
import type { Instruction } from '../program/program.ts';
import type { PreparedChange, Steps } from './contracts.ts';
import { execute, executeString } from './execute.ts';
import { type CapturedRows, capture } from './output.ts';
import type { Activation, Runtime } from './runtime.ts';
import { readied, runChange } from './statements.ts';

type InsertExecute = Extract<Instruction, { kind: 'insertExecute' }>;

export function* insertExecute(runtime: Runtime, activation: Activation, instruction: InsertExecute): Steps<void> {
  const { statement } = instruction;
  if (statement.output.length > 0) throw sqlError(483);
  if (runtime.status.insertExecutes > 0) throw sqlError(8164);
  const prepared = yield* readied(runtime, activation, instruction, statement);
  if (prepared.kind !== 'change') throw new Error('an INSERT was not prepared as a change');
  yield* runChange(runtime, activation, prepared, () => collectAndInsert(runtime, activation, instruction, prepared));
}

function* collectAndInsert(runtime: Runtime, activation: Activation, instruction: InsertExecute, prepared: PreparedChange): Steps<number> {
  const { insertRows } = prepared;
  if (insertRows === undefined) throw new Error('an INSERT EXEC was prepared without insertRows');
  const sets = yield* collect(runtime, activation, instruction);
  let count = 0;
  for (const { rows, columns } of sets) count += yield* insertRows(activation, rows, columns);
  return count;
}

function* collect(runtime: Runtime, activation: Activation, instruction: InsertExecute): Steps<readonly CapturedRows[]> {
  const { output, status, transactions } = runtime;
  const sets: CapturedRows[] = [];
  const mark = transactions.enterTrigger();
  runtime.output = capture(output, (set) => sets.push(set));
  status.insertExecutes += 1;
  try {
    if (instruction.execute.kind === 'executeProcedure') yield* execute(runtime, activation, instruction, instruction.execute);
    else yield* executeString(runtime, activation, instruction, instruction.execute);
  } finally {
    status.insertExecutes -= 1;
    runtime.output = output;
    transactions.leaveTrigger(mark);
  }
  return sets;
}
