/** What stands where nothing is yet, or where something failed: one sentence on what it is, one action on what to do next. */
import { type LucideIcon, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { messageOf } from '../api/problem-error.ts';
import { Button } from './button.tsx';

export interface EmptyStateProps {
  readonly icon?: LucideIcon;
  readonly title: string;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
}

export function EmptyState({ icon: Icon, title, children, action }: EmptyStateProps) {
  return (
    <div className="flex h-full min-h-40 flex-col items-center justify-center gap-1 p-6 text-center">
      {Icon !== undefined && <Icon aria-hidden className="mb-1 size-6 text-muted" strokeWidth={1.5} />}
      <p className="font-medium">{title}</p>
      {children !== undefined && <div className="max-w-md text-muted">{children}</div>}
      {action !== undefined && <div className="mt-3 flex gap-2">{action}</div>}
    </div>
  );
}

/** A failure of one widget, with its reason and a way to try again. */
export function ErrorState({ error, onRetry }: { readonly error: unknown; readonly onRetry?: (() => void) | undefined }) {
  return (
    <div role="alert" className="h-full">
      <EmptyState
        icon={TriangleAlert}
        title="This could not be loaded"
        action={onRetry !== undefined && <Button onClick={onRetry}>Try again</Button>}
      >
        {messageOf(error)}
      </EmptyState>
    </div>
  );
}
