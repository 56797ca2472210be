/**
 * Writing drafts. A save takes the next revision of its procedure, which also locks the procedure's row: two saves at the same time come one after
 * the other, and the second one finds that its revision is old.
 */
import { and, eq, lte, sql } from 'drizzle-orm';
import type { Transaction } from '../database/database.ts';
import { draftSaves, drafts, procedures } from '../database/schema/schema.ts';
import { notFound, problem } from '../http/problem.ts';
import { presentDraft } from './present.ts';
import { atProcedure, type LoadedProcedure, loadDraft } from './procedure-store.ts';

/** Saves that are kept for going back. */
const KEPT_SAVES = 50;

export interface DraftWrite {
  readonly workspaceId: string;
  readonly procedureId: string;
  readonly userId: string;
  readonly text: string;
}

/** Makes the text the draft, whatever the draft was before. */
export async function writeDraft(tx: Transaction, { workspaceId, procedureId, userId, text }: DraftWrite): Promise<void> {
  const revision = await nextRevision(tx, workspaceId, procedureId);
  const save = { workspaceId, procedureId, text, revision, savedBy: userId, savedAt: new Date() };
  await tx.insert(drafts).values(save).onConflictDoUpdate({ target: drafts.procedureId, set: save });
  await tx.insert(draftSaves).values(save);
  await tx.delete(draftSaves).where(and(eq(draftSaves.procedureId, procedureId), lte(draftSaves.revision, revision - KEPT_SAVES)));
}

/** Saves over the revision that the text was made from. Throws `stale-draft` with the newer draft, or `published` when there is none. */
export async function saveOver(tx: Transaction, write: DraftWrite, revision: number): Promise<void> {
  await lockProcedure(tx, write.workspaceId, write.procedureId);
  const draft = mustHaveDraft(await loadDraft(tx, write.workspaceId, write.procedureId));
  if (draft.revision !== revision) throw staleDraft(draft);
  if (draft.text !== write.text) await writeDraft(tx, write);
}

/** Until the end of the transaction nobody else changes the procedure. Throws `not-found`. */
export async function lockProcedure(tx: Transaction, workspaceId: string, procedureId: string): Promise<void> {
  const rows = await tx.select({ id: procedures.id }).from(procedures).where(atProcedure(workspaceId, procedureId)).for('update');
  if (rows.length === 0) throw notFound();
}

/** Throws `published`. */
export function mustHaveDraft(draft: LoadedProcedure['draft']): NonNullable<LoadedProcedure['draft']> {
  if (draft === undefined) throw problem('published', 'The procedure has no draft. Move it to draft first.');
  return draft;
}

export function staleDraft(draft: NonNullable<LoadedProcedure['draft']>) {
  const { text, revision, savedAt, savedBy } = presentDraft(draft);
  return problem('stale-draft', `${savedBy.name} saved the draft in between.`, {
    current: { text, revision, savedAt, savedBy: savedBy.name },
  });
}

async function nextRevision(tx: Transaction, workspaceId: string, procedureId: string): Promise<number> {
  const [row] = await tx
    .update(procedures)
    .set({ draftRevision: sql`${procedures.draftRevision} + 1`, updatedAt: new Date() })
    .where(atProcedure(workspaceId, procedureId))
    .returning({ revision: procedures.draftRevision });
  if (row === undefined) throw notFound();
  return row.revision;
}
