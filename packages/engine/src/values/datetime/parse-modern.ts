/**
 * The parser of date, time, datetime2 and datetimeoffset: a date, then a time, then an offset, each of them optional. A year of four digits in front
 * makes a date year-month-day whatever DATEFORMAT says. Every mistake is the same error, except a numeric date under a style that refuses it.
 */

import type { DateFormat } from '../../environment.ts';
import { DAY_1900, TICKS_PER_DAY } from './limits.ts';
import type { Moment } from './moment.ts';
import type { ParseFailure, ParseRules } from './parse.ts';
import { dayAndYear, dayOf, fractionDigits, fullYear, hijriDayOf, monthNamed, orderParts, ticksOf } from './parse-parts.ts';

const ZONE = String.raw`(Z|[+-][ \t]*\d{1,2}:\d{1,2})`;
const ISO = new RegExp(String.raw`^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.(\d+))?${ZONE}?$`);
const DATE_ZONE = /^(\d{4})-(\d\d)-(\d\d)Z$/;
/** A date (anything), a clock that has a colon or AM/PM, an offset. */
const LOOSE = new RegExp(
  String.raw`^(?:(.*?)[ \t]+)?(\d{1,2})(?::(\d{1,2})(?::(\d{1,2})(?:\.(\d+)|:(\d{1,3}))?)?[ \t]*([AP]M)?|[ \t]*([AP]M))(?:[ \t]*${ZONE})?$`,
  'i',
);

export function parseModern(text: string, rules: ParseRules): Moment | ParseFailure {
  const iso = ISO.exec(text);
  if (iso !== null) {
    const [, year, month, day, hour, minute, second, fraction, zone] = iso;
    return combine(dayOf(Number(year), Number(month), Number(day)), ticksOf({ hour: hour!, minute, second, fraction }), zone);
  }
  const dated = DATE_ZONE.exec(text);
  if (dated !== null) return combine(dayOf(Number(dated[1]), Number(dated[2]), Number(dated[3])), 0, undefined);
  const loose = LOOSE.exec(text);
  if (loose === null) return combine(parseDate(text, rules), 0, undefined);
  const [, date, hour, minute, second, fraction, milliseconds, marker, alone, zone] = loose;
  if (zone?.[0] === 'z') return 'syntax';
  const digits = milliseconds === undefined ? fraction : fractionDigits(':', milliseconds);
  const ticks = ticksOf({ hour: hour!, minute, second, fraction: digits, marker: marker ?? alone });
  return combine(date === undefined || date === '' ? DAY_1900 : parseDate(date, rules), ticks, zone);
}

function combine(day: number | ParseFailure | undefined, ticks: number | undefined, zone: string | undefined): Moment | ParseFailure {
  if (typeof day === 'string') return day;
  const offset = zone === undefined || zone === 'Z' ? 0 : offsetOf(zone);
  if (day === undefined || ticks === undefined || offset === undefined) return 'syntax';
  // A fraction that rounds up to midnight belongs to the next day.
  return ticks === TICKS_PER_DAY ? { day: day + 1, ticks: 0, offset } : { day, ticks, offset };
}

function offsetOf(zone: string): number | undefined {
  const [hours = 0, minutes = 0] = zone.slice(1).split(':').map(Number);
  const total = hours * 60 + minutes;
  if (minutes > 59 || total > 840) return undefined;
  return zone[0] === '-' ? 0 - total : total;
}

type Day = number | ParseFailure | undefined;

function parseDate(text: string, rules: ParseRules): Day {
  if (/^\d+$/.test(text)) return parseUnseparated(text);
  const match = NUMERIC.exec(text);
  if (match !== null) return parseNumeric([match[1]!, match[3]!, match[4]!], rules);
  return parseNamed(text, rules);
}

const NUMERIC = /^(\d{1,4})[ \t]*([-/.])[ \t]*(\d{1,4})[ \t]*\2[ \t]*(\d{1,4})$/;

/** yyyy, yymmdd or yyyymmdd, whatever DATEFORMAT says. */
export function parseUnseparated(text: string): number | 'syntax' | undefined {
  switch (text.length) {
    case 4:
      return dayOf(Number(text), 1, 1);
    case 6:
      return dayOf(fullYear(text.slice(0, 2)), Number(text.slice(2, 4)), Number(text.slice(4)));
    case 8:
      return dayOf(Number(text.slice(0, 4)), Number(text.slice(4, 6)), Number(text.slice(6)));
    default:
      return 'syntax';
  }
}

function parseNumeric(parts: readonly [string, string, string], rules: ParseRules): Day {
  const { style } = rules;
  if (style !== undefined && style.order === undefined) return 'style';
  const order = orderOf(parts, rules);
  if (order === undefined) return 'syntax';
  const { year, month, day } = orderParts(parts, order.indexOf('y'), order);
  if (year.length === 3 || month.length > 2 || day.length > 2) return 'syntax';
  if (style?.yearDigits !== undefined && (style.yearDigits === 4) !== (year.length === 4)) return 'syntax';
  return (style?.hijri ? hijriDayOf : dayOf)(fullYear(year), Number(month), Number(day));
}

/** ydm reads nothing but a leading year; under ymd a year of four digits may stand last. */
function orderOf(parts: readonly [string, string, string], rules: ParseRules): DateFormat | undefined {
  if (rules.style?.order !== undefined) return rules.style.order;
  if (parts[0].length === 4) return 'ymd';
  if (rules.dateFormat === 'ydm') return undefined;
  return rules.dateFormat === 'ymd' && parts[2].length === 4 ? 'mdy' : rules.dateFormat;
}

const JOINED = /^(\d+)[ \t]*([-/.])[ \t]*(\p{L}+\.?)[ \t]*\2[ \t]*(\d+)$/u;
const SPACED = /^(?:\p{L}+|\d+)(?:[ \t]*(?:\p{L}+|\d+))*(?:[ \t]*,[ \t]*\d+)?$/u;

/** A month by its name, day and year around it in any order; a comma only before the year at the end. */
function parseNamed(text: string, rules: ParseRules): Day {
  if (!JOINED.test(text) && !SPACED.test(text)) return 'syntax';
  const names = text.match(/\p{L}+/gu) ?? [];
  const parts = dayAndYear(text.match(/\d+/g) ?? []);
  const month = names.length === 1 ? monthNamed(names[0]!, rules.language) : 0;
  if (month === 0 || parts === undefined || parts.day.length > 2 || parts.year.length === 3 || parts.year.length > 4) return 'syntax';
  if (text.includes(',') && !text.endsWith(parts.year)) return 'syntax';
  return dayOf(fullYear(parts.year), month, Number(parts.day));
}
