/** Units and bounds of the date and time types. */

/** 100 ns ticks. */
export const TICKS_PER_SECOND = 10_000_000;
export const TICKS_PER_MINUTE = 60 * TICKS_PER_SECOND;
export const TICKS_PER_HOUR = 60 * TICKS_PER_MINUTE;
export const TICKS_PER_DAY = 24 * TICKS_PER_HOUR;
export const BIG_TICKS_PER_DAY = BigInt(TICKS_PER_DAY);
export const BIG_TICKS_PER_MINUTE = BigInt(TICKS_PER_MINUTE);

/** 1/300 seconds of datetime. */
export const UNITS_PER_DAY = 300 * 86_400;
export const MINUTES_PER_DAY = 1440;

/** Days from 0001-01-01 to 1900-01-01, day 0 of datetime and smalldatetime. */
export const DAY_1900 = 693_595;
/** 1753-01-01 and 9999-12-31. */
export const DAY_1753 = 639_905;
export const DAY_MAX = 3_652_058;

export const DATETIME_MIN = (DAY_1753 - DAY_1900) * UNITS_PER_DAY;
export const DATETIME_MAX = (DAY_MAX - DAY_1900 + 1) * UNITS_PER_DAY - 1;
/** 2079-06-06 23:59. */
export const SMALLDATETIME_MAX = 65_536 * MINUTES_PER_DAY - 1;
/** The end of 9999-12-31 in ticks, exclusive. */
export const TICKS_END = BigInt(DAY_MAX + 1) * BIG_TICKS_PER_DAY;

/** Ticks cut to so many digits of a second. */
export const cutTicks = (ticks: bigint, scale: number): bigint => ticks - (ticks % 10n ** BigInt(7 - scale));

/** The greatest datetime2 of a scale. */
export const latest = (scale: number): bigint => cutTicks(TICKS_END - 1n, scale);
