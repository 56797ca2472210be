/** Who changed what, and what was executed. Global: every feature records its changes. */
import { Global, Module } from '@nestjs/common';
import { ActivityService } from './activity.service.ts';
import { AuditController } from './audit.controller.ts';
import { AuditService } from './audit.service.ts';

@Global()
@Module({ controllers: [AuditController], providers: [ActivityService, AuditService], exports: [ActivityService] })
export class AuditModule {}
