/**
 * Reading procedures: every query keys on the workspace and the id, so that what belongs to another workspace does not exist here.
 */
import { and, asc, eq, exists, gt, isNotNull, isNull, or, type SQL, sql } from 'drizzle-orm';
import type { Queries } from '../database/database.ts';
import { drafts, procedures, users, versions } from '../database/schema/schema.ts';
import { badField, notFound } from '../http/problem.ts';

export type ProcedureRow = typeof procedures.$inferSelect;
export type DraftRow = typeof drafts.$inferSelect;
export type VersionRow = typeof versions.$inferSelect;
export interface PersonRow {
  readonly id: string;
  readonly name: string;
}

/** A procedure as a line of the list. */
export interface ListedProcedure {
  readonly procedure: ProcedureRow;
  readonly creator: PersonRow;
  readonly hasDraft: boolean;
  readonly publishedAt: Date | null;
}

/** A procedure with its texts. */
export interface LoadedProcedure extends ListedProcedure {
  readonly draft: (DraftRow & { readonly person: PersonRow }) | undefined;
  readonly published: (VersionRow & { readonly person: PersonRow }) | undefined;
}

export interface ProcedureFilter {
  readonly search?: string | undefined;
  readonly status?: 'draft' | 'published' | undefined;
  readonly categoryId?: string | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

const PERSON = { id: users.id, name: users.name };
const LOWER_SCHEMA = sql<string>`lower(${procedures.schema})`;
const LOWER_NAME = sql<string>`lower(${procedures.name})`;

/** Where the row of a procedure is. */
export const atProcedure = (workspaceId: string, id: string) => and(eq(procedures.workspaceId, workspaceId), eq(procedures.id, id));

/** Throws `not-found`. */
export async function getProcedure(queries: Queries, workspaceId: string, id: string): Promise<ProcedureRow> {
  const [row] = await queries.select().from(procedures).where(atProcedure(workspaceId, id));
  if (row === undefined) throw notFound();
  return row;
}

/** Throws `not-found`. */
export async function loadProcedure(queries: Queries, workspaceId: string, id: string): Promise<LoadedProcedure> {
  const [found] = await queries
    .select({ procedure: procedures, creator: PERSON })
    .from(procedures)
    .innerJoin(users, eq(users.id, procedures.createdBy))
    .where(atProcedure(workspaceId, id));
  if (found === undefined) throw notFound();
  const draft = await loadDraft(queries, workspaceId, id);
  const published =
    found.procedure.publishedVersion === null ? undefined : await loadVersion(queries, workspaceId, id, found.procedure.publishedVersion);
  return { ...found, draft, published, hasDraft: draft !== undefined, publishedAt: published?.createdAt ?? null };
}

export async function loadDraft(queries: Queries, workspaceId: string, id: string): Promise<LoadedProcedure['draft']> {
  const [row] = await queries
    .select({ draft: drafts, person: PERSON })
    .from(drafts)
    .innerJoin(users, eq(users.id, drafts.savedBy))
    .where(and(eq(drafts.workspaceId, workspaceId), eq(drafts.procedureId, id)));
  return row === undefined ? undefined : { ...row.draft, person: row.person };
}

export async function loadVersion(
  queries: Queries,
  workspaceId: string,
  id: string,
  version: number,
): Promise<LoadedProcedure['published']> {
  const [row] = await queries
    .select({ version: versions, person: PERSON })
    .from(versions)
    .innerJoin(users, eq(users.id, versions.createdBy))
    .where(and(eq(versions.workspaceId, workspaceId), eq(versions.procedureId, id), eq(versions.version, version)));
  return row === undefined ? undefined : { ...row.version, person: row.person };
}

/** One row more than the limit, when there are more. */
export async function listProcedures(queries: Queries, workspaceId: string, filter: ProcedureFilter): Promise<readonly ListedProcedure[]> {
  const draftOf = queries.select({ one: sql`1` }).from(drafts).where(eq(drafts.procedureId, procedures.id));
  return queries
    .select({ procedure: procedures, creator: PERSON, hasDraft: sql<boolean>`${exists(draftOf)}`, publishedAt: versions.createdAt })
    .from(procedures)
    .innerJoin(users, eq(users.id, procedures.createdBy))
    .leftJoin(versions, and(eq(versions.procedureId, procedures.id), eq(versions.version, procedures.publishedVersion)))
    .where(
      and(
        eq(procedures.workspaceId, workspaceId),
        matching(filter.search),
        filter.status === undefined ? undefined : inStatus(filter.status, exists(draftOf)),
        filter.categoryId === undefined ? undefined : eq(procedures.categoryId, filter.categoryId),
        afterCursor(filter.cursor),
      ),
    )
    .orderBy(asc(LOWER_SCHEMA), asc(LOWER_NAME))
    .limit(filter.limit + 1);
}

/** The cursor of the page after the one that ends with this procedure. */
export function cursorOf({ schema, name }: ProcedureRow): string {
  return Buffer.from(JSON.stringify([schema.toLowerCase(), name.toLowerCase()])).toString('base64url');
}

/** The words of a search are looked for as they are: % and _ mean themselves. */
function matching(search: string | undefined): SQL | undefined {
  if (search === undefined || search === '') return undefined;
  return sql`position(lower(${search}) in lower(${procedures.schema} || '.' || ${procedures.name})) > 0`;
}

function inStatus(status: 'draft' | 'published', hasDraft: SQL): SQL | undefined {
  return status === 'draft'
    ? or(isNull(procedures.publishedVersion), hasDraft)
    : and(isNotNull(procedures.publishedVersion), sql`NOT ${hasDraft}`);
}

function afterCursor(cursor: string | undefined): SQL | undefined {
  if (cursor === undefined) return undefined;
  const [schema, name] = decodeCursor(cursor);
  return or(gt(LOWER_SCHEMA, schema), and(eq(LOWER_SCHEMA, schema), gt(LOWER_NAME, name)));
}

function decodeCursor(cursor: string): readonly [string, string] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (Array.isArray(parts) && typeof parts[0] === 'string' && typeof parts[1] === 'string') return [parts[0], parts[1]];
  } catch {
    // Reported below: it is not one of ours.
  }
  throw badField('cursor', 'not the cursor of a page');
}
