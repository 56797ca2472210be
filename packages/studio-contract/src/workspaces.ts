/** Workspaces, their members, and invitations to them. */
import { z } from 'zod';
import { Email } from './accounts.ts';
import { DisplayName, Id, Slug, Time } from './common.ts';
import { operation } from './operation.ts';
import { Role } from './roles.ts';

export const Workspace = z.object({
  id: Id,
  slug: z.string(),
  name: z.string(),
  /** The caller's role in it. */
  role: Role,
  /** The environment that procedures are validated, published and executed on. */
  environmentId: Id.nullable(),
  memberCount: z.int(),
  createdAt: Time,
});
export type Workspace = z.infer<typeof Workspace>;

export const Member = z.object({ userId: Id, name: z.string(), email: z.string(), role: Role, joinedAt: Time });
export type Member = z.infer<typeof Member>;

export const Invitation = z.object({ id: Id, email: z.string(), role: Role, invitedBy: z.string(), createdAt: Time, expiresAt: Time });
export type Invitation = z.infer<typeof Invitation>;

/** An owner is made by an owner changing a member's role, never by an invitation. */
const InvitableRole = z.enum(['member', 'author', 'admin']);

export const workspaces = {
  listWorkspaces: operation({
    method: 'GET',
    path: '/workspaces',
    access: 'user',
    answer: 'json',
    summary: 'The workspaces of the caller',
    response: z.array(Workspace),
  }),
  createWorkspace: operation({
    method: 'POST',
    path: '/workspaces',
    access: 'user',
    answer: 'json',
    summary: 'Create a workspace and become its owner',
    body: z.object({ name: DisplayName, slug: Slug.optional() }),
    response: Workspace,
  }),
  getWorkspace: operation({
    method: 'GET',
    path: '/workspaces/:workspace',
    access: 'member',
    answer: 'json',
    summary: 'One workspace',
    response: Workspace,
  }),
  updateWorkspace: operation({
    method: 'PATCH',
    path: '/workspaces/:workspace',
    access: 'admin',
    answer: 'json',
    summary: 'Rename a workspace, or choose its environment',
    body: z.object({ name: DisplayName.optional(), environmentId: Id.optional() }),
    response: Workspace,
  }),
  deleteWorkspace: operation({
    method: 'DELETE',
    path: '/workspaces/:workspace',
    access: 'owner',
    answer: 'none',
    summary: 'Delete a workspace with everything in it; the environments keep their procedures',
  }),
  listMembers: operation({
    method: 'GET',
    path: '/workspaces/:workspace/members',
    access: 'member',
    answer: 'json',
    summary: 'Who belongs to the workspace',
    response: z.array(Member),
  }),
  updateMember: operation({
    method: 'PATCH',
    path: '/workspaces/:workspace/members/:user',
    access: 'admin',
    answer: 'json',
    summary: "Change a member's role; owners are made and changed by owners alone",
    body: z.object({ role: Role }),
    response: Member,
  }),
  removeMember: operation({
    method: 'DELETE',
    path: '/workspaces/:workspace/members/:user',
    access: 'admin',
    answer: 'none',
    summary: 'Remove a member; owners are removed by owners alone',
  }),
  leaveWorkspace: operation({
    method: 'POST',
    path: '/workspaces/:workspace/leave',
    access: 'member',
    answer: 'none',
    summary: 'Leave the workspace; its last owner cannot',
  }),
  listInvitations: operation({
    method: 'GET',
    path: '/workspaces/:workspace/invitations',
    access: 'admin',
    answer: 'json',
    summary: 'Invitations that are still open',
    response: z.array(Invitation),
  }),
  invite: operation({
    method: 'POST',
    path: '/workspaces/:workspace/invitations',
    access: 'admin',
    answer: 'json',
    summary: 'Invite somebody by email; the link is in this answer alone (the database keeps a hash of its token) and is valid for 7 days',
    body: z.object({ email: Email, role: InvitableRole }),
    response: Invitation.extend({ link: z.string() }),
  }),
  revokeInvitation: operation({
    method: 'DELETE',
    path: '/workspaces/:workspace/invitations/:invitation',
    access: 'admin',
    answer: 'none',
    summary: 'Withdraw an invitation',
  }),
  peekInvitation: operation({
    method: 'GET',
    path: '/invitations/:token',
    access: 'public',
    answer: 'json',
    summary: 'What an invitation is for (the token is the one of its link)',
    response: z.object({
      workspace: z.string(),
      email: z.string(),
      role: Role,
      invitedBy: z.string(),
      expiresAt: Time,
      accountExists: z.boolean(),
    }),
  }),
  acceptInvitation: operation({
    method: 'POST',
    path: '/invitations/:token/accept',
    access: 'user',
    answer: 'json',
    summary: 'Join with the own account',
    response: Workspace,
  }),
};
