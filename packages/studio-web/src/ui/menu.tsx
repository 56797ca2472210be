/**
 * Menus from data: the same items serve a dropdown (a button) and a context menu (right click, or the menu key on the focused row).
 */
import { Check, type LucideIcon } from 'lucide-react';
import { ContextMenu as RadixContext, DropdownMenu as RadixDropdown } from 'radix-ui';
import type { ReactNode } from 'react';
import { cn } from '../lib/cn.ts';
import { shortcutText } from './shortcut.tsx';

export type MenuItem =
  | {
      readonly kind: 'action';
      readonly label: string;
      readonly icon?: LucideIcon;
      readonly shortcut?: string;
      readonly danger?: boolean;
      readonly disabled?: boolean;
      readonly onSelect: () => void;
    }
  /** One of a group of choices. */
  | { readonly kind: 'choice'; readonly label: string; readonly checked: boolean; readonly onSelect: () => void }
  | { readonly kind: 'heading'; readonly label: string }
  | { readonly kind: 'submenu'; readonly label: string; readonly icon?: LucideIcon; readonly items: readonly MenuItem[] }
  | { readonly kind: 'separator' };

const CONTENT =
  'z-50 max-h-[min(24rem,var(--radix-popper-available-height))] min-w-44 overflow-y-auto rounded-md border border-border bg-background p-1 shadow-lg';
const ITEM =
  'flex w-full select-none items-center gap-2 rounded px-2 py-1 text-sm outline-none data-[disabled]:pointer-events-none data-[disabled]:opacity-50 ' +
  'data-[highlighted]:bg-surface-hover data-[state=open]:bg-surface-hover [&_svg]:size-4 [&_svg]:shrink-0';

/** The parts that both menus of Radix have. */
type Parts = Pick<typeof RadixDropdown, 'Item' | 'CheckboxItem' | 'Label' | 'Separator' | 'Sub' | 'SubTrigger' | 'SubContent' | 'Portal'>;

export interface DropdownMenuProps {
  readonly trigger: ReactNode;
  readonly items: readonly MenuItem[];
  readonly align?: 'start' | 'center' | 'end';
  readonly side?: 'top' | 'right' | 'bottom' | 'left';
}

export function DropdownMenu({ trigger, items, align = 'start', side = 'bottom' }: DropdownMenuProps) {
  return (
    <RadixDropdown.Root modal={false}>
      <RadixDropdown.Trigger asChild>{trigger}</RadixDropdown.Trigger>
      <RadixDropdown.Portal>
        <RadixDropdown.Content align={align} side={side} sideOffset={4} collisionPadding={8} className={CONTENT}>
          <Items items={items} parts={RadixDropdown} />
        </RadixDropdown.Content>
      </RadixDropdown.Portal>
    </RadixDropdown.Root>
  );
}

/** Wraps the element that is right-clicked; it must accept a ref and event handlers. */
export function ContextMenu({ children, items }: { readonly children: ReactNode; readonly items: readonly MenuItem[] }) {
  return (
    <RadixContext.Root modal={false}>
      <RadixContext.Trigger asChild>{children}</RadixContext.Trigger>
      <RadixContext.Portal>
        <RadixContext.Content collisionPadding={8} className={CONTENT}>
          <Items items={items} parts={RadixContext as unknown as Parts} />
        </RadixContext.Content>
      </RadixContext.Portal>
    </RadixContext.Root>
  );
}

function Items({ items, parts }: { readonly items: readonly MenuItem[]; readonly parts: Parts }) {
  return items.map((item, index) => (
    <Item key={'label' in item ? `${item.kind} ${item.label}` : `${item.kind} ${index}`} item={item} parts={parts} />
  ));
}

function Item({ item, parts }: { readonly item: MenuItem; readonly parts: Parts }) {
  switch (item.kind) {
    case 'separator':
      return <parts.Separator className="my-1 h-px bg-border" />;
    case 'heading':
      return <parts.Label className="truncate px-2 py-1 text-xs text-muted">{item.label}</parts.Label>;
    case 'choice':
      return (
        <parts.CheckboxItem checked={item.checked} onSelect={item.onSelect} className={ITEM}>
          {item.checked ? <Check aria-hidden /> : <span className="size-4" />}
          <span className="truncate">{item.label}</span>
        </parts.CheckboxItem>
      );
    case 'submenu':
      return (
        <parts.Sub>
          <parts.SubTrigger className={ITEM}>
            {item.icon !== undefined && <item.icon aria-hidden />}
            <span className="flex-1">{item.label}</span>
            <span aria-hidden>›</span>
          </parts.SubTrigger>
          <parts.Portal>
            <parts.SubContent className={CONTENT} collisionPadding={8}>
              <Items items={item.items} parts={parts} />
            </parts.SubContent>
          </parts.Portal>
        </parts.Sub>
      );
    case 'action':
      return (
        <parts.Item disabled={item.disabled === true} onSelect={item.onSelect} className={cn(ITEM, item.danger === true && 'text-danger')}>
          {item.icon !== undefined && <item.icon aria-hidden />}
          <span className="flex-1 truncate">{item.label}</span>
          {item.shortcut !== undefined && <span className="pl-4 text-xs text-muted">{shortcutText(item.shortcut)}</span>}
        </parts.Item>
      );
  }
}
