/** The operations between a draft and its environment: validating, publishing, versions, importing. */
import { Controller } from '@nestjs/common';
import { operations } from '@sprocket/studio-contract';
import type { WorkspaceCall } from '../http/call.ts';
import { Input, Operation } from '../http/operation.ts';
import { ImportService } from './import.service.ts';
import { PreviewService } from './publish/preview.service.ts';
import { PublishService } from './publish/publish.service.ts';
import { ValidationService } from './validation.service.ts';
import { VersionsService } from './versions.service.ts';

type Call<Name extends keyof typeof operations> = WorkspaceCall<(typeof operations)[Name]>;

@Controller()
export class PublishingController {
  constructor(
    private readonly validation: ValidationService,
    private readonly previews: PreviewService,
    private readonly publishing: PublishService,
    private readonly versions: VersionsService,
    private readonly imports: ImportService,
  ) {}

  @Operation(operations.validate)
  validate(@Input() { workspace, params, body }: Call<'validate'>) {
    return this.validation.validate(workspace, params.procedure, body.text);
  }

  @Operation(operations.publishPreview)
  publishPreview(@Input() { workspace, params }: Call<'publishPreview'>) {
    return this.previews.preview(workspace, params.procedure);
  }

  @Operation(operations.publish)
  publish(@Input() { workspace, user, params, body }: Call<'publish'>) {
    return this.publishing.publish(workspace, user.id, params.procedure, body.revision);
  }

  @Operation(operations.listVersions)
  listVersions(@Input() { workspace, params }: Call<'listVersions'>) {
    return this.versions.list(workspace.id, params.procedure);
  }

  @Operation(operations.getVersion)
  getVersion(@Input() { workspace, params }: Call<'getVersion'>) {
    return this.versions.get(workspace.id, params.procedure, params.version);
  }

  @Operation(operations.importCandidates)
  importCandidates(@Input() { workspace }: Call<'importCandidates'>) {
    return this.imports.candidates(workspace);
  }

  @Operation(operations.importProcedures)
  importProcedures(@Input() { workspace, user, body }: Call<'importProcedures'>) {
    return this.imports.take(workspace, user.id, body);
  }
}
