/** What both lists are narrowed by: the workspace, procedure, person and time that were asked for, and where the page begins. */
import { type Column, eq, gte, lte, type SQL } from 'drizzle-orm';
import { after } from '../http/paging.ts';

/** The columns of a table of things that people did. */
interface Deeds {
  readonly workspaceId: Column;
  readonly procedureId: Column;
  readonly actorId: Column;
  readonly id: Column;
}

interface Narrowing {
  readonly procedureId?: string | undefined;
  readonly actorId?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly cursor?: string | undefined;
}

export function narrowed(table: Deeds, at: Column, workspaceId: string, query: Narrowing): readonly (SQL | undefined)[] {
  return [
    eq(table.workspaceId, workspaceId),
    query.procedureId === undefined ? undefined : eq(table.procedureId, query.procedureId),
    query.actorId === undefined ? undefined : eq(table.actorId, query.actorId),
    query.from === undefined ? undefined : gte(at, new Date(query.from)),
    query.to === undefined ? undefined : lte(at, new Date(query.to)),
    after(query.cursor, at, table.id),
  ];
}
