/**
 * Takes a request's steps until they end. Steps that never wait run at once, without a turn of the event loop; the others go on when what they wait
 * for has settled, or in the next turn when they only make room for other sessions.
 */

import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Steps, Wait } from '../run/contracts.ts';

/** Undefined when the steps ended without waiting. `resumed` is called before they go on. */
export function drive(steps: Steps<void>, resumed: () => void): Promise<void> | undefined {
  resumed();
  const first = steps.next();
  return first.done === true ? undefined : goOn(steps, first.value, resumed);
}

async function goOn(steps: Steps<void>, first: Wait, resumed: () => void): Promise<void> {
  let wait = first;
  for (;;) {
    if (wait.kind === 'promise') await wait.promise;
    else await nextTurn();
    resumed();
    const step = steps.next();
    if (step.done === true) return;
    wait = step.value;
  }
}
