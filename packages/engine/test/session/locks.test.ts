import { describe, expect, test } from 'vitest';
import type { Steps } from '../../src/run/contracts.ts';
import { LockManager, type LockOutcome, type LockOwner, WAIT_FOREVER } from '../../src/session/locks.ts';

const owner = (id: number, deadlockPriority = 0): LockOwner => ({ id, deadlockPriority });

/** Runs steps to their end as a session's driver does. */
async function drive<T>(steps: Steps<T>): Promise<T> {
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done === true) return step.value;
    if (step.value.kind === 'promise') await step.value.promise;
  }
}

const acquire = (locks: LockManager, who: LockOwner, name: string, timeout = WAIT_FOREVER): Promise<LockOutcome> =>
  drive(locks.acquire(who, name, 'Exclusive', timeout));

describe('locks', () => {
  test('are granted at once when free and again to their holder', async () => {
    const locks = new LockManager();
    const a = owner(1);
    expect(await acquire(locks, a, 'd')).toBe('granted');
    expect(await acquire(locks, a, 'd')).toBe('granted');
    expect(locks.held(a, 'd')).toBe('Exclusive');
    locks.release(a, 'd');
    expect(locks.held(a, 'd')).toBeUndefined();
    expect([...locks.entries()]).toEqual([]);
  });

  test('are served in order of arrival', async () => {
    const locks = new LockManager();
    const [a, b, c] = [owner(1), owner(2), owner(3)] as const;
    await acquire(locks, a, 'd');
    const order: number[] = [];
    const waits = [b, c].map((who) =>
      acquire(locks, who, 'd').then((outcome) => {
        order.push(who.id);
        expect(outcome).toBe('granted');
        locks.release(who, 'd');
      }),
    );
    locks.release(a, 'd');
    await Promise.all(waits);
    expect(order).toEqual([2, 3]);
  });

  test('a shared newcomer does not overtake a waiting exclusive request', () => {
    const locks = new LockManager();
    const [a, b, c] = [owner(1), owner(2), owner(3)] as const;
    expect(locks.tryAcquire(a, 'd', 'Shared')).toBe(true);
    void acquire(locks, b, 'd');
    expect(locks.tryAcquire(c, 'd', 'Shared')).toBe(false);
    locks.release(a, 'd');
    expect(locks.held(b, 'd')).toBe('Exclusive');
  });

  test('time out', async () => {
    const locks = new LockManager();
    const [a, b] = [owner(1), owner(2)] as const;
    await acquire(locks, a, 'd');
    expect(await acquire(locks, b, 'd', 0)).toBe('timeout');
    expect(await acquire(locks, b, 'd', 10)).toBe('timeout');
    expect([...locks.entries()]).toEqual([{ resource: 'd', owner: 1, mode: 'Exclusive', waiting: false }]);
  });

  test('a wait can be cancelled', async () => {
    const locks = new LockManager();
    const [a, b] = [owner(1), owner(2)] as const;
    await acquire(locks, a, 'd');
    const wait = acquire(locks, b, 'd');
    locks.cancel(b);
    expect(await wait).toBe('cancelled');
  });

  test('the request that closes a cycle is the victim', async () => {
    const locks = new LockManager();
    const [a, b] = [owner(1), owner(2)] as const;
    await acquire(locks, a, 'x');
    await acquire(locks, b, 'y');
    const first = acquire(locks, a, 'y');
    expect(await acquire(locks, b, 'x')).toBe('deadlock');
    locks.release(b, 'y');
    expect(await first).toBe('granted');
    expect(locks.deadlocks).toBe(1);
  });

  test('a lower deadlock priority makes the victim', async () => {
    const locks = new LockManager();
    const [a, b] = [owner(1, -5), owner(2)] as const;
    await acquire(locks, a, 'x');
    await acquire(locks, b, 'y');
    const first = acquire(locks, a, 'y');
    const second = acquire(locks, b, 'x');
    expect(await first).toBe('deadlock');
    locks.release(a, 'x');
    expect(await second).toBe('granted');
  });

  test('two shared holders that both want to write are a deadlock', async () => {
    const locks = new LockManager();
    const [a, b] = [owner(1), owner(2)] as const;
    locks.tryAcquire(a, 'd', 'Shared');
    locks.tryAcquire(b, 'd', 'Shared');
    const first = acquire(locks, a, 'd');
    expect(await acquire(locks, b, 'd')).toBe('deadlock');
    locks.release(b, 'd');
    expect(await first).toBe('granted');
  });

  test('a cycle of three is found', async () => {
    const locks = new LockManager();
    const [a, b, c] = [owner(1), owner(2), owner(3)] as const;
    await acquire(locks, a, 'x');
    await acquire(locks, b, 'y');
    await acquire(locks, c, 'z');
    const first = acquire(locks, a, 'y');
    const second = acquire(locks, b, 'z');
    expect(await acquire(locks, c, 'x')).toBe('deadlock');
    locks.release(c, 'z');
    expect(await second).toBe('granted');
    locks.release(b, 'y');
    locks.release(b, 'z');
    expect(await first).toBe('granted');
  });
});
