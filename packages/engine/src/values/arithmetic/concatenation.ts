/** `+` over strings and over binaries: the result is cut at the length of its type, which is never more than 8,000 bytes unless it is MAX. */

import type { Type } from '@sprocket/tsql';
import { MAX } from '@sprocket/tsql';
import { type Operate, over } from './operator.ts';

/** `+` over two strings. */
export function stringConcatenation(result: Type): Operate {
  const { length } = result;
  if (length === MAX) return over<string>((a, b) => a + b);
  return over<string>((a, b) => (a.length + b.length <= length ? a + b : (a + b).slice(0, length)));
}

/** `+` over two binaries. */
export function binaryConcatenation(result: Type): Operate {
  const { length } = result;
  return over<Uint8Array>((a, b) => {
    const joined = new Uint8Array(a.length + b.length);
    joined.set(a);
    joined.set(b, a.length);
    return length === MAX || joined.length <= length ? joined : joined.subarray(0, length);
  });
}
