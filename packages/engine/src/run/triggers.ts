/**
 * Triggers: run once a statement, with the rows it changed in `inserted` and `deleted`, in a transaction even when the session has none. A trigger that
 * ends that transaction ends the batch (3609).
 */

import { sqlError } from '../errors.ts';
import { createActivation, runScoped } from './activation.ts';
import type { Steps, TriggerContext, TriggerRequest } from './contracts.ts';
import { isSignal } from './failures.ts';
import type { CodeModule } from './modules.ts';
import type { Activation, Runtime } from './runtime.ts';

export function* fireTriggers(runtime: Runtime, request: TriggerRequest): Steps<void> {
  const modules = runtime.modules.triggers(request);
  const recursive = request.timing === 'after' && isRecursive(runtime, request.databaseId);
  for (const module of modules) if (recursive || !isRunning(runtime, module)) yield* runTrigger(runtime, module, request);
}

/** Whether RECURSIVE_TRIGGERS lets an AFTER trigger of the database fire itself. */
const isRecursive = ({ catalogs }: Runtime, databaseId: number): boolean =>
  catalogs.databaseById(databaseId)?.options.other['RECURSIVE_TRIGGERS'] === 'ON';

/** Otherwise a trigger does not fire itself. Only the innermost trigger counts; others may have come between. */
function isRunning(runtime: Runtime, module: CodeModule): boolean {
  for (let frame: Activation | null = runtime.current; frame !== null; frame = frame.parent) {
    if (frame.kind === 'trigger') return frame.module?.objectId === module.objectId && frame.module.databaseId === module.databaseId;
  }
  return false;
}

function* runTrigger(runtime: Runtime, module: CodeModule, request: TriggerRequest): Steps<void> {
  const { status, transactions, tableVariables } = runtime;
  const { inserted, deleted } = tableVariables.triggerTables(request.table);
  const trigger: TriggerContext = { table: request.table, inserted, deleted, updatedColumns: request.updatedColumns };
  const name = module.name.slice(module.name.indexOf('.') + 1);
  const activation = createActivation(runtime, { kind: 'trigger', compiled: module.compiled, module, procedureName: name, trigger });
  fillImages(runtime, activation, request, trigger);
  const mark = transactions.enterTrigger();
  const before = transactions.count;
  status.triggerLevel += 1;
  status.rowCount = Math.max(request.inserted.length, request.deleted.length);
  try {
    yield* runScoped(runtime, activation, module.databaseId);
    requireTransaction(runtime, before);
  } catch (error) {
    throw doomedBy(error, runtime);
  } finally {
    status.triggerLevel -= 1;
    transactions.leaveTrigger(mark);
    tableVariables.close(inserted, activation.id);
    tableVariables.close(deleted, activation.id);
  }
}

/** Runs a trigger on the database or the server. */
export function* runDdlTrigger(runtime: Runtime, module: CodeModule, eventData: string): Steps<void> {
  if (isRunning(runtime, module)) return;
  const { status, transactions } = runtime;
  const name = module.name.slice(module.name.indexOf('.') + 1);
  const activation = createActivation(runtime, { kind: 'trigger', compiled: module.compiled, module, procedureName: name, eventData });
  const mark = transactions.enterTrigger();
  const before = transactions.count;
  status.triggerLevel += 1;
  try {
    yield* runScoped(runtime, activation, module.databaseId);
    requireTransaction(runtime, before);
  } catch (error) {
    throw doomedBy(error, runtime);
  } finally {
    status.triggerLevel -= 1;
    transactions.leaveTrigger(mark);
  }
}

/** A body that ended its transaction ends the batch, and so does one that caught an error, which has doomed the transaction. */
function requireTransaction({ transactions }: Runtime, before: number): void {
  if (transactions.count < before) throw sqlError(3609);
  if (transactions.doomed) throw sqlError(3616);
}

/** An error that a TRY outside of the trigger takes leaves a transaction that cannot be committed, whatever XACT_ABORT says there. */
function doomedBy(error: unknown, { transactions }: Runtime): unknown {
  if (!isSignal(error)) transactions.doom();
  return error;
}

function fillImages({ tableVariables }: Runtime, activation: Activation, request: TriggerRequest, trigger: TriggerContext): void {
  tableVariables.open(trigger.inserted, activation.id);
  tableVariables.open(trigger.deleted, activation.id);
  tableVariables.fill(trigger.inserted, activation.id, request.inserted);
  tableVariables.fill(trigger.deleted, activation.id, request.deleted);
}
