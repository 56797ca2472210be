/**
 * EXECUTE: a procedure by name, or a text as a batch of its own. Evaluates the arguments, finds the module, passes parameters in and OUTPUT values
 * back, takes the return status. `callModule` is the same for calls that arrive from clients.
 */

import type { ExecuteArgument, ExecuteProcedure, ExecuteString, Expression } from '@sprocket/tsql';
import { INT, isString, MAX, nvarchar, type Type, typeToString } from '@sprocket/tsql';
import { nameKey } from '../catalog/model.ts';
import { parseName } from '../catalog/object-name.ts';
import { SqlError, sqlError } from '../errors.ts';
import type { Instruction } from '../program/program.ts';
import { converter } from '../values/convert.ts';
import type { Value } from '../values/value.ts';
import { createActivation, failTogether, innerFailure, runScoped } from './activation.ts';
import { type Matched, matchArguments, passValue } from './arguments.ts';
import { scalarOf } from './compiled.ts';
import type { Steps } from './contracts.ts';
import { checkCursorArgument, returnCursors } from './cursors/statements.ts';
import { SyntaxErrors } from './failures.ts';
import { callFunction } from './functions.ts';
import type { BatchModule, CodeModule, FunctionModule, Module, ModuleParameter, NativeArgument } from './modules.ts';
import { settlePlace } from './recover.ts';
import { withResultSets } from './result-sets.ts';
import type { Activation, Runtime, TimeLimit } from './runtime.ts';

export function* execute(runtime: Runtime, activation: Activation, at: Instruction, statement: ExecuteProcedure): Steps<void> {
  const parts = procedureParts(activation, statement);
  const module = runtime.modules.procedure(parts, statement.number ?? 1);
  if (module === undefined) throw sqlError(2812, parts.filter((part) => part !== '').join('.'));
  if (activation.kind === 'function' && module.kind === 'code' && !isFunction(module)) throw sqlError(557);
  const args = statement.args.map((argument) => evaluateArgument(runtime, activation, at, argument));
  const spelled = parts.filter((part) => part !== '').join('.');
  const restore = withResultSets(runtime, activation, statement.options);
  startsClean(runtime);
  const returned = isFunction(module)
    ? executeFunction(runtime, activation, module, spelled, args)
    : yield* executeProcedure(runtime, module, spelled, args);
  restore();
  if (returned !== undefined && statement.returnVariable !== null) {
    assignVariable(runtime, activation, statement.returnVariable.name, returned.value, returned.type);
  }
  runtime.output.done('execute', undefined);
}

/** After EXECUTE, @@ERROR is that of the last statement inside: 0 when there is none. */
function startsClean(runtime: Runtime): void {
  runtime.status.error = 0;
}

interface Returned {
  readonly value: Value;
  readonly type: Type;
}

function* executeProcedure(
  runtime: Runtime,
  module: Module,
  spelled: string,
  args: readonly NativeArgument[],
): Steps<Returned | undefined> {
  const status = yield* callModule(runtime, module, spelled, args);
  return status === undefined ? undefined : { value: status, type: INT };
}

const isFunction = (module: Module): module is FunctionModule => module.kind === 'code' && 'resultTable' in module;

/** `EXEC @r = dbo.f 1`: a scalar function called like a procedure. */
function executeFunction(
  runtime: Runtime,
  activation: Activation,
  module: FunctionModule,
  spelled: string,
  args: readonly NativeArgument[],
): Returned {
  const matched = matchArguments(spelled, module.parameters, args);
  const values = module.parameters.map((parameter, slot): Value => {
    const argument = matched[slot];
    if (parameter.table !== null && argument !== undefined && !argument.isDefault) requireSameTable(spelled, argument, parameter);
    if (parameter.table !== null) return null;
    if (argument !== undefined && !argument.isDefault) return passValue(spelled, argument, parameter, runtime.context);
    return parameter.default === null ? null : defaultValue(runtime, activation, parameter.default, parameter.type);
  });
  const tables = matched.map((argument) => argument?.table ?? null);
  return { value: callFunction(runtime, module.databaseId ?? 0, module.objectId, values, tables), type: module.returns ?? INT };
}

function remoteExecution(server: string, isDataSource: boolean, { catalogs }: Runtime): Error {
  if (isDataSource) return sqlError(40510, 'EXECUTE AT DATA_SOURCE');
  catalogs.requireLocal?.(server, 'RPC');
  return sqlError(7411, server, 'RPC');
}

export function* executeString(runtime: Runtime, activation: Activation, at: Instruction, statement: ExecuteString): Steps<void> {
  if (statement.at !== null) throw remoteExecution(statement.at.value, statement.atDataSource, runtime);
  const scalar = scalarOf(activation.compiled, at, statement.text, runtime.catalogs, nvarchar(MAX));
  const text = scalar.evaluate(activation);
  if (text === null) return;
  const restore = withResultSets(runtime, activation, statement.options);
  startsClean(runtime);
  yield* runText(runtime, String(text), textPrincipal(runtime, activation, at, statement));
  restore();
  runtime.output.done('execute', undefined);
}

/** EXECUTE (…) AS USER = 'u': who the text runs as. */
function textPrincipal(runtime: Runtime, activation: Activation, at: Instruction, { as }: ExecuteString): RunAs | null {
  if (as === null || as.name === null) return null;
  const name = scalarOf(activation.compiled, at, as.name, runtime.catalogs, nvarchar(128)).evaluate(activation);
  return { kind: as.type === 'login' ? 'login' : 'user', name: String(name ?? '') };
}

interface RunAs {
  readonly kind: 'user' | 'login';
  readonly name: string;
}

/** Runs a text as a batch with a scope of its own and no parameters. */
export function* runText(runtime: Runtime, text: string, as: RunAs | null = null): Steps<void> {
  if (as === null) return yield* runPlainText(runtime, text);
  const { security } = runtime;
  const mark = security.enter();
  try {
    if (as.kind === 'login') security.executeAsLogin(as.name, 'revert');
    else security.executeAsUser(as.name, 'revert');
    yield* runPlainText(runtime, text);
  } finally {
    security.leave(mark);
  }
}

function* runPlainText(runtime: Runtime, text: string): Steps<void> {
  const { compiled } = compileInner(runtime, text, '');
  const inner = createActivation(runtime, { kind: 'dynamic', compiled, module: null, procedureName: null });
  yield* runScoped(runtime, inner, null);
}

/** Runs a text with parameters, as sp_executesql does: a scope of its own, values in, OUTPUT values back. */
export function* runParameterized(
  runtime: Runtime,
  name: string,
  text: string,
  signature: string,
  args: readonly NativeArgument[],
): Steps<void> {
  const { compiled, parameters } = compileInner(runtime, text, signature);
  const matched = matchParameters(name, text, signature, parameters, args);
  const activation = createActivation(runtime, { kind: 'dynamic', compiled, module: null, procedureName: null });
  passArguments(runtime, activation, name, parameters, matched);
  yield* runScoped(runtime, activation, null);
  returnArguments(activation, parameters, matched);
}

/** A text that does not compile fails the statement that runs it; all that is wrong with it is reported unless a TRY takes it. */
function compileInner(runtime: Runtime, text: string, signature: string): BatchModule {
  try {
    return runtime.modules.batch(text, signature);
  } catch (thrown) {
    if (!(thrown instanceof SqlError)) throw thrown;
    const others = thrown instanceof SyntaxErrors ? thrown.others : [];
    throw failTogether(
      runtime,
      [thrown, ...others].map((error) => innerFailure(error, null)),
    );
  }
}

/** A value that is missing for a text's parameter is Msg 8178. */
function matchParameters(
  name: string,
  text: string,
  signature: string,
  parameters: readonly ModuleParameter[],
  args: readonly NativeArgument[],
): Matched {
  try {
    return matchArguments(name, parameters, args);
  } catch (thrown) {
    if (!(thrown instanceof SqlError) || thrown.number !== 201) throw thrown;
    const missing = parameters.find(
      (parameter, i) => (args[i]?.name ?? 'none') !== '' && !args.some((argument) => nameKey(argument.name) === nameKey(parameter.name)),
    );
    throw settlePlace(sqlError(8178, `(${signature})${text}`, missing?.name ?? ''), 0, null);
  }
}

/** Calls a module and returns its status; undefined when an error ended it. */
export function* callModule(runtime: Runtime, module: Module, spelled: string, args: readonly NativeArgument[]): Steps<number | undefined> {
  if (module.kind === 'native') return yield* module.run(args);
  const before = runtime.transactions.count;
  // What began by itself inside belongs to the caller, as if its own statement had begun it.
  const expected = before === 0 && runtime.options.implicitTransactions ? 1 : before;
  const start = performance.now();
  let failed = true;
  let inner: number | undefined;
  const outerLimit = runtime.timeLimit;
  runtime.timeLimit = nearerLimit(outerLimit, module, spelled, start);
  try {
    inner = yield* runModule(runtime, module, spelled, args);
    failed = inner === undefined;
  } finally {
    runtime.timeLimit = outerLimit;
    runtime.procedureEnded(module, performance.now() - start, failed);
  }
  const after = runtime.transactions.count;
  if (before !== after && expected !== after && !runtime.options.xactAbort && !runtime.transactions.doomed)
    throw settlePlace(sqlError(266, before, after), 0, spelled);
  return inner;
}

/** A procedure's own limit, unless its caller's is over sooner. */
function nearerLimit(outer: TimeLimit | null, { timeout }: CodeModule, procedure: string, start: number): TimeLimit | null {
  if (timeout === null || (outer !== null && outer.at < start + timeout)) return outer;
  return { procedure, milliseconds: timeout, at: start + timeout };
}

function* runModule(runtime: Runtime, module: CodeModule, spelled: string, args: readonly NativeArgument[]): Steps<number | undefined> {
  const { parameters, compiled } = module;
  const matched = matchArguments(spelled, parameters, args);
  const activation = createActivation(runtime, { kind: 'procedure', compiled, module, procedureName: spelled });
  passArguments(runtime, activation, spelled, parameters, matched);
  yield* runScoped(runtime, activation, module.databaseId);
  if (activation.pc < compiled.program.code.length) return undefined;
  returnArguments(activation, parameters, matched);
  return statusOf(runtime, activation, spelled);
}

/** Values, defaults and rows into the parameters' slots. */
function passArguments(
  runtime: Runtime,
  activation: Activation,
  name: string,
  parameters: readonly ModuleParameter[],
  matched: readonly (NativeArgument | undefined)[],
): void {
  parameters.forEach((parameter, slot) => {
    const argument = matched[slot];
    const isGiven = argument !== undefined && !argument.isDefault;
    if (parameter.table !== null) {
      // A caller in T-SQL was asked when it declared its variable.
      if (activation.parent === null)
        runtime.catalogs.authorizeType(parameter.type.alias, null, activation.module?.databaseId ?? runtime.catalogs.currentId);
      runtime.tableVariables.open(parameter.table, activation.id);
      activation.openTables.add(slot);
      if (isGiven) requireSameTable(name, argument, parameter);
      if (argument?.table) runtime.tableVariables.fill(parameter.table, activation.id, argument.table.rows);
    } else if (parameter.cursor) {
      if (isGiven) checkCursorArgument(argument);
    } else if (isGiven) activation.slots[slot] = passValue(name, argument, parameter, runtime.context);
    else if (parameter.default !== null) activation.slots[slot] = defaultValue(runtime, activation, parameter.default, parameter.type);
  });
}

/** A table-valued parameter takes a variable of its own type only; clients need not name the type. */
function requireSameTable(procedure: string, argument: NativeArgument, { type }: ModuleParameter): void {
  const given = argument.table === null ? typeToString(argument.type) : argument.table.typeName;
  const wanted = lastPart(type.alias ?? '');
  if (argument.value === null && argument.table === null && argument.type.name === 'nvarchar') return;
  if (given === '' || nameKey(lastPart(given)) === nameKey(wanted)) return;
  throw settlePlace(sqlError(206, lastPart(given), wanted), 0, procedure);
}

const lastPart = (name: string): string => name.slice(name.lastIndexOf('.') + 1);

/** OUTPUT values and cursors back to the caller. */
function returnArguments(
  activation: Activation,
  parameters: readonly ModuleParameter[],
  matched: readonly (NativeArgument | undefined)[],
): void {
  parameters.forEach((parameter, slot) => {
    if (parameter.output) matched[slot]?.assign(activation.slots[slot] ?? null, parameter.type);
  });
  returnCursors(activation, parameters, matched);
}

const ENTRY: Instruction = { kind: 'jump', line: 0, visible: 0, target: 0, depth: 0 };

function defaultValue(runtime: Runtime, activation: Activation, expression: Expression, type: Type): Value {
  return scalarOf(activation.compiled, ENTRY, expression, runtime.catalogs, type).evaluate(activation);
}

/** RETURN's value, or what the errors of the body make of it: 0, or 10 less the worst severity. */
function statusOf(runtime: Runtime, activation: Activation, spelled: string): number {
  const value = activation.returnValue;
  if (value === undefined) return activation.worstSeverity > 10 ? 10 - activation.worstSeverity : 0;
  if (value !== null) return Number(value);
  const notice = sqlError(282, spelled);
  const { number, severity, state, message } = notice;
  runtime.output.message({ number, severity, state, message, line: 0, procedure: spelled }, false);
  return 0;
}

function procedureParts(activation: Activation, statement: ExecuteProcedure): readonly string[] {
  const { procedure } = statement;
  if (procedure.kind === 'name') return procedure.parts.map((part) => part.value);
  const declaration = activation.compiled.program.variables.get(procedure.name.toLowerCase());
  if (declaration === undefined) throw sqlError(137, procedure.name);
  const name = activation.slots[declaration.slot];
  const parts = typeof name === 'string' ? parseName(name) : undefined;
  if (parts === undefined) throw sqlError(2812, typeof name === 'string' ? name : '');
  return parts.map((part) => part ?? '');
}

export function evaluateArgument(runtime: Runtime, activation: Activation, at: Instruction, argument: ExecuteArgument): NativeArgument {
  const { value, output } = argument;
  const name = argument.name?.name ?? '';
  const assign =
    output && value.kind === 'variable'
      ? (result: Value, type: Type) => assignVariable(runtime, activation, value.name, result, type)
      : () => {};
  if (value.kind === 'default') return { name, type: INT, value: null, output, isDefault: true, table: null, cursor: null, assign };
  if (value.kind === 'variable') {
    const declaration = activation.compiled.program.variables.get(value.name.toLowerCase());
    if (declaration?.table) {
      const rows = runtime.tableVariables.read(declaration.table, activation.id);
      return {
        name,
        type: declaration.type,
        value: null,
        output,
        isDefault: false,
        table: { typeName: declaration.type.alias ?? 'table', rows },
        cursor: null,
        assign,
      };
    }
    if (declaration?.type.name === 'cursor') {
      return {
        name,
        type: declaration.type,
        value: null,
        output,
        isDefault: false,
        table: null,
        cursor: { activation, slot: declaration.slot },
        assign: () => {},
      };
    }
  }
  const scalar = scalarOf(activation.compiled, at, value, runtime.catalogs);
  return { name, type: scalar.type, value: scalar.evaluate(activation), output, isDefault: false, table: null, cursor: null, assign };
}

/** Gives a variable of a running body a value of another type, converted as by SET. */
export function assignVariable(runtime: Runtime, activation: Activation, name: string, value: Value, type: Type): void {
  const declaration = activation.compiled.program.variables.get(name.toLowerCase());
  if (declaration === undefined) throw sqlError(137, name);
  activation.slots[declaration.slot] = value === null ? null : convertAssigned(runtime, value, type, declaration.type);
}

function convertAssigned(runtime: Runtime, value: NonNullable<Value>, from: Type, to: Type): Value {
  try {
    return converter(from, to)(value, runtime.context);
  } catch (error) {
    if (error instanceof SqlError && isString(from) && error.number === 245) throw sqlError(8114, from.name, to.name);
    throw error;
  }
}
