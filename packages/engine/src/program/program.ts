/**
 * A program: one batch, module body or dynamic batch as flat code. Blocks, branches, loops and TRY are jumps; everything that computes keeps its
 * syntax and is bound when it first runs, because T-SQL resolves missing names late. A program holds nothing of a session and nothing of a run, so
 * it is shared by everyone who runs the same text under the same settings.
 *
 * TRY and CATCH nest statically, so every instruction knows its depth: a jump out of a block names the depth that it leaves behind, and the
 * interpreter drops the handlers and caught errors above it.
 */

import type {
  BeginTransaction,
  BrokerStatement,
  CloseCursor,
  CommitTransaction,
  CursorDefinition,
  DataType,
  DeallocateCursor,
  Delete,
  ExecuteProcedure,
  ExecuteString,
  Expression,
  FetchCursor,
  Insert,
  Merge,
  OpenCursor,
  Print,
  RaiseError,
  RollbackTransaction,
  SaveTransaction,
  Select,
  SetIdentityInsert,
  SetIsolationLevel,
  SetOption,
  SetOptions,
  Statement,
  Throw,
  Truncate,
  Type,
  Update,
  Use,
  WaitFor,
} from '@sprocket/tsql';
import type { VariableDeclaration, Variables } from '../run/contracts.ts';

export interface Program {
  readonly code: readonly Instruction[];
  /** All variables of the text; parameters come first and fill the first slots. */
  readonly variables: Variables;
  /** In slot order. */
  readonly declarations: readonly VariableDeclaration[];
  readonly parameterCount: number;
  /** Last line with a statement; a batch that only declares ends there. */
  readonly lastLine: number;
}

interface Code<Kind extends string> {
  readonly kind: Kind;
  /** Line of the statement that this is part of, counted from the start of the text. */
  readonly line: number;
  /** Variables declared so far: the first `visible` declarations are in scope. */
  readonly visible: number;
  /** What an earlier SET ANSI_NULLS of the text makes of the statement; without one the session's setting counts. */
  readonly ansiNulls?: boolean;
}

export type Instruction =
  | Assign
  | Jump
  | JumpUnless
  | EnterTry
  | Return
  | Query
  | DeclareTable
  | Ddl
  | PrintMessage
  | Raise
  | ThrowError
  | ExecuteModule
  | ExecuteText
  | InsertExecute
  | DeclareCursor
  | OpenCursorCode
  | FetchCursorCode
  | CloseCursorCode
  | DeallocateCursorCode
  | TransactionCode
  | SetSwitches
  | SetValue
  | SetIsolation
  | SetIdentityInsertCode
  | UseDatabase
  | Wait
  | Administer
  | BrokerCode;

/** `SET @v = expr`, and the initial value of DECLARE. */
export interface Assign extends Code<'assign'> {
  readonly slot: number;
  /** Of `SET @v += expr` the whole sum. */
  readonly value: Expression;
  /** DECLARE with a value; SET otherwise. */
  readonly declares: boolean;
}

/** Goes on at `target` with `depth` blocks left. */
export interface Jump extends Code<'jump'> {
  readonly target: number;
  readonly depth: number;
}

/** The condition of IF and WHILE: anything but true jumps. */
export interface JumpUnless extends Code<'jumpUnless'> {
  readonly condition: Expression;
  readonly target: number;
  /** True for WHILE, which leaves @@ROWCOUNT at 0 when it ends. */
  readonly loop: boolean;
}

/** From here to the jump that ends the TRY block, errors go to `handler`. */
export interface EnterTry extends Code<'enterTry'> {
  readonly handler: number;
}

export interface Return extends Code<'return'> {
  readonly value: Expression | null;
}

/** A statement that the binder prepares. */
export interface Query extends Code<'query'> {
  readonly statement: Select | Insert | Update | Delete | Merge | Truncate;
}

/** `DECLARE @t TABLE (…)` or a variable of a table type: its rows begin here. */
export interface DeclareTable extends Code<'declareTable'> {
  readonly slot: number;
}

export interface Ddl extends Code<'ddl'> {
  readonly statement: Statement;
}

export interface PrintMessage extends Code<'print'> {
  readonly statement: Print;
}

export interface Raise extends Code<'raise'> {
  readonly statement: RaiseError;
}

export interface ThrowError extends Code<'throw'> {
  readonly statement: Throw;
}

export interface ExecuteModule extends Code<'execute'> {
  readonly statement: ExecuteProcedure;
}

export interface ExecuteText extends Code<'executeString'> {
  readonly statement: ExecuteString;
}

/** `INSERT … EXEC`. */
export interface InsertExecute extends Code<'insertExecute'> {
  readonly statement: Insert;
  readonly execute: ExecuteProcedure | ExecuteString;
}

/** `DECLARE c CURSOR` (`name`) or `SET @c = CURSOR` (`slot`). */
export interface DeclareCursor extends Code<'declareCursor'> {
  readonly name: string | null;
  readonly slot: number | null;
  readonly definition: CursorDefinition;
}

export interface OpenCursorCode extends Code<'openCursor'> {
  readonly statement: OpenCursor;
}

export interface FetchCursorCode extends Code<'fetchCursor'> {
  readonly statement: FetchCursor;
}

export interface CloseCursorCode extends Code<'closeCursor'> {
  readonly statement: CloseCursor;
}

export interface DeallocateCursorCode extends Code<'deallocateCursor'> {
  readonly statement: DeallocateCursor;
}

export interface TransactionCode extends Code<'transaction'> {
  readonly statement: BeginTransaction | CommitTransaction | RollbackTransaction | SaveTransaction;
}

/** `SET NOCOUNT, XACT_ABORT ON`. */
export interface SetSwitches extends Code<'setSwitches'> {
  readonly names: SetOptions['names'];
  readonly on: boolean;
}

/** `SET DATEFORMAT dmy`. */
export interface SetValue extends Code<'setValue'> {
  readonly statement: SetOption;
}

export interface SetIsolation extends Code<'setIsolation'> {
  readonly statement: SetIsolationLevel;
}

export interface SetIdentityInsertCode extends Code<'setIdentityInsert'> {
  readonly statement: SetIdentityInsert;
}

export interface UseDatabase extends Code<'use'> {
  readonly statement: Use;
}

export interface Wait extends Code<'wait'> {
  readonly statement: WaitFor;
}

/** CHECKPOINT, KILL, EXECUTE AS and the other statements that steer the server or the session rather than data. */
export interface Administer extends Code<'administer'> {
  readonly statement: Statement;
}

/** SEND, RECEIVE and the other statements about dialogs. */
export interface BrokerCode extends Code<'broker'> {
  readonly statement: BrokerStatement;
  /** Of a RECEIVE. */
  readonly received: Received | null;
  /** Set inside WAITFOR: how many milliseconds; without TIMEOUT for ever. */
  readonly wait: { readonly timeout: Expression | null } | null;
}

/** Where a RECEIVE puts its messages, and the query over them that is its result. */
export interface Received {
  readonly slot: number;
  readonly query: Select | Insert;
}

/** Gives a declared type its meaning; raises SQL Server's errors for unknown types. */
export type ResolveType = (type: DataType) => { readonly type: Type; readonly table: VariableDeclaration['table'] };

/** The variables that an instruction sees. */
export function visibleVariables(program: Program, visible: number): Variables {
  if (visible >= program.declarations.length) return program.variables;
  return new Map([...program.variables].filter(([, declaration]) => declaration.slot < visible));
}
