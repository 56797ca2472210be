/** What the language service answers to an editor: plain data, which travels between threads as it is. */
import type { Span } from '../ast/index.ts';

export type CompletionKind =
  | 'keyword'
  | 'schema'
  | 'table'
  | 'view'
  | 'column'
  | 'procedure'
  | 'function'
  | 'variable'
  | 'parameter'
  | 'cte'
  | 'temp-table'
  | 'type'
  | 'alias';

/** Something that may be typed at the caret. */
export interface CompletionItem {
  readonly label: string;
  readonly kind: CompletionKind;
  /** What to insert in place of `replace`. */
  readonly insertText: string;
  /** The part of the text that the item replaces: the word that is being typed. */
  readonly replace: { readonly start: number; readonly end: number };
  /** A type or a signature, for the right edge of the list. */
  readonly detail?: string;
  readonly documentation?: string;
  /** Items sort by this text: what is nearest first. */
  readonly sortText: string;
}

/** What to show about the name under the pointer. */
export interface Hover {
  readonly span: Span;
  /** T-SQL, to be shown as code. */
  readonly code: string;
  /** A sentence or two in plain text. */
  readonly text?: string;
}

/** The call around the caret. */
export interface SignatureHelp {
  readonly label: string;
  readonly parameters: readonly SignatureParameter[];
  /** Index of the argument at the caret; -1 when it is beyond the last parameter. */
  readonly activeParameter: number;
  readonly documentation?: string;
}

export interface SignatureParameter {
  /** A part of the signature's label. */
  readonly label: string;
  readonly documentation?: string;
}

export type DefinitionKind =
  | 'variable'
  | 'parameter'
  | 'cte'
  | 'temp-table'
  | 'table-variable'
  | 'alias'
  | 'cursor'
  | 'label'
  | 'table'
  | 'view'
  | 'synonym'
  | 'procedure'
  | 'function'
  | 'type'
  | 'column'
  | 'builtin';

/** Where a name is defined: a place in the text, or an object of the catalog. */
export interface Definition {
  readonly kind: DefinitionKind;
  readonly name: string;
  /** Of an object of the catalog. */
  readonly schema?: string;
  /** Absent when it is defined outside of the text. */
  readonly span?: Span;
}

/** A line of the outline. */
export interface OutlineItem {
  readonly name: string;
  readonly kind:
    | 'procedure'
    | 'parameter'
    | 'variable'
    | 'temp-table'
    | 'table-variable'
    | 'cte'
    | 'cursor'
    | 'label'
    | 'try'
    | 'transaction';
  readonly span: Span;
}

export type SemanticTokenKind = 'variable' | 'parameter' | 'table' | 'column' | 'function' | 'procedure' | 'type' | 'alias' | 'temp-table';

/** A name and what it stands for, in the order of the text. */
export interface SemanticToken {
  readonly start: number;
  readonly end: number;
  readonly kind: SemanticTokenKind;
}
