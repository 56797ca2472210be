/** Renaming a procedure that was never published. */
import { operations, type ProcedureSummary } from '@sprocket/studio-contract';
import { z } from 'zod';
import { call } from '../../../api/index.ts';
import { FormDialog } from '../../../forms/form-dialog.tsx';
import { TextField } from '../../../forms/text-field.tsx';
import { useOperationForm } from '../../../forms/use-operation-form.ts';
import { procedureTitle } from '../explorer/tree.ts';
import { withTab } from '../state/editor-state.ts';
import { adoptProcedure, useWorkbench } from '../state/workbench.ts';

const Names = z.object({ schema: z.string().min(1, 'must not be empty').max(128), name: z.string().min(1, 'must not be empty').max(128) });

export function RenameDialog({ procedure, onClose }: { readonly procedure: ProcedureSummary; readonly onClose: () => void }) {
  const workbench = useWorkbench();
  const form = useOperationForm({
    schema: Names,
    defaults: { schema: procedure.schema, name: procedure.name },
    send: async (body) => {
      const path = { workspace: workbench.workspace, procedure: procedure.id };
      const renamed = await call(operations.updateProcedure, { path, body });
      adoptProcedure(workbench, renamed);
      const title = procedureTitle(renamed);
      workbench.store.update((state) =>
        state.tabs.some(({ id }) => id === renamed.id) ? withTab(state, { kind: 'procedure', id: renamed.id, title }) : state,
      );
      onClose();
    },
  });
  return (
    <FormDialog
      title={`Rename ${procedureTitle(procedure)}`}
      description="The header in the draft's text is yours to change with it."
      form={form}
      action="Rename"
      onClose={onClose}
    >
      <TextField form={form} name="schema" label="Schema" input={{ autoComplete: 'off', spellCheck: false }} />
      <TextField form={form} name="name" label="Name" input={{ autoComplete: 'off', spellCheck: false, autoFocus: true }} />
    </FormDialog>
  );
}
