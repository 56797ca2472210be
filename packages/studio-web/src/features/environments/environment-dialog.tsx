/** Adds or changes an environment; its connection can be tested before anything is stored. */
import { type Environment, environmentColours, operations } from '@sprocket/studio-contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Controller } from 'react-hook-form';
import { call, keyBelow } from '../../api/index.ts';
import { FormDialog } from '../../forms/form-dialog.tsx';
import { TextField } from '../../forms/text-field.tsx';
import { type OperationForm, useOperationForm } from '../../forms/use-operation-form.ts';
import { useWorkspace } from '../../session/workspace.tsx';
import { Button, Checkbox, toast } from '../../ui/index.ts';
import { CheckResult } from './check-result.tsx';
import { ColourChoice } from './colour-choice.tsx';
import { changeOf, EnvironmentForm, formOf, newEnvironment } from './environment-form.ts';

export interface EnvironmentDialogProps {
  /** Undefined: a new one. */
  readonly environment: Environment | undefined;
  readonly onClose: () => void;
}

type Form = OperationForm<typeof newEnvironment, EnvironmentForm>;

export function EnvironmentDialog({ environment, onClose }: EnvironmentDialogProps) {
  const { slug } = useWorkspace();
  const client = useQueryClient();
  const form: Form = useOperationForm({
    schema: EnvironmentForm,
    defaults: environment === undefined ? newEnvironment : formOf(environment),
    send: async (values) => {
      const saved = await save(slug, environment, values);
      await client.invalidateQueries({ queryKey: keyBelow('workspaces', slug) });
      toast(environment === undefined ? `${saved.name} was added` : `${saved.name} was changed`);
      onClose();
    },
  });
  const test = useMutation({ mutationFn: (values: EnvironmentForm) => testSettings(slug, environment, values) });
  const runTest = form.handleSubmit((values) => test.mutate(values));
  return (
    <FormDialog
      title={environment === undefined ? 'Add environment' : `Edit ${environment.name}`}
      width="md"
      form={form}
      onClose={onClose}
      action={environment === undefined ? 'Add' : 'Save'}
      aside={
        <Button busy={test.isPending} onClick={() => void runTest()}>
          Test connection
        </Button>
      }
    >
      <Fields form={form} stored={environment !== undefined} />
      <CheckResult test={test} />
    </FormDialog>
  );
}

function Fields({ form, stored }: { readonly form: Form; readonly stored: boolean }) {
  const kept = stored ? { hint: 'Left empty, the stored one stays.' } : {};
  return (
    <div className="grid grid-cols-6 gap-3">
      <TextField form={form} name="name" label="Name" className="col-span-6" input={{ placeholder: 'Staging' }} />
      <TextField form={form} name="host" label="Host" className="col-span-4" input={{ placeholder: 'sql.example.com' }} />
      <TextField form={form} name="port" label="Port" className="col-span-2" input={{ type: 'number' }} />
      <TextField form={form} name="database" label="Database" className="col-span-6" />
      <TextField form={form} name="login" label="Login" className="col-span-3" input={{ autoComplete: 'off' }} />
      <TextField
        form={form}
        name="password"
        label="Password"
        className="col-span-3"
        {...kept}
        input={{ type: 'password', autoComplete: 'new-password' }}
      />
      <div className="col-span-6 flex flex-col gap-2">
        <BooleanField form={form} name="encrypt" label="Encrypt the connection" />
        <BooleanField
          form={form}
          name="trustServerCertificate"
          label="Trust any certificate"
          hint="For servers whose certificate is self-signed."
        />
      </div>
      <Controller
        control={form.control}
        name="colour"
        render={({ field }) => (
          <ColourChoice className="col-span-6" colours={environmentColours} value={field.value ?? 'slate'} onChange={field.onChange} />
        )}
      />
      <TextField form={form} name="timeoutSeconds" label="Time limit (seconds)" className="col-span-3" input={{ type: 'number' }} />
      <TextField
        form={form}
        name="rowLimit"
        label="Row limit"
        hint="Rows kept of one execution."
        className="col-span-3"
        input={{ type: 'number' }}
      />
    </div>
  );
}

interface BooleanFieldProps {
  readonly form: Form;
  readonly name: 'encrypt' | 'trustServerCertificate';
  readonly label: string;
  readonly hint?: string;
}

const BooleanField = ({ form, name, ...text }: BooleanFieldProps) => (
  <Controller
    control={form.control}
    name={name}
    render={({ field }) => <Checkbox {...text} checked={field.value === true} onCheckedChange={field.onChange} />}
  />
);

const save = (workspace: string, environment: Environment | undefined, values: EnvironmentForm): Promise<Environment> =>
  environment === undefined
    ? call(operations.createEnvironment, { path: { workspace }, body: values })
    : call(operations.updateEnvironment, { path: { workspace, environment: environment.id }, body: changeOf(values) });

const testSettings = (workspace: string, environment: Environment | undefined, values: EnvironmentForm) =>
  call(operations.testSettings, {
    path: { workspace },
    body: { ...changeOf(values), ...(environment && { environmentId: environment.id }) },
  });
