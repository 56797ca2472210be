/**
 * Dates of the sample database as day numbers (0 is 2023-01-01) and as the texts that T-SQL reads the same way under every language setting.
 * The business has a fixed "today", so the rows never depend on the clock.
 */

const EPOCH = Date.UTC(2023, 0, 1);
const DAY = 86_400_000;

/** The day number of an ISO date. */
export const dayOf = (iso: string): number => Math.round((Date.parse(`${iso}T00:00:00Z`) - EPOCH) / DAY);

/** The last day of business in the sample data. */
export const TODAY = dayOf('2025-12-31');

/** 'yyyy-mm-dd' */
export const dateText = (day: number): string => new Date(EPOCH + day * DAY).toISOString().slice(0, 10);

/** 'yyyy-mm-ddThh:mm:ss' */
export const timeText = (day: number, second: number): string => new Date(EPOCH + day * DAY + second * 1000).toISOString().slice(0, 19);

/** 0 is Sunday. */
export const weekday = (day: number): number => new Date(EPOCH + day * DAY).getUTCDay();

/** 1 to 12. */
export const month = (day: number): number => new Date(EPOCH + day * DAY).getUTCMonth() + 1;
