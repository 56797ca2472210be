/**
 * The commands of the SQL Editor for what is in front, in one table: buttons, shortcuts and the command palette draw from it.
 *
 * A command that is not possible says why, which is what its button's tooltip shows; the server decides again.
 */
import type { Procedure } from '@sprocket/studio-contract';
import { useCallback, useMemo } from 'react';
import { useLacking } from '../../../session/workspace.tsx';
import { initialValues, toParameterValues, valueProblem } from '../parameters/values.ts';
import { useActiveProcedure, useEnvironment } from './active.ts';
import { validate } from './changing.ts';
import { withProcedure } from './editor-state.ts';
import { cancelRun, execute } from './executing.ts';
import type { CommandId } from './shortcuts.ts';
import { openDialog, useEditorState, useWorkbench, type Workbench } from './workbench.ts';

export interface Command {
  readonly label: string;
  /** Why it is not possible now. */
  readonly unavailable: string | undefined;
  readonly run: () => void;
}

export type ProcedureCommand = Extract<CommandId, 'execute' | 'validate' | 'save' | 'publish' | 'cancel' | 'format'>;

export function useCommands(): Readonly<Record<ProcedureCommand, Command>> {
  const workbench = useWorkbench();
  const procedure = useActiveProcedure();
  const environment = useEnvironment();
  const needsAuthor = useLacking('author');
  const id = procedure?.id ?? '';
  const running = useEditorState((state) => state.runs[id]?.status === 'running');
  const draftKind = useEditorState((state) => state.drafts[id]?.kind);
  const run = useRunProcedure();
  const nothing = procedure === undefined ? 'Open a procedure first' : undefined;
  const noDraft = nothing ?? (procedure?.draft === null ? 'There is no draft: move it to draft first' : undefined);
  const noEnvironment = environment === null ? 'The workspace has no environment yet' : undefined;
  return useMemo(() => {
    const { documents } = workbench;
    const withFront = (act: (of: Procedure) => void) => () => procedure !== undefined && act(procedure);
    return {
      execute: {
        label: executeLabel(procedure),
        unavailable: nothing ?? whyNotExecute(procedure, running) ?? noEnvironment,
        run: () => run(),
      },
      validate: {
        label: 'Validate on the environment',
        unavailable: nothing ?? needsAuthor ?? noEnvironment,
        run: withFront((of) => void validate(workbench, of)),
      },
      save: {
        label: 'Save draft',
        unavailable: nothing ?? needsAuthor ?? noDraft ?? (draftKind === 'conflict' ? 'Resolve the conflict first' : undefined),
        run: withFront((of) => void documents?.save(of.id)),
      },
      publish: {
        label: 'Publish…',
        unavailable: nothing ?? needsAuthor ?? noDraft ?? noEnvironment,
        run: withFront((of) => openDialog(workbench, { kind: 'publish', procedureId: of.id })),
      },
      cancel: {
        label: 'Cancel execution',
        unavailable: running ? undefined : 'Nothing is running',
        run: withFront((of) => void cancelRun(workbench, of.id)),
      },
      format: { label: 'Format', unavailable: nothing ?? needsAuthor ?? noDraft, run: () => documents?.format() },
    };
  }, [workbench, procedure, nothing, noDraft, noEnvironment, needsAuthor, running, draftKind, run]);
}

/**
 * Executes the procedure in front. One with parameters first shows their form; with the form open it runs with the form's values, unless one of
 * them plainly cannot be right.
 */
export function useRunProcedure(): () => void {
  const workbench = useWorkbench();
  const procedure = useActiveProcedure();
  const environment = useEnvironment();
  return useCallback(() => {
    if (procedure?.published == null) return;
    const { parameters } = procedure.published;
    const state = workbench.store.get();
    if (parameters.length > 0 && state.parametersOpen[procedure.id] !== true) return openParameters(workbench, procedure.id, true);
    const values = state.forms[procedure.id] ?? initialValues(parameters, undefined);
    const wrong = parameters.find((parameter) => valueProblem(parameter, values[parameter.name] ?? { kind: 'null' }) !== undefined);
    if (wrong !== undefined) return focusParameter(wrong.name);
    const timeoutSeconds = state.timeouts[procedure.id] ?? environment?.timeoutSeconds;
    void execute(workbench, procedure, { parameters: toParameterValues(parameters, values), timeoutSeconds });
  }, [workbench, procedure, environment]);
}

export function openParameters(workbench: Workbench, procedureId: string, open: boolean): void {
  workbench.store.update((state) => withProcedure(state, 'parametersOpen', procedureId, open));
}

function focusParameter(name: string): void {
  document.querySelector<HTMLElement>(`[data-parameter="${CSS.escape(name)}"]`)?.focus();
}

function executeLabel(procedure: Procedure | undefined): string {
  if (procedure?.published == null) return 'Execute';
  const live = `Execute version ${procedure.published.version}`;
  return procedure.draft === null ? live : `${live} (the live one, not the draft)`;
}

function whyNotExecute(procedure: Procedure | undefined, running: boolean): string | undefined {
  if (running) return 'It is running';
  if (procedure?.published === null) return 'A draft cannot be executed: publish it first';
  return procedure?.can.execute === false ? 'Needs the role Member or a higher one' : undefined;
}
