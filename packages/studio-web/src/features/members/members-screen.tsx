/** Who belongs to the workspace with which role, and who is invited. */
import { operations } from '@sprocket/studio-contract';
import { useQuery } from '@tanstack/react-query';
import { UserPlus } from 'lucide-react';
import { useState } from 'react';
import { queryOf } from '../../api/index.ts';
import { useLacking, useWorkspace } from '../../session/workspace.tsx';
import { Load } from '../../shell/load.tsx';
import { Screen } from '../../shell/screen.tsx';
import { GatedButton } from '../../ui/index.ts';
import { InvitationTable } from './invitation-table.tsx';
import { InviteDialog } from './invite-dialog.tsx';
import { MemberTable } from './member-table.tsx';
import { RoleLegend } from './role-legend.tsx';

export function MembersScreen() {
  const workspace = useWorkspace();
  const lacking = useLacking('admin');
  const members = useQuery(queryOf(operations.listMembers, { path: { workspace: workspace.slug } }));
  const [inviting, setInviting] = useState(false);
  return (
    <Screen
      title="Members"
      description="Who belongs to this workspace, and what each may do."
      layout="flush"
      actions={
        <GatedButton variant="primary" unavailable={lacking} onClick={() => setInviting(true)}>
          <UserPlus aria-hidden />
          Invite
        </GatedButton>
      }
    >
      <Load query={members}>{(list) => <MemberTable members={list} />}</Load>
      {lacking === undefined && <InvitationTable />}
      <RoleLegend />
      {inviting && <InviteDialog onClose={() => setInviting(false)} />}
    </Screen>
  );
}
