/**
 * From statements to a program. Control flow becomes jumps here and nowhere else; every other statement becomes one instruction that carries its
 * syntax. Variables get their slots in the order of the text, which is also how far they can be seen: a DECLARE in a branch that never runs still
 * declares. What the parser has checked already (BREAK outside a loop, RETURN with a value in a batch) is not checked again.
 */

import type {
  BinaryOperator,
  BrokerStatement,
  Declaration,
  Expression,
  Parameter,
  SetMethod,
  SetVariable,
  Statement,
  TryCatch,
  While,
} from '@sprocket/tsql';
import { SqlError, sqlError } from '../errors.ts';
import type { VariableDeclaration } from '../run/contracts.ts';
import { dbccProcedure } from './dbcc-procedure.ts';
import { atLine, createEmitter, declareVariable, type Emitter, emit, emitJump, finish, patch, type TypeResolver } from './emitter.ts';
import type { BrokerCode, Program } from './program.ts';
import { receivedBy } from './receive.ts';
import { textStatement } from './text-statement.ts';

/** A variable that exists before the text starts: a parameter, or the table that a table-valued function returns. */
export type Predeclared = Omit<VariableDeclaration, 'slot'>;

/** Flattens a batch or a body. Raises 132, 133, 134 and the errors of unknown types, with their lines. */
export function flatten(statements: readonly Statement[], types: TypeResolver, predeclared: readonly Predeclared[] = []): Program {
  const emitter = createEmitter(types);
  for (const { name, type, table, readOnly } of predeclared) declareVariable(emitter, name, 0, type, table, readOnly);
  for (const statement of statements) flattenStatement(emitter, statement);
  return finish(emitter, predeclared.length);
}

/** The parameters of a module as its first variables. */
export function predeclare(parameters: readonly Parameter[], types: TypeResolver): readonly Predeclared[] {
  return parameters.map((parameter, i) => {
    const { name } = parameter.variable;
    const { type, table } = resolve(types, parameter, i + 1);
    if (table !== null && !parameter.readOnly) throw atLine(sqlError(352, name), parameter.span.line);
    if (table === null && parameter.readOnly) throw atLine(sqlError(346, name), parameter.span.line);
    return { name, type, table: table === null ? null : types.instance(name, table), readOnly: parameter.readOnly };
  });
}

/** Declarations are counted through the batch or module, parameters first. */
function resolve(
  types: TypeResolver,
  node: Pick<Parameter, 'type' | 'span' | 'variable'>,
  ordinal: number,
): ReturnType<TypeResolver['scalar']> {
  try {
    return types.scalar(node.type, { name: node.variable.name, ordinal });
  } catch (error) {
    if (error instanceof SqlError) throw atLine(error, node.span.line);
    throw error;
  }
}

function flattenStatement(emitter: Emitter, statement: Statement): void {
  const { line } = statement.span;
  switch (statement.kind) {
    case 'block':
      for (const inner of statement.statements) flattenStatement(emitter, inner);
      return;
    case 'if':
      return flattenIf(emitter, statement);
    case 'while':
      return flattenWhile(emitter, statement);
    case 'break':
    case 'continue':
      return flattenLoopExit(emitter, statement.kind, line);
    case 'goto':
      emitter.gotos.set(emitJump(emitter, line, 0), statement.label.value);
      return;
    case 'label':
      return flattenLabel(emitter, statement.name.value, line);
    case 'tryCatch':
      return flattenTry(emitter, statement);
    case 'declare':
      for (const item of statement.items) flattenDeclaration(emitter, item, line);
      return;
    case 'return':
      emit(emitter, line, { kind: 'return', value: statement.value });
      return;
    case 'setVariable': {
      const declaration = declared(emitter, statement.variable.name, line);
      emit(emitter, line, { kind: 'assign', slot: declaration.slot, value: assignedValue(statement), declares: false });
      return;
    }
    case 'setMethod':
      return flattenMutation(emitter, statement, line);
    case 'textStatement':
      return flattenStatement(emitter, textStatement(statement));
    default:
      return flattenPlain(emitter, statement, line);
  }
}

/** `@v += e` assigns `@v + e`. */
function assignedValue({ variable, op, value, span }: SetVariable): Expression {
  if (op === '=') return value;
  return { kind: 'arithmetic', op: op.slice(0, -1) as BinaryOperator, left: variable, right: value, span };
}

/** `SET @x.modify('…')` and `SET @g.STSrid = 0` give the variable the changed value. */
function flattenMutation(emitter: Emitter, statement: SetMethod, line: number): void {
  const { variable, method, args, value: given, span } = statement;
  const { slot } = declared(emitter, variable.name, line);
  const mutation = args === null ? { args: given === null ? [] : [given], mutates: 'property' as const } : { args, mutates: true as const };
  const value: Expression = { kind: 'methodCall', target: variable, method, ...mutation, span };
  emit(emitter, line, { kind: 'assign', slot, value, declares: false });
}

/** Statements that are one instruction each. */
function flattenPlain(emitter: Emitter, statement: Statement, line: number): void {
  switch (statement.kind) {
    case 'insert':
      if (statement.source.kind === 'insertExecute')
        emit(emitter, line, { kind: 'insertExecute', statement, execute: statement.source.execute });
      else emit(emitter, line, { kind: 'query', statement });
      return;
    case 'select':
    case 'update':
    case 'delete':
    case 'merge':
    case 'truncate':
      emit(emitter, line, { kind: 'query', statement });
      return;
    case 'print':
      emit(emitter, line, { kind: 'print', statement });
      return;
    case 'raiseError':
      emit(emitter, line, { kind: 'raise', statement });
      return;
    case 'throw':
      emit(emitter, line, { kind: 'throw', statement });
      return;
    case 'executeProcedure':
      if (statement.args.some((argument) => argument.output && argument.value.kind !== 'variable')) throw atLine(sqlError(179), line);
      emit(emitter, line, { kind: 'execute', statement });
      return;
    case 'dbcc': {
      const procedure = dbccProcedure(statement);
      if (procedure === null) return flattenSession(emitter, statement, line);
      emit(emitter, line, { kind: 'execute', statement: procedure });
      return;
    }
    case 'executeString':
      emit(emitter, line, { kind: 'executeString', statement });
      return;
    case 'beginTransaction':
    case 'commitTransaction':
    case 'rollbackTransaction':
    case 'saveTransaction':
      emit(emitter, line, { kind: 'transaction', statement });
      return;
    default:
      return flattenSession(emitter, statement, line);
  }
}

/** Cursors, settings and everything that changes definitions. */
function flattenSession(emitter: Emitter, statement: Statement, line: number): void {
  switch (statement.kind) {
    case 'declareCursor':
      emit(emitter, line, { kind: 'declareCursor', name: statement.name.value, slot: null, definition: statement.definition });
      return;
    case 'setCursorVariable': {
      const { slot } = declared(emitter, statement.variable.name, line);
      emit(emitter, line, { kind: 'declareCursor', name: null, slot, definition: statement.definition });
      return;
    }
    case 'openCursor':
      emit(emitter, line, { kind: 'openCursor', statement });
      return;
    case 'fetchCursor':
      emit(emitter, line, { kind: 'fetchCursor', statement });
      return;
    case 'closeCursor':
      emit(emitter, line, { kind: 'closeCursor', statement });
      return;
    case 'deallocateCursor':
      emit(emitter, line, { kind: 'deallocateCursor', statement });
      return;
    case 'setOptions':
      emit(emitter, line, { kind: 'setSwitches', names: statement.names, on: statement.on });
      if (statement.names.some((name) => SETS_ANSI_NULLS.has(name))) emitter.ansiNulls = statement.on;
      return;
    case 'setOption':
      emit(emitter, line, { kind: 'setValue', statement });
      return;
    case 'setIsolationLevel':
      emit(emitter, line, { kind: 'setIsolation', statement });
      return;
    case 'setIdentityInsert':
      emit(emitter, line, { kind: 'setIdentityInsert', statement });
      return;
    case 'use':
      emit(emitter, line, { kind: 'use', statement });
      return;
    case 'waitFor':
      emit(emitter, line, { kind: 'wait', statement });
      return;
    case 'beginDialog':
    case 'endConversation':
    case 'send':
    case 'receive':
    case 'getConversationGroup':
    case 'moveConversation':
    case 'beginConversationTimer':
      return flattenBroker(emitter, statement, null);
    case 'waitForStatement': {
      const { statement: inner, timeout } = statement;
      if (inner.kind === 'receive' || inner.kind === 'getConversationGroup') return flattenBroker(emitter, inner, { timeout });
      emit(emitter, line, { kind: 'administer', statement });
      return;
    }
    default:
      emit(emitter, line, ADMINISTRATIVE.has(statement.kind) ? { kind: 'administer', statement } : { kind: 'ddl', statement });
  }
}

function flattenBroker(emitter: Emitter, statement: BrokerStatement, wait: BrokerCode['wait']): void {
  const { line } = statement.span;
  if (statement.kind === 'beginDialog')
    requireHandle(declared(emitter, statement.handle.name, line), 'conversation handle', 'BEGIN DIALOG', line);
  if (statement.kind === 'getConversationGroup')
    requireHandle(declared(emitter, statement.group.name, line), 'conversation group', 'GET CONVERSATION GROUP', line);
  const received = statement.kind === 'receive' ? receivedBy(emitter, statement) : null;
  emit(emitter, line, { kind: 'broker', statement, received, wait });
}

/** 8402 for a variable that cannot take a handle. */
function requireHandle({ type }: VariableDeclaration, what: string, statement: string, line: number): void {
  if (type.name !== 'uniqueidentifier') throw atLine(sqlError(8402, what, statement, 'uniqueidentifier', type.name), line);
}

/** Statements about the session or the server that change no definition, and those that are refused when they are reached. */
const ADMINISTRATIVE: ReadonlySet<Statement['kind']> = new Set<Statement['kind']>([
  'setStatistics',
  'setOffsets',
  'kill',
  'checkpoint',
  'reconfigure',
  'shutdown',
  'setUser',
  'executeAs',
  'revert',
  'bulkInsert',
  'insertBulk',
  'atomicBlock',
]);

function flattenIf(emitter: Emitter, statement: Extract<Statement, { kind: 'if' }>): void {
  const { line } = statement.span;
  const condition = emit(emitter, line, { kind: 'jumpUnless', condition: statement.condition, target: -1, loop: false });
  flattenStatement(emitter, statement.then);
  if (statement.otherwise === null) return patch(emitter, condition);
  const end = emitJump(emitter, line, emitter.depth);
  patch(emitter, condition);
  flattenStatement(emitter, statement.otherwise);
  patch(emitter, end);
}

function flattenWhile(emitter: Emitter, statement: While): void {
  const { line } = statement.span;
  const start = emitter.code.length;
  const condition = emit(emitter, line, { kind: 'jumpUnless', condition: statement.condition, target: -1, loop: true });
  const loop = { start, depth: emitter.depth, breaks: [condition] };
  emitter.loops.push(loop);
  flattenStatement(emitter, statement.body);
  emitter.loops.pop();
  emitJump(emitter, line, emitter.depth, start);
  for (const place of loop.breaks) patch(emitter, place);
}

function flattenLoopExit(emitter: Emitter, kind: 'break' | 'continue', line: number): void {
  const loop = emitter.loops.at(-1);
  if (loop === undefined) throw atLine(sqlError(kind === 'break' ? 135 : 136), line);
  if (kind === 'continue') emitJump(emitter, line, loop.depth, loop.start);
  else loop.breaks.push(emitJump(emitter, line, loop.depth));
}

function flattenLabel(emitter: Emitter, name: string, line: number): void {
  const key = name.toLowerCase();
  if (emitter.labels.has(key)) throw atLine(sqlError(132, name), line);
  emitter.labels.set(key, { target: emitter.code.length, depth: emitter.depth });
}

/** TRY: enter, body, jump over the handler. The handler runs at the same depth: its caught error takes the place of the TRY. */
function flattenTry(emitter: Emitter, statement: TryCatch): void {
  const { line } = statement.span;
  const enter = emit(emitter, line, { kind: 'enterTry', handler: -1 });
  emitter.depth += 1;
  for (const inner of statement.statements) flattenStatement(emitter, inner);
  const afterBody = emitJump(emitter, line, emitter.depth - 1);
  patch(emitter, enter);
  for (const inner of statement.handler) flattenStatement(emitter, inner);
  emitter.depth -= 1;
  const afterHandler = emitJump(emitter, line, emitter.depth);
  patch(emitter, afterBody);
  patch(emitter, afterHandler);
}

function flattenDeclaration(emitter: Emitter, item: Declaration, line: number): void {
  const { name } = item.variable;
  if (item.kind === 'declareTable') {
    const table = emitter.types.table(name, item.elements);
    const { slot } = declareVariable(emitter, name, line, { name: 'table', length: 0, precision: 0, scale: 0 }, table);
    emit(emitter, line, { kind: 'declareTable', slot });
    return;
  }
  const { type, table } = resolve(emitter.types, item, emitter.variables.size + 1);
  if (LEGACY.has(type.name)) throw atLine(sqlError(2739), line);
  const own = table === null ? null : emitter.types.instance(name, table);
  const { slot } = declareVariable(emitter, name, line, type, own);
  if (table !== null) emit(emitter, line, { kind: 'declareTable', slot });
  else if (item.value !== null) emit(emitter, line, { kind: 'assign', slot, value: item.value, declares: true });
}

/** Types of parameters and columns that no local variable has. */
const SETS_ANSI_NULLS: ReadonlySet<string> = new Set(['ANSI_NULLS', 'ANSI_DEFAULTS']);

const LEGACY: ReadonlySet<string> = new Set(['text', 'ntext', 'image']);

function declared(emitter: Emitter, name: string, line: number): VariableDeclaration {
  const declaration = emitter.variables.get(name.toLowerCase());
  if (declaration === undefined) throw atLine(sqlError(137, name), line);
  return declaration;
}
