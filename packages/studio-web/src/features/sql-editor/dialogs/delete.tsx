/** Deleting a procedure from the workspace, and from the environment when that is asked for. */
import { operations, type ProcedureSummary } from '@sprocket/studio-contract';
import { useState } from 'react';
import { call, messageOf } from '../../../api/index.ts';
import { AlertDialog, Checkbox, Notice } from '../../../ui/index.ts';
import { procedureTitle } from '../explorer/tree.ts';
import { useCloseTab, useEnvironment } from '../state/active.ts';
import { refreshProcedures, tell, useWorkbench } from '../state/workbench.ts';

export function DeleteDialog({ procedure, onClose }: { readonly procedure: ProcedureSummary; readonly onClose: () => void }) {
  const workbench = useWorkbench();
  const closeTab = useCloseTab();
  const environment = useEnvironment();
  const [drop, setDrop] = useState(false);
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  const title = procedureTitle(procedure);
  const remove = async () => {
    setBusy(true);
    try {
      await call(operations.deleteProcedure, {
        path: { workspace: workbench.workspace, procedure: procedure.id },
        query: { drop: String(drop) },
      });
      closeTab(procedure.id);
      refreshProcedures(workbench);
      tell(workbench, 'info', `${title} was deleted${drop ? ', also from the environment' : ''}.`);
      onClose();
    } catch (error) {
      setProblem(messageOf(error));
      setBusy(false);
    }
  };
  return (
    <AlertDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`Delete ${title}?`}
      description="Its draft, its versions and its presets go with it. This cannot be undone."
      action="Delete"
      danger
      busy={busy}
      onAction={() => void remove()}
    >
      {procedure.publishedVersion !== null && environment != null && (
        <Checkbox
          label={`Drop it from ${environment.name} too`}
          hint={`Otherwise version ${procedure.publishedVersion} stays in the database ${environment.database} and can be imported again.`}
          checked={drop}
          onCheckedChange={setDrop}
        />
      )}
      {problem !== undefined && <Notice tone="danger">{problem}</Notice>}
    </AlertDialog>
  );
}
