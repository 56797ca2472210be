/** Templates that a new procedure can begin from. */
import { Inject, Injectable } from '@nestjs/common';
import type { Template, User } from '@sprocket/studio-contract';
import { and, asc, eq, sql } from 'drizzle-orm';
import { ActivityService } from '../audit/activity.service.ts';
import type { Database, Queries } from '../database/database.ts';
import { violatedUnique } from '../database/errors.ts';
import { categories, templates } from '../database/schema/schema.ts';
import type { WorkspaceContext } from '../http/call.ts';
import { checkSqlLength } from '../http/limits.ts';
import { badField, notFound, problem } from '../http/problem.ts';
import { DATABASE } from '../tokens.ts';

export interface TemplateChange {
  readonly name?: string | undefined;
  readonly description?: string | undefined;
  readonly categoryId?: string | null | undefined;
  readonly sqlText?: string | undefined;
}
type TemplateInput = Pick<Template, 'name' | 'description' | 'categoryId' | 'sqlText'>;
type Row = typeof templates.$inferSelect;

@Injectable()
export class TemplatesService {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    private readonly activity: ActivityService,
  ) {}

  /** By name. */
  async list(workspaceId: string): Promise<Template[]> {
    const rows = await this.database
      .select()
      .from(templates)
      .where(eq(templates.workspaceId, workspaceId))
      .orderBy(asc(sql`lower(${templates.name})`));
    return rows.map(present);
  }

  async create(workspace: WorkspaceContext, actor: User, input: TemplateInput): Promise<Template> {
    return this.change(workspace, actor, input, async (tx) => {
      const rows = await tx
        .insert(templates)
        .values({ ...input, workspaceId: workspace.id })
        .returning();
      return { row: rows[0], detail: 'created' };
    });
  }

  async update(workspace: WorkspaceContext, actor: User, id: string, change: TemplateChange): Promise<Template> {
    return this.change(workspace, actor, change, async (tx) => {
      const rows = await tx
        .update(templates)
        .set({ ...change, updatedAt: new Date() })
        .where(key(workspace.id, id))
        .returning();
      return { row: rows[0], detail: 'changed' };
    });
  }

  async delete(workspace: WorkspaceContext, actor: User, id: string): Promise<void> {
    await this.change(workspace, actor, {}, async (tx) => {
      const rows = await tx.delete(templates).where(key(workspace.id, id)).returning();
      return { row: rows[0], detail: 'deleted' };
    });
  }

  private async change(
    workspace: WorkspaceContext,
    actor: User,
    input: TemplateChange,
    work: (tx: Queries) => Promise<{ row: Row | undefined; detail: string }>,
  ): Promise<Template> {
    if (input.sqlText !== undefined) checkSqlLength(input.sqlText);
    try {
      return await this.database.transaction(async (tx) => {
        await checkCategory(tx, workspace.id, input.categoryId);
        const { row, detail } = await work(tx);
        if (row === undefined) throw notFound();
        const entry = { workspaceId: workspace.id, actorId: actor.id, kind: 'template-changed', subject: row.name, detail } as const;
        await this.activity.record(tx, entry);
        return present(row);
      });
    } catch (error) {
      if (violatedUnique(error) === undefined) throw error;
      throw problem('name-taken', 'There is a template of this name already.');
    }
  }
}

const key = (workspaceId: string, id: string) => and(eq(templates.workspaceId, workspaceId), eq(templates.id, id));

async function checkCategory(tx: Queries, workspaceId: string, categoryId: string | null | undefined): Promise<void> {
  if (categoryId === undefined || categoryId === null) return;
  const found = await tx.$count(categories, and(eq(categories.workspaceId, workspaceId), eq(categories.id, categoryId)));
  if (found === 0) throw badField('categoryId', 'the workspace has no such category');
}

function present({ id, name, description, categoryId, sqlText, updatedAt }: Row): Template {
  return { id, name, description, categoryId, sqlText, updatedAt: updatedAt.toISOString() };
}
