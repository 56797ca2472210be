/** Rows on their way to the client: one by one, waiting when it is slow, looking at the clock now and then. */

import type { Value } from '../values/value.ts';
import type { Steps } from './contracts.ts';
import type { Runtime } from './runtime.ts';

/** Rows between two looks at the clock. */
const LOOK_EVERY = 256;

/** Sends rows until they end or `limit` (0: none) is reached; returns how many. */
export function* sendRows(runtime: Runtime, rows: Iterable<readonly Value[]>, limit: number): Steps<number> {
  const { output } = runtime;
  let count = 0;
  for (const row of rows) {
    if (limit > 0 && count >= limit) break;
    count += 1;
    if (output.row(row)) yield { kind: 'promise', promise: output.drained() };
    if (count % LOOK_EVERY === 0) {
      runtime.checkCancelled();
      if (runtime.sliceIsOver()) yield { kind: 'slice' };
    }
  }
  return count;
}
