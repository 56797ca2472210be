/**
 * Running the published version: the stream of events becomes a run and lines of the Messages tab.
 *
 * One run a procedure at a time. The rows of the run before are released, since the API keeps them on disk for as long as somebody may scroll.
 */
import { type ExecutionEvent, operations, type ParameterValues, type Procedure } from '@sprocket/studio-contract';
import { call, messageOf, stream } from '../../../api/index.ts';
import { procedureTitle } from '../explorer/tree.ts';
import { advance, brokenOff, logEntry, type Run, startedRun } from '../results/execution.ts';
import type { LogEntry } from '../results/log.ts';
import { type EditorState, withMessages, withPanelTab, withProcedure } from './editor-state.ts';
import { tell, type Workbench } from './workbench.ts';

export interface ExecuteInput {
  readonly parameters: ParameterValues;
  readonly timeoutSeconds?: number | undefined;
}

/** Executes and follows the stream to its end. */
export async function execute(workbench: Workbench, procedure: Procedure, input: ExecuteInput): Promise<void> {
  const { id } = procedure;
  if (workbench.running.has(id)) return;
  release(workbench, workbench.store.get().runs[id]);
  const controller = new AbortController();
  workbench.running.set(id, controller);
  const run = startedRun({ procedureId: id, procedure: procedureTitle(procedure), startedAt: Date.now() });
  workbench.store.update((state) => withPanelTab(withProcedure(state, 'runs', id, run), 'results'));
  try {
    await follow(workbench, id, input, controller.signal);
  } catch (error) {
    if (controller.signal.aborted) tell(workbench, 'warning', `${procedureTitle(procedure)} was cancelled.`);
    else tell(workbench, 'error', `${procedureTitle(procedure)}: ${messageOf(error)}`);
  } finally {
    workbench.running.delete(id);
    changeRun(workbench, id, (last) => brokenOff(last, Date.now(), controller.signal.aborted));
  }
  showWhatMatters(workbench, id);
}

/** Cancels through the API, so that the end of the stream still tells what happened; a stream that does not end is closed. */
export async function cancelRun(workbench: Workbench, procedureId: string): Promise<void> {
  const controller = workbench.running.get(procedureId);
  if (controller === undefined) return;
  const giveUp = () => workbench.running.get(procedureId) === controller && controller.abort();
  setTimeout(giveUp, CANCEL_PATIENCE);
  const execution = await executionOf(workbench, procedureId, controller.signal);
  if (execution === undefined) return;
  await call(operations.cancelExecution, { path: { workspace: workbench.workspace, execution } }).catch(giveUp);
}

const CANCEL_PATIENCE = 5000;

/** The id of the running execution, as soon as the stream has told it; undefined when the run ends before. */
function executionOf(workbench: Workbench, procedureId: string, signal: AbortSignal): Promise<string | undefined> {
  const { store } = workbench;
  return new Promise((resolve) => {
    const look = () => {
      const run = store.get().runs[procedureId];
      if (run?.executionId === undefined && run?.status === 'running' && !signal.aborted) return;
      stop();
      resolve(run?.executionId);
    };
    const stop = store.subscribe(look);
    signal.addEventListener('abort', look, { once: true });
    look();
  });
}

/** Commits or rolls back what a run left open. */
export async function endTransaction(workbench: Workbench, run: Run, action: 'commit' | 'rollback'): Promise<void> {
  if (run.executionId === undefined) return;
  const path = { workspace: workbench.workspace, execution: run.executionId };
  try {
    const { openTransactions } = await call(operations.endTransaction, { path, body: { action } });
    changeRun(workbench, run.procedureId, (last) => ({ ...last, openTransactions }));
    tell(workbench, 'info', `The transaction that ${run.procedure} left open was ${action === 'commit' ? 'committed' : 'rolled back'}.`);
  } catch (error) {
    changeRun(workbench, run.procedureId, (last) => ({ ...last, openTransactions: 0 }));
    tell(workbench, 'error', `The transaction of ${run.procedure}: ${messageOf(error)}`);
  }
}

async function follow(workbench: Workbench, id: string, input: ExecuteInput, signal: AbortSignal): Promise<void> {
  const path = { workspace: workbench.workspace, procedure: id };
  const body = {
    parameters: input.parameters,
    ...(input.timeoutSeconds === undefined ? {} : { timeoutSeconds: input.timeoutSeconds }),
  };
  const batch = batched((events) => workbench.store.update((state) => withEvents(state, id, events)));
  try {
    for await (const event of stream(operations.execute, { path, body, signal })) batch.add(event);
  } finally {
    batch.flush();
  }
}

function withEvents(state: EditorState, id: string, events: readonly ExecutionEvent[]): EditorState {
  let run = state.runs[id];
  if (run === undefined) return state;
  const entries: Omit<LogEntry, 'id'>[] = [];
  for (const event of events) {
    const entry = logEntry(event, run);
    if (entry !== undefined) entries.push(entry);
    run = advance(run, event);
  }
  return withMessages(withProcedure(state, 'runs', id, run), entries);
}

const BATCH = 40;

/** Hands events on in batches of what came within a few milliseconds: a loop of PRINTs must not draw the screen a thousand times. */
function batched(handle: (events: readonly ExecutionEvent[]) => void) {
  let waiting: ExecutionEvent[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  const flush = () => {
    clearTimeout(timer);
    timer = undefined;
    if (waiting.length === 0) return;
    const events = waiting;
    waiting = [];
    handle(events);
  };
  const add = (event: ExecutionEvent) => {
    waiting.push(event);
    timer ??= setTimeout(flush, BATCH);
  };
  return { add, flush };
}

/** A run that failed, or that returned nothing but messages, is read in Messages. */
function showWhatMatters(workbench: Workbench, id: string): void {
  workbench.store.update((state) => {
    const run = state.runs[id];
    const nothingToSee = run !== undefined && run.sets.length === 0 && run.outputs.length === 0;
    return run?.status === 'failed' || run?.status === 'timed-out' || nothingToSee ? withPanelTab(state, 'messages') : state;
  });
}

function changeRun(workbench: Workbench, id: string, change: (run: Run) => Run): void {
  workbench.store.update((state) => {
    const run = state.runs[id];
    return run === undefined ? state : withProcedure(state, 'runs', id, change(run));
  });
}

function release(workbench: Workbench, run: Run | undefined): void {
  if (run?.executionId === undefined) return;
  void call(operations.releaseExecution, { path: { workspace: workbench.workspace, execution: run.executionId } }).catch(() => undefined);
}
