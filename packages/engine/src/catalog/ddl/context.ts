/**
 * What data definition needs from its session: where the catalogs are and how a new state becomes current, the storage connection (inside the session's
 * storage transaction, with the write lock of the databases that `ddlWrites` names), temporary tables, and the few questions that only the binder can
 * answer. Every DDL statement changes storage, stored catalog and current catalog together, so undoing the transaction and going back to the old
 * references undoes it whole.
 */

import type { DataType, Expression, Select, Type } from '@sprocket/tsql';
import type { SqlError } from '../../errors.ts';
import type { RegisteredFunction, Steps, StorageConnection } from '../../run/contracts.ts';
import type { Value } from '../../values/value.ts';
import type { KeyRing } from '../cryptography/ring.ts';
import type {
  Column,
  DatabaseCatalog,
  EdgeConstraint,
  ForeignKey,
  ModuleSettings,
  Procedure,
  Table,
  Trigger,
  UserFunction,
  View,
  XmlComponent,
} from '../model.ts';
import type { OrderForm } from '../partition.ts';
import type { ServerToken, Token } from '../security/index.ts';
import type { DatabaseEntry, ServerCatalog } from '../server.ts';
import type { LiveFigures } from '../views/live.ts';
import type { Layout } from './storage.ts';

export interface DdlContext {
  /** The text that the statement's spans refer to. */
  readonly text: string;
  readonly settings: DdlSettings;
  /** 100 ns ticks since 0001-01-01, server's local time. */
  readonly now: bigint;
  readonly utcNow: bigint;
  /** Database principal and login on whose behalf the statement runs. */
  readonly user: string;
  readonly login: string;
  readonly defaultSchema: string;
  readonly authority: DdlAuthority;
  readonly connection: StorageConnection;
  readonly catalogs: CatalogAccess;
  readonly server: ServerAccess;
  readonly temporary: TemporaryTables;
  readonly counters: Counters;
  readonly physical: PhysicalForm;
  readonly binder: DdlBinder;
  readonly xmlSchemas: XmlSchemaReader;
  /** The keys that the session has opened. */
  readonly keys: KeyRing;
  readonly keyFiles: KeyFiles;
  /** A moment from text, read by the session's DATEFORMAT. Raises 241. */
  moment(text: string): Date;
  /** The value of an expression without columns, converted to a type. It may use the variables of the batch. */
  evaluate(expression: Expression, type: Type): Value;
  readonly live: LiveFigures;
  /** Sends a result set, as DBCC USEROPTIONS does. */
  result(columns: readonly ResultShape[], rows: readonly (readonly Value[])[]): void;
  /** The session's SET options in the words of DBCC USEROPTIONS. */
  userOptions(): readonly (readonly [option: string, value: string])[];
  /** Sends an informational message of the error table to the client. */
  inform(number: number, ...args: readonly (string | number)[]): void;
  /** Sends an error that only precedes the one which is then raised (1767 before 1750); inside TRY it is not seen at all. */
  precede(error: SqlError): void;
}

/** What the documents of an XML schema collection declare. Raises what is wrong with them. */
export interface XmlSchemaReader {
  components(documents: readonly string[]): readonly XmlComponent[];
  /** The first global component of `added` that the documents have already. */
  redeclared(documents: readonly string[], added: string): { readonly uri: string; readonly name: string; readonly kind: string } | null;
}

export interface DdlSettings extends ModuleSettings {
  /** SET ANSI_NULL_DFLT_ON: a column without NULL or NOT NULL is nullable. */
  readonly ansiNullDefault: boolean;
}

/** What whoever acts is in the catalogs as they are at the moment. */
export interface DdlAuthority {
  token(catalog: DatabaseCatalog): Token;
  server(): ServerToken;
}

/** The session's view of database catalogs. */
export interface CatalogAccess {
  /** Of the database in use. */
  current(): DatabaseCatalog;
  /** By name; undefined when there is no such database. */
  database(name: string): DatabaseCatalog | undefined;
  databases(): Iterable<DatabaseCatalog>;
  /** The storage's name for the attached database file. */
  alias(databaseId: number): string;
  /** Makes `next` the state that this session sees; other sessions see it after the commit. Storage has been written already. */
  replace(next: DatabaseCatalog): void;
}

/** What becomes of other sessions: they are waited for, ended after so many seconds, or the statement fails. */
export type Termination =
  | { readonly kind: 'wait' }
  | { readonly kind: 'no wait' }
  | { readonly kind: 'rollback'; readonly seconds: number };

/** Whether a database could be had without other sessions, and if not, what stood against it. */
export type Claim = 'claimed' | 'locked' | 'single user' | 'in use';

/** Databases, logins and files. The methods that touch files may have to wait for other sessions. */
export interface ServerAccess {
  catalog(): ServerCatalog;
  replace(next: ServerCatalog): void;
  /** Makes the file of a new database and stores its first catalog in it. Outside the storage transaction. */
  createDatabase(entry: DatabaseEntry, catalog: DatabaseCatalog): Steps<void>;
  /** Whether a file, by its path in the data folder, is being made at the moment. */
  isReserved(file: string): boolean;
  /** Closes and deletes the file; raises 3702 while sessions use the database. */
  dropDatabase(entry: DatabaseEntry): Steps<void>;
  /** Ends or waits for other sessions before SINGLE_USER, OFFLINE and the like. */
  claimDatabase(entry: DatabaseEntry, termination: Termination, rollingBack: (percent: number) => void): Steps<Claim>;
  isUsedByOthers(entry: DatabaseEntry): boolean;
  hashPassword(password: string): string;
  verifyPassword(password: string, hash: string): boolean;
  /** Whether a session of the login is there. */
  isConnected(login: string): boolean;
}

/** `#t` and `#p` of this session; `##t` and `##p` are objects of tempdb. */
export interface TemporaryTables {
  /** What the name means here: the innermost scope's first. */
  find(name: string): Table | undefined;
  /** Whether creating it now would be a duplicate: the running scope itself has made it, or it is global. */
  isTaken(name: string): boolean;
  /** An object id for a new table or a constraint of it. */
  nextId(): number;
  /** Makes a new table, and returns what it has become: it may take the ids and names of an equal one before it. */
  create(layout: Layout, table: Table): Table;
  /** Another state of the table with that id. */
  put(table: Table): void;
  drop(layout: Layout, table: Table): void;
  /** `#p`: it lasts until the session ends, whatever scope made it. */
  findProcedure(name: string): Procedure | undefined;
  /** A new procedure, or another state of the one with that name. */
  putProcedure(procedure: Procedure): void;
  removeProcedure(procedure: Procedure): void;
}

/** Values that change without DDL: identity and sequence counters. */
export interface Counters {
  /** The last identity value of a table; null when none was drawn. */
  identity(databaseId: number, table: Table): bigint | null;
  /** null starts again at the seed. */
  setIdentity(databaseId: number, table: Table, value: bigint | null): void;
  sequence(databaseId: number, sequenceId: number): bigint | null;
  setSequence(databaseId: number, sequenceId: number, value: bigint | null): void;
}

/** Files that BACKUP CERTIFICATE writes and CREATE CERTIFICATE reads. */
export interface KeyFiles {
  /** Raises 15208. */
  read(path: string): Uint8Array;
  /** Raises 15240, also when the file is there. */
  write(path: string, bytes: Uint8Array): void;
}

/** How the storage backend writes what DDL lays down in its files. */
export interface PhysicalForm {
  /** SQL of the value by which an index orders and compares: the column itself or its collation key. */
  indexExpression(sql: string, type: Type, defaultCollation: string): string;
  /** Functions that such an expression calls. */
  keyFunctions(type: Type, defaultCollation: string): readonly RegisteredFunction[];
  /** The affinity that a column declares; empty for none. */
  columnAffinity(type: Type): string;
  /** How values of a column are ordered, for conditions over ranges. */
  orderForm(defaultCollation: string): OrderForm;
  /** SQL of a filtered index's condition; undefined when the backend has no exact form of it. */
  filterExpression(table: Table, condition: Expression): string | undefined;
}

/** Type and nullability of an expression. */
export interface ExpressionType {
  readonly type: Type;
  readonly nullable: boolean;
  /** The same operands always give the same value. */
  readonly deterministic: boolean;
}

export interface ResolvedDataType {
  readonly type: Type;
  /** Set for a table type. */
  readonly table: Table | null;
  /** Nullability that an alias type declares. */
  readonly nullable: boolean | null;
}

export interface ResultShape {
  readonly name: string;
  readonly type: Type;
  readonly nullable: boolean;
}

/** What a type belongs to, as errors about it say. */
export interface DeclarationSite {
  readonly kind: 'column' | 'declaration';
  readonly name: string;
  /** Position among its siblings, from 1. */
  readonly ordinal: number;
}

/** What a view's query says of an index over some of its columns. */
export interface ViewKey {
  /** The base tables or the grouping make the key unique. */
  readonly proven: boolean;
  /** Tables with the columns that the key takes from them as they are. */
  readonly lookups: readonly { readonly table: Table; readonly columnIds: readonly number[] }[];
  /** SUM of an expression that may be NULL. */
  readonly sumsUnknown: boolean;
  /** The position of a key column that is computed with float arithmetic. */
  readonly imprecise: number | undefined;
  /** Key columns that are not in the GROUP BY clause. */
  readonly outsideGroups: boolean;
  /** The values of the first key that two rows have, as 1505 shows them. */
  duplicate(): string | undefined;
}

/** Questions about expressions and rows. A method that raises does so with SQL Server's errors. */
export interface DdlBinder {
  /** The type that a reference names (`varchar` is varchar(1)). `database` is where alias and table types are looked up; errors name the site. */
  resolveType(database: DatabaseCatalog, reference: DataType, site?: DeclarationSite): ResolvedDataType;
  /** Binds an expression whose columns are those of `table` (null: none allowed). Raises 207, 1046 and the like. */
  typeOf(expression: Expression, table: Table | null): ExpressionType;
  /** Binds a condition over a table's columns. */
  checkPredicate(expression: Expression, table: Table): void;
  /** Evaluates a constant expression, converted to `type`. */
  constant(expression: Expression, type: Type): Value;
  /** Result columns of a view's or an inline function's query; `parameters` are its variables. Raises 208 and 207. */
  columnsOf(
    database: DatabaseCatalog,
    select: Select,
    parameters: readonly { readonly name: string; readonly type: Type }[],
  ): readonly ResultShape[];
  /** Binds a module's body as far as CREATE checks it: names of existing objects must fit, missing ones are deferred. */
  checkModule(database: DatabaseCatalog, module: View | Procedure | UserFunction | Trigger): void;
  /** 547 for the first row of the table that violates the check. `table` already has it. */
  validateCheck(database: DatabaseCatalog, table: Table, checkId: number): Steps<void>;
  validateForeignKey(database: DatabaseCatalog, table: Table, foreignKey: ForeignKey): Steps<void>;
  validateConnection(database: DatabaseCatalog, table: Table, constraint: EdgeConstraint): Steps<void>;
  /** Every row of the table, in column order. */
  rowsOf(database: DatabaseCatalog, table: Table): Iterable<readonly Value[]>;
  /** Whether a row has NULL in the column. */
  hasNulls(database: DatabaseCatalog, table: Table, column: Column): boolean;
  /** Writes the column's default (or computed value when persisted) into all rows that exist; `table` already has the column. */
  fillColumn(database: DatabaseCatalog, table: Table, column: Column): Steps<void>;
  /** Converts all values of a column from one type to another, with the errors of an assignment. Their storage columns may differ; both exist. */
  convertColumn(database: DatabaseCatalog, table: Table, from: Column, to: Column): Steps<void>;
  /** What an index over columns of a view (positions from 0) has to know; null when the view's query is of no form that has indexes. */
  viewKey(database: DatabaseCatalog, view: View, columns: readonly number[]): ViewKey | null;
  /** Values of the key columns of one duplicate, as 1505 shows them: `(1, <NULL>)`. */
  duplicateKey(database: DatabaseCatalog, table: Table, columns: readonly Column[]): string | undefined;
}
