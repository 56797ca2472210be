/** The base of a command palette: groups of entries, filtered while typing, chosen with the arrow keys and Enter. */
import { Command } from 'cmdk';
import type { LucideIcon } from 'lucide-react';
import { Dialog as RadixDialog } from 'radix-ui';
import { shortcutText } from './shortcut.tsx';

export interface CommandEntry {
  readonly id: string;
  readonly label: string;
  /** Shown at the right in a quieter colour. */
  readonly detail?: string;
  readonly icon?: LucideIcon;
  readonly shortcut?: string;
  /** Further words that find it. */
  readonly keywords?: readonly string[];
  readonly disabled?: boolean;
  readonly run: () => void;
}

export interface CommandGroup {
  readonly heading: string;
  readonly entries: readonly CommandEntry[];
}

export interface CommandPaletteProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly placeholder: string;
  readonly groups: readonly CommandGroup[];
}

export function CommandPalette({ open, onOpenChange, placeholder, groups }: CommandPaletteProps) {
  return (
    <RadixDialog.Root open={open} onOpenChange={onOpenChange}>
      <RadixDialog.Portal>
        <RadixDialog.Overlay className="fixed inset-0 z-40 bg-overlay" />
        <RadixDialog.Content
          aria-describedby={undefined}
          className="fixed top-[12vh] left-1/2 z-50 w-[calc(100vw-3rem)] max-w-xl -translate-x-1/2 overflow-hidden rounded-lg border border-border bg-background shadow-xl"
        >
          <RadixDialog.Title className="sr-only">Command palette</RadixDialog.Title>
          <Command loop label="Command palette">
            <Command.Input
              placeholder={placeholder}
              className="h-10 w-full border-b border-border bg-transparent px-3 text-base outline-none placeholder:text-muted"
            />
            <Command.List className="max-h-[50vh] overflow-y-auto p-1">
              <Command.Empty className="p-4 text-center text-muted">Nothing found.</Command.Empty>
              {groups.map((group) => (
                <Group key={group.heading} group={group} close={() => onOpenChange(false)} />
              ))}
            </Command.List>
          </Command>
        </RadixDialog.Content>
      </RadixDialog.Portal>
    </RadixDialog.Root>
  );
}

function Group({ group, close }: { readonly group: CommandGroup; readonly close: () => void }) {
  return (
    <Command.Group
      heading={group.heading}
      className="[&_[cmdk-group-heading]]:px-2 [&_[cmdk-group-heading]]:py-1 [&_[cmdk-group-heading]]:text-xs [&_[cmdk-group-heading]]:text-muted"
    >
      {group.entries.map((entry) => (
        <Command.Item
          key={entry.id}
          value={`${entry.label} ${entry.id}`}
          keywords={[...(entry.keywords ?? [])]}
          disabled={entry.disabled === true}
          onSelect={() => {
            close();
            entry.run();
          }}
          className="flex h-8 items-center gap-2 rounded px-2 text-sm data-[disabled=true]:opacity-50 data-[selected=true]:bg-surface-hover [&_svg]:size-4"
        >
          {entry.icon !== undefined && <entry.icon aria-hidden className="text-muted" />}
          <span className="truncate">{entry.label}</span>
          <span className="ml-auto truncate pl-4 text-xs text-muted">{entry.detail}</span>
          {entry.shortcut !== undefined && <span className="text-xs text-muted">{shortcutText(entry.shortcut)}</span>}
        </Command.Item>
      ))}
    </Command.Group>
  );
}
