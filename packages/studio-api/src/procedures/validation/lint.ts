/** Last step: the rules of good practice, with the severities of the workspace. A rule that is set to error keeps a draft from being published. */
import { lint } from '@sprocket/tsql';
import { findings } from './problem-diagnostic.ts';
import type { Findings, Subject } from './step.ts';

export function lintStep({ text, catalog, severities }: Subject): Findings {
  return findings(text, lint(text, catalog, severities));
}
