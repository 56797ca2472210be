/** The list of notifications that are on the screen, for useSyncExternalStore. */

export interface ToastEntry {
  readonly id: number;
  readonly tone: 'success' | 'danger';
  readonly title: string;
  readonly description?: string | undefined;
}

/** More than this many at once would cover the screen: the oldest goes first. */
const MOST = 4;

export function createToastStore() {
  const listeners = new Set<() => void>();
  let entries: readonly ToastEntry[] = [];
  let nextId = 1;
  const set = (changed: readonly ToastEntry[]) => {
    entries = changed;
    for (const listener of listeners) listener();
  };
  return {
    entries: () => entries,
    add: (entry: Omit<ToastEntry, 'id'>) => set([...entries.slice(1 - MOST), { ...entry, id: nextId++ }]),
    remove: (id: number) => set(entries.filter((entry) => entry.id !== id)),
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
