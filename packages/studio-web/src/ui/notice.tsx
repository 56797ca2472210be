/** A notice inside a screen: information, a warning, or why something failed. */
import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { cn } from '../lib/cn.ts';

const LOOKS = {
  info: { icon: Info, classes: 'bg-accent-subtle text-accent' },
  success: { icon: CircleCheck, classes: 'bg-success-subtle text-success' },
  warning: { icon: TriangleAlert, classes: 'bg-warning-subtle text-warning' },
  danger: { icon: CircleAlert, classes: 'bg-danger-subtle text-danger' },
} as const;

export interface NoticeProps {
  readonly tone?: keyof typeof LOOKS;
  readonly children: ReactNode;
  /** Buttons at the right end. */
  readonly action?: ReactNode;
  readonly className?: string;
}

export function Notice({ tone = 'info', children, action, className }: NoticeProps) {
  const { icon: Icon, classes } = LOOKS[tone];
  return (
    <div
      role={tone === 'danger' ? 'alert' : 'status'}
      className={cn('flex items-start gap-2 rounded-md px-3 py-2 text-sm', classes, className)}
    >
      <Icon aria-hidden className="mt-0.5 size-4 shrink-0" />
      <div className="min-w-0 flex-1 text-foreground">{children}</div>
      {action}
    </div>
  );
}
