/**
 * What the language service finds wrong: one shape for the parser's errors, for names that the catalog does not know and for rules of good
 * practice, with the place both as offsets and as line and column, so that an editor and a command line can use it alike.
 */
import type { Span } from '../ast/index.ts';
import type { Diagnostic } from '../diagnostics.ts';

export type ProblemSeverity = 'error' | 'warning' | 'info';

/** Something to tell about a place in a text. */
export interface Problem {
  /** SQL Server's number for what the parser finds, a word such as `unknown-table` for everything else. */
  readonly code: string;
  readonly severity: ProblemSeverity;
  readonly message: string;
  readonly span: Span;
  /** 1-based. */
  readonly line: number;
  /** 1-based, in UTF-16 units. */
  readonly column: number;
  /** The text that the message is about; '' for none. */
  readonly near: string;
}

/** A place in a text: both numbers count from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** A replacement of a part of a text. */
export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Builds a problem. */
export function problem(text: string, code: string, severity: ProblemSeverity, span: Span, message: string): Problem {
  const near = text.slice(span.start, Math.min(span.end, span.start + 128));
  return { code, severity, message, span, line: span.line, column: columnAt(text, span.start), near };
}

/** A finding of the parser as a problem. */
export function syntaxProblem(text: string, diagnostic: Diagnostic): Problem {
  const { number, message, span, line, near } = diagnostic;
  return { code: String(number), severity: 'error', message, span, line, column: columnAt(text, span.start), near };
}

/** The 1-based column of an offset. */
export function columnAt(text: string, offset: number): number {
  return offset === 0 ? 1 : offset - text.lastIndexOf('\n', offset - 1);
}

/** The text after edits, which must not overlap. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const ordered = [...edits].sort((a, b) => a.start - b.start);
  let result = '';
  let at = 0;
  for (const edit of ordered) {
    result += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return result + text.slice(at);
}
