/** For accounts of an OpenID Connect provider: the login happens in another tab, so that this page stays as it is. */
import { operations } from '@sprocket/studio-contract';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { addressOf, call, logInAgain, messageOf } from '../api/index.ts';
import { adoptSession, useSession } from '../session/session.ts';
import { Button, Notice } from '../ui/index.ts';

export function LogInAgainOidc() {
  const { oidc } = useSession();
  const client = useQueryClient();
  const [problem, setProblem] = useState<string>();
  if (oidc === null) return null;
  const goOn = async () => {
    const session = await call(operations.session);
    if (session.user === null) return setProblem('You are not logged in yet.');
    adoptSession(client, session);
    logInAgain.settle('logged-in');
  };
  return (
    <div className="mt-4 flex flex-col gap-2 border-t border-border pt-4">
      <p className="text-muted">Or log in with {oidc} in another tab, then come back and go on.</p>
      <div className="flex gap-2">
        <Button asChild className="flex-1">
          <a href={addressOf(operations.oidcStart, {})} target="_blank" rel="noreferrer">
            Open {oidc}
          </a>
        </Button>
        <Button className="flex-1" onClick={() => void goOn().catch((error) => setProblem(messageOf(error)))}>
          Go on
        </Button>
      </div>
      {problem !== undefined && <Notice tone="warning">{problem}</Notice>}
    </div>
  );
}
