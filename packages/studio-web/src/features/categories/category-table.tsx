/** Categories as rows that are moved up and down by buttons; the focus stays on the button, so several steps are several presses. */
import { type Category, operations } from '@sprocket/studio-contract';
import { ArrowDown, ArrowUp, Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { call, keyBelow } from '../../api/index.ts';
import { useChange } from '../../forms/use-change.ts';
import { formatPlural } from '../../lib/format.ts';
import { useLacking, useWorkspace } from '../../session/workspace.tsx';
import { AlertDialog, BodyCell, HeadCell, IconButton, Row, Table, toast } from '../../ui/index.ts';

export interface CategoryTableProps {
  readonly categories: readonly Category[];
  readonly onEdit: (category: Category) => void;
}

export function CategoryTable({ categories, onEdit }: CategoryTableProps) {
  const [removing, setRemoving] = useState<Category>();
  return (
    <>
      <Table aria-label="Categories">
        <thead>
          <tr>
            <HeadCell>Name</HeadCell>
            <HeadCell>Description</HeadCell>
            <HeadCell>Procedures</HeadCell>
            <HeadCell className="w-40">
              <span className="sr-only">Actions</span>
            </HeadCell>
          </tr>
        </thead>
        <tbody>
          {categories.map((category, index) => (
            <CategoryRow
              key={category.id}
              category={category}
              index={index}
              count={categories.length}
              onEdit={() => onEdit(category)}
              onRemove={() => setRemoving(category)}
            />
          ))}
        </tbody>
      </Table>
      {removing !== undefined && <RemoveDialog category={removing} onClose={() => setRemoving(undefined)} />}
    </>
  );
}

interface CategoryRowProps {
  readonly category: Category;
  readonly index: number;
  readonly count: number;
  readonly onEdit: () => void;
  readonly onRemove: () => void;
}

function CategoryRow({ category, index, count, onEdit, onRemove }: CategoryRowProps) {
  const { slug } = useWorkspace();
  const lacking = useLacking('admin');
  const move = useChange({
    change: (position: number) => call(operations.updateCategory, { path: { workspace: slug, category: category.id }, body: { position } }),
    stale: [keyBelow('workspaces', slug, 'categories')],
    failure: `${category.name} was not moved`,
  });
  return (
    <Row>
      <BodyCell className="font-medium">{category.name}</BodyCell>
      <BodyCell className="max-w-md truncate text-muted">{category.description}</BodyCell>
      <BodyCell className="whitespace-nowrap text-muted">{formatPlural(category.procedureCount, 'procedure')}</BodyCell>
      <BodyCell className="text-right whitespace-nowrap">
        <IconButton
          icon={ArrowUp}
          label={`Move ${category.name} up`}
          unavailable={lacking ?? (index === 0 ? 'It is the first one' : undefined)}
          onClick={() => move.mutate(index - 1)}
        />
        <IconButton
          icon={ArrowDown}
          label={`Move ${category.name} down`}
          unavailable={lacking ?? (index === count - 1 ? 'It is the last one' : undefined)}
          onClick={() => move.mutate(index + 1)}
        />
        <IconButton icon={Pencil} label={`Edit ${category.name}`} unavailable={lacking} onClick={onEdit} />
        <IconButton icon={Trash2} label={`Remove ${category.name}`} unavailable={lacking} side="left" onClick={onRemove} />
      </BodyCell>
    </Row>
  );
}

function RemoveDialog({ category, onClose }: { readonly category: Category; readonly onClose: () => void }) {
  const { slug } = useWorkspace();
  const remove = useChange({
    change: () => call(operations.deleteCategory, { path: { workspace: slug, category: category.id } }),
    stale: [keyBelow('workspaces', slug)],
    failure: `${category.name} was not removed`,
    onDone: () => {
      toast(`${category.name} was removed`);
      onClose();
    },
  });
  return (
    <AlertDialog
      open
      onOpenChange={onClose}
      title={`Remove ${category.name}?`}
      description={`Its ${formatPlural(category.procedureCount, 'procedure')} stay, without a category.`}
      action="Remove"
      danger
      busy={remove.isPending}
      onAction={() => remove.mutate(undefined)}
    />
  );
}
