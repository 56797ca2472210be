/** The lists of executions and of changes. */
import { Controller } from '@nestjs/common';
import { operations } from '@sprocket/studio-contract';
import type { WorkspaceCall } from '../http/call.ts';
import { Input, Operation } from '../http/operation.ts';
import { ActivityService } from './activity.service.ts';
import { AuditService } from './audit.service.ts';

@Controller()
export class AuditController {
  constructor(
    private readonly audit: AuditService,
    private readonly activity: ActivityService,
  ) {}

  @Operation(operations.listAudit)
  listAudit(@Input() { workspace, query }: WorkspaceCall<typeof operations.listAudit>) {
    return this.audit.list(workspace.id, query);
  }

  @Operation(operations.listActivity)
  listActivity(@Input() { workspace, query }: WorkspaceCall<typeof operations.listActivity>) {
    return this.activity.list(workspace.id, query);
  }
}
