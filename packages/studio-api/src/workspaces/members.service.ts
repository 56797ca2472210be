/**
 * Members and their roles. Owners are made, changed and removed by owners alone, and a workspace keeps one: whoever changes members holds the
 * workspace's row meanwhile, so that two owners cannot remove each other at the same time.
 */
import { Inject, Injectable } from '@nestjs/common';
import type { Member, Role, User } from '@sprocket/studio-contract';
import { and, asc, eq, sql } from 'drizzle-orm';
import { type ActivityEntry, ActivityService } from '../audit/activity.service.ts';
import type { Database, Queries } from '../database/database.ts';
import { holdWorkspace } from '../database/locks.ts';
import { memberships, users } from '../database/schema/schema.ts';
import type { WorkspaceContext } from '../http/call.ts';
import { notFound, problem } from '../http/problem.ts';
import { DATABASE } from '../tokens.ts';

@Injectable()
export class MembersService {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    private readonly activity: ActivityService,
  ) {}

  /** By name. */
  async list(workspaceId: string): Promise<Member[]> {
    const rows = await selectMembers(this.database)
      .where(eq(memberships.workspaceId, workspaceId))
      .orderBy(asc(sql`lower(${users.name})`), asc(users.id));
    return rows.map(present);
  }

  async changeRole(workspace: WorkspaceContext, actor: User, userId: string, role: Role): Promise<Member> {
    return this.database.transaction(async (tx) => {
      await holdWorkspace(tx, workspace.id);
      const member = await find(tx, workspace.id, userId);
      await ownersAlone(tx, workspace.id, actor.id, [member.role, role]);
      if (member.role === 'owner' && role !== 'owner') await keepAnOwner(tx, workspace.id);
      if (member.role !== role) {
        await tx.update(memberships).set({ role }).where(key(workspace.id, userId));
        await this.record(tx, workspace, actor, 'member-role-changed', member.name, `${member.role} to ${role}`);
      }
      return present({ ...member, role });
    });
  }

  async remove(workspace: WorkspaceContext, actor: User, userId: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      await holdWorkspace(tx, workspace.id);
      const member = await find(tx, workspace.id, userId);
      if (actor.id !== userId) await ownersAlone(tx, workspace.id, actor.id, [member.role]);
      if (member.role === 'owner') await keepAnOwner(tx, workspace.id);
      await tx.delete(memberships).where(key(workspace.id, userId));
      await this.record(tx, workspace, actor, 'member-removed', member.name, actor.id === userId ? 'left' : '');
    });
  }

  private record(tx: Queries, { id }: WorkspaceContext, actor: User, kind: ActivityEntry['kind'], subject: string, detail: string) {
    return this.activity.record(tx, { workspaceId: id, actorId: actor.id, kind, subject, detail });
  }
}

function selectMembers(queries: Queries) {
  return queries
    .select({ userId: users.id, name: users.name, email: users.email, role: memberships.role, joinedAt: memberships.joinedAt })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId));
}

const key = (workspaceId: string, userId: string) => and(eq(memberships.workspaceId, workspaceId), eq(memberships.userId, userId));

async function find(tx: Queries, workspaceId: string, userId: string) {
  const [member] = await selectMembers(tx).where(key(workspaceId, userId));
  if (member === undefined) throw notFound();
  return member;
}

/** The actor's role is read again under the lock: it may have changed since the request began. */
async function ownersAlone(tx: Queries, workspaceId: string, actorId: string, touched: readonly Role[]): Promise<void> {
  if (!touched.includes('owner')) return;
  const [actor] = await tx.select({ role: memberships.role }).from(memberships).where(key(workspaceId, actorId));
  if (actor?.role !== 'owner') throw problem('forbidden', 'Only an owner of the workspace may do this.', { needs: 'owner' });
}

async function keepAnOwner(tx: Queries, workspaceId: string): Promise<void> {
  const owners = await tx.$count(memberships, and(eq(memberships.workspaceId, workspaceId), eq(memberships.role, 'owner')));
  if (owners < 2) throw problem('last-owner', 'A workspace keeps an owner: make somebody else an owner first.');
}

function present(row: Omit<Member, 'joinedAt'> & { joinedAt: Date }): Member {
  return { ...row, joinedAt: row.joinedAt.toISOString() };
}
