/** The templates with what they are for. */
import { operations, type Template } from '@sprocket/studio-contract';
import { useQuery } from '@tanstack/react-query';
import { Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { call, keyBelow, queryOf } from '../../api/index.ts';
import { useChange } from '../../forms/use-change.ts';
import { formatDateTime } from '../../lib/format.ts';
import { useLacking, useWorkspace } from '../../session/workspace.tsx';
import { AlertDialog, BodyCell, HeadCell, IconButton, Row, Table, toast } from '../../ui/index.ts';

export interface TemplateTableProps {
  readonly templates: readonly Template[];
  readonly onEdit: (template: Template) => void;
}

export function TemplateTable({ templates, onEdit }: TemplateTableProps) {
  const { slug } = useWorkspace();
  const lacking = useLacking('admin');
  const { data: categories = [] } = useQuery(queryOf(operations.listCategories, { path: { workspace: slug } }));
  const [removing, setRemoving] = useState<Template>();
  return (
    <>
      <Table aria-label="Templates">
        <thead>
          <tr>
            <HeadCell>Name</HeadCell>
            <HeadCell>Description</HeadCell>
            <HeadCell>Category</HeadCell>
            <HeadCell>Changed</HeadCell>
            <HeadCell className="w-20">
              <span className="sr-only">Actions</span>
            </HeadCell>
          </tr>
        </thead>
        <tbody>
          {templates.map((template) => (
            <Row key={template.id}>
              <BodyCell className="font-medium">{template.name}</BodyCell>
              <BodyCell className="max-w-md truncate text-muted">{template.description}</BodyCell>
              <BodyCell className="text-muted">{categories.find((each) => each.id === template.categoryId)?.name}</BodyCell>
              <BodyCell className="whitespace-nowrap text-muted">{formatDateTime(template.updatedAt)}</BodyCell>
              <BodyCell className="text-right whitespace-nowrap">
                <IconButton icon={Pencil} label={`Edit ${template.name}`} unavailable={lacking} onClick={() => onEdit(template)} />
                <IconButton
                  icon={Trash2}
                  label={`Remove ${template.name}`}
                  unavailable={lacking}
                  side="left"
                  onClick={() => setRemoving(template)}
                />
              </BodyCell>
            </Row>
          ))}
        </tbody>
      </Table>
      {removing !== undefined && <RemoveDialog template={removing} onClose={() => setRemoving(undefined)} />}
    </>
  );
}

function RemoveDialog({ template, onClose }: { readonly template: Template; readonly onClose: () => void }) {
  const { slug } = useWorkspace();
  const remove = useChange({
    change: () => call(operations.deleteTemplate, { path: { workspace: slug, template: template.id } }),
    stale: [keyBelow('workspaces', slug, 'templates')],
    failure: `${template.name} was not removed`,
    onDone: () => {
      toast(`${template.name} was removed`);
      onClose();
    },
  });
  return (
    <AlertDialog
      open
      onOpenChange={onClose}
      title={`Remove ${template.name}?`}
      description="Procedures that were made from it stay as they are."
      action="Remove"
      danger
      busy={remove.isPending}
      onAction={() => remove.mutate(undefined)}
    />
  );
}
