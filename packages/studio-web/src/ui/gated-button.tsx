/** A button that stays focusable when it may not be used, so that its tooltip can say why and which role it needs. */
import type { ReactNode } from 'react';
import { Button, type ButtonProps } from './button.tsx';
import { Tooltip } from './tooltip.tsx';

export interface GatedButtonProps extends Omit<ButtonProps, 'asChild' | 'disabled'> {
  /** Why it cannot be used now; undefined when it can. */
  readonly unavailable: string | undefined;
  readonly children: ReactNode;
}

export function GatedButton({ unavailable, onClick, ...props }: GatedButtonProps) {
  const held = unavailable !== undefined;
  return (
    <Tooltip content={unavailable}>
      <Button
        {...props}
        aria-disabled={held || undefined}
        onClick={held ? (event) => event.preventDefault() : onClick}
        {...(held ? { type: 'button' as const } : {})}
      />
    </Tooltip>
  );
}
