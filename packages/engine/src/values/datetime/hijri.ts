/** The tabular Islamic calendar of the Kuwaiti algorithm, for the CONVERT styles 130 and 131: 30-year cycles with eleven leap years. */

import type { Civil } from './calendar.ts';

export const HIJRI_MONTHS: readonly string[] = [
  'محرم',
  'صفر',
  'ربيع الاول',
  'ربيع الثاني',
  'جمادى الاولى',
  'جمادى الثانية',
  'رجب',
  'شعبان',
  'رمضان',
  'شوال',
  'ذو القعدة',
  'ذو الحجة',
];

/** 1 Muharram of year 1: 622-07-18 in the Gregorian calendar. */
export const HIJRI_START = 227_013;
const CYCLE_DAYS = 10_631;

/** The date of a day number. */
export function hijriFromDays(days: number): Civil {
  const since = days - HIJRI_START;
  const year = Math.floor((30 * since + 10_646) / CYCLE_DAYS);
  const dayOfYear = since - startOfYear(year);
  const month = Math.min(12, Math.floor((dayOfYear + 0.5) / 29.5) + 1);
  return { year, month, day: dayOfYear - startOfMonth(month) + 1 };
}

/** The day number of a date. */
export function daysFromHijri(year: number, month: number, day: number): number {
  return HIJRI_START + startOfYear(year) + startOfMonth(month) + day - 1;
}

/** 30 and 29 days in turn; the last month has 30 in leap years. */
export function daysInHijriMonth(year: number, month: number): number {
  if (month === 12) return startOfYear(year + 1) - startOfYear(year) - startOfMonth(12);
  return month % 2 === 1 ? 30 : 29;
}

function startOfYear(year: number): number {
  return (year - 1) * 354 + Math.floor((3 + 11 * year) / 30);
}

function startOfMonth(month: number): number {
  return Math.ceil(29.5 * (month - 1));
}
