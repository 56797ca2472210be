/**
 * Commands that change a procedure: validate, move to draft, discard, format on the way to publishing.
 *
 * Each saves the text first where the server needs it, tells its outcome in Messages, and puts the answer into the cache, from which every pane draws.
 */
import { operations, type Procedure } from '@sprocket/studio-contract';
import { call, messageOf } from '../../../api/index.ts';
import { toastError } from '../../../ui/index.ts';
import { procedureTitle } from '../explorer/tree.ts';
import { validationEntries } from '../results/log.ts';
import { withMessages, withPanelTab, withProcedure } from './editor-state.ts';
import { adoptProcedure, tell, type Workbench } from './workbench.ts';

/** Validates the text in the editor on the environment; the findings become markers, a banner and messages. */
export async function validate(workbench: Workbench, procedure: Procedure): Promise<void> {
  const { id } = procedure;
  if (workbench.store.get().validations[id] === 'running') return;
  workbench.store.update((state) => withProcedure(state, 'validations', id, 'running'));
  const text = workbench.documents?.text(id);
  try {
    const path = { workspace: workbench.workspace, procedure: id };
    const validation = await call(operations.validate, { path, body: text === undefined ? {} : { text } });
    const entries = validationEntries(validation, { procedureId: id, procedure: procedureTitle(procedure) });
    workbench.store.update((state) => withMessages(withProcedure(state, 'validations', id, validation), entries));
    if (entries.length > 1) workbench.store.update((state) => withPanelTab(state, 'messages'));
    workbench.documents?.mark(id);
  } catch (error) {
    workbench.store.update((state) => withProcedure(state, 'validations', id, undefined));
    tell(workbench, 'error', `${procedureTitle(procedure)} could not be validated: ${messageOf(error)}`);
    toastError('Could not validate', error);
  }
}

/** Makes a draft from the published text, which stays live. */
export async function moveToDraft(workbench: Workbench, procedure: Procedure): Promise<void> {
  await change(workbench, procedure, 'Could not move to draft', async (path) => {
    adoptProcedure(workbench, await call(operations.moveToDraft, { path }));
    tell(workbench, 'info', `${procedureTitle(procedure)} has a draft now; version ${procedure.publishedVersion} stays live.`);
  });
}

/** Throws the draft away; the published text is shown again. */
export async function discardDraft(workbench: Workbench, procedure: Procedure): Promise<void> {
  await change(workbench, procedure, 'Could not discard the draft', async (path) => {
    adoptProcedure(workbench, await call(operations.discardDraft, { path }));
    tell(workbench, 'info', `The draft of ${procedureTitle(procedure)} was discarded.`);
  });
}

type Path = { readonly workspace: string; readonly procedure: string };

async function change(workbench: Workbench, procedure: Procedure, failed: string, act: (path: Path) => Promise<void>): Promise<void> {
  try {
    await act({ workspace: workbench.workspace, procedure: procedure.id });
  } catch (error) {
    tell(workbench, 'error', `${procedureTitle(procedure)}: ${messageOf(error)}`);
    toastError(failed, error);
  }
}
