/**
 * EXECUTE in its forms: procedures, strings, the bare call that opens a batch, ODBC's call escape, EXECUTE AS and REVERT.
 */
import type {
  Execute,
  ExecuteArgument,
  ExecuteAs,
  ExecuteOptions,
  ExecutePrincipal,
  ExecuteString,
  Expression,
  ResultSet,
  ResultSetColumn,
  Revert,
  Variable,
} from '../ast/index.ts';
import type { Token } from '../lexer/token.ts';
import { constantOrVariable, isLiteral } from './literals.ts';
import { anyVariable, dataType, identifier, isName, isString, objectName, stringLiteral, variable } from './names.ts';
import { columnNullability } from './nullability.ts';
import { odbcEscape } from './odbc.ts';
import type { Parser } from './state.ts';
import {
  accept,
  acceptWords,
  advance,
  at,
  atWords,
  expect,
  expectOne,
  expectWords,
  list,
  parenthesized,
  peek,
  report,
  spanFrom,
  syntaxError,
  tokenAt,
} from './state.ts';

/** EXEC and EXECUTE, except EXECUTE AS. */
export function execute(p: Parser): Execute {
  const start = p.token;
  expectOne(p, ['EXEC', 'EXECUTE']);
  if (at(p, '(')) return executeString(p, start);
  let returnVariable: Variable | null = null;
  if (p.token.type === 'variable' && peek(p, 1) === '=') {
    returnVariable = variable(p);
    expect(p, '=');
  }
  return procedureCall(p, start, returnVariable);
}

/** A procedure's name with its arguments: the rest of EXEC, or a whole statement at the start of a batch. */
export function procedureCall(p: Parser, start: Token, returnVariable: Variable | null): Execute {
  const procedure = p.token.type === 'variable' ? variable(p) : objectName(p);
  const number = at(p, ';') && tokenAt(p, 1).type === 'integer' ? procedureNumber(p) : null;
  const args = argumentFollows(p) ? list(p, argument) : [];
  requireNames(p, args);
  const options = executeOptions(p);
  return { kind: 'executeProcedure', returnVariable, procedure, number, args, options, span: spanFrom(p, start) };
}

/** `;1` after a procedure's name */
export function procedureNumber(p: Parser): number {
  expect(p, ';');
  if (p.token.type !== 'integer') syntaxError(p);
  return Number(advance(p).text);
}

/** `{call p (1, 2)}`, `{@rc = call p}` */
export function odbcCall(p: Parser): Execute {
  const start = expect(p, '{');
  let returnVariable: Variable | null = null;
  if (p.token.type === 'variable') {
    returnVariable = variable(p);
    expect(p, '=');
  }
  expect(p, 'CALL');
  const procedure = objectName(p);
  const number = at(p, ';') ? procedureNumber(p) : null;
  const args = at(p, '(') ? (peek(p, 1) === ')' ? noArguments(p) : parenthesized(p, argument)) : [];
  expect(p, '}');
  const options: ExecuteOptions = { kind: 'executeOptions', recompile: false, resultSets: null, span: spanFrom(p, start) };
  return { kind: 'executeProcedure', returnVariable, procedure, number, args, options, span: spanFrom(p, start) };
}

function noArguments(p: Parser): [] {
  expectWords(p, '(', ')');
  return [];
}

function argumentFollows(p: Parser): boolean {
  if (p.token.type === 'variable' || isLiteral(p)) return true;
  if (isName(p)) return peek(p, 1) !== ':';
  return at(p, '-') || at(p, '+') || at(p, '{') || at(p, 'DEFAULT');
}

/** 119: once a name was used, every argument has one. */
function requireNames(p: Parser, args: readonly ExecuteArgument[]): void {
  const first = args.findIndex((arg) => arg.name !== null);
  const missing = args.findIndex((arg, i) => first >= 0 && i > first && arg.name === null);
  if (missing >= 0) report(p, 119, args[missing]!.span, String(missing + 1));
}

function argument(p: Parser): ExecuteArgument {
  const start = p.token;
  let name: Variable | null = null;
  if (p.token.type === 'variable' && peek(p, 1) === '=') {
    name = variable(p);
    expect(p, '=');
  }
  const value = constantOrWord(p);
  const output = accept(p, 'OUTPUT') || accept(p, 'OUT');
  return { kind: 'executeArgument', name, value, output, span: spanFrom(p, start) };
}

/** A constant, a variable or DEFAULT; a bare word is a string. */
export function constantOrWord(p: Parser): Expression {
  const start = p.token;
  if (start.type === 'variable' || start.key === '-' || start.key === '+' || isLiteral(p)) return constantOrVariable(p);
  if (accept(p, 'DEFAULT')) return { kind: 'default', span: spanFrom(p, start) };
  if (start.key === '{') return odbcEscape(p);
  if (!isName(p)) syntaxError(p);
  advance(p);
  return { kind: 'string', value: start.text, unicode: false, span: spanFrom(p, start) };
}

function executeString(p: Parser, start: Token): ExecuteString {
  expect(p, '(');
  const text = concatenation(p);
  const args = accept(p, ',') ? list(p, argument) : [];
  expect(p, ')');
  const as = atWords(p, 'AS', 'USER') || atWords(p, 'AS', 'LOGIN') ? executeStringAs(p) : null;
  const remote = acceptWords(p, 'AT');
  const atDataSource = remote && isName(p, tokenAt(p, 1)) && accept(p, 'DATA_SOURCE');
  const server = remote ? identifier(p) : null;
  const options = executeOptions(p);
  return { kind: 'executeString', text, args, as, at: server, atDataSource, options, span: spanFrom(p, start) };
}

/** Only strings and variables may be put together here. */
function concatenation(p: Parser): Expression {
  let left = stringOrVariable(p);
  while (accept(p, '+')) {
    const right = stringOrVariable(p);
    left = { kind: 'arithmetic', op: '+', left, right, span: spanFrom(p, left.span) };
  }
  return left;
}

/** What EXECUTE runs and WAITFOR waits for. */
export function stringOrVariable(p: Parser): Expression {
  return isString(p) ? stringLiteral(p) : anyVariable(p);
}

function executeStringAs(p: Parser): ExecutePrincipal {
  expect(p, 'AS');
  return executePrincipal(p);
}

const PRINCIPALS = { CALLER: 'caller', SELF: 'self', OWNER: 'owner', USER: 'user', LOGIN: 'login' } as const;

/** `USER = 'u'`, `LOGIN = 'l'`, CALLER, SELF, OWNER; a module names its user as a bare string. */
export function executePrincipal(p: Parser): ExecutePrincipal {
  const start = p.token;
  if (isString(p)) return { kind: 'executePrincipal', type: 'user', name: stringLiteral(p), span: spanFrom(p, start) };
  const type = PRINCIPALS[expectOne(p, ['CALLER', 'SELF', 'OWNER', 'USER', 'LOGIN'])];
  if (type !== 'user' && type !== 'login') return { kind: 'executePrincipal', type, name: null, span: spanFrom(p, start) };
  expect(p, '=');
  return { kind: 'executePrincipal', type, name: constantOrWord(p), span: spanFrom(p, start) };
}

/** `WITH RECOMPILE, RESULT SETS …`; any other WITH begins another statement and stays. */
function executeOptions(p: Parser): ExecuteOptions {
  const start = p.token;
  let recompile = false;
  let resultSets: ExecuteOptions['resultSets'] = null;
  if (atWords(p, 'WITH', 'RECOMPILE') || atWords(p, 'WITH', 'RESULT')) {
    expect(p, 'WITH');
    do {
      if (accept(p, 'RECOMPILE')) recompile = true;
      else resultSets = resultSetsOption(p);
    } while (accept(p, ','));
  }
  return { kind: 'executeOptions', recompile, resultSets, span: spanFrom(p, start) };
}

function resultSetsOption(p: Parser): 'undefined' | 'none' | readonly ResultSet[] {
  expectWords(p, 'RESULT', 'SETS');
  if (accept(p, 'UNDEFINED')) return 'undefined';
  return accept(p, 'NONE') ? 'none' : parenthesized(p, resultSet);
}

function resultSet(p: Parser): ResultSet {
  const start = p.token;
  if (!accept(p, 'AS')) return { kind: 'resultSetColumns', columns: parenthesized(p, resultSetColumn), span: spanFrom(p, start) };
  if (acceptWords(p, 'FOR', 'XML')) return { kind: 'resultSetAs', type: 'forXml', name: null, span: spanFrom(p, start) };
  const type = expectOne(p, ['OBJECT', 'TYPE']) === 'OBJECT' ? 'object' : 'type';
  return { kind: 'resultSetAs', type, name: objectName(p), span: spanFrom(p, start) };
}

function resultSetColumn(p: Parser): ResultSetColumn {
  const start = p.token;
  const name = identifier(p);
  const type = dataType(p);
  const collation = accept(p, 'COLLATE') ? identifier(p) : null;
  return { kind: 'resultSetColumn', name, type, collation, nullable: columnNullability(p), span: spanFrom(p, start) };
}

/** `EXECUTE AS USER = 'u' WITH NO REVERT` */
export function executeAs(p: Parser): ExecuteAs {
  const start = p.token;
  expectOne(p, ['EXEC', 'EXECUTE']);
  expect(p, 'AS');
  const principal = executePrincipal(p);
  const noRevert = acceptWords(p, 'WITH', 'NO', 'REVERT');
  const cookieInto = acceptWords(p, 'WITH', 'COOKIE', 'INTO') ? variable(p) : null;
  return { kind: 'executeAs', principal, noRevert, cookieInto, span: spanFrom(p, start) };
}

/** `REVERT WITH COOKIE = @c` */
export function revert(p: Parser): Revert {
  const start = expect(p, 'REVERT');
  const cookie = acceptWords(p, 'WITH', 'COOKIE', '=') ? variable(p) : null;
  return { kind: 'revert', cookie, span: spanFrom(p, start) };
}
