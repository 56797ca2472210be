/** Procedures for other features: what is published, and what is not. */
import { Injectable } from '@nestjs/common';
import type { Queries } from '../database/database.ts';
import { getProcedure, type LoadedProcedure, loadProcedure, type ProcedureRow } from './procedure-store.ts';

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
}
