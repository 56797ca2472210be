/** Executing published procedures, and everything about an execution afterwards: windows of rows, single values, the open transaction. */
import type { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import type { Cell, ExecutionEvent, ParameterValues, User } from '@sprocket/studio-contract';
import type { Database } from '../database/database.ts';
import { type EnvironmentRow, EnvironmentsService } from '../environments/environments.service.ts';
import { reporting } from '../environments/problems.ts';
import { quoteName } from '../environments/quote.ts';
import type { SqlParameter, SqlSession } from '../environments/session.ts';
import type { WorkspaceContext } from '../http/call.ts';
import { type NdjsonWriter, ndjson } from '../http/ndjson.ts';
import { notFound, problem } from '../http/problem.ts';
import { Metrics } from '../observability/metrics.ts';
import { type LoadedProcedure, ProcedureReader } from '../procedures/procedure-reader.ts';
import { DATABASE, LOGGER, type Logger } from '../tokens.ts';
import { ExecutionsAudit } from './executions.audit.ts';
import { ExecutionsRegistry } from './executions.registry.ts';
import { sqlParameters } from './parameters/sql-parameters.ts';
import type { ResultSet } from './run/collector.ts';
import type { Execution } from './run/execution.ts';
import { openTransactions, type RunOutcome, type RunRequest, runProcedure } from './run/run-procedure.ts';
import { cutCell } from './spool/cut.ts';

/** An open transaction locks rows of other people. */
const HOLD_TRANSACTION = 5 * 60_000;

export interface ExecuteInput {
  readonly parameters: ParameterValues;
  readonly timeoutSeconds?: number | undefined;
}

type PublishedVersion = NonNullable<LoadedProcedure['published']>;

/** Everything that a call needs, looked at and opened. */
interface Prepared {
  readonly loaded: LoadedProcedure;
  readonly published: PublishedVersion;
  readonly environment: EnvironmentRow;
  readonly execution: Execution;
  readonly session: SqlSession;
  readonly parameters: readonly SqlParameter[];
}

@Injectable()
export class ExecutionsService {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    @Inject(LOGGER) private readonly logger: Logger,
    private readonly procedures: ProcedureReader,
    private readonly environments: EnvironmentsService,
    private readonly registry: ExecutionsRegistry,
    private readonly audit: ExecutionsAudit,
    private readonly metrics: Metrics,
  ) {}

  /** The lines of the answer. What is wrong before the call is made is a problem; what happens during it is an event. */
  async execute(workspace: WorkspaceContext, user: User, procedureId: string, input: ExecuteInput): Promise<Readable> {
    const loaded = await this.procedures.load(this.database, workspace.id, procedureId);
    const published = mustBePublished(loaded);
    const environment = await this.environments.current(workspace);
    const parameters = sqlParameters(published.parameters, input.parameters);
    const execution = await this.registry.open(crypto.randomUUID(), { workspaceId: workspace.id, userId: user.id }, published.name);
    let session: SqlSession | undefined;
    try {
      session = await reporting(() => this.environments.session(environment));
      const request = await this.begin({ loaded, published, environment, execution, session, parameters }, input);
      return ndjson<ExecutionEvent>((writer) => this.run(request, writer));
    } catch (error) {
      session?.destroy();
      await this.registry.remove(execution);
      throw error;
    }
  }

  cancel(workspace: WorkspaceContext, user: User, id: string): void {
    this.get(workspace, user, id).abort.abort();
  }

  async rows(workspace: WorkspaceContext, user: User, id: string, set: number, window: { offset: number; limit: number }) {
    const { spool } = this.set(workspace, user, id, set);
    const rows: Cell[][] = [];
    await spool.window(window.offset, window.limit, (row) => rows.push(row.map(cutCell)));
    return { offset: window.offset, rows, ready: spool.ready };
  }

  async cell(workspace: WorkspaceContext, user: User, id: string, set: number, at: { row: number; column: number }) {
    let value: string | null | undefined;
    await this.set(workspace, user, id, set).spool.window(at.row, 1, (row) => {
      value = row[at.column];
    });
    if (value === undefined) throw notFound('There is no such value.');
    return { value };
  }

  /** Throws `in-use` while the set still grows. */
  finishedSet(
    workspace: WorkspaceContext,
    user: User,
    id: string,
    set: number,
  ): { readonly procedure: string; readonly result: ResultSet } {
    const execution = this.get(workspace, user, id);
    if (execution.running) throw problem('in-use', 'The execution still runs. Export when it has finished.');
    return { procedure: execution.procedure, result: this.set(workspace, user, id, set) };
  }

  async endTransaction(
    workspace: WorkspaceContext,
    user: User,
    id: string,
    action: 'commit' | 'rollback',
  ): Promise<{ openTransactions: number }> {
    const execution = this.get(workspace, user, id);
    const session = execution.unpin();
    if (session === undefined) throw notFound('The transaction is not open any more.');
    const statement = action === 'commit' ? 'WHILE @@TRANCOUNT > 0 COMMIT TRANSACTION' : 'IF @@TRANCOUNT > 0 ROLLBACK TRANSACTION';
    try {
      await reporting(() => session.rows(statement));
    } catch (error) {
      // A transaction that cannot be committed is rolled back with its session.
      session.destroy();
      throw error;
    }
    const left = await openTransactions(session);
    if (left === 0) session.release();
    else session.destroy();
    return { openTransactions: 0 };
  }

  async release(workspace: WorkspaceContext, user: User, id: string): Promise<void> {
    await this.registry.remove(this.get(workspace, user, id));
  }

  /** Writes the audit's row and puts together what the run needs. */
  private async begin(prepared: Prepared, input: ExecuteInput): Promise<RunRequest> {
    const { loaded, published, environment, execution, session, parameters } = prepared;
    const { timeoutSeconds, rowLimit } = environment;
    await this.audit.start({
      id: execution.id,
      workspaceId: execution.owner.workspaceId,
      procedureId: loaded.procedure.id,
      procedure: published.name,
      version: published.version,
      actorId: execution.owner.userId,
      environment: environment.name,
      parameters: input.parameters,
    });
    return {
      execution,
      session,
      parameters,
      rowLimit,
      name: quoteName(loaded.procedure),
      signature: published.parameters,
      timeoutSeconds: Math.min(input.timeoutSeconds ?? timeoutSeconds, timeoutSeconds),
      started: this.startedEvent(execution.id, published.version, environment),
      notices: (await this.changedOutside(loaded, session)) ? [outsideEvent(published.version)] : [],
      holdTransaction: HOLD_TRANSACTION,
    };
  }

  private async run(request: RunRequest, writer: NdjsonWriter<ExecutionEvent>): Promise<void> {
    const { execution } = request;
    try {
      await runProcedure(request, writer, (outcome) => this.finished(execution, outcome));
    } catch (error) {
      request.session.destroy();
      execution.running = false;
      await this.finished(execution, { status: 'failed', errorNumber: null, milliseconds: 0, rowCount: 0 });
      this.logger.error(
        { executionId: execution.id, reason: error instanceof Error ? error.message.slice(0, 500) : String(error) },
        'execution broke',
      );
      throw error;
    }
  }

  /** Whatever goes wrong here goes wrong again in the call, which reports it. */
  private changedOutside(loaded: LoadedProcedure, session: SqlSession): Promise<boolean> {
    return this.procedures.changedOutside(session, loaded).catch(() => false);
  }

  private async finished(execution: Execution, outcome: RunOutcome): Promise<void> {
    const { status, errorNumber, milliseconds, rowCount } = outcome;
    this.metrics.sql('execute', status, milliseconds / 1000);
    this.logger.info(
      {
        executionId: execution.id,
        workspaceId: execution.owner.workspaceId,
        procedure: execution.procedure,
        status,
        errorNumber,
        rowCount,
        milliseconds,
      },
      'executed',
    );
    await this.audit.end(execution.id, outcome);
  }

  private startedEvent(executionId: string, version: number, environment: EnvironmentRow): RunRequest['started'] {
    const { name, colour } = environment;
    const at = new Date().toISOString();
    return {
      type: 'started',
      executionId,
      version,
      at,
      environment: { name, colour, database: this.environments.databaseOf(environment) },
    };
  }

  private get(workspace: WorkspaceContext, user: User, id: string): Execution {
    return this.registry.get(id, { workspaceId: workspace.id, userId: user.id });
  }

  private set(workspace: WorkspaceContext, user: User, id: string, set: number): ResultSet {
    const found = this.get(workspace, user, id).sets[set];
    if (found === undefined) throw notFound('There is no such result set.');
    return found;
  }
}

/** Throws `not-published`. */
function mustBePublished({ published }: LoadedProcedure): PublishedVersion {
  if (published === undefined) throw problem('not-published', 'Only a published procedure is executed. Publish it first.');
  return published;
}

function outsideEvent(version: number): ExecutionEvent {
  const text = `The environment runs another text than version ${version}: somebody changed it there. Publish to bring it back.`;
  return { type: 'message', at: new Date().toISOString(), severity: 'warning', text };
}
