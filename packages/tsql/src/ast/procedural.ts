/**
 * Statements that control what happens: blocks, branches, loops, variables, cursors, calls, errors and transactions.
 */
import type { AssignmentOperator, DataType, Identifier, Node, ObjectName, Option, Variable } from './common.ts';
import type { TableElement } from './ddl-table.ts';
import type { Select } from './dml.ts';
import type { Expression } from './expression.ts';
import type { Statement } from './statement.ts';

export type ProceduralStatement =
  | Block
  | AtomicBlock
  | If
  | While
  | Break
  | Continue
  | Return
  | Goto
  | Label
  | TryCatch
  | Throw
  | RaiseError
  | Print
  | WaitFor
  | WaitForStatement
  | Declare
  | SetVariable
  | SetCursorVariable
  | SetMethod
  | Execute
  | ExecuteAs
  | Revert
  | BeginTransaction
  | CommitTransaction
  | RollbackTransaction
  | SaveTransaction
  | DeclareCursor
  | OpenCursor
  | FetchCursor
  | CloseCursor
  | DeallocateCursor;

/** `BEGIN … END` */
export interface Block extends Node<'block'> {
  readonly statements: readonly Statement[];
}
/** `BEGIN ATOMIC WITH (…) … END` of natively compiled modules. */
export interface AtomicBlock extends Node<'atomicBlock'> {
  readonly options: readonly Option[];
  readonly statements: readonly Statement[];
}
/** `IF p statement ELSE statement` */
export interface If extends Node<'if'> {
  readonly condition: Expression;
  readonly then: Statement;
  readonly otherwise: Statement | null;
}
/** `WHILE p statement` */
export interface While extends Node<'while'> {
  readonly condition: Expression;
  readonly body: Statement;
}
/** `BREAK` */
export interface Break extends Node<'break'> {}
/** `CONTINUE` */
export interface Continue extends Node<'continue'> {}
/** `RETURN` or `RETURN expr` */
export interface Return extends Node<'return'> {
  readonly value: Expression | null;
}
/** `GOTO label` */
export interface Goto extends Node<'goto'> {
  readonly label: Identifier;
}
/** `label:` */
export interface Label extends Node<'label'> {
  readonly name: Identifier;
}
/** `BEGIN TRY … END TRY BEGIN CATCH … END CATCH` */
export interface TryCatch extends Node<'tryCatch'> {
  readonly statements: readonly Statement[];
  readonly handler: readonly Statement[];
}
/** `THROW number, message, state`; `error` is null for the rethrowing `THROW`. */
export interface Throw extends Node<'throw'> {
  readonly error: ThrownError | null;
}
/** The arguments of THROW. */
export interface ThrownError extends Node<'thrownError'> {
  readonly number: Expression;
  readonly message: Expression;
  readonly state: Expression;
}
/** `RAISERROR (message, severity, state, args) WITH options` */
export interface RaiseError extends Node<'raiseError'> {
  /** A message text, a message number or a variable. */
  readonly message: Expression;
  readonly severity: Expression;
  readonly state: Expression;
  readonly args: readonly Expression[];
  readonly options: readonly ('LOG' | 'NOWAIT' | 'SETERROR')[];
}
/** `PRINT expr` */
export interface Print extends Node<'print'> {
  readonly value: Expression;
}
/** `WAITFOR DELAY '…'`, `WAITFOR TIME '…'` */
export interface WaitFor extends Node<'waitFor'> {
  readonly mode: 'delay' | 'time';
  readonly value: Expression;
}
/** `WAITFOR (RECEIVE …), TIMEOUT n` */
export interface WaitForStatement extends Node<'waitForStatement'> {
  readonly statement: Statement;
  readonly timeout: Expression | null;
}

/** `DECLARE …, …` */
export interface Declare extends Node<'declare'> {
  readonly items: readonly Declaration[];
}
export type Declaration = DeclareVariable | DeclareTable;
/** `@v type = expr`; a cursor variable has the type `cursor`. */
export interface DeclareVariable extends Node<'declareVariable'> {
  readonly variable: Variable;
  readonly type: DataType;
  /** NOT NULL or NULL of natively compiled modules; null when not stated. */
  readonly nullable: boolean | null;
  readonly value: Expression | null;
}
/** `@t TABLE (…)` */
export interface DeclareTable extends Node<'declareTable'> {
  readonly variable: Variable;
  readonly elements: readonly TableElement[];
}

/** `SET @v = expr`, `SET @v += expr` */
export interface SetVariable extends Node<'setVariable'> {
  readonly variable: Variable;
  readonly op: AssignmentOperator;
  readonly value: Expression;
}
/** `SET @c = CURSOR … FOR select` */
export interface SetCursorVariable extends Node<'setCursorVariable'> {
  readonly variable: Variable;
  readonly definition: CursorDefinition;
}
/** `SET @x.modify('…')`; with `args` null it assigns a property: `SET @p.X = 1`. */
export interface SetMethod extends Node<'setMethod'> {
  readonly variable: Variable;
  readonly method: Identifier;
  readonly args: readonly Expression[] | null;
  /** The value given to a property. */
  readonly value: Expression | null;
}

export type Execute = ExecuteProcedure | ExecuteString;
/** `EXEC @rc = dbo.p;1 @a = 1, @b OUTPUT WITH RECOMPILE`, also `{? = call p (…)}` */
export interface ExecuteProcedure extends Node<'executeProcedure'> {
  readonly returnVariable: Variable | null;
  /** A variable holds the name. */
  readonly procedure: ObjectName | Variable;
  /** The number after `;`. */
  readonly number: number | null;
  readonly args: readonly ExecuteArgument[];
  readonly options: ExecuteOptions;
}
/** `@name = value OUTPUT` */
export interface ExecuteArgument extends Node<'executeArgument'> {
  readonly name: Variable | null;
  /** A constant, a variable or DEFAULT; a bare word is a string constant, as in T-SQL. */
  readonly value: Expression;
  readonly output: boolean;
}
/** `EXEC ('text' + @v, args) AS USER = 'u' AT server` */
export interface ExecuteString extends Node<'executeString'> {
  readonly text: Expression;
  readonly args: readonly ExecuteArgument[];
  readonly as: ExecutePrincipal | null;
  readonly at: Identifier | null;
  /** `AT DATA_SOURCE name` */
  readonly atDataSource: boolean;
  readonly options: ExecuteOptions;
}
/** `WITH RECOMPILE`, `WITH RESULT SETS …`; `resultSets` is null when not written, and may be UNDEFINED or NONE. */
export interface ExecuteOptions extends Node<'executeOptions'> {
  readonly recompile: boolean;
  readonly resultSets: 'undefined' | 'none' | readonly ResultSet[] | null;
}
export type ResultSet = ResultSetColumns | ResultSetAs;
/** `(a int NOT NULL, …)` */
export interface ResultSetColumns extends Node<'resultSetColumns'> {
  readonly columns: readonly ResultSetColumn[];
}
/** A column of WITH RESULT SETS. */
export interface ResultSetColumn extends Node<'resultSetColumn'> {
  readonly name: Identifier;
  readonly type: DataType;
  readonly collation: Identifier | null;
  readonly nullable: boolean | null;
}
/** `AS OBJECT name`, `AS TYPE name`, `AS FOR XML` (no name) */
export interface ResultSetAs extends Node<'resultSetAs'> {
  readonly type: 'object' | 'type' | 'forXml';
  readonly name: ObjectName | null;
}
/** `USER = 'name'`, `LOGIN = 'name'`, CALLER, SELF, OWNER; `name` is null for the last three. */
export interface ExecutePrincipal extends Node<'executePrincipal'> {
  readonly type: 'user' | 'login' | 'caller' | 'self' | 'owner';
  readonly name: Expression | null;
}
/** `EXECUTE AS USER = 'u' WITH NO REVERT` */
export interface ExecuteAs extends Node<'executeAs'> {
  readonly principal: ExecutePrincipal;
  readonly noRevert: boolean;
  readonly cookieInto: Variable | null;
}
/** `REVERT WITH COOKIE = @c` */
export interface Revert extends Node<'revert'> {
  readonly cookie: Variable | null;
}

/** A transaction or savepoint name, perhaps in a variable. */
export type TransactionName = Identifier | Variable;
/** `BEGIN [DISTRIBUTED] TRANSACTION name WITH MARK 'text'` */
export interface BeginTransaction extends Node<'beginTransaction'> {
  readonly distributed: boolean;
  readonly name: TransactionName | null;
  readonly mark: boolean;
  readonly markText: Expression | null;
}
/** `COMMIT [TRANSACTION name | WORK]` */
export interface CommitTransaction extends Node<'commitTransaction'> {
  readonly name: TransactionName | null;
  /** `WITH (DELAYED_DURABILITY = ON)` */
  readonly delayedDurability: boolean | null;
}
/** `ROLLBACK [TRANSACTION name | WORK]` */
export interface RollbackTransaction extends Node<'rollbackTransaction'> {
  readonly name: TransactionName | null;
}
/** `SAVE TRANSACTION name` */
export interface SaveTransaction extends Node<'saveTransaction'> {
  readonly name: TransactionName;
}

/** `DECLARE c CURSOR … FOR select` */
export interface DeclareCursor extends Node<'declareCursor'> {
  readonly name: Identifier;
  readonly definition: CursorDefinition;
}
export type CursorOption =
  | 'INSENSITIVE'
  | 'LOCAL'
  | 'GLOBAL'
  | 'FORWARD_ONLY'
  | 'SCROLL'
  | 'STATIC'
  | 'KEYSET'
  | 'DYNAMIC'
  | 'FAST_FORWARD'
  | 'READ_ONLY'
  | 'SCROLL_LOCKS'
  | 'OPTIMISTIC'
  | 'TYPE_WARNING';
/** What a cursor is declared as, in either syntax (INSENSITIVE exists in the ISO syntax only). */
export interface CursorDefinition extends Node<'cursorDefinition'> {
  readonly options: readonly CursorOption[];
  readonly select: Select;
  readonly for: CursorReadOnly | CursorUpdate | null;
}
/** `FOR READ ONLY` */
export interface CursorReadOnly extends Node<'cursorReadOnly'> {}
/** `FOR UPDATE OF columns`; no columns means all. */
export interface CursorUpdate extends Node<'cursorUpdate'> {
  readonly columns: readonly ObjectName[];
}
/** `c`, `GLOBAL c`, `@c` */
export interface CursorReference extends Node<'cursorReference'> {
  readonly name: Identifier | Variable;
  readonly global: boolean;
}
/** `OPEN c` */
export interface OpenCursor extends Node<'openCursor'> {
  readonly cursor: CursorReference;
}
/** `FETCH NEXT FROM c INTO @a, @b` */
export interface FetchCursor extends Node<'fetchCursor'> {
  readonly direction: 'next' | 'prior' | 'first' | 'last' | 'absolute' | 'relative';
  /** The row of ABSOLUTE and RELATIVE. */
  readonly offset: Expression | null;
  readonly cursor: CursorReference;
  readonly into: readonly Variable[];
}
/** `CLOSE c` */
export interface CloseCursor extends Node<'closeCursor'> {
  readonly cursor: CursorReference;
}
/** `DEALLOCATE c` */
export interface DeallocateCursor extends Node<'deallocateCursor'> {
  readonly cursor: CursorReference;
}
