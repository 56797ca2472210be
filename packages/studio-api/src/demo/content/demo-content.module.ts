/** What the demo workspace contains. */
import { Module } from '@nestjs/common';
import { EnvironmentsModule } from '../../environments/environments.module.ts';
import { ProceduresModule } from '../../procedures/procedures.module.ts';
import { DemoModule } from '../demo.module.ts';
import { DemoContentService } from './demo-content.service.ts';

@Module({ imports: [DemoModule, EnvironmentsModule, ProceduresModule], providers: [DemoContentService] })
export class DemoContentModule {}
