/** A tooltip with an optional keyboard shortcut. It also works on a disabled button, which is where it has to say what is missing. */
import { Tooltip as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { Shortcut } from './shortcut.tsx';

export interface TooltipProps {
  /** Nothing is shown when there is nothing to say. */
  readonly content: ReactNode;
  /** e.g. `Ctrl+S`. */
  readonly shortcut?: string | undefined;
  readonly side?: 'top' | 'right' | 'bottom' | 'left';
  readonly children: ReactNode;
}

export const TooltipProvider = ({ children }: { readonly children: ReactNode }) => (
  <Radix.Provider delayDuration={400} skipDelayDuration={200}>
    {children}
  </Radix.Provider>
);

export function Tooltip({ content, shortcut, side = 'bottom', children }: TooltipProps) {
  if (content === undefined || content === null || content === '') return children;
  return (
    <Radix.Root>
      <Radix.Trigger asChild>{children}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          side={side}
          sideOffset={6}
          collisionPadding={8}
          className="z-50 flex max-w-72 items-center gap-2 rounded-md bg-tooltip px-2 py-1 text-xs text-on-tooltip shadow-md"
        >
          {content}
          {shortcut !== undefined && <Shortcut keys={shortcut} onDark />}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
