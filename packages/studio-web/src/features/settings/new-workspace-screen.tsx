/** Makes a workspace and goes there; its maker is the owner. */
import { operations } from '@sprocket/studio-contract';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { call, keyBelow } from '../../api/index.ts';
import { TextField } from '../../forms/text-field.tsx';
import { useOperationForm } from '../../forms/use-operation-form.ts';
import { Screen } from '../../shell/screen.tsx';
import { Button, Notice } from '../../ui/index.ts';
import { NewWorkspace, suggestSlug } from './slug.ts';

export function NewWorkspaceScreen() {
  const client = useQueryClient();
  const navigate = useNavigate();
  const form = useOperationForm({
    schema: NewWorkspace,
    defaults: { name: '', slug: '' },
    send: async ({ name, slug }) => {
      const workspace = await call(operations.createWorkspace, { body: { name, ...(slug === '' ? {} : { slug }) } });
      await client.invalidateQueries({ queryKey: keyBelow('workspaces') });
      await navigate({ to: '/c/$slug', params: { slug: workspace.slug } });
    },
  });
  return (
    <Screen title="New workspace" description="Its members share procedures, environments and settings. You become its owner.">
      <form onSubmit={form.submit} noValidate className="flex max-w-sm flex-col items-start gap-3">
        <TextField form={form} name="name" label="Name" className="w-full" input={{ autoFocus: true, placeholder: 'Billing team' }} />
        <TextField
          form={form}
          name="slug"
          label="Address"
          hint="Optional, /c/… : lower-case letters, digits and hyphens. It cannot be changed later."
          className="w-full"
          input={{ placeholder: suggestSlug(form.watch('name')) }}
        />
        {form.problem !== undefined && <Notice tone="danger">{form.problem}</Notice>}
        <Button type="submit" variant="primary" busy={form.busy}>
          Create workspace
        </Button>
      </form>
    </Screen>
  );
}
