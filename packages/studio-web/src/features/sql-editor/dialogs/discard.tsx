/** Throwing the draft of a published procedure away. */
import type { Procedure } from '@sprocket/studio-contract';
import { useState } from 'react';
import { AlertDialog } from '../../../ui/index.ts';
import { procedureTitle } from '../explorer/tree.ts';
import { discardDraft } from '../state/changing.ts';
import { useWorkbench } from '../state/workbench.ts';

export function DiscardDialog({ procedure, onClose }: { readonly procedure: Procedure; readonly onClose: () => void }) {
  const workbench = useWorkbench();
  const [busy, setBusy] = useState(false);
  const discard = async () => {
    setBusy(true);
    await discardDraft(workbench, procedure);
    onClose();
  };
  return (
    <AlertDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`Discard the draft of ${procedureTitle(procedure)}?`}
      description={`The text of the draft is thrown away; version ${procedure.publishedVersion} stays live and is shown again.`}
      action="Discard draft"
      danger
      busy={busy}
      onAction={() => void discard()}
    />
  );
}
