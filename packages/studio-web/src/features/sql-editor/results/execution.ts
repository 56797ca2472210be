/**
 * What one run of a procedure has told so far, folded from the events of its stream.
 *
 * The stream carries only the first rows of each result set; `rowsReady` says how many the grid may ask the API for. A run ends with `finished`; a
 * stream that breaks off before that (the network, a restart of the API) ends as `failed` with the reason, so that no run spins for ever.
 */
import type { Cell, Column, ExecutionEvent, ExecutionStatus } from '@sprocket/studio-contract';
import { formatCount, formatDuration, formatPlural } from '../../../lib/format.ts';
import type { LogEntry } from './log.ts';

export interface ResultSet {
  readonly index: number;
  readonly columns: readonly Column[];
  readonly first: readonly (readonly Cell[])[];
  readonly rowsReady: number;
  readonly complete: boolean;
  /** The row limit was reached: there were more rows than were kept. */
  readonly limited: boolean;
}

export interface OutputValue {
  readonly name: string;
  readonly type: string;
  readonly value: Cell;
}

export interface Run {
  readonly procedureId: string;
  readonly procedure: string;
  readonly executionId: string | undefined;
  readonly version: number | undefined;
  readonly environment: { readonly name: string; readonly database: string; readonly colour: string } | undefined;
  readonly status: ExecutionStatus;
  readonly startedAt: number;
  readonly milliseconds: number | undefined;
  readonly sets: readonly ResultSet[];
  readonly returnCode: number | null;
  readonly outputs: readonly OutputValue[];
  readonly rowsAffected: readonly number[];
  readonly openTransactions: number;
}

/** A run that was asked for and of which nothing is known yet. */
export function startedRun(of: { readonly procedureId: string; readonly procedure: string; readonly startedAt: number }): Run {
  return {
    ...of,
    executionId: undefined,
    version: undefined,
    environment: undefined,
    status: 'running',
    milliseconds: undefined,
    sets: [],
    returnCode: null,
    outputs: [],
    rowsAffected: [],
    openTransactions: 0,
  };
}

/** The run after one more event. Messages are not kept here: `logEntry` makes them lines of the Messages tab. */
export function advance(run: Run, event: ExecutionEvent): Run {
  switch (event.type) {
    case 'started':
      return { ...run, executionId: event.executionId, version: event.version, environment: event.environment };
    case 'result-set':
      return { ...run, sets: [...run.sets, newSet(event.set, event.columns)] };
    case 'rows':
      return changeSet(run, event.set, (set) => ({ ...set, rowsReady: event.count, first: event.first ?? set.first }));
    case 'result-set-end':
      return changeSet(run, event.set, (set) => ({ ...set, rowsReady: event.rowCount, complete: true, limited: event.limited }));
    case 'message':
      return run;
    case 'output':
      return { ...run, returnCode: event.returnCode, outputs: event.values };
    case 'finished':
      return finishedRun(run, event);
  }
}

/** The run after its stream ended without `finished`. */
export function brokenOff(run: Run, now: number, cancelled: boolean): Run {
  if (run.status !== 'running') return run;
  return { ...run, status: cancelled ? 'cancelled' : 'failed', milliseconds: now - run.startedAt, sets: run.sets.map(completed) };
}

/** The line of the Messages tab that an event makes, if it makes one. */
export function logEntry(event: ExecutionEvent, run: Run): Omit<LogEntry, 'id'> | undefined {
  if (event.type === 'message') return messageEntry(event, run);
  if (event.type === 'result-set-end' && event.limited) {
    const text = `Result ${event.set + 1} reached the row limit: ${formatCount(event.rowCount)} rows were kept, the rest was left out.`;
    return { at: new Date().toISOString(), severity: 'warning', text };
  }
  return event.type === 'finished' ? endEntry(event, run) : undefined;
}

/** All rows of all sets, as the status bar counts them. */
export function totalRows(run: Run): number {
  return run.sets.reduce((sum, set) => sum + set.rowsReady, 0);
}

function newSet(index: number, columns: readonly Column[]): ResultSet {
  return { index, columns, first: [], rowsReady: 0, complete: false, limited: false };
}

function changeSet(run: Run, index: number, change: (set: ResultSet) => ResultSet): Run {
  return { ...run, sets: run.sets.map((set) => (set.index === index ? change(set) : set)) };
}

function completed(set: ResultSet): ResultSet {
  return { ...set, complete: true };
}

function finishedRun(run: Run, event: Extract<ExecutionEvent, { type: 'finished' }>): Run {
  return {
    ...run,
    status: event.status,
    milliseconds: event.milliseconds,
    rowsAffected: event.rowsAffected,
    openTransactions: event.openTransactions,
    sets: run.sets.map(completed),
  };
}

function messageEntry(event: Extract<ExecutionEvent, { type: 'message' }>, run: Run): Omit<LogEntry, 'id'> {
  const number = event.number === undefined || event.number === 0 ? [] : [`Msg ${event.number}`];
  const level = event.level === undefined || event.level === 0 ? [] : [`Level ${event.level}`];
  const state = event.state === undefined || number.length === 0 ? [] : [`State ${event.state}`];
  const where = event.line === undefined || number.length === 0 ? [] : [`${event.procedure ?? run.procedure}, Line ${event.line}`];
  const detail = [...number, ...level, ...state, ...where].join(', ');
  return { at: event.at, severity: event.severity, text: event.text, ...(detail === '' ? {} : { detail }) };
}

const ENDINGS: Readonly<Record<ExecutionStatus, { severity: LogEntry['severity']; text: string }>> = {
  running: { severity: 'info', text: 'is running' },
  succeeded: { severity: 'info', text: 'succeeded' },
  failed: { severity: 'error', text: 'failed' },
  cancelled: { severity: 'warning', text: 'was cancelled' },
  'timed-out': { severity: 'error', text: 'ran out of time and was cancelled' },
};

function endEntry(event: Extract<ExecutionEvent, { type: 'finished' }>, run: Run): Omit<LogEntry, 'id'> {
  const { severity, text } = ENDINGS[event.status];
  const affected = event.rowsAffected.map((count) => `(${formatPlural(count, 'row')} affected)`).join(' ');
  const sentence = `${run.procedure} ${text} after ${formatDuration(event.milliseconds)}.`;
  return { at: new Date().toISOString(), severity, text: affected === '' ? sentence : `${sentence} ${affected}` };
}
