/**
 * What the evaluation of an expression may know of its session. Functions and conversions get this one interface, so they can be evaluated
 * anywhere (interpreter, registered function of a backend, constraint check) and tested without a session.
 */

import type { Type, XmlSchemaBinding } from '@sprocket/tsql';
import type { Value } from './values/value.ts';

export type DateFormat = 'mdy' | 'dmy' | 'ymd' | 'ydm' | 'myd' | 'dym';

/** The SET options that change what an expression yields. */
export interface EvaluationOptions {
  readonly dateFormat: DateFormat;
  /** 1 (Monday) to 7 (Sunday, the default of us_english). */
  readonly dateFirst: number;
  /** us_english, British, German … (names of sys.syslanguages). */
  readonly language: string;
  /** ANSI_WARNINGS: OFF cuts strings silently and, with ARITHABORT OFF, turns arithmetic errors into NULL. */
  readonly ansiWarnings: boolean;
  readonly arithAbort: boolean;
  readonly arithIgnore?: boolean;
  readonly concatNullYieldsNull: boolean;
  readonly ansiNulls: boolean;
  readonly ansiPadding: boolean;
  readonly textSize: number;
}

/** The error that a CATCH block is handling. */
export interface CaughtError {
  readonly number: number;
  readonly severity: number;
  readonly state: number;
  readonly line: number;
  readonly procedure: string | null;
  readonly message: string;
}

/** Facts about objects, for OBJECT_ID, COL_LENGTH and their kin. Rows are plain; ids and names are SQL Server's. */
export interface Metadata {
  /** A one-value look-up by the name of a metadata function; null when the object is unknown. */
  lookup(what: string, ...args: readonly Value[]): Value;
}

/** Which value of a sequence is asked for. */
export interface SequenceUse {
  readonly repeats: boolean;
  /** 1-based; null for the next one. */
  readonly place: number | null;
}

/** A node or edge table, as identifiers of its rows name it. */
export interface GraphTableName {
  readonly id: number;
  readonly schema: string;
  readonly name: string;
  readonly kind: 'node' | 'edge';
}

export interface Environment {
  readonly options: EvaluationOptions;
  /** The moment of the statement in 100 ns ticks since 0001-01-01 UTC; the same for every call within one statement. */
  readonly statementTime: bigint;
  /** Minutes east of UTC of the server's clock. */
  readonly serverOffset: number;
  /** Uniform in [0, 1); RAND's stream. `seed` restarts it. */
  random(seed?: number): number;
  /** The value of `@@name` or of a session function such as SUSER_SNAME, USER_NAME, DB_NAME, APP_NAME, HOST_NAME, SCOPE_IDENTITY, XACT_STATE. */
  session(name: string, ...args: readonly Value[]): Value;
  readonly caught: CaughtError | null;
  readonly metadata: Metadata;
  /** Reports a warning such as 8153 (NULL eliminated by an aggregate); raised once a statement. */
  warn(number: number): void;
  /** An instance as its schema collection stores it; raises what makes it no instance of it. */
  validateXml?(text: string, schema: XmlSchemaBinding): string;
  /** A node or edge table by its object id, or by schema and name; of the current database when none is given. */
  graphTable?(key: number | { readonly schema: string; readonly name: string }, databaseId?: number): GraphTableName | undefined;
  /** The next value of a sequence object; the one that the row has drawn, or that of the row's number among those that draw. */
  nextSequenceValue?(objectId: number, type: Type, use: SequenceUse): Value;
}
