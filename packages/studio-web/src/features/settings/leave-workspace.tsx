/** Leaves the workspace, after asking. */
import { operations } from '@sprocket/studio-contract';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { call, keyOf } from '../../api/index.ts';
import { useChange } from '../../forms/use-change.ts';
import { useWorkspace } from '../../session/workspace.tsx';
import { AlertDialog, Button, toast } from '../../ui/index.ts';

export function LeaveWorkspace() {
  const { slug, name } = useWorkspace();
  const navigate = useNavigate();
  const [asking, setAsking] = useState(false);
  const leave = useChange({
    change: () => call(operations.leaveWorkspace, { path: { workspace: slug } }),
    stale: [keyOf(operations.listWorkspaces)],
    failure: `You did not leave ${name}`,
    onDone: () => {
      toast(`You left ${name}`);
      void navigate({ to: '/' });
    },
  });
  return (
    <>
      <Button onClick={() => setAsking(true)}>Leave…</Button>
      <AlertDialog
        open={asking}
        onOpenChange={setAsking}
        title={`Leave ${name}?`}
        description="Only an invitation brings you back. The last owner cannot leave."
        action="Leave"
        danger
        busy={leave.isPending}
        onAction={() => leave.mutate(undefined, { onError: () => setAsking(false) })}
      />
    </>
  );
}
