/** The operations on executions and their results. */
import { Controller } from '@nestjs/common';
import { operations } from '@sprocket/studio-contract';
import type { WorkspaceCall } from '../http/call.ts';
import { Input, Operation } from '../http/operation.ts';
import { ExecutionsService } from './executions.service.ts';
import { contentDisposition, exportFile } from './exports/export-file.ts';

type Call<Name extends keyof typeof operations> = WorkspaceCall<(typeof operations)[Name]>;

@Controller()
export class ExecutionsController {
  constructor(private readonly executions: ExecutionsService) {}

  @Operation(operations.execute)
  execute(@Input() { workspace, user, params, body }: Call<'execute'>) {
    return this.executions.execute(workspace, user, params.procedure, body);
  }

  @Operation(operations.cancelExecution)
  cancelExecution(@Input() { workspace, user, params }: Call<'cancelExecution'>) {
    this.executions.cancel(workspace, user, params.execution);
  }

  @Operation(operations.resultRows)
  resultRows(@Input() { workspace, user, params, query }: Call<'resultRows'>) {
    return this.executions.rows(workspace, user, params.execution, params.set, query);
  }

  @Operation(operations.resultCell)
  resultCell(@Input() { workspace, user, params, query }: Call<'resultCell'>) {
    return this.executions.cell(workspace, user, params.execution, params.set, query);
  }

  @Operation(operations.exportResult)
  exportResult(@Input() { workspace, user, params, query, reply }: Call<'exportResult'>) {
    const { procedure, result } = this.executions.finishedSet(workspace, user, params.execution, params.set);
    const file = exportFile(result, { procedure, set: params.set, format: query.format, table: query.table });
    reply.header('content-type', file.contentType).header('content-disposition', contentDisposition(file.name));
    return file.content;
  }

  @Operation(operations.endTransaction)
  endTransaction(@Input() { workspace, user, params, body }: Call<'endTransaction'>) {
    return this.executions.endTransaction(workspace, user, params.execution, body.action);
  }

  @Operation(operations.releaseExecution)
  async releaseExecution(@Input() { workspace, user, params }: Call<'releaseExecution'>) {
    await this.executions.release(workspace, user, params.execution);
  }
}
