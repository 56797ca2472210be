/** A step of validation: what it is given, and what it finds. Steps know nothing of each other; the pipeline decides which one runs. */
import type { SqlDiagnostic, SqlWarning } from '@sprocket/studio-contract';
import type { CatalogSnapshot, Deployment, ProcedureName } from '@sprocket/tsql';
import type { SqlSession } from '../../environments/session.ts';

export type StepName = 'parse' | 'bind' | 'compile' | 'lint';
export type Severity = 'off' | 'info' | 'warning' | 'error';

export interface Findings {
  readonly errors: readonly SqlDiagnostic[];
  readonly warnings: readonly SqlWarning[];
}

/** The draft, and what is known for checking it. */
export interface Subject {
  readonly text: string;
  readonly own: ProcedureName;
  /** What would be deployed; undefined until the text could be read. */
  readonly deployment: Deployment | undefined;
  /** Undefined when the environment cannot be asked. */
  readonly catalog: CatalogSnapshot | undefined;
  /** Severities of rules that differ from their default. */
  readonly severities: Readonly<Record<string, Severity>>;
}

/** Lends a session for the time of one step. */
export type WithSession = <T>(work: (session: SqlSession) => Promise<T>) => Promise<T>;

export const NOTHING: Findings = { errors: [], warnings: [] };
