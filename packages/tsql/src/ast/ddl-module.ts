/**
 * Modules (procedures, functions, triggers, views) and the other schema objects. A module keeps its whole text through `span`, which
 * runs from CREATE or ALTER to the end of its last statement; line numbers at run time are counted from the start of the batch.
 */
import type { DataType, Identifier, Node, ObjectName, Option, Variable } from './common.ts';
import type { TableElement } from './ddl-table.ts';
import type { Select } from './dml.ts';
import type { Call, Expression } from './expression.ts';
import type { ExecutePrincipal } from './procedural.ts';
import type { Statement } from './statement.ts';

export type ModuleStatement = CreateProcedure | CreateFunction | CreateTrigger | CreateView;

export type ObjectStatement =
  | CreateType
  | CreateSequence
  | AlterSequence
  | CreateSynonym
  | CreateSchema
  | AlterSchema
  | CreateDefault
  | CreateRule
  | CreatePartitionFunction
  | CreatePartitionScheme
  | AlterPartitionFunction
  | AlterPartitionScheme
  | CreateXmlSchemaCollection
  | AlterXmlSchemaCollection
  | CreateSecurityPolicy
  | AlterSecurityPolicy
  | Drop
  | EnableTrigger;

export type ModuleMode = 'create' | 'alter' | 'createOrAlter';

/** `WITH …` of a module: RECOMPILE, ENCRYPTION, SCHEMABINDING, EXECUTE AS … */
export interface ModuleOption extends Node<'moduleOption'> {
  readonly name:
    | 'RECOMPILE'
    | 'ENCRYPTION'
    | 'SCHEMABINDING'
    | 'VIEW_METADATA'
    | 'NATIVE_COMPILATION'
    | 'RETURNS NULL ON NULL INPUT'
    | 'CALLED ON NULL INPUT'
    | 'INLINE'
    | 'EXECUTE AS';
  /** `INLINE = ON | OFF` */
  readonly on: boolean | null;
  /** Of EXECUTE AS. */
  readonly principal: ExecutePrincipal | null;
}

/** `@name type = default OUTPUT` */
export interface Parameter extends Node<'parameter'> {
  readonly variable: Variable;
  readonly type: DataType;
  /** NULL or NOT NULL; null when not stated. */
  readonly nullable: boolean | null;
  /** `CURSOR VARYING` */
  readonly varying: boolean;
  /** A constant; a bare word is a string constant, as in T-SQL. */
  readonly default: Expression | null;
  readonly output: boolean;
  readonly readOnly: boolean;
}

/** `EXTERNAL NAME assembly.class.method` instead of a body. */
export interface ExternalBody extends Node<'externalBody'> {
  readonly name: ObjectName;
}
/** The statements of a procedure, trigger or scalar function. */
export interface StatementBody extends Node<'statementBody'> {
  readonly statements: readonly Statement[];
}

/** `CREATE PROCEDURE …` */
export interface CreateProcedure extends Node<'createProcedure'> {
  readonly mode: ModuleMode;
  readonly name: ObjectName;
  /** The number after `;`. */
  readonly number: number | null;
  readonly parameters: readonly Parameter[];
  readonly options: readonly ModuleOption[];
  readonly forReplication: boolean;
  readonly body: StatementBody | ExternalBody;
}

/** `CREATE FUNCTION …` */
export interface CreateFunction extends Node<'createFunction'> {
  readonly mode: ModuleMode;
  readonly name: ObjectName;
  readonly parameters: readonly Parameter[];
  readonly returns: ReturnsScalar | ReturnsQuery | ReturnsTable;
  readonly options: readonly ModuleOption[];
  /** `ORDER (…)` of a CLR table function. */
  readonly order: readonly OrderColumn[];
  /** A Select for an inline table-valued function. */
  readonly body: StatementBody | Select | ExternalBody;
}
/** `RETURNS type` */
export interface ReturnsScalar extends Node<'returnsScalar'> {
  readonly type: DataType;
}
/** `RETURNS TABLE` of an inline function; a CLR function lists its columns. */
export interface ReturnsQuery extends Node<'returnsQuery'> {
  readonly columns: readonly TableElement[];
}
/** `RETURNS @t TABLE (…)` */
export interface ReturnsTable extends Node<'returnsTable'> {
  readonly variable: Variable;
  readonly elements: readonly TableElement[];
}
/** `a DESC` */
export interface OrderColumn extends Node<'orderColumn'> {
  readonly name: Identifier;
  readonly descending: boolean;
}

/** `CREATE TRIGGER name ON target AFTER INSERT, UPDATE AS …` */
export interface CreateTrigger extends Node<'createTrigger'> {
  readonly mode: ModuleMode;
  readonly name: ObjectName;
  readonly target: TriggerTarget;
  readonly options: readonly ModuleOption[];
  readonly timing: 'after' | 'insteadOf';
  /** INSERT, UPDATE, DELETE, or event names such as CREATE_TABLE and LOGON; upper case. */
  readonly events: readonly string[];
  readonly notForReplication: boolean;
  readonly body: StatementBody | ExternalBody;
}
export type TriggerTarget = ObjectName | DatabaseTarget | ServerTarget;
/** `ON DATABASE` */
export interface DatabaseTarget extends Node<'database'> {}
/** `ON ALL SERVER` */
export interface ServerTarget extends Node<'allServer'> {}

/** `CREATE VIEW …` */
export interface CreateView extends Node<'createView'> {
  readonly mode: ModuleMode;
  readonly name: ObjectName;
  readonly columns: readonly Identifier[];
  readonly options: readonly ModuleOption[];
  readonly select: Select;
  readonly withCheckOption: boolean;
}

/** `CREATE TYPE …` */
export interface CreateType extends Node<'createType'> {
  readonly name: ObjectName;
  readonly definition: AliasType | TableType | ExternalBody;
}
/** `FROM type NOT NULL` */
export interface AliasType extends Node<'aliasType'> {
  readonly base: DataType;
  readonly nullable: boolean | null;
}
/** `AS TABLE (…)` */
export interface TableType extends Node<'tableType'> {
  readonly elements: readonly TableElement[];
  readonly options: readonly Option[];
}

/** `CREATE SEQUENCE …` */
export interface CreateSequence extends Node<'createSequence'> {
  readonly name: ObjectName;
  readonly type: DataType | null;
  readonly options: readonly SequenceOption[];
}
/** `ALTER SEQUENCE …` */
export interface AlterSequence extends Node<'alterSequence'> {
  readonly name: ObjectName;
  readonly options: readonly SequenceOption[];
}
/** `START WITH 1`, `NO MAXVALUE`, `CYCLE`, `CACHE 50`, `RESTART`; `value` is null where none was written. */
export interface SequenceOption extends Node<'sequenceOption'> {
  readonly name: 'START WITH' | 'RESTART' | 'INCREMENT BY' | 'MINVALUE' | 'MAXVALUE' | 'CYCLE' | 'CACHE';
  /** Written with NO. */
  readonly no: boolean;
  readonly value: Expression | null;
}
/** `CREATE SYNONYM name FOR target` */
export interface CreateSynonym extends Node<'createSynonym'> {
  readonly name: ObjectName;
  readonly target: ObjectName;
}
/** `CREATE SCHEMA name AUTHORIZATION owner element …`; `name` is null when only AUTHORIZATION was written. */
export interface CreateSchema extends Node<'createSchema'> {
  readonly name: Identifier | null;
  readonly authorization: Identifier | null;
  /** CREATE TABLE, CREATE VIEW, GRANT, REVOKE and DENY statements inside. */
  readonly elements: readonly Statement[];
}
/** `ALTER SCHEMA name TRANSFER OBJECT::o` */
export interface AlterSchema extends Node<'alterSchema'> {
  readonly name: Identifier;
  /** OBJECT, TYPE or XML SCHEMA COLLECTION. */
  readonly class: string | null;
  readonly object: ObjectName;
}
/** `CREATE DEFAULT name AS expr` */
export interface CreateDefault extends Node<'createDefault'> {
  readonly name: ObjectName;
  readonly value: Expression;
}
/** `CREATE RULE name AS p` */
export interface CreateRule extends Node<'createRule'> {
  readonly name: ObjectName;
  readonly condition: Expression;
}
/** `CREATE PARTITION FUNCTION f (type) AS RANGE LEFT FOR VALUES (…)` */
export interface CreatePartitionFunction extends Node<'createPartitionFunction'> {
  readonly name: Identifier;
  readonly type: DataType;
  readonly right: boolean;
  readonly values: readonly Expression[];
}
/** `CREATE PARTITION SCHEME s AS PARTITION f ALL TO (g)` */
export interface CreatePartitionScheme extends Node<'createPartitionScheme'> {
  readonly name: Identifier;
  readonly function: Identifier;
  readonly all: boolean;
  readonly filegroups: readonly Identifier[];
}

/** `ALTER PARTITION FUNCTION f() SPLIT RANGE (1)` */
export interface AlterPartitionFunction extends Node<'alterPartitionFunction'> {
  readonly name: Identifier;
  readonly action: 'SPLIT' | 'MERGE';
  /** Null for a SPLIT without a value, which only error 7714 comes of. */
  readonly value: Expression | null;
}
/** `ALTER PARTITION SCHEME s NEXT USED g`; `filegroup` is null when none was written. */
export interface AlterPartitionScheme extends Node<'alterPartitionScheme'> {
  readonly name: Identifier;
  readonly filegroup: Identifier | null;
}

/** `CREATE XML SCHEMA COLLECTION n AS '<xs:schema …'` */
export interface CreateXmlSchemaCollection extends Node<'createXmlSchemaCollection'> {
  readonly name: ObjectName;
  readonly schema: Expression;
}
/** `ALTER XML SCHEMA COLLECTION n ADD '<xs:schema …'` */
export interface AlterXmlSchemaCollection extends Node<'alterXmlSchemaCollection'> {
  readonly name: ObjectName;
  readonly schema: Expression;
}

/** `DROP TABLE IF EXISTS a, b` and every other DROP except that of indexes. */
export interface Drop extends Node<'drop'> {
  /** The object class in upper case: TABLE, PROCEDURE, XML SCHEMA COLLECTION … */
  readonly what: string;
  readonly ifExists: boolean;
  readonly names: readonly ObjectName[];
  /** What the object belongs to: DATABASE or ALL SERVER for a trigger, the table of a full-text index. */
  readonly on: TriggerTarget | null;
  /** `CASCADE`, `NO DEPENDENTS`, `REMOVE PROVIDER KEY` and the like, as written with single blanks. */
  readonly suffix: string | null;
}
/** `ENABLE TRIGGER a, b ON target`; `triggers` is null for ALL. */
export interface EnableTrigger extends Node<'enableTrigger'> {
  readonly enable: boolean;
  readonly triggers: readonly ObjectName[] | null;
  readonly target: TriggerTarget;
}

/** `CREATE SECURITY POLICY s.p ADD FILTER PREDICATE s.f(a) ON dbo.t WITH (STATE = ON)` */
export interface CreateSecurityPolicy extends Node<'createSecurityPolicy'> {
  readonly name: ObjectName;
  readonly predicates: readonly SecurityPredicate[];
  readonly options: readonly Option[];
  readonly notForReplication: boolean;
}
/** `ALTER SECURITY POLICY s.p DROP FILTER PREDICATE ON dbo.t WITH (STATE = OFF)` */
export interface AlterSecurityPolicy extends Node<'alterSecurityPolicy'> {
  readonly name: ObjectName;
  readonly predicates: readonly SecurityPredicate[];
  readonly options: readonly Option[];
  readonly notForReplication: boolean;
}
/** `ADD BLOCK PREDICATE s.f(a) ON dbo.t AFTER INSERT`; `call` is null for DROP, `operation` when none is written. */
export interface SecurityPredicate extends Node<'securityPredicate'> {
  readonly action: 'ADD' | 'ALTER' | 'DROP';
  readonly type: 'FILTER' | 'BLOCK';
  readonly call: Call | null;
  readonly table: ObjectName;
  readonly operation: BlockOperation | null;
}
export type BlockOperation = 'AFTER INSERT' | 'AFTER UPDATE' | 'BEFORE UPDATE' | 'BEFORE DELETE';
