/** RECONFIGURE: what sp_configure has set comes into use. Options that are not dynamic wait on until the server starts. */

import { commitServer } from '../catalog/ddl/apply.ts';
import { holdsOnServer } from '../catalog/security/index.ts';
import { installConfiguration } from '../catalog/server.ts';
import { CONFIGURATION } from '../catalog/views/constants.ts';
import { sqlError } from '../errors.ts';
import type { Steps } from '../run/contracts.ts';
import { MASTER } from './databases.ts';
import { ddlContext } from './ddl-context.ts';
import type { SessionCore } from './session-core.ts';

const isDynamic = (option: string): boolean => CONFIGURATION.some(({ name, dynamic }) => name === option && dynamic);

export function* reconfigure(core: SessionCore): Steps<void> {
  if (!holdsOnServer(core.security.server, 'ALTER SETTINGS')) throw sqlError(5812);
  if (core.transactions.count > 0) throw sqlError(574, 'CONFIG');
  yield* core.transactions.writes([MASTER], { readOnly: false });
  // biome-ignore lint/correctness/useYield: a statement is steps; this one never waits
  yield* core.transactions.statement([MASTER], function* () {
    const context = ddlContext(core, '', null);
    const server = context.server.catalog();
    const after = installConfiguration(server, isDynamic);
    if (after !== server) commitServer(context, after);
  });
}
