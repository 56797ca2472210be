/**
 * Prepared statements of clients: sp_prepare keeps a text with its parameters under a handle, sp_execute runs it. Nothing is bound when it is prepared;
 * the text's compiled form is shared with everyone anyway.
 */

import { INT } from '@sprocket/tsql';
import { parseName } from '../../catalog/object-name.ts';
import { sqlError } from '../../errors.ts';
import type { Steps } from '../../run/contracts.ts';
import { callModule, runParameterized } from '../../run/execute.ts';
import type { NativeArgument } from '../../run/modules.ts';
import type { PreparedText, SessionCore } from '../session-core.ts';

let handles = 0;

/** The text of an argument; NULL counts as empty. */
export function textOf(argument: NativeArgument | undefined): string {
  return argument === undefined || argument.value === null ? '' : String(argument.value);
}

/** sp_prepare @handle OUTPUT, @params, @stmt, @options. */
export function prepare(core: SessionCore, args: readonly NativeArgument[]): number {
  const [handle, parameters, text] = args;
  keep(core, handle, { parameters: textOf(parameters), text: textOf(text) });
  return 0;
}

function keep(core: SessionCore, handle: NativeArgument | undefined, prepared: PreparedText): PreparedText {
  // The text is looked at now, so that a syntax error is reported by sp_prepare.
  core.modules.batch(prepared.text, prepared.parameters);
  handles += 1;
  core.prepared.set(handles, prepared);
  handle?.assign(handles, INT);
  return prepared;
}

/** sp_execute @handle, values … */
export function* execute(core: SessionCore, args: readonly NativeArgument[]): Steps<number> {
  const [handle, ...values] = args;
  const id = Number(handle?.value ?? 0);
  const prepared = core.prepared.get(id);
  if (prepared === undefined) throw sqlError(8179, id);
  yield* runParameterized(core, 'sp_execute', prepared.text, prepared.parameters, values);
  return 0;
}

/** sp_prepexec @handle OUTPUT, @params, @stmt, values … */
export function* prepareAndExecute(core: SessionCore, args: readonly NativeArgument[]): Steps<number> {
  const [handle, parameters, text, ...values] = args;
  const prepared = keep(core, handle, { parameters: textOf(parameters), text: textOf(text) });
  yield* runParameterized(core, 'sp_prepexec', prepared.text, prepared.parameters, values);
  return 0;
}

/** sp_prepexecrpc @handle OUTPUT, @call, values …: the text names a procedure. */
export function* prepareAndExecuteCall(core: SessionCore, args: readonly NativeArgument[]): Steps<number> {
  const [handle, call, ...values] = args;
  const text = textOf(call);
  handles += 1;
  core.prepared.set(handles, { text, parameters: '' });
  handle?.assign(handles, INT);
  const parts = calledProcedure(core, text);
  const module = core.modules.procedure(parts);
  if (module === undefined) throw sqlError(2812, parts.join('.'));
  return (yield* callModule(core, module, parts.join('.'), values)) ?? 0;
}

/** A bare name, or a statement that calls it. */
function calledProcedure(core: SessionCore, text: string): readonly string[] {
  const name = parseName(text);
  if (name !== undefined) return name.map((part) => part ?? '');
  const [statement] = core.instance.code.parse(text, core.options);
  if (statement?.kind !== 'executeProcedure' || statement.procedure.kind !== 'name') throw sqlError(214, '@call', 'ntext/nchar/nvarchar');
  return statement.procedure.parts.map((part) => part.value);
}

/** sp_unprepare @handle. */
export function unprepare(core: SessionCore, args: readonly NativeArgument[]): number {
  const id = Number(args[0]?.value ?? 0);
  if (!core.prepared.delete(id)) throw sqlError(8179, id);
  return 0;
}
