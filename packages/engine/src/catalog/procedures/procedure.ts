/**
 * What a system procedure is: a row of a table. Most are T-SQL over the system views, run by the same engine as everything else, in the caller's
 * database. A native one changes the catalog in ways for which T-SQL has no statement.
 */

import type { Steps } from '../../run/contracts.ts';
import type { Value } from '../../values/value.ts';
import type { DdlContext } from '../ddl/context.ts';
import type { Parameter } from '../model.ts';

export type SystemProcedure = TextProcedure | NativeProcedure;

export interface TextProcedure {
  readonly kind: 'text';
  readonly name: string;
  /** A whole CREATE PROCEDURE statement in schema sys. */
  readonly definition: string;
}

export interface NativeProcedure {
  readonly kind: 'native';
  readonly name: string;
  readonly parameters: readonly Parameter[];
  /** Whether it writes the server's catalog in master rather than the current database's. */
  readonly writes: 'database' | 'server' | 'both' | 'nothing';
  /** Runs with a value for every parameter, in order and of its type, and returns the status. */
  readonly run: (context: NativeContext, args: readonly Value[]) => Steps<number>;
}

/** What a native procedure may ask: the same as a DDL statement. `text` is empty and nothing has spans in it. */
export type NativeContext = DdlContext;
