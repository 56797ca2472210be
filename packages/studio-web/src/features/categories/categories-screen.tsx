/** The categories that group procedures in the explorer, in their order. */
import { type Category, operations } from '@sprocket/studio-contract';
import { useQuery } from '@tanstack/react-query';
import { FolderTree, Plus } from 'lucide-react';
import { useState } from 'react';
import { queryOf } from '../../api/index.ts';
import { useLacking, useWorkspace } from '../../session/workspace.tsx';
import { Load } from '../../shell/load.tsx';
import { Screen } from '../../shell/screen.tsx';
import { EmptyState, GatedButton } from '../../ui/index.ts';
import { CategoryDialog } from './category-dialog.tsx';
import { CategoryTable } from './category-table.tsx';

export function CategoriesScreen() {
  const { slug } = useWorkspace();
  const lacking = useLacking('admin');
  const categories = useQuery(queryOf(operations.listCategories, { path: { workspace: slug } }));
  const [editing, setEditing] = useState<Category | 'new'>();
  return (
    <Screen
      title="Categories"
      description="They group the procedures in the explorer, in this order."
      layout="flush"
      actions={
        <GatedButton variant="primary" unavailable={lacking} onClick={() => setEditing('new')}>
          <Plus aria-hidden />
          Add category
        </GatedButton>
      }
    >
      <Load query={categories}>
        {(list) =>
          list.length === 0 ? (
            <EmptyState icon={FolderTree} title="No categories yet">
              Without categories the explorer shows one list. Add some to group procedures by what they are for.
            </EmptyState>
          ) : (
            <CategoryTable categories={list} onEdit={setEditing} />
          )
        }
      </Load>
      {editing !== undefined && <CategoryDialog category={editing === 'new' ? undefined : editing} onClose={() => setEditing(undefined)} />}
    </Screen>
  );
}
