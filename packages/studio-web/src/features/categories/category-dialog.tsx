/** Adds a category at the end, or changes its name and description. */
import { type Category, operations } from '@sprocket/studio-contract';
import { useQueryClient } from '@tanstack/react-query';
import { call, keyBelow } from '../../api/index.ts';
import { FormDialog } from '../../forms/form-dialog.tsx';
import { TextAreaField, TextField } from '../../forms/text-field.tsx';
import { bodyOf, useOperationForm } from '../../forms/use-operation-form.ts';
import { useWorkspace } from '../../session/workspace.tsx';

export interface CategoryDialogProps {
  /** Undefined: a new one. */
  readonly category: Category | undefined;
  readonly onClose: () => void;
}

export function CategoryDialog({ category, onClose }: CategoryDialogProps) {
  const { slug } = useWorkspace();
  const client = useQueryClient();
  const form = useOperationForm({
    schema: bodyOf(operations.createCategory),
    defaults: { name: category?.name ?? '', description: category?.description ?? '' },
    send: async (body) => {
      const path = { workspace: slug };
      if (category === undefined) await call(operations.createCategory, { path, body });
      else await call(operations.updateCategory, { path: { ...path, category: category.id }, body });
      await client.invalidateQueries({ queryKey: keyBelow('workspaces', slug, 'categories') });
      onClose();
    },
  });
  return (
    <FormDialog
      title={category === undefined ? 'Add category' : `Edit ${category.name}`}
      form={form}
      onClose={onClose}
      action={category === undefined ? 'Add' : 'Save'}
    >
      <TextField form={form} name="name" label="Name" />
      <TextAreaField form={form} name="description" label="Description" hint="Optional: what belongs into it." />
    </FormDialog>
  );
}
