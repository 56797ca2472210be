/** Environments and the connections to them. */
import { Module } from '@nestjs/common';
import { EnvironmentsController } from './environments.controller.ts';
import { EnvironmentsService } from './environments.service.ts';

@Module({ controllers: [EnvironmentsController], providers: [EnvironmentsService], exports: [EnvironmentsService] })
export class EnvironmentsModule {}
