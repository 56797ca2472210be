/**
 * Who uses which database: a session uses the one that it is in. An offline database is open to nobody (942), nor one that is restored WITH NORECOVERY (927), one in single-user mode to one session
 * (924); renaming a database or changing such a state needs it without other sessions. A wait for them polls, since they may leave in many ways.
 */

import type { Claim, Termination } from '../catalog/ddl/context.ts';
import { type DatabaseCatalog, nameKey } from '../catalog/model.ts';
import type { DatabaseEntry, ServerCatalog } from '../catalog/server.ts';
import { type SqlError, sqlError } from '../errors.ts';
import type { Steps } from '../run/contracts.ts';
import type { Instance } from './instance.ts';
import type { SessionCore } from './session-core.ts';

/** Sessions that have the database in use. */
export function usersOf(instance: Instance, databaseId: number): readonly SessionCore[] {
  return [...instance.sessions.values()].filter((session) => session.catalogs.currentId === databaseId && !isGone(session));
}

/** Killed while it was idle: only its connection is still to be closed. */
const isGone = (session: SessionCore): boolean => session.isKilled && session.requestOutput === null;

/** Why a session cannot go into a database, as it sees the server's catalog; `isSelf` tells it from the others. */
export function closedTo(
  instance: Instance,
  catalog: DatabaseCatalog,
  server: ServerCatalog,
  isSelf: (session: SessionCore) => boolean = () => false,
): SqlError | undefined {
  const reason = CLOSED[server.databases.get(nameKey(catalog.name))?.state ?? 'ONLINE'];
  if (reason !== null) return sqlError(reason, catalog.name);
  if (!catalog.options.singleUser) return undefined;
  return usersOf(instance, catalog.databaseId).some((user) => !isSelf(user)) ? sqlError(924, catalog.name) : undefined;
}

/** The error about a database that is in no use in that state. */
export const CLOSED: Readonly<Record<DatabaseEntry['state'], number | null>> = { ONLINE: null, OFFLINE: 942, RESTORING: 927 };

const CLAIM_POLL = 20;

/** Waits until no other session uses the database, or ends the others; says what stood against it. */
export function* claimDatabase(
  core: SessionCore,
  entry: DatabaseEntry,
  termination: Termination,
  rollingBack: (percent: number) => void,
): Steps<Claim> {
  const others = (): readonly SessionCore[] => usersOf(core.instance, entry.id).filter((other) => other !== core);
  if (others().length === 0) return 'claimed';
  if (core.catalogs.databaseById(entry.id)?.options.singleUser === true) return 'single user';
  if (termination.kind === 'no wait') return 'in use';
  const longest = termination.kind === 'rollback' ? termination.seconds * 1000 : core.options.lockTimeout;
  yield* waitUntil(core, () => others().length === 0, longest);
  if (others().length === 0) return 'claimed';
  if (termination.kind === 'wait') return 'locked';
  rollingBack(0);
  for (const other of others()) other.kill();
  yield* waitUntil(core, () => others().length === 0, -1);
  rollingBack(100);
  return 'claimed';
}

/** Returns when the condition holds or so many milliseconds are over; -1 is without end. */
function* waitUntil(core: SessionCore, holds: () => boolean, longest: number): Steps<void> {
  for (let waited = 0; !holds() && (longest < 0 || waited < longest); waited += CLAIM_POLL) {
    core.checkCancelled();
    yield* core.sleep(CLAIM_POLL);
  }
}
