/**
 * Reads a query's text token by token. There is no separate pass, because what a character means depends on where it stands: `<` opens an element
 * where an expression may begin and compares behind one.
 */

import { type SqlError, sqlError } from '../../../errors.ts';
import type { XmlDeclaration } from '../node.ts';
import type { Outside, XQuery } from './syntax.ts';

export interface Token {
  readonly kind: 'name' | 'number' | 'string' | 'symbol' | 'end';
  /** As written; `<eof>` at the end. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

export interface Parser {
  readonly text: string;
  at: number;
  /** The method as messages name it: `value()`, `t.x.value()`. */
  readonly method: string;
  /** Namespaces by prefix; the empty prefix is the default element namespace. */
  namespaces: Map<string, string>;
  readonly prolog: XmlDeclaration[];
  readonly outside: Outside[];
  /** The grammar's own entries, which its parts call. */
  readonly rules: { readonly single: (p: Parser) => XQuery; readonly sequence: (p: Parser) => XQuery };
}

/** An error of this query, behind the method that carries it. */
export function queryError(method: string, number: number, ...args: readonly (string | number)[]): SqlError {
  return sqlError(number, `XQuery [${method}]: `, ...args);
}

export const fail = (p: Parser, number: number, ...args: readonly (string | number)[]): SqlError => queryError(p.method, number, ...args);

/** 2209 at the next token, or at another. */
export const unexpected = (p: Parser, token: Token = peek(p)): SqlError => fail(p, 2209, token.text);

const SYMBOLS = ['//', '::', ':=', '!=', '<=', '>=', '<<', '>>', '..'];
const SINGLE = '/@[](){},=<>|+-*.$;?:';

/** The next token, which stays. */
export function peek(p: Parser): Token {
  return tokenAt(p, p.at);
}

/** The token after the next. */
export function peekSecond(p: Parser): Token {
  return tokenAt(p, peek(p).end);
}

export function tokenAt(p: Parser, from: number): Token {
  const start = skipSpace(p, from);
  const char = p.text[start];
  if (char === undefined) return { kind: 'end', text: '<eof>', start, end: start };
  if (char === '"' || char === "'") return stringToken(p, start, char);
  const number = match(NUMBER, p.text, start);
  if (number !== undefined) return { kind: 'number', text: number, start, end: start + number.length };
  const name = nameAt(p.text, start);
  if (name !== undefined) return { kind: 'name', text: name, start, end: start + name.length };
  const symbol = SYMBOLS.find((each) => p.text.startsWith(each, start)) ?? (SINGLE.includes(char) ? char : undefined);
  if (symbol === undefined) throw fail(p, 2209, char);
  return { kind: 'symbol', text: symbol, start, end: start + symbol.length };
}

const NUMBER = /(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?/uy;
const NAME = /[\p{L}_][\p{L}\p{N}\p{M}_.\-·]*/uy;

function match(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}

/** A name with its prefix, `p:*` included. */
function nameAt(text: string, at: number): string | undefined {
  const first = match(NAME, text, at);
  if (first === undefined || text[at + first.length] !== ':') return first;
  const rest = at + first.length + 1;
  if (text[rest] === '*') return `${first}:*`;
  const local = match(NAME, text, rest);
  return local === undefined ? first : `${first}:${local}`;
}

/** The position behind blanks and `(: comments :)`. */
export function skipSpace(p: Parser, from: number): number {
  let at = from;
  for (;;) {
    while (' \t\r\n'.includes(p.text[at] ?? 'x')) at += 1;
    if (!p.text.startsWith('(:', at)) return at;
    at = commentEnd(p, at);
  }
}

function commentEnd(p: Parser, from: number): number {
  let depth = 0;
  for (let at = from; at < p.text.length; at++) {
    if (p.text.startsWith('(:', at)) depth += 1;
    else if (p.text.startsWith(':)', at)) {
      depth -= 1;
      if (depth === 0) return at + 2;
    } else continue;
    at += 1;
  }
  throw fail(p, 2340, 1);
}

function stringToken(p: Parser, start: number, quote: string): Token {
  let at = start + 1;
  for (;;) {
    const end = p.text.indexOf(quote, at);
    if (end < 0) throw fail(p, 2274, p.text.slice(0, start).split('\n').length);
    if (p.text[end + 1] !== quote) return { kind: 'string', text: p.text.slice(start, end + 1), start, end: end + 1 };
    at = end + 2;
  }
}

export function advance(p: Parser): Token {
  const token = peek(p);
  p.at = token.end;
  return token;
}

/** Whether the next token is this word or symbol; strings and numbers never are. */
export function at(p: Parser, text: string): boolean {
  const token = peek(p);
  return (token.kind === 'symbol' || token.kind === 'name') && token.text === text;
}

export function accept(p: Parser, text: string): boolean {
  if (!at(p, text)) return false;
  advance(p);
  return true;
}

/** 9303 unless the word or symbol comes. */
export function expect(p: Parser, text: string): void {
  if (!accept(p, text)) throw fail(p, 9303, peek(p).text, text);
}

/** 2205 unless the word or symbol comes. */
export function require(p: Parser, text: string): void {
  if (!accept(p, text)) throw fail(p, 2205, text);
}

/** `$name` */
export function variableName(p: Parser): string {
  if (!accept(p, '$')) throw fail(p, 2241);
  const token = advance(p);
  if (token.kind !== 'name') throw fail(p, 2223, token.text);
  return token.text;
}

/** A string literal's value: doubled quotes are one, references are replaced. */
export function stringLiteral(p: Parser): string {
  const token = advance(p);
  if (token.kind !== 'string') throw fail(p, 2225);
  const quote = token.text[0] as string;
  return references(p, token.text.slice(1, -1).replaceAll(quote + quote, quote));
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Text with `&amp;` and `&#10;` replaced: 2282, 2283 and 2285 for what is none. */
export function references(p: Parser, text: string): string {
  return text.replace(/&(#[^;]*;?|\w*;?)/g, (whole, body: string) => {
    if (body === '' || body === ';') throw fail(p, 2282);
    if (!body.endsWith(';')) throw fail(p, 2283, text[text.indexOf(whole) + whole.length] ?? ' ');
    if (!body.startsWith('#')) return NAMED[body.slice(0, -1)] ?? missing(p);
    const number = /^#(?:x([0-9a-fA-F]+)|(\d+));$/.exec(body);
    if (number === null) throw fail(p, 2285);
    return String.fromCodePoint(number[1] === undefined ? Number(number[2]) : Number.parseInt(number[1], 16));
  });
}

function missing(p: Parser): never {
  throw fail(p, 2282);
}

/** The namespace of a prefix; 2229 when there is none. */
export function namespaceOf(p: Parser, prefix: string): string {
  const uri = p.namespaces.get(prefix);
  if (uri === undefined) throw fail(p, 2229, prefix);
  return uri;
}

/** `p:local` in its parts. */
export function splitName(written: string): { readonly prefix: string; readonly local: string } {
  const colon = written.indexOf(':');
  return colon < 0 ? { prefix: '', local: written } : { prefix: written.slice(0, colon), local: written.slice(colon + 1) };
}
