/**
 * In whose name a permission is granted, denied or revoked. Who is dbo, or one of the roles that manage permissions, acts for the owner of the
 * securable; who was given the permission to pass on acts for himself; and AS names another one whose right is used.
 */

import type { Identifier } from '@sprocket/tsql';
import { type SqlError, sqlError } from '../../errors.ts';
import { findPrincipal, sameName } from '../find.ts';
import { type DatabaseCatalog, nameKey, type Permission, type Principal } from '../model.ts';
import { holds, mayPassOn, principalToken, type Token } from '../security/index.ts';
import type { DdlContext } from './context.ts';
import type { Target } from './permission-target.ts';

/** The permissions in question and what they are about. */
export interface Granting {
  readonly rows: readonly Pick<Permission, 'permission'>[];
  readonly target: Target;
  /** AS. */
  readonly as: Identifier | null;
  /** Whether something is given: taken back it may be in the name of who has no right to it any more. */
  readonly gives: boolean;
  /** What is said to who may not. */
  readonly refusal: () => SqlError;
}

/** The principal that the catalog keeps as the grantor. Raises the refusal, 15151 and 4618. */
export function grantorOf(granting: Granting, context: DdlContext, catalog: DatabaseCatalog): string {
  const token = context.authority.token(catalog);
  if (granting.as !== null) return grantorAs(granting.as.value, granting, context, catalog);
  const own = standing(token, token.user, granting);
  if (own === null) throw granting.refusal();
  return own;
}

function grantorAs(name: string, granting: Granting, context: DdlContext, catalog: DatabaseCatalog): string {
  const principal = findPrincipal(catalog, name);
  if (principal === undefined) throw sqlError(15151, 'find', 'user', name);
  const acting = context.authority.token(catalog);
  if (!mayActAs(acting, principal)) throw sqlError(4618, name);
  const token = principalToken(principal, acting.server, catalog);
  if (granting.gives && standing(token, principal, granting) === null) throw sqlError(4613);
  return principal.name;
}

function mayActAs(token: Token, principal: Principal): boolean {
  if (token.unrestricted || token.grantees.has(nameKey(principal.name))) return true;
  return principal.kind === 'user' && holds(token, 'IMPERSONATE', { class: 'USER', id: principal.id });
}

/** Roles whose members grant in the owner's name. */
const MANAGERS: readonly string[] = ['db_owner', 'db_securityadmin'];

/** The name in which a principal may do it; null when it may not. What only a role of it may pass on takes AS. */
function standing(token: Token, principal: Principal | null, { rows, target }: Granting): string | null {
  const owner = target.owner ?? 'dbo';
  if (token.unrestricted || MANAGERS.some((role) => token.grantees.has(role)) || token.grantees.has(nameKey(owner))) return owner;
  if (principal === null) return null;
  const securable = { class: target.class, id: target.objectId };
  const isOwn = (grantee: string): boolean => sameName(grantee, principal.name);
  const isHeld = rows.every(({ permission }) => holds(token, 'CONTROL', securable) || mayPassOn(token, permission, securable, isOwn));
  return isHeld ? principal.name : null;
}
