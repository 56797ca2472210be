/** Workspaces, members, invitations. */
import { Module } from '@nestjs/common';
import { InvitationsService } from './invitations.service.ts';
import { MembersService } from './members.service.ts';
import { WorkspacesController } from './workspaces.controller.ts';
import { WorkspacesService } from './workspaces.service.ts';

@Module({
  controllers: [WorkspacesController],
  providers: [WorkspacesService, MembersService, InvitationsService],
  exports: [WorkspacesService, InvitationsService],
})
export class WorkspacesModule {}
