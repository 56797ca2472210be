/** The languages of sys.syslanguages that SET LANGUAGE and logins can name, with the date settings each brings. */

import type { DateFormat } from '../environment.ts';

export interface Language {
  /** langid in sys.syslanguages. */
  readonly id: number;
  readonly name: string;
  readonly alias: string;
  readonly dateFormat: DateFormat;
  readonly dateFirst: number;
}

const row = (id: number, name: string, alias: string, dateFormat: DateFormat, dateFirst: number): Language => ({
  id,
  name,
  alias,
  dateFormat,
  dateFirst,
});

export const LANGUAGES: readonly Language[] = [
  row(0, 'us_english', 'English', 'mdy', 7),
  row(1, 'Deutsch', 'German', 'dmy', 1),
  row(2, 'Français', 'French', 'dmy', 1),
  row(3, '日本語', 'Japanese', 'ymd', 7),
  row(4, 'Dansk', 'Danish', 'dmy', 1),
  row(5, 'Español', 'Spanish', 'dmy', 1),
  row(6, 'Italiano', 'Italian', 'dmy', 1),
  row(7, 'Nederlands', 'Dutch', 'dmy', 1),
  row(8, 'Norsk', 'Norwegian', 'dmy', 1),
  row(9, 'Português', 'Portuguese', 'dmy', 7),
  row(10, 'Suomi', 'Finnish', 'dmy', 1),
  row(11, 'Svenska', 'Swedish', 'ymd', 1),
  row(12, 'čeština', 'Czech', 'dmy', 1),
  row(13, 'magyar', 'Hungarian', 'ymd', 1),
  row(14, 'polski', 'Polish', 'dmy', 1),
  row(15, 'română', 'Romanian', 'dmy', 1),
  row(16, 'hrvatski', 'Croatian', 'ymd', 1),
  row(17, 'slovenčina', 'Slovak', 'dmy', 1),
  row(18, 'slovenski', 'Slovenian', 'dmy', 1),
  row(19, 'ελληνικά', 'Greek', 'dmy', 1),
  row(20, 'български', 'Bulgarian', 'dmy', 1),
  row(21, 'русский', 'Russian', 'dmy', 1),
  row(22, 'Türkçe', 'Turkish', 'dmy', 1),
  row(23, 'British', 'British English', 'dmy', 1),
  row(24, 'eesti', 'Estonian', 'dmy', 1),
  row(25, 'latviešu', 'Latvian', 'ymd', 1),
  row(26, 'lietuvių', 'Lithuanian', 'ymd', 1),
  row(27, 'Português (Brasil)', 'Brazilian', 'dmy', 7),
  row(28, '繁體中文', 'Traditional Chinese', 'ymd', 7),
  row(29, '한국어', 'Korean', 'ymd', 7),
  row(30, '简体中文', 'Simplified Chinese', 'ymd', 7),
  row(31, 'Arabic', 'Arabic', 'dmy', 1),
  row(32, 'ไทย', 'Thai', 'dmy', 7),
  row(33, 'norsk (bokmål)', 'Bokmål', 'dmy', 1),
];

/** By name or alias, without regard to letter case. */
export function findLanguage(name: string): Language | undefined {
  const key = name.toLowerCase();
  return LANGUAGES.find((language) => language.name.toLowerCase() === key || language.alias.toLowerCase() === key);
}
