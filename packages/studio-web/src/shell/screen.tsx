/** A screen of the shell: a head with the title and its actions, and one scroll container for the rest. */
import type { ReactNode } from 'react';
import { cn } from '../lib/cn.ts';
import { useTitle } from '../lib/title.ts';
import { useWorkspaceName } from '../session/workspace.tsx';

/** A container that scrolls must be reachable by keyboard, or it could not be scrolled by it. */
export const scrollable = { tabIndex: 0 } as const;

export interface ScreenProps {
  readonly title: string;
  /** One sentence on what is arranged here. */
  readonly description?: ReactNode;
  readonly actions?: ReactNode;
  /** Below the head and above what scrolls: filters. */
  readonly toolbar?: ReactNode;
  /** `page` has padding and a readable width; `flush` leaves both to the content (tables). */
  readonly layout?: 'page' | 'flush';
  readonly children: ReactNode;
}

export function Screen({ title, description, actions, toolbar, layout = 'page', children }: ScreenProps) {
  useTitle(title, useWorkspaceName());
  return (
    <main className="flex h-full min-w-0 flex-col">
      <header className="flex min-h-12 shrink-0 flex-wrap items-center gap-x-3 gap-y-1 border-b border-border px-4 py-2">
        <div className="min-w-0 flex-1">
          <h1 className="text-lg font-semibold">{title}</h1>
          {description !== undefined && <p className="text-muted">{description}</p>}
        </div>
        {actions}
      </header>
      {toolbar !== undefined && <div className="flex shrink-0 flex-wrap items-end gap-2 border-b border-border px-4 py-2">{toolbar}</div>}
      <div {...scrollable} className={cn('min-h-0 flex-1 overflow-auto', layout === 'page' && 'p-4')}>
        {layout === 'page' ? <div className="max-w-3xl">{children}</div> : children}
      </div>
    </main>
  );
}

/** A part of a screen with its own heading. */
export function Section({
  title,
  description,
  children,
}: {
  readonly title: string;
  readonly description?: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <section className="border-b border-border py-5 first:pt-0 last:border-b-0">
      <h2 className="text-base font-semibold">{title}</h2>
      {description !== undefined && <p className="mb-3 text-muted">{description}</p>}
      <div className="mt-2">{children}</div>
    </section>
  );
}
