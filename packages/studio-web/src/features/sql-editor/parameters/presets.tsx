/** Presets: parameter values under a name, for oneself or shared with the workspace. */
import { operations, type Parameter, type Preset } from '@sprocket/studio-contract';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Bookmark, BookmarkPlus } from 'lucide-react';
import { useState } from 'react';
import { call, keyOf, queryOf } from '../../../api/index.ts';
import { FormDialog } from '../../../forms/form-dialog.tsx';
import { TextField } from '../../../forms/text-field.tsx';
import { bodyOf, useOperationForm } from '../../../forms/use-operation-form.ts';
import { useUser } from '../../../session/session.ts';
import { Checkbox, DropdownMenu, IconButton, type MenuItem, toast, toastError } from '../../../ui/index.ts';
import { useWorkbench } from '../state/workbench.ts';
import { type FormValues, fromParameterValues, toParameterValues } from './values.ts';

export interface PresetsProps {
  readonly procedureId: string;
  readonly parameters: readonly Parameter[];
  readonly values: FormValues;
  readonly onApply: (values: FormValues) => void;
}

export function Presets({ procedureId, parameters, values, onApply }: PresetsProps) {
  const { workspace } = useWorkbench();
  const [naming, setNaming] = useState(false);
  const client = useQueryClient();
  const path = { workspace, procedure: procedureId };
  const { data: presets = [] } = useQuery(queryOf(operations.listPresets, { path }));
  const refresh = () => client.invalidateQueries({ queryKey: keyOf(operations.listPresets, { path }) });
  const { id: own } = useUser();

  const apply = (preset: Preset): MenuItem => ({
    kind: 'action',
    label: preset.shared && preset.owner.id !== own ? `${preset.name} (${preset.owner.name})` : preset.name,
    onSelect: () => onApply(fromParameterValues(parameters, preset.parameters)),
  });
  const remove = async (preset: Preset) => {
    try {
      await call(operations.deletePreset, { path: { ...path, preset: preset.id } });
      toast(`Removed the preset ${preset.name}`);
      await refresh();
    } catch (error) {
      toastError('Could not remove the preset', error);
    }
  };
  const mine = presets.filter(({ owner }) => owner.id === own);
  const items: readonly MenuItem[] = [
    ...(presets.length === 0 ? [{ kind: 'heading' as const, label: 'No presets yet' }] : presets.map(apply)),
    { kind: 'separator' },
    { kind: 'action', label: 'Save these values…', icon: BookmarkPlus, onSelect: () => setNaming(true) },
    ...(mine.length === 0
      ? []
      : [
          {
            kind: 'submenu' as const,
            label: 'Remove',
            items: mine.map(
              (preset): MenuItem => ({ kind: 'action', label: preset.name, danger: true, onSelect: () => void remove(preset) }),
            ),
          },
        ]),
  ];
  return (
    <>
      <DropdownMenu align="end" items={items} trigger={<IconButton icon={Bookmark} label="Presets" />} />
      {naming && (
        <SaveDialog
          path={path}
          mine={mine}
          values={toParameterValues(parameters, values)}
          onClose={(saved) => {
            setNaming(false);
            if (saved) void refresh();
          }}
        />
      )}
    </>
  );
}

interface SaveDialogProps {
  readonly path: { readonly workspace: string; readonly procedure: string };
  readonly mine: readonly Preset[];
  readonly values: Preset['parameters'];
  readonly onClose: (saved: boolean) => void;
}

/** An own preset of the same name takes the new values. */
function SaveDialog({ path, mine, values, onClose }: SaveDialogProps) {
  const form = useOperationForm({
    schema: bodyOf(operations.createPreset),
    defaults: { name: '', parameters: values, shared: false },
    send: async (body) => {
      const known = mine.find(({ name }) => name.toLowerCase() === body.name.toLowerCase());
      if (known === undefined) await call(operations.createPreset, { path, body });
      else await call(operations.updatePreset, { path: { ...path, preset: known.id }, body });
      toast(`Saved the preset ${body.name}`);
      onClose(true);
    },
  });
  return (
    <FormDialog
      title="Save as a preset"
      description="A preset of yours with the same name is replaced."
      form={form}
      action="Save"
      onClose={() => onClose(false)}
    >
      <TextField form={form} name="name" label="Name" input={{ autoFocus: true, autoComplete: 'off' }} />
      <Checkbox
        label="Share with the workspace"
        checked={form.watch('shared') ?? false}
        onCheckedChange={(shared) => form.setValue('shared', shared)}
      />
    </FormDialog>
  );
}
