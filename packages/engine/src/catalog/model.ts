/**
 * What a database contains, as plain immutable data. A DDL statement makes a new `DatabaseCatalog` that shares all unchanged objects with the old one,
 * so a rollback is a change of reference and a bound statement is valid as long as the catalog's version is. Expressions inside definitions (defaults,
 * checks, computed columns) and modules keep their T-SQL text and are parsed and bound by who uses them. Ids are SQL Server's object ids: unique in a
 * database over tables, views, modules and constraints alike.
 */

import type { Type } from '@sprocket/tsql';
import type { Value } from '../values/value.ts';
import type { Broker } from './broker/model.ts';
import type { Cryptography, MappedKey } from './cryptography/model.ts';

/** Folded form of a name for case-insensitive look-ups. */
export type NameKey = string;

export interface DatabaseCatalog {
  readonly databaseId: number;
  readonly name: string;
  /** Changes with every DDL statement; never the same for two states in one process. */
  readonly version: number;
  readonly collation: string;
  readonly created: bigint;
  readonly options: DatabaseOptions;
  /** By folded name. */
  readonly schemas: ReadonlyMap<NameKey, Schema>;
  /** By `objectKey(schema, name)`; everything that can be named like an object except types. */
  readonly objects: ReadonlyMap<string, SchemaObject>;
  readonly objectsById: ReadonlyMap<number, SchemaObject>;
  /** User-defined alias and table types by `objectKey`. */
  readonly types: ReadonlyMap<string, UserType>;
  readonly principals: ReadonlyMap<NameKey, Principal>;
  /** By `objectKey`. */
  readonly xmlSchemas: ReadonlyMap<string, XmlSchemaCollection>;
  readonly permissions: readonly Permission[];
  readonly extendedProperties: readonly ExtendedProperty[];
  /** Filegroups, kept for their metadata only since the storage is one file, and partition schemes. */
  readonly dataSpaces: readonly DataSpace[];
  readonly partitionFunctions: readonly PartitionFunction[];
  /** Keys, certificates and signatures; absent without any. */
  readonly cryptography?: Cryptography;
  readonly fullTextCatalogs?: readonly FullTextCatalog[];
  readonly fullTextStoplists?: readonly FullTextStoplist[];
  /** Of Service Broker; absent without any. */
  readonly broker?: Broker;
  /** What is the same for a database and those that were restored from its backups; absent until it was restored. */
  readonly family?: string;
  /** The id that the next object gets; see `nextId`. */
  readonly nextObjectId: number;
}

export type DataSpace =
  | { readonly kind: 'filegroup'; readonly id: number; readonly name: string; readonly isDefault: boolean; readonly readOnly: boolean }
  | {
      readonly kind: 'partition scheme';
      readonly id: number;
      readonly name: string;
      readonly function: string;
      /** One for each partition. */
      readonly filegroups: readonly string[];
      /** What the next partition gets; null when none is marked. */
      readonly nextUsed: string | null;
    };

export interface PartitionFunction {
  readonly id: number;
  readonly name: string;
  readonly type: Type;
  readonly right: boolean;
  /** The boundary values, in order. */
  readonly values: readonly Value[];
  readonly created: bigint;
  readonly modified: bigint;
}

/** On which partition scheme rows or index entries lie, by the values of which column. */
export interface Partition {
  readonly schemeId: number;
  readonly columnId: number;
}

export interface DatabaseOptions {
  readonly compatibilityLevel: number;
  readonly recovery: 'FULL' | 'SIMPLE' | 'BULK_LOGGED';
  readonly readOnly: boolean;
  readonly singleUser: boolean;
  readonly readCommittedSnapshot: boolean;
  readonly allowSnapshotIsolation: boolean;
  /** ENABLE_BROKER or DISABLE_BROKER; absent while neither was said. */
  readonly brokerEnabled?: boolean;
  /** SET CHANGE_TRACKING = ON; absent while it is OFF. */
  readonly changeTracking?: ChangeTracking;
  /** All further options by upper-case name, as set. */
  readonly other: Readonly<Record<string, string>>;
}

export interface ChangeTracking {
  /** How long changes are kept. */
  readonly retention: number;
  readonly unit: 'DAYS' | 'HOURS' | 'MINUTES';
  readonly autoCleanup: boolean;
}

export interface Schema {
  readonly id: number;
  readonly name: string;
  readonly owner: string;
}

interface ObjectBase {
  readonly id: number;
  readonly schema: string;
  readonly name: string;
  /** 100 ns ticks since 0001-01-01, server's local time. */
  readonly created: bigint;
  readonly modified: bigint;
  /** The principal that owns it; absent for the owner of its schema. */
  readonly owner?: string;
}

export type SchemaObject = Table | View | Procedure | UserFunction | Trigger | Synonym | Sequence | BindableObject | SecurityPolicy | Queue;

export interface Table extends ObjectBase {
  readonly kind: 'table';
  /** In table order; `id` is the column_id and is never reused. */
  readonly columns: readonly Column[];
  readonly keys: readonly Key[];
  readonly foreignKeys: readonly ForeignKey[];
  readonly checks: readonly Check[];
  readonly indexes: readonly Index[];
  /** PERIOD FOR SYSTEM_TIME. */
  readonly period?: SystemPeriod;
  /** Set while SYSTEM_VERSIONING is ON. */
  readonly versioning?: SystemVersioning;
  /** While it is a history table: the id of the table whose past rows it holds. */
  readonly historyOf?: number;
  /** Made by CREATE STATISTICS; kept for their metadata only. */
  readonly statistics?: readonly Statistics[];
  /** While CHANGE_TRACKING is enabled; `trackColumns` is TRACK_COLUMNS_UPDATED. */
  readonly changeTracking?: { readonly trackColumns: boolean };
  /** Kept for their metadata only. */
  readonly xmlIndexes?: readonly XmlIndex[];
  /** Without storage: searches read the texts. */
  readonly fullText?: FullTextIndex;
  /** Of its rows, whether they are a heap or a clustered index. */
  readonly partition?: Partition;
  /** Of a node or edge table. */
  readonly graph?: GraphTable;
  readonly annotations: Readonly<Record<string, string>>;
  readonly isSystem: boolean;
  /** The storage's names for it; fixed at creation so that renaming is a change of the catalog alone. */
  readonly storage: TableStorage;
}

export interface GraphTable {
  readonly kind: 'node' | 'edge';
  /** CONNECTION constraints of an edge table. */
  readonly connections: readonly EdgeConstraint[];
}

export interface EdgeConstraint {
  readonly id: number;
  readonly name: string;
  readonly systemNamed: boolean;
  /** Object ids of the node tables that an edge may lead from and to. */
  readonly clauses: readonly { readonly from: number; readonly to: number }[];
  readonly onDelete: 'NO ACTION' | 'CASCADE';
  readonly disabled: boolean;
  readonly notTrusted: boolean;
}

/** What a column of a node or edge table holds, in the words of sys.columns. */
export type GraphColumn =
  | 'GRAPH_ID'
  | 'GRAPH_ID_COMPUTED'
  | 'GRAPH_FROM_ID'
  | 'GRAPH_FROM_OBJ_ID'
  | 'GRAPH_FROM_ID_COMPUTED'
  | 'GRAPH_TO_ID'
  | 'GRAPH_TO_OBJ_ID'
  | 'GRAPH_TO_ID_COMPUTED';

/** The ids of the columns between whose moments a row is current. */
export interface SystemPeriod {
  readonly start: number;
  readonly end: number;
}

export interface SystemVersioning {
  readonly historyId: number;
  /** Older rows of the history are not shown; null for INFINITE. */
  readonly retention: HistoryRetention | null;
}

export interface HistoryRetention {
  readonly count: number;
  readonly unit: 'DAY' | 'WEEK' | 'MONTH' | 'YEAR';
}

export interface TableStorage {
  /** `main` database file, session-local temporary storage, a table variable's storage, or a view computed from the catalog. */
  readonly kind: 'database' | 'temporary' | 'variable' | 'system';
  /** The quoted-by-the-backend table name, without database qualifier. Column names are the `storageName`s of the columns. */
  readonly name: string;
  /** The column that is the storage's row id: a single-column integer primary key; null when the row id is hidden. */
  readonly rowIdColumn: number | null;
  /** The greatest column id ever used, when its column was dropped. */
  readonly lastColumnId?: number;
}

export interface Column {
  readonly id: number;
  readonly name: string;
  /** The storage's name of the column: `c` and its id, with `~2`, `~3` … after changes of type that needed a new storage column. */
  readonly storageName: string;
  readonly type: Type;
  readonly nullable: boolean;
  readonly identity: IdentityProperty | null;
  readonly default: DefaultDefinition | null;
  readonly computed: ComputedDefinition | null;
  /** Object id of the rule bound by sp_bindrule; the rule itself is enforced through a check of the same id. */
  readonly rule?: number;
  readonly rowGuidCol: boolean;
  readonly sparse: boolean;
  /** `ROW START`, `ROW END` of temporal tables and HIDDEN. */
  readonly generated: 'ROW START' | 'ROW END' | null;
  readonly hidden: boolean;
  /** The data masking function in its canonical text, e.g. `partial(1, "XX", 0)`. */
  readonly mask?: string;
  /** ADD SENSITIVITY CLASSIFICATION; kept for its metadata only. */
  readonly sensitivity?: Sensitivity;
  /** Made by AS NODE or AS EDGE. */
  readonly graph?: GraphColumn;
}

export interface Sensitivity {
  readonly label: string | null;
  readonly labelId: string | null;
  readonly informationType: string | null;
  readonly informationTypeId: string | null;
  readonly rank: 'NONE' | 'LOW' | 'MEDIUM' | 'HIGH' | 'CRITICAL' | null;
}

export interface IdentityProperty {
  readonly seed: bigint;
  readonly increment: bigint;
  readonly notForReplication: boolean;
}

export interface DefaultDefinition {
  readonly id: number;
  readonly name: string;
  readonly systemNamed: boolean;
  /** With the parentheses that sys.default_constraints shows, e.g. `(getdate())`. */
  readonly text: string;
}

export interface ComputedDefinition {
  readonly text: string;
  /** Storage holds its values. */
  readonly persisted: boolean;
  /** It is not declared PERSISTED: its values are held for a unique index. */
  readonly implicit?: true;
}

export interface IndexColumn {
  readonly columnId: number;
  readonly descending: boolean;
}

/** What WITH says of an index's pages and locks. It changes no result and is only shown. */
export interface IndexTuning {
  readonly fillFactor: number;
  readonly padded: boolean;
  readonly rowLocks: boolean;
  readonly pageLocks: boolean;
}

/** PRIMARY KEY or UNIQUE. */
export interface Key {
  readonly kind: 'primary' | 'unique';
  readonly id: number;
  readonly name: string;
  readonly systemNamed: boolean;
  readonly clustered: boolean;
  readonly columns: readonly IndexColumn[];
  /** index_id in sys.indexes. */
  readonly indexId: number;
  /** `WITH (IGNORE_DUP_KEY = ON)`: a duplicate is left out with message 3604 instead of refused. */
  readonly ignoreDuplicateKeys?: boolean;
  /** ALTER INDEX … DISABLE. */
  readonly disabled?: boolean;
  readonly tuning?: IndexTuning;
  /** Of a nonclustered one; a clustered one is the table. */
  readonly partition?: Partition;
  readonly storageName: string;
}

export type ReferentialAction = 'NO ACTION' | 'CASCADE' | 'SET NULL' | 'SET DEFAULT';

export interface ForeignKey {
  readonly id: number;
  readonly name: string;
  readonly systemNamed: boolean;
  readonly columns: readonly number[];
  readonly referencedTable: number;
  readonly referencedColumns: readonly number[];
  readonly onDelete: ReferentialAction;
  readonly onUpdate: ReferentialAction;
  readonly disabled: boolean;
  readonly notTrusted: boolean;
}

export interface Check {
  readonly id: number;
  readonly name: string;
  readonly systemNamed: boolean;
  /** With outer parentheses, as sys.check_constraints shows it. */
  readonly text: string;
  /** Set for a column-level check. */
  readonly columnId: number | null;
  readonly disabled: boolean;
  readonly notTrusted: boolean;
}

export interface Index {
  readonly indexId: number;
  readonly name: string;
  readonly unique: boolean;
  readonly clustered: boolean;
  readonly columns: readonly IndexColumn[];
  readonly included: readonly number[];
  readonly filter: string | null;
  readonly disabled: boolean;
  readonly ignoreDuplicateKeys: boolean;
  readonly tuning?: IndexTuning;
  /** A columnstore index has no keys: its columns are all `included` (none are listed when it is clustered, which holds every one). It changes no
   * result and has no storage. */
  readonly columnStore?: boolean;
  /** A spatial index changes no result and has no storage. */
  readonly spatial?: Tessellation;
  /** Of a nonclustered one; a clustered one is the table. */
  readonly partition?: Partition;
  readonly storageName: string;
}

export interface FullTextCatalog {
  /** From 5. */
  readonly id: number;
  readonly name: string;
  readonly isDefault: boolean;
  /** Whether accents tell words apart. */
  readonly accents: boolean;
}

export interface FullTextIndex {
  readonly catalogId: number;
  /** The unique index whose column is the key. */
  readonly keyIndexId: number;
  readonly columns: readonly { readonly columnId: number; readonly language: number }[];
  /** Whether the words of a stoplist are left out. */
  readonly stopWords: boolean;
  /** A stoplist of the database; absent for the system's. */
  readonly stoplistId?: number;
}

/** CREATE FULLTEXT STOPLIST: words that a full-text index leaves out. */
export interface FullTextStoplist {
  /** From 5. */
  readonly id: number;
  readonly name: string;
  /** Folded, each with the LCID of its language; 0 for all languages. */
  readonly words: readonly { readonly word: string; readonly language: number }[];
  readonly owner: string;
  readonly created: bigint;
  readonly modified: bigint;
}

export interface XmlIndex {
  /** From 256000. */
  readonly indexId: number;
  readonly name: string;
  readonly columnId: number;
  readonly form: 'primary' | 'secondary' | 'selective';
  /** The index that a secondary one is made of. */
  readonly baseId: number | null;
  readonly usage: 'PATH' | 'VALUE' | 'PROPERTY' | null;
  /** Of a selective one: what it would promote. */
  readonly paths?: readonly XmlPath[];
  /** Of a selective one: prefixes and their namespaces; the prefix of the default namespace is empty. */
  readonly namespaces?: readonly { readonly prefix: string; readonly uri: string }[];
}

/** `name = '/a/b' AS XQUERY 'xs:string' MAXLENGTH(20) SINGLETON` */
export interface XmlPath {
  readonly name: string;
  readonly path: string;
  /** The XQuery type, or the SQL type, as written; null when it is inferred. */
  readonly xquery: string | null;
  readonly sql: string | null;
  readonly maxLength: number | null;
  readonly node: boolean;
  readonly singleton: boolean;
}

/** How a spatial index would cut up its space. */
export interface Tessellation {
  readonly scheme: TessellationScheme;
  /** Least x, least y, greatest x, greatest y; null for a geography, which needs none. */
  readonly box: readonly [number, number, number, number] | null;
  /** 1, 2 and 3 for LOW, MEDIUM and HIGH, of four levels; null when the scheme chooses by itself. */
  readonly levels: readonly number[] | null;
  readonly cellsPerObject: number;
}

export type TessellationScheme = 'GEOMETRY_GRID' | 'GEOMETRY_AUTO_GRID' | 'GEOGRAPHY_GRID' | 'GEOGRAPHY_AUTO_GRID';

export interface Statistics {
  /** stats_id; shares its numbers with the indexes of the table. */
  readonly id: number;
  readonly name: string;
  readonly columns: readonly number[];
  readonly filter: string | null;
  readonly noRecompute: boolean;
}

/** Settings that a module keeps from its creation. */
export interface ModuleSettings {
  readonly ansiNulls: boolean;
  readonly quotedIdentifier: boolean;
}

interface ModuleBase extends ObjectBase {
  /** The whole CREATE statement, as written (sys.sql_modules.definition). */
  readonly definition: string;
  readonly settings: ModuleSettings;
  readonly annotations: Readonly<Record<string, string>>;
  readonly executeAs: string | null;
  readonly schemaBound: boolean;
  readonly encrypted: boolean;
}

export interface Parameter {
  /** With its `@`. */
  readonly name: string;
  readonly type: Type;
  readonly output: boolean;
  readonly readOnly: boolean;
  /** T-SQL text of the default; null without one. */
  readonly default: string | null;
}

export interface View extends ModuleBase {
  readonly kind: 'view';
  /** Column names and types as of the view's creation or last refresh. */
  readonly columns: readonly { readonly name: string; readonly type: Type; readonly nullable: boolean }[];
  readonly checkOption: boolean;
  /** Their `columnId`s are positions of the view's columns, from 1. */
  readonly indexes?: readonly ViewIndex[];
}

export interface ViewIndex extends Index {
  /** Unique, and nothing of the base tables makes it so: changes of them are held against it. */
  readonly checked: boolean;
}

export interface Procedure extends ModuleBase {
  readonly kind: 'procedure';
  readonly parameters: readonly Parameter[];
  /** The file that owns it, relative to the procedures folder; null for one made by DDL. */
  readonly file: string | null;
  /** `p;2` and on: the others of its group, which are dropped with it. */
  readonly numbered?: readonly NumberedProcedure[];
}

export interface NumberedProcedure {
  readonly number: number;
  readonly procedure: Procedure;
}

export interface UserFunction extends ModuleBase {
  readonly kind: 'function';
  readonly form: 'scalar' | 'inline' | 'table';
  readonly parameters: readonly Parameter[];
  /** Return type of a scalar function. */
  readonly returns: Type | null;
  /** Result columns of a table-valued function. */
  readonly columns: readonly { readonly name: string; readonly type: Type; readonly nullable: boolean }[];
  readonly nullOnNullInput: boolean;
}

export interface Trigger extends ModuleBase {
  readonly kind: 'trigger';
  /** Table or view it is on; 0 for a database trigger. */
  readonly parentId: number;
  readonly timing: 'after' | 'instead of';
  /** INSERT, UPDATE, DELETE or DDL event names. */
  readonly events: readonly string[];
  readonly disabled: boolean;
  readonly order: 'first' | 'last' | null;
}

export interface Synonym extends ObjectBase {
  readonly kind: 'synonym';
  /** One to four name parts. */
  readonly target: readonly string[];
}

export interface Sequence extends ObjectBase {
  readonly kind: 'sequence';
  readonly type: Type;
  readonly start: bigint;
  readonly increment: bigint;
  readonly minimum: bigint;
  readonly maximum: bigint;
  readonly cycle: boolean;
  readonly cache: number | null;
}

/** CREATE SECURITY POLICY: which rows of tables are seen, and which may be written. */
export interface SecurityPolicy extends ObjectBase {
  readonly kind: 'security policy';
  readonly enabled: boolean;
  readonly schemaBound: boolean;
  readonly notForReplication: boolean;
  readonly predicates: readonly SecurityPredicate[];
}

export interface SecurityPredicate {
  readonly id: number;
  readonly type: 'filter' | 'block';
  /** Of a block predicate; null for all. */
  readonly operation: BlockedOperation | null;
  readonly tableId: number;
  readonly functionId: number;
  /** T-SQL text of the function's arguments, over the table's columns. */
  readonly args: readonly string[];
  /** The call as sys.security_predicates shows it. */
  readonly text: string;
}

export type BlockedOperation = 'AFTER INSERT' | 'AFTER UPDATE' | 'BEFORE UPDATE' | 'BEFORE DELETE';

/** CREATE QUEUE: where the messages of services lie. */
export interface Queue extends ObjectBase {
  readonly kind: 'queue';
  /** STATUS: OFF after five rollbacks in a row, too. */
  readonly enabled: boolean;
  readonly retention: boolean;
  readonly poisonHandling: boolean;
  readonly activation: QueueActivation | null;
}

/** The procedure that the server starts when messages arrive. */
export interface QueueActivation {
  readonly enabled: boolean;
  /** As sys.service_queues shows it: `[dbo].[p]`. */
  readonly procedure: string;
  readonly parts: readonly string[];
  readonly maxReaders: number;
  /** The user that it runs as. */
  readonly user: string;
}

/** CREATE DEFAULT and CREATE RULE: definitions that sp_bindefault and sp_bindrule attach to columns. */
export interface BindableObject extends ObjectBase {
  readonly kind: 'default' | 'rule';
  /** The whole CREATE statement, as written. */
  readonly definition: string;
  /** The value of a default, or the condition of a rule over its one variable. */
  readonly text: string;
}

export type UserType =
  | {
      readonly kind: 'alias';
      readonly id: number;
      readonly schema: string;
      readonly name: string;
      readonly base: Type;
      readonly nullable: boolean;
      /** Absent for the owner of its schema. */
      readonly owner?: string;
    }
  | {
      readonly kind: 'table';
      readonly id: number;
      readonly schema: string;
      readonly name: string;
      readonly table: Table;
      readonly owner?: string;
    };

export interface XmlSchemaCollection {
  /** xml_collection_id; user collections count from 65536. */
  readonly id: number;
  readonly schema: string;
  readonly name: string;
  readonly created: bigint;
  readonly modified: bigint;
  /** The principal that owns it; absent for the owner of its schema. */
  readonly owner?: string;
  /** The schema documents, as given. */
  readonly documents: readonly string[];
  /** What they declare. */
  readonly components: readonly XmlComponent[];
}

/** A component of a schema collection, as the catalog shows it. */
export interface XmlComponent {
  /** xml_component_id. */
  readonly id: number;
  /** Namespace, and the name unless the component is anonymous. */
  readonly uri: string;
  readonly name: string | null;
  /** kind of sys.xml_schema_components: E, A, M, G, S, L, U, C, K … */
  readonly kind: string;
  /** N (none), X (extension), R (restriction), S (substitution). */
  readonly derivation: string;
  readonly base: number | null;
  /** The component within which it is declared. */
  readonly scope: number | null;
  readonly qualified: boolean;
  /** What else the view of its kind shows. */
  readonly facts: Readonly<Record<string, boolean | string | null>>;
}

export interface Principal {
  readonly id: number;
  readonly name: string;
  readonly kind: 'user' | 'role' | 'application role';
  readonly defaultSchema: string;
  readonly login: string | null;
  /** The login's SID: a later login of the same name is another one. Absent for dbo, which is the owner's by name. */
  readonly sid?: string;
  readonly fixed: boolean;
  /** Of an application role, as the hasher wrote it. */
  readonly passwordHash?: string;
  /** A user for a certificate or an asymmetric key: nobody can be it. */
  readonly key?: MappedKey;
  /** Of a role: the principal that owns it; absent for dbo. */
  readonly owner?: string;
  /** Roles it is a member of, by name. */
  readonly memberOf: readonly string[];
}

export interface Permission {
  readonly grantee: string;
  /** Who gave or denied it; absent for dbo, and for sa on the server. */
  readonly grantor?: string;
  readonly state: 'grant' | 'deny' | 'grant with grant option';
  /** SELECT, EXECUTE, CONTROL … */
  readonly permission: string;
  /** DATABASE, SCHEMA, OBJECT, TYPE … */
  readonly class: string;
  readonly objectId: number;
  readonly columnId: number;
}

export interface ExtendedProperty {
  readonly class: number;
  readonly majorId: number;
  readonly minorId: number;
  readonly name: string;
  /** A sql_variant; plain text is nvarchar. */
  readonly value: Value;
}

/** Columns of a table. [Maximum capacity specifications for SQL Server] */
export const MOST_COLUMNS = 1024;

/** SQL Server folds names by the database's collation; ours are case-insensitive for all of Unicode. */
export const nameKey = (name: string): NameKey => name.toLowerCase();

export const objectKey = (schema: string, name: string): string => `${nameKey(schema)}.${nameKey(name)}`;
