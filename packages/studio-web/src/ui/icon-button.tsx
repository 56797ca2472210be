/**
 * A button that is an icon: its label is read to screen readers and shown as a tooltip together with its shortcut.
 *
 * A button that may not be used now stays focusable (`aria-disabled`), so that the tooltip can say why and which role it needs.
 */
import type { LucideIcon } from 'lucide-react';
import type { ComponentProps } from 'react';
import { cn } from '../lib/cn.ts';
import { buttonClasses } from './button.tsx';
import { Spinner } from './spinner.tsx';
import { Tooltip, type TooltipProps } from './tooltip.tsx';

export interface IconButtonProps extends Omit<ComponentProps<'button'>, 'children' | 'disabled'> {
  readonly icon: LucideIcon;
  readonly label: string;
  readonly shortcut?: string | undefined;
  /** Why it cannot be used now; shown instead of acting. */
  readonly unavailable?: string | undefined;
  readonly busy?: boolean;
  readonly side?: TooltipProps['side'];
  readonly variant?: 'primary' | 'plain' | 'ghost' | 'danger';
}

export function IconButton(props: IconButtonProps) {
  const { icon: Icon, label, shortcut, unavailable, busy = false, side = 'bottom', variant = 'ghost', className, onClick, ...rest } = props;
  const held = unavailable !== undefined || busy;
  return (
    <Tooltip content={unavailable ?? label} shortcut={unavailable === undefined ? shortcut : undefined} side={side}>
      <button
        type="button"
        aria-label={label}
        aria-disabled={held || undefined}
        aria-busy={busy || undefined}
        className={cn(buttonClasses({ variant, size: 'icon' }), className)}
        onClick={held ? (event) => event.preventDefault() : onClick}
        {...rest}
      >
        {busy ? <Spinner /> : <Icon aria-hidden />}
      </button>
    </Tooltip>
  );
}
