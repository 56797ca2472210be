/** Dates and times from text, in ISO form, without a detour over JavaScript's dates: every digit that the type holds arrives. */
import { BadValue } from './bad-value.ts';

export interface Moment {
  /** Days since 0001-01-01. */
  readonly days: number;
  /** Units of 100 ns since midnight. */
  readonly ticks: bigint;
  /** Minutes east of UTC; undefined when none is written. */
  readonly offset: number | undefined;
}

const TICKS_PER_SECOND = 10_000_000n;
export const TICKS_PER_DAY = 864_000_000_000n;
const DAY = 86_400_000;
const YEAR_1 = new Date('0001-01-01T00:00:00Z').getTime();
/** Days from 0001-01-01 to 1900-01-01. */
export const DAYS_TO_1900 = (Date.UTC(1900, 0, 1) - YEAR_1) / DAY;

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const TIME = /^(\d{1,2}):(\d{2})(?::(\d{2})(?:\.(\d{1,7}))?)?$/;
const OFFSET = /^([+-])(\d{2}):(\d{2})$/;

/** `2024-02-29`, `2024-02-29 13:30:00.1234567`, with `T` or a blank between, and `Z` or `+02:00` behind. Throws BadValue. */
export function parseMoment(text: string): Moment {
  const match = /^(\S+?)(?:[T ](\S+?))?(?: ?(Z|[+-]\d{2}:\d{2}))?$/i.exec(text.trim());
  if (match?.[1] === undefined) throw new BadValue('write it as 2024-02-29 13:30:00');
  return { days: parseDate(match[1]), ticks: match[2] === undefined ? 0n : parseTime(match[2]), offset: parseOffset(match[3]) };
}

/** Days since 0001-01-01. */
export function parseDate(text: string): number {
  const [, year, month, day] = DATE.exec(text.trim()) ?? [];
  const time = new Date(`${year}-${month}-${day}T00:00:00Z`).getTime();
  // JavaScript takes 30 February for 1 March.
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== `${year}-${month}-${day}` || year === '0000') {
    throw new BadValue('no such day: write it as 2024-02-29');
  }
  return Math.round((time - YEAR_1) / DAY);
}

/** Units of 100 ns since midnight. */
export function parseTime(text: string): bigint {
  const [whole, hours = '', minutes = '', seconds = '0', fraction = ''] = TIME.exec(text.trim()) ?? [];
  if (whole === undefined || Number(hours) > 23 || Number(minutes) > 59 || Number(seconds) > 59) {
    throw new BadValue('no such time: write it as 13:30:00.1234567');
  }
  const total = BigInt(Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds));
  return total * TICKS_PER_SECOND + BigInt(fraction.padEnd(7, '0'));
}

function parseOffset(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (text.toUpperCase() === 'Z') return 0;
  const [, sign, hours = '', minutes = ''] = OFFSET.exec(text) ?? [];
  const size = Number(hours) * 60 + Number(minutes);
  if (size > 14 * 60 || Number(minutes) > 59) throw new BadValue('an offset lies between -14:00 and +14:00');
  return sign === '-' ? -size : size;
}
