/**
 * Validation: parse, bind, compile, lint, in this order. A step after one that found errors is left out, because what it would say follows from
 * them. Steps that need the environment are left out when it cannot be asked; the answer then says why.
 */
import type { Validation } from '@sprocket/studio-contract';
import { type CatalogSnapshot, type ProcedureName, toCreateOrAlter } from '@sprocket/tsql';
import { EnvironmentRefused, EnvironmentUnreachable } from '../../environments/failures.ts';
import { bindStep } from './bind.ts';
import { compileStep } from './compile.ts';
import { lintStep } from './lint.ts';
import { parseStep } from './parse.ts';
import type { Findings, Severity, StepName, Subject, WithSession } from './step.ts';

export interface ValidationRequest {
  readonly text: string;
  readonly own: ProcedureName;
  readonly severities: Readonly<Record<string, Severity>>;
  /** Undefined when the workspace has none. */
  readonly environment: ValidationEnvironment | undefined;
}

export interface ValidationEnvironment {
  readonly catalog: () => Promise<CatalogSnapshot>;
  readonly withSession: WithSession;
}

export async function validateProcedure({ text, own, severities, environment }: ValidationRequest): Promise<Validation> {
  const run = new Run();
  const deployed = toCreateOrAlter(text, own);
  let subject: Subject = { text, own, severities, catalog: undefined, deployment: deployed.ok ? deployed.deployment : undefined };
  await run.step('parse', () => parseStep(subject));
  if (environment === undefined) run.without('The workspace has no environment yet.');
  else {
    await run.asking('bind', async () => {
      subject = { ...subject, catalog: await environment.catalog() };
      return bindStep(subject);
    });
    await run.asking('compile', () => compileStep(subject, environment.withSession));
  }
  await run.step('lint', () => lintStep(subject));
  return run.result();
}

/** What has been found so far. */
class Run {
  readonly #errors: Validation['errors'] = [];
  readonly #warnings: Validation['warnings'] = [];
  readonly #steps: Validation['steps'] = [];
  #environment: string | null = null;

  async step(name: StepName, find: () => Findings | Promise<Findings>): Promise<void> {
    if (this.#errors.length > 0) return;
    const started = performance.now();
    const { errors, warnings } = await find();
    this.#errors.push(...errors);
    this.#warnings.push(...warnings);
    this.#steps.push({ step: name, milliseconds: Math.round(performance.now() - started) });
  }

  /** A step that asks the environment, which may not answer. */
  async asking(name: StepName, find: () => Promise<Findings>): Promise<void> {
    if (this.#environment !== null) return;
    try {
      await this.step(name, find);
    } catch (error) {
      if (!(error instanceof EnvironmentUnreachable || error instanceof EnvironmentRefused)) throw error;
      this.without(error.message);
    }
  }

  without(reason: string): void {
    this.#environment = reason;
  }

  result(): Validation {
    return {
      valid: this.#errors.length === 0,
      errors: this.#errors,
      warnings: this.#warnings,
      steps: this.#steps,
      environment: this.#environment,
    };
  }
}
