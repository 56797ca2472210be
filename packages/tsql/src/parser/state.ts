/**
 * The parser's place in the tokens of one batch, and the few moves that every rule is made of. Rules are plain functions of this state;
 * those that form circles (an expression holds a query, a query holds expressions) meet through `rules`, so that files depend on each
 * other in one direction only. A syntax error unwinds to the statement list by a private exception and never leaves the parser.
 */
import type { Delete, Expression, Identifier, Insert, Merge, Query, Select, Span, Statement, Update } from '../ast/index.ts';
import type { Diagnostic, DiagnosticNumber } from '../diagnostics.ts';
import { diagnostic } from '../diagnostics.ts';
import type { Token } from '../lexer/token.ts';

/** The rules that others reach through the state. */
export interface Rules {
  readonly query: (p: Parser) => Query;
  readonly select: (p: Parser) => Select;
  readonly dataChange: (p: Parser) => Insert | Update | Delete | Merge;
  readonly statement: (p: Parser) => Statement;
  /** Strictly a value. */
  readonly value: (p: Parser) => Expression;
  /** Strictly a predicate. */
  readonly condition: (p: Parser) => Expression;
}

export interface Parser {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly rules: Rules;
  readonly diagnostics: Diagnostic[];
  /** The token to look at, `tokens[index]`. */
  token: Token;
  index: number;
  /** How double quotes read from here on: SET QUOTED_IDENTIFIER changes it in the order of the text. */
  quotedIdentifier: boolean;
  /** Levels of nesting that are open, in units of `enter`. */
  depth: number;
  /** CASE and IIF levels that are open. */
  caseDepth: number;
  scope: Scope;
  /** Labels and the GOTOs that need them, checked when the batch is read. */
  readonly labels: Identifier[];
  readonly gotos: Identifier[];
  /** The module that the batch creates, once its name is read. */
  module: ModuleName | null;
}

/** What mistakes behind a module's name are reported under. */
export interface ModuleName {
  /** Without its schema. */
  readonly name: string;
  /** Where the name ends. */
  readonly end: number;
}

/** What the statements around allow. */
export interface Scope {
  /** The module whose body this is; 'batch' outside of any. */
  readonly module: 'batch' | 'procedure' | 'function' | 'tableFunction' | 'trigger';
  readonly inLoop: boolean;
  readonly inCatch: boolean;
  /** Inside IF, WHILE, BEGIN … END or TRY. */
  readonly nested: boolean;
  /** Inside BEGIN ATOMIC, where variables have a nullability. */
  readonly atomic: boolean;
}

export const BATCH_SCOPE: Scope = { module: 'batch', inLoop: false, inCatch: false, nested: false, atomic: false };

/** Unwinds to the nearest statement list; the diagnostic is already recorded. */
export class SyntaxFailure extends Error {}

/** Unwinds to the caller of the parser, when reading on makes no sense. */
export class Abandoned extends Error {}

/** The key of a token ahead: `peek(p, 1)` is the one after the current. */
export function peek(p: Parser, distance: number): string {
  return tokenAt(p, distance).key;
}

/** A token ahead; the end token beyond the end. */
export function tokenAt(p: Parser, distance: number): Token {
  return p.tokens[p.index + distance] ?? p.tokens[p.tokens.length - 1]!;
}

/** The token that was consumed last. */
export function previous(p: Parser): Token {
  return p.tokens[p.index - 1] ?? p.token;
}

/** Whether the current token is this word or sign. */
export function at(p: Parser, key: string): boolean {
  return p.token.key === key;
}

/** Whether the current tokens are these words. */
export function atWords(p: Parser, ...keys: readonly string[]): boolean {
  for (let distance = 0; distance < keys.length; distance++) if (peek(p, distance) !== keys[distance]) return false;
  return true;
}

/** Consumes the current token and returns it. */
export function advance(p: Parser): Token {
  const token = p.token;
  if (token.type !== 'end') p.token = p.tokens[++p.index]!;
  return token;
}

/** Consumes this word or sign if it is there. */
export function accept(p: Parser, key: string): boolean {
  if (p.token.key !== key) return false;
  advance(p);
  return true;
}

/** Consumes these words if all are there. */
export function acceptWords(p: Parser, ...keys: readonly string[]): boolean {
  if (!atWords(p, ...keys)) return false;
  for (const _ of keys) advance(p);
  return true;
}

/** Consumes this word or sign, or fails. */
export function expect(p: Parser, key: string): Token {
  if (p.token.key !== key) syntaxError(p);
  return advance(p);
}

/** Consumes these words, or fails at the first that is missing. */
export function expectWords(p: Parser, ...keys: readonly string[]): void {
  for (const key of keys) expect(p, key);
}

/** Consumes one of these words and returns its key, or fails. */
export function expectOne<Key extends string>(p: Parser, keys: readonly Key[]): Key {
  const key = keys.find((candidate) => candidate === p.token.key);
  if (key === undefined) return syntaxError(p);
  advance(p);
  return key;
}

/** From a token to the one consumed last. */
export function spanFrom(p: Parser, start: Token | Span): Span {
  const end = previous(p).end;
  return { start: start.start, end: Math.max(end, start.start), line: start.line };
}

/** Items separated by commas; at least one. */
export function list<Item>(p: Parser, item: (p: Parser) => Item): Item[] {
  const items = [item(p)];
  while (accept(p, ',')) items.push(item(p));
  return items;
}

/** `( item, item )` */
export function parenthesized<Item>(p: Parser, item: (p: Parser) => Item): Item[] {
  expect(p, '(');
  const items = list(p, item);
  expect(p, ')');
  return items;
}

/** What stands in parentheses if there are any, otherwise an empty list. */
export function optionalParenthesized<Item>(p: Parser, item: (p: Parser) => Item): Item[] {
  return at(p, '(') ? parenthesized(p, item) : [];
}

/** Reports 102 or 156 at a token, by default the current one, and unwinds. */
export function syntaxError(p: Parser, token: Token = p.token): never {
  if (token.type === 'end') return fail(p, 102, previous(p), nearText(previous(p)));
  return fail(p, token.type === 'keyword' ? 156 : 102, token, nearText(token));
}

/** Reports a number at a token and unwinds. */
export function fail(p: Parser, number: DiagnosticNumber, token: Token | Span, ...parameters: readonly string[]): never {
  report(p, number, token, ...parameters);
  throw new SyntaxFailure();
}

/** Reports a number at a token and reads no further. */
export function abandon(p: Parser, number: DiagnosticNumber, token: Token | Span, ...parameters: readonly string[]): never {
  report(p, number, token, ...parameters);
  throw new Abandoned();
}

/** Reports a number at a token and goes on. A token is wrong once, whatever else its mistake makes impossible. */
export function report(p: Parser, number: DiagnosticNumber, token: Token | Span, ...parameters: readonly string[]): void {
  if (p.diagnostics.slice(-RECENT).some((other) => other.span.start === token.start && !isFollowed(other, number))) return;
  p.diagnostics.push(diagnostic(number, { start: token.start, end: token.end, line: token.line }, ...parameters));
}

/** How far back a mistake can be seen again. */
const RECENT = 8;

/** SQL Server names an unclosed quote twice, the second time as a syntax error. */
function isFollowed(other: Diagnostic, number: DiagnosticNumber): boolean {
  return other.number === 105 && number === 102;
}

/** SQL Server clips what it names: strings at 129 units, everything else at 128. */
const NEAR_LIMIT = 128;

/** A token as messages name it. */
export function nearText(token: Token): string {
  switch (token.type) {
    case 'string':
    case 'unicodeString':
    case 'doubleQuoted':
      return token.text.slice(0, NEAR_LIMIT + 1);
    case 'binary':
      return `0x${token.text.length % 2 === 0 ? '' : '0'}${token.text.toLowerCase()}`;
    case 'money':
      return `$${token.text}`.slice(0, NEAR_LIMIT);
    default:
      return token.text.slice(0, NEAR_LIMIT);
  }
}

/** SQL Server's limit depends on its stack; this one keeps the parser within a JavaScript stack of one megabyte. */
const MAX_DEPTH = 400;

/** Runs a rule that can nest, one level deeper; 191 beyond the limit. */
export function nested<Result>(p: Parser, rule: (p: Parser) => Result): Result {
  if (p.depth >= MAX_DEPTH) tooDeep(p);
  p.depth++;
  const result = rule(p);
  p.depth--;
  return result;
}

/** Each link of a chain that becomes a tree as deep as the chain is long: joins, ELSE IF, methods. */
const MAX_CHAIN = 1000;

/** 191 when a chain has too many links for those who walk the tree. */
export function checkChain(p: Parser, links: number, most = MAX_CHAIN): void {
  if (links > most) tooDeep(p);
}

function tooDeep(p: Parser): never {
  abandon(p, 191, p.token);
}
