/**
 * What binding one statement knows and collects: the variables in scope, the catalog, the names that FROM introduced, and what the result depends on.
 * A `Binder` lives for one statement; nothing of a session is reachable from what it produces, so bound statements can be cached and shared.
 */

import type { Over, Query as SyntaxQuery } from '@sprocket/tsql';
import type { DatabaseCatalog, Table } from '../catalog/model.ts';
import { nameKey } from '../catalog/model.ts';
import type { XmlDeclaration } from '../functions/index.ts';
import type { Backend, Variables } from '../run/contracts.ts';
import type { Access, Chain } from './access.ts';
import type { MatchScope } from './graph/match.ts';
import type { PathScope } from './graph/paths.ts';
import type { Position } from './position.ts';
import type { SystemTimeScope } from './system-time.ts';
import type { Expr, Query, QueryColumn, Source } from './tree.ts';

/** What the binder asks of the session's catalogs. */
export interface BindCatalog {
  /** The storage engine that statements are printed for. */
  readonly backend: Backend;
  /** A database by name, or the current one; undefined when there is none of that name. */
  database(name?: string): DatabaseCatalog | undefined;
  databaseById(id: number): DatabaseCatalog | undefined;
  /** A visible temporary table by its name with `#`. */
  temporary(name: string): Table | undefined;
  /** The table that stands for a system view of a database. */
  systemView(schema: string, name: string): Table | undefined;
  /** The storage's alias of a database, as SQL text uses it. */
  alias(databaseId: number): string;
  /** Raises 942 for an offline database and 924 for one that another session has for itself; absent where every database is open. */
  requireOpen?(databaseId: number): void;
  /** Raises 7202 or 7411 for a server that is not this one; absent where every other server is refused. */
  requireLocal?(server: string, use?: 'DATA ACCESS' | 'RPC'): void;
}

export interface BindSettings {
  readonly quotedIdentifier: boolean;
  readonly ansiNulls: boolean;
  readonly defaultSchema: string;
}

export interface BindScope {
  readonly variables: Variables;
  readonly catalog: BindCatalog;
  readonly settings: BindSettings;
  /** Set in a trigger's body: what `inserted` and `deleted` name. */
  readonly trigger: {
    readonly table: Table;
    readonly inserted: Table;
    readonly deleted: Table;
    /** An INSTEAD OF trigger: its own changes of the table reach the table. */
    readonly insteadOf: boolean;
  } | null;
  /** The module whose body this is; absent in a batch and in dynamic SQL, where every use needs its permission. */
  readonly chain?: Chain;
  /** Where the cursor of WHERE CURRENT OF stands. */
  readonly position?: Position;
  /** The INSERT is a bulk load. */
  readonly bulk?: BulkLoading;
}

/** How rows are loaded. */
export interface BulkLoading {
  readonly checkConstraints: boolean;
  readonly fireTriggers: boolean;
  readonly keepNulls: boolean;
  readonly keepIdentity: boolean;
}

/** What a bound statement was bound against; it is valid as long as these are what they were. */
export interface Dependencies {
  /** Catalog version by database id. */
  readonly databases: ReadonlyMap<number, number>;
  /** Databases whose stored rows are read, by id. */
  readonly stored: ReadonlySet<number>;
  /** Temporary tables by name; undefined where a name was looked up in vain. */
  readonly temporaries: ReadonlyMap<string, Table | undefined>;
  /** What whoever runs it must be permitted. */
  readonly accesses: readonly Access[];
}

/** Sources that names can refer to, innermost first. */
export interface NameScope {
  readonly sources: readonly Source[];
  readonly parent: NameScope | null;
}

export interface CommonTableDefinition {
  readonly name: string;
  readonly columns: readonly string[];
  readonly query: SyntaxQuery;
  /** The definitions before it, which its query may use. */
  readonly before: CommonTables;
  /** Set while its own recursive members are being bound. */
  readonly recursion: { readonly id: number; readonly columns: Source['columns'] } | null;
}

export type CommonTables = ReadonlyMap<string, CommonTableDefinition>;

/** Mutable state of binding one statement. */
export interface Binder {
  readonly scope: BindScope;
  readonly databases: Map<number, number>;
  readonly stored: Set<number>;
  readonly temporaries: Map<string, Table | undefined>;
  readonly accesses: Access[];
  /** The module, view or function inside which names are bound. */
  readonly chain: Chain | null;
  /** Shared by every binder of one statement. */
  readonly ids: { next: number };
  /** MAXRECURSION of the statement's OPTION clause. */
  readonly maxRecursion: number;
  /** How many views and functions are being expanded, against endless expansion. */
  readonly depth: number;
  /** Arguments of an inline function being expanded, by folded parameter name. */
  readonly substitutions: ReadonlyMap<string, Expr> | null;
  /** Schema in which unqualified names of a view or function are looked up first. */
  readonly defaultSchema: string;
  readonly defaultDatabase: string | undefined;
  /** Columns that the data change in FROM puts out; null where none may stand. */
  readonly nested: readonly QueryColumn[] | null;
  /** The namespaces of WITH XMLNAMESPACES, which hold for the whole statement. */
  readonly xmlNamespaces: { current: readonly XmlDeclaration[] };
  /** FOR SYSTEM_TIME of the view that is being expanded. */
  readonly systemTime: SystemTimeScope | null;
}

export function createBinder(scope: BindScope, maxRecursion = 100): Binder {
  return {
    scope,
    databases: new Map(),
    stored: new Set(),
    temporaries: new Map(),
    accesses: [],
    chain: scope.chain ?? null,
    ids: { next: 1 },
    maxRecursion,
    depth: 0,
    substitutions: null,
    defaultSchema: scope.settings.defaultSchema,
    defaultDatabase: undefined,
    nested: null,
    systemTime: null,
    xmlNamespaces: { current: [] },
  };
}

/** Binds `catalog` access to the statement's dependencies. */
export function useDatabase(binder: Binder, name?: string): DatabaseCatalog | undefined {
  const database = binder.scope.catalog.database(name ?? binder.defaultDatabase);
  if (database !== undefined) binder.databases.set(database.databaseId, database.version);
  return database;
}

export function useTemporary(binder: Binder, name: string): Table | undefined {
  const table = binder.scope.catalog.temporary(name);
  binder.temporaries.set(nameKey(name), table);
  return table;
}

export function dependenciesOf(binder: Binder): Dependencies {
  return { databases: binder.databases, stored: binder.stored, temporaries: binder.temporaries, accesses: binder.accesses };
}

/** The windows of a query by their names' keys. */
export type NamedWindows = ReadonlyMap<string, Over>;

/** Where expressions are being bound: which names they see and what they may contain. */
export interface ExprContext {
  readonly binder: Binder;
  readonly names: NameScope | null;
  readonly commonTables: CommonTables;
  /** Collects aggregates; null where SQL Server refuses them (147). */
  readonly aggregates: 'allowed' | 'refused';
  /** What refuses them elsewhere than in WHERE. */
  readonly aggregateError?: number;
  readonly windows: 'allowed' | 'refused';
  /** Set inside the argument of an aggregate. */
  readonly insideAggregate?: boolean;
  /** The default of a column, which alone may call NEWSEQUENTIALID. */
  readonly isDefault?: boolean;
  /** GROUPING(x): the grouping set being bound. */
  readonly grouping?: GroupingContext;
  /** The operand of a method or of IS NULL, which alone may be a column of nodes(). */
  readonly nodes?: boolean;
  /** Set in a clause where MATCH may stand, but for what OR and NOT combine. */
  readonly match?: MatchScope | 'refused';
  /** Paths of the query, for aggregates over them. */
  readonly paths?: PathScope;
  /** Definitions of the WINDOW clause by folded name. */
  readonly namedWindows?: NamedWindows;
}

export interface GroupingContext {
  readonly all: readonly Expr[];
  readonly present: readonly Expr[];
}

export type BindQuery = (query: SyntaxQuery, context: ExprContext) => Query;
