/**
 * Invitations: a link with a random token, of which the database keeps a hash. It is for one email, for seven days, and good once.
 */
import { createHash, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Invitation, Role, User } from '@sprocket/studio-contract';
import { and, desc, eq, gt, isNull } from 'drizzle-orm';
import { ActivityService } from '../audit/activity.service.ts';
import type { Database, Queries } from '../database/database.ts';
import { invitations, memberships, users, workspaces } from '../database/schema/schema.ts';
import type { WorkspaceContext } from '../http/call.ts';
import { notFound, problem } from '../http/problem.ts';
import { DATABASE } from '../tokens.ts';

const VALID_FOR = 7 * 24 * 3_600_000;

export interface OpenInvitation {
  readonly id: string;
  readonly workspaceId: string;
  readonly workspace: string;
  readonly email: string;
  readonly role: Role;
  readonly invitedBy: string;
  readonly expiresAt: Date;
}

@Injectable()
export class InvitationsService {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    private readonly activity: ActivityService,
  ) {}

  /** Those that are still open, newest first. */
  async list(workspaceId: string): Promise<Invitation[]> {
    const rows = await this.database
      .select({ invitation: invitations, invitedBy: users.name })
      .from(invitations)
      .innerJoin(users, eq(users.id, invitations.invitedBy))
      .where(and(eq(invitations.workspaceId, workspaceId), stillOpen()))
      .orderBy(desc(invitations.createdAt), desc(invitations.id));
    return rows.map(({ invitation, invitedBy }) => present(invitation, invitedBy));
  }

  /** An open invitation for the same email is replaced. Returns the token, which is kept nowhere. */
  async invite(workspace: WorkspaceContext, actor: User, email: string, role: Role): Promise<{ invitation: Invitation; token: string }> {
    const token = randomBytes(24).toString('base64url');
    const invitation = await this.database.transaction(async (tx) => {
      await refuseMember(tx, workspace.id, email);
      const sameEmail = and(eq(invitations.workspaceId, workspace.id), eq(invitations.email, email), isNull(invitations.acceptedAt));
      await tx.delete(invitations).where(sameEmail);
      const expiresAt = new Date(Date.now() + VALID_FOR);
      const row = { workspaceId: workspace.id, email, role, tokenHash: hash(token), invitedBy: actor.id, expiresAt };
      const [created] = await tx.insert(invitations).values(row).returning();
      if (created === undefined) throw new Error('an insert returned nothing');
      return created;
    });
    return { invitation: present(invitation, actor.name), token };
  }

  async revoke(workspaceId: string, invitationId: string): Promise<void> {
    const removed = await this.database
      .delete(invitations)
      .where(and(eq(invitations.workspaceId, workspaceId), eq(invitations.id, invitationId), isNull(invitations.acceptedAt)))
      .returning({ id: invitations.id });
    if (removed.length === 0) throw notFound();
  }

  /** The open invitation of a link. Throws `not-found`. */
  async find(queries: Queries, token: string): Promise<OpenInvitation> {
    const [found] = await queries
      .select({
        id: invitations.id,
        workspaceId: invitations.workspaceId,
        workspace: workspaces.name,
        email: invitations.email,
        role: invitations.role,
        invitedBy: users.name,
        expiresAt: invitations.expiresAt,
      })
      .from(invitations)
      .innerJoin(workspaces, eq(workspaces.id, invitations.workspaceId))
      .innerJoin(users, eq(users.id, invitations.invitedBy))
      .where(and(eq(invitations.tokenHash, hash(token)), stillOpen()));
    if (found === undefined) throw notFound('This invitation was used, withdrawn, or is over. Ask for a new one.');
    return found;
  }

  async accountExists(email: string): Promise<boolean> {
    return (await this.database.$count(users, eq(users.email, email))) > 0;
  }

  /** Makes the user a member. Returns the workspace's id. The invitation is taken first, so that it is good once. */
  async accept(tx: Queries, token: string, user: User): Promise<string> {
    const invitation = await this.find(tx, token);
    if (invitation.email !== user.email) throw problem('forbidden', `This invitation is for ${invitation.email}.`);
    const [taken] = await tx
      .update(invitations)
      .set({ acceptedAt: new Date() })
      .where(and(eq(invitations.id, invitation.id), stillOpen()))
      .returning({ id: invitations.id });
    if (taken === undefined) throw notFound('This invitation was used already.');
    const { workspaceId, role } = invitation;
    const joined = await tx.insert(memberships).values({ workspaceId, userId: user.id, role }).onConflictDoNothing().returning();
    if (joined.length > 0) {
      await this.activity.record(tx, { workspaceId, actorId: user.id, kind: 'member-joined', subject: user.name, detail: role });
    }
    return workspaceId;
  }
}

const stillOpen = () => and(isNull(invitations.acceptedAt), gt(invitations.expiresAt, new Date()));

async function refuseMember(tx: Queries, workspaceId: string, email: string): Promise<void> {
  const [member] = await tx
    .select({ id: users.id })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(and(eq(memberships.workspaceId, workspaceId), eq(users.email, email)));
  if (member !== undefined) throw problem('name-taken', `${email} is a member already.`);
}

function hash(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}

function present(row: typeof invitations.$inferSelect, invitedBy: string): Invitation {
  const { id, email, role, createdAt, expiresAt } = row;
  return { id, email, role, invitedBy, createdAt: createdAt.toISOString(), expiresAt: expiresAt.toISOString() };
}
