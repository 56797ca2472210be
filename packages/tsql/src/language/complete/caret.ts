/**
 * Where the caret stands, from tokens alone: a statement that is being typed is rarely one that can be parsed. A caret inside a comment or a
 * string is nowhere.
 */
import { lex } from '../../lexer/lex.ts';
import type { Token } from '../../lexer/token.ts';
import { commentsBetween } from '../document.ts';

export interface Caret {
  readonly text: string;
  readonly offset: number;
  readonly tokens: readonly Token[];
  /** How many tokens end before the word that is being typed. */
  readonly index: number;
  /** The word that is being typed: it is replaced by what is chosen. */
  readonly word: string;
  readonly replace: { readonly start: number; readonly end: number };
}

const TYPED: ReadonlySet<Token['type']> = new Set(['word', 'keyword', 'variable', 'quotedName']);

/** The place of an offset; null inside comments and strings. */
export function caretAt(text: string, offset: number): Caret | null {
  const { tokens } = lex(text);
  const index = firstEndingAfter(tokens, offset);
  const token = tokens[index]!;
  const inside = token.start < offset && offset <= token.end;
  if (inside && (token.type === 'string' || token.type === 'unicodeString' || isOpenString(token, text))) {
    if (offset < token.end || token.type === 'unclosed') return null;
  }
  if (!inside && inComment(text, tokens[index - 1]?.end ?? 0, offset)) return null;
  const typed = inside && TYPED.has(token.type);
  const start = typed || token.type === 'unclosed' ? Math.min(token.start, offset) : offset;
  const word = text.slice(start, offset);
  return {
    text,
    offset,
    tokens,
    index: inside && !typed && token.type !== 'unclosed' ? index + 1 : index,
    word,
    replace: { start, end: typed ? token.end : offset },
  };
}

/** An unclosed bracket is a name that is being typed. */
function isOpenString(token: Token, text: string): boolean {
  return token.type === 'unclosed' && text[token.start] !== '[';
}

function firstEndingAfter(tokens: readonly Token[], offset: number): number {
  let low = 0;
  let high = tokens.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tokens[middle]!.end >= offset && tokens[middle]!.type !== 'end') high = middle;
    else if (tokens[middle]!.type === 'end') high = middle;
    else low = middle + 1;
  }
  return low;
}

function inComment(text: string, from: number, offset: number): boolean {
  const end = text.indexOf('\n', offset);
  const comments = commentsBetween(text, from, end < 0 ? text.length : end, 1);
  return comments.some(
    (comment) => comment.start < offset && (offset < comment.end || (text.startsWith('--', comment.start) && offset === comment.end)),
  );
}

/** The offset's neighbours: `tokenBefore(caret)` is the last complete token. */
export function tokenBefore(caret: Caret, distance = 1): Token | undefined {
  return caret.tokens[caret.index - distance];
}

const STARTS: ReadonlySet<string> = new Set(
  'SELECT INSERT UPDATE DELETE MERGE EXEC EXECUTE DECLARE SET IF WHILE BEGIN RETURN PRINT RAISERROR TRUNCATE FETCH OPEN CLOSE CREATE ALTER DROP GOTO'.split(
    ' ',
  ),
);
const QUERY_STARTS: ReadonlySet<string> = new Set(['SELECT', 'UPDATE', 'DELETE', 'MERGE', 'INSERT']);

/** A stretch of tokens that is one SELECT or data change, without what is in parentheses around it. */
export interface Level {
  readonly from: number;
  readonly to: number;
}

/** The queries around the caret, the nearest first. */
export function levelsAt({ tokens, index }: Caret): readonly Level[] {
  const levels: Level[] = [];
  let at = index - 1;
  while (at >= 0) {
    const { query, open } = backwards(tokens, at);
    if (query >= 0) levels.push({ from: query, to: levelEnd(tokens, query, index) });
    at = open - 1;
  }
  return levels;
}

/** Goes back at one depth: the query's first word, and the parenthesis that opens the depth (-1 for none). */
function backwards(tokens: readonly Token[], from: number): { readonly query: number; readonly open: number } {
  let query = -1;
  let depth = 0;
  for (let at = from; at >= 0; at--) {
    const { key } = tokens[at]!;
    if (key === ')') depth++;
    else if (key === '(' && depth-- === 0) return { query, open: at };
    else if (depth > 0) continue;
    else if (key === ';') return { query, open: -1 };
    else if (query < 0 && QUERY_STARTS.has(key) && tokens[at - 1]?.key !== 'THEN' && tokens[at - 1]?.key !== 'FOR') query = at;
    else if (query < 0 && STARTS.has(key) && !isPartOfChange(tokens, at)) return { query, open: -1 };
  }
  return { query, open: -1 };
}

/** SET belongs to UPDATE, and INSERT or UPDATE after THEN to MERGE. */
function isPartOfChange(tokens: readonly Token[], at: number): boolean {
  const { key } = tokens[at]!;
  if (key === 'SET') return true;
  return tokens[at - 1]?.key === 'THEN' || (key === 'UPDATE' && tokens[at - 1]?.key === 'FOR');
}

function levelEnd(tokens: readonly Token[], from: number, caret: number): number {
  let depth = 0;
  for (let at = from + 1; at < tokens.length; at++) {
    const { key, type } = tokens[at]!;
    if (type === 'end' || (key === ')' && depth === 0)) return at;
    if (key === '(') depth++;
    else if (key === ')') depth--;
    else if (depth > 0) continue;
    else if (key === ';' || key === 'UNION' || key === 'EXCEPT' || key === 'INTERSECT') return at;
    else if (at >= caret && STARTS.has(key) && !isPartOfChange(tokens, at)) return at;
  }
  return tokens.length - 1;
}
