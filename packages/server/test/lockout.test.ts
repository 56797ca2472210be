import { describe, expect, it } from 'vitest';
import { Lockout } from '../src/gateway/lockout.ts';

describe('Lockout', () => {
  it('slows down every failure and locks the pair out for a while', () => {
    let now = 0;
    const lockout = new Lockout({ attempts: 3, lockMilliseconds: 1000 }, () => now);
    expect([lockout.failed('sa', 'a'), lockout.failed('SA', 'a')]).toEqual([200, 400]);
    expect(lockout.isLocked('sa', 'a')).toBe(false);
    expect(lockout.failed('sa', 'a')).toBe(800);
    expect(lockout.isLocked('Sa', 'a')).toBe(true);
    expect(lockout.isLocked('sa', 'b')).toBe(false);
    expect(lockout.isLocked('other', 'a')).toBe(false);
    now = 1000;
    expect(lockout.isLocked('sa', 'a')).toBe(false);
    expect(lockout.failed('sa', 'a')).toBe(200);
  });

  it('never holds an answer back for more than three seconds', () => {
    const lockout = new Lockout({ attempts: 100, lockMilliseconds: 1000 }, () => 0);
    const delays = Array.from({ length: 50 }, () => lockout.failed('sa', 'a'));
    expect(Math.max(...delays)).toBe(3000);
  });

  it('forgets failures after a success', () => {
    const lockout = new Lockout({ attempts: 2, lockMilliseconds: 1000 }, () => 0);
    lockout.failed('sa', 'a');
    lockout.succeeded('sa', 'a');
    lockout.failed('sa', 'a');
    expect(lockout.isLocked('sa', 'a')).toBe(false);
  });
});
