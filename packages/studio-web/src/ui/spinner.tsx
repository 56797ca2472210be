/** A small turning ring. It is silent for screen readers: say what is loading beside it, or use Loading. */
import { LoaderCircle } from 'lucide-react';
import { cn } from '../lib/cn.ts';

export function Spinner({ className }: { readonly className?: string }) {
  return <LoaderCircle aria-hidden className={cn('size-4 animate-spin text-current', className)} />;
}

/** Fills its container while something loads. */
export function Loading({ label = 'Loading…' }: { readonly label?: string }) {
  return (
    <div role="status" className="flex h-full min-h-24 items-center justify-center gap-2 text-muted">
      <Spinner />
      <span>{label}</span>
    </div>
  );
}
