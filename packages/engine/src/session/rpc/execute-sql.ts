/** sp_executesql: a text with parameters. The text and the parameter list come first, by position or by name; the values follow. */

import { isUnicode } from '@sprocket/tsql';
import { type SqlError, sqlError, sqlErrorState } from '../../errors.ts';
import type { Steps } from '../../run/contracts.ts';
import { runParameterized } from '../../run/execute.ts';
import type { NativeArgument } from '../../run/modules.ts';
import type { SessionCore } from '../session-core.ts';

const TEXT_NAMES: ReadonlySet<string> = new Set(['@stmt', '@statement', '@batch_text']);
const PARAMETER_NAMES: ReadonlySet<string> = new Set(['@params', '@parameters', '@parameter_list']);

export function* executeSql(core: SessionCore, args: readonly NativeArgument[]): Steps<number> {
  const [text, second] = args;
  if (text === undefined || (text.name !== '' && !TEXT_NAMES.has(text.name.toLowerCase())))
    throw sqlError(201, 'sp_executesql', '@statement');
  if (text.value === null) return 0;
  if (typeof text.value !== 'string' || !isUnicode(text.type)) throw wrongType('@statement');
  const hasList = second !== undefined && (second.name === '' || PARAMETER_NAMES.has(second.name.toLowerCase()));
  if (hasList && second.value !== null && typeof second.value !== 'string') throw wrongType('@params');
  const signature = hasList ? String(second.value ?? '') : '';
  yield* runParameterized(core, 'sp_executesql', text.value, signature, args.slice(hasList ? 2 : 1));
  return core.status.error;
}

function wrongType(parameter: string): SqlError {
  const error = sqlErrorState(214, 2, parameter, 'ntext/nchar/nvarchar');
  error.procedure = 'sp_executesql';
  error.line = 1;
  return error;
}
