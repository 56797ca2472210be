/**
 * One table for every error that we raise: SQL Server's number, severity, state, class and text. `sqlError(208, 'dbo.t')` fills the text's
 * parameters; line and procedure are filled in where the error leaves its frame. Nothing else in the engine words a message for a client.
 * Source: sys.messages of SQL Server 2022 (texts), "Database Engine Error Severities" (classes).
 */

import { ERRORS, type ErrorClass } from './error-table.ts';

export type { ErrorClass } from './error-table.ts';

/** An error as a client sees it. */
export class SqlError extends Error {
  readonly number: number;
  readonly severity: number;
  readonly state: number;
  /** What the error ends when nothing catches it. */
  readonly errorClass: ErrorClass;
  /** 1-based line in the batch or module; 0 until the frame fills it in. */
  line = 0;
  /** `schema.name` of the innermost module; null in a batch. */
  procedure: string | null = null;

  constructor(number: number, severity: number, state: number, message: string, errorClass: ErrorClass) {
    super(message);
    this.number = number;
    this.severity = severity;
    this.state = state;
    this.errorClass = errorClass;
  }
}

/** The error of that number with its text filled in; a number that is missing from the table is a mistake of ours. */
export function sqlError(number: number, ...args: readonly (string | number)[]): SqlError {
  const row = ERRORS[number];
  if (row === undefined) throw new Error(`error ${number} is not in the error table`);
  return new SqlError(number, row.severity, row.state ?? 1, formatMessage(row.text, args), row.class ?? 'statement');
}

/** The same with a state of its own, where SQL Server tells causes apart by state. */
export function sqlErrorState(number: number, state: number, ...args: readonly (string | number)[]): SqlError {
  const error = sqlError(number, ...args);
  return new SqlError(number, error.severity, state, error.message, error.errorClass);
}

/** Refuses a construct that parses but cannot run, by name. */
export function unsupported(construct: string): SqlError {
  return sqlError(40510, construct);
}

/** Replaces `%s`, `%d`, `%ls`, `%.*ls`, `%I64d` … in order; `%%` is a percent sign. */
export function formatMessage(text: string, args: readonly (string | number)[]): string {
  let index = 0;
  return text.replace(/%(?:\.\*)?(?:ls|s|d|ld|I64d|u|x|c|S_MSG|%)/g, (found) => (found === '%%' ? '%' : String(args[index++] ?? '')));
}
