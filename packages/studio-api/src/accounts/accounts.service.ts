/**
 * Accounts: registering, checking a password, changing it.
 *
 * The first account is free and becomes the owner of the workspace "Demo"; every later one needs an invitation. Two first registrations at the same
 * time are put in a row by a lock, so that one of them is first.
 */
import { Inject, Injectable } from '@nestjs/common';
import type { User } from '@sprocket/studio-contract';
import { eq, sql } from 'drizzle-orm';
import type { Database, Queries } from '../database/database.ts';
import { violatedUnique } from '../database/errors.ts';
import { users } from '../database/schema/schema.ts';
import { DemoService } from '../demo/demo.service.ts';
import { badField, problem } from '../http/problem.ts';
import { DATABASE } from '../tokens.ts';
import { InvitationsService } from '../workspaces/invitations.service.ts';
import { LoginThrottle } from './login-throttle.ts';
import { hashPassword, verifyPassword } from './password.ts';
import { endOtherSessions } from './session.store.ts';

export interface Registration {
  readonly email: string;
  readonly name: string;
  readonly invitation: string | undefined;
}

/** What an account is known by besides its email. */
export type Credentials = Partial<Pick<typeof users.$inferInsert, 'passwordHash' | 'oidcIssuer' | 'oidcSubject'>>;

const REGISTRATION_LOCK = 7_310_002;

@Injectable()
export class AccountsService {
  readonly #throttle = new LoginThrottle();

  constructor(
    @Inject(DATABASE) private readonly database: Database,
    private readonly invitations: InvitationsService,
    private readonly demo: DemoService,
  ) {}

  /** No account exists yet. */
  async isFirstRun(queries: Queries = this.database): Promise<boolean> {
    const [any] = await queries.select({ id: users.id }).from(users).limit(1);
    return any === undefined;
  }

  async register(registration: Registration, password: string): Promise<User> {
    // Before the hash: whoever has no invitation costs nothing.
    if (!(await this.isFirstRun())) await this.checkInvitation(this.database, registration);
    return this.create(registration, { passwordHash: await hashPassword(password) });
  }

  /** The account, and with it the membership that it was invited to, or the first workspace. */
  async create(registration: Registration, credentials: Credentials): Promise<User> {
    const { user, demoWorkspace } = await this.database.transaction(async (tx) => {
      await tx.execute(sql`SELECT pg_advisory_xact_lock(${REGISTRATION_LOCK})`);
      const first = await this.isFirstRun(tx);
      if (!first) await this.checkInvitation(tx, registration);
      const created = await insertUser(tx, registration, credentials);
      if (!first) await this.invitations.accept(tx, registration.invitation ?? '', created);
      return { user: created, demoWorkspace: first ? await this.demo.createWorkspace(tx, created) : undefined };
    });
    if (demoWorkspace !== undefined) await this.demo.fill(demoWorkspace, user);
    return user;
  }

  /** Throws `bad-credentials`, or `too-many-requests`. */
  async login(email: string, password: string, address: string): Promise<User> {
    this.#throttle.check(address, email);
    const [account] = await this.database.select().from(users).where(eq(users.email, email));
    if (!(await verifyPassword(password, account?.passwordHash ?? null)) || account === undefined) {
      this.#throttle.failed(address, email);
      throw problem('bad-credentials', 'Email or password is wrong.');
    }
    this.#throttle.succeeded(address, email);
    await this.loggedIn(account.id);
    return present(account);
  }

  async loggedIn(userId: string): Promise<void> {
    await this.database.update(users).set({ lastLoginAt: new Date() }).where(eq(users.id, userId));
  }

  async rename(userId: string, name: string): Promise<User> {
    const [account] = await this.database.update(users).set({ name }).where(eq(users.id, userId)).returning();
    if (account === undefined) throw problem('unauthenticated', 'Please log in.');
    return present(account);
  }

  /** Every session of the account but the named one ends. */
  async changePassword(user: User, current: string, next: string, sessionId: string, address: string): Promise<void> {
    this.#throttle.check(address, user.email);
    const [account] = await this.database.select({ passwordHash: users.passwordHash }).from(users).where(eq(users.id, user.id));
    if (!(await verifyPassword(current, account?.passwordHash ?? null))) {
      this.#throttle.failed(address, user.email);
      throw badField('current', 'not the current password');
    }
    const passwordHash = await hashPassword(next);
    await this.database.transaction(async (tx) => {
      await tx.update(users).set({ passwordHash }).where(eq(users.id, user.id));
      await endOtherSessions(tx, user.id, sessionId);
    });
  }

  /** Before the account is made, so that the refusal does not tell whether the email has one. */
  private async checkInvitation(queries: Queries, { invitation, email }: Registration): Promise<void> {
    if (invitation === undefined) throw problem('forbidden', 'A new account needs an invitation.');
    const found = await this.invitations.find(queries, invitation);
    if (found.email !== email) throw badField('email', `the invitation is for ${found.email}`);
  }
}

async function insertUser(tx: Queries, { email, name }: Registration, credentials: Credentials): Promise<User> {
  try {
    const [account] = await tx
      .insert(users)
      .values({ email, name, ...credentials, lastLoginAt: new Date() })
      .returning();
    if (account === undefined) throw new Error('an insert returned nothing');
    return present(account);
  } catch (error) {
    if (violatedUnique(error) === undefined) throw error;
    throw problem('name-taken', 'There is an account with this email already. Log in to accept the invitation.');
  }
}

export function present({ id, email, name }: User): User {
  return { id, email, name };
}
