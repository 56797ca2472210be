/** Full-text search conditions as trees: what CONTAINS takes is a language of its own, FREETEXT takes any text. */

import { sqlError } from '../../errors.ts';
import { wordsOf } from './words.ts';

export type Condition =
  | { readonly kind: 'and' | 'or'; readonly left: Condition; readonly right: Condition }
  | { readonly kind: 'andNot'; readonly left: Condition; readonly right: Condition }
  /** Words one after the other; null stands for any word. `prefix`: the words are beginnings. */
  | { readonly kind: 'phrase'; readonly words: readonly (string | null)[]; readonly prefix: boolean }
  /** Forms of words. */
  | { readonly kind: 'forms'; readonly words: readonly string[] }
  | { readonly kind: 'near'; readonly terms: readonly Condition[]; readonly distance: number; readonly ordered: boolean }
  | { readonly kind: 'weighted'; readonly terms: readonly { readonly term: Condition; readonly weight: number }[] };

/** How an index takes texts apart. */
export interface Breaking {
  /** Whether accents tell words apart. */
  readonly accents: boolean;
  /** What tells the list of words that are left out from others: its name, or its words. */
  readonly stoplist: string;
  /** Whether a word is left out. */
  readonly isStopWord: (word: string) => boolean;
}

/** The condition of FREETEXT: any form of any word. */
export function freeText(text: string, { accents, isStopWord }: Breaking): Condition {
  if (text.trim() === '') throw sqlError(7645);
  const words = wordsOf(text, accents).map((word) => word.text);
  return { kind: 'forms', words: words.filter((word) => !isStopWord(word)) };
}

/** The condition of CONTAINS. Raises 7630 and 7645. */
export function parseCondition(text: string, breaking: Breaking): Condition {
  if (text.trim() === '') throw sqlError(7645);
  const parser: Parser = { text, tokens: tokensOf(text), at: 0, ...breaking };
  const condition = disjunction(parser);
  if (parser.at < parser.tokens.length) throw syntaxError(parser);
  return condition;
}

interface Token {
  readonly kind: 'word' | 'string' | 'sign';
  readonly text: string;
}

interface Parser extends Breaking {
  readonly text: string;
  readonly tokens: readonly Token[];
  at: number;
}

const TOKEN = /\s*(?:"((?:[^"]|"")*)"|([()|&!~,])|([^\s()|&!~,"]+))/gy;

function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.trimEnd().length) {
    const match = TOKEN.exec(text);
    if (match === null) throw sqlError(7630, '"', text);
    if (match[1] !== undefined) tokens.push({ kind: 'string', text: match[1].replaceAll('""', '"') });
    else tokens.push(match[2] === undefined ? { kind: 'word', text: match[3] ?? '' } : { kind: 'sign', text: match[2] });
  }
  return tokens;
}

const peek = ({ tokens, at }: Parser, ahead = 0): Token | undefined => tokens[at + ahead];

function syntaxError(parser: Parser): Error {
  return sqlError(7630, peek(parser)?.text ?? parser.tokens.at(-1)?.text ?? '', parser.text);
}

function accept(parser: Parser, ...texts: readonly string[]): boolean {
  const next = peek(parser);
  if (next === undefined || next.kind === 'string' || !texts.includes(next.text.toUpperCase())) return false;
  parser.at += 1;
  return true;
}

function expect(parser: Parser, text: string): void {
  if (!accept(parser, text)) throw syntaxError(parser);
}

function disjunction(parser: Parser): Condition {
  let left = conjunction(parser);
  while (accept(parser, 'OR', '|')) left = { kind: 'or', left, right: conjunction(parser) };
  return left;
}

function conjunction(parser: Parser): Condition {
  let left = proximity(parser);
  while (accept(parser, 'AND', '&')) {
    const negated = accept(parser, 'NOT', '!');
    left = { kind: negated ? 'andNot' : 'and', left, right: proximity(parser) };
  }
  return left;
}

/** `a NEAR b ~ c`: within fifty words. */
function proximity(parser: Parser): Condition {
  const first = term(parser);
  const terms = [first];
  while (accept(parser, 'NEAR', '~')) terms.push(term(parser));
  return terms.length === 1 ? first : { kind: 'near', terms, distance: 50, ordered: false };
}

function term(parser: Parser): Condition {
  const next = peek(parser);
  if (next === undefined) throw syntaxError(parser);
  if (accept(parser, '(')) {
    const inner = disjunction(parser);
    expect(parser, ')');
    return inner;
  }
  if (next.kind === 'word' && peek(parser, 1)?.text === '(') {
    const generic = GENERIC[next.text.toUpperCase()];
    if (generic === undefined) throw syntaxError(parser);
    parser.at += 2;
    const found = generic(parser);
    expect(parser, ')');
    return found;
  }
  return simple(parser);
}

const RESERVED: ReadonlySet<string> = new Set(['AND', 'OR', 'NOT', 'NEAR']);

/** A word, or a phrase in quotation marks; with a star at the end of either in quotation marks, what begins so. */
function simple(parser: Parser): Condition {
  const next = peek(parser);
  if (next === undefined || next.kind === 'sign' || (next.kind === 'word' && RESERVED.has(next.text.toUpperCase())))
    throw syntaxError(parser);
  parser.at += 1;
  // Two words need quotation marks or an operator between them.
  const after = peek(parser);
  if (after !== undefined && after.kind !== 'sign' && !RESERVED.has(after.text.toUpperCase()) && !isWeight(after))
    throw syntaxError(parser);
  const prefix = next.kind === 'string' && next.text.trimEnd().endsWith('*');
  const words = wordsOf(next.text, parser.accents).map((word) => word.text);
  if (words.length === 0) throw sqlError(7645);
  return { kind: 'phrase', words: words.map((word) => (!prefix && parser.isStopWord(word) ? null : word)), prefix };
}

const isWeight = ({ kind, text }: Token): boolean => kind === 'word' && text.toUpperCase() === 'WEIGHT';

const GENERIC: Readonly<Record<string, (parser: Parser) => Condition>> = {
  FORMSOF: (parser) => {
    if (!accept(parser, 'INFLECTIONAL', 'THESAURUS')) throw syntaxError(parser);
    const words: string[] = [];
    while (accept(parser, ',')) {
      const found = simple(parser);
      if (found.kind === 'phrase') words.push(...found.words.filter((word) => word !== null));
    }
    if (words.length === 0) throw syntaxError(parser);
    return { kind: 'forms', words };
  },
  ISABOUT: (parser) => {
    const terms: { readonly term: Condition; readonly weight: number }[] = [];
    do terms.push({ term: term(parser), weight: weight(parser) });
    while (accept(parser, ','));
    return { kind: 'weighted', terms };
  },
  NEAR: (parser) => {
    const grouped = accept(parser, '(');
    const terms = [term(parser)];
    let distance = grouped ? Number.POSITIVE_INFINITY : 50;
    let ordered = false;
    while (accept(parser, ',')) terms.push(term(parser));
    if (grouped) {
      expect(parser, ')');
      if (accept(parser, ',')) distance = number(parser);
      if (accept(parser, ',')) ordered = accept(parser, 'TRUE') || !accept(parser, 'FALSE');
    }
    return { kind: 'near', terms, distance, ordered };
  },
};

function number(parser: Parser): number {
  const next = peek(parser)?.text ?? '';
  if (next.toUpperCase() === 'MAX') {
    parser.at += 1;
    return Number.POSITIVE_INFINITY;
  }
  if (!/^\d+$/.test(next)) throw syntaxError(parser);
  parser.at += 1;
  return Number(next);
}

/** `WEIGHT (.5)`; 1 without one. */
function weight(parser: Parser): number {
  if (!accept(parser, 'WEIGHT')) return 1;
  expect(parser, '(');
  const value = Number(peek(parser)?.text);
  if (!(value >= 0 && value <= 1)) throw syntaxError(parser);
  parser.at += 1;
  expect(parser, ')');
  return value;
}
