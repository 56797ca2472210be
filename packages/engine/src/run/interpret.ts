/**
 * The interpreter: takes one instruction after the other and does what it says. It is the specification of every statement's effect. An instruction
 * that fails throws; `recover` decides where the activation goes on. Every so many instructions it looks whether the client has cancelled and
 * whether other sessions should have a turn.
 */

import { INT, type Type } from '@sprocket/tsql';
import type { Dependencies } from '../bind/context.ts';
import { sqlError } from '../errors.ts';
import type { Instruction } from '../program/program.ts';
import { type Predicate, predicateOf, scalarOf } from './compiled.ts';
import type { Steps } from './contracts.ts';
import { closeCursor, deallocateCursor, declareCursor, fetchCursor, openCursor, setCursorVariable } from './cursors/statements.ts';
import { execute, executeString } from './execute.ts';
import { readValue } from './heavy-read.ts';
import { insertExecute } from './insert-execute.ts';
import type { FunctionModule } from './modules.ts';
import { printMessage, raise, throwError } from './raise.ts';
import { recover, sendError, settlePlace } from './recover.ts';
import type { Activation, Runtime } from './runtime.ts';
import { setIdentityInsert, setIsolation, setSwitches, setValue } from './settings.ts';
import { runQuery } from './statements.ts';
import { leaveBlocks, runTransaction } from './transact.ts';
import { waitFor } from './wait.ts';

/** Instructions between two looks at the clock. */
const LOOK_EVERY = 64;

/** Runs an activation to its end. Throws what it does not handle itself. */
export function* interpret(runtime: Runtime, activation: Activation): Steps<void> {
  for (;;) {
    try {
      return yield* proceed(runtime, activation);
    } catch (thrown) {
      if (!recover(runtime, activation, thrown)) return;
    }
  }
}

function* proceed(runtime: Runtime, activation: Activation): Steps<void> {
  const { code } = activation.compiled.program;
  let ticks = 0;
  for (let instruction = code[activation.pc]; instruction !== undefined; instruction = code[activation.pc]) {
    activation.pc += 1;
    if (++ticks % LOOK_EVERY === 0) yield* look(runtime);
    if (runtime.options.noExec && !endsNoExec(instruction)) continue;
    // A function's statements belong to the statement that calls it.
    if (activation.kind !== 'function') runtime.beginStatement();
    if (runtime.options.statisticsTime && activation.kind !== 'function') yield* timedStep(runtime, activation, instruction);
    else yield* step(runtime, activation, instruction);
  }
}

function* look(runtime: Runtime): Steps<void> {
  runtime.checkCancelled();
  if (!runtime.sliceIsOver()) return;
  runtime.transactions.settle();
  yield { kind: 'slice' };
}

const endsNoExec = (instruction: Instruction): boolean =>
  instruction.kind === 'setSwitches' && !instruction.on && instruction.names.includes('NOEXEC');

/** What is no statement of its own, or no statement that ends with a DONE. */
const UNTIMED: ReadonlySet<Instruction['kind']> = new Set(['jump', 'enterTry', 'declareTable']);

/** SET STATISTICS TIME: 3612 behind each statement that succeeds, but for the SET that turns it off. */
function* timedStep(runtime: Runtime, activation: Activation, instruction: Instruction): Steps<void> {
  const stop = runtime.stopwatch();
  yield* step(runtime, activation, instruction);
  if (UNTIMED.has(instruction.kind) || !runtime.options.statisticsTime) return;
  const { cpu, elapsed } = stop();
  sendError(runtime, settlePlace(sqlError(3612, cpu, elapsed), instruction.line, activation.procedureName));
}

function* step(runtime: Runtime, activation: Activation, instruction: Instruction): Steps<void> {
  switch (instruction.kind) {
    case 'assign':
      return yield* assign(runtime, activation, instruction);
    case 'jump':
      leaveBlocks(runtime, activation, instruction.depth);
      activation.pc = instruction.target;
      return;
    case 'jumpUnless':
      return yield* jumpUnless(runtime, activation, instruction);
    case 'enterTry':
      activation.blocks.push({ kind: 'try', handler: instruction.handler });
      runtime.status.openTries += 1;
      return;
    case 'return':
      return yield* leave(runtime, activation, instruction);
    case 'query':
      return yield* runQuery(runtime, activation, instruction);
    case 'declareTable':
      return declareTable(runtime, activation, instruction.slot);
    case 'ddl':
      yield* runtime.definition.define(instruction.statement, activation.compiled.text, activation);
      return succeeded(runtime, 0);
    case 'administer':
      yield* runtime.definition.administer(instruction.statement, activation);
      // It has counted its rows and its errors itself.
      if (instruction.statement.kind === 'bulkInsert') return;
      return succeeded(runtime, 0);
    case 'broker':
      yield* runtime.broker.run(activation, instruction);
      if (instruction.received !== null) return;
      return succeeded(runtime, 0);
    case 'print':
      return printMessage(runtime, activation, instruction);
    case 'raise':
      return raise(runtime, activation, instruction);
    case 'throw':
      return throwError(runtime, activation, instruction);
    case 'execute':
      return yield* execute(runtime, activation, instruction, instruction.statement);
    case 'executeString':
      return yield* executeString(runtime, activation, instruction, instruction.statement);
    case 'insertExecute':
      return yield* insertExecute(runtime, activation, instruction);
    case 'transaction':
      return runTransaction(runtime, activation, instruction);
    case 'use':
      runtime.catalogs.use(instruction.statement.database.value);
      return succeeded(runtime, 0);
    case 'wait':
      return yield* waitFor(runtime, activation, instruction);
    case 'declareCursor':
    case 'openCursor':
    case 'fetchCursor':
    case 'closeCursor':
    case 'deallocateCursor':
    case 'setSwitches':
    case 'setValue':
    case 'setIsolation':
    case 'setIdentityInsert':
      return yield* stepOfSession(runtime, activation, instruction);
  }
}

type SessionInstruction = Extract<
  Instruction,
  {
    kind:
      | 'declareCursor'
      | 'openCursor'
      | 'fetchCursor'
      | 'closeCursor'
      | 'deallocateCursor'
      | 'setSwitches'
      | 'setValue'
      | 'setIsolation'
      | 'setIdentityInsert';
  }
>;

/** Cursors and settings. */
function* stepOfSession(runtime: Runtime, activation: Activation, instruction: SessionInstruction): Steps<void> {
  switch (instruction.kind) {
    case 'declareCursor':
      return declareCursor(runtime, activation, instruction);
    case 'openCursor':
      return yield* openCursor(runtime, activation, instruction);
    case 'fetchCursor':
      return yield* fetchCursor(runtime, activation, instruction);
    case 'closeCursor':
      return closeCursor(runtime, activation, instruction);
    case 'deallocateCursor':
      return deallocateCursor(runtime, activation, instruction);
    case 'setSwitches':
      return setSwitches(runtime, activation, instruction);
    case 'setValue':
      return setValue(runtime, activation, instruction);
    case 'setIsolation':
      return setIsolation(runtime, instruction);
    case 'setIdentityInsert':
      return setIdentityInsert(runtime, instruction);
    default:
      return unreachable(instruction);
  }
}

function unreachable(instruction: never): never {
  throw new Error(`no such instruction: ${JSON.stringify(instruction)}`);
}

/** A statement has ended well: @@ERROR is 0 and @@ROWCOUNT what it counted. */
export function succeeded(runtime: Runtime, rowCount: number): void {
  runtime.status.rowCount = rowCount;
  runtime.status.error = 0;
}

function* reads({ options, transactions }: Runtime, { databases, stored }: Dependencies): Steps<void> {
  if (options.isolation === 'snapshot') transactions.requireSnapshot(stored);
  yield* transactions.reads(databases.keys());
}

function* assign(runtime: Runtime, activation: Activation, instruction: Extract<Instruction, { kind: 'assign' }>): Steps<void> {
  const { compiled } = activation;
  const declaration = compiled.program.declarations[instruction.slot];
  if (declaration === undefined) throw new Error(`no variable in slot ${instruction.slot}`);
  if (declaration.type.name === 'cursor') return setCursorVariable(runtime, activation, instruction);
  const scalar = scalarOf(compiled, instruction, instruction.value, runtime.catalogs, declaration.type);
  if (scalar.dependencies.databases.size > 0) yield* reads(runtime, scalar.dependencies);
  if (scalar.reading === null || runtime.readers === null) activation.slots[instruction.slot] = scalar.evaluate(activation);
  else {
    const subject = { kind: 'value', expression: instruction.value, target: declaration.type } as const;
    const { reading, dependencies } = scalar;
    const read = yield* readValue(runtime, runtime.readers, { activation, at: instruction, subject, dependencies, columns: null, reading });
    if (read === null) return yield* assign(runtime, activation, instruction);
    activation.slots[instruction.slot] = read.value;
  }
  runtime.sendWarnings();
  succeeded(runtime, 1);
}

function* jumpUnless(runtime: Runtime, activation: Activation, instruction: Extract<Instruction, { kind: 'jumpUnless' }>): Steps<void> {
  const predicate = predicateOf(activation.compiled, instruction, instruction.condition, runtime.catalogs);
  if (predicate.dependencies.databases.size > 0) yield* reads(runtime, predicate.dependencies);
  const holds =
    predicate.reading === null ? predicate.evaluate(activation) : yield* holdsElsewhere(runtime, activation, instruction, predicate);
  runtime.sendWarnings();
  if (holds !== true) activation.pc = instruction.target;
  succeeded(runtime, 0);
}

/** A condition with queries that another thread may compute. */
function* holdsElsewhere(
  runtime: Runtime,
  activation: Activation,
  instruction: Extract<Instruction, { kind: 'jumpUnless' }>,
  predicate: Predicate,
): Steps<boolean | null> {
  const { reading, dependencies } = predicate;
  if (reading === null || runtime.readers === null) return predicate.evaluate(activation);
  const subject = { kind: 'condition', expression: instruction.condition } as const;
  const read = yield* readValue(runtime, runtime.readers, { activation, at: instruction, subject, dependencies, columns: null, reading });
  if (read !== null) return read.value === 1;
  const again = predicateOf(activation.compiled, instruction, instruction.condition, runtime.catalogs);
  return yield* holdsElsewhere(runtime, activation, instruction, again);
}

function* leave(runtime: Runtime, activation: Activation, instruction: Extract<Instruction, { kind: 'return' }>): Steps<void> {
  const { compiled, module } = activation;
  if (instruction.value !== null) {
    const type = activation.kind === 'function' ? (functionType(module) ?? INT) : INT;
    const scalar = scalarOf(compiled, instruction, instruction.value, runtime.catalogs, type);
    if (scalar.dependencies.databases.size > 0) yield* reads(runtime, scalar.dependencies);
    activation.returnValue = scalar.evaluate(activation);
  }
  leaveBlocks(runtime, activation, 0);
  activation.pc = compiled.program.code.length;
  succeeded(runtime, instruction.value === null ? 0 : 1);
}

const functionType = (module: Activation['module']): Type | null => (module as FunctionModule).returns;

function declareTable(runtime: Runtime, activation: Activation, slot: number): void {
  if (activation.openTables.has(slot)) return;
  const { program, owned } = activation.compiled;
  const declaration = program.declarations[slot];
  const table = declaration?.table;
  if (table === null || table === undefined) throw sqlError(8630);
  runtime.tableVariables.open(table, activation.id);
  activation.openTables.add(slot);
  // The rows have their place by now, should a TRY go on after the refusal.
  runtime.catalogs.authorizeType(declaration?.type.alias, owned, runtime.catalogs.currentId);
}
