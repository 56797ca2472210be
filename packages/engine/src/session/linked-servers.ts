/** Servers that a name of four parts, EXECUTE AT and OPENQUERY mean: only the server itself can be reached. */

import { sameName } from '../catalog/find.ts';
import type { ServerCatalog } from '../catalog/server.ts';
import { type SqlError, sqlError, unsupported } from '../errors.ts';

export type RemoteUse = 'DATA ACCESS' | 'RPC';

/** Why the server of the name is not reached; undefined when it is this one. */
export function unreachable(self: string, { linkedServers }: ServerCatalog, name: string, use: RemoteUse): SqlError | undefined {
  if (sameName(self, name)) return undefined;
  const linked = linkedServers?.find((other) => sameName(other.name, name));
  if (linked === undefined) return sqlError(7202, name);
  const isAllowed = use === 'RPC' ? linked.options.rpcOut : linked.options.dataAccess;
  return isAllowed ? unsupported('linked server') : sqlError(7411, linked.name, use);
}
