/** Drafts: saving over a known revision, beginning one from the published text or from an older version, going back to an earlier save. */
import { Inject, Injectable } from '@nestjs/common';
import type { Draft, DraftSave, Procedure } from '@sprocket/studio-contract';
import { and, desc, eq, sql } from 'drizzle-orm';
import { ActivityService } from '../audit/activity.service.ts';
import type { Database, Transaction } from '../database/database.ts';
import { draftSaves, drafts, users } from '../database/schema/schema.ts';
import type { WorkspaceContext } from '../http/call.ts';
import { notFound, problem } from '../http/problem.ts';
import { DATABASE } from '../tokens.ts';
import { lockProcedure, mustHaveDraft, saveOver, writeDraft } from './draft-writes.ts';
import { presentDraft, presentProcedure } from './present.ts';
import { getProcedure, type LoadedProcedure, loadDraft, loadProcedure, loadVersion } from './procedure-store.ts';
import { nameOf } from './procedures.service.ts';
import { checkLength } from './text/templates.ts';

type Workspace = Pick<WorkspaceContext, 'id' | 'role'>;
type ChangeKind = 'moved-to-draft' | 'draft-discarded' | 'rolled-back';

@Injectable()
export class DraftsService {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    private readonly activity: ActivityService,
  ) {}

  async save(workspace: Workspace, userId: string, id: string, input: { text: string; revision: number }): Promise<Draft> {
    checkLength(input.text);
    return this.database.transaction(async (tx) => {
      const write = { workspaceId: workspace.id, procedureId: id, userId, text: input.text };
      await saveOver(tx, write, input.revision);
      return presentDraft(mustHaveDraft(await loadDraft(tx, workspace.id, id)));
    });
  }

  /** A procedure that has a draft already keeps it. */
  async begin(workspace: Workspace, userId: string, id: string): Promise<Procedure> {
    return this.change(workspace, id, async (tx, loaded) => {
      if (loaded.draft !== undefined) return;
      const text = mustBePublished(loaded).sqlText;
      await writeDraft(tx, { workspaceId: workspace.id, procedureId: id, userId, text });
      await this.record(tx, loaded, userId, 'moved-to-draft');
    });
  }

  async discard(workspace: Workspace, userId: string, id: string): Promise<Procedure> {
    return this.change(workspace, id, async (tx, loaded) => {
      mustBePublished(loaded);
      mustHaveDraft(loaded.draft);
      await tx.delete(drafts).where(and(eq(drafts.workspaceId, workspace.id), eq(drafts.procedureId, id)));
      await this.record(tx, loaded, userId, 'draft-discarded');
    });
  }

  /** The text of a version becomes the draft; the live version stays. */
  async rollback(workspace: Workspace, userId: string, id: string, version: number): Promise<Procedure> {
    return this.change(workspace, id, async (tx, loaded) => {
      if (loaded.procedure.publishedVersion === version) throw problem('in-use', `Version ${version} is the live one already.`);
      const found = await loadVersion(tx, workspace.id, id, version);
      if (found === undefined) throw notFound();
      await writeDraft(tx, { workspaceId: workspace.id, procedureId: id, userId, text: found.sqlText });
      await this.record(tx, loaded, userId, 'rolled-back', `to version ${version}`);
    });
  }

  async history(workspaceId: string, id: string): Promise<DraftSave[]> {
    await getProcedure(this.database, workspaceId, id);
    const rows = await this.savesOf(workspaceId, id).orderBy(desc(draftSaves.revision)).limit(50);
    return rows.map(presentSave);
  }

  async historyText(workspaceId: string, id: string, revision: number): Promise<DraftSave & { text: string }> {
    const [row] = await this.database
      .select({ revision: draftSaves.revision, savedAt: draftSaves.savedAt, length: LENGTH, person: PERSON, text: draftSaves.text })
      .from(draftSaves)
      .innerJoin(users, eq(users.id, draftSaves.savedBy))
      .where(and(eq(draftSaves.workspaceId, workspaceId), eq(draftSaves.procedureId, id), eq(draftSaves.revision, revision)));
    if (row === undefined) throw notFound();
    return { ...presentSave(row), text: row.text };
  }

  private savesOf(workspaceId: string, id: string) {
    return this.database
      .select({ revision: draftSaves.revision, savedAt: draftSaves.savedAt, length: LENGTH, person: PERSON })
      .from(draftSaves)
      .innerJoin(users, eq(users.id, draftSaves.savedBy))
      .where(and(eq(draftSaves.workspaceId, workspaceId), eq(draftSaves.procedureId, id)))
      .$dynamic();
  }

  private async change(
    workspace: Workspace,
    id: string,
    work: (tx: Transaction, loaded: LoadedProcedure) => Promise<void>,
  ): Promise<Procedure> {
    return this.database.transaction(async (tx) => {
      await lockProcedure(tx, workspace.id, id);
      await work(tx, await loadProcedure(tx, workspace.id, id));
      return presentProcedure(await loadProcedure(tx, workspace.id, id), workspace.role);
    });
  }

  private async record(tx: Transaction, { procedure }: LoadedProcedure, actorId: string, kind: ChangeKind, detail = ''): Promise<void> {
    const { workspaceId, id } = procedure;
    await this.activity.record(tx, { workspaceId, actorId, kind, subject: nameOf(procedure), detail, procedureId: id });
  }
}

const PERSON = { id: users.id, name: users.name };
const LENGTH = sql<number>`char_length(${draftSaves.text})`;

interface SaveRow {
  readonly revision: number;
  readonly savedAt: Date;
  readonly length: number;
  readonly person: { readonly id: string; readonly name: string };
}

function presentSave({ revision, savedAt, length, person }: SaveRow): DraftSave {
  return { revision, savedAt: savedAt.toISOString(), savedBy: person, length };
}

/** Throws `not-published`. */
function mustBePublished({ published }: LoadedProcedure): NonNullable<LoadedProcedure['published']> {
  if (published === undefined) throw problem('not-published', 'The procedure was never published.');
  return published;
}
