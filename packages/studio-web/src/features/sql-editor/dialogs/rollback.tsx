/** Rolling back to a version: its text becomes the draft, and is published too when that is wished. */
import { operations, type Procedure, type Version } from '@sprocket/studio-contract';
import { useState } from 'react';
import { call, messageOf } from '../../../api/index.ts';
import { AlertDialog, Button, Notice } from '../../../ui/index.ts';
import { procedureTitle } from '../explorer/tree.ts';
import { useOpenProcedure } from '../state/active.ts';
import { adoptProcedure, tell, useWorkbench, type Workbench } from '../state/workbench.ts';
import { publishNow } from './publish.tsx';

export interface RollbackDialogProps {
  readonly procedure: Procedure;
  readonly version: Version;
  readonly onClose: (done: boolean) => void;
}

export function RollbackDialog({ procedure, version, onClose }: RollbackDialogProps) {
  const workbench = useWorkbench();
  const openProcedure = useOpenProcedure();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const run = async (publish: boolean) => {
    setBusy(true);
    const refused = await rollBack(workbench, procedure, version.version, publish);
    setBusy(false);
    if (refused !== undefined) return setProblem(refused);
    openProcedure(procedure.id, procedureTitle(procedure));
    onClose(true);
  };
  return (
    <AlertDialog
      open
      onOpenChange={(open) => !open && onClose(false)}
      title={`Roll back to version ${version.version}?`}
      description={`The draft of ${procedureTitle(procedure)} becomes the text of version ${version.version}; version ${procedure.publishedVersion} stays live.`}
      action="Rollback & Publish"
      busy={busy}
      onAction={() => void run(true)}
      more={
        <Button disabled={busy} onClick={() => void run(false)}>
          Rollback Only
        </Button>
      }
    >
      <Notice tone="warning">
        Rollback updates the draft{procedure.draft !== null && ' and replaces the one that there is now'}. Publishing deploys it to the
        environment, as a new version.
      </Notice>
      {problem !== undefined && <Notice tone="danger">{problem}</Notice>}
    </AlertDialog>
  );
}

/** Returns why it was refused. */
async function rollBack(workbench: Workbench, procedure: Procedure, version: number, publish: boolean): Promise<string | undefined> {
  try {
    await workbench.documents?.save(procedure.id);
    const path = { workspace: workbench.workspace, procedure: procedure.id, version };
    const rolledBack = await call(operations.rollback, { path });
    adoptProcedure(workbench, rolledBack);
    tell(workbench, 'info', `The draft of ${procedureTitle(procedure)} is the text of version ${version} now.`);
    if (!publish) return undefined;
    return await publishNow(workbench, procedure.id, rolledBack.draft?.revision ?? 0);
  } catch (error) {
    return messageOf(error);
  }
}
