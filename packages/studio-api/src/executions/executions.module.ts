/** Executing procedures and looking at their results. */
import { Module } from '@nestjs/common';
import { EnvironmentsModule } from '../environments/environments.module.ts';
import { ProceduresModule } from '../procedures/procedures.module.ts';
import { ExecutionsAudit } from './executions.audit.ts';
import { ExecutionsController } from './executions.controller.ts';
import { ExecutionsRegistry } from './executions.registry.ts';
import { ExecutionsService } from './executions.service.ts';
import { PresetsController } from './presets.controller.ts';
import { PresetsService } from './presets.service.ts';

@Module({
  imports: [EnvironmentsModule, ProceduresModule],
  controllers: [ExecutionsController, PresetsController],
  providers: [ExecutionsService, ExecutionsRegistry, ExecutionsAudit, PresetsService],
})
export class ExecutionsModule {}
