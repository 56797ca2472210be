/**
 * Functions with a grammar of their own: CASE, CAST, CONVERT and the like. One row per word; the rule begins at that word.
 */
import type { CaseBranch, DataType, Expression, JsonEntry, Trim } from '../ast/index.ts';
import type { Token } from '../lexer/token.ts';
import { callTail } from './call.ts';
import { dataType, nameOf, toIdentifier } from './names.ts';
import type { Parser } from './state.ts';
import { accept, acceptWords, advance, at, expect, fail, list, spanFrom, syntaxError } from './state.ts';

type Rule = (p: Parser) => Expression;

export const SPECIAL_FUNCTIONS: Readonly<Record<string, Rule | undefined>> = {
  CASE: caseExpression,
  CAST: (p) => cast(p, false),
  TRY_CAST: (p) => cast(p, true),
  CONVERT: (p) => convert(p, false),
  TRY_CONVERT: (p) => convert(p, true),
  PARSE: (p) => parseFunction(p, false),
  TRY_PARSE: (p) => parseFunction(p, true),
  IIF: iif,
  COALESCE: coalesce,
  NULLIF: nullIf,
  TRIM: trim,
  JSON_OBJECT: jsonObject,
  JSON_ARRAY: jsonArray,
  IDENTITY: identityFunction,
};

/** SQL Server's limit for CASE and IIF together. */
const MAX_CASE_DEPTH = 10;

function inCase<Result>(p: Parser, rule: () => Result): Result {
  if (p.caseDepth >= MAX_CASE_DEPTH) fail(p, 125, p.token);
  p.caseDepth++;
  const result = rule();
  p.caseDepth--;
  return result;
}

function caseExpression(p: Parser): Expression {
  return inCase(p, () => {
    const start = expect(p, 'CASE');
    const operand = at(p, 'WHEN') ? null : p.rules.value(p);
    const when = operand === null ? p.rules.condition : p.rules.value;
    const branches = [caseBranch(p, when)];
    while (at(p, 'WHEN')) branches.push(caseBranch(p, when));
    const otherwise = accept(p, 'ELSE') ? p.rules.value(p) : null;
    expect(p, 'END');
    const span = spanFrom(p, start);
    if (operand === null) return { kind: 'searchedCase', branches, otherwise, span };
    return { kind: 'simpleCase', operand, branches, otherwise, span };
  });
}

function caseBranch(p: Parser, rule: Rule): CaseBranch {
  const start = expect(p, 'WHEN');
  const when = rule(p);
  expect(p, 'THEN');
  return { kind: 'caseBranch', when, then: p.rules.value(p), span: spanFrom(p, start) };
}

function iif(p: Parser): Expression {
  return inCase(p, () => {
    const start = advance(p);
    expect(p, '(');
    const condition = p.rules.condition(p);
    expect(p, ',');
    const then = p.rules.value(p);
    expect(p, ',');
    const otherwise = p.rules.value(p);
    expect(p, ')');
    return { kind: 'iif', condition, then, otherwise, span: spanFrom(p, start) };
  });
}

function cast(p: Parser, isTry: boolean): Expression {
  const start = advance(p);
  expect(p, '(');
  const operand = p.rules.value(p);
  const type = typeAfterAs(p, start);
  expect(p, ')');
  return { kind: 'cast', try: isTry, operand, type, span: spanFrom(p, start) };
}

/** Without AS, the function itself is named. */
function typeAfterAs(p: Parser, start: Token): DataType {
  if (!at(p, 'AS')) fail(p, 1035, start, start.text, 'AS');
  advance(p);
  return dataType(p);
}

function convert(p: Parser, isTry: boolean): Expression {
  const start = advance(p);
  expect(p, '(');
  const type = dataType(p);
  expect(p, ',');
  const operand = p.rules.value(p);
  const style = accept(p, ',') ? p.rules.value(p) : null;
  expect(p, ')');
  return { kind: 'convert', try: isTry, type, operand, style, span: spanFrom(p, start) };
}

function parseFunction(p: Parser, isTry: boolean): Expression {
  const start = advance(p);
  expect(p, '(');
  const operand = p.rules.value(p);
  const type = typeAfterAs(p, start);
  const culture = accept(p, 'USING') ? p.rules.value(p) : null;
  expect(p, ')');
  return { kind: 'parse', try: isTry, operand, type, culture, span: spanFrom(p, start) };
}

function coalesce(p: Parser): Expression {
  const start = advance(p);
  expect(p, '(');
  const first = p.rules.value(p);
  expect(p, ',');
  const args = [first, ...list(p, p.rules.value)];
  expect(p, ')');
  return { kind: 'coalesce', args, span: spanFrom(p, start) };
}

function nullIf(p: Parser): Expression {
  const start = advance(p);
  expect(p, '(');
  const left = p.rules.value(p);
  expect(p, ',');
  const right = p.rules.value(p);
  expect(p, ')');
  return { kind: 'nullIf', left, right, span: spanFrom(p, start) };
}

const TRIM_SIDES: Readonly<Record<string, Trim['side'] | undefined>> = { LEADING: 'leading', TRAILING: 'trailing', BOTH: 'both' };

/** `TRIM(x)` is an ordinary call; FROM makes it the other form. */
function trim(p: Parser): Expression {
  const start = p.token;
  const name = nameOf(toIdentifier(advance(p)));
  expect(p, '(');
  const side = sideOf(p);
  const characters = p.rules.value(p);
  if (accept(p, 'FROM')) {
    const operand = p.rules.value(p);
    expect(p, ')');
    return { kind: 'trim', side, characters, operand, span: spanFrom(p, start) };
  }
  if (side !== null) syntaxError(p);
  expect(p, ')');
  return { kind: 'call', name, args: [characters], distinct: false, ...callTail(p), span: spanFrom(p, start) };
}

function sideOf(p: Parser): Trim['side'] {
  const side = TRIM_SIDES[p.token.key] ?? null;
  const next = p.tokens[p.index + 1];
  // LEADING can also be a column: TRIM(leading), TRIM(leading + 'x' FROM y).
  if (side === null || next === undefined || next.type === 'sign' || next.key === 'FROM') return null;
  advance(p);
  return side;
}

function jsonObject(p: Parser): Expression {
  const start = advance(p);
  expect(p, '(');
  const entries = at(p, ')') || atOnNull(p) ? [] : list(p, jsonEntry);
  const nulls = onNull(p);
  expect(p, ')');
  return { kind: 'jsonObject', entries, onNull: nulls, span: spanFrom(p, start) };
}

function jsonEntry(p: Parser): JsonEntry {
  const start = p.token;
  const key = p.rules.value(p);
  expect(p, ':');
  return { kind: 'jsonEntry', key, value: p.rules.value(p), span: spanFrom(p, start) };
}

function jsonArray(p: Parser): Expression {
  const start = advance(p);
  expect(p, '(');
  const items = at(p, ')') || atOnNull(p) ? [] : list(p, p.rules.value);
  const nulls = onNull(p);
  expect(p, ')');
  return { kind: 'jsonArray', items, onNull: nulls, span: spanFrom(p, start) };
}

function atOnNull(p: Parser): boolean {
  return (at(p, 'NULL') || at(p, 'ABSENT')) && p.tokens[p.index + 1]?.key === 'ON';
}

function onNull(p: Parser): 'null' | 'absent' | null {
  if (acceptWords(p, 'NULL', 'ON', 'NULL')) return 'null';
  return acceptWords(p, 'ABSENT', 'ON', 'NULL') ? 'absent' : null;
}

function identityFunction(p: Parser): Expression {
  const start = advance(p);
  expect(p, '(');
  const type = dataType(p);
  const seed = accept(p, ',') ? p.rules.value(p) : null;
  const increment = accept(p, ',') ? p.rules.value(p) : null;
  expect(p, ')');
  return { kind: 'identityFunction', type, seed, increment, span: spanFrom(p, start) };
}
