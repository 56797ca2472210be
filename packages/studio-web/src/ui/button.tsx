/** Buttons: `primary` once a screen at most, `danger` for what cannot be undone, `ghost` in toolbars, `plain` for the rest. */
import { cva, type VariantProps } from 'class-variance-authority';
import { Slot } from 'radix-ui';
import type { ComponentProps } from 'react';
import { cn } from '../lib/cn.ts';
import { Spinner } from './spinner.tsx';

export const buttonClasses = cva(
  'inline-flex shrink-0 items-center justify-center gap-1.5 whitespace-nowrap rounded-md border text-sm font-medium transition-colors duration-100 ' +
    'disabled:cursor-not-allowed disabled:opacity-50 aria-disabled:cursor-not-allowed aria-disabled:opacity-50 [&_svg]:size-4 [&_svg]:shrink-0',
  {
    variants: {
      variant: {
        primary: 'border-transparent bg-primary text-on-primary enabled:hover:bg-primary-hover',
        plain: 'border-border-strong bg-background text-foreground enabled:hover:bg-surface-hover',
        ghost: 'border-transparent text-foreground enabled:hover:bg-surface-hover',
        danger: 'border-transparent bg-danger text-on-danger enabled:hover:bg-danger-hover',
      },
      size: { md: 'h-8 px-3', sm: 'h-7 px-2', icon: 'size-7 p-0' },
    },
    defaultVariants: { variant: 'plain', size: 'md' },
  },
);

export interface ButtonProps extends ComponentProps<'button'>, VariantProps<typeof buttonClasses> {
  /** Gives the look to the only child (a link) instead. */
  readonly asChild?: boolean;
  /** Shows that the action runs, and holds further presses back. */
  readonly busy?: boolean;
}

export function Button({
  className,
  variant,
  size,
  asChild = false,
  busy = false,
  disabled,
  children,
  type = 'button',
  ...props
}: ButtonProps) {
  const classes = cn(buttonClasses({ variant, size }), className);
  if (asChild) {
    return (
      <Slot.Root className={classes} {...props}>
        {children}
      </Slot.Root>
    );
  }
  return (
    <button type={type} className={classes} disabled={disabled === true || busy} aria-busy={busy || undefined} {...props}>
      {busy && <Spinner />}
      {children}
    </button>
  );
}
