/** Procedures for other features: what is published, and whether the environment runs that. */
import { Injectable } from '@nestjs/common';
import type { Queries } from '../database/database.ts';
import type { SqlSession } from '../environments/session.ts';
import { getProcedure, type LoadedProcedure, loadProcedure, type ProcedureRow } from './procedure-store.ts';
import { liveText } from './publish/live.ts';
import { sameProcedure } from './text/same-text.ts';

export type { LoadedProcedure, ProcedureRow };

@Injectable()
export class ProcedureReader {
  /** Throws `not-found`. */
  load(queries: Queries, workspaceId: string, id: string): Promise<LoadedProcedure> {
    return loadProcedure(queries, workspaceId, id);
  }

  /** Throws `not-found`. */
  get(queries: Queries, workspaceId: string, id: string): Promise<ProcedureRow> {
    return getProcedure(queries, workspaceId, id);
  }

  /** Whether the environment runs another text than the published one. One that hides its text counts as unchanged. */
  async changedOutside(session: SqlSession, { procedure, published }: LoadedProcedure): Promise<boolean> {
    const live = await liveText(session, procedure);
    return live !== null && published !== undefined && !sameProcedure(live, published.sqlText, procedure);
  }
}
