/** sp_set_session_context @key, @value, @read_only. */

import { SQL_VARIANT } from '@sprocket/tsql';
import { sqlError } from '../../errors.ts';
import type { NativeArgument } from '../../run/modules.ts';
import { isVariant, type Value, type Variant } from '../../values/value.ts';
import type { SessionCore } from '../session-core.ts';

export function setSessionContext(core: SessionCore, args: readonly NativeArgument[]): number {
  const find = (name: string, position: number): NativeArgument | undefined =>
    args.find((argument) => argument.name.toLowerCase() === name) ?? (args[position]?.name === '' ? args[position] : undefined);
  const written = find('@key', 0)?.value;
  if (typeof written !== 'string') throw sqlError(225, 'procedure', 'sp_set_session_context');
  if (written === '' || written.length > 128) throw sqlError(15666, written);
  const key = contextKey(written);
  const value = find('@value', 1);
  if (core.sessionContext.get(key)?.readOnly === true) throw sqlError(15664, written);
  const readOnly = Number(find('@read_only', 2)?.value ?? 0) === 1;
  if (value === undefined || value.value === null) core.sessionContext.delete(key);
  else core.sessionContext.set(key, { value: asVariant(value), readOnly });
  return 0;
}

/** Keys are the same when they differ in trailing blanks or in the case of their first letter, and in nothing else. */
export function contextKey(written: string): string {
  const key = written.replace(/ +$/, '');
  return key.slice(0, 1).toLowerCase() + key.slice(1);
}

function asVariant({ type, value }: NativeArgument): Value {
  if (type.name === SQL_VARIANT.name || value === null || isVariant(value)) return value;
  return { type, value: value as Variant['value'] };
}
