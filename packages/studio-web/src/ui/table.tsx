/** A plain table for lists of tens to hundreds of rows: sticky head, dense rows. Result sets use the grid of the SQL Editor instead. */
import type { ComponentProps } from 'react';
import { cn } from '../lib/cn.ts';

export const Table = ({ className, ...props }: ComponentProps<'table'>) => (
  <table className={cn('w-full border-separate border-spacing-0 text-left text-sm', className)} {...props} />
);

export const HeadCell = ({ className, ...props }: ComponentProps<'th'>) => (
  <th
    scope="col"
    className={cn(
      'sticky top-0 z-10 h-8 border-b border-border bg-background px-2 text-xs font-medium whitespace-nowrap text-muted first:pl-4 last:pr-4',
      className,
    )}
    {...props}
  />
);

export const Row = ({ className, ...props }: ComponentProps<'tr'>) => <tr className={cn('hover:bg-surface', className)} {...props} />;

export const BodyCell = ({ className, ...props }: ComponentProps<'td'>) => (
  <td className={cn('h-9 border-b border-border px-2 py-1 align-middle first:pl-4 last:pr-4', className)} {...props} />
);
