/** What the link of an invitation opens: join with the account one is logged in with, log in, or make an account. */
import { operations, type ResponseOf } from '@sprocket/studio-contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { call, keyBelow, messageOf, queryOf } from '../../api/index.ts';
import { formatDate } from '../../lib/format.ts';
import { useLogOut, useSession } from '../../session/session.ts';
import { roleNames } from '../../session/workspace.tsx';
import { Button, Loading, Notice } from '../../ui/index.ts';
import { AuthCard } from './auth-card.tsx';
import { OidcButton } from './oidc-button.tsx';
import { RegisterForm } from './register-form.tsx';

type Invitation = ResponseOf<typeof operations.peekInvitation>;

export function InviteScreen() {
  const { token } = useParams({ from: '/invite/$token' });
  const invitation = useQuery({ ...queryOf(operations.peekInvitation, { path: { token } }), retry: false });
  if (invitation.isPending) return <Loading />;
  if (invitation.isError) {
    return (
      <AuthCard title="This invitation is not valid">
        <p>It may have expired, been used or been withdrawn. Ask for a new one.</p>
        <p className="mt-2 text-xs text-muted">{messageOf(invitation.error)}</p>
      </AuthCard>
    );
  }
  return <Invited token={token} invitation={invitation.data} />;
}

function Invited({ token, invitation }: { readonly token: string; readonly invitation: Invitation }) {
  const { user } = useSession();
  return (
    <AuthCard
      title={`Join ${invitation.workspace}`}
      description={
        <>
          {invitation.invitedBy} invites {invitation.email} as <strong>{roleNames[invitation.role]}</strong>. Valid until{' '}
          {formatDate(invitation.expiresAt)}.
        </>
      }
    >
      {user === null ? <Stranger token={token} invitation={invitation} /> : <Acceptance token={token} invitation={invitation} />}
    </AuthCard>
  );
}

function Stranger({ token, invitation }: { readonly token: string; readonly invitation: Invitation }) {
  const navigate = useNavigate();
  if (invitation.accountExists) {
    return (
      <>
        <Button asChild variant="primary" className="w-full">
          <Link to="/login" search={{ redirect: `/invite/${token}` }}>
            Log in to join
          </Link>
        </Button>
        <OidcButton invitation={token} />
      </>
    );
  }
  return (
    <>
      <RegisterForm invitation={{ token, email: invitation.email }} onDone={() => navigate({ to: '/' })} />
      <OidcButton invitation={token} />
    </>
  );
}

function Acceptance({ token, invitation }: { readonly token: string; readonly invitation: Invitation }) {
  const { user } = useSession();
  const navigate = useNavigate();
  const client = useQueryClient();
  const logOut = useLogOut();
  const join = useMutation({
    mutationFn: () => call(operations.acceptInvitation, { path: { token } }),
    onSuccess: async (workspace) => {
      await client.invalidateQueries({ queryKey: keyBelow('workspaces') });
      await navigate({ to: '/c/$slug', params: { slug: workspace.slug } });
    },
  });
  if (user !== null && user.email !== invitation.email) {
    return (
      <>
        <Notice tone="warning">
          You are logged in as {user.email}, but the invitation is for {invitation.email}.
        </Notice>
        <Button className="mt-3 w-full" onClick={() => void logOut()}>
          Log out
        </Button>
      </>
    );
  }
  return (
    <>
      {join.isError && <Notice tone="danger">{messageOf(join.error)}</Notice>}
      <Button variant="primary" className="mt-3 w-full" busy={join.isPending} onClick={() => join.mutate()}>
        Join as {user?.name}
      </Button>
    </>
  );
}
