/**
 * Writes dates and times in the styles of CONVERT. A style is two patterns, one for the date and one for the time, because a date has no time to
 * show and a time no date. Patterns are compiled once per style and type into the pieces that are joined for each value.
 * Source: "Date and time styles" of CAST and CONVERT (Transact-SQL).
 */

import type { Type } from '@sprocket/tsql';
import { sqlError } from '../../errors.ts';
import { type Civil, civilFromDays } from './calendar.ts';
import { HIJRI_MONTHS, HIJRI_START, hijriFromDays } from './hijri.ts';
import type { Language } from './languages.ts';
import { TICKS_PER_HOUR, TICKS_PER_MINUTE, TICKS_PER_SECOND } from './limits.ts';
import { atOffset, type Moment } from './moment.ts';

/** Writes a moment of one type in one style. */
export type Format = (moment: Moment, language: Language) => string;

/** Why a type cannot be written in a style: it has no such style, or the style shows a part that the type lacks. */
export type NoFormat = 'style' | 'type';

interface Style {
  readonly date?: string;
  readonly time?: string;
  /** Between the two; a blank unless said otherwise. */
  readonly between?: string;
}

const MONTH_FIRST = 'Mon _d yyyy';
const HOUR_12 = '_h:miAM';
const HOUR_12_FULL = '_h:mi:ss:fffAM';
const HOUR_24 = 'hh:mi:ss';
const HOUR_24_FULL = 'hh:mi:ss:fff';
const ISO_DATE = 'yyyy-MM-dd';
const ISO_TIME = 'hh:mi:ss.fff';

/** Patterns by style number; a fraction after `:` is written after `.` for the types with 100 ns. */
const STYLES: Readonly<Record<number, Style>> = {
  0: { date: MONTH_FIRST, time: HOUR_12 },
  1: { date: 'MM/dd/yy' },
  2: { date: 'yy.MM.dd' },
  3: { date: 'dd/MM/yy' },
  4: { date: 'dd.MM.yy' },
  5: { date: 'dd-MM-yy' },
  6: { date: 'dd Mon yy' },
  7: { date: 'Mon dd, yy' },
  8: { time: HOUR_24 },
  9: { date: MONTH_FIRST, time: HOUR_12_FULL },
  10: { date: 'MM-dd-yy' },
  11: { date: 'yy/MM/dd' },
  12: { date: 'yyMMdd' },
  13: { date: 'dd Mon yyyy', time: HOUR_24_FULL },
  14: { time: HOUR_24_FULL },
  20: { date: ISO_DATE, time: HOUR_24 },
  21: { date: ISO_DATE, time: ISO_TIME },
  22: { date: 'MM/dd/yy', time: '_h:mi:ss AM' },
  23: { date: ISO_DATE },
  24: { time: HOUR_24 },
  25: { date: ISO_DATE, time: ISO_TIME },
  26: { date: 'yyyy-dd-MM', time: ISO_TIME },
  27: { date: 'MM-dd-yyyy', time: ISO_TIME },
  28: { date: 'MM-yyyy-dd', time: ISO_TIME },
  29: { date: 'dd-MM-yyyy', time: ISO_TIME },
  30: { date: 'dd-yyyy-MM', time: ISO_TIME },
  31: { date: 'yyyy-dd-MM' },
  32: { date: 'MM-dd-yyyy' },
  33: { date: 'MM-yyyy-dd' },
  34: { date: 'dd-MM-yyyy' },
  35: { date: 'dd-yyyy-MM' },
  100: { date: MONTH_FIRST, time: HOUR_12 },
  101: { date: 'MM/dd/yyyy' },
  102: { date: 'yyyy.MM.dd' },
  103: { date: 'dd/MM/yyyy' },
  104: { date: 'dd.MM.yyyy' },
  105: { date: 'dd-MM-yyyy' },
  106: { date: 'dd Mon yyyy' },
  107: { date: 'Mon dd, yyyy' },
  108: { time: HOUR_24 },
  109: { date: MONTH_FIRST, time: HOUR_12_FULL },
  110: { date: 'MM-dd-yyyy' },
  111: { date: 'yyyy/MM/dd' },
  112: { date: 'yyyyMMdd' },
  113: { date: 'dd Mon yyyy', time: HOUR_24_FULL },
  114: { time: HOUR_24_FULL },
  120: { date: ISO_DATE, time: HOUR_24 },
  121: { date: ISO_DATE, time: ISO_TIME },
  126: { date: ISO_DATE, time: ISO_TIME, between: 'T' },
  127: { date: ISO_DATE, time: ISO_TIME, between: 'T' },
  130: { date: '_D Hijri YYYY', time: HOUR_12_FULL },
  131: { date: '_D/MH/YYYY', time: HOUR_12_FULL },
};

/** The writer of a type in a style. */
export function formatter(type: Type, style: number): Format | NoFormat {
  const patterns = STYLES[style];
  if (patterns === undefined) return 'style';
  const hasDate = type.name !== 'time';
  const hasTime = type.name !== 'date';
  const date = hasDate ? patterns.date : undefined;
  const time = hasTime ? patterns.time : undefined;
  if (date === undefined && time === undefined) return !hasDate || style % 100 === 8 || style === 24 ? 'type' : 'style';
  const between = date !== undefined && time !== undefined ? (patterns.between ?? ' ') : '';
  const pieces = [
    ...compile(date ?? '', type, style),
    () => between,
    ...compile(time ?? '', type, style),
    ...(type.name === 'datetimeoffset' && time !== undefined ? [zoneOf(style)] : []),
  ];
  return (moment, language) => {
    const fields = fieldsOf(style === 127 ? atOffset(moment, 0) : moment, language);
    let text = '';
    for (const piece of pieces) text += piece(fields);
    return text;
  };
}

interface Fields {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  /** Ticks within the second. */
  readonly fraction: number;
  readonly moment: Moment;
  readonly language: Language;
}

type Piece = (fields: Fields) => string;

function fieldsOf(moment: Moment, language: Language): Fields {
  const { ticks } = moment;
  const { year, month, day } = civilFromDays(moment.day);
  return {
    year,
    month,
    day,
    hour: Math.floor(ticks / TICKS_PER_HOUR),
    minute: Math.floor(ticks / TICKS_PER_MINUTE) % 60,
    second: Math.floor(ticks / TICKS_PER_SECOND) % 60,
    fraction: ticks % TICKS_PER_SECOND,
    moment,
    language,
  };
}

const TWO = Array.from({ length: 100 }, (_, n) => String(n).padStart(2, '0'));
const pad2 = (n: number): string => TWO[n] ?? String(n);
const blank2 = (n: number): string => String(n).padStart(2, ' ');
const pad4 = (n: number): string => String(n).padStart(4, '0');
const hour12 = ({ hour }: Fields): number => hour % 12 || 12;

/** What each word of a pattern writes. `_` pads with a blank. */
const PIECES: Readonly<Record<string, Piece>> = {
  yyyy: ({ year }) => pad4(year),
  yy: ({ year }) => pad2(year % 100),
  MM: ({ month }) => pad2(month),
  Mon: ({ month, language }) => language.shortMonths[month - 1] ?? '',
  dd: ({ day }) => pad2(day),
  _d: ({ day }) => blank2(day),
  hh: ({ hour }) => pad2(hour),
  _h: (fields) => blank2(hour12(fields)),
  mi: ({ minute }) => pad2(minute),
  ss: ({ second }) => pad2(second),
  AM: ({ hour }) => (hour < 12 ? 'AM' : 'PM'),
  YYYY: (fields) => String(hijri(fields).year),
  MH: (fields) => pad2(hijri(fields).month),
  Hijri: (fields) => HIJRI_MONTHS[hijri(fields).month - 1] ?? '',
  _D: (fields) => blank2(hijri(fields).day),
};

/** The Islamic date, which does not reach back before the calendar's first day. */
function hijri({ moment }: Fields): Civil {
  if (moment.day < HIJRI_START) throw sqlError(9814);
  return hijriFromDays(moment.day);
}

function compile(pattern: string, type: Type, style: number): Piece[] {
  const words = pattern.match(/[:.]fff|yyyy|YYYY|yy|Mon|MM|MH|Hijri|dd|_d|_D|hh|_h|mi|ss|AM|[^a-zA-Z_]/g) ?? [];
  return words.map((word) => {
    if (word.endsWith('fff')) return fractionOf(word[0]!, type, style);
    // A time alone is not aligned in the default styles.
    if (word === '_h' && type.name === 'time' && (style % 100 === 0 || style % 100 === 9)) return (fields) => String(hour12(fields));
    return PIECES[word] ?? (() => word);
  });
}

/** datetime shows its milliseconds; the later types show the digits of their scale. ISO 8601 leaves out a fraction of zero. */
function fractionOf(separator: string, type: Type, style: number): Piece {
  const legacy = type.name === 'datetime' || type.name === 'smalldatetime';
  const digits = legacy ? 3 : type.scale;
  const omitZero = style === 126 || style === 127;
  if (digits === 0) return () => '';
  return ({ fraction }) => {
    const shown = legacy ? Math.round(fraction / 10_000) * 10_000 : fraction;
    if (shown === 0 && omitZero) return '';
    return (legacy ? separator : '.') + String(shown).padStart(7, '0').slice(0, digits);
  };
}

/** The offset behind a datetimeoffset: `+01:00`, joined in ISO 8601, `Z` in style 127. */
function zoneOf(style: number): Piece {
  if (style === 127) return () => 'Z';
  const before = style === 126 ? '' : ' ';
  return ({ moment }) => before + formatOffset(moment.offset);
}

/** `+05:30` */
export function formatOffset(offset: number): string {
  const size = Math.abs(offset);
  return `${offset < 0 ? '-' : '+'}${pad2(Math.floor(size / 60))}:${pad2(size % 60)}`;
}
