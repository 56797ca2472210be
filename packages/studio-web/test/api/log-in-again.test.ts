import { describe, expect, it, vi } from 'vitest';
import { createLogInAgain } from '../../src/api/log-in-again.ts';

describe('createLogInAgain', () => {
  it('shares one dialog among the calls that wait, and lets them go on together', async () => {
    const meeting = createLogInAgain();
    const listener = vi.fn();
    meeting.subscribe(listener);
    const waiting = Promise.all([meeting.ask(), meeting.ask()]);
    expect(meeting.isOpen()).toBe(true);
    expect(listener).toHaveBeenCalledTimes(1);
    meeting.settle('logged-in');
    await waiting;
    expect(meeting.isOpen()).toBe(false);
  });

  it('fails the calls when it is given up, and opens again for the next one', async () => {
    const meeting = createLogInAgain();
    const first = meeting.ask();
    meeting.settle('given-up');
    await expect(first).rejects.toThrow('You are logged out.');
    void meeting.ask();
    expect(meeting.isOpen()).toBe(true);
  });
});
