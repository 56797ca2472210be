/** Log in with email and password, or at the OpenID Connect provider. */
import { operations } from '@sprocket/studio-contract';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { call } from '../../api/index.ts';
import { TextField } from '../../forms/text-field.tsx';
import { bodyOf, useOperationForm } from '../../forms/use-operation-form.ts';
import { adoptSession } from '../../session/session.ts';
import { Button, Notice } from '../../ui/index.ts';
import { AuthCard } from './auth-card.tsx';
import { OidcButton } from './oidc-button.tsx';

export function LoginScreen() {
  const client = useQueryClient();
  const navigate = useNavigate();
  const { redirect } = useSearch({ from: '/login' });
  const form = useOperationForm({
    schema: bodyOf(operations.login),
    defaults: { email: '', password: '' },
    send: async (body) => {
      adoptSession(client, await call(operations.login, { body }));
      await navigate({ href: redirect ?? '/' });
    },
  });
  return (
    <AuthCard title="Log in" footer="No account yet? Ask an owner or admin of a workspace for an invitation.">
      <form onSubmit={form.submit} className="flex flex-col gap-3" noValidate>
        <TextField form={form} name="email" label="Email" input={{ type: 'email', autoComplete: 'username', autoFocus: true }} />
        <TextField form={form} name="password" label="Password" input={{ type: 'password', autoComplete: 'current-password' }} />
        {form.problem !== undefined && <Notice tone="danger">{form.problem}</Notice>}
        <Button type="submit" variant="primary" busy={form.busy} className="mt-1">
          Log in
        </Button>
      </form>
      <OidcButton />
    </AuthCard>
  );
}
