/**
 * BEGIN, COMMIT, ROLLBACK and SAVE TRANSACTION as statements, and leaving TRY and CATCH blocks. The counting itself is the session's; here are the
 * names, which may come from variables, and the rules about where a transaction may end.
 */

import { sqlError } from '../errors.ts';
import type { Instruction } from '../program/program.ts';
import { sendError } from './recover.ts';
import type { Activation, Runtime } from './runtime.ts';

type TransactionInstruction = Extract<Instruction, { kind: 'transaction' }>;

export function runTransaction(runtime: Runtime, activation: Activation, { statement }: TransactionInstruction): void {
  const { transactions } = runtime;
  const name = transactionName(activation, statement.name);
  switch (statement.kind) {
    case 'beginTransaction':
      if (statement.distributed) throw sqlError(40510, 'BEGIN DISTRIBUTED TRANSACTION');
      if (statement.mark && name === null) throw sqlError(3901);
      if (statement.mark && transactions.count > 0) sendError(runtime, sqlError(3920));
      // BEGIN TRANSACTION is one of the statements that begin one by themselves: it opens two levels.
      if (runtime.options.implicitTransactions) transactions.beginImplicitly();
      transactions.begin(name);
      break;
    case 'commitTransaction':
      refuseInInsertExecute(runtime, 3916);
      transactions.commit();
      break;
    case 'rollbackTransaction':
      if (transactions.count > 0) refuseInInsertExecute(runtime, 3915);
      transactions.rollback(name);
      break;
    case 'saveTransaction':
      transactions.save(name ?? '');
      break;
  }
  runtime.status.rowCount = 0;
  runtime.status.error = 0;
}

/** Leaves all blocks above `depth`: active TRYs no longer count, and ERROR_NUMBER and its kin speak of the enclosing CATCH again. */
export function leaveBlocks(runtime: Runtime, activation: Activation, depth: number): void {
  const { status } = runtime;
  while (activation.blocks.length > depth) {
    const block = activation.blocks.pop();
    if (block?.kind === 'try') status.openTries -= 1;
    else if (block !== undefined) status.caught = block.outer;
  }
}

function refuseInInsertExecute(runtime: Runtime, error: number): void {
  // The transaction that covers an INSERT … EXEC may not end inside it; one that began inside may.
  if (runtime.status.insertExecutes > 0 && (error === 3915 || runtime.transactions.count <= runtime.status.insertExecutes))
    throw sqlError(error);
}

type Name = TransactionInstruction['statement']['name'];

function transactionName(activation: Activation, name: Name): string | null {
  if (name === null) return null;
  if (name.kind === 'identifier') return name.value;
  const declaration = activation.compiled.program.variables.get(name.name.toLowerCase());
  if (declaration === undefined) throw sqlError(137, name.name);
  const value = activation.slots[declaration.slot];
  return typeof value === 'string' ? value.trimEnd().slice(0, 32) : null;
}
