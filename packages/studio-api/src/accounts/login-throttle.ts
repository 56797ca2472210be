/**
 * Guessing passwords is slow: after some failures for one email from one address, and after more from one address for any email, further attempts
 * are refused for a while without looking at the password. Held in memory: it guards a process, not the data.
 */
import { problem } from '../http/problem.ts';

const WINDOW = 15 * 60_000;
const LIMITS = { pair: 8, address: 60 } as const;
/** Beyond so many entries, those whose time is over are dropped. */
const SWEEP_AT = 10_000;

interface Failures {
  count: number;
  readonly until: number;
}

export class LoginThrottle {
  readonly #failures = new Map<string, Failures>();

  /** Throws `too-many-requests`. */
  check(address: string, email: string, now = Date.now()): void {
    const worst = Math.max(this.#count(address, now) - LIMITS.address, this.#count(pair(address, email), now) - LIMITS.pair);
    if (worst >= 0) throw problem('too-many-requests', 'Too many failed attempts. Please wait a quarter of an hour.');
  }

  failed(address: string, email: string, now = Date.now()): void {
    if (this.#failures.size > SWEEP_AT) this.#sweep(now);
    for (const key of [address, pair(address, email)]) {
      const entry = this.#failures.get(key);
      if (entry !== undefined && entry.until > now) entry.count += 1;
      else this.#failures.set(key, { count: 1, until: now + WINDOW });
    }
  }

  succeeded(address: string, email: string): void {
    this.#failures.delete(pair(address, email));
  }

  #count(key: string, now: number): number {
    const entry = this.#failures.get(key);
    return entry !== undefined && entry.until > now ? entry.count : 0;
  }

  #sweep(now: number): void {
    for (const [key, { until }] of this.#failures) if (until <= now) this.#failures.delete(key);
  }
}

const pair = (address: string, email: string) => `${address} ${email}`;
