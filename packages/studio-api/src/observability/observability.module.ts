/** Metrics and health. Global: features report how long their work took. */
import { Global, Module } from '@nestjs/common';
import { Metrics } from './metrics.ts';
import { ObservabilityController } from './observability.controller.ts';

@Global()
@Module({ controllers: [ObservabilityController], providers: [Metrics], exports: [Metrics] })
export class ObservabilityModule {}
