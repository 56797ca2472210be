/** First step: the text is one procedure in one batch, it can be read, and its header names this procedure. Needs no environment. */
import { toCreateOrAlter } from '@sprocket/tsql';
import { findings } from './problem-diagnostic.ts';
import { type Findings, NOTHING, type Subject } from './step.ts';

export function parseStep({ text, own }: Subject): Findings {
  const result = toCreateOrAlter(text, own);
  return result.ok ? NOTHING : findings(text, result.diagnostics);
}
