/** Accounts and sessions. */
import { Module } from '@nestjs/common';
import { DemoModule } from '../demo/demo.module.ts';
import { WorkspacesModule } from '../workspaces/workspaces.module.ts';
import { AccountsController } from './accounts.controller.ts';
import { AccountsService } from './accounts.service.ts';
import { OidcController } from './oidc.controller.ts';
import { OidcService } from './oidc.service.ts';
import { SessionStateService } from './session-state.service.ts';

@Module({
  imports: [WorkspacesModule, DemoModule],
  controllers: [AccountsController, OidcController],
  providers: [AccountsService, OidcService, SessionStateService],
})
export class AccountsModule {}
