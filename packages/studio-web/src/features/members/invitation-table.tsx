/** Invitations that are still open. Their links are not shown again: whoever lost one gets a new invitation. */
import { type Invitation, operations } from '@sprocket/studio-contract';
import { useQuery } from '@tanstack/react-query';
import { Trash2 } from 'lucide-react';
import { call, keyOf, queryOf } from '../../api/index.ts';
import { useChange } from '../../forms/use-change.ts';
import { formatDate } from '../../lib/format.ts';
import { roleNames, useWorkspace } from '../../session/workspace.tsx';
import { BodyCell, HeadCell, IconButton, Row, Table, toast } from '../../ui/index.ts';

export function InvitationTable() {
  const { slug } = useWorkspace();
  const path = { workspace: slug };
  const { data = [] } = useQuery(queryOf(operations.listInvitations, { path }));
  const revoke = useChange({
    change: (invitation: Invitation) => call(operations.revokeInvitation, { path: { ...path, invitation: invitation.id } }),
    stale: [keyOf(operations.listInvitations, { path })],
    failure: 'The invitation was not withdrawn',
    onDone: (_, invitation) => toast(`The invitation of ${invitation.email} was withdrawn`),
  });
  if (data.length === 0) return null;
  return (
    <section aria-labelledby="open-invitations">
      <h2 id="open-invitations" className="px-4 pt-6 pb-1 text-base font-semibold">
        Open invitations
      </h2>
      <Table aria-label="Open invitations">
        <thead>
          <tr>
            <HeadCell>Email</HeadCell>
            <HeadCell>Role</HeadCell>
            <HeadCell>Invited by</HeadCell>
            <HeadCell>Valid until</HeadCell>
            <HeadCell className="w-12">
              <span className="sr-only">Actions</span>
            </HeadCell>
          </tr>
        </thead>
        <tbody>
          {data.map((invitation) => (
            <Row key={invitation.id}>
              <BodyCell className="font-medium">{invitation.email}</BodyCell>
              <BodyCell>{roleNames[invitation.role]}</BodyCell>
              <BodyCell className="text-muted">{invitation.invitedBy}</BodyCell>
              <BodyCell className="text-muted">{formatDate(invitation.expiresAt)}</BodyCell>
              <BodyCell>
                <IconButton
                  icon={Trash2}
                  label={`Withdraw the invitation of ${invitation.email}`}
                  side="left"
                  onClick={() => revoke.mutate(invitation)}
                />
              </BodyCell>
            </Row>
          ))}
        </tbody>
      </Table>
    </section>
  );
}
