/** The dialog that is open, if any. Those about a procedure wait until it is loaded. */
import type { Procedure } from '@sprocket/studio-contract';
import type { ComponentType } from 'react';
import { useProcedure } from '../state/active.ts';
import type { EditorDialog } from '../state/editor-state.ts';
import { closeDialog, useEditorState, useWorkbench } from '../state/workbench.ts';
import { ConflictDialog } from './conflict.tsx';
import { DeleteDialog } from './delete.tsx';
import { DiscardDialog } from './discard.tsx';
import { DraftHistoryDialog } from './draft-history.tsx';
import { ImportDialog } from './import.tsx';
import { NewProcedureDialog } from './new-procedure.tsx';
import { Palette } from './palette.tsx';
import { PublishDialog } from './publish.tsx';
import { RenameDialog } from './rename.tsx';
import { VersionsDialog } from './versions.tsx';

interface AboutProcedure {
  readonly procedure: Procedure;
  readonly onClose: () => void;
}

const ABOUT: Readonly<Record<Extract<EditorDialog, { procedureId: string }>['kind'], ComponentType<AboutProcedure>>> = {
  rename: RenameDialog,
  delete: DeleteDialog,
  publish: PublishDialog,
  versions: VersionsDialog,
  history: DraftHistoryDialog,
  discard: DiscardDialog,
  conflict: ConflictDialog,
};

export function Dialogs({ onTogglePanel }: { readonly onTogglePanel: () => void }) {
  const workbench = useWorkbench();
  const dialog = useEditorState((state) => state.dialog);
  const onClose = () => closeDialog(workbench);
  const { data: procedure } = useProcedure(dialog !== undefined && 'procedureId' in dialog ? dialog.procedureId : undefined);
  if (dialog === undefined) return null;
  if ('procedureId' in dialog) {
    const About = ABOUT[dialog.kind];
    return procedure === undefined ? null : <About key={procedure.id} procedure={procedure} onClose={onClose} />;
  }
  if (dialog.kind === 'new') return <NewProcedureDialog onClose={onClose} />;
  if (dialog.kind === 'import') return <ImportDialog onClose={onClose} />;
  return <Palette onClose={onClose} onTogglePanel={onTogglePanel} />;
}
