/** A new procedure: its name, its category, and a text to begin from. */
import { operations, type Procedure } from '@sprocket/studio-contract';
import { useQuery } from '@tanstack/react-query';
import { call, queryOf } from '../../../api/index.ts';
import { FormDialog } from '../../../forms/form-dialog.tsx';
import { TextField } from '../../../forms/text-field.tsx';
import { bodyOf, useOperationForm } from '../../../forms/use-operation-form.ts';
import { Field, Select } from '../../../ui/index.ts';
import { procedureTitle } from '../explorer/tree.ts';
import { useCategories } from '../explorer/use-procedures.ts';
import { useOpenProcedure } from '../state/active.ts';
import { adoptProcedure, tell, useWorkbench } from '../state/workbench.ts';

export function NewProcedureDialog({ onClose }: { readonly onClose: () => void }) {
  const workbench = useWorkbench();
  const openProcedure = useOpenProcedure();
  const { workspace } = workbench;
  const { data: categories = [] } = useCategories();
  const { data: templates = [] } = useQuery(queryOf(operations.listTemplates, { path: { workspace } }));
  const form = useOperationForm({
    schema: bodyOf(operations.createProcedure),
    defaults: { schema: 'dbo', name: '', categoryId: null, templateId: undefined },
    send: async (body) => {
      const created: Procedure = await call(operations.createProcedure, { path: { workspace }, body });
      adoptProcedure(workbench, created);
      tell(workbench, 'info', `${procedureTitle(created)} was created as a draft.`);
      onClose();
      openProcedure(created.id, procedureTitle(created));
    },
  });
  return (
    <FormDialog
      title="New procedure"
      description="It begins as a draft. Nothing reaches the environment before you publish it."
      form={form}
      action="Create"
      onClose={onClose}
    >
      <div className="flex gap-3">
        <TextField form={form} name="schema" label="Schema" className="w-28" input={{ autoComplete: 'off', spellCheck: false }} />
        <TextField
          form={form}
          name="name"
          label="Name"
          className="flex-1"
          input={{ autoComplete: 'off', spellCheck: false, autoFocus: true }}
        />
      </div>
      <Field label="Category">
        {(control) => (
          <Select {...control} {...form.register('categoryId', { setValueAs: (value: string) => (value === '' ? null : value) })}>
            <option value="">No category</option>
            {categories.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field label="Template">
        {(control) => (
          <Select {...control} {...form.register('templateId', { setValueAs: (value: string) => (value === '' ? undefined : value) })}>
            <option value="">A small skeleton</option>
            {templates.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        )}
      </Field>
    </FormDialog>
  );
}
