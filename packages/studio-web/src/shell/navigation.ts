/** The entries of the sidebar as data: where they lead, who sees them, and which feature must be on. */
import type { Role } from '@sprocket/studio-contract';
import { Activity, FileCode, FileText, FolderTree, ListChecks, type LucideIcon, ScrollText, Server, Settings, Users } from 'lucide-react';

export interface NavigationEntry {
  readonly to:
    | '/c/$slug/sql-editor'
    | '/c/$slug/members'
    | '/c/$slug/environments'
    | '/c/$slug/categories'
    | '/c/$slug/templates'
    | '/c/$slug/lint-rules'
    | '/c/$slug/audit'
    | '/c/$slug/activity'
    | '/c/$slug/settings';
  readonly label: string;
  readonly icon: LucideIcon;
  /** The least role that sees it. */
  readonly role: Role;
}

export interface NavigationGroup {
  readonly label: string;
  readonly feature?: 'sqlEditor';
  readonly entries: readonly NavigationEntry[];
}

export const navigation: readonly NavigationGroup[] = [
  {
    label: 'SQL Tools',
    feature: 'sqlEditor',
    entries: [{ to: '/c/$slug/sql-editor', label: 'SQL Editor', icon: FileCode, role: 'member' }],
  },
  {
    label: 'Workspace',
    entries: [
      { to: '/c/$slug/members', label: 'Members', icon: Users, role: 'member' },
      { to: '/c/$slug/environments', label: 'Environments', icon: Server, role: 'admin' },
      { to: '/c/$slug/categories', label: 'Categories', icon: FolderTree, role: 'author' },
      { to: '/c/$slug/templates', label: 'Templates', icon: FileText, role: 'author' },
      { to: '/c/$slug/lint-rules', label: 'Lint rules', icon: ListChecks, role: 'author' },
      { to: '/c/$slug/audit', label: 'Audit', icon: ScrollText, role: 'author' },
      { to: '/c/$slug/activity', label: 'Activity', icon: Activity, role: 'author' },
      { to: '/c/$slug/settings', label: 'Settings', icon: Settings, role: 'member' },
    ],
  },
];
