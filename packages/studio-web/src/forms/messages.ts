/** What a schema complains about, in plain words. A schema's own message, where it has one, is better and stays. */
import { z } from 'zod';

type Issue = z.core.$ZodRawIssue;

export function plainMessage(issue: Issue): string | undefined {
  switch (issue.code) {
    case 'too_small':
      return tooSmall(issue);
    case 'too_big':
      return issue.origin === 'string' ? `at most ${issue.maximum} characters` : `at most ${issue.maximum}`;
    case 'invalid_type':
      return issue.expected === 'number' || issue.expected === 'int' ? 'must be a whole number' : undefined;
    case 'invalid_format':
      return issue.format === 'email' ? 'is not an email address' : undefined;
    default:
      return undefined;
  }
}

/** From now on, for every schema of the page. */
export function sayPlainly(): void {
  z.config({ customError: plainMessage });
}

function tooSmall(issue: Extract<Issue, { code: 'too_small' }>): string {
  if (issue.origin !== 'string') return `at least ${issue.minimum}`;
  return issue.minimum === 1 ? 'must not be empty' : `at least ${issue.minimum} characters`;
}
