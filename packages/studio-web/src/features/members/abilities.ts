/** What somebody may do to a member, and why not. Owners are made, changed and removed by owners alone, and a workspace keeps one. */
import type { Member, Role } from '@sprocket/studio-contract';
import { lacking } from '../../session/workspace.tsx';

export interface MemberAbilities {
  /** Why the role cannot be changed; undefined when it can. */
  readonly changeRole: string | undefined;
  readonly remove: string | undefined;
  /** The roles to choose from. */
  readonly roles: readonly Role[];
}

const ALL: readonly Role[] = ['member', 'author', 'admin', 'owner'];

export function memberAbilities(own: Role, member: Member, members: readonly Member[]): MemberAbilities {
  const owners = members.filter((each) => each.role === 'owner').length;
  const last = member.role === 'owner' && owners === 1 ? 'A workspace keeps at least one owner' : undefined;
  const needed = lacking(own, member.role === 'owner' ? 'owner' : 'admin');
  return { changeRole: needed ?? last, remove: needed ?? last, roles: own === 'owner' || member.role === 'owner' ? ALL : ALL.slice(0, 3) };
}
