/**
 * Where a request's results go. The interpreter writes to an `Output`; the session puts the client's sink behind it, and INSERT … EXEC, functions and
 * RPC calls put something else in its place for a while. Rows may ask the writer to wait, which is the only way in which a result can delay its query.
 */

import type { Type } from '@sprocket/tsql';
import type { EnvironmentChange, ResultColumn, ServerMessage, StatementCommand } from '../session/api.ts';
import type { Value } from '../values/value.ts';

export interface Output {
  columns(columns: readonly ResultColumn[]): void;
  /** True when the writer should wait for `drained`. The array may be reused by the caller afterwards. */
  row(values: readonly Value[]): boolean;
  drained(): Promise<void>;
  done(command: StatementCommand, rowCount: number | undefined): void;
  message(message: ServerMessage, flush: boolean): void;
  environment(change: EnvironmentChange): void;
}

/** What INSERT … EXEC collects: rows of every result set, and messages, which go on to the client. */
export interface CapturedRows {
  readonly columns: readonly ResultColumn[];
  readonly rows: (readonly Value[])[];
}

/** Collects result sets instead of sending them. Messages and environment changes pass through. */
export function capture(outer: Output, onSet: (set: CapturedRows) => void): Output {
  let rows: (readonly Value[])[] = [];
  return {
    columns: (columns) => {
      rows = [];
      onSet({ columns, rows });
    },
    row: (values) => {
      rows.push([...values]);
      return false;
    },
    drained: () => Promise.resolve(),
    done: () => {},
    message: (message, flush) => outer.message(message, flush),
    environment: (change) => outer.environment(change),
  };
}

/** An output column for a value that has no other description. */
export function plainColumn(name: string, type: Type, nullable = true): ResultColumn {
  return { name, type, nullable, identity: false, computed: false };
}
