/**
 * Taking procedures over that an environment has already. Each becomes published with version 1, whose text is what a publish of it would send, so
 * that publishing it unchanged changes nothing. One that cannot be taken over is refused with its reason; the others are not held up by it.
 */
import { Inject, Injectable } from '@nestjs/common';
import type { ProcedureSummary } from '@sprocket/studio-contract';
import { type CatalogSnapshot, type ProcedureName, toCreateOrAlter } from '@sprocket/tsql';
import { and, eq } from 'drizzle-orm';
import { ActivityService } from '../audit/activity.service.ts';
import type { Database } from '../database/database.ts';
import { procedures, users, versions } from '../database/schema/schema.ts';
import { listProceduresOf, routineText } from '../environments/catalog/routine-text.ts';
import { EnvironmentsService } from '../environments/environments.service.ts';
import { reporting } from '../environments/problems.ts';
import type { WorkspaceContext } from '../http/call.ts';
import { ProblemError } from '../http/problem.ts';
import { DATABASE } from '../tokens.ts';
import { presentSummary } from './present.ts';
import { atProcedure } from './procedure-store.ts';
import { checkCategory, nameOf, naming } from './procedures.service.ts';
import { parametersOf } from './text/parameters.ts';

export interface ImportCandidate extends ProcedureName {
  readonly modifiedAt: string | null;
  readonly encrypted: boolean;
}
export interface Refusal extends ProcedureName {
  readonly message: string;
}
interface Taken {
  readonly name: ProcedureName;
  readonly sql: string;
}

@Injectable()
export class ImportService {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    private readonly environments: EnvironmentsService,
    private readonly activity: ActivityService,
  ) {}

  async candidates(workspace: WorkspaceContext): Promise<ImportCandidate[]> {
    const environment = await this.environments.current(workspace);
    const found = await this.environments.ask(environment, listProceduresOf);
    const own = await this.database
      .select({ schema: procedures.schema, name: procedures.name })
      .from(procedures)
      .where(eq(procedures.workspaceId, workspace.id));
    const known = new Set(own.map(keyOf));
    return found.filter((each) => !known.has(keyOf(each))).map((each) => ({ ...each, modifiedAt: utc(each.modifiedAt) }));
  }

  async take(
    workspace: WorkspaceContext,
    userId: string,
    input: { readonly procedures: readonly ProcedureName[]; readonly categoryId: string | null },
  ): Promise<{ imported: ProcedureSummary[]; refused: Refusal[] }> {
    await checkCategory(this.database, workspace.id, input.categoryId);
    const environment = await this.environments.current(workspace);
    const catalog = await reporting(() => this.environments.catalog(environment));
    const texts = await this.environments.ask(environment, async (session) => {
      const read: (Taken | Refusal)[] = [];
      for (const name of input.procedures) read.push(readable(name, await routineText(session, name)));
      return read;
    });
    const imported: ProcedureSummary[] = [];
    const refused: Refusal[] = [];
    for (const one of texts) {
      const result = 'message' in one ? one : await this.takeOne(workspace.id, userId, one, input.categoryId, catalog.snapshot);
      if ('message' in result) refused.push(result);
      else imported.push(result);
    }
    return { imported, refused };
  }

  private async takeOne(
    workspaceId: string,
    userId: string,
    { name, sql }: Taken,
    categoryId: string | null,
    catalog: CatalogSnapshot,
  ): Promise<ProcedureSummary | Refusal> {
    try {
      const id = await naming(name, () => this.insert(workspaceId, userId, { name, sql }, categoryId, catalog));
      return await this.summary(workspaceId, id);
    } catch (error) {
      if (error instanceof ProblemError) return { schema: name.schema, name: name.name, message: error.message };
      throw error;
    }
  }

  private insert(
    workspaceId: string,
    userId: string,
    { name: { schema, name }, sql }: Taken,
    categoryId: string | null,
    catalog: CatalogSnapshot,
  ) {
    return this.database.transaction(async (tx) => {
      const values = { workspaceId, schema, name, categoryId, publishedVersion: 1, createdBy: userId };
      const [row] = await tx.insert(procedures).values(values).returning({ id: procedures.id });
      if (row === undefined) throw new Error('an insert returned nothing');
      const subject = nameOf({ schema, name });
      const parameters = parametersOf(sql, catalog);
      await tx
        .insert(versions)
        .values({ workspaceId, procedureId: row.id, version: 1, name: subject, sqlText: sql, parameters, createdBy: userId });
      await this.activity.record(tx, { workspaceId, actorId: userId, kind: 'imported', subject, procedureId: row.id });
      return row.id;
    });
  }

  private async summary(workspaceId: string, id: string): Promise<ProcedureSummary> {
    const [row] = await this.database
      .select({ procedure: procedures, creator: { id: users.id, name: users.name }, publishedAt: versions.createdAt })
      .from(procedures)
      .innerJoin(users, eq(users.id, procedures.createdBy))
      .innerJoin(versions, and(eq(versions.procedureId, procedures.id), eq(versions.version, 1)))
      .where(atProcedure(workspaceId, id));
    if (row === undefined) throw new Error('a procedure that was just imported is not there');
    return presentSummary({ ...row, hasDraft: false });
  }
}

function readable({ schema, name }: ProcedureName, text: string | null): Taken | Refusal {
  if (text === null) return { schema, name, message: 'The environment has no such procedure, or its text is encrypted.' };
  const result = toCreateOrAlter(text, { schema, name });
  if (result.ok) return { name: { schema, name }, sql: result.deployment.sql };
  const [first] = result.diagnostics;
  return { schema, name, message: first === undefined ? 'Its text cannot be read.' : `Line ${first.line}: ${first.message}` };
}

const keyOf = ({ schema, name }: ProcedureName) => `${schema}.${name}`.toLowerCase();

/** The server's clock has no zone; it is taken for UTC. */
function utc(text: string | null): string | null {
  const time = text === null ? Number.NaN : Date.parse(`${text}Z`);
  return Number.isNaN(time) ? null : new Date(time).toISOString();
}
