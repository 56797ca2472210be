/** Procedures: drafts, validation, publishing, versions. */
import { Module } from '@nestjs/common';
import { EnvironmentsModule } from '../environments/environments.module.ts';
import { DraftsService } from './drafts.service.ts';
import { ImportService } from './import.service.ts';
import { ProcedureReader } from './procedure-reader.ts';
import { ProceduresController } from './procedures.controller.ts';
import { ProceduresService } from './procedures.service.ts';
import { PreviewService } from './publish/preview.service.ts';
import { PublishService } from './publish/publish.service.ts';
import { PublishingController } from './publishing.controller.ts';
import { ValidationService } from './validation.service.ts';
import { VersionsService } from './versions.service.ts';

@Module({
  imports: [EnvironmentsModule],
  controllers: [ProceduresController, PublishingController],
  providers: [
    ProcedureReader,
    ProceduresService,
    DraftsService,
    VersionsService,
    ValidationService,
    PreviewService,
    PublishService,
    ImportService,
  ],
  exports: [ProcedureReader, ProceduresService, DraftsService, PublishService],
})
export class ProceduresModule {}
