/**
 * Short confirmations in the corner. `toast(…)` may be called from anywhere; one `Toaster` shows them.
 *
 * Errors stay until they are dismissed; what must not be missed belongs into the screen instead.
 */
import { X } from 'lucide-react';
import { Toast as Radix } from 'radix-ui';
import { useSyncExternalStore } from 'react';
import { messageOf } from '../api/problem-error.ts';
import { IconButton } from './icon-button.tsx';
import { createToastStore, type ToastEntry } from './toast-store.ts';

const store = createToastStore();

/** Shows a confirmation. */
export const toast = (title: string, description?: string): void => store.add({ tone: 'success', title, description });

/** Shows that an action failed, and why. */
export const toastError = (title: string, error: unknown): void => store.add({ tone: 'danger', title, description: messageOf(error) });

export function Toaster() {
  const entries = useSyncExternalStore(store.subscribe, store.entries);
  return (
    <Radix.Provider swipeDirection="right" duration={5000} label="Notification">
      {entries.map((entry) => (
        <ToastItem key={entry.id} entry={entry} />
      ))}
      <Radix.Viewport className="fixed bottom-10 left-1/2 z-50 flex w-96 max-w-[calc(100vw-2rem)] -translate-x-1/2 flex-col gap-2 outline-none" />
    </Radix.Provider>
  );
}

function ToastItem({ entry }: { readonly entry: ToastEntry }) {
  const failed = entry.tone === 'danger';
  return (
    <Radix.Root
      duration={failed ? Number.POSITIVE_INFINITY : 5000}
      type={failed ? 'foreground' : 'background'}
      onOpenChange={(open) => !open && store.remove(entry.id)}
      className={`flex items-start gap-2 rounded-md border border-l-4 border-border bg-background py-2 pr-1 pl-3 shadow-lg ${failed ? 'border-l-danger' : 'border-l-success'}`}
    >
      <div className="min-w-0 flex-1">
        <Radix.Title className="text-sm font-medium">{entry.title}</Radix.Title>
        {entry.description !== undefined && (
          <Radix.Description className="text-sm break-words text-muted">{entry.description}</Radix.Description>
        )}
      </div>
      <Radix.Close asChild>
        <IconButton icon={X} label="Dismiss" />
      </Radix.Close>
    </Radix.Root>
  );
}
