/** What the page needs to know of the session, and the change of a session at login and logout. */
import { readFileSync } from 'node:fs';
import { Inject, Injectable } from '@nestjs/common';
import type { SessionState, User } from '@sprocket/studio-contract';
import type { FastifyRequest } from 'fastify';
import { csrfToken } from '../http/csrf.ts';
import { CONFIGURATION, type Configuration } from '../tokens.ts';
import { AccountsService } from './accounts.service.ts';

/** The same distance from `src/accounts` and from `dist/accounts`. */
const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string };

@Injectable()
export class SessionStateService {
  constructor(
    private readonly accounts: AccountsService,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  async state(request: FastifyRequest, user: User | null): Promise<SessionState> {
    return {
      user,
      csrfToken: csrfToken(request),
      firstRun: user === null && (await this.accounts.isFirstRun()),
      features: { sqlEditor: this.configuration.sqlEditor },
      oidc: this.configuration.oidc?.name ?? null,
      version,
    };
  }

  /** A login gets a session with a new id, so that one that somebody planted before is worth nothing. */
  async begin(request: FastifyRequest, user: User): Promise<void> {
    await request.session.regenerate();
    request.session.userId = user.id;
  }

  async end(request: FastifyRequest): Promise<void> {
    await request.session.regenerate();
  }
}
