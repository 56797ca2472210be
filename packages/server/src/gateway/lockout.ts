/**
 * Who failed to log in how often. Failures are counted for a login name from one address, so that an attacker slows down and locks out himself
 * and not the owner of the name elsewhere. Every failure makes the next answer slower; too many lock the pair out for a while.
 */

export interface LockoutPolicy {
  readonly attempts: number;
  readonly lockMilliseconds: number;
}

interface Failures {
  count: number;
  last: number;
}

const FIRST_DELAY = 200;
const LONGEST_DELAY = 3000;
/** Beyond this many pairs, those whose lock time has passed are forgotten. */
const PRUNE_ABOVE = 10_000;

/** The memory of failed logins. */
export class Lockout {
  readonly #policy: LockoutPolicy;
  readonly #now: () => number;
  readonly #failures = new Map<string, Failures>();

  constructor(policy: LockoutPolicy, now: () => number = Date.now) {
    this.#policy = policy;
    this.#now = now;
  }

  isLocked(user: string, address: string): boolean {
    return (this.#current(pairOf(user, address))?.count ?? 0) >= this.#policy.attempts;
  }

  /** Counts a failure and says for how many milliseconds to hold back the answer. */
  failed(user: string, address: string): number {
    if (this.#failures.size > PRUNE_ABOVE) this.#prune();
    const pair = pairOf(user, address);
    const count = (this.#current(pair)?.count ?? 0) + 1;
    this.#failures.set(pair, { count, last: this.#now() });
    return Math.min(FIRST_DELAY * 2 ** Math.min(count - 1, 10), LONGEST_DELAY);
  }

  succeeded(user: string, address: string): void {
    this.#failures.delete(pairOf(user, address));
  }

  #current(pair: string): Failures | undefined {
    const failures = this.#failures.get(pair);
    return failures !== undefined && this.#now() - failures.last < this.#policy.lockMilliseconds ? failures : undefined;
  }

  #prune(): void {
    for (const pair of [...this.#failures.keys()]) if (this.#current(pair) === undefined) this.#failures.delete(pair);
  }
}

function pairOf(user: string, address: string): string {
  return `${user.toLowerCase()}\0${address}`;
}
