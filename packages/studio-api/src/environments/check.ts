/** The test button: connects once, outside any pool, and says how it went in words that help. */
import type { EnvironmentCheck } from '@sprocket/studio-contract';
import { EnvironmentUnreachable, unreachable } from './failures.ts';
import { type ConnectionSettings, PoolRegistry } from './pools.ts';
import type { SqlSession } from './session.ts';

const TIMEOUT = 8_000;

/** Connects with settings that need not be stored; finding them out may fail too. */
export async function checkSettings(settings: () => ConnectionSettings): Promise<EnvironmentCheck> {
  const pools = new PoolRegistry({ size: 1, connectMilliseconds: TIMEOUT });
  try {
    return await checkSession(async () => pools.session({ id: 'check', revision: 1 }, settings()));
  } finally {
    void pools.closeAll();
  }
}

/** Asks the server for its version over a session of the caller's. */
export async function checkSession(open: () => Promise<SqlSession>): Promise<EnvironmentCheck> {
  const started = performance.now();
  const elapsed = () => Math.round(performance.now() - started);
  try {
    const session = await open();
    try {
      const [row] = await session.rows('SELECT @@VERSION', [], { timeoutMilliseconds: TIMEOUT });
      const serverVersion = row?.[0]?.split('\n')[0]?.trim() ?? null;
      return { ok: true, milliseconds: elapsed(), serverVersion, reason: null, message: null };
    } finally {
      session.release();
    }
  } catch (error) {
    const failure = error instanceof EnvironmentUnreachable ? error : unreachable(error, 'this address');
    return { ok: false, milliseconds: elapsed(), serverVersion: null, reason: failure.reason, message: failure.message };
  }
}
