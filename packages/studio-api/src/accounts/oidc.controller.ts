/** Going to the OpenID Connect provider and coming back. A browser follows these addresses, so that refusals end at the login page too. */
import { Controller, Inject } from '@nestjs/common';
import { operations } from '@sprocket/studio-contract';
import type { Call } from '../http/call.ts';
import { Input, Operation } from '../http/operation.ts';
import { ProblemError } from '../http/problem.ts';
import { LOGGER, type Logger } from '../tokens.ts';
import { OidcRefusal, OidcService } from './oidc.service.ts';
import { SessionStateService } from './session-state.service.ts';

@Controller()
export class OidcController {
  constructor(
    private readonly oidc: OidcService,
    private readonly sessions: SessionStateService,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  @Operation(operations.oidcStart)
  start(@Input() { request, query }: Call<typeof operations.oidcStart>) {
    return this.orLoginPage(request.id, () => this.oidc.start(request, query.invitation));
  }

  @Operation(operations.oidcCallback)
  callback(@Input() { request }: Call<typeof operations.oidcCallback>) {
    return this.orLoginPage(request.id, async () => {
      const user = await this.oidc.finish(request);
      await this.sessions.begin(request, user);
      return '/';
    });
  }

  /** The login page explains `?oidc=`: failed, email-not-verified, invitation-needed. */
  private async orLoginPage(requestId: string, work: () => Promise<string>): Promise<{ url: string }> {
    try {
      return { url: await work() };
    } catch (error) {
      if (error instanceof ProblemError && error.code === 'not-found') throw error;
      const reason = error instanceof Error ? error.message.slice(0, 300) : String(error);
      this.logger.warn({ requestId, reason }, 'login at the OpenID Connect provider refused');
      return { url: `/login?oidc=${error instanceof OidcRefusal ? error.message : 'failed'}` };
    }
  }
}
