/** Adds or changes a template. `{{schema}}` and `{{name}}` in its text stand for those of the new procedure. */
import { operations, type Template } from '@sprocket/studio-contract';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { call, keyBelow, queryOf } from '../../api/index.ts';
import { FormDialog } from '../../forms/form-dialog.tsx';
import { TextAreaField, TextField } from '../../forms/text-field.tsx';
import { bodyOf, useOperationForm } from '../../forms/use-operation-form.ts';
import { useWorkspace } from '../../session/workspace.tsx';
import { Field, Select } from '../../ui/index.ts';

export interface TemplateDialogProps {
  /** Undefined: a new one. */
  readonly template: Template | undefined;
  readonly onClose: () => void;
}

const BEGINNING = 'CREATE OR ALTER PROCEDURE [{{schema}}].[{{name}}]\nAS\nBEGIN\n    SET NOCOUNT ON;\n\nEND\n';

export function TemplateDialog({ template, onClose }: TemplateDialogProps) {
  const { slug } = useWorkspace();
  const client = useQueryClient();
  const path = { workspace: slug };
  const { data: categories = [] } = useQuery(queryOf(operations.listCategories, { path }));
  const form = useOperationForm({
    schema: bodyOf(operations.createTemplate),
    defaults: {
      name: template?.name ?? '',
      description: template?.description ?? '',
      categoryId: template?.categoryId ?? null,
      sqlText: template?.sqlText ?? BEGINNING,
    },
    send: async (body) => {
      if (template === undefined) await call(operations.createTemplate, { path, body });
      else await call(operations.updateTemplate, { path: { ...path, template: template.id }, body });
      await client.invalidateQueries({ queryKey: keyBelow('workspaces', slug, 'templates') });
      onClose();
    },
  });
  return (
    <FormDialog
      title={template === undefined ? 'Add template' : `Edit ${template.name}`}
      width="lg"
      form={form}
      onClose={onClose}
      action={template === undefined ? 'Add' : 'Save'}
    >
      <div className="grid grid-cols-2 gap-3">
        <TextField form={form} name="name" label="Name" />
        <Field label="Category" hint="The category of procedures that are made from it.">
          {(control) => (
            <Select {...control} {...form.register('categoryId', { setValueAs: (value: string | null) => value || null })}>
              <option value="">None</option>
              {categories.map((category) => (
                <option key={category.id} value={category.id}>
                  {category.name}
                </option>
              ))}
            </Select>
          )}
        </Field>
      </div>
      <TextField form={form} name="description" label="Description" />
      <TextAreaField
        form={form}
        name="sqlText"
        label="Text"
        hint="{{schema}} and {{name}} stand for the schema and the name of the new procedure."
        textarea={{ rows: 14, spellCheck: false, wrap: 'off', className: 'font-mono text-xs leading-5' }}
      />
    </FormDialog>
  );
}
