/** Accounts and sessions. */
import { Module } from '@nestjs/common';
import { DemoModule } from '../demo/demo.module.ts';
import { WorkspacesModule } from '../workspaces/workspaces.module.ts';
import { AccountsController } from './accounts.controller.ts';
import { AccountsService } from './accounts.service.ts';
import { SessionStateService } from './session-state.service.ts';

@Module({
  imports: [WorkspacesModule, DemoModule],
  controllers: [AccountsController],
  providers: [AccountsService, SessionStateService],
})
export class AccountsModule {}
