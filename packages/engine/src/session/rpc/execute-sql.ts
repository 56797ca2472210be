/** sp_executesql: a text with parameters. The text and the parameter list come first, by position or by name; the values follow. */

import { isUnicode } from '@sprocket/tsql';
import { sqlError } from '../../errors.ts';
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
  if (typeof text.value !== 'string' || !isUnicode(text.type)) throw sqlError(214, '@statement', 'ntext/nchar/nvarchar');
  const hasList = second !== undefined && (second.name === '' || PARAMETER_NAMES.has(second.name.toLowerCase()));
  if (hasList && second.value !== null && typeof second.value !== 'string') throw sqlError(214, '@params', 'ntext/nchar/nvarchar');
  const signature = hasList ? String(second.value ?? '') : '';
  yield* runParameterized(core, 'sp_executesql', text.value, signature, args.slice(hasList ? 2 : 1));
  return core.status.error;
}
