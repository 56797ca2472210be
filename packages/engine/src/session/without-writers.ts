/** The write lock of a database for what no session asked for: the last checkpoint of a long log. It gives way in a deadlock, and gives up after a while. */

import { lockName } from './database-locks.ts';
import { drive } from './drive.ts';
import type { LockManager, LockOwner } from './locks.ts';

/** Among the ids of SQL Server's own sessions. */
const SYSTEM_SESSION = 5;
/** Below every priority that a session can have. */
const LOWEST_PRIORITY = -11;
const LONGEST_WAIT = 2_000;

/** Calls `work` while nobody writes to the database; does nothing where that cannot be had. */
export async function withoutWriters(locks: LockManager, databaseId: number, work: () => Promise<void>): Promise<void> {
  const owner: LockOwner = { id: SYSTEM_SESSION, deadlockPriority: LOWEST_PRIORITY };
  const name = lockName(databaseId);
  let isGranted = false;
  await drive(
    (function* () {
      isGranted = (yield* locks.acquire(owner, name, 'Exclusive', LONGEST_WAIT)) === 'granted';
    })(),
    () => {},
  );
  if (!isGranted) return;
  try {
    await work();
  } finally {
    locks.release(owner, name);
  }
}
