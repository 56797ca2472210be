/** Second step: names against the environment's catalog. SQL Server defers them to the first execution, so what is unknown is a warning. */
import { bindAgainst } from '@sprocket/tsql';
import { findings } from './problem-diagnostic.ts';
import { type Findings, NOTHING, type Subject } from './step.ts';

export function bindStep({ text, catalog }: Subject): Findings {
  return catalog === undefined ? NOTHING : findings(text, bindAgainst(text, catalog));
}
