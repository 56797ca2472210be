/** Deletes the workspace, once its name was typed. */
import { operations } from '@sprocket/studio-contract';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { call, keyBelow } from '../../api/index.ts';
import { useChange } from '../../forms/use-change.ts';
import { useLacking, useWorkspace } from '../../session/workspace.tsx';
import { AlertDialog, Field, GatedButton, Input, toast } from '../../ui/index.ts';

export function DeleteWorkspace() {
  const lacking = useLacking('owner');
  const [asking, setAsking] = useState(false);
  return (
    <>
      <GatedButton variant="danger" unavailable={lacking} onClick={() => setAsking(true)}>
        Delete…
      </GatedButton>
      {asking && <DeleteDialog onClose={() => setAsking(false)} />}
    </>
  );
}

function DeleteDialog({ onClose }: { readonly onClose: () => void }) {
  const { slug, name } = useWorkspace();
  const navigate = useNavigate();
  const client = useQueryClient();
  const [typed, setTyped] = useState('');
  const remove = useChange({
    change: () => call(operations.deleteWorkspace, { path: { workspace: slug } }),
    stale: [],
    failure: `${name} was not deleted`,
    onDone: async () => {
      toast(`${name} was deleted`);
      // What belongs to it must not be asked for again while its screen is still drawn.
      client.removeQueries({ queryKey: keyBelow('workspaces'), exact: true });
      await navigate({ to: '/' });
      client.removeQueries({ queryKey: keyBelow('workspaces', slug) });
    },
  });
  return (
    <AlertDialog
      open
      onOpenChange={onClose}
      title={`Delete ${name}?`}
      description="This cannot be undone."
      action="Delete the workspace"
      danger
      disabled={typed !== name}
      busy={remove.isPending}
      onAction={() => remove.mutate(undefined)}
    >
      <Field label={<>Type “{name}” to go on</>}>
        {(control) => <Input {...control} value={typed} autoComplete="off" onChange={(event) => setTyped(event.currentTarget.value)} />}
      </Field>
    </AlertDialog>
  );
}
