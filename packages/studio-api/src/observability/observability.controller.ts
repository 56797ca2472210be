/** For the machines that watch: metrics, and whether the process lives and is ready. None of it needs a login. */
import { Controller, Get, Header, HttpCode, Inject, Res } from '@nestjs/common';
import { sql } from 'drizzle-orm';
import type { FastifyReply } from 'fastify';
import type { Database } from '../database/database.ts';
import { WithoutOperation } from '../http/operation.ts';
import { DATABASE } from '../tokens.ts';
import { Metrics } from './metrics.ts';

@WithoutOperation()
@Controller()
export class ObservabilityController {
  constructor(
    private readonly metrics: Metrics,
    @Inject(DATABASE) private readonly database: Database,
  ) {}

  @Get('metrics')
  @Header('content-type', 'text/plain; version=0.0.4; charset=utf-8')
  text(): Promise<string> {
    return this.metrics.registry.metrics();
  }

  @Get('health/live')
  @HttpCode(200)
  live(): { status: string } {
    return { status: 'ok' };
  }

  /** Ready when the application data answers. */
  @Get('health/ready')
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<{ status: string }> {
    try {
      await this.database.execute(sql`SELECT 1`);
      return { status: 'ok' };
    } catch {
      reply.code(503);
      return { status: 'the application data cannot be reached' };
    }
  }
}
