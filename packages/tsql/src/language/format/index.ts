/**
 * The formatter: keywords in upper case, a line a clause, blocks indented, comments kept. It changes blanks and the case of keywords and nothing
 * else: the result is read again, and if its tokens were not those of the draft, the draft would come back as it was.
 */
import type { Span } from '../../ast/index.ts';
import { splitBatches } from '../../lexer/batches.ts';
import { lex } from '../../lexer/lex.ts';
import type { Token } from '../../lexer/token.ts';
import { parse } from '../../parser/parse.ts';
import { commentsBetween } from '../document.ts';
import type { Problem } from '../problem.ts';
import { syntaxProblem } from '../problem.ts';
import { newLayout } from './layout.ts';
import { layoutStatements } from './statements.ts';
import { write } from './write.ts';

export interface FormatOptions {
  /** Blanks of one level; 4 unless told otherwise. */
  readonly indent?: number;
}

/** The formatted text; with a syntax error the text as it was, and what is wrong with it. */
export interface FormatResult {
  readonly text: string;
  readonly diagnostics: readonly Problem[];
}

/** Formats a draft or a script of several batches. */
export function format(text: string, options: FormatOptions = {}): FormatResult {
  const indent = ' '.repeat(options.indent ?? 4);
  let result = '';
  let at = 0;
  for (const batch of splitBatches(text)) {
    const { statements, diagnostics } = parse(batch.text);
    const [first] = diagnostics;
    if (first !== undefined) return { text, diagnostics: [syntaxProblem(text, moved(first, batch.start, batch.startLine))] };
    result += separator(text.slice(at, batch.start)) + formatBatch(batch.text, statements, indent);
    at = batch.start + batch.text.length;
  }
  result += separator(text.slice(at));
  return { text: sameTokens(text, result) ? result : text, diagnostics: [] };
}

/** GO and the blanks around it, between two batches. */
function separator(text: string): string {
  const line = text.trim();
  return line === '' ? '' : `${line}\n`;
}

function formatBatch(text: string, statements: Parameters<typeof layoutStatements>[1], indent: string): string {
  const { tokens } = lex(text);
  const comments = tokens.map((token, index): readonly Span[] => commentsBetween(text, tokens[index - 1]?.end ?? 0, token.start, 1));
  let count = 0;
  const counts = comments.map((list) => {
    count += list.length;
    return count;
  });
  const layout = newLayout(text, tokens, counts);
  layoutStatements(layout, statements, 0);
  return write(layout, comments, indent);
}

function moved<T extends { readonly span: Span; readonly line: number }>(item: T, start: number, startLine: number): T {
  const { span } = item;
  const line = span.line + startLine - 1;
  return { ...item, line: item.line + startLine - 1, span: { start: span.start + start, end: span.end + start, line } };
}

/** Whether two texts are the same to SQL Server. */
function sameTokens(a: string, b: string): boolean {
  const left = lex(a).tokens;
  const right = lex(b).tokens;
  return left.length === right.length && left.every((token, index) => sameToken(token, right[index]!));
}

function sameToken(a: Token, b: Token): boolean {
  return a.type === b.type && a.key === b.key && (a.key !== '' || a.text === b.text);
}
