import { describe, expect, it } from 'vitest';
import { hashPassword, verifyLogin, verifyPassword } from '../../src/session/passwords.ts';

describe('passwords', () => {
  it('fit their hash, again and again, and no other does in between', async () => {
    const stored = hashPassword('Straße 1');
    for (let time = 0; time < 3; time++) {
      expect(await verifyLogin('Straße 1', stored)).toBe(true);
      expect(await verifyLogin('straße 1', stored)).toBe(false);
      expect(await verifyLogin('', stored)).toBe(false);
    }
  });

  it('that were right before are wrong after a change', async () => {
    expect(await verifyLogin('one', hashPassword('one'))).toBe(true);
    expect(await verifyLogin('one', hashPassword('two'))).toBe(false);
  });

  it('have a hash of their own each time, in which they cannot be read', () => {
    expect(hashPassword('secret')).not.toBe(hashPassword('secret'));
    expect(hashPassword('secret')).toMatch(/^scrypt\$16384\$8\$1\$[0-9a-f]{32}\$[0-9a-f]{64}$/);
    expect(verifyPassword('secret', hashPassword('secret'))).toBe(true);
  });

  it('fit nothing that is no hash', async () => {
    expect(verifyPassword('', '')).toBe(false);
    expect(await verifyLogin('x', 'plain$x')).toBe(false);
  });
});
