/**
 * The lines of the Messages tab: messages of executions, findings of validations, and what the workbench did.
 *
 * Newest last, as they happened. The list is bounded, since a PRINT in a loop of a million turns must not take the browser down.
 */
import type { Validation } from '@sprocket/studio-contract';
import { formatPlural } from '../../../lib/format.ts';

export type LogSeverity = 'info' | 'warning' | 'error';

export interface LogEntry {
  readonly id: number;
  readonly at: string;
  readonly severity: LogSeverity;
  readonly text: string;
  /** Number, level, state and place as SQL Server names them. */
  readonly detail?: string;
  /** Where the caret goes when the place is pressed; lines and columns count from 1. */
  readonly place?: { readonly procedureId: string; readonly line: number; readonly column: number };
}

export interface Log {
  readonly entries: readonly LogEntry[];
  readonly nextId: number;
  /** Lines that fell out at the beginning. */
  readonly dropped: number;
}

export const LOG_LIMIT = 5000;
export const emptyLog: Log = { entries: [], nextId: 1, dropped: 0 };

/** The log with more lines at its end. */
export function appendLog(log: Log, added: readonly Omit<LogEntry, 'id'>[]): Log {
  const entries = [...log.entries, ...added.map((entry, offset) => ({ ...entry, id: log.nextId + offset }))];
  const excess = Math.max(0, entries.length - LOG_LIMIT);
  return { entries: entries.slice(excess), nextId: log.nextId + added.length, dropped: log.dropped + excess };
}

/** What a validation has to say, one line a finding, with a line for the whole at its end. */
export function validationEntries(validation: Validation, of: { procedureId: string; procedure: string }): Omit<LogEntry, 'id'>[] {
  const at = new Date().toISOString();
  const place = (finding: { line?: number | undefined; column?: number | undefined }) =>
    finding.line === undefined ? {} : { place: { procedureId: of.procedureId, line: finding.line, column: finding.column ?? 1 } };
  const errors = validation.errors.map((error) => ({ at, severity: 'error' as const, text: withCode(error), ...place(error) }));
  const warnings = validation.warnings.map((warning) => ({ at, severity: warning.severity, text: withCode(warning), ...place(warning) }));
  const skipped = validation.environment === null ? [] : [{ at, severity: 'warning' as const, text: validation.environment }];
  return [
    ...errors,
    ...warnings,
    ...skipped,
    { at, severity: validation.valid ? 'info' : 'error', text: summary(validation, of.procedure) },
  ];
}

/** `14:03:22.117`, in the reader's own time zone. */
export function clockTime(iso: string): string {
  const time = new Date(iso);
  const two = (part: number) => String(part).padStart(2, '0');
  return `${two(time.getHours())}:${two(time.getMinutes())}:${two(time.getSeconds())}.${String(time.getMilliseconds()).padStart(3, '0')}`;
}

function withCode(finding: { message: string; code?: string | undefined }): string {
  return finding.code === undefined ? finding.message : `${finding.message} (${finding.code})`;
}

function summary(validation: Validation, procedure: string): string {
  const warnings = validation.warnings.length === 0 ? '' : `, ${formatPlural(validation.warnings.length, 'warning')}`;
  if (validation.valid) return `${procedure} is valid${warnings}.`;
  return `${procedure} is not valid: ${formatPlural(validation.errors.length, 'error')}${warnings}.`;
}
