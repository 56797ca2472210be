/** The explorer's context menu: what concerns the list. Publishing and executing live in the status bar. */
import { type Category, operations } from '@sprocket/studio-contract';
import { FileCode, FolderInput, History, PencilLine, Trash2 } from 'lucide-react';
import { call } from '../../../api/index.ts';
import { useLacking } from '../../../session/workspace.tsx';
import { type MenuItem, toastError } from '../../../ui/index.ts';
import { useOpenProcedure } from '../state/active.ts';
import { adoptProcedure, openDialog, useWorkbench } from '../state/workbench.ts';
import { procedureTitle, type TreeRow } from './tree.ts';

export function useProcedureMenu(row: TreeRow | undefined, categories: readonly Category[]): readonly MenuItem[] {
  const workbench = useWorkbench();
  const readOnly = useLacking('author') !== undefined;
  const openProcedure = useOpenProcedure();
  if (row?.kind !== 'procedure') {
    return [{ kind: 'action', label: 'New procedure…', disabled: readOnly, onSelect: () => openDialog(workbench, { kind: 'new' }) }];
  }
  const { procedure, id } = row;
  const dialog = (kind: 'rename' | 'delete' | 'versions') => () => openDialog(workbench, { kind, procedureId: id });
  const move = async (categoryId: string | null) => {
    try {
      const path = { workspace: workbench.workspace, procedure: id };
      adoptProcedure(workbench, await call(operations.updateProcedure, { path, body: { categoryId } }));
    } catch (error) {
      toastError('Could not move the procedure', error);
    }
  };
  const choice = (label: string, categoryId: string | null): MenuItem => ({
    kind: 'choice',
    label,
    checked: procedure.categoryId === categoryId,
    onSelect: () => void move(categoryId),
  });
  return [
    { kind: 'action', label: 'Open', icon: FileCode, onSelect: () => openProcedure(id, procedureTitle(procedure)) },
    {
      kind: 'action',
      label: 'Version history…',
      icon: History,
      disabled: procedure.publishedVersion === null,
      onSelect: dialog('versions'),
    },
    { kind: 'separator' },
    {
      kind: 'action',
      label: procedure.publishedVersion === null ? 'Rename…' : 'Rename (never after publishing)',
      icon: PencilLine,
      disabled: readOnly || procedure.publishedVersion !== null,
      onSelect: dialog('rename'),
    },
    ...(readOnly
      ? []
      : [
          {
            kind: 'submenu' as const,
            label: 'Move to category',
            icon: FolderInput,
            items: [...categories.map(({ name, id: categoryId }) => choice(name, categoryId)), choice('No category', null)],
          },
        ]),
    { kind: 'separator' },
    { kind: 'action', label: 'Delete…', icon: Trash2, danger: true, disabled: readOnly, onSelect: dialog('delete') },
  ];
}
