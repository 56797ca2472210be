/** Locks that a transaction holds until its end. */
import { eq } from 'drizzle-orm';
import type { Queries } from './database.ts';
import { workspaces } from './schema/schema.ts';

/** Changes that look at several rows of a workspace take turns. */
export async function holdWorkspace(tx: Queries, workspaceId: string): Promise<void> {
  await tx.select({ id: workspaces.id }).from(workspaces).where(eq(workspaces.id, workspaceId)).for('update');
}
