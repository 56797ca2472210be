/** Tabs with a flat underline. The list takes arrow keys; the panels are the caller's `TabPanel`s. */
import { Tabs as Radix } from 'radix-ui';
import type { ComponentProps, ReactNode } from 'react';
import { cn } from '../lib/cn.ts';

export const Tabs = ({ className, ...props }: ComponentProps<typeof Radix.Root>) => (
  <Radix.Root className={cn('flex min-h-0 flex-col', className)} {...props} />
);

export const TabList = ({ className, ...props }: ComponentProps<typeof Radix.List>) => (
  <Radix.List className={cn('flex shrink-0 items-center gap-1 border-b border-border', className)} {...props} />
);

export const Tab = ({
  value,
  children,
  className,
}: {
  readonly value: string;
  readonly children: ReactNode;
  readonly className?: string;
}) => (
  <Radix.Trigger
    value={value}
    className={cn(
      '-mb-px flex h-8 items-center gap-1.5 border-b-2 border-transparent px-2.5 text-sm text-muted hover:text-foreground',
      'data-[state=active]:border-accent data-[state=active]:text-foreground',
      className,
    )}
  >
    {children}
  </Radix.Trigger>
);

export const TabPanel = ({ className, ...props }: ComponentProps<typeof Radix.Content>) => (
  <Radix.Content className={cn('min-h-0 flex-1', className)} {...props} />
);
