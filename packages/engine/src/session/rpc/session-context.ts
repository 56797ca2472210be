/** sp_set_session_context @key, @value, @read_only. */

import { SQL_VARIANT } from '@sprocket/tsql';
import { sqlError } from '../../errors.ts';
import type { NativeArgument } from '../../run/modules.ts';
import { isVariant, type Value, type Variant } from '../../values/value.ts';
import type { SessionCore } from '../session-core.ts';

export function setSessionContext(core: SessionCore, args: readonly NativeArgument[]): number {
  const find = (name: string, position: number): NativeArgument | undefined =>
    args.find((argument) => argument.name.toLowerCase() === name) ?? (args[position]?.name === '' ? args[position] : undefined);
  const key = String(find('@key', 0)?.value ?? '').toLowerCase();
  const value = find('@value', 1);
  if (core.sessionContext.get(key)?.readOnly === true) throw sqlError(15664, key);
  const readOnly = Number(find('@read_only', 2)?.value ?? 0) === 1;
  if (value === undefined || value.value === null) core.sessionContext.delete(key);
  else core.sessionContext.set(key, { value: asVariant(value), readOnly });
  return 0;
}

function asVariant({ type, value }: NativeArgument): Value {
  if (type.name === SQL_VARIANT.name || value === null || isVariant(value)) return value;
  return { type, value: value as Variant['value'] };
}
