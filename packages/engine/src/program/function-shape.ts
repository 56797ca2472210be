/**
 * What a function's body may not do: return rows to the client (444), have side effects (443), return nothing where a value is due (1075), end without
 * RETURN (455). These are rules of the text alone, so they are checked on the tree when the function is created.
 */

import type { Call, CreateFunction, Statement, TableSource } from '@sprocket/tsql';
import { type SqlError, sqlError, sqlErrorState } from '../errors.ts';
import { atLine } from './emitter.ts';

/** RETURN without a value, where one is due: that is said alone. */
export function requireReturnValues(tree: CreateFunction): void {
  if (tree.body.kind !== 'statementBody' || tree.returns.kind !== 'returnsScalar') return;
  const empty = emptyReturn(tree.body.statements);
  if (empty !== undefined) throw atLine(sqlError(1075), empty.span.line);
}

/** The violations in the order of the text. */
export function shapeErrors(tree: CreateFunction): readonly SqlError[] {
  if (tree.body.kind !== 'statementBody') {
    const random = randomCall(tree.body);
    return random === undefined ? [] : [atLine(sideEffect(random.name, 1), random.line)];
  }
  const { statements } = tree.body;
  const errors = statements.flatMap(violationsIn);
  const random = randomCall(statements);
  if (random !== undefined) errors.push(atLine(sideEffect(random.name, 1), random.line));
  const last = lastStatement(statements);
  if (last?.kind !== 'return') errors.push(atLine(sqlError(455), last?.span.line ?? tree.span.line));
  return errors;
}

/** Functions whose value depends on how often they were called. */
const RANDOM: ReadonlySet<string> = new Set(['newid', 'newsequentialid', 'rand']);

function randomCall(tree: unknown): { readonly name: string; readonly line: number } | undefined {
  if (typeof tree !== 'object' || tree === null) return undefined;
  if ('kind' in tree && tree.kind === 'call') {
    const { name, span } = tree as Call;
    const word = name.parts.length === 1 ? (name.parts[0]?.value.toLowerCase() ?? '') : '';
    if (RANDOM.has(word)) return { name: word, line: span.line };
  }
  for (const child of Object.values(tree)) {
    const found = randomCall(child);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The first RETURN without a value. */
function emptyReturn(statements: readonly Statement[]): Statement | undefined {
  for (const statement of statements) {
    const found = statement.kind === 'return' && statement.value === null ? statement : emptyReturn(children(statement));
    if (found !== undefined) return found;
  }
  return undefined;
}

/** A bare block at the end counts as what it ends with. */
function lastStatement(statements: readonly Statement[]): Statement | undefined {
  const last = statements.at(-1);
  return last?.kind === 'block' ? lastStatement(last.statements) : last;
}

function violationsIn(statement: Statement): SqlError[] {
  const violation = violationOf(statement);
  const inside = children(statement).flatMap(violationsIn);
  return violation === undefined ? inside : [atLine(violation, statement.span.line), ...inside];
}

function children(statement: Statement): readonly Statement[] {
  switch (statement.kind) {
    case 'block':
      return statement.statements;
    case 'if':
      return statement.otherwise === null ? [statement.then] : [statement.then, statement.otherwise];
    case 'while':
      return [statement.body];
    default:
      return [];
  }
}

/** Names that SQL Server gives the operators in 443, and the state of their family. */
const SIDE_EFFECTS: Readonly<Partial<Record<Statement['kind'], readonly [name: string, state: number]>>> = {
  print: ['PRINT', 14],
  raiseError: ['RAISERROR', 14],
  throw: ['THROW', 14],
  waitFor: ['WAITFOR', 14],
  executeString: ['EXECUTE STRING', 14],
  tryCatch: ['BEGIN TRY', 14],
  truncate: ['TRUNCATE TABLE', 15],
  beginTransaction: ['BEGIN TRANSACTION', 15],
  commitTransaction: ['COMMIT TRANSACTION', 15],
  rollbackTransaction: ['ROLLBACK TRANSACTION', 15],
  saveTransaction: ['SAVEPOINT', 15],
  setIsolationLevel: ['SET TRANSACTION ISOLATION LEVEL', 15],
  setOption: ['SET COMMAND', 15],
  createTable: ['CREATE TABLE', 15],
  drop: ['DROP OBJECT', 15],
  alterTable: ['ALTER TABLE', 15],
  waitForStatement: ['WAITFOR', 14],
  beginDialog: ['BEGIN DIALOG', 15],
  endConversation: ['END CONVERSATION', 15],
  send: ['SEND', 15],
  receive: ['RECEIVE', 15],
  getConversationGroup: ['GET CONVERSATION GROUP', 15],
  moveConversation: ['MOVE CONVERSATION', 15],
  beginConversationTimer: ['BEGIN CONVERSATION TIMER', 15],
};

function violationOf(statement: Statement): SqlError | undefined {
  switch (statement.kind) {
    case 'select':
      return selectViolation(statement);
    case 'insert':
    case 'update':
    case 'delete':
    case 'merge':
      return writesVariable(statement.target, sourcesOf(statement)) ? undefined : sideEffect(statement.kind.toUpperCase(), 15);
    case 'administrative':
      return sideEffect(statement.what, 15);
    case 'textStatement':
      return statement.verb === 'READTEXT' ? sqlErrorState(444, 2) : sideEffect(statement.verb, 15);
    case 'setOptions':
      return statement.names.every((name) => name === 'QUOTED_IDENTIFIER' || name === 'ANSI_NULLS')
        ? undefined
        : sideEffect(statement.on ? 'SET OPTION ON' : 'SET OPTION OFF', 15);
    default: {
      const row = SIDE_EFFECTS[statement.kind];
      return row && sideEffect(...row);
    }
  }
}

/** The FROM clause of an UPDATE or DELETE. */
function sourcesOf(statement: Extract<Statement, { kind: 'insert' | 'update' | 'delete' | 'merge' }>): readonly TableSource[] {
  return statement.kind === 'update' || statement.kind === 'delete' ? statement.from : [];
}

const sideEffect = (name: string, state: number): SqlError => sqlErrorState(443, state, name);

/** The target is a table variable, directly or through an alias of FROM. */
function writesVariable(target: TableSource, from: readonly TableSource[]): boolean {
  if (target.kind === 'tableVariable') return true;
  if (target.kind !== 'table' || target.name.parts.length > 1) return false;
  const name = target.name.parts[0]?.value.toLowerCase();
  return from.flatMap(leaves).some((source) => source.kind === 'tableVariable' && source.alias?.value.toLowerCase() === name);
}

function leaves(source: TableSource): readonly TableSource[] {
  return 'left' in source ? [...leaves(source.left), ...leaves(source.right)] : [source];
}

function selectViolation(statement: Extract<Statement, { kind: 'select' }>): SqlError | undefined {
  const { body } = statement.query;
  if (body.kind !== 'querySpecification') return sqlErrorState(444, 2);
  if (body.into !== null) return sideEffect('SELECT INTO', 15);
  if (body.items.some((item) => item.kind === 'selectAssignment')) return undefined;
  return sqlErrorState(444, body.from.length > 0 ? 2 : 3);
}
