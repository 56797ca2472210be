/** Procedures of a workspace: the list, creating, renaming, moving between categories, deleting. */
import { Inject, Injectable } from '@nestjs/common';
import type { Procedure, ProcedureSummary } from '@sprocket/studio-contract';
import { and, eq } from 'drizzle-orm';
import { ActivityService } from '../audit/activity.service.ts';
import type { Database, Queries, Transaction } from '../database/database.ts';
import { violatedUnique } from '../database/errors.ts';
import { categories, procedures, templates } from '../database/schema/schema.ts';
import { EnvironmentsService } from '../environments/environments.service.ts';
import { quoteName } from '../environments/quote.ts';
import type { WorkspaceContext } from '../http/call.ts';
import { badField, problem } from '../http/problem.ts';
import { DATABASE } from '../tokens.ts';
import { writeDraft } from './draft-writes.ts';
import { presentProcedure, presentSummary } from './present.ts';
import {
  atProcedure,
  cursorOf,
  getProcedure,
  listProcedures,
  loadDraft,
  loadProcedure,
  type ProcedureFilter,
  type ProcedureRow,
} from './procedure-store.ts';
import { checkLength, fillTemplate, renamedText, skeleton } from './text/templates.ts';

export interface NewProcedure {
  readonly schema: string;
  readonly name: string;
  readonly categoryId: string | null;
  readonly templateId?: string | undefined;
  readonly sqlText?: string | undefined;
}

export interface ProcedureChange {
  readonly categoryId?: string | null | undefined;
  readonly schema?: string | undefined;
  readonly name?: string | undefined;
}

@Injectable()
export class ProceduresService {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    private readonly environments: EnvironmentsService,
    private readonly activity: ActivityService,
  ) {}

  async list(workspaceId: string, filter: ProcedureFilter): Promise<{ items: ProcedureSummary[]; next: string | null }> {
    const rows = await listProcedures(this.database, workspaceId, filter);
    const kept = rows.slice(0, filter.limit);
    const last = kept.at(-1);
    return { items: kept.map(presentSummary), next: rows.length > filter.limit && last !== undefined ? cursorOf(last.procedure) : null };
  }

  async get(workspace: Pick<WorkspaceContext, 'id' | 'role'>, id: string): Promise<Procedure> {
    return presentProcedure(await loadProcedure(this.database, workspace.id, id), workspace.role);
  }

  async create(workspace: Pick<WorkspaceContext, 'id' | 'role'>, userId: string, input: NewProcedure): Promise<Procedure> {
    const { schema, name, categoryId } = input;
    const text = input.sqlText ?? (await this.beginning(workspace.id, input));
    checkLength(text);
    const id = await naming({ schema, name }, () =>
      this.database.transaction(async (tx) => {
        await checkCategory(tx, workspace.id, categoryId);
        const [row] = await tx
          .insert(procedures)
          .values({ workspaceId: workspace.id, schema, name, categoryId, createdBy: userId })
          .returning();
        if (row === undefined) throw new Error('an insert returned nothing');
        await writeDraft(tx, { workspaceId: workspace.id, procedureId: row.id, userId, text });
        await this.record(tx, row, userId, 'procedure-created');
        return row.id;
      }),
    );
    return this.get(workspace, id);
  }

  async update(workspace: WorkspaceContext, userId: string, id: string, change: ProcedureChange): Promise<Procedure> {
    const row = await getProcedure(this.database, workspace.id, id);
    const to = { schema: change.schema ?? row.schema, name: change.name ?? row.name };
    const renamed = to.schema !== row.schema || to.name !== row.name;
    if (renamed && row.publishedVersion !== null) throw problem('published', 'A procedure that was published keeps its name.');
    await naming(to, () =>
      this.database.transaction(async (tx) => {
        if (change.categoryId !== undefined) await checkCategory(tx, workspace.id, change.categoryId);
        const categoryId = change.categoryId === undefined ? row.categoryId : change.categoryId;
        await tx
          .update(procedures)
          .set({ ...to, categoryId, updatedAt: new Date() })
          .where(atProcedure(workspace.id, id));
        if (renamed) await this.renameDraft(tx, row, userId, to);
      }),
    );
    return this.get(workspace, id);
  }

  async remove(workspace: WorkspaceContext, userId: string, id: string, drop: boolean): Promise<void> {
    const row = await getProcedure(this.database, workspace.id, id);
    if (drop) {
      const environment = await this.environments.current(workspace);
      await this.environments.ask(environment, (session) => session.rows(`DROP PROCEDURE IF EXISTS ${quoteName(row)}`));
      this.environments.catalogChanged(environment);
    }
    await this.database.transaction(async (tx) => {
      await tx.delete(procedures).where(atProcedure(workspace.id, id));
      const detail = drop ? 'also dropped in the environment' : '';
      await this.activity.record(tx, {
        workspaceId: workspace.id,
        actorId: userId,
        kind: 'procedure-deleted',
        subject: nameOf(row),
        detail,
      });
    });
  }

  private async beginning(workspaceId: string, input: NewProcedure): Promise<string> {
    if (input.templateId === undefined) return skeleton(input);
    const [template] = await this.database
      .select({ sqlText: templates.sqlText })
      .from(templates)
      .where(and(eq(templates.workspaceId, workspaceId), eq(templates.id, input.templateId)));
    if (template === undefined) throw badField('templateId', 'there is no such template');
    return fillTemplate(template.sqlText, input);
  }

  /** The header of the draft takes the new name too, so that the draft stays publishable. */
  private async renameDraft(tx: Transaction, row: ProcedureRow, userId: string, to: { schema: string; name: string }): Promise<void> {
    const draft = await loadDraft(tx, row.workspaceId, row.id);
    const text = draft === undefined ? undefined : renamedText(draft.text, row, to);
    if (text !== undefined && text !== draft?.text) {
      await writeDraft(tx, { workspaceId: row.workspaceId, procedureId: row.id, userId, text });
    }
    await this.record(tx, { ...row, ...to }, userId, 'procedure-renamed', `was ${nameOf(row)}`);
  }

  private async record(tx: Queries, row: ProcedureRow, actorId: string, kind: 'procedure-created' | 'procedure-renamed', detail = '') {
    await this.activity.record(tx, { workspaceId: row.workspaceId, actorId, kind, subject: nameOf(row), detail, procedureId: row.id });
  }
}

export const nameOf = ({ schema, name }: { readonly schema: string; readonly name: string }) => `${schema}.${name}`;

/** Runs `work`; a name that the workspace has already becomes `name-taken`. */
export async function naming<T>(name: { readonly schema: string; readonly name: string }, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (violatedUnique(error) === 'procedures_name') throw problem('name-taken', `A procedure ${nameOf(name)} exists already.`);
    throw error;
  }
}

export async function checkCategory(tx: Queries, workspaceId: string, categoryId: string | null): Promise<void> {
  if (categoryId === null) return;
  const rows = await tx
    .select({ id: categories.id })
    .from(categories)
    .where(and(eq(categories.workspaceId, workspaceId), eq(categories.id, categoryId)));
  if (rows.length === 0) throw badField('categoryId', 'there is no such category');
}
