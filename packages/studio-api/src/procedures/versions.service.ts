/** Versions of a procedure: read only, since one never changes. */
import { Inject, Injectable } from '@nestjs/common';
import type { Version, VersionWithText } from '@sprocket/studio-contract';
import { and, desc, eq } from 'drizzle-orm';
import type { Database } from '../database/database.ts';
import { users, versions } from '../database/schema/schema.ts';
import { notFound } from '../http/problem.ts';
import { DATABASE } from '../tokens.ts';
import { presentVersion } from './present.ts';
import { getProcedure, loadVersion } from './procedure-store.ts';

@Injectable()
export class VersionsService {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

  async list(workspaceId: string, procedureId: string): Promise<Version[]> {
    const { publishedVersion } = await getProcedure(this.database, workspaceId, procedureId);
    const rows = await this.database
      .select({ version: versions, person: { id: users.id, name: users.name } })
      .from(versions)
      .innerJoin(users, eq(users.id, versions.createdBy))
      .where(and(eq(versions.workspaceId, workspaceId), eq(versions.procedureId, procedureId)))
      .orderBy(desc(versions.version));
    return rows.map(({ version, person }) => presentVersion({ ...version, person }, publishedVersion));
  }

  async get(workspaceId: string, procedureId: string, version: number): Promise<VersionWithText> {
    const { publishedVersion } = await getProcedure(this.database, workspaceId, procedureId);
    const row = await loadVersion(this.database, workspaceId, procedureId, version);
    if (row === undefined) throw notFound();
    return { ...presentVersion(row, publishedVersion), procedureId, workspaceId, sqlText: row.sqlText };
  }
}
