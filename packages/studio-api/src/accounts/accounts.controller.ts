/** Sessions and the own account. */
import { Controller } from '@nestjs/common';
import { operations } from '@sprocket/studio-contract';
import type { Call, UserCall } from '../http/call.ts';
import { Input, Operation } from '../http/operation.ts';
import { AccountsService } from './accounts.service.ts';
import { SessionStateService } from './session-state.service.ts';

@Controller()
export class AccountsController {
  constructor(
    private readonly accounts: AccountsService,
    private readonly sessions: SessionStateService,
  ) {}

  @Operation(operations.session)
  session(@Input() { request, user }: Call<typeof operations.session>) {
    return this.sessions.state(request, user);
  }

  @Operation(operations.register)
  async register(@Input() { request, body }: Call<typeof operations.register>) {
    const { email, name, invitation, password } = body;
    const user = await this.accounts.register({ email, name, invitation }, password);
    await this.sessions.begin(request, user);
    return this.sessions.state(request, user);
  }

  @Operation(operations.login)
  async login(@Input() { request, body }: Call<typeof operations.login>) {
    const user = await this.accounts.login(body.email, body.password, request.ip);
    await this.sessions.begin(request, user);
    return this.sessions.state(request, user);
  }

  @Operation(operations.logout)
  async logout(@Input() { request }: UserCall<typeof operations.logout>) {
    await this.sessions.end(request);
    return this.sessions.state(request, null);
  }

  @Operation(operations.updateAccount)
  updateAccount(@Input() { user, body }: UserCall<typeof operations.updateAccount>) {
    return this.accounts.rename(user.id, body.name);
  }

  @Operation(operations.changePassword)
  changePassword(@Input() { user, body, request }: UserCall<typeof operations.changePassword>) {
    return this.accounts.changePassword(user, body.current, body.next, request.session.sessionId, request.ip);
  }
}
