/** The proleptic Gregorian calendar over day numbers: day 0 is 0001-01-01, a Monday. */

export interface Civil {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  /** 1 to 31. */
  readonly day: number;
}

/** Day number of a date; month and day must be valid. */
export function daysFromCivil(year: number, month: number, day: number): number {
  // Years begin in March here, so the leap day is the last day of one.
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 306;
}

/** The date of a day number. */
export function civilFromDays(days: number): Civil {
  const shifted = days + 306;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day };
}

/** By the Gregorian rule. */
export function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Days in a month, 1 to 12. */
export function daysInMonth(year: number, month: number): number {
  return month === 2 && isLeapYear(year) ? 29 : MONTH_DAYS[month - 1]!;
}

/** True for a date from 0001-01-01 to 9999-12-31. */
export function isValidCivil(year: number, month: number, day: number): boolean {
  return year >= 1 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** 1 for January 1st. */
export function dayOfYear(days: number): number {
  return days - daysFromCivil(civilFromDays(days).year, 1, 1) + 1;
}

/** 1 (Monday) to 7 (Sunday). */
export function isoWeekday(days: number): number {
  return (((days % 7) + 7) % 7) + 1;
}

/** Weekday number under DATEFIRST: the first day of the week is 1. */
export function weekday(days: number, dateFirst: number): number {
  return ((isoWeekday(days) - dateFirst + 7) % 7) + 1;
}

/** Week of the year under DATEFIRST; January 1st is always in week 1. */
export function week(days: number, dateFirst: number): number {
  const first = daysFromCivil(civilFromDays(days).year, 1, 1);
  return Math.floor((days - first + weekday(first, dateFirst) - 1) / 7) + 1;
}

/** ISO 8601 week: the week that holds the year's first Thursday is week 1. */
export function isoWeek(days: number): number {
  const thursday = days - isoWeekday(days) + 4;
  return Math.floor((dayOfYear(thursday) - 1) / 7) + 1;
}
