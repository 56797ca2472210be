/** The workspace itself: its name, leaving it, deleting it. */
import { operations } from '@sprocket/studio-contract';
import { useQueryClient } from '@tanstack/react-query';
import { call, keyBelow } from '../../api/index.ts';
import { TextField } from '../../forms/text-field.tsx';
import { bodyOf, useOperationForm } from '../../forms/use-operation-form.ts';
import { useLacking, useWorkspace } from '../../session/workspace.tsx';
import { Screen, Section } from '../../shell/screen.tsx';
import { GatedButton, Notice, toast } from '../../ui/index.ts';
import { DeleteWorkspace } from './delete-workspace.tsx';
import { LeaveWorkspace } from './leave-workspace.tsx';

export function SettingsScreen() {
  return (
    <Screen title="Settings" description="The workspace itself.">
      <Section title="General">
        <RenameForm />
      </Section>
      <Section title="Leave the workspace" description="You lose your access at once. What you made stays.">
        <LeaveWorkspace />
      </Section>
      <Section
        title="Delete the workspace"
        description="Its procedures, drafts, versions and audit are deleted for everybody. The environments keep the procedures that were published on them."
      >
        <DeleteWorkspace />
      </Section>
    </Screen>
  );
}

function RenameForm() {
  const workspace = useWorkspace();
  const lacking = useLacking('admin');
  const client = useQueryClient();
  const form = useOperationForm({
    schema: bodyOf(operations.updateWorkspace),
    defaults: { name: workspace.name },
    send: async (body) => {
      await call(operations.updateWorkspace, { path: { workspace: workspace.slug }, body });
      await client.invalidateQueries({ queryKey: keyBelow('workspaces') });
      toast('The workspace was renamed');
    },
  });
  return (
    <form onSubmit={form.submit} noValidate className="flex max-w-sm flex-col items-start gap-3">
      <TextField
        form={form}
        name="name"
        label="Name"
        hint={`Its address /c/${workspace.slug} stays as it is.`}
        className="w-full"
        input={{ readOnly: lacking !== undefined }}
      />
      {form.problem !== undefined && <Notice tone="danger">{form.problem}</Notice>}
      <GatedButton type="submit" unavailable={lacking} busy={form.busy}>
        Save name
      </GatedButton>
    </form>
  );
}
