/** What somebody else saved beside the own text, and the choice between them. */
import type { Procedure } from '@sprocket/studio-contract';
import { Button, Dialog } from '../../../ui/index.ts';
import { DiffView } from '../editor/lazy.tsx';
import { procedureTitle } from '../explorer/tree.ts';
import { useEditorState, useWorkbench } from '../state/workbench.ts';

export function ConflictDialog({ procedure, onClose }: { readonly procedure: Procedure; readonly onClose: () => void }) {
  const { documents } = useWorkbench();
  const draft = useEditorState((state) => state.drafts[procedure.id]);
  if (draft?.kind !== 'conflict') return null;
  const choose = (act: (() => void) | undefined) => () => {
    act?.();
    onClose();
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      width="full"
      title={`Two drafts of ${procedureTitle(procedure)}`}
      description={`Left: what ${draft.newer.savedBy} saved. Right: your text, which is not saved.`}
      bodyClassName="overflow-hidden"
      footer={
        <>
          <Button onClick={onClose}>Decide later</Button>
          <Button onClick={choose(() => documents?.takeNewer(procedure.id))}>Reload theirs</Button>
          <Button variant="primary" onClick={choose(() => documents?.keepMine(procedure.id))}>
            Keep mine
          </Button>
        </>
      }
    >
      <DiffView original={draft.newer.text} modified={documents?.text(procedure.id) ?? ''} label="Their text and yours" />
    </Dialog>
  );
}
