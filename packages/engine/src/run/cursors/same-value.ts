/** Whether two values of one column are the same bit for bit, as optimistic concurrency compares them. */

import { isDateTimeOffset, isVariant, type Value } from '../../values/value.ts';

export function sameValue(a: Value, b: Value): boolean {
  if (a === b) return true;
  if (a instanceof Uint8Array && b instanceof Uint8Array) return a.length === b.length && a.every((byte, i) => byte === b[i]);
  if (isDateTimeOffset(a) && isDateTimeOffset(b)) return a.utc === b.utc && a.offset === b.offset;
  return isVariant(a) && isVariant(b) && a.type.name === b.type.name && sameValue(a.value, b.value);
}
