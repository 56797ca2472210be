/**
 * Arguments of a procedure call matched to its parameters: by position, then by name, defaults for the rest. The same rules serve EXEC and calls that
 * clients make. Matching is a function of names alone; values are converted when they are passed, and a value that does not convert is Msg 8114.
 */

import { typeToString } from '@sprocket/tsql';
import type { Environment } from '../environment.ts';
import { SqlError, sqlError } from '../errors.ts';
import { converter } from '../values/convert.ts';
import { typeWord } from '../values/failure.ts';
import type { Value } from '../values/value.ts';
import type { ModuleParameter, NativeArgument } from './modules.ts';
import { settlePlace } from './recover.ts';

/** The argument for each parameter, in parameter order; undefined takes the default. */
export type Matched = readonly (NativeArgument | undefined)[];

/** Raises 8146, 8144, 8143, 119, 201, 8145 and 8162 for calls that do not fit; errors carry line 0 and the procedure's name. */
export function matchArguments(procedure: string, parameters: readonly ModuleParameter[], args: readonly NativeArgument[]): Matched {
  if (args.length > 0 && parameters.length === 0) throw callError(procedure, sqlError(8146, baseName(procedure)));
  if (args.length > parameters.length) throw callError(procedure, sqlError(8144, baseName(procedure)));
  const matched: (NativeArgument | undefined)[] = parameters.map(() => undefined);
  const unknown: string[] = [];
  let named = false;
  args.forEach((argument, position) => {
    if (argument.name === '') {
      if (named) throw callError(procedure, sqlError(119, position + 1));
      matched[position] = argument;
      return;
    }
    named = true;
    const place = parameters.findIndex((parameter) => parameter.name.toLowerCase() === argument.name.toLowerCase());
    if (place < 0) unknown.push(argument.name);
    else if (matched[place] !== undefined) throw callError(procedure, sqlError(8143, argument.name));
    else matched[place] = argument;
  });
  checkSupplied(procedure, parameters, matched, unknown);
  return matched;
}

function checkSupplied(procedure: string, parameters: readonly ModuleParameter[], matched: Matched, unknown: readonly string[]): void {
  parameters.forEach((parameter, place) => {
    const argument = matched[place];
    const isMissing = argument === undefined || argument.isDefault;
    if (isMissing && parameter.default === null && parameter.table === null && !parameter.cursor) {
      throw callError(procedure, sqlError(201, baseName(procedure), parameter.name));
    }
    if (argument?.output === true && !parameter.output) throw callError(procedure, sqlError(8162, parameter.name));
  });
  const [first] = unknown;
  if (first !== undefined) throw callError(procedure, sqlError(8145, first, baseName(procedure)));
}

/** The value as the parameter holds it. */
export function passValue(procedure: string, argument: NativeArgument, parameter: ModuleParameter, env: Environment): Value {
  if (argument.value === null) return null;
  try {
    return converter(argument.type, parameter.type)(argument.value, env);
  } catch (error) {
    if (!(error instanceof SqlError) || isValidation(error)) throw error;
    throw callError(procedure, sqlError(8114, typeWord(argument.type), typeWord(parameter.type)));
  }
}

/** What makes a value no instance of its schema collection is told as it is. */
const isValidation = ({ number }: SqlError): boolean => number >= 6901 && number <= 6965;

/** The texts name a procedure without its schema. */
const baseName = (procedure: string): string => procedure.slice(procedure.lastIndexOf('.') + 1);

/** Errors of a call that did not get as far as its body. */
function callError(procedure: string, error: SqlError): SqlError {
  return settlePlace(error, 0, procedure);
}

/** `@p int, @q nvarchar(10) OUTPUT`: for messages and traces. */
export function signatureText(parameters: readonly ModuleParameter[]): string {
  return parameters.map(({ name, type, output }) => `${name} ${typeToString(type)}${output ? ' OUTPUT' : ''}`).join(', ');
}
