/** The operations on procedures and their drafts. */
import { Controller } from '@nestjs/common';
import { operations } from '@sprocket/studio-contract';
import type { WorkspaceCall } from '../http/call.ts';
import { Input, Operation } from '../http/operation.ts';
import { DraftsService } from './drafts.service.ts';
import { ProceduresService } from './procedures.service.ts';

type Call<Name extends keyof typeof operations> = WorkspaceCall<(typeof operations)[Name]>;

@Controller()
export class ProceduresController {
  constructor(
    private readonly procedures: ProceduresService,
    private readonly drafts: DraftsService,
  ) {}

  @Operation(operations.listProcedures)
  listProcedures(@Input() { workspace, query }: Call<'listProcedures'>) {
    return this.procedures.list(workspace.id, query);
  }

  @Operation(operations.createProcedure)
  createProcedure(@Input() { workspace, user, body }: Call<'createProcedure'>) {
    return this.procedures.create(workspace, user.id, body);
  }

  @Operation(operations.getProcedure)
  getProcedure(@Input() { workspace, params }: Call<'getProcedure'>) {
    return this.procedures.get(workspace, params.procedure);
  }

  @Operation(operations.updateProcedure)
  updateProcedure(@Input() { workspace, user, params, body }: Call<'updateProcedure'>) {
    return this.procedures.update(workspace, user.id, params.procedure, body);
  }

  @Operation(operations.deleteProcedure)
  async deleteProcedure(@Input() { workspace, user, params, query }: Call<'deleteProcedure'>) {
    await this.procedures.remove(workspace, user.id, params.procedure, query.drop);
  }

  @Operation(operations.saveDraft)
  saveDraft(@Input() { workspace, user, params, body }: Call<'saveDraft'>) {
    return this.drafts.save(workspace, user.id, params.procedure, body);
  }

  @Operation(operations.moveToDraft)
  moveToDraft(@Input() { workspace, user, params }: Call<'moveToDraft'>) {
    return this.drafts.begin(workspace, user.id, params.procedure);
  }

  @Operation(operations.discardDraft)
  discardDraft(@Input() { workspace, user, params }: Call<'discardDraft'>) {
    return this.drafts.discard(workspace, user.id, params.procedure);
  }

  @Operation(operations.draftHistory)
  draftHistory(@Input() { workspace, params }: Call<'draftHistory'>) {
    return this.drafts.history(workspace.id, params.procedure);
  }

  @Operation(operations.draftSave)
  draftSave(@Input() { workspace, params }: Call<'draftSave'>) {
    return this.drafts.historyText(workspace.id, params.procedure, params.revision);
  }

  @Operation(operations.rollback)
  rollback(@Input() { workspace, user, params }: Call<'rollback'>) {
    return this.drafts.rollback(workspace, user.id, params.procedure, params.version);
  }
}
