/**
 * Logging in at an OpenID Connect provider: authorisation code with PKCE, state and nonce, all kept in the session that began it.
 *
 * Somebody is recognised by issuer and subject, the first time by an email that the provider has verified. An account that does not exist is made
 * under the same rule as with a password: the first one freely, every later one by invitation.
 */
import { Inject, Injectable } from '@nestjs/common';
import type { User } from '@sprocket/studio-contract';
import { and, eq } from 'drizzle-orm';
import type { FastifyRequest } from 'fastify';
import * as client from 'openid-client';
import type { OidcSettings } from '../configuration.ts';
import type { Database } from '../database/database.ts';
import { users } from '../database/schema/schema.ts';
import { publicAddress } from '../http/address.ts';
import { notFound } from '../http/problem.ts';
import { CONFIGURATION, type Configuration, DATABASE } from '../tokens.ts';
import { InvitationsService } from '../workspaces/invitations.service.ts';
import { AccountsService, present } from './accounts.service.ts';

const CALLBACK = '/api/auth/oidc/callback';
const SECONDS = 10;

/** What the provider says of somebody. */
interface Identity {
  readonly issuer: string;
  readonly subject: string;
  readonly name: string;
  /** Undefined unless the provider has verified it. */
  readonly email: string | undefined;
}

/** Why somebody who is known to the provider cannot come in; the login page explains it. */
export class OidcRefusal extends Error {}

@Injectable()
export class OidcService {
  #provider: Promise<client.Configuration> | undefined;

  constructor(
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
    @Inject(DATABASE) private readonly database: Database,
    private readonly accounts: AccountsService,
    private readonly invitations: InvitationsService,
  ) {}

  /** The address of the provider's login page. */
  async start(request: FastifyRequest, invitation: string | undefined): Promise<string> {
    const provider = await this.provider();
    const attempt = { state: client.randomState(), nonce: client.randomNonce(), verifier: client.randomPKCECodeVerifier() };
    request.session.oidc = { ...attempt, ...(invitation === undefined ? {} : { invitation }) };
    const address = client.buildAuthorizationUrl(provider, {
      redirect_uri: this.callbackAddress(request),
      scope: 'openid email profile',
      state: attempt.state,
      nonce: attempt.nonce,
      code_challenge: await client.calculatePKCECodeChallenge(attempt.verifier),
      code_challenge_method: 'S256',
    });
    return address.href;
  }

  /** The account of whoever the provider sent back. Throws when anything about it is wrong. */
  async finish(request: FastifyRequest): Promise<User> {
    const provider = await this.provider();
    const attempt = request.session.oidc;
    if (attempt === undefined) throw new OidcRefusal('failed');
    // An attempt is good once.
    delete request.session.oidc;
    const current = new URL(this.callbackAddress(request));
    current.search = new URL(request.url, current).search;
    const tokens = await client.authorizationCodeGrant(provider, current, {
      expectedState: attempt.state,
      expectedNonce: attempt.nonce,
      pkceCodeVerifier: attempt.verifier,
    });
    return this.account(identityOf(tokens.claims()), attempt.invitation);
  }

  private async account(identity: Identity, invitation: string | undefined): Promise<User> {
    const known = (await this.bySubject(identity)) ?? (await this.byEmail(identity));
    if (known === undefined) return this.register(identity, invitation);
    if (invitation !== undefined) await this.database.transaction((tx) => this.invitations.accept(tx, invitation, known));
    await this.accounts.loggedIn(known.id);
    return known;
  }

  private async register(identity: Identity, invitation: string | undefined): Promise<User> {
    if (identity.email === undefined) throw new OidcRefusal('email-not-verified');
    if (invitation === undefined && !(await this.accounts.isFirstRun())) throw new OidcRefusal('invitation-needed');
    const registration = { email: identity.email, name: identity.name, invitation };
    return this.accounts.create(registration, { oidcIssuer: identity.issuer, oidcSubject: identity.subject });
  }

  private async bySubject({ issuer, subject }: Identity): Promise<User | undefined> {
    const [account] = await this.database
      .select()
      .from(users)
      .where(and(eq(users.oidcIssuer, issuer), eq(users.oidcSubject, subject)));
    return account === undefined ? undefined : present(account);
  }

  /** From now on the account is recognised by its subject. One that belongs to another subject already is not taken over. */
  private async byEmail({ issuer, subject, email }: Identity): Promise<User | undefined> {
    if (email === undefined) return undefined;
    const [account] = await this.database.select().from(users).where(eq(users.email, email));
    if (account === undefined) return undefined;
    if (account.oidcSubject !== null) throw new OidcRefusal('failed');
    await this.database.update(users).set({ oidcIssuer: issuer, oidcSubject: subject }).where(eq(users.id, account.id));
    return present(account);
  }

  /** Asked for at the first login, and again after a failure. */
  private provider(): Promise<client.Configuration> {
    const { oidc } = this.configuration;
    if (oidc === undefined) throw notFound('No OpenID Connect provider is configured.');
    this.#provider ??= discover(oidc).catch((error: unknown) => {
      this.#provider = undefined;
      throw error;
    });
    return this.#provider;
  }

  private callbackAddress(request: FastifyRequest): string {
    return `${publicAddress(this.configuration, request)}${CALLBACK}`;
  }
}

function discover({ issuer, clientId, clientSecret }: OidcSettings): Promise<client.Configuration> {
  const plain = issuer.startsWith('http:');
  const authentication = clientSecret === undefined ? client.None() : undefined;
  const execute = plain ? [client.allowInsecureRequests] : [];
  return client.discovery(new URL(issuer), clientId, clientSecret, authentication, { execute, timeout: SECONDS });
}

function identityOf(claims: client.IDToken | undefined): Identity {
  if (claims === undefined) throw new OidcRefusal('failed');
  const email = typeof claims.email === 'string' && claims.email_verified === true ? claims.email.toLowerCase() : undefined;
  const name = typeof claims.name === 'string' && claims.name.trim() !== '' ? claims.name.trim() : (email ?? claims.sub);
  return { issuer: claims.iss, subject: claims.sub, name: name.slice(0, 100), email };
}
