/**
 * Dates and times as the text that SQL Server sends to clients that do not know the types of TDS 7.3:
 * yyyy-mm-dd, hh:mm:ss[.fffffff] and +hh:mm, with as many digits as the scale.
 */
import type { DateTimeOffset } from './type-info.ts';

const TICKS_PER_DAY = 864_000_000_000n;
const TICKS_PER_SECOND = 10_000_000;
const TICKS_PER_MINUTE = 600_000_000n;
/** Days from 0001-01-01 to 1970-01-01. */
const UNIX_EPOCH = 719_162;

/** A date from its days since 0001-01-01. */
export function dateText(days: number): string {
  return new Date((days - UNIX_EPOCH) * 86_400_000).toISOString().slice(0, 10);
}

/** A time from its 100 ns ticks. */
export function timeText(ticks: number, scale: number): string {
  const seconds = Math.floor(ticks / TICKS_PER_SECOND);
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const fraction = String(ticks % TICKS_PER_SECOND)
    .padStart(7, '0')
    .slice(0, scale);
  return parts.map(twoDigits).join(':') + (scale > 0 ? `.${fraction}` : '');
}

/** A datetime2 from its 100 ns ticks since 0001-01-01. */
export function dateTimeText(ticks: bigint, scale: number): string {
  return `${dateText(Number(ticks / TICKS_PER_DAY))} ${timeText(Number(ticks % TICKS_PER_DAY), scale)}`;
}

/** A datetimeoffset in its own time zone. */
export function dateTimeOffsetText(value: DateTimeOffset, scale: number): string {
  const local = value.utc + BigInt(value.offset) * TICKS_PER_MINUTE;
  const minutes = Math.abs(value.offset);
  const zone = `${value.offset < 0 ? '-' : '+'}${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}`;
  return `${dateTimeText(local, scale)} ${zone}`;
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}
