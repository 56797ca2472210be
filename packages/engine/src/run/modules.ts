/**
 * What can be executed by name: procedures of a database, of a file, of the system, and the few that only the session itself can do. A module knows
 * its parameters and its compiled body; who looks modules up is the session.
 */

import type { Expression, Type } from '@sprocket/tsql';
import type { Table } from '../catalog/model.ts';
import type { Value } from '../values/value.ts';
import type { Compiled } from './compiled.ts';
import type { Steps, TriggerRequest } from './contracts.ts';
import type { Activation } from './runtime.ts';

export interface ModuleParameter {
  /** With its `@`. */
  readonly name: string;
  readonly type: Type;
  /** Set for a table-valued parameter. */
  readonly table: Table | null;
  readonly output: boolean;
  /** `CURSOR VARYING`. */
  readonly cursor: boolean;
  readonly default: Expression | null;
}

/** A T-SQL body. */
export interface CodeModule {
  readonly kind: 'code';
  /** `schema.name`. */
  readonly name: string;
  /** Where its names are looked up; null for one that runs in its caller's database (system and `_global` procedures). */
  readonly databaseId: number | null;
  readonly objectId: number;
  readonly schema: string;
  readonly parameters: readonly ModuleParameter[];
  readonly compiled: Compiled;
  readonly settings: { readonly ansiNulls: boolean; readonly quotedIdentifier: boolean };
  /** Who owns it, when that is not its schema's owner. */
  readonly owner?: string;
  /** CALLER, OWNER or the user it runs as; null for the caller. */
  readonly executeAs: string | null;
  /** A trigger on the server: `executeAs` is a login. */
  readonly runsAsLogin?: boolean;
  /** Name of its latency metric; null for system procedures. */
  readonly metric: { readonly database: string; readonly name: string } | null;
  /** Milliseconds that a call may take, from its annotations. */
  readonly timeout: number | null;
}

/** An argument of a native procedure: with its `@` name, or empty for a positional one. */
export interface NativeArgument {
  readonly name: string;
  readonly type: Type;
  readonly value: Value;
  readonly output: boolean;
  /** The caller wrote DEFAULT. */
  readonly isDefault: boolean;
  /** Rows of a table-valued argument. */
  readonly table: TableArgument | null;
  /** A cursor variable: where the caller keeps it. */
  readonly cursor: CursorArgument | null;
  /** Gives the caller's variable a new value; does nothing unless `output`. */
  readonly assign: (value: Value, type: Type) => void;
}

export interface CursorArgument {
  readonly activation: Activation;
  readonly slot: number;
}

/** Rows for a table-valued parameter. */
export interface TableArgument {
  /** `schema.name` of the table type; empty when unknown. */
  readonly typeName: string;
  readonly rows: Iterable<readonly Value[]>;
}

/** A procedure written in TypeScript; it binds its arguments itself and returns its status. */
export interface NativeModule {
  readonly kind: 'native';
  readonly name: string;
  readonly run: (args: readonly NativeArgument[]) => Steps<number>;
}

export type Module = CodeModule | NativeModule;

export interface ModuleLibrary {
  /** A procedure by one to four name parts, the last one the procedure. Raises what keeps a broken one from running; undefined when there is none. */
  procedure(parts: readonly string[], number?: number): Module | undefined;
  /** A scalar or multi-statement table-valued function. */
  userFunction(databaseId: number, objectId: number): FunctionModule;
  /** Enabled triggers on the server and on the database that an event fires, in firing order. */
  ddlTriggers(event: string, databaseId: number | null): readonly CodeModule[];
  /** Enabled triggers that a statement fires, in firing order. */
  triggers(request: TriggerRequest): readonly CodeModule[];
  /** A batch or dynamic batch in the database in use. Raises syntax errors. */
  batch(text: string, parameters?: string): BatchModule;
}

export interface FunctionModule extends CodeModule {
  /** Slot of the table that a table-valued function fills; null for a scalar one. */
  readonly resultTable: Table | null;
  readonly returns: Type | null;
  readonly nullOnNullInput: boolean;
}

export interface BatchModule {
  readonly compiled: Compiled;
  /** Of sp_executesql; empty otherwise. */
  readonly parameters: readonly ModuleParameter[];
}
