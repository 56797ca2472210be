/**
 * Opens over whatever is on the screen when the session has expired. The screen with its unsaved text stays as it is, and the request that found out is
 * repeated after the login.
 */
import { operations } from '@sprocket/studio-contract';
import { useQueryClient } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { call, logInAgain } from '../api/index.ts';
import { TextField } from '../forms/text-field.tsx';
import { bodyOf, useOperationForm } from '../forms/use-operation-form.ts';
import { adoptSession, useSession } from '../session/session.ts';
import { Button, Dialog, Notice } from '../ui/index.ts';
import { LogInAgainOidc } from './log-in-again-oidc.tsx';

export function LogInAgainDialog() {
  const open = useSyncExternalStore(logInAgain.subscribe, logInAgain.isOpen);
  return (
    <Dialog
      open={open}
      onOpenChange={(stays) => !stays && logInAgain.settle('given-up')}
      title="Log in again"
      description="Your session has ended. Nothing on the screen is lost: it goes on after you log in."
    >
      <LogInForm />
      <LogInAgainOidc />
    </Dialog>
  );
}

function LogInForm() {
  const client = useQueryClient();
  const { user } = useSession();
  const form = useOperationForm({
    schema: bodyOf(operations.login),
    defaults: { email: user?.email ?? '', password: '' },
    send: async (body) => {
      adoptSession(client, await call(operations.login, { body }));
      logInAgain.settle('logged-in');
    },
  });
  return (
    <form onSubmit={form.submit} className="flex flex-col gap-3" noValidate>
      <TextField form={form} name="email" label="Email" input={{ type: 'email', autoComplete: 'username', readOnly: user !== null }} />
      <TextField
        form={form}
        name="password"
        label="Password"
        input={{ type: 'password', autoComplete: 'current-password', autoFocus: true }}
      />
      {form.problem !== undefined && <Notice tone="danger">{form.problem}</Notice>}
      <Button type="submit" variant="primary" busy={form.busy}>
        Log in
      </Button>
    </form>
  );
}
