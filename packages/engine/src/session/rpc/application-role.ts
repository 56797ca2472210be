/** sp_setapprole and sp_unsetapprole. */

import { BIT, nvarchar, SYSNAME, type Type, varbinary, varchar } from '@sprocket/tsql';
import { matchArguments, passValue } from '../../run/arguments.ts';
import type { ModuleParameter, NativeArgument } from '../../run/modules.ts';
import type { Value } from '../../values/value.ts';
import { verifyPassword } from '../passwords.ts';
import type { SessionCore } from '../session-core.ts';

const parameter = (name: string, type: Type, output = false): ModuleParameter => ({
  name,
  type,
  table: null,
  output,
  cursor: false,
  default: null,
});

const optional = (name: string, type: Type, output = false): ModuleParameter => ({
  ...parameter(name, type, output),
  default: { kind: 'null', span: { start: 0, end: 0, line: 0 } },
});

const COOKIE = varbinary(8000);

const SET: readonly ModuleParameter[] = [
  parameter('@rolename', SYSNAME),
  parameter('@password', nvarchar(128)),
  optional('@encrypt', varchar(10)),
  optional('@fCreateCookie', BIT),
  optional('@cookie', COOKIE, true),
];

const UNSET: readonly ModuleParameter[] = [parameter('@cookie', COOKIE)];

export function setApplicationRole(core: SessionCore, args: readonly NativeArgument[]): number {
  const { values, matched } = received(core, 'sp_setapprole', SET, args);
  const [role, password, , wantsCookie] = values;
  const fits = (hash: string): boolean => verifyPassword(String(password ?? ''), hash);
  const cookie = core.security.setApplicationRole(String(role ?? ''), fits, Number(wantsCookie) === 1);
  const target = matched[4];
  if (cookie !== null && target?.output === true) target.assign(cookie, COOKIE);
  return 0;
}

export function unsetApplicationRole(core: SessionCore, args: readonly NativeArgument[]): number {
  const [cookie] = received(core, 'sp_unsetapprole', UNSET, args).values;
  core.security.unsetApplicationRole(cookie instanceof Uint8Array ? cookie : null);
  return 0;
}

function received(core: SessionCore, name: string, parameters: readonly ModuleParameter[], args: readonly NativeArgument[]) {
  const matched = matchArguments(name, parameters, args);
  const values = parameters.map((one, place): Value => {
    const argument = matched[place];
    return argument === undefined || argument.isDefault ? null : passValue(name, argument, one, core.context);
  });
  return { matched, values };
}
