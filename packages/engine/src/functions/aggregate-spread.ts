/** VAR, VARP, STDEV and STDEVP by Welford's method, which keeps its digits when the values lie far from zero. */

import type { Value } from '../values/value.ts';
import type { Fold } from './builtin.ts';

interface Spread {
  count: number;
  mean: number;
  /** Sum of squared distances from the mean. */
  squares: number;
}

/** NULL for no value, and for one value of a sample. */
export function spreadFold(kind: 'sample' | 'population', root: boolean): Fold {
  return {
    start: (): Spread => ({ count: 0, mean: 0, squares: 0 }),
    step: (state: Spread, value: Value) => {
      const x = value as number;
      state.count++;
      const distance = x - state.mean;
      state.mean += distance / state.count;
      state.squares += distance * (x - state.mean);
      return state;
    },
    result: ({ count, squares }: Spread) => {
      const divisor = kind === 'sample' ? count - 1 : count;
      if (divisor < 1) return null;
      const variance = squares / divisor;
      return root ? Math.sqrt(variance) : variance;
    },
  };
}
