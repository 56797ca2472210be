/** Workspaces, their members and the invitations to them. */
import { Controller, Inject } from '@nestjs/common';
import { operations } from '@sprocket/studio-contract';
import type { Database } from '../database/database.ts';
import { publicAddress } from '../http/address.ts';
import type { Call, UserCall, WorkspaceCall } from '../http/call.ts';
import { Input, Operation } from '../http/operation.ts';
import { CONFIGURATION, type Configuration, DATABASE } from '../tokens.ts';
import { InvitationsService } from './invitations.service.ts';
import { MembersService } from './members.service.ts';
import { WorkspacesService } from './workspaces.service.ts';

@Controller()
export class WorkspacesController {
  constructor(
    private readonly workspaces: WorkspacesService,
    private readonly members: MembersService,
    private readonly invitations: InvitationsService,
    @Inject(DATABASE) private readonly database: Database,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  @Operation(operations.listWorkspaces)
  list(@Input() { user }: UserCall<typeof operations.listWorkspaces>) {
    return this.workspaces.list(user.id);
  }

  @Operation(operations.createWorkspace)
  create(@Input() { user, body }: UserCall<typeof operations.createWorkspace>) {
    return this.workspaces.create(user, body.name, body.slug);
  }

  @Operation(operations.getWorkspace)
  get(@Input() { user, workspace }: WorkspaceCall<typeof operations.getWorkspace>) {
    return this.workspaces.get(this.database, workspace.id, user.id);
  }

  @Operation(operations.updateWorkspace)
  update(@Input() { user, workspace, body }: WorkspaceCall<typeof operations.updateWorkspace>) {
    return this.workspaces.update(workspace, user, body);
  }

  @Operation(operations.deleteWorkspace)
  delete(@Input() { workspace }: WorkspaceCall<typeof operations.deleteWorkspace>) {
    return this.workspaces.delete(workspace.id);
  }

  @Operation(operations.listMembers)
  listMembers(@Input() { workspace }: WorkspaceCall<typeof operations.listMembers>) {
    return this.members.list(workspace.id);
  }

  @Operation(operations.updateMember)
  updateMember(@Input() { user, workspace, params, body }: WorkspaceCall<typeof operations.updateMember>) {
    return this.members.changeRole(workspace, user, params.user, body.role);
  }

  @Operation(operations.removeMember)
  removeMember(@Input() { user, workspace, params }: WorkspaceCall<typeof operations.removeMember>) {
    return this.members.remove(workspace, user, params.user);
  }

  @Operation(operations.leaveWorkspace)
  leave(@Input() { user, workspace }: WorkspaceCall<typeof operations.leaveWorkspace>) {
    return this.members.remove(workspace, user, user.id);
  }

  @Operation(operations.listInvitations)
  listInvitations(@Input() { workspace }: WorkspaceCall<typeof operations.listInvitations>) {
    return this.invitations.list(workspace.id);
  }

  @Operation(operations.invite)
  async invite(@Input() { user, workspace, body, request }: WorkspaceCall<typeof operations.invite>) {
    const { invitation, token } = await this.invitations.invite(workspace, user, body.email, body.role);
    return { ...invitation, link: `${publicAddress(this.configuration, request)}/invite/${token}` };
  }

  @Operation(operations.revokeInvitation)
  revoke(@Input() { workspace, params }: WorkspaceCall<typeof operations.revokeInvitation>) {
    return this.invitations.revoke(workspace.id, params.invitation);
  }

  @Operation(operations.peekInvitation)
  async peek(@Input() { params }: Call<typeof operations.peekInvitation>) {
    const { workspace, email, role, invitedBy, expiresAt } = await this.invitations.find(this.database, params.token);
    const accountExists = await this.invitations.accountExists(email);
    return { workspace, email, role, invitedBy, expiresAt: expiresAt.toISOString(), accountExists };
  }

  @Operation(operations.acceptInvitation)
  accept(@Input() { user, params }: UserCall<typeof operations.acceptInvitation>) {
    return this.database.transaction(async (tx) => {
      const workspaceId = await this.invitations.accept(tx, params.token, user);
      return this.workspaces.get(tx, workspaceId, user.id);
    });
  }
}
