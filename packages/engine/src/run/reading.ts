/**
 * What is known of a SELECT that may run on another thread, and the face of the threads that run it. Nothing interrupts SQLite, so a step that sorts or
 * scans for seconds would hold up everybody on this one. A read is known to be heavy by its plan (many rows looked at without an index) or by its
 * history (it has held up this thread before).
 */

import type { Expression, Type } from '@sprocket/tsql';
import type { Dependencies } from '../bind/context.ts';
import type { Query } from '../bind/tree.ts';
import type { Instruction } from '../program/program.ts';
import type { ResultColumn } from '../session/api.ts';
import type { Bindable } from './compiled.ts';
import type { PhysicalValue, ReadTable, Steps } from './contracts.ts';
import type { QueryPlan } from './plan.ts';
import { isStream, portableTables } from './portable.ts';
import type { Activation } from './runtime.ts';

/** What running a query elsewhere needs beside its text. */
export interface Reading {
  readonly plan: QueryPlan;
  readonly tables: readonly ReadTable[];
  /** Its rows come out as they are read, without looking at many first. */
  readonly streams: boolean;
  /** Unknown until its plan is looked at; heavy once it has held up the thread. */
  weight: 'unknown' | 'light' | 'heavy';
}

/** What was written: a SELECT, or an expression with queries in it. */
export type ReadSubject =
  | { readonly kind: 'statement'; readonly statement: Bindable }
  /** `target` is what it is assigned to. */
  | { readonly kind: 'value'; readonly expression: Expression; readonly target: Type }
  | { readonly kind: 'condition'; readonly expression: Expression };

/** A query about to run, with all that it was bound in. */
export interface ReadStart {
  readonly activation: Activation;
  readonly at: Instruction;
  readonly subject: ReadSubject;
  readonly dependencies: Dependencies;
  /** Those that the client is sent; null when it is sent none. */
  readonly columns: readonly ResultColumn[] | null;
  readonly reading: Reading;
}

/** A query that runs on another thread. */
export interface RemoteRead {
  /** Cells of the next rows, one row after the other; null after the last. */
  next(): Steps<readonly PhysicalValue[] | null>;
  /** Ends it, wherever it is. */
  close(): void;
}

/** The threads for heavy reads, as a session sees them. */
export interface Readers {
  /** `here`: on this thread in any case; `watched`: on this thread until it turns out to be heavy. */
  placeOf(reading: Reading): 'here' | 'watched' | 'elsewhere';
  /** Null when no thread can take it; `stale` when names have changed their meaning meanwhile. */
  begin(start: ReadStart): Steps<RemoteRead | 'stale' | null>;
  /** While on, a step that takes long throws `TooHeavy` where the query looks whether it is cancelled. */
  watch(on: boolean): void;
  /** The read has kept this thread for long. It is heavy if it had much to do, and not if the machine was busy with something else. */
  slow(reading: Reading): void;
}

/** Null for a query that has to run where its session is. */
export function readingOf(query: Query, plan: QueryPlan): Reading | null {
  const tables = portableTables(query);
  return tables === null ? null : { plan, tables, streams: isStream(query), weight: 'unknown' };
}
