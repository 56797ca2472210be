/** Templates that a new procedure can begin from. */
import { operations, type Template } from '@sprocket/studio-contract';
import { useQuery } from '@tanstack/react-query';
import { FileText, Plus } from 'lucide-react';
import { useState } from 'react';
import { queryOf } from '../../api/index.ts';
import { useLacking, useWorkspace } from '../../session/workspace.tsx';
import { Load } from '../../shell/load.tsx';
import { Screen } from '../../shell/screen.tsx';
import { EmptyState, GatedButton } from '../../ui/index.ts';
import { TemplateDialog } from './template-dialog.tsx';
import { TemplateTable } from './template-table.tsx';

export function TemplatesScreen() {
  const { slug } = useWorkspace();
  const lacking = useLacking('admin');
  const templates = useQuery(queryOf(operations.listTemplates, { path: { workspace: slug } }));
  const [editing, setEditing] = useState<Template | 'new'>();
  return (
    <Screen
      title="Templates"
      description="What a new procedure can begin from."
      layout="flush"
      actions={
        <GatedButton variant="primary" unavailable={lacking} onClick={() => setEditing('new')}>
          <Plus aria-hidden />
          Add template
        </GatedButton>
      }
    >
      <Load query={templates}>
        {(list) =>
          list.length === 0 ? (
            <EmptyState icon={FileText} title="No templates yet">
              A template holds the header, error handling and conventions that your procedures share.
            </EmptyState>
          ) : (
            <TemplateTable templates={list} onEdit={setEditing} />
          )
        }
      </Load>
      {editing !== undefined && <TemplateDialog template={editing === 'new' ? undefined : editing} onClose={() => setEditing(undefined)} />}
    </Screen>
  );
}
