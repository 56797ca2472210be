/**
 * Collation names as the five bytes that the wire carries. Clients take the code page of char and varchar from them, and tools show them; how
 * strings compare is the engine's business. A Windows collation's name is its designator (a locale), a version and options; the SQL_ ones have
 * a sort order besides. Source: sys.fn_helpcollations and "Windows collation name" of SQL Server's documentation, [MS-TDS] 2.2.5.1.2.
 */

import { type Collation, CollationFlag, DEFAULT_COLLATION } from '@sprocket/tds';

/** Windows locale identifiers by collation designator. */
const LOCALES: Readonly<Record<string, number>> = {
  latin1_general: 0x0409,
  sql_latin1_general_cp1: 0x0409,
  sql_latin1_general_cp1250: 0x041c,
  sql_latin1_general_cp1251: 0x0419,
  albanian: 0x041c,
  arabic: 0x0401,
  chinese_prc: 0x0804,
  chinese_taiwan_stroke: 0x0404,
  croatian: 0x041a,
  cyrillic_general: 0x0419,
  czech: 0x0405,
  danish_norwegian: 0x0406,
  estonian: 0x0425,
  finnish_swedish: 0x040b,
  french: 0x040c,
  german_phonebook: 0x10407,
  greek: 0x0408,
  hebrew: 0x040d,
  hungarian: 0x040e,
  icelandic: 0x040f,
  japanese: 0x0411,
  japanese_xjis: 0x0411,
  korean_wansung: 0x0412,
  latvian: 0x0426,
  lithuanian: 0x0427,
  modern_spanish: 0x0c0a,
  polish: 0x0415,
  romanian: 0x0418,
  slovak: 0x041b,
  slovenian: 0x0424,
  thai: 0x041e,
  traditional_spanish: 0x040a,
  turkish: 0x041f,
  ukrainian: 0x0422,
  vietnamese: 0x042a,
};

/** Sort orders of the SQL_ collations that installations use. */
const SORT_ORDERS: Readonly<Record<string, number>> = {
  sql_latin1_general_cp1_cs_as: 51,
  sql_latin1_general_cp1_ci_as: 52,
  sql_latin1_general_cp1_ci_ai: 54,
  sql_latin1_general_cp1250_cs_as: 81,
  sql_latin1_general_cp1250_ci_as: 82,
  sql_latin1_general_cp1251_cs_as: 105,
  sql_latin1_general_cp1251_ci_as: 106,
};

const VERSIONS: Readonly<Record<string, number>> = { '90': 1, '100': 2, '140': 3, '160': 4 };

const known = new Map<string, Collation>();

/** The wire form of a collation name; of the server's default for undefined and for a name that is not known. */
export function collationOf(name: string | undefined): Collation {
  if (name === undefined) return DEFAULT_COLLATION;
  const found = known.get(name);
  if (found !== undefined) return found;
  const made = parseName(name.toLowerCase());
  known.set(name, made);
  return made;
}

function parseName(name: string): Collation {
  const designator = Object.keys(LOCALES)
    .filter((locale) => name.startsWith(`${locale}_`))
    .reduce((longest, locale) => (locale.length > longest.length ? locale : longest), '');
  const lcid = LOCALES[designator];
  if (lcid === undefined) return DEFAULT_COLLATION;
  const options = new Set(name.slice(designator.length + 1).split('_'));
  const version = [...options].map((option) => VERSIONS[option]).find((value) => value !== undefined) ?? 0;
  return { lcid, flags: flagsOf(options), version, sortId: SORT_ORDERS[name] ?? 0 };
}

function flagsOf(options: ReadonlySet<string>): number {
  const utf8 = options.has('utf8') ? CollationFlag.UTF8 : 0;
  if (options.has('bin2')) return CollationFlag.BINARY2 | utf8;
  if (options.has('bin')) return CollationFlag.BINARY | utf8;
  return (
    utf8 |
    (options.has('cs') ? 0 : CollationFlag.IGNORE_CASE) |
    (options.has('as') ? 0 : CollationFlag.IGNORE_ACCENT) |
    (options.has('ks') ? 0 : CollationFlag.IGNORE_KANA) |
    (options.has('ws') ? 0 : CollationFlag.IGNORE_WIDTH)
  );
}
