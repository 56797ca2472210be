/**
 * The parser of datetime and smalldatetime. The time may stand anywhere, separators may be mixed, and a number of four digits is the year wherever it
 * stands. Two kinds of failure are told apart: text that is no date at all, and a date with a field that does not exist or that is given twice.
 */

import { DAY_1900 } from './limits.ts';
import type { Moment } from './moment.ts';
import type { ParseFailure, ParseRules } from './parse.ts';
import { parseUnseparated } from './parse-modern.ts';
import { dayAndYear, dayOf, fractionDigits, fullYear, hijriDayOf, monthNamed, orderParts, ticksOf } from './parse-parts.ts';

type Failure = Exclude<ParseFailure, 'style'>;

const ISO = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.(\d{1,3}))?(?: *Z)?(?: *([AP]M))?$/;
/** What may stand before a Z that says nothing: yyyy-mm-dd, a year, a time. */
const BEFORE_ZULU = /^(?:\d{4}-\d\d-\d\d|\d{4}|[\d:.]*:[\d:.]*)$/;
const CLOCK = /(\d{1,3}):(\d{1,3})(?::(\d{1,3}))?(?:([.:])(\d+))?(?![\d:.])(?: *([AP]M)(?!\p{L}))?|(\d{1,3}) *([AP]M)(?!\p{L})/iu;

export function parseLegacy(text: string, rules: ParseRules): Moment | ParseFailure {
  const iso = ISO.exec(text);
  if (iso !== null) return parseIso(iso, rules);
  const zulu = / *Z$/.exec(text);
  if (zulu === null) return parseLoose(text, rules);
  const before = text.slice(0, zulu.index);
  const allowed = BEFORE_ZULU.test(before) && (rules.style === undefined || rules.style.style === 127);
  return allowed ? parseLoose(before, rules) : 'syntax';
}

function parseIso(match: RegExpExecArray, rules: ParseRules): Moment | Failure {
  const { style } = rules;
  if (style !== undefined && style.style !== 126 && style.style !== 127) return style.yearDigits === 4 ? 'range' : 'syntax';
  const [, year, month, day, hour, minute, second, fraction, marker] = match;
  return combine(dayOf(Number(year), Number(month), Number(day)), ticksOf({ hour: hour!, minute, second, fraction, marker }));
}

function parseLoose(text: string, rules: ParseRules): Moment | Failure {
  if (FOREIGN.test(text)) return 'syntax';
  const match = CLOCK.exec(text);
  if (match === null) return withoutClock(text, rules);
  const [clock, hour, minute, second, separator, digits, marker, aloneHour, aloneMarker] = match;
  const before = text.slice(0, match.index);
  const after = text.slice(match.index + clock.length);
  if (/\d$/.test(before) || /^[\d\p{L}]/u.test(after) || (digits !== undefined && digits.length > 3)) return 'syntax';
  const rest = `${before} ${after}`.replace(/^ +| +$/g, '');
  if (CLOCK.test(rest) || MARKER.test(rest)) return 'range';
  const fraction = fractionDigits(second === undefined ? '.' : separator, digits);
  const ticks = ticksOf({ hour: (hour ?? aloneHour)!, minute, second, fraction, marker: marker ?? aloneMarker });
  return combine(rest === '' ? dayAlone(rules) : parseDate(rest, rules), ticks);
}

/** Characters that no date has. */
const FOREIGN = /[^\p{L}\d ,./:-]/u;
const MARKER = /(?:^|[^\p{L}])[AP]M(?:$|[^\p{L}])/iu;

function withoutClock(text: string, rules: ParseRules): Moment | Failure {
  if (text.includes(':')) return 'syntax';
  return MARKER.test(text) ? 'range' : combine(parseDate(text, rules), 0);
}

/** A time alone is on the first day of 1900, of the Islamic calendar under its styles. */
function dayAlone(rules: ParseRules): number | undefined {
  return rules.style?.hijri ? hijriDayOf(1900, 1, 1) : DAY_1900;
}

function combine(day: number | Failure | undefined, ticks: number | undefined): Moment | Failure {
  if (typeof day === 'string') return day;
  return day === undefined || ticks === undefined ? 'range' : { day, ticks, offset: 0 };
}

type Day = number | Failure | undefined;

function parseDate(text: string, rules: ParseRules): Day {
  if (/\p{L}/u.test(text)) return rules.style?.style === 127 ? 'syntax' : parseNamed(text, rules);
  if (/^\d+$/.test(text)) return rules.style?.style === 127 && text.length > 4 ? 'syntax' : parseUnseparated(text);
  return parseNumeric(text, rules);
}

const NUMERIC = /^(\d+) *[-/.] *(\d+) *[-/.] *(\d+)(.*)$/;
const STARTED = /^\d+ *[-/.]{2}|^\d+ *[-/.] *\d+ *[-/.]{2}/;

/** Three numbers with any separators; more than that is a date given twice. */
function parseNumeric(text: string, rules: ParseRules): Day {
  const { style } = rules;
  if (style !== undefined && style.order === undefined) return 'syntax';
  if ((style?.style === 126 || style?.style === 127) && !/^\d{4}-\d\d-\d\d$/.test(text)) return 'syntax';
  const match = NUMERIC.exec(text);
  if (match === null) return STARTED.test(text) ? 'range' : 'syntax';
  const parts = [match[1]!, match[2]!, match[3]!] as const;
  if (parts.some((part) => part.length > 4) || /[^-\d/. ]/.test(match[4]!)) return 'syntax';
  return match[4] === '' ? orderNumeric(parts, rules) : 'range';
}

function orderNumeric(parts: readonly [string, string, string], rules: ParseRules): Day {
  const order = rules.style?.order ?? rules.dateFormat;
  const long = parts.findIndex((part) => part.length === 4);
  if (rules.style?.yearDigits !== undefined && (rules.style.yearDigits === 4) !== long >= 0) return 'syntax';
  const { year, month, day } = orderParts(parts, long >= 0 ? long : order.indexOf('y'), order);
  return (rules.style?.hijri ? hijriDayOf : dayOf)(fullYear(year), Number(month), Number(day));
}

const JOINED = /^\d+ *([-/.]) *\p{L}+ *\1 *\d+$/u;

/** A month by its name; commas may stand between the parts but not at the ends, twice, or behind the year. */
function parseNamed(text: string, rules: ParseRules): Day {
  const names = text.match(/\p{L}+/gu) ?? [];
  const months = names.map((name) => monthNamed(name, rules.language));
  if (months.includes(0)) return 'syntax';
  if (months.length > 1) return 'range';
  if (!JOINED.test(text) && !/^[\p{L}\d ,]+$/u.test(text)) return 'syntax';
  if (/^,|,$|, *,|\d{4} *,/.test(text)) return 'range';
  const numbers = text.match(/\d+/g) ?? [];
  if (numbers.length > 2) return 'range';
  const parts = dayAndYear(numbers);
  if (parts === undefined || parts.day.length > 3 || parts.year.length > 4) return numbers.length === 2 ? 'range' : 'syntax';
  return dayOf(fullYear(parts.year), months[0]!, Number(parts.day));
}
