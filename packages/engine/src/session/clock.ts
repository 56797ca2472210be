/** The server's clock in T-SQL's units: 100 ns ticks since 0001-01-01. */

/** 1970-01-01 in ticks. */
export const EPOCH_TICKS = 621_355_968_000_000_000n;

/** Minutes east of UTC now. */
export const serverOffset = (): number => -new Date().getTimezoneOffset();

/** This moment in milliseconds since 1970-01-01 UTC, with the fraction of the high-resolution clock: what is cheap to keep for every request. */
export const moment = (): number => performance.timeOrigin + performance.now();

/** UTC ticks of a moment. */
export const ticksAt = (milliseconds: number): bigint => EPOCH_TICKS + BigInt(Math.floor(milliseconds * 10_000));

/** UTC ticks of this moment. */
export const utcTicks = (): bigint => ticksAt(moment());

/** Local ticks of a moment. */
export const localTicksAt = (milliseconds: number): bigint => ticksAt(milliseconds - new Date(milliseconds).getTimezoneOffset() * 60_000);

/** Server's local time. */
export const localTicks = (): bigint => utcTicks() + BigInt(serverOffset()) * 600_000_000n;
