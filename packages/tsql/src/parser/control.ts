/**
 * Control of flow: blocks, branches, loops, jumps, TRY, errors and waiting. What a place allows (BREAK only in a loop, and so on) is
 * checked here by the scope, since the server reports it before anything runs.
 */
import type { Block, Expression, RaiseError, Statement, WaitFor, WaitForStatement } from '../ast/index.ts';
import type { Token } from '../lexer/token.ts';
import { waitTime } from '../wait-time.ts';
import { stringOrVariable } from './execute.ts';
import { constantOrVariable } from './literals.ts';
import { identifier } from './names.ts';
import { optionsInParentheses } from './options.ts';
import type { Parser, Scope } from './state.ts';
import {
  accept,
  acceptWords,
  advance,
  at,
  atWords,
  checkChain,
  expect,
  expectOne,
  expectWords,
  list,
  nearText,
  nested,
  peek,
  report,
  spanFrom,
  syntaxError,
} from './state.ts';
import { statements } from './statements.ts';

/** Runs a rule with some of the scope changed. */
export function within<Result>(p: Parser, changes: Partial<Scope>, rule: () => Result): Result {
  const outer = p.scope;
  p.scope = { ...outer, ...changes };
  const result = rule();
  p.scope = outer;
  return result;
}

/** `BEGIN … END` */
export function block(p: Parser): Block {
  const start = expect(p, 'BEGIN');
  const body = blockBody(p, {});
  return { kind: 'block', statements: body, span: spanFrom(p, start) };
}

/** `BEGIN ATOMIC WITH (…) … END` */
export function atomicBlock(p: Parser): Statement {
  const start = p.token;
  expectWords(p, 'BEGIN', 'ATOMIC', 'WITH');
  const options = optionsInParentheses(p);
  const body = blockBody(p, { atomic: true });
  return { kind: 'atomicBlock', options, statements: body, span: spanFrom(p, start) };
}

/** At least one statement, then END; an empty block is an error at END, which is named as a plain token. */
function blockBody(p: Parser, changes: Partial<Scope>): Statement[] {
  const body = within(p, { nested: true, ...changes }, () => statements(p));
  if (body.length === 0 && p.diagnostics.length === 0 && at(p, 'END')) report(p, 102, p.token, nearText(p.token));
  expect(p, 'END');
  return body;
}

/** `BEGIN TRY … END TRY BEGIN CATCH … END CATCH` */
export function tryCatch(p: Parser): Statement {
  const start = p.token;
  expectWords(p, 'BEGIN', 'TRY');
  const body = within(p, { nested: true }, () => statements(p));
  expect(p, 'END');
  if (body.length === 0 && p.diagnostics.length === 0 && at(p, 'TRY')) report(p, 102, p.token, nearText(p.token));
  expectWords(p, 'TRY', 'BEGIN', 'CATCH');
  const handler = within(p, { nested: true, inCatch: true }, () => statements(p));
  expectWords(p, 'END', 'CATCH');
  return { kind: 'tryCatch', statements: body, handler, span: spanFrom(p, start) };
}

/** `IF p statement ELSE statement`; a chain of ELSE IF is read in a loop, because generated scripts have long ones. */
export function ifStatement(p: Parser): Statement {
  const heads = [ifHead(p)];
  let otherwise: Statement | null = null;
  while (elseFollows(p)) {
    if (!at(p, 'IF')) {
      otherwise = within(p, { nested: true }, () => p.rules.statement(p));
      break;
    }
    checkChain(p, heads.length);
    heads.push(ifHead(p));
  }
  for (const { start, condition, then } of heads.reverse())
    otherwise = { kind: 'if', condition, then, otherwise, span: spanFrom(p, start) };
  return otherwise!;
}

function ifHead(p: Parser): { readonly start: Token; readonly condition: Expression; readonly then: Statement } {
  const start = expect(p, 'IF');
  const condition = p.rules.condition(p);
  return { start, condition, then: within(p, { nested: true }, () => p.rules.statement(p)) };
}

/** Consumes ELSE, and the semicolon that may stand before it. */
function elseFollows(p: Parser): boolean {
  if (atWords(p, ';', 'ELSE')) advance(p);
  return accept(p, 'ELSE');
}

/** `WHILE p statement` */
export function whileStatement(p: Parser): Statement {
  const start = expect(p, 'WHILE');
  const condition = p.rules.condition(p);
  const body = within(p, { nested: true, inLoop: true }, () => p.rules.statement(p));
  return { kind: 'while', condition, body, span: spanFrom(p, start) };
}

export function breakStatement(p: Parser): Statement {
  const start = expect(p, 'BREAK');
  if (!p.scope.inLoop) report(p, 135, start);
  return { kind: 'break', span: spanFrom(p, start) };
}

export function continueStatement(p: Parser): Statement {
  const start = expect(p, 'CONTINUE');
  if (!p.scope.inLoop) report(p, 136, start);
  return { kind: 'continue', span: spanFrom(p, start) };
}

/** `RETURN expr`; only procedures and scalar functions return a value. */
export function returnStatement(p: Parser): Statement {
  const start = expect(p, 'RETURN');
  const value = valueFollows(p) ? p.rules.value(p) : null;
  const { module } = p.scope;
  if (value !== null && module !== 'procedure' && module !== 'function') report(p, 178, start);
  return { kind: 'return', value, span: spanFrom(p, start) };
}

const VALUE_KEYWORDS: ReadonlySet<string> = new Set(
  `CASE COALESCE CONVERT CURRENT_DATE CURRENT_TIMESTAMP CURRENT_USER LEFT NULL NULLIF RIGHT SESSION_USER SYSTEM_USER TRY_CONVERT USER`.split(
    ' ',
  ),
);
const VALUE_SIGNS: ReadonlySet<string> = new Set(['(', '-', '+', '~', '{']);

/** Whether a value can begin here, where a statement can begin too. */
function valueFollows(p: Parser): boolean {
  switch (p.token.type) {
    case 'end':
      return false;
    case 'sign':
      return VALUE_SIGNS.has(p.token.key);
    case 'keyword':
      return VALUE_KEYWORDS.has(p.token.key);
    case 'word':
      return peek(p, 1) !== ':';
    default:
      return true;
  }
}

export function gotoStatement(p: Parser): Statement {
  const start = expect(p, 'GOTO');
  const label = identifier(p);
  p.gotos.push(label);
  return { kind: 'goto', label, span: spanFrom(p, start) };
}

/** `name:` */
export function labelStatement(p: Parser): Statement {
  const start = p.token;
  const name = identifier(p);
  expect(p, ':');
  p.labels.push(name);
  return { kind: 'label', name, span: spanFrom(p, start) };
}

/** Reports labels that are declared twice and GOTOs without a label. */
export function checkLabels(p: Parser): void {
  const seen = new Set<string>();
  for (const label of p.labels) {
    const key = label.value.toUpperCase();
    if (seen.has(key)) report(p, 132, label.span, label.value);
    seen.add(key);
  }
  for (const label of p.gotos) if (!seen.has(label.value.toUpperCase())) report(p, 133, label.span, label.value);
}

/** `THROW` or `THROW number, message, state` */
export function throwStatement(p: Parser): Statement {
  const start = expect(p, 'THROW');
  const first = p.token;
  if (!valueFollows(p)) {
    if (!p.scope.inCatch) report(p, 10704, start);
    return { kind: 'throw', error: null, span: spanFrom(p, start) };
  }
  const number = constantOrVariable(p);
  expect(p, ',');
  const message = constantOrVariable(p);
  expect(p, ',');
  const state = constantOrVariable(p);
  const error = { kind: 'thrownError', number, message, state, span: spanFrom(p, first) } as const;
  return { kind: 'throw', error, span: spanFrom(p, start) };
}

/** `RAISERROR (message, severity, state, args) WITH …`; the form without parentheses is gone since SQL Server 2012. */
export function raiseError(p: Parser): RaiseError {
  const start = expect(p, 'RAISERROR');
  expect(p, '(');
  const message = constantOrVariable(p);
  expect(p, ',');
  const severity = constantOrVariable(p);
  expect(p, ',');
  const state = constantOrVariable(p);
  const args = accept(p, ',') ? list(p, constantOrVariable) : [];
  expect(p, ')');
  const options = accept(p, 'WITH') ? list(p, raiseErrorOption) : [];
  return { kind: 'raiseError', message, severity, state, args, options, span: spanFrom(p, start) };
}

function raiseErrorOption(p: Parser): RaiseError['options'][number] {
  return expectOne(p, ['LOG', 'NOWAIT', 'SETERROR']);
}

export function printStatement(p: Parser): Statement {
  const start = expect(p, 'PRINT');
  return { kind: 'print', value: p.rules.value(p), span: spanFrom(p, start) };
}

/** `WAITFOR DELAY '…'`, whose text is read here already, `WAITFOR (RECEIVE …), TIMEOUT n` */
export function waitForStatement(p: Parser): WaitFor | WaitForStatement {
  const start = expect(p, 'WAITFOR');
  if (!at(p, '(')) {
    const mode = expectOne(p, ['DELAY', 'TIME']) === 'DELAY' ? 'delay' : 'time';
    const written = p.token;
    const value = stringOrVariable(p);
    if (value.kind === 'string' && waitTime(value.value) === null) report(p, 148, written, value.value);
    return { kind: 'waitFor', mode, value, span: spanFrom(p, start) };
  }
  expect(p, '(');
  if (!at(p, 'RECEIVE') && !at(p, 'GET')) syntaxError(p);
  const statement = nested(p, p.rules.statement);
  expect(p, ')');
  let timeout: Expression | null = null;
  if (acceptWords(p, ',', 'TIMEOUT') || accept(p, 'TIMEOUT')) timeout = p.rules.value(p);
  return { kind: 'waitForStatement', statement, timeout, span: spanFrom(p, start) };
}
