/**
 * What the page and the language worker say to each other.
 *
 * The worker keeps a copy of every open text and is told the edits, not the text, so typing in a long procedure costs the page nothing. Places travel
 * as offsets; the worker answers with the version of the text that it looked at, and answers about an older one are dropped.
 */
import type { CatalogSnapshot, CompletionItem, Definition, Hover, LintSeverities, SignatureHelp } from '@sprocket/tsql';

export interface TextChange {
  readonly offset: number;
  readonly length: number;
  readonly text: string;
}

/** A finding, as an editor marks it: both ends as line and column, from 1. */
export interface Finding {
  readonly code: string;
  readonly severity: 'error' | 'warning' | 'info';
  readonly message: string;
  readonly start: number;
  readonly end: number;
}

export type Question =
  | { readonly kind: 'complete'; readonly document: string; readonly offset: number }
  | { readonly kind: 'hover'; readonly document: string; readonly offset: number }
  | { readonly kind: 'signature'; readonly document: string; readonly offset: number }
  | { readonly kind: 'definition'; readonly document: string; readonly offset: number }
  | { readonly kind: 'format'; readonly document: string };

/** The answer to each kind of question. */
export interface Answers {
  readonly complete: readonly CompletionItem[];
  readonly hover: Hover | null;
  readonly signature: SignatureHelp | null;
  readonly definition: Definition | null;
  /** The whole text, formatted; null when it has syntax errors. */
  readonly format: string | null;
}

export type ToWorker =
  | { readonly kind: 'open'; readonly document: string; readonly version: number; readonly text: string }
  | { readonly kind: 'edit'; readonly document: string; readonly version: number; readonly changes: readonly TextChange[] }
  | { readonly kind: 'close'; readonly document: string }
  | { readonly kind: 'catalog'; readonly catalog: CatalogSnapshot }
  | { readonly kind: 'severities'; readonly severities: LintSeverities }
  | { readonly kind: 'ask'; readonly id: number; readonly question: Question };

export type FromWorker =
  /** `complete` is false for the quick look at the syntax alone, which a whole look follows. */
  | {
      readonly kind: 'findings';
      readonly document: string;
      readonly version: number;
      readonly complete: boolean;
      readonly findings: readonly Finding[];
    }
  | { readonly kind: 'answer'; readonly id: number; readonly answer: unknown };

/** The text after edits, each of which counts in the text before all of them (as Monaco reports them: from the end to the beginning). */
export function applyChanges(text: string, changes: readonly TextChange[]): string {
  const ordered = [...changes].sort((a, b) => b.offset - a.offset);
  return ordered.reduce((so, { offset, length, text: added }) => so.slice(0, offset) + added + so.slice(offset + length), text);
}
