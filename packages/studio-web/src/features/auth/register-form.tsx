/** The form that makes an account: the first one of an installation, or one with an invitation. */
import { operations } from '@sprocket/studio-contract';
import { useQueryClient } from '@tanstack/react-query';
import { call } from '../../api/index.ts';
import { TextField } from '../../forms/text-field.tsx';
import { bodyOf, useOperationForm } from '../../forms/use-operation-form.ts';
import { adoptSession } from '../../session/session.ts';
import { Button, Notice } from '../../ui/index.ts';

export interface RegisterFormProps {
  /** With its token; the email of the invitation is then fixed. */
  readonly invitation?: { readonly token: string; readonly email: string };
  readonly onDone: () => Promise<void>;
}

export function RegisterForm({ invitation, onDone }: RegisterFormProps) {
  const client = useQueryClient();
  const form = useOperationForm({
    schema: bodyOf(operations.register),
    defaults: {
      email: invitation?.email ?? '',
      name: '',
      password: '',
      ...(invitation === undefined ? {} : { invitation: invitation.token }),
    },
    send: async (body) => {
      adoptSession(client, await call(operations.register, { body }));
      await onDone();
    },
  });
  return (
    <form onSubmit={form.submit} className="flex flex-col gap-3" noValidate>
      <TextField form={form} name="name" label="Your name" input={{ autoComplete: 'name', autoFocus: true }} />
      <TextField
        form={form}
        name="email"
        label="Email"
        input={{ type: 'email', autoComplete: 'username', readOnly: invitation !== undefined }}
      />
      <TextField
        form={form}
        name="password"
        label="Password"
        hint="At least 10 characters."
        input={{ type: 'password', autoComplete: 'new-password' }}
      />
      {form.problem !== undefined && <Notice tone="danger">{form.problem}</Notice>}
      <Button type="submit" variant="primary" busy={form.busy} className="mt-1">
        Create account
      </Button>
    </form>
  );
}
