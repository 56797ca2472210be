/**
 * Dialogs. Focus goes in when they open and back to where it was when they close; the body scrolls, never the page.
 *
 * AlertDialog asks before something that cannot be undone: it does not close by a click outside, and its first focus is on Cancel.
 */
import { X } from 'lucide-react';
import { AlertDialog as RadixAlert, Dialog as RadixDialog } from 'radix-ui';
import type { ReactNode } from 'react';
import { cn } from '../lib/cn.ts';
import { Button } from './button.tsx';
import { IconButton } from './icon-button.tsx';

const OVERLAY = 'fixed inset-0 z-40 bg-overlay';
const PANEL =
  'fixed top-1/2 left-1/2 z-40 flex max-h-[calc(100dvh-3rem)] w-[calc(100vw-3rem)] -translate-x-1/2 -translate-y-1/2 flex-col ' +
  'rounded-lg border border-border bg-background shadow-xl focus:outline-none';
const WIDTHS = { sm: 'max-w-md', md: 'max-w-xl', lg: 'max-w-3xl', full: 'h-[calc(100dvh-3rem)] max-w-[90rem]' } as const;

export interface DialogProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly title: ReactNode;
  readonly description?: ReactNode;
  readonly width?: keyof typeof WIDTHS;
  /** Buttons at the lower end. */
  readonly footer?: ReactNode;
  /** Without it the body has padding and scrolls. */
  readonly bodyClassName?: string;
  readonly children?: ReactNode;
}

export function Dialog({ open, onOpenChange, title, description, width = 'sm', footer, bodyClassName, children }: DialogProps) {
  return (
    <RadixDialog.Root open={open} onOpenChange={onOpenChange}>
      <RadixDialog.Portal>
        <RadixDialog.Overlay className={OVERLAY} />
        <RadixDialog.Content className={cn(PANEL, WIDTHS[width])} {...(description === undefined ? { 'aria-describedby': undefined } : {})}>
          <header className="border-b border-border py-2.5 pr-11 pl-4">
            <RadixDialog.Title className="text-base font-semibold">{title}</RadixDialog.Title>
            {description !== undefined && <RadixDialog.Description className="text-sm text-muted">{description}</RadixDialog.Description>}
          </header>
          <div className={cn('min-h-0 flex-1', bodyClassName ?? 'overflow-auto p-4')}>{children}</div>
          {footer !== undefined && <DialogFooter>{footer}</DialogFooter>}
          {/* Last, so that the first focus is on what the dialog is for. */}
          <IconButton icon={X} label="Close" shortcut="Esc" className="absolute top-2 right-2" onClick={() => onOpenChange(false)} />
        </RadixDialog.Content>
      </RadixDialog.Portal>
    </RadixDialog.Root>
  );
}

export const DialogFooter = ({ children }: { readonly children: ReactNode }) => (
  <footer className="flex flex-wrap justify-end gap-2 border-t border-border px-4 py-2.5">{children}</footer>
);

export interface AlertDialogProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly title: ReactNode;
  readonly description: ReactNode;
  /** The word on the acting button; say what happens ("Delete"), never "OK". */
  readonly action: string;
  readonly onAction: () => void;
  readonly danger?: boolean;
  readonly busy?: boolean;
  /** Holds the action back until the person has done what `children` ask for. */
  readonly disabled?: boolean;
  /** Further buttons between Cancel and the action. */
  readonly more?: ReactNode;
  readonly children?: ReactNode;
}

export function AlertDialog(props: AlertDialogProps) {
  const {
    open,
    onOpenChange,
    title,
    description,
    action,
    onAction,
    danger = false,
    busy = false,
    disabled = false,
    more,
    children,
  } = props;
  return (
    <RadixAlert.Root open={open} onOpenChange={onOpenChange}>
      <RadixAlert.Portal>
        <RadixAlert.Overlay className={OVERLAY} />
        <RadixAlert.Content className={cn(PANEL, WIDTHS.sm)}>
          <div className="flex flex-col gap-2 overflow-auto p-4">
            <RadixAlert.Title className="text-base font-semibold">{title}</RadixAlert.Title>
            <RadixAlert.Description asChild>
              <div className="text-sm text-muted">{description}</div>
            </RadixAlert.Description>
            {children}
          </div>
          <DialogFooter>
            <RadixAlert.Cancel asChild>
              <Button>Cancel</Button>
            </RadixAlert.Cancel>
            {more}
            <Button variant={danger ? 'danger' : 'primary'} busy={busy} disabled={disabled} onClick={onAction}>
              {action}
            </Button>
          </DialogFooter>
        </RadixAlert.Content>
      </RadixAlert.Portal>
    </RadixAlert.Root>
  );
}
