/**
 * Procedures, functions, triggers and views. A module must open its batch (111); the bodies of procedures and triggers run to the end of
 * the batch, while a view and a function must be all that the batch holds.
 */
import type {
  CreateFunction,
  CreateProcedure,
  CreateTrigger,
  CreateView,
  DataType,
  ExternalBody,
  ModuleMode,
  ModuleOption,
  ObjectName,
  OrderColumn,
  Parameter,
  Select,
  Statement,
  StatementBody,
  TriggerTarget,
} from '../ast/index.ts';
import type { Token } from '../lexer/token.ts';
import { block, within } from './control.ts';
import { constantOrWord, executePrincipal, procedureNumber } from './execute.ts';
import { closing } from './lookahead.ts';
import { dataType, identifier, objectName, variable } from './names.ts';
import { columnNullability } from './nullability.ts';
import type { Parser, Scope } from './state.ts';
import {
  accept,
  acceptWords,
  advance,
  at,
  atWords,
  expect,
  expectOne,
  expectWords,
  fail,
  list,
  nearText,
  nested,
  optionalParenthesized,
  parenthesized,
  peek,
  previous,
  report,
  spanFrom,
  syntaxError,
  tokenAt,
} from './state.ts';
import { statements } from './statements.ts';
import { tableElements, UNNAMED } from './table.ts';

/** The words that message 111 names a statement by; procedures are named by both of their verbs. */
const TITLES: Readonly<Record<string, string>> = { PROC: 'CREATE/ALTER PROCEDURE', PROCEDURE: 'CREATE/ALTER PROCEDURE' };

/** The words of the module statements after CREATE or ALTER. */
export const MODULE_WORDS: ReadonlySet<string> = new Set(['PROC', 'PROCEDURE', 'FUNCTION', 'TRIGGER', 'VIEW']);

/** A module; the current token is its class, `start` the verb. */
export function moduleStatement(p: Parser, start: Token, mode: ModuleMode): Statement {
  requireBatchStart(p, start, p.token.key);
  switch (advance(p).key) {
    case 'FUNCTION':
      return functionModule(p, start, mode);
    case 'TRIGGER':
      return trigger(p, start, mode);
    case 'VIEW':
      return view(p, start, mode);
    default:
      return procedure(p, start, mode);
  }
}

/** 111 for a statement that must open its batch; inside another statement its class word is the syntax error. */
export function requireBatchStart(p: Parser, start: Token, word: string): void {
  if (p.scope.nested || p.scope.module !== 'batch') syntaxError(p);
  if (p.tokens[0] === start) return;
  report(p, 111, start, TITLES[word] ?? `${start.key} ${word}`);
  const [created = 1, altered = created] = FIRST_STATES[word] ?? [];
  const last = p.diagnostics.at(-1);
  if (last?.number === 111) p.diagnostics.splice(-1, 1, { ...last, state: start.key === 'ALTER' ? altered : created });
}

/** The states of 111 by class, for CREATE and for ALTER; procedures share the first. */
const FIRST_STATES: Readonly<Record<string, readonly number[]>> = {
  FUNCTION: [4, 5],
  TRIGGER: [6, 7],
  VIEW: [9, 10],
  RULE: [12],
  DEFAULT: [13],
  SCHEMA: [14],
};

/** From here on mistakes are the module's. */
function moduleName(p: Parser): ObjectName {
  const name = objectName(p);
  p.module = { name: name.parts.at(-1)?.value ?? '', end: name.span.end };
  return name;
}

function procedure(p: Parser, start: Token, mode: ModuleMode): CreateProcedure {
  const name = moduleName(p);
  const number = at(p, ';') ? procedureNumber(p) : null;
  const parameters = procedureParameters(p);
  const options = moduleOptions(p, 'PROCEDURE');
  const forReplication = acceptWords(p, 'FOR', 'REPLICATION');
  expect(p, 'AS');
  const body = bodyToEnd(p, 'procedure');
  return { kind: 'createProcedure', mode, name, number, parameters, options, forReplication, body, span: spanFrom(p, start) };
}

/** With or without parentheses. */
function procedureParameters(p: Parser): Parameter[] {
  if (at(p, '(')) return peek(p, 1) === ')' ? noParameters(p) : parenthesized(p, parameter);
  return p.token.type === 'variable' ? list(p, parameter) : [];
}

function noParameters(p: Parser): [] {
  expectWords(p, '(', ')');
  return [];
}

function parameter(p: Parser): Parameter {
  const start = p.token;
  const target = variable(p);
  accept(p, 'AS');
  const type = dataType(p);
  const varying = accept(p, 'VARYING');
  const nullable = columnNullability(p);
  const initial = accept(p, '=') ? constantOrWord(p) : null;
  const output = accept(p, 'OUTPUT') || accept(p, 'OUT');
  const readOnly = accept(p, 'READONLY');
  const span = spanFrom(p, start);
  if (isCursor(type) && !(varying && output)) report(p, 1051, start);
  return { kind: 'parameter', variable: target, type, nullable, varying, default: initial, output, readOnly, span };
}

/** A function gives nothing back but its result. */
function inputParameter(p: Parser): Parameter {
  const start = p.token;
  const node = parameter(p);
  if (node.output) report(p, 181, start);
  return node;
}

const isCursor = (type: DataType): boolean => type.name.parts.length === 1 && type.name.parts[0]?.value.toLowerCase() === 'cursor';

type ModuleWord = 'PROCEDURE' | 'FUNCTION' | 'TRIGGER' | 'VIEW';

/** Options that a class of modules does not have (487). */
const FOREIGN_OPTIONS: Readonly<Record<ModuleWord, readonly ModuleOption['name'][]>> = {
  PROCEDURE: ['VIEW_METADATA', 'INLINE', 'RETURNS NULL ON NULL INPUT', 'CALLED ON NULL INPUT'],
  FUNCTION: ['RECOMPILE', 'VIEW_METADATA'],
  TRIGGER: ['RECOMPILE', 'VIEW_METADATA', 'INLINE', 'RETURNS NULL ON NULL INPUT', 'CALLED ON NULL INPUT'],
  VIEW: ['RECOMPILE', 'EXECUTE AS', 'NATIVE_COMPILATION', 'INLINE', 'RETURNS NULL ON NULL INPUT', 'CALLED ON NULL INPUT'],
};

/** `WITH RECOMPILE, EXECUTE AS OWNER` */
function moduleOptions(p: Parser, module: ModuleWord): ModuleOption[] {
  const options = accept(p, 'WITH') ? list(p, moduleOption) : [];
  for (const { name, span } of options) if (FOREIGN_OPTIONS[module].includes(name)) report(p, 487, span, `CREATE/ALTER ${module}`);
  return options;
}

/** Options of several words after their first word. */
const LONG_OPTIONS: Readonly<Record<string, readonly string[] | undefined>> = {
  RETURNS: ['NULL', 'ON', 'NULL', 'INPUT'],
  CALLED: ['ON', 'NULL', 'INPUT'],
};

function moduleOption(p: Parser): ModuleOption {
  const start = p.token;
  const node = (name: ModuleOption['name'], on: boolean | null, principal: ModuleOption['principal']): ModuleOption => {
    return { kind: 'moduleOption', name, on, principal, span: spanFrom(p, start) };
  };
  if (accept(p, 'EXEC') || accept(p, 'EXECUTE')) {
    expect(p, 'AS');
    return node('EXECUTE AS', null, executePrincipal(p));
  }
  const word = expectOne(p, [
    'RECOMPILE',
    'ENCRYPTION',
    'SCHEMABINDING',
    'VIEW_METADATA',
    'NATIVE_COMPILATION',
    'RETURNS',
    'CALLED',
    'INLINE',
  ]);
  if (word === 'INLINE') {
    expect(p, '=');
    return node('INLINE', expectOne(p, ['ON', 'OFF']) === 'ON', null);
  }
  expectWords(p, ...(LONG_OPTIONS[word] ?? []));
  if (word === 'RETURNS') return node('RETURNS NULL ON NULL INPUT', null, null);
  return node(word === 'CALLED' ? 'CALLED ON NULL INPUT' : word, null, null);
}

function externalBody(p: Parser): ExternalBody {
  const start = p.token;
  expectWords(p, 'EXTERNAL', 'NAME');
  return { kind: 'externalBody', name: objectName(p), span: spanFrom(p, start) };
}

/** All statements up to the end of the batch; at least one, except in a procedure, which may be empty. */
function bodyToEnd(p: Parser, module: Scope['module']): StatementBody | ExternalBody {
  if (atWords(p, 'EXTERNAL', 'NAME')) return externalBody(p);
  const start = p.token;
  const body = within(p, { module }, () => statements(p));
  if (body.length === 0 && module !== 'procedure' && p.diagnostics.length === 0) syntaxError(p);
  return { kind: 'statementBody', statements: body, span: spanFrom(p, start) };
}

/** A view and a function leave no room for another statement. */
function requireBatchEnd(p: Parser): void {
  while (accept(p, ';'));
  if (p.token.type !== 'end') syntaxError(p);
}

function functionModule(p: Parser, start: Token, mode: ModuleMode): CreateFunction {
  const name = moduleName(p);
  const parameters = at(p, '(') && peek(p, 1) === ')' ? noParameters(p) : parenthesized(p, inputParameter);
  const returns = returnsClause(p);
  const options = moduleOptions(p, 'FUNCTION');
  const order = accept(p, 'ORDER') ? parenthesized(p, orderColumn) : [];
  accept(p, 'AS');
  const body = functionBody(p, returns);
  const span = spanFrom(p, start);
  requireBatchEnd(p);
  return { kind: 'createFunction', mode, name, parameters, returns, options, order, body, span };
}

function returnsClause(p: Parser): CreateFunction['returns'] {
  expect(p, 'RETURNS');
  const start = p.token;
  if (start.type === 'variable') {
    const target = variable(p);
    expect(p, 'TABLE');
    const elements = tableElements(p, UNNAMED);
    return { kind: 'returnsTable', variable: target, elements, span: spanFrom(p, start) };
  }
  if (!accept(p, 'TABLE')) return { kind: 'returnsScalar', type: dataType(p), span: spanFrom(p, start) };
  const columns = at(p, '(') ? tableElements(p, UNNAMED) : [];
  return { kind: 'returnsQuery', columns, span: spanFrom(p, start) };
}

function orderColumn(p: Parser): OrderColumn {
  const start = p.token;
  const name = identifier(p);
  const descending = accept(p, 'DESC');
  if (!descending) accept(p, 'ASC');
  return { kind: 'orderColumn', name, descending, span: spanFrom(p, start) };
}

function functionBody(p: Parser, returns: CreateFunction['returns']): CreateFunction['body'] {
  if (atWords(p, 'EXTERNAL', 'NAME')) return externalBody(p);
  if (returns.kind === 'returnsQuery') {
    expect(p, 'RETURN');
    return inlineSelect(p);
  }
  const start = p.token;
  const module = returns.kind === 'returnsTable' ? 'tableFunction' : 'function';
  const body = atWords(p, 'BEGIN', 'ATOMIC') ? within(p, { module }, () => p.rules.statement(p)) : within(p, { module }, () => block(p));
  const list = body.kind === 'block' ? body.statements : [body];
  return { kind: 'statementBody', statements: list, span: spanFrom(p, start) };
}

/** The query of an inline function, in as many parentheses as one likes. */
function inlineSelect(p: Parser): Select {
  if (!at(p, '(') || !closesBatch(p)) return p.rules.select(p);
  expect(p, '(');
  const select = nested(p, inlineSelect);
  expect(p, ')');
  return select;
}

/** Whether the parenthesis here encloses all that is left of the batch or of an enclosing parenthesis. */
function closesBatch(p: Parser): boolean {
  const after = tokenAt(p, closing(p, 0) + 1);
  return after.type === 'end' || after.key === ';' || after.key === ')';
}

function trigger(p: Parser, start: Token, mode: ModuleMode): CreateTrigger {
  const name = moduleName(p);
  expect(p, 'ON');
  const target = triggerTarget(p);
  const options = moduleOptions(p, 'TRIGGER');
  const timing = triggerTiming(p);
  const events: string[] = [];
  do events.push(triggerEvent(p, events, target.kind === 'name'));
  while (accept(p, ','));
  acceptWords(p, 'WITH', 'APPEND');
  const notForReplication = acceptWords(p, 'NOT', 'FOR', 'REPLICATION');
  expect(p, 'AS');
  const body = bodyToEnd(p, 'trigger');
  return { kind: 'createTrigger', mode, name, target, options, timing, events, notForReplication, body, span: spanFrom(p, start) };
}

/** A table or view, DATABASE, or ALL SERVER. */
export function triggerTarget(p: Parser): TriggerTarget {
  const start = p.token;
  if (accept(p, 'DATABASE')) return { kind: 'database', span: spanFrom(p, start) };
  if (acceptWords(p, 'ALL', 'SERVER')) return { kind: 'allServer', span: spanFrom(p, start) };
  return objectName(p);
}

function triggerTiming(p: Parser): CreateTrigger['timing'] {
  const word = expectOne(p, ['FOR', 'AFTER', 'INSTEAD']);
  if (word !== 'INSTEAD') return 'after';
  expect(p, 'OF');
  return 'insteadOf';
}

function triggerEvent(p: Parser, before: readonly string[], ofTable: boolean): string {
  const { type, key } = p.token;
  if (ofTable && before.length > 0 && type === 'word' && key !== 'INSERT' && key !== 'UPDATE' && key !== 'DELETE') syntaxError(p);
  if (before.includes(key)) report(p, 1034, p.token, key);
  if (type !== 'word' && key !== 'INSERT' && key !== 'UPDATE' && key !== 'DELETE') syntaxError(p);
  return advance(p).key;
}

function view(p: Parser, start: Token, mode: ModuleMode): CreateView {
  const name = moduleName(p);
  const columns = optionalParenthesized(p, identifier);
  const options = moduleOptions(p, 'VIEW');
  expect(p, 'AS');
  const select = p.rules.select(p);
  const withCheckOption = acceptWords(p, 'WITH', 'CHECK', 'OPTION');
  const span = spanFrom(p, start);
  requireBatchEnd(p);
  return { kind: 'createView', mode, name, columns, options, select, withCheckOption, span };
}

/** Refuses an object class that SQL Server does not know. */
export function unknownObject(p: Parser): never {
  if (p.token.type !== 'word') return syntaxError(p, p.token.type === 'end' ? previous(p) : p.token);
  return fail(p, 343, p.token, nearText(p.token));
}
