/** The frame of the screens before login. */
import type { ReactNode } from 'react';
import { useTitle } from '../../lib/title.ts';

export interface AuthCardProps {
  readonly title: string;
  readonly description?: ReactNode;
  readonly children: ReactNode;
  /** Where else one may want to go. */
  readonly footer?: ReactNode;
}

export function AuthCard({ title, description, children, footer }: AuthCardProps) {
  useTitle(title);
  return (
    <main className="flex h-full flex-col items-center overflow-auto bg-surface px-4 pt-[14vh] pb-8">
      <p className="mb-4 flex items-center gap-2 text-base font-semibold">
        <img src="/icon.svg" alt="" className="size-6" />
        Sprocket
      </p>
      <div className="w-full max-w-sm rounded-lg border border-border bg-background p-6">
        <h1 className="text-lg font-semibold">{title}</h1>
        {description !== undefined && <div className="mt-1 text-muted">{description}</div>}
        <div className="mt-4">{children}</div>
      </div>
      {footer !== undefined && <p className="mt-4 text-muted">{footer}</p>}
    </main>
  );
}
