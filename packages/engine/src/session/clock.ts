/** The server's clock in T-SQL's units: 100 ns ticks since 0001-01-01. */

/** 1970-01-01 in ticks. */
export const EPOCH_TICKS = 621_355_968_000_000_000n;

/** Minutes east of UTC now. */
export const serverOffset = (): number => -new Date().getTimezoneOffset();

/** UTC ticks of this moment, with the sub-millisecond part of the high-resolution clock. */
export function utcTicks(): bigint {
  const milliseconds = performance.timeOrigin + performance.now();
  return EPOCH_TICKS + BigInt(Math.floor(milliseconds * 10_000));
}

/** Server's local time. */
export const localTicks = (): bigint => utcTicks() + BigInt(serverOffset()) * 600_000_000n;
