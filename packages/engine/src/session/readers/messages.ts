/**
 * What the thread of the sessions and a reader say to each other. A request carries the syntax with everything it was bound in, so that the
 * reader binds it itself, against the catalog of its own snapshot: functions that SQL calls are closures and cannot travel. Parameters travel as values,
 * because only the session can evaluate them. A few shared words stand beside the messages, which a reader that is busy does not hear.
 */

import type { BindScope } from '../../bind/context.ts';
import type { CaughtError, EvaluationOptions } from '../../environment.ts';
import type { ErrorClass } from '../../errors.ts';
import type { PhysicalValue } from '../../run/contracts.ts';
import type { ReadSubject } from '../../run/reading.ts';
import type { StorageErrorKind } from '../../run/storage-error.ts';

export interface ReadRequest {
  readonly id: number;
  /** The same for requests that bind the same statement to the same catalogs. */
  readonly plan: number;
  readonly subject: ReadSubject;
  readonly variables: BindScope['variables'];
  readonly settings: BindScope['settings'];
  /** Every database that binding looks at; the first is the one in use. */
  readonly databases: readonly ReadDatabase[];
  readonly parameters: readonly PhysicalValue[];
  readonly environment: ReadEnvironment;
}

export interface ReadDatabase {
  readonly id: number;
  readonly name: string;
  readonly alias: string;
  readonly file: string;
  /** Of its catalog. */
  readonly version: number;
}

/** What expressions see of the session. */
export interface ReadEnvironment {
  readonly options: EvaluationOptions;
  readonly statementTime: bigint;
  readonly transactionTime: bigint;
  readonly serverOffset: number;
  readonly caught: CaughtError | null;
}

export type FromReader =
  /** The snapshot is taken and the statement bound; the reader waits for leave. */
  | { readonly kind: 'began'; readonly id: number }
  /** The statement cannot run there. */
  | { readonly kind: 'refused'; readonly id: number; readonly reason: string }
  /** Cells of some rows, one row after the other. */
  | { readonly kind: 'rows'; readonly id: number; readonly cells: readonly PhysicalValue[] }
  | { readonly kind: 'ended'; readonly id: number; readonly warnings: readonly number[] }
  | { readonly kind: 'failed'; readonly id: number; readonly failure: Failure };

/** An exception in a form that can travel. */
export type Failure =
  | {
      readonly kind: 'sql';
      readonly number: number;
      readonly severity: number;
      readonly state: number;
      readonly message: string;
      readonly errorClass: ErrorClass;
    }
  | { readonly kind: 'storage'; readonly storage: StorageErrorKind; readonly detail: string }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'internal'; readonly text: string };

/** Places of the shared words. */
export const WORDS = {
  /** The request that may send its rows. */
  GO: 0,
  /** The request that must end. */
  STOP: 1,
  /** How many messages with rows of the present request the session has taken. */
  TAKEN: 2,
  /** Counts every change of the words above: what a waiting reader waits for. */
  CHANGES: 3,
} as const;

export const newWords = (): Int32Array => new Int32Array(new SharedArrayBuffer(4 * Int32Array.BYTES_PER_ELEMENT));

/** Messages with rows that may be under way: enough to keep both threads busy. */
export const WINDOW = 8;
