/** Who is logged in. The answer is loaded before the first screen and replaced whenever a login or logout answers with a newer one. */
import { operations, type SessionState, type User } from '@sprocket/studio-contract';
import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, useContext } from 'react';
import { call, keyOf, queryOf } from '../api/index.ts';

export const sessionQuery = { ...queryOf(operations.session), staleTime: Number.POSITIVE_INFINITY };

/** The session; the screens are drawn only after it was loaded. */
export function useSession(): SessionState {
  const { data } = useQuery(sessionQuery);
  if (data === undefined) throw new Error('the session is not loaded');
  return data;
}

/** Set by the part of the application that needs a login. */
export const UserContext = createContext<User | undefined>(undefined);

/** The person at this screen. */
export function useUser(): User {
  const user = useContext(UserContext);
  if (user === undefined) throw new Error('this screen needs no login');
  return user;
}

/** Takes over the session that a login answered with. What another account saw before is forgotten. */
export function adoptSession(client: QueryClient, session: SessionState): void {
  const before = client.getQueryData<SessionState>(keyOf(operations.session));
  if (before?.user?.id !== session.user?.id) client.removeQueries({ predicate: (query) => query.queryKey[0] !== 'auth' });
  client.setQueryData(keyOf(operations.session), session);
}

/** Ends the session; resolves when the login screen can be shown. */
export function useLogOut(): () => Promise<void> {
  const client = useQueryClient();
  return async () => adoptSession(client, await call(operations.logout));
}
