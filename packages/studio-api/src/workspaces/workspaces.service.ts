/** Workspaces: creating, renaming, choosing the environment, deleting. */
import { Inject, Injectable } from '@nestjs/common';
import type { Role, User, Workspace } from '@sprocket/studio-contract';
import { and, asc, eq, sql } from 'drizzle-orm';
import { ActivityService } from '../audit/activity.service.ts';
import type { Database, Queries } from '../database/database.ts';
import { environments, memberships, workspaces } from '../database/schema/schema.ts';
import type { WorkspaceContext } from '../http/call.ts';
import { badField, notFound, problem } from '../http/problem.ts';
import { DATABASE } from '../tokens.ts';
import { slugCandidates, slugOf } from './slug.ts';

export interface WorkspaceChange {
  readonly name?: string | undefined;
  readonly environmentId?: string | undefined;
}

@Injectable()
export class WorkspacesService {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    private readonly activity: ActivityService,
  ) {}

  /** Those of a user, by name. */
  async list(userId: string): Promise<Workspace[]> {
    const rows = await selectFor(this.database, userId).orderBy(asc(sql`lower(${workspaces.name})`), asc(workspaces.id));
    return rows.map(present);
  }

  /** One that the user belongs to. Throws `not-found`. */
  async get(queries: Queries, workspaceId: string, userId: string): Promise<Workspace> {
    const [row] = await selectFor(queries, userId, workspaceId);
    if (row === undefined) throw notFound();
    return present(row);
  }

  /** Creates a workspace whose owner is the user. A wanted slug that is taken is `name-taken`; one made from the name gets a number. */
  async create(user: User, name: string, slug: string | undefined): Promise<Workspace> {
    return this.database.transaction(async (tx) => {
      const id = await this.createIn(tx, user.id, name, slug);
      return this.get(tx, id, user.id);
    });
  }

  /** The same, inside a transaction of the caller. Returns the id. */
  async createIn(tx: Queries, ownerId: string, name: string, slug: string | undefined): Promise<string> {
    const id = await insertWithFreeSlug(tx, ownerId, name, slug);
    await tx.insert(memberships).values({ workspaceId: id, userId: ownerId, role: 'owner' });
    return id;
  }

  async update(workspace: WorkspaceContext, user: User, change: WorkspaceChange): Promise<Workspace> {
    return this.database.transaction(async (tx) => {
      const details: string[] = [];
      if (change.name !== undefined && change.name !== workspace.name) {
        details.push(`renamed from ${workspace.name} to ${change.name}`);
        await tx.update(workspaces).set({ name: change.name }).where(eq(workspaces.id, workspace.id));
      }
      if (change.environmentId !== undefined && change.environmentId !== workspace.environmentId) {
        const name = await environmentName(tx, workspace.id, change.environmentId);
        details.push(`environment ${name} chosen`);
        await tx.update(workspaces).set({ environmentId: change.environmentId }).where(eq(workspaces.id, workspace.id));
      }
      await this.recordChange(tx, workspace, user, details);
      return this.get(tx, workspace.id, user.id);
    });
  }

  /** With everything in it; the environments themselves keep their procedures. */
  async delete(workspaceId: string): Promise<void> {
    await this.database.delete(workspaces).where(eq(workspaces.id, workspaceId));
  }

  private async recordChange(tx: Queries, workspace: WorkspaceContext, user: User, details: readonly string[]): Promise<void> {
    if (details.length === 0) return;
    await this.activity.record(tx, {
      workspaceId: workspace.id,
      actorId: user.id,
      kind: 'workspace-changed',
      subject: workspace.name,
      detail: details.join(', '),
    });
  }
}

async function insertWithFreeSlug(tx: Queries, createdBy: string, name: string, wanted: string | undefined): Promise<string> {
  for (const slug of slugCandidates(wanted ?? slugOf(name))) {
    const [created] = await tx.insert(workspaces).values({ slug, name, createdBy }).onConflictDoNothing().returning({ id: workspaces.id });
    if (created !== undefined) return created.id;
    if (wanted !== undefined) throw problem('name-taken', `There is a workspace at ${wanted} already.`);
  }
  throw new Error('no slug left');
}

async function environmentName(tx: Queries, workspaceId: string, environmentId: string): Promise<string> {
  const [found] = await tx
    .select({ name: environments.name })
    .from(environments)
    .where(and(eq(environments.workspaceId, workspaceId), eq(environments.id, environmentId)));
  if (found === undefined) throw badField('environmentId', 'the workspace has no such environment');
  return found.name;
}

function selectFor(queries: Queries, userId: string, workspaceId?: string) {
  return queries
    .select({
      id: workspaces.id,
      slug: workspaces.slug,
      name: workspaces.name,
      role: memberships.role,
      environmentId: workspaces.environmentId,
      memberCount: sql<number>`(SELECT count(*)::int FROM memberships AS everybody WHERE everybody.workspace_id = ${workspaces.id})`,
      createdAt: workspaces.createdAt,
    })
    .from(workspaces)
    .innerJoin(memberships, and(eq(memberships.workspaceId, workspaces.id), eq(memberships.userId, userId)))
    .where(workspaceId === undefined ? undefined : eq(workspaces.id, workspaceId));
}

function present(row: Omit<Workspace, 'createdAt' | 'role'> & { role: Role; createdAt: Date }): Workspace {
  return { ...row, createdAt: row.createdAt.toISOString() };
}
