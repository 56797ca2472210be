/**
 * PRINT, RAISERROR and THROW. Severities up to 10 are messages that go out as they happen; above, RAISERROR and THROW are errors like any other,
 * except that XACT_ABORT passes over RAISERROR and that an uncaught THROW ends the batch.
 */

import { INT, isString, isUnicode, nvarchar, TINYINT, type Type } from '@sprocket/tsql';
import { formatMessage, SqlError, sqlError } from '../errors.ts';
import { formatRaiserror } from '../functions/printf.ts';
import type { Instruction } from '../program/program.ts';
import type { Value } from '../values/value.ts';
import { printedScalar, scalarOf } from './compiled.ts';
import { RaisedError } from './failures.ts';
import { PRINT_BYTES } from './prepare.ts';
import { instructionOf, settlePlace } from './recover.ts';
import type { Activation, Runtime } from './runtime.ts';

type Of<Kind extends Instruction['kind']> = Extract<Instruction, { kind: Kind }>;

export function printMessage(runtime: Runtime, activation: Activation, instruction: Of<'print'>): void {
  const text = printable(runtime, activation, instruction);
  // An empty PRINT arrives as one blank.
  sendMessage(runtime, activation, { number: 0, severity: 0, state: 1, text: text === '' ? ' ' : text, flush: false });
  runtime.status.rowCount = 0;
  runtime.status.error = 0;
}

function printable(runtime: Runtime, activation: Activation, instruction: Of<'print'>): string {
  const scalar = printedScalar(activation.compiled, instruction, instruction.statement.value, runtime.catalogs);
  const value = scalar.evaluate(activation);
  return value === null ? '' : String(value).slice(0, isUnicode(scalar.type) ? PRINT_BYTES / 2 : PRINT_BYTES);
}

interface Message {
  readonly number: number;
  readonly severity: number;
  readonly state: number;
  readonly text: string;
  readonly flush: boolean;
}

function sendMessage(runtime: Runtime, activation: Activation, { number, severity, state, text, flush }: Message): void {
  if (flush) runtime.transactions.settle();
  const line = instructionOf(activation)?.line ?? 0;
  runtime.output.message({ number, severity, state, message: text, line, procedure: activation.procedureName }, flush);
}

export function raise(runtime: Runtime, activation: Activation, instruction: Of<'raise'>): void {
  const { statement } = instruction;
  const value = (expression: (typeof statement)['message'], target?: Type): Value =>
    scalarOf(activation.compiled, instruction, expression, runtime.catalogs, target).evaluate(activation);
  const wanted = Number(value(statement.severity, INT) ?? 0);
  const state = clampState(Number(value(statement.state, INT) ?? 0));
  const hasLog = statement.options.includes('LOG');
  if (hasLog && !runtime.catalogs.unrestricted) throw sqlError(2778);
  if (wanted > 25 || (wanted > 18 && !hasLog)) throw sqlError(2754, 18);
  const message = messageOf(runtime, activation, instruction, wanted, state);
  const severity = wanted < 0 ? message.severity : wanted;
  if (severity > 10) {
    const error = new RaisedError(message.number, severity, state, message.text, severity >= 20 ? 'connection' : 'statement');
    throw message.number < LEAST_STORED ? ofStatement(error, activation) : error;
  }
  sendMessage(runtime, activation, {
    ...message,
    severity: severity === 10 ? 0 : severity,
    state,
    flush: statement.options.includes('NOWAIT'),
  });
  runtime.status.rowCount = 0;
  runtime.status.error = statement.options.includes('SETERROR') ? message.number : 0;
}

/** An error of a statement that is executed as a procedure of the server: it is where the statement is. */
function ofStatement(error: RaisedError, { parent }: Activation): RaisedError {
  if (parent !== null) settlePlace(error, instructionOf(parent)?.line ?? 0, parent.procedureName);
  return error;
}

/** Messages below are raised by the server alone. */
const LEAST_STORED = 13000;

/** A negative state becomes 1; one above 255 becomes 255. */
function clampState(state: number): number {
  return state < 0 ? 1 : state > 255 ? 255 : state;
}

interface Formatted {
  readonly number: number;
  readonly text: string;
  /** The stored message's own severity, which a negative one asks for. */
  readonly severity: number;
}

function messageOf(runtime: Runtime, activation: Activation, instruction: Of<'raise'>, severity: number, state: number): Formatted {
  const { statement } = instruction;
  if (statement.args.length > 20) throw sqlError(2747, 20);
  const args = statement.args.map((arg) => {
    const scalar = scalarOf(activation.compiled, instruction, arg, runtime.catalogs);
    return { type: scalar.type, value: scalar.evaluate(activation) };
  });
  const scalar = scalarOf(activation.compiled, instruction, statement.message, runtime.catalogs);
  const message = scalar.evaluate(activation);
  if (isString(scalar.type)) return { number: 50000, text: formatRaiserror(String(message ?? ''), args), severity: 0 };
  const stored = Number(message ?? 0);
  // The server's own procedures raise what nobody else may.
  if ((stored < LEAST_STORED && activation.module?.schema !== 'sys') || stored === 50000)
    throw sqlError(2732, stored, LEAST_STORED, 2147483647);
  return storedMessage(runtime, stored, severity, state, args);
}

/** RAISERROR with a number: a message of sp_addmessage or of the system. */
function storedMessage(
  runtime: Runtime,
  number: number,
  severity: number,
  state: number,
  args: Parameters<typeof formatRaiserror>[1],
): Formatted {
  const message = runtime.catalogs.message(number);
  if (message === undefined) throw sqlError(18054, number, severity, state);
  const text =
    number < LEAST_STORED
      ? formatMessage(
          message.text,
          args.map((arg) => String(arg.value ?? '(null)')),
        )
      : formatRaiserror(message.text, args);
  return { number, text, severity: message.severity };
}

export function throwError(runtime: Runtime, activation: Activation, instruction: Of<'throw'>): never {
  const { error } = instruction.statement;
  if (error === null) throw rethrown(activation);
  const value = (expression: typeof error.number, target: Type): Value =>
    scalarOf(activation.compiled, instruction, expression, runtime.catalogs, target).evaluate(activation);
  const number = Number(value(error.number, INT) ?? 0);
  if (number < 50000) throw sqlError(35100, number);
  const message = String(value(error.message, nvarchar(2048)) ?? '');
  throw new SqlError(number, 16, Number(value(error.state, TINYINT) ?? 0), message, 'batch');
}

/** THROW without arguments: the caught error again, where it came from. */
function rethrown(activation: Activation): SqlError {
  for (let depth = activation.blocks.length - 1; depth >= 0; depth -= 1) {
    const block = activation.blocks[depth];
    if (block?.kind !== 'catch') continue;
    const { number, severity, state, message, line, procedure } = block.error;
    return settlePlace(new SqlError(number, severity, state, message, 'batch'), line, procedure);
  }
  return sqlError(10704);
}
