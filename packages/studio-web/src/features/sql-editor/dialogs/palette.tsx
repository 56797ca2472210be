/** The command palette: every action of the editor and every procedure, by name. */
import { FileCode } from 'lucide-react';
import { useLacking } from '../../../session/workspace.tsx';
import { type CommandGroup, CommandPalette } from '../../../ui/index.ts';
import { procedureTitle } from '../explorer/tree.ts';
import { useProcedures } from '../explorer/use-procedures.ts';
import { useOpenProcedure } from '../state/active.ts';
import { useCommands } from '../state/commands.ts';
import { shortcutLabels } from '../state/shortcuts.ts';
import { openDialog, showPanelTab, useWorkbench } from '../state/workbench.ts';

export function Palette({ onClose, onTogglePanel }: { readonly onClose: () => void; readonly onTogglePanel: () => void }) {
  const workbench = useWorkbench();
  const commands = useCommands();
  const needsAuthor = useLacking('author');
  const { data } = useProcedures();
  const openProcedure = useOpenProcedure();
  // The palette closes first and gives the focus back; what opens a dialog comes after that.
  const later = (act: () => void) => () => void setTimeout(act, 0);
  const actions: CommandGroup = {
    heading: 'Actions',
    entries: [
      ...Object.entries(commands).map(([id, { label, unavailable, run }]) => ({
        id,
        label,
        shortcut: shortcutLabels[id as keyof typeof commands],
        disabled: unavailable !== undefined,
        ...(unavailable === undefined ? {} : { detail: unavailable }),
        run: later(run),
      })),
      { id: 'new', label: 'New procedure…', disabled: needsAuthor !== undefined, run: later(() => openDialog(workbench, { kind: 'new' })) },
      {
        id: 'import',
        label: 'Import from the environment…',
        disabled: needsAuthor !== undefined,
        run: later(() => openDialog(workbench, { kind: 'import' })),
      },
      { id: 'panel', label: 'Show or hide the panel', shortcut: shortcutLabels['toggle-panel'], run: onTogglePanel },
      { id: 'messages', label: 'Show messages', run: () => showPanelTab(workbench, 'messages') },
    ],
  };
  const procedures: CommandGroup = {
    heading: 'Procedures',
    entries: (data?.items ?? []).map((procedure) => ({
      id: procedure.id,
      label: procedureTitle(procedure),
      icon: FileCode,
      run: later(() => openProcedure(procedure.id, procedureTitle(procedure))),
    })),
  };
  return (
    <CommandPalette
      open
      onOpenChange={(open) => !open && onClose()}
      placeholder="Find a procedure or an action"
      groups={[procedures, actions]}
    />
  );
}
