/** The demo workspace of the first account. */
import { Module } from '@nestjs/common';
import { WorkspacesModule } from '../workspaces/workspaces.module.ts';
import { DemoService } from './demo.service.ts';

@Module({ imports: [WorkspacesModule], providers: [DemoService], exports: [DemoService] })
export class DemoModule {}
