/**
 * Reads dates and times from text as SQL Server does. It has two parsers: the old one of datetime and smalldatetime, which takes parts in almost any
 * order and tells a date that does not exist from text that is no date, and the new one of date, time, datetime2 and datetimeoffset. Both read
 * numeric dates by DATEFORMAT or by the order that a style of CONVERT names, month names of the session's language, unseparated numbers and
 * ISO 8601. Nothing at all is midnight of 1900-01-01.
 */

import type { DateFormat } from '../../environment.ts';
import type { InputStyle } from './input-styles.ts';
import type { Language } from './languages.ts';
import { DAY_1900 } from './limits.ts';
import type { Moment } from './moment.ts';
import { readCanonical } from './parse-canonical.ts';
import { parseLegacy } from './parse-legacy.ts';
import { parseModern } from './parse-modern.ts';

export interface ParseRules {
  readonly dateFormat: DateFormat;
  readonly language: Language;
  /** datetime and smalldatetime. */
  readonly legacy: boolean;
  /** What a style of CONVERT asks for; undefined without one and for style 0. */
  readonly style?: InputStyle | undefined;
}

/** Why there is no moment: the text is not a date, names one that does not exist, or does not follow the style. */
export type ParseFailure = 'syntax' | 'range' | 'style';

/** The moment that a text names. */
export function parseDateTime(text: string, rules: ParseRules): Moment | ParseFailure {
  const canonical = readCanonical(text, rules);
  if (canonical !== undefined) return canonical;
  const trimmed = rules.legacy ? text.replace(/^ +| +$/g, '') : text.replace(/^[ \t]+|[ \t]+$/g, '');
  if (trimmed === '') return { day: DAY_1900, ticks: 0, offset: 0 };
  return rules.legacy ? parseLegacy(trimmed, rules) : parseModern(trimmed, rules);
}
