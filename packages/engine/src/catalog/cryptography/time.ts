/** Moments of certificates: JavaScript's dates and the ticks of the catalog, 100 ns since 0001-01-01. */

const EPOCH = 621_355_968_000_000_000n;

export const ticksOfDate = (date: Date): bigint => BigInt(date.getTime()) * 10_000n + EPOCH;
export const dateOfTicks = (ticks: bigint): Date => new Date(Number((ticks - EPOCH) / 10_000n));
