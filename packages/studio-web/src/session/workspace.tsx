/** The workspace of the address, and what the person's role in it allows. The server decides; here it is only explained. */
import { type Role, roleAllows, type Workspace } from '@sprocket/studio-contract';
import { createContext, type ReactNode, useContext } from 'react';
import { EmptyState } from '../ui/index.ts';

const WorkspaceContext = createContext<Workspace | undefined>(undefined);

export interface WorkspaceProviderProps {
  readonly workspace: Workspace;
  readonly children: ReactNode;
}

export const WorkspaceProvider = ({ workspace, children }: WorkspaceProviderProps) => (
  <WorkspaceContext value={workspace}>{children}</WorkspaceContext>
);

/** The workspace whose screen this is. */
export function useWorkspace(): Workspace {
  const workspace = useContext(WorkspaceContext);
  if (workspace === undefined) throw new Error('this screen belongs to no workspace');
  return workspace;
}

export const roleNames: Readonly<Record<Role, string>> = { member: 'Member', author: 'Author', admin: 'Admin', owner: 'Owner' };

/** Why a role does not allow something: `Needs the role Admin`. Undefined when it does. */
export function lacking(role: Role, needed: Role): string | undefined {
  if (roleAllows(role, needed)) return undefined;
  return needed === 'owner' ? 'Needs the role Owner' : `Needs the role ${roleNames[needed]} or a higher one`;
}

/** The same for the person in this workspace. */
export const useLacking = (needed: Role): string | undefined => lacking(useWorkspace().role, needed);

/** Stands around a whole screen: shows it to those whose role allows it; tells the others which one does. */
export function RequireRole({ needs, children }: { readonly needs: Role; readonly children: ReactNode }) {
  const missing = useLacking(needs);
  if (missing === undefined) return children;
  return (
    <main className="h-full">
      <EmptyState title="This screen is not open to you">{missing}. An owner or admin of the workspace can give it to you.</EmptyState>
    </main>
  );
}

/** Its name where there is one, e.g. for the title of the tab. */
export const useWorkspaceName = (): string | undefined => useContext(WorkspaceContext)?.name;
