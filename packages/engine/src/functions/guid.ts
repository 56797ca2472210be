/** New uniqueidentifiers: random ones, and the sequence of NEWSEQUENTIALID, in which each value sorts after the one before it. */

import { randomBytes, randomUUID } from 'node:crypto';

export function newId(): string {
  return randomUUID().toUpperCase();
}

/** Version 1 identifiers of one process: a clock that only goes forward and a random node, with the clock's bytes turned as SQL Server stores them. */
export function sequentialIds(): () => string {
  const node = randomBytes(8).toString('hex').toUpperCase();
  const tail = `${node.slice(0, 4)}-${node.slice(4)}`;
  // 100 ns ticks since 1582-10-15, as in version 1 identifiers.
  let ticks = BigInt(Date.now()) * 10_000n + 0x01b21dd213814000n;
  return () => {
    ticks += 1n;
    const clock = ticks.toString(16).toUpperCase().padStart(15, '0');
    return `${turned(clock.slice(7))}-${turned(clock.slice(3, 7))}-${turned(`1${clock.slice(0, 3)}`)}-${tail}`;
  };
}

/** The bytes of a hexadecimal number in reverse order. */
function turned(hex: string): string {
  return (hex.match(/../g) ?? []).reverse().join('');
}
