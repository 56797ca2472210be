/** Leads to the OpenID Connect provider, where one is configured. It leaves the page: the provider sends the browser back. */
import { operations } from '@sprocket/studio-contract';
import { addressOf } from '../../api/index.ts';
import { useSession } from '../../session/session.ts';
import { Button } from '../../ui/index.ts';

export function OidcButton({ invitation }: { readonly invitation?: string | undefined }) {
  const { oidc } = useSession();
  if (oidc === null) return null;
  return (
    <>
      <div className="my-4 flex items-center gap-3 text-xs text-muted">
        <span className="h-px flex-1 bg-border" />
        or
        <span className="h-px flex-1 bg-border" />
      </div>
      <Button asChild className="w-full">
        <a href={addressOf(operations.oidcStart, { query: { invitation } })}>Continue with {oidc}</a>
      </Button>
    </>
  );
}
