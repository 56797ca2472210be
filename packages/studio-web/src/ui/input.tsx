/** Text fields. All share one look; `aria-invalid` turns the border red. */
import { ChevronDown } from 'lucide-react';
import type { ComponentProps } from 'react';
import { cn } from '../lib/cn.ts';

const FIELD =
  'w-full rounded-md border border-border-strong bg-background px-2 text-sm text-foreground placeholder:text-muted ' +
  'focus-visible:outline-2 focus-visible:-outline-offset-1 focus-visible:outline-accent ' +
  'disabled:cursor-not-allowed disabled:bg-surface disabled:text-muted read-only:bg-surface aria-invalid:border-danger';

export function Input({ className, type = 'text', ...props }: ComponentProps<'input'>) {
  return <input type={type} className={cn(FIELD, 'h-8', className)} {...props} />;
}

export function Textarea({ className, ...props }: ComponentProps<'textarea'>) {
  return <textarea className={cn(FIELD, 'min-h-20 py-1.5', className)} {...props} />;
}

export interface SelectProps extends ComponentProps<'select'> {
  /** Lower, for rows of tables and toolbars. */
  readonly compact?: boolean;
}

/** The browser's own list: it works by keyboard, by screen reader and inside dialogs. */
export function Select({ className, compact = false, children, ...props }: SelectProps) {
  return (
    <span className={cn('relative inline-flex w-full', className)}>
      <select className={cn(FIELD, 'appearance-none bg-background! pr-7', compact ? 'h-7' : 'h-8')} {...props}>
        {children}
      </select>
      <ChevronDown aria-hidden className="pointer-events-none absolute top-1/2 right-2 size-4 -translate-y-1/2 text-muted" />
    </span>
  );
}
