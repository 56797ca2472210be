/** The first account of an installation. Later accounts come by invitation, and this screen says so. */
import { Link, useNavigate } from '@tanstack/react-router';
import { useSession } from '../../session/session.ts';
import { AuthCard } from './auth-card.tsx';
import { OidcButton } from './oidc-button.tsx';
import { RegisterForm } from './register-form.tsx';

const link = (
  <Link to="/login" className="text-accent underline">
    Log in
  </Link>
);

export function RegisterScreen() {
  const { firstRun } = useSession();
  const navigate = useNavigate();
  if (!firstRun) {
    return (
      <AuthCard title="Accounts come by invitation" footer={link}>
        <p>Ask an owner or admin of a workspace for an invitation, and open the link that they give you.</p>
      </AuthCard>
    );
  }
  return (
    <AuthCard
      title="Create the first account"
      description="It becomes the owner of a demo workspace, whose environment is the server that came with this installation. Everybody else joins by your invitation."
    >
      <RegisterForm onDone={() => navigate({ to: '/' })} />
      <OidcButton />
    </AuthCard>
  );
}
