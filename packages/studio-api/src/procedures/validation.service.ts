/** Validation as the API offers it: a text as this procedure, on the environment in use, with the rules of the workspace. */
import { Inject, Injectable } from '@nestjs/common';
import type { Validation } from '@sprocket/studio-contract';
import type { ProcedureName } from '@sprocket/tsql';
import { eq } from 'drizzle-orm';
import type { Database } from '../database/database.ts';
import { lintSettings } from '../database/schema/schema.ts';
import { type EnvironmentRow, EnvironmentsService } from '../environments/environments.service.ts';
import type { WorkspaceContext } from '../http/call.ts';
import { Metrics } from '../observability/metrics.ts';
import { DATABASE, LOGGER, type Logger } from '../tokens.ts';
import { loadProcedure } from './procedure-store.ts';
import { checkLength } from './text/templates.ts';
import { validateProcedure } from './validation/pipeline.ts';
import type { Severity } from './validation/step.ts';

/** As much of a text as the log shows. */
const PREVIEW = 100;

@Injectable()
export class ValidationService {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    @Inject(LOGGER) private readonly logger: Logger,
    private readonly environments: EnvironmentsService,
    private readonly metrics: Metrics,
  ) {}

  /** Without a text: the draft, or the published text where there is none. */
  async validate(workspace: WorkspaceContext, id: string, text: string | undefined): Promise<Validation> {
    const loaded = await loadProcedure(this.database, workspace.id, id);
    const subject = text ?? loaded.draft?.text ?? loaded.published?.sqlText ?? '';
    checkLength(subject);
    const environment = workspace.environmentId === null ? undefined : await this.environments.current(workspace);
    return this.validateText(workspace.id, environment, loaded.procedure, subject);
  }

  async validateText(
    workspaceId: string,
    environment: EnvironmentRow | undefined,
    procedure: ProcedureName & { readonly id: string },
    text: string,
  ): Promise<Validation> {
    const started = performance.now();
    const result = await validateProcedure({
      text,
      own: { schema: procedure.schema, name: procedure.name },
      severities: await this.severities(workspaceId),
      environment: environment === undefined ? undefined : this.asked(environment),
    });
    this.report(workspaceId, procedure, text, result, performance.now() - started);
    return result;
  }

  private asked(environment: EnvironmentRow) {
    return {
      catalog: async () => (await this.environments.catalog(environment)).snapshot,
      withSession: <T>(work: Parameters<typeof this.environments.use<T>>[1]) => this.environments.use(environment, work),
    };
  }

  private async severities(workspaceId: string): Promise<Readonly<Record<string, Severity>>> {
    const rows = await this.database.select().from(lintSettings).where(eq(lintSettings.workspaceId, workspaceId));
    return Object.fromEntries(rows.map(({ ruleId, severity }) => [ruleId, severity]));
  }

  private report(
    workspaceId: string,
    { id, schema, name }: ProcedureName & { id: string },
    text: string,
    result: Validation,
    milliseconds: number,
  ) {
    this.metrics.sql('validate', result.valid ? 'succeeded' : 'failed', milliseconds / 1000);
    this.logger.info(
      {
        workspaceId,
        procedureId: id,
        procedure: `${schema}.${name}`,
        sqlPreview: text.slice(0, PREVIEW),
        valid: result.valid,
        errors: result.errors.length,
        warnings: result.warnings.length,
        milliseconds: Math.round(milliseconds),
      },
      'validated',
    );
  }
}
