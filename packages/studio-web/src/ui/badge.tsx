/** A small word with a colour by its meaning, and the coloured dot that marks an environment. */
import type { ReactNode } from 'react';
import { cn } from '../lib/cn.ts';

const TONES = {
  neutral: 'bg-surface-hover text-muted',
  accent: 'bg-accent-subtle text-accent',
  success: 'bg-success-subtle text-success',
  warning: 'bg-warning-subtle text-warning',
  danger: 'bg-danger-subtle text-danger',
  violet: 'bg-violet-subtle text-violet',
} as const;
export type Tone = keyof typeof TONES;

export interface BadgeProps {
  readonly tone?: Tone;
  readonly children: ReactNode;
  readonly className?: string;
}

export function Badge({ tone = 'neutral', className, children }: BadgeProps) {
  return (
    <span
      className={cn('inline-flex shrink-0 items-center gap-1 rounded px-1.5 text-xs font-medium whitespace-nowrap', TONES[tone], className)}
    >
      {children}
    </span>
  );
}

const DOTS: Readonly<Record<string, string>> = {
  slate: 'bg-slate-500',
  blue: 'bg-blue-500',
  green: 'bg-green-600',
  amber: 'bg-amber-500',
  red: 'bg-red-500',
  violet: 'bg-violet-500',
};

/** The colour of an environment. It is never the only sign: its name stands beside it. */
export const ColourDot = ({ colour, className }: { readonly colour: string; readonly className?: string }) => (
  <span aria-hidden className={cn('inline-block size-2.5 shrink-0 rounded-full', DOTS[colour] ?? DOTS.slate, className)} />
);
