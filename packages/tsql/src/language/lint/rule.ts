/** What a rule of good practice is: a row of data, and a check that is called for every node of the tree, in the order of the text, or once. */
import type { QueryBody, Span } from '../../ast/index.ts';
import type { CatalogSnapshot } from '../catalog.ts';
import type { Document } from '../document.ts';
import type { SyntaxNode } from '../nodes.ts';
import type { Problem, ProblemSeverity, TextEdit } from '../problem.ts';

export type LintSeverity = ProblemSeverity | 'off';

/** A rule as the settings of a workspace show it. */
export interface LintRule {
  readonly id: string;
  readonly title: string;
  /** Why it matters, in a sentence or two. */
  readonly why: string;
  readonly severity: LintSeverity;
}

/** What a rule found. */
export interface LintFinding extends Problem {
  readonly ruleId: string;
  /** A change that removes the finding without changing what the procedure is meant to do. */
  readonly fix?: TextEdit;
}

/** What a check looks at, and how it reports. */
export interface LintContext {
  readonly document: Document;
  readonly catalog: CatalogSnapshot | null;
  /** Bodies of EXISTS, whose select lists do not matter. */
  readonly existsBodies: Set<QueryBody>;
  readonly report: (span: Span, message: string, fix?: TextEdit) => void;
}

/** A rule with its check. */
export interface CheckedRule extends LintRule {
  readonly node?: (node: SyntaxNode, context: LintContext) => void;
  readonly document?: (context: LintContext) => void;
}
