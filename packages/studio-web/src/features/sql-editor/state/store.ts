/** A value that components watch: the smallest store there is. Changes go through `update`, so that every state follows from the one before. */
import { useSyncExternalStore } from 'react';

export interface Store<State> {
  get(): State;
  update(change: (state: State) => State): void;
  subscribe(listener: () => void): () => void;
}

export function createStore<State>(initial: State): Store<State> {
  const listeners = new Set<() => void>();
  let state = initial;
  return {
    get: () => state,
    update(change) {
      const next = change(state);
      if (next === state) return;
      state = next;
      for (const listener of [...listeners]) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** A part of a store's state. The part must keep its identity while nothing in it changes. */
export function useStore<State, Part>(store: Store<State>, part: (state: State) => Part): Part {
  return useSyncExternalStore(store.subscribe, () => part(store.get()));
}
