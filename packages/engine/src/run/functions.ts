/**
 * User-defined functions with a body. They run inside the statement that calls them, while its storage statement is open, so they cannot wait: their
 * steps are taken one after the other, and a lock that is not free is an error. They leave @@ROWCOUNT and the statement's moment as they were, and what
 * their statements did is not reported to the client.
 */

import type { Table } from '../catalog/model.ts';
import { sqlError } from '../errors.ts';
import type { Value } from '../values/value.ts';
import { createActivation, runScoped } from './activation.ts';
import type { Steps } from './contracts.ts';
import type { FunctionModule, TableArgument } from './modules.ts';
import { capture } from './output.ts';
import type { Activation, Runtime } from './runtime.ts';

export function callFunction(
  runtime: Runtime,
  databaseId: number,
  objectId: number,
  args: readonly Value[],
  tables: readonly (TableArgument | null)[] = NO_TABLES,
): Value {
  const module = runtime.modules.userFunction(databaseId, objectId);
  if (module.nullOnNullInput && args.some((value, slot) => value === null && module.parameters[slot]?.table === null)) return null;
  return runFunction(runtime, module, args, tables).returnValue ?? null;
}

/** The rows that a multi-statement table-valued function leaves in its result variable. */
export function callTableFunction(
  runtime: Runtime,
  databaseId: number,
  objectId: number,
  args: readonly Value[],
): readonly (readonly Value[])[] {
  const module = runtime.modules.userFunction(databaseId, objectId);
  return runFunction(runtime, module, args).resultRows;
}

const NO_TABLES: readonly (TableArgument | null)[] = [];

function runFunction(
  runtime: Runtime,
  module: FunctionModule,
  args: readonly Value[],
  tables: readonly (TableArgument | null)[] = NO_TABLES,
): Activation {
  const { status } = runtime;
  const activation = createActivation(runtime, { kind: 'function', compiled: module.compiled, module, procedureName: null });
  args.forEach((value, slot) => {
    const table = module.parameters[slot]?.table ?? null;
    if (table === null) activation.slots[slot] = value;
    else passTable(runtime, activation, slot, table, tables[slot]?.rows ?? callersRows(runtime, value));
  });
  const before = { rowCount: status.rowCount, error: status.error, output: runtime.output };
  runtime.output = capture(before.output, () => {});
  try {
    runNow(functionSteps(runtime, module, activation));
  } finally {
    status.rowCount = before.rowCount;
    status.error = before.error;
    runtime.output = before.output;
  }
  return activation;
}

/** The rows of the variable whose storage an argument names. */
const callersRows = ({ tableVariables }: Runtime, storage: Value): Iterable<readonly Value[]> =>
  typeof storage === 'string' ? tableVariables.readLatest(storage) : [];

function passTable(
  { tableVariables }: Runtime,
  activation: Activation,
  slot: number,
  table: Table,
  rows: Iterable<readonly Value[]>,
): void {
  tableVariables.open(table, activation.id);
  activation.openTables.add(slot);
  tableVariables.fill(table, activation.id, rows);
}

function* functionSteps(runtime: Runtime, module: FunctionModule, activation: Activation): Steps<void> {
  if (module.resultTable !== null) {
    runtime.tableVariables.open(module.resultTable, activation.id);
    activation.openTables.add(module.parameters.length);
  }
  yield* runScoped(runtime, activation, module.databaseId);
}

/** Takes all steps at once. Only a time slice may be passed over. */
function runNow(steps: Steps<void>): void {
  for (let step = steps.next(); step.done !== true; step = steps.next()) {
    if (step.value.kind === 'promise') {
      steps.return();
      throw sqlError(1222);
    }
  }
}
