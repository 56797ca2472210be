/** Runs the procedure on a session and tells the browser what happens; knows nothing of requests, roles or application data. */
import type { ExecutionEvent, ExecutionStatus, Parameter } from '@sprocket/studio-contract';
import { EnvironmentRefused, EnvironmentUnreachable } from '../../environments/failures.ts';
import type { RunResult, SqlParameter, SqlSession } from '../../environments/session.ts';
import type { NdjsonWriter } from '../../http/ndjson.ts';
import { Collector } from './collector.ts';
import { EventQueue } from './event-queue.ts';
import type { Execution } from './execution.ts';

export interface RunRequest {
  readonly execution: Execution;
  readonly session: SqlSession;
  /** In brackets. */
  readonly name: string;
  readonly signature: readonly Parameter[];
  readonly parameters: readonly SqlParameter[];
  readonly timeoutSeconds: number;
  readonly rowLimit: number;
  readonly started: Extract<ExecutionEvent, { type: 'started' }>;
  /** Said right after it. */
  readonly notices: readonly ExecutionEvent[];
  /** Milliseconds that a transaction may stay open. */
  readonly holdTransaction: number;
}

export interface RunOutcome {
  readonly status: ExecutionStatus;
  readonly errorNumber: number | null;
  readonly milliseconds: number;
  readonly rowCount: number;
}

/** Ends with the event `finished`. The session is released, closed, or pinned to the execution. */
export async function runProcedure(
  request: RunRequest,
  writer: NdjsonWriter<ExecutionEvent>,
  finished: (outcome: RunOutcome) => Promise<void>,
) {
  const { execution, session, signature, rowLimit } = request;
  const started = performance.now();
  const queue = new EventQueue(writer, () => collector.relax());
  const collector = new Collector({
    rowLimit,
    signature,
    newSpool: (set) => execution.newSpool(set),
    emit: (event) => {
      queue.push(event);
      if (queue.full) collector.hold();
    },
    pause: () => session.pause(),
    resume: () => session.resume(),
    full: () => queue.full,
  });
  execution.sets = collector.sets;
  for (const event of [request.started, ...request.notices]) queue.push(event);
  const ran = await run(request, collector, AbortSignal.any([execution.abort.signal, writer.signal]));
  await collector.finish();
  const openTransactions = await settle(request, ran, writer.signal);
  execution.running = false;
  if ('broken' in ran) queue.push(errorEvent(ran.broken));
  else if (ran.end === 'completed' && ran.error === undefined) {
    queue.push({ type: 'output', returnCode: ran.returnCode, values: collector.outputs });
  }
  const outcome = outcomeOf(ran, performance.now() - started, collector.rowCount);
  await finished(outcome);
  const { status, milliseconds } = outcome;
  queue.push({ type: 'finished', status, milliseconds, rowsAffected: collector.rowsAffected, openTransactions });
  await queue.end();
}

type Ran = RunResult | { readonly broken: Error };

async function run(request: RunRequest, { listener }: Collector, signal: AbortSignal): Promise<Ran> {
  const { session, name, parameters, timeoutSeconds } = request;
  try {
    return await session.run({ kind: 'procedure', name, parameters }, listener, { timeoutMilliseconds: timeoutSeconds * 1000, signal });
  } catch (error) {
    if (error instanceof EnvironmentUnreachable) return { broken: error };
    // The driver refused a value that the encoders let through: the call was not made.
    return { broken: error instanceof Error ? error : new Error(String(error)) };
  }
}

/** What becomes of the session: @@TRANCOUNT decides. Nobody can decide on a transaction whose browser has gone. */
async function settle({ execution, session, holdTransaction }: RunRequest, ran: Ran, gone: AbortSignal): Promise<number> {
  const count = 'broken' in ran ? undefined : await openTransactions(session);
  if (count === undefined || (count > 0 && (gone.aborted || execution.closed))) session.destroy();
  else if (count > 0) execution.pin(session, holdTransaction);
  else session.release();
  return gone.aborted ? 0 : (count ?? 0);
}

/** Undefined when the session cannot be used any more. */
export async function openTransactions(session: SqlSession): Promise<number | undefined> {
  try {
    const [row] = await session.rows('SELECT @@TRANCOUNT', [], { timeoutMilliseconds: 5_000 });
    return Number(row?.[0] ?? 0);
  } catch (error) {
    if (error instanceof EnvironmentUnreachable || error instanceof EnvironmentRefused) return undefined;
    throw error;
  }
}

function outcomeOf(ran: Ran, milliseconds: number, rowCount: number): RunOutcome {
  if ('broken' in ran) return { status: 'failed', errorNumber: null, milliseconds, rowCount };
  const failed = ran.error === undefined ? 'succeeded' : 'failed';
  const status = ran.end === 'completed' ? failed : ran.end;
  return { status, errorNumber: ran.error?.number ?? null, milliseconds, rowCount };
}

function errorEvent(error: Error): ExecutionEvent {
  return { type: 'message', at: new Date().toISOString(), severity: 'error', text: error.message };
}
