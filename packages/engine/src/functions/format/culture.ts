/**
 * A culture by name, for FORMAT and PARSE. Cultures of the table are exact; any other that the platform knows is made from its data. Names of months
 * and days are read from the platform when a culture is first used.
 */

import { sqlError } from '../../errors.ts';
import { CULTURES, type CultureRow } from './culture-table.ts';

export interface Culture extends Required<Omit<CultureRow, 'months'>> {
  readonly name: string;
  readonly months: readonly string[];
  /** The months as they stand beside a day: `января`. */
  readonly genitiveMonths: readonly string[];
  readonly shortMonths: readonly string[];
  /** Sunday first. */
  readonly days: readonly string[];
  readonly shortDays: readonly string[];
  readonly dateSeparator: string;
  readonly timeSeparator: string;
}

/** Cultures of the languages of sys.syslanguages. */
const LANGUAGE_CULTURES: Readonly<Record<string, string>> = {
  us_english: 'en-US',
  english: 'en-US',
  british: 'en-GB',
  'british english': 'en-GB',
  deutsch: 'de-DE',
  german: 'de-DE',
  français: 'fr-FR',
  french: 'fr-FR',
  español: 'es-ES',
  spanish: 'es-ES',
  italiano: 'it-IT',
  italian: 'it-IT',
  nederlands: 'nl-NL',
  dutch: 'nl-NL',
  português: 'pt-PT',
  portuguese: 'pt-PT',
  'português (brasil)': 'pt-BR',
  brazilian: 'pt-BR',
  svenska: 'sv-SE',
  swedish: 'sv-SE',
  dansk: 'da-DK',
  danish: 'da-DK',
  norsk: 'nb-NO',
  norwegian: 'nb-NO',
  suomi: 'fi-FI',
  finnish: 'fi-FI',
  polski: 'pl-PL',
  polish: 'pl-PL',
  čeština: 'cs-CZ',
  czech: 'cs-CZ',
  magyar: 'hu-HU',
  hungarian: 'hu-HU',
  русский: 'ru-RU',
  russian: 'ru-RU',
  türkçe: 'tr-TR',
  turkish: 'tr-TR',
  ελληνικά: 'el-GR',
  greek: 'el-GR',
  日本語: 'ja-JP',
  japanese: 'ja-JP',
  한국어: 'ko-KR',
  korean: 'ko-KR',
  简体中文: 'zh-CN',
  'simplified chinese': 'zh-CN',
  繁體中文: 'zh-TW',
  'traditional chinese': 'zh-TW',
};

const cache = new Map<string, Culture>();

/** The culture of that name, or 9818. */
export function cultureNamed(name: string): Culture {
  const key = name.trim().toLowerCase();
  const known = cache.get(key);
  if (known !== undefined) return known;
  const found = Object.keys(CULTURES).find((candidate) => candidate.toLowerCase() === key) ?? platformName(name.trim());
  if (found === undefined) throw sqlError(9818, name);
  const culture = complete(found, CULTURES[found] ?? CULTURES[likelyCulture(found)] ?? platformRow(found));
  cache.set(key, culture);
  return culture;
}

/** The culture of a session's language. */
export function cultureOfLanguage(language: string): Culture {
  return cultureNamed(LANGUAGE_CULTURES[language.toLowerCase()] ?? 'en-US');
}

/** The platform's spelling of a culture that it has data for. */
function platformName(name: string): string | undefined {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(name)[0];
  } catch {
    // Not the shape of a name at all.
    return undefined;
  }
}

/** `de` stands for `de-DE`. */
function likelyCulture(name: string): string {
  const { language, region } = new Intl.Locale(name).maximize();
  return `${language}-${region}`;
}

/** What the platform knows of a culture that the table does not have. */
function platformRow(name: string): CultureRow {
  const parts = new Intl.NumberFormat(name).formatToParts(1234567.5);
  const find = (type: string): string => parts.find((part) => part.type === type)?.value ?? '';
  return {
    ...CULTURES['en-US']!,
    decimal: find('decimal') || '.',
    group: find('group') || ',',
    negative: '-$n',
    shortDate: platformPattern(name, { year: 'numeric', month: '2-digit', day: '2-digit' }),
    longDate: platformPattern(name, { year: 'numeric', month: 'long', day: 'numeric', weekday: 'long' }),
    shortTime: 'HH:mm',
    longTime: 'HH:mm:ss',
  };
}

const PART_PATTERNS: Readonly<Record<string, string>> = { year: 'yyyy', day: 'dd', weekday: 'dddd' };

function platformPattern(name: string, options: Intl.DateTimeFormatOptions): string {
  const parts = new Intl.DateTimeFormat(name, { ...options, calendar: 'gregory', timeZone: 'UTC' }).formatToParts(0);
  const month = options.month === 'long' ? 'MMMM' : 'MM';
  return parts
    .map(({ type, value }) => (type === 'month' ? month : (PART_PATTERNS[type] ?? (/^[\s./-]+$/.test(value) ? value : `'${value}'`))))
    .join('');
}

function complete(name: string, row: CultureRow): Culture {
  const locale = name === '' ? 'en-US' : name;
  const months = monthNames(locale, { month: 'long' });
  const short = row.months?.split(' ') ?? monthNames(locale, { month: 'short' });
  return {
    groups: [3],
    currencyDigits: 2,
    percent: 'n %',
    halves: ['', ''],
    ...row,
    name,
    months,
    genitiveMonths: monthNames(locale, { month: 'long', day: 'numeric' }),
    shortMonths: short,
    days: dayNames(locale, 'long'),
    shortDays: dayNames(locale, 'short'),
    dateSeparator: /[^\w']/.exec(row.shortDate)?.[0] ?? '/',
    timeSeparator: /[^\w' ]/.exec(row.shortTime)?.[0] ?? ':',
  };
}

function monthNames(locale: string, options: Intl.DateTimeFormatOptions): readonly string[] {
  const format = new Intl.DateTimeFormat(locale, { ...options, calendar: 'gregory', timeZone: 'UTC' });
  return Array.from({ length: 12 }, (_, month) => {
    const parts = format.formatToParts(Date.UTC(2024, month, 2));
    return parts.find((part) => part.type === 'month')?.value ?? '';
  });
}

function dayNames(locale: string, weekday: 'long' | 'short'): readonly string[] {
  const format = new Intl.DateTimeFormat(locale, { weekday, timeZone: 'UTC' });
  // 2024-01-07 is a Sunday.
  return Array.from({ length: 7 }, (_, day) => format.format(Date.UTC(2024, 0, 7 + day)));
}
