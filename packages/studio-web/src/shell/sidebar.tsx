/** The sidebar of the application: the workspace, its tools and screens, the person. Collapsed it is a rail of icons with tooltips. */
import { roleAllows, type Workspace } from '@sprocket/studio-contract';
import { Link } from '@tanstack/react-router';
import { PanelLeftClose, PanelLeftOpen } from 'lucide-react';
import { cn } from '../lib/cn.ts';
import { useSession } from '../session/session.ts';
import { IconButton, Tooltip } from '../ui/index.ts';
import { type NavigationEntry, type NavigationGroup, navigation } from './navigation.ts';
import { UserMenu } from './user-menu.tsx';
import { WorkspaceSwitcher } from './workspace-switcher.tsx';

export interface SidebarProps {
  readonly open: boolean;
  readonly onToggle: () => void;
  /** The workspace whose entries are shown; undefined while there is none. */
  readonly workspace: Workspace | undefined;
  readonly workspaces: readonly Workspace[];
}

export function Sidebar({ open, onToggle, workspace, workspaces }: SidebarProps) {
  const { features } = useSession();
  const groups = navigation.filter((group) => group.feature === undefined || features[group.feature]);
  return (
    <nav
      aria-label="Application"
      data-state={open ? 'open' : 'collapsed'}
      className={cn('flex shrink-0 flex-col border-r border-border bg-surface', open ? 'w-56' : 'w-12')}
    >
      <div className={cn('flex gap-1 p-2', open ? 'items-center' : 'flex-col items-center')}>
        <WorkspaceSwitcher open={open} workspace={workspace} workspaces={workspaces} />
        <IconButton
          icon={open ? PanelLeftClose : PanelLeftOpen}
          label={open ? 'Collapse the sidebar' : 'Open the sidebar'}
          shortcut="Ctrl+B"
          side="right"
          onClick={onToggle}
          aria-expanded={open}
        />
      </div>
      <div className="flex min-h-0 flex-1 flex-col gap-3 overflow-y-auto px-2 py-1">
        {workspace !== undefined && groups.map((group) => <Group key={group.label} group={group} open={open} workspace={workspace} />)}
      </div>
      <div className="p-2">
        <UserMenu open={open} />
      </div>
    </nav>
  );
}

function Group({ group, open, workspace }: { readonly group: NavigationGroup; readonly open: boolean; readonly workspace: Workspace }) {
  const entries = group.entries.filter((entry) => roleAllows(workspace.role, entry.role));
  return (
    <div>
      {open ? <h2 className="px-2 pb-0.5 text-xs font-medium text-muted">{group.label}</h2> : <div className="mx-1 mb-2 h-px bg-border" />}
      <ul aria-label={group.label} className="flex flex-col gap-0.5">
        {entries.map((entry) => (
          <li key={entry.to}>
            <EntryLink entry={entry} open={open} slug={workspace.slug} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function EntryLink({ entry, open, slug }: { readonly entry: NavigationEntry; readonly open: boolean; readonly slug: string }) {
  return (
    <Tooltip content={open ? undefined : entry.label} side="right">
      <Link
        to={entry.to}
        params={{ slug }}
        aria-label={entry.label}
        className={cn('flex h-7 items-center gap-2 rounded-md text-foreground hover:bg-surface-hover', open ? 'px-2' : 'justify-center')}
        activeProps={{ className: 'bg-surface-active font-medium', 'aria-current': 'page' }}
      >
        <entry.icon aria-hidden className="size-4 shrink-0" />
        {open && <span className="truncate">{entry.label}</span>}
      </Link>
    </Tooltip>
  );
}
