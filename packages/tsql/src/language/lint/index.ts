/**
 * Rules of good practice, as a table. A workspace chooses the severity of each; those that are on by default are almost always mistakes.
 * All rules share one walk over the tree, so that their number costs little.
 */
import type { CatalogSnapshot } from '../catalog.ts';
import { documentOf } from '../document.ts';
import { walkAll } from '../nodes.ts';
import type { TextEdit } from '../problem.ts';
import { problem } from '../problem.ts';
import { PROCEDURE_RULES } from './procedure.ts';
import { QUERY_RULES, specifications } from './queries.ts';
import type { CheckedRule, LintContext, LintFinding, LintRule, LintSeverity } from './rule.ts';

export type { LintFinding, LintRule, LintSeverity } from './rule.ts';

const RULES: readonly CheckedRule[] = [...QUERY_RULES, ...PROCEDURE_RULES];

/** All rules, with their default severities. */
export const lintRules: readonly LintRule[] = RULES.map(({ id, title, why, severity }) => ({ id, title, why, severity }));

/** Severities by rule; a rule that is not named keeps its own. */
export type LintSeverities = Readonly<Record<string, LintSeverity | undefined>>;

/** What the rules that are on find, in the order of the text. */
export function lint(text: string, catalog: CatalogSnapshot | null = null, severities: LintSeverities = {}): readonly LintFinding[] {
  const document = documentOf(text);
  const findings: LintFinding[] = [];
  const existsBodies: LintContext['existsBodies'] = new Set();
  const active = RULES.flatMap((rule) => {
    const severity = severities[rule.id] ?? rule.severity;
    if (severity === 'off') return [];
    const report: LintContext['report'] = (span, message, fix?: TextEdit) =>
      findings.push({ ...problem(text, rule.id, severity, span, message), ruleId: rule.id, ...(fix === undefined ? {} : { fix }) });
    return [{ rule, context: { document, catalog, existsBodies, report } }];
  });
  walkAll(document.statements, (node) => {
    if (node.kind === 'exists') for (const body of specifications(node.query.body)) existsBodies.add(body);
    for (const { rule, context } of active) rule.node?.(node, context);
  });
  for (const { rule, context } of active) rule.document?.(context);
  return findings.sort((a, b) => a.span.start - b.span.start);
}
