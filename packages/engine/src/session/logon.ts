/**
 * Triggers on the server FOR LOGON: they run as a session begins, before its first request. One that rolls back or fails refuses the login (17892);
 * what they print and select is nobody's.
 */

import { nameKey } from '../catalog/model.ts';
import { sqlError } from '../errors.ts';
import type { Steps } from '../run/contracts.ts';
import { runDdlTrigger } from '../run/triggers.ts';
import { MASTER } from './databases.ts';
import { logonDocument } from './ddl-announcement.ts';
import type { Instance } from './instance.ts';
import type { SessionCore } from './session-core.ts';

export const hasLogonTriggers = ({ databases }: Instance): boolean =>
  (databases.server.triggers ?? []).some(({ disabled, events }) => !disabled && events.includes('LOGON'));

/** Triggers on the server live in master, and are a transaction there. */
const HOME: readonly number[] = [MASTER];

/** Raises 17892. */
export function* runLogonTriggers(core: SessionCore): Steps<void> {
  const data = logonDocument(core);
  const modules = core.modules.ddlTriggers('LOGON', null);
  try {
    yield* core.transactions.writes(HOME);
    yield* core.transactions.statement(HOME, function* () {
      for (const module of modules) yield* runDdlTrigger(core, module, data);
    });
  } catch (thrown) {
    const reason = thrown instanceof Error ? thrown.message : String(thrown);
    core.instance.options.log('warn', 'login failed', { user: core.login.user, client: core.login.clientAddress, reason });
    throw sqlError(17892, core.catalogs.server.logins.get(nameKey(core.loginName))?.name ?? core.login.user);
  }
}
