/**
 * Categories in an order of the workspace's choosing. Positions are the numbers from 0 without gaps; whoever changes them holds the workspace's row,
 * so that two changes at a time do not mix.
 */
import { Inject, Injectable } from '@nestjs/common';
import type { Category, User } from '@sprocket/studio-contract';
import { and, asc, eq, sql } from 'drizzle-orm';
import { ActivityService } from '../audit/activity.service.ts';
import type { Database, Queries } from '../database/database.ts';
import { violatedUnique } from '../database/errors.ts';
import { holdWorkspace } from '../database/locks.ts';
import { categories } from '../database/schema/schema.ts';
import type { WorkspaceContext } from '../http/call.ts';
import { notFound, problem } from '../http/problem.ts';
import { DATABASE } from '../tokens.ts';

export interface CategoryChange {
  readonly name?: string | undefined;
  readonly description?: string | undefined;
  readonly position?: number | undefined;
}

@Injectable()
export class CategoriesService {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    private readonly activity: ActivityService,
  ) {}

  async list(workspaceId: string): Promise<Category[]> {
    return select(this.database).where(eq(categories.workspaceId, workspaceId)).orderBy(asc(categories.position), asc(categories.id));
  }

  /** At the end. */
  async create(workspace: WorkspaceContext, actor: User, input: { name: string; description: string }): Promise<Category> {
    return this.change(workspace, actor, async (tx) => {
      const position = await tx.$count(categories, eq(categories.workspaceId, workspace.id));
      const [created] = await tx
        .insert(categories)
        .values({ workspaceId: workspace.id, position, ...input })
        .returning({ id: categories.id });
      return { category: await find(tx, workspace.id, created?.id ?? ''), detail: 'created' };
    });
  }

  async update(workspace: WorkspaceContext, actor: User, id: string, change: CategoryChange): Promise<Category> {
    return this.change(workspace, actor, async (tx) => {
      const before = await find(tx, workspace.id, id);
      const { position, ...texts } = change;
      if (Object.values(texts).some((text) => text !== undefined)) await tx.update(categories).set(texts).where(key(workspace.id, id));
      if (position !== undefined) await moveTo(tx, workspace.id, id, position);
      const category = await find(tx, workspace.id, id);
      return { category, detail: before.name === category.name ? 'changed' : `renamed from ${before.name}` };
    });
  }

  /** Its procedures and templates stay, without a category. */
  async delete(workspace: WorkspaceContext, actor: User, id: string): Promise<void> {
    await this.change(workspace, actor, async (tx) => {
      const category = await find(tx, workspace.id, id);
      await tx.delete(categories).where(key(workspace.id, id));
      await renumber(tx, await order(tx, workspace.id));
      return { category, detail: 'deleted' };
    });
  }

  private async change(
    workspace: WorkspaceContext,
    actor: User,
    work: (tx: Queries) => Promise<{ category: Category; detail: string }>,
  ): Promise<Category> {
    try {
      return await this.database.transaction(async (tx) => {
        await holdWorkspace(tx, workspace.id);
        const { category, detail } = await work(tx);
        await this.activity.record(tx, {
          workspaceId: workspace.id,
          actorId: actor.id,
          kind: 'category-changed',
          subject: category.name,
          detail,
        });
        return category;
      });
    } catch (error) {
      if (violatedUnique(error) === undefined) throw error;
      throw problem('name-taken', 'There is a category of this name already.');
    }
  }
}

const key = (workspaceId: string, id: string) => and(eq(categories.workspaceId, workspaceId), eq(categories.id, id));

function select(queries: Queries) {
  return queries
    .select({
      id: categories.id,
      name: categories.name,
      description: categories.description,
      position: categories.position,
      procedureCount: sql<number>`(SELECT count(*)::int FROM procedures WHERE procedures.category_id = ${categories.id})`,
    })
    .from(categories);
}

async function find(queries: Queries, workspaceId: string, id: string): Promise<Category> {
  const [category] = await select(queries).where(key(workspaceId, id));
  if (category === undefined) throw notFound();
  return category;
}

/** Ids in their order. */
async function order(tx: Queries, workspaceId: string): Promise<string[]> {
  const rows = await tx
    .select({ id: categories.id })
    .from(categories)
    .where(eq(categories.workspaceId, workspaceId))
    .orderBy(asc(categories.position), asc(categories.id));
  return rows.map(({ id }) => id);
}

/** A position beyond the end is the end. */
async function moveTo(tx: Queries, workspaceId: string, id: string, position: number): Promise<void> {
  const others = (await order(tx, workspaceId)).filter((other) => other !== id);
  await renumber(tx, [...others.slice(0, position), id, ...others.slice(position)]);
}

async function renumber(tx: Queries, ids: readonly string[]): Promise<void> {
  for (const [position, id] of ids.entries()) await tx.update(categories).set({ position }).where(eq(categories.id, id));
}
