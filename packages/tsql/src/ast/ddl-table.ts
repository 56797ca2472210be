/**
 * Tables, their columns, constraints and indexes: CREATE, ALTER, and the definitions that table variables and table types share.
 * A constraint is one shape whether it stands on a column (no column list of its own) or on the table.
 */
import type { DataType, Identifier, Node, ObjectName, Option, Storage } from './common.ts';
import type { Expression } from './expression.ts';

export type TableStatement = CreateTable | AlterTable | CreateIndex | AlterIndex | DropIndex | CreateStatistics | UpdateStatistics;

/** `CREATE TABLE …` */
export interface CreateTable extends Node<'createTable'> {
  readonly name: ObjectName;
  readonly elements: readonly TableElement[];
  /** `AS FILETABLE`, `AS NODE`, `AS EDGE` */
  readonly as: 'fileTable' | 'node' | 'edge' | null;
  readonly on: Storage | null;
  readonly textImageOn: Identifier | null;
  readonly fileStreamOn: Storage | null;
  readonly options: readonly Option[];
}

export type TableElement = ColumnDefinition | ComputedColumn | ColumnSet | Constraint | InlineIndex | Period;

/** `name type …` */
export interface ColumnDefinition extends Node<'columnDefinition'> {
  readonly name: Identifier;
  /** Null only for a column named `timestamp`, which needs no type. */
  readonly type: DataType | null;
  readonly collation: Identifier | null;
  /** NULL or NOT NULL; null when not stated. */
  readonly nullable: boolean | null;
  readonly identity: Identity | null;
  readonly rowGuidCol: boolean;
  readonly sparse: boolean;
  readonly fileStream: boolean;
  readonly hidden: boolean;
  /** `GENERATED ALWAYS AS ROW START` and its kin. */
  readonly generated: GeneratedAs | null;
  /** `MASKED WITH (FUNCTION = '…')` */
  readonly mask: string | null;
  /** `ENCRYPTED WITH (…)` */
  readonly encryption: readonly Option[] | null;
  readonly constraints: readonly Constraint[];
  /** `INDEX name` after the column. */
  readonly index: InlineIndex | null;
}
export type GeneratedAs =
  | 'ROW START'
  | 'ROW END'
  | 'TRANSACTION_ID START'
  | 'TRANSACTION_ID END'
  | 'SEQUENCE_NUMBER START'
  | 'SEQUENCE_NUMBER END';
/** `IDENTITY (1, 1) NOT FOR REPLICATION`; seed and increment are null when not written. */
export interface Identity extends Node<'identity'> {
  readonly seed: Expression | null;
  readonly increment: Expression | null;
  readonly notForReplication: boolean;
}
/** `name AS expr PERSISTED NOT NULL` */
export interface ComputedColumn extends Node<'computedColumn'> {
  readonly name: Identifier;
  readonly expression: Expression;
  readonly persisted: boolean;
  readonly notNull: boolean;
  readonly constraints: readonly Constraint[];
}
/** `name xml COLUMN_SET FOR ALL_SPARSE_COLUMNS` */
export interface ColumnSet extends Node<'columnSet'> {
  readonly name: Identifier;
}
/** `PERIOD FOR SYSTEM_TIME (start, end)` */
export interface Period extends Node<'period'> {
  readonly start: Identifier;
  readonly end: Identifier;
}

export type Constraint = KeyConstraint | ForeignKey | Check | DefaultConstraint | ConnectionConstraint;
/** `CONSTRAINT name PRIMARY KEY CLUSTERED (a, b)` */
export interface KeyConstraint extends Node<'primaryKey' | 'unique'> {
  readonly name: Identifier | null;
  /** Null when not stated. */
  readonly clustered: boolean | null;
  /** HASH index of a memory-optimized table. */
  readonly hash: boolean;
  /** Empty when it stands on a column. */
  readonly columns: readonly IndexColumn[];
  readonly options: readonly Option[];
  readonly on: Storage | null;
  readonly notEnforced: boolean;
}
export type ReferentialAction = 'NO ACTION' | 'CASCADE' | 'SET NULL' | 'SET DEFAULT';
/** `FOREIGN KEY (a) REFERENCES t (b) ON DELETE CASCADE` */
export interface ForeignKey extends Node<'foreignKey'> {
  readonly name: Identifier | null;
  /** Empty when it stands on a column. */
  readonly columns: readonly Identifier[];
  readonly table: ObjectName;
  /** Empty for the primary key. */
  readonly references: readonly Identifier[];
  readonly onDelete: ReferentialAction | null;
  readonly onUpdate: ReferentialAction | null;
  readonly notForReplication: boolean;
}
/** `CHECK (p)` */
export interface Check extends Node<'check'> {
  readonly name: Identifier | null;
  readonly condition: Expression;
  readonly notForReplication: boolean;
}
/** `DEFAULT expr [FOR column] [WITH VALUES]` */
export interface DefaultConstraint extends Node<'defaultConstraint'> {
  readonly name: Identifier | null;
  readonly value: Expression;
  /** The column, when it stands on the table. */
  readonly column: Identifier | null;
  readonly withValues: boolean;
}
/** `CONNECTION (a TO b)` of graph edge tables. */
export interface ConnectionConstraint extends Node<'connection'> {
  readonly name: Identifier | null;
  readonly pairs: readonly ConnectionPair[];
  readonly onDelete: ReferentialAction | null;
}
/** `a TO b` */
export interface ConnectionPair extends Node<'connectionPair'> {
  readonly from: ObjectName;
  readonly to: ObjectName;
}
/** `a DESC` */
export interface IndexColumn extends Node<'indexColumn'> {
  readonly name: Identifier;
  readonly descending: boolean;
}
/** `INDEX name …` inside CREATE TABLE. */
export interface InlineIndex extends Node<'inlineIndex'> {
  readonly name: Identifier;
  readonly unique: boolean;
  readonly clustered: boolean | null;
  readonly columnStore: boolean;
  readonly hash: boolean;
  readonly columns: readonly IndexColumn[];
  readonly include: readonly Identifier[];
  readonly where: Expression | null;
  readonly options: readonly Option[];
  readonly on: Storage | null;
  readonly fileStreamOn: Storage | null;
}

/** `ALTER TABLE name action` */
export interface AlterTable extends Node<'alterTable'> {
  readonly name: ObjectName;
  readonly action: AlterTableAction;
}
export type AlterTableAction =
  | AlterTableAdd
  | AlterTableAlterColumn
  | AlterTableDrop
  | AlterTableConstraints
  | AlterTableTriggers
  | AlterTableChangeTracking
  | AlterTableSwitch
  | AlterTableRebuild
  | AlterTableSet
  | AlterTableFileTable;
/** `WITH NOCHECK ADD …`; `check` is null when WITH was not written. */
export interface AlterTableAdd extends Node<'addElements'> {
  readonly check: boolean | null;
  readonly elements: readonly TableElement[];
}
/** `ALTER COLUMN c type …`, or with `change` one of its properties: `ALTER COLUMN c ADD ROWGUIDCOL`. */
export interface AlterTableAlterColumn extends Node<'alterColumn'> {
  readonly column: Identifier;
  readonly change: ColumnDefinition | ColumnPropertyChange;
  readonly options: readonly Option[];
}
/** `ADD PERSISTED`, `DROP NOT FOR REPLICATION`, `ADD MASKED WITH (FUNCTION = '…')` */
export interface ColumnPropertyChange extends Node<'columnPropertyChange'> {
  readonly add: boolean;
  readonly property: 'ROWGUIDCOL' | 'PERSISTED' | 'NOT FOR REPLICATION' | 'SPARSE' | 'HIDDEN' | 'MASKED';
  readonly mask: string | null;
}
/** `DROP CONSTRAINT a, COLUMN b` */
export interface AlterTableDrop extends Node<'dropElements'> {
  readonly items: readonly DropElement[];
}
/** `COLUMN IF EXISTS c`; `PERIOD FOR SYSTEM_TIME` has no name. */
export interface DropElement extends Node<'dropElement'> {
  readonly what: 'constraint' | 'column' | 'index' | 'period';
  readonly ifExists: boolean;
  readonly name: Identifier | null;
  readonly options: readonly Option[];
}
/** `WITH CHECK CHECK CONSTRAINT a`; `names` is null for ALL. */
export interface AlterTableConstraints extends Node<'checkConstraints'> {
  readonly enable: boolean;
  /** WITH CHECK, WITH NOCHECK; null when not written. */
  readonly check: boolean | null;
  readonly names: readonly Identifier[] | null;
}
/** `ENABLE TRIGGER a`; `names` is null for ALL. */
export interface AlterTableTriggers extends Node<'alterTableTriggers'> {
  readonly enable: boolean;
  readonly names: readonly Identifier[] | null;
}
/** `ENABLE CHANGE_TRACKING WITH (TRACK_COLUMNS_UPDATED = ON)` */
export interface AlterTableChangeTracking extends Node<'alterTableChangeTracking'> {
  readonly enable: boolean;
  readonly options: readonly Option[];
}
/** `SWITCH PARTITION n TO t PARTITION m` */
export interface AlterTableSwitch extends Node<'switch'> {
  readonly partition: Expression | null;
  readonly target: ObjectName;
  readonly targetPartition: Expression | null;
  readonly options: readonly Option[];
}
/** `REBUILD PARTITION = ALL WITH (…)` */
export interface AlterTableRebuild extends Node<'rebuildTable'> {
  readonly partition: Expression | 'all' | null;
  readonly options: readonly Option[];
}
/** `SET (LOCK_ESCALATION = AUTO)` */
export interface AlterTableSet extends Node<'setTableOptions'> {
  readonly options: readonly Option[];
}
/** `ENABLE FILETABLE_NAMESPACE` */
export interface AlterTableFileTable extends Node<'fileTableNamespace'> {
  readonly enable: boolean;
}

/** `CREATE UNIQUE CLUSTERED INDEX name ON table (…)` and the columnstore and spatial forms. */
export interface CreateIndex extends Node<'createIndex'> {
  readonly name: Identifier;
  readonly table: ObjectName;
  readonly unique: boolean;
  readonly clustered: boolean | null;
  readonly columnStore: boolean;
  /** `CREATE SPATIAL INDEX`, with its scheme when USING names one. */
  readonly spatial: { readonly using: Identifier | null } | null;
  readonly columns: readonly IndexColumn[];
  readonly include: readonly Identifier[];
  /** `ORDER (…)` of a columnstore index. */
  readonly order: readonly Identifier[];
  readonly where: Expression | null;
  readonly options: readonly Option[];
  readonly on: Storage | null;
  readonly fileStreamOn: Storage | null;
}
/** `ALTER INDEX name ON table action`; `index` is null for ALL. */
export interface AlterIndex extends Node<'alterIndex'> {
  readonly index: Identifier | null;
  readonly table: ObjectName;
  readonly action: 'rebuild' | 'reorganize' | 'disable' | 'set' | 'resume' | 'pause' | 'abort';
  readonly partition: Expression | 'all' | null;
  readonly options: readonly Option[];
}
/** `DROP INDEX a ON t, b ON u`, also the old `DROP INDEX t.a`. */
export interface DropIndex extends Node<'dropIndex'> {
  readonly ifExists: boolean;
  readonly items: readonly DropIndexItem[];
}
/** `a ON t WITH (…)` */
export interface DropIndexItem extends Node<'dropIndexItem'> {
  readonly index: Identifier;
  readonly table: ObjectName;
  readonly options: readonly Option[];
}

/** `CREATE STATISTICS name ON t (a, b) WHERE p WITH FULLSCAN` */
export interface CreateStatistics extends Node<'createStatistics'> {
  readonly name: Identifier;
  readonly table: ObjectName;
  readonly columns: readonly Identifier[];
  readonly where: Expression | null;
  readonly options: readonly Option[];
}
/** `UPDATE STATISTICS t (s) WITH FULLSCAN` */
export interface UpdateStatistics extends Node<'updateStatistics'> {
  readonly table: ObjectName;
  readonly names: readonly Identifier[];
  readonly options: readonly Option[];
}
