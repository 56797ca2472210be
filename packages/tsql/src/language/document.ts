/**
 * A draft as the language service sees it: its tokens, its tree and its comments, with every place counted in the draft itself. A draft is
 * one batch; SET batches before it, as tools script them, are blanked out so that offsets and lines stay what they are. Reading is cached for
 * the texts seen last, because linting, binding and hovering ask for the same text one after the other.
 */
import type { Span, Statement } from '../ast/index.ts';
import type { Diagnostic } from '../diagnostics.ts';
import type { Batch } from '../lexer/batches.ts';
import { splitBatches } from '../lexer/batches.ts';
import { lex } from '../lexer/lex.ts';
import { skipBlockComment, skipLineComment } from '../lexer/scan.ts';
import type { Token } from '../lexer/token.ts';
import { parse, parseWithTokens } from '../parser/parse.ts';

export interface Document {
  readonly text: string;
  /** Of the draft's own batch; ends with the token `end`. */
  readonly tokens: readonly Token[];
  readonly statements: readonly Statement[];
  readonly diagnostics: readonly Diagnostic[];
  /** Where the draft's own batch stands in the text. */
  readonly start: number;
  readonly end: number;
  /** SET batches before it. */
  readonly before: readonly Batch[];
  /** Batches after it. */
  readonly after: readonly Batch[];
}

const CACHE: Document[] = [];
const CACHE_SIZE = 8;

/** Reads a draft. */
export function documentOf(text: string): Document {
  const known = CACHE.find((document) => document.text === text);
  if (known !== undefined) return known;
  const document = read(text);
  CACHE.unshift(document);
  CACHE.length = Math.min(CACHE.length, CACHE_SIZE);
  return document;
}

/** The comments of a stretch of text in which nothing else but blanks and tokens stands. */
export function commentsBetween(text: string, from: number, to: number, line: number): readonly Span[] {
  const comments: Span[] = [];
  let at = from;
  let current = line;
  while (at < to) {
    const end = commentEnd(text, at);
    if (end > at) comments.push({ start: at, end, line: current });
    for (const next = Math.max(end, at + 1); at < next; at++) if (text[at] === '\n') current++;
  }
  return comments;
}

function commentEnd(text: string, at: number): number {
  if (text.startsWith('--', at)) return skipLineComment(text, at);
  if (!text.startsWith('/*', at)) return at;
  const end = skipBlockComment(text, at);
  return end < 0 ? text.length : end;
}

function read(text: string): Document {
  const split = splitBatches(text);
  const batches = split.length === 1 ? split : split.filter((batch) => lex(batch.text).tokens.length > 1);
  const found = batches.length === 1 ? 0 : batches.findIndex((batch) => !isSettings(batch.text));
  const own = found < 0 ? batches.length - 1 : found;
  const batch = batches[own] ?? { text, start: 0 };
  const end = batch.start + batch.text.length;
  const source = batch.start === 0 ? batch.text : text.slice(0, batch.start).replace(/[^\n]/g, ' ') + batch.text;
  const { statements, diagnostics, tokens } = parseWithTokens(source);
  return {
    text,
    tokens,
    statements,
    diagnostics,
    start: batch.start,
    end,
    before: batches.slice(0, Math.max(own, 0)),
    after: batches.slice(own + 1),
  };
}

/** Whether a batch does nothing but SET options. */
function isSettings(text: string): boolean {
  if (lex(text).tokens[0]?.key !== 'SET') return false;
  const { statements, diagnostics } = parse(text);
  return diagnostics.length === 0 && statements.every((statement) => statement.kind === 'setOptions');
}
