/** The XPath part of XQuery that the xml methods take: paths, predicates, comparisons, arithmetic and function calls. FLWOR and constructors are refused. */

import { sqlError, unsupported } from '../../errors.ts';

export type Path =
  | { readonly kind: 'path'; readonly absolute: boolean; readonly start: Path | null; readonly steps: readonly Step[] }
  | { readonly kind: 'binary'; readonly op: string; readonly left: Path; readonly right: Path }
  | { readonly kind: 'negate'; readonly operand: Path }
  | { readonly kind: 'string'; readonly value: string }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly Path[] };

export interface Step {
  readonly axis: 'child' | 'attribute' | 'descendant' | 'self' | 'parent' | 'descendant-or-self';
  /** A name, `*`, or a node test such as `text()`. */
  readonly test: string;
  readonly predicates: readonly Path[];
}

const compiled = new Map<string, Path>();

export function parsePath(text: string): Path {
  const known = compiled.get(text);
  if (known !== undefined) return known;
  const parser = new Parser(tokenize(text), text);
  const path = parser.whole();
  compiled.set(text, path);
  return path;
}

const SYMBOLS = ['//', '::', '!=', '<=', '>=', '..', '/', '@', '[', ']', '(', ')', ',', '=', '<', '>', '|', '+', '-', '*', '.', '$', ':'];

function tokenize(text: string): string[] {
  const tokens: string[] = [];
  let at = 0;
  while (at < text.length) {
    const char = text[at] as string;
    if (' \t\r\n'.includes(char)) {
      at += 1;
      continue;
    }
    const token =
      char === '"' || char === "'" ? quoted(text, at) : (word(text, at) ?? SYMBOLS.find((symbol) => text.startsWith(symbol, at)));
    if (token === undefined) throw sqlError(2209, char);
    tokens.push(token);
    at += token.length;
  }
  return tokens;
}

function quoted(text: string, at: number): string {
  const end = text.indexOf(text[at] as string, at + 1);
  if (end < 0) throw sqlError(2209, text.slice(at));
  return text.slice(at, end + 1);
}

/** A name (with its prefix) or a number. */
function word(text: string, at: number): string | undefined {
  const match = /^(?:\d+(?:\.\d+)?|[\p{L}_][\p{L}\p{N}_.-]*(?::[\p{L}_][\p{L}\p{N}_.-]*)?)/u.exec(text.slice(at));
  return match?.[0];
}

const PRECEDENCE: readonly (readonly string[])[] = [
  ['or'],
  ['and'],
  ['=', '!=', '<', '>', '<=', '>=', 'eq', 'ne', 'lt', 'gt', 'le', 'ge'],
  ['|'],
  ['+', '-'],
  ['*', 'div', 'mod'],
];

class Parser {
  readonly #tokens: readonly string[];
  readonly #text: string;
  #at = 0;

  constructor(tokens: readonly string[], text: string) {
    this.#tokens = tokens;
    this.#text = text;
  }

  whole(): Path {
    if (this.#peek() === 'for' || this.#peek() === 'let') throw unsupported('FLWOR expression in XQuery');
    if (this.#peek() === '<') throw unsupported('XQuery constructor');
    const path = this.#binary(0);
    if (this.#at < this.#tokens.length) throw sqlError(2209, this.#peek() ?? this.#text);
    return path;
  }

  #peek(ahead = 0): string | undefined {
    return this.#tokens[this.#at + ahead];
  }

  #takes(token: string): boolean {
    if (this.#peek() !== token) return false;
    this.#at += 1;
    return true;
  }

  #expect(token: string): void {
    if (!this.#takes(token)) throw sqlError(2209, this.#peek() ?? this.#text);
  }

  #binary(level: number): Path {
    const operators = PRECEDENCE[level];
    if (operators === undefined) return this.#unary();
    let left = this.#binary(level + 1);
    for (let op = this.#peek(); op !== undefined && operators.includes(op); op = this.#peek()) {
      this.#at += 1;
      left = { kind: 'binary', op, left, right: this.#binary(level + 1) };
    }
    return left;
  }

  #unary(): Path {
    return this.#takes('-') ? { kind: 'negate', operand: this.#unary() } : this.#path();
  }

  #path(): Path {
    if (this.#peek() === '/' || this.#peek() === '//') return { kind: 'path', absolute: true, start: null, steps: this.#rest() };
    const start = this.#primary();
    if (start !== null) {
      const predicates = this.#predicates();
      const steps = [...(predicates.length > 0 ? [{ axis: 'self' as const, test: 'node()', predicates }] : []), ...this.#rest()];
      return steps.length === 0 ? start : { kind: 'path', absolute: false, start, steps };
    }
    return { kind: 'path', absolute: false, start: null, steps: [this.#step('child'), ...this.#rest()] };
  }

  /** The steps that follow, each behind its slash. */
  #rest(): Step[] {
    const steps: Step[] = [];
    for (;;) {
      if (this.#takes('//')) steps.push(this.#step('descendant'));
      else if (this.#takes('/')) {
        if (this.#startsStep()) steps.push(this.#step('child'));
      } else return steps;
    }
  }

  #startsStep(): boolean {
    const token = this.#peek();
    return token !== undefined && (token === '@' || token === '*' || token === '.' || token === '..' || /^[\p{L}_]/u.test(token));
  }

  #primary(): Path | null {
    const token = this.#peek();
    if (token === undefined) throw sqlError(2209, this.#text);
    if (token === '(') return this.#parenthesised();
    if (token.startsWith('"') || token.startsWith("'")) return this.#literal({ kind: 'string', value: token.slice(1, -1) });
    if (/^\d/.test(token)) return this.#literal({ kind: 'number', value: Number(token) });
    if (token === '$') throw unsupported('variable in XQuery');
    return this.#peek(1) === '(' && !NODE_TESTS.has(token) ? this.#call(token) : null;
  }

  #literal(path: Path): Path {
    this.#at += 1;
    return path;
  }

  #parenthesised(): Path {
    this.#expect('(');
    const inner = this.#binary(0);
    this.#expect(')');
    return inner;
  }

  #call(name: string): Path {
    this.#at += 2;
    const args: Path[] = [];
    while (!this.#takes(')')) {
      args.push(this.#binary(0));
      if (this.#peek() !== ')') this.#expect(',');
    }
    return { kind: 'call', name: name.startsWith('fn:') ? name.slice(3) : name, args };
  }

  #step(axis: 'child' | 'descendant'): Step {
    if (this.#takes('..')) return { axis: 'parent', test: 'node()', predicates: this.#predicates() };
    if (this.#takes('.'))
      return { axis: axis === 'descendant' ? 'descendant-or-self' : 'self', test: 'node()', predicates: this.#predicates() };
    if (this.#takes('@')) return { axis: 'attribute', test: this.#test(), predicates: this.#predicates() };
    return { axis, test: this.#test(), predicates: this.#predicates() };
  }

  #test(): string {
    const token = this.#peek();
    if (token === undefined) throw sqlError(2209, this.#text);
    this.#at += 1;
    if (!NODE_TESTS.has(token) || !this.#takes('(')) return token;
    this.#expect(')');
    return `${token}()`;
  }

  #predicates(): Path[] {
    const predicates: Path[] = [];
    while (this.#takes('[')) {
      predicates.push(this.#binary(0));
      this.#expect(']');
    }
    return predicates;
  }
}

const NODE_TESTS: ReadonlySet<string> = new Set(['text', 'node', 'comment', 'processing-instruction']);
