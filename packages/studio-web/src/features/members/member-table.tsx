/** The members with their roles; a role is changed in place. */
import { type Member, operations, type Role } from '@sprocket/studio-contract';
import { UserMinus } from 'lucide-react';
import { useState } from 'react';
import { call, keyBelow } from '../../api/index.ts';
import { useChange } from '../../forms/use-change.ts';
import { formatDate } from '../../lib/format.ts';
import { useUser } from '../../session/session.ts';
import { roleNames, useWorkspace } from '../../session/workspace.tsx';
import { AlertDialog, BodyCell, HeadCell, IconButton, Row, Select, Table, Tooltip, toast } from '../../ui/index.ts';
import { memberAbilities } from './abilities.ts';

export function MemberTable({ members }: { readonly members: readonly Member[] }) {
  const [leaving, setLeaving] = useState<Member>();
  return (
    <>
      <Table aria-label="Members">
        <thead>
          <tr>
            <HeadCell>Name</HeadCell>
            <HeadCell>Email</HeadCell>
            <HeadCell className="w-36">Role</HeadCell>
            <HeadCell>Joined</HeadCell>
            <HeadCell className="w-12">
              <span className="sr-only">Actions</span>
            </HeadCell>
          </tr>
        </thead>
        <tbody>
          {members.map((member) => (
            <MemberRow key={member.userId} member={member} members={members} onRemove={() => setLeaving(member)} />
          ))}
        </tbody>
      </Table>
      {leaving !== undefined && <RemoveDialog member={leaving} onClose={() => setLeaving(undefined)} />}
    </>
  );
}

interface MemberRowProps {
  readonly member: Member;
  readonly members: readonly Member[];
  readonly onRemove: () => void;
}

function MemberRow({ member, members, onRemove }: MemberRowProps) {
  const { role: own } = useWorkspace();
  const user = useUser();
  const can = memberAbilities(own, member, members);
  return (
    <Row>
      <BodyCell className="font-medium">
        {member.name}
        {member.userId === user.id && <span className="ml-2 text-xs font-normal text-muted">you</span>}
      </BodyCell>
      <BodyCell className="text-muted">{member.email}</BodyCell>
      <BodyCell>
        <RoleSelect member={member} roles={can.roles} unavailable={can.changeRole} />
      </BodyCell>
      <BodyCell className="text-muted">{formatDate(member.joinedAt)}</BodyCell>
      <BodyCell>
        <IconButton icon={UserMinus} label={`Remove ${member.name}`} unavailable={can.remove} side="left" onClick={onRemove} />
      </BodyCell>
    </Row>
  );
}

interface RoleSelectProps {
  readonly member: Member;
  readonly roles: readonly Role[];
  readonly unavailable: string | undefined;
}

function RoleSelect({ member, roles, unavailable }: RoleSelectProps) {
  const { slug } = useWorkspace();
  const change = useChange({
    change: (role: Role) => call(operations.updateMember, { path: { workspace: slug, user: member.userId }, body: { role } }),
    stale: [keyBelow('workspaces')],
    failure: `The role of ${member.name} was not changed`,
    onDone: (changed) => toast(`${changed.name} is now ${roleNames[changed.role]}`),
  });
  if (unavailable !== undefined) {
    return (
      <Tooltip content={unavailable}>
        <span className="inline-flex h-7 items-center px-2">{roleNames[member.role]}</span>
      </Tooltip>
    );
  }
  return (
    <Select
      compact
      aria-label={`Role of ${member.name}`}
      value={change.variables !== undefined && change.isPending ? change.variables : member.role}
      onChange={(event) => change.mutate(event.currentTarget.value as Role)}
    >
      {roles.map((role) => (
        <option key={role} value={role}>
          {roleNames[role]}
        </option>
      ))}
    </Select>
  );
}

function RemoveDialog({ member, onClose }: { readonly member: Member; readonly onClose: () => void }) {
  const { slug } = useWorkspace();
  const remove = useChange({
    change: () => call(operations.removeMember, { path: { workspace: slug, user: member.userId } }),
    stale: [keyBelow('workspaces', slug)],
    failure: `${member.name} was not removed`,
    onDone: () => {
      toast(`${member.name} was removed`);
      onClose();
    },
  });
  return (
    <AlertDialog
      open
      onOpenChange={onClose}
      title={`Remove ${member.name}?`}
      description="The account stays; it loses its access to this workspace at once. What it made stays."
      action="Remove"
      danger
      busy={remove.isPending}
      onAction={() => remove.mutate(undefined)}
    />
  );
}
