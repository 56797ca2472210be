/** Dates, times and durations of XML Schema: canonical forms and order. */

import type { Primitive } from './model.ts';

const DATE = '(-?\\d{4,})-(\\d\\d)-(\\d\\d)';
const TIME = '(\\d\\d):(\\d\\d):(\\d\\d)(?:\\.(\\d+))?';
const ZONE = '(Z|[+-]\\d\\d:\\d\\d)?';
const SHAPES = {
  dateTime: new RegExp(`^${DATE}T${TIME}${ZONE}$`),
  date: new RegExp(`^${DATE}()()()()${ZONE}$`),
  time: new RegExp(`^()()()${TIME}${ZONE}$`),
};

interface Moment {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly seconds: number;
  readonly fraction: string;
  readonly zone: string;
}

/** Fractions lose their zeros, a zone of zero is Z, and 24:00:00 is the next day; null for what is no value. */
export function canonicalDateTime(kind: 'dateTime' | 'date' | 'time', text: string): string | null {
  const moment = momentOf(kind, text);
  if (moment === null) return null;
  const day = `${yearText(moment.year)}-${two(moment.month)}-${two(moment.day)}`;
  const { seconds, fraction, zone } = moment;
  const time = `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}${fraction === '' ? '' : `.${fraction}`}`;
  return `${kind === 'time' ? '' : day}${kind === 'dateTime' ? 'T' : ''}${kind === 'date' ? '' : time}${zone}`;
}

function momentOf(kind: 'dateTime' | 'date' | 'time', text: string): Moment | null {
  const match = SHAPES[kind].exec(text);
  if (match === null) return null;
  const part = (index: number, otherwise: number): number =>
    match[index] === '' || match[index] === undefined ? otherwise : Number(match[index]);
  const [year, month, day] = [part(1, 2000), part(2, 1), part(3, 1)];
  const [hour, minute, second] = [part(4, 0), part(5, 0), part(6, 0)];
  const fraction = (match[7] ?? '').replace(/0+$/, '');
  const isMidnight = hour === 24 && minute === 0 && second === 0 && fraction === '';
  if ((hour > 23 && !isMidnight) || minute > 59 || second > 59) return null;
  // The calendar of SQL Server has the years 1 to 9999.
  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return null;
  const zone = zoneOf(match[8] ?? '');
  if (zone === null) return null;
  if (!isMidnight) return { year, month, day, seconds: hour * 3600 + minute * 60 + second, fraction, zone };
  const next = new Date(Date.UTC(year, month - 1, day + 1));
  return { year: next.getUTCFullYear(), month: next.getUTCMonth() + 1, day: next.getUTCDate(), seconds: 0, fraction, zone };
}

function zoneOf(zone: string): string | null {
  if (zone === '' || zone === 'Z') return zone;
  const [hours = 0, minutes = 0] = zone.slice(1).split(':').map(Number);
  if (hours > 14 || minutes > 59 || (hours === 14 && minutes > 0)) return null;
  return hours === 0 && minutes === 0 ? 'Z' : zone;
}

const daysIn = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();
const two = (value: number): string => String(value).padStart(2, '0');
const yearText = (year: number): string => String(year).padStart(4, '0');

/** Fields of zero go; a duration of nothing is PT0S. */
export function canonicalDuration(text: string): string | null {
  const match = /^(-?)P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)D)?(T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:\.(\d+))?S)?)?$/.exec(text);
  if (match === null || text.endsWith('P') || match[5] === 'T') return null;
  const field = (digits: string | undefined, unit: string): string => (Number(digits ?? 0) === 0 ? '' : `${Number(digits)}${unit}`);
  const date = field(match[2], 'Y') + field(match[3], 'M') + field(match[4], 'D');
  const fraction = (match[9] ?? '').replace(/0+$/, '');
  const seconds = fraction === '' ? field(match[8], 'S') : `${Number(match[8])}.${fraction}S`;
  const time = field(match[6], 'H') + field(match[7], 'M') + seconds;
  if (date === '' && time === '') return 'PT0S';
  return `${match[1]}P${date}${time === '' ? '' : `T${time}`}`;
}

/** The order of two values of a type of time; NaN where it has none. */
export function compareTimes(primitive: Primitive, a: string, b: string): number {
  if (primitive === 'dateTime' || primitive === 'date' || primitive === 'time') return instant(primitive, a) - instant(primitive, b);
  if (primitive === 'duration') return months(a) - months(b);
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Seconds since some moment, in UTC. */
function instant(kind: 'dateTime' | 'date' | 'time', text: string): number {
  const moment = momentOf(kind, text);
  if (moment === null) return Number.NaN;
  const { year, month, day, seconds, fraction, zone } = moment;
  const offset =
    zone === '' || zone === 'Z' ? 0 : (zone[0] === '-' ? -1 : 1) * (Number(zone.slice(1, 3)) * 3600 + Number(zone.slice(4)) * 60);
  return Date.UTC(year, month - 1, day) / 1000 + seconds + Number(`0.${fraction || 0}`) - offset;
}

/** A duration in months, a day being a thirtieth of one. */
function months(text: string): number {
  const match = /^(-?)P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:([\d.]+)S)?)?$/.exec(text);
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = (match ?? []).slice(2).map((field) => Number(field ?? 0));
  const total = year * 12 + month + (day + (hour + (minute + second / 60) / 60) / 24) / 30;
  return match?.[1] === '-' ? -total : total;
}
