/**
 * Publishing: precheck, deploy, record. The environment and the application data cannot change in one step, so each publish leaves a trace before
 * it touches the environment; a publish that finds one asks the environment what it runs and finishes, or forgets, what was begun.
 *
 * Whatever fails, the environment runs either the old text or the new one, and the next publish brings the records in line. Publishes of one procedure
 * follow each other; another process that is in the middle of one is told apart from one that died by the age of its trace.
 */
import { Inject, Injectable } from '@nestjs/common';
import type { PublishResult, SqlWarning, Validation } from '@sprocket/studio-contract';
import { type Deployment as Deployable, draftPosition, toCreateOrAlter } from '@sprocket/tsql';
import { ActivityService } from '../../audit/activity.service.ts';
import type { Database } from '../../database/database.ts';
import { type EnvironmentRow, EnvironmentsService } from '../../environments/environments.service.ts';
import { EnvironmentRefused } from '../../environments/failures.ts';
import { environmentProblem, messageDiagnostic, reporting } from '../../environments/problems.ts';
import type { WorkspaceContext } from '../../http/call.ts';
import { ProblemError, problem } from '../../http/problem.ts';
import { Metrics } from '../../observability/metrics.ts';
import { CONFIGURATION, type Configuration, DATABASE, LOGGER, type Logger } from '../../tokens.ts';
import { mustHaveDraft, staleDraft } from '../draft-writes.ts';
import { presentProcedure } from '../present.ts';
import { type LoadedProcedure, loadProcedure } from '../procedure-store.ts';
import { nameOf } from '../procedures.service.ts';
import { parametersOf } from '../text/parameters.ts';
import { sameProcedure } from '../text/same-text.ts';
import { ValidationService } from '../validation.service.ts';
import { abandon, begin, complete, type Deployment, nextVersion, removeDraft, unfinished } from './deployments.ts';
import { deploy, liveText } from './live.ts';
import { Serial } from './serial.ts';

/** A trace of another process that is younger than this may belong to a publish that still runs. */
const FOREIGN_MILLISECONDS = 120_000;
const PREVIEW = 100;

type Workspace = Pick<WorkspaceContext, 'id' | 'environmentId' | 'role'>;
interface Attempt {
  readonly workspace: Workspace;
  readonly userId: string;
  readonly environment: EnvironmentRow;
}

@Injectable()
export class PublishService {
  private readonly serial = new Serial();
  /** Procedures whose traces are of this process: a publish that finds one comes after it, never beside it. */
  private readonly own = new Set<string>();

  constructor(
    @Inject(DATABASE) private readonly database: Database,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
    @Inject(LOGGER) private readonly logger: Logger,
    private readonly environments: EnvironmentsService,
    private readonly validation: ValidationService,
    private readonly activity: ActivityService,
    private readonly metrics: Metrics,
  ) {}

  /** Throws `sql-invalid`, `stale-draft`, `published`, `environment-unreachable`, `environment-refused`. */
  async publish(workspace: Workspace, userId: string, id: string, revision: number): Promise<PublishResult> {
    const started = performance.now();
    const environment = await this.environments.current(workspace);
    try {
      const result = await this.serial.run(id, () => reporting(() => this.publishAlone({ workspace, userId, environment }, id, revision)));
      this.report(
        workspace,
        id,
        result.outcome === 'unchanged' ? 'unchanged' : 'succeeded',
        started,
        result.procedure.published?.text ?? '',
      );
      return result;
    } catch (error) {
      this.report(workspace, id, error instanceof ProblemError ? error.code : 'failed', started, '');
      throw error;
    }
  }

  private async publishAlone(attempt: Attempt, id: string, revision: number): Promise<PublishResult> {
    const { workspace, environment } = attempt;
    const repaired = await this.repair(attempt, id);
    // An environment that cannot be reached says so here, before anything is looked at.
    await this.environments.use(environment, (session) => session.rows('SELECT 1'));
    const loaded = await loadProcedure(this.database, workspace.id, id);
    // What was to be published has been recorded by the repair just now.
    if (repaired.completed?.draftRevision === revision && loaded.draft === undefined)
      return this.done(attempt, id, 'published', repaired.warnings);
    const draft = mustHaveDraft(loaded.draft);
    if (draft.revision !== revision) throw staleDraft(draft);
    const deployable = toCreateOrAlter(draft.text, loaded.procedure);
    if (deployable.ok && deployable.deployment.sql === loaded.published?.sqlText) {
      return this.unchanged(attempt, loaded, deployable.deployment, repaired.warnings);
    }
    const checked = await this.validation.validateText(workspace.id, environment, loaded.procedure, draft.text);
    mustBeValid(checked, environment);
    if (!deployable.ok) throw new Error('a text that passed validation cannot be deployed');
    await this.deployAndRecord(attempt, loaded, deployable.deployment);
    return this.done(attempt, id, 'published', [...repaired.warnings, ...checked.warnings]);
  }

  private async deployAndRecord(attempt: Attempt, loaded: LoadedProcedure, deployable: Deployable): Promise<void> {
    const { workspace, environment, userId } = attempt;
    const session = await this.environments.session(environment);
    let trace: Deployment | undefined;
    try {
      const previousText = await liveText(session, loaded.procedure);
      trace = await this.begin(attempt, loaded, deployable.sql, previousText);
      await deploy(session, deployable.sql);
      session.release();
    } catch (error) {
      session.destroy();
      await this.deployFailed(error, trace, { attempt, loaded, deployable });
    }
    if (trace === undefined) throw new Error('a deployment without its trace');
    await this.complete(trace, loaded, environment);
    this.logger.info({ workspaceId: workspace.id, procedureId: trace.procedureId, version: trace.version, userId }, 'published');
  }

  private async begin(
    { workspace, environment, userId }: Attempt,
    { procedure, draft }: LoadedProcedure,
    sqlText: string,
    previousText: string | null,
  ) {
    const version = await nextVersion(this.database, workspace.id, procedure.id);
    const row = {
      workspaceId: workspace.id,
      procedureId: procedure.id,
      environmentId: environment.id,
      draftRevision: mustHaveDraft(draft).revision,
      version,
      sqlText,
      previousText,
      startedBy: userId,
    };
    if (!(await begin(this.database, row))) throw busy();
    this.own.add(procedure.id);
    return { ...row, startedAt: new Date() };
  }

  /** A refusal changed nothing, so its trace goes. After a broken connection nobody knows, so it stays for the next publish. */
  private async deployFailed(
    error: unknown,
    trace: Deployment | undefined,
    { attempt, loaded, deployable }: { readonly attempt: Attempt; readonly loaded: LoadedProcedure; readonly deployable: Deployable },
  ): Promise<never> {
    if (trace === undefined) throw error;
    if (error instanceof EnvironmentRefused) {
      await abandon(this.database, trace);
      await this.recordFailure(attempt, loaded, error.message);
      const errors = error.errors.map((message) => {
        const { line, ...rest } = messageDiagnostic(message);
        return line === undefined ? rest : { ...rest, line: draftPosition(deployable.map, { line, column: 1 }).line };
      });
      throw problem('environment-refused', error.message, { errors });
    }
    await this.recordFailure(attempt, loaded, 'the connection to the environment broke');
    const refusal = environmentProblem(error);
    if (refusal === undefined) throw error;
    const message = `${refusal.message} The connection broke while the procedure was deployed; publish again to find out whether it took effect and to finish.`;
    throw problem('environment-unreachable', message, refusal.details);
  }

  private async complete(trace: Deployment, { procedure }: LoadedProcedure, environment: EnvironmentRow): Promise<void> {
    // Types, which the signature needs, are not changed by a procedure: what was read of them for the validation still holds.
    const catalog = await this.environments.catalog(environment).catch(() => undefined);
    this.environments.catalogChanged(environment);
    const facts = { name: nameOf(procedure), parameters: parametersOf(trace.sqlText, catalog?.snapshot) };
    await this.database.transaction((tx) => complete(tx, trace, facts, this.activity));
  }

  /** Looks for what an earlier publish began and did not record. */
  private async repair(attempt: Attempt, id: string): Promise<{ completed?: Deployment; warnings: readonly SqlWarning[] }> {
    const { workspace, environment } = attempt;
    const trace = await unfinished(this.database, workspace.id, id);
    if (trace === undefined) return { warnings: [] };
    const age = Date.now() - trace.startedAt.getTime();
    if (this.configuration.databaseUrl !== undefined && age < FOREIGN_MILLISECONDS && !this.own.has(id)) throw busy();
    const loaded = await loadProcedure(this.database, workspace.id, id);
    const live =
      trace.environmentId === environment.id
        ? await this.environments.use(environment, (session) => liveText(session, loaded.procedure))
        : null;
    if (live === null || !sameProcedure(live, trace.sqlText, loaded.procedure)) {
      await abandon(this.database, trace);
      return { warnings: [] };
    }
    await this.complete(trace, loaded, environment);
    const message = `An earlier publish was interrupted after the procedure had been deployed. It has been recorded as version ${trace.version}.`;
    return { completed: trace, warnings: [{ message, code: 'publish-repaired', severity: 'info' }] };
  }

  /** The draft says what is published already. The environment must still run it: if somebody changed it there, it is deployed again. */
  private async unchanged(
    attempt: Attempt,
    { procedure, draft }: LoadedProcedure,
    deployable: Deployable,
    warnings: readonly SqlWarning[],
  ): Promise<PublishResult> {
    const again = await this.environments.use(attempt.environment, async (session) => {
      const live = await liveText(session, procedure);
      if (live !== null && sameProcedure(live, deployable.sql, procedure)) return undefined;
      await deploy(session, deployable.sql);
      return live === null ? 'The environment did not have the procedure.' : 'The environment ran another text.';
    });
    if (again !== undefined) this.environments.catalogChanged(attempt.environment);
    const place = { workspaceId: attempt.workspace.id, procedureId: procedure.id };
    await removeDraft(this.database, { ...place, revision: mustHaveDraft(draft).revision });
    const message = `${again} The published version has been deployed again.`;
    const notes: readonly SqlWarning[] = again === undefined ? [] : [{ message, code: 'changed-outside', severity: 'warning' }];
    return this.done(attempt, procedure.id, 'unchanged', [...warnings, ...notes]);
  }

  private async done(
    attempt: Attempt,
    id: string,
    outcome: PublishResult['outcome'],
    warnings: readonly SqlWarning[],
  ): Promise<PublishResult> {
    const { workspace } = attempt;
    const loaded = await loadProcedure(this.database, workspace.id, id);
    const version = loaded.procedure.publishedVersion ?? 0;
    return { outcome, version, warnings: [...warnings], procedure: presentProcedure(loaded, workspace.role) };
  }

  private async recordFailure({ workspace, userId }: Attempt, { procedure }: LoadedProcedure, detail: string): Promise<void> {
    const entry = {
      workspaceId: workspace.id,
      actorId: userId,
      kind: 'publish-failed',
      subject: nameOf(procedure),
      detail,
      procedureId: procedure.id,
    } as const;
    await this.activity.record(this.database, entry);
  }

  private report(workspace: Workspace, procedureId: string, outcome: string, started: number, text: string): void {
    const seconds = (performance.now() - started) / 1000;
    this.metrics.sql('publish', outcome, seconds);
    const sqlPreview = text.slice(0, PREVIEW);
    this.logger.info({ workspaceId: workspace.id, procedureId, outcome, sqlPreview, milliseconds: Math.round(seconds * 1000) }, 'publish');
  }
}

/** Throws `sql-invalid`, or `environment-unreachable` when the environment could not be asked. */
function mustBeValid({ errors, warnings, environment: unasked }: Validation, environment: EnvironmentRow): void {
  if (errors.length > 0) throw problem('sql-invalid', 'The draft has errors. Nothing was published.', { errors, warnings });
  if (unasked !== null)
    throw problem('environment-unreachable', `${unasked} Nothing was published to ${environment.name}.`, { reason: 'unreachable' });
}

const busy = () => problem('in-use', 'Somebody else is publishing this procedure. Please try again in a moment.');
