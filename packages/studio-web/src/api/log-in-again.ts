/**
 * The meeting point of calls that found the session expired and the dialog that renews it.
 *
 * Several calls may fail at once: they share one dialog and go on together when it is done.
 */

export interface LogInAgain {
  /** Opens the dialog, or joins the one that is open. */
  readonly ask: () => Promise<void>;
  /** Ends it: the waiting calls are repeated, or fail. */
  readonly settle: (outcome: 'logged-in' | 'given-up') => void;
  readonly isOpen: () => boolean;
  readonly subscribe: (listener: () => void) => () => void;
}

export function createLogInAgain(): LogInAgain {
  const listeners = new Set<() => void>();
  let waiting: PromiseWithResolvers<void> | undefined;
  const changed = () => {
    for (const listener of listeners) listener();
  };
  return {
    ask: () => {
      if (waiting === undefined) {
        waiting = Promise.withResolvers<void>();
        changed();
      }
      return waiting.promise;
    },
    settle: (outcome) => {
      const ended = waiting;
      waiting = undefined;
      changed();
      if (outcome === 'logged-in') ended?.resolve();
      else ended?.reject(new Error('You are logged out.'));
    },
    isOpen: () => waiting !== undefined,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
