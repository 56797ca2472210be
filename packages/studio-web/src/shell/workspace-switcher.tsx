/** Shows the workspace and changes to another one. */
import type { Workspace } from '@sprocket/studio-contract';
import { useNavigate } from '@tanstack/react-router';
import { ChevronsUpDown, Plus } from 'lucide-react';
import { cn } from '../lib/cn.ts';
import { DropdownMenu, type MenuItem } from '../ui/index.ts';

export interface WorkspaceSwitcherProps {
  readonly open: boolean;
  readonly workspace: Workspace | undefined;
  readonly workspaces: readonly Workspace[];
}

export function WorkspaceSwitcher({ open, workspace, workspaces }: WorkspaceSwitcherProps) {
  const navigate = useNavigate();
  const items: readonly MenuItem[] = [
    { kind: 'heading', label: 'Workspaces' },
    ...workspaces.map(
      (each): MenuItem => ({
        kind: 'choice',
        label: each.name,
        checked: each.id === workspace?.id,
        onSelect: () => void navigate({ to: '/c/$slug', params: { slug: each.slug } }),
      }),
    ),
    { kind: 'separator' },
    { kind: 'action', label: 'New workspace…', icon: Plus, onSelect: () => void navigate({ to: '/workspaces/new' }) },
  ];
  const name = workspace?.name ?? 'No workspace';
  return <DropdownMenu items={items} trigger={<SwitcherButton name={name} open={open} />} />;
}

// The menu hands its event handlers and its ref on as further props.
function SwitcherButton({ name, open, ...props }: { readonly name: string; readonly open: boolean }) {
  return (
    <button
      type="button"
      className={cn('flex h-8 min-w-0 items-center gap-2 rounded-md hover:bg-surface-hover', open ? 'flex-1 px-1.5' : 'w-8 justify-center')}
      {...props}
    >
      <span
        aria-hidden
        className="flex size-6 shrink-0 items-center justify-center rounded bg-primary text-xs font-semibold text-on-primary"
      >
        {name.slice(0, 1).toUpperCase()}
      </span>
      <span className="sr-only">Workspace: </span>
      <span className={open ? 'flex-1 truncate text-left font-semibold' : 'sr-only'}>{name}</span>
      {open && <ChevronsUpDown aria-hidden className="size-3.5 shrink-0 text-muted" />}
    </button>
  );
}
