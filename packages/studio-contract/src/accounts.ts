/** Accounts and sessions. A session is a cookie; writing operations also need its CSRF token in the header `x-csrf-token`. */
import { z } from 'zod';
import { DisplayName, Id } from './common.ts';
import { operation } from './operation.ts';

export const Email = z
  .email()
  .max(200)
  .transform((email) => email.toLowerCase());
/** At least ten characters; no other rule, as NIST SP 800-63B advises. */
export const Password = z.string().min(10, 'at least 10 characters').max(200);

export const User = z.object({ id: Id, email: z.string(), name: z.string() });
export type User = z.infer<typeof User>;

export const SessionState = z.object({
  user: User.nullable(),
  /** Sent back in `x-csrf-token` with every operation that is not GET. Changes with the session. */
  csrfToken: z.string(),
  /** No account exists yet: whoever registers becomes the first owner. */
  firstRun: z.boolean(),
  features: z.object({ sqlEditor: z.boolean() }),
  /** The name of the OpenID Connect provider to offer, when one is configured. */
  oidc: z.string().nullable(),
  version: z.string(),
});
export type SessionState = z.infer<typeof SessionState>;

export const accounts = {
  session: operation({
    method: 'GET',
    path: '/auth/session',
    access: 'public',
    answer: 'json',
    summary: 'Who is logged in, and what this installation offers',
    response: SessionState,
  }),
  register: operation({
    method: 'POST',
    path: '/auth/register',
    access: 'public',
    answer: 'json',
    summary: 'Create an account: the first one freely (with a demo workspace), every later one with the token of an invitation',
    body: z.object({ email: Email, name: DisplayName, password: Password, invitation: z.string().optional() }),
    response: SessionState,
  }),
  login: operation({
    method: 'POST',
    path: '/auth/login',
    access: 'public',
    answer: 'json',
    summary: 'Log in with email and password',
    body: z.object({ email: Email, password: z.string().max(200) }),
    response: SessionState,
  }),
  logout: operation({
    method: 'POST',
    path: '/auth/logout',
    access: 'user',
    answer: 'json',
    summary: 'End this session',
    response: SessionState,
  }),
  updateAccount: operation({
    method: 'PATCH',
    path: '/auth/me',
    access: 'user',
    answer: 'json',
    summary: 'Change the own name',
    body: z.object({ name: DisplayName }),
    response: User,
  }),
  changePassword: operation({
    method: 'POST',
    path: '/auth/password',
    access: 'user',
    answer: 'none',
    summary: 'Change the own password; every other session of the account ends',
    body: z.object({ current: z.string().max(200), next: Password }),
  }),
  oidcStart: operation({
    method: 'GET',
    path: '/auth/oidc/start',
    access: 'public',
    answer: 'redirect',
    summary: 'Begin a login at the OpenID Connect provider',
    query: z.object({ invitation: z.string().optional() }),
  }),
  oidcCallback: operation({
    method: 'GET',
    path: '/auth/oidc/callback',
    access: 'public',
    answer: 'redirect',
    summary: 'Where the OpenID Connect provider sends the browser back',
  }),
};
