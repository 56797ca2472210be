/** What the language service finds, in the shapes of the contract. */
import type { SqlDiagnostic } from '@sprocket/studio-contract';
import type { Problem } from '@sprocket/tsql';
import type { Findings } from './step.ts';

/** Errors and warnings apart. */
export function findings(text: string, problems: readonly Problem[]): Findings {
  const errors = problems.filter(({ severity }) => severity === 'error');
  const warnings = problems.filter(({ severity }) => severity !== 'error');
  return {
    errors: errors.map((problem) => problemDiagnostic(text, problem)),
    warnings: warnings.map((problem) => ({
      ...problemDiagnostic(text, problem),
      severity: problem.severity === 'info' ? ('info' as const) : ('warning' as const),
    })),
  };
}

export function problemDiagnostic(text: string, { message, code, line, column, span, near }: Problem): SqlDiagnostic {
  const marked = text.slice(span.start, span.end).split('\n');
  const last = marked.at(-1) ?? '';
  return {
    message,
    code,
    line,
    column,
    endLine: line + marked.length - 1,
    endColumn: marked.length === 1 ? column + last.length : last.length + 1,
    ...(near === '' ? {} : { near }),
  };
}
