/**
 * Annotations: comments of the form `-- @sprocket:key` or `-- @sprocket:key=value` (`@aul:` is the same) on the lines right before a
 * statement. They apply to that statement. Other comments may stand between them; a blank line ends the block, and so does code, so that
 * a comment behind one statement never speaks for the next.
 */
import type { Span, Statement } from './ast/index.ts';
import { countLines, skipBlockComment, skipLineComment } from './lexer/scan.ts';

/** One annotation. */
export interface Annotation {
  /** In lower case. */
  readonly key: string;
  /** What follows `=`, trimmed; null without `=`. */
  readonly value: string | null;
  /** The comment. */
  readonly span: Span;
}

/** The annotations of each statement of one list, in the order of the text; statements without any are not in the map. */
export function annotations(text: string, statements: readonly Statement[]): ReadonlyMap<Statement, readonly Annotation[]> {
  const found = new Map<Statement, readonly Annotation[]>();
  let from = { start: 0, end: 0, line: 1 };
  for (const statement of statements) {
    const block = commentsBefore(text, from, statement.span);
    const list = block.map((comment) => annotation(text, comment)).filter((item) => item !== null);
    if (list.length > 0) found.set(statement, list);
    from = { ...statement.span, line: statement.span.line + countLines(text, statement.span.start, statement.span.end) };
  }
  return found;
}

interface Comment extends Span {
  readonly endLine: number;
}

/** The comments that stand without a blank line between them and the statement; the text between two statements has nothing else. */
function commentsBefore(text: string, from: Span, statement: Span): readonly Comment[] {
  let block: Comment[] = [];
  let line = from.line;
  // A comment on the line where the previous statement ends belongs to that one.
  let occupied = from.end > 0 ? from.line : 0;
  let at = from.end;
  while (at < statement.start) {
    const end = skipComment(text, at);
    if (end === at) {
      if (text[at] === '\n') line++;
      else if (text[at]!.trim() !== '') occupied = line;
      at++;
      continue;
    }
    const comment = { start: at, end, line, endLine: line + countLines(text, at, end) };
    const last = block[block.length - 1];
    if (last !== undefined && comment.line > last.endLine + 1) block = [];
    if (comment.line === occupied) block = [];
    else block.push(comment);
    line = comment.endLine;
    at = end;
  }
  const last = block[block.length - 1];
  return last === undefined || statement.line > last.endLine + 1 || occupied > last.line ? [] : block;
}

/** The end of a comment that begins here; the same offset when none does. */
function skipComment(text: string, at: number): number {
  if (text.startsWith('--', at)) return skipLineComment(text, at);
  if (!text.startsWith('/*', at)) return at;
  const end = skipBlockComment(text, at);
  return end < 0 ? text.length : end;
}

const ANNOTATION = /^--\s*@(?:sprocket|aul):([A-Za-z][\w.-]*)\s*(?:=(.*))?$/i;

function annotation(text: string, comment: Comment): Annotation | null {
  const match = ANNOTATION.exec(text.slice(comment.start, comment.end).trimEnd());
  if (match === null) return null;
  const span = { start: comment.start, end: comment.end, line: comment.line };
  return { key: match[1]!.toLowerCase(), value: match[2]?.trim() ?? null, span };
}
