/** Application roles: principals with a password that a session turns into by sp_setapprole. Nobody is a member of one. */

import type { AlterApplicationRole, CreateApplicationRole, Option } from '@sprocket/tsql';
import { sqlError } from '../../errors.ts';
import { putPrincipal } from '../edit.ts';
import { findPrincipal, sameName } from '../find.ts';
import type { Principal } from '../model.ts';
import { commitCatalog } from './apply.ts';
import type { DdlContext } from './context.ts';
import { newPrincipal, renamedGrantee, requireFreePrincipal } from './principal.ts';
import { findOption, optionName, optionText } from './syntax.ts';

export function createApplicationRole({ name: { value: name }, options }: CreateApplicationRole, context: DdlContext): void {
  const catalog = context.catalogs.current();
  requireFreePrincipal(catalog, name);
  const base = newPrincipal(catalog, { name, kind: 'application role', defaultSchema: 'dbo', login: null });
  commitCatalog(context, catalog, putPrincipal(catalog, withOptions(base, options, context)));
}

export function alterApplicationRole({ name: { value: name }, options }: AlterApplicationRole, context: DdlContext): void {
  const catalog = context.catalogs.current();
  const role = findPrincipal(catalog, name);
  if (role?.kind !== 'application role') throw sqlError(15151, 'alter', 'application role', name);
  const renamed = findOption(options, 'NAME');
  const after = { ...withOptions(role, options, context), name: renamed === undefined ? role.name : optionName(renamed, context.text) };
  if (!sameName(after.name, role.name)) requireFreePrincipal(catalog, after.name);
  commitCatalog(context, catalog, renamedGrantee(putPrincipal(catalog, after), role.name, after.name));
}

function withOptions(role: Principal, options: readonly Option[], context: DdlContext): Principal {
  const password = findOption(options, 'PASSWORD');
  const schema = findOption(options, 'DEFAULT_SCHEMA');
  return {
    ...role,
    ...(password === undefined ? {} : { passwordHash: context.server.hashPassword(optionText(password)) }),
    ...(schema === undefined ? {} : { defaultSchema: optionName(schema, context.text) }),
  };
}
