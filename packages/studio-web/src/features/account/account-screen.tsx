/** The own account: name and password. */
import { operations, Password } from '@sprocket/studio-contract';
import { useQueryClient } from '@tanstack/react-query';
import { z } from 'zod';
import { call, keyOf } from '../../api/index.ts';
import { TextField } from '../../forms/text-field.tsx';
import { bodyOf, useOperationForm } from '../../forms/use-operation-form.ts';
import { useUser } from '../../session/session.ts';
import { Screen, Section } from '../../shell/screen.tsx';
import { Button, Notice, toast } from '../../ui/index.ts';

export function AccountScreen() {
  const user = useUser();
  return (
    <Screen title="Account" description={user.email}>
      <Section title="Name" description="Shown to the members of your workspaces, and in histories.">
        <NameForm />
      </Section>
      <Section title="Password" description="Every other session of your account ends when it changes.">
        <PasswordForm />
      </Section>
    </Screen>
  );
}

function NameForm() {
  const user = useUser();
  const client = useQueryClient();
  const form = useOperationForm({
    schema: bodyOf(operations.updateAccount),
    defaults: { name: user.name },
    send: async (body) => {
      await call(operations.updateAccount, { body });
      await client.invalidateQueries({ queryKey: keyOf(operations.session) });
      toast('Your name was changed');
    },
  });
  return (
    <form onSubmit={form.submit} noValidate className="flex max-w-sm flex-col items-start gap-3">
      <TextField form={form} name="name" label="Name" className="w-full" input={{ autoComplete: 'name' }} />
      {form.problem !== undefined && <Notice tone="danger">{form.problem}</Notice>}
      <Button type="submit" busy={form.busy}>
        Save name
      </Button>
    </form>
  );
}

const PasswordChange = z
  .object({ current: z.string().min(1, 'must not be empty').max(200), next: Password, repeated: z.string() })
  .refine((values) => values.next === values.repeated, { path: ['repeated'], message: 'is not the same' });

function PasswordForm() {
  const form = useOperationForm({
    schema: PasswordChange,
    defaults: { current: '', next: '', repeated: '' },
    send: async ({ current, next }) => {
      await call(operations.changePassword, { body: { current, next } });
      form.reset();
      toast('Your password was changed');
    },
  });
  return (
    <form onSubmit={form.submit} noValidate className="flex max-w-sm flex-col items-start gap-3">
      <TextField
        form={form}
        name="current"
        label="Current password"
        className="w-full"
        input={{ type: 'password', autoComplete: 'current-password' }}
      />
      <TextField
        form={form}
        name="next"
        label="New password"
        hint="At least 10 characters."
        className="w-full"
        input={{ type: 'password', autoComplete: 'new-password' }}
      />
      <TextField
        form={form}
        name="repeated"
        label="New password again"
        className="w-full"
        input={{ type: 'password', autoComplete: 'new-password' }}
      />
      {form.problem !== undefined && <Notice tone="danger">{form.problem}</Notice>}
      <Button type="submit" busy={form.busy}>
        Change password
      </Button>
    </form>
  );
}
