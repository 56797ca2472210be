/**
 * The record of a publish under way. Two systems cannot change together, so the intent is written first, and it is removed in the transaction that
 * records the version. One that is found later tells what the environment may be running without a version to show for it.
 */
import type { Parameter } from '@sprocket/studio-contract';
import { and, eq, max } from 'drizzle-orm';
import type { ActivityService } from '../../audit/activity.service.ts';
import type { Queries, Transaction } from '../../database/database.ts';
import { deployments, drafts, procedures, versions } from '../../database/schema/schema.ts';
import { lockProcedure } from '../draft-writes.ts';
import { atProcedure } from '../procedure-store.ts';

export type Deployment = typeof deployments.$inferSelect;

/** What the version will say beside its text. */
export interface VersionFacts {
  readonly name: string;
  readonly parameters: readonly Parameter[];
}

export async function unfinished(queries: Queries, workspaceId: string, procedureId: string): Promise<Deployment | undefined> {
  const [row] = await queries
    .select()
    .from(deployments)
    .where(and(eq(deployments.workspaceId, workspaceId), eq(deployments.procedureId, procedureId)));
  return row;
}

/** False when somebody else began in between. */
export async function begin(queries: Queries, row: Omit<Deployment, 'startedAt'>): Promise<boolean> {
  const rows = await queries.insert(deployments).values(row).onConflictDoNothing().returning({ id: deployments.procedureId });
  return rows.length > 0;
}

/** The environment was not changed: nothing is left to repair. */
export async function abandon(queries: Queries, row: Pick<Deployment, 'workspaceId' | 'procedureId'>): Promise<void> {
  await queries.delete(deployments).where(at(row));
}

/** The version's number after the last one. */
export async function nextVersion(queries: Queries, workspaceId: string, procedureId: string): Promise<number> {
  const [row] = await queries
    .select({ last: max(versions.version) })
    .from(versions)
    .where(and(eq(versions.workspaceId, workspaceId), eq(versions.procedureId, procedureId)));
  return (row?.last ?? 0) + 1;
}

/**
 * Records what was deployed: the version, that it is the live one, the activity; and takes the draft away unless it was saved again meanwhile.
 * Changes nothing when the deployment was recorded already.
 */
export async function complete(tx: Transaction, row: Deployment, facts: VersionFacts, activity: ActivityService): Promise<void> {
  const { workspaceId, procedureId, sqlText, version, startedBy, draftRevision } = row;
  await lockProcedure(tx, workspaceId, procedureId);
  const removed = await tx.delete(deployments).where(at(row)).returning({ id: deployments.procedureId });
  if (removed.length === 0) return;
  await tx.insert(versions).values({ workspaceId, procedureId, version, sqlText, createdBy: startedBy, ...facts });
  await tx.update(procedures).set({ publishedVersion: version, updatedAt: new Date() }).where(atProcedure(workspaceId, procedureId));
  await removeDraft(tx, { workspaceId, procedureId, revision: draftRevision });
  const entry = {
    workspaceId,
    actorId: startedBy,
    kind: 'published',
    subject: facts.name,
    detail: `version ${version}`,
    procedureId,
  } as const;
  await activity.record(tx, entry);
}

/** The draft goes when it is still the one of this revision. */
export async function removeDraft(
  tx: Queries,
  { workspaceId, procedureId, revision }: { readonly workspaceId: string; readonly procedureId: string; readonly revision: number },
): Promise<void> {
  await tx
    .delete(drafts)
    .where(and(eq(drafts.workspaceId, workspaceId), eq(drafts.procedureId, procedureId), eq(drafts.revision, revision)));
}

const at = ({ workspaceId, procedureId }: Pick<Deployment, 'workspaceId' | 'procedureId'>) =>
  and(eq(deployments.workspaceId, workspaceId), eq(deployments.procedureId, procedureId));
