/**
 * Text to tokens, in one pass and never failing: what is wrong inside a token (an unclosed quote or comment, a name that is too long)
 * becomes a diagnostic beside the tokens, and scanning goes on. Comments and blanks leave no token. Every character belongs somewhere:
 * one that T-SQL does not know is a sign, which the parser will refuse with its name.
 */
import type { Diagnostic, DiagnosticNumber } from '../diagnostics.ts';
import { diagnostic } from '../diagnostics.ts';
import { RESERVED_WORDS } from './keywords.ts';
import { countLines, isBlank, isDigit, isLetter, isWord, skipBlockComment, skipLineComment, skipQuoted } from './scan.ts';
import type { Token, TokenType } from './token.ts';

export interface LexResult {
  /** Ends with one token of type `end`. */
  readonly tokens: readonly Token[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Cuts one batch into tokens. */
export function lex(text: string): LexResult {
  const lexer: Lexer = { text, at: 0, line: 1, tokens: [], diagnostics: [] };
  while (lexer.at < text.length) next(lexer);
  push(lexer, 'end', '', '', text.length);
  return { tokens: lexer.tokens, diagnostics: lexer.diagnostics };
}

interface Lexer {
  readonly text: string;
  at: number;
  line: number;
  readonly tokens: Token[];
  readonly diagnostics: Diagnostic[];
}

const MAX_NAME = 128;

function next(lexer: Lexer): void {
  const { text, at } = lexer;
  const code = text.charCodeAt(at);
  if (code === 10) {
    lexer.line++;
    lexer.at++;
  } else if (isBlank(code)) lexer.at++;
  else if ((code === 78 || code === 110) && text.charCodeAt(at + 1) === 39) quoted(lexer, 'unicodeString', "'", 2);
  else if (isLetter(code)) word(lexer);
  else if (isDigit(code) || (code === 46 && isDigit(text.charCodeAt(at + 1)))) number(lexer, code);
  else special(lexer, code);
}

function special(lexer: Lexer, code: number): void {
  const { text, at } = lexer;
  if (code === 39) quoted(lexer, 'string', "'", 1);
  else if (code === 34) quoted(lexer, 'doubleQuoted', '"', 1);
  else if (code === 91) quoted(lexer, 'quotedName', ']', 1);
  else if (code === 45 && text.charCodeAt(at + 1) === 45) lexer.at = skipLineComment(text, at);
  else if (code === 47 && text.charCodeAt(at + 1) === 42) blockComment(lexer);
  else if (code === 36 && isLetter(text.charCodeAt(at + 1))) word(lexer);
  else if (isCurrency(code)) money(lexer);
  else sign(lexer);
}

/** Upper-case form and class of the words seen last; most words of a script come again. */
const SEEN = new Map<string, { readonly key: string; readonly type: TokenType }>();
const SEEN_LIMIT = 4096;

function word(lexer: Lexer): void {
  const { text } = lexer;
  let end = lexer.at + 1;
  while (end < text.length && isWord(text.charCodeAt(end))) end++;
  const raw = text.slice(lexer.at, end);
  if (raw.length > MAX_NAME) report(lexer, 103, lexer.at, end, raw.slice(0, MAX_NAME), String(MAX_NAME));
  if (raw.charCodeAt(0) === 64) push(lexer, 'variable', raw, '', end);
  else {
    const seen = SEEN.get(raw) ?? classify(raw);
    push(lexer, seen.type, raw, seen.key, end);
  }
}

function classify(raw: string): { readonly key: string; readonly type: TokenType } {
  const key = raw.toUpperCase();
  const seen = { key, type: RESERVED_WORDS.has(key) ? 'keyword' : 'word' } as const;
  if (SEEN.size >= SEEN_LIMIT) SEEN.clear();
  SEEN.set(raw, seen);
  return seen;
}

function number(lexer: Lexer, first: number): void {
  const { text, at } = lexer;
  if (first === 48 && (text.charCodeAt(at + 1) | 32) === 120) return binary(lexer);
  let end = skipDigits(text, at);
  let type: TokenType = 'integer';
  if (text.charCodeAt(end) === 46) {
    type = 'decimal';
    end = skipDigits(text, end + 1);
  }
  if ((text.charCodeAt(end) | 32) === 101) {
    type = 'float';
    end = skipExponent(text, end);
  }
  push(lexer, type, text.slice(at, end), '', end);
}

function binary(lexer: Lexer): void {
  const { text, at } = lexer;
  let end = at + 2;
  // A backslash before a line end continues the constant on the next line.
  while (isHex(text.charCodeAt(end)) || continuation(text, end) > 0) end += continuation(text, end) || 1;
  push(lexer, 'binary', text.slice(at + 2, end).replace(CONTINUATION, ''), '', end);
}

function money(lexer: Lexer): void {
  const { text, at } = lexer;
  let end = skipDigits(text, at + 1);
  if (text.charCodeAt(end) === 46) end = skipDigits(text, end + 1);
  push(lexer, 'money', text.slice(at + 1, end), '', end);
}

/** Strings and quoted names. An unclosed one runs to the end of the text and is reported where it opened. */
function quoted(lexer: Lexer, type: TokenType, close: string, open: number): void {
  const { text, at } = lexer;
  const after = skipQuoted(text, at + open, close);
  const end = after < 0 ? text.length : after;
  const raw = text.slice(at + open, after < 0 ? end : end - 1);
  const value = unquote(raw, close, type !== 'quotedName');
  if (after < 0) report(lexer, 105, at, end, value);
  else if (type === 'quotedName') checkName(lexer, value, end);
  push(lexer, after < 0 ? 'unclosed' : type, value, '', end);
}

function checkName(lexer: Lexer, value: string, end: number): void {
  if (value === '') report(lexer, 1038, lexer.at, end);
  else if (value.length > MAX_NAME) report(lexer, 103, lexer.at, end, value.slice(0, MAX_NAME), String(MAX_NAME));
}

const CONTINUATION = /\\\r?\n/g;

function unquote(raw: string, close: string, string: boolean): string {
  const joined = string && raw.includes('\\') ? raw.replace(CONTINUATION, '') : raw;
  return joined.includes(close) ? joined.replaceAll(close + close, close) : joined;
}

/** The length of a backslash and line end at an offset, or 0. */
function continuation(text: string, at: number): number {
  if (text.charCodeAt(at) !== 92) return 0;
  if (text.charCodeAt(at + 1) === 10) return 2;
  return text.charCodeAt(at + 1) === 13 && text.charCodeAt(at + 2) === 10 ? 3 : 0;
}

function blockComment(lexer: Lexer): void {
  const { text, at } = lexer;
  const after = skipBlockComment(text, at);
  const end = after < 0 ? text.length : after;
  lexer.line += countLines(text, at, end);
  lexer.at = end;
  // SQL Server reports the line on which the text ends, unlike for an unclosed quote.
  if (after < 0) report(lexer, 113, end, end);
}

/** Signs of two or three characters; everything else is one character. */
const LONG_SIGNS: Readonly<Record<string, readonly string[]>> = {
  '<': ['<=', '<>', '<<'],
  '>': ['>=', '>>'],
  '!': ['!=', '!<', '!>'],
  '+': ['+='],
  '-': ['-='],
  '*': ['*='],
  '/': ['/='],
  '%': ['%='],
  '&': ['&='],
  '|': ['||=', '||', '|='],
  '^': ['^='],
  ':': ['::'],
};

function sign(lexer: Lexer): void {
  const { text, at } = lexer;
  const first = text[at]!;
  const long = LONG_SIGNS[first]?.find((candidate) => text.startsWith(candidate, at)) ?? first;
  push(lexer, 'sign', long, long, at + long.length);
}

const MAY_SPAN_LINES: ReadonlySet<TokenType> = new Set(['unclosed', 'string', 'unicodeString', 'quotedName', 'doubleQuoted', 'binary']);

function push(lexer: Lexer, type: TokenType, text: string, key: string, end: number): void {
  const start = lexer.at;
  lexer.tokens.push({ type, text, key, start, end, line: lexer.line });
  if (MAY_SPAN_LINES.has(type)) lexer.line += countLines(lexer.text, start, end);
  lexer.at = end;
}

function report(lexer: Lexer, number: DiagnosticNumber, start: number, end: number, ...parameters: string[]): void {
  lexer.diagnostics.push(diagnostic(number, { start, end, line: lexer.line }, ...parameters));
}

function skipDigits(text: string, from: number): number {
  let index = from;
  while (isDigit(text.charCodeAt(index))) index++;
  return index;
}

/** `1e` without digits is a float as well. */
function skipExponent(text: string, from: number): number {
  const sign = text.charCodeAt(from + 1);
  return skipDigits(text, sign === 43 || sign === 45 ? from + 2 : from + 1);
}

function isHex(code: number): boolean {
  return isDigit(code) || ((code | 32) >= 97 && (code | 32) <= 102);
}

/** The signs of rupee, taka, baht, riel and rial, and the small and wide forms of those of Latin-1. */
const RARE_CURRENCIES: ReadonlySet<number> = new Set([0x9f2, 0x9f3, 0xe3f, 0x17db, 0xfdfc, 0xfe69, 0xff04, 0xffe0, 0xffe1, 0xffe5, 0xffe6]);

function isCurrency(code: number): boolean {
  return code === 36 || (code >= 0xa2 && code <= 0xa5) || (code >= 0x20a0 && code <= 0x20cf) || RARE_CURRENCIES.has(code);
}
