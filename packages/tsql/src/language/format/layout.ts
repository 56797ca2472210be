/**
 * Where lines begin. The tree says what a text consists of; the layout says before which tokens a line begins, and how deep it is indented.
 * Whether something fits on one line is decided by its tokens alone, so that formatting a formatted text changes nothing.
 */
import type { Span } from '../../ast/index.ts';
import type { Token } from '../../lexer/token.ts';
import { isGlued, tokenText } from './spacing.ts';

export interface Layout {
  readonly text: string;
  readonly tokens: readonly Token[];
  /** Depth by index of the token that begins a line. */
  readonly breaks: Map<number, number>;
  /** Words that begin a clause although they are not reserved: USING, OUTPUT, OFFSET. */
  readonly clauses: Set<number>;
  /** Statements, which may keep a blank line before them. */
  readonly statements: Set<number>;
  /** Lengths of the text on one line up to each token. */
  readonly lengths: readonly number[];
  /** How many comments stand before each token, from the start of the text. */
  readonly comments: readonly number[];
}

/** Longer than this, a list takes a line an item. */
export const SHORT = 80;
/** Longer than this, a subquery takes several lines. */
export const SHORT_QUERY = 72;

export function newLayout(text: string, tokens: readonly Token[], comments: readonly number[]): Layout {
  const lengths: number[] = [];
  let length = 0;
  tokens.forEach((token, index) => {
    lengths.push(length);
    if (token.type !== 'end') length += tokenText(text, tokens, index).length + (index > 0 && isGlued(tokens, index) ? 0 : 1);
  });
  return { text, tokens, breaks: new Map(), clauses: new Set(), statements: new Set(), lengths, comments };
}

/** The index of the first token at or after an offset. */
export function indexAt({ tokens }: Layout, offset: number): number {
  let low = 0;
  let high = tokens.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tokens[middle]!.start >= offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Begins a line at an offset. */
export function breakAt(layout: Layout, offset: number, depth: number): void {
  layout.breaks.set(indexAt(layout, offset), depth);
}

/** Begins a line at the nearest token of this word before an offset, unless it is farther than `floor`. */
export function breakBack(layout: Layout, offset: number, key: string, depth: number, floor = 0): void {
  for (let index = indexAt(layout, offset); index >= 0 && layout.tokens[index]!.start >= floor; index--) {
    if (layout.tokens[index]!.key !== key) continue;
    layout.breaks.set(index, depth);
    layout.clauses.add(index);
    return;
  }
}

/** Begins a line at the next token of this word after an offset. */
export function breakNext(layout: Layout, offset: number, key: string, depth: number, ceiling: number): void {
  for (let index = indexAt(layout, offset); index < layout.tokens.length && layout.tokens[index]!.start < ceiling; index++) {
    if (layout.tokens[index]!.key !== key) continue;
    layout.breaks.set(index, depth);
    return;
  }
}

/** Whether what stands between two offsets is at most so long on one line, and has no comments inside. */
export function fits(layout: Layout, { start, end }: Pick<Span, 'start' | 'end'>, limit: number): boolean {
  const from = indexAt(layout, start);
  const to = indexAt(layout, end);
  return layout.lengths[to]! - layout.lengths[from]! <= limit && layout.comments[Math.max(from, to - 1)]! === layout.comments[from]!;
}

/** A line for each item of a list that does not fit on one. */
export function breakList(layout: Layout, items: readonly { readonly span: Span }[], depth: number, limit = SHORT): boolean {
  const [first] = items;
  const last = items[items.length - 1];
  if (first === undefined || last === undefined || fits(layout, { start: first.span.start, end: last.span.end }, limit)) return false;
  for (const { span } of items) breakAt(layout, openingBefore(layout, span.start), depth);
  return true;
}

/** An item's place may be inside of its own parentheses: the line begins after the comma or the word in front of them. */
function openingBefore(layout: Layout, offset: number): number {
  let index = indexAt(layout, offset);
  while (
    index > 0 &&
    layout.tokens[index - 1]!.key === '(' &&
    (layout.tokens[index - 2]?.key === ',' || layout.tokens[index - 2]?.key === 'SELECT')
  )
    index--;
  return layout.tokens[index]!.start;
}
